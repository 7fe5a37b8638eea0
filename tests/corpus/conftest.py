"""The shipped corpus, loaded once for the tests of its content."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from api.registers import load_registers
from domain import Rule
from ingest.corpus import Corpus, load_corpus

FRAMEWORKS = ("halton", "leicester", "luton", "nct", "northamptonshire-2020")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `framework` is one test for each of the five."""
    if "framework" in metafunc.fixturenames:
        metafunc.parametrize("framework", FRAMEWORKS)


@pytest.fixture(scope="session")
def corpus(corpus_folder: Path) -> Corpus:
    """The corpus as shipped."""
    return load_corpus(corpus_folder)


@pytest.fixture(scope="session")
def registers(corpus: Corpus) -> Mapping[str, Mapping[str, Rule]]:
    """By framework: its rules by their names."""
    found: dict[str, dict[str, Rule]] = {name: {} for name in FRAMEWORKS}
    for rule in load_registers(corpus).rules.values():
        found[rule.framework][rule.id.partition(":")[2]] = rule
    return found


@pytest.fixture
def register(framework: str, registers: Mapping[str, Mapping[str, Rule]]) -> Mapping[str, Rule]:
    """The rules of one framework by their names."""
    return registers[framework]
