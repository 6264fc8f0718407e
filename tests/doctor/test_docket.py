"""What the database tells about an installation, in sentences."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.clock import PracticeClock
from bot.docket import cases, deadlines
from bot.docket.desk import Desk
from bot.doctor.docket import look_at_docket
from bot.doctor.findings import Finding, State
from bot.law import Period
from bot.reminders import follow
from bot.rulebook import Rulebook
from storage.backups import Backup
from storage.beats import Beat, keep_beat
from storage.reminders import Reminder, ReminderState
from storage.store import Store
from tests.conftest import MORNING


def found(store: Store, *, after: timedelta = timedelta()) -> dict[str, Finding]:
    return {finding.about: finding for finding in look_at_docket(store, MORNING + after)}


def a_reminder(**changes: object) -> Reminder:
    facts: dict[str, object] = {
        "subject": "D1",
        "channel_id": "C_US",
        "step": "7 days",
        "target": MORNING + timedelta(days=7),
        "due_at": MORNING,
        "not_before": MORNING,
        **changes,
    }
    return Reminder(**facts)  # type: ignore[arg-type]


@pytest.fixture
def at_work(store: Store) -> Store:
    """A docket whose bot is awake, and that was copied yesterday."""
    with store.writing() as session:
        keep_beat(session, Beat(process="one", began_at=MORNING, at=MORNING))
        session.add(Backup(at=MORNING - timedelta(hours=20), name="one", rows=1, is_encrypted=True))
        session.add(a_reminder(due_at=MORNING + timedelta(days=1), not_before=MORNING + timedelta(days=1)))
    return store


def test_where_all_is_well_each_thing_says_so(at_work: Store) -> None:
    told = found(at_work)
    assert {finding.state for finding in told.values()} == {State.WELL}
    assert list(told) == ["database", "log", "sweep", "reminders", "backup"]
    assert told["sweep"].said == "A sweep last ended a moment ago."
    assert told["reminders"].said == "1 are planned; none is late."
    assert told["backup"].said == "The last one was taken 20 hours ago."


def test_a_docket_that_nobody_serves_is_told(store: Store) -> None:
    told = found(store)
    assert (told["sweep"].state, told["sweep"].said) == (State.MEND, "No process has ever looked for reminders here.")
    assert (told["backup"].state, told["backup"].said) == (State.LOOK, "None was ever taken.")


@pytest.mark.parametrize(
    ("beat", "says"),
    [
        ({}, "A sweep last ended 1 hour ago. The process died or hangs."),
        ({"ended_at": MORNING}, "The bot was stopped 1 hour ago."),
        ({"at": MORNING + timedelta(minutes=59), "reached_slack": False}, "It could not reach Slack."),
    ],
)
def test_an_alarm_that_sleeps_must_be_mended(at_work: Store, beat: dict[str, object], says: str) -> None:
    with at_work.writing() as session:
        keep_beat(session, Beat(**{"process": "one", "began_at": MORNING, "at": MORNING, **beat}))  # type: ignore[arg-type]
    told = found(at_work, after=timedelta(hours=1))["sweep"]
    assert told.state is State.MEND
    assert says in told.said


def test_reminders_that_are_late_or_in_trouble_are_counted(at_work: Store) -> None:
    with at_work.writing() as session:
        session.add(a_reminder(step="3 days", trouble="channel_not_found"))
        session.add(a_reminder(step="1 day", trouble="channel_not_found"))
        session.add(a_reminder(subject="D2", state=ReminderState.SENT))
    told = list(look_at_docket(at_work, MORNING + timedelta(minutes=30)))
    said = [finding.said for finding in told if finding.about == "reminders"]
    assert said == ["2 are due and not said, the oldest for 30 minutes.", "2 reminders wait: channel_not_found"]


def test_open_deadlines_of_which_nobody_will_hear_must_be_mended(at_work: Store, book: Rulebook) -> None:
    """Somebody imported a case at the command line, and no channel follows it yet."""
    desk = Desk(store=at_work, clock=PracticeClock(MORNING), book=book, followers=(follow,))
    with desk.change(by="import") as change:
        case = cases.open_case(change, court="cand", docket_number="1", caption="Rainsy v. Facebook", channel_id=None)
        answer = book.count(court="cand", start=MORNING.date(), period=Period(length=14))
        deadlines.adopt(change, case=case, entry=None, answer=answer)
    (told,) = [one for one in look_at_docket(at_work, MORNING) if "nobody will hear" in one.said]
    assert (told.state, told.said) == (State.MEND, "1 open deadline has no reminder: nobody will hear of it.")


def test_an_old_backup_is_pointed_at(at_work: Store) -> None:
    told = found(at_work, after=timedelta(days=3))["backup"]
    assert (told.state, told.said) == (State.LOOK, "The last one was taken 3 days ago.")
    assert "adquem backup" in told.advice


def test_a_log_that_was_tampered_with_must_be_looked_into(store: Store, clock: PracticeClock) -> None:
    from storage import log

    with store.writing() as session:
        log.append(session, log.AuditEntry(at=clock.now(), actor="U1", action="x", subject="D1", previous="", seal=""))
        session.execute(text("UPDATE audit_entry SET actor = 'U2'"))
    assert found(store)["log"].said == "1 of 1 lines were changed after they were written."


@pytest.mark.parametrize(
    ("version", "says"), [("9999", "newer Ad Quem"), ("0003", "is of version 0003"), (None, "no docket in")]
)
def test_tables_of_another_version_are_told_and_not_read(sqlite_store: Store, version: str | None, says: str) -> None:
    with sqlite_store.writing() as session:
        session.execute(text("DELETE FROM alembic_version"))
        if version:
            session.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": version})
        assert session.exec(select(Reminder)).all() == []
    told = found(sqlite_store)
    assert list(told) == ["database"]
    assert says in told["database"].said


def test_a_database_that_does_not_answer_is_a_sentence() -> None:
    (told,) = look_at_docket(Store("postgresql+psycopg://nobody@127.0.0.1:9/none"), MORNING)
    assert told.state is State.MEND
    assert told.said.startswith("It cannot be read:")
