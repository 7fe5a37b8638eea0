"""The pieces that both baselines search: a document cut every thousand characters."""

from langchain_text_splitters import RecursiveCharacterTextSplitter

CHARACTERS, OVERLAP = 1000, 200
"""What tutorials use, and so what an afternoon's build would have."""


def chunks_of(document: str) -> tuple[str, ...]:
    """Cut a document's text at paragraphs, lines or spaces, with an overlap."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHARACTERS, chunk_overlap=OVERLAP)
    return tuple(splitter.split_text(document))
