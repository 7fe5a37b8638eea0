"""From a question to an answer, through the real index."""

import datetime as dt
from dataclasses import replace

import pytest

from assistant import Request, answer_faults
from assistant.understand import named_frameworks
from domain import (
    AnswerKind,
    BadQuestion,
    Slot,
    UnknownConversation,
    UnknownFramework,
)

TODAY = dt.date(2026, 1, 5)
VISITS, CONFERENCES = "Standard 4: Home visits", "Standard 8: Child protection conferences"


def _kinds(answer):
    return {notice.kind for notice in answer.notices}


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


def test_a_terse_date_question_is_a_date_question(ask):
    """Two events and a date, no verb."""
    answer = ask("strat 18/12/25, icpc?")

    assert answer.due is not None
    assert answer.due.date == dt.date(2026, 1, 13)


def test_a_date_that_is_not_used_is_told(ask):
    """Nothing that was given goes by in silence."""
    answer = ask("on 2 March 2026 I visited, do I see the child alone on a visit?")

    assert "date_unused" in _kinds(answer)


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


def test_a_date_question_gets_the_date_with_its_working(ask):
    """Fifteen working days over Christmas, each day accounted for."""
    answer = ask("Strategy meeting was held on Thursday 18 December 2025. ICPC by when?")

    assert answer.kind is AnswerKind.DATE
    assert answer.due is not None
    assert answer.due.date == dt.date(2026, 1, 13)
    assert "Tuesday 13 January 2026" in answer.text
    assert sum(day.counted for day in answer.due.working) == 15
    assert answer.citations[0].statement.id == "vale:digest:8.b1"


def test_two_figures_for_one_duty_are_both_worked_out(ask):
    """The sooner comes first, both are cited, and the contradiction is told."""
    answer = ask("ICPC was on 2 February 2026, core group by when?")

    assert answer.due is not None
    assert answer.due.date == dt.date(2026, 2, 12)
    assert dt.date(2026, 2, 16) in {reading.date for reading in answer.due.readings}
    assert {c.statement.id for c in answer.citations} == {"vale:digest:8.b2", "vale:digest:8.b3"}
    assert answer.conflicts[0].citations == (1, 2)


def test_two_rules_that_fit_are_asked_about(assistant):
    """Which plan decides the date, so it is asked, and the choice is worked out."""
    asked = assistant.ask(
        Request(question="I last visited on 2 February 2026, when is the next visit due?",
                framework="vale"),
        today=TODAY,
    )  # fmt: skip
    assert asked.answer.clarify is not None
    assert asked.answer.clarify.slot is Slot.RULE
    labels = {option.label: option.value for option in asked.answer.clarify.options}

    chosen = assistant.ask(
        Request(question=labels["Visit to a child on a child in need plan (child in need plan)"],
                conversation_id=asked.conversation_id),
        today=TODAY,
    )  # fmt: skip

    assert chosen.turn == 2
    assert chosen.answer.due is not None
    assert chosen.answer.due.date == dt.date(2026, 3, 2)


def test_the_plan_that_is_named_decides_between_rules(ask):
    """ "CP plan" is the condition of one of two visiting rules."""
    answer = ask("last visit was 2 February 2026, he is on a CP plan, when is the next due?")

    assert answer.due is not None
    assert answer.due.rule_id == "vale:cp-visit"


def test_a_framework_named_in_the_question_wins_over_the_chosen_one_and_says_so(ask):
    """An answer is never given from another authority's framework in silence."""
    answer = ask("at Moor Council, how often do I visit each child?", framework="vale")

    assert answer.citations[0].statement.source.framework == "moor"
    assert "other_framework" in _kinds(answer)


