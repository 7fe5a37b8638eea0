"""The service over a small made-up corpus: real model, real index, real application."""

import gc
import os
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no types
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from api.service import Service
from api.settings import PREFIX, Settings
from api.wiring import Wiring
from tests.api.serving import TODAY, client_of

CORPUS = Path(__file__).parent / "corpus"


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch, tmp_path):
    """A test sees no PLUMBLINE_ variable and no settings file but its own."""
    for name in os.environ:
        if name.startswith(PREFIX) and name != "PLUMBLINE_DOCUMENTS":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def nothing_is_kept_for_good():
    """The command line keeps all it made from the garbage collector; here it would add up."""
    yield
    gc.unfreeze()


@pytest.fixture(scope="session")
def wire(embeddings, judges):
    """Wire a data folder to a corpus, with the model that is loaded already."""

    def _wire(data, corpus=CORPUS, **given):
        settings = Settings(data=data, corpus=corpus, **given)
        return Wiring(settings=settings, loaded=embeddings, judging=judges)

    return _wire


@pytest.fixture(scope="session")
def opened(wire, tmp_path_factory):
    """The made-up corpus, open."""
    return wire(tmp_path_factory.mktemp("data")).open()


@pytest.fixture(scope="session")
def serve():
    """A client of the application over whatever an opener opens."""

    def _serve(opener, framework=None, stamp=lambda: None):
        service = Service(opener=opener, stamp=stamp, today=lambda: TODAY, framework=framework)
        service.start()
        service.wait()
        return client_of(service)

    return _serve


@pytest.fixture(scope="session")
def client(serve, opened):
    """A client of the made-up corpus, ready."""
    return serve(lambda _: opened)


@pytest.fixture(scope="session")
def fits(client):
    """Check a response against the OpenAPI document: its status, media type and shape."""
    document = client.get("/openapi.json").json()
    resource = DRAFT202012.create_resource(document)
    registry = Registry().with_resource("urn:openapi", resource)

    def _fits(response, path):
        method = response.request.method.lower()
        described = document["paths"][path][method]["responses"][str(response.status_code)]
        media = response.headers["content-type"].partition(";")[0]
        schema = described["content"][media]["schema"]
        pointer = {"$ref": f"urn:openapi{schema['$ref']}"}
        Draft202012Validator(pointer, registry=registry).validate(response.json())
        return response.json()

    return _fits


@pytest.fixture
def writable_corpus(tmp_path):
    """A copy of the made-up corpus that a test may change."""
    return Path(shutil.copytree(CORPUS, tmp_path / "corpus"))
