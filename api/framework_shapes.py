"""Frameworks and the open index as the bodies of the contract."""

from collections import Counter

from api.framework_bodies import (
    EditionOut,
    EventOfFrameworkOut,
    FaultOut,
    FrameworkDetailOut,
    FrameworkOut,
    FrameworksOut,
    ReadyOut,
    SectionOut,
)
from api.service import Opened
from assistant import Library
from domain import Edition, Fault, Framework, Statement


def frameworks_out(library: Library, default: str | None) -> FrameworksOut:
    """Every framework, in the order of their ids."""
    found = [library.frameworks[name] for name in sorted(library.frameworks)]
    return FrameworksOut(
        frameworks=[framework_out(framework, library) for framework in found],
        default=default,
    )


def framework_out(framework: Framework, library: Library) -> FrameworkOut:
    """One framework with its editions."""
    return FrameworkOut(
        id=framework.id,
        authority=framework.authority,
        document=framework.document,
        version=framework.version,
        answers_from=library.index.answering.get(framework.id),
        editions=_editions(framework, library),
    )


def framework_detail_out(framework: Framework, opened: Opened) -> FrameworkDetailOut:
    """One framework with its sections and known faults."""
    library = opened.library
    answers_from = library.index.answering.get(framework.id)
    faults = opened.faults.get(framework.id, ())
    return FrameworkDetailOut(
        **framework_out(framework, library).model_dump(),
        also_called=list(framework.also_called),
        sections=_sections(_statements(framework, answers_from, library)),
        rules=len(library.rules_of(framework.id)),
        events=_events(framework, library),
        faults=[_fault(fault) for fault in faults],
    )


def ready_out(library: Library) -> ReadyOut:
    """Which index is open and which editions answer."""
    return ReadyOut(
        index=library.index.key,
        answering=dict(library.index.answering),
        holidays_announced_until=library.calendar.announced_until.isoformat(),
    )


def _events(framework: Framework, library: Library) -> list[EventOfFrameworkOut]:
    """The events from which something has a date, those that most follows from first."""
    counts = Counter(rule.event for rule in library.rules_of(framework.id) if rule.gives_date)
    return [
        EventOfFrameworkOut(id=name, name=library.events[name].name, duties=count)
        for name, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    ]


def _fault(fault: Fault) -> FaultOut:
    return FaultOut(kind=fault.kind, text=fault.text, statements=list(fault.statements))


def _editions(framework: Framework, library: Library) -> list[EditionOut]:
    found = []
    for edition in Edition:
        statements = _statements(framework, edition, library)
        if statements:
            source = statements[0].source
            found.append(
                EditionOut(
                    edition=edition,
                    document=source.document,
                    version=source.version,
                    statements=dict(Counter(s.strength for s in statements)),
                )
            )
    return found


def _statements(framework: Framework, edition: Edition | None, library: Library) -> list[Statement]:
    return [
        statement
        for statement in library.index.statements.values()
        if statement.source.framework == framework.id and statement.source.edition == edition
    ]


def _sections(statements: list[Statement]) -> list[SectionOut]:
    """Sections in the order in which the document has them."""
    count = Counter(statement.section for statement in statements)
    return [SectionOut(section=list(path), statements=n) for path, n in count.items()]
