"""When the docket was last copied, and the reminders in trouble found without reading all that wait."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

IN_TROUBLE = sa.text("trouble <> '' AND state IN ('planned', 'claimed')")


def upgrade() -> None:
    op.create_table(
        "backup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("is_encrypted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_reminder_in_trouble", "reminder", ["due_at"], sqlite_where=IN_TROUBLE, postgresql_where=IN_TROUBLE
    )
