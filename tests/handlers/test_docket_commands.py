"""`/docket` and `/case` as people use them: search, undo, settings, days away, the log; and that nothing leaks."""

from datetime import date, timedelta
from threading import Event, Timer
from typing import Any

import pytest
from slack_sdk import WebClient
from sqlmodel import select

from bot.clock import PracticeClock
from bot.practice import Message, View
from bot.practice.people.actor import whole_text
from handlers import members, phrases
from handlers.cards import LEASE, Noticeboard
from handlers.commands.nearest import meant
from handlers.requests import Request, from_event
from handlers.roster import Roster
from storage.cases import Case, Membership, Person, channels_of_case
from storage.docket import EntryStatus, entry_by_ref
from storage.log import AuditEntry
from storage.reminders import Reminder, ReminderState
from storage.settings import settings_of
from storage.slack import Card, claim_card, remember_card
from tests.handlers.conftest import CASE, Team
from tests.handlers.test_flows import answer_to
from tests.handlers.test_main_story import record_the_order
from tests.judges import judge_view

HERE = "rainsy-us"


def a_hearing(team: Team) -> None:
    answer_to(team.dara, "/hearing add 18 May 2018 9:30am Oral argument", "H1* is on the docket")


def opened(team: Team, command: str, callback: str) -> View:
    """Return the form that a command opens, which all three judges pass."""
    team.dara.types(HERE, command)
    form = team.dara.waits_for_view(callback)
    judge_view({key: form.body[key] for key in ("type", "title", "blocks", "submit", "close") if key in form.body})
    return form


def asks_to_undo(team: Team) -> Message:
    team.dara.types(HERE, "/docket undo")
    return team.dara.waits_to_see(HERE, phrases.UNDO_TITLE)


def test_the_agenda_is_told_day_by_day_overdue_first_with_the_closed_days(team: Team, clock: PracticeClock) -> None:
    team.with_a_case()
    a_hearing(team)
    record_the_order(team)
    told = answer_to(team.dara, "/docket", "Friday 18 May 2018")
    assert "in 11 days" in told
    assert told.index("Oral argument") < told.index("Objections")
    assert "unconfirmed" in told
    assert phrases.NO_OWNER in told
    clock.move_by(timedelta(days=12))
    told = answer_to(team.dara, "/docket", "Overdue")
    assert "was due Friday 18 May 2018, 11:59 pm court time" in told
    assert "Mon 28 May 2018" in told


def test_reminders_that_fail_are_told_to_those_whose_cases_they_are_about(team: Team) -> None:
    team.with_a_case()
    a_hearing(team)
    now = team.desk.clock.now()
    with team.desk.store.writing() as session:
        for channel in (team.workspace.channel(HERE).id, "C0ELSEWHERE"):
            session.add(
                Reminder(
                    subject="H1",
                    channel_id=channel,
                    step="7d",
                    target=now,
                    due_at=now,
                    not_before=now,
                    state=ReminderState.PLANNED,
                    trouble="not_in_channel",
                )
            )
    told = answer_to(team.dara, "/docket", "could not be delivered")
    assert phrases.REMINDER_TROUBLES["not_in_channel"] in told
    assert phrases.REMINDER_OTHER_CHANNEL in told
    assert "C0ELSEWHERE" not in told
    assert "could not be delivered" not in answer_to(team.stranger, "/docket", "Nothing is on", "elsewhere")


def test_a_search_finds_words_ids_and_names_and_turns_its_pages(team: Team) -> None:
    team.with_a_case()
    for number in range(1, 13):
        answer_to(team.dara, f"/hearing add {number + 7} May 2018 9:30am Argument {number}", f"*H{number}* is on")
    first = answer_to(team.dara, "/docket search argument", "12 found")
    assert "1 to 10 of 12" in first
    team.dara.clicks(team.dara.waits_to_see(HERE, "1 to 10 of 12"), "command.run.later")
    team.dara.waits_to_see(HERE, "11 to 12 of 12")
    assert "C1" in answer_to(team.dara, "/docket search 3:18-mc-80024", "1 found")
    assert "Argument 7" in answer_to(team.dara, "/docket find h7", "1 found")
    answer_to(team.dara, "/docket search 100% <!channel>", "Nothing that you may see")


def test_a_search_alone_asks_for_its_words(team: Team) -> None:
    team.with_a_case()
    a_hearing(team)
    form = opened(team, "/docket search", "docket.search")
    assert "words" in (team.dara.submits(form, {"words": '""'}).errors or {})
    assert team.dara.submits(form, {"words": "oral"}).ok
    team.dara.waits_to_see(HERE, "1 found")


