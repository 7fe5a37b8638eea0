"""What every compared system looks like from outside."""

from typing import Protocol


class Find(Protocol):
    """A system, asked for passages."""

    def __call__(self, question: str, framework: str, limit: int) -> tuple[str, ...]:
        """Give the texts of the best passages of one framework, best first."""
        ...  # a protocol has no body
