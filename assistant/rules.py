"""Which rule of the register a question asks for."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.ages import ages_said, holds_at
from assistant.events import FoundEvent, find_concepts
from assistant.lasting import holds_after, years_lasted
from assistant.wording import Phrases, find, phrases, words
from domain import Concept, Form, Rule

_STOP = frozenset(
    "a an and any are as at be been before by can child children did do does due for from "
    "had has have how i if in is it its me must my need of on or our out s should so that the "
    "their them they this to up was we were what when which who will with within work worker "
    "young people person social date day days week weeks month months working held hold "
    "later latest than no deadline last lastly next again go going gone get got out need needed "
    "then too still just now here there also soon early far ahead time happen put whole".split()
)
_TELLING = frozenset({"meeting", "group"})
_AGAIN = re.compile(
    r"\b(?:next|again|last|late|overdue|every|how often|how long since)\b",
    re.IGNORECASE,
)
_JUST_BEFORE = re.compile(r"\b(?:next|further|subsequent|later)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ORDINALS = {
    "second": "second",
    "2nd": "second",
    "third": "third",
    "3rd": "third",
    "fourth": "fourth",
    "4th": "fourth",
}
_ORDINAL = re.compile(
    rf"\b(?:{'|'.join(_ORDINALS)})\b(?!\s+of\b)"
    r"(?=\W*$|\s*[?,;.]|\s+(?:[\w-]+\s+){0,2}?"
    r"(?:reviews?|visits?|meetings?|conferences?|assessments?|groups?|plans?|rcpc|one|time)\b)",
    re.IGNORECASE,
)
"""An ordinal of something that is held; a second baby is none."""
_NEGATED = re.compile(
    r"\b(?:not|no longer|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t)\b[^.,;:?!]*", re.IGNORECASE
)
CONDITION = 1.5
"""Weight of a concept that the question and a rule's conditions both name."""

CONDITION_WORD = 0.75
"""Weight of a plain word of a rule's conditions."""

LEAST_SHARED = 2

MOSTLY = 0.5
"""Share of what is asked that a rule's words must cover, where it is one word or more."""

CLEAR_LEAD = 1.0
"""A rule is chosen alone only when it leads the next by this much; else the reader is asked."""


