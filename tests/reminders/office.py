"""What a team does all day, in as few words as tests deserve: dates are the court's own, in San Francisco."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot.docket import cases, deadlines, hearings
from bot.docket.closing_deadlines import reopen
from bot.docket.desk import Change, Desk
from bot.docket.snoozing import snooze
from bot.law import Period
from bot.reminders import Sweep
from bot.reminders.acknowledging import acknowledge
from bot.reminders.plan import replan
from storage.cases import Case, Membership, Person
from storage.docket import Deadline, Entry
from storage.reminders import Reminder, ReminderState
from storage.settings import Absence, ChannelSettings
from tests.reminders.fakes import StillClock

COURT_ZONE = ZoneInfo("America/Los_Angeles")


def court_time(month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, *, year: int = 2018) -> datetime:
    return datetime(year, month, day, hour, minute, second, tzinfo=COURT_ZONE)


def ticks(sweep: Sweep, clock: StillClock, *, until: datetime) -> None:
    """Let a sweep run whenever something is due, and every six hours, before an instant, and let it be that instant."""
    while clock.instant < until:
        next_try = sweep.run_once().next_try or until
        clock.instant = min(next_try, clock.instant + timedelta(hours=6), until)


@dataclass(slots=True)
class Office:
    desk: Desk
    clock: StillClock
    case: Case

    @classmethod
    def opened(cls, desk: Desk, clock: StillClock) -> "Office":
        with desk.change(by="U_CLAIRE") as change:
            change.session.merge(Membership(channel_id="C_US", person_id="U_MAYA"))
            case = cases.open_case(
                change, court="cand", docket_number="3:18-mc-80024-SK", caption="Rainsy v. Facebook", channel_id="C_US"
            )
        office = cls(desk, clock, case)
        office.chooses()
        return office

    def owes(self, due: date, *, owner: str | None = "U_MAYA") -> Deadline:
        """Put a deadline on the docket that ends on an open day."""
        with self.desk.change(by="U_CLAIRE") as change:
            return self.owes_too(change, due, owner=owner)

    def owes_too(self, change: Change, due: date, *, owner: str | None = "U_MAYA") -> Deadline:
        answer = change.book.count(court="cand", start=due - timedelta(days=1), period=Period(length=1))
        assert answer.due == due, f"{due} is a closed day"
        return deadlines.adopt(change, case=self.case, entry=None, answer=answer, owner=owner)

    def hears(self, starts_at: datetime | None, *, on: date | None = None) -> Entry:
        with self.desk.change(by="U_CLAIRE") as change:
            return hearings.schedule(change, case=self.case, title="Oral argument", starts_at=starts_at, on_date=on)

    def moves(self, hearing: Entry, starts_at: datetime) -> None:
        with self.desk.change(by="U_CLAIRE") as change:
            again = change.session.get_one(Entry, hearing.key)
            hearings.move(change, hearing=again, starts_at=starts_at, reason="clerk's notice")

    def vacates(self, hearing: Entry) -> None:
        with self.desk.change(by="U_CLAIRE") as change:
            hearings.vacate(change, hearing=change.session.get_one(Entry, hearing.key), reason="off calendar")

    def files(self, deadline: Deadline) -> None:
        with self.desk.change(by="U_MAYA") as change:
            again = change.session.get_one(Deadline, deadline.key)
            deadlines.complete(change, deadline=again, proof="ECF No. 21")

    def reopens(self, deadline: Deadline) -> None:
        with self.desk.change(by="U_MAYA") as change:
            reopen(change, deadline=change.session.get_one(Deadline, deadline.key), reason="rejected by the clerk")

    def is_held(self, deadline: Deadline, until: date) -> None:
        """Snooze a deadline as a person does, who is refused in the last days."""
        with self.desk.change(by="U_MAYA") as change:
            snooze(change, deadline=change.session.get_one(Deadline, deadline.key), until=until)

    def follows_in(self, channel_id: str) -> None:
        with self.desk.change(by="U_CLAIRE") as change:
            cases.link(change, case=change.session.get_one(Case, self.case.key), channel_id=channel_id)

    def snoozes(self, deadline: Deadline, until: datetime | None) -> None:
        self.changes(deadline, snoozed_until=until)

    def changes(self, deadline: Deadline, **columns: object) -> None:
        with self.desk.change(by="U_MAYA") as change:
            again = change.session.get_one(Deadline, deadline.key)
            for name, value in columns.items():
                setattr(again, name, value)
            change.keep_deadline(again)
            change.log("deadline.changed", subject=again.ref, case_id=again.case_id)

    def sees(self, deadline: Deadline, *, by: str = "U_MAYA") -> None:
        with self.desk.change(by=by) as change:
            acknowledge(change, deadline=change.session.get_one(Deadline, deadline.key))

    def chooses(self, channel_id: str = "C_US", **choices: Any) -> None:
        """Let a channel choose, and plan anew what waits there; it has no digest unless it chooses one."""
        with self.desk.change(by="U_CLAIRE") as change:
            change.session.merge(ChannelSettings(channel_id=channel_id, **{"has_digest": False, **choices}))
            change.session.flush()
            change.log("channel.settings", subject=channel_id, case_id=None)
            replan(change, channel_id)

    def works_in(self, channel_id: str, *people: str) -> None:
        with self.desk.store.writing() as session:
            for person in people:
                session.merge(Person(slack_id=person, name=person, zone="America/Los_Angeles"))
                session.merge(Membership(channel_id=channel_id, person_id=person))

    def leaves(self, person: str, channel_id: str) -> None:
        with self.desk.store.writing() as session:
            session.delete(session.get_one(Membership, (channel_id, person)))

    def is_away(self, person: str, first: date, last: date) -> None:
        with self.desk.store.writing() as session:
            session.add(
                Absence(
                    person_id=person, first_day=first, last_day=last, recorded_by=person, recorded_at=self.clock.now()
                )
            )

    def rows(self, *states: ReminderState) -> list[Reminder]:
        query = select(Reminder).order_by(col(Reminder.due_at), col(Reminder.id))
        with self.desk.look() as session:
            rows = session.exec(query).all()
        return [row for row in rows if not states or row.state in states]

    def planned(self, channel_id: str = "C_US") -> list[tuple[str, str]]:
        """Return the steps that wait in a channel, with the court's time of each."""
        return [
            (row.step, row.due_at.astimezone(COURT_ZONE).strftime("%a %d %b %H:%M"))
            for row in self.rows(ReminderState.PLANNED)
            if row.channel_id == channel_id
        ]
