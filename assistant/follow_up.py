"""A message that leans on what was said before becomes a whole question, and says how it was read.

No model is asked: each kind of leaning is a form of words, and the reader is shown the whole
question. What fits no form is a new question.
"""

import re
from dataclasses import replace

from assistant.conversation import Thread
from assistant.date_given import date_given
from assistant.events import Named, find_events, named_concepts
from assistant.library import Library
from assistant.read_whole import ASKS, Read, events_named
from assistant.turn import Turn
from assistant.understand import asks_if_late, named_frameworks
from domain import ConceptKind, Event, Notice
from prompts import reply

MOST_LEANING = 12
"""Words; a longer message says what it is about."""

LEAST_IN_CONTEXT, MOST_BARE = 2, 6
"""Words; "thanks" asks nothing, and a longer message without a known name has its own subject."""

MOST_IN_CONTEXT = 18
"""Words; a longer message says what it is about even where it says "it"."""

MOST_QUALIFYING = 6
"""Words of a message that only says which child, plan or team is meant."""

MOST_OF_A_NAME = 4
"""Words of a message that only names a framework."""

_SOFT = r"(?:(?:ok(?:ay)?|and|so|but|right|thanks|thank you|oh|hmm|well|yes)[,.!]?\s+)*"
_NEXT = re.compile(
    rf"{_SOFT}(?:(?:what|whats|what['’]s)\s*"
    r"(?:happens|comes|is|about|do (?:i|we) do)?\s*(?:due)?\s*)?"
    r"(?:after (?:that|this|it)|next|then|from there|then what)[\s?.!]*"
    rf"|{_SOFT}(?:then )?how often (?:after(?: (?:that|it))?|then|from then(?: on)?)[\s?.!]*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"""{_SOFT}(?:(?:what|how)\ (?:about|of)|(?:and|or)(?=\ (?:the|an?|his|her|their|my)\ ))
    \s+(?P<rest>.+)""",
    re.IGNORECASE | re.VERBOSE,
)
_IF = re.compile(
    rf"""{_SOFT}(?:
        (?:(?:what|how)\ (?:about\ )?)?(?:if|when|for|in|at|on|with)
        | (?:is|would)\ (?:it|that)\ (?:be\ )?(?:the\ same|different)(?:\ (?:for|in|with|if|at|on))?
        | (?:and|or|but)\ (?:for|in|at|if|with|on)
        | same\ (?:for|in)
    )\s+(?P<rest>.+)""",
    re.IGNORECASE | re.VERBOSE,
)
_CORRECTION = re.compile(
    r"(?:no|nope|sorry|actually|not that)\b[,.!]?\s+(?:(?:i|we) mean[t]?\s+)?(?P<rest>.+)"
    r"|(?:i|we) mean[t]?\s+(?P<meant>.+)",
    re.IGNORECASE,
)
_WHAT_ABOUT = re.compile(rf"^{_SOFT}(?:what|how) (?:about|if|of)\b", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:it|that|this|one)\b", re.IGNORECASE)
_IT_IS = re.compile(
    r"\bit['’]?s"
    r"(?= (?:on|due|booked|set|next|tomorrow|today|(?:mon|tues?|wed|thurs?|fri)\w*|\d))",
    re.IGNORECASE,
)
""" "Its on 21 May" is said of a meeting; its minutes are another thing."""

_BETWEEN_CLAUSES = re.compile(r"(?<=[.;?!,])\s+")
_LEANING = re.compile(
    r"\b(?:it|that|this|these|those|they|them|their|there|one|he|she|him|her)\b", re.IGNORECASE
)
_QUESTION_ALONE = re.compile(
    r"(?:and\s+)?(?:how often|how often['’]?s (?:that|it)|how long|how soon|by when|when|where|why"
    r"|who(?: by| with| to)?"
    r"|what for|says who|who else|in writing|always)[\s?.!]*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r" \([^()]*\)(?=[\s?.!]*$)")
"""What an earlier message of this kind added."""

_GOES_ON = re.compile(
    r"\W*(?:and|but|so|then|or|also|ok(?:ay)?|right|no|yes|(?:what|how) (?:if|about))\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:i|we|you|he|she|they|mum|dad) \w+", re.IGNORECASE)
_NEW_TOPIC = re.compile(
    r"""\W*(?:(?:ok(?:ay)?|right|so|now|anyway|got)[,.]?\s+)?
    (?:change\ of\ (?:subject|topic)|on\ (?:another|a\ different)\ (?:note|topic|matter)
      |(?:(?:totally|completely)\ )?(?:different|another|new|separate|other|unrelated|next)
       (?:\ \w+)?\ (?:thing|question|topic|family|case|child|kid|lad|girl|boy|baby|one)
    )(?:\ (?:now|altogether|entirely))?\s*[-\u2013\u2014:;,.]+\s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""Says itself that something else is asked: "different family - ..."."""

MOST_SAID = 60
"""Words of what was said before that a leaning message is searched for with."""

_FILLERS = re.compile(
    r"""^(?:the\s+)?
        (?:(?:they|it|he|she|we|i|the\ (?:child|kid|family|young\ person))
           (?:['’]?(?:re|s)|\ is|\ are|\ was|\ were)?\s+)?
        (?:(?:on|in|at|for)\s+)?(?:an?\s+|the\s+)?
    | \s+one[\s?.!]*$ | [?.!\s]+$""",
    re.IGNORECASE | re.VERBOSE,
)
_BECOMES = re.compile(
    r"(?:goes|went|going|gets|moves|moved|steps|stepped|becomes|changes|ends)\b", re.IGNORECASE
)
""" "What if it goes up to CP?": only what it becomes takes the old one's place."""

_SITUATION = (
    frozenset({ConceptKind.PLAN, ConceptKind.STATUS}),
    frozenset({ConceptKind.ORDER, ConceptKind.PLACEMENT}),
    frozenset({ConceptKind.TEAM}),
)
"""Kinds of ideas that tell which child's or team's timescale is meant."""

_THINGS = frozenset(
    {
        ConceptKind.PLAN,
        ConceptKind.MEETING,
        ConceptKind.ASSESSMENT,
        ConceptKind.ORDER,
        ConceptKind.DOCUMENT,
        ConceptKind.TOOL,
    }
)
"""Kinds of ideas that "it" may stand for."""

_SWAPPED = (
    *_SITUATION,
    frozenset({ConceptKind.MEETING}),
    frozenset({ConceptKind.PERSON}),
    frozenset({ConceptKind.ASSESSMENT}),
    frozenset({ConceptKind.DOCUMENT}),
)
"""Kinds of ideas of which one takes the other's place: "and on a CIN plan?"."""


def follow_up(library: Library, turn: Turn, thread: Thread) -> Turn:
    """Make a leaning message whole from the thread; a question of its own is left as it is."""
    if (opened := _NEW_TOPIC.match(turn.question)) and opened.end() < len(turn.question):
        # What was said of the other child is not true of this one.
        return replace(turn, question=turn.question[opened.end() :], said=())
    text, turn = turn.question, replace(turn, told=thread.rules, talked_of=thread.talked_of)
    if thread.framework and not turn.framework_settled:
        leaning = replace(turn, framework=library.framework(thread.framework))
    else:
        leaning = turn
    after, *told = _BETWEEN_CLAUSES.split(text, maxsplit=1)
    tells = not any(map(ASKS.search, told))
    if _NEXT.fullmatch(after) and tells and (follows := _outcome(library, thread)):
        on = thread.dates.get(follows)
        question = " ".join((thread.question, *told))
        return replace(leaning, question=question, follows=follows, follows_on=on)
    read = (
        date_given(library, turn, thread)
        or _changed(library, turn, thread)
        or _qualified(library, text, thread)
        or _pointing(library, text, thread)
    )
    if read is None or read.question == text:
        return _in_context(library, turn, leaning, thread)
    notice = Notice(kind="read_as", text=reply("notice.read_as", question=read.question))
    # "How often after that?", and then "her brother is nine".
    follows = None if _asks_of_its_own(library, text) or read.rule else thread.follows
    return replace(
        leaning,
        follows=follows,
        follows_on=thread.dates.get(follows or ""),
        question=read.question,
        framework=read.framework or leaning.framework,
        framework_settled=True,
        chosen_rule=read.rule,
        notices=(*turn.notices, notice),
    )


def _in_context(library: Library, turn: Turn, leaning: Turn, thread: Thread) -> Turn:
    """A message that says "it", goes on with "and", or names no thing of its own may be searched
    for together with what was said before; any other is a question of its own."""
    text = turn.question
    words = len(text.split())
    bare = words <= MOST_BARE and not _names_something(library, text)
    leans = _LEANING.search(text) or _GOES_ON.match(text) or bare
    if not leans or not LEAST_IN_CONTEXT <= words <= MOST_IN_CONTEXT:
        return turn
    said = dict.fromkeys(each for each in (thread.about, thread.question) if each)
    return replace(leaning, about=" ".join(" ".join(said).split()[-MOST_SAID:]))


def _qualified(library: Library, text: str, thread: Thread) -> Read | None:
    """ "LAC, in a residential", "early help plan": which one the last question was about."""
    if (
        len(text.split()) > MOST_QUALIFYING
        or text.endswith("?")
        or ASKS.search(text)
        or _GOES_ON.match(text)
        or _TELLS.search(text)
        or not named_concepts(text, library.concepts)
    ):
        return None
    return Read(question=f"{thread.question.rstrip(' ?.!')} ({text.rstrip(' .!')})?")


def _outcome(library: Library, thread: Thread) -> str | None:
    """The event that what was last asked for is, or counts from."""
    rule = library.rules.get(thread.rule or "")
    if rule:
        return rule.starts or rule.event
    named = find_events(thread.question, library.events.values())
    return named[-1].event.id if named else None


def remembered(library: Library, said: tuple[str, ...], question: str) -> tuple[str, ...]:
    """The plans, teams and placements named so far; of one kind the latest."""
    for named in named_concepts(question, library.concepts):
        kinds = next((group for group in _SITUATION if _kind(library, named) in group), None)
        if kinds:
            others = {c.name for c in library.concepts if c.kind in kinds}
            said = (*(name for name in said if name not in others), named.name)
    return said


def _changed(library: Library, turn: Turn, thread: Thread) -> Read | None:
    """ "What about Luton?", "what if they're disabled?", "no, the review one"."""
    text = turn.question
    if len(text.split()) > MOST_LEANING:
        return None
    matched = _IF.fullmatch(text) or _ABOUT.fullmatch(text) or _CORRECTION.fullmatch(text)
    rest = next(filter(None, matched.groupdict().values())) if matched else text
    frameworks = named_frameworks(rest, library)
    bare = _FILLERS.sub("", _FILLERS.sub("", rest))
    if len(frameworks) == 1 and len(bare.split()) <= MOST_OF_A_NAME:
        return Read(question=thread.question, framework=frameworks[0])
    if matched is None or not bare or (matched.re is _ABOUT and ASKS.search(rest)):
        return None
    if matched.re is _CORRECTION and not _names_something(library, rest):
        return None
    if matched.re is _IF and not (
        named_concepts(bare, library.concepts)
        and _is_situation(library, text, bare)
        and _names_something(library, thread.question)
    ):
        return None
    return Read(question=_swapped(library, thread, bare, condition=matched.re is _IF))


def _asks_of_its_own(library: Library, text: str) -> bool:
    return bool(events_named(library, text) or ASKS.search(_WHAT_ABOUT.sub("", text)))


def _is_situation(library: Library, text: str, words: str) -> bool:
    """ "For a child in care?" changes the last question; "in supervision, do I ...?" is its own."""
    bare = re.match(rf"{_SOFT}(?:when|for|in|at|on|with)\b", text, re.IGNORECASE)
    own = bool(bare) and bool(ASKS.search(words) or not named_concepts(words, library.concepts))
    return not own and len(words.split()) <= MOST_LEANING // 2


def _names_something(library: Library, text: str) -> bool:
    return bool(
        find_events(text, library.events.values())
        or named_concepts(text, library.concepts)
        or named_frameworks(text, library)
    )


def _swapped(library: Library, thread: Thread, words: str, *, condition: bool) -> str:
    """The last question with its own idea of that kind, or its outcome, changed for the words."""
    old = thread.question
    events = find_events(old, library.events.values())
    if events and not condition and find_events(words, library.events.values()):
        place = next((p for p in events if p.event.id == thread.event), events[-1])
        return _put(old, place.start, place.end, words)
    new = named_concepts(words, library.concepts)
    kinds = {each.kind for named in new for each in library.concepts if each.name == named.name}
    for group in _SWAPPED:
        if kinds & group:
            names = {each.name for each in library.concepts if each.kind in group}
            own = [named for named in named_concepts(old, library.concepts) if named.name in names]
            if own:
                if _BECOMES.match(words):
                    words = words[new[-1].start : new[-1].end]
                on = "on " if old[own[-1].start :].lower().startswith("on ") else ""
                return _put(old, own[-1].start, own[-1].end, f"{on}{words}")
    return f"{_BRACKETED.sub('', old).rstrip(' ?.!')} ({words})?"


def _pointing(library: Library, text: str, thread: Thread) -> Read | None:
    """ "Who chairs it?", "how often?": a short message that names no thing of its own."""
    clause = _pointing_clause(text)
    if len(clause.split()) > MOST_LEANING or events_named(library, clause):
        return None
    if asks_if_late(text):
        return Read(question=f"{thread.question} {text}")
    if _CORRECTION.fullmatch(text):
        return None
    topic = _thing(library, thread)
    if _QUESTION_ALONE.fullmatch(text):
        return Read(question=f"{text.rstrip(' ?.!')}: {thread.question}")
    clause, text = (_IT_IS.sub("it is", each) for each in (clause, text))
    if topic and _POINTING.search(clause) and not named_concepts(clause, library.concepts):
        pointed = _POINTING.sub(lambda _: topic, clause, count=1)
        return Read(question=text.replace(clause, pointed, 1))
    return None


def _pointing_clause(text: str) -> str:
    """The later clause that says "it": "she was born on 1 May. So when do we start it?"; or all."""
    clauses = _BETWEEN_CLAUSES.split(text)
    return next((each for each in clauses[1:] if _POINTING.search(each)), text)


def _thing(library: Library, thread: Thread) -> str | None:
    """What "it" is: the outcome last asked for, or the last thing the question named."""
    rule = library.rules.get(thread.rule or "")
    if rule and not rule.starts and (things := _things(library, rule.subject)):
        return f"the {things[-1].name}"
    if thread.event:
        return _plain(library.events[thread.event])
    events = find_events(thread.question, library.events.values())
    if things := _things(library, thread.question):
        return f"the {things[-1].name}"
    return _plain(events[-1].event) if events else None


def _things(library: Library, text: str) -> list[Named]:
    return [
        named
        for named in named_concepts(text, library.concepts)
        if _kind(library, named) in _THINGS
    ]


def _plain(event: Event) -> str:
    """An event as it is spoken of: "the visit" of "the last visit, of any kind"."""
    return event.name.partition(",")[0].replace("the last ", "the ")


def _kind(library: Library, named: Named) -> ConceptKind:
    return next(each.kind for each in library.concepts if each.name == named.name)


def _put(text: str, start: int, end: int, words: str) -> str:
    return f"{text[:start]}{words}{text[end:]}"
