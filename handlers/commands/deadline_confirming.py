"""Confirm a date: agree to it, or compare it with one that was computed without looking."""

from datetime import date
from functools import partial

from sqlmodel import Session

from bot.docket import deadlines
from bot.docket.deadlines import Mismatch
from bot.docket.sight import find_deadline
from bot.errors import AdQuemError
from handlers import phrases
from handlers.commands.deadline_answers import carried, case_of, letter_to, ref_and_rest
from handlers.reading import first_word, read_day, unquoted
from handlers.replies import Letter, Reply
from handlers.requests import Request
from handlers.views.blocks import plainly
from handlers.views.deadline_forms import confirm_form
from handlers.views.deadline_pages import mismatch_letter
from handlers.views.links import link_to
from handlers.views.text import long_date, named, said
from storage.docket import Deadline, Entry


class MovedMeanwhileError(AdQuemError):
    """The date changed after the card was shown on which Confirm was pressed."""

    def __init__(self, deadline: Deadline) -> None:
        due = long_date(deadline.due)
        super().__init__(phrases.DEADLINE_MOVED_MEANWHILE.format(ref=deadline.ref, due=due))


def confirm(request: Request) -> Reply:
    """Agree to a date that a colleague recorded; a date typed behind it is what the second person computed."""
    ref, typed = ref_and_rest(request)
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        computed = read_day(unquoted(typed), now=request.desk.clock.now(), zone=deadline.zone) if typed else None
        asks = computed is None and deadlines.is_blind(session, deadline.case_id)
    return open_confirm(request, ref) if asks else _confirmed(request, ref, computed=computed)


def pressed(request: Request) -> Reply:
    """Agree to the date that stood beside the button; where the team works blind, ask for one first."""
    ref, shown = first_word(request.value)
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        deadlines.must_be_confirmable(session, deadline, by=request.who.person_id)
        if shown and shown != deadline.due.isoformat():
            raise MovedMeanwhileError(deadline)
    return confirm(request.rest(ref))


def open_confirm(request: Request, ref: str) -> Reply:
    """Open the form that asks for a date of one's own; explain where the deadline stands if it cannot be confirmed."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        deadlines.must_be_confirmable(session, deadline, by=request.who.person_id)
        entry = session.get_one(Entry, deadline.entry_id) if deadline.entry_id else None
        link = deadline.link or (entry.link if entry else "")
        form = confirm_form(
            deadline,
            case_of(session, request.desk, deadline),
            runs_from=f"*{entry.ref}* · {said(entry.title)}" if entry else "",
            link=link_to(link, phrases.LINK) if link else "",
            memo=carried(request, deadline),
        )
    return Reply(view=form)


def submitted(request: Request) -> Reply:
    """Compare the date that was filled in with the one that is recorded."""
    return _confirmed(request, request.memo["ref"], computed=date.fromisoformat(request.fields["computed"]))


def _confirmed(request: Request, ref: str, *, computed: date | None) -> Reply:
    with request.change() as change:
        deadline = find_deadline(change.session, request.who, ref)
        mismatch = deadlines.confirm(change, deadline=deadline, computed=computed)
        letters = _letters(change.session, request, mismatch) if mismatch else ()
    if mismatch:
        return Reply(message=plainly(_differ(mismatch)), stale=(deadline.ref,), letters=letters)
    agreed = phrases.YOU_AGREE if computed else phrases.YOU_CONFIRMED
    told = agreed.format(ref=deadline.ref, title=said(deadline.title), due=long_date(deadline.due))
    return Reply(message=plainly(told), cards=(deadline.ref,))


def _letters(session: Session, request: Request, found: Mismatch) -> tuple[Letter, ...]:
    """Write to both people whose dates differ."""
    by, case = request.who.person_id, case_of(session, request.desk, found.deadline)
    write = partial(mismatch_letter, found, case, by=by)
    both = dict.fromkeys((found.dated_by, by))
    return tuple(letter for person in both for letter in letter_to(session, person, found.deadline, write))


def _differ(found: Mismatch) -> str:
    return phrases.DATES_DIFFER.format(
        ref=found.deadline.ref,
        computed=long_date(found.computed),
        due=long_date(found.due),
        other=named(found.dated_by),
    )
