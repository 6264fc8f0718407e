"""`/deadline` from the request to the reply: what is typed, pressed and filled in, and what everybody is told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.clock import PracticeClock
from bot.docket import cases, deadlines, entries
from bot.docket.desk import Desk
from bot.docket.people import meet
from bot.law import Unit
from handlers import phrases
from handlers.actions import ACTIONS
from handlers.commands.deadline import COMMAND, SUBMISSIONS
from handlers.guard import answered
from handlers.replies import Reply
from handlers.requests import Kind, Request, from_command, from_press, from_submission
from handlers.views.blocks import Message
from storage.cases import Membership
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, deadline_by_ref, deadlines_of
from storage.law import Closure
from storage.log import AuditEntry
from storage.settings import Absence, ChannelSettings
from tests.judges import limits, models

CHANNEL, ELSEWHERE = "C0US", "C0OTHER"
DARA, MAYA, LENA, SOKHA = "U0DARA", "U0MAYA", "U0LENA", "U0SOKHA"
SAN_FRANCISCO = ZoneInfo("America/Los_Angeles")


@dataclass
class Screen:
    """The people of a team, who type, press and fill in; every answer is judged before it is read."""

    desk: Desk
    seen: list[dict[str, Any]]
    count: int = 0
    last: Reply = field(default_factory=Reply)

    def types(self, text: str, *, by: str = MAYA, channel: str = CHANNEL, receipt: str = "") -> str:
        """Type a command and return what it answers."""
        command, _, rest = text.partition(" ")
        body = {
            "command": command,
            "text": rest,
            "user_id": by,
            "channel_id": channel,
            "trigger_id": self._new(receipt),
        }
        return self._told(COMMAND.answer, from_command(body, self.desk))

    def presses(self, action: str, value: str, *, by: str = MAYA, view: dict[str, Any] | None = None) -> str:
        """Press a button, or choose from the menu behind the dots, and return what it answers."""
        chosen = {"selected_option": {"value": value}} if action == "deadline.more" else {"value": value}
        place = {"view": view} if view else {"channel": {"id": CHANNEL}}
        body = {"actions": [{"action_id": action, **chosen}], "user": {"id": by}, "trigger_id": self._new(), **place}
        return self._told(ACTIONS[action], from_press(body, self.desk))

    def submits(self, *, by: str = MAYA, view: dict[str, Any] | None = None, **filled: Any) -> str:
        """Submit the form that was opened last, or another, and return what it answers."""
        form = view or self.form
        values = {block["block_id"]: {"value": _initial(block)} for block in form["blocks"] if block["type"] == "input"}
        values |= {name: {"value": _state(form, name, held)} for name, held in filled.items()}
        body = {"user": {"id": by}, "view": {**form, "id": self._new(), "hash": "h", "state": {"values": values}}}
        return self._told(SUBMISSIONS[form["callback_id"]], from_submission(body, self.desk))

    @property
    def form(self) -> dict[str, Any]:
        """Return the form or page that was opened last."""
        assert self.last.view, self.last
        return self.last.view

    def letters(self) -> dict[str, str]:
        """Return what was written to whom."""
        return {letter.person_id: words(letter.message) for letter in self.last.letters}

    def deadline(self, ref: str = "D1") -> Deadline:
        """Return a deadline as it is now."""
        with self.desk.look() as session:
            found = deadline_by_ref(session, ref)
        assert found
        return found

    def log(self, action: str) -> list[AuditEntry]:
        """Return what the log says of an action."""
        with self.desk.look() as session:
            return list(session.exec(select(AuditEntry).where(AuditEntry.action == action)))

    def _new(self, receipt: str = "") -> str:
        self.count += 1
        return receipt or f"T{self.count}"

    def _told(self, handle: Callable[[Request], Reply], request: Request) -> str:
        self.last = reply = answered(handle, request)
        if request.kind is Kind.SUBMISSION and reply.errors:
            return "\n".join(f"{name}: {error}" for name, error in reply.errors.items())
        messages = [reply.message, *(notice.message for notice in reply.notices)]
        messages += [letter.message for letter in reply.letters]
        return "\n".join([*(self._judged(message) for message in messages if message), *self._page(reply)])

    def _judged(self, message: Message) -> str:
        blocks = list(message.blocks)
        assert not [*limits.of_message(blocks, message.text), *models.of_blocks(blocks)]
        self.seen.extend(blocks)
        return words(message)

    def _page(self, reply: Reply) -> list[str]:
        if not reply.view:
            return []
        assert not [*limits.of_view(reply.view), *models.of_view(reply.view)]
        self.seen.extend(reply.view["blocks"])
        return [str(reply.view["blocks"])]


def words(message: Message) -> str:
    return "\n".join([message.text, *(str(block) for block in message.blocks)])


def _initial(block: dict[str, Any]) -> dict[str, Any]:
    element = block["element"]
    names = {"initial_option": "selected_option", "initial_date": "selected_date", "initial_user": "selected_user"}
    names |= {"initial_value": "value", "initial_time": "selected_time"}
    return {names[name]: element[name] for name in names if name in element}


def _state(form: dict[str, Any], name: str, held: Any) -> dict[str, Any]:
    element = next(block["element"] for block in form["blocks"] if block.get("block_id") == name)
    match element["type"]:
        case "file_input":
            return {"files": held}
        case "static_select" | "radio_buttons":
            return {"selected_option": {"value": held}}
        case "datepicker":
            return {"selected_date": held}
        case "timepicker":
            return {"selected_time": held}
        case "users_select":
            return {"selected_user": held}
    return {"value": held}


@pytest.fixture
def screen(desk: Desk, seen: list[dict[str, Any]]) -> Screen:
    """D1: objections due Friday 18 May 2018, by Dara from O1; D2: if appealable, an appeal. It is Monday 7 May."""
    with desk.change(by=DARA) as change:
        case = cases.open_case(
            change, court="cand", docket_number="3:18-mc-80024-SK", caption="Rainsy v. Facebook", channel_id=CHANNEL
        )
        for person, name, zone in ((DARA, "Dara", "Asia/Phnom_Penh"), (MAYA, "Maya", str(SAN_FRANCISCO))):
            meet(change.session, person_id=person, name=name, zone=zone)
        change.session.add_all(Membership(channel_id=CHANNEL, person_id=person) for person in (DARA, MAYA, LENA))
        change.session.add(Membership(channel_id=ELSEWHERE, person_id=SOKHA))
        order = entries.record(
            change,
            case=case,
            kind=EntryKind.ORDER,
            title="Order denying the application",
            on_date=date(2018, 5, 4),
            trigger="order.nondispositive",
            service="ecf",
            link="https://ecf.example/21",
        )
        answers = deadlines.preview(
            change.session,
            change.book,
            case=case,
            trigger="order.nondispositive",
            on_date=date(2018, 5, 4),
            service="ecf",
        )
        for answer in answers:
            deadlines.adopt(change, case=case, entry=order, answer=answer)
    return Screen(desk=desk, seen=seen)


def work_blind(screen: Screen) -> None:
    with screen.desk.store.writing() as session:
        session.add(ChannelSettings(channel_id=CHANNEL, is_blind=True))


# listing and showing


def test_lists_show_what_was_asked_for(screen: Screen, clock: PracticeClock) -> None:
    screen.types("/deadline assign D1 me")
    screen.types("/deadline confirm D1")
    assert "*D1*" in screen.types("/deadline list")
    mine = screen.types("/deadline list mine")
    assert ("*D1*" in mine, "*D2*" in mine) == (True, False)
    assert "*D1*" in screen.types(f"/deadline list <@{MAYA}|maya>", by=DARA)
    assert "What Maya owes" in screen.types(f"/deadline list C1 <@{MAYA}|maya>", by=DARA)
    unconfirmed = screen.types("/deadline list unconfirmed")
    assert ("*D1*" in unconfirmed, "*D2*" in unconfirmed) == (False, True)
    assert "Nothing is overdue." in screen.types("/deadline list overdue")
    clock.move_to(datetime(2018, 5, 19, 0, 0, 1, tzinfo=SAN_FRANCISCO))
    assert "*D1*" in screen.types("/deadline list overdue")
    screen.types("/deadline done D1 ECF No. 30")
    assert "*D1*" not in screen.types("/deadline list")
    assert "*D1*" in screen.types("/deadline list all")


def test_an_empty_list_says_of_what_there_is_nothing(screen: Screen) -> None:
    assert "Nothing of yours is open." in screen.types("/deadline list mine")
    assert "Nothing of theirs is open." in screen.types(f"/deadline list <@{DARA}|dara>")
    screen.types("/deadline moot D1 settled")
    screen.types("/deadline moot D2 settled")
    assert "Nothing waits for a second person." in screen.types("/deadline list unconfirmed")
    assert phrases.NOTHING_LISTED[:12] in screen.types("/deadline list")


def test_a_line_without_a_provision_has_no_gap(screen: Screen) -> None:
    screen.types("/deadline add 4 June 2018 Reply brief")
    assert "*D3* · Reply brief · C1" in screen.types("/deadline list")


def test_confirm_alone_lists_what_waits_for_it(screen: Screen) -> None:
    screen.types("/deadline confirm D1")
    waiting = screen.types("/deadline confirm")
    assert ("*D1*" in waiting, "*D2*" in waiting) == (False, True)


def test_an_unknown_list_says_which_there_are(screen: Screen) -> None:
    assert "list unconfirmed" in screen.types("/deadline list everything of <!channel>")


def test_long_lists_turn_pages_and_keep_what_was_asked_for(screen: Screen) -> None:
    for number in range(11):
        screen.types(f"/deadline add {number + 1} June 2018 Brief {number}")
    assert "/deadline list unconfirmed page 2" in screen.types("/deadline list unconfirmed")
    assert "Brief 10" in screen.types("/deadline list unconfirmed page 2")


def test_nobody_else_finds_or_lists_anything(screen: Screen) -> None:
    for text in ("show D1", "explain D1", "done D1 x", "moot D1 x", "extend D1 4 June 2018 x", "assign D1 me"):
        assert "I know no “D1”" in screen.types(f"/deadline {text}", by=SOKHA, channel=ELSEWHERE)
    for text in ("snooze D1 2 days", "whatif D1 served by mail", "confirm D1", "reopen D1 x", "done D1", "assign D1"):
        assert "I know no “D1”" in screen.types(f"/deadline {text}", by=SOKHA, channel=ELSEWHERE)
    assert "*D1*" not in screen.types("/deadline list all", by=SOKHA, channel=ELSEWHERE)
    assert screen.deadline().status is DeadlineStatus.OPEN


def test_showing_tells_what_happened_to_it(screen: Screen) -> None:
    screen.types("/deadline confirm D1 17 May 2018")
    screen.types("/deadline confirm D1")
    screen.types('/deadline extend D1 4 June 2018 "stipulated order" https://ecf.example/30')
    screen.types("/deadline snooze D1 2 days")
    screen.types("/deadline done D1 ECF No. 31 https://ecf.example/31")
    screen.types('/deadline reopen D1 "the clerk rejected it"')
    shown = screen.types("/deadline show D1")
    for line in (
        "recorded by <@U0DARA>: due Friday 18 May 2018",
        "<@U0MAYA> computed Thursday 17 May 2018, not Friday 18 May 2018",
        "<@U0MAYA> agreed to Friday 18 May 2018",
        "~Friday 18 May 2018~ → Monday 4 June 2018. stipulated order",
        "reminders held by <@U0MAYA> until Wednesday 9 May 2018",
        "done, by <@U0MAYA>: ECF No. 31 <https://ecf.example/31>",
        "reopened by <@U0MAYA>: the clerk rejected it",
    ):
        assert line in shown
    assert "Fixed by the court: stipulated order" in shown
    explained = screen.types("/deadline explain D1")
    assert "Fixed by the court" in explained
    assert "~Friday 18 May 2018~ → Monday 4 June 2018" in explained


# adding


@pytest.mark.parametrize(
    ("typed", "due_at", "title"),
    [
        ("4 June 2018 5pm Reply brief", datetime(2018, 6, 4, 17, 0, tzinfo=SAN_FRANCISCO), "Reply brief"),
        ("4 June 2018 Reply brief", datetime(2018, 6, 4, 23, 59, 59, tzinfo=SAN_FRANCISCO), "Reply brief"),
        (
            "C1 Monday 4 June 2018 17:00 - *Reply* brief",
            datetime(2018, 6, 4, 17, 0, tzinfo=SAN_FRANCISCO),
            "*Reply* brief",
        ),
        ("4 June 2018 Reply to a letter from 2 May", datetime(2018, 6, 4, 23, 59, 59, tzinfo=SAN_FRANCISCO), None),
    ],
)
def test_a_date_is_entered_as_it_is_typed(screen: Screen, typed: str, due_at: datetime, title: str | None) -> None:
    told = screen.types(f"/deadline add {typed}")
    assert "*D3* is on the docket of C1" in told
    assert "Monday 4 June 2018" in told
    deadline = screen.deadline("D3")
    assert (deadline.due_at, deadline.title) == (due_at, title or "Reply to a letter from 2 May")
    assert not deadline.is_fixed
    assert screen.last.cards == ("D3",)


def test_what_an_order_set_is_fixed_and_leads_to_the_order(screen: Screen) -> None:
    screen.types("/deadline add 4 June 2018 Reply brief by O1")
    deadline = screen.deadline("D3")
    assert (deadline.title, deadline.is_fixed, deadline.link) == ("Reply brief", True, "https://ecf.example/21")
    assert "Fixed by the court: O1" in screen.types("/deadline show D3")
    screen.types("/deadline add 5 June 2018 Sur-reply https://ecf.example/40")
    assert (screen.deadline("D4").title, screen.deadline("D4").link) == ("Sur-reply", "https://ecf.example/40")
    assert "I know no “O9”" in screen.types("/deadline add 4 June 2018 Reply brief by O9")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Tuesday 4 June 2018 Reply", "Monday"),
        ("someday Reply", "someday"),
        ("4 June 2018", "What is due is missing"),
        ("30 February 2019 Reply", "30"),
        ("FRCP 999 from 4 May 2018", "FRCP 999"),
        ("FRCP 72(a) from 05/06/2018", "month in letters"),
        ("FRCP 72(a) from 4 May 2018 by pigeon", "I know no service “pigeon”"),
    ],
)
def test_what_cannot_be_entered_says_why(screen: Screen, typed: str, told: str) -> None:
    assert told in screen.types(f"/deadline add {typed}")
    with screen.desk.look() as session:
        assert len(deadlines_of(session, [1])) == 2


@pytest.mark.parametrize("typed", ["1 May 2018 Reply", "1 May 2018 5pm Reply"])
def test_a_date_that_has_passed_is_asked_about_before_it_is_entered(screen: Screen, typed: str) -> None:
    assert "Tuesday 1 May 2018" in screen.types(f"/deadline add {typed}")
    asked = screen.last.message
    assert asked
    assert any("command.run" in str(block) for block in asked.blocks)
    with screen.desk.look() as session:
        assert len(deadlines_of(session, [1])) == 2


def test_an_ambiguous_day_is_asked_about(screen: Screen) -> None:
    told = screen.types("/deadline add 04/06/2018 Reply")
    assert "Friday 6 April 2018" in told
    assert "Monday 4 June 2018" in told


def test_a_closed_day_and_a_busy_owner_are_remarked_on(screen: Screen) -> None:
    told = screen.types("/deadline add 28 May 2018 Reply")
    assert "closed on Monday 28 May 2018 (Memorial Day" in told
    assert "last open day before it is Friday 25 May 2018" in told
    with screen.desk.store.writing() as session:
        session.add(
            Absence(
                person_id=LENA,
                first_day=date(2018, 6, 1),
                last_day=date(2018, 6, 10),
                recorded_by=LENA,
                recorded_at=datetime(2018, 5, 1, tzinfo=UTC),
            )
        )
    screen.types("/deadline add")
    assert "is away until Sunday 10 June 2018" in screen.submits(title="Brief", day="2018-06-04", owner=LENA)


def test_the_form_enters_what_the_court_set(screen: Screen) -> None:
    screen.types("/deadline add")
    told = screen.submits(
        title="Reply", day="2018-06-04", time="17:00", entry="o1", citation="Civ. L.R. 7-3", owner=LENA
    )
    assert "*D3* is on the docket" in told
    deadline = screen.deadline("D3")
    assert (deadline.is_fixed, deadline.owner, deadline.citation) == (True, LENA, "Civ. L.R. 7-3")
    assert deadline.due_at == datetime(2018, 6, 4, 17, 0, tzinfo=SAN_FRANCISCO)


def test_the_form_says_under_the_field_what_is_wrong(screen: Screen) -> None:
    screen.types("/deadline add")
    form = screen.form
    assert "entry: I know no “O9”" in screen.submits(view=form, title="Reply", day="2018-06-04", entry="O9")
    assert "link: " in screen.submits(view=form, title="Reply", day="2018-06-04", link="javascript:1")
    twice = screen.submits(view=form, title="Reply", day="2018-11-04", time="01:30")
    assert twice.startswith("time: ")
    with screen.desk.look() as session:
        assert len(deadlines_of(session, [1])) == 2


def test_an_entry_of_another_case_sets_nothing_here(screen: Screen) -> None:
    with screen.desk.change(by=DARA) as change:
        other = cases.open_case(change, court="cand", docket_number="2", caption="X v. Y", channel_id=CHANNEL)
        entries.record(change, case=other, kind=EntryKind.ORDER, title="Order", on_date=date(2018, 5, 4))
    told = screen.types("/deadline add C1 4 June 2018 Reply by O2")
    assert "O2 is an entry of another case" in told


def test_a_rule_is_counted_shown_and_saved(screen: Screen) -> None:
    shown = screen.types("/deadline add FRCP 72(a) from 9 May 2018 by mail")
    assert "Tuesday 29 May 2018" in shown
    assert "counted from Wednesday 9 May 2018, served: by mail" in shown
    preview = screen.form
    with screen.desk.look() as session:
        assert len(deadlines_of(session, [1])) == 2
    assert "*D3* is on the docket" in screen.submits(view=preview, owner=LENA)
    deadline = screen.deadline("D3")
    assert (deadline.rule, deadline.due, deadline.owner) == ("us-frcp:72(a)", date(2018, 5, 29), LENA)
    assert "is not counted" in screen.types("/deadline explain D3")


def test_a_rule_from_the_form_passes_through_the_preview(screen: Screen) -> None:
    screen.types("/deadline add")
    screen.presses("deadline.compute", "C1", view={**screen.form, "id": "V1"})
    form = screen.form
    assert form["callback_id"] == "deadline.compute"
    assert "rule: " in screen.submits(view=form, rule="FRCP 999", start="2018-05-09")
    assert "Wednesday 23 May 2018" in screen.submits(view=form, rule="72(a)", start="2018-05-09")
    assert screen.form["callback_id"] == "deadline.save"


def test_a_preview_that_the_law_overtook_is_not_saved(screen: Screen) -> None:
    screen.types("/deadline add FRCP 72(a) from 9 May 2018")
    preview = screen.form
    with screen.desk.change(by=DARA) as change:
        change.session.add(
            Closure(court="cand", day=date(2018, 5, 23), name="Storm", recorded_by=DARA, recorded_at=change.now)
        )
        change.log("closure.recorded", subject="cand", case_id=None)
    assert phrases.DATES_CHANGED in screen.submits(view=preview)


def test_without_a_case_one_is_told_how_to_open_one(screen: Screen) -> None:
    for text in ("add", "whatif"):
        assert phrases.NOT_SEEN_CASE in screen.types(f"/deadline {text}", by=SOKHA, channel=ELSEWHERE)


# confirming


def test_confirm_on_a_card_agrees_to_the_date_that_stood_on_it(screen: Screen) -> None:
    assert "You confirmed *D1*" in screen.presses("deadline.confirm", "D1 2018-05-18")
    assert screen.deadline().confirmed_by == MAYA
    assert "was confirmed already by <@U0MAYA>" in screen.presses("deadline.confirm", "D1 2018-05-18", by=LENA)


def test_confirm_on_a_stale_card_confirms_nothing_that_nobody_saw(screen: Screen) -> None:
    screen.types('/deadline extend D1 4 June 2018 "order"', by=DARA)
    told = screen.presses("deadline.confirm", "D1 2018-05-18")
    assert "it is now due on Monday 4 June 2018. Nothing was confirmed" in told
    assert screen.last.stale == ("D1",)
    assert screen.deadline().confirmed_by is None


def test_a_confirm_button_of_old_that_carries_the_id_alone_still_confirms(screen: Screen) -> None:
    assert "You confirmed *D1*" in screen.presses("deadline.confirm", "D1")


def test_a_page_on_which_confirm_was_pressed_shows_it_confirmed(screen: Screen) -> None:
    screen.presses("deadline.open", "D1")
    told = screen.presses("deadline.confirm", "D1 2018-05-18", view={**screen.form, "id": "V1"})
    assert "Confirmed by <@U0MAYA>" in told
    assert screen.last.in_place


def test_a_blind_team_is_asked_for_a_date_and_not_shown_one(screen: Screen) -> None:
    work_blind(screen)
    asked = screen.presses("deadline.confirm", "D1 2018-05-18")
    assert "compute the date yourself" in asked
    assert "O1" in asked
    assert "18 May" not in asked
    assert "Your computation agrees" in screen.submits(computed="2018-05-18")
    assert screen.deadline().confirmed_by == MAYA
    assert "2018-05-18" in str(screen.log("deadline.confirmed")[0].details)


def test_a_blind_team_types_the_date_or_gets_the_form(screen: Screen) -> None:
    work_blind(screen)
    screen.types("/deadline confirm D1")
    assert screen.form["callback_id"] == "deadline.confirm"
    assert "Your computation agrees" in screen.types("/deadline confirm D1 18 May 2018")


def test_whoever_recorded_it_is_not_even_asked(screen: Screen) -> None:
    work_blind(screen)
    assert "You recorded D1 yourself" in screen.presses("deadline.confirm", "D1", by=DARA)
    assert screen.last.view is None


def test_both_people_get_both_dates_when_they_differ(screen: Screen) -> None:
    work_blind(screen)
    screen.presses("deadline.confirm", "D1")
    told = screen.submits(computed="2018-05-21")
    assert "Nothing was confirmed: you computed Monday 21 May 2018, and D1 says Friday 18 May 2018" in told
    letters = screen.letters()
    assert set(letters) == {DARA, MAYA}
    for letter in letters.values():
        assert "<@U0DARA> recorded *Friday 18 May 2018*. <@U0MAYA> computed *Monday 21 May 2018*" in letter
        assert "/deadline explain D1" in letter
    assert screen.deadline().confirmed_by is None
    assert screen.log("deadline.mismatch")[0].details["computed"] == "2018-05-21"


def test_no_letter_goes_to_somebody_who_may_not_see_the_case_any_more(screen: Screen) -> None:
    with screen.desk.store.writing() as session:
        session.delete(session.get_one(Membership, (CHANNEL, DARA)))
    screen.types("/deadline confirm D1 21 May 2018")
    assert set(screen.letters()) == {MAYA}


def test_a_blind_teams_card_says_what_is_needed_and_keeps_its_date(screen: Screen) -> None:
    work_blind(screen)
    shown = screen.types("/deadline show D1")
    assert phrases.BLIND_UNCONFIRMED in shown
    assert "Friday 18 May 2018" in shown


# done


def test_done_takes_words_a_file_or_both(screen: Screen) -> None:
    screen.presses("deadline.done", "D1")
    form = screen.form
    assert "proof: Done needs proof" in screen.submits(view=form)
    file = {"id": "F1", "name": "receipt.pdf", "permalink": "https://slack.example/F1", "url_private": "https://x"}
    told = screen.submits(view=form, proof="ECF No. 30", file=[file], filed_by=LENA, filed_on="2018-05-06")
    assert "with proof: ECF No. 30; <https://slack.example/F1|receipt.pdf>" in told
    deadline = screen.deadline()
    assert (deadline.filed_by, deadline.done_by) == (LENA, MAYA)
    assert deadline.done_at
    assert deadline.done_at.astimezone(SAN_FRANCISCO).date() == date(2018, 5, 6)
    assert "Done* on Sunday 6 May 2018 by <@U0LENA>" in screen.types("/deadline show D1")


def test_a_file_alone_is_proof(screen: Screen) -> None:
    screen.types("/deadline done D1")
    screen.submits(file=[{"id": "F1", "name": "receipt.pdf", "permalink": "https://slack.example/F1"}])
    assert screen.deadline().proof == "receipt.pdf https://slack.example/F1"
    assert "by <@U0MAYA>: <https://slack.example/F1|receipt.pdf>" in screen.types("/deadline show D1")


def test_a_late_filing_is_taken_and_remarked_on(screen: Screen, clock: PracticeClock) -> None:
    clock.move_to(datetime(2018, 5, 22, 9, 0, tzinfo=SAN_FRANCISCO))
    assert "Filed after the safe date, Friday 18 May 2018" in screen.types("/deadline done D1 ECF No. 30")
    assert "Filed after the safe date" in screen.types("/deadline show D1")


def test_a_filing_between_two_readings_says_so(screen: Screen, clock: PracticeClock) -> None:
    with screen.desk.change(by=DARA) as change:
        deadline = deadline_by_ref(change.session, "D1")
        assert deadline
        deadline.latest = date(2018, 5, 21)
        change.keep_deadline(deadline)
        change.log("deadline.restated", subject="D1", case_id=1)
    clock.move_to(datetime(2018, 5, 21, 9, 0, tzinfo=SAN_FRANCISCO))
    told = screen.types("/deadline done D1 ECF No. 30")
    assert "on the other reading there was time until Monday 21 May 2018" in told


def test_a_day_that_ended_early_asks_to_check_the_hour(screen: Screen, clock: PracticeClock) -> None:
    screen.types("/deadline add 8 May 2018 5pm Reply")
    clock.move_to(datetime(2018, 5, 9, 9, 0, tzinfo=SAN_FRANCISCO))
    screen.types("/deadline done D3")
    assert "It ended at 5:00 pm that day: check the hour" in screen.submits(proof="ECF 9", filed_on="2018-05-08")


def test_a_day_of_filing_to_come_is_refused(screen: Screen) -> None:
    screen.types("/deadline done D1")
    told = screen.submits(proof="ECF 9", filed_on="2018-05-08")
    assert told.startswith("filed_on: ")
    assert "has not come yet" in told


# moot, reopen, extend


def test_moot_and_reopen_are_announced_with_their_reasons(screen: Screen) -> None:
    told = screen.types('/deadline moot D1 "the application was withdrawn"')
    assert "*D1* is moot in C1" in told
    assert "the application was withdrawn" in told
    assert screen.last.notices[0].case_id == 1
    assert screen.last.message is None
    assert "nobody owes this any more. the application was withdrawn" in screen.types("/deadline show D1")
    told = screen.types('/deadline reopen D1 "refiled"', channel="D0MAYA")
    assert "*D1* is open again in C1" in told
    assert screen.last.message is not None
    assert "Unconfirmed" in screen.types("/deadline show D1")


@pytest.mark.parametrize("verb", ["moot", "extend"])
def test_what_is_chosen_behind_the_dots_opens_its_form(screen: Screen, verb: str) -> None:
    screen.presses("deadline.more", f"{verb} D1")
    assert screen.form["callback_id"] == f"deadline.{verb}"
    assert screen.presses("deadline.more", f"{verb} D1")
    screen.types("/deadline done D1 ECF No. 30")
    assert "D1 is done already" in screen.presses("deadline.more", f"{verb} D1")
    assert screen.last.stale == ("D1",)


def test_reopen_from_its_form(screen: Screen) -> None:
    assert "D1 is open" in screen.presses("deadline.more", "reopen D1")
    assert "D1 is open" in screen.types("/deadline reopen D1")
    screen.presses("deadline.more", "moot D1")
    screen.submits(reason="settled")
    screen.presses("deadline.more", "reopen D1")
    assert "Reason: the settlement failed" in screen.submits(reason="the settlement failed.")


def test_what_is_behind_no_dots_is_said_to_be_out_of_use(screen: Screen) -> None:
    assert phrases.UNKNOWN_BUTTON in screen.presses("deadline.more", "shred D1")


def test_what_is_opened_again_says_what_the_law_gives_now(screen: Screen) -> None:
    screen.types('/deadline moot D1 "settled"')
    with screen.desk.change(by=DARA) as change:
        change.session.add(
            Closure(court="cand", day=date(2018, 5, 18), name="Storm", recorded_by=DARA, recorded_at=change.now)
        )
        change.log("closure.recorded", subject="cand", case_id=None)
    told = screen.types('/deadline reopen D1 "the settlement failed"')
    assert "D1 would be due on *Monday 21 May 2018*" in told
    assert screen.deadline().due == date(2018, 5, 18)


def test_an_extension_tells_old_and_new_to_everybody(screen: Screen) -> None:
    told = screen.types('/deadline extend D1 4 June 2018 5pm "order on stipulation" https://ecf.example/30')
    assert "~Friday 18 May 2018~ → *Monday 4 June 2018, 5:00 pm*" in told
    assert "Order: order on stipulation" in told
    deadline = screen.deadline()
    assert deadline.due_at == datetime(2018, 6, 4, 17, 0, tzinfo=SAN_FRANCISCO)
    assert (deadline.note, deadline.link, deadline.is_fixed) == (
        "order on stipulation",
        "https://ecf.example/30",
        True,
    )
    assert screen.last.notices


def test_an_extension_by_an_order_on_the_docket_leads_to_it(screen: Screen) -> None:
    screen.types("/deadline extend D1 4 June 2018 O1")
    assert screen.deadline().link == "https://ecf.example/21"


def test_an_extension_without_an_order_says_what_is_missing(screen: Screen) -> None:
    assert "The order is missing" in screen.types("/deadline extend D1 4 June 2018")
    screen.types("/deadline extend D1")
    assert screen.form["callback_id"] == "deadline.extend"


def test_an_earlier_date_and_a_closed_day_are_remarked_on(screen: Screen) -> None:
    screen.types("/deadline extend D1")
    told = screen.submits(day="2018-05-12", reason="order")
    assert "earlier than before" in told
    assert "closed on Saturday 12 May 2018" in told


def test_a_past_date_in_the_form_is_remarked_on(screen: Screen) -> None:
    screen.types("/deadline extend D1")
    assert "Tuesday 1 May 2018 has passed" in screen.submits(day="2018-05-01", reason="order")


def test_a_stale_form_undoes_nothing(screen: Screen) -> None:
    screen.types("/deadline extend D1")
    form = screen.form
    screen.types('/deadline extend D1 11 June 2018 "a colleague\'s order"', by=DARA)
    told = screen.submits(view=form, day="2018-06-04", reason="order")
    assert "D1 was changed meanwhile; it is now due on Monday 11 June 2018" in told
    assert screen.deadline().due == date(2018, 6, 11)


# assigning


@pytest.mark.parametrize(
    ("typed", "owner", "backup"),
    [
        ("me", MAYA, None),
        (f"<@{LENA}|lena>", LENA, None),
        (f"<@{LENA}>", LENA, None),
        (f"to <@{LENA}|lena> backup <@{DARA}|dara>", LENA, DARA),
        (f"<@{LENA}|lena> with backup me", LENA, MAYA),
    ],
)
def test_people_are_named_as_slack_writes_them(screen: Screen, typed: str, owner: str, backup: str | None) -> None:
    told = screen.types(f"/deadline assign D1 {typed}")
    assert f"belongs to <@{owner}>" in told
    assert (screen.deadline().owner, screen.deadline().backup) == (owner, backup)


def test_the_new_owner_and_the_backup_get_a_letter_and_whoever_did_it_none(screen: Screen) -> None:
    screen.types(f"/deadline assign D1 <@{LENA}|lena> backup <@{DARA}|dara>")
    letters = screen.letters()
    assert set(letters) == {LENA, DARA}
    assert "<@U0MAYA> assigned *D1* to you. You owe it." in letters[LENA]
    assert "You are the backup, behind <@U0LENA>" in letters[DARA]
    assert "Friday 18 May 2018" in letters[LENA]
    screen.types("/deadline assign D1 me")
    assert screen.letters() == {}
    assert screen.deadline().backup == DARA


@pytest.mark.parametrize("typed", ["maya", "@maya", f"<@{LENA}> and <@{DARA}>", "<!channel>"])
def test_who_is_not_picked_from_slacks_list_is_not_guessed(screen: Screen, typed: str) -> None:
    assert "pick the person that Slack offers" in screen.types(f"/deadline assign D1 {typed}")
    assert screen.deadline().owner is None


def test_nobody_is_assigned_what_they_cannot_see(screen: Screen) -> None:
    told = screen.types(f"/deadline assign D1 <@{SOKHA}|sokha>")
    assert "<@U0SOKHA> is in no channel that follows the case of D1" in told
    screen.presses("deadline.assign", "D1")
    under_the_field = screen.submits(owner=SOKHA)
    assert "could not see it" in under_the_field
    assert "<@" not in under_the_field, "no field draws a mention"
    assert screen.deadline().owner is None


def test_an_owner_who_is_away_is_warned_about(screen: Screen) -> None:
    with screen.desk.store.writing() as session:
        session.add(
            Absence(
                person_id=LENA,
                first_day=date(2018, 5, 17),
                last_day=date(2018, 5, 20),
                recorded_by=LENA,
                recorded_at=datetime(2018, 5, 1, tzinfo=UTC),
            )
        )
    assert "is away until Sunday 20 May 2018" in screen.types(f"/deadline assign D1 <@{LENA}|lena>")


def test_the_form_can_leave_it_to_nobody(screen: Screen) -> None:
    screen.types(f"/deadline assign D1 <@{LENA}|lena> backup <@{DARA}|dara>")
    screen.presses("deadline.assign", "D1")
    assert "belongs to nobody" in screen.submits(owner=None, backup=None)
    assert "assigned like that already" in screen.types("/deadline assign D1 nobody")


# holding reminders


@pytest.mark.parametrize(
    "typed", ["2 days", "for 2 days", "until 9 May", "until 9 May 2018", "till Wednesday 9 May 2018"]
)
def test_reminders_are_held_as_it_is_typed(screen: Screen, typed: str) -> None:
    assert "held until Wednesday 9 May 2018" in screen.types(f"/deadline snooze D1 {typed}")
    assert "held until Wednesday 9 May 2018, by <@U0MAYA>" in screen.types("/deadline show D1", by=LENA)
    assert "come as usual again" in screen.types("/deadline snooze D1 off", by=LENA)
    assert "zzz" not in screen.types("/deadline show D1")


def test_too_long_a_pause_says_until_when_it_can_be(screen: Screen) -> None:
    assert "`/deadline snooze D1 until 15 May 2018`" in screen.types("/deadline snooze D1 until 17 May 2018")
    assert "`/deadline snooze D1 until 15 May 2018`" in screen.types("/deadline snooze D1 2 weeks")
    screen.presses("deadline.snooze", "D1")
    assert "Tuesday 15 May 2018 at the latest" in str(screen.form)
    assert "held until Tuesday 15 May 2018" in screen.submits()


def test_what_is_near_cannot_be_held_and_offers_no_button(screen: Screen, clock: PracticeClock) -> None:
    assert "deadline.snooze" in screen.types("/deadline show D1")
    clock.move_to(datetime(2018, 5, 15, 9, 0, tzinfo=SAN_FRANCISCO))
    assert "nothing holds its reminders" in screen.types("/deadline snooze D1")
    assert "nothing holds its reminders" in screen.presses("deadline.snooze", "D1")
    assert "deadline.snooze" not in screen.types("/deadline show D1")


# supposing


def test_supposing_another_service_shows_old_and_new_and_saves_nothing(screen: Screen) -> None:
    told = screen.types("/deadline whatif D1 served 4 May 2018 by mail")
    assert phrases.NOTHING_IS_SAVED in told
    assert "*D1* Objections to the magistrate judge" in told
    assert "~Friday 18 May 2018~ → *Monday 21 May 2018*" in told
    assert "3 days" in told
    assert screen.deadline().due == date(2018, 5, 18)
    assert "~Friday 18 May 2018~ → *Monday 21 May 2018*" in screen.types("/deadline whatif D1 served by mail")
    assert len(screen.log("deadline.moved")) == 0


def test_supposing_what_moves_nothing_says_so(screen: Screen) -> None:
    told = screen.types("/deadline whatif D1 served by hand")
    assert "stays on *Friday 18 May 2018*" in told


def test_supposing_another_day_of_entry_names_what_moves_too(screen: Screen) -> None:
    told = screen.types("/deadline whatif D2 entered 7 May 2018")
    assert "→ *Wednesday 6 June 2018*" in told
    assert phrases.WHATIF_ALSO in told


def test_supposing_a_closed_day_asks_the_whole_court_and_tells_only_what_one_may_see(screen: Screen) -> None:
    with screen.desk.change(by=SOKHA) as change:
        secret = cases.open_case(change, court="cand", docket_number="9", caption="Hidden", channel_id=ELSEWHERE)
        order = entries.record(
            change,
            case=secret,
            kind=EntryKind.ORDER,
            title="O",
            on_date=date(2018, 5, 4),
            trigger="order.nondispositive",
        )
        answers = deadlines.preview(
            change.session, change.book, case=secret, trigger="order.nondispositive", on_date=date(2018, 5, 4)
        )
        hidden = [deadlines.adopt(change, case=secret, entry=order, answer=answer) for answer in answers]
    told = screen.types("/deadline whatif closed 18 May 2018")
    assert "*D1*" in told
    assert all(f"*{deadline.ref}*" not in told for deadline in hidden)
    assert "*D1*" in screen.types("/deadline whatif D2 closed on 18 May 2018")


def test_a_rule_can_be_counted_without_saving_it(screen: Screen) -> None:
    for text in ("FRCP 72(a) from 4 May 2018 by mail", "C1 FRCP 72(a) from 4 May 2018, served by post"):
        told = screen.types(f"/deadline whatif {text}")
        assert "Monday 21 May 2018" in told
        assert phrases.NOTHING_IS_SAVED in told
    screen.types("/deadline whatif")
    assert "Friday 18 May 2018" in screen.submits(rule="FRCP 72(a)", start="2018-05-04")
    with screen.desk.look() as session:
        assert len(deadlines_of(session, [1])) == 2


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ({"what": "served", "service": "mail"}, "Monday 21 May 2018"),
        ({"what": "entered", "day": "2018-05-07"}, "Monday 21 May 2018"),
        ({"what": "closed", "day": "2018-05-18"}, "Monday 21 May 2018"),
        ({"what": "closed"}, "day: Say on which day."),
        ({"what": "served", "service": "none"}, "stays on"),
    ],
)
def test_the_form_supposes_the_same(screen: Screen, filled: dict[str, Any], told: str) -> None:
    screen.types("/deadline whatif D1")
    assert told in screen.submits(**filled)


def test_a_question_can_be_supposed_to_be_read_in_one_way(screen: Screen) -> None:
    with screen.desk.change(by=DARA) as change:
        case = cases.open_case(change, court="kh-phnompenh", docket_number="12", caption="X", channel_id=CHANNEL)
        served = date(2018, 5, 2)
        entry = entries.record(
            change,
            case=case,
            kind=EntryKind.SERVICE,
            title="Judgment served",
            on_date=served,
            trigger="kh.judgment.served",
            served_on=served,
        )
        answers = deadlines.preview(
            change.session, change.book, case=case, trigger="kh.judgment.served", on_date=served, served_on=served
        )
        appeal = next(answer for answer in answers if answer.rule == "kh-civil:264(1)")
        kept = deadlines.adopt(change, case=case, entry=entry, answer=appeal)
    ref = kept.ref
    told = screen.types(f"/deadline whatif {ref} kh-civil:roll rolls")
    assert "If “kh-civil:roll” is read as “rolls”" in told
    assert "→" in told
    assert "has no reading “sideways”" in screen.types(f"/deadline whatif {ref} kh-civil:roll sideways")
    assert "kh-civil:roll" in screen.types(f"/deadline whatif {ref}")
    assert "→" in screen.submits(what="kh-civil:roll rolls")
    assert "→" in screen.types("/deadline whatif C2 kh-civil:roll rolls")


@pytest.mark.parametrize("text", ["D1 eaten by the dog", "D1 served", "what would happen"])
def test_what_cannot_be_supposed_says_what_can(screen: Screen, text: str) -> None:
    assert "Suppose something about a deadline" in screen.types(f"/deadline whatif {text}")


def test_nothing_about_an_entry_moves_what_was_entered_by_hand(screen: Screen) -> None:
    screen.types("/deadline add 4 June 2018 Reply")
    assert "D3 was not counted from an entry" in screen.types("/deadline whatif D3 served by mail")


# twice


def test_a_command_that_slack_delivers_again_changes_nothing_twice(screen: Screen) -> None:
    for text in ("add 4 June 2018 Reply", "assign D1 me", "moot D2 settled", "snooze D1 2 days"):
        screen.types(f"/deadline {text}", receipt=f"R {text}")
        assert "nothing was changed a second time" in screen.types(f"/deadline {text}", receipt=f"R {text}")
    with screen.desk.look() as session:
        assert len(deadlines_of(session, [1])) == 2


def test_marks_in_a_title_are_data(screen: Screen) -> None:
    screen.types("/deadline add 4 June 2018 *Bold* _lines_ ~of~ `code` <!here>")
    card = screen.types("/deadline show D3")
    for mark in ("*Bold*", "_lines_", "~of~", "`code`", "<!here>"):
        assert mark not in card


def test_a_period_in_hours_needs_the_hour_it_runs_from(screen: Screen) -> None:
    with screen.desk.change(by=DARA) as change:
        cases.open_case(change, court="kh-phnompenh", docket_number="12", caption="X", channel_id=CHANNEL)
    hours = next(
        rule.id
        for rule in screen.desk.book.rules_of("kh-phnompenh")
        if any(limb.period and limb.period.unit is Unit.HOURS for version in rule.versions for limb in version.limbs)
    )
    screen.types("/deadline whatif")
    form = screen.form
    assert "time: " in screen.submits(view=form, case="C2", rule=hours, start="2018-05-04")
    assert "Sunday 6 May 2018" in screen.submits(view=form, case="C2", rule=hours, start="2018-05-04", time="09:00")
    assert "Sunday 6 May 2018" in screen.types(f"/deadline whatif C2 {hours} from 4 May 2018 9am")
    without_hour = screen.types(f"/deadline whatif C2 {hours} from 4 May 2018")
    assert "A period in hours needs the time at which it starts" in without_hour
    assert "6 May 2018" not in without_hour
    assert screen.last.view is None


def test_what_is_opened_again_after_its_entry_was_corrected_moves_and_says_so(screen: Screen) -> None:
    screen.types('/deadline moot D1 "settled"')
    with screen.desk.change(by=DARA) as change:
        order = change.session.get_one(Entry, 1)
        order.service = "mail"
        change.keep_entry(order)
        change.log("order.corrected", subject=order.ref, case_id=1)
    told = screen.types('/deadline reopen D1 "the settlement failed"')
    assert "~Friday 18 May 2018~ → *Monday 21 May 2018*, to be confirmed anew" in told
    assert screen.deadline().due == date(2018, 5, 21)
