"""Schedule, move and vacate hearings."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.docket import moving
from bot.docket.desk import Change
from bot.docket.entries import must_stand
from bot.docket.errors import ChangedMeanwhileError, EmptyError, NotAHearingError
from bot.docket.moving import Moved
from bot.law import long_date
from storage.cases import Case
from storage.docket import Entry, EntryKind, EntryStatus, next_number


def schedule(
    change: Change,
    *,
    case: Case,
    title: str,
    starts_at: datetime | None,
    on_date: date | None = None,
    place: str = "",
    note: str = "",
    link: str = "",
    trigger: str | None = None,
) -> Entry:
    """Put a hearing on a case's docket.

    Args:
        trigger: what the hearing is for the rules (`hearing.set`), if deadlines are counted from it.
        starts_at: the aware instant at which it begins; None where history does not tell the hour.
        on_date: the day in the court's zone, needed only where the hour is not known.

    Raises:
        EmptyError: if the title, or the date, is missing.
    """
    if not title.strip():
        raise EmptyError(
            "What the hearing is about", "`/hearing add 30 April 2018 9:30am Oral argument on the application`"
        )
    zone = change.book.court(case.court).zone
    day = starts_at.astimezone(ZoneInfo(zone)).date() if starts_at else on_date
    if day is None:
        raise EmptyError(
            "The date of the hearing", "`/hearing add 30 April 2018 9:30am Oral argument on the application`"
        )
    hearing = Entry(
        case_id=case.key,
        kind=EntryKind.HEARING,
        letter=EntryKind.HEARING.letter,
        number=next_number(change.session, EntryKind.HEARING.letter),
        title=title.strip(),
        on_date=day,
        starts_at=starts_at,
        zone=zone,
        place=place.strip(),
        note=note.strip(),
        link=link.strip(),
        trigger=trigger,
        created_at=change.now,
        created_by=change.actor,
        changed_at=change.now,
    )
    change.keep_entry(hearing)
    change.log(
        "hearing.scheduled",
        subject=hearing.ref,
        case_id=case.key,
        title=hearing.title,
        when=_when(hearing),
        place=hearing.place,
        trigger=trigger,
    )
    return hearing


def move(change: Change, *, hearing: Entry, starts_at: datetime, reason: str, seen: int | None = None) -> list[Moved]:
    """Move a hearing to another instant; recompute what was counted from it, and return what moved.

    Args:
        seen: the `sequence` of the hearing that whoever moves it had before their eyes.

    Raises:
        NotAHearingError, ClosedEntryError: if it is no hearing, or no longer stands.
        ChangedMeanwhileError: if it changed after it was `seen`.
        EmptyError: if no reason was given.
    """
    _must_be_hearing(hearing)
    must_stand(hearing)
    _must_be_as_seen(hearing, seen)
    if not reason.strip():
        raise EmptyError("The reason", f'`/hearing move {hearing.ref} 7 May 2018 9:30am "clerk\'s notice"`')
    old = _when(hearing)
    hearing.starts_at = starts_at
    hearing.on_date = starts_at.astimezone(ZoneInfo(hearing.zone)).date()
    hearing.sequence += 1
    change.keep_entry(hearing)
    change.log(
        "hearing.moved",
        subject=hearing.ref,
        case_id=hearing.case_id,
        reason=reason.strip(),
        old=old,
        new=_when(hearing),
    )
    return moving.recompute_after(change, entry=hearing, reason=f"{hearing.ref} moved: {reason.strip()}")


def vacate(change: Change, *, hearing: Entry, reason: str, seen: int | None = None) -> None:
    """Take a hearing off calendar; it stays on the docket, marked.

    Args:
        seen: the `sequence` of the hearing that whoever vacates it had before their eyes.

    Raises:
        NotAHearingError, ClosedEntryError: if it is no hearing, or no longer stands.
        ChangedMeanwhileError: if it changed after it was `seen`.
    """
    _must_be_hearing(hearing)
    must_stand(hearing)
    _must_be_as_seen(hearing, seen)
    hearing.status = EntryStatus.VACATED
    hearing.sequence += 1
    change.keep_entry(hearing)
    change.log(
        "hearing.vacated", subject=hearing.ref, case_id=hearing.case_id, reason=reason.strip(), old=_when(hearing)
    )


def _must_be_hearing(entry: Entry) -> None:
    if entry.kind is not EntryKind.HEARING:
        raise NotAHearingError(entry.ref, entry.kind)


def _must_be_as_seen(hearing: Entry, seen: int | None) -> None:
    if seen not in (None, hearing.sequence):
        raise ChangedMeanwhileError(hearing.ref, _on_the_wall(hearing))


def _on_the_wall(hearing: Entry) -> str:
    """Return when a hearing is, as the court's wall shows it: "Friday 25 May 2018, 3:00 pm"."""
    if hearing.starts_at is None:
        return long_date(hearing.on_date)
    local = hearing.starts_at.astimezone(ZoneInfo(hearing.zone))
    return f"{long_date(hearing.on_date)}, {local.hour % 12 or 12}:{local:%M} {'am' if local.hour < 12 else 'pm'}"  # noqa: PLR2004 -- noon


def _when(hearing: Entry) -> str:
    """Return when a hearing is, for the log: with its offset where the hour is known."""
    if hearing.starts_at is None:
        return hearing.on_date.isoformat()
    return hearing.starts_at.astimezone(ZoneInfo(hearing.zone)).isoformat()
