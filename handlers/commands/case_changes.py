"""Changing a case: edit it, close it, open it again, follow it in a channel or no longer."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlmodel import Session

from bot.docket import cases
from bot.docket.sight import cases_here, find_case, is_in, visible_cases
from bot.errors import AdQuemError
from handlers import facts, phrases
from handlers.announcing import to_channel, to_channels
from handlers.commands.command import Handle
from handlers.reading import first_word, unquoted
from handlers.replies import Reply, sentence
from handlers.requests import Request
from handlers.roster import is_channel
from handlers.views.blocks import plainly
from handlers.views.case_pages import choice_form, close_form, edit_form
from handlers.views.text import named, said
from storage.cases import Case
from storage.docket import Entry
from storage.traces import fingerprint

MOST_CARDS = 20


class FollowedAlreadyError(AdQuemError):
    """The channel follows the case already."""

    def __init__(self, ref: str) -> None:
        super().__init__(phrases.CASE_LINKED_ALREADY.format(ref=ref))


class NotInThatChannelError(AdQuemError):
    """Somebody left the channel for which a form was opened."""

    def __init__(self) -> None:
        super().__init__(phrases.NOT_IN_THAT_CHANNEL)


def link(request: Request) -> Reply:
    """Let this channel follow a case that the person may see; ask which if none is named."""
    if not is_channel(request.who.channel_id):
        return sentence(phrases.IN_A_CHANNEL)
    if not request.text:
        return _ask(request, phrases.LINK_CASE, "case.link", _not_followed_here, none=phrases.NO_CASE_TO_LINK)
    return _link(request, request.text)


def link_chosen(request: Request) -> Reply:
    """Let the channel follow the case that was chosen in the form."""
    return _link(request, request.fields["case"])


def unlink(request: Request) -> Reply:
    """Let this channel follow a case no longer; ask which if none is named."""
    if not is_channel(request.who.channel_id):
        return sentence(phrases.IN_A_CHANNEL)
    if not request.text:
        return _ask(request, phrases.UNLINK_CASE, "case.unlink", _here, warning=phrases.UNLINK_WARNING)
    return _unlink(request, first_word(request.text)[0])


def unlink_chosen(request: Request) -> Reply:
    """Let the channel follow the case that was chosen in the form no longer."""
    return _unlink(request, request.fields["case"])


def edit(request: Request) -> Reply:
    """Open the form that names a case anew; ask which if none is named and several are followed here."""
    if request.text:
        return _edit_form(request, first_word(request.text)[0])
    return _ask(request, phrases.EDIT_CASE, "case.edit.which", _here, only=_edit_form)


def edit_chosen(request: Request) -> Reply:
    """Show the form for the case that was chosen."""
    return replace(_edit_form(request, request.fields["case"]), in_place=True)


def edited(request: Request) -> Reply:
    """Name a case anew, as the form says; the calendars follow."""
    fields = request.fields
    with request.change() as change:
        case = find_case(change.session, request.who, request.memo["case"])
        cases.edit(
            change,
            case=case,
            docket_number=fields["number"] or "",
            caption=fields["caption"] or "",
            alias=fields.get("alias") or "",
            our_side=fields.get("side") or "",
            seen=request.memo["seen"],
        )
        stale = _cards_of(change.session, request, case)
    by = named(request.who.person_id)
    return replace(_announced(request, case, lambda: _named(phrases.CASE_EDITED, case, by=by)), stale=stale)


def close(request: Request) -> Reply:
    """Close a case that is over, with the reason; open the form if either is missing."""
    ref, reason = first_word(request.text)
    return _close(request, ref, unquoted(reason)) if ref and reason else _close_form(request, ref)


def close_chosen(request: Request) -> Reply:
    """Close the case that was chosen in the form."""
    return _close(request, request.fields["case"], request.fields["reason"] or "")


def reopen(request: Request) -> Reply:
    """Open a closed case again; ask which if none is named."""
    ref, reason = first_word(request.text)
    if not ref:
        return _ask(request, phrases.REOPEN_CASE, "case.reopen", _closed, none=phrases.NO_CLOSED_CASE)
    return _reopen(request, ref, unquoted(reason))


def reopen_chosen(request: Request) -> Reply:
    """Open the case again that was chosen in the form."""
    return _reopen(request, request.fields["case"])


def _link(request: Request, ref: str) -> Reply:
    with request.change() as change:
        case = find_case(change.session, request.who, ref)
        if not cases.link(change, case=case, channel_id=_own_channel(change.session, request)):
            raise FollowedAlreadyError(case.ref)
    told = sentence(_named(phrases.CASE_LINKED, case))
    return Reply(message=told.message, followed=request.who.channel_id)


def _unlink(request: Request, ref: str) -> Reply:
    with request.change() as change:
        case = find_case(change.session, request.who, ref)
        channel_id = _own_channel(change.session, request)
        cases.unlink(change, case=case, channel_id=channel_id)
        notice = to_channel(change.session, channel_id, case.key, lambda: plainly(_unlinked_here(request, case)))
    return replace(sentence(_named(phrases.CASE_UNLINKED, case)), notices=(notice,))


def _unlinked_here(request: Request, case: Case) -> str:
    return phrases.CASE_UNLINKED_HERE.format(by=named(request.who.person_id), ref=case.ref)


def _edit_form(request: Request, ref: str) -> Reply:
    with request.desk.look() as session:
        case = find_case(session, request.who, ref)
        memo = request.memo_of(case=case.ref, seen=fingerprint(case))
        return Reply(view=edit_form(case, facts.case_line(request.desk.book, case), memo=memo))


def _close_form(request: Request, ref: str) -> Reply:
    with request.desk.look() as session:
        chosen = find_case(session, request.who, ref) if ref else None
        found = [chosen] if chosen else [case for case in _here(session, request) if not case.closed_at]
        lines = facts.case_lines(request.desk.book, found)
    if not lines:
        return sentence(phrases.NOT_SEEN_CASE)
    memo = request.memo_of()
    return Reply(view=close_form(lines, chosen.ref if chosen else None, memo=memo))


def _close(request: Request, ref: str, reason: str) -> Reply:
    with request.change() as change:
        case = find_case(change.session, request.who, ref)
        cases.close(change, case=case, reason=reason)
    by = named(request.who.person_id)
    return _announced(request, case, lambda: phrases.CASE_CLOSED.format(ref=case.ref, reason=said(reason), by=by))


def _reopen(request: Request, ref: str, reason: str = "") -> Reply:
    with request.change() as change:
        case = find_case(change.session, request.who, ref)
        cases.reopen(change, case=case, reason=reason)
    by = named(request.who.person_id)
    return _announced(request, case, lambda: phrases.CASE_REOPENED.format(ref=case.ref, by=by))


def _announced(request: Request, case: Case, told: Callable[[], str]) -> Reply:
    """Tell whoever asked, and every channel that follows the case, each in their language."""
    with request.desk.look() as session:
        notices = to_channels(session, [case.key], lambda _: plainly(told()))
    return Reply(message=plainly(told()), notices=notices)


Choice = Callable[[Session, Request], Sequence[Case]]


def _ask(
    request: Request,
    title: str,
    callback: str,
    which: Choice,
    *,
    warning: str = "",
    none: str = "",
    only: Callable[[Request, str], Reply] | None = None,
) -> Reply:
    """Ask which case is meant; do at once what is done with the only one, where that is said."""
    with request.desk.look() as session:
        lines = facts.case_lines(request.desk.book, which(session, request))
    if not lines:
        return sentence(none or phrases.NOT_SEEN_CASE)
    if only and len(lines) == 1:
        return only(request, lines[0].ref)
    memo = request.memo_of()
    return Reply(view=choice_form(title, lines, callback=callback, memo=memo, warning=warning))


def _here(session: Session, request: Request) -> Sequence[Case]:
    return cases_here(session, request.who)


def _closed(session: Session, request: Request) -> Sequence[Case]:
    return [case for case in cases_here(session, request.who) if case.closed_at]


def _not_followed_here(session: Session, request: Request) -> Sequence[Case]:
    here = {case.key for case in cases_here(session, request.who)}
    return [case for case in visible_cases(session, request.who) if case.key not in here]


def _own_channel(session: Session, request: Request) -> str:
    """Return the channel in which somebody asks.

    Raises:
        NotInThatChannelError: if they are in it no more.
    """
    if not is_in(session, request.who):
        raise NotInThatChannelError
    return str(request.who.channel_id)


def _cards_of(session: Session, request: Request, case: Case) -> tuple[str, ...]:
    """Return what in a case has a card that people still look at."""
    rows = cases.still_ahead(session, case, now=request.desk.clock.now())
    return tuple(row.ref for row in rows if not isinstance(row, Entry) or row.starts_at)[:MOST_CARDS]


def _named(template: str, case: Case, **words: str) -> str:
    number, caption = said(case.docket_number), said(case.alias or case.caption)
    return template.format(ref=case.ref, number=number, caption=caption, **words)


def _pressed(handle: Callable[[Request, str], Reply]) -> Handle:
    return lambda request: handle(request, request.value)


ACTIONS: dict[str, Handle] = {
    "case.edit": _pressed(_edit_form),
    "case.close": _pressed(_close_form),
    "case.reopen": _pressed(_reopen),
}
"""What the buttons on a case's page do, by their action_ids."""

SUBMISSIONS: dict[str, Handle] = {
    "case.link": link_chosen,
    "case.unlink": unlink_chosen,
    "case.edit": edited,
    "case.edit.which": edit_chosen,
    "case.close": close_chosen,
    "case.reopen": reopen_chosen,
}
"""What its forms do when they are submitted, by their callback_ids."""
