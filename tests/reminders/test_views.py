"""What a reminder says. Everything stands in its plain text too: screen readers read nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.reminders import Alarm
from bot.reminders.people import Duty
from bot.rulebook import Rulebook
from handlers.views.blocks import Message
from handlers.views.reminder import reminder
from storage.cases import Case, Person
from storage.docket import Deadline, Entry, EntryKind
from tests.judges import judge_message
from tests.reminders.office import court_time

NOW = court_time(5, 11, 9)
MAYA = Person(slack_id="U0MAYA", name="Maya", zone="America/Los_Angeles")
DARA = Person(slack_id="U0DARA", name="Dara", zone="Asia/Phnom_Penh")
CASE = Case(
    id=1,
    court="cand",
    docket_number="3:18-mc-80024-SK",
    caption="Rainsy v. <!channel> & Facebook",
    created_at=NOW,
    created_by="U0CLAIRE",
)


def objections(**changes: Any) -> Deadline:
    facts: dict[str, Any] = {
        "number": 45,
        "case_id": 1,
        "title": "Objections to the magistrate judge's order",
        "citation": "Fed. R. Civ. P. 72(a)",
        "due": date(2018, 5, 18),
        "due_at": court_time(5, 18, 23, 59, 59).astimezone(UTC),
        "latest": date(2018, 5, 18),
        "zone": "America/Los_Angeles",
        "standing": "settled",
        "owner": "U0MAYA",
        "created_at": NOW,
        "created_by": "U0CLAIRE",
        "changed_at": NOW,
    }
    return Deadline(**{**facts, **changes})


def hearing(**changes: Any) -> Entry:
    facts: dict[str, Any] = {
        "case_id": 1,
        "kind": EntryKind.HEARING,
        "letter": "H",
        "number": 12,
        "title": "Oral argument",
        "on_date": date(2018, 5, 18),
        "starts_at": court_time(5, 18, 9, 30).astimezone(UTC),
        "zone": "America/Los_Angeles",
        "created_at": NOW,
        "created_by": "U0CLAIRE",
        "changed_at": NOW,
    }
    return Entry(**{**facts, **changes})


@pytest.fixture
def alarm(book: Rulebook) -> Alarm:
    return Alarm(
        channel_id="C_US",
        subject="D45",
        uid="a1",
        covers=("a1",),
        step="7d",
        now=NOW.astimezone(UTC),
        about=objections(),
        case=CASE,
        court=book.court("cand"),
        people=(MAYA, DARA),
        meant_for=(NOW.astimezone(UTC),),
    )


def judged(alarm: Alarm) -> Message:
    deadline = alarm.about
    if isinstance(deadline, Deadline) and not alarm.duty.owner:
        alarm = replace(alarm, duty=replace(alarm.duty, owner=deadline.owner, backup=deadline.backup))
    message = reminder(alarm)
    judge_message(message.blocks, message.text)
    return message


def test_a_reminder_says_how_long_what_where_when_how_sure_and_who(alarm: Alarm) -> None:
    text = judged(alarm).text
    for said in (
        "7 days left",
        "D45",
        "Objections to the magistrate judge's order",
        "C1",
        "3:18-mc-80024-SK",
        "Friday 18 May 2018",
        "11:59 pm court time (PDT, Los Angeles)",
        "Fed. R. Civ. P. 72(a)",
        "Settled",
        "Unconfirmed",
        "<@U0MAYA>",
    ):
        assert said in text


def test_other_offices_see_their_own_time_and_the_change_of_day(alarm: Alarm) -> None:
    assert "Phnom Penh: Saturday 19 May 2018, 1:59 pm (next day)" in judged(alarm).text


def test_what_people_wrote_notifies_nobody(alarm: Alarm) -> None:
    text = judged(replace(alarm, about=objections(title="File <!everyone> & serve"))).text
    assert "<!" not in text
    assert "&lt;!channel&gt; &amp; Facebook" in text
    assert "File &lt;!everyone&gt; &amp; serve" in text


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (court_time(4, 18, 9), "30 days left"),
        (court_time(5, 17, 9), "due tomorrow"),
        (court_time(5, 18, 8), "due today, 16 hours left"),
        (court_time(5, 18, 20, 59, 59), "due today, 3 hours left"),
        (court_time(5, 18, 22, 45), "due today, 1 hour 15 minutes left"),
        (court_time(5, 18, 23, 59, 50), "due today, less than a minute left"),
        (court_time(5, 19), "OVERDUE since Friday 18 May 2018"),
    ],
)
def test_the_days_left_are_those_of_the_court_s_calendar(alarm: Alarm, now: datetime, left: str) -> None:
    assert left in judged(replace(alarm, now=now.astimezone(UTC))).text


def test_an_unverified_date_says_so(alarm: Alarm) -> None:
    assert "Unverified" in judged(replace(alarm, about=objections(standing="unverified"))).text


def test_a_confirmed_date_names_who_confirmed_it_and_offers_no_second_confirmation(alarm: Alarm) -> None:
    message = judged(replace(alarm, about=objections(confirmed_by="U0DARA")))
    assert "Confirmed by <@U0DARA>" in message.text
    assert _buttons(message) == [
        ("deadline.done", "D45"),
        ("deadline.acknowledge", "D45"),
        ("deadline.explain", "D45"),
    ]


def test_where_confirming_is_blind_the_reminder_says_what_confirming_asks_as_the_card_does(alarm: Alarm) -> None:
    assert "computes the date from the document" in judged(replace(alarm, is_blind=True)).text
    assert "computes the date" not in judged(alarm).text


def test_an_unconfirmed_date_can_be_confirmed(alarm: Alarm) -> None:
    assert _buttons(judged(alarm))[0] == ("deadline.confirm", "D45 2018-05-19T06:59:59+00:00")


def test_a_date_on_a_closed_day_names_the_last_day_on_which_the_registry_can_be_reached(alarm: Alarm) -> None:
    text = judged(replace(alarm, reachable_until=date(2018, 5, 17))).text
    assert "the last day on which it can be reached is Thursday 17 May 2018" in text


def test_a_missed_safe_date_tells_of_the_other_reading(alarm: Alarm) -> None:
    overdue = replace(
        alarm, now=court_time(5, 19).astimezone(UTC), about=objections(standing="arguable", latest=date(2018, 5, 21))
    )
    assert "On the other reading there is time until Monday 21 May 2018: act now." in judged(overdue).text


def test_what_nobody_owns_and_no_rule_computed_says_so(alarm: Alarm) -> None:
    text = judged(
        replace(alarm, about=objections(owner=None, citation="", standing="", condition="if the order is appealable"))
    ).text
    assert "Nobody owns this yet." in text
    assert "Entered by hand" in text
    assert "Only if the order is appealable." in text


def test_what_a_court_fixed_says_so_and_by_which_order(alarm: Alarm) -> None:
    text = judged(
        replace(alarm, about=objections(citation="", standing="", is_fixed=True, note="stipulated order"))
    ).text
    assert "Fixed by the court: stipulated order" in text
    assert "Entered by hand" not in text


def test_the_backup_is_named(alarm: Alarm) -> None:
    assert "Backup: <@U0DARA>." in judged(replace(alarm, about=objections(backup="U0DARA"))).text


def test_a_late_message_says_when_it_was_meant_to_come_and_what_else_it_stands_for(alarm: Alarm) -> None:
    meant = (court_time(5, 4, 9).astimezone(UTC), court_time(5, 11, 9).astimezone(UTC))
    late = replace(alarm, now=court_time(5, 14, 9).astimezone(UTC), is_late=True, covers=("a0", "a1"), meant_for=meant)
    text = judged(late).text
    assert "4 days left" in text
    assert "This reminder is late. It was meant for Friday 11 May 2018, 9:00 am (PDT, Los Angeles)." in text
    assert "It also stands for 1 reminder that could not be delivered before." in text


def test_a_repeat_a_late_record_and_a_detour_each_say_why(alarm: Alarm) -> None:
    text = judged(replace(alarm, may_repeat=True, recorded_late=True, rerouted_from="C_OLD")).text
    assert "It may be a repeat" in text
    assert "had passed when this date was set" in text
    assert "I cannot post in <#C_OLD>" in text


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (court_time(5, 11, 9), "in 7 days"),
        (court_time(5, 17, 9), "tomorrow"),
        (court_time(5, 18, 7, 30), "today, in 2 hours"),
        (court_time(5, 18, 10, 0), "began 30 minutes ago"),
    ],
)
def test_a_hearing_says_when_it_begins_at_the_court_and_everywhere_else(alarm: Alarm, now: datetime, left: str) -> None:
    message = judged(
        replace(alarm, now=now.astimezone(UTC), subject="H12", about=hearing(place="Courtroom C, 15th floor"))
    )
    assert left in message.text
    assert "Friday 18 May 2018, 9:30 am court time (PDT, Los Angeles)" in message.text
    assert "Phnom Penh: Friday 18 May 2018, 11:30 pm" in message.text
    assert "Courtroom C, 15th floor" in message.text
    assert _buttons(message) == [("entry.open", "H12")]


@pytest.mark.parametrize(("days", "left"), [(0, "today"), (1, "was yesterday"), (3, "was 3 days ago")])
def test_a_hearing_whose_hour_is_not_known_is_told_by_its_day(alarm: Alarm, days: int, left: str) -> None:
    now = court_time(5, 18, 8) + timedelta(days=days)
    text = judged(replace(alarm, now=now.astimezone(UTC), about=hearing(starts_at=None))).text
    assert left in text
    assert "hour not known" in text


def _buttons(message: Message) -> list[tuple[str, str]]:
    row = next(block for block in message.blocks if block["type"] == "actions")
    return [(button["action_id"], button["value"]) for button in row["elements"]]


# Whose it is, and whom silence calls


def test_while_the_owner_is_away_the_backup_is_addressed_at_once(alarm: Alarm) -> None:
    away = Duty(owner="U0MAYA", backup="U0DARA", away={"U0MAYA": date(2018, 5, 20)})
    text = judged(replace(alarm, duty=away)).text
    assert (
        "<@U0MAYA> is away until Sunday 20 May 2018. <@U0DARA>, you are the backup: this is yours until then." in text
    )
    assert "Backup:" not in text


def test_an_owner_who_is_away_without_a_backup_is_said_to_everybody(alarm: Alarm) -> None:
    text = judged(replace(alarm, duty=Duty(owner="U0MAYA", away={"U0MAYA": date(2018, 5, 20)}))).text
    assert "somebody here must take it" in text


def test_a_backup_who_is_away_is_marked(alarm: Alarm) -> None:
    both = {"U0MAYA": date(2018, 5, 20), "U0DARA": date(2018, 5, 21)}
    text = judged(replace(alarm, duty=Duty(owner="U0MAYA", backup="U0DARA", away=both))).text
    assert "Backup: <@U0DARA>, away until Monday 21 May 2018." in text
    assert "somebody here must take it" in text


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("unseen 1 7d", "<@U0DARA>, you are the backup: nobody has said that they saw the last reminder."),
        ("unseen 2 7d", "<!channel> Nobody has said"),
        ("unseen 3 7d", "<!channel> Nobody has said"),
    ],
)
def test_silence_calls_the_backup_and_then_the_channel_and_still_names_the_owner(
    alarm: Alarm, step: str, said: str
) -> None:
    text = judged(replace(alarm, step=step, duty=Duty(owner="U0MAYA", backup="U0DARA"))).text
    assert said in text
    assert "Owner: <@U0MAYA>." in text


def test_everybody_is_told_directly_why(alarm: Alarm) -> None:
    direct = replace(alarm, channel_id="U0LENA", rerouted_from="C_US", step="unseen 3 7d", duty=Duty(owner="U0MAYA"))
    text = judged(direct).text
    assert "as everybody in <#C_US> does" in text
    assert "I cannot post" not in text


def test_who_appears_at_a_hearing_is_named(alarm: Alarm) -> None:
    assert "<@U0MAYA> appears." in judged(replace(alarm, about=hearing(owner="U0MAYA"))).text


def test_after_a_hearing_whoever_appeared_is_asked_what_came_of_it(alarm: Alarm) -> None:
    asked = replace(alarm, about=hearing(owner="U0MAYA"), step="outcome", now=court_time(5, 18, 11, 30).astimezone(UTC))
    message = judged(asked)
    assert "<@U0MAYA>, this is yours." in message.text
    assert "Was it held?" in message.text
    assert _buttons(message) == [("entry.held", "H12"), ("entry.adjourn", "H12"), ("entry.vacate", "H12")]


def test_a_message_that_stands_for_many_counts_them(alarm: Alarm) -> None:
    assert "It also stands for 3 reminders" in judged(replace(alarm, covers=("a", "b", "c", "a1"))).text
