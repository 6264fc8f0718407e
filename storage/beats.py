"""That the alarm is awake: when each process last ended a sweep, by the machine's clock."""

from datetime import datetime, timedelta

from sqlmodel import Field, Session, SQLModel, col, delete, func, select

FORGOTTEN_AFTER = timedelta(days=7)
"""How long a process that sweeps no more is remembered."""


class Beat(SQLModel, table=True):
    """One process: when its last sweep ended, and whether that one reached Slack.

    `ended_at` is when the process stopped as it was told to; a process that died has none.
    """

    process: str = Field(primary_key=True)
    began_at: datetime
    at: datetime
    reached_slack: bool = True
    ended_at: datetime | None = None


def keep_beat(session: Session, beat: Beat) -> None:
    """Keep the newest beat of a process, and forget processes that ended long ago."""
    session.exec(delete(Beat).where(col(Beat.at) < beat.at - FORGOTTEN_AFTER))
    session.merge(beat)


def last_beat(session: Session) -> Beat | None:
    """Return the newest beat of any process, if there ever was one."""
    return session.exec(select(Beat).order_by(col(Beat.at).desc()).limit(1)).first()


def beating_since(session: Session, since: datetime) -> int:
    """Return how many processes swept since an instant and were not stopped."""
    query = select(func.count()).select_from(Beat).where(Beat.at >= since, col(Beat.ended_at).is_(None))
    return session.exec(query).one()
