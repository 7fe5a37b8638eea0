"""List items that extraction ran together without a mark between them are parted again."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import BlockKind, Finding, FindingKind
from ingest.pieces import Piece, key

_OPENERS = frozenset(
    "A All An Any At Each Every Everyone For From If In It Once Our Prior The There "
    "These This To We When Whenever Where Within".split()
)
_OBJECTS = frozenset("a that the".split())
"""What follows a capitalised verb that begins an item ("Check that …")."""

_UNITS = frozenset("hours days weeks months years".split())
_POINTS_BACK = re.compile(
    r"^(?:This|These|They|It|Its|Their|Such|That|Those|He|She|Also|Again|And|Or|But|See|"
    r"The latter|The only|Otherwise|(?:If|When) (?:this|these|they|it|not))\b"
)
_SENTENCE_END = re.compile(r"(?:[.!?][\"'’”)]?)$")
_SHORT_FORM = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|Reg|Regs|No|St|Dr|vs|inc)\.|\b[A-Z]\.|^\d{1,2}\.)$"
)
_NO_BREAK_AFTER = re.compile(
    r"[.!?:;,–—/(&|-]$|^(?:and|or|the|a|an|of|to|in|for|with|by|from|at|on|as|is|are)$"
)
_LEADS_ON = re.compile(r"^(?P<lead>[^.?!]*\b(?:will|must|should)(?: always)?),\s+(?=[A-Z][a-z]+ )")
_OWN_SUBJECT = re.compile(r"^(?:We|You|I|The|A|An|All|Every|Each|When|Where|If|There|It)\b")
_EXAMPLE = re.compile(r"\be\.g\.[^.!?]*\?$")
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a document begins its items, and which words it writes with a capital inside them."""

    starts: Counter[str]
    inside: Counter[str]
    lower: Counter[str]
    """Pairs of words, in lower case wherever they stand."""

    known: frozenset[str]
    """Keys of whole items, as marked somewhere in the document."""


def habits_of(pieces: Sequence[Piece]) -> Habits:
    """Learn from a document's own items how its items begin."""
    starts: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for piece in pieces:
        words = piece.text.split()
        lower.update(" ".join(pair) for pair in itertools.pairwise(words))
        listed = piece.kind is BlockKind.ITEM
        for at, word in enumerate(words):
            if word[0].isupper():
                pair = " ".join(words[at : at + 2])
                opens = at == 0 or _SENTENCE_END.search(words[at - 1]) is not None
                (starts if opens else inside).update((word, pair) if listed or not opens else ())
    known = frozenset(key(piece.text) for piece in pieces if piece.kind is BlockKind.ITEM)
    return Habits(starts=starts, inside=inside, lower=lower, known=known)


