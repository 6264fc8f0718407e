"""Forms: every kind of field, what Slack's own client refuses, what the app refuses, and the stack of forms."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.practice.conftest import DARA, Bot
from tests.practice.page.conftest import JEANNE
from tests.practice.page.kitchen import INITIAL_MOMENT, OPTIONS
from tests.support.browsing import say
from tests.support.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
REQUIRED = "Please complete this required field."


@pytest.fixture
def form(page: Page, kitchen: Bot) -> Locator:
    say(page, "/form")
    shown = page.get_by_role("dialog", name="Record an order")
    shown.wait_for()
    return shown


def fill_in(page: Page, form: Locator) -> None:
    form.get_by_label("How it was served").click()
    page.get_by_role("option", name="By mail").click()
    form.get_by_text("Served by-mail: three days more.").wait_for()
    form.get_by_label("Date entered").fill("2018-05-04")
    form.get_by_label("What it orders").fill("Discovery is denied.")


def submitted(kitchen: Bot) -> dict[str, Any]:
    eventually(lambda: any(body["type"] == "view_submission" for body in kitchen.received))
    body = next(body for body in kitchen.received if body["type"] == "view_submission")
    values: dict[str, Any] = body["view"]["state"]["values"]
    return {block: fields["typed"] for block, fields in values.items() if "typed" in fields}


def test_every_field_tells_what_it_holds(page: Page, form: Locator, kitchen: Bot) -> None:
    fill_in(page, form)
    form.get_by_label("Hour").fill("14:05")
    form.get_by_label("Contact").fill("clerk@example.org")
    form.get_by_label("Document").fill("https://example.org/order.pdf")
    form.get_by_label("Days").fill("14")
    form.get_by_label("Several").click()
    page.get_by_role("option", name="By hand").click()
    page.keyboard.press("Escape")
    form.get_by_label("People").click()
    page.get_by_role("option", name="Jeanne Moreau").click()
    page.keyboard.press("Escape")
    form.get_by_label("Case").fill("80024")
    page.get_by_role("option", name="Case 80024").click()
    form.get_by_role("checkbox", name="By hand").check()
    form.get_by_role("radio", name="Through ECF").check()
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)

    told = submitted(kitchen)
    assert told["kind"]["selected_option"] == OPTIONS[0]
    assert told["day"]["selected_date"] == "2018-05-04"
    assert told["hour"] == {"type": "timepicker", "selected_time": "14:05", "timezone": "America/Los_Angeles"}
    assert told["moment"]["selected_date_time"] == INITIAL_MOMENT
    assert told["text"]["value"] == "Discovery is denied."
    assert told["mail"]["value"] == "clerk@example.org"
    assert told["link"]["value"] == "https://example.org/order.pdf"
    assert told["days"]["value"] == "14"
    assert told["several"]["selected_options"] == [OPTIONS[1]]
    assert told["people"]["selected_users"] == [JEANNE.id]
    assert told["case"]["selected_option"]["value"] == "case-80024"
    assert told["keep"]["selected_options"] == [OPTIONS[1]]
    assert told["one"]["selected_option"] == OPTIONS[2]


def test_what_is_required_must_be_there_before_the_app_is_asked(page: Page, form: Locator, kitchen: Bot) -> None:
    form.get_by_role("button", name="Save").click()

    expect(form.get_by_role("alert").filter(has_text=REQUIRED)).to_have_count(3)
    expect(form.get_by_label("How it was served")).to_be_focused()
    assert kitchen.received == []


@pytest.mark.parametrize(
    "said",
    [
        {
            "What it orders": ("No.", "Please type at least 5 characters."),
            "Contact": ("clerk", "Please enter a valid email address."),
            "Document": ("example.org", "Please enter a valid URL (starting with http:// or https://)."),
            "Days": ("a week", "Please enter a whole number."),
            "Date entered": ("4 May", "Type the date as 2018-05-04, or choose it in the calendar."),
            "Hour": ("9:30", "Morning or afternoon? Choose 9:30 AM or 9:30 PM."),
        },
        {
            "Days": ("0", "Please enter a number of at least 1."),
            "Date entered": ("2018-02-30", "Type the date as 2018-05-04, or choose it in the calendar."),
            "Hour": ("soon", "Type a time as 9:30 am or 14:05."),
        },
    ],
)
def test_what_cannot_be_read_is_said_below_its_field(
    page: Page, form: Locator, said: dict[str, tuple[str, str]]
) -> None:
    for label, (typed, _) in said.items():
        form.get_by_label(label).fill(typed)
    form.get_by_role("button", name="Save").click()

    for label, (typed, sentence) in said.items():
        wrong = form.locator(".input").filter(has=page.get_by_label(label))
        expect(wrong.get_by_role("alert")).to_have_text(sentence)
        expect(form.get_by_label(label)).to_have_value(typed)


def test_what_the_app_refuses_is_said_below_its_field_and_nothing_typed_is_lost(page: Page, form: Locator) -> None:
    fill_in(page, form)
    form.get_by_label("Date entered").fill("2017-05-04")
    form.get_by_role("button", name="Save").click()

    day = form.locator(".input").filter(has=page.get_by_label("Date entered"))
    expect(day.get_by_role("alert")).to_have_text("The case was not open on that day. Type the date entered.")
    expect(form.get_by_label("Date entered")).to_be_focused()
    expect(form.get_by_label("What it orders")).to_have_value("Discovery is denied.")
    expect(form.get_by_label("How it was served")).to_have_value("By mail")


def test_a_choice_that_redraws_the_form_keeps_what_was_typed_and_where_one_was(page: Page, form: Locator) -> None:
    form.get_by_label("What it orders").fill("Discovery is denied.")
    form.get_by_label("Contact").fill("half@")
    form.get_by_label("How it was served").click()
    page.get_by_role("option", name="By hand").click()
    form.get_by_text("Served by-hand: three days more.").wait_for()

    expect(form.get_by_label("What it orders")).to_have_value("Discovery is denied.")
    expect(form.get_by_label("Contact")).to_have_value("half@")
    expect(form.get_by_label("How it was served")).to_be_focused()


def test_a_form_on_top_of_a_form_is_left_again_and_the_first_is_as_it_was(page: Page, form: Locator) -> None:
    form.get_by_label("What it orders").fill("Discovery is denied.")
    form.get_by_role("button", name="Another form").click()
    second = page.get_by_role("dialog", name="Second form")
    second.get_by_label("Note").fill("Written above")
    second.get_by_role("button", name="Back").click()

    expect(second).to_have_count(0)
    expect(form.get_by_label("What it orders")).to_have_value("Discovery is denied.")


def test_enter_sends_the_form_unless_the_app_wants_to_hear_of_it(page: Page, form: Locator, kitchen: Bot) -> None:
    form.get_by_label("Contact").press("Enter")
    expect(form.get_by_role("alert").filter(has_text=REQUIRED)).to_have_count(3)

    form.get_by_role("button", name="Another form").click()
    note = page.get_by_role("dialog", name="Second form").get_by_label("Note")
    note.fill("Written above")
    note.press("Enter")

    eventually(lambda: kitchen.received)
    assert kitchen.received[-1]["actions"][0]["value"] == "Written above"
    expect(note).to_be_visible()


def test_what_was_chosen_is_taken_back_one_by_one(page: Page, form: Locator) -> None:
    field = form.get_by_label("Several")
    field.click()
    for name in ("By mail", "By hand", "Through ECF"):
        page.get_by_role("option", name=name).click()
    page.keyboard.press("Escape")
    form.get_by_role("button", name="Remove By hand").click()
    expect(form.locator(".chip")).to_have_text(["By mail", "Through ECF"])

    field.press("Backspace")

    expect(form.locator(".chip")).to_have_text(["By mail"])


def test_an_optional_day_can_be_cleared(page: Page, form: Locator) -> None:
    moment = form.locator(".input").filter(has=page.get_by_label("Moment"))
    expect(moment.get_by_label("Moment")).to_have_value("Sat, May 19, 2018")
    moment.get_by_role("button", name="Clear").first.click()

    expect(moment.get_by_label("Moment")).to_have_value("")


def test_the_cross_on_the_second_form_leaves_both(page: Page, form: Locator) -> None:
    form.get_by_role("button", name="Another form").click()
    page.get_by_role("dialog", name="Second form").get_by_role("button", name="Close window").click()

    expect(page.get_by_role("dialog")).to_have_count(0)


def test_escape_leaves_a_form_and_tells_the_app(page: Page, form: Locator, kitchen: Bot) -> None:
    page.keyboard.press("Escape")

    expect(form).to_have_count(0)
    eventually(lambda: kitchen.received)
    assert kitchen.received[-1]["type"] == "view_closed"
    expect(page.locator("#composer-text")).to_be_focused()


def test_escape_closes_an_open_list_before_it_closes_the_form(page: Page, form: Locator) -> None:
    form.get_by_label("How it was served").click()
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(form).to_be_visible()


def test_focus_never_leaves_the_form_for_the_page_behind_it(page: Page, form: Locator) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        behind = page.evaluate("document.activeElement !== document.body && !document.activeElement.closest('dialog')")
        assert not behind


def test_a_form_that_was_open_is_still_there_after_a_reload(page: Page, form: Locator) -> None:
    page.reload()

    expect(form).to_be_visible()


def test_a_form_is_everybodys_own(page: Page, form: Locator) -> None:
    page.goto(page.url.replace(DARA.id, JEANNE.id))
    expect(page.get_by_role("button", name="You are Jeanne Moreau")).to_be_visible()

    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1440])
def test_a_form_fits_its_window_with_its_buttons_in_sight(page: Page, form: Locator, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    save = form.get_by_role("button", name="Save")

    expect(save).to_be_in_viewport(ratio=1)
    assert form.locator(".dialog-body").evaluate("body => body.scrollWidth - body.clientWidth") <= 0
