"""A date that a sentence told for certain, carried by a button to the form that it fills."""

from dataclasses import dataclass
from datetime import date, datetime, time

from handlers import phrases
from handlers.views.text import long_date, wall_hour


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDate:
    """The day to which a hearing goes, on the court's calendar, and its hour if one was told."""

    day: date
    hour: time | None = None

    def carried(self, ref: str) -> str:
        """Return it as a button carries it, behind the short id of what it is about."""
        hour = f"T{self.hour:%H:%M}" if self.hour is not None else ""
        return f"{ref} {self.day.isoformat()}{hour}"

    @property
    def note(self) -> str:
        """Return what stands above the form that it fills."""
        hour = f", {wall_hour(self.hour)}" if self.hour is not None else ""
        return phrases.READ_BEFORE.format(date=f"{long_date(self.day)}{hour}")


def carried_date(value: str) -> tuple[str, ToldDate | None]:
    """Return the short id that a button carries, and the date behind it; None if there is none that can be read."""
    ref, _, told = value.partition(" ")
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return ref, None
    return ref, ToldDate(day=moment.date(), hour=moment.time() if "T" in told else None)
