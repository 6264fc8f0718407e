"""Count a rule from a day: shown with the whole reasoning, and put on the docket only if somebody says so."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket import deadlines
from bot.docket.sight import find_case
from bot.docket.teamlaw import law_of
from bot.law import Answer, LawError, Service
from bot.law.errors import UnreadablePeriodError
from handlers import facts, phrases
from handlers.commands.deadline_answers import answered, case_choices, conflicts_told, entered_told
from handlers.commands.deadline_reading import read_start, start_and_service
from handlers.commands.meeting import UnshownConflictError, marks_of, met_by_answers, must_be_shown
from handlers.conflicts import cautions_before
from handlers.reading import picked_day, picked_moment
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Request
from handlers.views.deadline_entry_forms import computed_preview, rule_form
from handlers.views.text import long_date, moment, said
from storage.cases import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A rule to be counted: its name, the day or instant it runs from, and how the paper was served."""

    rule: str
    start: date | datetime
    service: Service

    def memo(self) -> dict[str, str]:
        """Return it as a form carries it."""
        return {"rule": self.rule, "start": self.start.isoformat(), "service": self.service.value}


def counted_from(memo: dict[str, str]) -> Counted:
    """Read back what a form carried."""
    start = memo["start"]
    when = datetime.fromisoformat(start) if "T" in start else date.fromisoformat(start)
    return Counted(rule=memo["rule"], start=when, service=Service(memo["service"]))


def typed(request: Request, case: Case, named: tuple[str, str]) -> Counted:
    """Read a rule and what it is counted from, as it was typed."""
    text, service = start_and_service(named[1])
    start = read_start(request, text, request.desk.book.court(case.court).zone)
    return Counted(rule=named[0], start=start, service=service or Service.NONE)


def preview_typed(request: Request, case: Case, named: tuple[str, str]) -> Reply:
    """Show what a rule gives that was typed, to be put on the docket or not."""
    return _preview(request, case, typed(request, case, named))


def open_form(request: Request, *, callback: str = "deadline.compute") -> Reply:
    """Open the form that has a rule counted: to be recorded, or only supposed."""
    with request.desk.look() as session:
        lines, chosen = case_choices(session, request)
    if not lines:
        return sentence(phrases.NOT_SEEN_CASE)
    if request.value in {line.ref for line in lines}:
        chosen = request.value
    return Reply(view=rule_form(lines, chosen=chosen, callback=callback, memo=request.memo_of()))


def submitted(request: Request) -> Reply:
    """Show what the rule gives that was filled in; nothing is saved yet."""
    with request.desk.look() as session:
        case = find_case(session, request.who, request.fields["case"])
    return _preview(request, case, filled_in(request, case))


def save(request: Request) -> Reply:
    """Put the deadline that was shown on the docket; show first what whoever is to owe it meets with it."""
    counted, owner = counted_from(request.memo["counted"]), request.fields.get("owner")
    try:
        return _saved(request, counted, owner)
    except UnshownConflictError:
        with request.desk.look() as session:
            case = find_case(session, request.who, request.memo["case"])
        return replace(_preview(request, case, counted, owner=owner), in_place=True)


def _saved(request: Request, counted: Counted, owner: str | None) -> Reply:
    with request.change() as change:
        case = find_case(change.session, request.who, request.memo["case"])
        answer = answer_to(change.session, request, case, counted)
        if answer.due_at.isoformat() != request.memo["due_at"]:
            raise FieldError("owner", phrases.DATES_CHANGED)
        met = met_by_answers(change.session, request, [answer], owner=owner)
        must_be_shown(met, request.memo.get("met", ()))
        deadline = deadlines.adopt(change, case=case, entry=None, answer=answer, owner=owner)
        conflicts = conflicts_told(change, request, deadline)
    return answered(deadline, entered_told(deadline, case), *conflicts)


def filled_in(request: Request, case: Case) -> Counted:
    """Return the rule that was filled in, and what it is counted from.

    Raises:
        FieldError: if there is no such rule, or that hour comes twice or never.
    """
    fields, service = request.fields, request.fields["service"]
    try:
        request.desk.book.rule(fields["rule"], court=case.court)
    except LawError as error:
        raise FieldError("rule", str(error)) from None
    zone = request.desk.book.court(case.court).zone
    start: date | datetime = picked_day(request, "start")
    if fields.get("time"):
        picked = picked_moment(request, day=fields["start"], time=fields["time"], zone=zone)
        start = picked.astimezone(ZoneInfo(zone))
    return Counted(rule=fields["rule"], start=start, service=Service("" if service == "none" else service))


def answer_to(session: Session, request: Request, case: Case, counted: Counted) -> Answer:
    """Return what a rule gives in the court of a case, by the law as the team has it.

    Raises:
        LawError: if it cannot be counted from that.
        FieldError: if a form asks, and the hour is missing that a period in hours needs.
    """
    law = law_of(session, request.desk.book, case.court)
    try:
        return request.desk.book.compute(
            rule=counted.rule,
            court=case.court,
            on=counted.start,
            service=counted.service,
            closed=law.closed,
            settled=law.settled,
        )
    except UnreadablePeriodError:
        if "start" in request.fields:
            raise FieldError("time", phrases.TIME_IS_NEEDED) from None
        raise


def told(counted: Counted, answer: Answer, template: str) -> str:
    """Return in words which rule is counted from what."""
    zone = str(answer.due_at.tzinfo)
    start = moment(counted.start, zone) if isinstance(counted.start, datetime) else long_date(counted.start)
    service = phrases.SERVICES_INSIDE[counted.service.value] if counted.service.value else ""
    return template.format(
        citation=said(answer.citation, 200),
        start=start,
        service=phrases.DEADLINE_SERVED_BY.format(service=service) if service else "",
    )


def _preview(request: Request, case: Case, counted: Counted, *, owner: str | None = None) -> Reply:
    with request.desk.look() as session:
        answer = answer_to(session, request, case, counted)
        line = facts.case_line(request.desk.book, case)
        met = met_by_answers(session, request, [answer], owner=owner)
    memo = request.memo_of(case=case.ref, counted=counted.memo(), due_at=answer.due_at.isoformat(), met=marks_of(met))
    notes = [phrases.DAY_HAS_PASSED] if answer.due_at < request.desk.clock.now() else []
    shown = told(counted, answer, phrases.DEADLINE_COMPUTED_FROM)
    return Reply(
        view=computed_preview(
            answer, line, counted=shown, notes=notes, cautions=cautions_before(met), owner=owner, memo=memo
        )
    )
