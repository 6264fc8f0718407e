"""What a conflict is: two things that one person, or one case, cannot do as they stand."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

REFS_TOLD = 5
"""How many short ids a conflict names; `total` tells how many there are."""


NOT_YET = ""
"""Stands for the short id of what is not on the docket yet."""


class ConflictKind(StrEnum):
    """What is in the way of what."""

    OVERLAP = "overlap"
    """Two hearings of one person at the same time."""
    TRAVEL = "travel"
    """Two hearings of one person in places too far apart for the time between them."""
    SAME_CASE = "same_case"
    """Two hearings of one case at once: perhaps the same one, recorded twice."""
    CROWDED = "crowded"
    """More deadlines of one person on a day than one person meets."""
    AWAY = "away"
    """Something falls on a day on which its owner is away."""
    OFFICE_CLOSED = "office_closed"
    """A deadline falls on a day on which its owner's own office is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One conflict.

    Args:
        day: the court's day of what comes first.
        refs: the short ids, that which was asked about first; `NOT_YET` of what is not recorded yet.
        person: whose conflict it is, if it is one person's.
        backup: who stands in for the owner of a single deadline, if somebody does.
        since: the first day of an absence; `until` its last.
        why: why an office is closed ("Water Festival").
    """

    kind: ConflictKind
    day: date
    refs: tuple[str, ...]
    total: int
    person: str | None = None
    backup: str | None = None
    since: date | None = None
    until: date | None = None
    why: str = ""

    @property
    def sort(self) -> str:
        """What kind of conflict it is, whose and on which day: whoever was shown that knows of it."""
        return f"{self.kind} {self.person} {self.day}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What somebody owes, or would owe: a deadline as it stands, as it would move to, or before it is recorded.

    Args:
        due: the day in the court's zone; `due_at` the instant at which it ends.
    """

    owner: str
    due: date
    due_at: datetime
    ref: str = NOT_YET
    backup: str | None = None
