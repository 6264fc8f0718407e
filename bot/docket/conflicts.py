"""Conflicts: hearings that cannot both be attended, days that hold too much, owners who are away.

Nothing is forbidden because of one: they are told to whoever may see all the cases they are about, when something is
recorded and on App Home. Each function looks only into the cases that it is given.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.conflict import REFS_TOLD, Conflict, ConflictKind
from bot.docket.offices import why_office_closed
from bot.docket.sittings import FURTHEST, HEARING_LASTS, Sitting, clashes
from bot.rulebook import Rulebook
from storage.cases import Case, Person
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus, Precision, entries_of
from storage.loads import loads_of, owed_by, refs_owed
from storage.settings import Absence, absences_of

__all__ = [
    "MOST_ON_A_DAY",
    "Conflict",
    "ConflictKind",
    "conflicts_of",
    "conflicts_with_deadline",
    "conflicts_with_entry",
]

MOST_ON_A_DAY = 3
"""One person meets three deadlines on a day; with a fourth the day is crowded."""
_DAY = timedelta(days=1)
_DAYS_AROUND = timedelta(days=FURTHEST.days + 1)


def conflicts_of(
    session: Session, book: Rulebook, *, cases: Sequence[Case], since: date, until: date
) -> tuple[Conflict, ...]:
    """Return every conflict within some cases from one day to another, the earliest first."""
    hearings = _hearings(session, cases, since=since, until=until)
    loads = loads_of(session, _keys(cases), since=since, until=until)
    people = {hearing.owner for hearing in hearings if hearing.owner} | {owner for owner, _, _ in loads}
    absences = absences_of(session, sorted(people), since=since - _DAY)
    found = chain(
        clashes(_sittings(book, cases, hearings)),
        _absent_at_hearings(session, hearings, absences),
        _absent_for_deadlines(session, cases, absences, since=since, until=until),
        _on_bad_days(session, book, cases, loads),
    )
    return tuple(sorted(found, key=lambda conflict: (conflict.day, conflict.kind, conflict.refs)))


def conflicts_with_entry(
    session: Session, book: Rulebook, *, entry: Entry, cases: Sequence[Case]
) -> tuple[Conflict, ...]:
    """Return what a hearing that was just recorded or moved is in conflict with; nothing for what is no hearing."""
    if entry.kind is not EntryKind.HEARING or entry.status is not EntryStatus.STANDING:
        return ()
    around = _hearings(session, cases, since=entry.on_date - _DAYS_AROUND, until=entry.on_date + _DAYS_AROUND)
    absences = absences_of(session, [entry.owner], since=entry.on_date - _DAY) if entry.owner else []
    return (
        *clashes(_sittings(book, cases, around), of=entry.ref),
        *_absent_at_hearings(session, [entry], absences),
    )


def conflicts_with_deadline(
    session: Session, book: Rulebook, *, deadline: Deadline, cases: Sequence[Case]
) -> tuple[Conflict, ...]:
    """Return what a deadline just recorded, moved or assigned is in conflict with; nothing if nobody owes it."""
    if deadline.owner is None or deadline.status is not DeadlineStatus.OPEN:
        return ()
    day, owner = deadline.due, deadline.owner
    loads = loads_of(session, _keys(cases), since=day, until=day, owner=owner)
    absences = absences_of(session, [owner], since=day - _DAY)
    found = chain(_absences(session, [deadline], absences), _on_bad_days(session, book, cases, loads))
    return tuple(_named_first(conflict, deadline.ref) for conflict in found)


def _keys(cases: Sequence[Case]) -> list[int]:
    return [case.key for case in cases]


def _hearings(session: Session, cases: Sequence[Case], *, since: date, until: date) -> list[Entry]:
    """Return the hearings that stand and whose day is known."""
    found = entries_of(session, _keys(cases), kind=EntryKind.HEARING, since=since, until=until)
    return [each for each in found if each.status is EntryStatus.STANDING and each.precision is Precision.DAY]


def _sittings(book: Rulebook, cases: Sequence[Case], hearings: Iterable[Entry]) -> Iterator[Sitting]:
    countries = {case.key: book.court(case.court).country for case in cases}
    for hearing in hearings:
        midnight = datetime.combine(hearing.on_date, time(), ZoneInfo(hearing.zone))
        start = hearing.starts_at or midnight
        yield Sitting(
            ref=hearing.ref,
            case_id=hearing.case_id,
            person=hearing.owner,
            zone=hearing.zone,
            country=countries[hearing.case_id],
            day=hearing.on_date,
            start=start,
            end=start + (HEARING_LASTS if hearing.starts_at else _DAY),
            is_timed=hearing.starts_at is not None,
        )


def _absent_at_hearings(session: Session, hearings: Iterable[Entry], absences: Sequence[Absence]) -> Iterator[Conflict]:
    theirs: defaultdict[str | None, list[Absence]] = defaultdict(list)
    for absence in absences:
        theirs[absence.person_id].append(absence)
    for hearing in hearings:
        for absence in theirs[hearing.owner]:
            if _covers(absence, _days_of(session, absence.person_id, hearing.on_date, hearing.starts_at)):
                yield Conflict(
                    kind=ConflictKind.AWAY,
                    day=hearing.on_date,
                    refs=(hearing.ref,),
                    total=1,
                    person=hearing.owner,
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
    yield from _absences(session, owed_by(session, _keys(cases), people, since=first, until=last), near)


def _absences(session: Session, owed: Sequence[Deadline], absences: Sequence[Absence]) -> Iterator[Conflict]:
    """Return one conflict for each absence, naming the deadlines that fall into it."""
    mine: defaultdict[str | None, list[Deadline]] = defaultdict(list)
    for deadline in owed:
        mine[deadline.owner].append(deadline)
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


def _on_bad_days(
    session: Session, book: Rulebook, cases: Sequence[Case], loads: Iterable[tuple[str, date, int]]
) -> Iterator[Conflict]:
    """Return the days on which somebody owes too much, or owes something while their office is closed."""
    courts = tuple(dict.fromkeys(case.court for case in cases))
    crowded: dict[tuple[str, date], int] = {}
    closed: dict[tuple[str, date], tuple[int, str]] = {}
    for owner, day, count in loads:
        if count > MOST_ON_A_DAY:
            crowded[owner, day] = count
        person = session.get(Person, owner)
        if person and (why := why_office_closed(book, zone=person.zone, day=day, courts=courts)):
            closed[owner, day] = (count, why)
    refs = refs_owed(session, _keys(cases), {*crowded, *closed}) if crowded or closed else {}
    for (owner, day), count in crowded.items():
        yield _on_a_day(ConflictKind.CROWDED, owner, day, refs[owner, day], count)
    for (owner, day), (count, why) in closed.items():
        yield replace(_on_a_day(ConflictKind.OFFICE_CLOSED, owner, day, refs[owner, day], count), why=why)


def _on_a_day(kind: ConflictKind, owner: str, day: date, refs: Sequence[str], count: int) -> Conflict:
    return Conflict(kind=kind, day=day, refs=tuple(refs[:REFS_TOLD]), total=count, person=owner)


def _named_first(conflict: Conflict, ref: str) -> Conflict:
    """Return a conflict with the short id that was asked about before the others."""
    others = tuple(each for each in conflict.refs if each != ref)
    return replace(conflict, refs=(ref, *others)[:REFS_TOLD])
