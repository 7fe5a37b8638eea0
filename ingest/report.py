"""What an import found, mended, doubted and left out, for the person who imported the document."""

import itertools
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from domain.sources import Edition, Source
from domain.statements import Statement, Strength
from ingest.blocks import Finding, FindingKind, Place

_SHOWN = 160
"""Characters of a finding's words that the report as text shows; JSON keeps them all."""

_MANY = 4
"""So many findings of one sort are told together, after the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """One import, told line by line; nothing that was left out is missing from it."""

    source: Source
    file: str
    """The file's name, without its folder."""

    counts: Mapping[Strength, int]
    """Statements of each strength; every strength is there."""

    sections: tuple[tuple[tuple[str, ...], int], ...]
    """Section paths in the document's order, each with its number of statements."""

    findings: tuple[Finding, ...]
    """In the order of the places they name; the file as a whole comes first."""

    @property
    def total(self) -> int:
        """All statements."""
        return sum(self.counts.values())

    def as_text(self) -> str:
        """Write the report for a reader: counts, sections, then findings by kind."""
        lines = [
            f"{self.source.document}, {self.source.version} ({self.source.authority})",
            f"file: {self.file}",
            f"{self.total} statements: "
            + ", ".join(f"{count} {strength}" for strength, count in self.counts.items()),
            "",
            "Sections",
        ]
        lines += [
            f"  {count:4}  {' > '.join(path) or '(no heading)'}" for path, count in self.sections
        ]
        for kind in FindingKind:
            found = [finding for finding in self.findings if finding.kind is kind]
            lines += ["", f"{kind.value.capitalize()}: {len(found)}"]
            lines += [f"  {line}" for line in _told_together(found)]
        return "\n".join(lines) + "\n"

    def as_json(self) -> str:
        """Write the report as JSON; `from_json` gives an equal one back."""
        return json.dumps(
            {
                "source": asdict(self.source),
                "file": self.file,
                "counts": dict(self.counts),
                "sections": [{"path": path, "statements": count} for path, count in self.sections],
                "findings": [asdict(finding) for finding in self.findings],
            },
            ensure_ascii=False,
            indent=1,
        )

    @classmethod
    def from_json(cls, text: str) -> "ImportReport":
        """Read what `as_json` wrote; raises `KeyError` or `ValueError` for anything else."""
        told = json.loads(text)
        source = told["source"]
        return cls(
            source=Source(**{**source, "edition": Edition(source["edition"])}),
            file=told["file"],
            counts={Strength(name): count for name, count in told["counts"].items()},
            sections=tuple((tuple(one["path"]), one["statements"]) for one in told["sections"]),
            findings=tuple(_finding(one) for one in told["findings"]),
        )


def report_of(
    source: Source, file: str, statements: Sequence[Statement], findings: Sequence[Finding]
) -> ImportReport:
    """Count what one import gave."""
    strengths = Counter(statement.strength for statement in statements)
    sections = Counter(statement.section for statement in statements)
    return ImportReport(
        source=source,
        file=file,
        counts={strength: strengths[strength] for strength in Strength},
        sections=tuple(sections.items()),
        findings=tuple(sorted(findings, key=_where)),
    )


def _where(finding: Finding) -> tuple[int, int]:
    return finding.place.page or 0, finding.place.line or 0


def _told_together(found: Sequence[Finding]) -> Iterator[str]:
    """Tell findings one by one, then those of which there are many of a sort together."""
    sorts = Counter(finding.what for finding in found)
    yield from (_told(finding) for finding in found if sorts[finding.what] < _MANY)
    for what, times in sorts.items():
        if times >= _MANY:
            yield f"{what}, {times} times:"
            alike = [(at, finding) for at, finding in enumerate(found) if finding.what == what]
            yield from (f"  {line}" for line in _told_alike(alike))


def _told_alike(alike: Sequence[tuple[int, Finding]]) -> Iterator[str]:
    """Tell findings of one sort: equal words once, and neighbours in one line."""
    texts: defaultdict[str, list[Finding]] = defaultdict(list)
    for _, finding in alike:
        texts[finding.text].append(finding)
    for text, equal in texts.items():
        if len(equal) > 1:
            yield f"{_places(equal)}, {len(equal)} times" + _words(text)
    single = [(at, finding) for at, finding in alike if len(texts[finding.text]) == 1]
    for _, run in itertools.groupby(enumerate(single), lambda one: one[1][0] - one[0]):
        findings = [finding for _, (_, finding) in run]
        if len(findings) < _MANY:
            yield from (f"{finding.place}" + _words(finding.text) for finding in findings)
        else:
            first, last = findings[0], findings[-1]
            words = " | ".join(finding.text for finding in findings)
            yield f"from {first.place} to {last.place}" + _words(words)


def _places(findings: Sequence[Finding]) -> str:
    lines = [str(finding.place.line) for finding in findings if finding.place.line is not None]
    if len(lines) == len(findings) and all(one.place.page is None for one in findings):
        return f"lines {', '.join(lines)}"
    return "; ".join(str(finding.place) for finding in findings)


def _words(text: str) -> str:
    words = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f": {words}" if words else ""


def _told(finding: Finding) -> str:
    return f"{finding.place}: {finding.what}" + _words(finding.text)


def _finding(told: Mapping[str, object]) -> Finding:
    place = told["place"]
    if not isinstance(place, Mapping):
        raise ValueError("a finding has no place")
    return Finding(
        kind=FindingKind(str(told["kind"])),
        what=str(told["what"]),
        place=Place(page=place["page"], line=place["line"]),
        text=str(told["text"]),
    )
