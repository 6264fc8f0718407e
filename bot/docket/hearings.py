"""Schedule, move and vacate hearings; what was counted from one follows it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.docket.desk import Change
from bot.docket.entries import must_stand
from bot.docket.errors import EmptyError, NotAHearingError
from bot.docket.following import (
    BLIND,
    Decision,
    Facts,
    Followed,
    carry_out,
    look_ahead,
    must_be_as_seen,
    must_be_as_shown,
)
from bot.docket.insiders import must_see
from bot.docket.wall import on_the_wall
from bot.errors import AdQuemError
from storage.cases import Case
from storage.docket import Entry, EntryKind, EntryStatus, Precision, next_number


class SameMomentError(AdQuemError):
    """The hearing is at that instant already."""

    def __init__(self, ref: str, when: str) -> None:
        super().__init__(f"{ref} is on {when} already; nothing was changed. Type the new day and hour.")


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
    owner: str | None = None,
    follows: Entry | None = None,
) -> Entry:
    """Put a hearing on a case's docket.

    Args:
        owner: the Slack id of whoever appears; `follows` is the hearing that was adjourned to this one.
        trigger: what the hearing is for the rules (`hearing.set`), if deadlines are counted from it.
        starts_at: the aware instant at which it begins; None where history does not tell the hour.
        on_date: the day in the court's zone, needed only where the hour is not known.

    Raises:
        EmptyError: if the title, or the date, is missing.
        OutsiderError: if whoever appears may not see the case.
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
        owner=owner,
        follows_id=follows.key if follows else None,
        created_at=change.now,
        created_by=change.actor,
        changed_at=change.now,
    )
    must_see(change, hearing, owner)
    change.keep_entry(hearing)
    change.log(
        "hearing.scheduled",
        subject=hearing.ref,
        case_id=case.key,
        title=hearing.title,
        when=_when(hearing),
        place=hearing.place,
        trigger=trigger,
        owner=owner,
        follows=follows.ref if follows else None,
    )
    return hearing


def move(change: Change, *, hearing: Entry, starts_at: datetime, reason: str, decision: Decision = BLIND) -> Followed:
    """Move a hearing to another instant; what was counted from it follows, as it was shown to.

    Raises:
        NotAHearingError, ClosedEntryError: if it is no hearing, or no longer stands.
        ChangedMeanwhileError: if it changed after it was seen.
        EmptyError: if no reason was given.
        SameMomentError: if it is at that instant already.
        OtherwiseThanShownError: if something else would follow than what was shown.
    """
    must_be_changeable(hearing)
    must_be_as_seen(change.session, hearing, decision)
    if not reason.strip():
        raise EmptyError("The reason", f'`/hearing move {hearing.ref} 7 May 2018 9:30am "clerk\'s notice"`')
    if hearing.starts_at == starts_at:
        raise SameMomentError(hearing.ref, on_the_wall(hearing))
    ahead = look_ahead(change.session, change.book, entry=hearing, facts=at(hearing, starts_at))
    must_be_as_shown(hearing, ahead, decision)
    old = _when(hearing)
    for name, fact in at(hearing, starts_at).items():
        setattr(hearing, name, fact)
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
    why = f"{hearing.ref} moved: {reason.strip()}"
    return carry_out(change, entry=hearing, ahead=ahead, decision=decision, reason=why)


def vacate(change: Change, *, hearing: Entry, reason: str, decision: Decision = BLIND) -> Followed:
    """Take a hearing off calendar; it stays on the docket, marked.

    What was counted from it has no rule any more: it is closed or kept, as was decided.

    Raises:
        NotAHearingError, ClosedEntryError: if it is no hearing, or no longer stands.
        ChangedMeanwhileError: if it changed after it was seen.
        OtherwiseThanShownError: if something else would follow than what was shown.
    """
    must_be_changeable(hearing)
    must_be_as_seen(change.session, hearing, decision)
    ahead = look_ahead(change.session, change.book, entry=hearing, facts=vacated())
    must_be_as_shown(hearing, ahead, decision)
    hearing.status = EntryStatus.VACATED
    hearing.sequence += 1
    change.keep_entry(hearing)
    change.log(
        "hearing.vacated", subject=hearing.ref, case_id=hearing.case_id, reason=reason.strip(), old=_when(hearing)
    )
    why = f"{hearing.ref} vacated: {reason.strip()}"
    return carry_out(change, entry=hearing, ahead=ahead, decision=decision, reason=why)


def at(hearing: Entry, starts_at: datetime) -> Facts:
    """Return what a hearing would say if it began at another aware instant."""
    day = starts_at.astimezone(ZoneInfo(hearing.zone)).date()
    return {"starts_at": starts_at, "on_date": day, "precision": Precision.DAY}


def vacated() -> Facts:
    """Return what a vacated hearing would be."""
    return {"status": EntryStatus.VACATED}


def must_be_changeable(entry: Entry) -> None:
    """Refuse what is no hearing, or no longer stands.

    Raises:
        NotAHearingError, ClosedEntryError: if so.
    """
    if entry.kind is not EntryKind.HEARING:
        raise NotAHearingError(entry.ref, entry.kind)
    must_stand(entry)


def _when(hearing: Entry) -> str:
    """Return when a hearing is, for the log: with its offset where the hour is known."""
    if hearing.starts_at is None:
        return hearing.on_date.isoformat()
    return hearing.starts_at.astimezone(ZoneInfo(hearing.zone)).isoformat()
