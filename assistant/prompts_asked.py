"""Prompts and questions asked for in plain English: which work, for whom, how deep, how many."""

import re
from dataclasses import dataclass, replace

from assistant.ages import ages_said
from assistant.dates import FoundDate, find_dates
from assistant.turn import Turn
from materials import PROMPTS
from prompts import Practice

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
_NUMBER = rf"(?P<number>\d{{1,5}}|{'|'.join(_NUMBERS)})"
_WANTS = (
    r"(?:give|make|write|suggest|create|prepare|draft|draw up|show|send|find|need|want|like|some"
    rf"|{_NUMBER.replace('?P<number>', '?:')})"
)
_TO_ASK = r"what (?:should|can|could|do|shall|might) (?:i|we) (?:ask|cover|raise)"
_SUPERVISION = re.compile(
    rf"\b(?:supervision (?:prompts?|agenda|questions?)"
    r"|(?:prompts?|agenda) for (?:\w+ ){0,3}supervision"
    rf"|{_WANTS}\b.{{0,40}}\bquestions for (?:\w+ ){{0,2}}supervision"
    rf"|supervision\b.{{0,60}}\b{_TO_ASK}|{_TO_ASK} in (?:\w+ ){{0,2}}supervision)\b",
    re.IGNORECASE,
)
_REFLECTION = re.compile(
    rf"\b{_WANTS}\b[^.?!]{{0,30}}\breflective (?:questions?|prompts?)\b"
    r"|\b(?:plan|design|prepare|draft|make|give me) (?:\w+ ){0,4}(?:training|reflective|learning)"
    r" (?:session|workshop)\b"
    r"|\breflective (?:questions?|prompts?)\b[^.?!]*\bfor (?:my|our|the|a|some|an?) "
    r"(?:students?|asyes?|team|managers?|practitioners|social workers|nqsws?|group)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"\b{_NUMBER}\b(?![\s-]*min)(?:\s+\w+){{0,3}}?\s+(?:questions?|prompts?)\b", re.IGNORECASE
)
_TOPIC = re.compile(
    r"\b(?:questions?|prompts?|session|workshop)\b(?:\s+(?:for|to)\s+(?:my|our|the|a)\s+\w+)?\s+"
    r"(?:on|about|around|regarding)\s+(?P<topic>.+?)"
    r"(?=\s+(?:for|to use|using|by|with)\s+(?:my|our|the|a|an|some|students?|asyes?|managers?"
    r"|gibbs|kolb|rolfe|practitioners|signs|level)\b|[,;.?!]|$)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b(?P<minutes>\d{1,3})[\s-]*min(?:ute)?s?\b", re.IGNORECASE)
_AUDIENCES = (
    ("asye", r"asyes?|newly qualified|nqsws?"),
    ("student", r"students?"),
    ("manager", r"(?:for|with)\s+(?:(?:my|our|the|team)\s+)*managers?"),
    ("team", r"(?:my|our|the|a|whole|mixed)\s+team"),
    ("practitioner", r"practitioners|social workers"),
)
_LEVELS = (
    ("challenge", r"challeng\w*|hard(?:er)?|deep(?:er)?|tough(?:er)?|critical"),
    ("describe", r"describ\w*|eas(?:y|ier)|simple[r]?|gentle[r]?|basic"),
    ("analyse", r"analys\w*|analytical"),
)
_MODELS = (
    ("gibbs", r"gibbs"),
    ("kolb", r"kolb"),
    ("rolfe", r"rolfe|so what"),
    ("signs-of-safety", r"signs of safety|three columns|3 columns"),
    ("systemic", r"systemic(?:ally)?|social gra\w+"),
    ("appreciative", r"appreciative"),
    ("four-stage", r"four[\s-]stage"),
    ("group", r"group supervision"),
)
_FACTS = (
    ("last_core_group", r"core group"),
    ("next_conference", r"conference|rcpc|icpc"),
    ("last_supervision", r"(?:last|previous)\s+(?:\w+\s+)?supervision|supervised"),
    ("last_review", r"review"),
    ("last_visit", r"visit\w*|saw|seen|home"),
)
_HARDER = re.compile(
    r"\b(?:harder|deeper|tougher|more (?:challenging|critical|difficult))\b", re.IGNORECASE
)
_EASIER = re.compile(r"\b(?:easier|simpler|gentler)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:(?:ok(?:ay)?|and|so|but|now|can you|please)[,.]?\s+)*"
    r"(?:the same (?:on|for|about)|(?:what|how) about|on|about"
    r"|(?P<asked>(?:make|do|have) (?:it|them|these|those|that) (?:on|about)"
    r"|(?:change|switch) (?:it|them|these|those|the topic) to))"
    r"\s+(?P<topic>[^,.;?!]+?)(?:,? (?:instead|please|then))*[?!.]*",
    re.IGNORECASE,
)
"""Another topic for the same kind of set."""

_STEPS = tuple(sorted(PROMPTS))
LEVEL = "analyse"
"""How deep questions go where nothing is said."""

_LEVEL_ORDER = ("describe", "analyse", "challenge")


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptsAsked:
    """What a message asks to have made."""

    use: str
    """supervision or reflection"""

    topic: str = ""
    audience: str = "practitioner"
    level: str = LEVEL
    count: int = 6
    counted: bool = False
    """The count was said; an agenda has as many prompts as fit its time else."""

    minutes: int = 30
    model: str | None = None
    dates: tuple[tuple[str, FoundDate], ...] = ()
    age: int | None = None

    def as_question(self) -> str:
        """The same as one whole message, which reads back as this."""
        model = f", by {(self.model or '').replace('-', ' ')}" if self.model else ""
        if self.use == "reflection":
            return (
                f"Give me {self.count} reflective questions on {self.topic}, for "
                f"{_AUDIENCE_WORDS[self.audience]}, to {self.level}{model}"
            )
        dates = "".join(
            f", {name.replace('_', ' ')} {found.date.isoformat()}"
            for name, found in self.dates
            if found.date
        )
        age = f", aged {self.age}" if self.age is not None else ""
        level = f", to {self.level}" if self.level != LEVEL else ""
        details = f"{self.minutes} minutes{level}{model}{dates}{age}"
        count = f"{self.count} " if self.counted else ""
        return f"Give me {count}supervision prompts on {self.topic}, {details}"


