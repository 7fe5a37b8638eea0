"""What stands before every request: whom we answer to, how much we read, what we send."""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Problem, http_problem, respond

MOST_BODY = 64 * 1024
"""Bytes of a request body; the longest question takes a tenth of it."""

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""On every response. An answer may hold a family's dates: nothing of it is stored."""


class SafeHeaders:
    """Puts `HEADERS` on every response that does not have its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and mark the response."""

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, marked)


class KnownHosts:
    """Answers only to names of this machine: a web page cannot reach it by a name of its own."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app, self.hosts = app, frozenset(name.lower() for name in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request whose Host is not ours."""
        if scope["type"] == "http" and _host(scope) not in self.hosts:
            problem = http_problem(
                421,
                "This service does not answer to that host name. Use 127.0.0.1 or localhost, "
                "or add the name to PLUMBLINE_ALLOWED_HOSTS.",
            )
            await respond(problem)(scope, receive, send)
            return
        await self.app(scope, receive, send)


class SmallBodies:
    """Refuses a body over the limit: told beforehand where it can be, else while it is read."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse by Content-Length; a body of unknown length is counted as it comes."""
        if scope["type"] == "http" and _length(scope) > self.most:
            await respond(too_large(self.most))(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self.most:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)


def too_large(most: int) -> Problem:
    """Tell how much a request may hold."""
    return http_problem(
        413, f"The request holds more than {most // 1024} KB. Ask one short question."
    )


def _host(scope: Scope) -> str:
    host = Headers(scope=scope).get("host", "").lower()
    if host.startswith("["):
        return host.partition("]")[0].removeprefix("[")
    return host.rpartition(":")[0] if ":" in host else host


def _length(scope: Scope) -> int:
    told = Headers(scope=scope).get("content-length", "")
    # Twenty digits are over any limit, and Python refuses to read thousands.
    return int(told[:20]) if told.isascii() and told.isdecimal() else 0
