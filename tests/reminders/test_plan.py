"""The planned rows agree with the docket after every change to it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.docket import cases, deadlines
from bot.docket.desk import Change
from bot.reminders import Sweep
from storage.docket import Deadline, DeadlineStatus, deadlines_of
from storage.law import Closure
from storage.reminders import ReminderState
from tests.reminders.fakes import StillClock
from tests.reminders.office import Office, court_time

FRIDAY = date(2018, 5, 18)


def test_a_new_deadline_is_reminded_of_on_every_step_to_come_and_at_once_on_the_nearest_that_has_passed(
    office: Office,
) -> None:
    office.owes(FRIDAY)
    assert office.planned() == [
        ("14d", "Mon 07 May 08:30"),  # meant for 4 May, said now
        ("7d", "Fri 11 May 09:00"),
        ("3d", "Tue 15 May 09:00"),
        ("1d", "Thu 17 May 09:00"),
        ("day", "Fri 18 May 08:00"),
        ("last", "Fri 18 May 20:59"),
        ("overdue", "Sat 19 May 00:00"),
    ]
    assert [row.step for row in office.rows() if row.recorded_late] == ["14d"]


def test_a_hearing_is_reminded_of_a_week_a_day_and_two_hours_before_and_asked_about_after_two(office: Office) -> None:
    office.hears(court_time(6, 4, 9, 30))
    assert office.planned() == [
        ("7d", "Fri 25 May 09:00"),  # Monday 28 May is Memorial Day
        ("1d", "Fri 01 Jun 09:00"),
        ("2h", "Mon 04 Jun 07:30"),
        ("outcome", "Mon 04 Jun 11:30"),
    ]


def test_a_hearing_without_an_hour_is_reminded_of_by_its_day(office: Office) -> None:
    office.hears(None, on=date(2018, 5, 18))
    assert office.planned() == [
        ("7d", "Fri 11 May 09:00"),
        ("1d", "Thu 17 May 09:00"),
        ("day", "Fri 18 May 08:00"),
        ("outcome", "Mon 21 May 09:00"),
    ]


def test_a_hearing_of_today_without_an_hour_is_said_at_once(office: Office) -> None:
    office.clock.instant = court_time(5, 7, 10)
    office.hears(None, on=date(2018, 5, 7))
    assert office.planned() == [("day", "Mon 07 May 10:00"), ("outcome", "Tue 08 May 09:00")]


def test_a_hearing_of_the_past_is_reminded_of_by_nobody(office: Office) -> None:
    office.hears(court_time(4, 30, 9, 30))
    office.hears(None, on=date(2018, 5, 3))
    assert office.rows() == []


def test_a_deadline_recorded_when_it_was_missed_is_overdue_at_once(office: Office) -> None:
    office.owes(date(2018, 5, 4))
    assert office.planned() == [("overdue", "Mon 07 May 08:30")]


def test_saying_the_same_again_plans_nothing_twice(office: Office) -> None:
    deadline = office.owes(FRIDAY)
    before = office.rows()
    with office.desk.change(by="U_MAYA") as change:
        deadlines.confirm(change, deadline=change.session.get_one(Deadline, deadline.key))
    assert office.rows() == before


def test_a_moved_hearing_gets_rows_of_its_own_and_the_old_ones_are_cancelled(office: Office) -> None:
    hearing = office.hears(court_time(6, 5, 9, 30))
    office.moves(hearing, court_time(6, 7, 9, 30))
    assert office.planned() == [
        ("7d", "Thu 31 May 09:00"),
        ("1d", "Wed 06 Jun 09:00"),
        ("2h", "Thu 07 Jun 07:30"),
        ("outcome", "Thu 07 Jun 11:30"),
    ]
    assert len(office.rows(ReminderState.CANCELLED)) == 4


def test_a_hearing_moved_within_its_day_is_announced_again(office: Office) -> None:
    hearing = office.hears(court_time(5, 8, 9, 30))
    office.moves(hearing, court_time(5, 8, 14))
    assert office.planned() == [
        ("7d", "Mon 07 May 08:30"),
        ("1d", "Mon 07 May 09:00"),
        ("2h", "Tue 08 May 12:00"),
        ("outcome", "Tue 08 May 16:00"),
    ]


def test_a_hearing_moved_back_to_its_old_date_gets_its_old_rows_back(office: Office) -> None:
    hearing = office.hears(court_time(6, 5, 9, 30))
    before = office.planned()
    office.moves(hearing, court_time(6, 7, 9, 30))
    office.moves(hearing, court_time(6, 5, 9, 30))
    assert office.planned() == before
    assert len(office.rows()) == 8


def test_a_vacated_hearing_falls_silent(office: Office) -> None:
    office.vacates(office.hears(court_time(6, 5, 9, 30)))
    assert office.planned() == []


def test_what_is_done_falls_silent(office: Office) -> None:
    office.files(office.owes(FRIDAY))
    assert office.planned() == []


def test_what_is_moot_falls_silent(office: Office) -> None:
    deadline = office.owes(FRIDAY)
    with office.desk.change(by="U_MAYA") as change:
        again = change.session.get_one(Deadline, deadline.key)
        deadlines.drop_as_moot(change, deadline=again, reason="settled")
    assert office.planned() == []


def test_what_is_reopened_is_reminded_of_again_at_once(office: Office, clock: StillClock) -> None:
    deadline = office.owes(FRIDAY)
    office.files(deadline)
    clock.instant = court_time(5, 16, 10)
    _reopen(office, deadline)
    assert office.planned() == [
        ("3d", "Wed 16 May 10:00"),
        ("1d", "Thu 17 May 09:00"),
        ("day", "Fri 18 May 08:00"),
        ("last", "Fri 18 May 20:59"),
        ("overdue", "Sat 19 May 00:00"),
    ]


def test_what_is_reopened_after_its_cut_off_is_overdue_at_once(office: Office, clock: StillClock) -> None:
    deadline = office.owes(FRIDAY)
    office.files(deadline)
    clock.instant = court_time(5, 23, 10)
    _reopen(office, deadline)
    assert office.planned() == [("overdue", "Wed 23 May 10:00")]


def test_what_was_missed_and_said_is_said_again_the_next_morning_whatever_else_changes(
    office: Office, clock: StillClock, sweep: Sweep
) -> None:
    deadline = office.owes(date(2018, 5, 4))
    sweep.run_once()
    office.files(deadline)
    _reopen(office, deadline)
    assert office.planned() == [("overdue 2018-05-08", "Tue 08 May 09:00")]


def test_another_channel_that_follows_the_case_hears_the_same(office: Office) -> None:
    office.owes(FRIDAY)
    office.follows_in("C_KH")
    assert office.planned("C_KH") == office.planned("C_US")


def test_a_case_that_nobody_follows_plans_nothing(office: Office) -> None:
    with office.desk.change(by="U_CLAIRE") as change:
        elsewhere = cases.open_case(
            change, court="kh-phnompenh", docket_number="1", caption="Unfollowed", channel_id=None
        )
    office.case = elsewhere
    office.hears(datetime(2018, 6, 5, 2, tzinfo=UTC))
    assert office.rows() == []


def test_a_closure_recorded_later_moves_the_step_that_falls_on_it(office: Office) -> None:
    office.owes(FRIDAY)
    _close_on_friday_and_look_again(office)
    assert ("7d", "Thu 10 May 09:00") in office.planned()
    assert len([row for row in office.rows() if row.step == "7d"]) == 1


def test_a_step_that_a_closure_moves_into_the_past_is_said_at_once(office: Office, clock: StillClock) -> None:
    office.owes(FRIDAY)
    clock.instant = court_time(5, 10, 12)
    _close_on_friday_and_look_again(office)
    assert ("7d", "Thu 10 May 12:00") in office.planned()


def test_a_step_that_collapses_into_another_is_cancelled(office: Office) -> None:
    hearing = office.hears(court_time(5, 16, 9, 30))  # a week before is Wednesday 9 May
    with office.desk.change(by="U_CLAIRE") as change:
        for day in range(9, 16):
            _close(change, date(2018, 5, day))
        change.keep_entry(change.session.merge(hearing))
    assert office.planned() == [
        ("1d", "Tue 08 May 09:00"),
        ("2h", "Wed 16 May 07:30"),
        ("outcome", "Wed 16 May 11:30"),
    ]


def test_nothing_is_planned_if_the_change_fails(office: Office) -> None:
    def fail() -> None:
        with office.desk.change(by="U_CLAIRE") as change:
            office.owes_too(change, FRIDAY)
            raise RuntimeError("the machine stops here")

    with pytest.raises(RuntimeError):
        fail()
    assert office.rows() == []


def test_a_deadline_beyond_every_calendar_is_reminded_of_all_the_same(office: Office) -> None:
    far = datetime.combine(date(2999, 1, 6), time(17), tzinfo=UTC)
    office.hears(far)
    assert [row.due_at for row in office.rows()][-2:] == [far - timedelta(hours=2), far + timedelta(hours=2)]


def _reopen(office: Office, deadline: Deadline) -> None:
    with office.desk.change(by="U_MAYA") as change:
        again = change.session.get_one(Deadline, deadline.key)
        again.status = DeadlineStatus.OPEN
        change.keep_deadline(again)
        change.log("deadline.reopened", subject=again.ref, case_id=again.case_id)


def _close_on_friday_and_look_again(office: Office) -> None:
    with office.desk.change(by="U_CLAIRE") as change:
        _close(change, date(2018, 5, 11))
        for deadline in deadlines_of(change.session, [office.case.key]):
            change.keep_deadline(deadline)


def _close(change: Change, day: date) -> None:
    closure = Closure(court="cand", day=day, name="Clerk's office closed", recorded_by="U1", recorded_at=change.now)
    change.session.add(closure)
    change.session.flush()
    change.log("closure.recorded", subject="cand", case_id=None, day=day.isoformat())
