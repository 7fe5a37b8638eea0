"""Conversations in a database: SQLite in the data folder, or PostgreSQL by URL.

What is kept of a conversation is its state (the framework, what was last asked, what was said of
plans and dates), for so many hours after its last turn, and no answer. It can be deleted before.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from pydantic import TypeAdapter, ValidationError

from assistant import Conversation
from domain import ConversationsFault, UnknownConversation

PATIENCE = 5000
"""Milliseconds that SQLite waits for another writer."""

_STATE = TypeAdapter(Conversation)
_TABLES = sa.MetaData()
_CONVERSATION = sa.Table(
    "plumbline_conversation",
    _TABLES,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("used_at", sa.DateTime, nullable=False, index=True),
)


class SqlConversations:
    """Conversations that outlive the service, shared by every process with the same database.

    `now` is the clock, in UTC. A conversation not used for `hours` is gone.
    """

    def __init__(self, engine: sa.Engine, *, hours: int, now: Callable[[], dt.datetime]) -> None:
        self._engine, self._now = engine, now
        self._kept_for = dt.timedelta(hours=hours)
        self._has_tables = False

    def get(self, conversation_id: str | None) -> Conversation:
        """A new conversation for None.

        Raises UnknownConversation for one that is not kept, or that another version of the
        service wrote; ConversationsFault where the database cannot be read.
        """
        if conversation_id is None:
            return Conversation(id=uuid.uuid4().hex)
        wanted = sa.select(_CONVERSATION.c.state).where(
            _CONVERSATION.c.id == conversation_id, _CONVERSATION.c.used_at >= self._oldest()
        )
        with self._connected() as connection:
            state = connection.execute(wanted).scalar()
        if state is None:
            raise UnknownConversation(conversation_id)
        try:
            return _STATE.validate_json(state)
        except ValidationError:
            raise UnknownConversation(conversation_id) from None

    def keep(self, conversation: Conversation) -> None:
        """Remember a conversation as it stands now, and forget those that are too old.

        Raises ConversationsFault.
        """
        row = {"state": _STATE.dump_json(conversation).decode(), "used_at": self._now()}
        mine = _CONVERSATION.c.id == conversation.id
        old = _CONVERSATION.c.used_at < self._oldest()
        with self._connected() as connection:
            connection.execute(sa.delete(_CONVERSATION).where(old))
            if not connection.execute(sa.update(_CONVERSATION).where(mine), row).rowcount:
                connection.execute(sa.insert(_CONVERSATION), row | {"id": conversation.id})

    def forget(self, conversation_id: str) -> None:
        """Delete a conversation; raises UnknownConversation and ConversationsFault."""
        mine = _CONVERSATION.c.id == conversation_id
        with self._connected() as connection:
            deleted = connection.execute(sa.delete(_CONVERSATION).where(mine)).rowcount
        if not deleted:
            raise UnknownConversation(conversation_id)

    @contextmanager
    def _connected(self) -> Iterator[sa.Connection]:
        """A transaction; the table is made at the first, so that a service starts without it."""
        try:
            if not self._has_tables:
                _TABLES.create_all(self._engine)
                self._has_tables = True
            with self._engine.begin() as connection:
                yield connection
        except sa.exc.SQLAlchemyError as fault:
            raise _fault(self._engine, fault) from fault

    def _oldest(self) -> dt.datetime:
        return self._now() - self._kept_for


def conversation_engine(url: str | None, data: Path) -> sa.Engine:
    """The database of a URL, or SQLite in the data folder, readable by its owner alone.

    Raises ConversationsFault for a URL that names no database that can be used.
    """
    if url is None:
        file = data / "conversations.db"
        with suppress(OSError):  # told where the file is used
            data.mkdir(parents=True, exist_ok=True)
            file.touch(mode=0o600)
        url = f"sqlite:///{file}"
    elif url.startswith("postgresql://"):
        url = f"postgresql+psycopg://{url.removeprefix('postgresql://')}"
    try:
        engine = sa.create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
    except (sa.exc.ArgumentError, ImportError, ValueError) as fault:
        raise ConversationsFault(
            f"PLUMBLINE_CONVERSATION_STORE cannot be used: {fault}. Write it as "
            "postgresql://user:password@host/database and install plumbline-practice[postgres], "
            "or leave it out to keep conversations in the data folder."
        ) from None
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _: object) -> None:
    """Readers do not wait for the writer, and a writer waits its turn."""
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", f"busy_timeout = {PATIENCE}"):
        connection.execute(f"PRAGMA {pragma}")


def _fault(engine: sa.Engine, fault: sa.exc.SQLAlchemyError) -> ConversationsFault:
    where = engine.url.render_as_string(hide_password=True)
    why = " ".join(str(getattr(fault, "orig", None) or fault).split())
    return ConversationsFault(
        f"conversations cannot be kept in {where}: {why}. Questions are still answered one by "
        "one; see that the database can be reached and written to, and ask again."
    )