Holds = Callable[[str], bool | None]
"""Whether a condition holds, as far as a question tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleMatch:
    """A rule that a question may be asking for, and how well it fits."""

    rule: Rule
    score: float


def match_rules(
    question: str,
    found: tuple[FoundEvent, ...],
    rules: Iterable[Rule],
    concepts: tuple[Concept, ...] = (),
) -> tuple[RuleMatch, ...]:
    """Rank the rules whose event the question names, best first.

    A rule is asked for when its outcome or a phrase of `about` is named, when two words of its
    subject (or all there are) stand in the question outside the event's words, when its words
    are most of what is asked, or, for a rule that recurs, by "next", "last" or "late" with its
    event. One shared word of several is no reason: a wrong date would come of it.
    Conditions that the question names ("CP plan") tell rules apart; one that it denies ("not on
    a CP plan") speaks for none.
    """
    question = _NEGATED.sub(lambda denied: " " * len(denied[0]), question)
    named = find_concepts(question, concepts)
    told = _told_by(question)
    matches = [
        RuleMatch(
            rule=rule,
            score=score + CONDITION * (_conditions(rule, named, concepts) + _holds(rule, told)),
        )
        for rule in rules
        if (score := _score(question, found, rule)) > 0 and _holds(rule, told) >= 0
    ]
    return tuple(sorted(matches, key=lambda match: (-match.score, match.rule.id)))


def not_spoken_against(
    question: str, rules: Iterable[Rule], concepts: tuple[Concept, ...]
) -> tuple[Rule, ...]:
    """The rules that nothing in a question speaks against: an age, how long something has gone on,
    a "second", a plan denied."""
    affirmed = _NEGATED.sub(lambda denied: " " * len(denied[0]), question)
    denied: frozenset[str] = frozenset()
    if affirmed != question:
        denied = find_concepts(question, concepts) - find_concepts(affirmed, concepts)
    told = _told_by(affirmed)
    return tuple(
        rule
        for rule in rules
        if _holds(rule, told) >= 0
        and _same_ordinal(affirmed, rule)
        and not (denied and names_condition(rule, denied, concepts))
    )


def _told_by(question: str) -> Holds:
    """Whether a condition holds, by the one age that a question tells and by how long it says that
    something has gone on; None where it tells nothing of that."""
    ages, years = ages_said(question), years_lasted(question)

    def holds(condition: str) -> bool | None:
        at_age = holds_at(condition, ages[0]) if len(ages) == 1 else None
        after = holds_after(condition, years) if years is not None else None
        return at_age if after is None else after

    return holds


def _holds(rule: Rule, told: Holds) -> int:
    """1 where a condition holds, -1 where one does not, 0 where nothing tells."""
    found = [told(condition) for condition in rule.conditions]
    return -1 if False in found else int(True in found)


def likeliest(rules: Sequence[Rule], question: str) -> Rule | None:
    """The one of several rules on one statement whose words the question shares the most of.

    None where two share as many: nothing tells which is meant.
    """
    asked = set(_words(question))
    shared = {
        rule.id: len(asked.intersection(_words(" ".join((rule.subject, *rule.about)))))
        for rule in rules
    }
    most = max(shared.values(), default=0)
    best = [rule for rule in rules if shared[rule.id] == most]
    return best[0] if len(best) == 1 else None


def shares_words(rule: Rule, question: str) -> bool:
    """Whether most of a rule's subject, or a phrase of `about`, stands in the question."""
    subject, asked = set(_words(rule.subject)), set(_words(question))
    return any(find(question, _about(rule))) or len(subject & asked) > MOSTLY * len(subject)


def names_condition(rule: Rule, names: Iterable[str], concepts: tuple[Concept, ...]) -> bool:
    """Whether a rule's conditions name one of these concepts."""
    return bool(find_concepts("; ".join(rule.conditions), concepts).intersection(names))


def is_told_apart(
    rule: Rule, question: str, rules: Iterable[Rule], concepts: tuple[Concept, ...]
) -> bool:
    """Whether a question tells a rule from its siblings: those for the same thing with another
    figure, of which conditions alone say which holds."""
    siblings = [
        other
        for other in rules
        if other.conditions
        and (other.event, other.starts, other.form) == (rule.event, rule.starts, rule.form)
        and other.period != rule.period
    ]
    if not siblings:
        return True
    affirmed = _NEGATED.sub(lambda denied: " " * len(denied[0]), question)
    common = {told for each in siblings for told in _told_of(each, concepts)}
    asked = {*find_concepts(affirmed, concepts), *_words(affirmed)} - set(_words(rule.subject))
    if not rule.conditions:
        return not common & asked
    return bool((_told_of(rule, concepts) - common) & asked)


def _told_of(rule: Rule, concepts: tuple[Concept, ...]) -> set[str]:
    conditions = "; ".join(rule.conditions)
    return {*find_concepts(conditions, concepts), *_words(conditions)}


def _score(question: str, found: tuple[FoundEvent, ...], rule: Rule) -> float:
    own = [place for place in found if place.event.id == rule.event]
    if not own or not _same_ordinal(question, rule):
        return 0.0
    outcome = any(p.event.id == rule.starts for p in found if p.event.id != rule.event)
    rest = _blank(question, own[:1])
    named = any(find(rest, _about(rule)))
    again = rule.form is Form.EVERY and _asks_again(question, own, found)
    asked = set(_words(rest))
    # An event named twice is told of once and asked for once: "TAF met in June, next TAF?"
    told_of = own if len(own) == 1 else []
    own_words = {w for place in told_of for w in _words(question[place.start : place.end])}
    subject = set(_words(rule.subject)) - own_words
    shared = len(asked & subject)
    told = shared >= LEAST_SHARED or bool(subject and subject <= asked)
    covered = asked & (subject | {word for phrase in rule.about for word in _words(phrase)})
    mostly = bool(covered) and len(covered) >= MOSTLY * len(asked)
    if not (outcome or named or again or told or mostly):
        return 0.0
    conditions = asked & {word for text in rule.conditions for word in _words(text)}
    return (
        3.0 * (outcome or named)
        + 2.0 * again
        + shared
        + CONDITION_WORD * len(conditions)
        + len(covered) / max(len(asked), 1)
    )


@lru_cache(maxsize=1024)
def _about(rule: Rule) -> Phrases:
    return phrases(((phrase, rule.id) for phrase in rule.about), akin=True)


def _conditions(rule: Rule, named: frozenset[str], concepts: tuple[Concept, ...]) -> int:
    return len(named & find_concepts("; ".join(rule.conditions), concepts))


def _same_ordinal(question: str, rule: Rule) -> bool:
    """A rule for the first review is no rule for the second."""
    told = " ".join((rule.subject, *rule.about, *rule.conditions)).lower()
    asked = (_ORDINALS[word.lower()] for word in _ORDINAL.findall(question))
    return all(ordinal in told for ordinal in asked)


def _asks_again(question: str, own: Sequence[FoundEvent], found: Sequence[FoundEvent]) -> bool:
    """Whether "next" or "late" is asked of this event: the only one, or the one it stands by."""
    if len(own) == len(found):
        return bool(_AGAIN.search(question))
    return any(_JUST_BEFORE.search(question[: place.start]) for place in own)


def _blank(question: str, places: Iterable[FoundEvent]) -> str:
    for place in places:
        hole = " " * (place.end - place.start)
        question = question[: place.start] + hole + question[place.end :]
    return question


def _words(text: str) -> list[str]:
    """The words of a text that tell something, whatever form or word they are put in."""
    return [
        each.said
        for each in words(text, akin=True)
        if each.said.isascii() and each.said not in _stop()
    ]


@lru_cache(maxsize=1)
def _stop() -> frozenset[str]:
    """The words that tell nothing, as they are read."""
    return frozenset(each.said for word in _STOP for each in words(word, akin=True)) - _TELLING | {
        "|"
    }
