"""Gold conversations: each turn leans on those before it, and is judged by itself.

A turn is right where a statement that is put forward holds its evidence, or it gives the gold
date, asks back, or says that the framework does not say, as the gold has it.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from api.service import Opened
from assistant import Request
from domain import Answer, AnswerKind, CorpusFault, Edition
from evals.asking import ON, put_forward
from evals.dates import ALL
from evals.gold import MOST_WORDS, Split
from evals.matching import find
from evals.material import ROOT
from evals.metrics import share
from evals.tables import Table, percent

CONVERSATIONS = ROOT / "evals" / "conversations"


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TurnRow(_Table):
    """One `[[conversation.turn]]`: what is typed, and what a right answer to it shows."""

    question: Annotated[str, Field(min_length=1, max_length=2000)]
    evidence: tuple[str, ...] = ()
    all_of: bool = False
    digest: tuple[str, ...] = ()
    due: dt.date | None = None
    asks: bool = False
    not_found: bool = False
    note: str = ""

    @model_validator(mode="after")
    def _has_an_outcome(self) -> Self:
        if not (self.evidence or self.due or self.asks or self.not_found):
            raise ValueError("a turn needs evidence, due, asks or not_found")
        if any(not 0 < len(each.split()) <= MOST_WORDS for each in self.evidence):
            raise ValueError(f"evidence must have 1 to {MOST_WORDS} words")
        return self


class ConversationRow(_Table):
    """One `[[conversation]]` of a framework."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    split: Split
    today: dt.date = ON
    note: str = ""
    turn: Annotated[tuple[TurnRow, ...], Field(min_length=2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTurn:
    """One turn, what was answered, and whether that was right."""

    conversation: str
    framework: str
    split: Split
    turn: TurnRow
    right: bool
    kind: AnswerKind
    text: str
    read_as: str


def load_conversations(folder: Path) -> dict[str, tuple[ConversationRow, ...]]:
    """The gold conversations by framework; raises CorpusFault for a file that breaks the shape."""
    found = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            rows = tomllib.loads(path.read_text("utf-8"))["conversation"]
            found[path.stem] = tuple(ConversationRow.model_validate(row) for row in rows)
        except (tomllib.TOMLDecodeError, KeyError, ValidationError) as fault:
            raise CorpusFault(path.name, [str(fault)]) from fault
    return found


def talk(
    framework: str, conversations: Iterable[ConversationRow], opened: Opened, edition: Edition
) -> list[JudgedTurn]:
    """Hold each conversation, turn after turn, in its framework and on its day."""
    judged = []
    for each in conversations:
        kept = None
        for turn in each.turn:
            request = Request(question=turn.question, framework=framework, conversation_id=kept)
            reply = opened.assistant.ask(request, today=each.today)
            kept = reply.conversation_id
            read = [n.text for n in reply.answer.notices if n.kind == "read_as"]
            judged.append(
                JudgedTurn(
                    conversation=each.id,
                    framework=framework,
                    split=each.split,
                    turn=turn,
                    right=is_right(turn, reply.answer, framework, edition),
                    kind=reply.answer.kind,
                    text=reply.answer.text,
                    read_as=read[0] if read else "",
                )
            )
    return judged


def is_right(turn: TurnRow, answer: Answer, framework: str, edition: Edition) -> bool:
    """Whether an answer is what the turn wants; of a turn with a date only the date counts."""
    if turn.due:
        return answer.due is not None and answer.due.date == turn.due
    if turn.asks:
        return answer.clarify is not None
    if turn.not_found:
        return answer.kind is AnswerKind.NOT_FOUND
    if answer.clarify or answer.kind is AnswerKind.NOT_FOUND:
        return False
    if edition is Edition.SOURCE:
        return find(put_forward(answer), turn.evidence, all_of=turn.all_of) is not None
    shown = {c.statement.id for c in answer.citations if c.number in answer.shown}
    wanted = {f"{framework}:digest:{name}" for name in turn.digest}
    return bool(shown & wanted)


def conversation_tables(judged: Sequence[JudgedTurn]) -> tuple[Table, ...]:
    """Turns and whole conversations by split and framework, then the dev turns to look at."""
    rows = [
        _row(split, ALL, [j for j in judged if split in (ALL, j.split)]) for split in (ALL, *Split)
    ]
    names = sorted({j.framework for j in judged})
    rows += [_row(ALL, name, [j for j in judged if j.framework == name]) for name in names]
    misses = tuple(
        (j.conversation, j.turn.question, j.read_as, str(j.kind), j.text.splitlines()[0])
        for j in judged
        if not j.right and j.split is Split.DEV
    )
    return (
        Table(
            title="Conversations",
            headings=("split", "framework", "turns", "turns right", "conversations", "all right"),
            rows=tuple(rows),
        ),
        Table(
            title="Turns not right (development half only)",
            headings=("conversation", "typed", "read as", "kind", "answered"),
            rows=misses,
        ),
    )


def _row(split: str, framework: str, judged: Sequence[JudgedTurn]) -> tuple[str, ...]:
    whole = {each.conversation: True for each in judged}
    for each in judged:
        whole[each.conversation] &= each.right
    return (
        split,
        framework,
        str(len(judged)),
        percent(share(j.right for j in judged)),
        str(len(whole)),
        percent(share(whole.values())),
    )
