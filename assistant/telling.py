"""A rule in words: how it counts, and what a reader should know beside it."""

import re
from typing import Literal

from assistant.events import named_concepts
from assistant.library import Library
from domain import Bound, Carried, FloorRule, Form, Notice, Rule, Standing
from prompts import reply

_TELLS_EVENT = frozenset({Form.WITHIN, Form.BEFORE, Form.EVERY, Form.WITHOUT_FIGURE})
"""The forms whose relation names the event; an age and a duration speak for themselves."""

_DOUBTS = {
    Carried.FIGURE_DIFFERS: "notice.figure_differs",
    Carried.NOT_FOUND: "notice.rule_not_found",
}
_STANDINGS = {
    Standing.TIGHTER: "notice.floor_tighter",
    Standing.SAME: "notice.floor_same",
    Standing.LOOSER: "notice.floor_looser",
    Standing.DEPENDS: "notice.floor_depends",
    None: "notice.floor_beside",
}


def relation(library: Library, rule: Rule) -> str:
    """How a rule counts, in words: "within 15 working days of the strategy discussion"."""
    name = str(rule.form)
    if rule.form is Form.WITHIN and rule.bound is Bound.ABOUT:
        name = "within_about"
    elif rule.form is Form.BEFORE and rule.bound is Bound.AT_LEAST:
        name = "before_at_least"
    values = {"figure": rule.figure}
    if rule.form in _TELLS_EVENT:
        values["event"] = library.events[rule.event].name
    return reply(f"relation.{name}", **values)


def rule_notices(library: Library, rule: Rule) -> list[Notice]:
    """When it applies, its note, what is doubtful in it, and the law's minimum beside it."""
    notices = []
    if not rule.reviewed:
        sentence = " ".join(statement.quotation for statement in library.rests_on(rule.id))
        text = reply("notice.read_automatically", sentence=sentence)
        notices.append(Notice(kind="read_automatically", text=text))
    if rule.conditions:
        text = reply("notice.conditions", conditions="; ".join(rule.conditions))
        notices.append(Notice(kind="conditions", text=text))
    if rule.note:
        notices.append(Notice(kind="rule_note", text=reply("notice.rule_note", note=rule.note)))
    if doubt := _DOUBTS.get(library.links[rule.id].carried):
        notices.append(Notice(kind="rule_doubtful", text=reply(doubt, figure=rule.figure)))
    if beside := library.floor_of(rule):
        notices.append(floor_notice(library, *beside))
    return notices


def local_words(library: Library, framework: str, question: str, shown: str) -> list[Notice]:
    """Where the framework has its own word for what was asked, and is quoted in that word.

    Nothing where the quotation has the asker's word as well: then nobody need wonder.
    """
    asked = {
        named.name: question[named.start : named.end].removesuffix("'s")
        for named in named_concepts(question, library.concepts)
    }
    notices = []
    for concept in library.concepts:
        own, word = concept.says.get(framework), asked.get(concept.name)
        if own and word and _holds(shown, own) and not _holds(shown, word):
            text = reply("notice.local_word", own=own, word=word)
            notices.append(Notice(kind="local_word", text=text))
    return notices


def _holds(text: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?:s|es)?(?!\w)", text, re.IGNORECASE))


def floor_notice(
    library: Library, floor: FloorRule, standing: Standing | Literal["unsaid"] | None = "unsaid"
) -> Notice:
    """The law's minimum, and how a rule stands to it where that is given.

    Always with the date of the text that was read: the law may have changed since.
    """
    law = floor.instrument
    conditions = "; ".join(floor.rule.conditions)
    least = reply(
        "notice.floor_with_conditions" if conditions else "notice.floor",
        subject=floor.rule.subject,
        relation=relation(library, floor.rule),
        regulation=floor.regulation,
        title=law.title,
        **({"conditions": conditions} if conditions else {}),
    )
    told = [] if standing == "unsaid" else [reply(_STANDINGS[standing])]
    warning = reply("notice.floor_warning", text_as_at=law.text_as_at)
    return Notice(kind="statutory_floor", text=" ".join((least, *told, warning)))
