"""Say who owes a deadline, and hold its reminders for a while."""

import re
from datetime import date
from functools import partial

from sqlmodel import Session

from bot.docket import assigning, snoozing
from bot.docket.deadlines import must_be_open
from bot.docket.sight import find_deadline
from bot.docket.snoozing import last_day_of_snooze, must_be_snoozable
from bot.errors import AdQuemError
from handlers import phrases
from handlers.commands.deadline_answers import answered, carried, case_of, conflicts_told, find, letter_to
from handlers.examples import ref_and_rest
from handlers.reading import picked_day, read_day, unquoted
from handlers.replies import Letter, Reply
from handlers.requests import Request
from handlers.views.deadline_forms import assign_form, snooze_form
from handlers.views.deadline_pages import assignment_letter
from handlers.views.text import long_date, named, said
from storage.docket import Deadline

_SOMEBODY = r"(?:<@(?P<{0}>[UW][A-Z0-9]+)(?:\|[^>]*)?>|(?P<{0}_word>me|myself|nobody))"
_WHOM = re.compile(
    rf"(?:to )?{_SOMEBODY.format('owner')}(?:,? (?:with )?backup {_SOMEBODY.format('backup')})?", re.IGNORECASE
)
_LENGTH = re.compile(r"(?:for )?(\d+ (?:days?|weeks?))", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|to) ", re.IGNORECASE)
_OFF = frozenset({"off", "wake", "no"})


class WhomError(AdQuemError):
    """It was not said, in words that name one person, to whom a deadline is assigned."""

    def __init__(self, ref: str) -> None:
        super().__init__(phrases.ASSIGN_WHOM.format(ref=ref))


def assign(request: Request) -> Reply:
    """Say who owes a deadline from one line: `me`, or people as Slack writes them; open the form if none is named."""
    ref, rest = ref_and_rest(request)
    if not rest:
        return open_assign(request, ref)
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
    named_here = _WHOM.fullmatch(rest.strip())
    if not named_here:
        raise WhomError(deadline.ref)
    owner = named_here["owner"] or _person(request, named_here["owner_word"])
    backup = named_here["backup"] or _person(request, named_here["backup_word"])
    if not (named_here["backup"] or named_here["backup_word"]):
        backup = deadline.backup if deadline.backup != owner else None
    return _assigned(request, ref, owner=owner, backup=backup)


def open_assign(request: Request, ref: str) -> Reply:
    """Open the form that says who owes a deadline."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        must_be_open(deadline)
        line = case_of(session, request.desk, deadline)
    return Reply(view=assign_form(deadline, line, memo=carried(request, deadline)))


def assign_submitted(request: Request) -> Reply:
    """Say who owes a deadline from the form."""
    fields = request.fields
    return _assigned(request, request.memo["ref"], owner=fields.get("owner"), backup=fields.get("backup"))


def snooze(request: Request) -> Reply:
    """Hold the reminders of a deadline from one line: until when, or how long; open the form if neither is typed."""
    ref, rest = ref_and_rest(request)
    if not rest:
        return open_snooze(request, ref)
    if rest.strip().casefold() in _OFF:
        return _woken(request, ref)
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
    must_be_snoozable(deadline, now=request.desk.clock.now())
    length = _LENGTH.fullmatch(rest.strip())
    text = f"in {length[1]}" if length else _UNTIL.sub("", unquoted(rest), count=1)
    return _held(request, ref, until=read_day(text, now=request.desk.clock.now(), zone=deadline.zone))


def open_snooze(request: Request, ref: str) -> Reply:
    """Open the form that holds the reminders of a deadline; explain why not, if it is too near."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        must_be_snoozable(deadline, now=request.desk.clock.now())
        line = case_of(session, request.desk, deadline)
    memo = carried(request, deadline)
    return Reply(view=snooze_form(deadline, line, latest=last_day_of_snooze(deadline), memo=memo))


def snooze_submitted(request: Request) -> Reply:
    """Hold the reminders of a deadline from the form."""
    return _held(request, request.memo["ref"], until=picked_day(request, "until"))


def _assigned(request: Request, ref: str, *, owner: str | None, backup: str | None) -> Reply:
    with request.change() as change:
        deadline = find(change.session, request, ref)
        newcomers = assigning.assign(change, deadline=deadline, owner=owner, backup=backup)
        conflicts = conflicts_told(change, request, deadline)
        letters = _letters(change.session, request, deadline, newcomers)
    told = phrases.ASSIGNED.format(
        ref=deadline.ref,
        owner=named(owner) if owner else phrases.ASSIGNED_NOBODY,
        backup=phrases.ASSIGNED_BACKUP.format(backup=named(backup)) if backup else "",
        title=said(deadline.title),
        due=long_date(deadline.due),
    )
    return answered(deadline, told, *conflicts, letters=letters)


def _letters(session: Session, request: Request, deadline: Deadline, newcomers: tuple[str, ...]) -> tuple[Letter, ...]:
    """Write to those for whom it is new, except to whoever did it."""
    by, case = request.who.person_id, case_of(session, request.desk, deadline)
    letters: list[Letter] = []
    for person in newcomers:
        if person != by:
            write = partial(assignment_letter, deadline, case, person_id=person, by=by)
            letters += letter_to(session, person, deadline, write)
    return tuple(letters)


def _held(request: Request, ref: str, *, until: date) -> Reply:
    with request.change() as change:
        deadline = find(change.session, request, ref)
        snoozing.snooze(change, deadline=deadline, until=until)
    return answered(deadline, phrases.SNOOZED.format(ref=deadline.ref, until=long_date(until)))


def _woken(request: Request, ref: str) -> Reply:
    with request.change() as change:
        deadline = find(change.session, request, ref)
        snoozing.wake(change, deadline=deadline)
    return answered(deadline, phrases.WOKEN.format(ref=deadline.ref))


def _person(request: Request, word: str | None) -> str | None:
    """Return whom "me" is; None for nobody."""
    return request.who.person_id if word and word.casefold() != "nobody" else None
