"""What came of a hearing: it was held, the ruling was reserved, or it was adjourned to another day."""

from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.docket import hearings
from bot.docket.desk import Change
from bot.docket.following import (
    BLIND,
    Ahead,
    Decision,
    Facts,
    Followed,
    carry_out,
    look_ahead,
    must_be_as_seen,
    must_be_as_shown,
)
from bot.docket.moving import Fate
from bot.errors import AdQuemError
from bot.law import long_date
from storage.cases import Case
from storage.docket import Entry, EntryStatus


class Upshot(StrEnum):
    """What came of a hearing, in a word; the outcome that stands on the docket begins with it."""

    HELD = "held"
    RESERVED = "reserved"
    ADJOURNED = "adjourned"


class NotYetError(AdQuemError):
    """The day of the hearing has not come."""

    def __init__(self, ref: str, day: str) -> None:
        super().__init__(
            f"{ref} is on {day}: nothing can have come of it yet. If it will be on another day, type "
            f"`/hearing move {ref}`; if it will not be at all, `/hearing vacate {ref}`."
        )


def hold(
    change: Change, *, hearing: Entry, upshot: Upshot = Upshot.HELD, outcome: str = "", decision: Decision = BLIND
) -> None:
    """Write down what came of a hearing that took place; from then on it moves no more and reminds nobody.

    Raises:
        NotAHearingError, ClosedEntryError: if it is no hearing, or no longer stands.
        ChangedMeanwhileError: if it changed after it was seen.
        NotYetError: if its day has not come.
    """
    _must_have_come(change, hearing, decision)
    _close(change, hearing, upshot, outcome)


def adjourn(
    change: Change,
    *,
    hearing: Entry,
    starts_at: datetime | None,
    outcome: str = "",
    decision: Decision = BLIND,
) -> tuple[Entry | None, Followed]:
    """Close a hearing that was adjourned, and schedule the one that follows it; its deadlines go with it.

    Args:
        starts_at: the aware instant of the next one; None if the court named none: nothing is scheduled then.

    Returns:
        The hearing that follows, if there is one, and what became of the deadlines.

    Raises:
        NotAHearingError, ClosedEntryError, ChangedMeanwhileError, NotYetError: as for `hold`.
        OtherwiseThanShownError: if something else would follow than what was shown.
    """
    _must_have_come(change, hearing, decision)
    ahead = look_ahead(change.session, change.book, entry=hearing, facts=adjourned(hearing, starts_at))
    must_be_as_shown(hearing, ahead, decision)
    following = _next_of(change, hearing, starts_at) if starts_at else None
    _close(change, hearing, Upshot.ADJOURNED, outcome, to=following.ref if following else None)
    if following:
        _hand_over(change, ahead, following, decision)
    reason = f"{hearing.ref} adjourned{f' to {following.ref}' if following else ''}{outcome and f': {outcome.strip()}'}"
    return following, carry_out(change, entry=following or hearing, ahead=ahead, decision=decision, reason=reason)


def adjourned(hearing: Entry, starts_at: datetime | None) -> Facts:
    """Return what an adjourned hearing would be, for the deadlines counted from it: the next one, or none."""
    return hearings.at(hearing, starts_at) if starts_at else {"status": EntryStatus.VACATED}


def written(upshot: Upshot, outcome: str) -> str:
    """Return an outcome as it stands on the docket: `reserved: in writing by June`."""
    words = outcome.strip()
    if upshot is Upshot.HELD:
        return words or upshot.value
    return f"{upshot}: {words}" if words else upshot.value


def upshot_in(outcome: str) -> tuple[Upshot, str]:
    """Return what came of a hearing in a word, and in the words that were noted."""
    word, _, rest = outcome.partition(":")
    for upshot in (Upshot.RESERVED, Upshot.ADJOURNED):
        if word.strip() == upshot.value:
            return upshot, rest.strip()
    return Upshot.HELD, "" if outcome == Upshot.HELD.value else outcome


def _must_have_come(change: Change, hearing: Entry, decision: Decision) -> None:
    hearings.must_be_changeable(hearing)
    must_be_as_seen(change.session, hearing, decision)
    if hearing.on_date > change.now.astimezone(ZoneInfo(hearing.zone)).date():
        raise NotYetError(hearing.ref, long_date(hearing.on_date))


def _close(change: Change, hearing: Entry, upshot: Upshot, outcome: str, **details: str | None) -> None:
    hearing.status = EntryStatus.HELD
    hearing.outcome = written(upshot, outcome)
    hearing.sequence += 1
    change.keep_entry(hearing)
    change.log(
        "hearing.held",
        subject=hearing.ref,
        case_id=hearing.case_id,
        reason=outcome.strip(),
        upshot=upshot.value,
        **details,
    )


def _next_of(change: Change, hearing: Entry, starts_at: datetime) -> Entry:
    return hearings.schedule(
        change,
        case=change.session.get_one(Case, hearing.case_id),
        title=hearing.title,
        starts_at=starts_at,
        place=hearing.place,
        link=hearing.link,
        trigger=hearing.trigger,
        owner=hearing.owner,
        follows=hearing,
    )


def _hand_over(change: Change, ahead: Ahead, following: Entry, decision: Decision) -> None:
    """Let the open deadlines that a rule counts run from the next hearing; those that are closed or kept stay."""
    for each in ahead.of(Fate.MOVES, Fate.STAYS):
        if not (decision.closes(each) or decision.keeps(each)):
            each.deadline.entry_id = following.key
            change.keep_deadline(each.deadline)
