"""What follows from changing an entry is shown before it is saved, by command, form and button; and done as shown."""

from datetime import timedelta

import pytest

from bot.clock import PracticeClock
from bot.docket import entries
from bot.docket.sight import Viewer, find_case
from bot.practice.people.actor import whole_text
from handlers import phrases
from storage.docket import (
    Deadline,
    DeadlineStatus,
    Entry,
    EntryKind,
    EntryStatus,
    deadline_by_ref,
    deadlines_of,
    entry_by_ref,
)
from tests.handlers.conftest import Team
from tests.handlers.test_flows import answer_to
from tests.handlers.test_main_story import record_the_order

MOVE = '/hearing move H1 25 June 2018 9:30am "clerk\'s notice"'


def entry(team: Team, ref: str = "H1") -> Entry:
    with team.desk.look() as session:
        found = entry_by_ref(session, ref)
    assert found
    return found


def deadline(team: Team, ref: str = "D1") -> Deadline:
    with team.desk.look() as session:
        found = deadline_by_ref(session, ref)
    assert found
    return found


def with_a_motion_hearing(team: Team) -> Team:
    """Schedule a hearing on 11 June 2018 from which deadlines are counted back."""
    team.with_a_case().dara.types("rainsy-us", "/hearing")
    filled = {"title": "Motion hearing", "day": "2018-06-11", "time": "09:30", "trigger": "hearing.set"}
    assert team.dara.submits(team.dara.waits_for_view("hearing.add"), filled).ok
    assert team.dara.submits(team.dara.waits_for_view("entry.save")).ok
    team.dara.waits_to_see("rainsy-us", "H1* is on the docket")
    return team


def test_a_move_that_moves_deadlines_is_shown_first_and_saved_as_shown(team: Team) -> None:
    with_a_motion_hearing(team)
    old = deadline(team).due
    team.dara.types("rainsy-us", MOVE)
    shown = team.dara.waits_to_see("rainsy-us", "Nothing is saved yet")
    assert "Monday 11 June 2018, 9:30 am" in shown.text
    assert "→ Monday 25 June 2018, 9:30 am" in shown.text
    assert (entry(team).on_date.isoformat(), deadline(team).due) == ("2018-06-11", old)
    team.dara.clicks(shown, "change.save")
    told = whole_text(team.maya.waits_to_see("rainsy-us", "H1 moved"))
    assert "to be confirmed anew" in told
    assert "By <@U0DARA>." in told
    assert deadline(team).due > old


def test_a_second_click_on_save_changes_nothing(team: Team) -> None:
    with_a_motion_hearing(team)
    team.dara.types("rainsy-us", MOVE)
    shown = team.dara.waits_to_see("rainsy-us", "Nothing is saved yet")
    team.dara.clicks(shown, "change.save")
    team.maya.waits_to_see("rainsy-us", "H1 moved")
    assert entry(team).sequence == 1
    assert not [each for each in team.dara.sees("rainsy-us") if "Nothing is saved yet" in whole_text(each)]


def test_what_changed_meanwhile_is_shown_anew_before_anything_is_saved(team: Team) -> None:
    with_a_motion_hearing(team)
    team.dara.types("rainsy-us", MOVE)
    shown = team.dara.waits_to_see("rainsy-us", "Nothing is saved yet")
    answer_to(team.maya, "/deadline done D1 ECF No. 21", "is done")
    team.dara.clicks(shown, "change.save")
    again = team.dara.waits_to_see("rainsy-us", "This changed while you looked at it")
    assert "Done or moot already, unchanged: D1" in whole_text(again)
    assert entry(team).on_date.isoformat() == "2018-06-11"
    team.dara.clicks(again, "change.save")
    team.maya.waits_to_see("rainsy-us", "H1 moved")
    assert entry(team).on_date.isoformat() == "2018-06-25"


def test_a_colleague_who_moved_it_meanwhile_is_not_overruled(team: Team) -> None:
    with_a_motion_hearing(team)
    team.dara.types("rainsy-us", MOVE)
    shown = team.dara.waits_to_see("rainsy-us", "Nothing is saved yet")
    team.maya.types("rainsy-us", '/hearing move H1 18 June 2018 9:30am "notice"')
    team.maya.clicks(team.maya.waits_to_see("rainsy-us", "Nothing is saved yet"), "change.save")
    team.maya.waits_to_see("rainsy-us", "H1 moved")
    team.dara.clicks(shown, "change.save")
    team.dara.waits_to_see("rainsy-us", "it is now Monday 18 June 2018, 9:30 am")
    assert entry(team).on_date.isoformat() == "2018-06-18"


