"""The queries behind the sweep, on both databases."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from storage.claiming import claim, claimed, first_try, hold, mark_sent, next_try, rest_channel
from storage.planning import Planned, plan, planned
from storage.reminders import Reminder, ReminderState, in_trouble, messages_about, said_and_calling
from storage.store import Store

NOON = datetime(2018, 5, 7, 12, tzinfo=UTC)
LEASE = timedelta(minutes=3)
HOUR = timedelta(hours=1)


def row(subject: str = "D1", *, at: datetime = NOON, step: str = "7d", channel_id: str = "C1") -> Planned:
    target = NOON + timedelta(days=7)
    return planned(subject=subject, channel_id=channel_id, step=step, target=target, due_at=at)


def planning(store: Store, *rows: Planned) -> None:
    with store.writing() as session:
        plan(session, rows)


def taken(store: Store, by: str, *, now: datetime = NOON, limit: int = 50) -> list[tuple[str, str]]:
    with store.writing() as session:
        return [(row.subject, row.step) for row in taking(session, by, now=now, limit=limit)]


def taking(session: Session, by: str, *, now: datetime = NOON, limit: int = 50) -> list[Reminder]:
    """Claim what is due and return the rows themselves, in the claim's order."""
    taken = claim(session, by=by, now=now, lease=LEASE, limit=limit)
    rows = {row.key: row for row in claimed(session, by=by, ids=[one.key for one in taken])}
    assert all(tuple(one) == _as_taken(rows[one.key]) for one in taken)
    return [rows[one.key] for one in taken]


def _as_taken(row: Reminder) -> tuple[object, ...]:
    return row.key, row.subject, row.channel_id, row.target, row.due_at, row.claimed_by


def test_a_row_that_exists_is_not_planned_twice_and_keeps_its_id(store: Store) -> None:
    planning(store, row())
    with store.reading() as session:
        uid = session.exec(select(Reminder.uid)).one()
    planning(store, row(), row(step="3d"))
    with store.reading() as session:
        rows = session.exec(select(Reminder)).all()
    assert {reminder.step: reminder.uid == uid for reminder in rows} == {"7d": True, "3d": False}


def test_planning_nothing_asks_the_database_nothing(store: Store) -> None:
    planning(store)
    with store.reading() as session:
        assert session.exec(select(Reminder)).all() == []


def test_what_is_due_is_claimed_oldest_first_and_only_once(store: Store) -> None:
    planning(store, row("D1"), row("D2", at=NOON - HOUR), row("D3", at=NOON + HOUR))
    assert taken(store, "one") == [("D2", "7d"), ("D1", "7d")]
    assert taken(store, "two") == []


def test_the_late_steps_of_one_subject_are_claimed_together(store: Store) -> None:
    planning(store, row(step="7d", at=NOON - HOUR), row(step="3d"), row("D2"), row(step="1d", at=NOON + HOUR))
    assert taken(store, "one", limit=1) == [("D1", "7d"), ("D1", "3d")]
    assert taken(store, "two") == [("D2", "7d")]


def test_channels_do_not_wait_for_each_other(store: Store) -> None:
    planning(store, row(), row(channel_id="C2"))
    assert taken(store, "one", limit=1) == [("D1", "7d")]
    assert taken(store, "two", limit=1) == [("D1", "7d")]


def test_a_later_step_waits_behind_one_that_is_claimed(store: Store) -> None:
    planning(store, row(step="7d"), row(step="3d", at=NOON + timedelta(minutes=1)))
    assert taken(store, "one") == [("D1", "7d")]
    assert taken(store, "two", now=NOON + timedelta(minutes=2)) == []


def test_when_the_lease_ends_the_row_comes_back_in_doubt_and_the_first_claim_holds_it_no_more(store: Store) -> None:
    planning(store, row())
    with store.writing() as session:
        [first] = taking(session, "one")
        assert (first.in_doubt, first.attempts, first.state) == (False, 1, ReminderState.CLAIMED)
    with store.writing() as session:
        [second] = taking(session, "two", now=NOON + LEASE)
        assert (second.in_doubt, second.attempts) == (True, 2)
    with store.writing() as session:
        assert claimed(session, by="one", ids=[first.key]) == []
        assert [reminder.key for reminder in claimed(session, by="two", ids=[first.key])] == [first.key]


