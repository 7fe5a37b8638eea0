"""An open index: a question in, ranked evidence out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from domain import Edition, Evidence, Statement, Strength
from retrieval.asked import MOST_BY_READING, TIMESCALES_READ, Asked, by_reading
from retrieval.closing import closes_when_unreferenced
from retrieval.context import dense_text, terms
from retrieval.counterpart import Counterparts, Side, side, states
from retrieval.features import Features, score
from retrieval.judge import Judge, Judges
from retrieval.keywords import Keywords
from retrieval.lexicon import Lexicon
from retrieval.locks import release
from retrieval.measuring import GLANCE, Held, Reading, readings
from retrieval.question import Question
from retrieval.ranked import Ranked, chances, merged, read_again, signs_of
from retrieval.sufficiency import (
    LIKELY,
    LIKELY_IN_TALK,
    LOOKED_AT,
    SURE,
    Signs,
    bears_on,
    is_of_another,
)
from retrieval.vectors import Vectors
from retrieval.views import Views

TALKED_OF = 0.15
"""What a conversation adds to the score of a statement in the part that it has come to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found."""

    evidence: tuple[Evidence, ...]
    """Best first."""

    sufficient: bool
    """Whether it really answers the question."""

    doubtful: bool = False
    """Where it does: whether that is not sure enough to be said without a word of warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One question of a message as it was read, and its candidates' features by statement id."""

    question: Question
    candidates: Mapping[str, Features]


