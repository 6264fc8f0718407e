"""Conflicts: what one person cannot do as it stands, told only to whoever may see it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.docket import cases, people
from bot.docket.conflicts import (
    MOST_ON_A_DAY,
    Conflict,
    ConflictKind,
    conflicts_of,
    conflicts_with_entry,
    conflicts_with_owed,
    owed_of,
)
from bot.docket.desk import Change, Desk
from bot.docket.offices import WEEKEND, why_office_closed
from bot.docket.sittings import AT_ONCE, HEARING_LASTS, TRAVEL_BETWEEN_COUNTRIES, Sitting, clashes
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus, Precision, next_number
from storage.settings import Absence

SAN_FRANCISCO, PHNOM_PENH, PARIS = "America/Los_Angeles", "Asia/Phnom_Penh", "Europe/Paris"
NINE_THIRTY = datetime(2018, 5, 14, 9, 30, tzinfo=ZoneInfo(SAN_FRANCISCO))
SINCE, UNTIL = date(2018, 5, 7), date(2018, 12, 31)


@pytest.fixture
def both(desk: Desk) -> tuple[Case, Case]:
    """A case in each country; Maya works in San Francisco, Dara in Phnom Penh, Lena in Paris."""
    with desk.change(by="U_DARA") as change:
        for person, zone in (("U_MAYA", SAN_FRANCISCO), ("U_DARA", PHNOM_PENH), ("U_LENA", PARIS)):
            people.meet(change.session, person_id=person, name=person, zone=zone)
        us = cases.open_case(change, court="cand", docket_number="1", caption="A v. B", channel_id="C1")
        kh = cases.open_case(change, court="kh-phnompenh", docket_number="2", caption="C v. D", channel_id="C2")
    return us, kh


def a_hearing(desk: Desk, case: Case, starts_at: datetime | None, **facts: Any) -> Entry:
    zone = desk.book.court(case.court).zone
    with desk.change(by="U_DARA") as change:
        usual: dict[str, Any] = {
            "case_id": case.key,
            "kind": EntryKind.HEARING,
            "letter": "H",
            "number": next_number(change.session, "H"),
            "title": "Argument",
            "on_date": starts_at.astimezone(ZoneInfo(zone)).date() if starts_at else date(2018, 5, 14),
            "starts_at": starts_at,
            "zone": zone,
            "owner": "U_MAYA",
            "created_at": change.now,
            "created_by": "U_DARA",
            "changed_at": change.now,
        }
        hearing = change.keep_entry(Entry(**(usual | facts)))
        change.log("hearing.scheduled", subject=hearing.ref, case_id=case.key)
    return hearing


def a_deadline(desk: Desk, case: Case, due: date, owner: str | None = "U_MAYA", **facts: Any) -> Deadline:
    zone = desk.book.court(case.court).zone
    with desk.change(by="U_DARA") as change:
        usual: dict[str, Any] = {
            "number": next_number(change.session, "D"),
            "case_id": case.key,
            "title": "Reply",
            "due": due,
            "due_at": datetime.combine(due, time(23, 59), ZoneInfo(zone)),
            "latest": due,
            "zone": zone,
            "standing": "",
            "owner": owner,
            "created_at": change.now,
            "created_by": "U_DARA",
            "changed_at": change.now,
        }
        deadline = change.keep_deadline(Deadline(**(usual | facts)))
        change.log("deadline.entered", subject=deadline.ref, case_id=case.key)
    return deadline


def away(desk: Desk, person: str, first: date, last: date, **facts: Any) -> None:
    def recorded(change: Change) -> None:
        change.session.add(
            Absence(
                person_id=person,
                first_day=first,
                last_day=last,
                recorded_by=person,
                recorded_at=change.now,
                **facts,
            )
        )
        change.log("absence.recorded", subject=person, case_id=None)

    with desk.change(by=person) as change:
        recorded(change)


def all_of(desk: Desk, *some: Case, since: date = SINCE, until: date = UNTIL) -> list[Conflict]:
    with desk.look() as session:
        return list(conflicts_of(session, desk.book, cases=some, since=since, until=until))


def of_deadline(desk: Desk, deadline: Deadline, *some: Case) -> list[Conflict]:
    with desk.look() as session:
        return list(conflicts_with_owed(session, desk.book, owed=owed_of([deadline]), cases=some))


def of_entry(desk: Desk, entry: Entry, *some: Case) -> list[Conflict]:
    with desk.look() as session:
        return list(conflicts_with_entry(session, desk.book, entry=entry, cases=some))


def a_sitting(ref: str, start: datetime, **facts: Any) -> Sitting:
    usual: dict[str, Any] = {
        "ref": ref,
        "case_id": int(ref[1:]),
        "person": "U_MAYA",
        "zone": SAN_FRANCISCO,
        "country": "US",
        "day": start.date(),
        "start": start,
        "end": start + HEARING_LASTS,
    }
    return Sitting(**(usual | facts))


def kinds(found: list[Conflict]) -> list[str]:
    return [conflict.kind.value for conflict in found]


@pytest.mark.parametrize(
    ("later", "facts", "expected"),
    [
        (timedelta(), {}, [ConflictKind.OVERLAP]),
        (HEARING_LASTS - timedelta(minutes=1), {}, [ConflictKind.OVERLAP]),
        (HEARING_LASTS, {}, []),
        (timedelta(), {"person": "U_DARA"}, []),
        (timedelta(), {"person": None}, []),
        (timedelta(), {"person": None, "case_id": 1}, [ConflictKind.SAME_CASE]),
        (AT_ONCE, {"person": None, "case_id": 1}, []),
        (AT_ONCE, {"case_id": 1}, [ConflictKind.OVERLAP]),
        (timedelta(hours=13), {"zone": "America/New_York"}, [ConflictKind.TRAVEL]),
        (timedelta(hours=14), {"zone": "America/New_York"}, []),
        (timedelta(hours=14), {"zone": PHNOM_PENH, "country": "KH"}, [ConflictKind.TRAVEL]),
        (HEARING_LASTS + TRAVEL_BETWEEN_COUNTRIES, {"zone": PHNOM_PENH, "country": "KH"}, []),
    ],
)
def test_two_hearings_are_in_each_others_way(
    later: timedelta, facts: dict[str, Any], expected: list[ConflictKind]
) -> None:
    one, other = a_sitting("H1", NINE_THIRTY), a_sitting("H2", NINE_THIRTY + later, **facts)
    assert [found.kind for found in clashes([other, one])] == expected
    assert [found.kind for found in clashes([one, other], of="H2")] == expected
    assert not clashes([one, other], of="H3")


def test_the_hearing_that_was_asked_about_is_named_first() -> None:
    one, other = a_sitting("H1", NINE_THIRTY), a_sitting("H2", NINE_THIRTY)
    assert clashes([one, other])[0].refs == ("H1", "H2")
    assert clashes([one, other], of="H2")[0].refs == ("H2", "H1")


def test_nobody_is_in_phnom_penh_and_in_san_francisco_on_one_day(desk: Desk, both: tuple[Case, Case]) -> None:
    us, kh = both
    a_hearing(desk, us, NINE_THIRTY)
    there = a_hearing(desk, kh, datetime(2018, 5, 14, 8, 0, tzinfo=ZoneInfo(PHNOM_PENH)))
    (found,) = all_of(desk, *both)
    assert (found.kind, found.person, set(found.refs)) == (ConflictKind.TRAVEL, "U_MAYA", {"H1", "H2"})
    assert kinds(of_entry(desk, there, *both)) == ["travel"]


def test_a_hearing_of_a_case_that_is_not_shown_is_no_conflict(desk: Desk, both: tuple[Case, Case]) -> None:
    us, kh = both
    hearing = a_hearing(desk, us, NINE_THIRTY)
    a_hearing(desk, kh, NINE_THIRTY)
    assert all_of(desk, us) == []
    assert of_entry(desk, hearing, us) == []
    assert kinds(of_entry(desk, hearing, us, kh)) == ["overlap"]


def test_a_hearing_without_its_hour_takes_its_whole_day(desk: Desk, both: tuple[Case, Case]) -> None:
    us, _ = both
    a_hearing(desk, us, None)
    a_hearing(desk, us, NINE_THIRTY)
    assert kinds(all_of(desk, us)) == ["overlap"]


@pytest.mark.parametrize(
    "facts",
    [{"status": EntryStatus.VACATED}, {"status": EntryStatus.HELD}, {"precision": Precision.MONTH}],
)
def test_what_does_not_stand_or_has_no_day_is_in_nobodys_way(
    desk: Desk, both: tuple[Case, Case], facts: dict[str, Any]
) -> None:
    us, _ = both
    a_hearing(desk, us, NINE_THIRTY)
    other = a_hearing(desk, us, NINE_THIRTY, **facts)
    assert all_of(desk, us) == []
    if "status" in facts:
        assert of_entry(desk, other, us) == []


def test_only_hearings_are_asked_about(desk: Desk, both: tuple[Case, Case]) -> None:
    us, _ = both
    order = a_hearing(desk, us, NINE_THIRTY, kind=EntryKind.ORDER)
    assert of_entry(desk, order, us) == []


def test_the_fourth_deadline_of_one_person_crowds_a_day(desk: Desk, both: tuple[Case, Case]) -> None:
    us, _ = both
    owed = [a_deadline(desk, us, date(2018, 5, 18)) for _ in range(MOST_ON_A_DAY)]
    a_deadline(desk, us, date(2018, 5, 18), "U_LENA")
    a_deadline(desk, us, date(2018, 5, 18), None)
    a_deadline(desk, us, date(2018, 5, 18), status=DeadlineStatus.DONE)
    assert all_of(desk, us) == []
    fourth = a_deadline(desk, us, date(2018, 5, 18))
    (found,) = all_of(desk, us)
    assert (found.kind, found.person, found.total) == (ConflictKind.CROWDED, "U_MAYA", 4)
    assert found.refs == (*(each.ref for each in owed), fourth.ref)
    (asked,) = of_deadline(desk, fourth, us)
    assert asked.refs[0] == fourth.ref
    assert len(asked.refs) == 4


def test_a_very_crowded_day_names_five_and_counts_all(desk: Desk, both: tuple[Case, Case]) -> None:
    us, _ = both
    last = [a_deadline(desk, us, date(2018, 5, 18)) for _ in range(7)][-1]
    (found,) = of_deadline(desk, last, us)
    assert (found.total, len(found.refs), found.refs[0]) == (7, 5, last.ref)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2018, 5, 18), date(2018, 5, 18), ["away"]),
        (date(2018, 5, 10), date(2018, 5, 17), []),
        (date(2018, 5, 19), date(2018, 5, 30), []),
        (date(2018, 5, 10), date(2018, 5, 30), ["away"]),
    ],
)
def test_a_deadline_while_its_owner_is_away(
    desk: Desk, both: tuple[Case, Case], first: date, last: date, expected: list[str]
) -> None:
    us, _ = both
    deadline = a_deadline(desk, us, date(2018, 5, 18), backup="U_DARA")
    away(desk, "U_MAYA", first, last)
    away(desk, "U_LENA", date(2018, 5, 1), date(2018, 6, 1))
    found = all_of(desk, us)
    assert kinds(found) == expected == kinds(of_deadline(desk, deadline, us))
    if found:
        assert (found[0].until, found[0].backup) == (last, "U_DARA")


def test_an_owner_in_phnom_penh_is_away_when_the_last_hour_falls_into_their_next_day(
    desk: Desk, both: tuple[Case, Case]
) -> None:
    us, _ = both
    deadline = a_deadline(desk, us, date(2018, 5, 17), "U_DARA")  # ends on Friday 18 May, 13:59 in Phnom Penh
    away(desk, "U_DARA", date(2018, 5, 18), date(2018, 5, 20))
    assert kinds(of_deadline(desk, deadline, us)) == ["away"] == kinds(all_of(desk, us))


def test_one_absence_is_one_conflict_however_much_falls_into_it(desk: Desk, both: tuple[Case, Case]) -> None:
    us, _ = both
    for day in range(14, 19):
        a_deadline(desk, us, date(2018, 5, day), backup="U_DARA")
        a_deadline(desk, us, date(2018, 5, day))
    away(desk, "U_MAYA", date(2018, 5, 14), date(2018, 5, 18))
    (found,) = all_of(desk, us)
    assert (found.total, len(found.refs), found.day, found.backup) == (10, 5, date(2018, 5, 14), None)


def test_a_withdrawn_absence_counts_no_more(desk: Desk, both: tuple[Case, Case]) -> None:
    us, _ = both
    a_deadline(desk, us, date(2018, 5, 18))
    away(desk, "U_MAYA", SINCE, UNTIL, withdrawn_at=datetime(2018, 5, 7, tzinfo=UTC))
    assert all_of(desk, us) == []


def test_an_absence_after_the_days_asked_about_is_not_told(desk: Desk, both: tuple[Case, Case]) -> None:
    us, _ = both
    a_deadline(desk, us, date(2018, 5, 18))
    away(desk, "U_MAYA", date(2018, 7, 1), date(2018, 7, 9))
    assert all_of(desk, us, until=date(2018, 5, 31)) == []


def test_a_hearing_while_whoever_appears_is_away(desk: Desk, both: tuple[Case, Case]) -> None:
    us, _ = both
    hearing = a_hearing(desk, us, NINE_THIRTY)
    away(desk, "U_MAYA", date(2018, 5, 14), date(2018, 5, 15))
    away(desk, "U_LENA", date(2018, 5, 14), date(2018, 5, 15))
    assert kinds(of_entry(desk, hearing, us)) == ["away"] == kinds(all_of(desk, us))
    assert of_entry(desk, a_hearing(desk, us, NINE_THIRTY + timedelta(days=7), owner=None), us) == []


def test_a_hearing_this_morning_in_phnom_penh_is_yesterday_for_whoever_appears_from_san_francisco(
    desk: Desk, both: tuple[Case, Case]
) -> None:
    _, kh = both
    at_eight = datetime(2018, 5, 8, 8, tzinfo=ZoneInfo(PHNOM_PENH))  # Monday 7 May, 18:00 in San Francisco
    hearing = a_hearing(desk, kh, at_eight)
    away(desk, "U_MAYA", date(2018, 5, 1), date(2018, 5, 7))
    assert kinds(of_entry(desk, hearing, kh)) == ["away"] == kinds(all_of(desk, kh, since=date(2018, 5, 8)))


def test_a_deadline_in_san_francisco_on_a_holiday_of_its_owner_in_phnom_penh(
    desk: Desk, both: tuple[Case, Case]
) -> None:
    us, kh = both
    deadline = a_deadline(desk, us, date(2018, 5, 14), "U_DARA")  # the King's birthday
    a_deadline(desk, us, date(2018, 5, 14), "U_MAYA")
    a_deadline(desk, us, date(2018, 5, 14), "U_UNKNOWN")
    (found,) = all_of(desk, us, kh)
    assert (found.kind, found.person, found.refs) == (ConflictKind.OFFICE_CLOSED, "U_DARA", ("D1",))
    assert "King" in found.why
    assert kinds(of_deadline(desk, deadline, us)) == ["office_closed"]


def test_nothing_is_told_of_a_deadline_that_nobody_owes_or_that_is_done(desk: Desk, both: tuple[Case, Case]) -> None:
    us, _ = both
    assert of_deadline(desk, a_deadline(desk, us, date(2018, 5, 14), None), us) == []
    done = a_deadline(desk, us, date(2018, 5, 14), "U_DARA", status=DeadlineStatus.DONE)
    assert of_deadline(desk, done, us) == []


@pytest.mark.parametrize(
    ("zone", "day", "why"),
    [
        (PHNOM_PENH, date(2018, 5, 19), WEEKEND),
        (PARIS, date(2018, 5, 19), WEEKEND),
        (PARIS, date(2018, 5, 1), ""),  # a holiday there, but we hold no calendar of France
        (SAN_FRANCISCO, date(2018, 5, 28), "Memorial Day"),
        (SAN_FRANCISCO, date(2018, 5, 29), ""),
        (SAN_FRANCISCO, date(9990, 1, 2), ""),
    ],
)
def test_an_office_is_closed_as_far_as_we_know(book: Rulebook, zone: str, day: date, why: str) -> None:
    assert why_office_closed(book, zone=zone, day=day) == why
