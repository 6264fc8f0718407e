"""What a channel or a person chose; what nobody chose is the default, written down where it is used."""

from datetime import date, datetime

from sqlmodel import Field, Session, SQLModel, col, select

from storage.cases import saved
from storage.columns import document


class ChannelSettings(SQLModel, table=True):
    """What a channel chose. None stands for the default.

    `ladder` and `hearing_ladder` count days before; `at_hour`, `quiet_from` and `quiet_until` are wall times ("09:00")
    in `zone`, or in the court's zone where there is none. `is_blind` asks whoever confirms for a date of their own.
    """

    __tablename__ = "channel_settings"

    channel_id: str = Field(primary_key=True)
    language: str = "en"
    is_blind: bool = False
    zone: str | None = None
    ladder: list[int] | None = document(default=None, nullable=True)
    hearing_ladder: list[int] | None = document(default=None, nullable=True)
    at_hour: str | None = None
    quiet_from: str | None = None
    quiet_until: str | None = None
    digest_at: str | None = None
    has_digest: bool = True
    changed_at: datetime | None = None
    changed_by: str = ""


class Absence(SQLModel, table=True):
    """Somebody is away, from the first day to the last, both on the calendar of their own zone."""

    id: int | None = Field(default=None, primary_key=True)
    person_id: str = Field(index=True)
    first_day: date
    last_day: date
    note: str = ""
    recorded_by: str
    recorded_at: datetime
    withdrawn_at: datetime | None = None

    @property
    def key(self) -> int:
        """Return the id of a saved absence."""
        return saved(self.id)


def settings_of(session: Session, channel_id: str | None) -> ChannelSettings:
    """Return what a channel chose; all defaults, where it chose nothing or there is no channel."""
    chosen = session.get(ChannelSettings, channel_id) if channel_id else None
    return chosen or ChannelSettings(channel_id=channel_id or "")


def absences_of(session: Session, person_ids: list[str], *, since: date) -> list[Absence]:
    """Return when some people are away from a day on, the first first."""
    query = select(Absence).where(col(Absence.person_id).in_(person_ids), Absence.last_day >= since)
    standing = query.where(col(Absence.withdrawn_at).is_(None))
    return list(session.exec(standing.order_by(col(Absence.first_day), col(Absence.id))))


def absence_by_id(session: Session, number: int) -> Absence | None:
    """Return an absence by its number."""
    return session.get(Absence, number)
