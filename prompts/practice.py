"""Families of questions, models of supervision and reflection, kinds of work: read and checked.

The texts are data (practice/*.toml). What they may hold is checked once, when they are read, so
that a slip of the pen is told with its place and never reaches a manager's desk.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from string import Template
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

Id = Annotated[str, Field(pattern=r"^[a-z0-9_]+(-[a-z0-9_]+)*$")]
Text = Annotated[str, Field(min_length=1)]
Form = Literal["do", "fact", "quote", "list"]
Use = Literal["supervision", "reflection"]

FORMS: tuple[Form, ...] = ("do", "fact", "quote", "list")
_SLOTS: Mapping[str, frozenset[str]] = {
    "do": frozenset({"do", "act"}),
    "fact": frozenset({"fact"}),
    "quote": frozenset({"quote"}),
    "list": frozenset({"quote"}),
}
_PEOPLE = frozenset({"you", "they", "whom", "them", "whose", "your", "yourself", "child"})


class BadPractice(ValueError):
    """A file of prompts/practice that breaks its rules; says which and where."""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stem(_Row):
    """One question with slots."""

    move: Id
    form: Form
    text: Text
    purposes: tuple[Id, ...] = ()
    once: bool = False
    mine: bool = False
    bare: bool = False
    untimed: bool = False

    @property
    def for_any(self) -> bool:
        """Whether it can be put about any duty of its form."""
        return not (self.purposes or self.once or self.untimed or self.bare)

    @model_validator(mode="after")
    def _asks(self) -> Self:
        slots = set(Template(self.text).get_identifiers())
        own = _SLOTS[self.form]
        if not slots & own or slots - own - _PEOPLE:
            raise ValueError(
                f"a {self.form} stem has {sorted(own)} and people, not {sorted(slots)}"
            )
        if not self.text.endswith("?"):
            raise ValueError("a stem is a question")
        return self


class Stage(_Row):
    """One stage of a model."""

    id: Id
    name: Text
    moves: tuple[Id, ...] = Field(min_length=1)
    minutes: int | None = None
    timed_by: tuple[Text, ...] = ()


class Model(_Row):
    """A model of supervision or reflection."""

    id: Id
    name: Text
    use: tuple[Use, ...] = Field(min_length=1)
    led_by: Literal["stage", "purpose"] = "purpose"
    about: Text
    stages: tuple[Stage, ...] = Field(min_length=1)


class Purpose(_Row):
    """What a prompt is for."""

    id: Id
    name: Text
    words: tuple[Text, ...] = Field(min_length=1)
    sections: tuple[Text, ...] = ()
    listen: Text
    default: bool = False


class Past(_Row):
    """What no longer has to be done once something else has been."""

    told_by: tuple[Id, ...] = Field(min_length=1)
    """Facts: one that is given tells of it."""

    words: tuple[Text, ...] = Field(min_length=1)
    """Statements with one of these are past, in lower case."""

    unless: tuple[Text, ...] = ()
    """Those that have one of these besides are not."""


class Work(_Row):
    """A kind of work."""

    id: Id
    name: Text
    names: tuple[Text, ...] = ()
    sections: tuple[Text, ...] = Field(min_length=1)
    not_sections: tuple[Text, ...] = ()
    child: Text
    plans: tuple[Text, ...] = ()
    events: Mapping[str, tuple[Id, ...]] = Field(default_factory=dict)
    past: Past | None = None
    vignette: Text


class FactKind(_Row):
    """A date that may be given."""

    id: Id
    label: Text
    events: tuple[Id, ...] = Field(min_length=1)
    ahead: bool = False


class Address(_Row):
    """The words that address somebody, each where it stands first and where it stands again."""

    you: Text
    they: Text
    whom: Text
    them: Text
    whose: Text
    your: Text
    yourself: Text


class Audience(Address):
    """Who is asked."""

    id: Id
    name: Text
    child: Text
    manages: bool = False
    """Managers: the duties of practitioners are their team's, those of managers their own."""


class Managers(_Row):
    """How duties that are a manager's are spoken of."""

    words: tuple[Text, ...] = Field(min_length=1)
    told: Address
    """To everyone else."""

    own: Address
    """To managers."""


