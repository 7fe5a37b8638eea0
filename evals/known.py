"""What the judge learns from: questions with what answers them and what does not.

There are three lots. A statement answers its views, and its neighbours, which are as near in words
and meaning, mostly do not. Nothing in a statement answers the questions in `evals/unanswered/`,
which were written to sound as if it did. And a timescale's description answers the questions that
ask for it, and not those of the timescales around it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from api.registers import asked_for, load_registers
from domain import Edition
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


def known_questions(corpus: Corpus, unanswered: Path, embeddings: Embeddings) -> list[Known]:
    """Views with their statements, what is asked of timescales, and what statements leave open.

    `unanswered` has a folder a framework, with files as views are kept in: questions that a
    statement sounds as if it answered. Raises CorpusFault for a file that breaks its schema.
    """
    lexicon = Lexicon(corpus.vocabulary)
    rules = load_registers(corpus).rules
    timescales = asked_for(corpus, rules)
    found = []
    for framework in corpus.frameworks:
        statements = {
            each.id: dense_text(each, lexicon)
            for each in corpus.statements
            if each.source.framework == framework and each.source.edition is Edition.DIGEST
        }
        found += with_neighbours(statements, _spelled(corpus.views, lexicon), embeddings)
        for id_, questions in read_views(unanswered / framework, framework, statements).items():
            found += [
                Known(question=lexicon.spelled_out(each), right=None, wrong=(statements[id_],))
                for each in questions
            ]
        own = {id_: texts for id_, texts in timescales.items() if rules[id_].framework == framework}
        described = {id_: lexicon.spelled_out(texts[0]) for id_, texts in own.items()}
        asked = _spelled({id_: texts[1:] for id_, texts in own.items()}, lexicon)
        # Each twice, as timescales are told apart from more that are near than statements are.
        found += 2 * with_neighbours(described, asked, embeddings)
    return [each for each in found if each.wrong]


def with_neighbours(
    texts: Mapping[str, str], questions: Mapping[str, Sequence[str]], embeddings: Embeddings
) -> list[Known]:
    """Every question with the text that answers it and those texts that are nearest beside it.

    Texts and their questions go by the same ids, of which only those with questions are used.
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
            found.append(Known(question=question, right=texts[id_], wrong=wrong))
    return found


def _neighbours(matrix: NDArray[np.float32], row: int, vector: NDArray[np.float32]) -> list[int]:
    """The nearest to a question beside its own text, without those that may say the same."""
    alike = matrix @ matrix[row]
    nearest = np.argsort(-(matrix @ vector), kind="stable")[: NEIGHBOURS + 1]
    return [int(other) for other in nearest if other != row and alike[other] < ALIKE]


def _spelled(
    questions: Mapping[str, Sequence[str]], lexicon: Lexicon
) -> dict[str, tuple[str, ...]]:
    return {id_: tuple(map(lexicon.spelled_out, own)) for id_, own in questions.items()}
