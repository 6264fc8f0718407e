"""What the team itself decided about the law: settled questions and recorded closures."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select


class SettledQuestion(SQLModel, table=True):
    """A named person chose one reading of an open question for a court, and why."""

    __tablename__ = "settled_question"

    id: int | None = Field(default=None, primary_key=True)
    question: str = Field(index=True)
    court: str
    reading: str
    reason: str
    settled_by: str
    settled_at: datetime
    reversed_by: str | None = None
    reversed_at: datetime | None = None


class Closure(SQLModel, table=True):
    """A day on which a court is closed beyond its lists: an inaccessible office, a proclaimed holiday."""

    __table_args__ = (UniqueConstraint("court", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    court: str = Field(index=True)
    day: date
    name: str
    source: str = ""
    recorded_by: str
    recorded_at: datetime


def closures_of(session: Session, court: str) -> Sequence[date]:
    """Return the days on which the team recorded that a court is closed."""
    return session.exec(select(col(Closure.day)).where(Closure.court == court)).all()
