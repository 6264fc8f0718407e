"""Everything that is shown about an entry that changes: what it says, and that three judges would let Slack take it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.docket.following import Ahead, Followed
from bot.docket.moving import Consequence, Fate, Moved
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.intents import Intent, Verb, intent_in
from handlers.views import change_forms, changes, entry_cards
from handlers.views.announcements import Made, announcement
from handlers.views.blocks import plainly
from handlers.views.change_forms import edit_form, held_form, preview_form, preview_message, withdraw_form
from handlers.views.changes import Preview
from handlers.views.entry_cards import EntryCard
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus
from storage.law import Revision, Verdict
from tests.handlers.test_views import CASE, KHMER, NOW, OTHER, a_deadline, an_entry, judged, judged_view, the_answers

SPOKEN = ("en", "km")


def numbered(deadline: Deadline, number: int, **facts: Any) -> Deadline:
    return Deadline(**{**deadline.model_dump(), "number": number, "title": f"<!here> {KHMER * 20}", **facts})


def a_revision() -> Revision:
    return Revision(
        deadline_id=1,
        cause="x",
        verdict=Verdict.KEPT,
        old=date(2018, 5, 18),
        new=None,
        reason=f"*no* <!channel> {KHMER * 20}",
        decided_by="U0MAYA",
        decided_at=NOW,
    )


def every_fate(book: Rulebook, times: int = 1) -> tuple[Consequence, ...]:
    deadline, answer = a_deadline(book), the_answers(book)[0]
    late = answer._replace(due=answer.due + timedelta(days=14), due_at=answer.due_at + timedelta(days=14))
    kinds: list[dict[str, Any]] = [
        {"fate": Fate.MOVES, "answer": late, "kept_so_far": "U0MAYA"},
        {"fate": Fate.STAYS, "answer": answer},
        {"fate": Fate.FIXED, "answer": late},
        {"fate": Fate.FIXED},
        {"fate": Fate.KEPT, "answer": late, "kept": a_revision()},
        {"fate": Fate.BY_HAND},
        {"fate": Fate.LOST},
        {"fate": Fate.CLOSED},
    ]
    return tuple(
        Consequence(
            deadline=numbered(deadline, number, note=KHMER, confirmed_by="U0DARA" if number % 2 else None), **kind
        )
        for number, kind in enumerate(kinds * times, start=1)
    )


def a_preview(book: Rulebook, verb: Verb = Verb.MOVE, *, times: int = 1, **facts: Any) -> Preview:
    entry = an_entry()
    after = Entry(**{**entry.model_dump(), "status": EntryStatus.VACATED if verb is Verb.VACATE else entry.status})
    usual: dict[str, Any] = {
        "intent": Intent(verb=verb, ref="H12", sequence=0, reason=f"<!channel> {KHMER * 10}", receipt="x", shown="y"),
        "entry": entry,
        "case": OTHER,
        "ahead": Ahead(after=after, found=every_fate(book, times)),
        "now": datetime(2019, 1, 1, tzinfo=UTC),
        "news": [("When", "old", "new")],
        "cautions": [":warning: closed"],
    }
    return Preview(**(usual | facts))


def buttons_of(blocks: Any) -> list[str]:
    return [element["action_id"] for block in blocks if block["type"] == "actions" for element in block["elements"]]


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("verb", list(Verb))
@pytest.mark.parametrize("times", [1, 12])
def test_a_preview_passes_the_judges_however_much_follows(
    book: Rulebook, verb: Verb, times: int, language: str
) -> None:
    with phrases.spoken_in(language):
        shown = a_preview(book, verb, times=times, is_anew=True)
        typed = preview_message(shown)
        assert typed
        judged(typed)
        new = replace(shown, ahead=replace(shown.ahead, new=the_answers(book)))
        judged_view(preview_form(new, memo=new.intent.memo(channel="C0US", home=True)))


def test_a_preview_says_what_becomes_of_each_deadline(book: Rulebook) -> None:
    typed = preview_message(a_preview(book))
    assert typed
    judged(typed)
    text = "\n".join(block["text"]["text"] for block in typed.blocks if block["type"] == "section")
    for said in (
        "~Friday 18 May 2018~ → *Friday 1 June 2018*, until 11:59 pm",
        "Was confirmed by <@U0DARA>; must be confirmed anew.",
        "<@U0MAYA> had decided to keep its date",
        "This day has passed.",
        "a court fixed it",
        "By the rule it would be Friday 1 June 2018.",
        "no rule computed it",
        "Moot, or still owed?",
        "Done or moot already, unchanged: D8.",
    ):
        assert said in text, said
    assert "<!channel>" not in text
    assert buttons_of(typed.blocks) == ["change.save.moot", "change.save.keep", "change.choose", "command.run.leave"]


def test_where_nothing_is_lost_there_is_one_button_to_save(book: Rulebook) -> None:
    shown = a_preview(book)
    moves = replace(shown, ahead=replace(shown.ahead, found=tuple(shown.ahead.of(Fate.MOVES))))
    typed = preview_message(moves)
    assert typed
    assert buttons_of(typed.blocks) == ["change.save", "change.choose", "command.run.leave"]


def test_what_no_button_can_carry_is_shown_in_a_form(book: Rulebook) -> None:
    shown = a_preview(book)
    assert preview_message(replace(shown, intent=replace(shown.intent, facts={"note": "x" * 2000}))) is None


def test_an_hour_that_moves_on_the_same_day_is_told(book: Rulebook) -> None:
    answer = the_answers(book)[0]
    earlier = answer._replace(due_at=answer.due_at - timedelta(hours=8))
    found = (Consequence(deadline=a_deadline(book), fate=Fate.MOVES, answer=earlier),)
    told = "\n".join(changes.consequences(a_preview(book, ahead=Ahead(after=an_entry(), found=found))))
    assert "Friday 18 May 2018, 11:59 pm~ → *Friday 18 May 2018*, until 3:59 pm" in told


def test_only_what_has_lost_its_rule_is_ticked_to_be_moot(book: Rulebook) -> None:
    view = preview_form(a_preview(book, Verb.VACATE), memo="{}")
    boxes = next(block["element"] for block in view["blocks"] if block.get("block_id") == "moot.0")
    assert [option["value"] for option in boxes["options"]] == ["D7", "D3", "D4", "D6"]
    assert [option["value"] for option in boxes["initial_options"]] == ["D7"]


def test_where_only_the_court_fixed_something_nothing_is_ticked(book: Rulebook) -> None:
    shown = a_preview(book, Verb.VACATE)
    fixed = replace(shown, ahead=replace(shown.ahead, found=tuple(shown.ahead.of(Fate.FIXED))))
    view = preview_form(fixed, memo="{}")
    judged_view(view)
    boxes = next(block["element"] for block in view["blocks"] if block.get("block_id") == "moot.0")
    assert "initial_options" not in boxes


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("verb", list(Verb))
def test_every_announcement_passes_the_judges(book: Rulebook, verb: Verb, language: str) -> None:
    deadline = a_deadline(book)
    found = every_fate(book)
    followed = Followed(
        ahead=Ahead(after=an_entry(), found=found),
        moved=[
            Moved(
                deadline=deadline,
                old=deadline.due,
                new=deadline.due,
                old_at=deadline.due_at,
                new_at=deadline.due_at,
            )
        ],
        closed=[numbered(deadline, 31)],
        kept=[numbered(deadline, 32)],
        started=[numbered(deadline, 33)],
    )
    with phrases.spoken_in(language):
        for following in (None, an_entry(number=13)):
            made = Made(verb=verb, before=an_entry(), after=an_entry(), following=following, reason="<!here> notice.")
            text = judged(plainly("\n".join(announcement(made, "C1", [("Place", "a", "b")], followed, by="U0MAYA"))))
            assert "<!here>" not in text
            assert "D31" in text
            assert "D33" in text


@pytest.mark.parametrize("language", SPOKEN)
def test_every_form_passes_the_judges(book: Rulebook, language: str) -> None:
    triggers = book.triggers("cand")
    with phrases.spoken_in(language):
        for chosen in ("held", "reserved", "adjourned", "vacated"):
            judged_view(held_form(an_entry(), OTHER, "today", chosen=chosen, memo="{}"))
        judged_view(withdraw_form(an_entry(), OTHER, memo="{}"))
        judged_view(edit_form(an_entry(owner="U0MAYA"), OTHER, triggers, memo="{}"))
        order = an_entry(
            kind=EntryKind.ORDER, letter="O", trigger="order.nondispositive", service="ecf", starts_at=None
        )
        judged_view(edit_form(order, OTHER, triggers, memo="{}"))
        judged_view(edit_form(an_entry(), CASE, [], memo="{}"))


def test_a_form_is_filled_with_what_the_entry_says(book: Rulebook) -> None:
    order = an_entry(
        kind=EntryKind.ORDER,
        letter="O",
        trigger="order.nondispositive",
        service="mail",
        served_on=date(2018, 5, 8),
        starts_at=datetime(2018, 5, 4, 17, 23, tzinfo=UTC),
    )
    view = edit_form(order, CASE, book.triggers("cand"), memo="{}")
    fields = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
    assert fields["trigger"]["initial_option"]["value"] == "order.nondispositive"
    assert fields["service"]["initial_option"]["value"] == "mail"
    assert (fields["served"]["initial_date"], fields["time"]["initial_time"]) == ("2018-05-08", "10:23")


@pytest.mark.parametrize(
    ("facts", "said", "more"),
    [
        ({}, "recorded by", ["held H12", "adjourn H12", "file H12", "edit H12", "withdraw H12"]),
        ({"status": EntryStatus.HELD, "outcome": "argued"}, "Held: argued", ["edit H12"]),
        ({"status": EntryStatus.HELD, "outcome": "reserved: by June"}, "the ruling is reserved: by June", ["edit H12"]),
        ({"status": EntryStatus.HELD, "outcome": "adjourned"}, "Adjourned to H13.", ["edit H12"]),
        ({"status": EntryStatus.WITHDRAWN}, "Withdrawn by <@U0MAYA>. Reason: recorded twice", []),
        (
            {"owner": "U0DARA"},
            "appears: <@U0DARA>",
            ["held H12", "adjourn H12", "file H12", "edit H12", "withdraw H12"],
        ),
    ],
)
def test_a_card_says_what_came_of_it_and_offers_what_is_left(facts: dict[str, Any], said: str, more: list[str]) -> None:
    entry = an_entry(**facts)
    card = entry_cards.entry_card(
        EntryCard(
            entry=entry, case=CASE, closed_by="U0MAYA", closed_for="recorded twice", followed_by="H13", follows="H11"
        )
    )
    text = judged(card)
    assert said in text
    assert "Follows H11, which was adjourned." in text
    menus = [each for block in card.blocks for each in block.get("elements", ()) if each.get("type") == "overflow"]
    assert [option["value"] for menu in menus for option in menu["options"]] == more


def test_an_order_says_who_looks_after_it() -> None:
    order = an_entry(kind=EntryKind.ORDER, letter="O", owner="U0DARA", starts_at=None)
    assert "looked after by <@U0DARA>" in judged(entry_cards.entry_card(EntryCard(entry=order, case=CASE)))


def test_a_card_says_what_its_entry_is_for_the_rules_if_it_is_anything() -> None:
    order = an_entry(kind=EntryKind.ORDER, letter="O", starts_at=None)
    label = "Order on a *nondispositive* matter"
    plain, ruled = (entry_cards.entry_card(EntryCard(entry=order, case=CASE, trigger=of)) for of in ("", label))
    assert "For the rules: Order on a" in judged(ruled)
    assert "*nondispositive*" not in judged(ruled)
    assert "For the rules" not in judged(plain)


def test_an_intent_reads_back_as_it_was_written() -> None:
    intent = Intent(
        verb=Verb.EDIT,
        ref="O1",
        sequence=3,
        facts={"on_date": date(2018, 5, 4), "served_on": None, "starts_at": NOW, "title": KHMER, "trigger": None},
        reason="the receipt",
        shown="abc",
        receipt="r",
    )
    assert intent_in(intent.value) == intent
    assert intent.fits_a_button
    assert intent.fits_a_form
    assert not replace(intent, reason="x" * 3000).fits_a_form


def test_boxes_beyond_ten_are_numbered(book: Rulebook) -> None:
    many = every_fate(book, times=12)
    shown = a_preview(book, ahead=Ahead(after=an_entry(), found=many))
    labels = [block["label"]["text"] for block in preview_form(shown, memo="{}")["blocks"] if block["type"] == "input"]
    assert f"{phrases.CHANGE_TICK_MOVES} (1 to {change_forms.BOXES})" in labels


def test_what_is_closed_is_no_longer_open_to_choice(book: Rulebook) -> None:
    closed = Consequence(deadline=numbered(a_deadline(book), 9, status=DeadlineStatus.DONE), fate=Fate.CLOSED)
    view = preview_form(a_preview(book, ahead=Ahead(after=an_entry(), found=(closed,))), memo="{}")
    assert not [block for block in view["blocks"] if block["type"] == "input"]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"service": "mail", "served_on": date(2018, 5, 8)}, "Served: by mail, Tuesday 8 May 2018"),
        ({"service": "mail"}, "Served: by mail, on which day is not known"),
        ({"served_on": date(2018, 5, 8)}, "Served: how is not known, Tuesday 8 May 2018"),
        ({}, "recorded by"),
    ],
)
def test_an_orders_card_says_how_and_when_it_was_served(facts: dict[str, Any], told: str) -> None:
    order = an_entry(**{"kind": EntryKind.ORDER, "letter": "O", "starts_at": None, **facts})
    shown = judged(entry_cards.entry_card(EntryCard(entry=order, case=CASE)))
    assert told in shown
    assert ("Served" in shown) == bool(facts)
