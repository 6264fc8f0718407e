"""Questions of law, closings and proposed dates, as people meet them in Slack: who sees, who decides, who is told."""

from datetime import date

import pytest

from bot.docket import cases, deadlines, entries, people, revising
from bot.practice import Actor
from bot.practice.nouns import Message, View
from bot.practice.people.actor import whole_text
from handlers import phrases
from storage.cases import Case, Person
from storage.docket import EntryKind, deadline_by_ref
from tests.handlers.conftest import Team
from tests.judges import judge_view

SERVED = date(2018, 5, 2)
SATURDAY, MONDAY = date(2018, 6, 2), date(2018, 6, 4)
FRIDAY, AFTER = date(2018, 5, 18), date(2018, 5, 21)
ROLL = "kh-phnompenh kh-civil:roll"
CLOSE = '/docket closure add cand 18 May 2018 "Clerk\'s office inaccessible" https://www.cand.uscourts.gov/notice'


def an_appeal(team: Team, *, channel: str, number: str, owner: str | None = None) -> str:
    """Open a case in Phnom Penh with an appeal under CCP 264(1): a month from service ends on Saturday 2 June 2018."""
    with team.desk.store.writing() as session:
        for actor in (team.dara, team.maya, team.lena, team.stranger):
            people.meet(session, person_id=actor.id, name=actor.person.name, zone=actor.person.tz)
        for name in ("rainsy-us", "rainsy-kh", "elsewhere"):
            there = team.workspace.channel(name)
            members = [member for member in there.members if member.startswith("U0")]
            people.are_in(session, channel_id=there.id, person_ids=members)
    with team.desk.change(by="U0LENA") as change:
        case = cases.open_case(
            change, court="kh-phnompenh", docket_number=number, caption=f"Appeal {number}",
            channel_id=team.workspace.channel(channel).id,
        )  # fmt: skip
        entry = entries.record(
            change, case=case, kind=EntryKind.SERVICE, title="Judgment served", on_date=SERVED,
            trigger="kh.judgment.served", served_on=SERVED,
        )  # fmt: skip
        answers = deadlines.preview(
            change.session, change.book, case=case, trigger="kh.judgment.served", on_date=SERVED, served_on=SERVED
        )
        answer = next(answer for answer in answers if answer.rule == "kh-civil:264(1)")
        return deadlines.adopt(change, case=case, entry=entry, answer=answer, owner=owner).ref


def due(team: Team, ref: str) -> date:
    with team.desk.look() as session:
        deadline = deadline_by_ref(session, ref)
    assert deadline
    return deadline.due


def answer_to(person: Actor, command: str, expected: str, channel: str = "rainsy-us") -> Message:
    person.types(channel, command)
    return person.waits_to_see(channel, expected)


def opened(person: Actor, callback: str) -> View:
    view = person.waits_for_view(callback)
    judge_view(view.body)
    return view


def test_the_open_questions_are_listed_with_the_date_that_each_reading_gives(team: Team) -> None:
    ref = an_appeal(team, channel="rainsy-us", number="12")
    told = whole_text(answer_to(team.dara, "/docket questions", "Open questions of law"))
    assert f"{ref} " in told
    assert "Saturday 2 June 2018" in told
    assert "Monday 4 June 2018" in told
    assert phrases.CONFIRMATION in told


def test_a_question_is_settled_from_its_button_and_everybody_concerned_is_told(team: Team) -> None:
    ref = an_appeal(team, channel="rainsy-us", number="12", owner="U0MAYA")
    listed = answer_to(team.dara, "/docket questions", "Open questions of law")
    team.dara.clicks(listed, "law.settle", ROLL)
    form = opened(team.dara, "law.settle")
    assert "~Saturday 2 June 2018~ → *Monday 4 June 2018*" in str(form.body)
    assert team.dara.submits(form, {"reading": "rolls", "reason": "read the enacted text"}).ok
    told = whole_text(team.lena.waits_to_see("rainsy-us", "settled a question of law"))
    assert "<@U0DARA>" in told
    assert "read the enacted text" in told
    assert "~Saturday 2 June 2018~ → *Monday 4 June 2018*" in told
    assert due(team, ref) == MONDAY
    letter = whole_text(team.maya.waits_to_see(team.maya.dm, "settled a question of law"))
    assert ref in letter
    explained = whole_text(answer_to(team.maya, f"/deadline explain {ref}", "So settled by dara"))
    assert "read the enacted text" in explained


