"""One turn of conversation: understand, calculate, gather, compose, check."""

from assistant.assistant import Assistant
from assistant.check import answer_faults
from assistant.conversation import Conversation, Conversations, ConversationStore
from assistant.events import find_events
from assistant.library import Library
from assistant.linking import Link, doubtful, link_rules
from assistant.material import (
    MOST_QUESTIONS,
    Facts,
    ReflectionAsked,
    ReflectionSet,
    SupervisionAsked,
    SupervisionSet,
    reflection,
    set_notices,
    supervision,
)
from assistant.privacy import refuse_names
from assistant.sections import sections_of
from assistant.telling import relation, rule_notices
from assistant.turn import Reply, Request
from assistant.understand import LONGEST_QUESTION

__all__ = [
    "LONGEST_QUESTION",
    "MOST_QUESTIONS",
    "Assistant",
    "Conversation",
    "ConversationStore",
    "Conversations",
    "Facts",
    "Library",
    "Link",
    "ReflectionAsked",
    "ReflectionSet",
    "Reply",
    "Request",
    "SupervisionAsked",
    "SupervisionSet",
    "answer_faults",
    "doubtful",
    "find_events",
    "link_rules",
    "reflection",
    "refuse_names",
    "relation",
    "rule_notices",
    "sections_of",
    "set_notices",
    "supervision",
]
