"""The questions that statements answer are read from the corpus, or the faulty file is named."""

import pytest

from domain import CorpusFault
from ingest.views import read_asked, read_views

KNOWN = {"vale:digest:1.b1", "vale:digest:1.b2"}


def test_each_statement_has_its_questions(tmp_path):
    """Files are put together; a statement may have none."""
    (tmp_path / "1.toml").write_text('"1.b1" = ["do i see them alone", "on their own?"]\n')

    assert read_views(tmp_path, "vale", KNOWN) == {
        "vale:digest:1.b1": ("do i see them alone", "on their own?")
    }
    assert read_views(tmp_path / "none", "vale", KNOWN) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"1.b9" = ["who"]', "there is no statement 'vale:digest:1.b9'"),
        ('"1.b1" = []', "has 0 views"),
        ('"1.b1" = ["a", "b", "c", "d", "e"]', "has 5 views"),
        ('"1.b1" = ["who", " "]', "empty view"),
        ('"1.b1" = ["Who", "who"]', "one view twice"),
        ('"1.b1" = "who"', "1.b1"),
        ('"1.b1" = [', "is not TOML"),
        ('"1.b2" = ["who else"]', "in another file already"),
    ],
)
def test_a_faulty_file_is_named_with_its_fault(tmp_path, text, told):
    """Nothing of a faulty file is used."""
    (tmp_path / "0.toml").write_text('"1.b2" = ["who"]\n')
    (tmp_path / "1.toml").write_text(text + "\n")

    with pytest.raises(CorpusFault, match=told) as fault:
        read_views(tmp_path, "vale", KNOWN)

    assert fault.value.args[0].startswith("vale/") or "vale/" in str(fault.value)


def test_each_timescale_has_the_questions_that_ask_for_it(tmp_path):
    """By the rule's whole id; no file is an empty one."""
    (tmp_path / "asked.toml").write_text('"icpc" = ["strat was, conference by when"]\n')

    assert read_asked(tmp_path / "asked.toml", "vale") == {
        "vale:icpc": ("strat was, conference by when",)
    }
    assert read_asked(tmp_path / "none.toml", "vale") == {}


def test_faulty_questions_of_a_timescale_are_named(tmp_path):
    """As those of a statement are."""
    (tmp_path / "asked.toml").write_text('"icpc" = ["a", "A"]\n')

    with pytest.raises(CorpusFault, match="one view twice") as fault:
        read_asked(tmp_path / "asked.toml", "vale")

    assert fault.value.file == "vale/asked.toml"