def test_the_last_change_is_shown_undone_once_and_told_to_the_channel(team: Team) -> None:
    team.with_a_case()
    a_hearing(team)
    answer_to(team.dara, '/hearing move H1 21 May 2018 10am "notice"', "H1 moved")
    question = asks_to_undo(team)
    assert "Monday 21 May 2018, 10:00 (PDT) → Friday 18 May 2018, 09:30 (PDT)" in whole_text(question)
    team.dara.clicks(question, "deed.undo")
    team.dara.waits_to_see(HERE, "Undone: hearing moved")
    assert "H1" in whole_text(team.maya.waits_to_see(HERE, "undid"))
    team.dara.clicks(question, "deed.undo")
    team.dara.waits_to_see(HERE, "nothing of yours to undo")
    with team.desk.look() as session:
        hearing = entry_by_ref(session, "H1")
    assert hearing
    assert (hearing.on_date.day, hearing.status) == (18, EntryStatus.STANDING)


def test_undoing_what_a_colleague_did_is_refused(team: Team) -> None:
    team.with_a_case()
    a_hearing(team)
    answer_to(team.maya, "/docket undo", "nothing of yours")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("language khmer", "Khmer"),
        ("blind on", "Blind confirmation: on"),
        ("reminders 20 10 1", "20, 10, 1 days before"),
        ("hearings 5 1", "5, 1 days before"),
        ("hour 8:15", "08:15"),
        ("zone Phnom Penh", "Asia/Phnom_Penh"),
        ("quiet 21:00 to 7:00", "21:00 to 07:00"),
        ("digest off", "Daily and weekly digest: off"),
        ("digest 7am", "07:00"),
        ("colour blue", "I know no setting “colour”"),
        ("quiet", "Say to what"),
        ("reminders default", "That is how it is already"),
        ("reminders 30 14", "The last of these reminders"),
        ("show", "Settings of"),
    ],
)
def test_settings_are_typed_one_at_a_time(team: Team, typed: str, expected: str) -> None:
    team.with_a_case()
    answer_to(team.dara, f"/docket settings {typed}", expected)


def test_another_ladder_plans_the_channels_reminders_anew(team: Team) -> None:
    a_hearing(team.with_a_case())
    answer_to(team.dara, "/docket settings hearings 10 2", "Saved")
    with team.desk.look() as session:
        planned = session.exec(select(Reminder).where(Reminder.subject == "H1")).all()
    days = {row.due_at.date() for row in planned if row.state is ReminderState.PLANNED}
    assert date(2018, 5, 8) in days, "ten days before"
    assert date(2018, 5, 11) not in days, "seven days before"


def test_settings_from_the_form(team: Team) -> None:
    team.with_a_case()
    form = opened(team, "/docket settings", "settings.save")
    wrong = {"reminders": "30 14", "hearings": "1", "zone": "Paris"}
    assert "reminders" in (team.dara.submits(form, wrong).errors or {})
    lonely = team.dara.submits(form, {"reminders": "", "quiet_from": "21:00"}).errors
    assert lonely == {"quiet_from": "Quiet hours need a beginning and another end, at most 16 hours later: "
                      "`21:00 to 7:00`, or `off`."}  # fmt: skip
    right = {"blind": "on", "reminders": "20 1", "hour": "08:15", "quiet_from": "21:00", "quiet_until": "07:00"}
    assert team.dara.submits(form, right).ok
    team.dara.waits_to_see(HERE, "Saved. From now on")
    again = opened(team, "/docket settings", "settings.save")
    assert team.dara.submits(again, right | {"reminders": "20 1"}).ok
    team.dara.waits_to_see(HERE, phrases.SETTINGS_UNCHANGED)
    with team.desk.look() as session:
        chosen = settings_of(session, team.workspace.channel(HERE).id)
    assert (chosen.ladder, chosen.at_hour, chosen.quiet_until, chosen.is_blind) == ([20, 1], "08:15", "07:00", True)


def test_the_days_away_of_the_help_are_those_of_next_year(team: Team) -> None:
    answer_to(team.dara, "/docket help", "/docket away 1 July 2019 to 14 July 2019")


