"""What the judges learn from: questions with what answers them and what does not.

A statement answers its views, and its neighbours, which are as near in words and meaning, mostly do
not. Nothing in a statement answers the questions in `evals/unanswered/`, which were written to
sound as if it did. Of the questions in `evals/marked/learn/` somebody has said which statements
answer them. And a timescale's description answers the questions that ask for it, and not those of
the timescales around it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from api.registers import asked_for, load_registers
from domain import Edition
from evals.marked import Marked, read_marked
from ingest import Corpus
from ingest.views import read_views
from retrieval.context import dense_text
from retrieval.lexicon import Lexicon

NEIGHBOURS = 24
ALIKE = 0.85
"""Cosine from which a neighbour may say the same, and is no wrong answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A question, a text that answers it, if there is one, and texts that do not."""

    question: str
    right: str | None
    wrong: tuple[str, ...]
    """The nearest first: they are drawn more often."""


def known_of_statements(
    corpus: Corpus, unanswered: Path, marked: Path, embeddings: Embeddings
) -> list[Known]:
    """Views with their statements, what statements leave open, and what somebody has marked.

    `unanswered` has a folder a framework, with files as views are kept in: questions that a
    statement sounds as if it answered. `marked` has the questions to learn from of
    `evals/marked.py`. Raises CorpusFault for a file that breaks its schema.
    """
    statements = _texts(corpus)
    marks = read_marked(marked, statements)
    return [
        *_written(corpus, statements, unanswered, embeddings),
        *with_marks(marks, statements, Lexicon(corpus.vocabulary), embeddings),
    ]


def known_of_timescales(corpus: Corpus, unanswered: Path, embeddings: Embeddings) -> list[Known]:
    """What is asked of timescales, beside views and what statements leave open.

    Raises CorpusFault as `known_of_statements` does.
    """
    return [
        *_written(corpus, _texts(corpus), unanswered, embeddings),
        *_asked(corpus, embeddings),
    ]


def _texts(corpus: Corpus) -> dict[str, str]:
    """The digests' statements by id, as they are read."""
    lexicon = Lexicon(corpus.vocabulary)
    return {
        each.id: dense_text(each, lexicon)
        for each in corpus.statements
        if each.source.edition is Edition.DIGEST
    }


def _written(
    corpus: Corpus, statements: Mapping[str, str], unanswered: Path, embeddings: Embeddings
) -> Iterator[Known]:
    """The views, and the questions that statements leave open."""
    lexicon = Lexicon(corpus.vocabulary)
    for framework in corpus.frameworks:
        own = _of(framework, statements)
        yield from with_neighbours(own, _spelled(corpus.views, lexicon), embeddings)
        for id_, questions in read_views(unanswered / framework, framework, own).items():
            for each in questions:
                yield Known(question=lexicon.spelled_out(each), right=None, wrong=(own[id_],))


def _asked(corpus: Corpus, embeddings: Embeddings) -> Iterator[Known]:
    """The questions that ask for timescales."""
    lexicon = Lexicon(corpus.vocabulary)
    texts = asked_for(corpus, load_registers(corpus).rules)
    described = {id_: lexicon.spelled_out(own[0]) for id_, own in texts.items()}
    asked = _spelled({id_: own[1:] for id_, own in texts.items()}, lexicon)
    for framework in corpus.frameworks:
        # Each twice, as timescales are told apart from more that are near than statements are.
        yield from 2 * with_neighbours(_of(framework, described), asked, embeddings)


def with_marks(
    marked: Sequence[Marked], texts: Mapping[str, str], lexicon: Lexicon, embeddings: Embeddings
) -> list[Known]:
    """Every marked question with each text that answers it, or with none.

    Where no text was marked as none of its answers, its neighbours are it.
    """
    found = []
    for framework in sorted({each.framework for each in marked}):
        own = [each for each in marked if each.framework == framework]
        alone: dict[str, list[str]] = {}
        for each in own:
            question = lexicon.spelled_out(each.question)
            wrong = tuple(texts[id_] for id_ in each.no)
            if wrong:
                rights: Sequence[str | None] = [texts[id_] for id_ in each.yes] or [None]
                found += [Known(question=question, right=one, wrong=wrong) for one in rights]
            else:
                for id_ in each.yes:
                    alone.setdefault(id_, []).append(question)
        found += with_neighbours(_of(framework, texts), alone, embeddings)
    return found


def with_neighbours(
    texts: Mapping[str, str], questions: Mapping[str, Sequence[str]], embeddings: Embeddings
) -> list[Known]:
    """Every question with the text that answers it and those texts that are nearest beside it.

    Texts and their questions go by the same ids, of which only those with questions are used, and
    of those only the ones that have a neighbour.
    """
    ids = list(texts)
    matrix = np.asarray(embeddings.embed_documents([texts[id_] for id_ in ids]), np.float32)
    found = []
    for row, id_ in enumerate(ids):
        own = questions.get(id_, ())
        vectors = embeddings.embed_documents(list(own)) if own else []
        for question, vector in zip(own, vectors, strict=True):
            near = _neighbours(matrix, row, np.asarray(vector, np.float32))
            wrong = tuple(texts[ids[other]] for other in near)
            if wrong:
                found.append(Known(question=question, right=texts[id_], wrong=wrong))
    return found


def _of(framework: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {id_: text for id_, text in texts.items() if id_.startswith(f"{framework}:")}


def _neighbours(matrix: NDArray[np.float32], row: int, vector: NDArray[np.float32]) -> list[int]:
    """The nearest to a question beside its own text, without those that may say the same."""
    alike = matrix @ matrix[row]
    nearest = np.argsort(-(matrix @ vector), kind="stable")[: NEIGHBOURS + 1]
    return [int(other) for other in nearest if other != row and alike[other] < ALIKE]


def _spelled(
    questions: Mapping[str, Sequence[str]], lexicon: Lexicon
) -> dict[str, tuple[str, ...]]:
    return {id_: tuple(map(lexicon.spelled_out, own)) for id_, own in questions.items()}
