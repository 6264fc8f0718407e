"""The law as arithmetic: pure, no I/O, imports nothing of ours. `bot.rulebook` hands it its data."""

from bot.law.answers import Answer
from bot.law.errors import LawError
from bot.law.languages import Language
from bot.law.notes import Note
from bot.law.open_question import OpenQuestion
from bot.law.periods import read_period
from bot.law.settling import Settlement
from bot.law.steps import Step
from bot.law.values import ClosedDay, Closure, Court, Direction, Period, Service, Standing, Trigger, Unit
from bot.law.watching import is_watched
from bot.law.wording import long_date

__all__ = [
    "Answer",
    "ClosedDay",
    "Closure",
    "Court",
    "Direction",
    "Language",
    "LawError",
    "Note",
    "OpenQuestion",
    "Period",
    "Service",
    "Settlement",
    "Standing",
    "Step",
    "Trigger",
    "Unit",
    "is_watched",
    "long_date",
    "read_period",
]
