"""Agendas, reflective sets, sessions and quizzes: what is chosen, and what is said of the rest."""

import pytest

from domain import Bound, Form, Period, Rule, Strength, Unit
from materials import Ground, RuleTold, Wanted, agenda, quiz, reflective_set, session
from materials.choosing import clusters, purpose_of
from materials.duties import duties
from prompts import practice
from tests.materials.conftest import apart, statement, statements

WORDS = practice()
TEXTS = (
    "See the child alone.",
    "Review the plan at each meeting.",
    "Describe each risk in plain words.",
    "Invite the grandparents to the meeting.",
    "Record every decision with its reasons.",
    "Tell the school about the visit.",
)


def made(reader, found, minutes=30, model="four-stage", vectors=None, framework=()):
    """An agenda on these statements alone."""
    return agenda(
        Ground(section=tuple(found), beside={}, framework=(*found, *framework)),
        model=WORDS.model(model, "supervision"),
        minutes=minutes,
        practice=WORDS,
        audience=WORDS.audience("practitioner"),
        child="this child",
        read=reader,
        vectors=apart(found) if vectors is None else vectors,
    )


def test_every_must_is_touched_where_there_is_time(reader):
    """And nothing is left."""
    found = made(reader, statements(*TEXTS))

    assert (found.touched, found.of, found.left) == (6, 6, ())


def test_what_there_is_no_time_for_is_said(reader):
    """Touched and left are all there are."""
    found = made(reader, statements(*TEXTS), minutes=10)

    assert len(found.items) == 4
    assert found.touched + len(found.left) == found.of == 6


def test_musts_come_before_expectations(reader):
    """Where one of two must be left."""
    should = statement("Bring a toy to each visit.", "1.e1", Strength.SHOULD)
    found = made(reader, (should, *statements(*TEXTS[:4])), minutes=10)

    assert should not in {s for item in found.items for s in item.statements}


def test_two_duties_that_say_the_same_are_one_question(reader):
    """Held against both."""
    found = statements("See the child alone.", "Make sure to see each child alone.")
    [item] = made(
        reader, found, vectors={each.id: apart(found)[found[0].id] for each in found}
    ).items

    assert set(item.statements) == set(found)


def test_every_stage_of_the_model_is_heard(reader):
    """By turns."""
    found = made(reader, statements(*TEXTS), model="signs-of-safety")

    assert {i.stage for i in found.items} == {
        "worried",
        "working-well",
        "needs-to-happen",
        "scaling",
    }


def test_timings_are_the_frameworks_own(reader):
    """Where a statement tells them, with that statement; else the model's."""
    told = statement("The practitioner sets out the dilemma (guide time 8 minutes).", "2.e1")
    found = made(reader, statements(*TEXTS), model="group", framework=(told,))
    times = {each.stage: (each.minutes, each.statement) for each in found.timings}

    assert times["dilemma"] == (8, told)
    assert times["actions"] == (5, None)


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Listen to the child's wishes and feelings.", "voice"),
        ("Review the plan within six weeks.", "plan"),
        ("Name each risk and each danger.", "risk"),
        ("Draw a genogram with the parents and the wider family.", "network"),
        ("The manager records the rationale of each decision.", "oversight"),
        ("Bring biscuits.", "plan"),
    ],
)
def test_a_duty_is_for_a_purpose(reader, text, purpose):
    """By its words; for plan and progress where it has none of any."""
    [duty] = duties([statement(text)], reader)

    assert purpose_of(duty, WORDS) == purpose


def test_a_list_is_touched_as_a_whole(reader):
    """Every item of it is cited."""
    lead = "The plan says:"
    items = [statement(t, f"1.b1.{n}", lead_in=lead) for n, t in enumerate(("who", "by when"))]
    [found] = clusters(duties(items, reader), WORDS, {})

    assert found.lead.statements == tuple(items)


def wanted(count=4, **more):
    """Four questions by Rolfe for a team."""
    given = {"model": "rolfe", "level": "challenge", "audience": "team"} | more
    return Wanted(
        model=WORDS.model(given["model"], "reflection"),
        level=WORDS.level(given["level"]),
        audience=WORDS.audience(given["audience"]),
        count=count,
    )


