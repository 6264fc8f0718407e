"""Put the record on the docket, through the same verbs that Slack uses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo.plan import PlannedCase, PlannedEvent, read_plan
from bot.demo.team import CHANNELS, EVERYTHING, PEOPLE, channel_id
from bot.docket import cases, deadlines, entries, hearings, people
from bot.docket.desk import Change, Desk
from storage.cases import Case, cases_numbered
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind

HISTORICAL = "historical: the date had passed before this docket began"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What was put on the docket this time, and what a reader of it must know."""

    cases: int
    entries: int
    open_deadlines: int
    moot_deadlines: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """One case that was not on the docket before."""

    entries: int
    deadlines: tuple[Deadline, ...]


def load(desk: Desk) -> Loaded:
    """Put every event of the record on the docket, with the deadlines that the rules give.

    Each case is one change. A case that is on the docket already is left as it is: a demo that is started again, or was
    interrupted, loads what is missing and nothing twice. A deadline that had passed is kept as moot; an event that lies
    ahead by the desk's clock starts none.

    Raises:
        LawError: if the rulebook does not know a court or a trigger of the plan.
    """
    plan = read_plan()
    _introduce(desk)
    opened = [case for planned in plan if (case := _open(desk, planned))]
    kept = [deadline for case in opened for deadline in case.deadlines]
    still_open = [deadline for deadline in kept if deadline.status is DeadlineStatus.OPEN]
    return Loaded(
        cases=len(opened),
        entries=sum(case.entries for case in opened),
        open_deadlines=len(still_open),
        moot_deadlines=len(kept) - len(still_open),
        warnings=tuple(_warnings([event for case in plan for event in case.events], desk.clock.now())),
    )


def _introduce(desk: Desk) -> None:
    """Tell the docket who is in which channel: the workspace begins with the same people each time."""
    with desk.store.writing() as session:
        for person in PEOPLE:
            people.meet(session, person_id=person.id, name=person.real_name, zone=person.tz)
        for channel in CHANNELS:
            people.are_in(session, channel_id=channel.id, person_ids=channel.members)


def _open(desk: Desk, planned: PlannedCase) -> _Opened | None:
    with desk.change(by=planned.recorded_by) as change:
        if cases_numbered(change.session, planned.court, planned.number):
            return None
        case = cases.open_case(
            change,
            court=planned.court,
            docket_number=planned.number,
            caption=planned.caption,
            our_side=planned.our_side,
            channel_id=channel_id(planned.channel),
        )
        cases.link(change, case=case, channel_id=channel_id(EVERYTHING))
        started = [deadline for event in planned.events for deadline in _record(change, case, planned, event)]
        return _Opened(entries=len(planned.events), deadlines=tuple(started))


def _record(change: Change, case: Case, planned: PlannedCase, event: PlannedEvent) -> Sequence[Deadline]:
    """Put one event on the docket, and return the deadlines that it started."""
    if event.event.kind is EntryKind.HEARING:
        _schedule(change, case, event)
        return ()
    entry = entries.record(
        change,
        case=case,
        kind=event.event.kind,
        title=event.event.title,
        on_date=event.event.on_date,
        precision=event.event.precision,
        trigger=event.trigger,
        service=event.service,
        served_on=event.served_on,
        link=event.link,
        note=event.note,
    )
    lies_ahead = entry.on_date > change.now.astimezone(ZoneInfo(entry.zone)).date()
    return () if lies_ahead or entry.trigger is None else _adopt(change, case, planned, entry, entry.trigger)


def _schedule(change: Change, case: Case, event: PlannedEvent) -> None:
    zone = ZoneInfo(change.book.court(case.court).zone)
    hearings.schedule(
        change,
        case=case,
        title=event.event.title,
        starts_at=datetime.combine(event.event.on_date, event.hour, zone) if event.hour else None,
        on_date=event.event.on_date,
        note=event.note,
    )


def _adopt(change: Change, case: Case, planned: PlannedCase, entry: Entry, trigger: str) -> Sequence[Deadline]:
    """Put what an entry started on the docket, the earliest first; what had passed by now is moot."""
    answers = deadlines.preview(
        change.session,
        change.book,
        case=case,
        trigger=trigger,
        on_date=entry.on_date,
        service=entry.service,
        served_on=entry.served_on,
    )
    adopted = []
    for answer in sorted(answers, key=lambda answer: answer.due_at):
        deadline = deadlines.adopt(change, case=case, entry=entry, answer=answer, owner=planned.owner)
        if answer.latest_at < change.now:
            deadlines.drop_as_moot(change, deadline=deadline, reason=HISTORICAL)
        adopted.append(deadline)
    return adopted


def _warnings(events: Sequence[PlannedEvent], now: datetime) -> Iterator[str]:
    ahead = sum(event.event.on_date > now.date() for event in events)
    doubtful = sum(not event.event.is_verified for event in events)
    yield (
        f"{ahead} of the {len(events)} events lie in the future of the practice clock: the record is public history, "
        "and this docket knows how the matter went on. They start no deadline."
    )
    yield (
        f"{doubtful} of the {len(events)} events rest on a secondary source or on an inferred date. The note of each "
        "entry gives its source and says how sure it is."
    )