class Level(_Row):
    """How deep a question goes: the moves that are of this depth, the fittest first."""

    id: Id
    name: Text
    moves: tuple[Id, ...] = Field(min_length=1)


class Practice(_Row):
    """Everything in prompts/practice."""

    stems: tuple[Stem, ...]
    models: tuple[Model, ...]
    purposes: tuple[Purpose, ...]
    works: tuple[Work, ...]
    facts: tuple[FactKind, ...]
    audiences: tuple[Audience, ...]
    managers: Managers
    levels: tuple[Level, ...]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        for name in ("models", "purposes", "works", "facts", "audiences", "levels"):
            ids = [each.id for each in getattr(self, name)]
            if len(set(ids)) != len(ids):
                raise ValueError(f"{name}: an id stands twice")
        moves = {stem.move for stem in self.stems}
        asked = {move for model in self.models for stage in model.stages for move in stage.moves}
        asked |= {move for level in self.levels for move in level.moves}
        if missing := asked - moves:
            raise ValueError(f"no stem has the moves {sorted(missing)}")
        for move in sorted(moves):
            have = {s.form for s in self.stems if s.move == move and s.for_any}
            if have != set(FORMS):
                raise ValueError(
                    f"{move}: each form needs a stem for any purpose; has {sorted(have)}"
                )
        purposes = {purpose.id for purpose in self.purposes}
        if unknown := {p for stem in self.stems for p in stem.purposes} - purposes:
            raise ValueError(f"stems name the purposes {sorted(unknown)}, which are not there")
        facts = {fact.id for fact in self.facts}
        named = {name for work in self.works for name in work.events}
        named |= {name for work in self.works if work.past for name in work.past.told_by}
        if unknown := named - facts:
            raise ValueError(f"kinds of work name the facts {sorted(unknown)}, which are not there")
        if sum(purpose.default for purpose in self.purposes) != 1:
            raise ValueError("one purpose is the default")
        return self

    def model(self, name: str, use: Use) -> Model:
        """A model of this use by its id; raises KeyError."""
        return _named(name, (each for each in self.models if use in each.use))

    def models_of(self, use: Use) -> tuple[Model, ...]:
        """The models of this use, the first being the one that is taken where none is named."""
        return tuple(each for each in self.models if use in each.use)

    def audience(self, name: str) -> Audience:
        """An audience by its id; raises KeyError."""
        return _named(name, self.audiences)

    def level(self, name: str) -> Level:
        """A level by its id; raises KeyError."""
        return _named(name, self.levels)

    def work(self, name: str) -> Work | None:
        """A kind of work by its id, its name or what people call it."""
        folded = " ".join(name.casefold().replace("-", " ").split())
        for each in self.works:
            said = (each.id.replace("-", " "), each.name.casefold(), *each.names)
            if folded in {" ".join(words.replace("-", " ").split()) for words in said}:
                return each
        return None


NamedT = TypeVar("NamedT", Model, Audience, Level)


def _named(name: str, among: Iterable[NamedT]) -> NamedT:
    return {each.id: each for each in among}[name]


@cache
def practice() -> Practice:
    """The shipped families; raises BadPractice."""
    folder = files("prompts") / "practice"
    return read_practice(
        {name: (folder / f"{name}.toml").read_text("utf-8") for name in PRACTICE_FILES}
    )


PRACTICE_FILES: Sequence[str] = (
    "stems",
    "models",
    "purposes",
    "work",
    "facts",
    "audiences",
)
"""The names of the files, without their ending."""


def read_practice(texts: Mapping[str, str]) -> Practice:
    """Read the files' texts, by name; raises BadPractice."""
    tables: dict[str, object] = {}
    try:
        for name in PRACTICE_FILES:
            tables |= tomllib.loads(texts[name])
    except tomllib.TOMLDecodeError as error:
        raise BadPractice(f"practice/{name}.toml is not TOML: {error}") from error
    rows = {name if name == "managers" else f"{name}s": each for name, each in tables.items()}
    try:
        return Practice.model_validate(rows)
    except ValidationError as error:
        told = "; ".join(
            f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()
        )
        raise BadPractice(f"prompts/practice: {told}") from error
