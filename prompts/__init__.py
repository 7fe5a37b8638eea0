"""Every text that steers wording: fixed replies, a chat model's prompt, families of questions."""

from prompts.chat import chat_messages, chat_version
from prompts.practice import (
    Address,
    Audience,
    BadPractice,
    FactKind,
    Level,
    Model,
    Past,
    Practice,
    Purpose,
    Stage,
    Stem,
    Use,
    Work,
    practice,
    read_practice,
)
from prompts.replies import reply, reply_names

__all__ = [
    "Address",
    "Audience",
    "BadPractice",
    "FactKind",
    "Level",
    "Model",
    "Past",
    "Practice",
    "Purpose",
    "Stage",
    "Stem",
    "Use",
    "Work",
    "chat_messages",
    "chat_version",
    "practice",
    "read_practice",
    "reply",
    "reply_names",
]
