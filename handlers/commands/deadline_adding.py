"""Put a date on the docket that no rule computed: what a court set, and what people set themselves."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket import entering
from bot.docket.conflict import Conflict, Owed
from bot.docket.errors import WhichCaseError
from bot.docket.sight import find_case, find_entry, may_see
from bot.errors import AdQuemError
from bot.law.answers import end_of
from handlers import facts, phrases
from handlers.commands.deadline_answers import answered, case_choices, conflicts_told, entered_told
from handlers.commands.deadline_computing import preview_typed
from handlers.commands.deadline_reading import Due, named_rule, picked_due, remarks, take_due
from handlers.commands.meeting import UnshownConflictError, marks_of, met_by_owed, must_be_shown
from handlers.commands.recording import checked_link
from handlers.conflicts import cautions_before
from handlers.reading import case_and_rest, mention_in, unquoted
from handlers.replies import FieldError, Question, Reply, sentence
from handlers.requests import Request
from handlers.views.deadline_entry_forms import DateSet, add_form
from handlers.views.forms import TITLE_LENGTH, which_case_form
from handlers.views.links import is_address
from handlers.views.text import fitted
from storage.cases import Case
from storage.docket import Entry

_COURT, _US = "court", "us"
_MOST_TYPED = 2000
ADD_EXAMPLE = "/deadline add C1 4 June 2018 5pm Reply brief"
_BY_ENTRY = re.compile(r",? (?:by|under|set by) (?:order )?([A-Za-z]\d+)$", re.IGNORECASE)


class OtherCaseError(AdQuemError):
    """The order that was named is one of another case."""

    def __init__(self, ref: str, case: str) -> None:
        super().__init__(phrases.DEADLINE_NOT_THAT_CASE.format(ref=ref, case=case))


class OwnerOutsideError(AdQuemError):
    """Somebody was to owe what they may not see."""


def add(request: Request) -> Reply:
    """Enter a deadline from one line: its date and what is due, or a rule and what it is counted from."""
    if not request.text:
        return open_add(request)
    try:
        with request.desk.look() as session:
            case, rest = case_and_rest(session, request, example=ADD_EXAMPLE)
    except WhichCaseError:
        if not request.trigger_id:
            raise
        return _ask_which_case(request)
    if counted := named_rule(request, case, rest.text):
        return preview_typed(request, case, counted)
    due = take_due(rest, case)
    dated = _typed(request, due, case)
    return _entered(request, dated, due=due, is_fixed=dated.setter == _COURT)


def open_add(request: Request) -> Reply:
    """Open the form for a date that was set."""
    with request.desk.look() as session:
        lines, chosen = case_choices(session, request)
    if not lines:
        return sentence(phrases.NOT_SEEN_CASE)
    return Reply(view=add_form(lines, DateSet(case_ref=chosen), memo=request.memo_of()))


def begun(request: Request) -> Reply:
    """Go on, in the case that was chosen, with what was typed: the rule counted, or the date in its form."""
    with request.desk.look() as session:
        case = find_case(session, request.who, request.fields["case"])
    rest = request.rest(request.memo["typed"])
    try:
        counted = named_rule(request, case, rest.text)
        if counted:
            return replace(preview_typed(request, case, counted), in_place=True)
        dated = _typed(request, take_due(rest, case), case)
    except (AdQuemError, Question):
        dated = DateSet(case_ref=case.ref, title=fitted(unquoted(rest.text), TITLE_LENGTH))
    return replace(_form(request, dated), in_place=True)


def submitted(request: Request) -> Reply:
    """Enter a deadline from the form."""
    fields = request.fields
    with request.desk.look() as session:
        case = find_case(session, request.who, fields["case"])
    due = picked_due(request, request.desk.book.court(case.court).zone)
    dated = DateSet(
        case_ref=case.ref,
        title=fields["title"],
        day=due.day,
        at_time=time.fromisoformat(fields["time"]) if fields.get("time") else None,
        setter=fields["setter"],
        entry=(fields.get("entry") or "").strip(),
        link=checked_link(fields.get("link")),
        citation=fields.get("citation") or "",
        note=fields.get("note") or "",
        owner=fields.get("owner"),
    )
    try:
        return _entered(request, dated, due=due, is_fixed=dated.setter == _COURT, shown=request.memo.get("met", ()))
    except UnshownConflictError as error:
        return replace(_form(request, dated, met=error.found), in_place=True)


def _ask_which_case(request: Request) -> Reply:
    """Ask which case is meant, and keep what was typed."""
    with request.desk.look() as session:
        lines, _ = case_choices(session, request)
    memo = request.memo_of(typed=request.text[:_MOST_TYPED])
    return Reply(view=which_case_form(phrases.DEADLINE_ADD, lines, callback="deadline.begin", memo=memo))


def _form(request: Request, dated: DateSet, *, met: Sequence[Conflict] = ()) -> Reply:
    """Return the form with all that is known of a date, and what it would be in conflict with."""
    with request.desk.look() as session:
        lines, _ = case_choices(session, request)
        if dated.case_ref not in {line.ref for line in lines}:
            case = find_case(session, request.who, dated.case_ref or "")
            lines.insert(0, facts.case_line(request.desk.book, case))
    memo = request.memo_of(met=marks_of(met))
    return Reply(view=add_form(lines, dated, cautions=cautions_before(met), memo=memo))


def _typed(request: Request, due: Due, case: Case) -> DateSet:
    """Return what stands in one line behind a date: what is due, by which order, where that is, and who owes it."""
    zone = ZoneInfo(request.desk.book.court(case.court).zone)
    owner, said_of_it = mention_in(due.rest)
    title, link = without_link(said_of_it)
    title, entry = _without_entry(title)
    return DateSet(
        case_ref=case.ref,
        title=unquoted(title),
        day=due.day,
        at_time=due.at.astimezone(zone).time() if due.at else None,
        setter=_COURT if entry or link else _US,
        entry=entry,
        link=link,
        owner=owner,
        assumed=due.note,
    )


def without_link(text: str) -> tuple[str, str]:
    """Return a text without the address at its end, and that address."""
    words = text.rsplit(" ", 1)
    last = words[-1].strip("<>")
    return (words[0] if len(words) > 1 else "", last) if is_address(last) else (text, "")


def _without_entry(text: str) -> tuple[str, str]:
    """Return a text without "by O7" at its end, and that short id."""
    found = _BY_ENTRY.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")


def _must_be_of_this_case(session: Session, request: Request, case: Case, ref: str) -> Entry:
    """Return the entry that set a date."""
    try:
        entry = find_entry(session, request.who, ref)
        if entry.case_id != case.key:
            raise OtherCaseError(entry.ref, case.ref)
    except AdQuemError as error:
        if request.fields:
            raise FieldError("entry", str(error)) from None
        raise
    return entry


def _must_see(session: Session, request: Request, case: Case, owner: str | None) -> None:
    """Refuse an owner who may not see the case; whoever enters it may see it."""
    if owner in (None, request.who.person_id) or may_see(session, str(owner), case.key):
        return
    told = phrases.DEADLINE_OWNER_OUTSIDE.format(case=case.ref)
    raise FieldError("owner", told) if request.fields else OwnerOutsideError(told)


def _entered(
    request: Request, dated: DateSet, *, due: Due, is_fixed: bool, shown: Collection[str] | None = None
) -> Reply:
    """Put a date on the docket.

    Args:
        shown: the conflicts that were shown, where they must be shown first; a typed line says them afterwards.

    Raises:
        UnshownConflictError: if there is one more.
    """
    with request.change() as change:
        case = find_case(change.session, request.who, dated.case_ref or "")
        entry = _must_be_of_this_case(change.session, request, case, dated.entry) if dated.entry else None
        _must_see(change.session, request, case, dated.owner)
        if shown is not None:
            must_be_shown(_met(change.session, request, case, dated, due), shown)
        deadline = entering.enter(
            change,
            case=case,
            title=dated.title,
            due=due.day,
            due_at=due.at,
            is_fixed=is_fixed,
            entry=entry,
            citation=dated.citation,
            link=dated.link,
            note=dated.note,
            owner=dated.owner,
        )
        notes = remarks(change.session, request, case, due)
        notes += conflicts_told(change, request, deadline)
    return answered(deadline, entered_told(deadline, case), *notes)


def _met(session: Session, request: Request, case: Case, dated: DateSet, due: Due) -> tuple[Conflict, ...]:
    """Return what a date would meet in all cases that the person may see, if somebody is to owe it."""
    if not dated.owner:
        return ()
    due_at = due.at or end_of(due.day, ZoneInfo(request.desk.book.court(case.court).zone))
    return met_by_owed(session, request, [Owed(owner=dated.owner, due=due.day, due_at=due_at)])
