"""Deadlines as the team handles them in the practice workspace: cards, menus, forms, files, direct messages."""

import base64
from datetime import timedelta

from bot.clock import PracticeClock
from bot.practice import Actor
from bot.practice.nouns import Message
from bot.practice.people.actor import whole_text
from storage.docket import Deadline, DeadlineStatus, deadline_by_ref
from storage.settings import ChannelSettings
from tests.handlers.conftest import Team
from tests.handlers.test_main_story import record_the_order


def as_it_is(team: Team) -> Deadline:
    with team.desk.look() as session:
        found = deadline_by_ref(session, "D1")
    assert found
    return found


def card_of(person: Actor) -> Message:
    return person.waits_to_see("rainsy-us", "Objections")


def test_a_filed_paper_is_proven_with_a_file_once(team: Team) -> None:
    record_the_order(team.with_a_case())
    card = card_of(team.maya)
    team.maya.clicks(card, "deadline.done")
    form = team.maya.waits_for_view("deadline.done")
    refused = team.maya.submits(form, {"proof": ""})
    assert refused.errors["proof"].startswith("Done needs proof")
    receipt = {"name": "receipt.pdf", "content": base64.b64encode(b"%PDF").decode()}
    assert team.maya.submits(form, {"file": [receipt]}).ok
    shown = whole_text(team.lena.waits_to_see("rainsy-us", "Done* on"))
    assert "receipt.pdf" in shown
    kept = next(iter(team.workspace.files.values()))
    assert (kept.content, kept.user) == (b"%PDF", team.maya.id)
    assert kept.url in as_it_is(team).proof
    team.lena.clicks(card, "deadline.done")
    team.lena.waits_to_see("rainsy-us", "D1 is done already")


def test_more_files_than_asked_for_are_refused_by_slack_itself(team: Team) -> None:
    record_the_order(team.with_a_case())
    team.maya.clicks(card_of(team.maya), "deadline.done")
    form = team.maya.waits_for_view("deadline.done")
    files = [{"name": f"{number}.pdf", "content": ""} for number in range(6)]
    assert team.maya.submits(form, {"file": files}).errors == {"file": "Choose at most 5 files."}


def test_the_menu_behind_the_dots_extends_and_the_card_follows_in_place(team: Team) -> None:
    record_the_order(team.with_a_case())
    card = card_of(team.maya)
    team.maya.clicks(card, "deadline.more", "extend D1")
    form = team.maya.waits_for_view("deadline.extend")
    assert team.maya.submits(form, {"day": "2018-06-04", "reason": "stipulated order"}).ok
    told = whole_text(team.lena.waits_to_see("rainsy-us", "fixed by the court"))
    assert "~Friday 18 May 2018~ → *Monday 4 June 2018*" in told
    team.workspace.wait_for(lambda: any("Fixed by the court" in whole_text(each) for each in same(team.lena, card)))
    team.lena.clicks(card, "deadline.confirm")
    team.lena.waits_to_see("rainsy-us", "it is now due on Monday 4 June 2018. Nothing was confirmed")


def same(person: Actor, card: Message) -> list[Message]:
    return [message for message in person.sees("rainsy-us") if message.ts == card.ts]


def test_two_people_who_compute_two_dates_read_both_in_their_own_messages(team: Team) -> None:
    record_the_order(team.with_a_case())
    with team.desk.store.writing() as session:
        session.add(ChannelSettings(channel_id=team.workspace.channel("rainsy-us").id, is_blind=True))
    team.maya.clicks(card_of(team.maya), "deadline.confirm")
    assert team.maya.submits(team.maya.waits_for_view("deadline.confirm"), {"computed": "2018-05-21"}).ok
    for person in (team.dara, team.maya):
        told = whole_text(person.waits_to_see(person.dm.id, "Two people computed two dates"))
        assert "<@U0DARA> recorded *Friday 18 May 2018*. <@U0MAYA> computed *Monday 21 May 2018*" in told
    assert as_it_is(team).confirmed_by is None


def test_the_new_owner_reads_it_in_their_own_messages(team: Team) -> None:
    record_the_order(team.with_a_case())
    team.maya.types("rainsy-us", "/deadline assign D1 @lena")
    team.maya.waits_to_see("rainsy-us", "belongs to <@U0LENA>")
    letter = team.lena.waits_to_see(team.lena.dm.id, "assigned *D1* to you")
    team.lena.clicks(letter, "deadline.open")
    assert "owner <@U0LENA>" in str(team.lena.waits_for_view().body)


def test_a_pause_stands_on_the_card_and_ends_with_its_button(team: Team, clock: PracticeClock) -> None:
    record_the_order(team.with_a_case())
    card = card_of(team.maya)
    team.maya.clicks(card, "deadline.snooze")
    assert team.maya.submits(team.maya.waits_for_view("deadline.snooze")).ok
    team.lena.waits_to_see("rainsy-us", "held until Tuesday 15 May 2018, by <@U0MAYA>")
    clock.move_by(timedelta(days=9))
    team.lena.clicks(card, "deadline.snooze")
    team.lena.waits_to_see("rainsy-us", "nothing holds its reminders")


def test_what_was_moot_is_opened_again_from_a_page(team: Team) -> None:
    record_the_order(team.with_a_case())
    card = card_of(team.lena)
    team.maya.types("rainsy-us", '/deadline moot D1 "settled"')
    team.lena.waits_to_see("rainsy-us", "is moot in C1")
    team.lena.clicks(card, "deadline.open")
    team.lena.clicks(team.lena.waits_for_view(), "deadline.more", "reopen D1")
    form = team.lena.waits_for_view("deadline.reopen")
    assert team.lena.submits(form, {"reason": "the settlement failed"}).ok
    team.maya.waits_to_see("rainsy-us", "is open again in C1")
    assert as_it_is(team).status is DeadlineStatus.OPEN


def test_a_rule_is_counted_from_the_form_to_the_docket(team: Team) -> None:
    team.with_a_case()
    team.dara.types("rainsy-us", "/deadline add")
    form = team.dara.waits_for_view("deadline.add")
    team.dara.clicks(form, "deadline.compute")
    rule = team.dara.waits_for_view("deadline.compute")
    assert team.dara.submits(rule, {"rule": "FRCP 72(a)", "start": "2018-05-04", "service": "mail"}).ok
    assert team.dara.submits(team.dara.waits_for_view("deadline.save")).ok
    assert "Monday 21 May 2018" in whole_text(team.maya.waits_to_see("rainsy-us", "Objections"))
