"""What is spoken of when the law is: questions, readings and deadlines, in the language of whoever reads it."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlmodel import Session

from bot.docket.grounds import RECORDED, Shift
from bot.docket.moving import Moved
from bot.docket.revising import Proposal
from bot.law import LawError
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.views.law import DateLine
from handlers.views.text import long_date, named, said
from storage.cases import Case
from storage.docket import Deadline, EntryStatus
from storage.law import closures_ever_recorded, settlement_standing


def question_said(book: Rulebook, question: str) -> str:
    """Return a question as a sentence; its id, where the rulebook puts it no more."""
    try:
        return book.question(question).sentence(phrases.language())
    except LawError:
        return question


def reading_said(book: Rulebook, question: str, reading: str) -> str:
    """Return a reading of a question as a sentence; its name, where the rulebook has it no more."""
    try:
        return book.question(question).reading_text(reading, phrases.language())
    except (LawError, KeyError):
        return reading


def moved_lines(session: Session, moved: Iterable[Moved]) -> list[DateLine]:
    """Return dates that moved, old → new."""
    return [date_line(session, one.deadline, old_at=one.old_at, new_at=one.new_at) for one in moved]


def date_line(session: Session, deadline: Deadline, *, old_at: datetime, new_at: datetime | None) -> DateLine:
    """Return when a deadline ends, old → new."""
    case = session.get_one(Case, deadline.case_id)
    return DateLine(
        ref=deadline.ref, title=deadline.title, case_ref=case.ref, zone=deadline.zone, old_at=old_at, new_at=new_at
    )


def proposal_line(session: Session, proposal: Proposal) -> DateLine:
    """Return a date that would move, old → new."""
    return date_line(session, proposal.deadline, old_at=proposal.deadline.due_at, new_at=proposal.new_at)


def why_it_moves(session: Session, book: Rulebook, proposal: Proposal) -> tuple[str, ...]:
    """Say what is otherwise now than when a date was computed: which closing, which question, who decided it."""
    court = session.get_one(Case, proposal.deadline.case_id).court
    told = {"citation": said(proposal.deadline.citation, 200), "entry": _entry_said(proposal)}
    why = [_shift_said(session, book, court, shift, entry=told["entry"]) for shift in proposal.shifts]
    if proposal.entry.status in (EntryStatus.VACATED, EntryStatus.WITHDRAWN):
        why.append(phrases.WHY_ENDED.format(**told))
    elif proposal.new is None:
        why.append(phrases.WHY_GONE.format(**told))
    return tuple(why) or (phrases.WHY_UNKNOWN.format(**told),)


def _shift_said(session: Session, book: Rulebook, court: str, shift: Shift, *, entry: str) -> str:
    kind, _, name = shift.what.partition(":")
    match kind:
        case "day":
            return _day_said(session, court, shift, date.fromisoformat(name))
        case "question":
            return _question_said(session, book, court, name)
        case "entry":
            return phrases.WHY_ENTRY.format(entry=entry)
        case "engine":
            return phrases.WHY_ENGINE
        case "rule":
            return phrases.WHY_RULE.format(name=said(name))
        case _:
            return phrases.WHY_COURT.format(name=said(name))


def _day_said(session: Session, court: str, shift: Shift, day: date) -> str:
    """Say that a day opened or closed; of a closing that the team recorded or withdrew, who did."""
    last = next((closure for closure in closures_ever_recorded(session, court) if closure.day == day), None)
    if last and shift.now == RECORDED:
        by, what, source = named(last.recorded_by), said(last.name), said(last.source)
        return phrases.WHY_RECORDED.format(name=long_date(day), what=what, source=source, by=by)
    now = _state_said(shift.now)
    if last and last.withdrawn_by and shift.was == RECORDED:
        by, reason = named(last.withdrawn_by), said(last.withdrawn_because)
        return phrases.WHY_WITHDRAWN_DAY.format(name=long_date(day), now=now, by=by, reason=reason)
    return phrases.WHY_DAY.format(name=long_date(day), now=now, was=_state_said(shift.was))


def _state_said(state: str) -> str:
    """Return how a day is or was; on several calendars it may be several things at once."""
    return " / ".join(phrases.DAY_STATES.get(word, word) for word in state.split(" / "))


def _question_said(session: Session, book: Rulebook, court: str, question: str) -> str:
    asked, standing = said(question_said(book, question), 600), settlement_standing(session, court, question)
    if standing is None:
        return phrases.WHY_REOPENED.format(sentence=asked)
    reading = said(reading_said(book, question, standing.reading), 600)
    return phrases.WHY_QUESTION.format(by=named(standing.settled_by), sentence=asked, reading=reading)


def _entry_said(proposal: Proposal) -> str:
    return proposal.entry.ref if proposal.deadline.entry_id else proposal.deadline.ref
