"""App Home: one glance tells what is late, what is mine, what clashes and where nobody sits."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.clock import PracticeClock
from bot.docket import cases, closing, deadlines, entries, hearings, people
from bot.docket.closed_ahead import ClosedCourts
from bot.docket.desk import Desk
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.home import home_opened, home_view
from handlers.mentions import ACTIONS
from handlers.requests import from_event
from handlers.views.glance import Span, closed_glance, spans_of
from handlers.views.home import HomePage, Part, home
from handlers.views.lists import Item
from storage.cases import Case, Membership, Person
from storage.docket import EntryKind, deadline_by_ref
from storage.store import Store
from tests.handlers.sentences import buttons_in, judged, press
from tests.judges import judge_view

MAYA = "U0MAYA"


@pytest.fixture
def docket(store: Store, clock: PracticeClock, book: Rulebook) -> Desk:
    """Five orders in San Francisco with two deadlines each, all Maya's, and as many hearings of hers at once."""
    desk = Desk(store=store, clock=clock, book=book)
    with desk.change(by="U0DARA") as change:
        people.meet(change.session, person_id=MAYA, name="Maya", zone="Asia/Phnom_Penh")
        us = cases.open_case(change, court="cand", docket_number="1", caption="A v. B", channel_id="C1")
        cases.open_case(change, court="kh-phnompenh", docket_number="2", caption="C v. D", channel_id="C1")
        cases.open_case(change, court="cand", docket_number="3", caption="Hidden v. E", channel_id="C_OTHER")
        change.session.add(Membership(channel_id="C1", person_id=MAYA))
        for number in range(5):
            day = date(2018, 5, 4)
            order = entries.record(
                change,
                case=us,
                kind=EntryKind.ORDER,
                title=f"Order {number}",
                on_date=day,
                trigger="order.nondispositive",
            )
            for answer in deadlines.preview(change.session, book, case=us, trigger="order.nondispositive", on_date=day):
                deadlines.adopt(change, case=us, entry=order, answer=answer, owner=MAYA)
            hearings.schedule(change, case=us, title=f"Call {number}", starts_at=datetime(2018, 5, 21, 17, tzinfo=UTC))
    return desk


def shown(desk: Desk, person: str = MAYA) -> str:
    return judged(home_view(desk, person))


def test_everything_that_concerns_one_person_is_there(docket: Desk) -> None:
    text = shown(docket)
    assert "overdue 0 · mine 10 · the team's 0 · hearings 5 · to be checked 10" in text
    for title in (phrases.HOME_MINE, phrases.HOME_HEARINGS, phrases.HOME_UNCONFIRMED, phrases.CONFLICTS_TITLE):
        assert title in text
    assert "Hidden" not in text
    assert f":rotating_light: {phrases.HOME_OVERDUE}" not in text


def test_a_hearing_far_ahead_is_the_next_one_where_none_is_nearer(docket: Desk, clock: PracticeClock) -> None:
    with docket.change(by="U0DARA") as change:
        there = change.session.get_one(Case, 2)
        hearings.schedule(change, case=there, title="The trial", starts_at=datetime(2019, 5, 21, 2, tzinfo=UTC))
    assert "The trial" not in shown(docket)
    clock.move_by(timedelta(days=60))
    assert "The trial" in shown(docket)
    assert "hearings 1" in shown(docket)


def test_what_is_late_comes_first(docket: Desk, clock: PracticeClock) -> None:
    clock.move_by(timedelta(days=60))
    view = home_view(docket, MAYA)
    headers = [block["text"]["text"] for block in view["blocks"] if block["type"] == "header"]
    assert headers[0] == f":rotating_light: {phrases.HOME_OVERDUE}"
    assert "overdue 10 · mine 0" in judged(view)


def test_more_of_a_list_opens_beside_home_and_turns_in_place(docket: Desk) -> None:
    view = home_view(docket, MAYA)
    more = next(each for each in buttons_in(view["blocks"]) if each.get("value") == "mine 1")
    assert more["text"]["text"] == "Show 4 more"
    opened = ACTIONS["list.open"](press(docket, more, view=view))
    assert not opened.in_place
    assert opened.view
    page = judged(opened.view)
    assert phrases.HOME_MINE in page
    assert "D10" in page
    assert '"home": true' in opened.view["private_metadata"]


def test_every_list_opens_even_if_it_is_empty(docket: Desk) -> None:
    for name in ("overdue", "mine", "team", "hearings", "unconfirmed", "conflicts", "proposals"):
        opened = ACTIONS["list.open"](press(docket, {"action_id": "list.open", "value": f"{name} 9"}))
        judged(opened.view)


def test_a_date_that_would_move_waits_on_home(docket: Desk) -> None:
    assert phrases.HOME_PROPOSAL not in shown(docket)
    with docket.change(by="U0DARA") as change:
        deadline = deadline_by_ref(change.session, "D1")
        assert deadline
        closing.record_closure(change, court="cand", day=deadline.due, name="Power failure", source="notice")
    text = shown(docket)
    assert "dates would move" in text
    opened = ACTIONS["list.open"](press(docket, {"action_id": "list.open", "value": "proposals 1"}))
    assert "*D1*" in judged(opened.view)
    with phrases.spoken_in("km"):
        opened = ACTIONS["list.open"](press(docket, {"action_id": "list.open", "value": "proposals 1"}))
    assert "recorded" not in judged(opened.view)
    assert "កត់ត្រាដោយ" in judged(opened.view)


