"""Which of the forms that are offered a client would rather have, by its `Accept` header."""

from collections.abc import Collection

JSON_TYPE = "application/json"


def preferred(accept: str, offered: Collection[str]) -> str:
    """The offered type that a client would rather have; JSON where it names none of them."""
    wanted = []
    for place, each in enumerate(accept.split(",")):
        name, *parameters = (part.strip().lower() for part in each.split(";"))
        wanted.append((-_quality(parameters), place, name))
    for quality, _, name in sorted(wanted):
        if name in offered and quality < 0:
            return name
        if name in ("*/*", "application/*"):
            break
    return JSON_TYPE


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return float(parameter.removeprefix("q="))
            except ValueError:
                return 0.0
    return 1.0
