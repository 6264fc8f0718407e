"""The practice clock: every office's time, and moving it forward."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from bot.practice import Workspace
from tests.practice.page.conftest import MORNING

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def offices(page: Page) -> list[str]:
    return page.locator(".office").all_inner_texts()


def test_every_office_has_its_own_hour_and_day(page: Page) -> None:
    expect(page.locator(".office")).to_have_text(
        ["Phnom Penh11:00 PMMon 7 May 2018", "San Francisco9:00 AMMon 7 May 2018", "Paris6:00 PMMon 7 May 2018"]
    )


def test_an_hour_later_it_is_tomorrow_in_phnom_penh(page: Page, workspace: Workspace) -> None:
    page.get_by_role("button", name="Move the clock one hour forward").click()

    expect(page.locator(".office.ours")).to_have_text("Phnom Penh12:00 AMTue 8 May 2018")
    assert timedelta(0) <= workspace.clock.now() - MORNING - timedelta(hours=1) < timedelta(minutes=1)


def test_the_clock_is_moved_to_a_moment_in_an_office_of_ones_choice(page: Page, workspace: Workspace) -> None:
    page.get_by_role("button", name="to …").click()
    dialog = page.get_by_role("dialog", name="Move the practice clock to …")
    dialog.get_by_label("Whose time").click()
    page.get_by_role("option", name="San Francisco time").click()
    dialog.get_by_label("Date").fill("2018-05-11")
    dialog.get_by_label("Time", exact=True).fill("09:00")
    dialog.get_by_role("button", name="Move the clock").click()

    expect(dialog).to_have_count(0)
    expect(page.locator(".office").nth(1)).to_have_text("San Francisco9:00 AMFri 11 May 2018")
    assert workspace.clock.now().isoformat().startswith("2018-05-11T16:00")


def test_the_clock_is_not_moved_back(page: Page) -> None:
    page.get_by_role("button", name="to …").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Date").fill("2018-05-01")
    dialog.get_by_role("button", name="Move the clock").click()

    expect(dialog.get_by_role("alert")).to_have_text("That moment has passed. Choose a later one.")


def test_every_window_hears_that_the_clock_has_moved(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    other.locator(".office.ours").wait_for()
    page.get_by_role("button", name="Move the clock one day forward").click()

    expect(other.locator(".office.ours")).to_contain_text("Tue 8 May 2018")
