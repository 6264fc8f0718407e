"""Our holiday lists against the package `holidays`, with every difference named."""

from datetime import date

import holidays
import pytest

from bot.law import Standing
from bot.rulebook import load_rulebook
from bot.rulebook.holiday_lists import listed, of_state, projected
from bot.rulebook.recurrence import occurs, weekday_of

BOOK = load_rulebook()


def official(year: int) -> set[date]:
    return {day.day for day in listed("kh") if day.day.year == year}


@pytest.mark.parametrize("year", range(1986, 2040))
def test_the_federal_list_is_that_of_the_package(year: int) -> None:
    ours = {day.day for day in listed("us-federal") if day.day.year == year}
    theirs = set(holidays.country_holidays("US", years=year))
    assert ours == theirs


@pytest.mark.parametrize("year", [2017, 2021, 2022, 2023, 2024, 2025, 2026, 2027])
def test_in_these_years_the_package_has_cambodias_list_right(year: int) -> None:
    election = {date(2022, 6, 6)} if year == 2022 else set()
    assert official(year) - election == set(holidays.country_holidays("KH", years=year))


@pytest.mark.parametrize(
    ("year", "only_ours", "only_theirs"),
    [
        (2016, ["2016-04-16", "2016-10-02"], ["2016-05-02", "2016-05-16"]),
        (2018, [], ["2018-05-21"]),
        (2019, ["2019-04-16"], ["2019-04-13", "2019-09-30"]),
        (2020, [], ["2020-05-11"]),
    ],
)
def test_in_these_years_it_differs_from_the_official_lists(
    year: int, only_ours: list[str], only_theirs: list[str]
) -> None:
    theirs = set(holidays.country_holidays("KH", years=year))
    assert official(year) - theirs == set(map(date.fromisoformat, only_ours))
    assert theirs - official(year) == set(map(date.fromisoformat, only_theirs))


def test_every_cambodian_day_names_its_source() -> None:
    assert all("ub-decree" in day.source or "COVID-19" in day.source for day in listed("kh"))


def test_the_projection_leaves_the_official_years_alone() -> None:
    years = {day.day.year for day in projected("kh")}
    assert not years & set(range(2016, 2028))
    assert {1993, 2015, 2028, 2045} <= years


def test_older_lists_that_were_seen_correct_the_projection() -> None:
    seen = {day.day for day in projected("kh") if "package" not in day.source}
    assert {date(2011, 4, 16), date(2011, 9, 28), date(2012, 1, 2), date(2013, 4, 17), date(2013, 11, 19)} <= seen


def test_a_state_adds_only_days_that_are_not_federal() -> None:
    federal = {day.day for day in listed("us-federal")}
    texas = of_state("TX")
    assert texas
    assert not federal & {day.day for day in texas}
    assert {day.standing for day in texas} == {Standing.ARGUABLE}


def test_a_place_the_package_does_not_know_adds_nothing() -> None:
    assert of_state("ZZ") == ()


def test_the_closed_days_of_a_year_come_in_order_with_what_the_team_recorded() -> None:
    days = BOOK.closed_days(court="kh-phnompenh", year=2018, closed=[date(2018, 7, 30), date(2019, 1, 2)])
    assert [day.day for day in days] == sorted(day.day for day in days)
    assert ("closed", "recorded by the team") in {(day.name, day.source) for day in days}
    assert len(days) == len(official(2018)) + 1


def test_a_year_without_a_calendar_is_refused() -> None:
    with pytest.raises(Exception, match="1960 to 2079"):
        BOOK.closed_days(court="cand", year=1950)


@pytest.mark.parametrize(
    ("court", "day", "closed"),
    [
        ("cand", "2018-05-28", True),
        ("cand", "2018-05-27", True),
        ("cand", "2018-05-29", False),
        ("cand", "2020-07-03", True),
        ("kh-phnompenh", "2018-06-01", True),
    ],
)
def test_a_reminder_can_ask_whether_a_court_is_closed(court: str, day: str, *, closed: bool) -> None:
    assert BOOK.is_closed(court=court, day=date.fromisoformat(day)) is closed


def test_a_recorded_closing_is_a_closed_day() -> None:
    assert BOOK.is_closed(court="cand", day=date(2018, 5, 29), closed=[date(2018, 5, 29)])


