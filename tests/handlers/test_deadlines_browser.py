"""A paper is proven filed from the browser: the card, its form, a file from one's own disk."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.handlers.conftest import MAYA, Team
from tests.handlers.test_main_story import record_the_order
from tests.support.browsing import chromium

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_receipt_is_put_into_the_form_and_stands_on_the_card(team: Team, tmp_path: Path) -> None:
    record_the_order(team.with_a_case())
    team.maya.waits_to_see("rainsy-us", "Objections")
    receipt = tmp_path / "receipt.pdf"
    receipt.write_bytes(b"%PDF")
    with chromium() as browser:
        page = browser.new_page()
        page.goto(f"{team.workspace.url}/?as={MAYA.id}")
        card = page.locator(".message", has_text="Objections").last
        card.get_by_role("button", name="Done").click()
        form = page.get_by_role("dialog")
        form.locator("input[type=file]").set_input_files(receipt)
        form.get_by_role("button", name="Save").click()
        expect(page.locator(".message", has_text="receipt.pdf").first).to_be_visible()
