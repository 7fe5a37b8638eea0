"""A cross-encoder that somebody names has a say in the order of what is found."""

import pytest

from domain import ModelRefused
from retrieval import load_cross_encoder
from retrieval.cross_encoder import READ_AGAIN, reordered
from retrieval.model import pinned_folder
from tests.retrieval.making import make_index, statement


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A real cross-encoder, if an untrained one: the packaged model with a new last layer."""
    from sentence_transformers import CrossEncoder

    home = tmp_path_factory.mktemp("cross-encoder")
    CrossEncoder(
        str(pinned_folder()), num_labels=1, device="cpu", local_files_only=True
    ).save_pretrained(str(home))
    return home


def test_a_folder_is_loaded_and_reads_each_text_with_the_question(folder):
    """A number each, and the same again."""
    read = load_cross_encoder(str(folder))

    found = read("who chairs it", ["The chair.", "The social worker chairs it."])

    assert len(found) == 2
    assert found == pytest.approx(
        read("who chairs it", ["The chair.", "The social worker chairs it."])
    )


@pytest.mark.parametrize("name", ["nobody/no-such-model", "empty"])
def test_what_is_none_is_refused(tmp_path, monkeypatch, name):
    """With what to do instead; nothing is looked for beyond this machine."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()

    with pytest.raises(ModelRefused, match=r"Give a folder|Name another"):
        load_cross_encoder(name)


@pytest.mark.parametrize(
    ("read", "order"),
    [
        ([3.0, 2.0, 1.0], [7, 8, 9]),
        ([1.0, 2.0, 3.0], [9, 8, 7]),
        ([1.0, 3.0, 2.0], [8, 7, 9]),
        ([0.0, 0.0, 0.0], [7, 8, 9]),
        ([2.0, 1.0, 3.0], [7, 9, 8]),
    ],
)
def test_both_orders_count_alike(read, order):
    """Where they come alike the reading decides."""
    assert reordered([7, 8, 9], read) == order


def test_an_embedding_model_is_no_cross_encoder():
    """Its last layer would be new, and its order chance."""
    with pytest.raises(ModelRefused, match="BertModel"):
        load_cross_encoder(str(pinned_folder()))


def test_the_order_changes_and_what_is_scored_at_each_place_does_not(tmp_path, embeddings):
    """How far what was found may be put forward is still the ranker's to say."""
    statements = [
        statement("1.b1", "Hold the core group every four weeks."),
        statement("1.b2", "Hold the first core group within ten working days."),
        statement("1.b3", "Invite the family to the core group."),
    ]
    question = "how often is the core group held"
    plain = make_index(statements, tmp_path, embeddings)
    before = plain.search(question, framework="exampleshire")
    plain.close()
    wanted = before[1].statement.text
    read = []

    def cross_encoder(_, texts):
        read.extend(texts)
        return [float(wanted in text) for text in texts]

    index = make_index(statements, tmp_path, embeddings, cross_encoder=cross_encoder)
    after = index.search(question, framework="exampleshire")
    index.close()

    assert len(read) <= READ_AGAIN
    assert after[0].statement.text == wanted
    assert [each.score for each in after] == [each.score for each in before]
