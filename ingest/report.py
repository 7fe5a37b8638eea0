"""What an import found, mended, doubted and left out, for the person who imported the document."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from domain.sources import Edition, Source
from domain.statements import Statement, Strength
from ingest.blocks import Finding, FindingKind, Place

_SHOWN = 160
"""Characters of a finding's words that the report as text shows; JSON keeps them all."""


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
            lines += [f"  {_told(finding)}" for finding in found]
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
        findings=tuple(findings),
    )


def _told(finding: Finding) -> str:
    words = finding.text if len(finding.text) <= _SHOWN else f"{finding.text[:_SHOWN]}…"
    return f"{finding.place}: {finding.what}" + (f": {words}" if words else "")


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
