"""Which views find which statements, worked out when an index is built."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from domain import Edition, Statement
from retrieval.context import dense_text, statement_terms, terms
from retrieval.counterpart import Side, likenesses, side
from retrieval.lexicon import Lexicon
from retrieval.views import View, heirs


def gather_views(
    statements: Sequence[Statement],
    questions: Mapping[str, Sequence[str]],
    vectors: NDArray[np.float32],
    lexicon: Lexicon,
    rarity: Callable[[str], float],
) -> tuple[list[View], list[list[int]]]:
    """Return the views, and for each statement its views by their place in that list.

    `questions` has the views written for digest statements by their ids, `vectors` a row a
    statement. A restatement is a view only where the document itself is there.
    """
    views: list[View] = []
    of: list[list[int]] = [[] for _ in statements]
    # A framework's views stand together, so that a search in one reads one stretch of them.
    for digest, source in _editions(statements):
        for row in digest:
            for text in questions.get(statements[row].id, ()):
                of[row].append(len(views))
                views.append(View(text=lexicon.spelled_out(text), terms=_terms(text, lexicon)))
        if not digest or not source:
            continue
        ours, theirs = (
            [_side(statements[row], lexicon) for row in rows] for rows in (digest, source)
        )
        alike = likenesses(ours, theirs, vectors[digest] @ vectors[source].T, rarity)
        for from_, to in heirs(alike):
            restated = statements[digest[from_]]
            of[source[to]] += [*of[digest[from_]], len(views)]
            own_terms = tuple(statement_terms(restated, lexicon))
            views.append(View(text=dense_text(restated, lexicon), terms=own_terms))
    return views, of


def _editions(statements: Sequence[Statement]) -> list[tuple[list[int], list[int]]]:
    """The rows of each framework's digest and of its imported document."""
    rows: dict[str, dict[Edition, list[int]]] = {}
    for row, each in enumerate(statements):
        own = rows.setdefault(each.source.framework, {edition: [] for edition in Edition})
        own[each.source.edition].append(row)
    return [(own[Edition.DIGEST], own[Edition.SOURCE]) for own in rows.values()]


def _terms(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(terms(text, lexicon))


def _side(statement: Statement, lexicon: Lexicon) -> Side:
    return side(statement, terms(statement.text, lexicon))
