"""Version 1 of the HTTP contract: asking, searching, looking things up and due dates."""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse
from fastapi.sse import format_sse_event

from api import doors
from api.ask_bodies import AskIn, AskOut
from api.citation_bodies import SearchOut, StatementOut
from api.due_bodies import DueIn, RuleDueOut, RuleOut, RulesOut
from api.framework_bodies import FrameworkDetailOut, FrameworksOut
from api.framework_shapes import framework_detail_out, frameworks_out
from api.problems import Problem
from api.service import Opened, Service
from api.shapes import rule_out, statement_out
from assistant import LONGEST_QUESTION
from assistant import Request as Question
from domain import IndexDamaged, Strength

STREAM = "text/event-stream"

_WHY = {
    404: "A name that is not here.",
    413: "The request is too large.",
    415: "The body is not JSON.",
    422: "The request cannot be used as it is.",
    500: "Something failed here.",
    503: "The index is not open yet.",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe the problem responses of an operation."""
    return {s: {"model": Problem, "description": _WHY[s]} for s in statuses}


def service_of(request: Request) -> Service:
    """The service this application answers for."""
    service: Service = request.app.state.service
    return service


def opened_of(request: Request) -> Iterator[Opened]:
    """What is open now; raises NotReady, also where that turns out damaged when it is used."""
    service = service_of(request)
    opened = service.opened()
    try:
        yield opened
    except IndexDamaged as error:
        raise service.damaged(opened) from error


Now = Annotated[Opened, Depends(opened_of)]
Running = Annotated[Service, Depends(service_of)]
NamedFramework = Annotated[str | None, Query(max_length=200, description="Its id.")]

router = APIRouter(prefix="/api/v1", responses=problems(422, 500, 503))


@router.post("/ask", tags=["answers"], responses=problems(404, 413, 415))
def ask(body: AskIn, service: Running, opened: Now) -> AskOut:
    """Answer a question from a framework, with citations and worked dates."""
    request = Question(
        question=body.question,
        framework=body.framework,
        conversation_id=body.conversation_id,
        role=body.role,
    )
    return doors.ask(
        opened,
        request,
        today=service.today(),
        default=service.framework,
        is_newest=service.is_newest,
    )


@router.delete(
    "/conversations/{conversation_id}",
    tags=["answers"],
    status_code=204,
    responses=problems(404),
)
def forget(conversation_id: str, opened: Now) -> None:
    """Delete what is remembered of a conversation."""
    opened.assistant.conversations.forget(conversation_id)


@router.post(
    "/ask/stream",
    tags=["answers"],
    response_class=StreamingResponse,
    responses={200: {"content": {STREAM: {}}}, **problems(404, 413, 415)},
)
def ask_stream(body: AskIn, service: Running, opened: Now) -> StreamingResponse:
    """Answer as server-sent events, each with the body of `/ask` as its data.

    Without a chat model there is one event, `answer`. With one, `composed` comes at once, and
    `answer` when the model's words have been checked, or thrown away.
    """
    request = Question(
        question=body.question,
        framework=body.framework,
        conversation_id=body.conversation_id,
        role=body.role,
    )
    bodies = doors.ask_in_steps(
        opened,
        request,
        today=service.today(),
        default=service.framework,
        is_newest=service.is_newest,
    )
    # What is refused is refused with its status, before the stream begins.
    first = next(bodies)
    return StreamingResponse(map(_event, chain([first], bodies)), media_type=STREAM)


def _event(step: tuple[bool, AskOut]) -> bytes:
    final, body = step
    name = "answer" if final else "composed"
    return format_sse_event(event=name, data_str=body.model_dump_json())


@router.get("/search", tags=["answers"], responses=problems(404))
def search(
    opened: Now,
    q: Annotated[str, Query(json_schema_extra={"maxLength": LONGEST_QUESTION})],
    framework: NamedFramework = None,
    strength: Annotated[list[Strength] | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=doors.MOST_FOUND)] = 8,
) -> SearchOut:
    """Rank the statements that bear on a question, without composing an answer."""
    return doors.search(
        opened.library,
        q,
        framework=framework,
        strengths=strength or (),
        limit=limit,
    )


@router.get("/frameworks", tags=["frameworks"])
def frameworks(service: Running, opened: Now) -> FrameworksOut:
    """List the frameworks, and the one that answers where a question names none."""
    return frameworks_out(opened.library, service.framework)


@router.get("/frameworks/{framework_id}", tags=["frameworks"], responses=problems(404))
def framework(framework_id: str, opened: Now) -> FrameworkDetailOut:
    """Describe one framework: versions, editions, sections and known faults."""
    return framework_detail_out(opened.library.framework(framework_id), opened)


@router.get("/statements/{statement_id}", tags=["frameworks"], responses=problems(404))
def statement(statement_id: str, opened: Now) -> StatementOut:
    """Give one statement with its place."""
    return statement_out(doors.statement(opened.library, statement_id))


@router.get("/rules", tags=["timescales"], responses=problems(404))
def rules(
    opened: Now,
    framework: NamedFramework = None,
    q: Annotated[str, Query(max_length=LONGEST_QUESTION, description="Words of the rule.")] = "",
    event: Annotated[str | None, Query(max_length=200, description="Id of the event.")] = None,
) -> RulesOut:
    """List the timescales of the register."""
    return doors.rules(opened.library, framework=framework, words=q, event=event)


@router.get("/rules/{rule_id}", tags=["timescales"], responses=problems(404))
def rule(rule_id: str, opened: Now) -> RuleOut:
    """Give one timescale with the statements it rests on."""
    return rule_out(doors.rule(opened.library, rule_id), opened.library)


@router.post("/due", tags=["timescales"], responses=problems(404, 413, 415))
def due(body: DueIn, opened: Now) -> RuleDueOut:
    """Work out a due date from a rule and the date of its event."""
    return doors.due(opened.library, rule_id=body.rule_id, date=body.date, time=body.time)
