"""What happened to an entry, in words, from the log."""

from datetime import date

import pytest

from bot.docket import cases, correcting, entries
from bot.docket.desk import Desk
from bot.docket.sight import Viewer
from bot.rulebook import Rulebook
from handlers import entry_facts, facts, phrases
from storage.cases import Case
from storage.docket import Entry, EntryKind
from tests.handlers.test_views import NOW, an_entry, judged


@pytest.fixture
def order(desk: Desk) -> Entry:
    with desk.change(by="U_DARA") as change:
        case = cases.open_case(change, court="cand", docket_number="18-1", caption="X v. Y", channel_id="C_US")
        return entries.record(
            change, case=case, kind=EntryKind.ORDER, title="Order", on_date=date(2018, 5, 4), trigger="motion.filed"
        )


def page_of(desk: Desk, order: Entry) -> str:
    with desk.look() as session:
        entry = session.get_one(Entry, order.key)
        return judged(entry_facts.entry_page(session, desk, entry, Viewer(person_id="U_DARA", channel_id="C_US")))


def correct(desk: Desk, order: Entry, **facts: object) -> None:
    with desk.change(by="U_MAYA") as change:
        correcting.correct(change, entry=change.session.get_one(Entry, order.key), facts=facts, reason="as stamped")


def test_each_correction_says_what_was_and_what_is(desk: Desk, order: Entry) -> None:
    correct(desk, order, trigger="order.nondispositive", on_date=date(2018, 5, 7), service="mail")
    told = page_of(desk, order)
    assert "recorded by U_DARA" in told.replace("<@U_DARA>", "U_DARA")
    assert "Friday 4 May 2018 → Monday 7 May 2018" in told
    assert "By mail" in told
    assert "(“as stamped”)" in told


def test_its_card_in_the_channel_and_its_page_say_once_what_it_is_for_the_rules(desk: Desk, order: Entry) -> None:
    with desk.look() as session:
        card = judged(facts.entry_message(session, desk, session.get_one(Entry, order.key), channel_id="C_US"))
    assert "For the rules: Motion filed" in card
    assert page_of(desk, order).count("For the rules: Motion filed") == card.count("For the rules: Motion filed")


def test_only_the_last_of_a_long_history_is_told(desk: Desk, order: Entry) -> None:
    for number in range(entry_facts.MOST_LINES + 1):
        correct(desk, order, note=f"note {number}")
    told = page_of(desk, order)
    assert phrases.ENTRY_HISTORY_EARLIER.format(ref="O1").replace("`", "") in told
    assert f"{phrases.CHANGE_NONE} → note 0" not in told
    assert f"note {entry_facts.MOST_LINES}" in told


def test_a_deed_without_words_of_its_own_is_still_told(desk: Desk, order: Entry) -> None:
    with desk.change(by="U_MAYA") as change:
        change.log("order.scanned", subject="O1", case_id=order.case_id, old="2018-05-04", new=3)
        change.log("order.edited", subject="O1", case_id=order.case_id)
    assert "changed (order.scanned)" in page_of(desk, order)


def test_a_trigger_that_no_rule_knows_any_more_is_named_as_it_is(book: Rulebook) -> None:
    case = Case(court="cand", docket_number="18-1", caption="X v. Y", created_at=NOW, created_by="U_DARA")
    before, after = an_entry(trigger="gone.trigger"), an_entry(trigger=None)
    assert entry_facts.news(book, case, before, after) == [("For the rules", "gone.trigger", phrases.CHANGE_NONE)]
