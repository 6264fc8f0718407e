"""Give a deadline the date that a court ordered: old and new are told to every channel that follows the case."""

from sqlmodel import Session

from bot.docket import extending
from bot.docket.deadlines import must_be_open
from bot.docket.moving import Moved
from bot.docket.sight import find_deadline, find_entry
from bot.errors import AdQuemError
from handlers import phrases
from handlers.commands.deadline_adding import without_link
from handlers.commands.deadline_answers import announced, carried, case_of, conflicts_told, find
from handlers.commands.deadline_reading import Due, picked_due, remarks, take_due
from handlers.commands.recording import checked_link
from handlers.examples import ref_and_rest
from handlers.reading import unquoted
from handlers.replies import Reply
from handlers.requests import Request
from handlers.views.deadline_forms import extend_form
from handlers.views.text import named, old_and_new, said
from storage.cases import Case
from storage.docket import Deadline


def extend(request: Request) -> Reply:
    """Give a deadline another date from one line: which, the date, and the order; open the form if no date is typed."""
    ref, rest = ref_and_rest(request)
    if not rest:
        return open_extend(request, ref)
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        must_be_open(deadline)
        due = take_due(request.rest(rest), session.get_one(Case, deadline.case_id))
    order, link = without_link(due.rest)
    return _extended(request, ref, due=due, order=unquoted(order), link=link)


def open_extend(request: Request, ref: str) -> Reply:
    """Open the form that asks for the date and the order; explain where the deadline stands if it is not open."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        must_be_open(deadline)
        line = case_of(session, request.desk, deadline)
    return Reply(view=extend_form(deadline, line, memo=carried(request, deadline)))


def submitted(request: Request) -> Reply:
    """Give a deadline another date from the form."""
    fields = request.fields
    with request.desk.look() as session:
        zone = find_deadline(session, request.who, request.memo["ref"]).zone
    return _extended(
        request,
        request.memo["ref"],
        due=picked_due(request, zone),
        order=fields["reason"],
        link=checked_link(fields.get("link")),
    )


def _extended(request: Request, ref: str, *, due: Due, order: str, link: str) -> Reply:
    with request.change() as change:
        deadline = find(change.session, request, ref)
        link = link or _link_of_order(change.session, request, deadline, order)
        moved = extending.extend(change, deadline=deadline, due=due.day, due_at=due.at, order=order, link=link)
        conflicts = conflicts_told(change, request, deadline)

    def told(session: Session) -> list[str]:
        case = session.get_one(Case, deadline.case_id)
        earlier = [phrases.EXTENDED_EARLIER] if moved.new_at < moved.old_at else []
        return [_moved_told(request, moved, case, order), *remarks(session, request, case, due), *earlier]

    return announced(request, deadline, told, mine=conflicts)


def _moved_told(request: Request, moved: Moved, case: Case, order: str) -> str:
    return phrases.EXTENDED.format(
        ref=moved.deadline.ref,
        case=case.ref,
        **old_and_new(moved.old_at, moved.new_at, moved.deadline.zone),
        title=said(moved.deadline.title),
        order=said(order).rstrip("."),
        by=named(request.who.person_id),
    )


def _link_of_order(session: Session, request: Request, deadline: Deadline, order: str) -> str:
    """Return where the order can be read, if it was named by its short id."""
    try:
        entry = find_entry(session, request.who, order)
    except AdQuemError:
        return ""
    return entry.link if entry.case_id == deadline.case_id else ""
