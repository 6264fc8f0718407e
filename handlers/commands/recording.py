"""Recording an entry: the form, the preview of every deadline that follows, and one change that saves what was kept."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket import deadlines, entries, hearings
from bot.docket.desk import Change
from bot.docket.following import key_of
from bot.docket.sight import cases_here, find_case, visible_cases
from bot.law import Answer
from handlers import facts, phrases
from handlers.commands.command import Handle
from handlers.commands.drafted import following_from, kind_of, starts_at_of
from handlers.commands.hearing_cautions import conflicts_seen, oddities
from handlers.reading import Taken, UnreadableDateError, picked_day, picked_day_if_any, take_court_day, take_moment
from handlers.replies import FieldError, Question, Reply, sentence
from handlers.requests import Request
from handlers.views.blocks import plainly
from handlers.views.cards import CaseLine
from handlers.views.links import is_address
from handlers.views.previews import preview_form
from handlers.views.recording import (
    NO_TRIGGER,
    Draft,
    draft_from,
    entry_form,
    first_step,
    hearing_form,
)
from storage.cases import Case
from storage.docket import Entry, EntryKind


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
        return Reply(view=first_step(lines, draft, memo=_memo(request, draft)))
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


def preview(request: Request) -> Reply:
    """Show every deadline that would follow; nothing is saved yet."""
    return show_preview(request, _filled_in(request))


def show_preview(request: Request, draft: Draft) -> Reply:
    """Return the preview of what would follow from a draft."""
    with request.desk.look() as session:
        case = find_case(session, request.who, draft.case_ref or "")
        draft = replace(draft, kind=kind_of(request, case, draft))
        answers = following_from(session, request, case, draft)
        line = facts.case_line(request.desk.book, case)
    now = request.desk.clock.now().astimezone(ZoneInfo(request.desk.book.court(case.court).zone))
    return Reply(view=preview_form(draft, line, answers, now=now, memo=_memo(request, draft)))


def save(request: Request) -> Reply:
    """Put the entry and the deadlines that were kept on the docket, in one change."""
    draft = draft_from(request.memo)
    kept = {key for name, keys in request.fields.items() if name.startswith("keep.") for key in keys or ()}
    with request.change() as change:
        case = find_case(change.session, request.who, draft.case_ref or "")
        answers = following_from(change.session, request, case, draft)
        _must_be_what_was_shown(request, answers, kept)
        entry = _recorded(change, request, case, draft)
        adopted = []
        for answer in answers:
            if key_of(answer) in kept:
                owner = request.fields.get("owner")
                adopted.append(deadlines.adopt(change, case=case, entry=entry, answer=answer, owner=owner))
            else:
                _log_dropped(change, entry, answer)
        notes = []
        if entry.kind is EntryKind.HEARING:
            notes = [*oddities(change.session, request, entry), *conflicts_seen(change, request, entry)]
    told = phrases.ENTRY_ADDED.format(ref=entry.ref, case=case.ref, count=_counted(len(adopted)))
    return Reply(message=plainly("\n".join([told, *notes])), cards=(entry.ref, *(deadline.ref for deadline in adopted)))


def _recorded(change: Change, request: Request, case: Case, draft: Draft) -> Entry:
    """Put what a draft describes on the docket."""
    starts_at = starts_at_of(request, case, draft)
    if draft.kind is EntryKind.HEARING:
        return hearings.schedule(
            change,
            case=case,
            title=draft.title,
            starts_at=starts_at,
            place=draft.place,
            note=draft.note,
            link=draft.link,
            trigger=draft.trigger,
            owner=draft.owner,
        )
    assert draft.kind  # noqa: S101 -- the first step asks for it
    assert draft.on_date  # noqa: S101 -- the form has it filled in
    return entries.record(
        change,
        case=case,
        kind=draft.kind,
        title=draft.title,
        on_date=draft.on_date,
        starts_at=starts_at,
        trigger=draft.trigger or None,
        service=draft.service,
        served_on=draft.served_on,
        link=draft.link,
        owner=draft.owner,
    )


def checked_link(link: str | None) -> str:
    """Return a link that was filled in.

    Raises:
        FieldError: if it is none.
    """
    if link and not is_address(link.strip()):
        raise FieldError("link", phrases.LINK_IS_NO_ADDRESS)
    return (link or "").strip()


def _choices(session: Session, request: Request, draft: Draft) -> list[Case]:
    """Return the cases that a form offers: those followed here, or all that the person may see, and the one named."""
    cases = list(cases_here(session, request.who) or visible_cases(session, request.who))
    named = [find_case(session, request.who, draft.case_ref)] if draft.case_ref else []
    return [*(case for case in named if case not in cases), *cases]


def _full_form(request: Request, lines: list[CaseLine], draft: Draft) -> Reply:
    with request.desk.look() as session:
        case = find_case(session, request.who, draft.case_ref or "")
    memo = _memo(request, draft)
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


def _memo(request: Request, draft: Draft) -> str:
    """Return what the form carries along: the draft, and where it was begun."""
    return draft.memo(channel=request.who.channel_id, home=request.began_at_home)


def _filled_in(request: Request) -> Draft:
    """Return the draft that the form holds."""
    fields = request.fields
    trigger, service = fields["trigger"], fields["service"]
    return Draft(
        kind=EntryKind(request.memo["kind"]),
        case_ref=fields["case"],
        title=fields["title"],
        on_date=picked_day(request, "on"),
        trigger="" if trigger == NO_TRIGGER else trigger,
        service="" if service == "none" else service,
        served_on=picked_day_if_any(request, "served"),
        link=checked_link(fields.get("link")),
        at_time=time.fromisoformat(fields["time"]) if fields.get("time") else None,
        owner=fields.get("owner"),
    )


def _must_be_what_was_shown(request: Request, answers: tuple[Answer, ...], kept: set[str]) -> None:
    """Refuse to save dates that nobody has seen: a rule or a closed day may have changed since the preview."""
    if not kept <= {key_of(answer) for answer in answers}:
        raise FieldError(next(name for name in request.fields if name.startswith("keep.")), phrases.DATES_CHANGED)


def _log_dropped(change: Change, entry: Entry, answer: Answer) -> None:
    """Write down that a deadline was shown and not kept."""
    change.log(
        "deadline.dropped",
        subject=entry.ref,
        case_id=entry.case_id,
        title=answer.title,
        due=answer.due.isoformat(),
        rule=answer.rule,
        version=answer.version,
    )


def _counted(count: int) -> str:
    if count == 0:
        return phrases.NO_DEADLINES_KEPT
    return phrases.ONE_DEADLINE if count == 1 else phrases.SO_MANY_DEADLINES.format(count=count)


ACTIONS: dict[str, Handle] = {"entry.case": case_chosen}
"""What its buttons do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {"entry.begin": begun, "entry.preview": preview, "entry.save": save}
"""What its forms do when they are submitted, by their callback_ids."""
