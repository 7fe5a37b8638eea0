"""The judge is trained on questions of which it is known whether a text answers them."""

import pytest

from evals.__main__ import UNANSWERED
from evals.judging import BATCH, steps, train_judge
from evals.known import Known, known_questions, with_neighbours
from ingest import load_corpus
from retrieval import load_judge
from retrieval.model import pinned_folder
from tests.retrieval.making import fake_embeddings

WHEN, WHO = "Hold it within ten working days.", "The allocated social worker chairs it."


@pytest.fixture(scope="module")
def known(corpus_folder):
    """What is known from the corpus as shipped; which neighbours are near does not matter here."""
    return known_questions(load_corpus(corpus_folder), UNANSWERED, fake_embeddings())


def test_each_lot_is_learnt_from(known):
    """Statements and timescales with their questions, and questions that nothing answers."""
    unanswered = [each for each in known if each.right is None]
    timescales = [each for each in known if "the strategy discussion" in (each.right or "")]

    assert len(unanswered) > 10_000
    assert len(known) - len(unanswered) > 15_000
    assert any(each.right.startswith("Initial") for each in timescales)
    assert all(each.wrong for each in known)
    assert all(each.right not in each.wrong for each in known)


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
