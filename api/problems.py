"""Errors as RFC 9457 problem details: one table from error class to HTTP status."""

import re
from collections.abc import Iterable
from http import HTTPStatus

from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

import domain
from api.service import NotReady
from api.settings import BadSettings

MEDIA_TYPE = "application/problem+json"

STATUS: dict[type[domain.PlumblineError], int] = {
    domain.PlumblineError: 500,
    domain.BadInput: 422,
    domain.BadQuestion: 422,
    domain.BadDate: 422,
    domain.NotKnown: 404,
    domain.UnknownFramework: 404,
    domain.UnknownStatement: 404,
    domain.UnknownRule: 404,
    domain.UnknownConversation: 404,
    domain.CalendarEnds: 422,
    domain.RuleNotCalculable: 422,
    domain.DocumentRefused: 422,
    domain.UnsupportedFormat: 415,
    domain.DocumentDamaged: 422,
    domain.DocumentEncrypted: 422,
    domain.DocumentHasNoText: 422,
    domain.DocumentTooLarge: 413,
    domain.DocumentUnsafe: 422,
    domain.AnswerFault: 500,
    domain.CorpusFault: 503,
    domain.ConversationsFault: 503,
    domain.DraftFailed: 502,
    domain.ModelRefused: 503,
    domain.IndexFault: 503,
    domain.IndexDamaged: 503,
    domain.DiskFull: 507,
    NotReady: 503,
    BadSettings: 500,
}

FIELD: dict[type[domain.NotKnown], str] = {
    domain.UnknownFramework: "framework",
    domain.UnknownStatement: "statement_id",
    domain.UnknownRule: "rule_id",
    domain.UnknownConversation: "conversation_id",
}


class FieldProblem(BaseModel):
    """One field of the request and what is wrong with it."""

    field: str
    problem: str


class Problem(BaseModel):
    """What went wrong and what to do about it, after RFC 9457."""

    type: str = Field(description="Names the kind of problem; stable.")
    title: str
    status: int
    detail: str = Field(description="What was wrong this time, and what to do next.")
    errors: list[FieldProblem] = Field(
        default=[], description="For bad input: each field that is wrong."
    )


def problem_of(error: domain.PlumblineError) -> Problem:
    """Describe one of our own errors."""
    name = type(error).__name__
    return _problem(
        title=re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize(),
        status=status_of(type(error)),
        detail=_sentence(str(error)),
        errors=_fields(error),
    )


def status_of(kind: type[domain.PlumblineError]) -> int:
    """Find the status of an error class, its own or its nearest parent's."""
    return next(STATUS[parent] for parent in kind.__mro__ if parent in STATUS)


def http_problem(status: int, detail: str, errors: Iterable[FieldProblem] = ()) -> Problem:
    """Describe a problem that HTTP itself has a name for."""
    return _problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        errors=list(errors),
    )


def respond(problem: Problem, headers: dict[str, str] | None = None) -> JSONResponse:
    """Send a problem with its status and media type."""
    body = problem.model_dump(exclude_defaults=True)
    return JSONResponse(body, status_code=problem.status, headers=headers, media_type=MEDIA_TYPE)


def _problem(*, title: str, status: int, detail: str, errors: list[FieldProblem]) -> Problem:
    slug = re.sub(r"[^a-z]+", "-", title.lower()).strip("-")
    return Problem(
        type=f"urn:plumbline:problem:{slug}",
        title=title,
        status=status,
        detail=detail,
        errors=errors,
    )


def _fields(error: domain.PlumblineError) -> list[FieldProblem]:
    if isinstance(error, domain.BadInput):
        return [FieldProblem(field=error.field, problem=error.problem)]
    if isinstance(error, domain.NotKnown) and type(error) in FIELD:
        return [FieldProblem(field=FIELD[type(error)], problem=str(error))]
    return []


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