def test_leaving_it_saves_nothing(team: Team) -> None:
    with_a_motion_hearing(team)
    team.dara.types("rainsy-us", MOVE)
    team.dara.clicks(team.dara.waits_to_see("rainsy-us", "Nothing is saved yet"), "command.run.leave")
    team.dara.waits_to_see("rainsy-us", "What happened to it")
    assert entry(team).sequence == 0


def test_each_deadline_can_be_chosen(team: Team) -> None:
    with_a_motion_hearing(team)
    old = deadline(team).due
    team.dara.types("rainsy-us", MOVE)
    team.dara.clicks(team.dara.waits_to_see("rainsy-us", "Nothing is saved yet"), "change.choose")
    form = team.dara.waits_for_view("change.save")
    ticked = next(block for block in form.body["blocks"] if block["block_id"] == "move.0")["element"]["initial_options"]
    assert team.dara.submits(form, {"move.0": [option for option in ticked if option["value"] != "D1"]}).ok
    told = whole_text(team.maya.waits_to_see("rainsy-us", "H1 moved"))
    assert "D1 Notice of a motion: keeps its date" in told.replace("*", "")
    assert deadline(team).due == old


def test_the_form_shows_what_follows_before_it_saves(team: Team) -> None:
    with_a_motion_hearing(team)
    team.maya.clicks(team.maya.waits_to_see("rainsy-us", "Motion hearing"), "entry.move")
    form = team.maya.waits_for_view("hearing.move")
    assert team.maya.submits(form, {"day": "2018-06-25", "time": "09:30", "reason": "notice"}).ok
    preview = team.maya.waits_for_view("change.save")
    assert entry(team).sequence == 0
    assert team.maya.submits(preview).ok
    team.dara.waits_to_see("rainsy-us", "H1 moved")
    assert entry(team).on_date.isoformat() == "2018-06-25"


def test_what_a_court_fixed_is_locked_and_named(team: Team) -> None:
    with_a_motion_hearing(team)
    answer_to(team.dara, '/deadline extend D1 4 June 2018 "Stipulated order"', "D1")
    team.dara.types("rainsy-us", MOVE)
    shown = team.dara.waits_to_see("rainsy-us", "a court fixed it: Stipulated order")
    assert "By the rule it would be" in whole_text(shown)
    team.dara.clicks(shown, "change.save")
    told = whole_text(team.maya.waits_to_see("rainsy-us", "H1 moved"))
    assert "did not move, still due on *Monday 4 June 2018*" in told
    assert deadline(team).due.isoformat() == "2018-06-04"


@pytest.mark.parametrize(
    ("action", "status", "told"),
    [
        ("change.save.moot", DeadlineStatus.MOOT, "no longer owed"),
        ("change.save.keep", DeadlineStatus.OPEN, "keeps its"),
    ],
)
def test_what_becomes_of_the_deadlines_of_a_vacated_hearing_is_asked(
    team: Team, action: str, status: DeadlineStatus, told: str
) -> None:
    with_a_motion_hearing(team)
    team.dara.types("rainsy-us", '/hearing vacate H1 "settled"')
    shown = team.dara.waits_to_see("rainsy-us", "Moot, or still owed?")
    assert entry(team).status is EntryStatus.STANDING
    team.dara.clicks(shown, action)
    assert told in whole_text(team.maya.waits_to_see("rainsy-us", "H1 vacated* in"))
    assert (entry(team).status, deadline(team).status) == (EntryStatus.VACATED, status)


