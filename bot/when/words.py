"""How a reading is said back: always the weekday, the year and, with an hour, the zone."""

from datetime import date, datetime

from bot.when.lexicon import MONTHS, WEEKDAYS
from bot.when.readings import Meaning, ReadDate


def say(meaning: Meaning) -> str:
    """Say a date or moment in full: Friday 4 May 2018, 09:30 (America/Los_Angeles, UTC-07:00)."""
    if isinstance(meaning, ReadDate):
        return say_date(meaning.value)
    return say_moment(meaning.value, zone=meaning.zone)


def say_date(day: date) -> str:
    """Say a date in full: Friday 4 May 2018."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def say_moment(moment: datetime, *, zone: str) -> str:
    """Say a moment in full, in its own zone."""
    offset = say_offset(moment)
    place = offset if zone == offset else f"{zone}, {offset}"
    return f"{say_date(moment.date())}, {moment:%H:%M} ({place})"


def say_offset(moment: datetime) -> str:
    """Say how far a moment's wall clock is from UTC: UTC-07:00."""
    digits = f"{moment:%z}"
    return f"UTC{digits[:3]}:{digits[3:5]}"
