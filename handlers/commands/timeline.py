"""`/timeline`: the events of both countries in one order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.docket.sight import cases_here
from bot.errors import AdQuemError
from handlers import facts, phrases
from handlers.commands.command import Command
from handlers.reading import named_case, page_of
from handlers.replies import Reply
from handlers.requests import Request
from handlers.spots import Spot, deadline_spots, entry_spots, in_order, items_at
from handlers.views.lists import PER_PAGE, Page, listing
from storage.cases import Case

_COUNTRIES = {"us": "US", "usa": "US", "kh": "KH", "cambodia": "KH"}
_YEARS = re.compile(r"((?:19|20)\d\d)(?:[-\u2013]((?:19|20)\d\d))?")


class UnknownTimelineError(AdQuemError):
    """The timeline of something was asked for that is no case, country or year."""

    def __init__(self, said: str) -> None:
        super().__init__(phrases.TIMELINE_OF.format(said=said))


def show(request: Request) -> Reply:
    """List entries and deadlines of the cases followed here; it opens where today is."""
    text, wanted = page_of(request.text)
    with request.desk.look() as session:
        named, rest = named_case(session, request.who, text)
        chosen = _chosen(rest)
        cases = _of_country(request, [named] if named else cases_here(session, request.who), chosen.country)
        spots = in_order(
            entry_spots(session, cases, since=chosen.since, until=chosen.until),
            deadline_spots(session, cases, only_open=False, since=chosen.since, until=chosen.until),
        )
        today = facts.first_today(request.desk, cases)
        page = Page.of(len(spots), wanted or _page_of_today(spots, today))
        items = items_at(session, request.desk, cases, spots[page.span], with_flags=True)
    command, hint = f"/timeline {text}".strip(), phrases.HINT.format(command="/hearing")
    shown = listing(phrases.TIMELINE, items, page=page, command=command, hint=hint)
    return Reply(message=shown, replaces=wanted is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    """What part of the timeline was asked for."""

    country: str | None = None
    since: date | None = None
    until: date | None = None


def _chosen(text: str) -> _Chosen:
    """Read what was typed behind the command: a country, a year, years from one to another.

    Raises:
        UnknownTimelineError: if it is anything else.
    """
    chosen = _Chosen()
    for word in text.split():
        years = _YEARS.fullmatch(word)
        if word.casefold() in _COUNTRIES:
            chosen = replace(chosen, country=_COUNTRIES[word.casefold()])
        elif years and years[1] <= (years[2] or years[1]):
            first, last = int(years[1]), int(years[2] or years[1])
            chosen = replace(chosen, since=date(first, 1, 1), until=date(last, 12, 31))
        else:
            raise UnknownTimelineError(text)
    return chosen


def _of_country(request: Request, cases: Sequence[Case], country: str | None) -> Sequence[Case]:
    return [case for case in cases if country in (None, request.desk.book.court(case.court).country)]


def _page_of_today(spots: Sequence[Spot], today: date) -> int:
    """Return the page on which the first event that is not past stands."""
    before = sum(1 for spot in spots if spot.day < today)
    return min(before, max(len(spots) - 1, 0)) // PER_PAGE + 1


COMMAND = Command(name="/timeline", bare=show, verbs={"list": show}, otherwise=show)
