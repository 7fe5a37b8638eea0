"""A small library about invented authorities, with the real model and a real index."""

import pytest

from assistant import Assistant, Library, Request, link_rules
from domain import (
    Concept,
    ConceptKind,
    Edition,
    Event,
    Fault,
    FaultKind,
    Framework,
    Statement,
    Strength,
    Vocabulary,
    statement_id,
)
from retrieval import ensure_index
from tests.support.answers import TODAY
from timescales import england, parse_register

VALE = Framework(
    id="vale", authority="Vale Council", document="Vale Standards", version="V2, May 2024",
    also_called=("the vale",),
)  # fmt: skip
MOOR = Framework(id="moor", authority="Moor Council", document="Moor Framework", version="undated")
FELL = Framework(id="fell", authority="Fell Council", document="Fell Handbook", version="undated")

VISITS = ("Standard 4: Home visits", "Bottom lines")
CONFERENCE = ("Standard 8: Child protection conferences", "Bottom lines")
GOOD = ("Standard 8: Child protection conferences", "Good practice")

_VALE = [
    ("4.b1", VISITS, Strength.MUST, "See each child alone on every visit.", ""),
    ("4.b2", VISITS, Strength.MUST, "Write up every home visit within 3 working days.", ""),
    ("4.b3.1", VISITS, Strength.MUST, "Child in need plan: at least every four weeks.",
     "Minimum visiting frequencies are:"),
    ("4.b3.2", VISITS, Strength.MUST, "Child protection plan: at least every fortnight.",
     "Minimum visiting frequencies are:"),
    ("4.b4", VISITS, Strength.MUST, "A child sees a dentist by the age of 3 years.", ""),
    ("4.b5", VISITS, Strength.MUST,
     "A care leaver has a personal adviser from the age of 17 until 25.", ""),
    ("4.b6", VISITS, Strength.MUST, "See each care leaver at least every eight weeks.", ""),
    ("8.b1", CONFERENCE, Strength.MUST,
     "Hold the ICPC within 15 working days of the strategy discussion.", ""),
    ("8.b2", CONFERENCE, Strength.MUST,
     "Hold the first core group within 10 days of the initial conference.", ""),
    ("8.b3", CONFERENCE, Strength.MUST,
     "The first core group takes place within 10 working days of the conference.", ""),
    ("8.b4", CONFERENCE, Strength.MUST, "A manager authorises the report for conference.", ""),
    ("8.b5", CONFERENCE, Strength.MUST,
     "Hold a preparation meeting before the initial conference.", ""),
    ("8.b6", CONFERENCE, Strength.MUST,
     "Tell the head of service why a conference is overdue.", ""),
    ("8.e1", GOOD, Strength.SHOULD, "Help parents prepare for the conference.", ""),
    ("8.q1", GOOD, Strength.QUESTION, "How will the family know what the conference is for?", ""),
]  # fmt: skip
_MOOR = [
    ("2.b1", ("Part 2: Home visits",), Strength.MUST,
     "Visit each child every 20 working days.", ""),
    ("5.b1", ("Part 5: Pets",), Strength.MUST,
     "Risk assess every dog in a fostering household once a year.", ""),
]  # fmt: skip

