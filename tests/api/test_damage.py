"""An index that is damaged under a running service: told, built anew, answering again."""

import threading

import pytest

from tests.api.serving import client_of

ASKED = {"question": "when is the ICPC held?", "framework": "exampleshire"}


def garbage(home):
    """Overwrite the vector store's database."""
    (home / "chroma" / "chroma.sqlite3").write_bytes(b"not a database" * 10_000)


def cut(home):
    """Cut the vector store's database short."""
    file = home / "chroma" / "chroma.sqlite3"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])


def emptied(home):
    """Empty the vector store's database."""
    (home / "chroma" / "chroma.sqlite3").write_bytes(b"")


class Serving:
    """A service on an index of its own, whose next opening waits to be let on."""

    def __init__(self, wiring):
        self._wiring = wiring
        self.go_on = threading.Event()
        self.go_on.set()
        self.service = wiring.service(self._opener)
        self.service.start()
        self.service.wait()
        self.client = client_of(self.service)
        self.home = next((wiring.settings.data / "index").glob("*/manifest.json")).parent

    def _opener(self, tell):
        assert self.go_on.wait(30)
        return self._wiring.open(tell)


@pytest.fixture
def serving(wire, tmp_path):
    """A service that is ready."""
    return Serving(wire(tmp_path / "data"))


@pytest.mark.parametrize("damage", [garbage, cut, emptied])
@pytest.mark.parametrize("address", ["ask", "search"])
def test_damage_to_the_files_does_not_stop_a_running_service(serving, damage, address):
    """What was verified when it opened goes on answering."""

    def asked():
        if address == "ask":
            return serving.client.post("/api/v1/ask", json=ASKED)
        return serving.client.get("/api/v1/search", params={"q": ASKED["question"]})

    assert asked().status_code == 200
    damage(serving.home)

    assert (asked().status_code, serving.client.get("/ready").status_code) == (200, 200)


def test_only_the_first_to_meet_the_damage_has_the_index_built(wire, tmp_path):
    """One who asked before, and fails after, does not close what is open again."""
    service = wire(tmp_path / "data").service()
    service.start()
    service.wait()
    old = service.opened()
    service.damaged(old)
    service.wait()
    new = service.opened()

    told = service.damaged(old)

    assert "Ask again" in str(told)
    assert service.opened() is new
    assert new.library.index.search("ICPC", framework="exampleshire")