class Index:
    """Statements, searchable. Open one with `ensure_index`; close it when another takes over."""

    def __init__(
        self,
        *,
        key: str,
        statements: Sequence[Statement],
        lexicon: Lexicon,
        keywords: Keywords,
        vectors: Vectors,
        views: Views,
        asked: Asked,
        embeddings: Embeddings,
        handle: int,
        judges: Judges | None = None,
        cross_encoder: Judge | None = None,
    ) -> None:
        self.key = key
        self._ordered = tuple(statements)
        self._position = {each.id: row for row, each in enumerate(self._ordered)}
        self.statements: Mapping[str, Statement] = MappingProxyType(
            {each.id: each for each in self._ordered}
        )
        self.answering: Mapping[str, Edition] = MappingProxyType(_answering(self._ordered))
        self._held = Held(
            statements=self._ordered,
            lexicon=lexicon,
            keywords=keywords,
            vectors=vectors,
            views=views,
            embeddings=embeddings,
        )
        self._asked = asked
        self._judge = judges.statements if judges else None
        self._judge_of_timescales = judges.timescales if judges else None
        self._cross_encoder = cross_encoder
        self._allowed_rows: dict[tuple[object, ...], NDArray[np.intp]] = {}
        self._counterparts: dict[tuple[str, Edition], Counterparts] = {}
        self._read: dict[int, str] = {}
        self._close = closes_when_unreferenced(self, partial(_let_go, vectors, handle))

    def search(
        self,
        question: str,
        *,
        framework: str | None,
        edition: Edition | None = None,
        strengths: Collection[Strength] | None = None,
        section: str | None = None,
        limit: int = 8,
    ) -> tuple[Evidence, ...]:
        """Return the statements that best answer a question, best first, scored 0 to 1.

        Without an edition, each framework's answering edition is searched; without a
        framework, every framework's. A section is given by words of one of its headings.
        """
        found = self.find(
            question,
            framework=framework,
            edition=edition,
            strengths=strengths,
            section=section,
            limit=limit,
            judged=False,
        )
        return found.evidence

    def find(
        self,
        question: str,
        *,
        framework: str | None,
        edition: Edition | None = None,
        strengths: Collection[Strength] | None = None,
        section: str | None = None,
        limit: int = 8,
        about: str = "",
        talked_of: Collection[str] = (),
        judged: bool = True,
    ) -> Found:
        """Search, and decide whether what was found really answers the question.

        `about` is what was said before, where the question leans on it; `talked_of` the first
        headings of what was put forward then, whose statements are a little likelier. A topic,
        which nothing answers, is not `judged`: it is enough that something bears on it.
        """
        allowed = self._allowed(framework, edition, strengths, section)
        if not len(allowed) or not question.strip() or limit < 1:
            return Found(evidence=(), sufficient=False)
        ranked = [
            self._ranked(each, talked_of)
            for each in readings(self._held, question, allowed, about=about)
        ]
        judge = self._judge if judged else None
        elsewhere: Sequence[float | None] = [None] * len(ranked)
        if judge or any(own.bears for own in ranked):
            elsewhere = self._elsewhere(question, framework, strengths, about) or elsewhere
        doubtful = False
        if judge:
            chance = max(chances(ranked, elsewhere, judge, self._text), default=0.0)
            least = LIKELY_IN_TALK if about or talked_of else LIKELY
            sufficient, doubtful = chance >= least, least <= chance < SURE
        else:
            sufficient = any(
                own.bears and not is_of_another(own.best, other or 0.0)
                for own, other in zip(ranked, elsewhere, strict=True)
            )
        if cross_encoder := self._cross_encoder:
            ranked = [read_again(own, cross_encoder, self._text) for own in ranked]
        return Found(
            evidence=tuple(
                Evidence(statement=self._ordered[row], score=score)
                for row, score in merged(ranked)[:limit]
            ),
            sufficient=sufficient,
            doubtful=doubtful,
        )

    def _elsewhere(
        self,
        question: str,
        framework: str | None,
        strengths: Collection[Strength] | None,
        about: str,
        unseen: Collection[str] = (),
    ) -> list[float]:
        """The best score that other frameworks have for each question of a message."""
        if framework is None:
            return []
        others = self._allowed(None, None, strengths, None)
        for name in (framework, *unseen):
            others = np.setdiff1d(others, self._allowed(name, None, strengths, None))
        if not len(others):
            return []
        return [
            self._ranked(each).best
            for each in readings(self._held, question, others, GLANCE, about)
        ]

    def speaking(
        self,
        question: str,
        *,
        beside: str | None = None,
        strengths: Collection[Strength] | None = None,
    ) -> tuple[str, ...]:
        """Return the frameworks whose own statements answer a question, in order of their ids.

        All but `beside`, the one that was asked.
        """
        of = {
            framework: [
                self._ranked(each) for each in readings(self._held, question, allowed, GLANCE)
            ]
            for framework in sorted(self.answering)
            if len(allowed := self._allowed(framework, None, strengths, None))
        }
        asked = [name for name in of if name != beside]
        if self._judge is None:
            return tuple(name for name in asked if any(each.bears for each in of[name]))
        every = [(name, place, own) for name in asked for place, own in enumerate(of[name])]
        elsewhere = [
            max((of[other][place].best for other in of if other != name), default=None)
            for name, place, _ in every
        ]
        found = chances([own for _, _, own in every], elsewhere, self._judge, self._text)
        sure = {name for (name, _, _), each in zip(every, found, strict=True) if each >= LIKELY}
        return tuple(name for name in asked if name in sure)

    def signs(
        self, question: str, *, framework: str, unseen: Collection[str] = ()
    ) -> tuple[Signs, ...]:
        """Return the signs of each question of a message, to learn from; there must be a judge.

        `unseen` are frameworks that are not looked at beside it.
        """
        assert self._judge is not None  # noqa: S101 - nothing can be learnt without
        allowed = self._allowed(framework, None, None, None)
        ranked = [self._ranked(each) for each in readings(self._held, question, allowed)]
        elsewhere: Sequence[float | None] = self._elsewhere(question, framework, None, "", unseen)
        return signs_of(ranked, elsewhere or [None] * len(ranked), self._judge, self._text)

    def measured(self, question: str, *, framework: str) -> tuple[Measured, ...]:
        """Return each question of a message with its candidates' features, to learn from."""
        allowed = self._allowed(framework, None, None, None)
        return tuple(
            Measured(
                question=each.asked,
                candidates={self._ordered[row].id: f for row, f in each.features.items()},
            )
            for each in readings(self._held, question, allowed)
        )

    def timescales(self, question: str, among: Collection[str]) -> tuple[tuple[str, float], ...]:
        """Return those of these timescales (rule ids) that were indexed, the nearest first.

        Each comes with how near the question is to what asks for it. The nearest are read
        together with it as well, and come nearer or less near by what the judge says.
        """
        words = self._held.lexicon.spelled_out(" ".join(question.split()))
        vector = np.asarray(self._held.embeddings.embed_query(words), np.float32)
        near = self._asked.nearest(vector, among)
        if self._judge_of_timescales is None:
            return near
        read, others = near[:TIMESCALES_READ], near[TIMESCALES_READ:]
        sure = self._judge_of_timescales(words, [self._asked.described[id_] for id_, _ in read])
        judged = [
            (id_, nearness + by_reading(odds))
            for (id_, nearness), odds in zip(read, sure, strict=True)
        ]
        unread = [(id_, nearness - MOST_BY_READING) for id_, nearness in others]
        return tuple(sorted((*judged, *unread), key=lambda each: (-each[1], each[0])))

    def _ranked(self, reading: Reading, talked_of: Collection[str] = ()) -> Ranked:
        """How well each candidate answers one question."""
        scores = {
            row: min(score(each) + TALKED_OF * self._is_in(row, talked_of), 1.0)
            for row, each in reading.features.items()
        }
        order = sorted(scores, key=lambda row: -scores[row])
        best = [reading.features[row] for row in order[:LOOKED_AT]]
        bears = bears_on(reading.asked, best)
        return Ranked(reading=reading, scores=scores, order=order, bears=bears)

    def _text(self, row: int) -> str:
        """A statement as it is embedded and read."""
        if row not in self._read:
            self._read[row] = dense_text(self._ordered[row], self._held.lexicon)
        return self._read[row]

    def _is_in(self, row: int, headings: Collection[str]) -> bool:
        return any(heading in headings for heading in self._ordered[row].section[:1])

    def counterpart(self, statement: Statement, figures: Sequence[str]) -> Statement | None:
        """Return the statement of the framework's imported document that says the same.

        Where figures are given, it is one that states one of them; a statement of the
        document itself is its own. None when the document is not imported, or nothing in it
        is surely the same.
        """
        source = statement.source
        if statement.id not in self._position:
            return None
        if source.edition is Edition.SOURCE:
            own = self._side(self._position[statement.id])
            return statement if states(own, figures) else None
        if self.answering[source.framework] is not Edition.SOURCE:
            return None
        return self._counterparts_of(source.framework, source.edition).of(statement.id, figures)

    def _counterparts_of(self, framework: str, edition: Edition) -> Counterparts:
        """An edition beside the imported one; compared at the first call."""
        if (framework, edition) not in self._counterparts:
            ours = self._allowed(framework, edition, None, None)
            theirs = self._allowed(framework, Edition.SOURCE, None, None)
            self._counterparts[framework, edition] = Counterparts(
                [self._side(row) for row in ours],
                [self._side(row) for row in theirs],
                self._held.vectors.matrix[ours] @ self._held.vectors.matrix[theirs].T,
                self._held.keywords.rarity,
            )
        return self._counterparts[framework, edition]

    def _side(self, row: int) -> Side:
        statement = self._ordered[row]
        return side(statement, terms(statement.text, self._held.lexicon))

    def close(self) -> None:
        """Let go of the index's files; done anyway when nothing refers to the index any more.

        It cannot be searched afterwards.
        """
        self._close()

    def _allowed(
        self,
        framework: str | None,
        edition: Edition | None,
        strengths: Collection[Strength] | None,
        section: str | None,
    ) -> NDArray[np.intp]:
        asked = (framework, edition, None if strengths is None else frozenset(strengths), section)
        if asked not in self._allowed_rows:
            self._allowed_rows[asked] = np.array(self._rows(*asked), np.intp)
        return self._allowed_rows[asked]

    def _rows(
        self,
        framework: str | None,
        edition: Edition | None,
        strengths: frozenset[Strength] | None,
        section: str | None,
    ) -> list[int]:
        wanted = None if section is None else section.casefold()
        return [
            row
            for row, each in enumerate(self._ordered)
            if framework in (None, each.source.framework)
            and each.source.edition is (edition or self.answering[each.source.framework])
            and (strengths is None or each.strength in strengths)
            and (wanted is None or any(wanted in name.casefold() for name in each.section))
        ]


def _let_go(vectors: Vectors, handle: int) -> None:
    vectors.close()
    release(handle)


def _answering(statements: Sequence[Statement]) -> dict[str, Edition]:
    imported = {s.source.framework for s in statements if s.source.edition is Edition.SOURCE}
    return {
        s.source.framework: Edition.SOURCE if s.source.framework in imported else Edition.DIGEST
        for s in statements
    }
