"""A text read for what it says and not for how it is put: like words are read as one.

Which words those are is data, `wording.toml`: plain English, and nothing of one framework.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

WORDING = Path(__file__).with_name("wording.toml")

MOST_PASSED_OVER = 3
"""Words that may stand between two words of a phrase: "the pathway plan has now been reviewed"."""

_TOKEN = re.compile(
    r"(?P<word>[a-z0-9]+(?:'(?!s\b)[a-z]+)?)(?:'s\b)?|(?P<stop>[,;?!]|[.:](?!\w)|\s[-–]\s)"
)
_STOP = "|"
"""Between clauses: no phrase goes on past it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word, or several that are read as one, and where in the text they stand."""

    said: str
    """What it is read as."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a phrase was found, and what it stands for."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    after: dict[str, "_Node"] = field(default_factory=dict)
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look for, whatever forms and words their words are put in."""

    root: _Node
    akin: bool


def words(text: str, *, akin: bool = False) -> tuple[Word, ...]:
    """The words of a text, each as what it is read as; `akin` reads more of them alike."""
    return tuple(_grouped(_tokens(text), akin=akin))


def phrases(named: Iterable[tuple[str, str]], *, akin: bool = False) -> Phrases:
    """Make phrases, each with what it stands for, ready to be looked for."""
    root = _Node()
    for phrase, name in named:
        said = [word.said for word in words(phrase, akin=akin)]
        # An article or auxiliary inside a phrase tells nothing; at its edge it is meant.
        kept = [
            w for at, w in enumerate(said) if at in (0, len(said) - 1) or w not in _plain().dropped
        ]
        node = root
        for each in kept:
            node = node.after.setdefault(each, _Node())
        node.name = node.name or name
    return Phrases(root=root, akin=akin)


def find(text: str, wanted: Phrases) -> Iterator[Place]:
    """Where the phrases stand in a text, in order, the longest winning; none overlap."""
    said = words(text, akin=wanted.akin)
    at = 0
    while at < len(said):
        last, name = _longest(said, at, wanted.root)
        if name is None:
            at += 1
            continue
        yield Place(name=name, start=said[at].start, end=said[last].end)
        at = last + 1


def _longest(said: tuple[Word, ...], at: int, root: _Node) -> tuple[int, str | None]:
    """The last word of the longest phrase that begins here, and what it stands for."""
    last, name = at, None
    # Each way to read on: a word may be one of a phrase's own, or be passed over, or both.
    ways = [(root, 0)]
    for here in range(at, len(said)):
        word = said[here].said
        onward = [(node.after[word], 0) for node, _ in ways if word in node.after]
        if onward and (full := next((n.name for n, _ in onward if n.name is not None), None)):
            last, name = here, full
        if here > at and word in _plain().passed:
            onward += [(node, over + 1) for node, over in ways if over < MOST_PASSED_OVER]
        if not onward:
            break
        ways = onward
    return last, name


def _tokens(text: str) -> list[Word]:
    folded = text.lower().replace("’", "'")
    return [
        Word(
            said=match["word"] or _STOP,
            start=match.start(),
            end=match.end("word") if match["word"] else match.end(),
        )
        for match in _TOKEN.finditer(folded)
    ]


def _grouped(tokens: list[Word], *, akin: bool) -> Iterator[Word]:
    known = _plain().akin if akin else _plain().same
    at = 0
    while at < len(tokens):
        longest = next(
            (
                n
                for n in range(_plain().longest, 0, -1)
                if tuple(t.said for t in tokens[at : at + n]) in known
            ),
            0,
        )
        if longest:
            run = tokens[at : at + longest]
            head = known[tuple(t.said for t in run)]
            yield Word(said=head, start=run[0].start, end=run[-1].end)
        else:
            yield Word(said=_stem(tokens[at].said), start=tokens[at].start, end=tokens[at].end)
        at += longest or 1


def _stem(word: str) -> str:
    """Take off the plainest endings: "convened" and "convening" are one word here."""
    if word.endswith("ies") and len(word) > 4:
        return word.removesuffix("ies") + "y"
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plain:
    dropped: frozenset[str]
    passed: frozenset[str]
    same: dict[tuple[str, ...], str]
    akin: dict[tuple[str, ...], str]
    longest: int


@lru_cache(maxsize=1)
def _plain() -> _Plain:
    data = tomllib.loads(WORDING.read_text(encoding="utf-8"))
    same = _heads(data["same"])
    akin = same | _heads(data["akin"], same)
    dropped = frozenset(map(_stem, data["dropped"]))
    return _Plain(
        dropped=dropped,
        passed=dropped | frozenset(map(_stem, data["passed"])),
        same=same,
        akin=akin,
        longest=max(map(len, akin)),
    )


def _heads(
    groups: list[list[str]], under: dict[tuple[str, ...], str] | None = None
) -> dict[tuple[str, ...], str]:
    """What each form is read as; a group that joins others takes all their forms along."""
    heads: dict[tuple[str, ...], str] = {}
    for first, *others in groups:
        for form in (first, *others):
            key = tuple(token.said for token in _tokens(form))
            heads[key] = first
            for below, head in (under or {}).items():
                if head == form:
                    heads[below] = first
    return heads
