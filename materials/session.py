"""A training session round a set of reflective questions."""

from collections.abc import Sequence

from materials.items import Item, QuizQuestion, Session, SessionPart
from prompts import Model, reply

_PARTS = (
    ("session.welcome", "session.welcome_how", 0.08),
    ("session.questions", "session.questions_how", 0.32),
    ("session.vignette", "session.vignette_how", 0.3),
    ("session.quiz", "session.quiz_how", 0.18),
    ("session.close", "session.close_how", 0.12),
)
"""What a session is made of, how each part is done, and its share of the time."""


def session(
    items: Sequence[Item],
    quiz: Sequence[QuizQuestion],
    *,
    minutes: int,
    matter: str,
    vignette: str,
    model: Model,
) -> Session:
    """Lay a session out: aims, parts with their minutes, a vignette of nothing real, a quiz.

    The minutes of all parts are those of the session; without a quiz, the others have its time.
    """
    parts = [each for each in _PARTS if quiz or each[0] != "session.quiz"]
    whole = sum(share for _, _, share in parts)
    given = [round(minutes * share / whole) for _, _, share in parts]
    given[-1] += minutes - sum(given)
    half = (len(items) + 1) // 2
    tasks = {"session.questions": tuple(items[:half]), "session.vignette": tuple(items[half:])}
    return Session(
        aims=(
            reply("session.aim_say", matter=matter),
            reply("session.aim_reflect", model=model.name),
            reply("session.aim_act"),
        ),
        parts=tuple(
            SessionPart(
                name=reply(name), minutes=length, what=reply(how), items=tasks.get(name, ())
            )
            for (name, how, _), length in zip(parts, given, strict=True)
        ),
        vignette=vignette,
        quiz=tuple(quiz),
    )
