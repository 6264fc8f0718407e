"""Who owes a deadline now: its owner, or while the owner is away its backup."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.reminders.habits import zone_of
from bot.reminders.page import Page
from storage.cases import zone_of_person
from storage.docket import Deadline, Entry
from storage.settings import absences_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Whose a deadline is.

    Args:
        away: who of them is away now, with the last day of it on their own calendar.
    """

    owner: str | None = None
    backup: str | None = None
    away: Mapping[str, date] = field(default_factory=dict)

    @property
    def owner_is_away(self) -> bool:
        """Say whether there is an owner and they are away."""
        return self.owner in self.away

    @property
    def stand_in(self) -> str | None:
        """Return the backup, if the owner is away and the backup is not."""
        return self.backup if self.owner_is_away and self.backup not in self.away else None

    @property
    def backup_is_still_to_be_called(self) -> bool:
        """Say whether a backup is there whom a reminder does not call already."""
        return self.backup is not None and self.backup not in self.away and not self.owner_is_away


def duty_of(page: Page, thing: Deadline | Entry) -> Duty:
    """Return whose a deadline or hearing is at present; a hearing has no backup."""
    return page.once(_duty, thing.owner, thing.backup if isinstance(thing, Deadline) else None, now=page.now)


def _duty(session: Session, owner: str | None, backup: str | None, *, now: datetime) -> Duty:
    named = [person for person in (owner, backup) if person]
    return Duty(owner=owner, backup=backup, away=away_now(session, named, now=now) if named else {})


def away_now(session: Session, person_ids: list[str], *, now: datetime) -> dict[str, date]:
    """Return who of some people is away now, each with the last day on the calendar of their own zone."""
    away: dict[str, date] = {}
    today = {person: _today(session, person, now) for person in person_ids}
    for absence in absences_of(session, person_ids, since=min(today.values(), default=now.date())):
        person = absence.person_id
        if absence.first_day <= today[person] <= absence.last_day:
            away[person] = max(absence.last_day, away.get(person, absence.last_day))
    return away


def _today(session: Session, person_id: str, now: datetime) -> date:
    return now.astimezone(zone_of(zone_of_person(session, person_id)) or ZoneInfo("UTC")).date()
