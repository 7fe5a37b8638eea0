"""A draft register, read from the figures of a framework's statements for a person to review.

Every figure of time that stands in a statement and in no rule yet becomes a rule marked
`reviewed = false`: the calculator leaves those alone until somebody has accepted them. What
the words leave open is left open in the draft, not guessed.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from api.proposal_bodies import ProposedOut, ProposedRuleOut
from assistant import Library, find_events
from domain import (
    DATED_FORMS,
    BadInput,
    DiskFull,
    Edition,
    Event,
    Form,
    FoundFigure,
    Rule,
    Statement,
    find_figures,
    time_figures,
)
from timescales import parse_period, parse_register

READ = "rules read automatically"
"""Stands for a file's name where there is none."""

EVENT_OPEN = "to-be-chosen"
"""Stands for the event where the statement names none that the vocabulary knows."""

_LONGEST_SUBJECT = 90
_ID_WORDS = 6

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s")
_EVERY_BEFORE = re.compile(
    r"\b(?:every|each|per|intervals? of(?: not more than| no more than)?)\s+(?:of\s+)?$", re.I
)
_REPEATS = re.compile(
    r"(?:ly|fortnight|annual)$|^(?:every|twice|termly)\b|^\S+[\s-]+(?:weekly|monthly|yearly)$", re.I
)
_BEFORE_AFTER = re.compile(r"^\s*(?:before|prior to|in advance|ahead of|beforehand)\b", re.I)
_AGE_BEFORE = re.compile(r"\b(?:aged?|age of|turns?|reach(?:es|ing)?|until they are)\s*$", re.I)
_AGE_AFTER = re.compile(r"^\s*(?:old|of age)\b", re.I)
_LASTS_BEFORE = re.compile(r"\b(?:for|lasts?|takes?|over|up to)\s+(?:about\s+|around\s+)?$", re.I)
_AT_LEAST = re.compile(r"\b(?:at least|minimum(?: of)?|no less than)\b[^.;]{0,20}$", re.I)
_AT_LEAST_AFTER = re.compile(r"^\s*(?:as a minimum|at (?:the )?least|minimum)\b", re.I)
_WORD = re.compile(r"[a-z0-9]+")
_MONTHS_MORE = re.compile(r"^\s*(?:and\s+)?(\d{1,2}|\w+)\s+months?\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One rule of a draft."""

    id: str
    statement: Statement
    form: Form
    figure: str
    event: str | None
    """None where the statement names no event of the vocabulary."""

    starts: str | None
    """The event that falls due, where the statement names one before the figure."""

    at_least: bool


def propose(library: Library, framework: str) -> tuple[Proposal, ...]:
    """Propose a rule for each figure of time that no rule of the framework has yet.

    The statements are those of the edition that answers. Raises UnknownFramework.
    """
    library.framework(framework)
    edition = library.index.answering.get(framework)
    reviewed = [rule for rule in library.rules_of(framework) if rule.reviewed]
    known = {
        (statement.id, figure)
        for rule in reviewed
        for statement in library.rests_on(rule.id)
        for words in rule.figures_stated
        for figure in (*time_figures(words), words)
    }
    taken = {rule.id.partition(":")[2] for rule in reviewed}
    found: list[Proposal] = []
    for statement in library.index.statements.values():
        if statement.source.framework == framework and statement.source.edition is edition:
            found += _of(statement, known, library.events.values(), taken)
    return tuple(found)


def read_automatically(library: Library, framework: str) -> tuple[Rule, ...]:
    """The proposals that name their event and give a date, as rules that nobody has reviewed.

    Every date that is worked out with one says so, with its statement in full.
    """
    found = [
        each for each in propose(library, framework) if each.event and each.form in DATED_FORMS
    ]
    if not found:
        return ()
    return parse_register(as_toml(found, framework), framework=framework, file=READ)


def proposed_out(proposals: Sequence[Proposal], framework: str, path: Path) -> ProposedOut:
    """A draft and its file as JSON."""
    return ProposedOut(
        framework=framework,
        file=str(path) if proposals else None,
        rules=[
            ProposedRuleOut(
                id=each.id,
                form=each.form,
                figure=each.figure,
                event=each.event,
                statement_id=each.statement.id,
            )
            for each in proposals
        ],
    )


def as_toml(proposals: Sequence[Proposal], framework: str) -> str:
    """Write a draft as the register it may become, each rule under the statement it is from."""
    lines = [
        f"# Draft of corpus/{framework}/timescales.toml, read automatically from the statements.",
        "# Read each beside its statement. Put right what it says, choose its event, add what it",
        "# lacks (who, conditions, what people call it), delete what is no timescale; then take",
        "# out `reviewed = false`. Until then nothing is worked out with it.",
    ]
    for each in proposals:
        lines += ["", *_comment(each.statement), *_table(each)]
    return "\n".join(lines) + "\n"


def write_draft(text: str, path: Path, *, force: bool) -> None:
    """Write a draft; raises BadInput where one is there that a person may have worked on.

    Raises DiskFull where it cannot be written.
    """
    if path.exists() and not force:
        raise BadInput(
            "output",
            f"{path} is there already, and may have been worked on. Move it, give another "
            "--output, or give --force to write over it.",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DiskFull(f"{path} cannot be written: {error.strerror}.") from error


def _of(
    statement: Statement,
    known: Collection[tuple[str, str]],
    events: Iterable[Event],
    taken: set[str],
) -> Iterator[Proposal]:
    text = statement.text
    for figure in _whole_ages(text, find_figures(text)):
        if (statement.id, figure.normal) in known or (statement.id, figure.words) in known:
            continue
        form = _form(text, figure)
        if form is None:
            continue
        event, starts = _events(statement, figure, form, events)
        yield Proposal(
            id=_id(text, taken),
            statement=statement,
            form=form,
            figure=_figure(figure, form),
            event=event,
            starts=starts,
            at_least=bool(
                _AT_LEAST.search(text[: figure.start]) or _AT_LEAST_AFTER.match(text[figure.end :])
            ),
        )


def _whole_ages(text: str, figures: Sequence[FoundFigure]) -> Iterator[FoundFigure]:
    """Take "15 years and 9 months" for one figure."""
    end = 0
    for figure in figures:
        if figure.start < end:
            continue
        more = _MONTHS_MORE.match(text[figure.end :])
        end = figure.end
        if more and figure.normal.endswith(" year"):
            end += more.end()
            words = text[figure.start : end]
            if _is_period(words):
                yield FoundFigure(words=words, normal=words.lower(), start=figure.start, end=end)
                continue
            end = figure.end
        yield figure


def _form(text: str, figure: FoundFigure) -> Form | None:
    """How the figure counts, as the words around it say; None where it is no period."""
    before, after = text[: figure.start], text[figure.end :]
    if not _is_period(_plain(figure.words)):
        return None
    if _AGE_BEFORE.search(before) or _AGE_AFTER.match(after):
        return Form.AT_AGE if re.search(r"year|month|week", figure.normal) else None
    if _REPEATS.search(figure.words) or _EVERY_BEFORE.search(before):
        return Form.EVERY
    if _BEFORE_AFTER.match(after):
        return Form.BEFORE
    if "minute" in figure.normal or _LASTS_BEFORE.search(before):
        return Form.LASTS
    return Form.WITHIN


def _figure(figure: FoundFigure, form: Form) -> str:
    words = _plain(figure.words)
    return re.sub(r"^every\s+", "", words, flags=re.I) if form is Form.EVERY else words


def _plain(words: str) -> str:
    return " ".join(re.sub(r"^every\s+", "", words.strip(), flags=re.I).split())


def _is_period(words: str) -> bool:
    try:
        parse_period(words)
    except ValueError:
        return False
    return True


def _events(
    statement: Statement, figure: FoundFigure, form: Form, events: Iterable[Event]
) -> tuple[str | None, str | None]:
    """The event that the figure's own sentence counts from, and the one that falls due.

    What recurs counts from its own last time, named on either side of the figure. Any other
    period counts from what stands behind it: the event before it is what falls due.
    """
    if form is Form.AT_AGE:
        return "birth", None
    start, end = _sentence(statement.text, figure)
    places = find_events(statement.text[start:end], events)
    at = figure.end - start
    behind = [place for place in places if place.start >= at]
    ahead = [place for place in places if place.end <= figure.start - start]
    if form is Form.EVERY and ahead:
        return ahead[-1].event.id, None
    event = behind[0].event.id if behind else None
    due = ahead[-1].event.id if ahead and form is Form.WITHIN else None
    return event, due if due != event else None


def _sentence(text: str, figure: FoundFigure) -> tuple[int, int]:
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    start = max((end + 1 for end in ends if end < figure.start), default=0)
    return start, min((end for end in ends if end >= figure.end), default=len(text))


def _id(text: str, taken: set[str]) -> str:
    words = _WORD.findall(text.lower().replace("'", "").replace("’", ""))
    base = "-".join(words[:_ID_WORDS]) or "rule"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name


def _comment(statement: Statement) -> Iterator[str]:
    place = " > ".join(statement.section)
    if statement.page:
        place += f", page {statement.page}"
    elif statement.line:
        place += f", line {statement.line}"
    yield f"# {_one_line(place)}"
    yield f"# {_one_line(statement.quotation)}"


def _table(each: Proposal) -> Iterator[str]:
    yield "[[rule]]"
    yield f"id = {_string(each.id)}"
    yield f"subject = {_string(_subject(each.statement.text))}"
    if each.event is None:
        yield "# No event of the vocabulary is named: choose one, or add it to events.toml."
    yield f"event = {_string(each.event or EVENT_OPEN)}"
    yield f"{each.form} = {_string(each.figure)}"
    if each.starts:
        yield f"starts = {_string(each.starts)}"
    if each.at_least:
        yield 'bound = "at least"'
    yield f"rests_on = [{_string(_name(each.statement))}]"
    yield "reviewed = false"


def _subject(text: str) -> str:
    folded = _one_line(text)
    if len(folded) <= _LONGEST_SUBJECT:
        return folded
    return folded[:_LONGEST_SUBJECT].rsplit(" ", 1)[0]


def _name(statement: Statement) -> str:
    """The statement as `rests_on` names it: a digest's own name, or `source:` and its hash."""
    name = statement.id.split(":", 2)[2]
    return name if statement.source.edition is Edition.DIGEST else f"{Edition.SOURCE}:{name}"


def _one_line(text: str) -> str:
    """Printable words on one line: a comment of TOML holds no control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _string(text: str) -> str:
    """A string of TOML; JSON's escapes are TOML's too."""
    return json.dumps(text, ensure_ascii=False)
