"""A client of a service, on a fixed day."""

import datetime as dt

from starlette.testclient import TestClient

from api.app import build_app
from api.service import Service

TODAY = dt.date(2026, 1, 5)


def client_of(service: Service) -> TestClient:
    """A client that sees what a user would: a response, never an exception."""
    return TestClient(
        build_app(service), base_url="http://localhost", raise_server_exceptions=False
    )
