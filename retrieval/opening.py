"""Opening an index folder: nothing is believed before it has been verified.

One folder an index, named by its key: `statements.jsonl`, `bm25/`, `chroma/`, the views, what
timescales are asked for with and, written last, `manifest.json`. What has no manifest was never
finished.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from langchain_core.embeddings import Embeddings

from domain import IndexDamaged, Statement, Vocabulary
from retrieval.asked import open_asked
from retrieval.documents import from_json, to_json
from retrieval.index import Index
from retrieval.judge import Judge, Judges
from retrieval.keywords import open_keywords
from retrieval.lexicon import Lexicon
from retrieval.locks import release, share
from retrieval.manifest import FORMAT, VECTORS, check_manifest
from retrieval.vectors import open_vectors
from retrieval.views import open_views

KEY_LENGTH = 16
STATEMENTS, KEYWORDS = "statements.jsonl", "bm25"


def in_order(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return statements by framework and edition, each edition in its document's order.

    The one order of an index, however corpus and imports were put together: the same
    statements make the same index, and a section is still listed as its document has it.
    """
    return tuple(sorted(statements, key=lambda s: (s.source.framework, s.source.edition)))


def index_key(
    statements: Sequence[Statement],
    vocabulary: Vocabulary,
    views: Mapping[str, Sequence[str]],
    asked: Mapping[str, Sequence[str]],
    model_key: str,
) -> str:
    """Return the name of the index that these statements, words, questions and model make."""
    parts = [
        str(FORMAT),
        model_key,
        version("chromadb"),
        version("bm25s"),
        *(f"{concept.name}={concept.forms}" for concept in vocabulary.concepts),
        *(to_json(statement, []) for statement in in_order(statements)),
        *(f"{id_}?{tuple(each[id_])}" for each in (views, asked) for id_ in sorted(each)),
    ]
    return sha256("\n".join(parts).encode()).hexdigest()[:KEY_LENGTH]


def open_index(
    home: Path,
    vocabulary: Vocabulary,
    embeddings: Embeddings,
    *,
    judges: Judges | None = None,
    cross_encoder: Judge | None = None,
) -> Index:
    """Open an index folder. Raises IndexDamaged when it is missing, unfinished or does not fit."""
    try:
        handle = share(home)
    except OSError as error:
        raise IndexDamaged(f"there is no index in {str(home)!r}") from error
    try:
        statements, terms = _read_statements(home)
        keywords = open_keywords(home / KEYWORDS, terms)
        views = open_views(home, len(statements))
        asked = open_asked(home)
        vectors = open_vectors(home / VECTORS, [each.id for each in statements], embeddings)
    except BaseException:
        release(handle)
        raise
    return Index(
        key=home.name,
        statements=statements,
        lexicon=Lexicon(vocabulary),
        keywords=keywords,
        vectors=vectors,
        views=views,
        asked=asked,
        embeddings=embeddings,
        handle=handle,
        judges=judges,
        cross_encoder=cross_encoder,
    )


def is_key(name: str) -> bool:
    """Say whether a folder of this name can only be an index."""
    return len(name) == KEY_LENGTH and all(digit in "0123456789abcdef" for digit in name)


def _read_statements(home: Path) -> tuple[list[Statement], list[list[str]]]:
    count = check_manifest(home)
    try:
        lines = (home / STATEMENTS).read_bytes().decode().removesuffix("\n").split("\n")
        rows = [from_json(line) for line in lines]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(f"the index in {str(home)!r} cannot be read: {error}") from error
    if len(rows) != count:
        raise IndexDamaged(f"the index in {str(home)!r} holds {len(rows)} of {count} statements")
    return [statement for statement, _ in rows], [terms for _, terms in rows]
