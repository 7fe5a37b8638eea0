"""Small made-up frameworks for the retrieval tests."""

from pathlib import Path

from langchain_core.embeddings import DeterministicFakeEmbedding, Embeddings

from domain import Concept, Edition, Source, Statement, Strength, Vocabulary, statement_id
from retrieval import Index, ensure_index

VOCABULARY = Vocabulary(
    concepts=(
        Concept(
            name="initial child protection conference", forms=("ICPC", "initial CP conference")
        ),
        Concept(name="child protection", forms=("CP",)),
        Concept(name="child in need", forms=("CIN", "children in need")),
        Concept(name="strategy discussion", forms=("strategy meeting", "strat meeting", "strat")),
        Concept(name="disabled child", forms=("disabled children", "children with disabilities")),
        Concept(name="looked after child", forms=("LAC", "child in care", "our children")),
        Concept(name="section 47", forms=("s47", "s.47")),
    ),
    events=(),
)


def source(framework: str, edition: Edition = Edition.DIGEST) -> Source:
    """One edition of a made-up framework."""
    return Source(
        framework=framework,
        authority=framework.title(),
        document=f"{framework.title()} practice standards",
        version="V1",
        edition=edition,
    )


def statement(
    name: str,
    text: str,
    *,
    framework: str = "exampleshire",
    edition: Edition = Edition.DIGEST,
    section: tuple[str, ...] = ("Standards",),
    strength: Strength = Strength.MUST,
    **fields,
) -> Statement:
    """One statement of a made-up framework."""
    return Statement(
        id=statement_id(framework, edition, name),
        source=source(framework, edition),
        section=section,
        strength=strength,
        text=text,
        **fields,
    )


def fake_embeddings() -> Embeddings:
    """Vectors by hash: enough for everything but meaning."""
    return DeterministicFakeEmbedding(size=16)


def make_index(statements, folder: Path, embeddings: Embeddings | None = None, **options) -> Index:
    """Ensure the index of some statements, with hashed vectors unless others are given."""
    return ensure_index(
        statements,
        options.pop("vocabulary", VOCABULARY),
        options.pop("views", None),
        options.pop("asked", None),
        embeddings=embeddings or fake_embeddings(),
        model_key=options.pop("model_key", "fake"),
        folder=folder,
        **options,
    )
