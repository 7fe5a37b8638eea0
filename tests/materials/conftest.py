"""What the tests of materials share: statements made by hand, and the real parser."""

from functools import cache

import numpy as np
import pytest

from api.readings import load_english
from domain import Edition, Source, Statement, Strength
from materials import read

SOURCE = Source(
    framework="exampleshire",
    authority="Exampleshire Council",
    document="Practice Standards",
    version="V1",
    edition=Edition.DIGEST,
)


def statement(
    text: str, name: str = "1.b1", strength: Strength = Strength.MUST, lead_in: str = ""
) -> Statement:
    """One statement of the made-up framework."""
    return Statement(
        id=f"exampleshire:digest:{name}",
        source=SOURCE,
        section=("Visits",),
        strength=strength,
        text=text,
        lead_in=lead_in,
    )


def statements(*texts: str, strength: Strength = Strength.MUST) -> tuple[Statement, ...]:
    """Several, numbered."""
    return tuple(statement(text, f"1.b{n}", strength) for n, text in enumerate(texts, 1))


def apart(found):
    """Vectors by which no two statements are alike."""
    return {each.id: row for each, row in zip(found, np.eye(len(found)), strict=True)}


@pytest.fixture(scope="session")
def english():
    """The real parser."""
    return load_english()


@pytest.fixture(scope="session")
def reader(english):
    """Reads a sentence with the real parser, each once."""
    return cache(lambda text: read(text, english))
