"""The week that was: what the first digest of a week tells besides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from storage.docket import Deadline, Entry
from storage.week import ended_since, moved_since, recorded_since

SPAN = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What became of some cases in seven days.

    Args:
        recorded: what came onto the docket; `moved`: what got another date; `ended`: what was done or became moot.
    """

    recorded: tuple[Entry, ...] = ()
    moved: tuple[Deadline | Entry, ...] = ()
    ended: tuple[Deadline, ...] = ()


def week_until(session: Session, case_ids: Sequence[int], now: datetime) -> Week:
    """Return what became of some cases in the seven days before an instant."""
    since = now - SPAN
    return Week(
        recorded=tuple(recorded_since(session, case_ids, since)),
        moved=tuple(moved_since(session, case_ids, since)),
        ended=tuple(ended_since(session, case_ids, since)),
    )
