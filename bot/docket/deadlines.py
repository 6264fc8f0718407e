"""Deadlines: previewed from an entry, adopted, confirmed by a second person, done when there is proof."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.desk import Change
from bot.docket.errors import AlreadyConfirmedError, EmptyError, NotOpenError, OwnWorkError, ProofMissingError
from bot.docket.insiders import must_see
from bot.docket.mismatches import first_computed
from bot.docket.reasoning import columns_of, start_of, write_down_grounds
from bot.docket.teamlaw import law_of
from bot.docket.wall import hour_on_the_wall
from bot.errors import AdQuemError
from bot.law import Answer, long_date
from bot.law.answers import end_of
from bot.rulebook import Rulebook
from storage.cases import Case, channels_of_case
from storage.deeds import undone_acts
from storage.docket import Deadline, DeadlineStatus, Entry, next_number
from storage.settings import settings_of
from storage.standing import lines_of

DATING_ACTS = ("deadline.adopted", "deadline.entered", "deadline.extended", "deadline.moved")
"""What the log calls the acts that give a deadline its date."""


class BlindError(AdQuemError):
    """Somebody asked to confirm a date as it stands, where the team compares it with one that they computed."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"This team confirms blind: compute {ref} yourself, without looking at its date, and type what you "
            f"computed: `/deadline confirm {ref} 18 May 2018`. The two dates are compared."
        )


class ShownOtherwiseError(AdQuemError):
    """The date or its hour changed after it was shown to whoever agreed to it."""

    def __init__(self, deadline: Deadline) -> None:
        self.deadline = deadline
        super().__init__(
            f"{deadline.ref} changed after you saw it: it is now due on {long_date(deadline.due)} until "
            f"{hour_on_the_wall(deadline.due_at, deadline.zone)}. Nothing was confirmed. Look at it again."
        )


class OwnDateError(OwnWorkError):
    """Whoever gave a colleague's deadline another date asked to confirm it."""

    def __init__(self, ref: str) -> None:
        AdQuemError.__init__(
            self,
            f"You gave {ref} its present date. A second pair of eyes must confirm it: "
            "ask a colleague to press Confirm.",
        )


class FiledInFutureError(AdQuemError):
    """The day of filing that was given has not come yet."""

    def __init__(self, ref: str, filed_on: str) -> None:
        super().__init__(f"{filed_on} has not come yet. Say on which day {ref} was filed, or leave it empty for today.")


