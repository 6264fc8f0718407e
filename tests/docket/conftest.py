from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.docket import cases, deadlines, entries, moving, people
from bot.docket.desk import Change, Desk
from storage.cases import Case
from storage.docket import Deadline, Entry, EntryKind

if TYPE_CHECKING:
    from bot.law import Answer

ORDER_DAY = date(2018, 5, 4)


@pytest.fixture
def case(desk: Desk) -> Case:
    with desk.change(by="U_CLAIRE") as change:
        return cases.open_case(
            change, court="cand", docket_number="3:18-mc-80024-SK", caption="Rainsy v. Facebook", channel_id="C_US"
        )


@pytest.fixture
def order(desk: Desk, case: Case) -> Entry:
    with desk.change(by="U_CLAIRE") as change:
        return entries.record(
            change,
            case=case,
            kind=EntryKind.ORDER,
            title="Order denying the application",
            on_date=ORDER_DAY,
            trigger="order.nondispositive",
            service="ecf",
            served_on=ORDER_DAY,
        )


@pytest.fixture
def objections(desk: Desk, case: Case, order: Entry) -> Deadline:
    """The objections of FRCP 72(a), due Friday 18 May 2018, recorded by Claire for Maya, who is in the channel."""
    with desk.change(by="U_CLAIRE") as change:
        people.joined(change.session, person_id="U_MAYA", channel_id="C_US")
        answer = next(answer for answer in preview(desk, case) if answer.rule == "us-frcp:72(a)")
        return deadlines.adopt(change, case=case, entry=order, answer=answer, owner="U_MAYA")


def preview(desk: Desk, case: Case) -> "tuple[Answer, ...]":
    with desk.look() as session:
        return deadlines.preview(
            session,
            desk.book,
            case=case,
            trigger="order.nondispositive",
            on_date=ORDER_DAY,
            service="ecf",
            served_on=ORDER_DAY,
        )


def recomputed(change: Change, *, entry: Entry, reason: str) -> list[moving.Moved]:
    """Let the deadlines of an entry follow it as it is; return those whose date changed."""
    return moving.follow(
        change, entry=entry, found=moving.would_follow(change.session, change.book, entry), reason=reason
    )
