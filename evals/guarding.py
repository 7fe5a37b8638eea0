"""How the guard does: what it wrongly refuses, and what it lets through that it must not.

Honest sentences are statements in their own words. Inventions are the same with one thing
changed, and whatever a small chat model makes of gold questions; it makes things up freely.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from langchain_core.language_models import BaseChatModel

from api.service import Opened
from assistant import Request
from assistant.guard import MOST_WORDS, Sentence, guard
from domain import Citation, Concept, Statement
from evals.asking import ON
from evals.gold import Question
from evals.inventions import inventions
from evals.metrics import share
from evals.tables import Table, percent
from prompts import chat_messages

_MARKS = re.compile(r"^[-*\d.\s]+|\s*\[\d+\]|\((?:must|should|information)\)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """One sentence of a model about one question, and what the guard found wrong with it."""

    question: str
    sentence: str
    evidence: tuple[str, ...]
    faults: tuple[str, ...]


def scripted(statements: Iterable[Statement], concepts: Sequence[Concept]) -> Table:
    """Each statement of one sentence as it stands, then each invention made of it."""
    made: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    slipped: list[tuple[str, ...]] = []
    for statement in statements:
        words = len(statement.text.split())
        if statement.lead_in or words > MOST_WORDS or len(_SENTENCE.split(statement.text)) > 1:
            continue
        cited = [Citation(number=1, statement=statement, score=1.0)]
        for kind, text in (("as it stands", statement.text), *inventions(statement.text)):
            made[kind] += 1
            if not guard([Sentence(text=text, rests_on=(1,))], cited, concepts):
                passed[kind] += 1
                if kind != "as it stands":
                    slipped.append((kind, text))
    rows = [
        (
            kind,
            str(count),
            str(passed[kind]),
            percent(share(n < passed[kind] for n in range(count))),
        )
        for kind, count in made.items()
    ]
    rows += [(f"let through: {kind}", "", "", text) for kind, text in slipped]
    return Table(
        title="Scripted sentences",
        headings=("changed", "of", "let through", "share"),
        rows=tuple(rows),
    )


def drafted(
    model: BaseChatModel, questions: Iterable[Question], opened: Opened
) -> Iterable[Drafted]:
    """What a model says about each question, sentence by sentence, each resting on all shown.

    It is asked as ever but free in form, so that a small model says something; each sentence is
    given every statement that was shown, which is the most that the guard could allow it.
    """
    for question in questions:
        request = Request(question=question.question, framework=question.framework)
        answer = opened.assistant.ask(request, today=question.today or ON).answer
        shown = [c for c in answer.citations if c.number in answer.shown]
        if not shown:
            continue
        said = str(model.invoke(chat_messages(question.question, shown)).content)
        for text in dict.fromkeys(part.strip() for part in _SENTENCE.split(said)):
            plain = re.sub(
                r"^[-*\d.\s]+|\s*\[\d+\]|\((?:must|should|information)\)", "", text
            ).strip()
            if len(plain.split()) < 3:
                continue
            numbers = tuple(c.number for c in shown)
            faults = guard([Sentence(text=plain, rests_on=numbers)], shown, opened.library.concepts)
            yield Drafted(
                question=question.question,
                sentence=plain,
                evidence=tuple(c.statement.quotation for c in shown),
                faults=faults,
            )


def drafted_table(found: Sequence[Drafted]) -> Table:
    """How many sentences were let through, and each of those to be read."""
    passed = [each for each in found if not each.faults]
    rows = [(f"sentences {len(found)}, let through {len(passed)}", "")]
    rows += [(each.question, each.sentence) for each in passed]
    return Table(title="A small model's sentences", headings=("question", "let through"),
                 rows=tuple(rows))  # fmt: skip
