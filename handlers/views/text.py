"""Text for Slack: escaped, fitted to its limits without cutting a cluster, and dates that nobody can misread."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.law import khmer_wording
from bot.law.answers import end_of
from handlers import phrases

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_STYLES = re.compile(r"(?<!\w)[*_~]|[*_~](?!\w)|`")
_LOOKS_LIKE = {
    "*": "\N{ASTERISK OPERATOR}",
    "_": "\N{MODIFIER LETTER LOW MACRON}",
    "~": "\N{TILDE OPERATOR}",
    "`": "\N{MODIFIER LETTER GRAVE ACCENT}",
}
_SLACK_ID = re.compile(r"[UW][A-Z0-9]{2,}")
_JOINERS = {"\u17d2", "\u200c", "\u200d"}  # the Khmer coeng ties the next consonant to the last; joiners do likewise
_MARKS = {"Mn", "Mc", "Me"}
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def escaped(text: str) -> str:
    """Return a text so that Slack shows it and obeys no mention or link in it; line breaks become spaces."""
    flat = " ".join(text.split())
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unstyled(text: str) -> str:
    """Return a text in which no mark makes anything bold, italic, struck or code.

    Slack has no escape for these marks: a sign that looks the same stands in for each that could open or close
    something. One between two letters (`file_name`) does neither, and stays.
    """
    return _STYLES.sub(lambda mark: _LOOKS_LIKE[mark[0]], text)


def fitted(text: str, limit: int) -> str:
    """Return a text of at most `limit` code points, cut between clusters and ended with an ellipsis."""
    if len(text) <= limit:
        return text
    at = limit - 1
    while at > 0 and not _may_cut(text, at):
        at -= 1
    return text[:at].rstrip() + "…"


def said(text: str, limit: int = 300) -> str:
    """Return what a person wrote, fitted and escaped, fit to stand in mrkdwn."""
    return escaped(echoed(text, limit))


def echoed(text: str, limit: int = 300) -> str:
    """Return what a person wrote as an error repeats it, whose whole sentence is escaped when it is told."""
    return unstyled(fitted(" ".join(text.split()), limit))


def named(person: str) -> str:
    """Return a person as Slack names them; who is no person of Slack's (`import`) is named as they are."""
    return f"<@{person}>" if _SLACK_ID.fullmatch(person) else escaped(unstyled(person))


def long_date(day: date) -> str:
    """Return "Friday 18 May 2018", or the official form in Khmer."""
    if _in_khmer():
        return khmer_wording.long_date(day)
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return "Fri 18 May 2018", for narrow places; weekday and year are never left out."""
    if _in_khmer():
        return khmer_wording.long_date(day)
    return f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def month_of(day: date) -> str:
    """Return "May 2018", for history of which only the month is known."""
    if _in_khmer():
        return khmer_wording.month_of(day)
    return f"{_MONTHS[day.month - 1]} {day.year}"


def hour(instant: datetime, zone: str) -> str:
    """Return the wall time of an instant in a zone: "9:30 am"; in Khmer by the 24-hour clock, as courts write there."""
    return wall_hour(instant.astimezone(ZoneInfo(zone)).time())


def wall_hour(shown: time) -> str:
    """Return what a clock on the wall shows: "9:30 am"; in Khmer by the 24-hour clock."""
    if _in_khmer():
        return f"ម៉ោង {khmer_wording.digits(f'{shown:%H:%M}')}"
    return f"{shown.hour % 12 or 12}:{shown.minute:02} {'am' if shown.hour < 12 else 'pm'}"  # noqa: PLR2004 -- noon


def day_or_moment(day: date, until: datetime, zone: str) -> str:
    """Return a day at whose end something ends; with the hour, if it ends earlier on that day."""
    return long_date(day) if until == end_of(day, ZoneInfo(zone)) else moment(until, zone)


def old_and_new(old_at: datetime, new_at: datetime, zone: str) -> dict[str, str]:
    """Return the old and the new end of something; with their hours where the day is the same, or ends early."""
    old, new = (at.astimezone(ZoneInfo(zone)).date() for at in (old_at, new_at))
    if old == new:
        return {"old": moment(old_at, zone), "new": moment(new_at, zone)}
    return {"old": day_or_moment(old, old_at, zone), "new": day_or_moment(new, new_at, zone)}


def moment(instant: datetime, zone: str) -> str:
    """Return an instant as a zone's wall shows it: "Monday 30 April 2018, 9:30 am"."""
    return f"{long_date(instant.astimezone(ZoneInfo(zone)).date())}, {hour(instant, zone)}"


def zone_name(instant: datetime, zone: str) -> str:
    """Return the name of a zone at an instant: "PDT, Los Angeles"."""
    name = instant.astimezone(ZoneInfo(zone)).tzname() or ""
    if name.startswith(("+", "-")):
        name = f"UTC{name[0]}{name[1:].lstrip('0') or '0'}"
    return f"{name}, {city(zone)}" if _plain_city(zone) != name else name


def city(zone: str) -> str:
    """Return the city that gives a zone its name: "Phnom Penh"."""
    return phrases.CITIES.get(zone) or _plain_city(zone)


def court_name(name: str) -> str:
    """Return a court by its name in the language that is spoken, or else as the rulebook names it."""
    return phrases.COURT_NAMES.get(name, name)


def holiday_name(name: str) -> str:
    """Return a holiday by its name in the language that is spoken."""
    return khmer_wording.holiday(name) if _in_khmer() else name


def elsewhere(instant: datetime, *, court_zone: str, zones: Iterable[str]) -> list[str]:
    """Return one line for each other zone: "Phnom Penh: Tuesday 1 May 2018, 1:30 am (*next day*)"."""
    court = instant.astimezone(ZoneInfo(court_zone))
    lines = []
    for zone in sorted(set(zones)):
        local = instant.astimezone(ZoneInfo(zone))
        if zone != court_zone and local.utcoffset() != court.utcoffset():
            lines.append(f"{city(zone)}: {moment(instant, zone)}{_day_change(local.date(), court.date())}")
    return lines


def _plain_city(zone: str) -> str:
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _in_khmer() -> bool:
    return phrases.language() == phrases.KHMER


def _day_change(there: date, here: date) -> str:
    if there == here:
        return ""
    return f" ({phrases.NEXT_DAY if there > here else phrases.DAY_BEFORE})"


def _may_cut(text: str, at: int) -> bool:
    """Return whether a reader would see two whole clusters if the text were cut before `at`."""
    before, after = text[at - 1], text[at]
    return (
        before not in _JOINERS
        and after not in _JOINERS
        and unicodedata.category(after) not in _MARKS
        and ord(after) not in _SKIN_TONES
    )
