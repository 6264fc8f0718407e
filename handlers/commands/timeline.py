"""`/timeline`: the events of both countries in one order, as a list at once and as a picture right after it."""

from collections.abc import Sequence
from datetime import date

from bot.docket.sight import cases_here
from bot.timeline import Naming
from handlers import facts, phrases
from handlers.commands.command import Command
from handlers.commands.timeline_picture import picture, shared_in
from handlers.commands.timeline_words import chosen
from handlers.reading import named_case, page_of
from handlers.replies import Reply
from handlers.requests import Request
from handlers.spots import in_order, items_at
from handlers.views.blocks import header, message
from handlers.views.lists import PER_PAGE, Page, listing
from handlers.views.timeline import with_word_of_the_picture
from storage.cases import Case
from storage.spots import Spot, deadline_spots, entry_spots


def show(request: Request) -> Reply:
    """List entries and deadlines of the cases followed here; it opens where today is. The picture comes after it."""
    text, wanted = page_of(request.text)
    with request.desk.look() as session:
        case, rest = named_case(session, request.who, text)
        followed = [case] if case else list(cases_here(session, request.who))
        part = chosen(rest, now=request.desk.clock.now(), zone=_zone(request, followed))
        cases = _of_country(request, followed, part.country)
        spots = in_order(
            entry_spots(session, cases, since=part.since, until=part.until),
            deadline_spots(session, cases, only_open=False, since=part.since, until=part.until),
        )
        today = facts.first_today(request.desk, cases)
        page = Page.of(len(spots), wanted or _page_of_today(spots, today))
        items = items_at(session, request.desk, cases, spots[page.span], with_flags=True)
        channel_id = shared_in(session, request, cases, part)
    command, hint = f"/timeline {text}".strip(), phrases.HINT.format(command="/hearing")
    shown = listing(phrases.TIMELINE, items, page=page, command=command, hint=hint)
    if wanted is not None or not spots:
        return Reply(message=shown, replaces=wanted is not None)
    if part.naming is Naming.CODE:  # the list would tell what the picture shall not
        shown = message(header(phrases.TIMELINE))
    drawing = picture(request, cases, part, spots=spots, today=today, channel_id=channel_id)
    return Reply(message=with_word_of_the_picture(shown, here=channel_id is not None), attachments=(drawing,))


def _zone(request: Request, cases: Sequence[Case]) -> str:
    """Return the zone in which a typed day is meant: that of the first case's court."""
    return request.desk.book.court(cases[0].court).zone if cases else "UTC"


def _of_country(request: Request, cases: Sequence[Case], country: str | None) -> Sequence[Case]:
    return [case for case in cases if country in (None, request.desk.book.court(case.court).country)]


def _page_of_today(spots: Sequence[Spot], today: date) -> int:
    """Return the page on which the first event that is not past stands."""
    before = sum(1 for spot in spots if spot.day < today)
    return min(before, max(len(spots) - 1, 0)) // PER_PAGE + 1


COMMAND = Command(name="/timeline", bare=show, verbs={"list": show}, otherwise=show)
