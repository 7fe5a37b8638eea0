"""What every test may use: the real documents, the real model, and no network."""

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """A test that tries to reach anything beyond this machine fails with its address."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    look_up = socket.getaddrinfo

    def only_here(self, address):
        _stays_here(self.family, address)
        return connect(self, address)

    def only_here_ex(self, address):
        _stays_here(self.family, address)
        return connect_ex(self, address)

    def only_local_names(host, *args, **kwargs):
        _is_local_name(host)
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_here)
        patch.setattr(socket.socket, "connect_ex", only_here_ex)
        patch.setattr(socket, "getaddrinfo", only_local_names)
        yield


def _stays_here(family: int, address) -> None:
    if family in (socket.AF_INET, socket.AF_INET6):
        _is_local_name(address[0])


def _is_local_name(host) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return
    try:
        local = ipaddress.ip_address(name).is_loopback
    except ValueError:
        local = False
    if not local:
        pytest.fail(f"a test tried to reach {name!r}; only this machine is allowed")


@pytest.fixture(scope="session")
def documents() -> Path:
    """The folder of the five real documents as text; skips where it is not there."""
    folder = Path(os.environ.get("PLUMBLINE_DOCUMENTS", ROOT.parent / "shared" / "documents"))
    if not folder.is_dir():
        pytest.skip(f"the authorities' documents are not at {folder}")
    return folder


@pytest.fixture(scope="session")
def corpus_folder() -> Path:
    """The corpus as shipped."""
    return ROOT / "corpus"


@pytest.fixture(scope="session")
def embeddings() -> Embeddings:
    """The pinned embedding model, loaded once for the whole run."""
    from retrieval import load_embeddings  # loads torch: only for the tests that ask

    return load_embeddings()


@pytest.fixture(scope="session")
def judges(embeddings):  # noqa: ARG001 it loads what the judges are made of
    """The judges of answers, loaded once."""
    from retrieval import load_judges  # as above

    return load_judges()


@pytest.fixture(scope="session")
def judge(judges):
    """The judge of statements."""
    return judges.statements
