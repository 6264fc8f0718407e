"""The timeline as people ask for it: the list at once, the picture after it, and only where everybody may see it."""

import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Event
from typing import Any

import pytest

from bot.clock import PracticeClock
from bot.docket.desk import Desk
from bot.practice import Actor
from bot.practice.nouns import Channel, File, Message
from bot.practice.people.actor import wait_for, whole_text
from bot.practice.state import BOT_USER
from bot.timeline import Naming, Shape
from bot.timeline.typesetting import TypesettingError
from handlers import phrases
from handlers.commands.timeline_words import BackwardsError, Chosen, UnknownTimelineError, chosen
from handlers.reading import UnreadableDateError
from tests.handlers.conftest import Team, make_workspace, over_sockets

NOW = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
ZONE = "America/Los_Angeles"


def asks(person: Actor, text: str, expected: str = "Timeline", channel: str = "rainsy-us") -> str:
    person.types(channel, text)
    return whole_text(person.waits_to_see(channel, expected))


def picture_for(person: Actor, channel: str | Channel = "rainsy-us") -> tuple[Message, File]:
    """Wait for a message with a file."""

    def look() -> Message | None:
        return next((message for message in reversed(person.sees(channel)) if message.files), None)

    message = wait_for(person.slack, look, within=20.0)
    return message, message.files[0]


@pytest.fixture
def team(team: Team) -> Team:
    team.with_a_case()
    asks(team.dara, "/hearing add 30 May 2018 9:30am American hearing", "H1* is on the docket")
    return team


@pytest.fixture
def careful(desk: Desk, clock: PracticeClock) -> Iterator[Team]:
    """A team that did not grant `files:write`."""
    with over_sockets(desk, make_workspace(clock, refused_scopes=("files:write",))) as running:
        running.with_a_case()
        asks(running.dara, "/hearing add 30 May 2018 9:30am American hearing", "H1* is on the docket")
        yield running


class TestWords:
    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("", Chosen()),
            ("us", Chosen(country="US")),
            ("Cambodia", Chosen(country="KH")),
            ("2018", Chosen(since=date(2018, 1, 1), until=date(2018, 12, 31))),
            ("us 2017-2018", Chosen(country="US", since=date(2017, 1, 1), until=date(2018, 12, 31))),
            ("2017–2018", Chosen(since=date(2017, 1, 1), until=date(2018, 12, 31))),  # noqa: RUF001 -- as phones type it
            ("1 March 2018 to 30 June 2018", Chosen(since=date(2018, 3, 1), until=date(2018, 6, 30))),
            ("from 1 March 2018 until 30 June 2018", Chosen(since=date(2018, 3, 1), until=date(2018, 6, 30))),
            ("between 2018-03-01 and 2018-06-30", Chosen(since=date(2018, 3, 1), until=date(2018, 6, 30))),
            ("2018-03-01 - 2018-06-30 kh", Chosen(country="KH", since=date(2018, 3, 1), until=date(2018, 6, 30))),
            ("March 2018", Chosen(since=date(2018, 3, 1), until=date(2018, 3, 31))),
            ("Feb. 2020", Chosen(since=date(2020, 2, 1), until=date(2020, 2, 29))),
            ("March 2018 to June 2018", Chosen(since=date(2018, 3, 1), until=date(2018, 6, 30))),
            ("2016 to March 2018", Chosen(since=date(2016, 1, 1), until=date(2018, 3, 31))),
            ("since 1 March 2018", Chosen(since=date(2018, 3, 1))),
            ("since 2018", Chosen(since=date(2018, 1, 1))),
            ("until today", Chosen(until=date(2018, 5, 7))),
            ("4 May 2018 to 4 May 2018", Chosen(since=date(2018, 5, 4), until=date(2018, 5, 4))),
            ("narrow", Chosen(shape=Shape.NARROW)),
            ("code names", Chosen(naming=Naming.CODE)),
            ("us Captions wide", Chosen(country="US", naming=Naming.CAPTION)),
        ],
    )
    def test_what_was_typed_chooses_a_part(self, typed: str, expected: Chosen) -> None:
        assert chosen(typed, now=NOW, zone=ZONE) == expected

    @pytest.mark.parametrize(
        "typed", ["tomorrow", "C9 x", "2018-2017", "fish", "Marchish 2018", "us us fish", "1 March"]
    )
    def test_what_is_no_timeline_is_refused_with_examples(self, typed: str) -> None:
        with pytest.raises(UnknownTimelineError, match="/timeline 1 March 2018 to 30 June 2018"):
            chosen(typed, now=NOW, zone=ZONE)

    @pytest.mark.parametrize("typed", ["04/05/2018 to 30 June 2018", "since Friday 5 May 2018", "fish to 3 May 2018"])
    def test_a_day_that_can_be_misread_is_never_guessed(self, typed: str) -> None:
        with pytest.raises(UnreadableDateError):
            chosen(typed, now=NOW, zone=ZONE)

    def test_days_in_the_wrong_order_are_told_so(self) -> None:
        with pytest.raises(BackwardsError, match="Saturday 30 June 2018 is after Thursday 1 March 2018"):
            chosen("30 June 2018 to 1 March 2018", now=NOW, zone=ZONE)


