"""`/timeline`: the events of both countries in one order."""

from collections.abc import Sequence
from datetime import date

from bot.docket.sight import cases_here
from handlers import facts, phrases
from handlers.commands.command import Command
from handlers.reading import first_word, named_case, page_of
from handlers.replies import Reply
from handlers.requests import Request
from handlers.spots import Spot, deadline_spots, entry_spots, in_order, items_at
from handlers.views.lists import PER_PAGE, Page, listing
from storage.cases import Case

_COUNTRIES = {"us": "US", "usa": "US", "kh": "KH", "cambodia": "KH"}


def show(request: Request) -> Reply:
    """List entries and deadlines of the cases followed here; it opens where today is."""
    text, wanted = page_of(request.text)
    with request.desk.look() as session:
        named, _ = named_case(session, request.who, text)
        cases = [named] if named else _of_country(request, cases_here(session, request.who), first_word(text)[0])
        spots = in_order(entry_spots(session, cases), deadline_spots(session, cases, only_open=False))
        today = facts.first_today(request.desk, cases)
        page = Page.of(len(spots), wanted or _page_of_today(spots, today))
        items = items_at(session, request.desk, cases, spots[page.span], with_flags=True)
    command, hint = f"/timeline {text}".strip(), f"`{phrases.HELP['/hearing'][0][0]}`"
    shown = listing(phrases.TIMELINE, items, page=page, command=command, hint=hint)
    return Reply(message=shown, replaces=wanted is not None)


def _of_country(request: Request, cases: Sequence[Case], word: str) -> Sequence[Case]:
    country = _COUNTRIES.get(word.casefold())
    return [case for case in cases if country in (None, request.desk.book.court(case.court).country)]


def _page_of_today(spots: Sequence[Spot], today: date) -> int:
    """Return the page on which the first event that is not past stands."""
    before = sum(1 for spot in spots if spot.day < today)
    return min(before, max(len(spots) - 1, 0)) // PER_PAGE + 1


COMMAND = Command(name="/timeline", bare=show, verbs={"list": show}, otherwise=show)
