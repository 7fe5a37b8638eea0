"""The vocabulary: one meaning a form, one event a phrase."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from assistant.events import find_events
from ingest.corpus import Corpus
from retrieval.lexicon import Lexicon

EVERYDAY = set(
    "must map arm home can may smart review plan child meeting visit will need send sat rip pass "
    "missing relevant eligible qualifying thresholds".split()
)

# How practitioners write it, and the concept that it must lead to.
SHORT = {
    "looked after child": "LAC|CLA|CiC|our children|children we care for|looked after",
    "child in need": "CIN|CIN plan",
    "child protection": "CP",
    "child protection plan": "CP plan",
    "disabled child": "CWD",
    "unborn baby": "pre-birth",
    "unaccompanied asylum seeking child": "UASC",
    "eligible child": "eligible young person",
    "relevant child": "relevant young person",
    "former relevant child": "former relevant",
    "qualifying care leaver": "qualifying young person",
    "care leaver": "care leavers",
    "privately fostered child": "privately fostered",
    "missing from home or care": "missing from home|missing from care|MISPER",
    "not in education, employment or training": "NEET",
    "special educational needs and disabilities": "SEN|child with SEND",
    "pupil referral unit": "PRU",
    "family network meeting": "FNM|network planning meeting",
    "family group conference": "FGC",
    "danger statement": "worry statement|danger statements",
    "harm statement": "harm statements",
    "safety goal": "safety goals",
    "trajectory": "timeline",
    "words and pictures": "words & pictures",
    "independent reviewing officer": "IRO|IRM",
    "child in care review": "LAC review|CLA review|CIC review",
    "initial child protection conference": "ICPC",
    "review child protection conference": "RCPC|CPRC",
    "section 17": "s17|s.17",
    "section 47 enquiry": "s47|s.47",
    "section 20": "s20|s.20",
    "care order": "s31",
    "Children Act 1989": "CA89",
    "public law outline": "PLO",
    "deprivation of liberty": "DoLS",
    "special guardianship order": "SGO",
    "personal adviser": "PA|PAs|personal advisor",
    "supervising social worker": "SSW",
    "duty and assessment team": "DAAT",
    "multi-agency safeguarding hub": "MASH|front door",
    "emergency duty team": "EDT",
    "team around the family": "TAF",
    "early help assessment": "EHA",
    "early help plan": "early help action plan",
    "education, health and care plan": "EHC|EHCP|EHC plan",
    "personal education plan": "PEP",
    "permanence plan": "permanency plan",
    "placement plan": "placement information record",
    "pathway plan": "pathway plans",
    "initial health assessment": "IHA",
    "review health assessment": "RHA",
    "strengths and difficulties questionnaire": "SDQ",
    "child sexual exploitation": "CSE",
    "child criminal exploitation": "CCE",
    "local authority designated officer": "LADO",
    "designated safeguarding lead": "DSL",
    "children and family court advisory and support service": "CAFCASS",
    "child and adolescent mental health service": "CAMHS",
    "multi-agency public protection arrangements": "MAPPA",
    "multi-agency risk assessment conference": "MARAC",
    "agency decision maker": "ADM",
    "child permanence report": "CPR",
    "regulation 44 visit": "Reg 44|reg. 44",
    "individual management review": "IMR",
    "voluntary and community sector": "VCS",
    "blue, red, amber, green rating": "BRAG",
}


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


def test_everyday_words_name_nothing(corpus: Corpus) -> None:
    """Nor may the plural of an acronym be one: "PAs" as a form would be heard in "pass"."""
    lexicon = Lexicon(corpus.vocabulary)

    assert [word for word in sorted(EVERYDAY) if lexicon.named(word)] == []


def test_every_concept_has_a_kind(corpus_folder: Path) -> None:
    """What sort of thing it is, is said in the file and not left to the default."""
    raw = tomllib.loads((corpus_folder / "vocabulary" / "terms.toml").read_text("utf-8"))

    assert [concept["name"] for concept in raw["concept"] if not concept.get("kind")] == []


def test_a_frameworks_own_word_stands_in_its_digest(corpus: Corpus, corpus_folder: Path) -> None:
    """`says` is what the framework writes: whole words of its digest, ids and comments aside."""
    digests = {name: _digest(corpus_folder / name / "digest") for name in corpus.frameworks}

    assert [
        (concept.name, framework, word)
        for concept in corpus.vocabulary.concepts
        for framework, word in concept.says.items()
        if not re.search(rf"(?<!\w){re.escape(_plain(word))}(?:'?s)?(?!\w)", digests[framework])
    ] == []


def _digest(folder: Path) -> str:
    text = " ".join(path.read_text("utf-8") for path in sorted(folder.glob("*.md")))
    return _plain(re.sub(r"<!--.*?-->|\{[^{}]*\}", " ", text, flags=re.DOTALL))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


@pytest.mark.parametrize(
    ("form", "concept"),
    [(form, concept) for concept, forms in SHORT.items() for form in (concept, *forms.split("|"))],
)
def test_what_people_write_leads_to_the_concept(form: str, concept: str, corpus: Corpus) -> None:
    """An acronym or a local word, in any case, means the one concept and no other."""
    named = Lexicon(corpus.vocabulary).named(form.lower())
    longest = max(place.end - place.start for place in named)

    assert {place.concept for place in named if place.end - place.start == longest} == {concept}


def test_a_phrase_is_written_in_lower_case_and_once(corpus_folder: Path) -> None:
    """The phrases of an event as the file has them."""
    raw = tomllib.loads((corpus_folder / "vocabulary" / "events.toml").read_text("utf-8"))
    phrases = [phrase for event in raw["event"] for phrase in event["phrases"]]

    assert [phrase for phrase in phrases if phrase != phrase.lower()] == []
    assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == []


def test_a_phrase_alone_names_its_event(corpus: Corpus) -> None:
    """No phrase is hidden by another that begins before it or is as long."""
    events = corpus.vocabulary.events

    assert [
        phrase
        for event in events
        for phrase in event.phrases
        if [place.event.id for place in find_events(phrase, events)] != [event.id]
    ] == []


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
        ("The last visit to the foster carer was on 2 May", ["carer-visit"]),
        ("I last visited the foster carers on 2 May", ["carer-visit"]),
        ("Did a visit to the carer on Monday", ["carer-visit"]),
        ("The foster carer was last seen on 2 May", ["carer-visit"]),
        ("The last supervision visit was on 2 May", ["carer-visit"]),
        ("I phoned the foster carer on Monday", ["carer-telephoned"]),
        ("The carer's annual review was in May", ["carer-review"]),
        ("The last review of the foster carer was in May", ["carer-review"]),
        ("My last supervision was in May", ["supervision"]),
        ("The last visit to the child in need was in May", ["cin-visit"]),
        ("We last visited the child on a CP plan on Monday", ["cp-visit"]),
        ("I last saw the child in care on Monday", ["cic-visit"]),
        ("The last visit to the care leaver was in May", ["care-leaver-visit"]),
        ("The last visit to a privately fostered child was in May", ["private-fostering-visit"]),
        ("I last saw her bedroom in May", ["bedroom-seen"]),
        ("I last visited on Monday", ["home-visit"]),
        ("The last home visit was on Monday", ["home-visit"]),
        ("There was a significant incident on Friday", ["critical-incident"]),
        ("She became a relevant young person in May", ["becomes-relevant-child"]),
        ("Notified of the qualifying determination on Monday", ["qualifying-determination"]),
        ("The team meeting was held on Monday", ["team-meeting"]),
        ("The newsletter went out in May", ["newsletter"]),
    ],
)
def test_what_people_type_names_the_event(question: str, events: list[str], corpus: Corpus) -> None:
    """Natural wordings are heard as the event they mean."""
    found = find_events(question, corpus.vocabulary.events)

    assert [place.event.id for place in found] == events
