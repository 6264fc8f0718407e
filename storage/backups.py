"""When the docket was last copied to a safe place."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, func, select


class Backup(SQLModel, table=True):
    """One backup that was taken: when, the name of its file, and how many rows are in it."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    name: str
    rows: int
    is_encrypted: bool


def last_backup(session: Session) -> datetime | None:
    """Return when the docket was last copied; None if it never was."""
    return session.exec(select(func.max(Backup.at))).one()
