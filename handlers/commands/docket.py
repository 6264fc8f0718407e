"""`/docket`: what is ahead, the closed days, and help."""

from datetime import timedelta

from bot.docket.sight import cases_here
from handlers import facts, phrases
from handlers.commands.command import Command, Handle
from handlers.reading import page_of
from handlers.replies import Reply
from handlers.requests import Request
from handlers.spots import deadline_spots, entry_spots, in_order, items_at
from handlers.views.blocks import header, message, section
from handlers.views.lists import Page, listing
from handlers.views.text import long_date, short_date

DAYS_AHEAD = 14
CLOSED_DAYS_AHEAD = 45


def ahead(request: Request) -> Reply:
    """Show today and the next 14 days, with whatever is overdue before them."""
    _, wanted = page_of(request.text)
    with request.desk.look() as session:
        cases = cases_here(session, request.who)
        today = facts.first_today(request.desk, cases)
        until = today + timedelta(days=DAYS_AHEAD)
        spots = deadline_spots(session, cases, until=today - timedelta(days=1))
        spots += in_order(
            entry_spots(session, cases, since=today, until=until),
            deadline_spots(session, cases, since=today, until=until),
        )
        page = Page.of(len(spots), wanted)
        items = items_at(session, request.desk, cases, spots[page.span], with_flags=True)
    title = phrases.TODAY_AND_NEXT.format(first=short_date(today), last=short_date(until))
    shown = listing(title, items, page=page, command="/docket list", empty=phrases.NOTHING_DUE)
    return Reply(message=shown, replaces=wanted is not None)


def closed(request: Request) -> Reply:
    """Show on which weekdays the courts of these cases are closed in the weeks ahead."""
    with request.desk.look() as session:
        found = facts.closed_ahead(request.desk, session, cases_here(session, request.who), days=CLOSED_DAYS_AHEAD)
    lines = [
        phrases.CLOSED_AT.format(court=court, days="; ".join(long_date(day) for day in days))
        if days
        else phrases.NO_CLOSED_DAYS.format(court=court)
        for court, days in found
    ]
    return Reply(message=message(header(phrases.CLOSED_DAYS), section("\n".join(lines) or phrases.NOTHING_DUE)))


COMMAND = Command(name="/docket", bare=ahead, verbs={"list": ahead, "closed": closed})

ACTIONS: dict[str, Handle] = {}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {}
"""What its forms do when they are submitted, by their callback_ids."""
