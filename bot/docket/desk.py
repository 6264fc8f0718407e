"""Where the docket is changed and read: the store, the clock and the law, together.

What each change did to its rows is remembered beside it, so that its author can undo it within a day.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.clock import Clock
from bot.docket.case_errors import CaseIsClosedError
from bot.docket.errors import AlreadyTakenError
from bot.rulebook import Rulebook
from storage import law, log, slack
from storage.cases import Case
from storage.deeds import Deed
from storage.docket import Deadline, DeadlineStatus, Entry
from storage.store import Store
from storage.traces import Touched, Trace, fingerprint, traced


@dataclass(slots=True, kw_only=True)
class Change:
    """One change to the docket, while it is being made.

    `entries` and `deadlines` collect what it touched, by short id, for those who follow (reminders, calendars).
    `logged` are the lines that it wrote; `is_final` says that it cannot be undone itself.
    """

    session: Session
    now: datetime
    actor: str
    book: Rulebook
    entries: dict[str, Entry] = field(default_factory=dict)
    deadlines: dict[str, Deadline] = field(default_factory=dict)
    logged: list[log.AuditEntry] = field(default_factory=list)
    is_final: bool = False

    def log(self, action: str, *, subject: str, case_id: int | None, reason: str = "", **details: Any) -> None:  # noqa: ANN401 -- any JSON
        """Write one line of the log."""
        entry = log.AuditEntry(
            at=self.now,
            actor=self.actor,
            action=action,
            subject=subject,
            case_id=case_id,
            reason=reason,
            details=details,
            previous="",
            seal="",
        )
        self.logged.append(log.append(self.session, entry))

    def keep_case(self, case: Case) -> Case:
        """Save a new or changed case."""
        self.session.add(case)
        self.session.flush()
        return case

    def keep_entry(self, entry: Entry) -> Entry:
        """Save a new or changed entry and pass it on to those who follow.

        Raises:
            CaseIsClosedError: if it is new and its case is closed.
        """
        if entry.id is None:
            self._must_run(entry.case_id)
        entry.changed_at = self.now
        self.session.add(entry)
        self.session.flush()
        self.entries[entry.ref] = entry
        return entry

    def keep_deadline(self, deadline: Deadline) -> Deadline:
        """Save a new or changed deadline and pass it on to those who follow.

        Raises:
            CaseIsClosedError: if it is open and its case is closed.
        """
        if deadline.status is DeadlineStatus.OPEN:
            self._must_run(deadline.case_id)
        deadline.changed_at = self.now
        self.session.add(deadline)
        self.session.flush()
        self.deadlines[deadline.ref] = deadline
        return deadline

    def closures(self, court: str) -> tuple[date, ...]:
        """Return the days on which the team recorded that a court is closed."""
        return tuple(law.closures_of(self.session, court))

    def _must_run(self, case_id: int) -> None:
        case = self.session.get(Case, case_id)
        if case and case.closed_at:
            raise CaseIsClosedError(case.ref)


Follower = Callable[[Change], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The one way to the docket. Followers run inside each change, before it is kept."""

    store: Store
    clock: Clock
    book: Rulebook
    followers: tuple[Follower, ...] = ()

    @contextmanager
    def change(self, *, by: str, receipt: str | None = None) -> Iterator[Change]:
        """Make one change: all of it is kept with its log, or nothing.

        Args:
            by: the Slack id of the person who makes it, or a word such as `import`.
            receipt: names the request that asks for it, so that a replay of the same request changes nothing.

        Raises:
            AlreadyTakenError: if that request was taken before.
        """
        with self.store.writing() as session:
            log.take_the_pen(session)
            now = self.clock.now()
            if receipt and not slack.take(session, slack.Receipt(key=receipt, at=now)):
                raise AlreadyTakenError
            trace = traced(session) if _is_person(by) else Trace()
            change = Change(session=session, now=now, actor=by, book=self.book)
            yield change
            for follow in self.followers:
                follow(change)
            if session.dirty or session.new or change.entries or change.deadlines or trace.has_changed:
                _must_be_logged(change)
            session.flush()
            _remember(change, trace)

    def look(self) -> AbstractContextManager[Session]:
        """Open a session for reading."""
        return self.store.reading()


def _must_be_logged(change: Change) -> None:
    if not change.logged:
        raise AssertionError("A change to the docket was not logged. Every verb writes its own line.")


def _is_person(actor: str) -> bool:
    """Return whether somebody can come back and undo: Slack's ids are in capitals, `import` is nobody."""
    return actor.isupper()


def _remember(change: Change, trace: Trace) -> None:
    """Remember what a change did, unless it is an undoing or touched no row that can be given back."""
    touched = list(trace.changed())
    if change.is_final or not (trace.is_of_law or any(found.is_changed for found in touched)):
        return
    first = change.logged[0]
    deed = Deed(at=change.now, actor=change.actor, action=first.action, subject=first.subject)
    if not trace.is_of_law:
        deed.before = {found.row.ref: _as_it_was(found) for found in touched}
        deed.after = {found.row.ref: fingerprint(found.row, own=found.changed) for found in touched}
    change.session.add(deed)


def _as_it_was(found: Touched) -> dict[str, Any] | None:
    return None if found.before is None else {"columns": found.changed, "grounds": found.grounds}
