from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.docket import deadlines, hearings
from bot.docket.desk import Desk
from bot.docket.errors import ClosedEntryError, EmptyError, NotAHearingError
from storage.cases import Case
from storage.docket import Entry, EntryStatus
from storage.log import AuditEntry

SAN_FRANCISCO = ZoneInfo("America/Los_Angeles")
FIRST = datetime(2018, 4, 30, 9, 30, tzinfo=SAN_FRANCISCO)
SECOND = datetime(2018, 5, 7, 9, 30, tzinfo=SAN_FRANCISCO)


@pytest.fixture
def hearing(desk: Desk, case: Case) -> Entry:
    with desk.change(by="U_CLAIRE") as change:
        return hearings.schedule(change, case=case, title="Oral argument", starts_at=FIRST, place="Courtroom A")


def test_a_hearing_keeps_its_instant_and_its_day_at_the_court(desk: Desk, case: Case) -> None:
    late = datetime(2018, 5, 1, 3, tzinfo=UTC)  # 20:00 on 30 April in San Francisco
    with desk.change(by="U_CLAIRE") as change:
        hearing = hearings.schedule(change, case=case, title="Evening session", starts_at=late)
    assert (hearing.starts_at, hearing.on_date, hearing.zone) == (late, date(2018, 4, 30), "America/Los_Angeles")


def test_a_hearing_of_the_past_may_have_no_hour(desk: Desk, case: Case) -> None:
    with desk.change(by="import") as change:
        hearing = hearings.schedule(change, case=case, title="Argument", starts_at=None, on_date=date(2018, 4, 30))
    assert (hearing.starts_at, hearing.on_date) == (None, date(2018, 4, 30))


@pytest.mark.parametrize(("title", "starts_at"), [(" ", FIRST), ("Argument", None)])
def test_a_hearing_needs_a_title_and_a_date(desk: Desk, case: Case, title: str, starts_at: datetime | None) -> None:
    with pytest.raises(EmptyError, match="is missing"), desk.change(by="U_CLAIRE") as change:
        hearings.schedule(change, case=case, title=title, starts_at=starts_at)


def test_moving_keeps_the_uid_raises_the_sequence_and_logs_old_and_new(desk: Desk, hearing: Entry) -> None:
    with desk.change(by="U_MAYA") as change:
        moved = change.session.get_one(Entry, hearing.key)
        followed = hearings.move(change, hearing=moved, starts_at=SECOND, reason="clerk's notice")
    assert followed.refs == ()
    with desk.look() as session:
        now = session.get_one(Entry, hearing.key)
        line = session.exec(select(AuditEntry).where(AuditEntry.action == "hearing.moved")).one()
    assert (now.starts_at, now.on_date, now.uid, now.sequence) == (SECOND, date(2018, 5, 7), hearing.uid, 1)
    assert line.details == {"old": "2018-04-30T09:30:00-07:00", "new": "2018-05-07T09:30:00-07:00"}
    assert line.reason == "clerk's notice"


def test_a_move_needs_a_reason(desk: Desk, hearing: Entry) -> None:
    with pytest.raises(EmptyError, match="reason"), desk.change(by="U_MAYA") as change:
        hearings.move(change, hearing=change.session.get_one(Entry, hearing.key), starts_at=SECOND, reason=" ")


def test_a_vacated_hearing_stays_and_cannot_be_moved_or_vacated_again(desk: Desk, hearing: Entry) -> None:
    with desk.change(by="U_MAYA") as change:
        hearings.vacate(change, hearing=change.session.get_one(Entry, hearing.key), reason="settled")
    with desk.look() as session:
        assert session.get_one(Entry, hearing.key).status is EntryStatus.VACATED
    with pytest.raises(ClosedEntryError, match="H1 is vacated already"), desk.change(by="U_MAYA") as change:
        hearings.vacate(change, hearing=change.session.get_one(Entry, hearing.key), reason="again")
    with pytest.raises(ClosedEntryError), desk.change(by="U_MAYA") as change:
        hearings.move(change, hearing=change.session.get_one(Entry, hearing.key), starts_at=SECOND, reason="again")


def test_only_hearings_move(desk: Desk, order: Entry) -> None:
    with pytest.raises(NotAHearingError, match="O1 is recorded as order"), desk.change(by="U_MAYA") as change:
        hearings.move(change, hearing=change.session.get_one(Entry, order.key), starts_at=SECOND, reason="x")


def test_what_was_counted_from_a_hearing_moves_with_it(desk: Desk, case: Case) -> None:
    """FRCP 6(c)(1): a motion is served at least 14 days before the hearing."""
    with desk.change(by="U_CLAIRE") as change:
        hearing = hearings.schedule(change, case=case, title="Motion to compel", starts_at=SECOND)
        hearing.trigger = "hearing.set"
        answers = deadlines.preview(
            change.session, desk.book, case=case, trigger="hearing.set", on_date=hearing.on_date
        )
        kept = [deadlines.adopt(change, case=case, entry=hearing, answer=answer) for answer in answers]
    with desk.change(by="U_MAYA") as change:
        followed = hearings.move(
            change,
            hearing=change.session.get_one(Entry, hearing.key),
            starts_at=datetime(2018, 5, 21, 9, 30, tzinfo=SAN_FRANCISCO),
            reason="clerk's notice",
        )
    moved = followed.moved
    assert {move.deadline.ref for move in moved} == {deadline.ref for deadline in kept}
    assert all((move.new - move.old).days == 14 for move in moved)  # Monday 7 May to Monday 21 May: no roll between
