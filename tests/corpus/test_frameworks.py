"""The five frameworks are described, and their names lead to them."""

from ingest.corpus import Corpus

FIVE = {"halton", "leicester", "luton", "nct", "northamptonshire-2020"}


def test_the_five_frameworks_are_described(corpus: Corpus) -> None:
    """Each framework has its authority, its document and the document's own version."""
    assert set(corpus.frameworks) == FIVE


def test_only_one_county_shares_its_name(corpus: Corpus) -> None:
    """A name leads to one framework, but for the county that has two documents."""
    owners: dict[str, set[str]] = {}
    for framework in corpus.frameworks.values():
        for name in {framework.authority, *framework.also_called}:
            owners.setdefault(name.lower(), set()).add(framework.id)

    shared = {name for name, ids in owners.items() if len(ids) > 1}

    assert shared == {"northamptonshire", "northants"}


def test_a_document_without_a_date_is_undated(corpus: Corpus) -> None:
    """A version that the document does not give is not made up."""
    assert corpus.frameworks["nct"].version == "undated"
