"""How a choice is read: a language, an hour, days of reminders, quiet hours, a zone, a switch.

What cannot be meant is refused with a sentence.
"""

import re
from collections.abc import Mapping
from datetime import time

from bot.errors import AdQuemError
from bot.when.zones import iana_zone, place_named, zone_name

LANGUAGES: Mapping[str, str] = {
    **dict.fromkeys(("en", "english", "anglais", "អង់គ្លេស"), "en"),
    **dict.fromkeys(("km", "kh", "khmer", "ខ្មែរ", "ភាសាខ្មែរ"), "km"),
}
MOST_DAYS = 10
FURTHEST_DAY = 365
LAST_CALL = 7
_ON = frozenset({"on", "yes", "true", "1", "បើក"})
_OFF = frozenset({"off", "no", "none", "never", "false", "0", "បិទ"})
SWITCHES = _ON | _OFF
"""Everything that switches something on or off."""
_HOUR = re.compile(r"(\d{1,2})(?:[:.h](\d\d)|h)?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
_NOON = 12
_LONGEST_QUIET = 16 * 60


class LanguageError(AdQuemError):
    """The language is none that is spoken here."""

    def __init__(self, said: str) -> None:
        super().__init__(f"I do not speak “{said}”: say `english` or `khmer`.")


class HourError(AdQuemError):
    """What was typed is no hour of the day."""

    def __init__(self, said: str) -> None:
        super().__init__(f"“{said}” is no hour of the day: type it as `9:00`, `9am` or `21:30`.")


class ReminderDaysError(AdQuemError):
    """What was typed is no ladder of reminders."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"“{said}” cannot be the days of reminders: type 1 to {MOST_DAYS} whole numbers of days before, from 1 to "
            f"{FURTHEST_DAY}, such as `30 14 7 3 1`. The day itself is always reminded of."
        )


class NoLastCallError(AdQuemError):
    """A ladder of reminders that would end too early."""

    def __init__(self) -> None:
        super().__init__(
            f"The last of these reminders would come more than {LAST_CALL} days before the date: add a day from 1 to "
            f"{LAST_CALL}, such as `30 14 7 3 1`."
        )


class QuietHoursError(AdQuemError):
    """Quiet hours that cannot be meant."""

    def __init__(self) -> None:
        super().__init__(
            "Quiet hours need a beginning and another end, at most 16 hours later: `21:00 to 7:00`, or `off`."
        )


class ZoneError(AdQuemError):
    """What was typed is no time zone."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"I know no time zone “{said}”: type a city such as `Phnom Penh`, a name such as `America/Los_Angeles`, "
            "or `court` for the zone of each case's court."
        )


class SwitchError(AdQuemError):
    """Neither on nor off."""

    def __init__(self, said: str) -> None:
        super().__init__(f"“{said}” is neither `on` nor `off`; nothing was changed.")


def read_language(said: str) -> str:
    """Return the code of a language by its name.

    Raises:
        LanguageError: if it is not spoken here.
    """
    code = LANGUAGES.get(said.strip().casefold())
    if code is None:
        raise LanguageError(said)
    return code


def read_days(said: str) -> list[int]:
    """Return the days of a ladder, the furthest first, each once.

    Raises:
        ReminderDaysError, NoLastCallError: if they cannot be meant.
    """
    words = [word for word in re.split(r"[\s,;]+", said.strip()) if word and word not in ("and", "days", "day")]
    if not words or not all(word.isdecimal() and len(word) <= len(str(FURTHEST_DAY)) for word in words):
        raise ReminderDaysError(said)
    days = sorted({int(word) for word in words}, reverse=True)
    if len(days) > MOST_DAYS or days[0] > FURTHEST_DAY or days[-1] < 1:
        raise ReminderDaysError(said)
    if days[-1] > LAST_CALL:
        raise NoLastCallError
    return days


def read_hour(said: str) -> str:
    """Return an hour of the day as "09:00".

    Raises:
        HourError: if it is none.
    """
    word = said.strip().casefold()
    if word in ("noon", "midday"):
        return "12:00"
    found = _HOUR.fullmatch(word)
    if not found:
        raise HourError(said)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half and not 1 <= hour <= _NOON:
        raise HourError(said)
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, minute).isoformat(timespec="minutes")
    except ValueError:
        raise HourError(said) from None


def read_quiet(said: str) -> dict[str, str | None]:
    """Return the hours in which nothing is said, as columns; none for `off`.

    Raises:
        HourError, QuietHoursError: if they cannot be meant.
    """
    if is_off(said):
        return {"quiet_from": None, "quiet_until": None}
    parts = re.split(r"\s*(?:\bto\b|\buntil\b|[-\u2013]|→)\s*", said.strip())
    if len(parts) != 2 or not all(parts):  # noqa: PLR2004 -- a beginning and an end
        raise QuietHoursError
    return quiet_hours(*parts)


def quiet_hours(begins: str, ends: str) -> dict[str, str | None]:
    """Return the hours in which nothing is said, as columns.

    Raises:
        HourError, QuietHoursError: if they cannot be meant.
    """
    first, last = read_hour(begins), read_hour(ends)
    length = (_minutes(last) - _minutes(first)) % (24 * 60)
    if not 0 < length <= _LONGEST_QUIET:
        raise QuietHoursError
    return {"quiet_from": first, "quiet_until": last}


def read_zone(said: str) -> str | None:
    """Return the name of a time zone; None for the zone of each case's court.

    Raises:
        ZoneError: if there is none of that name.
    """
    words = said.strip()
    if words.casefold() in ("court", "courts", "the court", "default"):
        return None
    place = place_named(words)
    zone = place.zone if place else iana_zone(words)
    if zone is None or "/" not in zone_name(zone):
        raise ZoneError(said)
    return zone_name(zone)


def read_switch(said: str) -> bool:
    """Return whether something is switched on.

    Raises:
        SwitchError: if it is neither on nor off.
    """
    word = said.strip().casefold()
    if word not in SWITCHES:
        raise SwitchError(said)
    return word in _ON


def is_off(said: str) -> bool:
    """Return whether something is switched off."""
    return said.strip().casefold() in _OFF


def _minutes(hour: str) -> int:
    at = time.fromisoformat(hour)
    return at.hour * 60 + at.minute