def test_only_people_of_a_channel_choose_for_it(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/docket settings blind on", phrases.SETTINGS_ONLY_INSIDE, team.dara.dm.id)
    form = opened(team, "/docket settings", "settings.save")
    team.dara.leaves(HERE)
    channel = team.workspace.channel(HERE).id

    def has_left() -> bool:
        with team.desk.look() as session:
            return session.get(Membership, (channel, "U0DARA")) is None

    team.workspace.wait_for(has_left)
    assert phrases.SETTINGS_ONLY_INSIDE in (team.dara.submits(form, {"blind": "on"}).errors or {}).values()


def test_a_language_is_chosen_by_word_or_by_button(team: Team) -> None:
    answer_to(team.dara, "/docket language klingon", "I do not speak")
    team.dara.types(HERE, "/docket language")
    asked = team.dara.waits_to_see(HERE, phrases.LANGUAGE_WHICH)
    team.dara.clicks(asked, "command.run.km")

    def speaks_khmer() -> bool:
        with team.desk.look() as session:
            person = session.get(Person, "U0DARA")
            return person is not None and person.language == "km"

    assert team.workspace.wait_for(speaks_khmer)


def test_days_away_are_typed_listed_and_taken_back(team: Team) -> None:
    answer_to(team.dara, "/docket away", "no days away")
    answer_to(team.dara, "/docket away 1 July 2018 to 14 July 2018 leave", "Saturday 14 July 2018 (number 1)")
    answer_to(team.dara, "/docket away 20 July 2018", "Friday 20 July 2018 to Friday 20 July 2018")
    answer_to(team.dara, "/docket away 9 July 2018 to 2 July 2018", "comes before the first")
    answer_to(team.dara, "/docket away withdraw", "Say which")
    listed = answer_to(team.dara, "/docket away list", "leave")
    assert "Sunday 1 July 2018 to Saturday 14 July 2018" in listed
    answer_to(team.dara, "/docket away withdraw 1", "Taken back")
    answer_to(team.maya, "/docket away withdraw 2", "You have no absence number")


def test_what_falls_into_the_days_away_is_said_at_once(team: Team) -> None:
    record_the_order(team.with_a_case())
    answer_to(team.dara, "/deadline assign D1 @dara", "D1")
    told = answer_to(team.dara, "/docket away 16 May 2018 to 25 May 2018", "You are away")
    assert "*D1*" in told
    assert "*D2*" not in told
    assert "*D1*" not in answer_to(team.maya, "/docket away 16 May 2018 to 25 May 2018", "You are away")


def test_days_away_from_the_form(team: Team) -> None:
    team.dara.types(HERE, "/docket away")
    team.dara.clicks(team.dara.waits_to_see(HERE, "no days away"), "away.open")
    form = team.dara.waits_for_view("away.save")
    assert "last" in (team.dara.submits(form, {"first": "2018-07-14", "last": "2018-07-01"}).errors or {})
    assert team.dara.submits(form, {"first": "2018-07-01", "last": "2018-07-14"}).ok
    team.dara.waits_to_see(HERE, "You are away")


def test_the_log_tells_who_did_what_and_whether_it_holds(team: Team) -> None:
    team.with_a_case()
    a_hearing(team)
    answer_to(team.dara, '/hearing move H1 21 May 2018 10am "notice"', "H1 moved")
    told = answer_to(team.dara, "/docket audit H1", "The log of H1")
    assert "hearing moved" in told
    assert "Reason: notice" in told
    assert "case opened" not in told
    answer_to(team.dara, "/docket audit C1", "case opened")
    answer_to(team.dara, "/docket audit D9", "I know no “D9”")
    answer_to(team.dara, "/docket settings blind on", "Saved")
    assert "settings changed" in answer_to(team.maya, "/docket audit", "The log")
    answer_to(team.dara, "/docket audit verify", "The log holds")
    with team.desk.store.writing() as session:
        line = session.exec(select(AuditEntry)).first()
        assert line
        line.actor = "U0SOKH"
        session.add(line)
    answer_to(team.dara, "/docket audit verify", "does not hold")


def test_a_case_tells_who_sees_it_and_what_is_ahead(team: Team) -> None:
    team.with_a_case()
    a_hearing(team)
    told = answer_to(team.dara, "/case show", "May be seen by")
    for words in ("1 hearings ahead", "Next hearing: Friday 18 May 2018, H1", "U0MAYA", "Followed by"):
        assert words in told


def test_a_case_is_edited_from_its_form(team: Team) -> None:
    team.with_a_case()
    form = opened(team, "/case edit", "case.edit")
    assert team.dara.submits(form, {"caption": "Rainsy (application)", "alias": "HERON"}).ok
    assert "HERON" in whole_text(team.maya.waits_to_see(HERE, "is named anew"))


def test_a_case_is_closed_and_opened_again(team: Team) -> None:
    team.with_a_case()
    assert "reason" in opened(team, "/case close", "case.close").body["blocks"][1]["block_id"]
    answer_to(team.dara, '/case close C1 "judgment is final"', "is closed. Reason: judgment is final")
    answer_to(team.dara, "/hearing add 18 May 2018 9:30am Late", "C1 is closed")
    assert "Closed" in answer_to(team.dara, "/case show C1", "Monday 7 May 2018")
    form = opened(team, "/case reopen", "case.reopen")
    assert team.dara.submits(form, {"case": "C1"}).ok
    team.maya.waits_to_see(HERE, "is open again")
    answer_to(team.dara, "/case reopen", phrases.NO_CLOSED_CASE)


def test_a_channel_follows_and_unfollows_by_form_and_the_last_one_cannot_let_go(team: Team) -> None:
    team.with_a_case()
    answer_to(team.dara, "/case unlink C1", "only channel that follows C1")
    team.dara.types("rainsy-kh", "/case link")
    assert team.dara.submits(team.dara.waits_for_view("case.link"), {"case": "C1"}).ok
    team.dara.waits_to_see("rainsy-kh", "follows *C1* now")
    form = opened(team, "/case unlink", "case.unlink")
    assert team.dara.submits(form, {"case": "C1"}).ok
    team.dara.waits_to_see(HERE, "no longer follows")
    with team.desk.look() as session:
        assert channels_of_case(session, 1) == [team.workspace.channel("rainsy-kh").id]
    answer_to(team.maya, "/case show C1", "I know no “C1”")


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("/hearing cancel H1", "/hearing vacate"),
        ("/hearing postpone H1", "/hearing move"),
        ("/case remove C1", "/case unlink"),
        ("/hearing search argument", "/docket search argument"),
        ("/case delet C1", "/case"),
    ],
)
def test_an_unknown_verb_gets_the_nearest_by_meaning(team: Team, typed: str, suggested: str) -> None:
    answer_to(team.dara, typed, suggested)


