"""Every view as a pure function: what it says, and that three independent judges would let Slack take it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from bot.docket.closed_ahead import ClosedCourts
from bot.law import Answer, Service
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.mentions import offer
from handlers.views import cards, entry_cards, forms, lists, pages, recording
from handlers.views.blocks import Message, View, plainly
from handlers.views.cards import CaseLine, DeadlineCard
from handlers.views.case_pages import case_page
from handlers.views.entry_cards import EntryCard
from handlers.views.home import HomePage, Part, home
from handlers.views.lists import Continuation, Item, Page, listing
from handlers.views.previews import preview_form
from handlers.views.recording import Draft
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus, Precision
from tests.judges import judge_message, judge_view

KHMER = "សាលក្រមនៃតុលាការកំពូល"
CASE = CaseLine(ref="C1", docket_number="3:18-mc-80024-SK", caption="<!channel> & <b>", court="N.D. Cal.")
OTHER = CaseLine(ref="C2", docket_number="12", caption=KHMER * 50, court="Phnom Penh Municipal Court")
NOW = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
LATER = datetime(2018, 5, 19, 15, 30, tzinfo=UTC)
ZONES = ("America/Los_Angeles", "Asia/Phnom_Penh", "Europe/Paris", "UTC")


def an_entry(**facts: Any) -> Entry:
    usual: dict[str, Any] = {
        "id": 1,
        "case_id": 1,
        "kind": EntryKind.HEARING,
        "letter": "H",
        "number": 12,
        "title": f"<!here> {KHMER * 40}",
        "on_date": date(2018, 4, 30),
        "starts_at": datetime(2018, 4, 30, 16, 30, tzinfo=UTC),
        "zone": "America/Los_Angeles",
        "place": "Courtroom 5 & 6",
        "note": KHMER * 30,
        "link": "https://example.org/a|b>c?x=1&y=2",
        "created_at": NOW,
        "created_by": "U0DARA",
        "changed_at": NOW,
    }
    return Entry(**(usual | facts))


def a_deadline(book: Rulebook, **facts: Any) -> Deadline:
    answer = the_answers(book)[0]
    usual: dict[str, Any] = {
        "id": 1,
        "number": 45,
        "case_id": 1,
        "title": answer.title,
        "condition": "if the <order> is appealable",
        "citation": answer.citation,
        "due": answer.due,
        "due_at": answer.due_at,
        "latest": answer.latest,
        "zone": "America/Los_Angeles",
        "standing": answer.standing.value,
        "explanation": answer.as_dict(),
        "created_at": NOW,
        "created_by": "U0DARA",
        "changed_at": NOW,
    }
    return Deadline(**(usual | facts))


def the_answers(book: Rulebook) -> tuple[Answer, ...]:
    return book.triggered(
        court="cand", trigger="order.nondispositive", on=date(2018, 5, 4), service=Service.ECF, entered=date(2018, 5, 4)
    )


def judged(message: Message) -> str:
    judge_message(list(message.blocks), message.text)
    return message.text


def judged_view(view: View) -> str:
    judge_view(view)
    return str(view)


def actions_in(message: Message) -> list[str]:
    rows = [block for block in message.blocks if block["type"] == "actions"]
    return [element["action_id"] for row in rows for element in row["elements"]]


def test_a_hearing_card_says_what_where_and_when_in_every_office() -> None:
    card = entry_cards.entry_card(EntryCard(entry=an_entry(), case=CASE, zones=ZONES, next_reminder=NOW))
    text = judged(card)
    assert "Monday 30 April 2018, 9:30 am court time (PDT, Los Angeles)" in text
    assert "Phnom Penh: Monday 30 April 2018, 11:30 pm" in text
    assert "Courtroom 5 &amp; 6" in text
    assert "next reminder Mon 7 May 2018" in text
    assert phrases.UNKNOWN_ZONE in text
    assert "<!here>" not in text
    assert "<https://example.org/a%7Cb%3Ec?x=1&amp;y=2|" in text
    assert actions_in(card) == ["entry.open", "entry.move", "entry.vacate", "entry.more"]


def test_a_vacated_hearing_says_so_first_and_can_only_be_opened() -> None:
    card = entry_cards.entry_card(EntryCard(entry=an_entry(status=EntryStatus.VACATED), case=CASE, next_reminder=NOW))
    assert judged(card).startswith("VACATED")
    assert "next reminder" not in card.text
    assert actions_in(card) == ["entry.open"]


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"precision": Precision.YEAR}, "2018"),
        ({"precision": Precision.MONTH}, "April 2018"),
        ({"starts_at": None}, "Monday 30 April 2018 (hour not known)"),
        ({"starts_at": None, "kind": EntryKind.ORDER}, "Monday 30 April 2018"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(facts: dict[str, Any], shown: str) -> None:
    assert entry_cards.entry_when(an_entry(**facts)).replace("*", "") == shown


def test_a_bare_entry_has_no_empty_paragraph() -> None:
    bare = an_entry(place="", note="", link="", kind=EntryKind.ORDER, letter="O", starts_at=None)
    assert len(entry_cards.entry_card(EntryCard(entry=bare, case=CASE)).blocks) == 4


def test_a_deadline_card_shows_the_safe_date_its_standing_and_never_the_latest(book: Rulebook) -> None:
    doubtful = a_deadline(book, standing="arguable", latest=date(2018, 5, 21), owner="U0LENA")
    shown = DeadlineCard(deadline=doubtful, case=CASE, zones=ZONES, reachable=date(2018, 5, 17), next_reminder=NOW)
    text = judged(cards.deadline_card(shown))
    assert "Friday 18 May 2018 until 11:59 pm court time (PDT, Los Angeles)" in text
    assert "Phnom Penh: Saturday 19 May 2018, 1:59 pm (next day)" in text
    assert phrases.STANDINGS["arguable"] in text
    assert "Only if the &lt;order&gt; is appealable." in text
    assert "Thursday 17 May 2018" in text
    assert "owner <@U0LENA>" in text
    assert "Unconfirmed" in text
    assert "21 May" not in text


@pytest.mark.parametrize(
    ("facts", "shown", "buttons"),
    [
        ({}, "Unconfirmed", ["confirm", "done", "assign", "snooze", "explain", "open", "more"]),
        (
            {"confirmed_by": "U0MAYA"},
            "Confirmed by <@U0MAYA>",
            ["done", "assign", "snooze", "explain", "open", "more"],
        ),
        (
            {"status": DeadlineStatus.DONE, "done_at": NOW, "filed_by": "U0MAYA", "proof": "ECF <21>"},
            "Done on Monday 7 May 2018 by <@U0MAYA>: ECF &lt;21&gt;",
            ["explain", "open", "more"],
        ),
        ({"status": DeadlineStatus.MOOT}, "nobody owes this", ["explain", "open", "more"]),
    ],
)
def test_a_deadline_card_offers_what_can_be_done_now(
    book: Rulebook, facts: dict[str, Any], shown: str, buttons: list[str]
) -> None:
    card = cards.deadline_card(DeadlineCard(deadline=a_deadline(book, **facts), case=CASE))
    assert shown in judged(card)
    assert [action.rpartition(".")[2] for action in actions_in(card)] == buttons


def test_a_deadline_entered_by_hand_says_that_no_rule_computed_it(book: Rulebook) -> None:
    card = cards.deadline_card(
        DeadlineCard(deadline=a_deadline(book, citation="", standing="", condition=""), case=CASE)
    )
    assert phrases.HELD_BY_HAND in card.text


def test_the_explanation_alone_shows_the_latest_date_and_says_not_to_plan_on_it(book: Rulebook) -> None:
    arguable = a_deadline(book, standing="arguable", latest=date(2018, 5, 21))
    text = judged(pages.explanation(arguable, CASE))
    assert "14 days after 4 May 2018" in text
    assert "Monday 21 May 2018. Do not plan on this." in text
    assert "Only if the &lt;order&gt; is appealable." in text
    assert "Do not plan" not in pages.explanation(a_deadline(book), CASE).text


def test_a_long_explanation_loses_no_step(book: Rulebook) -> None:
    steps = [{"text": f"Step {number}: {'closed ' * 60}"} for number in range(14)]
    shown = pages.explanation(a_deadline(book, explanation={"steps": steps, "notes": []}), CASE)
    words = " ".join(str(block) for block in shown.blocks)
    assert all(f"Step {number}:" in words for number in range(14))
    judge_message(list(shown.blocks), shown.text)


def test_a_deadline_by_hand_is_explained_without_steps(book: Rulebook) -> None:
    shown = pages.explanation(a_deadline(book, explanation={}, standing="", citation=""), CASE)
    assert phrases.HELD_BY_HAND in judged(shown)


def test_pages_are_views_that_slack_takes(book: Rulebook) -> None:
    judged_view(pages.page("D45", pages.explanation(a_deadline(book), CASE)))
    judged_view(pages.notice_page(phrases.OUR_FAULT))
    judged(pages.help_page("/hearing", phrases.HELP["/hearing"], list(phrases.HELP)))
    judged(case_page(OTHER, []))
    judged(offer())


def test_a_list_line_says_overdue_unconfirmed_and_doubtful(book: Rulebook) -> None:
    item = lists.deadline_item(a_deadline(book, standing="unverified"), CASE, now=LATER)
    assert "OVERDUE since Friday 18 May 2018, 11:59 pm court time" in item.text.replace("*", "")
    assert "conditional" in item.text
    assert "unconfirmed" in item.text
    assert "unverified" in item.text
    done = lists.deadline_item(a_deadline(book, status=DeadlineStatus.DONE), CASE, now=LATER)
    assert "OVERDUE" not in done.text
    assert "*done*" in done.text


def test_a_list_pages_forward_and_back() -> None:
    items = [Item(text=f"Item {number}", action="entry.open", ref=f"H{number}") for number in range(1, 26)]
    first, last = (
        listing("Hearings", items[page.span], page=page, command="/hearing list")
        for page in (Page.of(25, None), Page.of(25, 9))
    )
    assert "1 to 10 of 25" in judged(first)
    assert actions_in(first) == ["command.run.later"]
    assert "21 to 25 of 25" in judged(last)
    assert actions_in(last) == ["command.run.earlier"]


def test_an_empty_list_says_what_to_type() -> None:
    assert "Nothing here yet. `/hearing" in str(
        listing("H", [], page=Page.of(0, 1), command="/hearing list", hint="`/hearing add`").blocks
    )


def test_a_button_carries_a_command_and_brings_it_back() -> None:
    whole = Continuation(line=f"/hearing add 2018-05-30 {KHMER}", receipt="command:1", settled=True)
    assert Continuation.read(whole.value) == whole
    assert whole.fits
    assert not Continuation(line="x" * 2000).fits


def test_the_case_form_offers_every_court(book: Rulebook) -> None:
    form = forms.case_form(book.courts(), memo="{}")
    judged_view(form)
    groups = form["blocks"][0]["element"]["option_groups"]
    assert sum(len(group["options"]) for group in groups) == len(book.courts())
    assert groups[0]["label"]["text"] == "Cambodia"


def test_the_entry_forms_fit_with_khmer_at_the_limit(book: Rulebook) -> None:
    draft = Draft(kind=EntryKind.ORDER, case_ref="C1", title=KHMER * 100, on_date=date(2018, 5, 4))
    form = recording.entry_form([CASE, OTHER], draft, book.triggers("cand"), memo=draft.memo(channel="C0"))
    assert "order.nondispositive" in judged_view(form)
    assert form["blocks"][2]["element"]["option_groups"][1]["label"]["text"] == "Orders"
    judged_view(recording.entry_form([OTHER], draft, book.triggers("kh-phnompenh"), memo="{}"))
    judged_view(recording.first_step([CASE, OTHER], Draft(kind=None), memo="{}"))
    judged_view(recording.hearing_form([CASE, OTHER], replace(draft, case_ref="C2"), book.triggers("cand"), memo="{}"))


def test_the_hearing_forms_fit() -> None:
    judged_view(forms.move_form(an_entry(), CASE, memo="{}"))
    judged_view(forms.move_form(an_entry(starts_at=None), CASE, memo="{}"))
    judged_view(forms.vacate_form(an_entry(), CASE, memo="{}"))


def test_a_preview_keeps_everything_until_it_is_unticked(book: Rulebook) -> None:
    answers = the_answers(book)
    draft = Draft(kind=EntryKind.ORDER, case_ref="C1", title="Order", on_date=date(2018, 5, 4), trigger="t", link="l")
    view = preview_form(draft, CASE, answers, now=NOW, memo="{}")
    shown = judged_view(view)
    boxes = next(block for block in view["blocks"] if block.get("block_id") == "keep.0")
    assert boxes["element"]["initial_options"] == boxes["element"]["options"]
    assert "Friday 18 May 2018" in shown
    assert all(answer.citation in shown for answer in answers)


def test_more_than_ten_deadlines_need_more_boxes(book: Rulebook) -> None:
    answers = the_answers(book)[:1] * 12
    view = preview_form(Draft(kind=EntryKind.ORDER, title="Order"), CASE, answers, now=NOW, memo="{}")
    assert [block["block_id"] for block in view["blocks"] if block["type"] == "input"] == ["keep.0", "keep.10", "owner"]


def test_a_draft_survives_being_carried_by_a_form() -> None:
    import json

    draft = Draft(
        kind=None,
        case_ref="C1",
        title="ចំណងជើង",
        on_date=date(2018, 5, 4),
        at_time=time(9, 30),
        served_on=date(2018, 5, 5),
        link="https://x",
        place="Courtroom 5",
        note="ចំណាំ",
    )
    assert recording.draft_from(json.loads(draft.memo(channel="C0"))) == draft


def test_the_home_tab_fits_with_everything_in_it() -> None:
    some = [Item(text=f"{number} {KHMER * 10}", action="deadline.open", ref=f"D{number}") for number in range(6)]
    many = Part(items=some, total=9)
    view = home(
        HomePage(
            has_cases=True,
            overdue=many,
            mine=many,
            team=many,
            hearings=Part(),
            unconfirmed=many,
            closed=[
                ClosedCourts(country="US", names=("N.D. Cal.",), days={date(2018, 5, 28): ("Memorial Day",)}),
                ClosedCourts(country="KH", names=("Phnom Penh",)),
            ],
        )
    )
    shown = judged_view(view)
    assert "3 more" in shown
    assert "Mon 28 May 2018" in shown
    assert "no closed weekday" in shown


def test_an_empty_home_tab_says_how_to_begin() -> None:
    view = home(
        HomePage(
            has_cases=False, overdue=Part(), mine=Part(), team=Part(), hearings=Part(), unconfirmed=Part(), closed=[]
        )
    )
    assert "/case add" in judged_view(view)


def test_plain_text_says_all_that_the_blocks_say() -> None:
    assert plainly("*H1* moved: ~old~ → `new`").text == "H1 moved: old → new"


def test_the_preview_says_which_days_have_passed_and_which_dates_are_odd(book: Rulebook) -> None:
    draft = Draft(kind=EntryKind.ORDER, title="Order", on_date=date(2018, 5, 23), served_on=date(2018, 4, 1))
    shown = judged_view(preview_form(draft, CASE, the_answers(book), now=NOW, memo="{}"))
    assert phrases.DAY_HAS_PASSED not in shown
    assert "Served on Sunday 1 April 2018, before it was entered on Wednesday 23 May 2018: check both dates." in shown
    assert "The date entered, Wednesday 23 May 2018, has not come yet" in shown
    usual = Draft(kind=EntryKind.ORDER, title="Order", on_date=date(2018, 5, 4))
    late = judged_view(preview_form(usual, CASE, the_answers(book), now=LATER, memo="{}"))
    assert phrases.DAY_HAS_PASSED in late
    assert "check both" not in late


def test_an_order_offers_nothing_first_then_its_own_kind_and_never_a_hearing(book: Rulebook) -> None:
    form = recording.entry_form([CASE], Draft(kind=EntryKind.RULING, case_ref="C1"), book.triggers("cand"), memo="{}")
    menu = next(block for block in form["blocks"] if block.get("block_id") == "trigger")["element"]
    labels = [group["label"]["text"] for group in menu["option_groups"]]
    assert labels[:2] == [phrases.NOTHING_FOLLOWS, "Rulings"]
    assert "Hearings" not in labels
    assert {"Orders", "Filings", "Service"} <= set(labels)
    assert "hearing.set" not in str(menu)


def test_the_hearing_form_offers_only_what_a_hearing_can_be(book: Rulebook) -> None:
    form = recording.hearing_form([CASE], Draft(kind=None, case_ref="C1"), book.triggers("cand"), memo="{}")
    menu = next(block for block in form["blocks"] if block.get("block_id") == "trigger")
    assert menu["optional"]
    values = [choice["value"] for choice in menu["element"]["options"]]
    assert values[0] == "none"
    assert "hearing.set" in values
    assert "order.nondispositive" not in values


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ("if the <order> is appealable", "Only if the &lt;order&gt; is appealable."),
        ("unless all parties consented", "Unless all parties consented."),
    ],
)
def test_a_condition_is_a_sentence(condition: str, sentence: str) -> None:
    assert cards.condition_of(condition) == sentence
