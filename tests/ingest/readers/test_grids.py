"""Lines led by a tab: a table, or sentences."""

from tests.support.texts import told

LONG = "will know why we came, what has to change, and who will help them with it."


def test_sentences_led_by_a_tab_are_not_each_others_labels():
    """A first cell that is a whole sentence says something itself."""
    lines = [f"{who} {LONG}" for who in ("Children", "Parents", "Carers")]
    text = "Goals\n\n" + "".join(f"\t{line}\n" for line in lines)
    assert [(lead, words) for _, lead, words in told(text)] == [("", line) for line in lines]
