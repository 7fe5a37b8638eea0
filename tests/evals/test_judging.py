"""The judge is trained on questions of which it is known whether a text answers them."""

import pytest

from evals.__main__ import MARKED, UNANSWERED
from evals.judging import BATCH, steps, train_judge
from evals.known import (
    Known,
    known_of_statements,
    known_of_timescales,
    with_marks,
    with_neighbours,
)
from evals.marked import Marked
from ingest import load_corpus
from retrieval.judge import load_judge
from retrieval.lexicon import Lexicon
from retrieval.model import pinned_folder
from tests.retrieval.making import VOCABULARY, fake_embeddings

WHEN, WHO = "Hold it within ten working days.", "The allocated social worker chairs it."


@pytest.fixture(scope="module")
def corpus(corpus_folder):
    """The corpus as shipped."""
    return load_corpus(corpus_folder)


def test_statements_are_learnt_from_with_what_was_marked(corpus):
    """Which neighbours are near does not matter here: vectors are of no model."""
    known = known_of_statements(corpus, UNANSWERED, MARKED / "learn", fake_embeddings())
    unanswered = [each for each in known if each.right is None]

    assert len(unanswered) > 20_000
    assert len(known) - len(unanswered) > 15_000
    assert all(each.wrong for each in known)
    assert all(each.right not in each.wrong for each in known)


def test_timescales_are_learnt_from_with_what_asks_for_them(corpus):
    """Beside statements with their questions, and questions that nothing answers."""
    known = known_of_timescales(corpus, UNANSWERED, fake_embeddings())
    of_strategy = [each for each in known if "the strategy discussion" in (each.right or "")]

    assert any((each.right or "").startswith("Initial") for each in of_strategy)
    assert sum(each.right is None for each in known) > 10_000
    assert sum(each.right is not None for each in known) > 15_000
    assert all(each.wrong for each in known)
    assert all(each.right not in each.wrong for each in known)


def test_marks_become_questions_with_what_does_and_does_not_answer():
    """One for each text that answers; where only that was marked, its neighbours do not."""
    texts = {"x:a": WHEN, "x:b": WHO, "x:c": "Write it down.", "y:a": "Of another framework."}

    def marked(question, yes, no):
        return Marked(question=question, framework="x", yes=yes, no=no)

    found = with_marks(
        [
            marked("both", ("x:a", "x:b"), ("x:c",)),
            marked("neither", (), ("x:a", "x:b")),
            marked("by itself", ("x:a",), ()),
        ],
        texts,
        Lexicon(VOCABULARY),
        fake_embeddings(),
    )

    told = {(each.question, each.right): set(each.wrong) for each in found}
    assert told == {
        ("both", WHEN): {"Write it down."},
        ("both", WHO): {"Write it down."},
        ("neither", None): {WHEN, WHO},
        ("by itself", WHEN): told["by itself", WHEN],
    }
    # Some of its own framework, as they are near or not.
    assert set() < told["by itself", WHEN] <= {WHO, "Write it down."}


def test_a_neighbour_that_says_the_same_is_no_wrong_answer(embeddings):
    """Frameworks repeat themselves."""
    texts = {"a": "Visit weekly.", "b": "Visit weekly.", "c": "Write the chronology."}

    (found,) = with_neighbours(texts, {"a": ("how often do i visit",)}, embeddings)

    assert (found.right, found.wrong) == ("Visit weekly.", ("Write the chronology.",))


# Of peft, which asks the model for what transformers calls otherwise now.
@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`:FutureWarning")
def test_what_is_trained_can_be_loaded_and_has_learnt(tmp_path):
    """A few batches of two questions are enough to tell the two answers apart."""
    one = Known(question="when is it held", right=WHEN, wrong=(WHO,))
    other = Known(question="who chairs it", right=WHO, wrong=(WHEN,))
    none = Known(question="what does it cost", right=None, wrong=(WHO,))
    lot = [one, other, none] * BATCH
    file = tmp_path / "judge.safetensors"

    losses = list(train_judge(pinned_folder(), lot, file, epochs=2))
    judge = load_judge(file)

    assert len(losses) == steps(lot, 2)
    assert losses[-1] < losses[0]
    assert judge("when is it held", [WHEN])[0] > judge("when is it held", [WHO])[0]
    assert judge("who chairs it", [WHO])[0] > judge("who chairs it", [WHEN])[0]
