from datetime import UTC, datetime

import pytest

from bot.docket.desk import Desk
from bot.reminders import Sweep, follow
from bot.rulebook import Rulebook
from storage.store import Store
from tests.reminders.fakes import SmallSlack, StillClock
from tests.reminders.office import Office

MONDAY_MORNING = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)  # 08:30 in San Francisco


@pytest.fixture
def clock() -> StillClock:
    return StillClock(MONDAY_MORNING)


@pytest.fixture
def desk(store: Store, clock: StillClock, book: Rulebook) -> Desk:
    return Desk(store=store, clock=clock, book=book, followers=(follow,))


@pytest.fixture
def office(desk: Desk, clock: StillClock) -> Office:
    return Office.opened(desk, clock)


@pytest.fixture
def slack() -> SmallSlack:
    return SmallSlack()


@pytest.fixture
def sweep(desk: Desk, slack: SmallSlack) -> Sweep:
    return Sweep(desk=desk, messenger=slack)
