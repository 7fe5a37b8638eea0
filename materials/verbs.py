"""The few forms of English verbs that a question needs."""

_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_SIBILANT = ("s", "x", "z", "ch", "sh")


def third_person(verb: str) -> str:
    """ "see" as it stands after "she": "sees"."""
    low = verb.lower()
    if low in _THIRD:
        return _THIRD[low]
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if low.endswith(_SIBILANT) else f"{verb}s"


def after(verb: str, *, plural: bool) -> str:
    """A verb's present form after a subject in the third person."""
    if plural:
        return "are" if verb.lower() == "be" else verb
    return third_person(verb)
