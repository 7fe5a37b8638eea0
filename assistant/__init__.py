"""One turn of conversation: understand, calculate, gather, compose, check."""

from assistant.assistant import Assistant
from assistant.check import answer_faults
from assistant.conversation import Conversations
from assistant.library import Library, rules_rest_on
from assistant.turn import Reply, Request
from assistant.understand import LONGEST_QUESTION

__all__ = [
    "LONGEST_QUESTION",
    "Assistant",
    "Conversations",
    "Library",
    "Reply",
    "Request",
    "answer_faults",
    "rules_rest_on",
]
