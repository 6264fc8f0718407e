"""The form for an entry, opened step by step: its case and kind first, then what that court asks for."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.sight import cases_here, find_case, visible_cases
from handlers import facts, phrases
from handlers.commands.command import Handle
from handlers.reading import Taken, UnreadableDateError, take_court_day, take_moment
from handlers.replies import Question, Reply, sentence
from handlers.requests import Request
from handlers.views.cards import CaseLine
from handlers.views.recording import Draft, draft_from, entry_form, first_step, hearing_form
from storage.cases import Case
from storage.docket import EntryKind


def open_form(request: Request, draft: Draft) -> Reply:
    """Open the form for an entry: first its case, or its kind, if that was not said and is not plain."""
    with request.desk.look() as session:
        cases = _choices(session, request, draft)
    if not cases:
        return sentence(phrases.NOT_SEEN_CASE)
    lines = facts.case_lines(request.desk.book, cases)
    if draft.case_ref is None and len(cases) == 1:
        draft = replace(draft, case_ref=cases[0].ref)
    if draft.case_ref is None or draft.kind is None:
        return Reply(view=first_step(lines, draft, memo=draft_memo(request, draft)))
    return _full_form(request, lines, draft)


def begun(request: Request) -> Reply:
    """Go on from the first step to the form for that case and kind."""
    kind = request.fields.get("kind") or request.memo["kind"]
    draft = replace(draft_from(request.memo), kind=EntryKind(kind), case_ref=request.fields["case"])
    draft = _read_at_last(request, draft)
    with request.desk.look() as session:
        lines = facts.case_lines(request.desk.book, _choices(session, request, draft))
    return replace(_full_form(request, lines, draft), in_place=True)


def case_chosen(request: Request) -> Reply:
    """Show the triggers of the court of the case that was just chosen; what was filled in stays."""
    draft = replace(draft_from(request.memo), case_ref=request.value)
    with request.desk.look() as session:
        lines = facts.case_lines(request.desk.book, _choices(session, request, draft))
    return replace(_full_form(request, lines, draft), in_place=True)


def draft_memo(request: Request, draft: Draft) -> str:
    """Return what the form carries along: the draft, and where it was begun."""
    return draft.memo(channel=request.who.channel_id, home=request.began_at_home)


def _choices(session: Session, request: Request, draft: Draft) -> list[Case]:
    """Return the cases that a form offers: those followed here, or all that the person may see, and the one named."""
    cases = list(cases_here(session, request.who) or visible_cases(session, request.who))
    named = [find_case(session, request.who, draft.case_ref)] if draft.case_ref else []
    return [*(case for case in named if case not in cases), *cases]


def _full_form(request: Request, lines: list[CaseLine], draft: Draft) -> Reply:
    with request.desk.look() as session:
        case = find_case(session, request.who, draft.case_ref or "")
    memo = draft_memo(request, draft)
    if draft.kind is EntryKind.HEARING:
        return Reply(view=hearing_form(lines, draft, request.desk.book.triggers(case.court), memo=memo))
    return Reply(view=entry_form(lines, draft, request.desk.book.triggers(case.court), memo=memo))


def _read_at_last(request: Request, draft: Draft) -> Draft:
    """Return the draft with the date that was typed, now that its court is known; what is doubtful stays a title."""
    if not draft.typed:
        return draft
    with request.desk.look() as session:
        case = find_case(session, request.who, draft.case_ref or "")
    zone = request.desk.book.court(case.court).zone
    try:
        if draft.kind is EntryKind.HEARING:
            return _with_its_hour(draft, take_moment(request.rest(draft.typed), zone=zone), zone)
        taken = take_court_day(request.rest(draft.typed), case.court)
    except (UnreadableDateError, Question):
        return replace(draft, typed="")
    return replace(draft, typed="", title=taken.rest, on_date=taken.when, assumed=taken.note)


def _with_its_hour(draft: Draft, taken: Taken[datetime], zone: str) -> Draft:
    wall = taken.when.astimezone(ZoneInfo(zone))
    return replace(draft, typed="", title=taken.rest, on_date=wall.date(), at_time=wall.time(), assumed=taken.note)


ACTIONS: dict[str, Handle] = {"entry.case": case_chosen}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"entry.begin": begun}
"""What its first step does when it is submitted, by its callback_id."""
