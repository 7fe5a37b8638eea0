"""Statements are found through the questions that they answer."""

import numpy as np
import pytest

from domain import Edition, IndexDamaged
from retrieval.views import Views, heirs, open_views
from tests.retrieval.making import make_index, statement

OWN = statement("1.b1", "Convene the core group no later than ten days on.")
OTHER = statement("1.b2", "Keep a chronology of key events up to date.")
VIEWS = {OWN.id: ("when do we all get round a table for the first time",)}


def test_a_question_in_other_words_finds_the_statement_through_its_view(tmp_path, embeddings):
    """Not a word of the question stands in the statement."""
    question = "when do we first all get round the table"
    bare = make_index([OWN, OTHER], tmp_path / "bare", embeddings)
    viewed = make_index([OWN, OTHER], tmp_path / "viewed", embeddings, views=VIEWS)

    found = viewed.search(question, framework="exampleshire")

    assert found[0].statement == OWN
    assert found[0].score > bare.search(question, framework="exampleshire")[0].score
    bare.close()
    viewed.close()


def test_the_document_s_own_statement_is_found_through_the_digest_s_views(tmp_path, embeddings):
    """Views are written for the digest; once the document is imported, its words are shown."""
    source = statement(
        "s1",
        "The core group must be convened within ten days.",
        edition=Edition.SOURCE,
    )
    beside = statement("s2", "A chronology is kept.", edition=Edition.SOURCE)
    index = make_index([OWN, OTHER, source, beside], tmp_path, embeddings, views=VIEWS)

    (best, *_) = index.search(VIEWS[OWN.id][0], framework="exampleshire")

    assert best.statement == source
    index.close()


def test_each_is_paired_with_its_nearest_looked_at_from_either_side():
    """One long statement is several in a digest; nothing far is paired."""
    alike = np.array([[0.9, 0.1, 0.0], [0.7, 0.2, 0.0], [0.1, 0.0, 0.2]])

    assert heirs(alike) == ((0, 0), (1, 0))


def test_a_statement_without_views_has_no_cosine_to_them():
    """The best of each statement's views counts, and none is 0."""
    views = Views(
        terms=(frozenset(), frozenset()),
        matrix=np.array([[1, 0], [0.6, 0.8]], np.float32),
        of=((1, 0), (), (1,)),
    )

    assert views.cosines(np.array([0, 1], np.float32), np.arange(3)).tolist() == pytest.approx(
        [0.8, 0, 0.8]
    )


def test_views_of_other_statements_are_refused(tmp_path):
    """An index whose parts do not fit each other is damaged."""
    index = make_index([OWN, OTHER], tmp_path, views=VIEWS)
    home = next(each for each in tmp_path.iterdir() if each.is_dir())

    with pytest.raises(IndexDamaged, match="not of these statements"):
        open_views(home, 3)
    (home / "views.jsonl").unlink()
    with pytest.raises(IndexDamaged, match="cannot be read"):
        open_views(home, 2)
    index.close()
