"""Up, ready, not ready yet, not ready at all, and ready anew."""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import count

import pytest

from api.service import NotReady, Opened, Progress, Service
from domain import DiskFull
from tests.api.serving import TODAY, client_of


def serve_while(opener: Callable[[Progress], Opened]) -> Service:
    """A service that is still opening."""
    service = Service(opener=opener, stamp=lambda: None, today=lambda: TODAY)
    service.start()
    return service


def test_it_is_up_and_ready_with_the_index_and_what_answers(client, fits, opened):
    """Both are told, with the last year of announced bank holidays."""
    health = fits(client.get("/health"), "/health")
    ready = fits(client.get("/ready"), "/ready")

    assert health == {"status": "up"}
    assert ready["index"] == opened.library.index.key
    assert ready["answering"] == {"exampleshire": "digest"}
    assert ready["holidays_announced_until"].endswith("-12-31")


def test_while_the_index_is_built_it_is_up_but_not_ready(fits, opened):
    """The problem tells how far it is; asking is refused the same way."""
    told, go_on = threading.Event(), threading.Event()

    def opener(tell):
        tell(3, 12)
        told.set()
        go_on.wait(10)
        return opened

    service = serve_while(opener)
    client = client_of(service)
    told.wait(10)

    ready = client.get("/ready")
    asked = client.post("/api/v1/ask", json={"question": "ICPC?"})
    go_on.set()
    service.wait()

    assert (ready.status_code, asked.status_code) == (503, 503)
    assert "3 of 12" in fits(ready, "/ready")["detail"]
    assert ready.headers["retry-after"] == "10"
    assert client.get("/health").status_code == 200
    assert client.get("/ready").status_code == 200


@pytest.mark.parametrize("fault", [DiskFull("no room left in 'var'."), OSError("read-only")])
def test_an_index_that_cannot_be_opened_is_told_with_what_to_do(serve, fits, fault):
    """The service stays up and says why, and that it notices when it is put right."""

    def opener(_):
        raise fault

    client = serve(opener)

    problem = fits(client.get("/ready"), "/ready")
    assert str(fault) in problem["detail"]
    assert "plumbline index" in problem["detail"]
    assert client.get("/health").status_code == 200


def test_a_new_stamp_opens_the_index_anew_and_the_old_answers_meanwhile(opened):
    """None is refused, and none waits longer than the service has patience."""
    stamp, go_on, openings = [1], threading.Event(), count()
    others = [opened, object()]

    def opener(_):
        turn = next(openings)
        if turn:
            go_on.wait(10)
        return others[turn]

    service = Service(opener=opener, stamp=lambda: stamp[0], today=lambda: TODAY, patience=0)
    service.start()
    service.wait()
    stamp[0] = 2

    assert service.opened() is opened
    assert service.opened() is opened
    go_on.set()
    service.wait()
    assert service.opened() is others[1]
    assert next(openings) == 2


def test_an_answer_from_the_old_says_that_a_newer_import_is_being_opened(opened, fits):
    """And says so no more once the newer answers."""
    stamp, go_on, openings = [1], threading.Event(), count()

    def opener(_):
        if next(openings):
            go_on.wait(10)
        return replace(opened)

    service = Service(opener=opener, stamp=lambda: stamp[0], today=lambda: TODAY, patience=0)
    service.start()
    service.wait()
    client = client_of(service)

    def kinds() -> set[str]:
        asked = {"question": "when is the ICPC held?", "framework": "exampleshire"}
        body = fits(client.post("/api/v1/ask", json=asked), "/api/v1/ask")
        return {notice["kind"] for notice in body["notices"]}

    before = kinds()
    stamp[0] = 2
    meanwhile = kinds()
    go_on.set()
    service.wait()

    assert meanwhile == before | {"opening_newer"}
    assert "opening_newer" not in before
    assert kinds() == before


def test_a_newer_index_that_opens_quickly_is_waited_for(opened):
    """The next question after an import is answered from it."""
    stamp, others = [1], iter([opened, replace(opened)])
    service = Service(
        opener=lambda _: next(others), stamp=lambda: stamp[0], today=lambda: TODAY, patience=30
    )
    service.start()
    service.wait()
    stamp[0] = 2

    newer = service.opened()

    assert newer is not opened
    assert service.is_newest(newer)
    assert not service.is_newest(opened)


def test_a_failed_reopening_leaves_the_old_open(opened):
    """What worked goes on working."""
    stamp, tries = [1], iter([opened, DiskFull("no room")])

    def opener(_):
        found = next(tries)
        if isinstance(found, Exception):
            raise found
        return found

    service = Service(opener=opener, stamp=lambda: stamp[0], today=lambda: TODAY)
    service.start()
    service.wait()
    stamp[0] = 2
    service.opened()
    service.wait()

    assert service.opened() is opened


def test_a_failed_opening_is_tried_again_when_the_stamp_changes(opened):
    """`plumbline index`, run when the fault is put right, is noticed."""
    stamp, tries = [0], iter([DiskFull("no room"), opened])

    def opener(_):
        found = next(tries)
        if isinstance(found, Exception):
            raise found
        return found

    service = Service(opener=opener, stamp=lambda: stamp[0], today=lambda: TODAY)
    service.start()
    service.wait()
    with pytest.raises(NotReady, match="no room"):
        service.opened()
    stamp[0] = 1
    with suppress(NotReady):  # it may be open already
        service.opened()
    service.wait()

    assert service.opened() is opened
