"""What questions of law, closings and proposed dates are shown with: choices side by side, and dates old → new."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from handlers import phrases
from handlers.views.blocks import Block, button, section
from handlers.views.lists import Item
from handlers.views.text import day_or_moment, long_date, old_and_new, said

MOST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A deadline that moves, stays, or is given a date by no rule any more.

    Args:
        zone: the court's.
        old_at: the instant at which it ends.
        new_at: the instant at which it would end: the same if it stays, None if no rule gives one any more.
    """

    ref: str
    title: str
    case_ref: str
    zone: str
    old_at: datetime
    new_at: datetime | None

    @property
    def new(self) -> date | None:
        """The day, by the court's calendar, on which it would end."""
        return self.new_at.astimezone(ZoneInfo(self.zone)).date() if self.new_at else None

    @property
    def moves(self) -> bool:
        """Whether it would end at another instant than now, be it only another hour."""
        return self.new_at != self.old_at

    @property
    def end(self) -> str:
        """When it would end, or ends as long as no rule gives a date; with the hour if that is not the day's end."""
        at = self.new_at or self.old_at
        return day_or_moment(at.astimezone(ZoneInfo(self.zone)).date(), at, self.zone)

    @property
    def text(self) -> str:
        """Return it as a line, old → new; of one day, old hour → new hour."""
        told = {"ref": self.ref, "title": said(self.title, 120), "case": self.case_ref}
        if self.new_at is None:
            day = self.old_at.astimezone(ZoneInfo(self.zone)).date()
            return phrases.HAS_NO_DATE.format(**told, old=long_date(day))
        if self.moves:
            return phrases.MOVES.format(**told, **old_and_new(self.old_at, self.new_at, self.zone))
        return phrases.STAYS.format(**told, old=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawItem(Item):
    """One line of a list with a button of its own; no label, no button."""

    label: str = ""

    @property
    def block(self) -> Block:
        """Return the line as a block."""
        return section(self.text, accessory=button(self.label, self.action, self.ref) if self.label else None)


def digest(lines: Iterable[DateLine]) -> str:
    """Name what somebody saw, so that they do not decide about anything else."""
    seen = [(line.ref, *map(_as_utc, (line.old_at, line.new_at))) for line in lines]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:12]


def _as_utc(instant: datetime | None) -> str:
    return str(instant and instant.astimezone(UTC))


def date_lines(lines: Sequence[DateLine], *, empty: str, most: int = MOST_LINES) -> str:
    """Return the first of some lines, and how many there are beside them."""
    shown = [line.text for line in lines[:most]]
    if len(lines) > most:
        shown.append(phrases.AND_MORE.format(count=len(lines) - most))
    return "\n".join(shown) or empty
