"""Words that the end of a line cut in two; a hyphen that belongs to the word stays."""

import re
from collections import Counter
from collections.abc import Iterable

CUT = re.compile(r"(?P<head>[^\W\d_]+)(?P<hyphen>[-‐‑\u00ad])$")
REST = re.compile(r"(?P<tail>[a-zß-ÿ]+)")
WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")


def words_in(lines: Iterable[str]) -> Counter[str]:
    """Count a document's words, in lower case; the halves of a word cut by a line's end do not."""
    known: Counter[str] = Counter()
    follows_cut = False
    for line in lines:
        words = [word.casefold() for word in WORD.findall(line)]
        cut = CUT.search(line) is not None
        known.update(words[follows_cut : len(words) - cut])
        follows_cut = cut
    return known


def joined(above: str, below: str, known: Counter[str]) -> tuple[str, str | None]:
    """Join two lines of one paragraph; also give the word that was mended, if one was.

    The hyphen goes where the document has the word without it, or where neither half is a
    word of its own; it stays where the document has the word with it, or both halves alone.
    """
    cut, rest = CUT.search(above), REST.match(below)
    if cut is None or rest is None:
        return f"{above} {below}", None
    head, tail = cut["head"].casefold(), rest["tail"].casefold()
    whole, hyphened = known[head + tail], known[f"{head}-{tail}"]
    soft = cut["hyphen"] == "\u00ad"
    if soft or whole > 0 or (not hyphened and not (known[head] and known[tail])):
        return above[: cut.start("hyphen")] + below, cut["head"] + rest["tail"]
    return above + below, f"{cut['head']}-{rest['tail']}"
