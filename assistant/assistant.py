"""One question in, one answer out: the steps in order, and the conversation round them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from assistant.calculate import calculate
from assistant.check import check
from assistant.comparison import compare
from assistant.compose import compose
from assistant.conversation import Conversation, Conversations, ConversationStore, Pending, Thread
from assistant.follow_up import follow_up, remembered
from assistant.following import following
from assistant.gather import gather
from assistant.library import Library
from assistant.prompting import prompting, refine
from assistant.resume import lean_on, resume
from assistant.roles import event_of
from assistant.rules import likeliest
from assistant.turn import Reply, Request, Step, Turn, run
from assistant.understand import checked_question, understand
from assistant.writing import Writer, may_be_written, written
from domain import Answer, AnswerKind, Citation, ConversationsFault, Notice

MOST_TELLING = 2
"""Statements of an answer, best first, that tell which part of the framework is talked of."""

MOST_TALKED_OF = 3
"""Headings that are kept, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assistant:
    """Answers questions from a library."""

    library: Library
    conversations: ConversationStore = field(default_factory=Conversations)
    writer: Writer | None = None
    """Puts answers into words, where a chat model is set."""

    def ask(self, request: Request, *, today: dt.date) -> Reply:
        """Answer one question.

        Raises BadQuestion, UnknownFramework or UnknownConversation for a request that cannot
        be used, and AnswerFault when an answer had to be withheld.
        """
        *_, reply = self.ask_in_steps(request, today=today)
        return reply

    def ask_in_steps(self, request: Request, *, today: dt.date) -> Iterator[Reply]:
        """Answer one question: composed at once, and then as a chat model put it, if one is set.

        The last reply is the answer. Raises as `ask` does, before the first reply.
        """
        question = checked_question(request.question)
        conversation = self.conversations.get(request.conversation_id)
        turn = self._turn(request, question, conversation, today)
        turn, answer = run(turn, steps(self.library))
        if self.writer and may_be_written(answer):
            turns = conversation.turns + 1
            yield Reply(conversation_id=conversation.id, turn=turns, answer=answer, final=False)
            answer = written(answer, turn.question, self.writer, self.library.concepts)
        conversation = _after(self.library, conversation, turn, answer)
        try:
            self.conversations.keep(conversation)
        except ConversationsFault as fault:
            # The answer is what was asked for: it goes out, and says what it could not do.
            told = Notice(kind="not_remembered", text=str(fault))
            answer = replace(answer, notices=(*answer.notices, told))
        yield Reply(conversation_id=conversation.id, turn=conversation.turns, answer=answer)

    def _turn(
        self, request: Request, question: str, conversation: Conversation, today: dt.date
    ) -> Turn:
        chosen = request.framework or conversation.framework
        framework = self.library.framework(chosen) if chosen else None
        turn = Turn(
            question=question,
            today=today,
            framework=framework,
            role=request.role,
            said=conversation.said,
        )
        if conversation.pending:
            resumed = resume(self.library, turn, conversation.pending)
            if resumed != turn:
                return resumed
        refining = refine(self.library, turn, conversation.thread)
        if refining != turn:
            return refining
        read = follow_up(self.library, turn, conversation.thread) if conversation.thread else turn
        return lean_on(read, turn, conversation.pending) if conversation.pending else read


def steps(library: Library) -> tuple[Step, ...]:
    """The way of a question."""
    one = (
        partial(understand, library),
        partial(following, library),
        partial(calculate, library),
        partial(gather, library),
        partial(compose, library),
        check,
    )
    return (
        partial(prompting, library),
        partial(compare, library, lambda turn: run(turn, one)[1]),
        *one,
    )


def _after(
    library: Library, conversation: Conversation, turn: Turn, answer: Answer
) -> Conversation:
    framework = turn.framework.id if turn.framework else conversation.framework
    thread = conversation.thread
    if answer.kind not in (AnswerKind.CLARIFY, AnswerKind.OUT_OF_SCOPE):
        thread = _thread(library, turn, answer, thread)
    pending = Pending(question=turn.question, clarify=answer.clarify) if answer.clarify else None
    return replace(
        conversation,
        turns=conversation.turns + 1,
        framework=framework,
        pending=pending,
        thread=thread,
        said=remembered(library, turn.said, turn.question),
    )


def _thread(library: Library, turn: Turn, answer: Answer, before: Thread | None) -> Thread:
    """What a follow-up may lean on: after a list of duties, the first that leads further."""
    cited = [c for c in answer.citations if c.number in answer.shown]
    leads = (w.rule for w in turn.worked if w.rule.starts or not turn.follows)
    rule = next(leads, None)
    if rule is None and cited:
        rule = likeliest(library.rules_resting_on(cited[0].statement.id), turn.question)
    given = {event_of(d, turn): d.date for d in turn.dates if d.date and turn.events}
    due = {w.rule.starts: w.due.date for w in reversed(turn.worked) if w.rule.starts}
    return Thread(
        question=turn.question,
        about=turn.about,
        framework=turn.framework.id if turn.framework else None,
        event=turn.follows or (rule.starts if rule else None),
        rule=rule.id if rule else None,
        rules=tuple(
            dict.fromkeys(
                told.id for c in cited for told in library.rules_resting_on(c.statement.id)
            )
        ),
        talked_of=_talked_of(turn, answer, cited),
        follows=turn.follows,
        dates={**(before.dates if before else {}), **due, **given},
    )


def _talked_of(turn: Turn, answer: Answer, cited: list[Citation]) -> tuple[str, ...]:
    """Where the framework speaks of what was asked, and of what was asked before it."""
    told = [] if answer.kind is AnswerKind.NOT_FOUND else cited[:MOST_TELLING]
    headings = [c.statement.section[0] for c in told if c.statement.section]
    return tuple(dict.fromkeys((*headings, *turn.talked_of)))[:MOST_TALKED_OF]
