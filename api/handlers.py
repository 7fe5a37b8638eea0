"""Every error as a problem document: ours, the framework's and the unforeseen."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.guards import HEADERS, MOST_BODY, too_large
from api.problems import FieldProblem, http_problem, problem_of, respond
from domain import PlumblineError

_ADVICE = {
    400: "The request could not be read. Send one JSON object as UTF-8 text.",
    404: "There is nothing at this address. The addresses are listed in /openapi.json.",
    405: "This address does not take that method. See /openapi.json.",
    415: "Send the body as JSON, with the header Content-Type: application/json.",
    500: "Something failed here. Nothing was changed; the service's log has the cause.",
}


def add_handlers(app: FastAPI) -> None:
    """Have every error of an application answered as a problem document."""
    app.add_exception_handler(PlumblineError, _ours)
    app.add_exception_handler(RequestValidationError, _bad_request)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


async def _ours(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, PlumblineError)  # noqa: S101 registered for nothing else
    problem = problem_of(error)
    wait = {"retry-after": "10"} if problem.status == 503 else None
    return respond(problem, wait)


async def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 registered for nothing else
    if error.status_code == 413:
        return respond(too_large(MOST_BODY))
    detail = _ADVICE.get(error.status_code, error.detail)
    headers = dict(error.headers) if error.headers else None
    return respond(http_problem(error.status_code, detail), headers)


async def _unforeseen(_: Request, error: Exception) -> JSONResponse:  # noqa: ARG001 never shown
    return respond(http_problem(500, _ADVICE[500]), HEADERS)


async def _bad_request(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 registered for nothing else
    faults: list[Mapping[str, Any]] = list(error.errors())
    if any(fault["loc"] == ("body",) for fault in faults) and not _is_json(request):
        return respond(http_problem(415, _ADVICE[415]))
    fields = [_field(fault) for fault in faults]
    return respond(http_problem(422, _detail(fields), fields))


def _is_json(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" or (
        kind.startswith("application/") and kind.endswith("+json")
    )


def _field(fault: Mapping[str, Any]) -> FieldProblem:
    place = [str(part) for part in fault["loc"][1:]]
    if fault["type"] == "json_invalid":
        why = fault["ctx"]["error"]
        return FieldProblem(field="body", problem=f"not JSON at character {place[0]}: {why}")
    problem = fault["msg"].removeprefix("Value error, ").rstrip(".")
    return FieldProblem(field=".".join(place) or fault["loc"][0], problem=problem)


def _detail(fields: Iterable[FieldProblem]) -> str:
    told = "; ".join(f"{json.dumps(each.field)}: {each.problem}" for each in fields)
    return f"The request cannot be used as it is: {told}."
