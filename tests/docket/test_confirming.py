"""What a confirmation, a moved date and a proof of filing may not say of a deadline."""

from datetime import date, datetime

import pytest

from bot.docket import deadlines, extending, hearings, snoozing
from bot.docket.deadlines import ShownOtherwiseError
from bot.docket.desk import Desk
from storage.cases import Case
from storage.docket import Deadline, Entry
from storage.standing import last_line


def test_whoever_saw_another_hour_of_the_same_day_confirms_nothing(desk: Desk, objections: Deadline) -> None:
    seen = objections.due_at
    at_five = datetime.fromisoformat("2018-05-18T17:00:00-07:00")
    with desk.change(by="U_CLAIRE") as change:
        held = change.session.get_one(Deadline, objections.key)
        extending.extend(change, deadline=held, due=date(2018, 5, 18), due_at=at_five, order="Order")
    with pytest.raises(ShownOtherwiseError, match="Friday 18 May 2018 until 5:00 pm"), desk.change(by="U_M") as on:
        deadlines.confirm(on, deadline=on.session.get_one(Deadline, objections.key), shown=seen)
    with desk.change(by="U_M") as change:
        held = change.session.get_one(Deadline, objections.key)
        assert deadlines.confirm(change, deadline=held, shown=at_five) is None
        assert held.confirmed_by == "U_M"


def test_a_date_that_moves_is_neither_held_nor_seen_any_more(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as change:
        hearing = hearings.schedule(
            change,
            case=change.session.get_one(Case, case.key),
            title="Status conference",
            starts_at=datetime.fromisoformat("2018-07-07T09:00:00-07:00"),
            trigger="order.nondispositive",
        )
        answers = deadlines.preview(
            change.session, change.book, case=case, trigger="order.nondispositive", on_date=date(2018, 7, 7)
        )
        deadline = deadlines.adopt(change, case=case, entry=hearing, answer=answers[0])
    with desk.change(by="U_MAYA") as change:
        held = change.session.get_one(Deadline, deadline.key)
        snoozing.snooze(change, deadline=held, until=date(2018, 7, 10))
        held.acknowledged_by, held.acknowledged_at = "U_MAYA", change.now
    with desk.change(by="U_CLAIRE") as change:
        moved = change.session.get_one(Entry, hearing.key)
        at = datetime.fromisoformat("2018-06-20T09:00:00-07:00")
        hearings.move(change, hearing=moved, starts_at=at, reason="The court's notice")
    with desk.look() as session:
        now = session.get_one(Deadline, deadline.key)
    assert now.due < deadline.due
    assert (now.snoozed_until, now.acknowledged_by, now.acknowledged_at) == (None, None, None)


def test_an_extension_tells_both_instants_also_in_the_log(desk: Desk, objections: Deadline) -> None:
    at_five = datetime.fromisoformat("2018-05-18T17:00:00-07:00")
    with desk.change(by="U_CLAIRE") as change:
        held = change.session.get_one(Deadline, objections.key)
        moved = extending.extend(change, deadline=held, due=date(2018, 5, 18), due_at=at_five, order="Order")
    assert (moved.old, moved.new) == (date(2018, 5, 18), date(2018, 5, 18))
    assert (moved.old_at, moved.new_at) == (objections.due_at, at_five)
    with desk.look() as session:
        line = last_line(session, "D1", ("deadline.extended",))
    assert line
    assert (line.details["old_at"], line.details["due_at"]) == (
        "2018-05-18T23:59:59-07:00",
        "2018-05-18T17:00:00-07:00",
    )
