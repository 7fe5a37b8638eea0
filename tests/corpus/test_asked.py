"""The questions that ask for each timescale: one for every date, and none that gives it away."""

import re
from collections.abc import Mapping

from domain import Rule
from evals.dates import DATE_QUESTIONS, load_date_questions
from ingest.corpus import Corpus

LEAST = 2
_DATE = re.compile(r"\b(?:\d{1,2}[/.-]\d{1,2}|20\d\d|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar))\b")


def test_each_rule_with_a_date_is_asked_for(register: Mapping[str, Rule], corpus: Corpus) -> None:
    """One without is found by its words alone."""
    bare = [
        rule.id
        for rule in register.values()
        if rule.gives_date and len(corpus.asked.get(rule.id, ())) < LEAST
    ]

    assert bare == []


def test_no_question_has_a_date(corpus: Corpus) -> None:
    """A date in it would draw those that happen to give the same."""
    dated = [text for each in corpus.asked.values() for text in each if _DATE.search(text)]

    assert dated == []


def test_no_question_is_one_of_those_that_measure(corpus: Corpus) -> None:
    """What is measured with is written apart."""
    gold = {" ".join(each.question.split()) for each in load_date_questions(DATE_QUESTIONS)}

    assert not gold.intersection(text for each in corpus.asked.values() for text in each)
