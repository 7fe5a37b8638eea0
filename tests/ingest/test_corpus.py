"""The corpus loads whole, or says which file is at fault."""

from pathlib import Path

import pytest

from domain import Aspect, Concept, CorpusFault, Event, Framework
from ingest import load_corpus

ASPECT = '[[aspect]]\nname = "chair"\nasked = ["who chairs"]\nsaid = ["chair*"]\n'
FRAMEWORK = 'authority = "Exampleshire"\ndocument = "Standards"\nversion = "undated"\n'


@pytest.fixture
def folder(tmp_path):
    """A corpus of one framework with a digest and one without."""
    write(tmp_path / "exampleshire/framework.toml", FRAMEWORK + 'also_called = ["Exshire"]\n')
    write(tmp_path / "exampleshire/digest/1.md", "# One {strength=must}\n- {a1} See the child.\n")
    write(tmp_path / "exampleshire/timescales.toml", "# none yet\n")
    write(tmp_path / "bare/framework.toml", FRAMEWORK + "counts_event_day = true\n")
    write(
        tmp_path / "vocabulary/terms.toml",
        '[[concept]]\nname = "looked after"\nforms = ["LAC", "CLA"]\n',
    )
    write(
        tmp_path / "vocabulary/events.toml",
        '[[event]]\nid = "icpc"\nname = "the conference"\nphrases = ["ICPC"]\n',
    )
    write(tmp_path / "vocabulary/aspects.toml", ASPECT)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_frameworks_statements_vocabulary_and_registers_load(folder):
    """Each part of the corpus comes as the shared values; registers come as their text."""
    corpus = load_corpus(folder)

    assert corpus.frameworks["exampleshire"] == Framework(
        id="exampleshire",
        authority="Exampleshire",
        document="Standards",
        version="undated",
        also_called=("Exshire",),
    )
    assert corpus.frameworks["bare"].counts_event_day
    assert [statement.text for statement in corpus.statements] == ["See the child."]
    assert corpus.vocabulary.concepts == (Concept(name="looked after", forms=("LAC", "CLA")),)
    assert corpus.vocabulary.events == (Event(id="icpc", name="the conference", phrases=("icpc",)),)
    assert corpus.vocabulary.aspects == (
        Aspect(name="chair", asked=("who chairs",), said=("chair*",)),
    )
    assert corpus.registers == {"exampleshire": ("exampleshire/timescales.toml", "# none yet\n")}


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("bare/framework.toml", FRAMEWORK + 'colour = "red"', "colour"),
        ("bare/framework.toml", 'authority = "X"', "document"),
        ("bare/framework.toml", "not toml", "is not TOML"),
        ("vocabulary/terms.toml", '[[concept]]\nname = "a"\n[[concept]]\nname = "a"', "once"),
        ("vocabulary/events.toml", '[[event]]\nid = "Not an id"\nname = "a"', "id"),
        ("vocabulary/aspects.toml", '[[aspect]]\nname = "a"\nasked = ["b"]', "said"),
        ("vocabulary/aspects.toml", ASPECT.replace("who chairs", "  "), "asked"),
        ("vocabulary/aspects.toml", ASPECT.replace("who chairs", "who  chairs"), "asked"),
        ("vocabulary/aspects.toml", ASPECT + ASPECT, "once"),
        ("Upper/framework.toml", FRAMEWORK, "lower case"),
    ],
)
def test_a_faulty_file_is_named(folder, file, text, told):
    """A file that breaks its schema is a CorpusFault with its name and the field."""
    write(folder / file, text)

    with pytest.raises(CorpusFault, match=told) as fault:
        load_corpus(folder)

    assert fault.value.file == file


def test_a_corpus_that_is_not_there_is_told(tmp_path):
    """A wrong folder is an error, not an empty corpus."""
    with pytest.raises(CorpusFault, match="no such folder"):
        load_corpus(tmp_path / "nowhere")


def test_the_shipped_corpus_loads(corpus_folder):
    """Everything that ships is without fault."""
    corpus = load_corpus(corpus_folder)

    assert corpus.frameworks
    assert corpus.statements
