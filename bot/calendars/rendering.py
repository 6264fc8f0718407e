"""A whole feed, joined from the events as they were written."""

import gzip
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from hashlib import sha256
from threading import Lock

from icalendar import Alarm, Calendar

from bot.calendars import zones
from bot.calendars.text import Text, one_line
from bot.calendars.wording import code_name
from storage.calendars import Detail, Feed, Kept, Rings, Scope
from storage.cases import Case

_END = b"END:VCALENDAR\r\n"
_EVENT_ENDS = b"END:VEVENT\r\n"
_NINE_THE_DAY_BEFORE = timedelta(hours=15)
_ASK_AGAIN_AFTER = timedelta(hours=1)
_FAST = 3  # gzip: a third of the time of its default for few more bytes


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a feed says, ready to be sent; `tag` names the content."""

    tag: str
    plain: bytes
    gzipped: bytes


def render(name: str, events: Sequence[tuple[str | None, bytes]]) -> Rendering:
    """Join the events of a feed.

    Args:
        name: what programs call the calendar; nothing for one event that goes into a calendar of theirs.
        events: the zone (if any) and the VEVENT of each.
    """
    named = sorted({zone for zone, _body in events if zone})
    if not events:
        named = ["Etc/UTC"]  # a calendar must hold something, and some programs insist
    plain = b"".join((heading(name), *map(zones.vtimezone, named), *(body for _zone, body in events), _END))
    tag = sha256(plain).hexdigest()[:32]
    return Rendering(tag, plain, gzip.compress(plain, compresslevel=_FAST, mtime=0))


def ringing(events: Sequence[Kept], *, alarm: int | None) -> list[tuple[str | None, bytes]]:
    """Return the events of a feed, with the one alarm that its owner chose.

    Args:
        alarm: how many minutes before its hour an event rings; what takes whole days rings at nine the day before.
    """
    if alarm is None:
        return [(event.zone, event.body) for event in events]
    rung = {
        Rings.NEVER: _EVENT_ENDS,
        Rings.HOUR: valarm(timedelta(minutes=alarm)) + _EVENT_ENDS,
        Rings.DAY: valarm(_NINE_THE_DAY_BEFORE) + _EVENT_ENDS,
    }
    return [(event.zone, event.body.removesuffix(_EVENT_ENDS) + rung[event.rings]) for event in events]


@lru_cache(maxsize=64)
def valarm(before: timedelta) -> bytes:
    """Return the one alarm of an event. It says nothing of the event: programs show its title beside it."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    alarm.add("description", "Ad Quem")
    written: bytes = alarm.to_ical()
    return written


@lru_cache(maxsize=256)
def heading(name: str) -> bytes:
    """Return what stands before the first component of a feed.

    Without a name it is no calendar to subscribe to: Outlook opens a single event that has one as a calendar of its own
    (MS-OXCICAL: X-WR-CALNAME "MUST be omitted if the iCalendar represents a single appointment").
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Ad Quem//adquem//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("name", Text(name))
        calendar.add("x-wr-calname", Text(name))
        calendar.add("refresh-interval", _ASK_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    written: bytes = calendar.to_ical()
    return written.removesuffix(_END)


def name_of(feed: Feed, cases: Sequence[Case]) -> str:
    """Return the name under which a calendar program lists a feed: its owner's, or one at its level of detail."""
    if feed.title:
        return one_line(feed.title)
    if feed.detail is Detail.BUSY:
        return "Busy"
    if feed.scope is Scope.ALL or not cases:
        return "Ad Quem"
    return "Ad Quem: " + one_line(
        ", ".join(case.caption if feed.detail is Detail.FULL else code_name(case) for case in cases)
    )


@dataclass(slots=True)
class Shelf:
    """Keeps the renderings that were asked for last, up to so many bytes; people who see the same share one."""

    room: int = 64_000_000
    _kept: OrderedDict[Hashable, Rendering] = field(default_factory=OrderedDict)
    _used: int = 0
    _lock: Lock = field(default_factory=Lock)

    def fetch(self, key: Hashable, make: Callable[[], Rendering]) -> Rendering:
        """Return the rendering kept under a key, or make and keep it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._keep(key, made)
        return made

    def _keep(self, key: Hashable, rendering: Rendering) -> None:
        if key in self._kept:
            self._used -= _size(self._kept.pop(key))
        self._kept[key] = rendering
        self._used += _size(rendering)
        while self._used > self.room and len(self._kept) > 1:
            self._used -= _size(self._kept.popitem(last=False)[1])


def _size(rendering: Rendering) -> int:
    return len(rendering.plain) + len(rendering.gzipped)