def test_the_bottom_lines_of_nothing_named_are_asked_about(assistant):
    """The parts that have bottom lines are offered, and the one chosen is listed whole."""
    first = assistant.ask(Request(question="what are the bottom lines?", framework="vale"),
                          today=TODAY)  # fmt: skip
    assert first.answer.clarify is not None
    assert [o.value for o in first.answer.clarify.options] == [VISITS, CONFERENCES]

    second = assistant.ask(
        Request(question=CONFERENCES, conversation_id=first.conversation_id), today=TODAY
    )

    shown = {c.statement.id for c in second.answer.citations if c.number in second.answer.shown}
    assert shown >= {f"vale:digest:8.b{n}" for n in (1, 2, 3, 4)}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("31/02/2026", "31/02/2026 is not a date in the calendar."),
        ("Tuesday 24 December 2025", "24 December 2025 is a Wednesday, not a Tuesday."),
        ("24/12/2025, a Tuesday", "24/12/2025 is a Wednesday, not a Tuesday."),
        ("last Tuesday", 'Which date is "last Tuesday"?'),
    ],
)
def test_a_doubtful_date_is_asked_about(ask, given, said):
    """No date is guessed past."""
    answer = ask(f"strategy meeting was on {given}, ICPC by when?")

    assert answer.kind is AnswerKind.CLARIFY
    assert answer.text.startswith(said)


def test_a_year_that_could_be_either_is_asked_about(ask):
    """Half a year away both ways is no reason to choose."""
    answer = ask("strategy meeting on 12 July, ICPC by when?")

    assert answer.text == "12 July of which year?"


def test_the_date_given_when_asked_completes_the_question(assistant):
    """The reply to "which date?" is worked out with the question that waited."""
    first = assistant.ask(
        Request(question="strat was on 31/02/2026, ICPC by when?", framework="vale"), today=TODAY
    )

    second = assistant.ask(
        Request(question="2 March 2026", conversation_id=first.conversation_id), today=TODAY
    )

    assert second.answer.due is not None
    assert second.answer.due.event_date == dt.date(2026, 3, 2)


def test_another_question_with_a_date_fills_no_slot(assistant):
    """A new question about another event is not the answer to "which date?"."""
    first = assistant.ask(
        Request(question="strat was on 31/02/2026, ICPC by when?", framework="vale"), today=TODAY
    )

    second = assistant.ask(
        Request(question="I visited on 2 March 2026, when is it written up by?",
                conversation_id=first.conversation_id), today=TODAY,
    )  # fmt: skip

    assert second.answer.due is not None
    assert second.answer.due.rule_id == "vale:visit-written-up"


def test_a_rule_of_another_framework_is_no_choice(assistant):
    """The chooser moved on between the question back and the reply."""
    asked = assistant.ask(
        Request(question="I last visited on 2 February 2026, when is the next visit due?",
                framework="vale"), today=TODAY,
    )  # fmt: skip

    moved = assistant.ask(
        Request(question="vale:cin-visit", framework="moor",
                conversation_id=asked.conversation_id), today=TODAY,
    )  # fmt: skip

    assert moved.answer.due is None


def test_two_frameworks_in_one_question_are_asked_about(assistant):
    """Neither is chosen in silence, and the one picked answers."""
    first = assistant.ask(
        Request(question="do Vale Council and Moor Council say how often to visit each child?",
                framework="vale"), today=TODAY,
    )  # fmt: skip
    assert first.answer.clarify is not None
    assert {o.value for o in first.answer.clarify.options} == {"vale", "moor"}

    second = assistant.ask(
        Request(question="moor", conversation_id=first.conversation_id), today=TODAY
    )

    assert second.answer.citations[0].statement.source.framework == "moor"


def test_a_year_that_was_assumed_is_told(ask):
    """The nearest reading is taken and said."""
    answer = ask("strategy meeting was on 18 December, ICPC due when?")

    assert answer.due is not None
    assert answer.due.date == dt.date(2026, 1, 13)
    assert "year_assumed" in _kinds(answer)


def test_a_date_with_no_rule_for_it_is_told_to_be_unused(ask):
    """The words are given, and that nothing was counted is said."""
    answer = ask("the report was authorised on 2 March 2026, when is it late?")

    assert answer.due is None
    assert "no_rule" in _kinds(answer)