def test_two_transactions_at_once_claim_different_rows(postgres_store: Store) -> None:
    planning(postgres_store, row("D1"), row("D2"))
    with postgres_store.writing() as one, postgres_store.writing() as two:
        first = claim(one, by="one", now=NOON, lease=LEASE, limit=1)
        second = claim(two, by="two", now=NOON, lease=LEASE, limit=5)
    assert [[reminder.subject for reminder in rows] for rows in (first, second)] == [["D1"], ["D2"]]


def test_a_step_is_not_taken_from_under_a_claim_that_is_not_committed_yet(postgres_store: Store) -> None:
    planning(postgres_store, row(step="7d", at=NOON - HOUR), row(step="3d"))
    with postgres_store.writing() as one, postgres_store.writing() as two:
        assert len(claim(one, by="one", now=NOON, lease=LEASE, limit=1)) == 2
        assert claim(two, by="two", now=NOON, lease=LEASE, limit=5) == []


def test_a_channel_rests_but_what_others_hold_is_left_alone(store: Store) -> None:
    planning(store, row("D1"), row("D2"), row("D3", channel_id="C2"), row("D4", at=NOON + 3 * HOUR))
    assert taken(store, "one", limit=1) == [("D1", "7d")]
    with store.writing() as session:
        rest_channel(session, channel_id="C1", until=NOON + HOUR)
    with store.reading() as session:
        waits = {reminder.subject: reminder.not_before - NOON for reminder in session.exec(select(Reminder))}
    assert waits == {"D1": LEASE, "D2": HOUR, "D3": timedelta(), "D4": 3 * HOUR}


def test_when_the_first_may_be_tried_and_when_the_next(store: Store) -> None:
    with store.asking() as connection:
        assert first_try(connection) is None
    planning(store, row("D1"), row("D2", at=NOON + HOUR))
    with store.asking() as connection:
        assert first_try(connection) == NOON
        assert next_try(connection, after=NOON) == NOON + HOUR
        assert next_try(connection, after=NOON + HOUR) is None


def test_what_is_posted_is_marked_by_its_claim_alone_even_if_it_was_cancelled_meanwhile(store: Store) -> None:
    planning(store, row("D1"), row("D2"), row("D3"))
    with store.writing() as session:
        one, two = claim(session, by="one", now=NOON, lease=LEASE, limit=2)
        [three] = claim(session, by="two", now=NOON, lease=LEASE, limit=2)
        session.get_one(Reminder, two.key).state = ReminderState.CANCELLED
    with store.writing() as session:
        hold(session, [one.key, two.key], subjects=["D1"])
        mark_sent(session, {row.key: f"{row.key}.0" for row in (one, two, three)}, by="one", now=NOON)
    with store.reading() as session:
        rows = {row.subject: (row.state, row.message_ts) for row in session.exec(select(Reminder))}
        assert rows == {
            "D1": (ReminderState.SENT, f"{one.key}.0"),
            "D2": (ReminderState.SENT, f"{two.key}.0"),
            "D3": (ReminderState.CLAIMED, None),
        }
        said = said_and_calling(session, ["D1", "D3"])
        assert {subject: len(rows) for subject, rows in said.items()} == {"D1": 1, "D3": 0}


def test_thousands_of_rows_are_planned_as_one_statement_with_ids_of_their_own(store: Store) -> None:
    asked: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *said: asked.append(said[2]))
    planning(store, *(row(f"D{number}", at=NOON + timedelta(microseconds=number)) for number in range(2000)))
    assert len([sql for sql in asked if sql.startswith("INSERT")]) == 1
    with store.reading() as session:
        rows = session.exec(select(Reminder)).all()
    assert len({row.uid for row in rows}) == 2000
    assert [(row.due_at, row.not_before, row.target, row.recorded_late, row.rerouted_from) for row in rows[-1:]] == [
        (
            NOON + timedelta(microseconds=1999),
            NOON + timedelta(microseconds=1999),
            NOON + timedelta(days=7),
            False,
            None,
        )
    ]


