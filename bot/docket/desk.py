"""Where the docket is changed and read: the store, the clock and the law, together."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.clock import Clock
from bot.docket.errors import AlreadyTakenError
from bot.rulebook import Rulebook
from storage import law, log, slack
from storage.docket import Deadline, Entry
from storage.store import Store


@dataclass(slots=True, kw_only=True)
class Change:
    """One change to the docket, while it is being made.

    `entries` and `deadlines` collect what it touched, by short id, for those who follow (reminders, calendars).
    """

    session: Session
    now: datetime
    actor: str
    book: Rulebook
    entries: dict[str, Entry] = field(default_factory=dict)
    deadlines: dict[str, Deadline] = field(default_factory=dict)
    logged: int = 0

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
        log.append(self.session, entry)
        self.logged += 1

    def keep_entry(self, entry: Entry) -> Entry:
        """Save a new or changed entry and pass it on to those who follow."""
        entry.changed_at = self.now
        self.session.add(entry)
        self.session.flush()
        self.entries[entry.ref] = entry
        return entry

    def keep_deadline(self, deadline: Deadline) -> Deadline:
        """Save a new or changed deadline and pass it on to those who follow."""
        deadline.changed_at = self.now
        self.session.add(deadline)
        self.session.flush()
        self.deadlines[deadline.ref] = deadline
        return deadline

    def closures(self, court: str) -> tuple[date, ...]:
        """Return the days on which the team recorded that a court is closed."""
        return tuple(law.closures_of(self.session, court))


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
            change = Change(session=session, now=now, actor=by, book=self.book)
            yield change
            for follow in self.followers:
                follow(change)
            if session.dirty or session.new or change.entries or change.deadlines:
                _must_be_logged(change)

    def look(self) -> AbstractContextManager[Session]:
        """Open a session for reading."""
        return self.store.reading()


def _must_be_logged(change: Change) -> None:
    if not change.logged:
        raise AssertionError("A change to the docket was not logged. Every verb writes its own line.")
