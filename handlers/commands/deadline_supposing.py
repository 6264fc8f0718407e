"""`/deadline whatif`: what would move if something were otherwise. Nothing is saved, and the answer says so."""

import re
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.grounds import question_of
from bot.docket.revising import Proposal
from bot.docket.sight import find_case, find_deadline, visible_cases
from bot.docket.supposing import Supposition, what_if, what_if_entry
from bot.errors import AdQuemError
from bot.law import Answer, Service, Settlement
from bot.law.settling import settled_by_question
from handlers import phrases
from handlers.commands import deadline_computing as computing
from handlers.commands.deadline_answers import carried, case_of
from handlers.commands.deadline_reading import named_rule, start_and_service
from handlers.reading import case_and_rest, first_word, picked_day_if_any, read_day, unquoted
from handlers.replies import FieldError, Reply
from handlers.requests import Request
from handlers.views.blocks import Message
from handlers.views.deadline_entry_forms import AS_BEFORE, whatif_form
from handlers.views.deadline_pages import computed, supposition
from handlers.views.pages import page
from handlers.views.text import court_name, long_date, said
from storage.cases import Case, name_of
from storage.docket import Deadline, Entry
from storage.law import grounds_under

WHATIF_EXAMPLE = "/deadline whatif C1 FRCP 72(a) from 4 May 2018 by mail"
_DEADLINE = re.compile(r"[Dd]\d+")
_SERVED = re.compile(r"(?:if )?(?:it was |it is )?served\b,?(?: on)?\s*(?P<rest>.*)", re.IGNORECASE)
_ENTERED = re.compile(r"(?:if )?(?:it was |it is )?(?:entered|filed|made|held)\b(?: on)?\s+(?P<day>.+)", re.IGNORECASE)
_CLOSED = re.compile(r"(?:if )?(?:the court (?:was|is) |it (?:was|is) )?closed\b(?: on)?\s+(?P<day>.+)", re.IGNORECASE)


class HowError(AdQuemError):
    """It was not said, in words that are understood, what to suppose."""

    def __init__(self, ref: str) -> None:
        super().__init__(phrases.WHATIF_HOW.format(ref=ref))


class NotCountedError(AdQuemError):
    """Something was supposed about the entry of a deadline that has none."""

    def __init__(self, ref: str) -> None:
        super().__init__(phrases.WHATIF_NOT_COUNTED.format(ref=ref))


def whatif(request: Request) -> Reply:
    """Suppose something from one line: about a deadline, about a court, or a rule counted from a day."""
    if not request.text:
        return computing.open_form(request, callback="deadline.whatif_rule")
    ref, rest = first_word(request.text)
    with request.desk.look() as session:
        if not _DEADLINE.fullmatch(ref):
            return Reply(message=_in_a_case(session, request))
        deadline = find_deadline(session, request.who, ref)
        return Reply(message=_typed(session, request, deadline, rest)) if rest else _form(session, request, deadline)


def submitted(request: Request) -> Reply:
    """Show what would move by what was filled in about a deadline."""
    fields = request.fields
    day = picked_day_if_any(request, "day")
    service = _picked_service(fields.get("service"))
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, request.memo["ref"])
        match fields["what"]:
            case "served":
                shown = _if_served(session, request, deadline, day=day, service=service)
            case "entered":
                shown = _if_entered(session, request, deadline, day=_needed(day))
            case "closed":
                shown = _if_closed(session, request, _case(session, deadline), day=_needed(day), deadline=deadline)
            case reading:
                shown = _if_read(session, request, _case(session, deadline), reading, deadline=deadline)
    return Reply(view=page(phrases.DEADLINE_WHATIF, shown, channel_id=request.who.channel_id))


def rule_submitted(request: Request) -> Reply:
    """Show what a rule gives that was filled in."""
    with request.desk.look() as session:
        case = find_case(session, request.who, request.fields["case"])
        shown = _counted(session, request, case, computing.filled_in(request, case))
    return Reply(view=page(phrases.DEADLINE_WHATIF, shown, channel_id=request.who.channel_id))


def _form(session: Session, request: Request, deadline: Deadline) -> Reply:
    """Open the form that supposes something about a deadline, with the questions on which its date rests."""
    questions = filter(None, (question_of(ground) for ground in grounds_under(session, deadline.key)))
    book = request.desk.book
    readings = [(question, reading) for question in questions for reading in book.question(question).readings]
    line = case_of(session, request.desk, deadline)
    return Reply(view=whatif_form(deadline, line, readings=readings, memo=carried(request, deadline)))


def _typed(session: Session, request: Request, deadline: Deadline, text: str) -> Message:
    """Return what would move by what was typed behind a deadline."""
    if served := _SERVED.fullmatch(text):
        day, service = start_and_service(served["rest"])
        on = _day(request, day, deadline.zone) if day else None
        if on is None and service is None:
            raise HowError(deadline.ref)
        return _if_served(session, request, deadline, day=on, service=service)
    if entered := _ENTERED.fullmatch(text):
        return _if_entered(session, request, deadline, day=_day(request, entered["day"], deadline.zone))
    case = _case(session, deadline)
    if closed := _CLOSED.fullmatch(text):
        day_closed = _day(request, closed["day"], deadline.zone)
        return _if_closed(session, request, case, day=day_closed, deadline=deadline)
    if _names_a_question(text):
        return _if_read(session, request, case, text, deadline=deadline)
    raise HowError(deadline.ref)


