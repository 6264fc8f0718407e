"""Put a date on the docket that no rule computed: what a court set, and what people set themselves."""

import re

from sqlmodel import Session

from bot.docket import entering
from bot.docket.sight import find_case, find_entry, may_see
from bot.errors import AdQuemError
from handlers import phrases
from handlers.commands.deadline_answers import answered, case_choices, conflicts_told, entered_told
from handlers.commands.deadline_computing import preview_typed
from handlers.commands.deadline_reading import Due, named_rule, picked_due, remarks, take_due
from handlers.commands.recording import checked_link
from handlers.reading import case_and_rest, mention_in, unquoted
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Request
from handlers.views.deadline_entry_forms import add_form
from handlers.views.links import is_address
from storage.cases import Case
from storage.docket import Entry

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
    with request.desk.look() as session:
        case, rest = case_and_rest(session, request, example=ADD_EXAMPLE)
        counted = named_rule(request, case, rest.text)
        if counted:
            return preview_typed(request, case, counted)
        due = take_due(rest, case)
    owner, said_of_it = mention_in(due.rest)
    title, link = without_link(said_of_it)
    title, entry_ref = _without_entry(title)
    is_fixed = bool(entry_ref or link)
    return _entered(
        request,
        case.ref,
        due=due,
        title=unquoted(title),
        entry_ref=entry_ref,
        link=link,
        is_fixed=is_fixed,
        owner=owner,
    )


def open_add(request: Request) -> Reply:
    """Open the form for a date that was set."""
    with request.desk.look() as session:
        lines, chosen = case_choices(session, request)
    if not lines:
        return sentence(phrases.NOT_SEEN_CASE)
    return Reply(view=add_form(lines, chosen=chosen, memo=request.memo_of()))


def submitted(request: Request) -> Reply:
    """Enter a deadline from the form."""
    fields = request.fields
    with request.desk.look() as session:
        case = find_case(session, request.who, fields["case"])
    return _entered(
        request,
        case.ref,
        due=picked_due(request, request.desk.book.court(case.court).zone),
        title=fields["title"],
        entry_ref=(fields.get("entry") or "").strip(),
        link=checked_link(fields.get("link")),
        is_fixed=fields["setter"] == "court",
        citation=fields.get("citation") or "",
        note=fields.get("note") or "",
        owner=fields.get("owner"),
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
    request: Request,
    case_ref: str,
    *,
    due: Due,
    title: str,
    entry_ref: str,
    link: str,
    is_fixed: bool,
    citation: str = "",
    note: str = "",
    owner: str | None = None,
) -> Reply:
    with request.change() as change:
        case = find_case(change.session, request.who, case_ref)
        entry = _must_be_of_this_case(change.session, request, case, entry_ref) if entry_ref else None
        _must_see(change.session, request, case, owner)
        deadline = entering.enter(
            change,
            case=case,
            title=title,
            due=due.day,
            due_at=due.at,
            is_fixed=is_fixed,
            entry=entry,
            citation=citation,
            link=link,
            note=note,
            owner=owner,
        )
        notes = remarks(change.session, request, case, due)
        notes += conflicts_told(change, request, deadline)
    return answered(deadline, entered_told(deadline, case), *notes)
