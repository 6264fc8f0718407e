"""What is odd about a hearing, told when it is recorded; and what is asked before one that took place is changed."""

from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.entries import must_stand
from handlers import facts, phrases
from handlers.replies import Question, Reply
from handlers.requests import Request
from handlers.views.blocks import actions, button, message, section
from handlers.views.entry_cards import when_on_the_wall
from handlers.views.lists import Continuation
from handlers.views.previews import doubtful_dates
from handlers.views.text import said
from storage.cases import Case
from storage.docket import Entry, EntryKind, EntryStatus


def oddities(session: Session, request: Request, hearing: Entry) -> list[str]:
    """Return what is odd about a hearing just scheduled or moved: past, or on a closed day."""
    case = session.get_one(Case, hearing.case_id)
    notes = []
    if hearing.starts_at and hearing.starts_at < request.desk.clock.now() and not request.settled:
        notes.append(phrases.HEARING_IS_PAST.format(ref=hearing.ref))
    if why := facts.why_closed_for(session, request.desk.book, case, hearing):
        notes.append(phrases.CLOSED_THAT_DAY.format(why=said(why)))
    return notes


def cautions_about(session: Session, request: Request, before: Entry, after: Entry) -> list[str]:
    """Return what is odd about an entry as it would be: its day is closed, or its dates contradict each other."""
    case = session.get_one(Case, after.case_id)
    if after.status is not EntryStatus.STANDING:
        return []
    if after.kind is not EntryKind.HEARING:
        today = facts.today_at(request.desk, after.zone)
        return doubtful_dates(after.on_date, after.served_on, today=today)
    why = facts.why_closed_for(session, request.desk.book, case, after) if before.on_date != after.on_date else ""
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


def _goes_on(request: Request) -> Continuation:
    return Continuation(line=request.line, receipt=request.receipt, settled=True)