REGISTER = """
[[rule]]
id = "icpc"
subject = "Initial child protection conference held"
event = "strategy-discussion"
within = "15 working days"
rests_on = ["8.b1"]
if_missed = ["8.b6"]
about = ["ICPC"]
starts = "icpc"

[[rule]]
id = "core-group-days"
subject = "First core group held"
event = "icpc"
within = "10 days"
rests_on = ["8.b2"]
about = ["core group"]
starts = "core-group"
conflicts_with = ["core-group-working-days"]

[[rule]]
id = "core-group-working-days"
subject = "First core group held"
event = "icpc"
within = "10 working days"
rests_on = ["8.b3"]
about = ["core group"]
conflicts_with = ["core-group-days"]

[[rule]]
id = "cin-visit"
subject = "Visit to a child on a child in need plan"
event = "home-visit"
every = "four weeks"
bound = "at least"
rests_on = ["4.b3.1"]
conditions = ["child in need plan"]

[[rule]]
id = "cp-visit"
subject = "Visit to a child on a child protection plan"
event = "home-visit"
every = "fortnight"
bound = "at least"
rests_on = ["4.b3.2"]
conditions = ["child protection plan"]

[[rule]]
id = "leaver-visit"
subject = "Care leaver seen again"
event = "leaver-visit"
every = "eight weeks"
bound = "at least"
rests_on = ["4.b6"]

[[rule]]
id = "dental-check"
subject = "Dental check of a child"
event = "birth"
at_age = "3 years"
rests_on = ["4.b4"]
about = ["dentist"]

[[rule]]
id = "adviser-from"
subject = "Personal adviser in place"
event = "birth"
at_age = "17 years"
rests_on = ["4.b5"]
about = ["personal adviser"]

[[rule]]
id = "adviser-until"
subject = "End of the personal adviser's support"
event = "birth"
at_age = "25 years"
rests_on = ["4.b5"]
about = ["adviser end"]

[[rule]]
id = "preparation-meeting"
subject = "Preparation meeting held"
event = "strategy-discussion"
without_figure = "before the initial conference"
by = "icpc"
rests_on = ["8.b5"]
about = ["preparation meeting"]

[[rule]]
id = "visit-written-up"
subject = "Visit written up"
event = "home-visit"
within = "3 working days"
rests_on = ["4.b2"]
about = ["written up", "write up", "recorded"]
"""

MISPLACED = Fault(kind=FaultKind.MISPLACED, text="Standard 3 prints this line as well.")

EVENTS = (
    Event(
        id="strategy-discussion", name="the strategy discussion",
        phrases=("strategy discussion", "strategy meeting", "strat"),
    ),
    Event(
        id="icpc", name="the initial child protection conference",
        phrases=("icpc", "initial conference", "initial child protection conference"),
    ),
    Event(id="core-group", name="the core group", phrases=("core group", "first core group")),
    Event(id="home-visit", name="the last visit", phrases=("home visit", "visited", "visit")),
    Event(id="birth", name="the date of birth", phrases=("born", "date of birth")),
    Event(
        id="leaver-visit", name="the last visit to the care leaver",
        phrases=("care leaver visit",), narrows="home-visit", where=("care leaver",),
    ),
)  # fmt: skip
CONCEPTS = (
    Concept(
        name="initial child protection conference",
        forms=("ICPC", "initial conference"),
        kind=ConceptKind.MEETING,
    ),
    Concept(name="core group", forms=("first core group",), kind=ConceptKind.MEETING),
    Concept(
        name="child protection plan",
        forms=("CP plan", "on a CP plan", "on a child protection plan"),
        kind=ConceptKind.PLAN,
    ),
    Concept(name="child in need plan", forms=("CIN plan",), kind=ConceptKind.PLAN),
    Concept(
        name="strategy discussion",
        forms=("strategy meeting", "strat"),
        says={"vale": "strategy discussion"},
    ),
)


def _statements(framework, rows, edition=Edition.DIGEST):
    return [
        Statement(
            id=statement_id(framework.id, edition, name),
            source=framework.source(edition),
            section=section,
            strength=strength,
            text=text,
            lead_in=lead_in,
        )
        for name, section, strength, text, lead_in in rows
    ]


@pytest.fixture(scope="session")
def library(tmp_path_factory, embeddings):
    """Vale and Moor have statements; Fell is only described."""
    statements = [*_statements(VALE, _VALE), *_statements(MOOR, _MOOR)]
    index = ensure_index(
        statements,
        Vocabulary(concepts=CONCEPTS, events=EVENTS),
        embeddings=embeddings,
        model_key="test",
        folder=tmp_path_factory.mktemp("index"),
    )
    rules = {r.id: r for r in parse_register(REGISTER, framework="vale", file="timescales.toml")}
    yield Library(
        frameworks={f.id: f for f in (VALE, MOOR, FELL)},
        rules=rules,
        events={event.id: event for event in EVENTS},
        concepts=CONCEPTS,
        index=index,
        calendar=england(),
        links=link_rules(rules, index),
        faults={"vale:digest:4.b1": (MISPLACED,)},
    )
    index.close()


@pytest.fixture
def assistant(library):
    """An assistant with no conversations yet."""
    return Assistant(library=library)


@pytest.fixture
def ask(assistant):
    """Ask one question on a fixed day and get the answer."""

    def _ask(question, framework="vale", **more):
        request = Request(question=question, framework=framework, **more)
        return assistant.ask(request, today=TODAY).answer

    return _ask
