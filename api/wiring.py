"""The one place that builds things and reads the clock."""

import datetime as dt
import logging
import os
import tempfile
import threading
import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from api.chat_model import chat_writer
from api.conversation_store import SqlConversations, conversation_engine
from api.faults import told_beside
from api.meanings import Meanings
from api.proposals import read_automatically
from api.readings import Readings
from api.registers import asked_for, load_registers
from api.service import Opened, Progress, Service
from api.settings import Settings, read_settings
from assistant import Assistant, Conversations, ConversationStore, Library, link_rules
from domain import Framework, PlumblineError, Rule, Statement
from ingest import Corpus, load_corpus, load_imported
from materials import prepare
from retrieval import (
    Index,
    Judge,
    Judges,
    LocalEmbeddings,
    ensure_index,
    load_cross_encoder,
    load_embeddings,
    load_judges,
)
from timescales import Closure, england

if TYPE_CHECKING:
    from fastapi import FastAPI

_log = logging.getLogger("plumbline")

PREPARED, RESTS = 4, 3
"""Statements prepared at a time, and then so many times as long a pause."""

QUIET = 0.5
"""Seconds without a question before more are prepared: questions come first."""

STAMP = "current"
"""Written in the data folder when an import or `plumbline index` has made an index."""


def today() -> dt.date:
    """The day it is in England."""
    return dt.datetime.now(ZoneInfo("Europe/London")).date()  # noqa: TID251 the one clock


def utc_now() -> dt.datetime:
    """The moment, in UTC and without a zone, as databases keep it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)  # noqa: TID251 the one clock


@dataclass(slots=True, kw_only=True)
class Wiring:
    """Builds what the settings describe; the model is loaded once and kept."""

    settings: Settings
    loaded: LocalEmbeddings | None = None
    """The model, once it is loaded."""

    judging: Judges | None = None
    """What judges answers, once they are loaded."""

    ordering: Judge | None = None
    """The cross-encoder that the settings name, once it is loaded."""

    conversations: ConversationStore = field(default_factory=Conversations)
    """In memory, but for a service."""

    read: Readings | None = None
    meant: Meanings | None = None
    """What materials are made with, once it is opened."""

    @property
    def store(self) -> Path:
        """The folder of imported documents."""
        return self.settings.data / "imported"

    @property
    def readings(self) -> Readings:
        """What was read of statements' grammar."""
        if self.read is None:
            self.read = Readings(self.settings.data)
        return self.read

    @property
    def meanings(self) -> Meanings:
        """What statements mean by themselves."""
        if self.meant is None:
            self.meant = Meanings(self.settings.data, self.embeddings, self.embeddings.key)
        return self.meant

    @property
    def embeddings(self) -> LocalEmbeddings:
        """The embedding model, loaded when first asked for; raises ModelRefused."""
        if self.loaded is None:
            self.loaded = load_embeddings(self.settings.model)
        return self.loaded

    @property
    def judges(self) -> Judges:
        """What judges whether statements and timescales answer; raises ModelRefused."""
        if self.judging is None:
            self.judging = load_judges()
        return self.judging

    @property
    def cross_encoder(self) -> Judge | None:
        """The cross-encoder that the settings name, if they do; raises ModelRefused."""
        if self.ordering is None and self.settings.cross_encoder:
            self.ordering = load_cross_encoder(self.settings.cross_encoder)
        return self.ordering

    def open(self, on_progress: Progress | None = None) -> Opened:
        """Open corpus, imports and index, building the index if need be.

        Raises CorpusFault, ModelRefused, IndexFault, DiskFull and, for a default framework
        that is not here, UnknownFramework.
        """
        corpus = load_corpus(self.settings.corpus)
        # Loading takes seconds, in which an import could take the place of one read before.
        _ = self.embeddings, self.judges, self.cross_encoder
        imported = load_imported(self.store)
        library = self._library(corpus, imported, on_progress)
        if self.settings.framework is not None:
            library.framework(self.settings.framework)
        return Opened(
            library=library,
            assistant=Assistant(
                library=library,
                conversations=self.conversations,
                writer=chat_writer(self.settings),
            ),
            faults=corpus.faults,
        )

    def index(
        self,
        corpus: Corpus,
        imported: tuple[Statement, ...],
        on_progress: Progress | None = None,
        rules: Mapping[str, Rule] | None = None,
    ) -> Index:
        """Open the index of a corpus and these imports, building it if need be.

        `rules` are those of its registers, where they were read before.
        """
        if rules is None:
            rules = load_registers(corpus, {statement.id for statement in imported}).rules
        embeddings = self.embeddings
        return ensure_index(
            (*corpus.statements, *imported),
            corpus.vocabulary,
            corpus.views,
            asked_for(corpus, rules),
            embeddings=embeddings,
            model_key=embeddings.key,
            folder=self.settings.data / "index",
            on_progress=on_progress,
            judges=self.judges,
            cross_encoder=self.cross_encoder,
        )

    def service(
        self,
        opener: Callable[[Progress], Opened] | None = None,
        on_open: Callable[[Opened], None] = lambda _: None,
    ) -> Service:
        """A service that is not yet open; `start` it. It opens by `opener`, or by `open`.

        Raises ConversationsFault for a setting that names no database.
        """
        self.conversations = SqlConversations(
            conversation_engine(self.settings.conversation_store, self.settings.data),
            hours=self.settings.conversation_hours,
            now=utc_now,
        )

        def tell_and_prepare(opened: Opened) -> None:
            """Tell that it answers, and prepare what materials are made with in the background."""
            on_open(opened)
            preparing = partial(self.prepare, opened, service.quiet_for)
            threading.Thread(target=preparing, name="plumbline-preparing", daemon=True).start()

        service = Service(
            opener=opener or self.open,
            stamp=self.stamp,
            today=today,
            framework=self.settings.framework,
            on_open=tell_and_prepare,
        )
        return service

    def prepare(self, opened: Opened, quiet_for: Callable[[], float] = lambda: QUIET) -> None:
        """Read every statement, so that the first set of material is as quick as any.

        It waits while questions are asked: `quiet_for` says for how many seconds none was.
        """
        statements = opened.library.index.statements.values()
        try:
            for start in range(0, len(statements), PREPARED):
                while quiet_for() < QUIET:
                    time.sleep(QUIET)
                began = time.monotonic()
                batch = list(islice(statements, start, start + PREPARED))
                opened.library.meanings(batch)
                prepare(batch, opened.library.reader)
                time.sleep(RESTS * (time.monotonic() - began))
        except PlumblineError as fault:
            _log.error("Materials cannot be made: %s", fault)
        self.keep()

    def keep(self) -> None:
        """Keep what was worked out for materials."""
        for each in (self.read, self.meant):
            if each is not None:
                each.keep()

    def stamp(self) -> Hashable:
        """A value that changes when another process has made an index."""
        try:
            found = (self.settings.data / STAMP).stat()
        except OSError:  # not there, or no folder at all: opening says what is wrong
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _library(
        self,
        corpus: Corpus,
        imported: tuple[Statement, ...],
        on_progress: Progress | None,
    ) -> Library:
        registers = load_registers(corpus, {statement.id for statement in imported})
        index = self.index(corpus, imported, on_progress, registers.rules)
        closures = [Closure(day=c.day, name=c.name) for c in self.settings.closures]
        library = Library(
            frameworks=frameworks_of(corpus, imported),
            rules=registers.rules,
            events={event.id: event for event in corpus.vocabulary.events},
            concepts=corpus.vocabulary.concepts,
            index=index,
            calendar=england(closures),
            links=link_rules(registers.rules, index),
            floors=registers.floors,
            faults=told_beside(corpus.faults, index),
            reader=self.readings.read,
            meanings=self.meanings.of,
        )
        return _with_rules_read(library, imported)