def reflected(reader, found, **more):
    """A set on these statements."""
    return reflective_set(found, wanted(**more), practice=WORDS, read=reader, vectors=apart(found))


def test_the_frameworks_own_questions_come_first(reader):
    """In their exact words, and then made ones, in the model's order."""
    own = statement("Did the child feel heard?", "1.q1", Strength.QUESTION)
    found = reflected(reader, (own, *statements(*TEXTS)))

    assert (found[0].text, found[0].own) == ("Did the child feel heard?", True)
    order = [stage.id for stage in WORDS.model("rolfe", "reflection").stages]
    stages = [order.index(item.stage) for item in found[1:]]
    assert len(found) == 4
    assert stages == sorted(stages)


def test_own_questions_fill_up_where_nothing_can_be_made(reader):
    """Of a topic that has questions alone."""
    own = tuple(statement(f"Is it so, {n}?", f"1.q{n}", Strength.QUESTION) for n in range(9))

    assert [item.own for item in reflected(reader, own)] == [True] * 4


def test_each_question_has_a_note_for_the_facilitator(reader):
    """What the standard says, what to listen for, and a probe that asks something else."""
    for item in reflected(reader, statements(*TEXTS)):
        assert item.note.says[0] in item.statements
        assert item.note.listen
        assert item.note.probe.endswith("?")
        assert item.note.probe != item.text


def test_a_deeper_level_asks_otherwise(reader):
    """Of the same statements."""
    texts = {
        level: [i.text for i in reflected(reader, statements(*TEXTS), level=level)]
        for level in ("describe", "challenge")
    }

    assert texts["describe"] != texts["challenge"]


def rule(name: str, figure: str, text: str, amount: int = 5) -> RuleTold:
    """A rule of the made-up register with its statement."""
    return RuleTold(
        rule=Rule(
            id=f"exampleshire:{name}",
            framework="exampleshire",
            subject=f"{name.title()} done",
            event="home-visit",
            form=Form.WITHIN,
            figure=figure,
            period=Period(amount=amount, unit=Unit.DAY),
            bound=Bound.AT_MOST,
            rests_on=("1.b1",),
        ),
        relation=f"within {figure} of the visit",
        statements=(statement(text, f"9.{name}"),),
    )


RULES = [
    rule("report", "5 days", "Write the report within 5 days."),
    rule("call", "2 days", "Ring the family within 2 days."),
    rule("letter", "3 days", "Send the letter within 3 days."),
    rule("meeting", "10 days", "Hold the meeting within 10 days."),
]


def test_the_quiz_has_one_right_answer_and_plausible_wrong_ones():
    """Each wrong figure is one that the framework has for something near."""
    choice, wrong, right = quiz(RULES[:3], RULES, 3)

    assert choice.options[choice.right] == "within 5 days of the visit"
    assert len(set(choice.options)) == 4
    assert wrong.options[wrong.right] == "False"
    assert "2 days" not in wrong.text
    assert wrong.why.startswith("It is 2 days")
    assert (right.options[right.right], right.text) == (
        "True",
        "True or false? Send the letter within 3 days.",
    )


def test_a_quiz_asks_nothing_it_cannot_answer():
    """A rule whose statement does not hold its figure is left out."""
    assert quiz([rule("report", "5 days", "Write the report soon.")], RULES, 3) == ()


@pytest.mark.parametrize("minutes", [30, 45, 90, 240])
@pytest.mark.parametrize("with_quiz", [True, False])
def test_the_parts_of_a_session_fill_its_time(reader, minutes, with_quiz):
    """To the minute, and every question has its place."""
    items = reflected(reader, statements(*TEXTS))
    asked = quiz(RULES, RULES, 4) if with_quiz else ()
    planned = session(
        items,
        asked,
        minutes=minutes,
        matter="Visits",
        vignette="A situation.",
        model=WORDS.models[0],
    )

    assert sum(part.minutes for part in planned.parts) == minutes
    assert [i for part in planned.parts for i in part.items] == list(items)
