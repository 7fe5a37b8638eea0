"""A question in, the right statements out: with the real model and a real Chroma."""

import pytest

from domain import Edition, Strength
from retrieval import StatementRetriever
from tests.retrieval.making import fake_embeddings, make_index, statement

CIN = ("Child in need plans", "Bottom lines")
DISABLED = ("Child in need plans: disabled children's team", "Bottom lines")
CONFERENCES = ("Child protection conferences", "Bottom lines")

EXAMPLESHIRE = (
    statement("5.1", "Visit every 20 working days as a minimum.", section=CIN),
    statement("5.2", "Write the record of a visit within 3 working days.", section=CIN),
    statement("6.1", "Visit every 12 weeks as a minimum.", section=DISABLED),
    statement(
        "8.1", "Hold ICPCs within 15 working days of the strategy meeting.", section=CONFERENCES
    ),
    statement(
        "8.2",
        "The team manager signs off the conference report before parents see it.",
        section=CONFERENCES,
    ),
    statement(
        "8.3",
        "Prepare the family for the conference so that they know what to expect.",
        section=CONFERENCES[:1],
        strength=Strength.SHOULD,
    ),
    statement(
        "q1",
        "What was the conference like for the child?",
        section=CONFERENCES[:1],
        strength=Strength.QUESTION,
    ),
    statement(
        "g1",
        "Trajectory: a drawing of how worries and safety have changed over time.",
        section=("Glossary",),
        strength=Strength.INFORMATION,
    ),
    statement("s1", "Social workers have reflective supervision.", section=("Supervision",)),
)
OTHERSHIRE = (
    statement("1", "See each child in need every four weeks.", framework="othershire"),
    statement("2", "Foster carers get a handbook.", framework="othershire"),
    statement(
        "abc",
        "We will see every child in need at least every 4 weeks.",
        framework="othershire",
        edition=Edition.SOURCE,
    ),
)


@pytest.fixture(scope="module")
def index(embeddings, tmp_path_factory):
    opened = make_index(
        (*EXAMPLESHIRE, *OTHERSHIRE),
        tmp_path_factory.mktemp("index"),
        embeddings,
        model_key=embeddings.key,
    )
    yield opened
    opened.close()


def best(index, question, **options):
    found = index.search(question, **{"framework": "exampleshire"} | options)
    return found[0].statement.id.rsplit(":", 1)[-1]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how soon after the strat does the ICPC have to be?", "8.1"),
        ("how often do i visit a kid on a CIN plan", "5.1"),
        ("how often do I visit a disabled child on a CIN plan?", "6.1"),
        ("when do I have to write up my visit by", "5.2"),
        ("who signs off my conference report?", "8.2"),
        ("what is a trajectory?", "g1"),
    ],
)
def test_the_statement_that_answers_stands_first(index, question, expected):
    """Practitioners' own words find the duty, in the right service's section."""
    assert best(index, question) == expected
    assert index.find(question, framework="exampleshire").sufficient


@pytest.mark.parametrize(
    "question",
    [
        "what colour lanyard do visitors wear?",
        "how much is the mileage rate",
        "how often do LAC get a health check?",
        "how many days after the strategy meeting must the s47 be finished?",
        "????",
    ],
)
def test_what_the_framework_does_not_say_is_not_enough(index, question):
    """Near is not an answer: wrong subject, wrong event or no subject at all."""
    assert not index.find(question, framework="exampleshire").sufficient


def test_no_evidence_is_never_enough(index):
    """Nothing found, nothing said."""
    assert not index.find("how often do I visit?", framework="nowhere").sufficient


def test_which_frameworks_speak_of_a_thing(index):
    """Only those whose own statements bear on the question."""
    assert index.speaking("how often do I visit a child in need?") == ("exampleshire", "othershire")
    assert index.speaking("who signs off my conference report?") == ("exampleshire",)


def test_the_framework_that_was_asked_is_not_told_of_again(index):
    """Nor is its best read once more."""
    question = "how often do I visit a child in need?"

    assert index.speaking(question, beside="exampleshire") == ("othershire",)


def test_evidence_comes_best_first_with_scores_between_0_and_1(index):
    """The order is the scores' order, and the limit holds."""
    found = index.search("conference", framework="exampleshire", limit=4)

    scores = [each.score for each in found]
    assert len(found) == 4
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_framework_answers_from_its_imported_document(index):
    """Where the source is imported the digest is silent, unless it is asked for."""
    assert index.answering == {"exampleshire": Edition.DIGEST, "othershire": Edition.SOURCE}
    question = "how often do we see a child in need?"

    found = index.search(question, framework="othershire")
    digest = index.search(question, framework="othershire", edition=Edition.DIGEST)

    assert {each.statement.source.edition for each in found} == {Edition.SOURCE}
    assert {each.statement.source.edition for each in digest} == {Edition.DIGEST}


