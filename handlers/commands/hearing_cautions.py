"""What is odd about a hearing, told when it is recorded; and what is asked before one that took place is changed."""

from zoneinfo import ZoneInfo

from bot.docket.desk import Change
from bot.docket.entries import must_stand
from handlers import facts, phrases
from handlers.replies import Question, Reply
from handlers.requests import Request
from handlers.views.blocks import actions, button, message, section
from handlers.views.lists import Continuation
from handlers.views.text import long_date, moment, said, zone_name
from storage.cases import Case
from storage.docket import Entry, EntryKind, EntryStatus, entries_of


def oddities(change: Change, request: Request, case: Case, hearing: Entry) -> list[str]:
    """Return what is odd about a hearing: its time has passed, the court is closed, another stands at the same time."""
    notes = []
    if hearing.starts_at and hearing.starts_at < change.now and not request.settled:
        notes.append(phrases.HEARING_IS_PAST.format(ref=hearing.ref))
    if why := facts.why_closed_for(change.session, change.book, case, hearing):
        notes.append(phrases.CLOSED_THAT_DAY.format(why=said(why)))
    day = hearing.on_date
    there = entries_of(change.session, [case.key], kind=EntryKind.HEARING, since=day, until=day)
    others = [other for other in there if other.ref != hearing.ref and _at_the_same_time(other, hearing)]
    return [*notes, *(phrases.SAME_TIME.format(other=other.ref, ref=hearing.ref) for other in others)]


def closed_day(request: Request, hearing: Entry) -> list[str]:
    """Return that the court is closed on the day of a hearing, if it is."""
    with request.desk.look() as session:
        case = session.get_one(Case, hearing.case_id)
        why = facts.why_closed_for(session, request.desk.book, case, hearing)
    return [phrases.CLOSED_THAT_DAY.format(why=said(why))] if why else []


def took_place(request: Request, hearing: Entry) -> str:
    """Return a caution if the time of a hearing has passed."""
    now = request.desk.clock.now()
    today = now.astimezone(ZoneInfo(hearing.zone)).date()
    if (hearing.starts_at and hearing.starts_at > now) or (not hearing.starts_at and hearing.on_date >= today):
        return ""
    return phrases.HAS_TAKEN_PLACE.format(ref=hearing.ref, when=when_on_the_wall(hearing))


def may_be_asked(request: Request) -> bool:
    """Return whether a button can carry the command on; a longer one is done in a form, which cautions, too."""
    return _goes_on(request).fits


def ask_if_it_took_place(request: Request, hearing: Entry) -> None:
    """Ask before a hearing that has taken place is moved or vacated.

    Raises:
        Question: if it has, and the person was not asked yet.
    """
    must_stand(hearing)
    caution = took_place(request, hearing)
    if not caution or request.settled:
        return
    leave = Continuation(line=f"/hearing show {hearing.ref}")
    raise Question(
        Reply(
            message=message(
                section(caution),
                actions(
                    button(phrases.LEAVE_IT, "command.run.leave", leave.value),
                    button(phrases.ALL_THE_SAME, "command.run.settled", _goes_on(request).value),
                ),
            )
        )
    )


def when_on_the_wall(hearing: Entry) -> str:
    """Return when a hearing is, with the name of the court's zone."""
    if hearing.starts_at is None:
        return long_date(hearing.on_date)
    return f"{moment(hearing.starts_at, hearing.zone)} ({zone_name(hearing.starts_at, hearing.zone)})"


def _at_the_same_time(one: Entry, other: Entry) -> bool:
    return one.status is EntryStatus.STANDING and one.starts_at == other.starts_at


def _goes_on(request: Request) -> Continuation:
    return Continuation(line=request.line, receipt=request.receipt, settled=True)
