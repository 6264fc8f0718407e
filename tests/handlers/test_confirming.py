"""Nobody agrees to a date or an hour that they did not see."""

from datetime import date

import pytest
from sqlmodel import Session

from bot.docket import deadlines, extending
from handlers.views.cards import confirm_value
from storage.docket import deadline_by_ref
from tests.handlers import test_deadlines as office
from tests.handlers.test_deadlines import DARA, LENA, Screen

screen = office.screen


def test_a_stale_card_of_the_same_day_confirms_no_hour_that_nobody_saw(screen: Screen) -> None:
    beside = confirm_value(screen.deadline())
    screen.types('/deadline extend D1 18 May 2018 9am "order"', by=DARA)
    told = screen.presses("deadline.confirm", beside)
    assert "it is now due on Friday 18 May 2018, 9:00 am. Nothing was confirmed" in told
    assert screen.last.stale == ("D1",)
    assert screen.deadline().confirmed_by is None


def test_a_card_with_an_hour_confirms_that_hour(screen: Screen) -> None:
    screen.types('/deadline extend D1 18 May 2018 9am "order"', by=DARA)
    assert "You confirmed *D1*" in screen.presses("deadline.confirm", confirm_value(screen.deadline()))


def test_an_older_button_with_a_day_alone_stands_for_the_last_moment_of_it(screen: Screen) -> None:
    assert "You confirmed *D1*" in screen.presses("deadline.confirm", "D1 2018-05-18")
    screen.types('/deadline extend D1 18 May 2018 9am "order"', by=DARA)
    assert "Nothing was confirmed" in screen.presses("deadline.confirm", "D1 2018-05-18")
    assert screen.deadline().confirmed_by is None


def test_a_date_that_changes_while_confirm_is_on_its_way_is_not_confirmed(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    coming = [date(2018, 7, 20)]

    def looked_at(session: Session, case_id: int) -> bool:
        while coming:
            with screen.desk.change(by=DARA) as change:
                deadline = deadline_by_ref(change.session, "D1")
                assert deadline
                extending.extend(change, deadline=deadline, due=coming.pop(), order="Stipulated order")
        return is_blind(session, case_id)

    beside, is_blind = confirm_value(screen.deadline()), deadlines.is_blind
    monkeypatch.setattr(deadlines, "is_blind", looked_at)
    told = screen.presses("deadline.confirm", beside, by=LENA)
    assert "it is now due on Friday 20 July 2018. Nothing was confirmed" in told
    assert screen.deadline().due == date(2018, 7, 20)
    assert screen.deadline().confirmed_by is None


def test_an_extension_by_the_hour_alone_tells_both_hours(screen: Screen) -> None:
    told = screen.types('/deadline extend D1 18 May 2018 9am "order"', by=DARA)
    assert "~Friday 18 May 2018, 11:59 pm~ → *Friday 18 May 2018, 9:00 am*" in told
    assert "That is earlier than before" in told
    shown = screen.types("/deadline show D1")
    assert "Friday 18 May 2018, 11:59 pm" in shown
    assert "Friday 18 May 2018, 9:00 am" in shown


def test_an_extension_to_another_day_tells_the_hours_only_of_a_day_that_ends_early(screen: Screen) -> None:
    told = screen.types('/deadline extend D1 4 June 2018 5pm "order"', by=DARA)
    assert "~Friday 18 May 2018~ → *Monday 4 June 2018, 5:00 pm*" in told


def test_a_done_form_that_was_open_while_the_date_moved_closes_nothing(screen: Screen) -> None:
    screen.presses("deadline.done", "D1")
    form = screen.form
    screen.types('/deadline extend D1 4 June 2018 "order"', by=DARA)
    told = screen.submits(view=form, proof="ECF No. 30")
    assert "was changed meanwhile" in told
    assert screen.deadline().done_at is None


def test_nothing_was_filed_long_before_it_was_owed(screen: Screen) -> None:
    screen.presses("deadline.done", "D1")
    told = screen.submits(proof="ECF No. 30", filed_on="2016-05-06")
    assert told.startswith("filed_on: ")
    assert "check the day, and its year" in told
    assert screen.deadline().done_at is None


def test_what_was_filed_before_the_order_is_kept_with_a_remark(screen: Screen) -> None:
    screen.presses("deadline.done", "D1")
    told = screen.submits(proof="ECF No. 30", filed_on="2018-05-01")
    assert "filed on Tuesday 1 May 2018, before O1 of Friday 4 May 2018: check the day of filing" in told
    assert screen.deadline().done_at is not None


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1000-01-01"])
def test_a_calendar_in_a_form_reaches_no_year_that_no_docket_reaches(screen: Screen, day: str) -> None:
    screen.types("/deadline extend D1")
    assert "choose a day between 1900 and 2100" in screen.submits(day=day, reason="order")
    screen.types("/deadline snooze D1")
    assert "choose a day between 1900 and 2100" in screen.submits(until=day)
    screen.presses("deadline.done", "D1")
    assert "filed_on: " in screen.submits(proof="ECF No. 30", filed_on=day)
    screen.types("/deadline whatif D1")
    assert "day: " in screen.submits(what="closed", day=day)
    assert screen.deadline().done_at is None
    assert screen.deadline().due == date(2018, 5, 18)


@pytest.mark.parametrize("year", ["0018", "0001"])
def test_a_year_of_four_digits_is_not_completed(screen: Screen, year: str) -> None:
    screen.types(f"/deadline confirm D1 18 May {year}")
    screen.types(f'/deadline extend D1 {year}-06-15 "order"', by=DARA)
    assert "type the day alone" in screen.types(f"/deadline snooze D1 10 May {year}")
    assert "too long ago for a docket" in screen.types(f"/deadline snooze D1 {year}-05-10")
    screen.types(f'/deadline extend D1 20 June {year} "order"', by=DARA)
    assert (screen.deadline().due, screen.deadline().confirmed_by) == (date(2018, 5, 18), None)
