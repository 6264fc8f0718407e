"""Conflicts: hearings that cannot both be attended, days that hold too much, owners who are away.

Nothing is forbidden because of one: they are told to whoever may see all the cases they are about, when something is
recorded and on App Home. Each function looks only into the cases that it is given.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import chain
from typing import TypeAlias
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.conflict import REFS_TOLD, Conflict, ConflictKind, Owed
from bot.docket.offices import why_office_closed
from bot.docket.sittings import FURTHEST, Sitting, clashes, sitting_of
from bot.rulebook import Rulebook
from storage.cases import Case, Person
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus, Precision, entries_of
from storage.loads import loads_of, owed_by, refs_owed
from storage.settings import Absence, absences_of

__all__ = [
    "MOST_ON_A_DAY",
    "Conflict",
    "ConflictKind",
    "Owed",
    "conflicts_of",
    "conflicts_with_entry",
    "conflicts_with_owed",
    "conflicts_with_sitting",
    "owed_of",
]

MOST_ON_A_DAY = 3
"""One person meets three deadlines on a day; with a fourth the day is crowded."""
_DAY = timedelta(days=1)
_DAYS_AROUND = timedelta(days=FURTHEST.days + 1)
_Crowded: TypeAlias = Mapping[tuple[str, date], int]
_Closed: TypeAlias = Mapping[tuple[str, date], tuple[int, str]]


def conflicts_of(
    session: Session, book: Rulebook, *, cases: Sequence[Case], since: date, until: date
) -> tuple[Conflict, ...]:
    """Return every conflict within some cases from one day to another, the earliest first."""
    sittings = list(_sittings(book, cases, _hearings(session, cases, since=since, until=until)))
    loads = loads_of(session, _keys(cases), since=since, until=until)
    people = {sitting.person for sitting in sittings if sitting.person} | {owner for owner, _, _ in loads}
    absences = absences_of(session, sorted(people), since=since - _DAY)
    found = chain(
        clashes(sittings),
        _absent_at_hearings(session, sittings, absences),
        _absent_for_deadlines(session, cases, absences, since=since, until=until),
        _on_bad_days(session, book, cases, loads),
    )
    return tuple(sorted(found, key=lambda conflict: (conflict.day, conflict.kind, conflict.refs)))


def conflicts_with_entry(
    session: Session, book: Rulebook, *, entry: Entry, cases: Sequence[Case]
) -> tuple[Conflict, ...]:
    """Return what a hearing is in conflict with as it is given, saved or not; nothing for what is no hearing."""
    if entry.kind is not EntryKind.HEARING or entry.status is not EntryStatus.STANDING:
        return ()
    country = book.court(session.get_one(Case, entry.case_id).court).country
    return conflicts_with_sitting(session, book, sitting=sitting_of(entry, country=country), cases=cases)


def conflicts_with_sitting(
    session: Session, book: Rulebook, *, sitting: Sitting, cases: Sequence[Case]
) -> tuple[Conflict, ...]:
    """Return what a hearing is in conflict with; one on the docket already is taken as it is given."""
    found = _hearings(session, cases, since=sitting.day - _DAYS_AROUND, until=sitting.day + _DAYS_AROUND)
    others = _sittings(book, cases, (each for each in found if each.ref != sitting.ref))
    absences = absences_of(session, [sitting.person], since=sitting.day - _DAY) if sitting.person else []
    return (*clashes([*others, sitting], of=sitting.ref), *_absent_at_hearings(session, [sitting], absences))


def conflicts_with_owed(
    session: Session, book: Rulebook, *, owed: Sequence[Owed], cases: Sequence[Case]
) -> tuple[Conflict, ...]:
    """Return what some deadlines are in conflict with, all at once; those on the docket are taken as they are given."""
    if not owed:
        return ()
    absences = absences_of(session, sorted({each.owner for each in owed}), since=min(each.due for each in owed) - _DAY)
    together = _owed_with_others(session, cases, owed)
    loads = [(owner, day, len(refs)) for (owner, day), refs in together.items()]
    crowded, closed = _bad_days(session, book, cases, loads)
    return (*_absences(session, owed, absences), *_told_of_bad_days(crowded, closed, together))


def owed_of(deadlines: Iterable[Deadline]) -> tuple[Owed, ...]:
    """Return the deadlines that somebody owes, as they are."""
    return tuple(
        Owed(owner=each.owner, due=each.due, due_at=each.due_at, ref=each.ref, backup=each.backup)
        for each in deadlines
        if each.owner is not None and each.status is DeadlineStatus.OPEN
    )


def _keys(cases: Sequence[Case]) -> list[int]:
    return [case.key for case in cases]


def _hearings(session: Session, cases: Sequence[Case], *, since: date, until: date) -> list[Entry]:
    """Return the hearings that stand and whose day is known."""
    found = entries_of(session, _keys(cases), kind=EntryKind.HEARING, since=since, until=until)
    return [each for each in found if each.status is EntryStatus.STANDING and each.precision is Precision.DAY]


def _sittings(book: Rulebook, cases: Sequence[Case], hearings: Iterable[Entry]) -> Iterator[Sitting]:
    countries = {case.key: book.court(case.court).country for case in cases}
    return (sitting_of(hearing, country=countries[hearing.case_id]) for hearing in hearings)


def _absent_at_hearings(
    session: Session, sittings: Iterable[Sitting], absences: Sequence[Absence]
) -> Iterator[Conflict]:
    theirs: defaultdict[str | None, list[Absence]] = defaultdict(list)
    for absence in absences:
        theirs[absence.person_id].append(absence)
    for sitting in sittings:
        for absence in theirs[sitting.person]:
            starts_at = sitting.start if sitting.is_timed else None
            if _covers(absence, _days_of(session, absence.person_id, sitting.day, starts_at)):
                yield Conflict(
                    kind=ConflictKind.AWAY,
                    day=sitting.day,
                    refs=(sitting.ref,),
                    total=1,
                    person=sitting.person,
                    since=absence.first_day,
                    until=absence.last_day,
                )


def _absent_for_deadlines(
    session: Session, cases: Sequence[Case], absences: Sequence[Absence], *, since: date, until: date
) -> Iterator[Conflict]:
    near = [absence for absence in absences if absence.first_day <= until + _DAY]
    if not near:
        return
    people = {absence.person_id for absence in near}
    first = max(since, min(absence.first_day for absence in near) - _DAY)
    last = min(until, max(absence.last_day for absence in near) + _DAY)
    yield from _absences(session, owed_of(owed_by(session, _keys(cases), people, since=first, until=last)), near)


def _absences(session: Session, owed: Sequence[Owed], absences: Sequence[Absence]) -> Iterator[Conflict]:
    """Return one conflict for each absence, naming the deadlines that fall into it."""
    mine: defaultdict[str, list[Owed]] = defaultdict(list)
    for each in owed:
        mine[each.owner].append(each)
    for absence in absences:
        missed = [
            each
            for each in mine[absence.person_id]
            if _covers(absence, _days_of(session, absence.person_id, each.due, each.due_at))
        ]
        if missed:
            yield Conflict(
                kind=ConflictKind.AWAY,
                day=missed[0].due,
                refs=tuple(each.ref for each in missed[:REFS_TOLD]),
                total=len(missed),
                person=absence.person_id,
                backup=missed[0].backup if len(missed) == 1 else None,
                since=absence.first_day,
                until=absence.last_day,
            )


def _days_of(session: Session, person_id: str, day: date, instant: datetime | None) -> set[date]:
    """Return the court's day of something and the day that it is for a person when it comes."""
    person = session.get(Person, person_id)
    return {day, instant.astimezone(ZoneInfo(person.zone)).date()} if person and instant else {day}


