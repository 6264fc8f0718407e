"""A docket number may stand twice in a court: who opens a case that they may not see must not learn that it is there."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NAMES = {"uq": "uq_%(table_name)s_%(column_0_N_name)s"}


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("case_file_court_docket_number_key", "case_file", type_="unique")
        return
    with op.batch_alter_table("case_file", naming_convention=_NAMES) as table:  # SQLite makes the table anew
        table.drop_constraint("uq_case_file_court_docket_number", type_="unique")
