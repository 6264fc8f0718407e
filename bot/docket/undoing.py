"""Undo what somebody did last, within a day, as a new change that says so in the log.

Rows are given back as they were, one edition later, so that reminders and calendars follow. What was put on the docket
stays there, marked: an entry as withdrawn, a deadline as moot, a case as closed. An undoing cannot be undone.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.docket import cases
from bot.docket.case_errors import CaseStillRunsError
from bot.docket.desk import Change
from bot.docket.sight import Viewer, visible_cases
from bot.docket.undone_dates import counted_from_the_change, must_be_counted_so_still
from bot.errors import AdQuemError
from storage.cases import Case, case_by_ref
from storage.deeds import Deed, deeds_of
from storage.docket import (
    Deadline,
    DeadlineStatus,
    Entry,
    EntryStatus,
    deadline_by_ref,
    deadlines_started_by,
    entry_by_ref,
)
from storage.law import forget_revisions, replace_grounds
from storage.traces import Row, fingerprint, grounds_from, plain, restore

WITHIN = timedelta(days=1)
"""How long a change can be undone."""


class NothingToUndoError(AdQuemError):
    """The person changed nothing lately that could be undone. It says the same of what they may no longer see."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing of yours to undo: I can undo your own last change to entries, deadlines and cases, for a "
            "day. Older things are changed by hand: `/hearing move`, `/deadline reopen`, `/case edit` and so on; "
            "`/docket audit` shows what was done."
        )


class ChangedSinceError(AdQuemError):
    """Somebody changed what is to be undone."""

    def __init__(self, refs: Sequence[str]) -> None:
        super().__init__(
            f"Your last change can no longer be undone: {', '.join(refs)} changed since. Nothing was changed. "
            f"`/docket audit {refs[0]}` shows what was done; change it by hand."
        )


class DecidedAboutLawError(AdQuemError):
    """The last change was a decision about the law."""

    def __init__(self) -> None:
        super().__init__(
            "Your last change was a decision about the law, which may move many dates. Reverse it where it was made: "
            "`/docket questions`, `/docket closures` or `/docket changes`."
        )


