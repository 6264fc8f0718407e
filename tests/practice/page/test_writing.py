"""Writing: commands and their completion, drafts, threads, shortcuts, channels."""

import pytest
from playwright.sync_api import Page, expect

from bot.practice import PracticeServer, Workspace
from tests.practice.conftest import MAYA, Bot
from tests.practice.page.conftest import JEANNE, visit
from tests.support.browsing import say

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_slash_lists_the_commands_with_what_they_take(page: Page) -> None:
    pen = page.locator("#composer-text")
    pen.press_sequentially("/ca")
    expect(page.get_by_role("option")).to_have_text(["/card [rich|markdown]Show a card", "/case add|listCases"])

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")

    expect(pen).to_have_value("/case ")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.locator(".usage")).to_have_text("/case add|list Cases")


def test_enter_completes_a_command_and_the_next_enter_gives_it(page: Page, kitchen: Bot) -> None:
    page.locator("#composer-text").press_sequentially("/whis")
    page.keyboard.press("Enter")
    page.keyboard.type("psst")
    page.keyboard.press("Enter")

    expect(page.locator(".message.ephemeral")).to_contain_text("psst")


def test_escape_puts_the_list_away_and_keeps_the_text(page: Page) -> None:
    pen = page.locator("#composer-text")
    pen.press_sequentially("/c")
    page.keyboard.press("Escape")

    expect(page.get_by_role("option")).to_have_count(0)
    expect(pen).to_have_value("/c")


def test_a_person_is_mentioned_from_a_list(page: Page) -> None:
    pen = page.locator("#composer-text")
    pen.press_sequentially("Please look, @may")
    page.keyboard.press("Enter")
    expect(pen).to_have_value("Please look, @maya ")
    page.keyboard.press("Enter")

    expect(page.locator(".message .mention")).to_have_text("@Maya Ortiz")


def test_shift_enter_starts_a_line_and_enter_sends(page: Page) -> None:
    page.locator("#composer-text").press_sequentially("One")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Two")
    page.keyboard.press("Enter")

    expect(page.locator(".message .content")).to_have_js_property("innerText", "One\nTwo")
    expect(page.locator("#composer-text")).to_have_value("")


def test_each_place_keeps_its_own_draft(page: Page) -> None:
    page.locator("#composer-text").fill("Half a thought")
    page.get_by_role("link", name="kh-cases").click()
    expect(page.locator("#composer-text")).to_have_value("")
    page.get_by_role("link", name="rainsy-us").click()

    expect(page.locator("#composer-text")).to_have_value("Half a thought")


def test_an_unknown_command_is_refused_in_words_and_not_lost(page: Page) -> None:
    say(page, "/pigeon fly")

    expect(page.get_by_role("status")).to_contain_text("/pigeon is not a valid command.")
    expect(page.locator("#composer-text")).to_have_value("/pigeon fly")


def test_a_command_that_the_app_does_not_answer_is_told_as_slack_tells_it(page: Page, kitchen: Bot) -> None:
    say(page, "/case list")

    expect(page.get_by_role("status")).to_contain_text("/case failed with the error")


def test_a_reply_opens_a_thread_and_is_counted_under_its_message(page: Page) -> None:
    say(page, "Who files the objections?")
    message = page.locator("main .message")
    message.hover()
    message.get_by_role("button", name="Reply in thread").click()
    reply = page.get_by_label("Reply…")
    expect(reply).to_be_focused()
    reply.fill("I do.")
    page.keyboard.press("Enter")

    expect(page.locator("#side .message")).to_have_count(2)
    expect(page.locator("main .message")).to_have_count(1)
    expect(page.locator(".reply-line")).to_contain_text("1 reply")
    page.keyboard.press("Escape")
    expect(page.locator("#side")).not_to_be_visible()


def test_a_command_in_a_thread_is_refused_as_slack_refuses_it(page: Page, kitchen: Bot) -> None:
    say(page, "A message")
    message = page.locator("main .message")
    message.hover()
    message.get_by_role("button", name="Reply in thread").click()
    page.get_by_label("Reply…").fill("/card")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("/card is not supported in threads. Sorry!")


def test_the_app_answers_when_it_is_mentioned(page: Page, kitchen: Bot) -> None:
    say(page, "@practicebot when is it due?")

    page.locator(".reply-line").click()
    expect(page.locator("#side .message").last).to_contain_text("You said: @Practice Bot when is it due?")


def test_a_global_shortcut_stands_behind_the_plus(page: Page, kitchen: Bot) -> None:
    page.get_by_role("button", name="Shortcuts").click()
    page.get_by_role("menuitem", name="New entry").click()

    expect(page.get_by_role("dialog", name="From a shortcut")).to_be_visible()


def test_a_message_shortcut_tells_which_message(page: Page, kitchen: Bot, workspace: Workspace) -> None:
    say(page, "The order came in.")
    message = page.locator(".message")
    message.hover()
    message.get_by_role("button", name="More actions on this message").click()
    page.get_by_role("menuitem", name="Record").click()

    expect(page.get_by_role("dialog", name="From a shortcut")).to_be_visible()
    assert kitchen.received[-1]["message"]["text"] == "The order came in."


def test_a_channel_is_made_and_somebody_is_brought_in(page: Page, server: PracticeServer, workspace: Workspace) -> None:
    page.get_by_role("button", name="Add a channel").click()
    page.get_by_label("Name").fill("Appeal 2019")
    page.get_by_role("dialog").get_by_role("checkbox", name="Private").check()
    page.get_by_role("button", name="Create").click()
    expect(page.locator(".heading h1")).to_have_text("appeal-2019")

    page.get_by_role("button", name="members").click()
    page.get_by_role("button", name="Add Maya Ortiz").click()
    expect(page.get_by_role("button", name="Add Maya Ortiz")).to_have_count(0)

    assert workspace.channel("appeal-2019").members >= {MAYA.id, workspace.bot_user_id}
    visit(page, server, as_=MAYA.id)
    expect(page.get_by_role("link", name="appeal-2019")).to_be_visible()


def test_whoever_only_looks_is_asked_to_join_before_writing(page: Page, server: PracticeServer) -> None:
    visit(page, server, as_=JEANNE.id)
    page.get_by_role("link", name="kh-cases").click()
    expect(page.locator("#composer-text")).to_have_count(0)
    page.get_by_role("button", name="Join channel").click()

    expect(page.locator("#composer-text")).to_be_visible()