@pytest.mark.parametrize(
    "at",
    [
        datetime(2018, 5, 7, 5, 0, 0, 1, tzinfo=ZoneInfo("America/Los_Angeles")),
        datetime(2018, 5, 7, 5, tzinfo=ZoneInfo("Asia/Phnom_Penh")),
        datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(1954, 5, 17, 12, 52, tzinfo=UTC),
        datetime(2262, 4, 12, 0, 0, 0, 123_456, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    ],
    ids=str,
)
def test_a_planned_row_is_kept_as_one_that_was_added_alone(store: Store, at: datetime) -> None:
    """The statement writes instants itself: they must sort with those that SQLAlchemy writes."""
    with store.writing() as session:
        plan(session, [planned(subject="D1", channel_id="C1", step="7d", target=at, due_at=at, rerouted_from="C2")])
        session.add(
            Reminder(subject="D2", channel_id="C1", step="7d", target=at, due_at=at, not_before=at, rerouted_from="C2")
        )
    with store.reading() as session:
        kept = session.connection().exec_driver_sql(
            "SELECT target, due_at, not_before, recorded_late, rerouted_from, state, attempts, in_doubt, claimed_at,"
            " claimed_by, sent_at, message_ts, trouble, length(uid) FROM reminder"
        )
        first, second = kept.all()
    assert first == second


def test_what_is_in_trouble_is_listed(store: Store) -> None:
    planning(store, row("D1"), row("D2"))
    with store.writing() as session:
        taking(session, "one", limit=1)[0].trouble = "is_archived"
    with store.reading() as session:
        assert [(reminder.subject, reminder.trouble) for reminder in in_trouble(session)] == [("D1", "is_archived")]


def test_a_row_that_was_never_saved_has_no_key() -> None:
    with pytest.raises(LookupError):
        _ = Reminder(subject="D1", channel_id="C1", step="7d", target=NOON, due_at=NOON, not_before=NOON).key


@pytest.mark.parametrize("question", [first_try, partial(next_try, after=NOON)])
def test_an_idle_sweep_reads_the_index_of_what_waits_and_not_the_table(sqlite_store: Store, question: Any) -> None:
    asked: list[tuple[str, Any]] = []
    event.listen(sqlite_store.engine, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
    with sqlite_store.asking() as connection:
        question(connection)
        sql, values = asked[-1]
        steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all()
    assert any("ix_reminder_waiting" in step[3] for step in steps)


def test_the_messages_about_a_subject_in_a_channel_are_those_that_were_posted_the_last_first(store: Store) -> None:
    planning(store, row(step="7d"), row(step="3d"), row(step="1d", at=NOON + HOUR), row(channel_id="C2"), row("D2"))
    with store.writing() as session:
        told = {reminder.step: reminder for reminder in taking(session, "one", limit=1)}
        mark_sent(session, {reminder.key: "1.0" for reminder in told.values()}, by="one", now=NOON)
    with store.writing() as session:
        last = next(each for each in session.exec(select(Reminder)) if (each.channel_id, each.step) == ("C1", "1d"))
        last.state, last.sent_at, last.message_ts = ReminderState.SENT, NOON + HOUR, "2.0"
    assert set(told) == {"7d", "3d"}, "they were one message"
    with store.reading() as session:
        assert messages_about(session, "D1", "C1", most=9) == ["2.0", "1.0"]
        assert messages_about(session, "D1", "C1", most=1) == ["2.0"]
        assert messages_about(session, "D1", "C3", most=9) == []


def test_the_two_hours_of_the_night_when_clocks_go_back_are_two_instants(store: Store) -> None:
    """Python takes them for the same as long as they stand in their own zone."""
    first = datetime(2018, 11, 4, 1, 30, tzinfo=ZoneInfo("America/Los_Angeles"))
    planning(store, row("D1", at=first), row("D2", at=first.replace(fold=1)))
    with store.reading() as session:
        one, two = session.exec(select(Reminder.due_at).order_by(Reminder.subject)).all()
    assert two - one == HOUR
