"""Which version the tables have: that of the last migration that ran on them."""

from alembic import command
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, select, text
from sqlmodel import SQLModel

from storage.beats import Beat
from storage.store import migrations

PASSING = frozenset({str(Beat.__tablename__)})
"""What only concerns the processes that run at present."""


def version_of(connection: Connection) -> str | None:
    """Return the version of the tables; None, if there are none."""
    return MigrationContext.configure(connection).get_current_revision()


def versions() -> list[str]:
    """Return every version that this program knows, the oldest first."""
    revisions = ScriptDirectory.from_config(migrations()).walk_revisions()
    return [revision.revision for revision in revisions][::-1]


def tables_there(connection: Connection) -> dict[str, list[str]]:
    """Return those of our tables that a database has, each with its columns, the referred-to before the referring."""
    there = inspect(connection)
    names = set(there.get_table_names()) - PASSING
    known = {table.name: table for table in SQLModel.metadata.sorted_tables if table.name in names}
    columns = {name: {column["name"] for column in there.get_columns(name)} for name in known}
    return {
        name: [column.name for column in table.columns if column.name in columns[name]] for name, table in known.items()
    }


def is_empty(connection: Connection) -> bool:
    """Return whether none of our tables holds a row."""
    tables = (SQLModel.metadata.tables[name] for name in tables_there(connection))
    return all(connection.execute(select(text("1")).select_from(table).limit(1)).first() is None for table in tables)


def make_anew(connection: Connection, version: str) -> None:
    """Make every table of ours anew, empty, as it was at a version; what is there is dropped."""
    SQLModel.metadata.drop_all(connection)
    connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    command.upgrade(migrations(connection), version)


def bring_up_to_date(connection: Connection) -> None:
    """Bring the tables, and what is in them, to the newest version."""
    command.upgrade(migrations(connection), "head")
