"""Making one question, and what every question has to be."""

import re
import time

import pytest

from domain import Strength
from ingest import load_corpus
from materials.duties import duties
from materials.making import Maker, can_be_asked, fill, form_of
from materials.reading import Duty
from prompts import Stem, practice
from tests.materials.conftest import statement, statements

RESIDUE = re.compile(r"[${}]|\s\s|\s[,.?]|\.\.|,,")


def made(reader, text, move, audience="practitioner", purpose="plan"):
    """A question on one statement."""
    [duty] = duties([statement(text)], reader)
    words = practice()
    maker = Maker(words, words.audience(audience), "this child")
    return maker.make(duty, [move], purpose)


def test_a_duty_becomes_an_open_question(reader):
    """With what is to be done as it stands after "to"."""
    assert made(reader, "See the child alone.", "appraise") == (
        "What helps you to see the child alone, and what gets in the way?",
        "appraise",
    )


@pytest.mark.parametrize(
    ("audience", "opens"),
    [
        ("student", "What helps you to explain your role"),
        ("team", "What helps us to explain our role"),
        ("manager", "What helps people in your team to explain their role"),
    ],
)
def test_the_audience_is_spoken_to(reader, audience, opens):
    """And the statement's own "your" is theirs."""
    text, _ = made(reader, "Explain your role to the family.", "appraise", audience)

    assert text.startswith(opens)


def test_a_managers_duty_is_the_managers(reader):
    """Nobody else is asked how they supervise their practitioners."""
    duty = "Discuss every family with each practitioner."

    assert made(reader, duty, "appraise")[0].startswith("What helps managers to discuss")
    assert made(reader, duty, "appraise", "manager")[0].startswith("What helps you to discuss")


def test_a_condition_opens_the_question(reader):
    """As a person would say it first."""
    text, _ = made(reader, "Where a child is missing, call the police.", "need")

    assert text.startswith("Where a child is missing, what needs to happen next for you to call")


def test_what_cannot_be_read_is_quoted(reader):
    """In its exact words."""
    text, _ = made(reader, "Looked after child: visits every six weeks.", "appraise")

    assert "“Looked after child: visits every six weeks.”" in text


def test_a_list_is_asked_about_as_one(reader):
    """Its items complete the lead-in, and are all cited."""
    lead = "At each meeting, make sure that:"
    items = ("the child's wishes", "the parents' views")
    found = duties([statement(t, f"1.b1.{n}", lead_in=lead) for n, t in enumerate(items)], reader)

    assert len(found) == 1
    assert found[0].words == "At each meeting, make sure that …"


def test_nothing_is_asked_of_a_statement_too_long_to_quote():
    """It may still be touched by a question that is made of another."""
    long = Duty(statements=(statement("word " * 80),))

    assert not can_be_asked(long)


def test_one_time_is_not_asked_about_where_every_time_is_meant(reader):
    """ "The last time that you set out to see every child ..." is no question."""
    [duty] = duties([statement("See every child alone.")], reader)
    words = practice()
    maker = Maker(words, words.audience("practitioner"), "this child")

    texts = [str(maker.make(duty, ["tell"], "plan")) for _ in range(6)]

    assert not any("the last time" in text for text in texts)


@pytest.mark.parametrize(
    "framework", ["luton", "leicester", "halton", "northamptonshire-2020", "nct"]
)
def test_every_question_reads_as_one(reader, corpus_folder, framework):
    """No residue of a slot, one sentence that asks, and never too long; by every stem."""
    words = practice()
    binding = [
        each
        for each in load_corpus(corpus_folder).statements
        if each.source.framework == framework and each.strength in (Strength.MUST, Strength.SHOULD)
    ][:90]
    audiences = words.audiences
    for place, duty in enumerate(duties(binding, reader)):
        audience = audiences[place % len(audiences)]
        for stem in words.stems[place % 7 :: 7]:
            text = _fits(stem, duty) and fill(stem, duty, audience, audience.child)
            if text:
                quoted = re.sub(r"“[^”]*”", "“”", text)
                assert text.endswith("?"), text
                assert not RESIDUE.search(quoted), text
                assert quoted.count("?") == 1, text
                assert text[0] in "“" or text[0].isupper(), text


def _fits(stem: Stem, duty: Duty) -> bool:
    return stem.form == form_of(duty)


def test_the_same_in_is_the_same_out(reader):
    """Nothing is drawn by chance."""
    found = duties(statements("See the child.", "Write it down.", "Tell the family."), reader)
    words = practice()

    def all_of_them():
        maker = Maker(words, words.audience("practitioner"), "this child")
        return [maker.make(duty, ["tell"], "plan") for duty in found]

    assert all_of_them() == all_of_them()


def test_what_others_do_is_not_asked_as_ones_own_next_step(reader):
    """A chair's duty is the chair's: the next step is asked for, and whose it is."""
    text, _ = made(reader, "The conference chair agrees the date of the next conference.", "act")

    assert "will you do" not in text


def test_a_lead_in_that_is_a_condition_opens_the_question(reader):
    """An item under "When ..." holds in that case only, and says so."""
    lead_in = "When a baby will be at risk after birth:"
    texts = ("Hold the conference by week 24.", "Hold the review within a month.")
    items = [statement(t, f"1.b1.{n}", lead_in=lead_in) for n, t in enumerate(texts)]

    whens = [d.reading.when for d in duties(items, reader) if d.reading]

    assert whens == ["when a baby will be at risk after birth"] * 2


@pytest.mark.parametrize(
    "lead_in",
    ["Court deadlines:", "Visit more often where:", "Timeframes for reassessment:"],
)
def test_cases_and_times_are_no_points_to_choose_from(reader, lead_in):
    """A list of them is not asked about as a list of things to do."""
    items = [statement(t, f"1.b1.{n}", lead_in=lead_in) for n, t in enumerate(("one", "two"))]

    assert not any(can_be_asked(duty) for duty in duties(items, reader))


def test_one_item_of_a_list_is_quoted_with_its_lead_in(reader):
    """Alone it is no sentence."""
    item = statement("The dates of the reviews.", lead_in="The plan sets out:")

    [duty] = duties([item], reader)

    assert duty.words == item.quotation


def test_a_long_name_of_a_thing_is_judged_at_once():
    """However long the words after a label are: time must not grow with every letter."""
    item = statement(f"Planning tool: the {'n' * 4000} {'m ' * 40}", strength=Strength.SHOULD)

    began = time.perf_counter()
    can_be_asked(Duty(statements=(item,)))

    assert time.perf_counter() - began < 1