def test_the_nearest_open_days() -> None:
    sunday = date(2018, 5, 27)
    assert BOOK.next_open_day(court="cand", day=sunday) == date(2018, 5, 29)
    assert BOOK.next_open_day(court="cand", day=sunday, closed=[date(2018, 5, 29)]) == date(2018, 5, 30)
    assert BOOK.last_open_day_before(court="cand", day=sunday) == date(2018, 5, 25)
    assert BOOK.last_open_day_before(court="cand", day=date(2018, 5, 25)) == date(2018, 5, 25)


def test_why_a_day_is_closed() -> None:
    assert [day.name for day in BOOK.why_closed(court="cand", day=date(2018, 5, 28))] == ["Memorial Day"]
    assert [day.name for day in BOOK.why_closed(court="cand", day=date(2018, 5, 26))] == ["Saturday"]
    assert BOOK.why_closed(court="cand", day=date(2018, 5, 29)) == ()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("march 31", date(2018, 3, 31)),
        ("third monday of april", date(2018, 4, 16)),
        ("last monday of may", date(2018, 5, 28)),
        ("day after fourth thursday of november", date(2018, 11, 23)),
    ],
)
def test_holidays_recur_in_words(words: str, day: date) -> None:
    assert occurs(words, 2018) == day


def test_other_words_are_refused() -> None:
    with pytest.raises(ValueError, match="names no day"):
        occurs("easter", 2018)
    assert weekday_of("sunday") == 6


@pytest.mark.parametrize("year", [*range(1993, 2011), 2014, 2015, *range(2028, 2046)])
def test_the_projection_is_what_the_package_says(year: int) -> None:
    ours = {day.day for day in projected("kh") if day.day.year == year}
    assert ours == set(holidays.country_holidays("KH", years=year))


@pytest.mark.parametrize(
    ("court", "day", "name"),
    [
        ("nysd", "2017-11-07", "General Election Day"),
        ("nyeb", "2026-02-12", "Lincoln's Birthday"),
        ("nysd", "2023-02-13", "Lincoln's Birthday, observed"),
        ("txsd", "2018-03-02", "Texas Independence Day"),
        ("txwb", "2019-12-26", "26 December"),
        ("ilnb", "2010-03-01", "Casimir Pulaski Day"),
        ("dcd", "2018-04-16", "Emancipation Day"),
        ("vaed", "2018-01-12", "Lee Jackson Day"),
        ("dcd", "2017-01-20", "Inauguration Day"),
        ("mdb", "2021-01-20", "Inauguration Day"),
        ("cand", "1994-04-27", "national day of mourning for President Nixon"),
        ("cand", "1986-12-26", "closing of the federal departments"),
        ("cand", "1973-12-31", "closing of the federal departments"),
        ("cand", "1963-11-25", "national day of mourning for President Kennedy"),
        ("cand", "2025-01-09", "national day of mourning for President Carter"),
    ],
)
def test_a_day_that_only_a_state_or_the_president_declared_has_two_readings(court: str, day: str, name: str) -> None:
    closed = date.fromisoformat(day)
    (found,) = BOOK.calendar(court).forward.arguable(closed.toordinal())
    assert (found.name, found.standing) == (name, Standing.ARGUABLE)


@pytest.mark.parametrize(
    ("court", "day"),
    [
        ("nysd", "2018-02-15"),  # the package has Susan B. Anthony Day, the statute does not
        ("txsd", "2018-03-30"),  # Good Friday is optional in Texas
        ("cand", "2021-01-20"),  # Inauguration Day is kept in and around Washington only
        ("nysd", "2020-06-19"),  # Juneteenth became a holiday on 17 June 2021
    ],
)
def test_a_day_that_nobody_declared_a_holiday_is_open(court: str, day: str) -> None:
    assert not BOOK.is_closed(court=court, day=date.fromisoformat(day))


def test_a_states_holiday_counts_only_forward() -> None:
    election = date(2017, 11, 7).toordinal()
    assert BOOK.calendar("nysd").forward.possible.is_closed(election)
    assert not BOOK.calendar("nysd").backward.possible.is_closed(election)


def test_a_day_of_our_lists_is_named_once_where_the_package_has_it_too() -> None:
    patriots = date(2018, 4, 16).toordinal()
    assert [closed.source for closed in BOOK.calendar("mad").forward.names[patriots]] == [
        "committee note of 2009 to FRCP 6(a)(6)(C)"
    ]