def test_each_person_reads_home_in_their_language(docket: Desk) -> None:
    with docket.store.writing() as session:
        person = session.get_one(Person, MAYA)
        person.language = "km"
        session.add(person)
    judged(home_view(docket, MAYA))


def test_a_stranger_sees_nothing_but_how_to_begin(docket: Desk) -> None:
    text = shown(docket, "U0SOKH")
    assert "No case that you may see" in text
    assert "Order" not in text


def test_what_somebody_may_not_see_is_in_no_list(docket: Desk) -> None:
    pressed = {"action_id": "list.open", "value": "unconfirmed 1"}
    opened = ACTIONS["list.open"](press(docket, pressed, person="U0SOKH"))
    assert "Objections" not in judged(opened.view)


@pytest.mark.parametrize(("tab", "drawn"), [("home", True), ("messages", False), (None, True)])
def test_only_the_home_tab_is_drawn(docket: Desk, tab: str | None, drawn: bool) -> None:  # noqa: FBT001
    event: dict[str, Any] = {"type": "app_home_opened", "user": MAYA, **({"tab": tab} if tab else {})}
    assert home_opened(from_event({"event_id": "E", "event": event}, docket)).home is drawn


def test_ten_thousand_open_deadlines_do_not_slow_home(docket: Desk) -> None:
    with docket.store.writing() as session:
        session.connection().exec_driver_sql(_MANY.format(case=session.get_one(Case, 1).key))
    started = datetime.now(UTC)
    view = home_view(docket, MAYA)
    took = (datetime.now(UTC) - started).total_seconds()
    judge_view(view)
    assert len(view["blocks"]) < 100
    assert "mine 10010" in judged(view)
    assert took < 1.5


_MANY = """
INSERT INTO deadline (number, case_id, title, condition, version, citation, due, due_at, latest, zone, standing,
                      explanation, status, owner, proof, is_fixed, link, note, closed_reason, uid, sequence,
                      created_at, created_by, changed_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
SELECT 1000 + i, {case}, 'Reply', '', '', 'FRCP 72(a)', due, due_at, latest, zone, standing, explanation, status, owner,
       proof, is_fixed, link, note, closed_reason, uid || i, sequence, created_at, created_by, changed_at
FROM n, (SELECT * FROM deadline WHERE number = 1) AS first
"""


def closed(country: str, *names: str, days: Mapping[date, tuple[str, ...]] | None = None) -> ClosedCourts:
    return ClosedCourts(country=country, names=names, days=days or {})


def test_closed_days_stand_in_one_glance() -> None:
    festival = {date(2026, 11, day): ("Water Festival",) for day in (23, 24, 25)}
    thanksgiving = {date(2026, 11, 26): ("Thanksgiving",)}
    (block,) = closed_glance(
        [
            closed("KH", "Municipal Court", "Court of Appeal", days=festival),
            closed("US", "San Francisco", days=thanksgiving),
            closed("US", "Ninth Circuit"),
        ]
    )
    lines = block["text"]["text"].splitlines()
    assert lines[0].startswith("*Mon 23 Nov 2026")
    assert "Wed 25 Nov 2026*: *Cambodia closed* (Water Festival) · San Francisco open · Ninth Circuit open" in lines[0]
    assert lines[1] == "*Thu 26 Nov 2026*: *San Francisco closed* (Thanksgiving) · Cambodia open · Ninth Circuit open"
    assert lines[2] == "*Ninth Circuit*: no closed weekday"


def test_a_weekend_does_not_break_a_span_but_a_change_does() -> None:
    friday, monday, tuesday = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)
    spans = spans_of([("A", [friday, monday, tuesday]), ("B", [tuesday])])
    assert spans == [
        Span(first=friday, last=monday, closed=frozenset("A")),
        Span(first=tuesday, last=tuesday, closed=frozenset("AB")),
    ]
    assert closed_glance([])[0]["text"]["text"] == phrases.HOME_NONE


def test_the_fullest_home_fits() -> None:
    khmer = "សាលក្រមនៃតុលាការកំពូល" * 60
    items = [Item(text=f"{number} {khmer}", action="deadline.open", ref=f"D{number}") for number in range(6)]
    many = Part(items=items, total=10_000)
    days = {date(2026, 1, 5) + timedelta(days=7 * week): (khmer,) for week in range(40)}
    view = home(
        HomePage(
            has_cases=True,
            overdue=many,
            mine=many,
            team=many,
            hearings=many,
            unconfirmed=many,
            conflicts=many,
            proposals=12,
            closed=[closed("US", f"District Court of {name}", days=days) for name in ("North", "South")],
        )
    )
    judge_view(view)
    assert len(view["blocks"]) < 100
    assert "*12 dates would move*" in judged(view)
