"""Supervision prompts and reflective questions over HTTP: JSON, or a sheet by `Accept`."""

from typing import Annotated, Any

from fastapi import APIRouter, Header
from fastapi.responses import Response

from api.accepting import JSON_TYPE, preferred
from api.material_bodies import ReflectionIn, ReflectionOut, SupervisionIn, SupervisionOut
from api.materials import reflective_questions, supervision_prompts
from api.routes import Now, Running, problems
from api.sheet_files import FORMATS
from api.sheets import sheet_of

router = APIRouter(prefix="/api/v1", responses=problems(422, 500, 503))

_SHEETS: dict[int | str, dict[str, Any]] = {
    200: {"content": {media: {"schema": {"type": "string"}} for media in FORMATS}},
    **problems(404, 413, 415),
}
Accept = Annotated[str, Header(max_length=1000)]


@router.post(
    "/supervision-prompts",
    tags=["materials"],
    response_model=SupervisionOut,
    responses=_SHEETS,
)
def supervision(
    body: SupervisionIn, service: Running, opened: Now, accept: Accept = JSON_TYPE
) -> Any:
    """Make an agenda for supervision; `Accept` chooses JSON, Markdown, Word or HTML."""
    made = supervision_prompts(opened.library, body, today=service.today())
    return _given(made, accept)


@router.post(
    "/reflective-questions",
    tags=["materials"],
    response_model=ReflectionOut,
    responses=_SHEETS,
)
def reflection(
    body: ReflectionIn, service: Running, opened: Now, accept: Accept = JSON_TYPE
) -> Any:
    """Make reflective questions, with a session plan if wanted; `Accept` chooses the form."""
    made = reflective_questions(opened.library, body, today=service.today())
    return _given(made, accept)


def _given(made: SupervisionOut | ReflectionOut, accept: str) -> Any:
    chosen = preferred(accept, (JSON_TYPE, *FORMATS))
    if chosen == JSON_TYPE:
        return made
    return Response(FORMATS[chosen].render(sheet_of(made)), media_type=chosen)
