"""What the docket knows of an entry beyond its own row: what it said before, what happened to it, what follows it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.desk import Desk
from bot.docket.sight import Viewer
from bot.rulebook import Rulebook
from handlers import facts, phrases
from handlers.views import entry_cards
from handlers.views.blocks import Message, message, section
from handlers.views.text import long_date, moment, named, said, short_date
from storage.cases import Case
from storage.docket import Entry, EntryKind, EntryStatus
from storage.histories import history_of
from storage.log import AuditEntry

MOST_LINES = 12
_TOLD = ("title", "place", "on_date", "starts_at", "service", "served_on", "trigger", "link", "note", "owner", "status")
_NO_SERVICE = "none"


def news(book: Rulebook, case: Case, before: Entry, after: Entry) -> list[tuple[str, str, str]]:
    """Return what an entry said and would say, in words: a label, the old words and the new ones."""
    names = [name for name in _TOLD if (getattr(before, name) or None) != (getattr(after, name) or None)]
    if before.kind is EntryKind.HEARING and "starts_at" in names and "on_date" in names:
        names.remove("on_date")
    return [
        (phrases.CHANGE_LABELS[name], _words(book, case, before, name), _words(book, case, after, name))
        for name in names
    ]


def entry_page(session: Session, desk: Desk, entry: Entry, who: Viewer) -> Message:
    """Return an entry's card, the deadlines it started, and what happened to it."""
    shown = facts.entry_page(session, desk, entry, who)
    return message(*shown.blocks, *_history(session, desk.book, entry))


def _history(session: Session, book: Rulebook, entry: Entry) -> list[dict[str, Any]]:
    lines = history_of(session, entry.ref, most=MOST_LINES + 1)
    case = session.get_one(Case, entry.case_id)
    told = [_line(book, case, entry, line) for line in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        told.append(phrases.ENTRY_HISTORY_EARLIER.format(ref=entry.ref))
    return [section("\n".join([phrases.ENTRY_HISTORY_TITLE, *told]))] if told else []


def _line(book: Rulebook, case: Case, entry: Entry, line: AuditEntry) -> str:
    deed = line.action.rpartition(".")[2]
    told = phrases.ENTRY_HISTORY.get(deed, phrases.ENTRY_HISTORY_OTHER)
    return phrases.ENTRY_HISTORY_LINE.format(
        day=short_date(line.at.astimezone(ZoneInfo(entry.zone)).date()),
        what=told.format(
            action=said(line.action),
            old=_logged(entry, line.details.get("old")),
            new=_logged(entry, line.details.get("new")),
            changes=_changes(book, case, entry, line.details),
        ),
        by=named(line.actor),
        reason=phrases.ENTRY_HISTORY_REASON.format(reason=said(line.reason, 120)) if line.reason else "",
    )


def _logged(entry: Entry, when: object) -> str:
    """Return an instant or a day of the log in words; nothing for anything else."""
    if not isinstance(when, str):
        return ""
    return moment(datetime.fromisoformat(when), entry.zone) if "T" in when else long_date(date.fromisoformat(when))


def _changes(book: Rulebook, case: Case, entry: Entry, details: Mapping[str, Any]) -> str:
    old, new = details.get("old"), details.get("new")
    if not isinstance(old, dict) or not isinstance(new, dict):
        return ""
    before, after = (Entry.model_validate({**entry.model_dump(), **facts}) for facts in (old, new))
    told = news(book, case, before, after)
    return "; ".join(phrases.CHANGE_FACT.format(label=label, old=was, new=now) for label, was, now in told)


def _words(book: Rulebook, case: Case, entry: Entry, name: str) -> str:
    """Return what one column of an entry says, in words."""
    fact = getattr(entry, name)
    if name == "service":
        return str(phrases.SERVICES[fact or _NO_SERVICE])
    if not fact:
        return phrases.CHANGE_NONE
    in_words: dict[str, Callable[[], str]] = {
        "status": lambda: _status_words(entry),
        "starts_at": lambda: entry_cards.when_on_the_wall(entry),
        "on_date": lambda: long_date(fact),
        "served_on": lambda: long_date(fact),
        "owner": lambda: named(fact),
        "trigger": lambda: said(facts.trigger_label(book, case, fact)),
    }
    return in_words.get(name, lambda: said(str(fact), 200))()


def _status_words(entry: Entry) -> str:
    if entry.status is EntryStatus.STANDING:
        return entry_cards.when_on_the_wall(entry)
    return phrases.CHANGE_IS_WITHDRAWN if entry.status is EntryStatus.WITHDRAWN else phrases.CHANGE_OFF_CALENDAR
