"""What a statement is about, and what it only mentions."""

import pytest
from langchain_core.embeddings import Embeddings

from retrieval.lexicon import Lexicon
from retrieval.question import read_question
from retrieval.subject import headed, is_beside, of_a_narrower_group, only_counts_from
from tests.retrieval.making import VOCABULARY, make_index, statement

LEXICON = Lexicon(VOCABULARY)
ICPC = "initial child protection conference"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We hold ICPCs within 9 working days of the strat.", False),
        ("The plan is shared within 4 days of the ICPC.", True),
        ("At the ICPC we agree the plan, written within 4 days of the conference.", True),
        (
            "At the Initial Child Protection Conference (ICPC) we agree a plan, "
            "within 4 days of the conference.",
            True,
        ),
        ("The ICPC is within 9 days; its record is sent within 2 days of it.", False),
        ("The plan is shared within 4 days.", False),
        ("Send the report two days before the ICPC.", True),
    ],
)
def test_a_concept_may_be_only_the_point_that_a_time_counts_from(text, expected):
    """Counted from, and nowhere the thing that is done."""
    assert only_counts_from(ICPC, text, LEXICON) is expected


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How soon must the initial child protection conference be held?", ICPC),
        ("When does the ICPC have to take place?", ICPC),
        ("Is it true that the ICPC must be held within 10 working days?", ICPC),
        ("how soon after the strat is the ICPC?", None),
        ("what's the deadline for an ICPC?", ICPC),
        ("when do I share my report for the ICPC?", None),
        ("when is lunch?", None),
    ],
)
def test_a_question_may_ask_only_when_a_thing_takes_place(question, held):
    """One concept, and words of happening."""
    assert read_question(question, LEXICON).held == held


@pytest.mark.parametrize(
    ("question", "heading", "expected"),
    [
        ("visits to a child in need", "5. Children in need", False),
        ("visits to a child in need", "6. Children in need - disabled children", True),
        ("visits to a disabled child in need", "6. Children in need - disabled children", False),
        ("visits to a child in need", "7. Looked after children", False),
        ("visits", "6. Children in need - disabled children", False),
    ],
)
def test_a_section_may_be_of_a_narrower_group(question, heading, expected):
    """It names the asked concept and one more that nobody asked about."""
    asked = read_question(question, LEXICON)

    assert of_a_narrower_group(asked, ("Standards", heading), LEXICON) is expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("3. Strategy Discussions and Planning", True),
        ("Strategic discussion", False),
        ("Discussion of strategy", False),
    ],
)
def test_a_headings_words_name_a_concept_in_any_ending(heading, expected):
    """Together and in order, or not at all."""
    asked = read_question("when is the strat?", LEXICON)

    assert bool(headed(asked.concepts, ("Standards", heading))) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("how often do I visit", "Seen at school (in addition to the monthly visit).", True),
        ("how often is he seen at school", "Seen at school in addition to the visit.", False),
        ("how often do I visit", "Visit every week.", False),
    ],
)
def test_what_is_in_addition_to_the_asked_thing_is_beside_it(question, text, expected):
    """Only where the asked thing is what it adds to."""
    assert is_beside(read_question(question, LEXICON), text) is expected


class SameMeaning(Embeddings):
    """Every text is as near as every other."""

    def embed_documents(self, texts):
        """One vector for all."""
        return [[1.0, 0.0] for _ in texts]

    def embed_query(self, text):
        """The same vector."""
        return self.embed_documents([text])[0]


def test_the_thing_itself_ranks_before_what_counts_from_it(tmp_path):
    """Though the other is shorter and stands first."""
    plan = statement("b", "Plan within 4 days of the ICPC.")
    thing = statement("a", "We hold ICPCs within 9 working days of the strat at the latest.")
    index = make_index((plan, thing), tmp_path, SameMeaning())

    found = index.search("How soon must the ICPC be held?", framework="exampleshire")

    assert [each.statement.id for each in found] == [thing.id, plan.id]


def test_a_narrower_groups_section_ranks_below_the_groups_own(tmp_path):
    """The same words under two headings."""
    text = "Visit every 9 weeks."
    narrower = statement("b", text, section=("Children in need - disabled children",))
    own = statement("a", text, section=("Children in need at home, at school and with friends",))
    index = make_index((narrower, own), tmp_path, SameMeaning())

    found = index.search("how often do I visit a child in need?", framework="exampleshire")

    assert [each.statement.id for each in found] == [own.id, narrower.id]


def test_a_heading_in_another_ending_names_the_thing_for_a_time(tmp_path):
    """Else the only statement that has the time would be refused."""
    own = statement("a", "Within 9 working days.", section=("Strategy Discussions Planned",))
    question = "how soon is the strat?"
    index = make_index((own,), tmp_path, SameMeaning())

    assert index.find(question, framework="exampleshire").sufficient
