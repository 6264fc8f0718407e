"""The digest of a working morning: rows like all others, so nothing is lost and nobody hears twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.docket import cases, closing
from bot.docket.desk import Desk
from bot.reminders import Digest, OutageError, Sweep
from bot.reminders.claims import wait_after
from bot.reminders.sweep import LEASE
from handlers.views.digest import MOST, digest_message
from storage.backups import Backup
from storage.cases import Case
from storage.reminders import DIGEST, Reminder, ReminderState
from tests.judges import judge_message
from tests.reminders.fakes import Killed, SmallSlack, StillClock, kill
from tests.reminders.office import COURT_ZONE, Office, court_time, ticks

HALF_PAST_EIGHT = court_time(5, 8, 8, 30)


@pytest.fixture
def awake(office: Office) -> Office:
    office.chooses(has_digest=True)
    return office


def mornings(slack: SmallSlack, where: str = "C_US") -> list[str]:
    told = (digest for digest in slack.digests if digest.channel_id == where)
    return [digest.now.astimezone(COURT_ZONE).strftime("%a %d %b %H:%M") for digest in told]


def digests(office: Office, *states: ReminderState) -> list[Reminder]:
    return [row for row in office.rows(*states) if row.subject == DIGEST]


def only(slack: SmallSlack) -> Digest:
    (digest,) = slack.digests
    return digest


# When


def test_it_comes_on_each_working_morning(awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> None:
    ticks(sweep, clock, until=court_time(5, 15, 12))
    assert mornings(slack) == [
        *("Tue 08 May 08:30", "Wed 09 May 08:30", "Thu 10 May 08:30", "Fri 11 May 08:30"),
        *("Mon 14 May 08:30", "Tue 15 May 08:30"),
    ]


def test_a_channel_that_wants_none_gets_none(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    ticks(sweep, clock, until=court_time(5, 10))
    assert slack.digests == []


def test_a_channel_chooses_its_hour_and_zone(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.chooses(has_digest=True, digest_at="07:00", zone="Asia/Phnom_Penh")
    ticks(sweep, clock, until=court_time(5, 8, 20))
    assert mornings(slack) == ["Mon 07 May 17:00", "Tue 08 May 17:00"]


def test_a_changed_hour_moves_the_next_one_and_nobody_hears_twice_of_a_morning(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    ticks(sweep, clock, until=court_time(5, 8, 9))
    awake.chooses(has_digest=True, digest_at="11:00")
    ticks(sweep, clock, until=court_time(5, 9, 12))
    assert mornings(slack) == ["Tue 08 May 08:30", "Wed 09 May 11:00"]
    assert len(digests(awake, ReminderState.PLANNED)) == 1


def test_a_digest_refused_and_wanted_again_the_same_day_comes(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    sweep.run_once()
    awake.chooses(has_digest=False)
    clock.instant += timedelta(hours=1)
    sweep.run_once()
    assert digests(awake, ReminderState.PLANNED) == []
    awake.chooses(has_digest=True)
    ticks(sweep, clock, until=court_time(5, 8, 12))
    assert mornings(slack) == ["Tue 08 May 08:30"]


def test_one_that_is_wanted_again_waits_as_if_it_had_never_been_tried(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    sweep.run_once()
    clock.instant = HALF_PAST_EIGHT
    slack.before["C_US"].append(OutageError("refused", in_doubt=False))
    sweep.run_once()
    awake.chooses(has_digest=False)
    with awake.desk.store.writing() as session:
        for row in session.exec(select(Reminder).where(Reminder.target == datetime(2018, 5, 8, tzinfo=UTC))):
            row.state = ReminderState.CANCELLED
    clock.instant = court_time(5, 8, 7)
    awake.chooses(has_digest=True)
    (revived,) = digests(awake, ReminderState.PLANNED)
    assert (revived.due_at, revived.attempts, revived.trouble) == (HALF_PAST_EIGHT, 0, "")


def test_after_a_week_of_sleep_there_is_one_and_it_says_that_it_is_late(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    sweep.run_once()
    clock.instant = court_time(5, 15, 12)
    sweep.run_once()
    assert only(slack).is_late
    assert "This digest is late" in digest_message(only(slack)).text


def test_after_an_outage_of_days_there_is_one_for_all_the_mornings_that_were_missed(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    sweep.run_once()
    slack.before["C_US"].extend([OutageError("refused", in_doubt=False)] * 2)
    for morning in range(3):
        clock.instant = HALF_PAST_EIGHT + timedelta(days=morning)
        sweep.run_once()
    assert len(only(slack).covers) == 3
    assert mornings(slack) == ["Thu 10 May 08:30"]
    assert len(digests(awake, ReminderState.SENT)) == 3


# The week


def test_the_first_working_morning_of_a_week_tells_of_the_week_and_brings_the_docket(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    """Memorial Day, Monday 28 May, is closed: that week is told of on Tuesday."""
    awake.works_in("C_US", "U_MAYA")
    awake.owes(date(2018, 5, 31))
    ticks(sweep, clock, until=court_time(5, 31))
    told = [digest for digest in slack.digests if digest.week]
    assert [(digest.channel_id, f"{digest.now.astimezone(COURT_ZONE):%a %d %b}") for digest in told] == [
        ("C_US", "Mon 14 May"),
        ("C_US", "Mon 21 May"),
        ("C_US", "Tue 29 May"),
    ]
    assert [channel for channel, _ in slack.attached] == ["C_US"] * 3


def test_a_week_says_what_came_what_moved_and_what_ended(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    awake.files(awake.owes(date(2018, 5, 30)))
    hearing = awake.hears(court_time(5, 24, 9))
    awake.hears(court_time(5, 25, 9))
    ticks(sweep, clock, until=court_time(5, 9))
    awake.moves(hearing, court_time(5, 29, 9, 30))
    ticks(sweep, clock, until=court_time(5, 14, 9))
    week = slack.digests[-1].week
    assert week is not None
    assert [entry.ref for entry in week.recorded] == ["H2", "H1"]
    assert [thing.ref for thing in week.moved] == ["H1"]
    assert [deadline.ref for deadline in week.ended] == ["D1"]
    message = digest_message(slack.digests[-1])
    assert "The week of Monday 14 May 2018" in message.text
    assert "H1 · Oral argument · Rainsy v. Facebook · Tuesday 29 May 2018, 9:30 am" in message.text
    judge_message(message.blocks, message.text)


def test_a_week_in_which_nothing_happened_says_so(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    ticks(sweep, clock, until=court_time(5, 21, 9))
    assert "nothing came onto the docket, moved or ended" in digest_message(slack.digests[-1]).text


def test_a_docket_that_cannot_be_attached_costs_no_digest_and_repeats_none(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    slack.attaching.append(OutageError("timeout", in_doubt=True))
    ticks(sweep, clock, until=court_time(5, 14, 12))
    assert mornings(slack)[-1] == "Mon 14 May 08:30"
    assert len(mornings(slack)) == len(set(mornings(slack)))
    assert slack.attached == []


@pytest.mark.parametrize("dies", ["before the file", "after it"])
def test_who_dies_beside_the_file_of_a_week_leaves_neither_none_nor_two(
    dies: str, awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    ticks(sweep, clock, until=court_time(5, 14, 8))
    clock.instant = court_time(5, 14, 8, 30)
    (slack.attaching if dies == "before the file" else slack.after_attaching).append(kill)
    with pytest.raises(Killed):
        sweep.run_once()
    assert not [row for row in digests(awake, ReminderState.SENT) if row.due_at == clock.instant]
    clock.instant += LEASE
    assert (sweep.run_once().found, len(slack.attached)) == (1, 1)
    assert mornings(slack).count("Mon 14 May 08:30") == 1


def test_a_closed_case_greets_nobody(awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> None:
    with awake.desk.store.writing() as session:
        session.get_one(Case, awake.case.key).closed_at = clock.instant
    ticks(sweep, clock, until=court_time(5, 9))
    assert slack.digests == []


# Nothing lost, nothing twice


def test_killed_between_post_and_mark_it_is_found(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    sweep.run_once()
    clock.instant = HALF_PAST_EIGHT
    slack.after["C_US"].append(OutageError("timeout", in_doubt=True))
    sweep.run_once()
    clock.instant += LEASE
    assert (sweep.run_once().found, len(slack.digests)) == (1, 1)


def test_an_outage_is_waited_out(awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> None:
    sweep.run_once()
    clock.instant = HALF_PAST_EIGHT
    slack.before["C_US"].append(OutageError("refused", in_doubt=False))
    sweep.run_once()
    clock.instant += wait_after(1)
    sweep.run_once()
    assert len(slack.digests) == 1


def test_two_replicas_greet_once(awake: Office, desk: Desk, sweep: Sweep, slack: SmallSlack, clock: StillClock) -> None:
    other = Sweep(desk=desk, messenger=slack)
    while clock.instant < court_time(5, 9, 9):
        sweep.run_once()
        other.run_once()
        clock.instant += timedelta(minutes=30)
    assert mornings(slack) == ["Tue 08 May 08:30", "Wed 09 May 08:30"]


# What it says


def test_it_says_what_is_overdue_ahead_unconfirmed_and_closed(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    awake.owes(date(2018, 5, 4))
    awake.owes(date(2018, 5, 18))
    awake.owes(date(2018, 7, 18))
    awake.hears(court_time(5, 10, 9, 30))
    awake.hears(court_time(5, 7, 9, 30))
    with awake.desk.change(by="U_CLAIRE") as change:
        closing.record_closure(change, court="cand", day=date(2018, 5, 16), name="Flood", source="Notice")
    sweep.run_once()
    clock.instant = HALF_PAST_EIGHT
    sweep.run_once()
    told = only(slack)
    assert [one.ref for one in told.overdue] == ["D1"]
    assert [one.ref for one in told.deadlines] == ["D2"]
    assert [one.ref for one in told.unconfirmed] == ["D1", "D2"]
    assert [one.ref for one in told.hearings] == ["H1"]
    assert [one.ref for one in told.unasked] == ["H2"]
    assert [list(courts.days) for courts in told.closed] == [[date(2018, 5, 16)]]
    message = digest_message(told)
    judge_message(message.blocks, message.text)
    for words in ("Overdue", "D2", "Fri 18 May 2018", "H1", "Past hearings", "16 May 2018", "The alarm is awake"):
        assert words in message.text


def test_a_quiet_morning_says_that_the_alarm_is_awake(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    sweep.run_once()
    clock.instant = HALF_PAST_EIGHT
    sweep.run_once()
    message = digest_message(only(slack))
    judge_message(message.blocks, message.text)
    assert "Nothing is overdue" in message.text
    assert "The alarm is awake" in message.text


def test_a_long_list_is_cut_and_says_where_the_rest_is(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    with awake.desk.change(by="U_CLAIRE") as change:
        for _ in range(40):
            awake.owes_too(change, date(2018, 5, 18)).title = "<!channel> " * 40
    sweep.run_once()
    clock.instant = HALF_PAST_EIGHT
    sweep.run_once()
    message = digest_message(only(slack))
    judge_message(message.blocks, message.text)
    assert f"and {40 - MOST} more: /deadline list" in message.text
    assert "<!channel>" not in str(message.blocks)


# For one person


def test_a_person_hears_of_what_is_theirs_and_of_nothing_else(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.works_in("C_US", "U_DARA", "U_LENA", "U_MAYA")
    office.changes(office.owes(date(2018, 5, 18)), backup="U_DARA")
    office.owes(date(2018, 5, 17), owner="U_CLAIRE")
    sweep.run_once()
    clock.instant = HALF_PAST_EIGHT
    sweep.run_once()
    told = {digest.channel_id: [one.ref for one in digest.deadlines] for digest in slack.digests}
    assert told == {"U_MAYA": ["D1"], "U_DARA": ["D1"]}
    message = digest_message(slack.digests[0])
    judge_message(message.blocks, message.text)
    assert "Yours on Tuesday 8 May 2018" in message.text


def test_who_left_every_channel_hears_nothing_more(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.works_in("C_US", "U_MAYA")
    office.owes(date(2018, 5, 18))
    sweep.run_once()
    office.leaves("U_MAYA", "C_US")
    clock.instant = HALF_PAST_EIGHT
    sweep.run_once()
    assert slack.digests == []


def test_a_direct_digest_in_doubt_says_that_it_may_be_a_repeat(
    office: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    office.works_in("C_US", "U_MAYA")
    office.owes(date(2018, 5, 18))
    sweep.run_once()
    clock.instant = HALF_PAST_EIGHT
    slack.history_open = False
    slack.after["U_MAYA"].append(OutageError("timeout", in_doubt=True))
    sweep.run_once()
    clock.instant += wait_after(1)
    sweep.run_once()
    assert [digest.may_repeat for digest in slack.digests] == [False, True]
    assert "It may be a repeat" in digest_message(slack.digests[-1]).text


def test_the_morning_of_a_row_is_named_by_its_day_whatever_the_hour(awake: Office, sweep: Sweep) -> None:
    sweep.run_once()
    assert [row.target for row in digests(awake)] == [datetime(2018, 5, 8, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("before", "says"),
    [
        (None, "No backup was ever taken"),
        (timedelta(hours=6), "Last backup: Tuesday 8 May 2018, 2:30 am"),
        (timedelta(days=3), "The last backup is old: Saturday 5 May 2018"),
    ],
)
def test_it_tells_when_the_docket_was_last_copied(
    awake: Office, slack: SmallSlack, clock: StillClock, *, before: timedelta | None, says: str
) -> None:
    if before is not None:
        with awake.desk.store.writing() as session:
            session.add(Backup(at=HALF_PAST_EIGHT - before, name="one", rows=1, is_encrypted=False))
    sweep = Sweep(desk=awake.desk, messenger=slack)
    sweep.run_once()
    clock.instant = HALF_PAST_EIGHT
    sweep.run_once()
    message = digest_message(only(slack))
    assert says in message.text
    judge_message(message.blocks, message.text)


# What is wrong with one stops no other


def test_a_court_that_nobody_knows_any_more_costs_its_channel_the_digest_and_nobody_else_theirs(
    awake: Office, sweep: Sweep, slack: SmallSlack, clock: StillClock
) -> None:
    with awake.desk.change(by="U_CLAIRE") as change:
        other = cases.open_case(change, court="cand", docket_number="2", caption="Elsewhere", channel_id="C_FAR")
        change.session.get_one(Case, other.key).court = "xx-nowhere"
    ticks(sweep, clock, until=court_time(5, 8, 9))
    assert mornings(slack) == ["Tue 08 May 08:30"]
    assert mornings(slack, "C_FAR") == []


def test_digests_that_cannot_be_planned_hold_back_no_reminder(
    awake: Office, sweep: Sweep, slack: SmallSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("bot.reminders.sweep.plan_digests", fail)
    awake.owes(date(2018, 5, 18))
    sweep.run_once()
    assert slack.said() == [("D1", "14d")]
