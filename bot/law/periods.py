"""Reading a period as people write it."""

import re

from bot.law.errors import UnreadablePeriodError
from bot.law.values import Period, Unit

_PERIOD = re.compile(
    r"\s*(\d{1,18})\s*[- ]?\s*(hour|(?:calendar[ -])?day|(?:court|business|working)[ -]day|week|month|year)s?\s*",
    re.IGNORECASE,
)
_LONGEST = {
    Unit.HOURS: 876_000,
    Unit.DAYS: 36_500,
    Unit.COURT_DAYS: 25_000,
    Unit.WEEKS: 5_200,
    Unit.MONTHS: 1_200,
    Unit.YEARS: 100,
}


def read_period(text: str) -> Period:
    """Read "14 days", "1 month", "72 hours" or "10 court days"; business days are court days, calendar days are days.

    Raises:
        UnreadablePeriodError: if it is not a positive whole number and one of those units, or longer than a century.
    """
    found = _PERIOD.fullmatch(text)
    if found is None:
        raise UnreadablePeriodError(
            f"I cannot read the period {text!r}. Write a number and a unit: "
            "14 days, 2 weeks, 1 month, 1 year, 72 hours or 10 court days."
        )
    unit = _unit(found[2].lower().replace("-", " "))
    length = int(found[1])
    if not 0 < length <= _LONGEST[unit]:
        raise UnreadablePeriodError(
            f"A period of {length} {unit} cannot be counted. Give between 1 and {_LONGEST[unit]} {unit}."
        )
    return Period(length=length, unit=unit)


def _unit(word: str) -> Unit:
    if word == "calendar day":
        return Unit.DAYS
    return Unit.COURT_DAYS if word in {"business day", "working day"} else Unit(f"{word}s")