def test_the_nearest_verb_runs_by_its_button(team: Team) -> None:
    team.with_a_case()
    a_hearing(team)
    team.dara.types(HERE, "/hearing search oral")
    team.dara.clicks(team.dara.waits_to_see(HERE, "/docket search oral"), "command.run.nearest")
    team.dara.waits_to_see(HERE, "1 found")


def test_a_slip_of_the_finger_comes_before_a_meaning() -> None:
    verbs = ("add", "list", "move", "vacate")
    assert meant("vacat", verbs) == ("vacate", False)
    assert meant("undo", verbs, elsewhere=("undo",)) == ("undo", True)
    assert meant("zzz", verbs)[0] in verbs


@pytest.mark.parametrize(
    ("word", "verbs", "found"),
    [
        ("move", ("done", "moot", "extend", "confirm"), "extend"),
        ("confirm", ("adjourn", "list"), "list"),
        ("today", ("list", "undo"), "list"),
        ("mot", ("moot", "show"), "moot"),
        ("cancel", ("add", "vacate"), "vacate"),
    ],
)
def test_what_harms_is_named_only_by_its_meaning(word: str, verbs: tuple[str, ...], found: str) -> None:
    assert meant(word, verbs)[0] == found


def test_what_harms_is_named_and_not_run_by_one_press(team: Team) -> None:
    team.dara.types(HERE, "/hearing cancel H1")
    shown = team.dara.waits_to_see(HERE, "/hearing vacate")
    assert "command.run.nearest" not in str(shown)


@pytest.mark.parametrize(
    "typed",
    [
        *("/docket", "/docket list", "/docket closed", "/docket search rainsy", "/docket search H1", "/docket undo"),
        *("/docket search oral", "/docket search 80024", "/docket search C1", "/docket audit", "/docket audit H1"),
        *("/docket audit C1", "/case show C1", "/case list", "/case edit C1", "/case close C1 over", "/case reopen C1"),
        *("/case link C1", "/case unlink C1", "/case link", "/case unlink", "/case edit", "/case close", "/case show"),
        *("/docket settings show", "/docket help", "/docket away", "/docket audit verify", "/docket export csv C1"),
    ],
)
def test_a_stranger_learns_nothing_whatever_they_type(team: Team, typed: str) -> None:
    team.with_a_case()
    a_hearing(team)
    before = len(team.stranger.sees("elsewhere"))
    team.stranger.types("elsewhere", typed)
    team.workspace.wait_for(lambda: len(team.stranger.sees("elsewhere")) > before)
    told = " ".join(whole_text(each) for each in team.stranger.sees("elsewhere")).replace(CASE, "").casefold()
    for secret in ("Rainsy", "Oral", "80024", "hearing added", "U0DARA", team.workspace.channel(HERE).id):
        assert secret.casefold() in typed or secret.casefold() not in told
    with team.desk.look() as session:
        assert session.get_one(Case, 1).closed_at is None
        assert channels_of_case(session, 1) == [team.workspace.channel(HERE).id]


