"""Whether a date that an undoing gives back, or leaves alone, would still be counted from what its entry says."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bot.docket.grounds import said_by
from bot.docket.outcomes import Upshot, upshot_in
from bot.errors import AdQuemError
from storage.docket import ENDED, Deadline, DeadlineStatus, Entry, deadlines_started_by, entry_following
from storage.law import ENTRY_GROUND, grounds_under
from storage.traces import read_back

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlmodel import Session

    from bot.docket.undoing import Undone
    from storage.deeds import Deed

_DATED = frozenset({"status", "due", "due_at", "rule", "is_fixed"})
_Row = TypeVar("_Row", Entry, Deadline)
_WITHOUT_DAY = "was adjourned"


class CountedOtherwiseError(AdQuemError):
    """What a date is counted from changed since, and its old date would be wrong."""

    def __init__(self, deadline: Deadline, entry: Entry, happened: str) -> None:
        by_hand = f"`/docket audit {entry.ref}` shows what was done; change {deadline.ref} by hand."
        if deadline.status is not DeadlineStatus.OPEN and entry.status not in ENDED and happened != _WITHOUT_DAY:
            by_hand = f'`/deadline reopen {deadline.ref} "reason"` opens it with the date that holds now.'
        super().__init__(
            f"Your last change can no longer be undone: {deadline.ref} is counted from {entry.ref}, which {happened} "
            f"since, so that its old date may be wrong. Nothing was changed. {by_hand}"
        )


def must_be_counted_so_still(session: Session, deed: Deed, rows: Sequence[Undone]) -> None:
    """Refuse to give back a computed date if the entry that started it changed since.

    Raises:
        CountedOtherwiseError: if it was withdrawn, vacated or adjourned, or dates are counted otherwise from it.
    """
    given_back = {undone.row.key for undone in rows if isinstance(undone.row, Entry)}
    for undone in rows:
        if not isinstance(undone.row, Deadline) or not _DATED & undone.columns.keys():
            continue
        deadline = _as_it_was(undone.row, undone)
        if deadline.entry_id is None or deadline.entry_id in given_back or not _is_counted(deadline):
            continue
        entry = session.get_one(Entry, deadline.entry_id)
        happened = _what_happened(session, entry, undone) if entry.changed_at >= deed.at else ""
        if happened:
            raise CountedOtherwiseError(undone.row, entry, happened)


def counted_from_the_change(session: Session, rows: Sequence[Undone], *, as_left: Collection[str]) -> Iterator[str]:
    """Yield the deadlines that somebody counted since from what an entry says only until it is given back.

    Args:
        as_left: the short ids of the rows that nobody changed since: they are given back too.
    """
    for undone in rows:
        if undone.is_new or not isinstance(undone.row, Entry):
            continue
        said = said_by(undone.row), said_by(_as_it_was(undone.row, undone))
        if said[0] == said[1]:
            continue
        for deadline in deadlines_started_by(session, undone.row.key):
            if deadline.ref not in as_left and _is_counted(deadline) and _rests_on(session, deadline, said[0]):
                yield deadline.ref


def _as_it_was(row: _Row, undone: Undone) -> _Row:
    """Return a copy of a row as it was, which stands on no docket."""
    old = {name: read_back(type(row), name, was) for name, (_, was) in undone.columns.items()}
    return type(row)(**{**row.model_dump(), **old})


def _is_counted(deadline: Deadline) -> bool:
    return deadline.status is DeadlineStatus.OPEN and deadline.rule is not None and not deadline.is_fixed


def _what_happened(session: Session, entry: Entry, undone: Undone) -> str:
    if entry.status in ENDED:
        return f"was {entry.status}"
    following = entry_following(session, entry.key)
    if following or upshot_in(entry.outcome)[0] is Upshot.ADJOURNED:
        return f"{_WITHOUT_DAY} to {following.ref}" if following else _WITHOUT_DAY
    noted = {what: was for what, _, was in undone.grounds or ()}
    return "changed" if noted.get(ENTRY_GROUND, said_by(entry)) != said_by(entry) else ""


def _rests_on(session: Session, deadline: Deadline, said: str) -> bool:
    grounds = grounds_under(session, deadline.key)
    return any(ground.what == ENTRY_GROUND and ground.was == said for ground in grounds)
