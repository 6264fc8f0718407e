"""What orders, rulings and other entries share: the form, the preview of what follows, the lists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from bot.docket import deadlines, entries
from bot.docket.desk import Change
from bot.docket.sight import cases_here, find_case, find_entry, visible_cases
from bot.law import Answer
from handlers import facts, phrases
from handlers.reading import first_word, named_case, page_of, take_day, unquoted
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Request
from handlers.spots import entry_spots, items_at
from handlers.views.blocks import plainly
from handlers.views.cards import CaseLine
from handlers.views.forms import (
    NO_TRIGGER,
    TITLE_LENGTH,
    Draft,
    draft_from,
    entry_form,
    first_step,
    hearing_form,
    kept_key,
    preview_form,
)
from handlers.views.lists import Page, listing
from storage.cases import Case
from storage.docket import Entry, EntryKind
from storage.law import closures_of

_LIST_TITLES = {
    EntryKind.HEARING: phrases.HEARINGS,
    EntryKind.ORDER: phrases.ORDERS,
    EntryKind.RULING: phrases.RULINGS,
}


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
    with request.desk.look() as session:
        lines = facts.case_lines(request.desk.book, _choices(session, request, draft))
    return replace(_full_form(request, lines, draft), in_place=True)


def add(kind: EntryKind) -> Callable[[Request], Reply]:
    """Return the verb that opens the form for a kind of entry, filled with the date and title that were typed."""

    def typed(request: Request) -> Reply:
        if not request.text:
            return open_form(request, Draft(kind=kind))
        with request.desk.look() as session:
            case, rest = named_case(session, request.who, request.text)
            if case is None:
                here = cases_here(session, request.who)
                case = here[0] if len(here) == 1 else None
            closed = tuple(closures_of(session, case.court)) if case else ()
        if case is None:
            return open_form(request, Draft(kind=kind, title=unquoted(rest)[:TITLE_LENGTH]))
        court = request.desk.book.court(case.court)
        taken = take_day(
            request.rest(rest),
            zone=court.zone,
            is_closed=lambda day: request.desk.book.is_closed(court=court.id, day=day, closed=closed),
        )
        draft = Draft(kind=kind, case_ref=case.ref, title=taken.rest, on_date=taken.when, assumed=taken.note)
        return open_form(request, draft)

    return typed


def form(kind: EntryKind) -> Callable[[Request], Reply]:
    """Return what opens the empty form for a kind of entry."""
    return lambda request: open_form(request, Draft(kind=kind))


def case_chosen(request: Request) -> Reply:
    """Show the triggers of the court of the case that was just chosen; what was filled in stays."""
    draft = replace(draft_from(request.memo), case_ref=request.value)
    with request.desk.look() as session:
        lines = facts.case_lines(request.desk.book, _choices(session, request, draft))
    return replace(_full_form(request, lines, draft), in_place=True)


def preview(request: Request) -> Reply:
    """Show every deadline that would follow; nothing is saved yet."""
    draft = _filled_in(request)
    with request.desk.look() as session:
        case = find_case(session, request.who, draft.case_ref or "")
        answers = _following(session, request, case, draft)
        line = facts.case_line(request.desk.book, case)
    return Reply(view=preview_form(draft, line, answers, memo=_memo(request, draft)))


def save(request: Request) -> Reply:
    """Put the entry and the deadlines that were kept on the docket, in one change."""
    draft = draft_from(request.memo)
    kept = {key for name, keys in request.fields.items() if name.startswith("keep.") for key in keys or ()}
    with request.change() as change:
        case = find_case(change.session, request.who, draft.case_ref or "")
        answers = _following(change.session, request, case, draft)
        _must_be_what_was_shown(request, answers, kept)
        entry = entries.record(
            change,
            case=case,
            kind=draft.kind or EntryKind.NOTICE,
            title=draft.title,
            on_date=draft.on_date or date.max,
            trigger=draft.trigger or None,
            service=draft.service,
            served_on=draft.served_on,
            link=draft.link,
        )
        adopted = []
        for answer in answers:
            if kept_key(answer) in kept:
                owner = request.fields.get("owner")
                adopted.append(deadlines.adopt(change, case=case, entry=entry, answer=answer, owner=owner))
            else:
                _log_dropped(change, entry, answer)
    told = phrases.ENTRY_ADDED.format(ref=entry.ref, count=_counted(len(adopted)))
    return Reply(message=plainly(told), cards=(entry.ref, *(deadline.ref for deadline in adopted)))


def entry_list(kind: EntryKind) -> Callable[[Request], Reply]:
    """Return the verb that lists the entries of a kind, the latest first."""

    def show_all(request: Request) -> Reply:
        text, wanted = page_of(request.text)
        with request.desk.look() as session:
            named, _ = named_case(session, request.who, text)
            cases = [named] if named else cases_here(session, request.who)
            spots = entry_spots(session, cases, kind=kind)[::-1]
            page = Page.of(len(spots), wanted)
            items = items_at(session, request.desk, cases, spots[page.span])
        command = f"/{kind} list{f' {named.ref}' if named else ''}"
        hint = phrases.HELP[f"/{kind}"][0][0]
        shown = listing(_LIST_TITLES[kind], items, page=page, command=command, hint=f"`{hint}`")
        return Reply(message=shown, replaces=wanted is not None)

    return show_all


def entry_show(request: Request) -> Reply:
    """Show one entry and the deadlines it started."""
    ref, _ = first_word(request.text)
    with request.desk.look() as session:
        entry = find_entry(session, request.who, ref)
        return Reply(message=facts.entry_page(session, request.desk, entry, request.who))


def checked_link(link: str | None) -> str:
    """Return a link that was filled in.

    Raises:
        FieldError: if it is none.
    """
    if link and not link.strip().startswith(("https://", "http://")):
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
        return Reply(view=hearing_form(lines, chosen=case.ref, memo=memo, title=draft.title))
    return Reply(view=entry_form(lines, draft, request.desk.book.triggers(case.court), memo=memo))


def _memo(request: Request, draft: Draft) -> str:
    """Return what the form carries along: the draft, and where it was begun."""
    at_home = request.in_home or bool(request.memo.get("home"))
    return draft.memo(channel=request.who.channel_id, home=at_home)


def _filled_in(request: Request) -> Draft:
    """Return the draft that the form holds."""
    fields = request.fields
    trigger, service, served = fields["trigger"], fields["service"], fields.get("served")
    return Draft(
        kind=EntryKind(request.memo["kind"]),
        case_ref=fields["case"],
        title=fields["title"],
        on_date=date.fromisoformat(fields["on"]),
        trigger="" if trigger == NO_TRIGGER else trigger,
        service="" if service == "none" else service,
        served_on=date.fromisoformat(served) if served else None,
        link=checked_link(fields.get("link")),
    )


def _following(session: Session, request: Request, case: Case, draft: Draft) -> tuple[Answer, ...]:
    """Return the deadlines that a draft would start."""
    if not draft.trigger or draft.on_date is None:
        return ()
    return deadlines.preview(
        session,
        request.desk.book,
        case=case,
        trigger=draft.trigger,
        on_date=draft.on_date,
        service=draft.service,
        served_on=draft.served_on,
    )


def _must_be_what_was_shown(request: Request, answers: tuple[Answer, ...], kept: set[str]) -> None:
    """Refuse to save dates that nobody has seen: a rule or a closed day may have changed since the preview."""
    if not kept <= {kept_key(answer) for answer in answers}:
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
    return "1 deadline" if count == 1 else f"{count} deadlines"
