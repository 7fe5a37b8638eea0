"""What is looked up for a message, and the features by which each candidate is then compared."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from domain import Statement
from retrieval import features as ranking
from retrieval.keywords import Keywords
from retrieval.lexicon import Lexicon
from retrieval.parts import parts
from retrieval.question import Question, read_question
from retrieval.subject import headed, is_beside, of_a_narrower_group
from retrieval.vectors import Vectors
from retrieval.views import Views

CANDIDATES = 32
"""How many meaning, views and keywords each put forward, of a framework's 300 to 1,100."""

GLANCE = 6
"""The same where it is only asked whether others say anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What an index holds of its statements, all in the order of the statements."""

    statements: tuple[Statement, ...]
    lexicon: Lexicon
    keywords: Keywords
    vectors: Vectors
    views: Views
    embeddings: Embeddings


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One question of a message, and its candidates' features by position."""

    asked: Question
    features: dict[int, ranking.Features]
    read_as: tuple[str, ...]
    """What a statement may answer: the question and, where that is a part of a message or leans on
    what was said before, the whole as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _LookedUp:
    """A text looked up among the allowed statements: three scores of each, in their order."""

    asked: Question
    cosines: NDArray[np.float32]
    viewed: NDArray[np.float32]
    keyword: NDArray[np.float32]
    places: list[int]
    """The candidates, by their place among the allowed."""


def readings(
    held: Held, question: str, allowed: NDArray[np.intp], most: int = CANDIDATES, about: str = ""
) -> list[Reading]:
    """Measure the candidates for each question that a message asks, among the allowed positions.

    One of several, or one that leans on what was said before, is read half by itself and half as
    part of the whole: by itself it may not say what it is about. One inside a story is read with
    the story.
    """
    each_asked = parts(question) or ((question,) if about else ())
    # Several texts put forward more together than one does.
    each_most = max(most // 2, GLANCE) if each_asked else most
    whole, *asked = [
        _looked_up(held, text, allowed, each_most)
        for text in (f"{about} {question}".strip(), *each_asked)
    ]
    if not asked:
        return [_measured(held, whole, whole.places, allowed)]
    places = list(dict.fromkeys(place for each in (whole, *asked) for place in each.places))
    message = _measured(held, whole, places, allowed)
    return [
        Reading(
            asked=each.asked,
            read_as=(each.asked.dense_text, whole.asked.dense_text),
            features={
                row: ranking.halfway(message.features[row], features)
                for row, features in _measured(held, each, places, allowed).features.items()
            },
        )
        for each in asked
    ]


def _looked_up(held: Held, text: str, allowed: NDArray[np.intp], most: int) -> _LookedUp:
    """Look a text up: what meaning, views and keywords put forward."""
    asked = read_question(text, held.lexicon)
    vector = np.asarray(held.embeddings.embed_query(asked.dense_text), np.float32)
    cosines = held.vectors.cosines(vector, allowed)
    viewed = held.views.cosines(vector, allowed)
    keyword = held.keywords.scores(asked.terms)[allowed]
    keyword /= sum(held.keywords.rarity(term) for term in asked.terms) or 1.0
    nearest = np.argsort(-cosines, kind="stable")[:most]
    others = (
        place
        for scores in (viewed, keyword)
        for place in np.argsort(-scores, kind="stable")[:most]
        if scores[place] > 0
    )
    return _LookedUp(
        asked=asked,
        cosines=cosines,
        viewed=viewed,
        keyword=keyword,
        places=list(dict.fromkeys(map(int, (*nearest, *others)))),
    )


def _measured(
    held: Held, found: _LookedUp, places: Sequence[int], allowed: NDArray[np.intp]
) -> Reading:
    """Measure the statements at these places among the allowed, by position."""
    weighed = ranking.weigh(found.asked, held.keywords)
    return Reading(
        asked=found.asked,
        read_as=(found.asked.dense_text,),
        features={
            int(allowed[place]): _features(
                held,
                found.asked,
                weighed,
                int(allowed[place]),
                cosine=float(found.cosines[place]),
                viewed=float(found.viewed[place]),
                keyword=float(found.keyword[place]),
            )
            for place in places
        },
    )


def _features(
    held: Held,
    asked: Question,
    weighed: ranking.Weighed,
    row: int,
    *,
    cosine: float,
    viewed: float,
    keyword: float,
) -> ranking.Features:
    statement = held.statements[row]
    present = held.keywords.terms[row] | headed(asked.concepts, statement.section)
    elsewhere = is_beside(asked, statement.quotation) or of_a_narrower_group(
        asked, statement.section, held.lexicon
    )
    heading = " ".join(statement.section)
    cover = ranking.cover(weighed.units, present)
    in_views = [ranking.cover(weighed.units, held.views.terms[v]) for v in held.views.of[row]]
    return ranking.Features(
        dense=max(cosine, 0.0),
        # A statement that no views were written for has its own words as its only one.
        view=max(viewed if in_views else cosine, 0.0),
        view_cover=max(in_views, default=cover),
        keyword=min(keyword, 1.0),
        cover=cover * (ranking.ELSEWHERE if elsewhere else 1.0),
        concepts=ranking.cover(weighed.concepts, present),
        answer_type=ranking.answer_type(asked, statement, held.lexicon)
        * min(max(cosine, viewed, 0.0) / ranking.ON_TOPIC, 1.0),
        strength=ranking.STRENGTHS[statement.strength],
        subject=ranking.subject(asked, present, held.keywords),
        aspect=held.lexicon.aspects.said(asked.aspects, f"{statement.quotation} {heading}"),
    )