def test_two_dates_for_one_event_are_asked_about(ask):
    """Which date is the strategy discussion's is not guessed."""
    answer = ask("strategy meeting 2 March 2026 or maybe 3 March 2026, ICPC by when?")

    assert answer.kind is AnswerKind.CLARIFY
    assert answer.clarify is not None
    assert [o.value for o in answer.clarify.options] == ["2026-03-02", "2026-03-03"]


def test_the_date_of_another_event_is_not_counted_from(assistant):
    """A visit asked for with the conference's date is asked about, and the reply completes it."""
    first = assistant.ask(
        Request(question="ICPC was on 2 March 2026, when is the visit written up by?",
                framework="vale"), today=TODAY,
    )  # fmt: skip
    assert first.answer.text == "It counts from the last visit. What is the date of that?"

    second = assistant.ask(
        Request(question="4 March 2026", conversation_id=first.conversation_id), today=TODAY
    )

    assert second.answer.due is not None
    assert second.answer.due.rule_id == "vale:visit-written-up"
    assert second.answer.due.event_date == dt.date(2026, 3, 4)


def test_no_framework_is_asked_for_and_the_reply_completes_the_question(assistant):
    """One short question with the frameworks that have statements."""
    first = assistant.ask(Request(question="do I see the child alone?"), today=TODAY)
    assert first.answer.clarify is not None
    assert [o.value for o in first.answer.clarify.options] == ["moor", "vale"]

    second = assistant.ask(
        Request(question="Vale Council", conversation_id=first.conversation_id), today=TODAY
    )

    assert second.answer.citations[0].statement.id == "vale:digest:4.b1"


def test_a_framework_named_in_the_question_is_taken(ask):
    """No question back when the words say which."""
    answer = ask("in the vale, do I see the child alone on visits?", framework=None)

    assert answer.citations[0].statement.source.framework == "vale"


def test_the_frameworks_name_is_no_part_of_what_is_searched_for(ask):
    """Naming the authority makes no answer worse."""
    answer = ask("at Vale Council, how soon after the strat is the ICPC?", framework=None)

    assert answer.citations[0].statement.id == "vale:digest:8.b1"


def test_a_county_inside_its_trusts_name_is_not_named_twice(assistant):
    """The longer name says which of the two is meant."""
    known = assistant.library.frameworks
    trust = replace(known["vale"], authority="Moor Council Trust", also_called=())
    library = replace(assistant.library, frameworks={"vale": trust, "moor": known["moor"]})

    assert named_frameworks("what does Moor Council Trust say?", library) == (trust,)
    assert named_frameworks("what does Moor Council say?", library) == (known["moor"],)


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


def test_unknown_names_are_refused(assistant):
    """An unknown framework or conversation is told, with what is known."""
    with pytest.raises(UnknownFramework, match="vale"):
        assistant.ask(Request(question="visits?", framework="vael"), today=TODAY)
    with pytest.raises(UnknownConversation):
        assistant.ask(Request(question="visits?", conversation_id="gone"), today=TODAY)


def test_a_known_fault_is_told_beside_the_words_it_concerns(ask):
    """What is printed in the wrong place is not quoted as if all were well."""
    answer = ask("do I see the child alone on a visit?")

    assert "About the document: Standard 3 prints this line as well." in {
        notice.text for notice in answer.notices
    }


def test_our_own_words_are_told_from_the_documents(ask):
    """The digest edition says that it is a summary."""
    assert "digest_edition" in _kinds(ask("do I see the child alone on a visit?"))


def test_the_check_catches_what_evidence_does_not_hold(ask):
    """A figure, a date, a marker or a quotation of the answer's own is found."""
    answer = ask("do I see the child alone on a visit?")
    assert answer_faults(answer) == ()
    for bad in ("within 9 days", "by 3 March 2026", "see [9]", "“made up”", "in thirty days"):
        assert answer_faults(replace(answer, text=f"{answer.text} {bad}")), bad
