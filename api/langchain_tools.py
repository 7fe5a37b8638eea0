"""The register and the calculator as LangChain tools, for an assistant of your own."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from langchain_core.tools import BaseTool, StructuredTool, ToolException

from api.tools import Tool, tools
from assistant import Library
from domain import PlumblineError


def langchain_tools(library: Callable[[], Library]) -> list[BaseTool]:
    """One LangChain tool for each of `api.tools.tools`; results are JSON, errors are told."""
    return [
        StructuredTool.from_function(_as_json(tool), handle_tool_error=True)
        for tool in tools(library)
    ]


def _as_json(tool: Tool) -> Callable[..., dict[str, Any]]:
    @wraps(tool)
    def called(*given: Any, **named: Any) -> dict[str, Any]:
        try:
            return tool(*given, **named).model_dump(mode="json")
        except PlumblineError as error:
            raise ToolException(str(error)) from error

    return called
