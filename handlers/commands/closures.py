"""`/docket closures` and `closure`: days on which a court was closed beyond its lists, recorded and withdrawn.

A closing moves nothing by itself: each date that it could move is shown, old → new, and waits until somebody decides.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket import closing
from bot.docket.courts import courts_of, find_court, the_court_here
from bot.docket.desk import Change
from bot.docket.errors import EmptyError, NoClosureError
from bot.docket.revising import Proposal
from bot.docket.sight import cases_here, visible_cases
from bot.docket.supposing import Supposition, what_if
from bot.errors import AdQuemError
from bot.law import Court
from bot.law import long_date as in_english
from bot.reminders import replan_around
from handlers import announcing, phrases
from handlers.commands.command import Handle
from handlers.law_words import proposal_line
from handlers.pending import remember_told
from handlers.proposals import proposals_shown
from handlers.questions import NoCourtHereError
from handlers.reading import first_word, page_of, picked_day, take_court_day, unquoted
from handlers.replies import FieldError, Reply
from handlers.requests import Request
from handlers.views.blocks import Message, message, section
from handlers.views.closures import ClosureShown, closure_form, withdraw_form
from handlers.views.lists import PER_PAGE, Page, listing
from handlers.views.revisions import notice_of_changes, proposal_blocks
from handlers.views.text import court_name, holiday_name, long_date, named, said
from storage.cases import Case
from storage.law import Closure, closure_standing, closures_ever_recorded

EXAMPLE = '/docket closure add {court} 8 November 2018 "Clerk\'s office inaccessible" https://www.cand.uscourts.gov'
_ADDRESS = re.compile(r"\s+(?=https?://)")


class UnsaidClosureError(AdQuemError):
    """Something that a closing needs was not typed; the sentence shows a whole line."""


def show_closures(request: Request) -> Reply:
    """List the closings that the team recorded for the courts here, withdrawn ones struck through."""
    _, wanted = page_of(request.text)
    with request.desk.look() as session:
        courts = courts_of(request.desk.book, cases_here(session, request.who))
        shown = [_shown(court, row) for court in courts for row in closures_ever_recorded(session, court.id)]
    page = Page.of(len(shown), wanted)
    items = [one.item for one in shown[page.span]]
    told = listing(phrases.CLOSURES, items, page=page, command="/docket closures", empty=phrases.NO_CLOSURES)
    return Reply(message=told, replaces=wanted is not None)


def form(request: Request) -> Reply:
    """Open the form that records a closing."""
    with request.desk.look() as session:
        courts = courts_of(request.desk.book, cases_here(session, request.who) or visible_cases(session, request.who))
    if not courts:
        raise NoCourtHereError
    return Reply(view=closure_form(courts, memo=request.memo_of()))


def add(request: Request) -> Reply:
    """Record a closing from one line: the court, the day, what closed it and who says so."""
    if not request.text:
        return form(request)
    court, rest = _court_and_rest(request)
    taken = take_court_day(rest, court.id)
    name, source = _name_and_source(taken.rest)
    if not name or not source:
        raise UnsaidClosureError(phrases.SAY_THE_CLOSURE)
    return _recorded(request, court.id, day=taken.when, name=name, source=source, assumed=taken.note)


def submitted(request: Request) -> Reply:
    """Record a closing from the form."""
    fields = request.fields
    for name in ("name", "source"):
        if not (fields[name] or "").strip():
            raise FieldError(name, phrases.SAY_IT)
    return _recorded(
        request, fields["court"], day=picked_day(request, "day"), name=fields["name"], source=fields["source"]
    )


def withdraw(request: Request) -> Reply:
    """Open the form that withdraws a closing: the court and the day are typed."""
    if not request.text:
        raise UnsaidClosureError(phrases.SAY_WHICH_CLOSURE)
    court, rest = _court_and_rest(request)
    taken = take_court_day(rest, court.id)
    if taken.rest:
        return _withdrawn(request, court.id, day=taken.when, reason=taken.rest)
    return open_withdraw(request, court.id, taken.when)


def press_withdraw(request: Request) -> Reply:
    """Open the form for the closing that a button names."""
    court, _, day = request.value.partition(" ")
    return open_withdraw(request, court, date.fromisoformat(day))


def open_withdraw(request: Request, court_id: str, day: date) -> Reply:
    """Open the form that withdraws a closing; explain if it was withdrawn meanwhile."""
    book = request.desk.book
    with request.desk.look() as session:
        court = find_court(session, book, request.who, court_id)
        standing = closure_standing(session, court.id, day)
        if standing is None:
            raise NoClosureError(in_english(day), court.name)
        supposed = Supposition(court=court.id, opened=frozenset({day}))
        found = _visible(session, request, what_if(session, book, supposed))
        shown, moving = _shown(court, standing), [proposal_line(session, one) for one in found]
    return Reply(view=withdraw_form(shown, moving, memo=request.memo_of(key=shown.key)))


def withdraw_submitted(request: Request) -> Reply:
    """Withdraw the closing from the form."""
    court, _, day = request.memo["key"].partition(" ")
    try:
        return _withdrawn(request, court, day=date.fromisoformat(day), reason=request.fields["reason"])
    except EmptyError as error:
        raise FieldError("reason", str(error)) from None


def _recorded(request: Request, court_id: str, *, day: date, name: str, source: str, assumed: str = "") -> Reply:
    with request.change() as change:
        court = find_court(change.session, change.book, request.who, court_id)
        listed = change.book.why_closed(court=court.id, day=day)
        found = closing.record_closure(change, court=court.id, day=day, name=name, source=source)
        replan_around(change, court=court.id, day=day)

        def head() -> str:
            told = {"by": named(change.actor), "court": said(court_name(court.name)), "day": long_date(day)}
            return phrases.CLOSURE_SAVED.format(**told, name=said(name), source=said(source, 500))

        notes = [phrases.ASSUMED.format(note=said(assumed))] if assumed else []
        if listed:
            notes.append(phrases.CLOSED_ANYWAY.format(why=said(", ".join(holiday_name(one.name) for one in listed))))
        return _told(change, request, found, head, notes)


def _withdrawn(request: Request, court_id: str, *, day: date, reason: str) -> Reply:
    with request.change() as change:
        court = find_court(change.session, change.book, request.who, court_id)
        found = closing.withdraw_closure(change, court=court.id, day=day, reason=reason)
        replan_around(change, court=court.id, day=day)

        def head() -> str:
            told = {"by": named(change.actor), "court": said(court_name(court.name)), "day": long_date(day)}
            return phrases.CLOSURE_UNDONE.format(**told, reason=said(reason, 500))

        return _told(change, request, found, head, ())


def _told(
    change: Change, request: Request, found: Sequence[Proposal], head: Callable[[], str], notes: Sequence[str]
) -> Reply:
    """Show what would move, to whoever decided in their own cases, and to the channels of each case in that case."""
    session = change.session
    seen = _visible(session, request, found)
    shown = proposals_shown(session, request, seen)
    above = section("\n".join([head(), *notes, phrases.WOULD_MOVE if shown else phrases.NOTHING_WOULD_MOVE]))
    below = [section(phrases.MORE_CHANGES.format(count=len(shown) - PER_PAGE))] if len(shown) > PER_PAGE else []

    def of_case(case_id: int) -> Message:
        lines = [proposal_line(session, one) for one in found if one.deadline.case_id == case_id]
        return notice_of_changes(f"{head()}\n{phrases.WOULD_MOVE}", lines, session.get_one(Case, case_id).ref)

    remember_told(session, found, at=change.now)
    return Reply(
        message=message(above, *proposal_blocks(shown[:PER_PAGE]), *below),
        stale=tuple(one.deadline.ref for one in found),
        notices=announcing.to_channels(session, (one.deadline.case_id for one in found), of_case),
    )


def _visible(session: Session, request: Request, found: Sequence[Proposal]) -> list[Proposal]:
    """Return those of some proposals that the person may see."""
    keys = {case.key for case in visible_cases(session, request.who)}
    return [one for one in found if one.deadline.case_id in keys]


def _court_and_rest(request: Request) -> tuple[Court, Request]:
    """Return the court that was typed first, or the one of the cases here, and the rest.

    Raises:
        NoCaseInCourtError: if the person may see no case there.
        WhichCourtError: if none was typed, and several are possible.
    """
    book = request.desk.book
    word, rest = first_word(request.text)
    with request.desk.look() as session:
        if word.casefold() in {court.id for court in book.courts()}:
            return find_court(session, book, request.who, word), request.rest(rest)
        return the_court_here(session, book, request.who, example=EXAMPLE), request


def _name_and_source(typed: str) -> tuple[str, str]:
    """Return what closed a court, which may stand in quotation marks, and who says so, which may be an address."""
    name, quote, source = typed.partition('"')
    if not quote:
        name, *after = _ADDRESS.split(typed, maxsplit=1)
        source = after[0] if after else ""
    return name.strip(), unquoted(source)


def _shown(court: Court, row: Closure) -> ClosureShown:
    zone = ZoneInfo(court.zone)
    return ClosureShown(
        court=court.id,
        court_name=court_name(court.name),
        day=row.day,
        name=row.name,
        source=row.source,
        by=row.recorded_by,
        on=row.recorded_at.astimezone(zone).date(),
        withdrawn_by=row.withdrawn_by or "",
        withdrawn_on=row.withdrawn_at.astimezone(zone).date() if row.withdrawn_at else None,
        withdrawn_because=row.withdrawn_because,
    )


_VERBS: dict[str, Handle] = {"add": add, "withdraw": withdraw, "list": show_closures}


def closure(request: Request) -> Reply:
    """Record or withdraw a closing; open the form if nothing else is typed."""
    word, rest = first_word(request.text)
    if not word:
        return form(request)
    if word.casefold() in _VERBS:
        return _VERBS[word.casefold()](request.rest(rest))
    raise UnsaidClosureError(phrases.SAY_THE_CLOSURE)


VERBS: dict[str, Handle] = {"closures": show_closures, "closure": closure}
"""What can be typed behind `/docket`."""

ACTIONS: dict[str, Handle] = {"closure.withdraw": press_withdraw}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"closure.add": submitted, "closure.withdraw": withdraw_submitted}
"""What its forms do when they are submitted, by their callback_ids."""
