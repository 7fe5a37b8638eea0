"""The words by which a document binds, advises, promises or only explains."""

import re

_BINDS = re.compile(
    r"\b(?:must|required to|shall|duty to|(?<!no )(?<!no statutory )minimum|need to ensure"
    r"|(?:is|are) mandatory|requires (?:(?:the|our|all|each) )?\w+ to"
    r"|(?:you|we) are responsible for|I am responsible for)\b",
    re.IGNORECASE,
)
_STATUTORY = re.compile(
    r"\bstatutor(?:y|ily) "
    r"(?:requirement that|responsible for|(?:responsibility|duty) (?:to|for))\b",
    re.IGNORECASE,
)
_MANDATORY = re.compile(r"\b(?:is|are) mandatory\b", re.IGNORECASE)
_ORDERS = re.compile(r"^(?:\w+, |From the outset )?(?:we )?ensure\b", re.IGNORECASE)
_ALWAYS = re.compile(r"\b(?:always(?! possible)|never)\b", re.IGNORECASE)
_ALWAYS_DOES = re.compile(r"\b(?:we|will|must) (?:always|never)\b", re.IGNORECASE)
_ADVISES = re.compile(
    r"\b(?:should(?! there\b)|expected|expectation|encouraged?|aims? to|strives?|endeavour|"
    r"ideally|(?:good|best) practice|rule of thumb)\b",
    re.IGNORECASE,
)
_EXPECTS = re.compile(r"\bshould\b|\b(?:is|are) expected\b", re.IGNORECASE)
_PROMISES = re.compile(
    r"(?<!to )\bensure\b|\bensure[sd]\b|(?<!this )(?<!it )\bwill\b", re.IGNORECASE
)
_WE_PROMISE = re.compile(r"\b(?:we|will) ensure\b|\bwe (?:will )?always\b", re.IGNORECASE)
_ONLY_SAYS_SO = re.compile(
    r"\b(?:what|which|who|how)\b(?: [\w'’]+){0,3}? will\b"
    r"|\bwill be (?:more|less)\b|\bjudge?ments? will be used\b",
    re.IGNORECASE,
)
"""A "will" that tells of something and promises nothing."""

_CONDITION = re.compile(r"\b(?:if|whether)\b[^,.;:]*", re.IGNORECASE)
"""What is only supposed: a "should" in it advises nothing."""

_FIGURE = re.compile(
    r"\b(?:within|every|by|no later than|once|no more than|not more than|least|prior|before)\b"
    r"[^.;]{0,40}(?<!-)\b(?:hours?|days?|weeks?|months?|years?|weekly|monthly|fortnight)\b"
    r"|\b(?:\d+|one|two|three|four|five|six) (?:working )?(?:hours?|days?|weeks?|months?)\b"
    r"|\b(?:same|next) (?:working )?day\b"
    r"|\b(?:weekly|fortnightly|monthly|annually|yearly|termly)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:timescales?|time-?frames?|(?:minimum )?frequenc(?:y|ies))\b[^.]*\b(?:is|are)\s*:",
    re.IGNORECASE,
)
_SAYS_DUTY = re.compile(
    r"\b(?:must|should|shall|required to)(?: [^\s:]+){5,}\s*:"
    r"|\b(?:expected that|(?:we|will) ensure(?: that\b|(?! that\b)))(?: [^\s:]+){6,}\s*:",
    re.IGNORECASE,
)
_CONDITIONS = re.compile(
    r"\b(?:if|where|when|unless|except|who (?:are|is)|circumstances|cases|situations)\s*:",
    re.IGNORECASE,
)
"""The list under such words says when a duty holds: without it they say too much."""

_ALLOWS = re.compile(r"\b(?:we may|there (?:is|are) no)\b", re.IGNORECASE)
_CAN = re.compile(r"\b(?:can|could|may) be\b", re.IGNORECASE)
_ADDRESSES = re.compile(
    r"\b(?:you|we|I|staff|workers?|practitioners?|managers?)\b(?: [\w']+){0,5}? "
    r"(?:must|shall|should|need to|(?:are|is|am) (?:required|responsible|expected))\b",
    re.IGNORECASE,
)

_FEWEST_WORDS = 8
"""A lead-in of no more words says no duty without its list."""


def is_statutory(text: str) -> bool:
    """Tell what the law itself requires of a team: "statutory responsibility"."""
    return _STATUTORY.search(text) is not None


def says_mandatory(text: str) -> bool:
    """Tell words that call something mandatory."""
    return _MANDATORY.search(text) is not None


def gives_minimum(text: str) -> bool:
    """Tell a minimum of something that is done: "a minimum of monthly supervision"."""
    return re.search(r"\ba minimum of\b", text, re.IGNORECASE) is not None


def binds(text: str) -> bool:
    """Tell words that bind wherever they stand: "must", "required to", "minimum"."""
    return _BINDS.search(text) is not None


def orders(text: str) -> bool:
    """Tell a sentence that begins with the order to ensure something."""
    return _ORDERS.match(text) is not None


def says_always(text: str) -> bool:
    """Tell words that leave no exception."""
    return _ALWAYS.search(text) is not None


def always_does(text: str) -> bool:
    """Tell a promise without exception: "we will always", not "planning always involves"."""
    return _ALWAYS_DOES.search(text) is not None


def advises(text: str) -> bool:
    """Tell words that advise; what stands in a condition advises nothing."""
    return _ADVISES.search(_CONDITION.sub("", text)) is not None


def expects(text: str) -> bool:
    """Tell words that advise the reader plainly: "should", "are expected"."""
    return _EXPECTS.search(_CONDITION.sub("", text)) is not None


def promises(text: str, *, listed: bool) -> bool:
    """Tell words that promise: any "will" in a list, elsewhere only what "we" ensure."""
    said = _ONLY_SAYS_SO.sub("", text)
    return (_PROMISES if listed else _WE_PROMISE).search(said) is not None


def gives_time(text: str) -> bool:
    """Tell words that hold a figure of time: "every 20 working days", "weekly"."""
    return _FIGURE.search(text) is not None


def leads_times_in(text: str) -> bool:
    """Tell a lead-in over timescales, timeframes or frequencies."""
    return _TIMES.search(text) is not None


def says_duty(lead: str) -> bool:
    """Tell a lead-in that says a duty or a time by itself, whatever list it opens."""
    if _CONDITIONS.search(lead):
        return False
    timed = gives_time(lead) and len(lead.split()) > _FEWEST_WORDS
    return _SAYS_DUTY.search(lead) is not None or timed


def only_allows(text: str) -> bool:
    """Tell words that only explain what may be, or that there is no duty."""
    return _ALLOWS.search(text) is not None or (text.startswith("(") and text.endswith(")"))


def only_can(text: str) -> bool:
    """Tell a lead-in over what can be done."""
    return _CAN.search(text) is not None


def addresses(text: str) -> bool:
    """Tell words that lay a duty on the reader: "you must", "staff should"."""
    return _ADDRESSES.search(text) is not None
