"""What a conversation remembers: the framework, and a question that waits for one more word."""

import threading
import uuid
from collections import OrderedDict
from dataclasses import dataclass

from domain import Clarify, UnknownConversation

MOST_KEPT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A question that was answered with a question."""

    question: str
    clarify: Clarify


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The state after a number of turns."""

    id: str
    turns: int = 0
    framework: str | None = None
    pending: Pending | None = None


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

    def keep(self, conversation: Conversation) -> None:
        """Remember a conversation as it stands now."""
        with self._lock:
            self._kept[conversation.id] = conversation
            self._kept.move_to_end(conversation.id)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
