"""The tools for other programs, called as those programs call them."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from langchain_core.messages import ToolCall
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from api.langchain_tools import langchain_tools
from api.mcp_server import build_server
from tests.api.conftest import CORPUS

NAMES = ["list_frameworks", "find_timescales", "work_out_due_date", "lay_out_schedule"]
DUE = {"rule_id": "exampleshire:icpc", "date": "2025-12-18"}
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lang(opened):
    """The LangChain tools by name."""
    return {tool.name: tool for tool in langchain_tools(lambda: opened.library)}


def test_each_tool_says_what_it_does_and_what_it_takes(lang):
    """A model reads nothing else."""
    assert list(lang) == NAMES
    assert all(tool.description for tool in lang.values())
    fields = lang["work_out_due_date"].args
    assert set(fields) == {"rule_id", "date", "time"}
    assert "YYYY-MM-DD" in fields["date"]["description"]


def test_a_date_is_worked_out_with_its_clause(lang):
    """The same body as over HTTP."""
    body = lang["work_out_due_date"].invoke(DUE)

    assert body["date"] == "2026-01-13"
    assert body["rule"]["citations"][0]["statement_id"] == "exampleshire:digest:8.b1"


def test_timescales_are_found_by_their_words_and_not_too_many(lang):
    """With the ids that the other tools take."""
    found = lang["find_timescales"].invoke({"framework": "exampleshire", "words": "core group"})
    few = lang["find_timescales"].invoke({"framework": "exampleshire", "limit": 1})

    assert [r["id"].partition(":")[2] for r in found["rules"]] == [
        "core-group-days",
        "core-group-working-days",
    ]
    assert len(few["rules"]) == 1


def test_a_schedule_is_laid_out_from_what_really_happened(lang):
    """Events as people name them."""
    body = lang["lay_out_schedule"].invoke(
        {
            "framework": "exampleshire",
            "event": "strat",
            "date": "2025-12-18",
            "happened": {"ICPC": "2026-01-08"},
        }
    )

    assert [duty["date"] for duty in body["duties"]][1] == "2026-01-18"


@pytest.mark.parametrize(
    ("tool", "given", "told"),
    [
        ("work_out_due_date", {"rule_id": "exampleshire:no", "date": "2026-03-03"}, "no rule"),
        ("work_out_due_date", DUE | {"date": "31/02/2026"}, "2026-03-03"),
        ("find_timescales", {"framework": "nowhere"}, "no framework"),
        (
            "lay_out_schedule",
            {"framework": "exampleshire", "event": "party", "date": "2026-03-03"},
            "Something follows from",
        ),
    ],
)
def test_what_cannot_be_answered_is_told_to_the_model(lang, opened, tool, given, told):
    """In words that say what to do next, by either way in."""
    call = ToolCall(name=tool, args=given, id="1", type="tool_call")
    message = lang[tool].invoke(call)

    async def over_mcp():
        async with Client(build_server(lambda: opened.library)) as client:
            return await client.call_tool(tool, given)

    result = asyncio.run(over_mcp())

    assert (message.status, told in message.content) == ("error", True)
    assert result.is_error
    assert told in str(result.content[0])


def _environment(data: Path) -> dict[str, str]:
    return {**os.environ, "PLUMBLINE_DATA": str(data), "PLUMBLINE_CORPUS": str(CORPUS)}


async def _asked(client: Client) -> tuple[list[str], dict[str, object]]:
    listed = await client.list_tools()
    result = await client.call_tool("work_out_due_date", DUE)
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in listed.tools)
    assert result.structured_content
    return [tool.name for tool in listed.tools], result.structured_content


def test_the_server_answers_over_standard_input_and_output(tmp_path):
    """A real process, asked by a real client."""
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "api.cli", "mcp"],
        env=_environment(tmp_path),
        cwd=ROOT,
    )

    async def ask():
        async with Client(stdio_client(server)) as client:
            return await _asked(client)

    names, body = asyncio.run(ask())

    assert names == NAMES
    assert body["date"] == "2026-01-13"


def test_the_server_answers_over_http(tmp_path):
    """On an address of this machine, where it listens before it tells the address."""
    command = [sys.executable, "-m", "api.cli", "mcp", "--http", "--port", "0"]
    with subprocess.Popen(  # noqa: S603 our own program
        command, env=_environment(tmp_path), cwd=ROOT, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stderr is not None
            address = re.search(r"http://127\.0\.0\.1:\d+/mcp", server.stderr.readline())
            assert address

            async def ask():
                async with Client(address[0]) as client:
                    return await _asked(client)

            names, body = asyncio.run(ask())
        finally:
            server.terminate()

    assert names == NAMES
    assert body["date"] == "2026-01-13"
