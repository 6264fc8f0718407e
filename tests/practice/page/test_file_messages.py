"""Messages with files: a picture is shown, everything can be downloaded, and only by who sees the message."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect
from slack_sdk import WebClient

from bot.practice import PracticeServer, Workspace
from bot.timeline import picture_png
from tests.practice.conftest import DARA, MAYA
from tests.practice.page.conftest import visit
from tests.timeline.samples import NOW, a_long_docket

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


Share = Callable[..., None]


@pytest.fixture
def share(client: WebClient, workspace: Workspace) -> Share:
    """What the bot does to share a file."""

    def shared(content: bytes, name: str, *, channel: str = "rainsy-us") -> None:
        place = client.files_getUploadURLExternal(filename=name, length=len(content), alt_txt="What it shows")
        assert httpx.post(place["upload_url"], content=content).status_code == 200
        files: list[dict[str, str | None]] = [{"id": place["file_id"], "title": f"Title of {name}"}]
        client.files_completeUploadExternal(files=files, channel_id=workspace.channel(channel).id)

    return shared


@pytest.fixture
def window(page: Page, server: PracticeServer, workspace: Workspace) -> Page:
    """Dara's window on the channel."""
    visit(page, server, as_=DARA.id, place=workspace.channel("rainsy-us").id)
    return page


def test_a_picture_is_shown_at_once_with_room_kept_for_it(window: Page, share: Share) -> None:
    share(picture_png([a_long_docket(30)], now=NOW), "timeline.png")

    shown = window.get_by_role("img", name="What it shows")
    expect(shown).to_be_visible()
    box = shown.bounding_box()
    assert box
    assert box["width"] <= 690
    assert box["height"] <= 430
    expect(shown).to_be_in_viewport()


def test_on_a_telephone_a_picture_is_no_wider_than_the_window(window: Page, share: Share) -> None:
    window.set_viewport_size({"width": 390, "height": 800})
    share(picture_png([a_long_docket(30)], now=NOW), "timeline.png")

    expect(window.get_by_role("img", name="What it shows")).to_be_visible()
    assert window.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(
    ("name", "content"), [("docket.csv", b"id,court\n"), ("timeline.png", picture_png([], now=NOW))]
)
def test_every_file_can_be_downloaded_under_its_own_name(
    window: Page, share: Share, tmp_path: Path, name: str, content: bytes
) -> None:
    share(content, name)

    with window.expect_download() as downloading:
        window.locator(f"a[download='{name}']").click()
    downloading.value.save_as(tmp_path / name)
    assert downloading.value.suggested_filename == name
    assert (tmp_path / name).read_bytes() == content


def test_another_persons_window_shows_nothing_of_a_private_file(
    page: Page, server: PracticeServer, workspace: Workspace, share: Share
) -> None:
    share(b"id,court\n", "docket.csv", channel="privileged")
    (file,) = workspace.files.values()

    visit(page, server, as_=MAYA.id)
    assert page.request.get(f"{file.url}?as={MAYA.id}").status == 404
    assert page.request.get(f"{file.url}?as={DARA.id}").status == 200
