"""Days on which somebody is away: whoever owns a deadline then is asked about it, and a backup is named."""

from datetime import date

from sqlmodel import Session

from bot.docket.desk import Change
from bot.errors import AdQuemError
from bot.law import long_date
from storage.cases import is_a_number
from storage.settings import Absence, absence_by_id, absences_of

LONGEST = 366


class WrongWayRoundError(AdQuemError):
    """The last day comes before the first."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(
            f"The last day, {long_date(last)}, comes before the first, {long_date(first)}. "
            f"For example: `/docket away {_typed(last)} to {_typed(first)}`."
        )


class TooLongAwayError(AdQuemError):
    """Somebody would be away for more than a year."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(
            f"{long_date(first)} to {long_date(last)} is more than a year: check the years, or record two absences."
        )


class AwayIsOverError(AdQuemError):
    """The absence lies in the past."""

    def __init__(self, last: date) -> None:
        super().__init__(f"{long_date(last)} is past; nothing was recorded. Say the days to come, with their year.")


class AwayAlreadyError(AdQuemError):
    """The same days were recorded before."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(f"You are away from {long_date(first)} to {long_date(last)} already; nothing was changed.")


class NotAwayError(AdQuemError):
    """There is no such absence of that person's."""

    def __init__(self, said: str) -> None:
        super().__init__(f"You have no absence number “{said}”. `/docket away` lists yours with their numbers.")


def be_away(change: Change, *, first: date, last: date, today: date, note: str = "") -> Absence:
    """Record that whoever asks is away from a first to a last day, both included.

    Args:
        today: the day it is where they are.

    Raises:
        WrongWayRoundError, TooLongAwayError, AwayIsOverError, AwayAlreadyError: if those days cannot be meant.
    """
    if last < first:
        raise WrongWayRoundError(first, last)
    if (last - first).days > LONGEST:
        raise TooLongAwayError(first, last)
    if last < today:
        raise AwayIsOverError(last)
    known = absences_of(change.session, [change.actor], since=today)
    if any((absence.first_day, absence.last_day) == (first, last) for absence in known):
        raise AwayAlreadyError(first, last)
    absence = Absence(
        person_id=change.actor,
        first_day=first,
        last_day=last,
        note=note.strip(),
        recorded_by=change.actor,
        recorded_at=change.now,
    )
    change.session.add(absence)
    change.session.flush()
    change.log("absence.recorded", subject=change.actor, case_id=None, first=first.isoformat(), last=last.isoformat())
    return absence


def be_back(change: Change, *, absence: Absence) -> None:
    """Withdraw an absence; it stays in the log."""
    absence.withdrawn_at = change.now
    change.session.add(absence)
    change.log(
        "absence.withdrawn",
        subject=change.actor,
        case_id=None,
        first=absence.first_day.isoformat(),
        last=absence.last_day.isoformat(),
    )


def find_absence(session: Session, person_id: str, said: str) -> Absence:
    """Return somebody's own absence by its number.

    Raises:
        NotAwayError: if they have none of that number, whether or not somebody else has.
    """
    number = said.strip().lstrip("#")
    absence = absence_by_id(session, int(number)) if is_a_number(number) else None
    if absence is None or absence.person_id != person_id or absence.withdrawn_at:
        raise NotAwayError(said)
    return absence


def _typed(day: date) -> str:
    """Return a day as somebody would type it."""
    return f"{day.day} {day:%B %Y}"