def test_without_a_framework_every_framework_answers(index):
    """Each from its answering edition."""
    found = index.search("how often do we see a child in need?", framework=None, limit=20)

    assert {each.statement.source.framework for each in found} == {"exampleshire", "othershire"}
    assert "othershire:digest:1" not in {each.statement.id for each in found}


def test_strengths_and_sections_narrow_the_search(index):
    """Filters are exact: nothing outside them is returned."""
    should = index.search("conference", framework="exampleshire", strengths={Strength.SHOULD})
    disabled = index.search("visit", framework="exampleshire", section="disabled CHILDREN")

    assert [each.statement.id for each in should] == ["exampleshire:digest:8.3"]
    assert [each.statement.id for each in disabled] == ["exampleshire:digest:6.1"]


@pytest.mark.parametrize(
    "options",
    [
        {"framework": "nowhere"},
        {"section": "no such heading"},
        {"strengths": ()},
        {"limit": 0},
        {"edition": Edition.SOURCE},
    ],
)
def test_a_filter_that_lets_nothing_through_finds_nothing(index, options):
    """No error, and no statement from elsewhere."""
    assert index.search("visit", **{"framework": "exampleshire"} | options) == ()


@pytest.mark.parametrize("question", ["", "   ", "\x00", "🙂", "?!", "visit " * 400])
def test_odd_questions_are_searched_without_harm(index, question):
    """Empty, signs alone, or very long: an answer or none, never an error."""
    found = index.search(question, framework="exampleshire")

    assert len(found) <= 8


def test_the_imported_statement_that_says_the_same_is_found(index):
    """By meaning, place and figure, with number words read as figures."""
    digest = index.statements["othershire:digest:1"]

    found = index.counterpart(digest, ["4 weeks"])

    assert found is index.statements["othershire:source:abc"]


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("othershire:digest:1", ["six weeks"]),
        ("othershire:digest:2", []),
        ("exampleshire:digest:5.1", ["20 working days"]),
        ("othershire:source:abc", ["six weeks"]),
    ],
    ids=["another figure", "said nowhere", "not imported", "a source with another figure"],
)
def test_no_counterpart_is_better_than_a_wrong_one(index, name, figures):
    """Another figure, another duty, or no imported document: none."""
    assert index.counterpart(index.statements[name], figures) is None


def test_a_statement_of_the_document_is_its_own_counterpart(index):
    """A register may rest on it: then its figure must stand in it."""
    own = index.statements["othershire:source:abc"]

    assert index.counterpart(own, ["4 weeks"]) is own


def test_a_chain_can_use_the_index_as_its_retriever(index):
    """LangChain's own interface, with the same order and filters."""
    retriever = StatementRetriever(
        index=index, framework="exampleshire", strengths=(Strength.MUST,), limit=3
    )

    documents = retriever.invoke("how soon after the strategy meeting is the ICPC?")

    assert len(documents) == 3
    assert documents[0].metadata["id"] == "exampleshire:digest:8.1"
    assert documents[0].page_content == EXAMPLESHIRE[3].quotation
    assert {each.metadata["strength"] for each in documents} == {"must"}


def test_one_statement_is_index_enough(tmp_path):
    """The smallest corpus works, and opens again."""
    only = [statement("1", "Visit.")]
    make_index(only, tmp_path).close()

    index = make_index(only, tmp_path)

    assert [each.statement for each in index.search("visit", framework=None)] == only
    index.close()


def test_a_statement_of_stop_words_alone_does_no_harm(tmp_path):
    """A statement without a single keyword is indexed and found by others' side."""
    index = make_index(
        [statement("0", "We will."), statement("1", "Visit the child.")],
        tmp_path,
        fake_embeddings(),
    )

    assert len(index.search("visit", framework="exampleshire")) == 2
    index.close()


def test_a_part_that_is_talked_of_comes_first_where_two_say_the_same(tmp_path):
    """In a conversation the part that it has come to is likelier meant; it hides no other."""
    index = make_index(
        [
            statement("1", "Send the report to the family.", section=("Conferences",)),
            statement("2", "Send the report to the family.", section=("Reviews",)),
        ],
        tmp_path,
    )
    found = {
        part: [
            each.statement.section[0]
            for each in index.find("send the report", framework=None, talked_of=[part]).evidence
        ]
        for part in ("Conferences", "Reviews")
    }

    assert found == {
        "Conferences": ["Conferences", "Reviews"],
        "Reviews": ["Reviews", "Conferences"],
    }
