"""Several frameworks side by side: what each says on one matter, or that it says nothing."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.check import check
from assistant.citing import edition_notice, once, quoted
from assistant.dates import find_dates
from assistant.library import Library
from assistant.telling import floor_notice, relation
from assistant.turn import Turn
from assistant.understand import names_found
from domain import Answer, AnswerKind, Citation, Compared, Framework, Rule, Standing, Strength
from prompts import reply
from timescales import standing

MOST_EACH = 3
"""Statements shown of each framework; its own answer has the rest."""

_FRAMEWORKS = r"(?:frameworks?|authorit(?:y|ies)|councils?|las?|standards)"
_EVERY = re.compile(
    rf"""\b(?:do\ |does\ |compare\ |across\ )?(?:which|who|all|every|each|any|either|none)
        (?:\ of)?(?:\ (?:the|these|those|them))?(?:\ (?:five|other|others))?
        (?:\ {_FRAMEWORKS}|(?<=five)|(?<=them)|(?<=others))\b
    | \b(?:compare|across)\ (?:all|them|(?:the\ )?{_FRAMEWORKS})\b
    | \b(?:in\ |of\ )?(?:all|the)\ five\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME = "\0"
_ONE = rf"(?:the\s+)?(?:old(?:er)?\s+|new(?:er)?\s+)?{_NAME}(?:\s+one\b)?"
_LIST = re.compile(
    rf"(?:[-–]\s*)?(?:\b(?:in|of|at|for|by|from|between|with|to|than)\s+)?{_ONE}"
    rf"(?:[\s,]*(?:\b(?:and|or|vs\.?|versus|than|with|to)\b|&)?\s*(?:\b(?:in|of|at)\s+)?{_ONE})*",
    re.IGNORECASE,
)
_ON = r"(?:\s+(?:on|in|about|for|over|when\ it\ comes\ to))?"
_ASIDE = re.compile(
    rf"""\b(?:what(?:['’]?s|\ is|\ are)\s+)?(?:the\ )?(?:main\ |big\ )?differences?\b{_ON}
    | \b(?:how|where|do|does)?\s*(?:do|does|is|are)?\s*(?:they\ )?
      (?:differ(?:s|ent)?|compared?)\b{_ON}
    | \b(?:who\ |which\ )?(?:is|are)\ (?:stricter|tighter|looser|longer|shorter|quicker|slower)
      (?:\ than)?{_ON}
    | \b(?:stricter|tighter|looser)\b{_ON}
    | \b(?:the\ )?same\b(?:\ as)?{_ON}
    | \b(?:both|versus|vs\.?)\b
    | \b(?:says?|said|have|has|mentions?|speaks?|talks?)\s+
      (?:anything|something|nothing|a\ rule|rules){_ON}""",
    re.IGNORECASE | re.VERBOSE,
)
_EDGES = re.compile(
    r"^(?:[\s,;:&?]|\b(?:and|or|than|with|to|on|the|of|about|actually|mentions?|says?|covers?|wants?)\b)+"
    r"|(?:[\s,;:&?]|\b(?:and|or|than|with|in|of|is|are|do|does)\b)+$",
    re.IGNORECASE,
)
_SAYS = {
    Strength.MUST: "comparison.must",
    Strength.SHOULD: "comparison.should",
    Strength.INFORMATION: "comparison.information",
    Strength.QUESTION: "comparison.question",
}
_STANDINGS = {
    Standing.TIGHTER: "comparison.tighter",
    Standing.SAME: "comparison.same",
    Standing.LOOSER: "comparison.looser",
    Standing.DEPENDS: "comparison.depends",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """What one framework answers."""

    framework: Framework
    answer: Answer
    citations: tuple[Citation, ...]
    """Those it puts forward, numbered for the whole."""

    rule: Rule | None


def compare(library: Library, answer: Callable[[Turn], Answer], turn: Turn) -> Turn | Answer:
    """Answer a question about several frameworks from each of them; pass any other on.

    Each is asked by itself and answered as ever. A name that two frameworks bear is no
    comparison, and a date is worked out from one framework at a time: both are asked about.
    """
    named = names_found(turn.question, library)
    frameworks = [library.frameworks[name] for name in named]
    if _EVERY.search(turn.question) and len(named) != 1:
        frameworks = frameworks or [library.frameworks[n] for n in sorted(library.index.answering)]
    elif len(set(named.values())) < 2:
        return turn
    if turn.framework_settled or find_dates(turn.question, turn.today):
        return turn
    matter = _matter(turn.question, named.values())
    if not matter:
        return turn
    own, count = [], 0
    for framework in frameworks:
        asked = replace(turn, question=matter, framework=framework, framework_settled=True)
        given = answer(asked)
        shown = [c for c in given.citations if c.number in given.shown][:MOST_EACH]
        cited = tuple(replace(c, number=count + n) for n, c in enumerate(shown, start=1))
        count += len(cited)
        rule = library.rule_resting_on(cited[0].statement.id) if cited else None
        own.append(_Own(framework=framework, answer=given, citations=cited, rule=rule))
    return check(replace(turn, draft=_side_by_side(library, turn, matter, own)))


def _side_by_side(library: Library, turn: Turn, matter: str, own: Sequence[_Own]) -> Answer:
    lines = [reply("comparison.matter", matter=matter)]
    for each in own:
        lines += ["", reply("comparison.framework", authority=each.framework.authority)]
        if each.answer.doubtful:
            lines.append(reply("comparison.doubtful"))
        lines += [quoted(_SAYS[c.statement.strength], c) for c in each.citations]
        if each.rule and each.rule.gives_date:
            told = relation(library, each.rule)
            number = each.citations[0].number
            lines.append(
                reply("standard.timescale", subject=each.rule.subject, relation=told, number=number)
            )
        if not each.citations:
            lines.append(reply("comparison.nothing", document=each.framework.document))
    if stands := _beside_each_other(library, own):
        lines += ["", stands]
    citations = tuple(c for each in own for c in each.citations)
    editions = (edition_notice(c.statement) for c in citations)
    floors = (library.floor_of(each.rule) for each in own if each.rule)
    return Answer(
        kind=AnswerKind.COMPARISON,
        text="\n".join(lines),
        citations=citations,
        shown=tuple(c.number for c in citations),
        compared=tuple(
            Compared(
                framework=each.framework.id,
                authority=each.framework.authority,
                citations=tuple(c.number for c in each.citations),
                doubtful=each.answer.doubtful,
            )
            for each in own
        ),
        notices=once(
            (
                *turn.notices,
                *(floor_notice(library, floor[0]) for floor in floors if floor),
                *filter(None, editions),
            )
        ),
    )


def _beside_each_other(library: Library, own: Sequence[_Own]) -> str | None:
    """How two timescales for one thing stand to each other, where they count alike."""
    if len(own) != 2:
        return None
    one, other = own
    if not (one.rule and other.rule) or one.rule.event != other.rule.event:
        return None
    if one.rule.starts != other.rule.starts or one.rule.conditions != other.rule.conditions:
        return None
    stands = standing(one.rule, other.rule, library.calendar)
    if stands is None:
        return None
    first, second = one.framework.authority, other.framework.authority
    if stands in (Standing.TIGHTER, Standing.LOOSER):
        return reply(_STANDINGS[stands], first=first, second=second)
    return reply(_STANDINGS[stands])


def _matter(question: str, names: Iterable[str]) -> str:
    """The question without the frameworks' names and the words that ask for a comparison."""
    matter = question
    for name in sorted(set(names), key=len, reverse=True):
        spaced = r"[\W_]+".join(map(re.escape, name.split()))
        matter = re.sub(rf"\b{spaced}(?:['’]s)?\b", _NAME, matter, flags=re.IGNORECASE)
    matter = _LIST.sub(" ", _EVERY.sub(" ", matter))
    return " ".join(_EDGES.sub("", " ".join(_ASIDE.sub(" ", matter).split())).split())
