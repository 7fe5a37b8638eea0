"""Prose over a composed answer, by a chat model, let through only by the guard."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from langchain_core.language_models import BaseChatModel
from pydantic import BaseModel, Field

from assistant.guard import Sentence, guard
from domain import Answer, AnswerKind, Citation, Concept, DraftFailed, Notice
from prompts import chat_messages, reply

_log = logging.getLogger("plumbline")

_WRITTEN = (AnswerKind.STANDARD, AnswerKind.TIMESCALE)
"""A date, a comparison, a question back and a refusal are never put into a model's words."""


class Writer(Protocol):
    """Drafts sentences about statements; whatever it returns is not trusted."""

    name: str

    def draft(self, question: str, citations: Sequence[Citation]) -> tuple[Sentence, ...]:
        """Draft an answer from the statements; raises DraftFailed."""


class _SentenceOut(BaseModel):
    """One plain sentence, and the numbers of the statements it rests on."""

    text: str = Field(min_length=1, max_length=400)
    statements: list[int] = Field(min_length=1, max_length=8)


class _DraftOut(BaseModel):
    """The sentences of an answer, in order."""

    sentences: list[_SentenceOut] = Field(min_length=1, max_length=6)


class ChatWriter:
    """A chat model that LangChain knows, asked for sentences of a set shape."""

    def __init__(self, model: BaseChatModel, name: str) -> None:
        self.name = name
        self._model = model.with_structured_output(_DraftOut, method="json_schema")

    def draft(self, question: str, citations: Sequence[Citation]) -> tuple[Sentence, ...]:
        """Draft an answer from the statements; raises DraftFailed where the model fails."""
        try:
            found = self._model.invoke(chat_messages(question, citations))
            drafted = _DraftOut.model_validate(found)
        except Exception as fault:  # each provider has errors of its own; none may cost the answer
            _log.warning("%s gave no draft", self.name, exc_info=fault)
            # Its words are not shown: a provider's may hold the address or a part of the key.
            raise DraftFailed(type(fault).__name__) from fault
        return tuple(
            Sentence(text=" ".join(each.text.split()), rests_on=tuple(each.statements))
            for each in drafted.sentences
        )


def may_be_written(answer: Answer) -> bool:
    """Whether an answer is of a kind that a model may put into words."""
    return answer.kind in _WRITTEN and bool(answer.shown)


def written(answer: Answer, question: str, writer: Writer, concepts: Sequence[Concept]) -> Answer:
    """Put a model's prose over an answer, where the guard lets all of it through.

    The composed answer stays as it is below the prose. Where the model fails, or one sentence
    does not stand in its evidence, nothing of the draft is shown and a notice says so.
    """
    if not may_be_written(answer):
        return answer
    shown = [citation for citation in answer.citations if citation.number in answer.shown]
    try:
        draft = writer.draft(question, shown)
    except DraftFailed as fault:
        return _without(answer, reply("notice.draft_failed", model=writer.name, why=str(fault)))
    if guard(draft, shown, concepts):
        return _without(answer, reply("notice.draft_discarded", model=writer.name))
    prose = " ".join(_marked(sentence) for sentence in draft)
    text = "\n\n".join((reply("standard.written", model=writer.name), prose, answer.text))
    return replace(answer, text=text, written_by=writer.name)


def _marked(sentence: Sentence) -> str:
    markers = "".join(f" [{number}]" for number in sentence.rests_on)
    return f"{sentence.text.rstrip(' .')}{markers}."


def _without(answer: Answer, why: str) -> Answer:
    notices = (*answer.notices, Notice(kind="draft_discarded", text=why))
    return replace(answer, notices=notices)
