"""The team's memory: one SQLite file, or a PostgreSQL database that many processes share."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

TABLES = ("backups", "beats", "calendars", "cases", "deeds", "docket", "law", "log", "reminders", "settings", "slack")
PATIENCE = timedelta(seconds=30)
"""How long a writer waits for its turn."""
_MIGRATION_LOCK = 7_411_907  # any number, the same in every process


class Store:
    """Transactions on one database. `url` is an SQLAlchemy address; `at(path)` makes one for a file."""

    def __init__(self, url: str) -> None:
        if url.startswith("sqlite"):
            _keep_to_ourselves(make_url(url).database)
        for table in TABLES:
            import_module(f"storage.{table}")
        self.engine = _sqlite(url) if url.startswith("sqlite") else create_engine(url, pool_pre_ping=True)
        self._writers = self.engine.execution_options(writes=True)
        self._askers = _without_transactions(self.engine)
        self._turns = Lock() if self.engine.dialect.name == "sqlite" else None

    @classmethod
    def at(cls, path: Path) -> "Store":
        """Return the store in a file, whose folder is made if it is missing."""
        return cls(f"sqlite:///{path}")

    def migrate(self) -> None:
        """Bring the tables to the newest version; processes that start together wait for each other."""
        with self.rebuilding() as connection:
            command.upgrade(migrations(connection), "head")

    @contextmanager
    def rebuilding(self) -> Iterator[Connection]:
        """Open one transaction on the tables themselves, one process at a time: all of it is kept, or nothing."""
        with self._turn(), self._writers.execution_options(rebuilds=True).connect() as connection:
            connection.detach()  # nobody else may get a connection that checks no references
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
                yield connection
                if connection.dialect.name == "sqlite":
                    _must_lead_somewhere(connection)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that sees one moment; what it loads may be used after it."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """Open a connection for questions of which each sees a moment of its own: the cheapest way to ask one."""
        with self._askers.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Open a connection that sees one and the same moment however long it reads, while others write."""
        engine = self.engine
        if engine.dialect.name == "postgresql":  # SQLite's readers see one moment anyway
            engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open one transaction: everything in it is kept, or nothing."""
        with self._turn(), Session(self._writers, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let the writers of this process into an SQLite file one after the other.

        SQLite itself lets in whoever happens to ask at the right moment: of many at once, some would ask in vain.

        Raises:
            TimeoutError: if the others take longer than anybody would wait.
        """
        if self._turns is None:
            yield
            return
        if not self._turns.acquire(timeout=PATIENCE.total_seconds()):
            raise TimeoutError("The database was written to by others all the time.")
        try:
            yield
        finally:
            self._turns.release()


def _must_lead_somewhere(connection: Connection) -> None:
    """Check at the end of a rebuilding what SQLite did not check while it went on.

    Raises:
        IntegrityError: if a row refers to one that is not there.
    """
    if lost := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        told = f"A row of {lost[0]} refers to one of {lost[2]} that is not there."
        raise IntegrityError(told, None, sqlite3.IntegrityError(told))


def _keep_to_ourselves(file: str | None) -> None:
    """Make a database's file, and the folder that it needs, readable by nobody else on the machine."""
    if not file or file == ":memory:":
        return
    path = Path(file)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.chmod(0o600)


def migrations(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for a connection."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    return config


def _without_transactions(engine: Engine) -> Engine:
    """Return an engine that begins and ends no transaction where that costs two more ways to the server and back."""
    return engine.execution_options(isolation_level="AUTOCOMMIT") if engine.dialect.name == "postgresql" else engine


def _sqlite(url: str) -> Engine:
    """Return an engine whose writers take the file's write lock at once instead of failing halfway."""
    engine = create_engine(url, connect_args={"timeout": 10, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("rebuilds", False):  # SQLite changes a table by dropping it, which references would forbid
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes", False) else "BEGIN")

    return engine