class FiledTooEarlyError(AdQuemError):
    """The day of filing that was given lies long before anything of the deadline."""

    def __init__(self, ref: str, filed_on: str, since: str) -> None:
        super().__init__(f"{ref} was not filed on {filed_on}, before {since}: check the day, and its year.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """Two people computed different dates; nothing was confirmed.

    Args:
        dated_by: who gave the deadline its date, `due`; `computed` is the other person's date.
    """

    deadline: Deadline
    dated_by: str
    due: date
    computed: date


def preview(
    session: Session,
    book: Rulebook,
    *,
    case: Case,
    trigger: str,
    on_date: date | datetime,
    service: str = "",
    served_on: date | None = None,
) -> tuple[Answer, ...]:
    """Return every deadline that an entry would start, saving nothing.

    Periods that run from service are counted from `served_on`, the others from `on_date`, the day of entry or filing,
    or the aware instant of it, which periods in hours need.

    Raises:
        LawError: if the trigger or the service is unknown in that court.
    """
    law = law_of(session, book, case.court)
    return law.follows(trigger=trigger, on_date=on_date, service=service, served_on=served_on)


def adopt(change: Change, *, case: Case, entry: Entry | None, answer: Answer, owner: str | None = None) -> Deadline:
    """Put a computed deadline on the docket, unconfirmed, with the whole reasoning that led to it.

    Raises:
        OutsiderError: if its owner may not see the case.
    """
    deadline = Deadline(
        number=next_number(change.session, "D"),
        case_id=case.key,
        entry_id=entry.key if entry else None,
        title=answer.title,
        zone=change.book.court(case.court).zone,
        owner=owner,
        created_at=change.now,
        created_by=change.actor,
        changed_at=change.now,
        **columns_of(answer),
    )
    must_see(change, deadline, owner)
    change.keep_deadline(deadline)
    if entry or answer.rule:
        law = law_of(change.session, change.book, case.court)
        write_down_grounds(change, law, deadline, entry or start_of(change.session, deadline), answer)
    change.log(
        "deadline.adopted",
        subject=deadline.ref,
        case_id=case.key,
        title=deadline.title,
        due=deadline.due.isoformat(),
        latest=deadline.latest.isoformat(),
        standing=deadline.standing,
        rule=deadline.rule,
        version=deadline.version,
    )
    return deadline


def confirm(
    change: Change, *, deadline: Deadline, computed: date | None = None, shown: datetime | None = None
) -> Mismatch | None:
    """Let a second person agree to a date; if they computed another one, confirm nothing and return both dates.

    Args:
        computed: the date that this person computed independently, if they did.
        shown: the instant that stood before their eyes when they agreed, if one did.

    Raises:
        NotOpenError: if the deadline is done or moot.
        AlreadyConfirmedError: if somebody confirmed it before.
        OwnWorkError: if the same person gave it its date.
        ShownOtherwiseError: if it has another date or hour by now than the one that was shown.
        BlindError: if a channel of the case works blind and they computed none.
    """
    must_be_confirmable(change.session, deadline, by=change.actor)
    must_be_as_shown(deadline, shown)
    if computed is None and is_blind(change.session, deadline.case_id):
        raise BlindError(deadline.ref)
    if computed is not None and computed != deadline.due:
        return _mismatch(change, deadline, computed)
    first = first_computed(change.session, deadline, by=change.actor)
    deadline.confirmed_by, deadline.confirmed_at = change.actor, change.now
    change.keep_deadline(deadline)
    change.log(
        "deadline.confirmed",
        subject=deadline.ref,
        case_id=deadline.case_id,
        due=deadline.due.isoformat(),
        computed=computed.isoformat() if computed else None,
        first_computed=first.isoformat() if first else None,
    )
    return None


def must_be_confirmable(session: Session, deadline: Deadline, *, by: str) -> None:
    """Refuse a confirmation that this person cannot give.

    Raises:
        NotOpenError, AlreadyConfirmedError, OwnWorkError: as for `confirm`.
    """
    must_be_open(deadline)
    if deadline.confirmed_by:
        raise AlreadyConfirmedError(deadline.ref, deadline.confirmed_by)
    if dated_by(session, deadline) == by:
        raise OwnWorkError(deadline.ref) if deadline.created_by == by else OwnDateError(deadline.ref)


def must_be_as_shown(deadline: Deadline, shown: datetime | None) -> None:
    """Refuse to let somebody agree to a date or an hour other than the one that they saw.

    Raises:
        ShownOtherwiseError: if the deadline ends at another instant by now.
    """
    if shown is not None and shown != deadline.due_at:
        raise ShownOtherwiseError(deadline)


def dated_by(session: Session, deadline: Deadline) -> str:
    """Return who gave a deadline the date that it has now: whoever recorded, extended or moved it last.

    What was undone since gave it no date.
    """
    undone = undone_acts(session, deadline.ref)
    dated = [line for line in lines_of(session, deadline.ref, DATING_ACTS) if (line.actor, line.at) not in undone]
    return dated[-1].actor if dated else deadline.created_by


def is_blind(session: Session, case_id: int) -> bool:
    """Return whether any channel that follows a case asks whoever confirms for a date of their own."""
    return any(settings_of(session, channel).is_blind for channel in channels_of_case(session, case_id))


def complete(
    change: Change, *, deadline: Deadline, proof: str, filed_by: str | None = None, filed_on: date | None = None
) -> None:
    """Close a deadline because the act was done, with the proof of it.

    Args:
        proof: a receipt number, a link or a file.
        filed_by: the Slack id of whoever filed it; the person who says so, unless told otherwise.
        filed_on: the day in the court's zone on which it was filed; now, unless told otherwise.

    Raises:
        NotOpenError: if the deadline is done or moot.
        ProofMissingError: if there is no proof.
        FiledInFutureError: if that day has not come yet.
        FiledTooEarlyError: if that day lies more than a year before anything of the deadline.
    """
    must_be_open(deadline)
    if not proof.strip():
        raise ProofMissingError(deadline.ref)
    deadline.status = DeadlineStatus.DONE
    deadline.done_by, deadline.done_at = change.actor, _when_filed(change, deadline, filed_on)
    deadline.filed_by, deadline.proof = filed_by or change.actor, proof.strip()
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log(
        "deadline.done",
        subject=deadline.ref,
        case_id=deadline.case_id,
        proof=deadline.proof,
        filed_by=deadline.filed_by,
        filed_on=filed_on.isoformat() if filed_on else None,
        due=deadline.due.isoformat(),
        late=was_filed_late(deadline),
    )


def was_filed_late(deadline: Deadline) -> bool:
    """Return whether a deadline was done after its safe date; on that day itself, only if the hour is known."""
    if deadline.done_at is None:
        return False
    done_at = deadline.done_at.astimezone(ZoneInfo(deadline.zone))
    if done_at.date() == deadline.due and done_at == end_of(deadline.due, ZoneInfo(deadline.zone)):
        return False
    return done_at > deadline.due_at


def drop_as_moot(change: Change, *, deadline: Deadline, reason: str) -> None:
    """Close a deadline that nobody owes any more, and say why.

    Raises:
        NotOpenError: if the deadline is done or moot.
        EmptyError: if no reason was given.
    """
    must_be_open(deadline)
    if not reason.strip():
        raise EmptyError("The reason", f'`/deadline moot {deadline.ref} "the application was withdrawn"`')
    deadline.status = DeadlineStatus.MOOT
    deadline.closed_reason = reason.strip()
    deadline.sequence += 1
    change.keep_deadline(deadline)
    change.log("deadline.moot", subject=deadline.ref, case_id=deadline.case_id, reason=reason.strip())


def must_be_open(deadline: Deadline) -> None:
    """Refuse to change what is done or moot."""
    if deadline.status is not DeadlineStatus.OPEN:
        raise NotOpenError(deadline.ref, deadline.status, _how_it_was_done(deadline))


def _how_it_was_done(deadline: Deadline) -> str:
    """Return who filed what a deadline asked for, and the proof; nothing if it was not done."""
    by = deadline.filed_by or deadline.done_by
    return f"by <@{by}>, proof: {deadline.proof}" if by and deadline.proof else ""


def _mismatch(change: Change, deadline: Deadline, computed: date) -> Mismatch:
    """Write down that two people computed different dates."""
    other = dated_by(change.session, deadline)
    change.log(
        "deadline.mismatch",
        subject=deadline.ref,
        case_id=deadline.case_id,
        due=deadline.due.isoformat(),
        dated_by=other,
        computed=computed.isoformat(),
    )
    return Mismatch(deadline=deadline, dated_by=other, due=deadline.due, computed=computed)


def _when_filed(change: Change, deadline: Deadline, filed_on: date | None) -> datetime:
    """Return the instant of filing: now, or the last moment of another day, whose hour nobody said."""
    zone = ZoneInfo(deadline.zone)
    today = change.now.astimezone(zone).date()
    if filed_on is None or filed_on == today:
        return change.now
    if filed_on > today:
        raise FiledInFutureError(deadline.ref, long_date(filed_on))
    first = _first_day_to_file(change, deadline, zone)
    if filed_on < first:
        raise FiledTooEarlyError(deadline.ref, long_date(filed_on), long_date(first))
    return end_of(filed_on, zone)


def _first_day_to_file(change: Change, deadline: Deadline, zone: ZoneInfo) -> date:
    """Return a year before anything of a deadline: some things are filed before what they answer is entered."""
    known = [deadline.due, deadline.created_at.astimezone(zone).date()]
    if deadline.entry_id is not None:
        known.append(change.session.get_one(Entry, deadline.entry_id).on_date)
    return min(known) - timedelta(days=365)
