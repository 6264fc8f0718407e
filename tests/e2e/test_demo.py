"""The whole demo, as a newcomer uses it, in a real browser: the story that README promises."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import httpx
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect

from bot.opening import Practice, practising
from tests.support.browsing import PATIENCE, chromium, say

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SAN_FRANCISCO = ZoneInfo("America/Los_Angeles")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def practice() -> Iterator[Practice]:
    with practising() as practice:
        yield practice


class Desk:
    """One person's window."""

    def __init__(self, browser: Browser, practice: Practice, person: str, *, channel: str = "C0RAINSYUS") -> None:
        self.page: Page = browser.new_page(viewport={"width": 1440, "height": 900})
        self.page.set_default_timeout(PATIENCE)
        self.page.goto(f"{practice.url}/?as={person}#{channel}")
        self.page.locator(".heading h1").wait_for()

    def says(self, text: str) -> None:
        say(self.page, text)

    def reads(self, text: str) -> Locator:
        """Wait for a message with this text, and return the last one."""
        message = self.page.locator("article, .message", has_text=text).last
        expect(message).to_be_visible()
        return message

    def chooses(self, label: str, option: str) -> None:
        self.page.get_by_role("dialog").get_by_label(label).click()
        self.page.get_by_role("option").filter(has_text=option).first.click()

    def presses(self, button: str, *, on: Locator | None = None) -> None:
        (on or self.page.get_by_role("dialog")).get_by_role("button", name=button, exact=True).last.click()


def test_the_main_job(browser: Browser, practice: Practice) -> None:
    claire, maya = Desk(browser, practice, "U0CLAIRE"), Desk(browser, practice, "U0MAYA")
    claire.reads("Welcome. This is Monday 7 May 2018")

    claire.says("/hearing add 21 May 2018 9:30am Status conference")
    card = maya.reads("Status conference")
    expect(card).to_contain_text("Monday 21 May 2018, 9:30 am court time (PDT, Los Angeles)")
    expect(card).to_contain_text("Phnom Penh: Monday 21 May 2018, 11:30 pm")

    claire.says("/order add 4 May 2018 Order denying the application, again")
    claire.chooses("What it is for the rules", "nondispositive")
    claire.chooses("How it was served", "lectronic")
    claire.presses("Preview")
    form = claire.page.get_by_role("dialog")
    expect(form).to_contain_text("Friday 18 May 2018")
    expect(form).to_contain_text("Monday 4 June 2018")
    form.get_by_role("checkbox").last.uncheck()  # the notice of appeal does not apply
    claire.presses("Save")
    order = maya.reads("Order denying the application, again")
    expect(order).to_contain_text("Order")

    claire.says("/deadline confirm D1")
    claire.reads("A second pair of eyes must confirm it")
    maya.says("/deadline confirm D1")
    maya.reads("You confirmed D1")

    practice.clock.move_to(datetime(2018, 5, 11, 9, 0, tzinfo=SAN_FRANCISCO))
    reminder = maya.reads("7 days left")
    expect(reminder).to_contain_text("Friday 18 May 2018")

    maya.says("/deadline done D1 ECF No. 21")
    maya.reads("ECF No. 21")

    maya.says("/calendar create")
    address = re.search(r"http://127\.0\.0\.1:\d+/feeds/\S+\.ics", maya.reads("Your secret address").inner_text())
    assert address
    subscribed = httpx.get(address[0])
    starts = {str(event["SUMMARY"]): event.DTSTART for event in Calendar.from_ical(subscribed.text).events}
    assert datetime(2018, 5, 21, 9, 30, tzinfo=SAN_FRANCISCO) in starts.values()
    assert date(2018, 5, 18) in starts.values()
    again = httpx.get(address[0], headers={"If-None-Match": subscribed.headers["ETag"]})
    assert again.status_code == 304
    maya.says("/calendar revoke 1")
    maya.reads("revoked")
    assert httpx.get(address[0]).status_code == 410


def test_both_countries_stand_on_one_timeline(browser: Browser, practice: Practice) -> None:
    dara = Desk(browser, practice, "U0DARA", channel="C0RAINSYALL")
    dara.says("/timeline")
    timeline = dara.reads("The picture follows in this channel.")
    expect(timeline).to_contain_text("🇺🇸 Friday 18 May 2018")
    expect(timeline).to_contain_text("🇰🇭 Wednesday 19 December 2018")
    picture = dara.page.get_by_role("img", name=re.compile("Hearings, rulings, orders"))
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 1000


def test_who_is_only_in_the_cambodian_channel_learns_nothing_of_the_american_case(
    browser: Browser, practice: Practice
) -> None:
    sophea = Desk(browser, practice, "U0SOPHEA", channel="C0RAINSYKH")
    sophea.says("/deadline explain D1")
    sophea.reads("I know no “D1” that you may see here")