def _with_rules_read(library: Library, imported: tuple[Statement, ...]) -> Library:
    """Where a document is imported and no register is reviewed: the rules its words give."""
    names = {statement.source.framework for statement in imported}
    bare = sorted(name for name in names if not library.rules_of(name))
    read = {rule.id: rule for name in bare for rule in read_automatically(library, name)}
    return replace(
        library,
        rules={**library.rules, **read},
        links={**library.links, **link_rules(read, library.index)},
    )


def frameworks_of(corpus: Corpus, imported: tuple[Statement, ...]) -> Mapping[str, Framework]:
    """The frameworks of a corpus, and those that only an import describes."""
    added = {
        source.framework: Framework(
            id=source.framework,
            authority=source.authority,
            document=source.document,
            version=source.version,
        )
        for source in dict.fromkeys(statement.source for statement in imported)
    }
    return {**added, **corpus.frameworks}


def write_stamp(data: Path, key: str) -> None:
    """Tell running services that there is an index with this key."""
    handle, aside = tempfile.mkstemp(prefix=f".{STAMP}-", dir=data)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(key)
    Path(aside).replace(data / STAMP)


def app() -> "FastAPI":
    """The application as the settings describe it, for `uvicorn --factory api.wiring:app`."""
    from api.app import build_app  # the command line wires much and serves little

    settings = read_settings()
    return build_app(Wiring(settings=settings).service(), hosts_of(settings))


def hosts_of(settings: Settings) -> tuple[str, ...]:
    """Host names to answer to: those configured, and the address listened on."""
    return (*settings.allowed_hosts, settings.host)
