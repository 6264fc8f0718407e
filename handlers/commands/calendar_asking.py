"""What somebody asks of a new calendar address, in one line or in a form."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.sight import find_case
from bot.errors import AdQuemError
from handlers import phrases
from handlers.reading import picked_day_if_any, read_day, unquoted
from handlers.requests import Request
from storage.calendars import Detail, Scope
from storage.cases import zone_of_person

MOST_MINUTES = 7 * 24 * 60
_CALLED = re.compile(r"(?:^|\s)(?:called|named)\s+(.+)$", re.IGNORECASE)
_ALARM = re.compile(r"(?:^|\s)(?:with\s+)?alarm\s+(\d{1,5})\s*(m|h|d)[a-z]*(?:\s+before)?(?=\s|$)", re.IGNORECASE)
_FOR = re.compile(r"(?:^|\s)for\s+(\d{1,4})\s+(day|week|month|year)s?(?=\s|$)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:^|\s)until\s+(.+)$", re.IGNORECASE)
_MINUTES = {"m": 1, "h": 60, "d": 24 * 60}
_DISCREET = (Detail.FULL, Detail.ALIAS, Detail.BUSY)
_DETAILS = {detail.value: detail for detail in Detail}


class AlarmUnreadableError(AdQuemError):
    """An alarm was asked for that no calendar would ring."""

    def __init__(self) -> None:
        super().__init__(phrases.FEED_ALARM_UNREADABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The address that somebody wants; without a last day it has no end, without minutes it does not ring."""

    scope: Scope = Scope.ALL
    scope_id: str = ""
    detail: Detail = Detail.FULL
    last_day: date | None = None
    alarm: int | None = None
    title: str = ""

    def ends_at(self, zone: str) -> datetime | None:
        """Return the instant at which its last day is over on a person's clock."""
        if self.last_day is None:
            return None
        return datetime.combine(self.last_day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)


def typed(session: Session, request: Request) -> Wish:
    """Read what was typed: `channel busy for 90 days alarm 1 hour called My telephone`.

    Raises:
        AlarmUnreadableError: if the alarm would ring more than a week before.
        UnreadableDateError: if the last day cannot be read.
        NotOnTheDocketError: if a case is named that the person may not see.
    """
    text = request.text
    title, text = _cut(_CALLED, text)
    alarm, text = _cut(_ALARM, text)
    length, text = _cut(_FOR, text)
    levels = [_DETAILS[word.casefold()] for word in text.split() if word.casefold() in _DETAILS]
    detail = max(levels, key=_DISCREET.index, default=Detail.FULL)  # of two words the one that tells less
    text = " ".join(word for word in text.split() if word.casefold() not in _DETAILS)
    until, text = _cut(_UNTIL, text)
    scope, scope_id = _scope(session, request, text)
    return Wish(
        scope=scope,
        scope_id=scope_id,
        detail=detail,
        last_day=_last_day(session, request, length, until),
        alarm=_minutes(alarm),
        title=unquoted(title[1]) if title else "",
    )


def filled_in(request: Request) -> Wish:
    """Read the form."""
    fields = request.fields
    scope, _, scope_id = str(fields.get("scope") or Scope.ALL).partition(" ")
    alarm = fields.get("alarm")
    return Wish(
        scope=Scope(scope),
        scope_id=scope_id,
        detail=Detail(fields.get("detail") or Detail.FULL),
        last_day=picked_day_if_any(request, "until"),
        alarm=int(alarm) if alarm and alarm != "none" else None,
        title=fields.get("title") or "",
    )


def _scope(session: Session, request: Request, words: str) -> tuple[Scope, str]:
    if words.casefold() == "channel" and request.who.channel_id:
        return Scope.CHANNEL, request.who.channel_id
    if words and words.casefold() != "all":
        return Scope.CASE, find_case(session, request.who, words).ref
    return Scope.ALL, ""


def _last_day(
    session: Session, request: Request, length: re.Match[str] | None, until: re.Match[str] | None
) -> date | None:
    zone, now = zone_of_person(session, request.who.person_id), request.desk.clock.now()
    if until:
        return read_day(until[1], now=now, zone=zone)
    if length:
        return _later(now.astimezone(ZoneInfo(zone)).date(), int(length[1]), length[2].casefold())
    return None


def _later(day: date, count: int, unit: str) -> date:
    """Return the day that many units later; a month that is too short gives its last day."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    years, month = divmod(day.month - 1 + count * (12 if unit == "year" else 1), 12)
    year = min(day.year + years, date.max.year - 1)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _minutes(alarm: re.Match[str] | None) -> int | None:
    if alarm is None:
        return None
    minutes = int(alarm[1]) * _MINUTES[alarm[2].casefold()]
    if minutes > MOST_MINUTES:
        raise AlarmUnreadableError
    return minutes


def _cut(wanted: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    """Return what was found, and the text without it."""
    found = wanted.search(text)
    return (found, f"{text[: found.start()]} {text[found.end() :]}".strip()) if found else (None, text)
