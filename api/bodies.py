"""What every JSON body has in common: version 1 of the contract refuses what it does not know."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(max_length=200)]


class In(BaseModel):
    """A request: nothing unknown, and nothing converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Out(BaseModel):
    """A response."""

    model_config = ConfigDict(frozen=True, extra="forbid")
