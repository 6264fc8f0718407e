"""`/deadline list`: what is open, one's own, a colleague's, overdue, unconfirmed, or everything."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from bot.docket.sight import cases_here
from bot.errors import AdQuemError
from handlers import facts, phrases
from handlers.reading import named_case, page_of
from handlers.replies import Reply
from handlers.requests import Request
from handlers.views.lists import Page, deadline_item, listing
from handlers.views.text import echoed
from storage.cases import Case, Person
from storage.owed import Wanted, count_of, deadlines_wanted

_PERSON = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")


class NoSuchListError(AdQuemError):
    """Something else than a list was named."""

    def __init__(self, text: str) -> None:
        super().__init__(phrases.DEADLINE_NO_SUCH_LIST.format(said=echoed(text, 80)))


def show_all(request: Request) -> Reply:
    """List deadlines, the earliest first."""
    text, wanted_page = page_of(request.text)
    with request.desk.look() as session:
        case, rest = named_case(session, request.who, text)
        cases = [case] if case else cases_here(session, request.who)
        title, wanted = _wanted(session, request, cases, rest.strip())
        page = Page.of(count_of(session, wanted), wanted_page)
        lines = {each.key: facts.case_line(request.desk.book, each) for each in cases}
        now = request.desk.clock.now()
        found = deadlines_wanted(session, wanted, span=page.span)
        items = [deadline_item(deadline, lines[deadline.case_id], now=now) for deadline in found]
    asked = f"{case.ref} {rest}" if case else rest
    hint = phrases.HINT.format(command="/order")
    command = f"/deadline list {asked}".strip()
    shown = listing(title, items, page=page, command=command, hint=hint, empty=_none_of(wanted, request))
    return Reply(message=shown, replaces=wanted_page is not None)


def person_in(text: str) -> str | None:
    """Return the person that a text is, as Slack writes them; None if it is something else."""
    found = _PERSON.fullmatch(text.strip())
    return found[1] if found else None


def _none_of(wanted: Wanted, request: Request) -> str:
    """Return what an empty list says; nothing of its own if it was not narrowed down."""
    if wanted.late_at:
        return phrases.DEADLINE_LISTS_EMPTY["overdue"]
    if wanted.only_unconfirmed:
        return phrases.DEADLINE_LISTS_EMPTY["unconfirmed"]
    if wanted.owner:
        return phrases.DEADLINE_LISTS_EMPTY["mine" if wanted.owner == request.who.person_id else "theirs"]
    return ""


def _wanted(session: Session, request: Request, cases: Sequence[Case], text: str) -> tuple[str, Wanted]:
    """Return the title of a list and what stands on it."""
    every = Wanted(case_ids=[case.key for case in cases])
    name, person = text.casefold(), person_in(text)
    if person:
        known = session.get(Person, person)
        return phrases.DEADLINES_OWED_BY.format(person=known.name if known else person), replace(every, owner=person)
    match name:
        case "" | "open":
            return phrases.DEADLINES, every
        case "all":
            return phrases.DEADLINE_LISTS[name], replace(every, closed_too=True)
        case "mine" | "my" | "me":
            return phrases.DEADLINE_LISTS["mine"], replace(every, owner=request.who.person_id)
        case "overdue" | "late":
            return phrases.DEADLINE_LISTS["overdue"], replace(every, late_at=request.desk.clock.now())
        case "unconfirmed":
            return phrases.DEADLINE_LISTS[name], replace(every, only_unconfirmed=True)
    raise NoSuchListError(text)
