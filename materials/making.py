"""Making one question: a stem's slots filled with a duty's parts, for whoever is asked."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from string import Template

from domain import time_figures
from materials.grammar import names_another
from materials.reading import Duty
from prompts import Address, Audience, Practice, Stem

MOST_WORDS = 62
"""Of a made question, its quotation among them."""

MOST_QUOTED = 30
"""Words of a quotation inside a question."""

LEAST_QUOTED = 4
LEAST_LED = 3
"""Words of a lead-in: with fewer it is a heading, and says nothing of what its points are."""

_MANAGERS_LABEL = re.compile(r"[^:;.]*\bmanagers?\b[^:;.]*:", re.IGNORECASE)
""" "Team Manager: sign the plan." is asked of no one else."""

_NAMED_ONLY = re.compile(r"[^:;.]{2,60}: (?:(?:the|a|an) (?:\S+ ){0,7}\S+$|then\b)", re.IGNORECASE)
""" "Planning tool: the journal." says what there is, and asks for nothing; "then ..." goes on."""

_PEOPLE = ("you", "they", "whom", "them", "whose", "your")
_MANAGERS_DO = re.compile(
    r"(?:(?:the|their|your|all|both|each|every|team|line|practice) )*managers?\b", re.IGNORECASE
)
"""A fact or a statement that opens so is about what managers do."""

_OTHERS_DO = re.compile(
    r"(?:(?:the|all|both|each|every|independent|conference|cp|review\w*|senior|fostering) )*"
    r"(?:chairs?|iros?|officers?|panels?|boards?|school|police)\b",
    re.IGNORECASE,
)
"""One that opens so is about what others do, and not about the reader's own next step."""

_CASES = re.compile(
    r"\b(?:who|which|that|where|when|if)(?: (?:is|are|has|have))?$|\b(?:may|can) be$"
    r"|\b(?:time(?:frame|scale)s?|frequenc(?:y|ies))\b|\b(?:i\.?e|e\.?g)\.?$",
    re.IGNORECASE,
)
"""A lead-in that ends so has cases or times for its items, and no points of work."""

_OF_THE_DOCUMENT = re.compile(
    r"\bflow ?charts?\b|\bappendix\b|\bsays the\b|\bthis document\b|\bexceptions? to\b"
    r"|\bno such\b|\bis issued\b|\bthere is a duty\b|\bset out in the\b",
    re.IGNORECASE,
)
"""What a document says of itself or of the law asks nothing of anybody."""

ABOUT_THE_WORKER = "wellbeing"
OPEN, CLOSE = "“", "”"

_OBJECT = re.compile(
    r"(?<=\bto )you\b|(?<=\bwith )you\b|(?<=\bfor )you\b|(?<=\bfrom )you\b|(?<=\bof )you\b|\byou$"
)


class Maker:
    """Makes questions for one set, turning to the stems that were used least.

    Nothing is drawn by chance: the same duties in the same order make the same questions.
    """

    def __init__(self, practice: Practice, audience: Audience, child: str) -> None:
        self._practice, self._audience, self._child = practice, audience, child
        self._used: Counter[str] = Counter()

    def make(self, duty: Duty, moves: Sequence[str], purpose: str) -> tuple[str, str] | None:
        """A question about a duty and the move it makes: of the first move that has one."""
        for move in moves:
            text = self._best(duty, move, purpose)
            if text is not None:
                return text, move
        return None

    def _best(self, duty: Duty, move: str, purpose: str) -> str | None:
        fitting = self._fitting(duty, move, purpose)
        # A stem for this very purpose says more than one for any; then the least used.
        for stem in sorted(fitting, key=lambda s: (self._used[s.text], not s.purposes)):
            # What is about the worker is not about this one child.
            child = self._audience.child if purpose == ABOUT_THE_WORKER else self._child
            text = fill(stem, duty, self._address(duty), child)
            if text is not None:
                self._used[stem.text] += 1
                return text
        return None

    def _address(self, duty: Duty) -> Address:
        """Whom the question addresses: a manager's duty is nobody else's."""
        managers = self._practice.managers
        done = duty.reading.do.lower() if duty.reading else ""
        if duty.reading is None and _MANAGERS_LABEL.match(duty.words):
            return managers.own if self._audience.manages else managers.told
        if self._audience.manages and _is_managers(duty):
            return managers.own
        if not any(re.search(rf"\b{re.escape(word)}\b", done) for word in managers.words):
            return self._audience
        return managers.own if self._audience.manages else managers.told

    def _fitting(self, duty: Duty, move: str, purpose: str) -> list[Stem]:
        form = form_of(duty)
        usual = duty.reading is None or duty.reading.usual
        timed = bool(time_figures(duty.words))
        others = (
            self._address(duty) is self._practice.managers.told
            or (_is_managers(duty) and not self._audience.manages)
            or bool(_OTHERS_DO.match(_said(duty)))
        )
        bare = duty.reading is None or not duty.reading.when
        return [
            stem
            for stem in self._practice.stems
            if stem.move == move
            and stem.form == form
            and (not stem.purposes or purpose in stem.purposes)
            and not (stem.once and usual)
            and not (stem.mine and others)
            and (bare or not stem.bare)
            and not (stem.untimed and timed)
        ]


