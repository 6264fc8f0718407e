"""A closing that is recorded or withdrawn moves the reminders that are counted in the court's open days."""

from datetime import date

from bot.docket import closing
from bot.reminders import replan_around
from tests.reminders.office import Office, court_time

CLOSED = date(2018, 6, 1)


def record(office: Office) -> None:
    with office.desk.change(by="U_CLAIRE") as change:
        closing.record_closure(change, court="cand", day=CLOSED, name="Inaccessible", source="Notice")
        replan_around(change, court="cand", day=CLOSED)


def withdraw(office: Office) -> None:
    with office.desk.change(by="U_CLAIRE") as change:
        closing.withdraw_closure(change, court="cand", day=CLOSED, reason="Another court")
        replan_around(change, court="cand", day=CLOSED)


def test_the_reminder_of_a_day_that_closes_comes_on_an_open_day_and_returns_when_that_is_withdrawn(
    office: Office,
) -> None:
    office.hears(court_time(6, 4, 9, 30))
    before = office.planned()
    assert ("1d", "Fri 01 Jun 09:00") in before
    record(office)
    assert ("1d", "Thu 31 May 09:00") in office.planned()
    withdraw(office)
    assert office.planned() == before


def test_a_step_that_was_never_promised_is_not_said_because_of_a_closing(office: Office) -> None:
    office.hears(court_time(6, 4, 9, 30))
    office.owes(date(2018, 6, 29))
    steps = [step for step, _ in office.planned()]
    record(office)
    assert sorted(step for step, _ in office.planned()) == sorted(steps)
