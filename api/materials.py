"""Supervision prompts and reflective questions, as every way in gives them."""

import datetime as dt

from api.dates import read_date
from api.material_bodies import (
    FactsIn,
    ReflectionIn,
    ReflectionOut,
    SupervisionIn,
    SupervisionOut,
)
from api.material_shapes import reflection_out, supervision_out
from assistant import (
    Facts,
    Library,
    ReflectionAsked,
    SupervisionAsked,
    reflection,
    refuse_names,
    supervision,
)


def supervision_prompts(
    library: Library, asked: SupervisionIn, *, today: dt.date
) -> SupervisionOut:
    """An agenda for supervision. Raises UnknownFramework, BadInput and BadDate."""
    made = supervision(
        library,
        SupervisionAsked(
            framework=asked.framework,
            work=asked.topic,
            model=asked.model,
            minutes=asked.minutes,
            count=asked.count,
            facts=_facts(library, asked.facts),
        ),
        today=today,
    )
    return supervision_out(library, made)


def reflective_questions(library: Library, asked: ReflectionIn, *, today: dt.date) -> ReflectionOut:
    """Reflective questions, with a session if wanted.

    Raises UnknownFramework, BadInput and BadDate.
    """
    made = reflection(
        library,
        ReflectionAsked(
            framework=asked.framework,
            topic=asked.topic,
            audience=asked.audience,
            level=asked.level,
            count=asked.count,
            model=asked.model,
            facts=_facts(library, asked.facts),
            session_minutes=asked.session_minutes,
        ),
        today=today,
    )
    return reflection_out(library, made)


def _facts(library: Library, given: FactsIn) -> Facts:
    """The facts with their dates read; a name in place of one is refused, and not repeated."""
    texts = given.model_dump(exclude={"age", "plan"}, exclude_none=True)
    for name, text in texts.items():
        refuse_names(library, name, text)
    dates = {name: read_date(name, text) for name, text in texts.items()}
    return Facts(dates=dates, age=given.age, plan=given.plan)
