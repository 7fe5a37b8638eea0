"""What a conversation remembers: the framework, what was last asked, and what waits for a word."""

import datetime as dt
import threading
import uuid
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from domain import Clarify, UnknownConversation

MOST_KEPT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A question that was answered with a question."""

    question: str
    clarify: Clarify


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What the last answered question was about."""

    question: str
    """As a whole, whatever it leant on."""

    about: str = ""
    """What it leant on, if it did."""

    framework: str | None = None
    """The framework it was answered from."""

    event: str | None = None
    """Id of the event that it was about, where a timescale tells."""

    rule: str | None = None
    """Id of the timescale that was told or worked out."""

    rules: tuple[str, ...] = ()
    """Ids of all timescales that rest on what was put forward."""

    talked_of: tuple[str, ...] = ()
    """First headings of what the last answers put forward, the latest first."""

    follows: str | None = None
    """The event of which it was asked what comes after."""

    dates: Mapping[str, dt.date] = field(default_factory=dict)
    """By event id: the date that was given for it, or by which it was worked out to be due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The state after a number of turns."""

    id: str
    turns: int = 0
    framework: str | None = None
    pending: Pending | None = None
    thread: Thread | None = None
    said: tuple[str, ...] = ()
    """Names of the plans, teams and placements named so far, the latest last."""


class ConversationStore(Protocol):
    """Where conversations are kept."""

    def get(self, conversation_id: str | None) -> Conversation:
        """A new conversation for None; raises UnknownConversation for an id that is not kept."""

    def keep(self, conversation: Conversation) -> None:
        """Remember a conversation as it stands now; raises ConversationsFault."""

    def forget(self, conversation_id: str) -> None:
        """Delete a conversation; raises UnknownConversation for an id that is not kept."""


class Conversations:
    """The conversations of this process, in memory; the one longest unused goes first."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._kept: OrderedDict[str, Conversation] = OrderedDict()
        self._most = most
        self._lock = threading.Lock()

    def get(self, conversation_id: str | None) -> Conversation:
        """A new conversation for None; raises UnknownConversation for an id that is not kept."""
        if conversation_id is None:
            return Conversation(id=uuid.uuid4().hex)
        with self._lock:
            try:
                return self._kept[conversation_id]
            except KeyError:
                raise UnknownConversation(conversation_id) from None

    def forget(self, conversation_id: str) -> None:
        """Delete a conversation; raises UnknownConversation for an id that is not kept."""
        with self._lock:
            if self._kept.pop(conversation_id, None) is None:
                raise UnknownConversation(conversation_id)

    def keep(self, conversation: Conversation) -> None:
        """Remember a conversation as it stands now."""
        with self._lock:
            self._kept[conversation.id] = conversation
            self._kept.move_to_end(conversation.id)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