class TestInSlack:
    def test_the_list_comes_at_once_and_the_picture_after_it(self, team: Team) -> None:
        told = asks(team.dara, "/timeline")
        assert "American hearing" in told
        assert "The picture follows in this channel." in told
        message, picture = picture_for(team.maya)
        assert message.text == "<@U0DARA> asked for the timeline of C1."
        assert (picture.name, picture.title) == ("timeline-2018-05-07.png", "Timeline of C1")
        assert picture.alt.startswith("Hearings, rulings, orders")
        assert struct.unpack(">II", picture.content[16:24])[0] > 700

    def test_a_case_that_the_channel_does_not_follow_is_drawn_for_the_asker_alone(self, team: Team) -> None:
        asks(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "C2* is on the docket", "rainsy-kh")
        asks(team.dara, "/hearing add 30 May 2018 9:30am Cambodian hearing", "H2* is on the docket", "rainsy-kh")
        told = asks(team.dara, "/timeline C2", "Cambodian hearing")
        assert "The picture follows in your messages from me, where nobody else sees it." in told
        message, _ = picture_for(team.dara, team.dara.dm)
        assert not message.text
        assert [each.text for each in team.dara.sees(team.dara.dm)][-2:] == [
            "The timeline of C2, as you asked.",
            "",
        ]
        assert not [each for each in team.maya.sees("rainsy-us") if each.files]

    def test_in_direct_messages_it_stays_between_the_two(self, team: Team) -> None:
        asks(team.dara, "/timeline", "American hearing", channel=team.dara.dm.id)
        picture_for(team.dara, team.dara.dm)
        assert not [each for each in team.dara.sees("rainsy-us") if each.files]

    def test_where_the_bot_was_not_invited_the_picture_comes_as_a_direct_message(self, team: Team) -> None:
        asks(team.dara, "/case link C1", "follows", "rainsy-kh")
        team.workspace.channels[team.workspace.channel("rainsy-kh").id] = _without_the_bot(team, "rainsy-kh")
        team.dara.types("rainsy-kh", "/timeline C1")
        picture_for(team.dara, team.dara.dm)

    def test_captions_are_drawn_for_the_asker_alone(self, team: Team) -> None:
        told = asks(team.dara, "/timeline C1 captions")
        assert "where nobody else sees it" in told
        picture_for(team.dara, team.dara.dm)
        assert not [each for each in team.maya.sees("rainsy-us") if each.files]

    def test_an_empty_timeline_has_no_picture(self, team: Team) -> None:
        told = asks(team.dara, "/timeline 2011", "Nothing here yet")
        assert "picture" not in told

    def test_turning_a_page_draws_nothing_new(self, team: Team) -> None:
        for number in range(11):
            asks(
                team.dara,
                f"/hearing add {number + 1} June 2018 9:30am Hearing number {number}",
                f"H{number + 2}* is on",
            )
        asks(team.dara, "/timeline since 1 January 2018")
        picture_for(team.dara)
        page = team.dara.waits_to_see("rainsy-us", "1 to 10 of 12")
        team.dara.clicks(page, "command.run.later")
        turned = whole_text(team.dara.waits_to_see("rainsy-us", "11 to 12 of 12"))
        assert "picture" not in turned
        assert len([each for each in team.dara.sees("rainsy-us") if each.files]) == 1

    def test_only_days_in_the_range_are_listed(self, team: Team) -> None:
        asks(team.dara, "/hearing add 30 July 2018 9:30am Later hearing", "H2* is on the docket")
        told = asks(team.dara, "/timeline 1 March 2018 to 30 June 2018")
        assert "American hearing" in told
        assert "Later hearing" not in told

    def test_a_stranger_sees_neither_list_nor_picture(self, team: Team) -> None:
        told = asks(team.stranger, "/timeline", "Nothing here yet", "elsewhere")
        assert "American" not in told
        assert "I know no “C1”" in asks(team.stranger, "/timeline C1", "I know no", "elsewhere")
        assert not [each for each in team.stranger.sees("elsewhere") if each.files]

    def test_without_the_scope_the_list_still_comes_with_one_sentence(self, careful: Team) -> None:
        assert "American hearing" in asks(careful.dara, "/timeline")
        told = whole_text(careful.dara.waits_to_see("rainsy-us", "files:write"))
        assert "This is the list alone" in told
        assert not [each for each in careful.dara.sees("rainsy-us") if each.files]
        assert not careful.workspace.troubles

    def test_if_slack_is_unwell_the_asker_is_told(self, team: Team) -> None:
        team.workspace.faults.refuse("files.completeUploadExternal", error="file_update_failed")
        asks(team.dara, "/timeline")
        assert "file_update_failed" in whole_text(team.dara.waits_to_see("rainsy-us", "could not be sent"))

    def test_if_the_connection_breaks_the_asker_is_told(self, team: Team) -> None:
        team.workspace.faults.cut("files.getUploadURLExternal", times=3)
        asks(team.dara, "/timeline")
        team.dara.waits_to_see("rainsy-us", "could not be sent", within=10)

    def test_if_it_cannot_be_drawn_the_asker_is_told(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: Any, **__: Any) -> bytes:
            raise LookupError("A row is missing.")

        monkeypatch.setattr("handlers.commands.timeline_picture.picture_png", broken)
        assert "American hearing" in asks(team.dara, "/timeline")
        team.dara.waits_to_see("rainsy-us", "The file could not be made")

    def test_if_it_cannot_be_set_in_type_the_sentence_says_so(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: Any, **__: Any) -> bytes:
            raise TypesettingError

        monkeypatch.setattr("handlers.commands.timeline_picture.picture_png", broken)
        asks(team.dara, "/timeline")
        team.dara.waits_to_see("rainsy-us", "the list shows all of it")

    def test_many_cases_are_only_counted(self, team: Team) -> None:
        for number in range(2, 6):
            asks(team.dara, f"/case add cand {number} Case {number}", f"C{number}* is on the docket")
        asks(team.dara, "/timeline")
        message, _ = picture_for(team.dara)
        assert message.text == "<@U0DARA> asked for the timeline of 5 cases."

    def test_the_answer_does_not_wait_for_the_picture(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        is_answered = Event()

        def once_answered(*_: Any, **__: Any) -> bytes:
            assert is_answered.wait(20)
            return b"\x89PNG" + bytes(32)

        monkeypatch.setattr("handlers.commands.timeline_picture.picture_png", once_answered)
        asks(team.dara, "/timeline", "American hearing")
        is_answered.set()
        picture_for(team.dara)


def _without_the_bot(team: Team, name: str) -> Channel:
    channel = team.workspace.channel(name)
    return replace(channel, members=channel.members - {BOT_USER})


def test_with_code_names_the_list_tells_no_more_than_the_picture(team: Team) -> None:
    assert "American hearing" not in asks(team.dara, "/timeline code names", "The picture follows")


def test_a_picture_for_oneself_alone_does_not_come_into_the_channel(team: Team) -> None:
    asks(team.dara, "/timeline only me", phrases.TIMELINE_COMES_TO_YOU)
