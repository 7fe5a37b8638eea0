"""The HTTP application: routes, page, guards and the OpenAPI document."""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from api.guards import MOST_BODY, KnownHosts, SafeHeaders, SmallBodies
from api.handlers import add_handlers
from api.material_routes import router as materials
from api.problems import MEDIA_TYPE
from api.routes import router
from api.schedule_routes import router as schedules
from api.service import Service
from api.state_routes import router as state

TITLE = "Plumbline"
CONTRACT = "1.0"
"""Version of the HTTP contract, not of the software."""

DESCRIPTION = (
    "Answers children's social workers in England from their authority's practice "
    "framework, with citations and worked due dates. Errors are problem details (RFC 9457)."
)
PAGES = {"/": "index.html", "/schedule": "schedule.html", "/materials": "materials.html"}
LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")


class PlumblineApp(FastAPI):
    """The application; its OpenAPI document gives problems their own media type."""

    def openapi(self) -> dict[str, Any]:
        """Describe the application, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = _with_problem_type(
                get_openapi(
                    title=self.title,
                    version=self.version,
                    description=self.description,
                    routes=self.routes,
                )
            )
        return self.openapi_schema


def build_app(service: Service, hosts: Collection[str] = ()) -> FastAPI:
    """Build the application over a service; `hosts` are answered to beside this machine's own."""
    app = PlumblineApp(
        title=TITLE,
        description=DESCRIPTION,
        version=CONTRACT,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        # Questions may hold a family's particulars: nothing of a request leaves this process.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.service = service
    app.include_router(router)
    app.include_router(schedules)
    app.include_router(materials)
    app.include_router(state)
    app.mount("/page", StaticFiles(packages=[("api", "page")]), name="page")
    for address, name in PAGES.items():
        app.add_api_route(
            address, _page(name), response_class=HTMLResponse, include_in_schema=False
        )
    add_handlers(app)
    app.add_middleware(SmallBodies, most=MOST_BODY)
    app.add_middleware(KnownHosts, hosts=(*LOCAL_HOSTS, *hosts))
    app.add_middleware(SafeHeaders)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.service.start()
    yield


def _page(name: str) -> Callable[[], Awaitable[HTMLResponse]]:
    async def page() -> HTMLResponse:
        return HTMLResponse((files("api") / "page" / name).read_text("utf-8"))

    return page


def _with_problem_type(document: dict[str, Any]) -> dict[str, Any]:
    """Say that every error is sent as a problem document, not as plain JSON."""
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                content = response.get("content", {})
                if status >= "400" and "application/json" in content:
                    content[MEDIA_TYPE] = content.pop("application/json")
    return document
