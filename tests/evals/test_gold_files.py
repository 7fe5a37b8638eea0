"""The gold questions in the repository: sound, and true to the documents they stand for."""

from pathlib import Path

import pytest

from evals.gold import MOST_WORDS, Kind, Split, load_gold
from evals.matching import holds
from evals.material import ROOT, find_documents, read_documents
from evals.systems import chunks_of
from ingest import load_corpus

GOLD = load_gold(ROOT / "evals" / "gold")
FRAMEWORKS = sorted({each.framework for each in GOLD})


@pytest.fixture(scope="module")
def chunks(documents: Path) -> dict[str, tuple[str, ...]]:
    """The baselines' chunks of each document that is here."""
    texts = read_documents(find_documents(documents, FRAMEWORKS))
    return {framework: chunks_of(text) for framework, text in texts.items()}


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_each_framework_has_its_questions_in_both_splits(framework):
    """Twenty that it answers and five that it does not, half of each to tune on."""
    own = [each for each in GOLD if each.framework == framework]
    assert sum(each.answerable for each in own) >= 20
    assert sum(each.kind is Kind.NOT_FOUND for each in own) >= 5
    for split in Split:
        assert sum(each.answerable for each in own if each.split is split) >= 10


@pytest.mark.parametrize("question", [each for each in GOLD if each.evidence], ids=lambda q: q.id)
def test_evidence_stands_in_the_document(question, chunks):
    """Every fragment is found there, and within one chunk, so that no system is shut out."""
    if question.framework not in chunks:
        pytest.skip(f"no document for {question.framework}")
    for fragment in question.evidence:
        assert len(fragment.split()) <= MOST_WORDS
        assert any(holds(chunk, fragment) for chunk in chunks[question.framework])


def test_digest_evidence_stands_in_the_digest():
    """Every digest statement that a question names is there."""
    shipped = load_corpus(ROOT / "corpus").statements
    names = {(each.source.framework, each.id.rpartition(":")[2]) for each in shipped}
    named = [(each, name) for each in GOLD for name in each.digest]
    assert [(each.id, name) for each, name in named if (each.framework, name) not in names] == []