def part_runs(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
    """Part every item or table paragraph that holds more than one; each parting is a finding."""
    habits = habits_of(pieces)
    parted: list[Piece] = []
    findings: list[Finding] = []
    for piece in pieces:
        parts = _parts(piece, habits)
        if len(parts) > 1:
            what = f"run-together items, parted into {len(parts)}"
            findings.append(
                Finding(kind=FindingKind.MENDED, what=what, place=piece.place, text=piece.text)
            )
        kind = BlockKind.ITEM if len(parts) > 1 else piece.kind
        parted.extend(_led(replace(piece, kind=kind), parts))
    return tuple(parted), tuple(findings)


def _led(piece: Piece, parts: Sequence[str]) -> Iterator[Piece]:
    """Give the parts of a piece; "… will always, Check …" leads in what has no subject either."""
    label = piece.label
    for part in parts:
        found = _LEADS_ON.match(part) if len(parts) > 1 else None
        if found:
            label = f"{piece.label} {found['lead']},".strip()
            part = part[found.end() :]
        elif _OWN_SUBJECT.match(part):
            label = piece.label
        yield replace(piece, text=part, label=label)


def _parts(piece: Piece, habits: Habits) -> list[str]:
    listed = piece.kind is BlockKind.ITEM
    if piece.kind is BlockKind.HEADING or not (listed or piece.principle) or piece.number:
        return [piece.text]
    words = piece.text.split()
    breaks = _breaks(words, habits, sure=True)
    if breaks and piece.in_row:
        breaks = _breaks(words, habits, sure=False)
    by_sentence = bool(breaks) or (not listed and bool(piece.principle))
    if by_sentence:
        breaks = sorted({*breaks, *_sentence_breaks(words)})
    bounds = [0, *breaks, len(words)]
    parts = [" ".join(words[start:end]) for start, end in itertools.pairwise(bounds)]
    return list(_with_known(parts, habits.known - {key(piece.text)}))


def _breaks(words: Sequence[str], habits: Habits, *, sure: bool) -> list[int]:
    """Find where a new item begins though the one before has no full stop.

    Where it is not `sure`, words that the document elsewhere writes small are taken to begin one.
    """
    found: list[int] = []
    for at in range(_FEWEST_WORDS, len(words) - _FEWEST_WORDS + 1):
        since = at - (found[-1] if found else 0)
        begins = _begins(words, at, habits) or (not sure and _seems(words, at, habits))
        if since >= _FEWEST_WORDS and begins and not _in_quotes(words[:at]):
            found.append(at)
    return found


def _in_quotes(words: Sequence[str]) -> bool:
    text = " ".join(words)
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def _begins(words: Sequence[str], at: int, habits: Habits) -> bool:
    word, above, below = words[at], words[at - 1].rstrip(")\"'’”"), words[at + 1]
    if not above:
        return False
    if word == "We" and below[0].islower() and above.isalpha() and above.islower():
        return True
    if above in _UNITS and word[0].isupper() and not word.isupper():
        return True
    if not word[0].isupper() or _NO_BREAK_AFTER.search(above) or above[0].isupper():
        return False
    if word in _OPENERS:
        return below[0].islower() or word == "We"
    if below in _OBJECTS and word[1:].islower() and above.isalpha() and above.islower():
        return True
    pair = f"{word} {below}"
    if habits.starts[pair] and below[0].islower() and word.lower() != word.upper():
        return habits.starts[pair] >= habits.inside[pair]
    if habits.starts[pair] > 1 and habits.starts[pair] >= habits.inside[pair]:
        return True
    short_form = word.rstrip("'’s").isupper() and len(word) > 2 and not word.isupper()
    return short_form and habits.starts[word] >= 1 and habits.inside[word] <= 1


def _seems(words: Sequence[str], at: int, habits: Habits) -> bool:
    word, above, below = words[at], words[at - 1], words[at + 1]
    if not (word[0].isupper() and word[1:].islower() and above.islower() and below.islower()):
        return False
    pair = f"{word} {below}"
    written_small = habits.lower[pair[0].lower() + pair[1:]]
    return written_small >= 2 and habits.inside[pair] <= 1 and not _NO_BREAK_AFTER.search(above)


def _sentence_breaks(words: Sequence[str]) -> Iterator[int]:
    for at in range(1, len(words)):
        ended = _SENTENCE_END.search(words[at - 1]) and not _SHORT_FORM.search(words[at - 1])
        rest = " ".join(words[at : at + 3])
        if (
            ended
            and words[at][0] in "ABCDEFGHIJKLMNOPQRSTUVWXYZ'‘\"“"
            and not _POINTS_BACK.match(rest)
            and not _EXAMPLE.search(" ".join(words[:at]))
        ):
            yield at


def _with_known(parts: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    """Put two parts together again where the document has them elsewhere as one item."""
    at = 0
    while at < len(parts):
        both = " ".join(parts[at : at + 2])
        if at + 1 < len(parts) and key(both) in known:
            yield both
            at += 2
        else:
            yield parts[at]
            at += 1