class TestWhatCameOfIt:
    def ready(self, team: Team, clock: PracticeClock) -> Team:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
        clock.move_by(timedelta(days=23))
        return team

    def test_before_its_day_nothing_came_of_it(self, team: Team) -> None:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
        answer_to(team.dara, '/hearing held H1 "argued"', "nothing can have come of it yet")

    @pytest.mark.parametrize(
        ("typed", "told", "stands"),
        [
            ('held H1 "argued and submitted"', "H1 was held", "argued and submitted"),
            ("held H1 ruling reserved: in writing by June", "the ruling is reserved", "reserved: in writing by June"),
            ("adjourn H1 sine die court was full", "no date yet", "adjourned: court was full"),
            ("held H1 adjourned without date", "no date yet", "adjourned"),
        ],
    )
    def test_from_one_line(self, team: Team, clock: PracticeClock, typed: str, told: str, stands: str) -> None:
        self.ready(team, clock)
        answer_to(team.dara, f"/hearing {typed}", told)
        assert (entry(team).status, entry(team).outcome) == (EntryStatus.HELD, stands)
        card = whole_text(team.maya.waits_to_see("rainsy-us", "Written down by"))
        assert "Written down by <@U0DARA>" in card

    @pytest.mark.parametrize("verb", ["adjourn H1", "held H1 adjourned to"])
    def test_adjourned_to_another_day(self, team: Team, clock: PracticeClock, verb: str) -> None:
        self.ready(team, clock)
        answer_to(team.dara, f'/hearing {verb} 25 June 2018 9:30am "no time"', "H1 adjourned")
        assert (entry(team).outcome, entry(team, "H2").follows_id) == ("adjourned: no time", entry(team).key)
        told = whole_text(team.maya.waits_to_see("rainsy-us", "H1 adjourned"))
        assert "Monday 25 June 2018, 9:30 am" in told
        assert "(H2)" in told.replace("*", "")

    def test_from_the_buttons_of_the_card(self, team: Team, clock: PracticeClock) -> None:
        self.ready(team, clock)
        card = team.maya.waits_to_see("rainsy-us", "recorded by")
        team.maya.clicks(card, "entry.more", "adjourn H1")
        form = team.maya.waits_for_view("hearing.held")
        refused = team.maya.submits(form, {"day": "2018-06-25"})
        assert refused.errors == {"time": phrases.HEARING_HELD_BOTH_OR_NONE}
        assert team.maya.submits(form, {"upshot": "held", "day": "2018-06-25", "time": "09:30"}).errors
        filled = {"upshot": "adjourned", "day": "2018-06-25", "time": "09:30", "outcome": "no time"}
        assert team.maya.submits(form, filled).ok
        team.dara.waits_to_see("rainsy-us", "H1 adjourned")
        assert entry(team, "H2").on_date.isoformat() == "2018-06-25"
        team.maya.clicks(card, "entry.more", "held H1")
        team.maya.waits_to_see("rainsy-us", "held already")

    def test_vacated_by_the_court_needs_a_reason(self, team: Team, clock: PracticeClock) -> None:
        self.ready(team, clock)
        team.dara.types("rainsy-us", "/hearing held H1")
        form = team.dara.waits_for_view("hearing.held")
        assert team.dara.submits(form, {"upshot": "vacated"}).errors
        assert team.dara.submits(form, {"upshot": "vacated", "outcome": "judge ill"}).ok
        team.maya.waits_to_see("rainsy-us", "H1 vacated")
        assert entry(team).status is EntryStatus.VACATED

    def test_held_in_the_form(self, team: Team, clock: PracticeClock) -> None:
        self.ready(team, clock)
        team.dara.types("rainsy-us", "/hearing held H1")
        form = team.dara.waits_for_view("hearing.held")
        assert team.dara.submits(form, {"upshot": "reserved", "outcome": "in writing"}).ok
        team.maya.waits_to_see("rainsy-us", "the ruling is reserved")
        answer_to(team.dara, '/hearing move H1 25 June 2018 9am "notice"', "held already")

    def test_the_deadlines_of_an_adjourned_hearing_are_shown_and_go_along(
        self, team: Team, clock: PracticeClock
    ) -> None:
        with_a_motion_hearing(team)
        clock.move_by(timedelta(days=35))
        team.dara.types("rainsy-us", '/hearing adjourn H1 25 June 2018 9:30am "no time"')
        shown = team.dara.waits_to_see("rainsy-us", "Nothing is saved yet")
        team.dara.clicks(shown, "change.save")
        team.maya.waits_to_see("rainsy-us", "H1 adjourned")
        assert deadline(team).entry_id == entry(team, "H2").key


