"""When digests come: each working morning, for each channel that follows a case and for each person in one."""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.law import LawError
from bot.reminders.claims import cancel, is_person, move, revive
from bot.reminders.digest import WEEKLY, listened_to
from bot.reminders.habits import hour_of, zone_of
from bot.rulebook import Rulebook
from storage.cases import Case, Person, channels_with_cases, people_of_channel
from storage.law import closures_of
from storage.planning import Planned, plan, planned
from storage.reminders import DIGEST, Reminder, ReminderState, reminders_since
from storage.settings import settings_of

logger = logging.getLogger(__name__)

HOUR = time(8, 30)
DAILY = "daily"
_SEARCHED = 21
_LATELY = timedelta(days=3)


def plan_digests(session: Session, book: Rulebook, *, now: datetime) -> None:
    """Let one digest wait for everybody who should hear one: the next. Saying so again changes nothing.

    One that waits already is moved if its channel chose another hour since, and nobody hears twice of one morning.
    """
    there = _by_listener(reminders_since(session, DIGEST, since=now - _LATELY))
    new = []
    for listener in dict.fromkeys((*_listeners(session), *there)):
        rows = there[listener]
        said = {row.target for row in rows if row.state in (ReminderState.SENT, ReminderState.CLAIMED)}
        try:
            wish = next_morning(session, book, listener, now=now, said=said)
        except LawError:  # such as a court that no pack describes any more: the others hear theirs
            logger.exception("The next digest for %s could not be planned", listener)
            continue
        _cancel_others(rows, wish, now=now)
        if wish and not _have(rows, wish):
            new.append(_row(listener, wish, _step(session, book, listener, wish[0].date())))
    plan(session, new)


def next_morning(
    session: Session, book: Rulebook, listener: str, *, now: datetime, said: Collection[datetime] = ()
) -> tuple[datetime, datetime] | None:
    """Return the next morning on which a listener works: any court of their cases is open. None if they hear nothing.

    Args:
        said: the mornings of which they heard already.

    Returns:
        Two instants: what names the morning, whatever the hour (its date at midnight UTC), and when the digest comes.
    """
    cases = listened_to(session, listener)
    if not cases:
        return None
    wall, hour = _wall(session, book, listener, cases), _hour(session, listener)
    today = now.astimezone(wall).date()
    for day in (today + timedelta(days=ahead) for ahead in range(_SEARCHED)):
        morning, at = datetime.combine(day, time(), tzinfo=UTC), datetime.combine(day, hour, tzinfo=wall)
        if at > now and morning not in said and _is_open_somewhere(session, book, cases, day):
            return morning, at.astimezone(UTC)
    return None


def _cancel_others(rows: Sequence[Reminder], wish: tuple[datetime, datetime] | None, *, now: datetime) -> None:
    """Cancel what waits for a morning that is not the next one; what is due already stays due."""
    for row in rows:
        if row.state is ReminderState.PLANNED and row.due_at > now and (wish is None or row.target != wish[0]):
            cancel(row)


def _have(rows: Sequence[Reminder], wish: tuple[datetime, datetime]) -> bool:
    """Move or revive the row of a morning, if there is one; return whether there is."""
    morning, at = wish
    for row in rows:
        if row.target == morning:
            revive(row, at) if row.state is ReminderState.CANCELLED else move(row, at)
    return any(row.target == morning for row in rows)


def _listeners(session: Session) -> Iterator[str]:
    """Yield the channels that follow cases, and after them the people in those."""
    channels = channels_with_cases(session)
    yield from channels
    yield from sorted({person.slack_id for channel in channels for person in people_of_channel(session, channel)})


def _wall(session: Session, book: Rulebook, listener: str, cases: Sequence[Case]) -> ZoneInfo:
    if is_person(listener):
        person = session.get(Person, listener)
        chosen = zone_of(person.zone if person else None)
    else:
        chosen = zone_of(settings_of(session, listener).zone)
    return chosen or ZoneInfo(book.court(cases[0].court).zone)


def _hour(session: Session, listener: str) -> time:
    chosen = None if is_person(listener) else hour_of(settings_of(session, listener).digest_at)
    return chosen or HOUR


def _is_open_somewhere(session: Session, book: Rulebook, cases: Sequence[Case], day: date) -> bool:
    try:
        return any(
            not book.is_closed(court=court, day=day, closed=closures_of(session, court))
            for court in {case.court for case in cases}
        )
    except LawError:  # beyond every calendar a morning too many is better than none
        return True


def _by_listener(rows: Sequence[Reminder]) -> defaultdict[str, list[Reminder]]:
    gathered: defaultdict[str, list[Reminder]] = defaultdict(list)
    for row in rows:
        gathered[row.channel_id].append(row)
    return gathered


def _step(session: Session, book: Rulebook, listener: str, day: date) -> str:
    """Return what a morning is: in a channel the first of a week tells of the week."""
    cases, monday = listened_to(session, listener), day - timedelta(days=day.weekday())
    before = (monday + timedelta(days=ahead) for ahead in range(day.weekday()))
    is_first = not any(_is_open_somewhere(session, book, cases, earlier) for earlier in before)
    return WEEKLY if is_first and not is_person(listener) else DAILY


def _row(listener: str, wish: tuple[datetime, datetime], step: str) -> Planned:
    morning, at = wish
    return planned(subject=DIGEST, channel_id=listener, step=step, target=morning, due_at=at)
