"""The index of exactly these statements: opened where it is whole, built where it is not."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from langchain_core.embeddings import Embeddings

from domain import IndexDamaged, Statement, Vocabulary
from retrieval.building import BUILDING, DAMAGED, build_index, is_short_of_room, no_room
from retrieval.index import Index
from retrieval.judge import Judge, Judges
from retrieval.locks import own, release
from retrieval.opening import index_key, is_key, open_index
from retrieval.vectors import Progress


def ensure_index(
    statements: Sequence[Statement],
    vocabulary: Vocabulary,
    views: Mapping[str, Sequence[str]] | None = None,
    asked: Mapping[str, Sequence[str]] | None = None,
    *,
    embeddings: Embeddings,
    model_key: str,
    folder: Path,
    on_progress: Progress | None = None,
    judges: Judges | None = None,
    cross_encoder: Judge | None = None,
) -> Index:
    """Open the index of exactly these statements and views, building it first if need be.

    `views` are the questions that digest statements answer, by statement id; `asked` what
    timescales are asked for with, by rule id. The `judges` and the
    `cross_encoder` read what is found together with a question.
    Older indexes are removed once the new one answers, except those still open somewhere.
    Raises DiskFull, and IndexFault for no statements or two with one id; an earlier index
    is unchanged by either.
    """
    key = index_key(statements, vocabulary, views or {}, asked or {}, model_key)
    try:
        return open_index(
            folder / key, vocabulary, embeddings, judges=judges, cross_encoder=cross_encoder
        )
    except IndexDamaged:
        build_index(
            statements,
            vocabulary,
            views,
            asked,
            embeddings=embeddings,
            model_key=model_key,
            folder=folder,
            on_progress=on_progress,
        )
    try:
        index = open_index(
            folder / key, vocabulary, embeddings, judges=judges, cross_encoder=cross_encoder
        )
    except IndexDamaged as error:  # written and read back: only a full disk is likely
        if is_short_of_room(folder, statements):
            raise no_room(folder) from error
        raise
    remove_others(folder, key)
    return index


def remove_others(folder: Path, key: str) -> None:
    """Remove every other index and every unfinished one that nobody has open."""
    for each in folder.iterdir():
        ours = each.name.startswith((BUILDING, DAMAGED)) or is_key(each.name)
        if each.name == key or not ours or not each.is_dir():
            continue
        handle = own(each)
        if handle is not None:
            shutil.rmtree(each, ignore_errors=True)
            release(handle)
