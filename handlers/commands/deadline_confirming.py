"""Confirm a date: agree to it, or compare it with one that was computed without looking."""

from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket import deadlines
from bot.docket.deadlines import Mismatch, ShownOtherwiseError
from bot.docket.desk import Change
from bot.docket.mismatches import first_computed
from bot.docket.sight import find_deadline
from bot.errors import AdQuemError
from bot.law.answers import end_of
from handlers import phrases
from handlers.commands.deadline_answers import carried, case_of, letter_to
from handlers.examples import ref_and_rest
from handlers.reading import first_word, picked_day, read_day, unquoted
from handlers.replies import Letter, Reply
from handlers.requests import Request
from handlers.views.blocks import plainly
from handlers.views.deadline_forms import confirm_form
from handlers.views.deadline_pages import mismatch_letter
from handlers.views.links import link_to
from handlers.views.text import day_or_moment, long_date, named, said
from storage.docket import Deadline, Entry


class MovedMeanwhileError(AdQuemError):
    """The date changed after the card was shown on which Confirm was pressed."""

    def __init__(self, deadline: Deadline) -> None:
        due = day_or_moment(deadline.due, deadline.due_at, deadline.zone)
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
    """Agree to the date and hour that stood beside the button; where the team works blind, ask for a date first."""
    ref, beside = first_word(request.value)
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        deadlines.must_be_confirmable(session, deadline, by=request.who.person_id)
        shown = _instant(beside, deadline.zone) if beside else None
        if shown not in (None, deadline.due_at):
            raise MovedMeanwhileError(deadline)
        asks = deadlines.is_blind(session, deadline.case_id)
    return open_confirm(request, ref) if asks else _confirmed(request, ref, computed=None, shown=shown)


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
    return _confirmed(request, request.memo["ref"], computed=picked_day(request, "computed"))


def _confirmed(request: Request, ref: str, *, computed: date | None, shown: datetime | None = None) -> Reply:
    with request.change() as change:
        deadline = find_deadline(change.session, request.who, ref)
        mismatch = _agreed(change, deadline, computed=computed, shown=shown)
        letters = _letters(change.session, request, mismatch) if mismatch else ()
        first = first_computed(change.session, deadline, by=change.actor)
    if mismatch:
        return Reply(message=plainly(_differ(mismatch)), stale=(deadline.ref,), letters=letters)
    agreed = phrases.YOU_AGREE if computed and not first else phrases.YOU_CONFIRMED
    told = agreed.format(ref=deadline.ref, title=said(deadline.title), due=long_date(deadline.due))
    remark = [phrases.YOU_COMPUTED_FIRST.format(first=long_date(first))] if first else []
    return Reply(message=plainly("\n".join([told, *remark])), cards=(deadline.ref,))


def _agreed(change: Change, deadline: Deadline, *, computed: date | None, shown: datetime | None) -> Mismatch | None:
    try:
        return deadlines.confirm(change, deadline=deadline, computed=computed, shown=shown)
    except ShownOtherwiseError as error:
        raise MovedMeanwhileError(error.deadline) from None


def _instant(beside: str, zone: str) -> datetime:
    """Return the instant that stood beside a button; an older one carries a day alone, for its last moment."""
    return datetime.fromisoformat(beside) if "T" in beside else end_of(date.fromisoformat(beside), ZoneInfo(zone))


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