class DecidedAboutDateError(AdQuemError):
    """The last change let one date follow what it is counted from."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"Your last change gave {ref} the date that holds now; I do not take that back. Nothing was changed. "
            f'Change it by hand: `/deadline moot {ref} "reason"`, `/deadline extend {ref}` and so on; '
            f"`/docket audit {ref}` shows what was done."
        )


class WholeCaseError(AdQuemError):
    """The last change opened a case together with what stands in it: one press is too little to take back so much."""

    def __init__(self, ref: str, others: int) -> None:
        super().__init__(
            f"Your last change opened {ref} with {others} more on its docket, which I do not take back in one press. "
            f'Nothing was changed. If all of it is wrong, type `/case close {ref} "reason"`; else change it by hand.'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What undoing does to one row.

    Args:
        columns: what each column is now, and what it was; empty for what the change put on the docket.
        grounds: what the date of a deadline rested on, if that is given back.
        is_new: the change put it on the docket.
    """

    row: Row
    columns: Mapping[str, tuple[Any, Any]]
    grounds: list[list[str]] | None
    is_new: bool

    @property
    def is_seen(self) -> bool:
        """Return whether anything that people see is given back, not only what a date rests on."""
        return self.is_new or bool(self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """What undoing a deed would do, before anybody does it."""

    deed: Deed
    rows: tuple[Undone, ...]

    @property
    def seen(self) -> tuple[Undone, ...]:
        """Return what people see of it."""
        return tuple(undone for undone in self.rows if undone.is_seen)


def last_undoable(session: Session, viewer: Viewer, *, now: datetime, deed_id: int | None = None) -> Undoing:
    """Return what undoing somebody's last change, or the one that is named, would do.

    Raises:
        NothingToUndoError: if they changed nothing within a day, or what they may not see any more.
        DecidedAboutLawError, DecidedAboutDateError: if it was a decision about the law, or let a date follow it.
        WholeCaseError: if it opened a case together with what stands in it.
        ChangedSinceError: if anything of it was changed since, or counted from it.
        CountedOtherwiseError: if what a date is counted from changed since.
        CaseStillRunsError: if it would close a case in which something is still ahead.
    """
    may_see = {case.key for case in visible_cases(session, viewer)}
    for deed in deeds_of(session, viewer.person_id, since=now - WITHIN):
        if deed_id not in (None, deed.key):
            continue
        if not _is_about_what_is_seen(session, deed, may_see):
            continue
        if not deed.before:
            raise _is_not_given_back(deed)
        rows = tuple(_undone(session, ref, was) for ref, was in deed.before.items())
        if all(case_of(undone.row) in may_see for undone in rows):
            _must_not_be_a_whole_case(rows)
            _must_be_as_left(session, deed, rows)
            _must_not_close_what_runs(session, rows, now=now)
            must_be_counted_so_still(session, deed, rows)
            return Undoing(deed=deed, rows=rows)
    raise NothingToUndoError


def undo(change: Change, *, undoing: Undoing) -> None:
    """Give back every row of a deed as it was; withdraw what it put on the docket."""
    change.is_final = True
    for undone in sorted(undoing.rows, key=_cases_last):
        if undone.is_new:
            _withdraw(change, undone.row, undoing.deed)
        else:
            _give_back(change, undone, undoing.deed)
    _forget_decisions(change, undoing)
    undoing.deed.undone_at = change.now
    change.session.add(undoing.deed)


def _is_not_given_back(deed: Deed) -> AdQuemError:
    return DecidedAboutDateError(deed.subject) if deed.action.startswith("deadline.") else DecidedAboutLawError()


def _is_about_what_is_seen(session: Session, deed: Deed, may_see: Collection[int]) -> bool:
    """Return whether what a change was about may still be seen; of what it may not, nothing is told."""
    row = _found(session, deed.subject)
    return row is None or case_of(row) in may_see


def cases_of(undoing: Undoing) -> tuple[int, ...]:
    """Return the cases that an undoing touches, each once."""
    return tuple(dict.fromkeys(case_of(undone.row) for undone in undoing.seen))


def _undone(session: Session, ref: str, was: dict[str, Any] | None) -> Undone:
    row = _row(session, ref)
    if was is None:
        return Undone(row=row, columns={}, grounds=None, is_new=True)
    columns = {name: (plain(getattr(row, name)), old) for name, old in was["columns"].items()}
    return Undone(row=row, columns=columns, grounds=was["grounds"], is_new=False)


def _row(session: Session, ref: str) -> Row:
    row = _found(session, ref)
    if row is None:
        raise LookupError(f"{ref} was never deleted, and is not there.")
    return row


def _found(session: Session, ref: str) -> Row | None:
    return case_by_ref(session, ref) or deadline_by_ref(session, ref) or entry_by_ref(session, ref)


def case_of(row: Row) -> int:
    """Return the case of a row; a case is its own."""
    return row.key if isinstance(row, Case) else row.case_id


def _cases_last(undone: Undone) -> bool:
    return isinstance(undone.row, Case)


def _must_not_be_a_whole_case(rows: Sequence[Undone]) -> None:
    opened = [undone.row.ref for undone in rows if undone.is_new and isinstance(undone.row, Case)]
    if opened and len(rows) > 1:
        raise WholeCaseError(opened[0], len(rows) - 1)


def _must_be_as_left(session: Session, deed: Deed, rows: Sequence[Undone]) -> None:
    changed = [undone.row.ref for undone in rows if undone.is_seen and _is_otherwise(undone.row, deed)]
    as_left = {undone.row.ref for undone in rows if not _is_otherwise(undone.row, deed)}
    hanging = [ref for undone in rows if undone.is_new for ref in _built_on(session, undone.row, deed)]
    counted = counted_from_the_change(session, rows, as_left=as_left)
    if refs := list(dict.fromkeys([*changed, *hanging, *counted])):
        raise ChangedSinceError(refs)


def _must_not_close_what_runs(session: Session, rows: Sequence[Undone], *, now: datetime) -> None:
    """Refuse to close a case again in which something is ahead since it was opened again."""
    for undone in rows:
        if isinstance(undone.row, Case) and undone.columns.get("closed_at", (None, None))[1] is not None:
            ahead = cases.still_ahead(session, undone.row, now=now)
            if ahead:
                raise CaseStillRunsError(undone.row.ref, [row.ref for row in ahead])


def _is_otherwise(row: Row, deed: Deed) -> bool:
    own = (deed.before[row.ref] or {}).get("columns", ())
    return bool(fingerprint(row, own=own) != deed.after[row.ref])


def _built_on(session: Session, row: Row, deed: Deed) -> Iterator[str]:
    """Yield what was put later on top of something new: it would hang in the air."""
    if isinstance(row, Entry):
        standing = (deadline for deadline in deadlines_started_by(session, row.key) if _is_open(deadline))
        yield from (deadline.ref for deadline in standing if deadline.ref not in deed.before)
    elif isinstance(row, Case):
        yield from (ref for ref in cases.what_stands_in(session, row) if ref not in deed.before)


def _is_open(deadline: Deadline) -> bool:
    return deadline.status is DeadlineStatus.OPEN


def _give_back(change: Change, undone: Undone, deed: Deed) -> None:
    row = undone.row
    is_as_left = not _is_otherwise(row, deed)
    restore(row, {name: old for name, (_, old) in undone.columns.items()})
    if isinstance(row, Deadline) and undone.grounds is not None and is_as_left:
        replace_grounds(change.session, row.key, grounds_from(row, undone.grounds))
    if not undone.is_seen:
        return
    new = {name: old for name, (_, old) in undone.columns.items() if name != "explanation"}
    old = {name: now for name, (now, _) in undone.columns.items() if name != "explanation"}
    change.log(
        "change.undone", subject=row.ref, case_id=case_of(row), reason=_reason(deed), old=old, new=new, deed=deed.key
    )
    _keep(change, row)


def _forget_decisions(change: Change, undoing: Undoing) -> None:
    """Let go of what was decided, together with the change of an entry, about the dates that are counted from it."""
    keys = [undone.row.key for undone in undoing.rows if isinstance(undone.row, Deadline)]
    forget_revisions(change.session, keys, by=undoing.deed.actor, at=undoing.deed.at)


def _withdraw(change: Change, row: Row, deed: Deed) -> None:
    reason = _reason(deed)
    if isinstance(row, Entry):
        row.status = EntryStatus.WITHDRAWN
        action = f"{row.kind}.withdrawn"
    elif isinstance(row, Deadline):
        row.status, row.closed_reason = DeadlineStatus.MOOT, reason
        action = "deadline.moot"
    else:
        row.closed_at = change.now
        action = "case.closed"
    change.log(action, subject=row.ref, case_id=case_of(row), reason=reason, deed=deed.key)
    _keep(change, row)


def _keep(change: Change, row: Row) -> None:
    """Save a row one edition later; reminders and calendars follow."""
    if isinstance(row, Case):
        change.keep_case(row)
        cases.name_anew(change, row)
        return
    row.sequence += 1
    if isinstance(row, Entry):
        change.keep_entry(row)
    else:
        change.keep_deadline(row)


def _reason(deed: Deed) -> str:
    return f"undone: {deed.action} {deed.subject}"
