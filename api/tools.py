"""The register and the calculator for other programs: four plain functions, typed and told.

`api.langchain_tools` and `api.mcp_server` hand them out; neither adds anything of its own.
"""

from collections.abc import Callable
from typing import Annotated

from pydantic import Field

from api import doors
from api.bodies import Out
from api.due_bodies import RuleDueOut, RulesOut
from api.framework_bodies import FrameworksOut
from api.framework_shapes import frameworks_out
from api.schedule_bodies import ScheduleOut
from api.schedules import schedule
from assistant import Library

Tool = Callable[..., Out]

FEW, MOST = 10, 40

FrameworkName = Annotated[str, Field(description="Id of a practice framework, such as nct.")]
DateText = Annotated[str, Field(description="YYYY-MM-DD")]

ABOUT = (
    "Timescales of English children's services practice frameworks, and due dates worked out "
    "from them. Give every date with the statement it rests on and every notice beside it; "
    "where two figures or conditions are given, give both and do not choose. Send no names or "
    "case details: none are needed."
)


def tools(library: Callable[[], Library]) -> tuple[Tool, ...]:
    """The tools over a library, which is opened when one of them is first called.

    Each raises PlumblineError, whose message says what to do, for what cannot be answered.
    """

    def list_frameworks() -> FrameworksOut:
        """List the practice frameworks, their versions, and which text of each answers."""
        return frameworks_out(library(), None)

    def find_timescales(
        framework: FrameworkName,
        words: Annotated[str, Field(description="Words that the timescale must hold.")] = "",
        event: Annotated[str, Field(description="Id of the event it counts from.")] = "",
        limit: Annotated[int, Field(ge=1, le=MOST)] = FEW,
    ) -> RulesOut:
        """Find timescales of a framework's register, each with its id, figure and statements."""
        found = doors.rules(library(), framework=framework, words=words, event=event or None)
        return RulesOut(rules=found.rules[:limit])

    def work_out_due_date(
        rule_id: Annotated[str, Field(description="Id of a timescale, such as nct:icpc.")],
        date: Annotated[str, Field(description="Date of the event it counts from, YYYY-MM-DD.")],
        time: Annotated[str, Field(description="Time of the event, HH:MM, for hours.")] = "",
    ) -> RuleDueOut:
        """Work out when a timescale is due, with each day counted or skipped and why."""
        return doors.due(library(), rule_id=rule_id, date=date, time=time or None)

    def lay_out_schedule(
        framework: FrameworkName,
        event: Annotated[str, Field(description="What happened, such as strategy discussion.")],
        date: DateText,
        happened: Annotated[
            dict[str, str] | None,
            Field(description="By event: the date on which it really happened, YYYY-MM-DD."),
        ] = None,
    ) -> ScheduleOut:
        """Lay out every duty that follows an event, in date order, chained through the register."""
        return schedule(
            library(), framework=framework, event=event, date=date, happened=happened or {}
        )

    return (list_frameworks, find_timescales, work_out_due_date, lay_out_schedule)