def test_whoever_settles_is_told_of_no_case_that_they_may_not_see(team: Team) -> None:
    """Sokha's case in the same court moves, too: her channel is told, and nobody else hears of it."""
    mine = an_appeal(team, channel="rainsy-us", number="12")
    theirs = an_appeal(team, channel="elsewhere", number="13", owner="U0SOKH")
    listed = whole_text(answer_to(team.dara, "/docket questions", "Open questions of law"))
    assert theirs not in listed
    team.dara.types("rainsy-us", "/docket settle kh-civil:roll")
    form = opened(team.dara, "law.settle")
    assert theirs not in str(form.body)
    assert team.dara.submits(form, {"reading": "rolls", "reason": "read it"}).ok
    told = whole_text(team.stranger.waits_to_see("elsewhere", "settled a question of law"))
    assert theirs in told
    assert f"*{mine}*" not in told
    assert theirs in whole_text(team.stranger.waits_to_see(team.stranger.dm, "settled a question of law"))
    assert due(team, theirs) == MONDAY
    team.dara.waits_to_see("rainsy-us", "settled a question of law")
    for where in ("rainsy-us", team.dara.dm.id):
        assert theirs not in "\n".join(whole_text(message) for message in team.dara.sees(where))


def test_nobody_settles_the_law_of_a_court_in_which_they_see_no_case(team: Team) -> None:
    an_appeal(team, channel="elsewhere", number="13")
    team.with_a_case()
    told = whole_text(answer_to(team.dara, "/docket settle kh-phnompenh kh-civil:roll", "no case"))
    assert "You may see no case in Phnom Penh Municipal Court" in told
    assert "Name one of yours: cand" in told
    answer_to(team.dara, '/docket closure add kh-phnompenh 18 May 2018 "Flood" the registry', "You may see no case")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/docket settle kh-civil:rol", "kh-civil:rol"),
        ("/docket unsettle", "Say which question"),
        ("/docket settle kh-phnompenh", "Say which question"),
        ("/docket unsettle kh-civil:roll", "there is nothing to reverse"),
        ("/docket closures", "The team recorded no closing"),
        ("/docket changes", "No date waits for a decision"),
        ("/docket closure flood", "/docket closure add cand"),
        ("/docket closure withdraw", "/docket closure withdraw cand"),
        ("/docket closure add kh-phnompenh 18 May 2018 Flood", "Say the court, the day"),
        ("/docket closure add kh-phnompenh someday Flood", "someday"),
        ("/docket closure withdraw kh-phnompenh 18 May 2018 mistyped", "Nobody recorded Friday 18 May 2018"),
    ],
)
def test_every_refusal_says_what_to_type(team: Team, typed: str, expected: str) -> None:
    an_appeal(team, channel="rainsy-us", number="12")
    answer_to(team.dara, typed, expected)


def test_a_stale_button_says_who_settled_it_and_how(team: Team) -> None:
    an_appeal(team, channel="rainsy-us", number="12")
    listed = answer_to(team.maya, "/docket questions", "Open questions of law")
    settle(team, team.dara)
    team.maya.clicks(listed, "law.settle", ROLL)
    told = whole_text(team.maya.waits_to_see("rainsy-us", "has settled this already"))
    assert "<@U0DARA>" in told
    assert "It does." in told


def test_a_form_that_shows_other_dates_than_would_move_now_settles_nothing(team: Team) -> None:
    ref = an_appeal(team, channel="rainsy-us", number="12")
    team.dara.types("rainsy-us", "/docket settle kh-civil:roll")
    form = opened(team.dara, "law.settle")
    an_appeal(team, channel="rainsy-us", number="13")
    refused = team.dara.submits(form, {"reading": "rolls", "reason": "read it"})
    assert refused.errors == {"reading": phrases.LAW_CHANGED_MEANWHILE}
    assert due(team, ref) == SATURDAY


@pytest.mark.parametrize("reason", [" ", "\n"])
def test_a_blank_reason_settles_nothing(team: Team, reason: str) -> None:
    ref = an_appeal(team, channel="rainsy-us", number="12")
    team.dara.types("rainsy-us", "/docket settle kh-phnompenh kh-civil:roll")
    refused = team.dara.submits(opened(team.dara, "law.settle"), {"reading": "rolls", "reason": reason})
    assert "The reason is missing" in (refused.errors or {})["reason"]
    assert due(team, ref) == SATURDAY


def test_what_was_settled_is_listed_with_who_and_why_and_reversed_by_a_button(team: Team) -> None:
    ref = an_appeal(team, channel="rainsy-us", number="12")
    settle(team, team.dara)
    listed = answer_to(team.maya, "/docket questions", "Settled by")
    assert "Settled by <@U0DARA> on Monday 7 May 2018. Reason: read it" in whole_text(listed)
    team.maya.clicks(listed, "law.reverse", ROLL)
    form = opened(team.maya, "law.reverse")
    assert "~Monday 4 June 2018~ → *Saturday 2 June 2018*" in str(form.body)
    assert team.maya.submits(form, {"reason": "that was a draft"}).ok
    told = whole_text(team.lena.waits_to_see("rainsy-us", "opened a settled question of law again"))
    assert "that was a draft" in told
    assert due(team, ref) == SATURDAY
    team.lena.clicks(listed, "law.reverse", ROLL)
    team.lena.waits_to_see("rainsy-us", "there is nothing to reverse")


