"""A register becomes rules, or a fault that names file, rule and field."""

import pytest

from domain import Bound, CorpusFault, Form, Period, Rule, Unit
from timescales import parse_register

FULL = """
[[rule]]
id = "visit-again"
subject = "Visited again"
event = "home-visit"
every = "six weeks"
bound = "at least"
rests_on = ["4.b1", "4.b2"]
about = ["next visit", "visiting"]
starts = "home-visit"
conditions = ["in the first year"]
conflicts_with = ["visit-often"]
sooner_than = "visit-often"
note = "The table and the text differ."

[[rule]]
id = "visit-often"
subject = "Visited again"
event = "home-visit"
every = "monthly"
rests_on = ["4.b3"]
"""


def rule(**fields: str) -> str:
    """A register of one rule, with fields changed, added, or (given empty) left out."""
    table = {
        "id": '"r"',
        "subject": '"Plan made"',
        "event": '"visit"',
        "within": '"5 days"',
        "rests_on": '["1.b1"]',
    } | fields
    lines = [f"{key} = {value}" for key, value in table.items() if value]
    return "\n".join(["[[rule]]", *lines, ""])


def read(text: str) -> tuple[Rule, ...]:
    """The rules of an invented framework."""
    return parse_register(text, framework="made-up", file="corpus/made-up/timescales.toml")


def problems(text: str) -> tuple[str, ...]:
    """What is wrong with a register."""
    with pytest.raises(CorpusFault, match=r"^corpus/made-up/timescales\.toml: ") as fault:
        read(text)
    return fault.value.problems


def test_every_field_of_a_rule_is_kept():
    """Names become ids of the framework, and figures stay as they are written."""
    assert read(FULL)[0] == Rule(
        id="made-up:visit-again",
        framework="made-up",
        subject="Visited again",
        event="home-visit",
        form=Form.EVERY,
        figure="six weeks",
        period=Period(amount=6, unit=Unit.WEEK),
        bound=Bound.AT_LEAST,
        rests_on=("made-up:digest:4.b1", "made-up:digest:4.b2"),
        about=("next visit", "visiting"),
        starts="home-visit",
        conditions=("in the first year",),
        conflicts_with=("made-up:visit-often",),
        sooner_than="made-up:visit-often",
        note="The table and the text differ.",
    )


def test_a_conflict_is_kept_on_both_rules_though_one_declares_it():
    """Whoever asks about either is told of the other."""
    again, often = read(FULL)

    assert often.conflicts_with == (again.id,)
    assert often.sooner_than is None


@pytest.mark.parametrize(
    ("form", "figure", "bound", "period", "times"),
    [
        ("within", "5 days", Bound.AT_MOST, Period(amount=5, unit=Unit.DAY), None),
        ("before", "1 week", Bound.AT_LEAST, Period(amount=1, unit=Unit.WEEK), None),
        ("every", "6-8 weeks", Bound.AT_MOST, Period(amount=6, upper=8, unit=Unit.WEEK), None),
        ("at_age", "15.5 years", Bound.AT_MOST, Period(amount=186, unit=Unit.MONTH), None),
        ("count", "10 per 1 year", Bound.AT_LEAST, Period(amount=1, unit=Unit.YEAR), 10),
        ("without_figure", "the same day", Bound.AT_MOST, None, None),
    ],
)
def test_each_form_has_its_period_and_its_usual_bound(form, figure, bound, period, times):
    """The bound is the form's own where the register does not say."""
    (found,) = read(rule(**({"within": ""} | {form: f'"{figure}"'})))

    assert (found.form, found.figure, found.bound) == (Form(form), figure, bound)
    assert (found.period, found.times) == (period, times)


@pytest.mark.parametrize("bound", list(Bound))
def test_a_bound_that_is_given_is_kept(bound):
    """As the document has it."""
    assert read(rule(bound=f'"{bound}"'))[0].bound is bound


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(rule(days="5"), "rule 'r', days: Extra inputs", id="unknown field"),
        pytest.param(rule(subject=""), "rule 'r', subject: Field required", id="no subject"),
        pytest.param(rule(subject='" "'), "rule 'r', subject: ' ' is empty", id="empty subject"),
        pytest.param(rule(id='"R 1"'), "rule 'R 1', id: 'R 1' is not a name", id="bad id"),
        pytest.param(rule(id=""), "rule number 1, id: Field required", id="no id"),
        pytest.param(rule(id="3"), "rule number 1, id: ", id="id is a number"),
        pytest.param(rule(event='"Visit"'), "rule 'r', event: 'Visit' is not", id="bad event"),
        pytest.param(rule(starts='"x y"'), "rule 'r', starts: 'x y' is not", id="bad starts"),
        pytest.param(rule(within='"soon"'), "rule 'r', within: 'soon' is not", id="no period"),
        pytest.param(rule(within="5"), "rule 'r', within: ", id="a bare number"),
        pytest.param(
            rule(within="", at_age='"5 days"'), "rule 'r', at_age: '5 days' is not an age", id="age"
        ),
        pytest.param(
            rule(within="", count='"often"'), "rule 'r', count: 'often' is not a count", id="count"
        ),
        pytest.param(
            rule(within="", without_figure='"monthly"'),
            "rule 'r', without_figure: 'monthly' is a figure",
            id="a figure after all",
        ),
        pytest.param(rule(within=""), "rule 'r': exactly one of within, before", id="no form"),
        pytest.param(
            rule(every='"monthly"'),
            "rule 'r': exactly one of within, before, every, at_age, at_gestation, count, "
            "lasts, ages, without_figure is needed, not within and every",
            id="two forms",
        ),
        pytest.param(rule(bound='"up to"'), "rule 'r', bound: Input should be", id="bound"),
        pytest.param(rule(rests_on="[]"), "rule 'r', rests_on: a rule rests on", id="unfounded"),
        pytest.param(rule(rests_on=""), "rule 'r', rests_on: Field required", id="no statement"),
        pytest.param(
            rule(rests_on='["a:b"]'), "rule 'r', rests_on, 0: 'a:b' is not a statement", id="ref"
        ),
        pytest.param(
            rule(conflicts_with='["x"]'),
            "rule 'r', conflicts_with: 'x' is not another rule",
            id="conflict with nothing",
        ),
        pytest.param(
            rule(conflicts_with='["r"]'),
            "rule 'r', conflicts_with: 'r' is not another rule",
            id="conflict with itself",
        ),
        pytest.param(
            rule(sooner_than='"x"'), "rule 'r', sooner_than: 'x' is not another rule", id="sooner"
        ),
        pytest.param(rule() + rule(), "rule 'r', id: used more than once", id="id twice"),
        pytest.param("[[rule]\n", "not TOML: ", id="not TOML"),
        pytest.param("", "rule: at least one [[rule]] table", id="empty"),
        pytest.param('rule = "x"', "rule: at least one [[rule]] table", id="not a table"),
        pytest.param("rule = [1]", "rule number 1: Input should be", id="not a rule"),
        pytest.param("x = 1\n" + rule(), "x: only [[rule]] tables", id="something else"),
    ],
)
def test_a_fault_names_the_rule_the_field_and_what_is_wrong(text, problem):
    """One fault, one line that says where to look."""
    assert [line[: len(problem)] for line in problems(text)] == [problem]


def test_every_fault_of_a_register_is_told_at_once():
    """Nobody has to run the check ten times."""
    found = problems(rule(id='"one"', within='"soon"', bound='"x"') + rule(id='"two"', event=""))

    assert [line.split(":")[0] for line in found] == [
        "rule 'one', within",
        "rule 'one', bound",
        "rule 'two', event",
    ]
