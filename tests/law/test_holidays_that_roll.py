"""Which days are legal holidays, for certain or arguably, and in which direction."""

from datetime import date

import pytest

from bot.law import Standing
from tests.law.asking import ask, texts


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2018-01-01", date(2018, 1, 16)),
        ("2018-02-05", date(2018, 2, 20)),
        ("2018-05-14", date(2018, 5, 29)),
        ("2018-06-20", date(2018, 7, 5)),
        ("2018-08-20", date(2018, 9, 4)),
        ("2018-09-24", date(2018, 10, 9)),
        ("2018-12-11", date(2018, 12, 26)),
    ],
)
def test_federal_holidays_roll(start: str, due: date) -> None:
    answer = ask("vawd", start, "14 days", method="scotus")
    assert (answer.due, answer.standing) == (due, Standing.SETTLED)


def test_a_holiday_on_a_sunday_is_kept_on_monday() -> None:
    answer = ask("dcd", "2016-12-12", "14 days")
    assert answer.due == date(2016, 12, 27)
    assert "Christmas Day, observed" in texts(answer)


def test_a_holiday_on_a_saturday_is_only_arguably_kept_on_friday() -> None:
    answer = ask("dcd", "2020-06-19", "14 days")
    assert (answer.due, answer.latest) == (date(2020, 7, 3), date(2020, 7, 6))
    assert answer.standing is Standing.ARGUABLE
    assert "statutes relating to pay and leave" in texts(answer)
    assert "Read the other way, the last day is Monday 6 July 2020" in texts(answer)
    assert answer.notes[0].question == "closed-day:2020-07-03"


def test_backward_the_arguable_friday_makes_the_safe_date_earlier() -> None:
    answer = ask("dcd", "2020-07-17", "14 days", before=True)
    assert (answer.due, answer.latest) == (date(2020, 7, 2), date(2020, 7, 3))
    assert answer.standing is Standing.ARGUABLE


def test_juneteenth_counts_from_2021() -> None:
    assert ask("dcd", "2020-06-05", "14 days").due == date(2020, 6, 19)
    assert ask("dcd", "2023-06-05", "14 days").due == date(2023, 6, 20)
    first = ask("dcd", "2021-06-04", "14 days")
    assert (first.due, first.latest) == (date(2021, 6, 18), date(2021, 6, 21))


def test_a_presidential_closing_is_never_silent() -> None:
    answer = ask("cand", "2018-11-21", "14 days")
    assert (answer.due, answer.latest) == (date(2018, 12, 5), date(2018, 12, 6))
    assert "Latham v. Dominick's" in texts(answer)


def test_the_day_after_thanksgiving_is_a_holiday_in_california_only_forward() -> None:
    forward = ask("cand", "2018-11-09", "14 days")
    assert (forward.due, forward.standing) == (date(2018, 11, 26), Standing.SETTLED)
    assert "In re Dwyer" in texts(forward)
    assert ask("cand", "2018-12-07", "14 days", before=True).due == date(2018, 11, 23)


def test_californian_days_on_one_list_only_are_arguable() -> None:
    admission = ask("cand", "2019-08-26", "14 days")
    assert (admission.due, admission.latest) == (date(2019, 9, 9), date(2019, 9, 10))
    native = ask("cand", "2021-09-10", "14 days")
    assert (native.due, native.latest) == (date(2021, 9, 24), date(2021, 9, 27))
    assert ask("cand", "2022-09-09", "14 days").due == date(2022, 9, 26)


def test_other_states_days_are_arguable_and_say_where_they_come_from() -> None:
    answer = ask("ilnd", "2010-02-15", "14 days")
    assert (answer.due, answer.latest) == (date(2010, 3, 1), date(2010, 3, 2))
    assert "package holidays, IL" in texts(answer)


def test_patriots_day_counts_in_massachusetts_as_the_committee_note_says() -> None:
    answer = ask("mad", "2018-04-02", "14 days")
    assert (answer.due, answer.standing) == (date(2018, 4, 17), Standing.SETTLED)
    assert ask("mad", "2018-04-30", "14 days", before=True).due == date(2018, 4, 16)


def test_an_appeal_counts_the_holidays_of_the_clerks_state_as_well() -> None:
    nevada = ask("nvd", "2018-11-09", "14 days", method="frap")
    assert nevada.due == date(2018, 11, 26)


def test_the_supreme_court_counts_no_states_holidays() -> None:
    assert ask("scotus", "2018-04-02", "14 days").due == date(2018, 4, 16)


def test_the_supreme_courts_rule_says_nothing_on_backward_counts() -> None:
    answer = ask("scotus", "2018-06-12", "10 days", before=True)
    assert (answer.due, answer.latest) == (date(2018, 6, 1), date(2018, 6, 4))
    assert any(note.question == "scotus:direction" for note in answer.notes)


def test_a_day_is_explained_by_what_closes_it_for_certain() -> None:
    steps = texts(ask("cand", "2017-08-26", "14 days"))
    assert "9 September is Saturday" in steps
    assert "Admission Day" not in steps
