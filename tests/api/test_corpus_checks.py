"""A corpus whose files do not fit together is refused, naming the file."""

import pytest

from api.faults import load_faults
from api.registers import load_rules
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
        load_rules(load_corpus(writable_corpus))

    assert caught.value.file == "exampleshire/timescales.toml"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[fault]]\nkind = 'x'", "text: Field required"),
        ("[[fault]]\nkind = 'x'\ntext = 'y'\nwhy = 'z'", "why: Extra inputs"),
        ("[[fault]", "line 1"),
    ],
)
def test_a_file_of_faults_keeps_to_its_schema(writable_corpus, text, told):
    """Each problem with its field."""
    (writable_corpus / "exampleshire" / "faults.toml").write_text(text)

    with pytest.raises(CorpusFault, match=told):
        load_faults(writable_corpus, "exampleshire")


def test_a_framework_without_known_faults_has_none(writable_corpus):
    """The file may be missing."""
    assert load_faults(writable_corpus, "otherton") == ()
