"""Open a case, and let channels follow it."""

from bot.docket.desk import Change
from bot.docket.errors import CaseExistsError, EmptyError
from storage.cases import Case, ChannelLink, case_on_docket
from storage.docket import EntryKind, deadlines_of, entries_of

_EXAMPLE = "`/case add cand 3:18-mc-80024-SK Rainsy v. Facebook`"


def open_case(
    change: Change,
    *,
    court: str,
    docket_number: str,
    caption: str,
    channel_id: str | None,
    our_side: str = "",
    alias: str = "",
) -> Case:
    """Put a case on the docket; the channel in which it is opened follows it.

    Args:
        court: a Free Law Project id (`cand`) or a Cambodian court of ours (`kh-phnompenh`).
        alias: a code name, shown instead of the caption wherever only code names may be shown.

    Raises:
        LawError: if the court is unknown.
        EmptyError: if the docket number or the caption is missing.
        CaseExistsError: if that court has that docket number already.
    """
    known = change.book.court(court.strip().lower())
    docket_number, caption = docket_number.strip(), caption.strip()
    if not docket_number:
        raise EmptyError("The docket number", _EXAMPLE)
    if not caption:
        raise EmptyError("The caption", _EXAMPLE)
    if case_on_docket(change.session, known.id, docket_number):
        raise CaseExistsError(docket_number, known.name)
    case = Case(
        court=known.id,
        docket_number=docket_number,
        caption=caption,
        our_side=our_side.strip(),
        alias=alias.strip(),
        created_at=change.now,
        created_by=change.actor,
    )
    change.session.add(case)
    change.session.flush()
    change.log(
        "case.opened",
        subject=case.ref,
        case_id=case.key,
        court=case.court,
        docket_number=docket_number,
        caption=caption,
    )
    if channel_id:
        link(change, case=case, channel_id=channel_id)
    return case


def link(change: Change, *, case: Case, channel_id: str) -> bool:
    """Let a channel follow a case; return False if it does already."""
    if change.session.get(ChannelLink, (channel_id, case.key)):
        return False
    change.session.add(
        ChannelLink(channel_id=channel_id, case_id=case.key, linked_at=change.now, linked_by=change.actor)
    )
    change.session.flush()
    change.log("case.linked", subject=case.ref, case_id=case.key, channel=channel_id)
    _remind_there_too(change, case)
    return True


def _remind_there_too(change: Change, case: Case) -> None:
    """Hand the case's open deadlines and hearings to those who follow: the new channel wants its reminders."""
    for deadline in deadlines_of(change.session, [case.key]):
        change.deadlines[deadline.ref] = deadline
    for hearing in entries_of(change.session, [case.key], kind=EntryKind.HEARING):
        change.entries[hearing.ref] = hearing
