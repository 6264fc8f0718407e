"""What orders, rulings and hearings share: what is typed to record one, the lists, the single entry."""

from collections.abc import Callable, Sequence

from sqlmodel import Session

from bot.docket.sight import cases_here, find_entry
from handlers import entry_facts, phrases
from handlers.commands.entry_form import open_form
from handlers.examples import ref_and_rest
from handlers.reading import first_word, mention_in, named_case, page_of, take_court_day, unquoted
from handlers.replies import Reply
from handlers.requests import Request
from handlers.spots import items_at
from handlers.views.forms import TITLE_LENGTH
from handlers.views.lists import Page, listing
from handlers.views.recording import Draft
from handlers.views.text import fitted
from storage.cases import Case
from storage.docket import EntryKind
from storage.spots import Spot, entry_spots


def add(kind: EntryKind) -> Callable[[Request], Reply]:
    """Return the verb that opens the form for a kind of entry, filled with the date and title that were typed."""

    def typed(request: Request) -> Reply:
        if not request.text:
            return open_form(request, Draft(kind=kind))
        with request.desk.look() as session:
            case, rest = named_case(session, request.who, request.text)
            if case is None:
                here = cases_here(session, request.who)
                case = here[0] if len(here) == 1 else None
        if case is None:
            return open_form(request, Draft(kind=kind, title=unquoted(rest)[:TITLE_LENGTH], typed=rest[:TITLE_LENGTH]))
        taken = take_court_day(request.rest(rest), case.court)
        owner, title = mention_in(taken.rest)
        title = fitted(title, TITLE_LENGTH)
        draft = Draft(kind=kind, case_ref=case.ref, title=title, on_date=taken.when, assumed=taken.note, owner=owner)
        return open_form(request, draft)

    return typed


def form(kind: EntryKind) -> Callable[[Request], Reply]:
    """Return what opens the empty form for a kind of entry."""
    return lambda request: open_form(request, Draft(kind=kind))


def entry_list(kind: EntryKind) -> Callable[[Request], Reply]:
    """Return the verb that lists the entries of a kind; only what is over, or what is ahead, if asked."""

    def show_all(request: Request) -> Reply:
        text, wanted = page_of(request.text)
        with request.desk.look() as session:
            named, rest = named_case(session, request.who, text)
            cases = [named] if named else cases_here(session, request.who)
            word = first_word(rest)[0].casefold()
            spots = _spots(request, session, cases, kind, word)
            page = Page.of(len(spots), wanted)
            items = items_at(session, request.desk, cases, spots[page.span])
        told = [f"/{kind} list", *([named.ref] if named else []), *([word] if word in _PARTS else [])]
        title = _PARTS.get(word, lambda: "{title}")().format(title=phrases.LIST_TITLES[kind])
        hint = phrases.HINT.format(command=f"/{kind}")
        shown = listing(title, items, page=page, command=" ".join(told), hint=hint)
        return Reply(message=shown, replaces=wanted is not None)

    return show_all


def _spots(request: Request, session: Session, cases: Sequence[Case], kind: EntryKind, word: str) -> list[Spot]:
    """Return where entries stand: what is ahead, the earliest first, then what is over, the latest first."""
    now = request.desk.clock.now()
    spots = entry_spots(session, cases, kind=kind)
    ahead = [spot for spot in spots if spot.at >= now and spot.stands]
    over = [spot for spot in reversed(spots) if spot.at < now or not spot.stands]
    return {"ahead": ahead, "past": over}.get(word, [*ahead, *over])


_PARTS: dict[str, Callable[[], str]] = {
    "past": lambda: phrases.ENTRY_LIST_PAST,
    "ahead": lambda: phrases.ENTRY_LIST_AHEAD,
}
"""The parts of a list that can be asked for, and how each is headed."""


def entry_show(request: Request) -> Reply:
    """Show one entry and the deadlines it started."""
    ref, _ = ref_and_rest(request)
    with request.desk.look() as session:
        entry = find_entry(session, request.who, ref)
        return Reply(message=entry_facts.entry_page(session, request.desk, entry, request.who))
