"""From a question to an answer, through the real index."""

from dataclasses import replace

import pytest

from assistant import answer_faults
from domain import (
    AnswerKind,
    BadQuestion,
)
from tests.support.answers import notice_kinds


def test_a_standard_question_gets_its_bottom_line_in_exact_words(ask):
    """The quotation is the statement's text, with its number."""
    answer = ask("do I see the child alone on a visit?")

    assert answer.kind is AnswerKind.STANDARD
    assert answer.text.startswith("Bottom line: “See each child alone on every visit.” [1]")
    assert answer.citations[0].statement.id == "vale:digest:4.b1"


def test_a_timescale_question_is_told_in_one_line(ask):
    """The register's rule stands under the quotation it rests on, and a date is offered."""
    answer = ask("how soon after the strategy meeting does the ICPC have to be?")

    assert answer.kind is AnswerKind.TIMESCALE
    assert "within 15 working days of the strategy discussion [1]" in answer.text
    assert answer.suggestions


def test_an_answer_that_may_be_about_something_else_says_so_first(ask, library, monkeypatch):
    """Before the quotation that somebody might act on; the quotation stands as it is."""
    plain = ask("do I see the child alone on a visit?")
    find = type(library.index).find
    monkeypatch.setattr(
        type(library.index),
        "find",
        lambda *args, **given: replace(find(*args, **given), doubtful=True),
    )

    doubtful = ask("do I see the child alone on a visit?")

    warning, _, rest = doubtful.text.partition("\n")
    assert "not certain" in warning
    assert rest == plain.text
    assert (plain.doubtful, doubtful.doubtful) == (False, True)


@pytest.mark.parametrize(
    "question",
    ["how soon must the initial child protection conference be held?", "when is the ICPC?"],
)
def test_the_outcome_asked_for_is_not_taken_for_the_event_counted_from(ask, question):
    """The core group counts from the conference; the conference is due by a rule of its own."""
    answer = ask(question)

    assert answer.text.startswith("Bottom line: “Hold the ICPC within 15 working days")
    assert not answer.conflicts


def test_a_contradiction_in_the_register_is_given_whole(ask):
    """Both figures for the first core group, and that they differ."""
    answer = ask("when does the first core group have to happen after the ICPC?")

    shown = {c.statement.id for c in answer.citations if c.number in answer.shown}
    assert shown == {"vale:digest:8.b2", "vale:digest:8.b3"}
    assert answer.conflicts


def test_items_of_one_lead_in_stand_under_it(ask):
    """The lead-in is read once."""
    answer = ask("what do I have to do on home visits?")

    assert answer.text.count("Minimum visiting frequencies are:") == 1
    assert "  - “Child protection plan: at least every fortnight.” [" in answer.text


def test_a_near_statement_is_not_said_to_be_missing(ask):
    """ "Does not say" is claimed only where nothing comes near."""
    answer = ask("how often does the manager authorise reports for conference?")

    assert answer.kind is AnswerKind.NOT_FOUND
    assert "does not say" not in answer.text
    assert answer.citations


def test_what_pasted_text_brings_along_is_taken_out(ask):
    """A zero-width space is nobody's fault."""
    assert ask("do I see the\u200b child alone?").kind is AnswerKind.STANDARD


def test_a_list_item_is_quoted_with_its_lead_in(ask):
    """A frequency alone would not say what it is the minimum of."""
    answer = ask("how often do I visit a child on a child in need plan?")

    assert "“Minimum visiting frequencies are: Child in need plan: at least every four weeks.”" in (
        answer.text
    )


def test_a_broad_question_gets_every_bottom_line_of_the_section(ask):
    """A list of duties with one left out is worse than a long list."""
    answer = ask("what do I have to do for a child protection conference?")

    shown = {c.statement.id for c in answer.citations if c.number in answer.shown}
    assert shown >= {f"vale:digest:8.b{n}" for n in (1, 2, 3, 4)}


def test_what_no_statement_says_is_said_not_to_be_said(ask):
    """Silence is an answer, with the nearest statements named as such."""
    answer = ask("what colour lanyard do visitors wear?")

    assert answer.kind is AnswerKind.NOT_FOUND
    assert answer.text.startswith("Vale Standards (Vale Council) does not say.")
    assert answer.shown == ()


def test_another_framework_that_does_say_is_named_and_not_quoted_as_ours(ask):
    """The reader learns where it is said, not that it binds them."""
    answer = ask("how often must a dog in a fostering household be risk assessed?")

    assert answer.kind is AnswerKind.NOT_FOUND
    assert "Moor Council" in answer.text
    assert all(c.statement.source.framework == "vale" for c in answer.citations)


def test_a_framework_without_text_says_how_to_bring_it_in(ask):
    """Nothing can be said from a document that is not here."""
    answer = ask("how often do I visit?", framework="fell")

    assert answer.kind is AnswerKind.NOT_FOUND
    assert "plumbline import fell" in answer.suggestions[0]


def test_reflective_questions_answer_those_who_ask_for_questions(ask):
    """Others get standards, not questions back."""
    standard = ask("what is the conference for, will the family know?")
    trainer = ask("reflective questions about what the conference is for", role="trainer")

    assert "vale:digest:8.q1" not in {c.statement.id for c in standard.citations}
    assert "vale:digest:8.q1" in {c.statement.id for c in trainer.citations}


@pytest.mark.parametrize(
    "question",
    ["¿Cuándo tiene que celebrarse la conferencia inicial de protección?",
     "jak często muszę odwiedzać dziecko objęte planem", "什么时候必须开会",
     "когда должна быть конференция"],
)  # fmt: skip
def test_a_question_in_another_language_is_told_so(ask, question):
    """English only, said plainly."""
    assert ask(question).kind is AnswerKind.OUT_OF_SCOPE


@pytest.mark.parametrize("question", ["ICPC?", "cp visits how often", "S47 seen alone FNM CIN"])
def test_short_practitioner_english_is_english(ask, question):
    """Acronyms and half sentences are how people type."""
    assert ask(question).kind is not AnswerKind.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "question", ["", "   ", "?!", "a" * 2001, "how\x00often", "\u202evisit", "\ud800 visit"]
)
def test_what_is_no_question_is_refused(ask, question):
    """Empty, too long, control characters: the message says what to do."""
    with pytest.raises(BadQuestion):
        ask(question)


def test_a_known_fault_is_told_beside_the_words_it_concerns(ask):
    """What is printed in the wrong place is not quoted as if all were well."""
    answer = ask("do I see the child alone on a visit?")

    assert "About the document: Standard 3 prints this line as well." in {
        notice.text for notice in answer.notices
    }


@pytest.mark.parametrize(
    ("word", "told"), [("strategy meeting", True), ("strategy discussion", False)]
)
def test_the_frameworks_own_word_is_told_where_the_asker_has_another(ask, word, told):
    """Else a reader wonders whether the quotation is about what was asked."""
    answer = ask(f"how soon after the {word} does the ICPC have to be?")

    assert ("local_word" in notice_kinds(answer)) is told


def test_our_own_words_are_told_from_the_documents(ask):
    """The digest edition says that it is a summary."""
    assert "digest_edition" in notice_kinds(ask("do I see the child alone on a visit?"))


def test_the_check_catches_what_evidence_does_not_hold(ask):
    """A figure, a date, a marker or a quotation of the answer's own is found."""
    answer = ask("do I see the child alone on a visit?")
    assert answer_faults(answer) == ()
    for bad in ("within 9 days", "by 3 March 2026", "see [9]", "“made up”", "in thirty days"):
        assert answer_faults(replace(answer, text=f"{answer.text} {bad}")), bad
