"""Our own digests: Markdown with an id in braces on every item, read strictly.

The format, in one breath: headings carry `{section=4}` and `{strength=must}`, items carry
`{4.b1}` with optional `page=`, `principle=""` and `number=`; a nested item depends on its
parent's words. Anything else is a fault, told with its file and line.
"""

from collections.abc import Sequence
from pathlib import Path

from domain import CorpusFault, Source, Statement, Strength, statement_id
from ingest.corpus_file import read_text
from ingest.digest_items import DigestItem, parse_items


def read_digest(folder: Path, source: Source) -> tuple[Statement, ...]:
    """Read every `*.md` file of a digest folder, in name order.

    Raises CorpusFault, with every problem of the first faulty file and its lines.
    """
    statements: list[Statement] = []
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.md")):
        file = f"{source.framework}/{folder.name}/{path.name}"
        items = parse_items(read_text(path, file=file), file)
        _refuse_repeats(items, seen, file)
        statements += (_statement(item, source) for item in items if not item.is_lead_in_only)
    return tuple(statements)


def parse_digest(text: str, source: Source, *, file: str) -> tuple[Statement, ...]:
    """Turn one digest file's text into its statements; raises CorpusFault."""
    items = parse_items(text, file)
    _refuse_repeats(items, {}, file)
    return tuple(_statement(item, source) for item in items if not item.is_lead_in_only)


def _refuse_repeats(items: Sequence[DigestItem], seen: dict[str, str], file: str) -> None:
    problems: list[str] = []
    for item in items:
        if item.name in seen:
            problems.append(f"line {item.line}: id {item.name!r} is taken by {seen[item.name]}")
        seen.setdefault(item.name, f"{file} line {item.line}")
    if problems:
        raise CorpusFault(file, problems)


def _numbered(section: str | None) -> str | None:
    """A section's number; a section that only has a name gives its statements none."""
    return section if section and section[0].isdecimal() else None


def _statement(item: DigestItem, source: Source) -> Statement:
    page = item.attribute("page")
    return Statement(
        id=statement_id(source.framework, source.edition, item.name),
        source=source,
        section=tuple(heading.text for heading in item.headings),
        strength=Strength(item.attribute("strength") or ""),
        text=item.text,
        lead_in=item.lead_in,
        standard_number=item.attribute("number") or _numbered(item.attribute("section")),
        principle=item.attribute("principle"),
        page=int(page) if page else None,
        line=item.line,
    )
