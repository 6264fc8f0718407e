"""What a reading depends on besides the text, and what it comes to on the way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.errors import AdQuemError
from bot.when.readings import Meaning, Past

YEARS_AHEAD = 10
"""A docket plans no further ahead: a later year is a slip of the pen."""
FIRST_YEAR = 1900
YEARS_OF_MEMORY = 30
"""A date further back is asked about even where the past is allowed."""


class UnreadableError(AdQuemError):
    """A text that names no day or moment; its sentence says what to type instead.

    `doubtful` marks an impossibility that must not be resolved by taking what else the text may mean.
    """

    def __init__(self, sentence: str, *, doubtful: bool = False) -> None:
        super().__init__(sentence)
        self.doubtful = doubtful


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The present in the court's zone, what the past means here, and which days the court is closed."""

    now: datetime
    zone: ZoneInfo
    past: Past
    is_closed: Callable[[date], bool] | None

    @property
    def today(self) -> date:
        """The day it is at the court."""
        return self.now.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A day that the text may mean. `why` is told if there is another; `doubtful` asks even if there is none."""

    day: date
    why: str = ""
    note: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date or moment that the text may mean, with its doubts; `alone` is told if there is no other."""

    meaning: Meaning
    why: str = ""
    alone: str = ""
    doubtful: bool = False
