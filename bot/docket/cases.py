"""Open a case, edit it, close it, and let channels follow it."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.case_errors import (
    CaseChangedMeanwhileError,
    CaseClosedAlreadyError,
    CaseNotClosedError,
    CaseStillRunsError,
    LastChannelError,
    NotFollowedHereError,
    NothingEditedError,
)
from bot.docket.desk import Change
from bot.docket.errors import CaseExistsError, EmptyError
from bot.docket.sight import Viewer, visible_cases
from storage.cases import Case, ChannelLink, cases_numbered, channels_of_case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus, deadlines_of, entries_of
from storage.traces import fingerprint

_EXAMPLE = "`/case add cand 3:18-mc-80024-SK Rainsy v. Facebook`"


def open_case(
    change: Change,
    *,
    court: str,
    docket_number: str,
    caption: str,
    channel_id: str | None,
    our_side: str = "",
    alias: str = "",
) -> Case:
    """Put a case on the docket; the channel in which it is opened follows it.

    Args:
        court: a Free Law Project id (`cand`) or a Cambodian court of ours (`kh-phnompenh`).
        alias: a code name, shown instead of the caption wherever only code names may be shown.

    Raises:
        LawError: if the court is unknown.
        EmptyError: if the docket number or the caption is missing.
        CaseExistsError: if that docket stands already where whoever opens it may see it. Of one that they may not see
            they learn nothing, not even that it is there. Where no channel follows, every case counts.
    """
    known = change.book.court(court.strip().lower())
    docket_number, caption = docket_number.strip(), caption.strip()
    if not docket_number:
        raise EmptyError("The docket number", _EXAMPLE)
    if not caption:
        raise EmptyError("The caption", _EXAMPLE)
    if there := _seen_there(change, known.id, docket_number, channel_id=channel_id):
        raise CaseExistsError(docket_number, known.name, there.ref)
    case = Case(
        court=known.id,
        docket_number=docket_number,
        caption=caption,
        our_side=our_side.strip(),
        alias=alias.strip(),
        created_at=change.now,
        created_by=change.actor,
    )
    change.keep_case(case)
    change.log(
        "case.opened",
        subject=case.ref,
        case_id=case.key,
        court=case.court,
        docket_number=docket_number,
        caption=caption,
    )
    if channel_id:
        link(change, case=case, channel_id=channel_id)
    return case


def _seen_there(change: Change, court: str, docket_number: str, *, channel_id: str | None) -> Case | None:
    """Return the case of a number that whoever changes the docket, in a channel or nowhere, knows of."""
    there = cases_numbered(change.session, court, docket_number)
    if channel_id is None:
        return next(iter(there), None)
    visible = visible_cases(change.session, Viewer(person_id=change.actor, channel_id=channel_id, vouched=True))
    return next((case for case in there if case in visible), None)


def link(change: Change, *, case: Case, channel_id: str) -> bool:
    """Let a channel follow a case; return False if it does already."""
    if change.session.get(ChannelLink, (channel_id, case.key)):
        return False
    change.session.add(
        ChannelLink(channel_id=channel_id, case_id=case.key, linked_at=change.now, linked_by=change.actor)
    )
    change.session.flush()
    change.log("case.linked", subject=case.ref, case_id=case.key, channel=channel_id)
    remind_anew(change, case)
    return True


def unlink(change: Change, *, case: Case, channel_id: str) -> None:
    """Let a channel follow a case no longer: its reminders there stop, and what only it showed is closed to its people.

    Raises:
        NotFollowedHereError: if the channel does not follow it.
        LastChannelError: if no other channel does: nobody could see the case, and nobody would be reminded.
    """
    followed = change.session.get(ChannelLink, (channel_id, case.key))
    if followed is None:
        raise NotFollowedHereError(case.ref)
    if list(channels_of_case(change.session, case.key)) == [channel_id]:
        raise LastChannelError(case.ref, len(still_ahead(change.session, case, now=change.now)))
    change.session.delete(followed)
    change.session.flush()
    change.log("case.unlinked", subject=case.ref, case_id=case.key, channel=channel_id)
    remind_anew(change, case)


def close(change: Change, *, case: Case, reason: str) -> None:
    """Close a case that is over; it stays on the docket, and nothing new is put into it.

    Raises:
        CaseClosedAlreadyError: if it is closed.
        EmptyError: if no reason was given.
        CaseStillRunsError: if deadlines are open in it, or hearings are to come.
    """
    if case.closed_at:
        raise CaseClosedAlreadyError(case.ref)
    if not reason.strip():
        raise EmptyError("The reason", f'`/case close {case.ref} "judgment is final"`')
    ahead = still_ahead(change.session, case, now=change.now)
    if ahead:
        raise CaseStillRunsError(case.ref, [row.ref for row in ahead])
    case.closed_at = change.now
    change.keep_case(case)
    change.log("case.closed", subject=case.ref, case_id=case.key, reason=reason.strip())


def reopen(change: Change, *, case: Case, reason: str = "") -> None:
    """Open a closed case again.

    Raises:
        CaseNotClosedError: if it is not closed.
    """
    if not case.closed_at:
        raise CaseNotClosedError(case.ref)
    case.closed_at = None
    change.keep_case(case)
    change.log("case.reopened", subject=case.ref, case_id=case.key, reason=reason.strip())


def edit(
    change: Change,
    *,
    case: Case,
    docket_number: str,
    caption: str,
    alias: str = "",
    our_side: str = "",
    seen: str | None = None,
) -> None:
    """Say anew how a case is named; its calendars follow.

    Args:
        seen: the fingerprint of the case that whoever edits it had before their eyes.

    Raises:
        CaseChangedMeanwhileError: if it was edited after it was `seen`.
        EmptyError: if the docket number or the caption is missing.
        CaseExistsError: if its court has that docket number for another case that whoever edits it may see.
        NothingEditedError: if nothing would change.
    """
    if seen not in (None, fingerprint(case)):
        raise CaseChangedMeanwhileError(case.ref)
    said = {"docket_number": docket_number, "caption": caption, "alias": alias, "our_side": our_side}
    new = {name: text.strip() for name, text in said.items() if text.strip() != getattr(case, name)}
    if not new:
        raise NothingEditedError(case.ref)
    if "" in (new.get("docket_number"), new.get("caption")):
        raise EmptyError("The docket number or the caption", _EXAMPLE)
    number = new.get("docket_number")
    if number and (there := _seen_there(change, case.court, number, channel_id="")):
        raise CaseExistsError(number, change.book.court(case.court).name, there.ref)
    old = {name: getattr(case, name) for name in new}
    for name, text in new.items():
        setattr(case, name, text)
    change.keep_case(case)
    change.log("case.edited", subject=case.ref, case_id=case.key, old=old, new=new)
    name_anew(change, case)


def name_anew(change: Change, case: Case) -> None:
    """Let the calendars write everything in a case anew, because it is named otherwise now."""
    for entry in entries_of(change.session, [case.key]):
        entry.sequence += 1
        change.keep_entry(entry)
    for deadline in deadlines_of(change.session, [case.key], status=None):
        deadline.sequence += 1
        change.keep_deadline(deadline)


def still_ahead(session: Session, case: Case, *, now: datetime) -> Sequence[Deadline | Entry]:
    """Return what keeps a case from being closed: its open deadlines, however late, and the hearings to come."""
    hearings = entries_of(session, [case.key], kind=EntryKind.HEARING)
    return [*deadlines_of(session, [case.key]), *(hearing for hearing in hearings if _is_to_come(hearing, now))]


def what_stands_in(session: Session, case: Case) -> list[str]:
    """Return the short ids of everything in a case that was not withdrawn or dropped."""
    entries, deadlines = entries_of(session, [case.key]), deadlines_of(session, [case.key], status=None)
    standing = [entry.ref for entry in entries if entry.status is not EntryStatus.WITHDRAWN]
    return [*standing, *(deadline.ref for deadline in deadlines if deadline.status is not DeadlineStatus.MOOT)]


def _is_to_come(hearing: Entry, now: datetime) -> bool:
    """Return whether a hearing stands and has not begun; one without an hour is to come until its day is over."""
    if hearing.status is not EntryStatus.STANDING:
        return False
    today = now.astimezone(ZoneInfo(hearing.zone)).date()
    return hearing.starts_at > now if hearing.starts_at else hearing.on_date >= today


def remind_anew(change: Change, case: Case) -> None:
    """Hand the case's open deadlines and hearings to those who follow: other channels want its reminders now."""
    for deadline in deadlines_of(change.session, [case.key]):
        change.deadlines[deadline.ref] = deadline
    for hearing in entries_of(change.session, [case.key], kind=EntryKind.HEARING):
        change.entries[hearing.ref] = hearing
