"""Whether words name a person: material needs no name, and a name is never let in.

A capital inside a text that neither the frameworks nor the field's vocabulary write with one is
taken for a name, and a long number for somebody's. Both can be wrong, and then cost a rewording.
"""

import re
from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from assistant.library import Library
from domain import BadInput
from prompts import practice, reply
from retrieval import Index

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMBER = re.compile(r"(?<!\d)(?:\d[\s-]?){8,}\d(?!\d)")
_ISO_DATE = re.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b")
_TITLED = re.compile(r"\b(?:mr|mrs|ms|miss|master)\.?\s+[A-Z]\w+", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:called|named|name is|name's)\s+[A-Z]\w+")
_ALWAYS = frozenset(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday "
    "sunday mon tue tues wed thu thurs fri sat sun i i'm i've i'd asye asyes gibbs kolb rolfe "
    "signs of safety appreciative inquiry english social work".split()
)


_OPENERS = frozenset(
    "give make write suggest can could please show prepare create draft find send some an a the we "
    "what which how supervision reflective prompts questions agenda need want let us do is are "
    "one two three four five six seven eight nine ten".split()
)
"""What a message may open with, whatever the frameworks say."""


def refuse_names(library: Library, field: str, text: str) -> None:
    """Raise BadInput where a text seems to name a person, saying what to leave out."""
    found = named_in(library, text)
    if found is None:
        return
    name = "privacy.number" if found.replace(" ", "").replace("-", "").isdigit() else "privacy.name"
    raise BadInput(field, reply(name))


def named_in(library: Library, text: str) -> str | None:
    """What in a text seems to be a person's name or number; None where nothing does."""
    if number := _NUMBER.search(_ISO_DATE.sub(" ", text)):
        return number[0].strip()
    if titled := _TITLED.search(text) or _CALLED.search(text):
        return titled[0]
    known = _known(library)
    for heading in known.headings:
        text = text.replace(heading, "the section")
    for found in _WORD.finditer(text):
        word = found[0]
        own = re.sub(r"['’]s?$", "", word)
        if not word[0].isupper() or own.isupper() or own.lower() in _ALWAYS:
            continue
        opens = _opens(text, found.start())
        if own in known.capitals or (opens and own.lower() in known.plain | _OPENERS):
            continue
        return word
    return None


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence, where a capital tells nothing."""
    before = text[:start].rstrip(" “‘('\"")
    return not before or before[-1] in ".?!:;-–"


class _Known:
    """The words of a library, as they are written."""

    def __init__(self, texts: Iterable[str], headings: Iterable[str]) -> None:
        self.headings = sorted(set(headings), key=len, reverse=True)
        inside, plain = set(), set()
        for text in texts:
            for found in _WORD.finditer(text):
                word = re.sub(r"['’]s?$", "", found[0])
                plain.add(word.lower())
                if word[:1].isupper() and not _opens(text, found.start()):
                    inside.add(word)
        self.capitals, self.plain = frozenset(inside), frozenset(plain)


_KNOWN: WeakKeyDictionary[Index, _Known] = WeakKeyDictionary()
"""By index: gone when an import makes another."""


def _known(library: Library) -> _Known:
    if library.index not in _KNOWN:
        headings = (s.section[0] for s in library.index.statements.values() if s.section)
        _KNOWN[library.index] = _Known(_texts(library), headings)
    return _KNOWN[library.index]


def _texts(library: Library) -> Iterator[str]:
    """Every text in which a word may stand with a capital for a reason."""
    for statement in library.index.statements.values():
        yield from (statement.quotation, *statement.section)
    for concept in library.concepts:
        yield from (f"a {form}" for form in (concept.name, *concept.forms))
    for work in practice().works:
        yield f"a {work.name}"
    for framework in library.frameworks.values():
        told = (framework.authority, framework.document, *framework.also_called)
        yield from (f"a {name}" for name in told)
