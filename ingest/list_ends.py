"""Where the list ends that a lead-in opens: how its items are written tells."""

import re
from collections.abc import Sequence

from ingest.blocks import BlockKind
from ingest.outline import Passage

LEADS = (":", ":-", ": -")
"""So ends a lead-in."""

_UNFINISHED = re.compile(r"\b(?:that|to|by|and|of|for|with)$")
_OPEN_ITEM = re.compile(r"(?:[;,]|[;,]\s*(?:and|or)|\s(?:and|or))(?:\s*then)?$")
_OPENS_LIST = re.compile(r"^Other\b.*\bincludes?\s*:$")
_SAYS_ALL = re.compile(r"^(?:The|We|All|Each|Every)\b[^,;:]*\b(?:will|must|should) be\b")
_VERBS_FOLLOW = re.compile(r"\b(?:(?:ensure|will|to)|should be \w+):$")
_SHORT_BY = re.compile(r"(?:^|[.!?]\s+)(?:\w+\s+){1,4}by\.$")
"""A lead-in printed with a full stop: "We do this by." """

_OWN_SUBJECT = re.compile(r"^(?:We|When|Where|If|There|It|All|Every)\b")


def led_until(passages: Sequence[Passage], at: int, end: int) -> int:
    """Find where the passages end that depend on the words of passage `at`."""
    piece = passages[at].piece
    last = at + 1
    while last < end and same_place(passages[at], passages[last]):
        last += 1
    run = passages[at + 1 : last]
    if not run:
        return at + 1
    leads = piece.text.endswith(LEADS)
    if _SHORT_BY.search(piece.text):
        return at + 1 + _participles(run)
    if piece.kind is not BlockKind.ITEM:
        return at + 1 + _after_paragraph(piece.text, leads, run)
    if run[0].piece.kind is BlockKind.ITEM and run[0].piece.level > piece.level:
        return at + 1 + (_nested(piece.level, run) if leads else 0)
    if leads and run[0].piece.kind is BlockKind.ITEM:
        return at + 1 + _list_length(piece.text, run)
    if _UNFINISHED.search(piece.text):
        return at + 1 + _unlike(piece.text, run)
    return at + 1


def same_place(passage: Passage, other: Passage) -> bool:
    return (
        passage.section == other.section
        and passage.piece.principle == other.piece.principle
        and passage.piece.label == other.piece.label
    )


def _after_paragraph(text: str, leads: bool, run: Sequence[Passage]) -> int:
    if run[0].piece.kind is BlockKind.ITEM:
        return _list_length(text, run) if leads or text.endswith(";") else 0
    return 1 if leads and not run[0].piece.text.endswith(LEADS) else 0


def _items(run: Sequence[Passage]) -> int:
    count = 0
    while count < len(run) and run[count].piece.kind is BlockKind.ITEM:
        count += 1
    return count


def _participles(run: Sequence[Passage]) -> int:
    """Count the items that begin with a word in "-ing"."""
    firsts = [passage.piece.text.split()[0] for passage in run[: _items(run)]]
    return next((at for at, word in enumerate(firsts) if not word.endswith("ing")), len(firsts))


def _nested(level: int, run: Sequence[Passage]) -> int:
    """Count deeper items, and those that a page break put back to the left."""
    count = 0
    while count < _items(run) and run[count].piece.level > level:
        count += 1
    first_word = run[0].piece.text.split()[0]
    while count < _items(run) and run[count].piece.text.split()[0] == first_word:
        count += 1
    return count


def _list_length(lead: str, run: Sequence[Passage]) -> int:
    """Count the items that belong to a lead-in of the same depth, by how the first is written."""
    run = run[: _items(run)]
    texts = [passage.piece.text for passage in run]
    length = _length_by_first(lead, texts)
    if _VERBS_FOLLOW.search(lead) and not _OWN_SUBJECT.match(texts[0]):
        length = max(length, _beside(run))
    opens = (at for at, text in enumerate(texts[:length]) if _ends_list(lead, texts, at))
    return next(opens, length)


def _ends_list(lead: str, texts: Sequence[str], at: int) -> bool:
    """Tell an item that is none: it opens another list, or is a sentence among phrases."""
    text = texts[at]
    if not at:
        return False
    phrases = _UNFINISHED.search(lead.rstrip(": -")) and not _SAYS_ALL.match(texts[0])
    sentence = bool(phrases) and _SAYS_ALL.match(text) is not None
    return sentence or _OPENS_LIST.match(text) is not None


def _beside(run: Sequence[Passage]) -> int:
    """Count the items that stand line under line, up to one that says whose duty it is."""
    count = 1
    while count < len(run):
        one, other = run[count - 1].piece.place.line, run[count].piece.place.line
        if one is None or other is None or other - one != 1:
            break
        if _OWN_SUBJECT.match(run[count].piece.text) and not run[count].piece.text.startswith(
            "There"
        ):
            break
        count += 1
    return count


def _length_by_first(lead: str, texts: Sequence[str]) -> int:
    first = texts[0]
    if first[0].islower():
        return next((at for at in range(1, len(texts)) if _is_new(texts, at)), len(texts))
    if _OPEN_ITEM.search(first):
        closed = (at for at, text in enumerate(texts) if not _OPEN_ITEM.search(text))
        return min(next(closed, len(texts)) + 1, len(texts))
    if not first.endswith((".", "?")):
        word = first.split()[0]
        ended = (
            at
            for at, text in enumerate(texts)
            if text.endswith((".", ":")) and text.split()[0] != word
        )
        stop = next(ended, len(texts))
        return len(texts) if stop >= len(texts) - 1 else stop
    if _OWN_SUBJECT.match(first):
        return len(texts)
    verbs = lead.rstrip(" -").endswith(("to:", "will:"))
    stops = _OWN_SUBJECT if verbs else re.compile(r"^We\b")
    return next((at for at, text in enumerate(texts) if stops.match(text)), len(texts))


def _is_new(texts: Sequence[str], at: int) -> bool:
    """Tell whether an item under small-lettered ones belongs to their list no more."""
    small = texts[at][0].islower() or texts[at].startswith("I ")
    return not small and not re.search(r"\b(?:and|or)$", texts[at - 1])


def _unlike(text: str, run: Sequence[Passage]) -> int:
    """Count the items up to one that begins as the unfinished one does ("Drawing", "Giving")."""
    participle = text.split()[0].endswith("ing")
    texts = [passage.piece.text for passage in run[: _items(run)]]
    if not participle:
        return 0
    return next((at for at, one in enumerate(texts) if one.split()[0].endswith("ing")), len(texts))
