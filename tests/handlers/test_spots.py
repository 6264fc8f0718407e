"""Long lists on both databases: the same order, the same page, whatever keeps the docket."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.clock import PracticeClock
from bot.docket import cases, deadlines, entries, hearings
from bot.docket.desk import Desk
from bot.docket.sight import Viewer, visible_cases
from bot.rulebook import Rulebook
from handlers.home import home_view
from handlers.spots import in_order, items_at
from storage.cases import Membership
from storage.docket import EntryKind
from storage.spots import deadline_spots, entry_spots
from storage.store import Store


@pytest.fixture
def docket(store: Store, clock: PracticeClock, book: Rulebook) -> Desk:
    """Two cases in two countries; 12 hearings, one order and its deadlines."""
    desk = Desk(store=store, clock=clock, book=book)
    with desk.change(by="U0DARA") as change:
        us = cases.open_case(change, court="cand", docket_number="1", caption="A v. B", channel_id="C1")
        kh = cases.open_case(change, court="kh-phnompenh", docket_number="2", caption="C v. D", channel_id="C1")
        change.session.add(Membership(channel_id="C1", person_id="U0MAYA"))
        first = datetime(2018, 5, 10, 2, 0, tzinfo=UTC)
        for week in range(12):
            hearings.schedule(change, case=kh, title=f"Week {week}", starts_at=first + timedelta(weeks=week))
        kind, day = EntryKind.ORDER, date(2018, 5, 4)
        order = entries.record(change, case=us, kind=kind, title="Order", on_date=day, trigger="order.nondispositive")
        for answer in change.book.triggered(court="cand", trigger="order.nondispositive", on=day):
            deadlines.adopt(change, case=us, entry=order, answer=answer, owner="U0MAYA")
    return desk


def test_everything_stands_in_the_order_of_its_instant(docket: Desk) -> None:
    with docket.look() as session:
        both = visible_cases(session, Viewer(person_id="U0MAYA"))
        spots = in_order(entry_spots(session, both), deadline_spots(session, both))
        assert [spot.at for spot in spots] == sorted(spot.at for spot in spots)
        items = items_at(session, docket, both, spots[:4], with_flags=True)
    assert [item.ref for item in items] == ["O1", "H1", "H2", "D1"]
    assert items[0].text.startswith(":flag-us:")
    assert items[1].text.startswith(":flag-kh:")


def test_one_page_is_read_and_no_more(docket: Desk) -> None:
    with docket.look() as session:
        both = visible_cases(session, Viewer(person_id="U0MAYA"))
        assert len(deadline_spots(session, both, span=slice(0, 1))) == 1
        hearings_only = entry_spots(session, both, kind=EntryKind.HEARING, until=date(2018, 5, 17))
        assert [spot.day for spot in hearings_only] == [date(2018, 5, 10), date(2018, 5, 17)]
        assert not items_at(session, docket, both, [])


def test_home_is_the_same_on_both(docket: Desk) -> None:
    shown = str(home_view(docket, "U0MAYA")["blocks"])
    assert "Objections" in shown
    assert "Show 6 more" in shown
    assert "No case that you may see" in str(home_view(docket, "U0SOKH")["blocks"])