def _in_a_case(session: Session, request: Request) -> Message:
    """Return what would move by what was typed about a court, or what a rule gives there."""
    case, rest = case_and_rest(session, request, example=WHATIF_EXAMPLE)
    if closed := _CLOSED.fullmatch(rest.text):
        day = _day(request, closed["day"], request.desk.book.court(case.court).zone)
        return _if_closed(session, request, case, day=day)
    if _names_a_question(rest.text):
        return _if_read(session, request, case, rest.text)
    if named := named_rule(request, case, rest.text):
        return _counted(session, request, case, computing.typed(request, case, named))
    raise HowError("D1")


def _if_served(
    session: Session, request: Request, deadline: Deadline, *, day: date | None, service: Service | None
) -> Message:
    how = "" if service is None else phrases.SERVICES_INSIDE[service.value or "none"]
    by = phrases.WHATIF_BY.format(service=how) if how else ""
    on = phrases.WHATIF_ON.format(day=long_date(day)) if day else phrases.WHATIF_SAME_DAY
    title = phrases.WHATIF_TITLES["served"].format(day=on, service=by)
    entry = _entry_of(session, deadline)
    moved = what_if_entry(
        session, request.desk.book, entry=entry, service=None if service is None else service.value, served_on=day
    )
    return _shown(request, session, title, moved, deadline)


def _if_entered(session: Session, request: Request, deadline: Deadline, *, day: date) -> Message:
    title = phrases.WHATIF_TITLES["entered"].format(day=long_date(day))
    moved = what_if_entry(session, request.desk.book, entry=_entry_of(session, deadline), on_date=day)
    return _shown(request, session, title, moved, deadline)


def _if_closed(
    session: Session, request: Request, case: Case, *, day: date, deadline: Deadline | None = None
) -> Message:
    court = request.desk.book.court(case.court)
    title = phrases.WHATIF_TITLES["closed"].format(court=said(court_name(court.name)), day=long_date(day))
    supposed = Supposition(court=court.id, closed=frozenset({day}))
    return _shown(request, session, title, what_if(session, request.desk.book, supposed), deadline)


def _if_read(session: Session, request: Request, case: Case, text: str, *, deadline: Deadline | None = None) -> Message:
    """Suppose that a question is settled: "kh-civil:roll rolls"."""
    question, reading = first_word(text)
    reading = unquoted(reading)
    settled = _as_if_settled(session, request, case, question, reading)
    settled_by_question([settled])  # or else there is no such reading
    supposed = Supposition(court=case.court, settled=(settled,))
    title = phrases.WHATIF_TITLES["question"].format(question=said(question), reading=said(reading))
    return _shown(request, session, title, what_if(session, request.desk.book, supposed), deadline)


def _as_if_settled(session: Session, request: Request, case: Case, question: str, reading: str) -> Settlement:
    zone = ZoneInfo(request.desk.book.court(case.court).zone)
    return Settlement(
        question=question,
        reading=reading,
        by=name_of(session, request.who.person_id),
        on=request.desk.clock.now().astimezone(zone).date(),
        reason=phrases.WHATIF_SUPPOSED,
    )


def _counted(session: Session, request: Request, case: Case, counted: computing.Counted) -> Message:
    answer = computing.answer_to(session, request, case, counted)
    return computed(computing.told(counted, answer, phrases.WHATIF_TITLES["rule"]), answer)


def _shown(
    request: Request, session: Session, title: str, moved: Sequence[Proposal], deadline: Deadline | None
) -> Message:
    """Return what would move of what the person may see; of the deadline that was asked about, with the reasoning."""
    seen = {case.key for case in visible_cases(session, request.who)}
    told = [proposal for proposal in moved if proposal.deadline.case_id in seen]
    return supposition(title, deadline, told, answer=_answer_about(told, deadline))


def _answer_about(moved: Sequence[Proposal], deadline: Deadline | None) -> Answer | None:
    answers = (one.answer for one in moved if deadline and one.deadline.key == deadline.key)
    return next(answers, None)


def _entry_of(session: Session, deadline: Deadline) -> Entry:
    """Return the entry from which a deadline was counted."""
    if deadline.entry_id is None or deadline.rule is None:
        raise NotCountedError(deadline.ref)
    return session.get_one(Entry, deadline.entry_id)


def _case(session: Session, deadline: Deadline) -> Case:
    return session.get_one(Case, deadline.case_id)


def _day(request: Request, text: str, zone: str) -> date:
    return read_day(unquoted(text), now=request.desk.clock.now(), zone=zone)


def _needed(day: date | None) -> date:
    if day is None:
        raise FieldError("day", phrases.WHATIF_DAY_NEEDED)
    return day


def _picked_service(chosen: str | None) -> Service | None:
    if chosen in (None, AS_BEFORE):
        return None
    return Service("" if chosen == "none" else chosen)


def _names_a_question(text: str) -> bool:
    """Return whether a text begins with the id of a question: "kh-civil:roll rolls"."""
    question, reading = first_word(text)
    return ":" in question and bool(reading) and not reading.casefold().startswith("from ")