class TestCorrecting:
    def test_a_corrected_service_date_is_shown_and_moves_what_runs_from_it(self, team: Team) -> None:
        record_the_order(team.with_a_case())
        team.dara.types("rainsy-us", '/order edit O1 served 8 May 2018 "the receipt says so"')
        shown = team.dara.waits_to_see("rainsy-us", "Nothing is saved yet")
        assert "Friday 18 May 2018" in whole_text(shown)
        assert "Tuesday 22 May 2018" in whole_text(shown)
        team.dara.clicks(shown, "change.save")
        told = whole_text(team.maya.waits_to_see("rainsy-us", "O1 corrected* in"))
        assert "Served on: ~none~ → *Tuesday 8 May 2018*" in told
        assert deadline(team).due.isoformat() == "2018-05-22"

    @pytest.mark.parametrize(
        ("typed", "caution"),
        [
            ("served 20 May 2018", "that day has not come yet"),
            ("served 1 March 2018", "before it was entered"),
            ("entered 20 June 2018", "has not come yet"),
        ],
    )
    def test_a_date_that_cannot_be_right_is_asked_about_though_no_deadline_moves(
        self, team: Team, typed: str, caution: str
    ) -> None:
        team.with_a_case()
        with team.desk.change(by="U0DARA") as change:
            case = find_case(change.session, Viewer(person_id="U0DARA"), "C1")
            entries.record(change, case=case, kind=EntryKind.ORDER, title="Order", on_date=change.now.date())
        team.dara.types("rainsy-us", f'/order edit O1 {typed} "the receipt"')
        shown = team.dara.waits_to_see("rainsy-us", "Nothing is saved yet")
        assert caution in whole_text(shown)
        assert entry(team, "O1").sequence == 0
        team.dara.clicks(shown, "change.save")
        team.maya.waits_to_see("rainsy-us", "O1 corrected* in")

    @pytest.mark.parametrize(
        ("typed", "column", "value"),
        [
            ("place Courtroom 5, 15th floor", "place", "Courtroom 5, 15th floor"),
            ("title Oral argument on costs", "title", "Oral argument on costs"),
            ("note “bring two copies”", "note", "bring two copies"),
            ("link <https://example.org/a>", "link", "https://example.org/a"),
            ("owner me", "owner", "U0DARA"),
            ("owner <@U0MAYA|maya>", "owner", "U0MAYA"),
        ],
    )
    def test_words_are_corrected_from_one_line(self, team: Team, typed: str, column: str, value: str) -> None:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
        answer_to(team.dara, f"/hearing edit H1 {typed}", "H1 corrected")
        assert getattr(entry(team), column) == value

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("H1 colour red", "I know no “colour” to correct"),
            ("H1 title", "Type what it shall be"),
            ("H1 title Oral argument", "says that already"),
            ("H1 owner Napoleon", "I found no person in “Napoleon”"),
            ("H1 owner <@U0SOKH|sokha>", "could not see it"),
            ("H1 link nonsense", phrases.LINK_IS_NO_ADDRESS[:20]),
            ('H1 entered 4 May 2018 "x"', "A hearing is moved"),
            ("H9 title X", "I know no “H9”"),
            ("", "Say which one"),
        ],
    )
    def test_what_cannot_be_taken_says_what_to_type(self, team: Team, typed: str, told: str) -> None:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
        answer_to(team.dara, f"/hearing edit {typed}", told)
        assert entry(team).sequence == 0

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ('service pigeon "x"', "I know no service “pigeon”"),
            ("served 8 May 2018", "reason"),
            ('trigger order.nonsense "x"', "order.nonsense"),
        ],
    )
    def test_what_dates_are_counted_from_is_taken_with_care(self, team: Team, typed: str, told: str) -> None:
        record_the_order(team.with_a_case())
        answer_to(team.dara, f"/order edit O1 {typed}", told)
        assert entry(team, "O1").sequence == 0

    def test_another_trigger_offers_what_would_follow(self, team: Team) -> None:
        record_the_order(team.with_a_case())
        team.dara.types("rainsy-us", '/order edit O1 trigger judgment.final "it ends the case"')
        form = team.dara.waits_for_view("change.save")
        assert {block["block_id"] for block in form.body["blocks"]} >= {"moot.0", "new.0", "owner"}
        assert team.dara.submits(form, {"owner": "U0MAYA"}).ok
        told = whole_text(team.maya.waits_to_see("rainsy-us", "O1 corrected* in"))
        assert "no longer owed" in told
        assert "to be confirmed" in told
        assert deadline(team).status is DeadlineStatus.MOOT
        with team.desk.look() as session:
            owed = [each for each in deadlines_of(session, [1]) if each.owner == "U0MAYA"]
        assert owed
        assert not any(each.confirmed_by for each in owed)

    def test_the_form_corrects_and_asks_for_the_reason(self, team: Team) -> None:
        record_the_order(team.with_a_case())
        card = team.maya.waits_to_see("rainsy-us", "Order denying")
        team.maya.clicks(card, "entry.more", "edit O1")
        form = team.maya.waits_for_view("entry.edit")
        assert team.maya.submits(form, {"served": "2018-05-08"}).errors == {"reason": phrases.ENTRY_EDIT_REASON_NEEDED}
        assert team.maya.submits(form, {"served": "2018-05-08", "reason": "the receipt", "note": "checked"}).ok
        assert team.maya.submits(team.maya.waits_for_view("change.save")).ok
        team.dara.waits_to_see("rainsy-us", "O1 corrected")
        assert (entry(team, "O1").note, deadline(team).due.isoformat()) == ("checked", "2018-05-22")

    def test_a_form_that_is_stale_overwrites_nothing(self, team: Team) -> None:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
        team.dara.types("rainsy-us", "/hearing edit H1")
        form = team.dara.waits_for_view("entry.edit")
        answer_to(team.maya, "/hearing edit H1 place Courtroom 5", "H1 corrected")
        refused = team.dara.submits(form, {"place": "Courtroom 6"})
        assert refused.errors
        assert "changed meanwhile by @maya" in next(iter(refused.errors.values()))


