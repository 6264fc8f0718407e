"""`/docket`: what is ahead, the closed days, and everything that concerns the docket as a whole."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.docket.closed_ahead import closed_ahead
from bot.docket.sight import cases_here
from handlers import facts, phrases
from handlers.commands import auditing, importing, law, personal, searching, settings, undoing
from handlers.commands.command import Command, Handle
from handlers.commands.exporting import export
from handlers.commands.troubles import reminders_in_trouble
from handlers.reading import page_of
from handlers.replies import Reply, sentence
from handlers.requests import Request
from handlers.spots import in_order
from handlers.views.agenda import Agenda, Line, agenda, deadline_line, entry_line
from handlers.views.blocks import header, message
from handlers.views.glance import closed_glance
from handlers.views.lists import Page
from storage.cases import Case
from storage.docket import Deadline, Entry
from storage.spots import Spot, deadline_spots, entry_spots, rows_at

DAYS_AHEAD = 14
CLOSED_DAYS_AHEAD = 45


def ahead(request: Request) -> Reply:
    """Show what is overdue, then today and the next 14 days, with each court's closed days in that time."""
    _, wanted = page_of(request.text)
    desk = request.desk
    with desk.look() as session:
        cases = cases_here(session, request.who)
        today, now = facts.first_today(desk, cases), desk.clock.now()
        until = today + timedelta(days=DAYS_AHEAD)
        spots = _spots(session, cases, today=today, until=until, now=now)
        page = Page.of(len(spots), wanted)
        shown = Agenda(
            first=today,
            last=until,
            lines=_lines(session, request, cases, spots[page.span]),
            page=page,
            closed=closed_ahead(session, desk.book, cases, now=now, days=DAYS_AHEAD),
            troubles=reminders_in_trouble(session, request.who, cases),
        )
    return Reply(message=agenda(shown), replaces=wanted is not None)


def closed(request: Request) -> Reply:
    """Show on which weekdays the courts are closed in the weeks ahead, why, and which are open meanwhile."""
    with request.desk.look() as session:
        cases, now = cases_here(session, request.who), request.desk.clock.now()
        found = closed_ahead(session, request.desk.book, cases, now=now, days=CLOSED_DAYS_AHEAD)
    if not found:
        return sentence(phrases.NO_COURT_HERE)
    return Reply(message=message(header(phrases.CLOSED_DAYS), *closed_glance(found)))


def _spots(session: Session, cases: Sequence[Case], *, today: date, until: date, now: datetime) -> list[Spot]:
    """Return everything on the agenda in its order: what is overdue, though it may be due today, stands first."""
    late = [spot for spot in deadline_spots(session, cases, until=today + timedelta(days=1)) if spot.at < now]
    known = {spot.key for spot in late}
    due = [spot for spot in deadline_spots(session, cases, since=today, until=until) if spot.key not in known]
    standing = entry_spots(session, cases, since=today, until=until)
    return [*late, *sorted(in_order(standing, due), key=lambda spot: spot.day)]


def _lines(session: Session, request: Request, cases: Sequence[Case], spots: Sequence[Spot]) -> list[Line]:
    book, now = request.desk.book, request.desk.clock.now()
    named = {case.key: facts.case_line(book, case) for case in cases}
    flags = {case.key: facts.flag(book, case) for case in cases}
    lines: dict[tuple[type, int], Line] = {}
    for entry in rows_at(session, Entry, spots):
        lines[Entry, entry.key] = entry_line(entry, named[entry.case_id], flag=flags[entry.case_id])
    for due in rows_at(session, Deadline, spots):
        lines[Deadline, due.key] = deadline_line(due, named[due.case_id], now=now, flag=flags[due.case_id])
    return [lines[spot.of, spot.key] for spot in spots]


COMMAND = Command(
    name="/docket",
    bare=ahead,
    verbs={
        "list": ahead,
        "closed": closed,
        "search": searching.search,
        "find": searching.search,
        "undo": undoing.show,
        "settings": settings.choose,
        "language": personal.language,
        "away": personal.days_away,
        "audit": auditing.show,
        "log": auditing.show,
        "export": export,
        **importing.VERBS,
        **law.VERBS,
    },
)

ACTIONS: dict[str, Handle] = {**importing.ACTIONS, **personal.ACTIONS, **undoing.ACTIONS}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {
    **importing.SUBMISSIONS,
    **personal.SUBMISSIONS,
    **searching.SUBMISSIONS,
    **settings.SUBMISSIONS,
}
"""What its forms do when they are submitted, by their callback_ids."""