def _is_managers(duty: Duty) -> bool:
    """Whether what is to be so is what managers do."""
    return bool(_MANAGERS_DO.match(_said(duty)))


def _said(duty: Duty) -> str:
    """What is to be so, as far as it opens with who is to do it."""
    return duty.reading.fact if duty.reading else duty.words


def form_of(duty: Duty) -> str:
    """The form of stem that a duty fits."""
    if duty.reading is not None:
        return "do" if duty.reading.do else "fact"
    return "list" if duty.is_list else "quote"


def can_be_asked(duty: Duty) -> bool:
    """Whether a question can be made of it at all."""
    return duty.reading is not None or bool(_quotation(duty))


def fill(stem: Stem, duty: Duty, address: Address, child: str) -> str | None:
    """Fill in a stem; None where the result would not read as a person would say it."""
    slots = _slots(duty, address)
    if slots is None:
        return None
    when = slots.pop("when")
    people = {name: getattr(address, name) for name in _PEOPLE}
    text = Template(stem.text).substitute(slots, **people, yourself=address.yourself, child=child)
    if when:
        first = when.split(maxsplit=1)[0].lower()
        if text.split(maxsplit=1)[0].lower() == first or (first == "before" and "before" in text):
            return None
        text = f"{when[:1].upper()}{when[1:]}, {text[:1].lower()}{text[1:]}"
    return text if len(text.split()) <= MOST_WORDS else None


def _slots(duty: Duty, address: Address) -> dict[str, str] | None:
    reading = duty.reading
    if reading is None:
        quoted = _quotation(duty)
        return {"quote": f"{OPEN}{quoted}{CLOSE}", "when": ""} if quoted else None
    mine = {name: _addressed(text, address) for name, text in _parts(duty).items()}
    return mine


def _parts(duty: Duty) -> Mapping[str, str]:
    reading = duty.reading
    assert reading is not None  # noqa: S101 - the caller has looked
    return {"do": reading.do, "act": reading.act, "fact": reading.fact, "when": reading.when}


def _quotation(duty: Duty) -> str:
    """The words to quote: whole, or as far as their first clause where that is short enough."""
    words = duty.words
    if _NAMED_ONLY.match(words) or (names_another(words) and not _MANAGERS_LABEL.match(words)):
        return ""
    if _OF_THE_DOCUMENT.search(words):
        return ""
    if duty.is_fragment and len(words.split()) > MOST_QUOTED:
        return ""
    if duty.is_list and (len(words.split()) < LEAST_LED or _CASES.search(words.removesuffix(" …"))):
        return ""
    if len(words.split()) <= MOST_QUOTED and OPEN not in words and '"' not in words:
        return words
    if duty.is_list:
        return ""
    clause = re.split(r"(?<=\w)[;.](?=\s)", words)[0]
    fits = LEAST_QUOTED <= len(clause.split()) <= MOST_QUOTED
    return f"{clause} …" if fits and OPEN not in clause and '"' not in clause else ""


def _addressed(text: str, address: Address) -> str:
    """A statement's "you" and "your" said to whoever is asked."""
    if address.you == "you":
        return re.sub(r"\bourselves\b", "yourself", text)
    text = _OBJECT.sub(address.them, text)
    text = re.sub(r"\byour\b", address.your, text)
    text = re.sub(r"\byoursel(?:f|ves)\b", address.yourself, text)
    return re.sub(r"\byou\b", address.they, text)
