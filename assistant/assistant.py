"""One question in, one answer out: the steps in order, and the conversation round them."""

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import partial

from assistant.calculate import calculate
from assistant.check import check
from assistant.compose import compose
from assistant.conversation import Conversation, Conversations, Pending
from assistant.gather import gather
from assistant.library import Library
from assistant.resume import resume
from assistant.turn import Reply, Request, Step, Turn, run
from assistant.understand import checked_question, understand
from domain import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Assistant:
    """Answers questions from a library."""

    library: Library
    conversations: Conversations = field(default_factory=Conversations)

    def ask(self, request: Request, *, today: dt.date) -> Reply:
        """Answer one question.

        Raises BadQuestion, UnknownFramework or UnknownConversation for a request that cannot
        be used, and AnswerFault when an answer had to be withheld.
        """
        question = checked_question(request.question)
        conversation = self.conversations.get(request.conversation_id)
        turn = self._turn(request, question, conversation, today)
        answer = run(turn, steps(self.library))
        conversation = _after(conversation, turn, answer)
        self.conversations.keep(conversation)
        return Reply(conversation_id=conversation.id, turn=conversation.turns, answer=answer)

    def _turn(
        self, request: Request, question: str, conversation: Conversation, today: dt.date
    ) -> Turn:
        chosen = request.framework or conversation.framework
        framework = self.library.framework(chosen) if chosen else None
        turn = Turn(question=question, today=today, framework=framework, role=request.role)
        if conversation.pending:
            turn = resume(self.library, turn, conversation.pending)
        return turn


def steps(library: Library) -> tuple[Step, ...]:
    """The way of a question."""
    return (
        partial(understand, library),
        partial(calculate, library),
        partial(gather, library),
        partial(compose, library),
        check,
    )


def _after(conversation: Conversation, turn: Turn, answer: Answer) -> Conversation:
    framework = turn.framework.id if turn.framework else conversation.framework
    pending = Pending(question=turn.question, clarify=answer.clarify) if answer.clarify else None
    return replace(
        conversation,
        turns=conversation.turns + 1,
        framework=framework,
        pending=pending,
    )
