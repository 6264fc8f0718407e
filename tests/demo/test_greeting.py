import yaml

from bot.demo import CHANNELS, PEOPLE, START, greeting
from bot.demo.greeting import TO_TRY
from bot.demo.team import channel_id
from tests.judges import judge_message
from tests.test_manifest import PATH


def test_slack_would_take_the_greeting() -> None:
    text, blocks = greeting()
    judge_message(blocks, text)


def test_it_says_what_to_try_in_words_too() -> None:
    text, blocks = greeting()
    assert 5 <= len(TO_TRY) <= 6
    for _, command, _ in TO_TRY:
        assert command in text
        assert any(command in str(block) for block in blocks)


def test_it_offers_only_commands_that_exist() -> None:
    declared = yaml.safe_load(PATH.read_text(encoding="utf-8"))["features"]["slash_commands"]
    assert {command.split()[0] for _, command, _ in TO_TRY} <= {each["command"] for each in declared}


def test_it_begins_on_the_morning_of_monday_7_may_2018_in_san_francisco() -> None:
    assert START.isoformat() == "2018-05-07T08:30:00-07:00"
    assert START.strftime("%A") == "Monday"


def test_the_team_sits_in_three_cities() -> None:
    assert {person.tz for person in PEOPLE} == {"America/Los_Angeles", "Europe/Paris", "Asia/Phnom_Penh"}


def test_one_person_is_only_in_the_cambodian_channel() -> None:
    rooms = {person.name: {channel.name for channel in CHANNELS if person.id in channel.members} for person in PEOPLE}
    assert rooms.pop("sophea") == {"rainsy-kh"}
    assert all(each == {"rainsy-us", "related-us", "rainsy-kh", "rainsy-all"} for each in rooms.values())
    assert channel_id("rainsy-kh") == "C0RAINSYKH"