def _covers(absence: Absence, days: set[date]) -> bool:
    return any(absence.first_day <= day <= absence.last_day for day in days)


def _owed_with_others(
    session: Session, cases: Sequence[Case], owed: Sequence[Owed]
) -> dict[tuple[str, date], list[str]]:
    """Return the short ids of all that is owed by the same people on the same days, those that are given first."""
    given = {each.ref for each in owed}
    together: defaultdict[tuple[str, date], list[str]] = defaultdict(list)
    for each in owed:
        together[each.owner, each.due].append(each.ref)
    for (owner, day), refs in together.items():
        others = owed_by(session, _keys(cases), {owner}, since=day, until=day)
        refs += [other.ref for other in others if other.ref not in given]
    return together


def _on_bad_days(
    session: Session, book: Rulebook, cases: Sequence[Case], loads: Iterable[tuple[str, date, int]]
) -> Iterator[Conflict]:
    """Return the days on which somebody owes too much, or owes something while their office is closed."""
    crowded, closed = _bad_days(session, book, cases, loads)
    refs = refs_owed(session, _keys(cases), {*crowded, *closed}) if crowded or closed else {}
    return _told_of_bad_days(crowded, closed, refs)


def _bad_days(
    session: Session, book: Rulebook, cases: Sequence[Case], loads: Iterable[tuple[str, date, int]]
) -> tuple[_Crowded, _Closed]:
    courts = tuple(dict.fromkeys(case.court for case in cases))
    crowded: dict[tuple[str, date], int] = {}
    closed: dict[tuple[str, date], tuple[int, str]] = {}
    for owner, day, count in loads:
        if count > MOST_ON_A_DAY:
            crowded[owner, day] = count
        person = session.get(Person, owner)
        if person and (why := why_office_closed(book, zone=person.zone, day=day, courts=courts)):
            closed[owner, day] = (count, why)
    return crowded, closed


def _told_of_bad_days(
    crowded: _Crowded, closed: _Closed, refs: Mapping[tuple[str, date], Sequence[str]]
) -> Iterator[Conflict]:
    for (owner, day), count in crowded.items():
        yield _on_a_day(ConflictKind.CROWDED, owner, day, refs[owner, day], count)
    for (owner, day), (count, why) in closed.items():
        yield replace(_on_a_day(ConflictKind.OFFICE_CLOSED, owner, day, refs[owner, day], count), why=why)


def _on_a_day(kind: ConflictKind, owner: str, day: date, refs: Sequence[str], count: int) -> Conflict:
    return Conflict(kind=kind, day=day, refs=tuple(refs[:REFS_TOLD]), total=count, person=owner)
