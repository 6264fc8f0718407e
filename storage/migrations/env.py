"""How Alembic runs: always inside the transaction that it was handed (storage/store.py)."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from storage.columns import Word

PLAIN: dict[type, str] = {
    AutoString: "sa.String()",
    UTCDateTime: "sa.DateTime(timezone=True)",
    Word: "sa.String(length=20)",
}


def plain(_kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write column types into a migration as what the database sees, so that old migrations never change."""
    return PLAIN.get(type(item)) or False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=plain,
    compare_type=True,
)
context.run_migrations()
