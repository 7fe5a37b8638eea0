"""What is asked about a thing beside what it is, and whether a statement speaks of it."""

from pathlib import Path

import pytest

from domain import Aspect
from ingest import load_corpus
from retrieval.aspects import Aspects

ASPECTS = Aspects(
    [
        Aspect(
            name="who chairs", asked=("who chairs", "who's chairing"), said=("chair*", "led by")
        ),
        Aspect(name="tries", asked=("how many goes",), said=("# attempts", "twice")),
        Aspect(name="money", asked=("pay", "£"), said=("pay*", "£")),
    ]
)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who chairs the core group?", ("who chairs",)),
        ("whos chairing it", ("who chairs",)),
        ("WHO’S CHAIRING IT", ("who chairs",)),
        ("who chairs, and do we pay?", ("who chairs", "money")),
        ("what do they get in £?", ("money",)),
        ("is it payable", ()),
        ("when is the core group", ()),
        ("how many agencies have to come", ("how many agency",)),
        ("how many of my carers are unannounced", ("how many carer",)),
        ("how many visits a year do they get", ()),
        ("how many more months have I got", ()),
        ("how many days have I got", ()),
        ("how many working days have I got", ()),
        ("how many", ()),
        ("", ()),
    ],
)
def test_a_question_shows_what_it_is_after(question, asked):
    """Whole words, any case and punctuation; a time is no count."""
    assert ASPECTS.asked(question) == asked


@pytest.mark.parametrize(
    ("names", "text", "share"),
    [
        ((), "Anything at all.", 1.0),
        (("who chairs",), "It is chaired by a manager.", 1.0),
        (("who chairs",), "It is LED\nby a manager.", 1.0),
        (("who chairs",), "It is held within five days.", 0.0),
        (("who chairs", "money"), "The chair is told.", 0.5),
        (("tries",), "After three attempts it is closed.", 1.0),
        (("tries",), "After 3 attempts it is closed.", 1.0),
        (("tries",), "After some attempts it is closed.", 0.0),
        (("money",), "They have £50 a week.", 1.0),
        (("how many agency",), "At least two agencies attend.", 1.0),
        (("how many agency",), "Agencies attend within two days.", 0.0),
    ],
)
def test_a_statement_speaks_of_it_or_is_silent(names, text, share):
    """One of an answer's words is enough; a figure stands before what it counts."""
    assert ASPECTS.said(names, text) == share


def test_every_shipped_aspect_is_asked_for_by_each_of_its_phrases(corpus_folder: Path):
    """A phrase that could not match would be there for nothing."""
    aspects = load_corpus(corpus_folder).vocabulary.aspects
    shipped = Aspects(aspects)

    silent = [
        (each.name, phrase)
        for each in aspects
        for phrase in each.asked
        if each.name not in shipped.asked(phrase.replace("*", ""))
    ]

    assert silent == []
