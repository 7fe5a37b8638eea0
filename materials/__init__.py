"""Material for managers and trainers, made of a framework's statements.

Pure: statements, stems and facts in, sets of items out. The parser is handed in as a reader of
sentences, and meanings as vectors, so that nothing here reads a file, a clock or a model.
"""

from materials.agenda import PROMPTS, Ground, agenda
from materials.choosing import Vectors, purpose_of
from materials.duties import prepare
from materials.english import English
from materials.grammar import GRAMMAR, read
from materials.items import (
    Agenda,
    DueLine,
    Item,
    Note,
    QuizQuestion,
    Session,
    SessionPart,
    Timing,
)
from materials.quiz import RuleTold, quiz
from materials.reading import Duty, Reader, Reading
from materials.reflecting import Wanted, reflective_set
from materials.session import session

__all__ = [
    "GRAMMAR",
    "PROMPTS",
    "Agenda",
    "DueLine",
    "Duty",
    "English",
    "Ground",
    "Item",
    "Note",
    "QuizQuestion",
    "Reader",
    "Reading",
    "RuleTold",
    "Session",
    "SessionPart",
    "Timing",
    "Vectors",
    "Wanted",
    "agenda",
    "prepare",
    "purpose_of",
    "quiz",
    "read",
    "reflective_set",
    "session",
]
