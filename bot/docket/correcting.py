"""Correct what an entry says, or withdraw it; the deadlines that it started follow as they were shown to follow."""

from datetime import date, datetime
from typing import Any

from bot.docket.desk import Change
from bot.docket.entries import command_of, must_stand
from bot.docket.errors import ClosedEntryError, EmptyError
from bot.docket.following import (
    BLIND,
    DATING,
    Decision,
    Facts,
    Followed,
    carry_out,
    look_ahead,
    must_be_as_seen,
    must_be_as_shown,
)
from bot.docket.insiders import must_see
from bot.errors import AdQuemError
from storage.docket import ENDED, Entry, EntryKind, EntryStatus, Precision

WORDS = frozenset({"title", "place", "link", "note", "owner"})
"""What can be corrected of every entry without moving a date."""


class NothingCorrectedError(AdQuemError):
    """The entry says that already."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} says that already; nothing was changed.")


class MovedNotCorrectedError(AdQuemError):
    """The date of a hearing was to be corrected."""

    def __init__(self, ref: str) -> None:
        super().__init__(f'A hearing is moved, with the reason: `/hearing move {ref} 4 June 2018 9:30am "notice"`.')


def correct(change: Change, *, entry: Entry, facts: Facts, reason: str = "", decision: Decision = BLIND) -> Followed:
    """Let an entry say something else, and the deadlines that it started follow.

    Args:
        facts: what it shall say, by column: any of `WORDS` and `DATING`.
        reason: why; it must be given where dates are counted from what changes.

    Raises:
        ClosedEntryError: if it was vacated or withdrawn.
        ChangedMeanwhileError: if it changed after it was seen.
        NothingCorrectedError: if it says that already.
        MovedNotCorrectedError: if it is a hearing and its date is to change.
        EmptyError: if it would have no title, or the reason is missing.
        OutsiderError: if its owner may not see the case.
        OtherwiseThanShownError: if something else would follow than what was shown.
    """
    must_be_correctable(entry)
    must_be_as_seen(change.session, entry, decision)
    told = news_of(entry, facts)
    must_make_sense(entry, told, reason)
    must_see(change, entry, told.get("owner"))
    ahead = look_ahead(change.session, change.book, entry=entry, facts=told)
    must_be_as_shown(entry, ahead, decision)
    old = {name: _plain(getattr(entry, name)) for name in told}
    for name, fact in told.items():
        setattr(entry, name, fact)
    entry.sequence += 1
    change.keep_entry(entry)
    change.log(
        f"{entry.kind}.edited",
        subject=entry.ref,
        case_id=entry.case_id,
        reason=reason.strip(),
        old=old,
        new={name: _plain(fact) for name, fact in told.items()},
    )
    return carry_out(
        change, entry=entry, ahead=ahead, decision=decision, reason=f"{entry.ref} corrected: {reason.strip()}"
    )


def withdraw(change: Change, *, entry: Entry, reason: str, decision: Decision = BLIND) -> Followed:
    """Withdraw an entry that was recorded by mistake or that the court took back; it stays on the docket, marked.

    Raises:
        ClosedEntryError: if it no longer stands.
        ChangedMeanwhileError: if it changed after it was seen.
        EmptyError: if no reason was given.
        OtherwiseThanShownError: if something else would follow than what was shown.
    """
    must_stand(entry)
    must_be_as_seen(change.session, entry, decision)
    if not reason.strip():
        raise EmptyError("The reason", f'`{command_of(entry.kind)} withdraw {entry.ref} "recorded twice"`')
    ahead = look_ahead(change.session, change.book, entry=entry, facts=withdrawn())
    must_be_as_shown(entry, ahead, decision)
    entry.status = EntryStatus.WITHDRAWN
    entry.sequence += 1
    change.keep_entry(entry)
    change.log(f"{entry.kind}.withdrawn", subject=entry.ref, case_id=entry.case_id, reason=reason.strip())
    return carry_out(
        change, entry=entry, ahead=ahead, decision=decision, reason=f"{entry.ref} withdrawn: {reason.strip()}"
    )


def withdrawn() -> Facts:
    """Return what a withdrawn entry would be."""
    return {"status": EntryStatus.WITHDRAWN}


def news_of(entry: Entry, facts: Facts) -> dict[str, Any]:
    """Return those facts that are otherwise than an entry says; a day that is told anew is known to the day."""
    told = {name: fact.strip() if isinstance(fact, str) else fact for name, fact in facts.items()}
    told = {name: fact for name, fact in told.items() if (getattr(entry, name) or None) != (fact or None)}
    return {**told, "precision": Precision.DAY} if "on_date" in told else told


def must_be_correctable(entry: Entry) -> None:
    """Refuse to correct what was vacated or withdrawn; what a hearing that was held says can still be corrected."""
    if entry.status in ENDED:
        raise ClosedEntryError(entry.ref, entry.status)


def must_make_sense(entry: Entry, told: Facts, reason: str) -> None:
    """Refuse a correction that changes nothing, leaves no title, moves a hearing or gives no reason for its dates.

    Raises:
        NothingCorrectedError, EmptyError, MovedNotCorrectedError: if it does.
    """
    if not told:
        raise NothingCorrectedError(entry.ref)
    if told.get("title", entry.title) == "":
        raise EmptyError("The title", f"`{command_of(entry.kind)} edit {entry.ref} title Order denying the motion`")
    if entry.kind is EntryKind.HEARING and told.keys() & (DATING - {"trigger"}):
        raise MovedNotCorrectedError(entry.ref)
    if told.keys() & DATING and not reason.strip():
        raise EmptyError(
            "The reason for correcting what dates are counted from",
            f'`{command_of(entry.kind)} edit {entry.ref} served 8 May 2018 "the receipt says so"`',
        )


def _plain(fact: Any) -> Any:  # noqa: ANN401 -- any column
    return fact.isoformat() if isinstance(fact, date | datetime) else fact
