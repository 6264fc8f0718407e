"""A reminder that was posted keeps telling the truth: it becomes the card of what it reminds of."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.opening import Practice, practising
from bot.practice import Message
from bot.practice.people.actor import whole_text

pytestmark = pytest.mark.unmeasured
SAN_FRANCISCO = ZoneInfo("America/Los_Angeles")


@pytest.fixture(scope="module")
def practice() -> Iterator[Practice]:
    with practising() as practice:
        yield practice


def now_says(practice: Practice, message: Message) -> str:
    maya = practice.workspace.person("maya")
    return next(whole_text(each) for each in maya.sees("rainsy-us") if each.ts == message.ts)


def test_the_reminder_follows_the_deadline_until_it_is_done(practice: Practice) -> None:
    maya = practice.workspace.person("maya")
    at_once = maya.waits_to_see("rainsy-us", "11 days left")
    practice.clock.move_to(datetime(2018, 5, 11, 9, 0, tzinfo=SAN_FRANCISCO))
    reminder = maya.waits_to_see("rainsy-us", "7 days left")
    assert "Unconfirmed" in whole_text(reminder)

    maya.clicks(reminder, "deadline.confirm")
    practice.workspace.wait_for(lambda: "onfirmed by <@U0MAYA>" in now_says(practice, reminder) or None)

    maya.clicks(next(each for each in maya.sees("rainsy-us") if each.ts == reminder.ts), "deadline.done")
    form = maya.waits_for_view("deadline.done")
    assert maya.submits(form, {"proof": "ECF No. 21"}).ok
    practice.workspace.wait_for(lambda: "ECF No. 21" in now_says(practice, reminder) or None)
    assert "deadline.done" not in str(next(each.blocks for each in maya.sees("rainsy-us") if each.ts == reminder.ts))

    practice.workspace.wait_for(lambda: "ECF No. 21" in now_says(practice, at_once) or None)
    cards = [each for each in maya.sees("rainsy-us") if "ECF No. 21" in whole_text(each) and not each.ephemeral_to]
    assert [each.ts for each in cards] == [at_once.ts, reminder.ts]

    practice.clock.move_to(datetime(2018, 5, 21, 9, 0, tzinfo=SAN_FRANCISCO))
    later = maya.waits_to_see("rainsy-us", "14 days left")  # of the notice of appeal, so the sweep has been here
    assert "D2" in whole_text(later)
    assert not [each for each in maya.sees("rainsy-us") if each.ts > reminder.ts and "left* · *D1" in str(each.blocks)]
