import pytest
from playwright.sync_api import Page, expect

from bot.practice import PracticeServer, Workspace
from tests.practice.conftest import DARA, MAYA, Bot
from tests.practice.page.conftest import JEANNE, visit
from tests.practice.page.kitchen import KHMER
from tests.support.browsing import say

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_what_a_person_types_is_text_and_never_markup(page: Page) -> None:
    say(page, "<img src=x onerror=alert(1)> & *bold* _it_ ~no~ `<b>` @maya #kh-cases :scales: https://example.org/a.")

    said = page.locator(".message").last.locator(".content")
    expect(said).to_contain_text("<img src=x onerror=alert(1)> & bold it no <b> @Maya Ortiz #kh-cases ⚖️")
    expect(said.locator("img")).to_have_count(0)
    expect(said.locator("b")).to_have_text("bold")
    expect(said.locator("code")).to_have_text("<b>")
    expect(said.get_by_role("link", name="https://example.org/a", exact=True)).to_have_attribute(
        "rel", "noopener noreferrer"
    )


def test_a_card_shows_its_blocks(page: Page, kitchen: Bot) -> None:
    say(page, "/card")

    card = page.locator(".message").last
    expect(card.locator(".author-name")).to_have_text("Practice Bot")
    expect(card.locator(".app-badge")).to_be_visible()
    expect(card.get_by_role("heading", name="Order of May 4, 2018 ⚖️")).to_be_visible()
    expect(card.locator(".field").first).to_contain_text("@Maya Ortiz")
    expect(card.get_by_role("link", name="FRCP 72(a)")).to_have_attribute("href", "https://example.org/rule")


def test_a_date_is_told_in_the_zone_of_whoever_reads_it(page: Page, kitchen: Bot) -> None:
    say(page, "/card")
    expect(page.locator("time.date")).to_have_text("Saturday, May 19th, 2018 at 1:59 PM")

    become(page, "Maya Ortiz")

    expect(page.locator("time.date")).to_have_text("Friday, May 18th, 2018 at 11:59 PM")
    expect(page.locator("time.date")).to_have_attribute("title", "Friday, May 18, 2018, 11:59 PM PDT")
    expect(page.locator(".message .stamp").first).to_have_text("9:00 AM")


def become(page: Page, name: str) -> None:
    page.get_by_role("button", name="You are").click()
    page.get_by_role("menuitemradio", name=name).click()
    expect(page.get_by_role("button", name=f"You are {name}")).to_be_visible()


def test_rich_text_tables_and_markdown_are_drawn(page: Page, kitchen: Bot) -> None:
    say(page, "/card rich")
    shown = page.locator(".message").last
    expect(shown.locator("ol li")).to_have_text(["Add a hearing", "Press Done"])
    expect(shown.locator("blockquote")).to_have_text("A quote")
    expect(shown.locator("pre")).to_have_text("a  b")
    expect(shown.locator(".mention.mine")).to_have_text("@Dara Chan")
    expect(shown.locator("th")).to_have_text(["Deadline", "Due"])
    expect(shown.locator("td").last).to_have_class("align-right")

    say(page, "/card markdown")
    shown = page.locator(".message").last
    expect(shown.get_by_role("heading", name="Chronology")).to_be_visible()
    expect(shown.locator("li input:checked")).to_have_count(1)
    expect(shown.locator("td")).to_have_text(["4 May", "Order"])


def test_a_picture_from_elsewhere_is_named_and_not_fetched(page: Page, kitchen: Bot) -> None:
    say(page, "/card rich")

    expect(page.locator(".message .absent")).to_contain_text("A chart from elsewhere")
    expect(page.locator(".message .content img")).to_have_count(0)


def test_a_picture_and_a_file_that_were_uploaded_are_shown(page: Page, workspace: Workspace, bot: Bot) -> None:
    channel = workspace.channel("rainsy-us").id
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    bot.app.client.files_upload_v2(channel=channel, filename="line.svg", title="Timeline", content=drawing)
    bot.app.client.files_upload_v2(channel=channel, filename="order.pdf", title="Order", content="%PDF-1.7")

    picture = page.locator(".picture-file img")
    expect(picture).to_have_attribute("alt", "Timeline")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 40
    expect(page.locator(".file")).to_contain_text("order.pdf · 8 bytes")


def test_what_is_said_to_one_person_is_seen_by_nobody_else(page: Page, kitchen: Bot, server: PracticeServer) -> None:
    say(page, "/whisper Mind the *gap*.")
    expect(page.locator(".message.ephemeral")).to_contain_text("Only visible to you")
    expect(page.locator(".message.ephemeral")).to_contain_text("Mind the gap.")

    visit(page, server, as_=MAYA.id)

    expect(page.locator(".message")).to_have_count(0)


