"""Calendars in forms let people type any year: none that no docket reaches is taken, and the field says so."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.docket.desk import Desk
from bot.docket.sight import Viewer
from handlers.commands import calendar_asking, hearing, recording
from handlers.commands.editing import edit_submitted
from handlers.guard import answered
from handlers.replies import Reply
from handlers.requests import Kind, Request
from storage.calendars import Detail
from tests.handlers import test_deadlines as office
from tests.handlers.test_deadlines import CHANNEL, MAYA, Screen

screen = office.screen

ENTRY = {"case": "C1", "title": "Order", "trigger": "none", "service": "none", "on": "2018-05-04"}
EDITED = {"title": "Order", "service": "none", "on": "2018-05-04", "reason": "misread"}
HEARING = {"case": "C1", "title": "Argument", "time": "09:30", "day": "2018-06-04"}


def submitted(desk: Desk, fields: dict[str, Any]) -> Request:
    memo = {"kind": "order", "ref": "O1", "sequence": 0, "channel": CHANNEL}
    who = Viewer(person_id=MAYA, channel_id=CHANNEL)
    return Request(desk=desk, kind=Kind.SUBMISSION, who=who, receipt="r", memo=memo, fields=fields)


def asked_for_a_calendar(request: Request) -> Reply:
    calendar_asking.filled_in(request)
    return Reply()


@pytest.mark.parametrize("year", ["9999", "0018", "1000"])
@pytest.mark.parametrize(
    ("handle", "filled", "field"),
    [
        (recording.preview, ENTRY, "on"),
        (recording.preview, ENTRY, "served"),
        (edit_submitted, EDITED, "on"),
        (edit_submitted, EDITED, "served"),
        (hearing.submitted, HEARING, "day"),
        (asked_for_a_calendar, {"scope": "all", "detail": Detail.FULL}, "until"),
    ],
)
def test_a_year_that_no_docket_reaches_is_told_under_its_calendar(
    screen: Screen, handle: Callable[[Request], Reply], filled: dict[str, Any], field: str, year: str
) -> None:
    reply = answered(handle, submitted(screen.desk, {**filled, field: f"{year}-05-04"}))
    assert list(reply.errors) == [field]
    assert "choose a day between 1900 and 2100" in reply.errors[field]
