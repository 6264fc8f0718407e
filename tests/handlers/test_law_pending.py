"""What waits for a decision is told once in each channel, and stands on the deadline's card until it is decided."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Event
from typing import TYPE_CHECKING, Any, cast

import pytest
from slack_sdk.errors import SlackClientError

from bot.docket import cases, closing, deadlines, entries, people, revising
from bot.docket.desk import Desk
from bot.docket.sight import Viewer
from handlers import phrases
from handlers.commands.revisions import press_apply, press_apply_all, press_show
from handlers.pending import pending_line, remember_told, tell_what_waits
from handlers.requests import Kind, Request
from storage.cases import Case
from storage.docket import Deadline, EntryKind, deadline_by_ref
from storage.settings import ChannelSettings
from tests.judges import judge_message, judge_view

if TYPE_CHECKING:
    from slack_sdk import WebClient

ORDER_DAY, FRIDAY = date(2018, 5, 4), date(2018, 5, 18)


@dataclass
class Channels:
    """Slack as far as it is needed here: it takes messages, except for channels that it refuses.

    When the channel has its message that `ends_at` names, the bot is told to stop.
    """

    refused: tuple[str, ...] = ()
    ends_at: str = ""
    ended: Event = field(default_factory=Event)
    posted: list[tuple[str, str]] = field(default_factory=list)

    def chat_postMessage(self, *, channel: str, text: str, blocks: Sequence[Any], **_: Any) -> None:  # noqa: N802
        if channel in self.refused:
            raise SlackClientError
        judge_message(list(blocks), text)
        self.posted.append((channel, text))
        if channel == self.ends_at:
            self.ended.set()


def a_case(desk: Desk, number: str, channel: str) -> Case:
    """Open a case with objections due on Friday 18 May 2018."""
    with desk.change(by="U0CLAIRE") as change:
        people.meet(change.session, person_id="U0CLAIRE", name="Claire", zone="Europe/Paris")
        case = cases.open_case(change, court="cand", docket_number=number, caption="A v. B", channel_id=channel)
        entry = entries.record(
            change, case=case, kind=EntryKind.ORDER, title="Order", on_date=ORDER_DAY, trigger="order.nondispositive",
            service="ecf", served_on=ORDER_DAY,
        )  # fmt: skip
        answers = deadlines.preview(
            change.session, change.book, case=case, trigger="order.nondispositive", on_date=ORDER_DAY, service="ecf"
        )
        answer = next(answer for answer in answers if answer.rule == "us-frcp:72(a)")
        deadlines.adopt(change, case=case, entry=entry, answer=answer)
        return case


def close(desk: Desk, day: date = FRIDAY, *, remembered: bool = False) -> None:
    with desk.change(by="U0CLAIRE") as change:
        found = closing.record_closure(change, court="cand", day=day, name="Fire", source="its website")
        if remembered:
            remember_told(change.session, found, at=change.now)


def tell(desk: Desk, slack: Channels) -> list[str]:
    """Start the bot, as far as that is needed here; return the channels that were told."""
    before = len(slack.posted)
    tell_what_waits(desk, cast("WebClient", slack), slack.ended)
    return [channel for channel, _ in slack.posted[before:]]


def test_what_slack_has_not_answered_when_the_bot_ends_is_told_at_the_next_start(desk: Desk) -> None:
    a_case(desk, "1", "C_ONE")
    a_case(desk, "2", "C_TWO")
    close(desk)
    assert tell(desk, Channels(ends_at="C_ONE")) == ["C_ONE"]
    assert tell(desk, Channels()) == ["C_ONE", "C_TWO"]


def test_each_channel_is_told_of_its_own_cases_once_and_not_at_every_start(desk: Desk) -> None:
    a_case(desk, "1", "C_ONE")
    a_case(desk, "2", "C_TWO")
    slack = Channels()
    assert tell(desk, slack) == []
    close(desk)
    assert tell(desk, slack) == ["C_ONE", "C_TWO"]
    assert "D1" in slack.posted[0][1]
    assert "D2" not in slack.posted[0][1]
    assert tell(desk, slack) == []


def test_what_is_left_of_what_was_told_is_not_told_again_but_another_cause_is(desk: Desk) -> None:
    a_case(desk, "1", "C_ONE")
    a_case(desk, "2", "C_ONE")
    slack = Channels()
    close(desk)
    assert tell(desk, slack) == ["C_ONE"]
    with desk.change(by="U0CLAIRE") as change:
        first = revising.pending_revisions(desk)[0]
        deadline = change.session.get_one(Deadline, first.deadline.key)
        revising.keep(change, deadline=deadline, cause=first.cause, reason="open")
    assert tell(desk, slack) == []
    close(desk, date(2018, 5, 21))
    assert tell(desk, slack) == ["C_ONE"]


def test_a_channel_that_refuses_is_told_at_the_next_start(desk: Desk) -> None:
    a_case(desk, "1", "C_ONE")
    close(desk)
    slack = Channels(refused=("C_ONE",))
    assert tell(desk, slack) == []
    slack.refused = ()
    assert tell(desk, slack) == ["C_ONE"]


def test_what_was_told_when_it_arose_is_not_told_at_start(desk: Desk) -> None:
    a_case(desk, "1", "C_ONE")
    close(desk, remembered=True)
    assert tell(desk, Channels()) == []


def test_a_channel_is_told_in_its_own_language(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    a_case(desk, "1", "C_ONE")
    close(desk)
    with desk.store.writing() as session:
        session.add(ChannelSettings(channel_id="C_ONE", language="km"))
    slack = Channels()
    tell(desk, slack)
    assert "២០១៨" in slack.posted[0][1]


def test_the_line_stands_on_the_card_only_while_a_change_waits(desk: Desk) -> None:
    a_case(desk, "1", "C_ONE")

    def line() -> str | None:
        with desk.look() as session:
            deadline = deadline_by_ref(session, "D1")
            assert deadline
            return pending_line(session, desk.book, deadline)

    assert line() is None
    close(desk)
    assert line() == phrases.PENDING.format(old="Friday 18 May 2018", new="Monday 21 May 2018", case="C1")
    (waiting,) = revising.pending_revisions(desk)
    with desk.change(by="U0CLAIRE") as change:
        revising.apply(change, deadline=change.session.get_one(Deadline, waiting.deadline.key), cause=waiting.cause)
    assert line() is None
    with desk.change(by="U0CLAIRE") as change:
        deadline = change.session.get_one(Deadline, waiting.deadline.key)
        deadline.rule = "judge:9"
        change.keep_deadline(deadline)
        closing.withdraw_closure(change, court="cand", day=FRIDAY, reason="another court")
    assert line() == phrases.PENDING_NO_DATE.format(old="Monday 21 May 2018", case="C1")


def a_press(desk: Desk, value: str, surface: str) -> Request:
    """Press a button in App Home or in a page, where no channel vouches for anybody."""
    with desk.store.writing() as session:
        people.are_in(session, channel_id="C_ONE", person_ids=["U0CLAIRE"])
    return Request(
        desk=desk, kind=Kind.PRESS, who=Viewer(person_id="U0CLAIRE"), receipt=f"press:{value}", value=value,
        body={"view": {"type": surface}},
    )  # fmt: skip


@pytest.mark.parametrize("surface", ["home", "modal"])
def test_in_app_home_and_on_a_page_the_list_is_laid_over_what_is_open(desk: Desk, surface: str) -> None:
    a_case(desk, "1", "C_ONE")
    close(desk)
    reply = press_show(a_press(desk, "C1", surface))
    assert reply.message is None
    assert reply.view
    judge_view(reply.view)
    assert "Monday 21 May 2018" in str(reply.view)


def test_decided_on_a_page_what_still_waits_takes_its_place(desk: Desk) -> None:
    a_case(desk, "1", "C_ONE")
    close(desk)
    (waiting,) = revising.pending_revisions(desk)
    reply = press_apply(a_press(desk, f"D1 {waiting.cause} {waiting.new}", "modal"))
    assert reply.in_place
    assert reply.view
    judge_view(reply.view)
    assert phrases.NO_CHANGES in str(reply.view)
    assert reply.cards == ("D1",)
    stale = press_apply_all(a_press(desk, waiting.cause, "modal"))
    assert stale.in_place
    assert phrases.NO_CHANGES in str(stale.view)