_AUDIENCE_WORDS = {
    "asye": "ASYEs",
    "student": "students",
    "manager": "managers",
    "team": "the team",
    "practitioner": "practitioners",
}


def read_prompts(turn: Turn, practice: Practice) -> PromptsAsked | None:
    """What a message asks for; None where it asks for no prompts."""
    text = turn.question
    if _SUPERVISION.search(text):
        asked = PromptsAsked(use="supervision", topic=_work(text, practice))
    elif _REFLECTION.search(text):
        asked = PromptsAsked(use="reflection", topic=_topic(text) or _work(text, practice))
    else:
        return None
    bare = text.replace(asked.topic, " ") if asked.use == "reflection" and asked.topic else text
    dates = find_dates(text, turn.today)
    ages = ages_said(text)
    return replace(
        _with_details(asked, bare),
        dates=tuple((_fact(text[: d.start]), d) for d in dates),
        age=ages[0] if len(ages) == 1 else None,
    )


def refined(asked: PromptsAsked, text: str, practice: Practice) -> PromptsAsked | None:
    """The same with what a short message changes; None where it changes nothing."""
    changed = _with_details(asked, text)
    about = _ABOUT.fullmatch(text)
    if about:
        work = _work(about["topic"], practice)
        if asked.use == "supervision" and work:
            return replace(asked, topic=work)
        if asked.use == "reflection" and (work or about["asked"]):
            return replace(asked, topic=about["topic"])
    number = re.fullmatch(
        rf"(?:just|only|make it|no,?)?\s*{_NUMBER}(?: of them| please)?[.!?]*", text, re.IGNORECASE
    )
    if number:
        changed = replace(changed, count=_value(number["number"]), counted=True)
    if re.search(r"\b(?:fewer|less|shorter)\b", text, re.IGNORECASE):
        changed = _resized(asked, changed, -1)
    if re.search(r"\b(?:more|longer|extra)\b(?! (?:challeng|critical|difficult))", text, re.I):
        changed = _resized(asked, changed, 1)
    step = _step(text)
    if step:
        place = _LEVEL_ORDER.index(asked.level) + step
        changed = replace(changed, level=_LEVEL_ORDER[min(max(place, 0), 2)])
    return changed if changed != asked else None


def _step(text: str) -> int:
    if re.search(
        r"\b(?:harder|deeper|tougher|more (?:challenging|critical|difficult))\b", text, re.I
    ):
        return 1
    return -1 if re.search(r"\b(?:easier|simpler|gentler)\b", text, re.IGNORECASE) else 0


def _resized(before: PromptsAsked, now: PromptsAsked, by: int) -> PromptsAsked:
    """Fewer or more: of questions, half as many or half again; of an agenda, the next length."""
    if now.use == "supervision" and not now.counted:
        place = _STEPS.index(before.minutes) if before.minutes in _STEPS else 1
        return replace(now, minutes=_STEPS[min(max(place + by, 0), len(_STEPS) - 1)])
    count = max(1, before.count // 2) if by < 0 else before.count + max(1, before.count // 2)
    return replace(now, count=count)


def _with_details(asked: PromptsAsked, text: str) -> PromptsAsked:
    """Whom, how deep, how many, how long and by which model, where a text says so."""
    count = _COUNT.search(text)
    minutes = _MINUTES.search(text)
    spoken = 60 if re.search(r"\ban hour\b", text, re.IGNORECASE) else asked.minutes
    spoken = 30 if re.search(r"\bhalf an hour\b", text, re.IGNORECASE) else spoken
    return replace(
        asked,
        audience=_first(_AUDIENCES, text) or asked.audience,
        level=_first(_LEVELS, text) or asked.level,
        model=_first(_MODELS, text) or asked.model,
        count=_value(count["number"]) if count else asked.count,
        counted=asked.counted or bool(count),
        minutes=int(minutes["minutes"]) if minutes else spoken,
    )


def _first(table: tuple[tuple[str, str], ...], text: str) -> str | None:
    return next(
        (name for name, words in table if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)), None
    )


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _topic(text: str) -> str:
    found = _TOPIC.search(text)
    return found["topic"].strip() if found else ""


def _work(text: str, practice: Practice) -> str:
    """The kind of work that a message names: the longest name that stands in it."""
    # "Last review 1 October" tells a date, not what the work is.
    text = re.sub(r"\b(?:last|next|previous)\s+[\w-]+(?:\s+group)?", " ", text, flags=re.IGNORECASE)
    folded = f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "
    named = [
        (len(words), work.name)
        for work in practice.works
        for name in (work.name, *work.names)
        if f" {(words := ' '.join(re.findall(r'[a-z0-9]+', name.lower())))} " in folded
        and not (work.id == "oversight" and "supervision" in words)
    ]
    return max(named)[1] if named else ""


def _fact(before: str) -> str:
    """What a date is of: the last thing named before it; a visit where nothing is."""
    last = re.split(r"[;.]|\band\b|,", before)[-1]
    return next(
        (name for name, words in _FACTS if re.search(rf"\b(?:{words})\b", last, re.IGNORECASE)),
        "last_visit",
    )
