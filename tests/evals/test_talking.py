"""Gold conversations and comparisons: sound as data, and judged by what a right answer shows."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from domain import (
    Answer,
    AnswerKind,
    Citation,
    Clarify,
    CorpusFault,
    Edition,
    Framework,
    Slot,
    Statement,
    Strength,
    statement_id,
)
from evals.comparing import COMPARISONS, load_comparisons
from evals.conversations import CONVERSATIONS, TurnRow, is_right, load_conversations
from evals.gold import Split
from evals.material import ROOT
from ingest import load_corpus

VALE = Framework(id="vale", authority="Vale", document="Standards", version="V2")


def shown(text="See each child alone.", kind=AnswerKind.STANDARD, edition=Edition.DIGEST, **more):
    """An answer that puts one statement forward."""
    statement = Statement(
        id=statement_id("vale", edition, "4.b1"),
        source=VALE.source(edition),
        section=("Visits",),
        strength=Strength.MUST,
        text=text,
    )
    cited = (Citation(number=1, statement=statement, score=1.0),)
    return Answer(kind=kind, text=text, citations=cited, shown=(1,), **more)


ASKS = Answer(
    kind=AnswerKind.CLARIFY, text="Which?", clarify=Clarify(question="Which?", slot=Slot.RULE)
)
SILENT = Answer(kind=AnswerKind.NOT_FOUND, text="It does not say.")


@pytest.mark.parametrize(
    ("row", "answer", "edition", "right"),
    [
        ({"evidence": ["each child alone"]}, shown(), Edition.SOURCE, True),
        ({"evidence": ["each parent alone"]}, shown(), Edition.SOURCE, False),
        ({"evidence": ["x"], "digest": ["4.b1"]}, shown(), Edition.DIGEST, True),
        ({"evidence": ["x"], "digest": ["4.b2"]}, shown(), Edition.DIGEST, False),
        ({"asks": True}, ASKS, Edition.DIGEST, True),
        ({"asks": True}, shown(), Edition.DIGEST, False),
        ({"not_found": True}, SILENT, Edition.DIGEST, True),
        ({"not_found": True}, shown(), Edition.DIGEST, False),
        ({"due": "2026-03-24"}, shown(), Edition.DIGEST, False),
        ({"evidence": ["each child alone"]}, SILENT, Edition.SOURCE, False),
    ],
)
def test_a_turn_is_right_where_it_is_what_the_gold_wants(row, answer, edition, right):
    """And not where it is something else, however true."""
    turn = TurnRow.model_validate({"question": "and then?"} | row)

    assert is_right(turn, answer, "vale", edition) is right


@pytest.mark.parametrize("row", [{}, {"evidence": ["one two three four five six seven eight "
                                                   "nine ten eleven twelve"]}])  # fmt: skip
def test_a_turn_without_an_outcome_or_with_a_long_fragment_is_refused(row):
    """A document's sentences do not stand here."""
    with pytest.raises(ValidationError):
        TurnRow.model_validate({"question": "and then?"} | row)


def test_a_file_that_breaks_the_shape_is_named(tmp_path: Path):
    """With what is wrong in it."""
    (tmp_path / "vale.toml").write_text("[[conversation]]\nid = 'x'\n", encoding="utf-8")

    with pytest.raises(CorpusFault, match=r"vale\.toml"):
        load_conversations(tmp_path)


def test_every_statement_that_gold_names_is_in_its_digest():
    """Of conversations and of comparisons."""
    names = {statement.id for statement in load_corpus(ROOT / "corpus").statements}
    conversations = load_conversations(CONVERSATIONS)
    comparisons = load_comparisons(COMPARISONS)
    named = [
        f"{framework}:digest:{name}"
        for framework, rows in conversations.items()
        for row in rows
        for turn in row.turn
        for name in turn.digest
    ]
    named += [
        f"{framework}:digest:{name}"
        for each in comparisons
        for framework, own in each.says.items()
        for name in own
    ]

    assert [name for name in named if name not in names] == []
    assert len(comparisons) == 20
    assert {row.split for rows in conversations.values() for row in rows} == set(Split)
