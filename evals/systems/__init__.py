"""The systems that are compared: each finds passages for a question in one framework."""

from evals.systems.afternoon import build_afternoon, open_afternoon
from evals.systems.chunks import chunks_of
from evals.systems.keywords import keywords
from evals.systems.plumbline import plumbline
from evals.systems.system import Find

__all__ = ["Find", "build_afternoon", "chunks_of", "keywords", "open_afternoon", "plumbline"]
