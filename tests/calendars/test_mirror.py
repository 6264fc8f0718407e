"""Events follow the docket within the same transaction."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot import calendars
from bot.calendars import events
from bot.docket import cases, deadlines, entries, hearings
from bot.docket.desk import Desk
from storage.calendars import CalendarEvent, Detail
from storage.cases import Case
from storage.docket import Deadline, Entry, EntryKind
from tests.calendars.samples import LA, an_answer, parsed


def rows(desk: Desk, subject: str) -> dict[Detail, CalendarEvent]:
    with desk.look() as session:
        query = select(CalendarEvent).where(CalendarEvent.subject == subject)
        return {row.detail: row for row in session.exec(query)}


def full(desk: Desk, subject: str) -> Any:
    return parsed(rows(desk, subject)[Detail.FULL].body)


@pytest.fixture
def hearing(desk: Desk, case: Case) -> Entry:
    with desk.change(by="U_CLAIRE") as change:
        return hearings.schedule(
            change, case=case, title="Oral argument", starts_at=datetime(2018, 4, 30, 16, 30, tzinfo=UTC)
        )


@pytest.fixture
def objections(desk: Desk, case: Case) -> Deadline:
    with desk.change(by="U_CLAIRE") as change:
        return deadlines.adopt(change, case=case, entry=None, answer=an_answer())


def test_a_new_hearing_is_written_at_every_level(desk: Desk, hearing: Entry) -> None:
    written = rows(desk, hearing.ref)
    assert set(written) == set(Detail)
    assert written[Detail.FULL].zone == LA.key
    assert written[Detail.ALIAS].zone is None
    assert written[Detail.FULL].on_date == date(2018, 4, 30)
    assert written[Detail.FULL].drop_after is None


def test_a_moved_hearing_keeps_its_uid_and_raises_its_sequence(desk: Desk, hearing: Entry) -> None:
    before = full(desk, hearing.ref)
    with desk.change(by="U_MAYA") as change:
        moved = change.session.merge(hearing)
        hearings.move(change, hearing=moved, starts_at=datetime(2018, 5, 7, 16, 30, tzinfo=UTC), reason="notice")
    after = full(desk, hearing.ref)
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["DTSTART"].to_ical() == b"20180507T093000"
    assert after["DTSTAMP"].dt >= before["DTSTAMP"].dt


def test_a_vacated_hearing_stays_marked_for_thirty_days_after_its_date(desk: Desk, hearing: Entry) -> None:
    with desk.change(by="U_MAYA") as change:
        hearings.vacate(change, hearing=change.session.merge(hearing), reason="stipulation")
    row = rows(desk, hearing.ref)[Detail.FULL]
    assert parsed(row.body)["STATUS"] == "CANCELLED"
    assert row.drop_after == hearing.on_date + timedelta(days=30)


def test_a_done_deadline_stays_marked(desk: Desk, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.complete(change, deadline=change.session.merge(objections), proof="ECF No. 21")
    assert full(desk, objections.ref)["SUMMARY"].startswith("DONE ✓ ")
    assert rows(desk, objections.ref)[Detail.FULL].drop_after is None


def test_a_moot_deadline_is_cancelled(desk: Desk, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.drop_as_moot(change, deadline=change.session.merge(objections), reason="settled")
    assert full(desk, objections.ref)["STATUS"] == "CANCELLED"
    assert rows(desk, objections.ref)[Detail.BUSY].drop_after == date(2018, 6, 17)


def test_a_filing_is_not_on_the_calendar(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as change:
        filing = entries.record(change, case=case, kind=EntryKind.FILING, title="Application", on_date=date(2018, 2, 8))
    assert rows(desk, filing.ref) == {}


def test_what_did_not_change_keeps_its_edition(desk: Desk, case: Case, hearing: Entry) -> None:
    before = rows(desk, hearing.ref)[Detail.FULL].edition
    with desk.change(by="U_MAYA") as change:
        cases.link(change, case=change.session.merge(case), channel_id="C_PARIS")
        assert hearing.ref in change.entries
    assert rows(desk, hearing.ref)[Detail.FULL].edition == before


def test_a_change_that_fails_leaves_the_old_event(desk: Desk, hearing: Entry) -> None:
    def fail_halfway() -> None:
        with desk.change(by="U_MAYA") as change:
            hearings.vacate(change, hearing=change.session.merge(hearing), reason="stipulation")
            calendars.follow(change)
            raise RuntimeError("the machine stops here")

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert full(desk, hearing.ref)["STATUS"] == "CONFIRMED"


def caught_up(desk: Desk) -> int:
    with desk.change(by="calendars") as change:
        return calendars.catch_up(change)


def forget_events(session: Session) -> None:
    for row in session.exec(select(CalendarEvent).order_by(col(CalendarEvent.subject))):
        session.delete(row)


def test_catching_up_writes_what_is_missing_once(desk: Desk, hearing: Entry, objections: Deadline) -> None:
    with desk.store.writing() as session:
        forget_events(session)
    assert caught_up(desk) == 2
    assert caught_up(desk) == 0
    assert set(rows(desk, hearing.ref)) == set(rows(desk, objections.ref)) == set(Detail)


def test_catching_up_rewrites_what_an_older_version_wrote(
    desk: Desk, hearing: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(desk, hearing.ref)[Detail.FULL]
    monkeypatch.setattr(events, "_LAYOUT", "an older one")
    assert caught_up(desk) == 1
    after = rows(desk, hearing.ref)[Detail.FULL]
    assert after.recipe != before.recipe
    assert after.edition > before.edition
