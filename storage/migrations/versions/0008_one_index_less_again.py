"""One index less on reminders: their ids are random, nobody looks for one, and to keep an index costs every change."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NAMES = {"uq": "uq_%(table_name)s_%(column_0_N_name)s"}


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("reminder_uid_key", "reminder", type_="unique")
        return
    with op.batch_alter_table("reminder", naming_convention=_NAMES) as table:  # SQLite makes the table anew
        table.drop_constraint("uq_reminder_uid", type_="unique")
