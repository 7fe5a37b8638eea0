"""An open index: a question in, ranked evidence out."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from types import MappingProxyType

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from domain import Edition, Evidence, Statement, Strength
from retrieval import features as ranking
from retrieval.closing import closes_when_unreferenced
from retrieval.context import terms
from retrieval.counterpart import Counterparts, Side, side, states
from retrieval.keywords import Keywords
from retrieval.lexicon import Lexicon
from retrieval.locks import release
from retrieval.parts import parts
from retrieval.question import Question, read_question
from retrieval.subject import headed, is_beside, of_a_narrower_group
from retrieval.sufficiency import bears_on
from retrieval.vectors import Vectors

CANDIDATES = 48
"""How many each half of the search puts forward; a framework has some 200 to 500 statements."""


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
        embeddings: Embeddings,
        handle: int,
    ) -> None:
        self.key = key
        self._ordered = tuple(statements)
        self._position = {each.id: row for row, each in enumerate(self._ordered)}
        self.statements: Mapping[str, Statement] = MappingProxyType(
            {each.id: each for each in self._ordered}
        )
        self.answering: Mapping[str, Edition] = MappingProxyType(_answering(self._ordered))
        self._lexicon = lexicon
        self._keywords = keywords
        self._vectors = vectors
        self._embeddings = embeddings
        self._allowed_rows: dict[tuple[object, ...], list[int]] = {}
        self._counterparts: dict[tuple[str, Edition], Counterparts] = {}
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
        allowed = self._allowed(framework, edition, strengths, section)
        if not allowed or not question.strip() or limit < 1:
            return ()
        whole, *each_part = [self._scored(text, allowed) for text in (question, *parts(question))]
        scores = dict(whole)
        for own in each_part:
            for row, score in own.items():
                scores[row] = max(score, scores.get(row, 0.0))
        # Each of several questions has its own best first, so that none goes unanswered.
        ahead = [max(own, key=lambda row: own[row]) for own in each_part if own]
        ahead = list(dict.fromkeys(ahead)) if len(each_part) > 1 else []
        rest = sorted((row for row in scores if row not in ahead), key=lambda row: -scores[row])
        return tuple(
            Evidence(statement=self._ordered[row], score=scores[row])
            for row in (*ahead, *rest)[:limit]
        )

    def _scored(self, question: str, allowed: Sequence[int]) -> dict[int, float]:
        """How well each candidate answers one question, by position."""
        asked = read_question(question, self._lexicon)
        vector = self._embeddings.embed_query(asked.dense_text)
        candidates = self._candidates(asked, vector, allowed)
        features = self._features(asked, vector, candidates)
        return {row: ranking.score(each) for row, each in features.items()}

    def sufficient(self, question: str, evidence: Sequence[Evidence]) -> bool:
        """Say whether the evidence really bears on the question."""
        asked = read_question(question, self._lexicon)
        rows = [self._position[each.statement.id] for each in evidence]
        vector = self._embeddings.embed_query(asked.dense_text)
        return bears_on(asked, tuple(self._features(asked, vector, rows).values()))

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
                self._vectors.matrix[ours] @ self._vectors.matrix[theirs].T,
                self._keywords.rarity,
            )
        return self._counterparts[framework, edition]

    def _side(self, row: int) -> Side:
        statement = self._ordered[row]
        return side(statement, terms(statement.text, self._lexicon))

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
    ) -> list[int]:
        asked = (framework, edition, None if strengths is None else frozenset(strengths), section)
        if asked not in self._allowed_rows:
            self._allowed_rows[asked] = self._rows(*asked)
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

    def _candidates(
        self, asked: Question, vector: list[float], allowed: Sequence[int]
    ) -> list[int]:
        """Return the positions that either half of the search puts forward."""
        nearest = self._vectors.nearest(
            vector, CANDIDATES, [self._ordered[row].id for row in allowed]
        )
        dense = [self._position[each] for each in nearest]
        scores = self._keywords.scores(asked.terms)
        by_score = sorted(allowed, key=lambda row: -float(scores[row]))[:CANDIDATES]
        keyword = [row for row in by_score if scores[row] > 0]
        return list(dict.fromkeys((*dense, *keyword)))

    def _features(
        self, asked: Question, vector: list[float], rows: Sequence[int]
    ) -> dict[int, ranking.Features]:
        if not rows:
            return {}
        cosines: NDArray[np.float32] = self._vectors.matrix[list(rows)] @ np.asarray(
            vector, dtype=np.float32
        )
        scores = self._keywords.scores(asked.terms)
        most = sum(self._keywords.rarity(term) for term in asked.terms) or 1.0
        weighed = ranking.weigh(asked, self._keywords)
        return {
            row: self._measured(asked, weighed, row, float(cosine), float(scores[row]) / most)
            for row, cosine in zip(rows, cosines, strict=True)
        }

    def _measured(
        self,
        asked: Question,
        weighed: ranking.Weighed,
        row: int,
        cosine: float,
        keyword: float,
    ) -> ranking.Features:
        statement = self._ordered[row]
        present = self._keywords.terms[row] | headed(asked.concepts, statement.section)
        elsewhere = is_beside(asked, statement.quotation) or of_a_narrower_group(
            asked, statement.section, self._lexicon
        )
        cover = ranking.cover(weighed.units, present)
        return ranking.Features(
            dense=max(cosine, 0.0),
            keyword=min(keyword, 1.0),
            cover=cover * (ranking.ELSEWHERE if elsewhere else 1.0),
            concepts=ranking.cover(weighed.concepts, present),
            answer_type=ranking.answer_type(asked, statement, self._lexicon),
            strength=ranking.STRENGTHS[statement.strength],
            subject=ranking.subject(asked, present, self._keywords),
        )


def _let_go(vectors: Vectors, handle: int) -> None:
    vectors.close()
    release(handle)


def _answering(statements: Sequence[Statement]) -> dict[str, Edition]:
    imported = {s.source.framework for s in statements if s.source.edition is Edition.SOURCE}
    return {
        s.source.framework: Edition.SOURCE if s.source.framework in imported else Edition.DIGEST
        for s in statements
    }
