"""`/timeline`: the events of both countries in one order."""

from collections.abc import Sequence
from datetime import date

from bot.docket.sight import cases_here
from handlers import facts, phrases
from handlers.commands.command import Command
from handlers.reading import first_word, named_case, page_of
from handlers.replies import Reply
from handlers.requests import Request
from handlers.views.lists import PER_PAGE, Item, listing
from storage.cases import Case

_COUNTRIES = {"us": "US", "usa": "US", "kh": "KH", "cambodia": "KH"}


def show(request: Request) -> Reply:
    """List entries and deadlines of the cases followed here; it opens where today is."""
    text, page = page_of(request.text)
    with request.desk.look() as session:
        named, _ = named_case(session, request.who, text)
        cases = [named] if named else _of_country(request, cases_here(session, request.who), first_word(text)[0])
        dated = facts.dated_items(session, request.desk, cases)
    today = facts.first_today(request.desk, cases)
    shown = listing(
        phrases.TIMELINE,
        [item for _, item in dated],
        page=page or _page_of_today(dated, today),
        command=f"/timeline {text}".strip(),
        hint=f"`{phrases.HELP['/hearing'][0][0]}`",
    )
    return Reply(message=shown, replaces=page is not None)


def _of_country(request: Request, cases: Sequence[Case], word: str) -> Sequence[Case]:
    country = _COUNTRIES.get(word.casefold())
    return [case for case in cases if country in (None, request.desk.book.court(case.court).country)]


def _page_of_today(dated: Sequence[tuple[date, Item]], today: date) -> int:
    """Return the page on which the first event that is not past stands."""
    before = sum(1 for day, _ in dated if day < today)
    return min(before, max(len(dated) - 1, 0)) // PER_PAGE + 1


COMMAND = Command(name="/timeline", bare=show, verbs={"list": show}, otherwise=show)
