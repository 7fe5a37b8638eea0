"""What follows an event over HTTP: as JSON, a table, a calendar or a drawing."""

from typing import Annotated

from fastapi import APIRouter, Header
from fastapi.responses import Response

from api.accepting import JSON_TYPE, preferred
from api.routes import Now, Running, problems
from api.schedule_bodies import ScheduleIn, ScheduleOut
from api.schedule_drawing import SVG_TYPE, as_svg
from api.schedule_files import CALENDAR_TYPE, CSV_TYPE, as_calendar, as_csv
from api.schedules import schedule

OFFERED = (JSON_TYPE, CSV_TYPE, CALENDAR_TYPE, SVG_TYPE)

router = APIRouter(prefix="/api/v1", responses=problems(422, 500, 503))


@router.post(
    "/schedule",
    tags=["timescales"],
    response_model=ScheduleOut,
    responses={
        200: {"content": {name: {"schema": {"type": "string"}} for name in OFFERED[1:]}},
        **problems(404, 413, 415),
    },
)
def schedule_of(
    body: ScheduleIn,
    service: Running,
    opened: Now,
    accept: Annotated[str, Header(max_length=1000)] = JSON_TYPE,
) -> Response | ScheduleOut:
    """Lay out every duty that follows an event; `Accept` chooses JSON, CSV, iCalendar or SVG."""
    laid = schedule(
        opened.library,
        framework=body.framework,
        event=body.event,
        date=body.date,
        happened=body.happened,
    )
    chosen = preferred(accept, OFFERED)
    if chosen == CSV_TYPE:
        return Response(as_csv(laid), media_type=CSV_TYPE)
    if chosen == CALENDAR_TYPE:
        return Response(as_calendar(laid, service.today()), media_type=CALENDAR_TYPE)
    if chosen == SVG_TYPE:
        return Response(as_svg(laid), media_type=SVG_TYPE)
    return laid
