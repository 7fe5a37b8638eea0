"""Bodies as plain text for a terminal."""

from collections.abc import Iterable, Iterator

from api.ask_bodies import AskOut, ConflictOut
from api.citation_bodies import CitationOut, NoticeOut, SearchOut
from api.due_bodies import DayOut, ReadingOut, RuleDueOut, RulesOut
from api.framework_bodies import FrameworksOut
from api.proposal_bodies import ProposedOut
from timescales import in_words


def answer_text(body: AskOut) -> str:
    """An answer, its working, what to know beside it, and its citations."""
    lines = [body.answer]
    if body.clarify:
        lines += [f"  - {o.label}" for o in body.clarify.options]
    if body.due:
        lines += _readings(body.due.readings)
    lines += _notices(dict.fromkeys((*_told(body.notices), *_explained(body.conflicts))))
    if body.citations:
        lines += ["", "Sources"]
        lines += [place(c) for c in sorted(body.citations, key=lambda each: each.number)]
    if body.suggestions:
        lines += ["", *(f"Next: {suggestion}" for suggestion in body.suggestions)]
    return "\n".join(lines)


def due_text(body: RuleDueOut) -> str:
    """A due date with its working, its rule and the figures that contradict it."""
    lines = [f"{body.rule.subject}: {in_words(body.date)}", body.summary]
    lines += _readings(body.readings)
    for other in body.other_figures:
        date = f": {in_words(other.date)}" if other.date else ""
        lines += ["", f"The document also says {other.figure}{date} ({other.rule_id})."]
        lines += [quoted(citation) for citation in other.citations]
    lines += _notices(_told(body.notices))
    lines += ["", "It rests on", *(quoted(c) for c in body.rule.citations)]
    return "\n".join(lines)


def search_text(body: SearchOut) -> str:
    """Statements, best first, each with its place."""
    if not body.citations:
        return "Nothing was found."
    return "\n\n".join(quoted(citation) for citation in body.citations)


def rules_text(body: RulesOut) -> str:
    """The register, one rule a line with its conditions below."""
    lines = []
    for rule in body.rules:
        lines.append(f"{rule.id}: {rule.subject}: {rule.figure} ({rule.form}: {rule.event.name})")
        lines += [f"    {condition}" for condition in rule.conditions]
        lines += [] if rule.reviewed else ["    read automatically; nobody has reviewed it"]
    return "\n".join(lines) or "No rule of the register fits."


def proposed_text(body: ProposedOut) -> str:
    """How many rules a draft has, what is open in them, and what to do with it."""
    if body.file is None:
        return "No figure of time was found that the register does not have already."
    without = sum(rule.event is None for rule in body.rules)
    lines = [f"{len(body.rules)} rules proposed: {body.file}"]
    lines += [f"{without} of them name no event: choose each one's."] if without else []
    lines += [
        "Read each beside its statement, put it right, and take out `reviewed = false`: until then",
        "nothing is worked out with it. The place of what is reviewed is",
        f"corpus/{body.framework}/timescales.toml.",
    ]
    return "\n".join(lines)


def frameworks_text(body: FrameworksOut) -> str:
    """The frameworks and which text of each answers."""
    return "\n".join(
        f"{each.id}: {each.authority}, {each.document} ({each.version}); "
        f"answers from: {each.answers_from or 'nothing yet, import its document'}"
        for each in body.frameworks
    )


def place(citation: CitationOut) -> str:
    """Where a statement stands, in a line."""
    parts = [citation.document, citation.version, str(citation.edition)]
    parts += [" > ".join(citation.section)]
    parts += [f"standard {citation.standard_number}"] if citation.standard_number else []
    parts += [f"page {citation.page}"] if citation.page else []
    return f"[{citation.number}] {'; '.join(parts)} ({citation.statement_id})"


def quoted(citation: CitationOut) -> str:
    """A statement's exact words and where they stand."""
    return f"{place(citation)}\n    “{citation.text}”"


def plain(text: str) -> str:
    """Text that no imported document can use to steer a terminal."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)


def _readings(readings: Iterable[ReadingOut]) -> Iterator[str]:
    for reading in readings:
        time = f", {reading.time}" if reading.time else ""
        yield ""
        yield f"{in_words(reading.date)}{time} ({reading.label})"
        yield from (_day(day) for day in reading.working)


def _day(day: DayOut) -> str:
    return f"  {'+' if day.counted else ' '} {day.date:%a} {day.date.isoformat()}  {day.why}"


def _told(notices: Iterable[NoticeOut]) -> list[str]:
    return [notice.text for notice in notices]


def _explained(conflicts: Iterable[ConflictOut]) -> list[str]:
    return [conflict.explanation for conflict in conflicts]


def _notices(texts: Iterable[str]) -> list[str]:
    found = [f"Note: {text}" for text in texts]
    return ["", *found] if found else []