class TestWithdrawing:
    def test_its_deadlines_are_asked_about_and_it_stays_with_its_reason(self, team: Team) -> None:
        record_the_order(team.with_a_case())
        team.dara.types("rainsy-us", '/order withdraw O1 "recorded twice"')
        shown = team.dara.waits_to_see("rainsy-us", "Moot, or still owed?")
        team.dara.clicks(shown, "change.save.moot")
        told = whole_text(team.maya.waits_to_see("rainsy-us", "O1 withdrawn* in"))
        assert "Reason: recorded twice" in told
        assert deadline(team).status is DeadlineStatus.MOOT
        answer_to(team.maya, "/order show O1", "WITHDRAWN")

    def test_from_the_form_each_deadline_is_chosen(self, team: Team) -> None:
        record_the_order(team.with_a_case())
        team.dara.types("rainsy-us", "/order withdraw O1")
        form = team.dara.waits_for_view("entry.withdraw")
        assert team.dara.submits(form, {"why": "court", "reason": "vacated on appeal"}).ok
        assert team.dara.submits(team.dara.waits_for_view("change.save"), {"moot.0": []}).ok
        told = whole_text(team.maya.waits_to_see("rainsy-us", "O1 withdrawn* in"))
        assert "Withdrawn by the court: vacated on appeal" in told
        assert "keeps its date" in told
        assert deadline(team).status is DeadlineStatus.OPEN


class TestReading:
    def test_lists_tell_what_was_and_what_is_ahead(self, team: Team, clock: PracticeClock) -> None:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am First", "H1* is on the docket")
        clock.move_by(timedelta(days=30))
        answer_to(team.dara, "/hearing add 25 June 2018 9:30am Second", "H2* is on the docket")
        assert "Second" not in answer_to(team.dara, "/hearing list past", "Hearings: past")
        assert "First" not in answer_to(team.dara, "/hearing list C1 ahead", "Hearings: ahead")

    def test_an_entry_tells_what_happened_to_it(self, team: Team) -> None:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
        answer_to(team.maya, '/hearing move H1 4 June 2018 9:30am "clerk\'s notice"', "H1 moved")
        answer_to(team.maya, "/hearing edit H1 place Courtroom 5", "H1 corrected")
        told = answer_to(team.dara, "/hearing show H1", "What happened to it")
        assert "scheduled by <@U0DARA>" in told
        assert "moved from Wednesday 30 May 2018, 9:30 am to Monday 4 June 2018, 9:30 am by <@U0MAYA>" in told
        assert "corrected: Place: ~none~ → *Courtroom 5*" in told

    def test_who_appears_is_named_when_it_is_scheduled(self, team: Team) -> None:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument <@U0MAYA|maya>", "H1* is on the docket")
        assert (entry(team).owner, entry(team).title) == ("U0MAYA", "Oral argument")
        assert "appears: <@U0MAYA>" in answer_to(team.dara, "/hearing show H1", "appears")


