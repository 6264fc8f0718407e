"""Hearings in time and place, and which of them cannot both be attended. Pure: values in, values out.

A docket says when a hearing begins and never when it ends, so one is taken to last two hours; without an hour it may be
at any hour of its day. Between courts in different zones somebody must travel, unless one of the hearings is by video.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.docket.conflict import NOT_YET, REFS_TOLD, Conflict, ConflictKind
from storage.docket import Entry

HEARING_LASTS = timedelta(hours=2)
"""How long a hearing is taken to last for whoever must be at another one."""
AT_ONCE = timedelta(hours=1)
"""Two hearings of one case that begin within less than this may be the same one, recorded twice."""
TRAVEL_WITHIN_A_COUNTRY = timedelta(hours=12)
TRAVEL_BETWEEN_COUNTRIES = timedelta(hours=36)
FURTHEST = TRAVEL_BETWEEN_COUNTRIES + timedelta(days=2)
"""No two hearings further apart than this are in each other's way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One hearing: who appears, in which court's zone and country, from when to when (aware, the end excluded).

    `day` is the day on the court's calendar; `is_timed` tells whether its hour is known.
    """

    ref: str
    case_id: int
    person: str | None
    zone: str
    country: str
    day: date
    start: datetime
    end: datetime
    is_timed: bool = True


def sitting_of(hearing: Entry, *, country: str) -> Sitting:
    """Return a hearing in time and place."""
    start = hearing.starts_at or datetime.combine(hearing.on_date, time(), ZoneInfo(hearing.zone))
    return Sitting(
        ref=hearing.ref,
        case_id=hearing.case_id,
        person=hearing.owner,
        zone=hearing.zone,
        country=country,
        day=hearing.on_date,
        start=start,
        end=start + (HEARING_LASTS if hearing.starts_at else timedelta(days=1)),
        is_timed=hearing.starts_at is not None,
    )


def sitting_to_be(*, case_id: int, starts_at: datetime, zone: str, country: str, person: str | None) -> Sitting:
    """Return a hearing that is on no docket yet."""
    return Sitting(
        ref=NOT_YET,
        case_id=case_id,
        person=person,
        zone=zone,
        country=country,
        day=starts_at.astimezone(ZoneInfo(zone)).date(),
        start=starts_at,
        end=starts_at + HEARING_LASTS,
    )


def clashes(sittings: Iterable[Sitting], *, of: str | None = None) -> tuple[Conflict, ...]:
    """Return which hearings are in each other's way, the earliest first; only those of one hearing, if it is named."""
    ordered = sorted(sittings, key=lambda sitting: (sitting.start, sitting.ref))
    pairs = (pair for pair in _near_pairs(ordered) if of is None or of in (pair[0].ref, pair[1].ref))
    found = ((one, other, kind) for one, other in pairs if (kind := _clash(one, other)))
    return tuple(_told(one, other, kind, of) for one, other, kind in found)


def _near_pairs(ordered: list[Sitting]) -> Iterator[tuple[Sitting, Sitting]]:
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.start - one.start > FURTHEST:
                break
            yield one, other


def _clash(one: Sitting, other: Sitting) -> ConflictKind | None:
    """Return why one hearing and a later one cannot both stand as they are; None if they can."""
    if one.case_id == other.case_id and one.is_timed and other.is_timed and other.start - one.start < AT_ONCE:
        return ConflictKind.SAME_CASE
    if one.person is None or one.person != other.person:
        return None
    if other.start < one.end:
        return ConflictKind.OVERLAP
    return ConflictKind.TRAVEL if other.start - one.end < _travel(one, other) else None


def _travel(one: Sitting, other: Sitting) -> timedelta:
    if one.country != other.country:
        return TRAVEL_BETWEEN_COUNTRIES
    return TRAVEL_WITHIN_A_COUNTRY if one.zone != other.zone else timedelta()


def _told(one: Sitting, other: Sitting, kind: ConflictKind, of: str | None) -> Conflict:
    first, second = (other, one) if other.ref == of else (one, other)
    return Conflict(
        kind=kind,
        day=first.day,
        refs=(first.ref, second.ref)[:REFS_TOLD],
        total=2,
        person=None if kind is ConflictKind.SAME_CASE else first.person,
    )
