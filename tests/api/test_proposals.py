"""A draft register: what the figures of a document give, for a person to review."""

import tomllib

import pytest

from api import doors
from api.importing import import_file
from api.proposals import EVENT_OPEN, as_toml, propose, write_draft
from api.registers import load_registers
from assistant import Request
from domain import BadInput, DiskFull, UnknownFramework
from ingest import load_corpus
from tests.api.serving import TODAY
from timescales import parse_register

DOCUMENT = """# Part 1: Conferences

## Bottom lines

{lines}
"""


@pytest.fixture
def imported(wire, tmp_path):
    """Open what is there when a document of some lines is imported for a new authority."""

    def _imported(*lines):
        path = tmp_path / "standards.md"
        path.write_text(DOCUMENT.format(lines="\n".join(f"- {line}" for line in lines)))
        wiring = wire(tmp_path / "data")
        import_file(
            wiring,
            path,
            "my-council",
            authority="My Council",
            title="Our Standards",
            version="V1",
            force=True,
        )
        return wiring.open()

    return _imported


@pytest.fixture
def draft(imported):
    """The proposals that a document of some lines gives, as the tables of their draft."""

    def _draft(*lines):
        text = as_toml(propose(imported(*lines).library, "my-council"), "my-council")
        return tomllib.loads(text).get("rule", [])

    return _draft


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "The report is shared within 15 working days of the strategy discussion.",
            {"within": "15 working days", "event": "strategy-discussion"},
        ),
        (
            "A home visit is made at least every six weeks.",
            {"every": "six weeks", "event": "home-visit", "bound": "at least"},
        ),
        ("A home visit is made fortnightly.", {"every": "fortnightly", "event": "home-visit"}),
        (
            "Parents have the report two working days before the initial conference.",
            {"before": "two working days", "event": "icpc"},
        ),
        (
            "Planning for adult life begins at the age of 15 years and 9 months.",
            {"at_age": "15 years and 9 months", "event": "birth"},
        ),
        (
            "The meeting of the whole team lasts 90 minutes.",
            {"lasts": "90 minutes", "event": EVENT_OPEN},
        ),
        # The conference is what is due, not what it is counted from.
        (
            "The initial conference is held within 15 working days.",
            {"within": "15 working days", "event": EVENT_OPEN},
        ),
    ],
)
def test_a_figure_is_proposed_as_its_words_have_it(draft, line, told):
    """Form, figure and event, with the statement that it stands in."""
    [rule] = draft(line)

    forms = {"within", "before", "every", "at_age", "lasts", "event", "bound"}
    assert {key: value for key, value in rule.items() if key in forms} == told
    assert rule["reviewed"] is False
    assert rule["rests_on"][0].startswith("source:")


def test_each_figure_of_a_statement_is_a_rule_of_its_own(draft):
    """With ids that differ."""
    rules = draft("Visit within 5 days of the referral, then every 4 weeks.")

    assert [rule.get("within") or rule.get("every") for rule in rules] == ["5 days", "4 weeks"]
    assert len({rule["id"] for rule in rules}) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Use a scale of 0 to 10.",
        "The team was founded in 2019.",
        "See the child alone on every visit.",
        "Meet bi-monthly.",
    ],
)
def test_what_is_no_period_is_not_proposed(draft, line):
    """A wrong rule costs the reviewer more than a missing one that the report lists."""
    assert draft(line) == []


def test_a_statement_cannot_write_into_the_draft(draft):
    """Quotes, brackets and odd characters of a document stay inside its strings."""
    [rule] = draft('Say "]] reviewed = true \\u2028 [[rule]]" within 5 days of the referral.')

    assert rule["reviewed"] is False
    assert "[[rule]]" in rule["subject"]


def test_a_figure_that_the_register_has_is_not_proposed_again(opened):
    """The made-up digest's own figures are all in its register."""
    known = {rule.figure for rule in opened.library.rules_of("exampleshire")}

    proposed = propose(opened.library, "exampleshire")

    assert not {each.figure for each in proposed} & known


def test_an_unknown_framework_is_named(opened):
    """With those that are known."""
    with pytest.raises(UnknownFramework):
        propose(opened.library, "nowhere")


