"""What a confirmation, a moved date and a proof of filing may not say of a deadline."""

from datetime import date, datetime

import pytest

from bot.docket import deadlines, extending
from bot.docket.deadlines import ShownOtherwiseError
from bot.docket.desk import Desk
from storage.docket import Deadline


def test_whoever_saw_another_hour_of_the_same_day_confirms_nothing(desk: Desk, objections: Deadline) -> None:
    seen = objections.due_at
    at_five = datetime.fromisoformat("2018-05-18T17:00:00-07:00")
    with desk.change(by="U_CLAIRE") as change:
        held = change.session.get_one(Deadline, objections.key)
        extending.extend(change, deadline=held, due=date(2018, 5, 18), due_at=at_five, order="Order")
    with pytest.raises(ShownOtherwiseError, match="due on Friday 18 May 2018 until 17:00"), desk.change(by="U_M") as on:
        deadlines.confirm(on, deadline=on.session.get_one(Deadline, objections.key), shown=seen)
    with desk.change(by="U_M") as change:
        held = change.session.get_one(Deadline, objections.key)
        assert deadlines.confirm(change, deadline=held, shown=at_five) is None
        assert held.confirmed_by == "U_M"
