"""How Alembic runs: always inside the transaction that it was handed (storage/store.py)."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel

from storage.columns import Word


def plain(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types into a migration as what the database sees."""
    return "sa.String(length=20)" if kind == "type" and isinstance(item, Word) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=plain,
    compare_type=True,
)
context.run_migrations()
