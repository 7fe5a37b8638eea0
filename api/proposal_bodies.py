"""The JSON of a draft register."""

from api.bodies import Out
from domain import Form


class ProposedRuleOut(Out):
    """One rule of a draft; its event is null where the statement names none."""

    id: str
    form: Form
    figure: str
    event: str | None
    statement_id: str


class ProposedOut(Out):
    """A draft register, and the file that it was written to; null where it is empty."""

    framework: str
    file: str | None
    rules: list[ProposedRuleOut]
