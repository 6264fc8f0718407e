"""When the docket was last backed up, and what its log's chain said then."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select


class Backup(SQLModel, table=True):
    """One backup that was written whole. `seal` is that of the log's last line then, `log_lines` how many it had."""

    id: int | None = Field(default=None, primary_key=True)
    taken_at: datetime
    schema_version: str
    row_count: int
    log_lines: int
    seal: str
    is_encrypted: bool


def remember_backup(session: Session, backup: Backup) -> None:
    """Remember that a backup was taken."""
    session.add(backup)


def last_backup(session: Session) -> datetime | None:
    """Return when the docket was last backed up, if it ever was."""
    return session.exec(select(Backup.taken_at).order_by(col(Backup.taken_at).desc()).limit(1)).first()