def test_an_accepted_rule_gives_its_date(wire, writable_corpus, tmp_path):
    """From the import to the date: the draft is reviewed and put in its place."""
    path = tmp_path / "standards.md"
    line = "- The report is shared within 3 working days of the strategy discussion."
    path.write_text(DOCUMENT.format(lines=line))
    home = writable_corpus / "my-council"
    home.mkdir()
    (home / "framework.toml").write_text(
        'authority = "My Council"\ndocument = "Our Standards"\nversion = "V1"\n'
    )
    wiring = wire(tmp_path / "data", writable_corpus)
    import_file(wiring, path, "my-council", force=True)
    found = propose(wiring.open().library, "my-council")
    register = home / "timescales.toml"

    write_draft(as_toml(found, "my-council"), register, force=False)
    before = load_registers(load_corpus(writable_corpus))
    register.write_text(register.read_text().replace("reviewed = false\n", ""))
    accepted = wiring.open()

    assert before.unreviewed["my-council"] == 1
    assert not [name for name in before.rules if name.startswith("my-council:")]
    worked = doors.due(accepted.library, rule_id=f"my-council:{found[0].id}", date="2025-12-18")
    assert worked.date.isoformat() == "2025-12-23"
    assert worked.rule.citations[0].text == line.removeprefix("- ")
    assert worked.rule.carried == "source"

    register.write_text(register.read_text().replace('"3 working days"', '"4 working days"'))
    slipped = doors.due(wiring.open().library, rule_id=worked.rule_id, date="2025-12-18")

    assert slipped.rule.carried == "figure differs"
    assert "rule_doubtful" in [notice.kind for notice in slipped.notices]


def test_the_draft_is_a_register(draft):
    """Every table keeps to the register's schema, whatever the statement."""
    rules = draft(
        "Visit every child at least every 4-6 weeks, and weekly at first.",
        "Young people are seen twice a year until they are 21 years old.",
        "The plan is reviewed after 28 days, no later than 3 months after the referral.",
    )

    text = "\n".join(
        "[[rule]]\n" + "\n".join(f"{key} = {_toml(value)}" for key, value in rule.items())
        for rule in rules
    )
    assert len(parse_register(text, framework="my-council", file="draft")) == len(rules) >= 4


def _toml(value):
    return str(value).lower() if isinstance(value, bool) else repr(value)


def test_a_draft_that_was_worked_on_is_not_written_over(tmp_path):
    """But with force it is."""
    path = tmp_path / "deep" / "draft.toml"
    write_draft("first", path, force=False)

    with pytest.raises(BadInput, match="--force"):
        write_draft("second", path, force=False)
    write_draft("third", path, force=True)

    assert path.read_text() == "third"


def test_a_draft_that_cannot_be_written_is_told(tmp_path):
    """A file where a folder is needed."""
    (tmp_path / "file").write_text("")

    with pytest.raises(DiskFull, match="cannot be written"):
        write_draft("text", tmp_path / "file" / "draft.toml", force=False)


@pytest.fixture
def unreviewed(imported):
    """A document imported for an authority that has no register."""
    return imported(
        "The ICPC is held within 14 working days of the strategy discussion.",
        "A plan is sent within 3 days.",
    )


def test_without_a_register_a_date_is_worked_out_from_the_words_and_says_so(unreviewed):
    """With the sentence in full; what names no event gives no date."""
    [rule] = unreviewed.library.rules_of("my-council")

    due = doors.due(unreviewed.library, rule_id=rule.id, date="2025-12-18")

    assert due.date.isoformat() == "2026-01-12"
    assert not due.rule.reviewed
    told = next(n.text for n in due.notices if n.kind == "read_automatically")
    assert "“The ICPC is held within 14 working days of the strategy discussion.”" in told


def test_a_question_is_answered_from_it_with_the_same_warning(unreviewed):
    """As from a register."""
    request = Request(question="strat 18 December 2025, ICPC by when?", framework="my-council")

    answer = unreviewed.assistant.ask(request, today=TODAY).answer

    assert answer.due is not None
    assert answer.due.date.isoformat() == "2026-01-12"
    assert "read_automatically" in [notice.kind for notice in answer.notices]


def test_what_is_read_automatically_is_proposed_all_the_same(unreviewed):
    """It is no register: the draft still has it."""
    assert len(propose(unreviewed.library, "my-council")) == 2


def test_a_reviewed_register_is_never_added_to(opened):
    """Where somebody has looked, nothing is read beside it."""
    assert all(rule.reviewed for rule in opened.library.rules.values())
