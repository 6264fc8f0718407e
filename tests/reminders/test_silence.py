"""To have seen a reminder is not to have filed. Silence calls the backup, then the channel, then everybody."""

from datetime import date, timedelta

import pytest

from bot.docket.errors import NotOpenError
from bot.reminders import OutageError, Sweep
from bot.reminders.acknowledging import SeenAlreadyError
from bot.reminders.claims import LONGEST_WAIT
from bot.reminders.sweep import LEASE
from storage.reminders import ReminderState
from tests.reminders.fakes import SmallSlack, StillClock
from tests.reminders.office import COURT_ZONE, Office, court_time, ticks

FRIDAY = date(2018, 6, 15)
DUE = date(2018, 6, 22)


def calls(slack: SmallSlack) -> list[tuple[str, str, str]]:
    """Return whom silence called, where and when."""
    return [
        (m.alarm.channel_id, m.alarm.step, m.alarm.now.astimezone(COURT_ZONE).strftime("%a %d %b %H:%M"))
        for m in slack.posted
        if m.alarm.step.startswith("unseen")
    ]


def test_each_step_that_nobody_saw_calls_the_backup_anew_and_ends_the_calls_about_the_one_before(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.works_in("C_US", "U_DARA", "U_LENA", "U_MAYA")
    office.changes(office.owes(DUE), backup="U_DARA")
    clock.instant = court_time(6, 15, 9)
    ticks(sweep, clock, until=court_time(6, 19, 14))
    assert calls(slack) == [
        ("C_US", "unseen 1 7d", "Mon 18 Jun 09:00"),
        ("C_US", "unseen 1 3d", "Tue 19 Jun 13:00"),
    ]


def test_far_from_the_date_patience_ends_on_open_days_only(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.works_in("C_US", "U_DARA", "U_LENA")
    office.changes(office.owes(date(2018, 7, 5)), backup="U_DARA")
    clock.instant = court_time(6, 5, 9)  # thirty days before
    sweep.run_once()
    ticks(sweep, clock, until=court_time(6, 12))
    assert calls(slack) == [
        ("C_US", "unseen 1 30d", "Wed 06 Jun 09:00"),
        ("C_US", "unseen 2 30d", "Thu 07 Jun 09:00"),
        ("U_DARA", "unseen 3 30d", "Fri 08 Jun 09:00"),
        ("U_LENA", "unseen 3 30d", "Fri 08 Jun 09:00"),
    ]


def test_in_the_last_three_days_patience_is_four_hours(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.works_in("C_US", "U_DARA", "U_LENA")
    office.changes(office.owes(FRIDAY), backup="U_DARA")
    clock.instant = court_time(6, 12, 9)
    ticks(sweep, clock, until=court_time(6, 13))
    assert calls(slack) == [
        ("C_US", "unseen 1 3d", "Tue 12 Jun 13:00"),
        ("C_US", "unseen 2 3d", "Tue 12 Jun 17:00"),
        ("U_DARA", "unseen 3 3d", "Tue 12 Jun 21:00"),
        ("U_LENA", "unseen 3 3d", "Tue 12 Jun 21:00"),
    ]


def test_quiet_hours_hold_calls_far_from_the_date_and_not_near_it(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.chooses(quiet_from="18:00", quiet_until="10:00", at_hour="17:00")
    office.owes(FRIDAY)
    clock.instant = court_time(6, 8, 18, 30)
    ticks(sweep, clock, until=court_time(6, 13))
    assert calls(slack) == [
        ("C_US", "unseen 2 7d", "Tue 12 Jun 10:00"),
        ("C_US", "unseen 3 7d", "Tue 12 Jun 14:00"),
        ("C_US", "unseen 2 3d", "Tue 12 Jun 21:00"),
    ]


def test_what_quiet_hours_would_push_into_a_closed_day_waits_for_an_open_one(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.chooses(quiet_from="18:00", quiet_until="10:00")
    clock.instant = court_time(6, 7, 19)  # a Thursday
    office.owes(date(2018, 7, 5))  # its step of thirty days before has passed
    sweep.run_once()
    assert office.planned()[0] == ("unseen 2 30d", "Mon 11 Jun 10:00")


def test_without_a_backup_the_channel_is_called_first(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    clock.instant = court_time(6, 12, 9)
    ticks(sweep, clock, until=court_time(6, 12, 14))
    assert [step for _, step, _ in calls(slack)] == ["unseen 2 3d"]


def test_where_nobody_is_known_everybody_is_called_in_the_channel(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    clock.instant = court_time(6, 12, 9)
    ticks(sweep, clock, until=court_time(6, 13))
    assert [(where, step) for where, step, _ in calls(slack)] == [("C_US", "unseen 2 3d"), ("C_US", "unseen 3 3d")]


def test_who_left_the_channel_meanwhile_is_told_nothing(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.works_in("C_US", "U_DARA", "U_LENA")
    office.owes(FRIDAY)
    clock.instant = court_time(6, 12, 9)
    ticks(sweep, clock, until=court_time(6, 12, 14))
    office.leaves("U_LENA", "C_US")
    ticks(sweep, clock, until=court_time(6, 13))
    assert [where for where, step, _ in calls(slack) if step == "unseen 3 3d"] == ["U_DARA"]


# Seen


def test_whoever_says_that_they_saw_it_stops_the_calls_but_not_the_reminders(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    deadline = office.owes(FRIDAY)
    clock.instant = court_time(6, 8, 9)
    sweep.run_once()
    office.sees(deadline)
    ticks(sweep, clock, until=court_time(6, 12, 12))
    assert slack.said() == [("D1", "7d"), ("D1", "3d")]


def test_a_new_step_makes_a_new_acknowledgement_necessary(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    deadline = office.owes(FRIDAY)
    clock.instant = court_time(6, 8, 9)
    sweep.run_once()
    office.sees(deadline)
    clock.instant = court_time(6, 12, 9)
    ticks(sweep, clock, until=court_time(6, 12, 15))
    assert [step for _, step, _ in calls(slack)] == ["unseen 2 3d"]
    office.sees(deadline)
    ticks(sweep, clock, until=court_time(6, 14))
    assert len(calls(slack)) == 1


def test_seen_in_one_channel_is_seen_for_the_others_even_where_the_step_comes_later(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.follows_in("C_KH")
    office.chooses("C_KH", at_hour="15:00")
    deadline = office.owes(FRIDAY)
    clock.instant = court_time(6, 8, 9)
    sweep.run_once()
    clock.instant = court_time(6, 8, 10)
    office.sees(deadline)
    ticks(sweep, clock, until=court_time(6, 12, 8))
    assert ("D1", "7d") in slack.said("C_KH")
    assert calls(slack) == []


def test_seen_while_a_call_is_claimed_stops_it(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    first, second = office.owes(FRIDAY), office.owes(FRIDAY)
    clock.instant = court_time(6, 12, 9)
    sweep.run_once()
    clock.instant += timedelta(hours=4)
    slack.before["C_US"].append(lambda: office.sees(second))
    sweep.run_once()
    assert [subject for subject, step in slack.said() if step == "unseen 2 3d"] == [first.ref]


def test_proof_stops_everything_at_once(office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> None:
    office.works_in("C_US", "U_DARA")
    deadline = office.owes(FRIDAY)
    clock.instant = court_time(6, 12, 9)
    ticks(sweep, clock, until=court_time(6, 12, 18))
    office.files(deadline)
    before = len(slack.posted)
    ticks(sweep, clock, until=court_time(6, 17))
    assert len(slack.posted) == before
    assert [row for row in office.rows(ReminderState.PLANNED) if row.subject == deadline.ref] == []


def test_a_moved_date_takes_the_old_calls_with_it(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    deadline = office.owes(FRIDAY)
    clock.instant = court_time(6, 8, 9)
    sweep.run_once()
    moment = court_time(7, 20, 23, 59)
    office.changes(deadline, due=moment.date(), due_at=moment, latest=moment.date())
    ticks(sweep, clock, until=court_time(6, 19))
    assert calls(slack) == []


def test_what_is_overdue_calls_every_day_anew(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.works_in("C_US", "U_DARA")
    office.changes(office.owes(date(2018, 5, 4)), backup="U_DARA")
    ticks(sweep, clock, until=court_time(5, 10))
    assert [step for where, step, _ in calls(slack) if where == "C_US"] == [
        *("unseen 1 overdue", "unseen 2 overdue"),
        *("unseen 1 overdue 2018-05-08", "unseen 2 overdue 2018-05-08"),
        *("unseen 1 overdue 2018-05-09", "unseen 2 overdue 2018-05-09"),
    ]


def test_after_an_outage_a_newer_step_speaks_and_not_the_call_about_an_older_one(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    clock.instant = court_time(6, 12, 9)
    sweep.run_once()
    clock.instant = court_time(6, 14, 12)
    sweep.run_once()
    assert slack.said() == [("D1", "3d"), ("D1", "1d")]
    assert len(slack.posted[-1].alarm.covers) == 1


def test_killed_between_post_and_mark_a_call_is_planned_all_the_same(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.owes(FRIDAY)
    clock.instant = court_time(6, 12, 9)
    slack.after["C_US"].append(OutageError("timeout", in_doubt=True))
    sweep.run_once()
    clock.instant += LEASE
    assert sweep.run_once().found == 4
    ticks(sweep, clock, until=court_time(6, 12, 15))
    assert [step for _, step, _ in calls(slack)] == ["unseen 2 3d"]


def test_a_channel_that_refuses_lets_the_backup_be_called_directly(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.changes(office.owes(FRIDAY), backup="U_DARA")
    slack.archived.add("C_US")
    clock.instant = court_time(6, 12, 9)
    while clock.instant < court_time(6, 12, 14):
        sweep.run_once()
        clock.instant += LONGEST_WAIT
    assert slack.said("U_MAYA")[0] == ("D1", "3d")
    assert slack.said("U_DARA") == [("D1", "unseen 1 3d")]


# The verb


def test_seeing_changes_neither_the_date_nor_its_copies(office: Office) -> None:
    deadline = office.owes(FRIDAY)
    office.clock.instant += timedelta(hours=1)
    office.sees(deadline)
    with office.desk.look() as session:
        after = session.get_one(type(deadline), deadline.key)
    assert (after.sequence, after.changed_at, after.due) == (deadline.sequence, deadline.changed_at, deadline.due)
    assert (after.acknowledged_by, after.acknowledged_at) == ("U_MAYA", office.clock.instant)


def test_the_same_person_sees_a_reminder_once_and_another_may_see_it_too(
    office: Office, sweep: Sweep, clock: StillClock
) -> None:
    deadline = office.owes(FRIDAY)
    clock.instant = court_time(6, 12, 9)
    sweep.run_once()
    office.sees(deadline)
    with pytest.raises(SeenAlreadyError, match="/deadline done D1"):
        office.sees(deadline)
    office.sees(deadline, by="U_DARA")
    clock.instant = court_time(6, 14, 9)
    sweep.run_once()
    office.sees(deadline, by="U_DARA")


def test_what_is_done_cannot_be_seen(office: Office) -> None:
    deadline = office.owes(FRIDAY)
    office.files(deadline)
    with pytest.raises(NotOpenError):
        office.sees(deadline)


# Absences


def test_while_the_owner_is_away_the_backup_is_told_at_once_and_then_the_channel(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.changes(office.owes(FRIDAY), backup="U_DARA")
    office.is_away("U_MAYA", date(2018, 6, 11), date(2018, 6, 12))
    clock.instant = court_time(6, 12, 9)
    ticks(sweep, clock, until=court_time(6, 12, 14))
    duty = slack.posted[0].alarm.duty
    assert (duty.owner, duty.stand_in, duty.away) == ("U_MAYA", "U_DARA", {"U_MAYA": date(2018, 6, 12)})
    assert [step for _, step, _ in calls(slack)] == ["unseen 2 3d"]


def test_an_absence_ends_with_its_last_day_on_the_own_calendar_of_who_is_away(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.works_in("C_US", "U_MAYA")
    office.changes(office.owes(FRIDAY), backup="U_DARA")
    office.is_away("U_MAYA", date(2018, 6, 1), date(2018, 6, 11))
    office.is_away("U_MAYA", date(2018, 6, 13), date(2018, 6, 20))
    clock.instant = court_time(6, 12, 9)
    sweep.run_once()
    assert not slack.posted[0].alarm.duty.owner_is_away


def test_when_both_are_away_nobody_stands_in(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.changes(office.owes(FRIDAY), backup="U_DARA")
    for person in ("U_MAYA", "U_DARA"):
        office.is_away(person, date(2018, 6, 1), date(2018, 6, 30))
    clock.instant = court_time(6, 12, 9)
    ticks(sweep, clock, until=court_time(6, 12, 14))
    duty = slack.posted[0].alarm.duty
    assert (duty.stand_in, set(duty.away)) == (None, {"U_MAYA", "U_DARA"})
    assert [step for _, step, _ in calls(slack)] == ["unseen 2 3d"]
