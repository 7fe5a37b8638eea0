"""The shipped corpus, loaded once for the tests of its content."""

from pathlib import Path

import pytest

from domain import Rule
from ingest.corpus import Corpus, load_corpus
from timescales import parse_register


@pytest.fixture(scope="session")
def corpus(corpus_folder: Path) -> Corpus:
    """The corpus as shipped."""
    return load_corpus(corpus_folder)


@pytest.fixture(scope="session")
def register(corpus: Corpus) -> dict[str, Rule]:
    """The NCT rules by their names."""
    file, text = corpus.registers["nct"]
    rules = parse_register(text, framework="nct", file=file)
    return {rule.id.removeprefix("nct:"): rule for rule in rules}
