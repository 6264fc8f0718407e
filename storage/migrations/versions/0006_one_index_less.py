"""One index less on reminders: that of their subject is how another one, which must be there, begins."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_reminder_subject", table_name="reminder")
