"""Building an index: aside first, then renamed into place whole."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path
from uuid import uuid4

import numpy as np
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from domain import DiskFull, IndexDamaged, IndexFault, PlumblineError, Statement, Vocabulary
from retrieval.asked import write_asked
from retrieval.context import dense_text, statement_terms
from retrieval.documents import metadata, to_json
from retrieval.keywords import build_keywords, open_keywords
from retrieval.lexicon import Lexicon
from retrieval.locks import let_others_read, own, release, wait_to_own
from retrieval.manifest import VECTORS, write_manifest
from retrieval.opening import KEYWORDS, STATEMENTS, in_order, index_key, open_index
from retrieval.remembered import (
    REMEMBERED,
    RememberingEmbeddings,
    read_remembered,
    write_remembered,
)
from retrieval.vectors import Progress, build_vectors
from retrieval.viewing import gather_views
from retrieval.views import write_views

BUILDING = ".building-"
DAMAGED = ".damaged-"
"""An index that would not open, on its way out."""

ROOM, ROOM_EACH = 2_000_000, 12_000
"""Bytes: a built index takes some 9,000 a statement, and SQLite's journal a little more.

Chroma hides the system's own words for a full disk, so what is left is looked at as well.
"""


VIEWS_BATCH = 64


def build_index(
    statements: Sequence[Statement],
    vocabulary: Vocabulary,
    views: Mapping[str, Sequence[str]] | None = None,
    asked: Mapping[str, Sequence[str]] | None = None,
    *,
    embeddings: Embeddings,
    model_key: str,
    folder: Path,
    on_progress: Progress | None = None,
) -> Path:
    """Build an index aside and rename it into place; returns its folder.

    `views` are the questions that digest statements answer, by statement id; `asked` what
    timescales are asked for with, by rule id.
    Raises DiskFull or IndexFault; nothing is left behind then, and other indexes stay.
    """
    _check(statements)
    statements = in_order(statements)
    views, asked = views or {}, asked or {}
    home = folder / index_key(statements, vocabulary, views, asked, model_key)
    aside = folder / f"{BUILDING}{uuid4().hex}"
    handle: int | None = None
    try:
        aside.mkdir(parents=True)
        handle = own(aside)
        known = read_remembered(folder / REMEMBERED, model_key)
        remembering = RememberingEmbeddings(embeddings, known)
        lexicon = Lexicon(vocabulary)
        _write(statements, lexicon, views, remembering, aside, on_progress)
        spelled = {id_: [lexicon.spelled_out(text) for text in asked[id_]] for id_ in asked}
        write_asked(spelled, remembering, aside)
        write_manifest(aside, home.name, len(statements))
        _put_in_place(aside, handle, home, vocabulary, embeddings)
        with suppress(OSError):  # they only save time at the next build
            write_remembered(folder / REMEMBERED, model_key, remembering.used)
    except Exception as error:
        if _is_disk_full(error) or is_short_of_room(folder, statements):
            raise no_room(folder) from error
        if isinstance(error, PlumblineError):
            raise
        raise IndexFault(
            f"the index could not be written in {str(folder)!r}: {error}. Check that the "
            "data directory can be written to and has room, and run `plumbline index`. What "
            "was there before is unchanged."
        ) from error
    finally:
        if handle is not None:
            release(handle)
        shutil.rmtree(aside, ignore_errors=True)
    return home


def no_room(folder: Path) -> DiskFull:
    """Tell that an index did not fit, and what to do."""
    return DiskFull(
        f"the index could not be written: no room left in {str(folder)!r}. Free some "
        "space and try again; what was there before is unchanged."
    )


def _check(statements: Sequence[Statement]) -> None:
    if not statements:
        raise IndexFault("there are no statements to index. Check the corpus folder.")
    seen: set[str] = set()
    for each in statements:
        if each.id in seen:
            raise IndexFault(f"two statements have the id {each.id!r}: ids must be unique")
        seen.add(each.id)


def _write(
    statements: Sequence[Statement],
    lexicon: Lexicon,
    questions: Mapping[str, Sequence[str]],
    embeddings: RememberingEmbeddings,
    aside: Path,
    on_progress: Progress | None,
) -> None:
    terms = [statement_terms(each, lexicon) for each in statements]
    lines = [to_json(each, own_terms) for each, own_terms in zip(statements, terms, strict=True)]
    (aside / STATEMENTS).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    build_keywords(terms, aside / KEYWORDS)
    documents = [
        Document(id=each.id, page_content=dense_text(each, lexicon), metadata=metadata(each))
        for each in statements
    ]
    whole = len(documents) + sum(map(len, questions.values()))
    told = on_progress or (lambda _done, _whole: None)
    build_vectors(documents, embeddings, aside / VECTORS, lambda done, _: told(done, whole))
    vectors = embeddings.embed_documents([each.page_content for each in documents])
    rarity = open_keywords(aside / KEYWORDS, terms).rarity
    views, of = gather_views(
        statements, questions, np.asarray(vectors, np.float32), lexicon, rarity
    )
    matrix = _embedded(
        [each.text for each in views],
        embeddings,
        lambda done: told(min(len(documents) + done, whole), whole),
    )
    write_views(views, matrix, of, aside)


def _embedded(
    texts: Sequence[str], embeddings: Embeddings, on_progress: Callable[[int], None]
) -> NDArray[np.float32]:
    """Embed texts a batch at a time; returns a row each, in their order."""
    in_order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
    rows: dict[int, list[float]] = {}
    for start in range(0, len(in_order), VIEWS_BATCH):
        batch = in_order[start : start + VIEWS_BATCH]
        vectors = embeddings.embed_documents([texts[row] for row in batch])
        rows |= dict(zip(batch, vectors, strict=True))
        on_progress(len(rows))
    return np.array([rows[row] for row in range(len(texts))], np.float32)


def _put_in_place(
    aside: Path, handle: int | None, home: Path, vocabulary: Vocabulary, embeddings: Embeddings
) -> None:
    """Rename the new index into place, unless another builder has just put the same there.

    It can be read before the next builder has its turn, who would else take it for damaged.
    """
    turn = wait_to_own(home.parent)
    try:
        if _opens(home, vocabulary, embeddings):
            return
        if home.exists():
            home.rename(home.with_name(f"{DAMAGED}{uuid4().hex}"))
        aside.rename(home)
        if handle is not None:
            let_others_read(handle)
    finally:
        release(turn)


def _opens(home: Path, vocabulary: Vocabulary, embeddings: Embeddings) -> bool:
    try:
        open_index(home, vocabulary, embeddings).close()
    except IndexDamaged:
        return False
    return True


def _is_disk_full(error: BaseException | None) -> bool:
    """Look through an error and its causes for the system's or SQLite's own words."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT):
            return True
        if "disk is full" in str(error) or "No space left on device" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def is_short_of_room(folder: Path, statements: Sequence[Statement]) -> bool:
    """Say whether less is left than an index of these statements may need."""
    try:
        return shutil.disk_usage(folder).free < ROOM + ROOM_EACH * len(statements)
    except OSError:
        return False
