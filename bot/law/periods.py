"""Reading a period as people write it."""

import re

from bot.law.errors import UnreadablePeriodError
from bot.law.numbers_in_words import number_in_words
from bot.law.values import Period, Unit

_PERIOD = re.compile(
    r"\s*(\d{1,18}|[a-z]+(?:-[a-z]+)?)(?:\s*\((\d{1,18})\))?\s*[- ]?\s*"
    r"(hour|(?:calendar[ -])?day|(?:court|business|working)[ -]day|week|month|year)s?\s*",
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
    """Read "14 days", "fourteen (14) days", "1 month", "72 hours" or "10 court days".

    Business days are court days, calendar days are days.

    Raises:
        UnreadablePeriodError: if it is not a positive whole number and one of those units, or longer than a century.
    """
    found = _PERIOD.fullmatch(text)
    length = _number(found[1], found[2]) if found else None
    if found is None or length is None:
        raise UnreadablePeriodError(
            f"I cannot read the period {text!r}. Write a number and a unit: "
            "14 days, 2 weeks, 1 month, 1 year, 72 hours or 10 court days."
        )
    unit = _unit(found[3].lower().replace("-", " "))
    if not 0 < length <= _LONGEST[unit]:
        raise UnreadablePeriodError(
            f"A period of {length} {unit} cannot be counted. Give between 1 and {_LONGEST[unit]} {unit}."
        )
    return Period(length=length, unit=unit)


def _number(written: str, again: str | None) -> int | None:
    """Return a number in digits or words; None if it is none, or another than the one that stands behind it."""
    number = int(written) if written.isdigit() else number_in_words(written)
    return number if again is None or int(again) == number else None


def _unit(word: str) -> Unit:
    if word == "calendar day":
        return Unit.DAYS
    return Unit.COURT_DAYS if word in {"business day", "working day"} else Unit(f"{word}s")
