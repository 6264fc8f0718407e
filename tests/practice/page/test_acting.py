"""Whatever is pressed or chosen in a message reaches the app as Slack would tell it."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.practice import Workspace
from tests.practice.conftest import MAYA, Bot
from tests.practice.page.kitchen import CARD, OPTIONS, RICH
from tests.support.browsing import say
from tests.support.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def card(page: Page, kitchen: Bot) -> Locator:
    say(page, "/card")
    shown = page.locator(".message").last
    shown.get_by_role("button", name="Done").wait_for()
    return shown


def received(kitchen: Bot, number: int = 1) -> dict[str, Any]:
    eventually(lambda: len(kitchen.received) >= number)
    assert len(kitchen.received) == number
    return kitchen.received[-1]


def action(kitchen: Bot, number: int = 1) -> dict[str, Any]:
    told: dict[str, Any] = received(kitchen, number)["actions"][0]
    return told


def choose(page: Page, field: Locator, name: str) -> None:
    field.click()
    page.get_by_role("option", name=name).click()


def test_a_button_tells_its_value_and_what_every_field_beside_it_holds(card: Locator, kitchen: Bot) -> None:
    card.get_by_role("button", name="Done").click()

    body = received(kitchen)
    told = body["actions"][0]
    assert (told["type"], told["action_id"], told["block_id"], told["value"]) == ("button", "done", "acts", "D45")
    values = body["state"]["values"]["acts"]
    assert values["day"] == {"type": "datepicker", "selected_date": "2018-05-11"}
    assert values["keep"] == {"type": "checkboxes", "selected_options": OPTIONS[:1]}
    assert values["service"] == {"type": "static_select", "selected_option": None}


def test_a_card_that_changes_keeps_the_focus_of_whoever_pressed_it(
    card: Locator, kitchen: Bot, workspace: Workspace
) -> None:
    channel = workspace.channel("rainsy-us").id
    posted = str(card.get_attribute("data-ts"))
    card.get_by_role("button", name="Done").press("Enter")
    received(kitchen)
    kitchen.app.client.chat_update(channel=channel, ts=posted, text="A card", blocks=[*CARD, *RICH[:1]])

    expect(card.get_by_text("What to try")).to_be_visible()
    expect(card.get_by_role("button", name="Done")).to_be_focused()


def test_what_was_chosen_before_goes_with_the_next_press(page: Page, card: Locator, kitchen: Bot) -> None:
    choose(page, card.get_by_role("combobox", name="Service"), "By hand")
    received(kitchen)
    card.get_by_role("button", name="Done").click()

    values = received(kitchen, 2)["state"]["values"]["acts"]
    assert values["service"]["selected_option"] == OPTIONS[1]


def test_a_dangerous_button_asks_first(page: Page, card: Locator, kitchen: Bot) -> None:
    card.get_by_role("button", name="Moot").click()
    question = page.get_by_role("dialog", name="Mark as moot?")
    expect(question).to_contain_text("D45 will not be reminded again.")
    question.get_by_role("button", name="Keep it").click()
    expect(question).to_have_count(0)
    assert kitchen.received == []

    card.get_by_role("button", name="Moot").click()
    page.get_by_role("dialog").get_by_role("button", name="Mark as moot").click()

    assert action(kitchen)["action_id"] == "moot"


def test_an_overflow_menu_is_steered_by_keys(page: Page, card: Locator, kitchen: Bot) -> None:
    card.get_by_role("button", name="More actions", exact=True).press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    assert action(kitchen)["selected_option"] == OPTIONS[1]


def test_a_select_is_searched_and_picked_by_keys(page: Page, card: Locator, kitchen: Bot) -> None:
    field = card.get_by_role("combobox", name="Service")
    field.press_sequentially("ecf")
    expect(page.get_by_role("option")).to_have_text(["Through ECF"])
    page.keyboard.press("Enter")

    assert action(kitchen)["selected_option"] == OPTIONS[2]
    expect(field).to_have_value("Through ECF")


def test_text_that_is_no_option_is_taken_back(page: Page, card: Locator, kitchen: Bot) -> None:
    field = card.get_by_role("combobox", name="Service")
    field.press_sequentially("by pigeon")
    expect(page.locator(".options-note")).to_have_text("Nothing matches.")
    page.keyboard.press("Tab")

    expect(field).to_have_value("")
    assert kitchen.received == []


def test_several_choices_are_told_once_when_the_list_closes(page: Page, card: Locator, kitchen: Bot) -> None:
    card.get_by_role("combobox", name="Several").click()
    page.get_by_role("option", name="By mail").click()
    page.get_by_role("option", name="Through ECF").click()
    assert kitchen.received == []
    page.keyboard.press("Escape")

    assert action(kitchen)["selected_options"] == [OPTIONS[0], OPTIONS[2]]


def test_people_and_places_are_chosen_by_name_and_told_by_id(
    page: Page, card: Locator, kitchen: Bot, workspace: Workspace
) -> None:
    choose(page, card.get_by_role("combobox", name="Owner"), "Maya Ortiz")
    assert action(kitchen)["selected_user"] == MAYA.id

    card.get_by_role("combobox", name="Where").click()
    expect(page.get_by_role("option")).to_have_text(["#rainsy-us", "#kh-cases"])
    page.get_by_role("option", name="#kh-cases").click()
    assert action(kitchen, 2)["selected_channel"] == workspace.channel("kh-cases").id

    choose(page, card.get_by_role("combobox", name="Conversation"), "#privileged")
    assert action(kitchen, 3)["selected_conversation"] == workspace.channel("privileged").id


def test_a_day_is_typed(card: Locator, kitchen: Bot) -> None:
    field = card.get_by_role("textbox", name="Day")
    expect(field).to_have_value("Fri, May 11, 2018")
    field.fill("2018-05-18")

    assert action(kitchen)["selected_date"] == "2018-05-18"
    field.blur()
    expect(field).to_have_value("Fri, May 18, 2018")


def test_a_day_is_chosen_in_the_calendar_by_keys(page: Page, card: Locator, kitchen: Bot) -> None:
    card.get_by_role("textbox", name="Day").press("ArrowDown")
    expect(page.get_by_role("button", name="Friday, May 11, 2018")).to_be_focused()
    for key in ("ArrowDown", "PageDown", "ArrowRight", "Enter"):
        page.keyboard.press(key)

    assert action(kitchen)["selected_date"] == "2018-06-19"


def test_a_time_of_day_carries_the_zone_it_is_meant_in(card: Locator, kitchen: Bot) -> None:
    expect(card.locator(".zone-note")).to_have_text("San Francisco time (PDT)")
    field = card.get_by_role("combobox", name="Hour")
    field.fill("9:30 am")
    field.press("Enter")

    told = action(kitchen)
    assert (told["selected_time"], told["timezone"]) == ("09:30", "America/Los_Angeles")


def test_boxes_and_rounds_tell_what_is_marked(card: Locator, kitchen: Bot) -> None:
    card.get_by_role("checkbox", name="By hand").check()
    assert action(kitchen)["selected_options"] == OPTIONS[:2]

    card.get_by_role("radio", name="By hand").check()
    assert action(kitchen, 2)["selected_option"] == OPTIONS[1]


def test_the_home_tab_is_drawn_and_can_be_acted_on(page: Page, kitchen: Bot) -> None:
    page.get_by_role("link", name="Home").first.click()
    expect(page.get_by_role("heading", name="Your deadlines")).to_be_visible()
    page.get_by_role("button", name="Done").click()

    body = received(kitchen)
    assert body["view"]["type"] == "home"
    assert body["view"]["state"]["values"]["acts"]["day"]["selected_date"] == "2018-05-11"
