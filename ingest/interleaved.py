"""Known phrases taken from between the words of another column that was read together with them."""

import itertools
import re
from collections.abc import Sequence

_SPAN = 75
"""A phrase broken over the lines of a narrow column ends within so many words of its beginning."""

_MOST_RUNS = 7


_SEAM = "\N{SYMBOL FOR UNIT SEPARATOR}"
_GLUED = re.compile(r"(\w-)(?=[A-Z][a-z])")
"""A hyphen at a line's end with the next column's first word right behind it."""


def without_phrases(text: str, phrases: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Take each phrase that stands in a text out of it, even where it stands there in pieces.

    Gives what remains, and the phrases that were found in the order they stand. A phrase is found
    where its words come in order, in runs of two or more (the last may be one word).
    """
    words = _GLUED.sub(rf"\1{_SEAM} ", text).split()
    taken = [False] * len(words)
    found: list[tuple[int, str]] = []
    for phrase in sorted(phrases, key=lambda one: -len(one.split())):
        while True:
            places = _embedding(words, taken, phrase.split())
            if not places:
                break
            for at in places:
                taken[at] = True
            found.append((places[0], phrase))
    rest = " ".join(word for word, gone in zip(words, taken, strict=True) if not gone)
    rest = rest.replace(f"{_SEAM} ", "").replace(_SEAM, "")
    return rest, tuple(phrase for _, phrase in sorted(found))


def _bare(word: str) -> str:
    return re.sub(r"[^\w&/'-]", "", word.replace(_SEAM, ""))


def _embedding(words: Sequence[str], taken: Sequence[bool], phrase: Sequence[str]) -> list[int]:
    """Find a phrase's words in order with the fewest breaks between them."""
    wanted = [_bare(word) for word in phrase]
    best: list[int] = []
    fewest = _MOST_RUNS + 1
    for start, word in enumerate(words):
        if taken[start] or _bare(word) != wanted[0]:
            continue
        places = _runs_from(words, taken, wanted, start)
        runs = _breaks(places)
        if places and (runs, places[-1] - places[0]) < (
            fewest,
            best[-1] - best[0] if best else 9999,
        ):
            best, fewest = places, runs
    return best


def _breaks(places: Sequence[int]) -> int:
    return 1 + sum(one + 1 != other for one, other in itertools.pairwise(places))


def _runs_from(
    words: Sequence[str], taken: Sequence[bool], wanted: Sequence[str], start: int
) -> list[int]:
    """Follow a phrase from one place: each run as long, and the next as near, as it can be."""
    places: list[int] = []
    at, done, end = start, 0, min(len(words), start + _SPAN + len(wanted))
    while done < len(wanted):
        run = 0
        while (
            done + run < len(wanted)
            and at + run < end
            and not taken[at + run]
            and _bare(words[at + run]) == wanted[done + run]
        ):
            run += 1
        if run >= 2 or (run and done + run == len(wanted)):
            places.extend(range(at, at + run))
            done += run
            at += run
        else:
            at += 1
        if at >= end and done < len(wanted):
            return []
    return places
