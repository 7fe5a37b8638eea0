"""The vocabulary: one meaning a form, one event a phrase."""

from collections import Counter

import pytest

from assistant.events import find_events
from ingest.corpus import Corpus

EVERYDAY = set("must map arm home can may smart review plan child meeting visit will need".split())


def test_a_form_stands_under_one_concept(corpus: Corpus) -> None:
    """A form that meant two things would make two searches one."""
    forms = [
        form
        for concept in corpus.vocabulary.concepts
        for form in {concept.name.lower(), *map(str.lower, concept.forms)}
    ]

    assert [form for form, times in Counter(forms).items() if times > 1] == []


def test_no_form_is_an_everyday_word(corpus: Corpus) -> None:
    """Matching ignores case, so "MAP" would be found in "map the family"."""
    forms = {f.lower() for c in corpus.vocabulary.concepts for f in (c.name, *c.forms)}

    assert not forms & EVERYDAY


def test_a_phrase_stands_under_one_event(corpus: Corpus) -> None:
    """A phrase names one event, in lower case, hyphens read as spaces."""
    phrases = [
        (event.id, phrase.replace("-", " "))
        for event in corpus.vocabulary.events
        for phrase in event.phrases
    ]
    owners: dict[str, set[str]] = {}
    for event, phrase in phrases:
        owners.setdefault(phrase, set()).add(event)

    assert {p: e for p, e in owners.items() if len(e) > 1} == {}


def test_every_event_has_phrases(corpus: Corpus) -> None:
    """An event nobody can name is of no use."""
    assert [event.id for event in corpus.vocabulary.events if not event.phrases] == []


@pytest.mark.parametrize(
    ("question", "events"),
    [
        ("Strat meeting was on Monday, ICPC by when?", ["strategy-discussion", "icpc"]),
        ("The first LAC review was on 3 March", ["first-cic-review"]),
        ("Our last LAC review was in May", ["cic-review"]),
        ("She came into care on Friday", ["came-into-care"]),
        ("He moved in yesterday", ["placement-start"]),
        ("The pre-birth conference was in June", ["pre-birth-icpc"]),
        ("The review conference is on 1 June", ["rcpc"]),
        ("The case conference was today", ["cp-conference"]),
        ("Her 16th birthday is in May", ["reaches-16"]),
        ("His birthday is in May", ["birth"]),
        ("Born 14 May 2010", ["birth"]),
        ("I did a CIN visit on Tuesday", ["cin-visit"]),
        ("I visited on Tuesday", ["home-visit"]),
        ("The last core group was in April", ["core-group"]),
        ("The care leaver moved on Friday", ["care-leaver-moves"]),
        ("The young person moved on Friday", []),
        ("Mum's partner moved in on Friday", ["adult-moves-in"]),
        ("The pre-birth assessment began", ["pre-birth-assessment"]),
        ("The birth parents were told", []),
        ("She is 20 weeks pregnant", []),
        ("A supervision order was made", ["supervision-order"]),
        ("He came into care aged 16 on Friday", ["came-into-care"]),
    ],
)
def test_what_people_type_names_the_event(question: str, events: list[str], corpus: Corpus) -> None:
    """Natural wordings are heard as the event they mean."""
    found = find_events(question, corpus.vocabulary.events)

    assert [place.event.id for place in found] == events
