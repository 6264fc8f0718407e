"""What the grammar finds in a text, before anybody asks what day it is today."""

from dataclasses import dataclass
from datetime import timedelta, tzinfo
from enum import StrEnum
from typing import TypeAlias


class Which(StrEnum):
    """The word that goes with a weekday."""

    COMING = "Friday"
    THIS = "this Friday"
    NEXT = "next Friday"
    LAST = "last Friday"
    THIS_WEEK = "Friday this week"
    NEXT_WEEK = "Friday next week"
    LAST_WEEK = "Friday last week"


class Unit(StrEnum):
    """What a distance between two days is counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    COURT_DAYS = "court days"


class Part(StrEnum):
    """A part of the day, which tells morning hours from afternoon hours."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A day and a month with or without a year: 4 May 2018, 04/05/2018 (once for each order), 4 May.

    `in_full` says that the year was typed with four digits: 0018 is a slip of the pen, not 2018. `ahead` is the year
    of "4 May next year", counted from this one.
    """

    day: int
    month: int
    year: int | None = None
    in_full: bool = False
    year_first: bool = False
    ahead: int | None = None
    why: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """A day named by its distance from today: yesterday -1, today 0, tomorrow 1."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A weekday (Monday 0) alone or with "next", "this week" and the like."""

    weekday: int
    which: Which = Which.COMING
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOf:
    """A month by name, with or without its year, or by its distance from this month."""

    month: int | None = None
    year: int | None = None
    ahead: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TheNth:
    """A day of a month that may not have been named: "the 15th", "the 15th of next month"."""

    day: int
    month: MonthOf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NthWeekday:
    """The first Monday of December (nth 1), the last Friday of May (nth -1)."""

    nth: int
    weekday: int
    month: MonthOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """The first or the last day of a month, or of a year (`months` 12)."""

    month: MonthOf
    months: int = 1
    last: bool
    vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OnWeekday:
    """A date typed with its weekday: the two must agree."""

    weekday: int
    day: "Day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """So many units after (or, negative, before) another day. `why` marks what is to be confirmed first."""

    count: int
    unit: Unit
    start: "Day"
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayBeside:
    """The first such weekday after another day, or the last one before it: the Monday after 4 May."""

    weekday: int
    after: bool
    start: "Day"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByClose:
    """The close of business, or the end, of a day, which is no hour."""

    day: "Day"


Day: TypeAlias = (
    Written | Shifted | NamedDay | TheNth | NthWeekday | Edge | OnWeekday | Counted | WeekdayBeside | ByClose
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """A time of day. Hour 24 is the end of the day, 25 is one o'clock of the night that begins on it.

    `why` says what else it might have meant.

    `bare` marks a number that stands alone behind a weekday: "Friday 12" may be the twelfth.
    """

    hour: int
    minute: int = 0
    second: int = 0
    why: str = ""
    doubtful: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A zone as typed. `fixed` is the offset that an abbreviation such as PST names, where it names one."""

    zone: tzinfo
    text: str
    fixed: timedelta | None = None
    city: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One way to understand a whole text: a day, an hour, a zone; or a time away from another moment."""

    day: Day | None = None
    hour: Hour | None = None
    part: Part | None = None
    place: Place | None = None
    away: timedelta | None = None
    start: "Phrase | None" = None