def settle(team: Team, person: Actor) -> None:
    person.types("rainsy-us", "/docket settle kh-civil:roll")
    assert person.submits(opened(person, "law.settle"), {"reading": "rolls", "reason": "read it"}).ok
    person.waits_to_see("rainsy-us", "settled a question of law")


def test_every_question_of_a_court_can_be_listed_and_settled_whether_or_not_a_date_rests_on_it(team: Team) -> None:
    an_appeal(team, channel="rainsy-us", number="12")
    listed = answer_to(team.dara, "/docket questions kh-phnompenh", "kh-criminal:roll")
    assert "1 to 10 of" in whole_text(listed)
    team.dara.clicks(listed, "law.settle", "kh-phnompenh kh-criminal:roll")
    form = opened(team.dara, "law.settle")
    assert str(form.body).count(phrases.NO_DATE_MOVES) == 2
    assert team.dara.submits(form, {"reading": "stays", "reason": "no article says otherwise"}).ok
    assert phrases.NO_DATE_MOVES in whole_text(team.dara.waits_to_see("rainsy-us", "settled a question of law"))
    answer_to(team.dara, "/docket questions C1", "no article says otherwise")


def test_a_day_is_settled_with_its_whole_family_from_the_form_of_the_day(team: Team) -> None:
    """The opposition to a motion of 19 June 2020 may end on Friday 3 July, on which Independence Day was observed."""
    team.with_a_case()
    with team.desk.change(by="U0LENA") as change:
        case = change.session.get_one(Case, 1)
        filed = date(2020, 6, 19)
        entry = entries.record(
            change, case=case, kind=EntryKind.FILING, title="Motion", on_date=filed, trigger="motion.filed"
        )
        answers = deadlines.preview(change.session, change.book, case=case, trigger="motion.filed", on_date=filed)
        answer = next(answer for answer in answers if answer.rule == "us-cand:7-3(a)")
        ref = deadlines.adopt(change, case=case, entry=entry, answer=answer).ref
    team.dara.types("rainsy-us", "/docket settle closed-day:2020-07-03")
    day = opened(team.dara, "law.settle")
    team.dara.clicks(day, "law.settle", "cand closed-days:us-observed-friday")
    team.workspace.wait_for(lambda: "closed-days:us-observed-friday" in memo_of(team.dara))
    family = opened(team.dara, "law.settle")
    assert "~Friday 3 July 2020~ → *Monday 6 July 2020*" in str(family.body)
    assert team.dara.submits(family, {"reading": "closed", "reason": "the clerk says so"}).ok
    team.lena.waits_to_see("rainsy-us", "settled a question of law")
    assert due(team, ref) == date(2020, 7, 6)


def memo_of(person: Actor) -> str:
    return str(person.view.body["private_metadata"]) if person.view else ""


def test_who_reads_khmer_is_told_in_khmer_and_the_channel_in_its_own_language(team: Team) -> None:
    an_appeal(team, channel="rainsy-us", number="12", owner="U0MAYA")
    with team.desk.store.writing() as session:
        for person in ("U0MAYA", "U0DARA"):
            session.get_one(Person, person).language = "km"
    listed = whole_text(answer_to(team.dara, "/docket questions", "kh-civil:roll"))
    assert "ឆ្នាំ២០១៨" in listed
    settle(team, team.dara)
    assert "Monday 4 June 2018" in whole_text(team.lena.waits_to_see("rainsy-us", "settled a question of law"))
    assert "ឆ្នាំ២០១៨" in whole_text(team.maya.waits_to_see(team.maya.dm, "<@U0DARA>"))


@pytest.mark.parametrize("language", ["en", "km"])
def test_the_explanation_names_who_settled_what_and_what_closed_the_court(team: Team, language: str) -> None:
    """An appeal that rolls to Monday 4 June, on which a flood closed the court."""
    ref = an_appeal(team, channel="rainsy-us", number="12")
    settle(team, team.dara)
    answer_to(team.lena, '/docket closure add kh-phnompenh 4 June 2018 "Flood" the registrar', "recorded a closing of")
    (waiting,) = revising.pending_revisions(team.desk)
    assert waiting.deadline.ref == ref
    assert waiting.answer
    told = waiting.answer.text(language)
    assert "Flood" in told
    assert "the registrar" in told
    assert "dara" in told
    assert "read it" in told
    assert ("ថ្ងៃអង្គារ" if language == "km" else "Tuesday 5 June 2018") in told
