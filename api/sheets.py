"""A set of material as a sheet: headings, lines, tables and sources, before any file format.

Each format is a rendering of this, so that a sheet says the same on screen, on paper and in a
word processor. Numbers in `marks` are those of the sources at the end.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from api.citation_bodies import CitationOut
from api.material_bodies import (
    DueLineOut,
    GroupOut,
    PromptOut,
    ReflectionOut,
    SessionOut,
    SupervisionOut,
)
from prompts import reply
from timescales import in_words

EMPTY_ROWS = 3
"""Rows of the actions table that are left to be filled in by hand."""

LETTERS = "ABCDEFGH"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text, with the sources it rests on."""

    text: str
    marks: tuple[int, ...] = ()
    style: str = "plain"
    """plain, item (of a list), question (numbered), under (below a question), warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; an empty cell is to be filled in by hand."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading and what stands under it."""

    heading: str
    lines: tuple[Line, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole document."""

    title: str
    running: str
    """What stands in the header of each page: framework, version, date."""

    facts: tuple[str, ...]
    """Lines under the title."""

    blocks: tuple[Block, ...]
    sources: tuple[CitationOut, ...]
    asides: tuple[Block, ...] = ()
    """What stands behind the sources, so that an agenda is a page by itself."""


def sheet_of(body: SupervisionOut | ReflectionOut) -> Sheet:
    """Lay a set out as a sheet."""
    if isinstance(body, SupervisionOut):
        return _supervision(body)
    return _reflection(body)


def _supervision(body: SupervisionOut) -> Sheet:
    blocks = [
        Block(heading=reply("sheet.due"), lines=tuple(_due_lines(body))),
        *_question_blocks(body.groups, tell_stage=True),
        Block(heading=reply("sheet.actions"), grid=_actions(body)),
        Block(heading=reply("sheet.left"), lines=tuple(_left(body))),
    ]
    length = reply("sheet.minutes", minutes=body.minutes)
    return Sheet(
        title=reply("sheet.supervision", topic=body.topic),
        running=_running(body),
        facts=(
            reply("sheet.made", model=body.model, length=length, date=in_words(body.made_on)),
            *_given(body),
        ),
        blocks=tuple(blocks),
        sources=tuple(body.citations),
        asides=tuple(_notices(body)),
    )


def _reflection(body: ReflectionOut) -> Sheet:
    who = reply("sheet.for_whom", audience=body.audience, level=body.level)
    title = "sheet.session" if body.session else "sheet.reflection"
    blocks = [*_question_blocks(body.groups, tell_stage=False)]
    if body.session:
        blocks = [
            *_session_head(body.session),
            *blocks,
            *_session_tail(body.session, _questions_in(body.groups)),
        ]
    return Sheet(
        title=reply(title, topic=body.topic),
        running=_running(body),
        facts=(reply("sheet.made", model=body.model, length=who, date=in_words(body.made_on)),),
        blocks=tuple(blocks),
        sources=tuple(body.citations),
        asides=tuple(_notices(body)),
    )


def _running(body: SupervisionOut | ReflectionOut) -> str:
    head = reply(
        "sheet.head", document=body.document, authority=body.authority, version=body.version
    )
    return f"{head} · {in_words(body.made_on)}"


def _given(body: SupervisionOut) -> Iterator[str]:
    facts = [reply("sheet.fact", label=each.label, date=in_words(each.date)) for each in body.given]
    if body.age is not None:
        facts.append(reply("sheet.age", age=body.age))
    if facts:
        yield reply("sheet.given", facts="; ".join(facts))


def _due_lines(body: SupervisionOut) -> Iterator[Line]:
    if not body.given:
        yield Line(text=reply("sheet.no_due"))
    elif not body.due:
        yield Line(text=reply("sheet.nothing_due"))
    for each in body.due:
        yield Line(
            text=_due(each),
            marks=tuple(each.citations),
            style="warning" if each.late else "item",
        )


def _due(line: DueLineOut) -> str:
    text = reply(
        "sheet.due_line",
        subject=line.subject,
        date=in_words(line.date),
        standing=line.standing,
    )
    if line.conditions:
        text += reply("sheet.conditions", conditions="; ".join(line.conditions))
    if line.if_missed:
        marks = " ".join(f"[{number}]" for number in line.if_missed)
        text += f"{reply('sheet.if_missed')} {marks}."
    return text


def _question_blocks(groups: Sequence[GroupOut], *, tell_stage: bool) -> Iterator[Block]:
    for group in groups:
        heading = group.name
        if group.minutes is not None:
            heading = reply("sheet.part", part=group.name, minutes=group.minutes)
        lines = [line for each in group.prompts for line in _question(each, group, tell_stage)]
        if group.minutes_citation is not None:
            lines.insert(
                0,
                Line(
                    text=reply("sheet.timed", minutes=group.minutes),
                    marks=(group.minutes_citation,),
                ),
            )
        yield Block(heading=heading, lines=tuple(lines))


def _question(prompt: PromptOut, group: GroupOut, tell_stage: bool) -> Iterator[Line]:
    told = f"{prompt.stage}: " if tell_stage and prompt.stage not in (None, group.name) else ""
    yield Line(text=f"{told}{prompt.text}", marks=tuple(prompt.citations), style="question")
    if prompt.note:
        says = tuple(prompt.note.says)
        yield Line(text=reply("sheet.says"), marks=says, style="under")
        yield Line(text=reply("sheet.listen", text=prompt.note.listen), style="under")
        yield Line(text=reply("sheet.probe", text=prompt.note.probe), style="under")


def _actions(body: SupervisionOut) -> Grid:
    late = [each for each in body.due if each.late]
    known = tuple(
        (each.subject, "", "", " ".join(f"[{number}]" for number in each.citations))
        for each in late[:EMPTY_ROWS]
    )
    empty = (("", "", "", ""),) * EMPTY_ROWS
    heads = ("sheet.action_what", "sheet.action_who", "sheet.action_when", "sheet.action_source")
    return Grid(heads=tuple(map(reply, heads)), rows=(*known, *empty))


def _left(body: SupervisionOut) -> Iterator[Line]:
    if not body.musts:
        yield Line(text=reply("sheet.no_musts"))
    elif not body.left_for_next_time:
        yield Line(text=reply("sheet.all_touched", of=body.musts))
    else:
        yield Line(
            text=reply("sheet.left_told", touched=body.musts_touched, of=body.musts),
            marks=tuple(body.left_for_next_time),
        )


def _session_head(session: SessionOut) -> Iterator[Block]:
    aims = tuple(Line(text=aim, style="item") for aim in session.aims)
    yield Block(heading=reply("sheet.aims"), lines=aims)
    lines = []
    for part in session.parts:
        told = reply("sheet.part", part=part.name, minutes=part.minutes)
        used = ""
        if part.prompts:
            numbers = ", ".join(map(str, part.prompts))
            used = f" {reply('sheet.questions_used', numbers=numbers)}"
        lines.append(Line(text=f"{told}: {part.what}{used}", style="item"))
    yield Block(heading=reply("sheet.plan"), lines=tuple(lines))


def _questions_in(groups: Iterable[GroupOut]) -> int:
    return sum(len(group.prompts) for group in groups)


def _session_tail(session: SessionOut, before: int) -> Iterator[Block]:
    """The situation and the quiz, whose questions are numbered on from those before."""
    yield Block(heading=reply("sheet.vignette"), lines=(Line(text=session.vignette),))
    if not session.quiz:
        return
    asked, answers = [], []
    for number, each in enumerate(session.quiz, before + 1):
        asked.append(Line(text=each.text, style="question"))
        asked += [
            Line(text=f"{letter}. {option}", style="under")
            for letter, option in zip(LETTERS, each.options, strict=False)
        ]
        right = f"{LETTERS[each.right]}, {each.options[each.right]}"
        told = reply("sheet.answer", number=number, right=right, why=each.why).strip()
        answers.append(Line(text=told, marks=tuple(each.citations)))
    yield Block(heading=reply("sheet.quiz"), lines=tuple(asked))
    yield Block(heading=reply("sheet.answers"), lines=tuple(answers))


def _notices(body: SupervisionOut | ReflectionOut) -> Iterable[Block]:
    if body.notices:
        lines = tuple(Line(text=each.text, style="item") for each in body.notices)
        yield Block(heading=reply("sheet.notes"), lines=lines)
