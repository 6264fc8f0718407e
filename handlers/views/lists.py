"""Lists that people page through: ten items at a time, each with a button that opens it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers import phrases
from handlers.views.blocks import VALUE, Block, Message, actions, button, context, header, message, section
from handlers.views.cards import CaseLine, overdue
from handlers.views.entry_cards import entry_when
from handlers.views.text import long_date, named, said
from storage.docket import Deadline, DeadlineStatus, Entry, EntryStatus

PER_PAGE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a list, and the button that opens what it is about."""

    text: str
    action: str = ""
    ref: str = ""

    @property
    def block(self) -> Block:
        """Return the line as a block."""
        if not self.action:
            return section(self.text)
        return section(self.text, accessory=button(phrases.OPEN, self.action, self.ref))


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """A command that a button runs when it is pressed.

    `receipt` is that of the request which offered it: of several buttons only one can be taken. `settled` says that
    the person chose the date that stands in the line.
    """

    line: str
    receipt: str = ""
    settled: bool = False

    @property
    def value(self) -> str:
        """Return it as a button carries it."""
        return json.dumps(
            {"line": self.line, "receipt": self.receipt, "settled": self.settled},
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def read(cls, value: str) -> "Continuation":
        """Read it back from a button."""
        return cls(**json.loads(value))

    @property
    def fits(self) -> bool:
        """Return whether a button can carry it."""
        return len(self.value) <= VALUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a list that may be long."""

    number: int
    total: int

    @classmethod
    def of(cls, total: int, wanted: int | None) -> "Page":
        """Return the page that was asked for, or the nearest there is."""
        last = max(-(-total // PER_PAGE), 1)
        return cls(number=min(max(wanted or 1, 1), last), total=total)

    @property
    def span(self) -> slice:
        """Return which items stand on it."""
        first = (self.number - 1) * PER_PAGE
        return slice(first, min(first + PER_PAGE, self.total))


def listing(title: str, items: Sequence[Item], *, page: Page, command: str, hint: str = "", empty: str = "") -> Message:
    """Return one page of a list; `command` shows the other pages when a number is put behind it."""
    if not items:
        return message(header(title), section((empty or phrases.NOTHING_LISTED).format(hint=hint).strip()))
    blocks = [header(title), *(item.block for item in items)]
    return message(*blocks, *turning(page, "command.run", pages_of(command)))


def turning(page: Page, action: str, value: Callable[[int], str]) -> list[Block]:
    """Return which part of a long list is shown, and the buttons that turn to the others; nothing of a short one.

    Args:
        action: begins the action_ids of the buttons.
        value: what a button carries that turns to a page of that number.
    """
    if page.total <= PER_PAGE:
        return []
    turns = []
    if page.span.start > 0:
        turns.append(button(phrases.EARLIER, f"{action}.earlier", value(page.number - 1)))
    if page.span.stop < page.total:
        turns.append(button(phrases.LATER, f"{action}.later", value(page.number + 1)))
    shown = phrases.PAGE.format(first=page.span.start + 1, last=page.span.stop, total=page.total)
    return [context(shown), actions(*turns)]


def pages_of(command: str) -> Callable[[int], str]:
    """Return what a button carries that shows some page of what a command lists."""
    return lambda number: Continuation(line=f"{command} page {number}").value


def entry_item(entry: Entry, case: CaseLine, *, now: datetime, flag: str = "") -> Item:
    """Return the line of an entry; one that is to come says in how many days."""
    status = "" if entry.status is EntryStatus.STANDING else f" *{phrases.STATUSES.get(entry.status, '')}*"
    left = f" · {ahead}" if (ahead := _ahead(entry.on_date, entry.zone, now)) else ""
    what = f"*{entry.ref}* · {phrases.KINDS[entry.kind]} · {said(entry.title, 200)} · {case.ref}"
    return Item(text=f"{flag}{entry_when(entry)}{left}{status}\n{what}", action="entry.open", ref=entry.ref)


def deadline_item(deadline: Deadline, case: CaseLine, *, now: datetime, flag: str = "") -> Item:
    """Return the line of a deadline: overdue, unconfirmed, conditional and doubtful ones say so."""
    is_open = deadline.status is DeadlineStatus.OPEN
    marks = [
        mark
        for mark in (
            *overdue(deadline, now),
            _ahead(deadline.due, deadline.zone, now) if is_open else "",
            _unconfirmed(deadline),
            phrases.CONDITIONAL if deadline.condition else "",
            _doubtful(deadline),
            _over(deadline),
        )
        if mark
    ]
    words = f"{flag}*{long_date(deadline.due)}*{' · ' + ' · '.join(marks) if marks else ''}"
    owner = phrases.OWNED_BY.format(owner=named(deadline.owner)) if deadline.owner else ""
    about = (f"*{deadline.ref}*", said(deadline.title, 200), said(deadline.citation, 80), case.ref, owner)
    return Item(text=f"{words}\n{' · '.join(filter(None, about))}", action="deadline.open", ref=deadline.ref)


def case_item(case: CaseLine) -> Item:
    """Return the line of a case."""
    return Item(text=case.text, action="case.open", ref=case.ref)


def _ahead(day: date, zone: str, now: datetime) -> str:
    """Return how far ahead a day is on the court's calendar: "in 11 days"; nothing if it has passed."""
    left = (day - now.astimezone(ZoneInfo(zone)).date()).days
    return "" if left < 0 else phrases.COUNTED.get(left, phrases.IN_DAYS.format(days=left))


def _unconfirmed(deadline: Deadline) -> str:
    waits = deadline.status is DeadlineStatus.OPEN and not deadline.confirmed_by
    return phrases.LIST_UNCONFIRMED if waits else ""


def _doubtful(deadline: Deadline) -> str:
    return (
        ""
        if deadline.standing in ("", "settled")
        else phrases.AGENDA_STANDINGS.get(deadline.standing, deadline.standing)
    )


def _over(deadline: Deadline) -> str:
    return "" if deadline.status is DeadlineStatus.OPEN else f"*{phrases.DEADLINE_STATUSES[deadline.status]}*"
