"""Recording an entry: the preview of every deadline that follows, and one change that saves what was kept."""

from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

from bot.docket import deadlines, entries, hearings
from bot.docket.desk import Change
from bot.docket.following import key_of
from bot.docket.sight import find_case
from bot.law import Answer
from handlers import facts, phrases
from handlers.commands.command import Handle
from handlers.commands.drafted import following_from, kind_of, starts_at_of
from handlers.commands.entry_form import draft_memo
from handlers.commands.hearing_cautions import oddities
from handlers.commands.meeting import UnshownConflictError, marks_of, met_by_draft, met_by_rows, must_be_shown
from handlers.conflicts import cautions_before, conflict_lines
from handlers.reading import picked_day, picked_day_if_any
from handlers.replies import FieldError, Reply
from handlers.requests import Request
from handlers.views.blocks import plainly
from handlers.views.links import is_address
from handlers.views.previews import preview_form
from handlers.views.recording import (
    NO_TRIGGER,
    Draft,
    draft_from,
)
from handlers.views.text import said
from storage.cases import Case
from storage.docket import Entry, EntryKind


def preview(request: Request) -> Reply:
    """Show every deadline that would follow; nothing is saved yet."""
    return show_preview(request, _filled_in(request))


def show_preview(request: Request, draft: Draft) -> Reply:
    """Return the preview of what would follow from a draft, and of what it is in conflict with."""
    return _previewed(request, draft, owner=draft.owner)


def _previewed(request: Request, draft: Draft, *, owner: str | None) -> Reply:
    with request.desk.look() as session:
        case = find_case(session, request.who, draft.case_ref or "")
        draft = replace(draft, kind=kind_of(request, case, draft))
        answers = following_from(session, request, case, draft)
        found = met_by_draft(session, request, case, draft, answers, owner=owner)
        line = facts.case_line(request.desk.book, case)
    draft = replace(draft, met=marks_of(found))
    now = request.desk.clock.now().astimezone(ZoneInfo(request.desk.book.court(case.court).zone))
    assumed = [phrases.ASSUMED.format(note=said(draft.assumed))] if draft.assumed else []
    return Reply(
        view=preview_form(
            draft,
            line,
            answers,
            now=now,
            memo=draft_memo(request, draft),
            owner=owner,
            cautions=[*assumed, *cautions_before(found)],
        )
    )


def save(request: Request) -> Reply:
    """Put the entry and the deadlines that were kept on the docket; show conflicts first that were not shown yet."""
    draft = draft_from(request.memo)
    try:
        return _saved(request, draft)
    except UnshownConflictError:
        return replace(_previewed(request, draft, owner=request.fields.get("owner")), in_place=True)


def _saved(request: Request, draft: Draft) -> Reply:
    """Put the entry and the deadlines that were kept on the docket, in one change."""
    kept = {key for name, keys in request.fields.items() if name.startswith("keep.") for key in keys or ()}
    owner = request.fields.get("owner")
    with request.change() as change:
        case = find_case(change.session, request.who, draft.case_ref or "")
        answers = following_from(change.session, request, case, draft)
        _must_be_what_was_shown(request, answers, kept)
        chosen = [answer for answer in answers if key_of(answer) in kept]
        must_be_shown(met_by_draft(change.session, request, case, draft, chosen, owner=owner), draft.met)
        entry = _recorded(change, request, case, draft)
        adopted = []
        for answer in answers:
            if key_of(answer) in kept:
                adopted.append(deadlines.adopt(change, case=case, entry=entry, answer=answer, owner=owner))
            else:
                _log_dropped(change, entry, answer)
        notes = oddities(change.session, request, entry) if entry.kind is EntryKind.HEARING else []
        notes += conflict_lines(met_by_rows(change.session, request, entry=entry, deadlines=adopted))
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
            trigger=draft.trigger or None,
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


SUBMISSIONS: dict[str, Handle] = {"entry.preview": preview, "entry.save": save}
"""What its forms do when they are submitted, by their callback_ids."""