class TestEdges:
    def test_a_period_in_hours_asks_for_the_time_when_a_trigger_needs_it(self, team: Team) -> None:
        answer_to(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "is on the docket")
        team.dara.types("rainsy-us", "/order add 4 May 2018 Arrived at the police station")
        form = team.dara.waits_for_view("entry.preview")
        assert team.dara.submits(form, {"trigger": "none", "service": "none"}).ok
        assert team.dara.submits(team.dara.waits_for_view("entry.save")).ok
        team.dara.waits_to_see("rainsy-us", "O1* is on the docket")
        team.dara.types("rainsy-us", "/order edit O1")
        form = team.dara.waits_for_view("entry.edit")
        filled: dict[str, object] = {"trigger": "kh.criminal.custody", "reason": "it is"}
        assert team.dara.submits(form, filled).errors == {"time": phrases.TIME_IS_NEEDED}
        assert team.dara.submits(form, {**filled, "time": "10:23"}).ok
        assert team.dara.submits(team.dara.waits_for_view("change.save")).ok
        team.dara.waits_to_see("rainsy-us", "O1 corrected")
        assert deadline(team).entry_id == entry(team, "O1").key
        team.dara.types("rainsy-us", '/order edit O1 entered 7 May 2018 "the stamp"')
        shown = team.dara.waits_to_see("rainsy-us", "Nothing is saved yet")
        team.dara.clicks(shown, "change.save")
        team.workspace.wait_for(lambda: entry(team, "O1").sequence == 2)
        moved = entry(team, "O1")
        assert moved.starts_at
        assert (moved.on_date.isoformat(), f"{moved.starts_at:%Y-%m-%d %H:%M}") == ("2018-05-07", "2018-05-07 03:23")

    @pytest.mark.parametrize(
        ("typed", "column", "value"),
        [
            ('served none "it was not"', "served_on", None),
            ('service none "it was not"', "service", ""),
            ("link none", "link", ""),
            ("owner nobody", "owner", None),
            ("note none", "note", ""),
            ('trigger none "it starts nothing"', "trigger", None),
        ],
    )
    def test_what_an_order_says_can_be_taken_away(self, team: Team, typed: str, column: str, value: object) -> None:
        team.with_a_case().dara.types("rainsy-us", "/order add 4 May 2018 Order")
        form = team.dara.waits_for_view("entry.preview")
        filled = {
            "trigger": "order.nondispositive",
            "service": "ecf",
            "served": "2018-05-07",
            "owner": "U0DARA",
            "link": "https://example.org/a",
        }
        assert team.dara.submits(form, filled).ok
        assert team.dara.submits(team.dara.waits_for_view("entry.save"), {"keep.0": []}).ok
        team.dara.waits_to_see("rainsy-us", "O1* is on the docket")
        assert entry(team, "O1").owner == "U0DARA"
        if column == "note":
            answer_to(team.dara, "/order edit O1 note see p. 3", "O1 corrected")
        answer_to(team.dara, f"/order edit O1 {typed}", "O1 corrected")
        team.workspace.wait_for(lambda: getattr(entry(team, "O1"), column) == value)

    def test_a_stranger_learns_nothing_from_any_verb(self, team: Team) -> None:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
        for verb in ('held H1 "x"', 'adjourn H1 sine die "x"', "edit H1 title X", 'withdraw H1 "x"', "vacate H1"):
            answer_to(team.stranger, f"/hearing {verb}", "I know no “H1”", "elsewhere")
        assert entry(team).sequence == 0

    def test_a_reason_too_long_for_a_button_is_given_in_the_form(self, team: Team) -> None:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
        for verb, form in (
            ("move H1 4 June 2018 9:30am", "hearing.move"),
            ("vacate H1", "hearing.vacate"),
            ("withdraw H1", "entry.withdraw"),
            ("held H1", "hearing.held"),
        ):
            team.dara.types("rainsy-us", f'/hearing {verb} "{"because " * 50}"')
            team.dara.closes(team.dara.waits_for_view(form), everything=True)
        assert entry(team).sequence == 0

    def test_an_ambiguous_day_of_an_adjournment_is_asked_about(self, team: Team, clock: PracticeClock) -> None:
        team.with_a_case()
        answer_to(team.dara, "/hearing add 30 May 2018 9:30am Oral argument", "H1* is on the docket")
        clock.move_by(timedelta(days=23))
        team.dara.types("rainsy-us", '/hearing held H1 "adjourned to 04/07/2018 9:30am no time"')
        question = team.dara.waits_to_see("rainsy-us", "Wednesday 4 July 2018")
        assert entry(team).status is EntryStatus.STANDING
        team.dara.clicks(question, "command.run.0")
        team.maya.waits_to_see("rainsy-us", "H1 adjourned")
        assert entry(team).outcome == "adjourned: no time"
        assert entry(team, "H2").on_date.isoformat() in ("2018-07-04", "2018-04-07")
