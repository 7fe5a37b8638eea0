"""One `[[rule]]` table of a register or of the statutory floor, checked field by field."""

import re
from typing import Annotated, Final, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, field_validator, model_validator

from domain import Bound, Form, Unit
from timescales.periods import parse_count, parse_gestation, parse_period


def _name(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError(f"{text!r} is not a name: lower-case letters, digits and hyphens only")
    return text


def _statement_name(text: str) -> str:
    if not re.fullmatch(r"(?:source:)?[^\s:]+", text):
        raise ValueError(f'{text!r} is not a statement\'s name in the digest, such as "8.b1"')
    return text


def _floor_name(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]+:[a-z0-9-]+", text):
        raise ValueError(
            f"{text!r} is not a rule of the statutory floor, such as "
            '"care-planning-2010:first-review"'
        )
    return text


def _by_name(text: str) -> str:
    return _floor_name(text) if ":" in text else _name(text)


def _words(text: str) -> str:
    if not text or text != " ".join(text.split()):
        raise ValueError(f"{text!r} is empty, or has stray spaces or line breaks")
    return text


Name = Annotated[str, AfterValidator(_name)]
StatementName = Annotated[str, AfterValidator(_statement_name)]
ByName = Annotated[str, AfterValidator(_by_name)]
FloorName = Annotated[str, AfterValidator(_floor_name)]
Words = Annotated[str, AfterValidator(_words)]

_AGE_UNITS: Final = (Unit.WEEK, Unit.MONTH, Unit.YEAR)
_FORM_NAMES: Final = ", ".join(form.value for form in Form)


class TimescaleEntry(BaseModel):
    """What a rule of a framework and one of the law share; one of the forms carries its figure."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Name
    subject: Words
    event: Name
    within: Words | None = None
    before: Words | None = None
    every: Words | None = None
    at_age: Words | None = None
    at_gestation: Words | None = None
    count: Words | None = None
    lasts: Words | None = None
    ages: Words | None = None
    without_figure: Words | None = None
    starts: Name | None = None
    bound: Bound | None = None
    conditions: tuple[Words, ...] = ()
    who: Words | None = None
    note: str = ""

    @field_validator("within", "before", "every")
    @classmethod
    def _is_a_period(cls, figure: str) -> str:
        if parse_period(figure).unit is Unit.MINUTE:
            raise ValueError(f"{figure!r} gives no date: only what lasts is in minutes")
        return figure

    @field_validator("lasts")
    @classmethod
    def _is_a_duration(cls, figure: str) -> str:
        parse_period(figure)
        return figure

    @field_validator("at_age", "ages")
    @classmethod
    def _is_an_age(cls, figure: str) -> str:
        if parse_period(figure).unit not in _AGE_UNITS:
            raise ValueError(f"{figure!r} is not an age: write it in weeks, months or years")
        return figure

    @field_validator("at_gestation")
    @classmethod
    def _is_a_stage_of_pregnancy(cls, figure: str) -> str:
        parse_gestation(figure)
        return figure

    @field_validator("count")
    @classmethod
    def _is_a_count(cls, figure: str) -> str:
        parse_count(figure)
        return figure

    @field_validator("without_figure")
    @classmethod
    def _has_no_figure(cls, figure: str) -> str:
        if _is_period(figure):
            raise ValueError(f"{figure!r} is a figure: give it as within, before or every")
        return figure

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        given = [form.value for form in Form if getattr(self, form.value) is not None]
        if len(given) != 1:
            raise ValueError(
                f"exactly one of {_FORM_NAMES} is needed, not {' and '.join(given) or 'none'}"
            )
        return self

    @property
    def form(self) -> Form:
        """The one form that is given."""
        return next(form for form in Form if getattr(self, form.value) is not None)

    @property
    def figure(self) -> str:
        """Its figure, as the document has it."""
        figure: str = getattr(self, self.form.value)
        return figure


class RuleEntry(TimescaleEntry):
    """One rule of a framework's register."""

    rests_on: tuple[StatementName, ...]
    about: tuple[Words, ...] = ()
    by: ByName | None = None
    if_missed: tuple[StatementName, ...] = ()
    conflicts_with: tuple[Name, ...] = ()
    sooner_than: Name | None = None
    stated_as: Words | None = None
    floor: FloorName | None = None
    reviewed: bool = True

    @field_validator("rests_on")
    @classmethod
    def _is_founded(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        if not names:
            raise ValueError("a rule rests on at least one statement")
        return names

    @model_validator(mode="after")
    def _has_no_date_of_its_own(self) -> Self:
        if self.by and self.without_figure is None:
            raise ValueError("by: only a rule without a figure is due by another")
        return self


class FloorEntry(TimescaleEntry):
    """One rule of the law's minimum."""

    regulation: Words


def _is_period(figure: str) -> bool:
    try:
        parse_period(figure)
    except ValueError:
        return False
    return True