def test_an_edited_message_says_so_and_a_deleted_one_goes(page: Page, bot: Bot, workspace: Workspace) -> None:
    channel = workspace.channel("rainsy-us").id
    posted = bot.app.client.chat_postMessage(channel=channel, text="Due Thursday")
    expect(page.locator(".message")).to_contain_text("Due Thursday")

    bot.app.client.chat_update(channel=channel, ts=posted["ts"], text="Due Friday")
    expect(page.locator(".message")).to_contain_text("Due Friday (edited)")

    bot.app.client.chat_delete(channel=channel, ts=posted["ts"])
    expect(page.locator(".message")).to_have_count(0)


def test_days_are_divided_and_one_authors_messages_stand_together(page: Page, workspace: Workspace) -> None:
    for text in ("One", "Two"):
        say(page, text)
        expect(page.locator(".message").last).to_contain_text(text)
    page.get_by_role("button", name="Move the clock one day forward").click()
    expect(page.locator(".day")).to_have_text("Yesterday")
    say(page, "Three")

    expect(page.locator(".day")).to_have_text(["Yesterday", "Today"])
    expect(page.locator(".message.compact")).to_have_count(1)


def test_only_members_see_a_private_channel(page: Page, server: PracticeServer) -> None:
    places = page.get_by_role("navigation", name="Channels and apps")
    expect(places.get_by_role("link", name="privileged")).to_be_visible()

    visit(page, server, as_=JEANNE.id)

    expect(places.get_by_role("link", name="kh-cases")).to_be_visible()
    expect(places.get_by_role("link", name="privileged")).to_have_count(0)


def test_unread_messages_are_counted_until_they_are_read(page: Page, workspace: Workspace, bot: Bot) -> None:
    bot.app.client.chat_postMessage(channel=workspace.channel("kh-cases").id, text="Hearing moved")
    place = page.get_by_role("link", name="kh-cases")
    expect(place.locator(".badge")).to_have_text("1")

    place.click()
    expect(page.locator(".message")).to_contain_text("Hearing moved")
    page.reload()

    expect(page.locator(".place-link[aria-current] .badge")).to_have_count(0)
    expect(page.locator(".heading h1")).to_have_text("kh-cases")


def test_a_place_is_opened_at_what_is_new(page: Page, workspace: Workspace, bot: Bot) -> None:
    channel = workspace.channel("kh-cases")
    for number in range(3):
        workspace.remembers(channel.id, f"Old {number}", user=DARA.id)
    bot.app.client.chat_postMessage(channel=channel.id, text="\n".join(f"Line {number}" for number in range(60)))
    page.get_by_role("link", name="kh-cases").click()

    expect(page.get_by_role("separator", name="New")).to_be_in_viewport()
    expect(page.locator(".message").last).to_contain_text("Line 59")


def test_an_answer_to_what_one_did_is_brought_into_sight(page: Page, kitchen: Bot, workspace: Workspace) -> None:
    workspace.remembers("rainsy-us", "\n".join(f"Line {number}" for number in range(60)), user=MAYA.id)
    page.locator(".messages").evaluate("list => { list.scrollTop = 0; }")
    say(page, "/whisper Here it is.")

    expect(page.locator(".message.ephemeral")).to_be_in_viewport(ratio=1)


def test_a_command_in_a_message_is_one_press_from_the_message_box(page: Page, workspace: Workspace) -> None:
    workspace.remembers("rainsy-us", "Try `/whisper hello`, not `/nothing`.", user=MAYA.id)
    expect(page.locator(".message button.try")).to_have_count(1)
    page.get_by_role("button", name="/whisper hello").click()

    expect(page.locator("#composer-text")).to_have_value("/whisper hello")
    expect(page.locator("#composer-text")).to_be_focused()


@pytest.mark.parametrize("width", [360, 1440])
def test_khmer_breaks_its_lines_and_nothing_runs_over_the_edge(page: Page, kitchen: Bot, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    say(page, KHMER)
    say(page, "/card")
    say(page, "/card rich")
    expect(page.locator("table")).to_be_visible()

    expect(page.locator(".content[lang=km]")).to_have_text(KHMER)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".messages").evaluate("list => list.scrollWidth - list.clientWidth") <= 0


def test_in_a_narrow_window_the_channels_wait_behind_a_button(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    channel = page.get_by_role("link", name="kh-cases")
    expect(channel).not_to_be_visible()

    page.get_by_role("button", name="Show the channels").click()
    channel.click()

    expect(page.locator(".heading h1")).to_have_text("kh-cases")
    expect(channel).not_to_be_visible()


def test_whoever_comes_without_a_name_is_the_first_person(page: Page, server: PracticeServer) -> None:
    page.goto(server.url)

    expect(page.get_by_role("button", name=f"You are {DARA.real_name}")).to_be_visible()


def test_the_blocks_of_a_message_can_be_read_as_json(page: Page, kitchen: Bot) -> None:
    say(page, "/card")
    message = page.locator(".message").last
    message.hover()
    message.get_by_role("button", name="More actions on this message").click()
    page.get_by_role("menuitem", name="Show the blocks (JSON)").click()

    expect(page.locator(".raw pre")).to_contain_text('"block_id": "acts"')
