"""A statement in its context: what is embedded and what the keyword search knows of it."""

from domain import Statement
from retrieval.lexicon import Lexicon
from retrieval.words import content_stems

CONCEPT_MARK = "#"
"""Before a concept's name among the terms, so that it is never taken for a word."""


def dense_text(statement: Statement, lexicon: Lexicon) -> str:
    """Return what is embedded: headings, principle, lead-in and text, acronyms spelled out."""
    parts = (*statement.section, statement.principle or "", statement.quotation)
    return lexicon.spelled_out(". ".join(part for part in parts if part))


def statement_terms(statement: Statement, lexicon: Lexicon) -> list[str]:
    """Return the keyword terms of a statement in its context, repeats kept."""
    parts = (*statement.section, statement.principle or "", statement.quotation)
    number = [statement.standard_number] if statement.standard_number else []
    return terms(" . ".join(part for part in parts if part), lexicon) + number


def terms(text: str, lexicon: Lexicon) -> list[str]:
    """Return the keyword terms of a text: stems, concepts, and acronyms' words in full."""
    stems = content_stems(text)
    present = set(stems)
    found = list(stems)
    for named in dict.fromkeys((named.concept, named.acronym) for named in lexicon.named(text)):
        concept, acronym = named
        mark = CONCEPT_MARK + concept
        if mark not in present:
            found.append(mark)
            present.add(mark)
        if acronym:
            spelled = [word for word in content_stems(concept) if word not in present]
            found.extend(spelled)
            present.update(spelled)
    return found
