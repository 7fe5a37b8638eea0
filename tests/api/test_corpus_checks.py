"""A corpus whose files do not fit together is refused, naming the file."""

import pytest

from api.registers import load_registers
from domain import CorpusFault
from ingest import load_corpus

EXTRA = """
[[rule]]
id = "extra"
subject = "Something"
event = "{event}"
within = "5 days"
rests_on = ["{rests_on}"]
starts = "{starts}"
"""


@pytest.mark.parametrize(
    ("event", "rests_on", "starts", "told"),
    [
        ("full-moon", "4.b1", "icpc", "there is no event 'full-moon'"),
        ("icpc", "9.b9", "icpc", "there is no statement 'exampleshire:digest:9.b9'"),
        ("icpc", "4.b1", "full-moon", "there is no event 'full-moon'"),
    ],
)
def test_a_rule_refers_to_what_is_there(writable_corpus, event, rests_on, starts, told):
    """Statements of its digest and events of the vocabulary."""
    register = writable_corpus / "exampleshire" / "timescales.toml"
    rule = EXTRA.format(event=event, rests_on=rests_on, starts=starts)
    register.write_text(register.read_text() + rule)

    with pytest.raises(CorpusFault, match=told) as caught:
        load_registers(load_corpus(writable_corpus))

    assert caught.value.file == "exampleshire/timescales.toml"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[fault]]\nkind = 'unclear'", "text: Field required"),
        ("[[fault]]\nkind = 'odd'\ntext = 'y'", "kind: Input should be 'contradiction'"),
        ("[[fault]]\nkind = 'unclear'\ntext = 'y'\nwhy = 'z'", "why: Extra inputs"),
        ("[[fault]", "line 1"),
    ],
)
def test_a_file_of_faults_keeps_to_its_schema(writable_corpus, text, told):
    """Each problem with its field."""
    (writable_corpus / "exampleshire" / "faults.toml").write_text(text)

    with pytest.raises(CorpusFault, match=told):
        load_corpus(writable_corpus)


def test_a_framework_without_known_faults_has_none(writable_corpus):
    """The file may be missing."""
    assert load_corpus(writable_corpus).faults["otherton"] == ()


FLOOR = """
title = "Made-up Regulations 2020"
number = "SI 2020/1"
text_as_at = "2021"
source = "https://example.org/1"

[[rule]]
id = "{id}"
regulation = "3(1)"
subject = "Conference held"
event = "{event}"
within = "20 working days"
"""


def _with_floor(corpus, name="least", event="strategy-discussion"):
    (corpus / "statutory").mkdir()
    text = FLOOR.format(id=name, event=event)
    (corpus / "statutory" / "made-up-2020.toml").write_text(text)
    register = corpus / "exampleshire" / "timescales.toml"
    floor = 'starts = "icpc"\nfloor = "made-up-2020:least"'
    register.write_text(register.read_text().replace('starts = "icpc"', floor, 1))


def test_a_rule_is_held_beside_the_laws_minimum(writable_corpus):
    """The floor that it names is found by instrument and rule."""
    _with_floor(writable_corpus)

    registers = load_registers(load_corpus(writable_corpus))

    floor = registers.floors[registers.rules["exampleshire:icpc"].floor or ""]
    assert (floor.instrument.number, floor.regulation) == ("SI 2020/1", "3(1)")


@pytest.mark.parametrize(
    ("given", "told", "file"),
    [
        ({"name": "other"}, "there is no 'made-up-2020:least'", "exampleshire/timescales.toml"),
        ({"event": "full-moon"}, "there is no event 'full-moon'", "statutory/made-up-2020.toml"),
    ],
    ids=["no such floor", "no such event"],
)
def test_a_floor_and_its_event_are_there(writable_corpus, given, told, file):
    """Both ways round."""
    _with_floor(writable_corpus, **given)

    with pytest.raises(CorpusFault, match=told) as caught:
        load_registers(load_corpus(writable_corpus))

    assert caught.value.file == file


def test_a_rule_that_nobody_has_accepted_is_not_counted_with(writable_corpus):
    """It is checked like the others, told of by number, and left out."""
    register = writable_corpus / "exampleshire" / "timescales.toml"
    rule = EXTRA.format(event="icpc", rests_on="4.b1", starts="icpc") + "reviewed = false\n"
    register.write_text(register.read_text() + rule)

    registers = load_registers(load_corpus(writable_corpus))

    assert "exampleshire:extra" not in registers.rules
    assert registers.unreviewed == {"exampleshire": 1}


def test_a_rule_on_an_imported_statement_waits_for_its_import(writable_corpus):
    """It is used where the very statement is imported, and left out where it is not."""
    register = writable_corpus / "exampleshire" / "timescales.toml"
    rule = EXTRA.format(event="icpc", rests_on="source:abc123", starts="icpc")
    register.write_text(register.read_text() + rule)
    corpus = load_corpus(writable_corpus)

    without, having = load_registers(corpus), load_registers(corpus, {"exampleshire:source:abc123"})

    assert "exampleshire:extra" not in without.rules
    assert having.rules["exampleshire:extra"].rests_on == ("exampleshire:source:abc123",)


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (
            "terms.toml",
            '[[concept]]\nname = "one"\nforms = ["both"]\n[[concept]]\nname = "Both"\n',
            r"'both' stands under 'one' and 'Both'",
        ),
        (
            "events.toml",
            '[[event]]\nid = "x"\nname = "the x"\nphrases = ["ex-one"]\n'
            '[[event]]\nid = "y"\nname = "the y"\nphrases = ["ex one"]\n',
            r"'ex one' stands under 'x' and 'y'",
        ),
    ],
)
def test_a_word_that_stands_under_two_ideas_is_refused(writable_corpus, file, text, told):
    """The service says which, in place of hearing both."""
    path = writable_corpus / "vocabulary" / file
    path.write_text(f"{path.read_text()}\n{text}")

    with pytest.raises(CorpusFault, match=told):
        load_corpus(writable_corpus)


def test_what_is_asked_for_must_be_a_timescale(writable_corpus):
    """A question of a rule that is gone would find nothing."""
    asked = writable_corpus / "exampleshire" / "asked.toml"
    asked.write_text('"no-such-rule" = ["by when"]\n')

    with pytest.raises(CorpusFault, match="no timescale 'exampleshire:no-such-rule'") as caught:
        load_registers(load_corpus(writable_corpus))

    assert caught.value.file == "exampleshire/asked.toml"
