"""End to end: the real docket in the practice workspace, the clock moved from 7 May to 11 May 2018."""

from bot.opening import Practice, practising
from bot.practice import Message
from bot.reminders import Sweep, start_sweeping
from handlers.delivery import SlackMessenger
from tests.reminders.office import court_time

CHANNEL = "rainsy-us"


def reminders_of(practice: Practice, words: str) -> list[Message]:
    seen = practice.workspace.person("maya").sees(CHANNEL)
    return [message for message in seen if message.metadata and "7 days left" in message.text and words in message.text]


def test_the_seven_day_reminder_of_the_objections_arrives_once_and_once_only() -> None:
    with practising() as practice:
        maya = practice.workspace.person("maya")
        practice.workspace.wait_until_connected()
        practice.clock.move_to(court_time(5, 11, 9))
        arrived = maya.waits_to_see(CHANNEL, "7 days left", within=15)
        assert "Friday 18 May 2018" in arrived.text
        assert "72(a)" in arrived.text

        practice.bot.sweeping.stop()
        again = Sweep(desk=practice.bot.desk, messenger=SlackMessenger(practice.bot.slack.client))
        restarted = start_sweeping(again)
        try:
            restarted.wake()
        finally:
            restarted.stop()
        again.run_once()
        assert len(reminders_of(practice, "72(a)")) == 1
