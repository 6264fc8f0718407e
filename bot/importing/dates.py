"""Dates in files: read by the bot's own grammar, and refused where they can be read in two ways or depend on today."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.errors import AdQuemError
from bot.importing.rows import Setting
from bot.when import Ask, Past, ReadDate, ReadMoment, Refuse, Wants, read, say
from storage.docket import Precision

_LATER = timedelta(days=1000)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_YEAR = re.compile(r"[12]\d{3}")


class DoubtfulDateError(AdQuemError):
    """A date in a file is none, or can be read in several ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day in the court's zone, the aware instant where an hour was said, and what was assumed on the way."""

    day: date
    at: datetime | None = None
    precision: Precision = Precision.DAY
    note: str = ""


def zone_named(name: str, *, otherwise: str) -> str:
    """Return the zone that a cell names; the court's, where it is empty.

    Raises:
        DoubtfulDateError: if there is no such zone.
    """
    try:
        return ZoneInfo(name).key if name else otherwise
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise DoubtfulDateError(
            "I know no such zone. Write it as America/Los_Angeles, or leave it empty for the court's."
        ) from None


def dated(text: str, hour: str, *, zone: str, setting: Setting) -> Dated:
    """Read a day, with its hour if one is said.

    Raises:
        DoubtfulDateError: if it is no date, can be read in several ways, or is another day tomorrow than today.
    """
    plain = _ISO.fullmatch(text)
    if plain and not hour:
        return Dated(day=_iso(text))
    wants = Wants.MOMENT if hour else Wants.EITHER
    written = f"{text} {hour}".strip()
    found = _the_one(written, zone, setting.now, wants)
    if not plain and found != _the_one(written, zone, setting.now + _LATER, wants):
        raise DoubtfulDateError(
            f"That is another day depending on when it is read. Write the day with its year, as in {found_as(found)}."
        )
    if isinstance(found, ReadDate):
        return Dated(day=found.value, note=found.note)
    court = found.value.astimezone(ZoneInfo(setting.zone))
    return Dated(day=court.date(), at=found.value, note=found.note)


def roughly_dated(text: str) -> Dated | None:
    """Return the first day of a month (`2018-05`) or of a year (`2018`), where history tells no more."""
    if _MONTH.fullmatch(text):
        return Dated(day=_iso(f"{text}-01"), precision=Precision.MONTH)
    if _YEAR.fullmatch(text):
        return Dated(day=_iso(f"{text}-01-01"), precision=Precision.YEAR)
    return None


def found_as(found: ReadDate | ReadMoment) -> str:
    """Return a reading as it would be written if there were no doubt."""
    return f"{found.value:%Y-%m-%d}" if isinstance(found, ReadDate) else f"{found.value:%Y-%m-%d %H:%M}"


def _the_one(text: str, zone: str, now: datetime, wants: Wants) -> ReadDate | ReadMoment:
    reading = read(text, now=now, zone=zone, wants=wants, past=Past.ALLOW)
    if isinstance(reading, Refuse):
        raise DoubtfulDateError(reading.sentence)
    if isinstance(reading, Ask):
        each = " or ".join(f"{found_as(option)} for {say(option)}" for option in reading.options)
        raise DoubtfulDateError(f"{reading.question} Write {each}.")
    return reading


def _iso(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DoubtfulDateError(
            "There is no such day. Write the year, the month and the day, as in 2018-05-04."
        ) from None