@pytest.mark.parametrize("line", ["/docket settings help", "/hearing add Help"])
def test_help_behind_a_verb_is_the_help_of_its_command(team: Team, line: str) -> None:
    team.with_a_case()
    command = line.split(" ", 1)[0]
    assert answer_to(team.dara, line, f"{command} ") == answer_to(team.dara, f"{command} help", f"{command} ")


def test_whoever_left_can_neither_undo_nor_see_that_they_could(team: Team) -> None:
    team.with_a_case()
    a_hearing(team)
    question = asks_to_undo(team)
    channel = team.workspace.channel(HERE).id
    team.dara.leaves(HERE)

    def has_left() -> bool:
        with team.desk.look() as session:
            return session.get(Membership, (channel, "U0DARA")) is None

    team.workspace.wait_for(has_left)
    answer_to(team.dara, "/docket undo", "nothing of yours", "rainsy-kh")
    assert "Oral" in whole_text(question)


def event(team: Team, **facts: Any) -> Request:
    return from_event({"event_id": "Ev1", "event": facts}, team.desk)


def test_an_archived_channel_that_alone_follows_a_case_is_written_about(team: Team) -> None:
    team.with_a_case()
    channel = team.workspace.channel(HERE).id
    reply = members.archived(event(team, type="channel_archive", channel=channel, user="U0DARA"))
    assert [letter.person_id for letter in reply.letters] == ["U0DARA"]
    assert "/case link C1" in reply.letters[0].message.text
    other = event(team, type="channel_archive", channel="C0NONE", user="U0DARA")
    assert members.archived(other).letters == ()
    assert members.unarchived(other).followed == "C0NONE"


def test_a_closed_account_sees_nothing_and_a_new_name_is_kept(team: Team) -> None:
    team.with_a_case()
    renamed = {"id": "U0MAYA", "profile": {"display_name": "maya o."}, "tz": "Europe/Paris"}
    members.changed(event(team, type="user_change", user=renamed))
    members.changed(event(team, type="user_change", user={"id": "U0LENA", "deleted": True}))
    members.changed(event(team, type="user_change", user={"id": "U0NEW"}))
    with team.desk.look() as session:
        maya = session.get_one(Person, "U0MAYA")
        left = {row.person_id for row in session.exec(select(Membership))}
        assert session.get(Person, "U0NEW") is None
    assert (maya.name, maya.zone) == ("maya o.", "Europe/Paris")
    assert "U0LENA" not in left


def test_the_roll_is_called_once_a_day(team: Team, clock: PracticeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[WebClient] = []
    roster = Roster(team.desk)
    monkeypatch.setattr(roster, "ask_everywhere", asked.append)
    assert roster.reconcile_daily(team.app.client)
    assert not roster.reconcile_daily(team.app.client)
    clock.move_by(timedelta(days=1))
    assert roster.reconcile_daily(team.app.client)
    assert len(asked) == 2


def test_a_failed_roll_call_does_not_end_it(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = Event()
    roster = Roster(team.desk)

    def fail(client: WebClient) -> None:
        ended.set()
        raise RuntimeError

    monkeypatch.setattr(roster, "reconcile_daily", fail)
    roster.call_daily(team.app.client, ended)
    assert ended.is_set()


def test_two_processes_post_one_card(team: Team) -> None:
    """The other process claimed the card and posts it while ours waits; ours updates theirs."""
    team.with_a_case()
    a_hearing(team)
    channel = team.workspace.channel(HERE).id
    card = team.maya.waits_to_see(HERE, "recorded by")

    def claimed_by_another() -> bool:
        with team.desk.store.writing() as session:
            for standing in session.exec(select(Card)):
                session.delete(standing)
            return claim_card(session, subject="H1", channel_id=channel, now=team.desk.clock.now(), lease=LEASE)

    assert team.workspace.wait_for(claimed_by_another)

    def theirs() -> None:
        with team.desk.store.writing() as session:
            remember_card(session, Card(subject="H1", channel_id=channel, message_ts=card.ts))

    Timer(0.1, theirs).start()
    assert Noticeboard(team.desk).show(team.app.client, ["H1"]) == []
    assert sum("recorded by" in whole_text(each) for each in team.maya.sees(HERE)) == 1
