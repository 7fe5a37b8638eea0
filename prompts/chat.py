"""The prompt of a chat model, filled in."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from string import Template

from domain import Citation


@cache
def _chat() -> dict[str, str]:
    words: dict[str, str] = tomllib.loads((files("prompts") / "chat.toml").read_text("utf-8"))
    return words


def chat_version() -> int:
    """The version of the prompt, to be told beside what was measured with it."""
    return int(_chat()["version"])


def chat_messages(question: str, citations: Iterable[Citation]) -> list[tuple[str, str]]:
    """The system's and the user's message about a question and the statements that answer it."""
    one = Template(_chat()["statement"])
    statements = "\n".join(
        one.substitute(
            number=citation.number,
            strength=citation.statement.strength,
            quotation=citation.statement.quotation,
        )
        for citation in citations
    )
    user = Template(_chat()["user"]).substitute(question=question, statements=statements)
    return [("system", _chat()["system"].strip()), ("user", user.strip())]
