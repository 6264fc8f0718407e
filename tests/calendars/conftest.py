from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot import calendars
from bot.calendars import feeds
from bot.calendars.web import FeedApp, feed_app
from bot.clock import PracticeClock
from bot.docket import cases, hearings, people
from bot.docket.desk import Desk
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import Entry
from storage.store import Store


@pytest.fixture
def desk(store: Store, clock: PracticeClock, book: Rulebook) -> Desk:
    return Desk(store=store, clock=clock, book=book, followers=(calendars.follow,))


@pytest.fixture
def case(desk: Desk) -> Case:
    """A case that #us follows; Claire and Maya are in #us."""
    with desk.change(by="U_CLAIRE") as change:
        people.are_in(change.session, channel_id="C_US", person_ids=["U_CLAIRE", "U_MAYA"])
        return cases.open_case(
            change, court="cand", docket_number="3:18-mc-80024-SK", caption="Rainsy v. Facebook", channel_id="C_US"
        )


@pytest.fixture
def khmer_case(desk: Desk) -> Case:
    """A case that #kh follows; only Sokha is in #kh."""
    with desk.change(by="U_SOKHA") as change:
        people.are_in(change.session, channel_id="C_KH", person_ids=["U_SOKHA"])
        return cases.open_case(
            change, court="kh-phnompenh", docket_number="114", caption="រដ្ឋអាជ្ញា", channel_id="C_KH", alias="Kingfisher"
        )


@pytest.fixture
def app(desk: Desk) -> Iterator[FeedApp]:
    app = feed_app(desk)
    yield app
    app.close()


@pytest.fixture
def issued(desk: Desk, case: Case) -> feeds.Issued:
    """Claire's address of everything that she may see."""
    assert case.id
    with desk.change(by="U_CLAIRE") as change:
        return feeds.issue(change, person_id="U_CLAIRE")


@pytest.fixture
def path(issued: feeds.Issued) -> str:
    return f"/feeds/{issued.token}.ics"


@pytest.fixture
def hearing(desk: Desk, case: Case) -> Entry:
    with desk.change(by="U_CLAIRE") as change:
        starts_at = datetime(2018, 5, 30, 16, 30, tzinfo=UTC)
        return hearings.schedule(change, case=case, title="Oral argument", starts_at=starts_at)
