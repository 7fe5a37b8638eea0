"""The register and the calculator as a server of the Model Context Protocol."""

from collections.abc import Callable
from functools import wraps
from importlib.metadata import version
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from api.bodies import Out
from api.tools import ABOUT, Tool, tools
from assistant import Library
from domain import PlumblineError

NAME, PACKAGE = "plumbline", "plumbline-practice"


def build_server(library: Callable[[], Library]) -> MCPServer[Any]:
    """A server with one tool for each of `api.tools.tools`; none of them changes anything."""
    server = MCPServer(
        name=NAME,
        title="Plumbline",
        instructions=ABOUT,
        version=version(PACKAGE),
        log_level="ERROR",
    )
    for tool in tools(library):
        server.add_tool(
            _with_told_errors(tool),
            annotations=ToolAnnotations(
                read_only_hint=True, idempotent_hint=True, open_world_hint=False
            ),
        )
    return server


def _with_told_errors(tool: Tool) -> Tool:
    @wraps(tool)
    def called(*given: Any, **named: Any) -> Out:
        try:
            return tool(*given, **named)
        except PlumblineError as error:
            raise ToolError(str(error)) from error

    return called
