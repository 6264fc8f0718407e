"""`/calendar` in words: what can be asked of an address, what its owner is told, and one event as a file."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot import calendars
from bot.calendars.watching import Concern, FeedLetter
from bot.clock import PracticeClock
from bot.docket import cases, hearings, people
from bot.docket.desk import Desk
from bot.docket.sight import Viewer
from bot.rulebook import Rulebook
from handlers.commands import calendar, calendar_asking, single_event
from handlers.feed_letters import SlackPostman, letter_message
from handlers.replies import Reply
from handlers.requests import Kind, Request
from handlers.views.blocks import Message
from handlers.views.calendar import FeedLine, feed_page, feeds_message
from storage.calendars import Detail, Feed, Scope
from storage.store import Store
from tests.judges import judge_message, judge_view

SEEN = datetime(2018, 5, 7, 15, tzinfo=UTC)


@pytest.fixture
def desk(sqlite_store: Store, clock: PracticeClock, book: Rulebook) -> Desk:
    desk = Desk(store=sqlite_store, clock=clock, book=book, followers=(calendars.follow,))
    with desk.change(by="U0MAYA") as change:
        people.meet(change.session, person_id="U0MAYA", name="Maya", zone="America/Los_Angeles")
        people.joined(change.session, person_id="U0MAYA", channel_id="C0US")
        case = cases.open_case(change, court="cand", docket_number="1", caption="A v. B", channel_id="C0US")
        hearings.schedule(change, case=case, title="Argument", starts_at=datetime(2018, 5, 30, 16, 30, tzinfo=UTC))
    return desk


def asks(desk: Desk, text: str = "", **facts: object) -> Request:
    asked = {"receipt": f"r {text} {facts}", "text": text, "public_url": "https://docket.example", **facts}
    return Request(desk=desk, kind=Kind.COMMAND, who=Viewer(person_id="U0MAYA", channel_id="C0US"), **asked)  # type: ignore[arg-type]


def told(reply: Reply) -> str:
    assert isinstance(reply.message, Message)
    judge_message(list(reply.message.blocks), reply.message.text)
    return reply.message.text


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("", {}),
        ("channel busy", {"scope": Scope.CHANNEL, "scope_id": "C0US", "detail": Detail.BUSY}),
        ("C1 for 90 days", {"scope": Scope.CASE, "scope_id": "C1", "last_day": date(2018, 8, 5)}),
        ("until 1 June 2019 alias", {"last_day": date(2019, 6, 1), "detail": Detail.ALIAS}),
        ("for 1 month alarm 2 hours", {"last_day": date(2018, 6, 7), "alarm": 120}),
        ('with alarm 30 min called "My phone"', {"alarm": 30, "title": "My phone"}),
        ("full busy alias", {"detail": Detail.BUSY}),
        ("alias full", {"detail": Detail.ALIAS}),
        ("for 2 weeks", {"last_day": date(2018, 5, 21)}),
    ],
)
def test_what_is_typed_is_understood(desk: Desk, typed: str, wish: dict[str, object]) -> None:
    with desk.look() as session:
        assert calendar_asking.typed(session, asks(desk, typed)) == calendar_asking.Wish(**wish)  # type: ignore[arg-type]


def test_the_last_day_is_over_at_midnight_on_the_owners_clock(desk: Desk) -> None:
    wish = calendar_asking.Wish(last_day=date(2019, 6, 1))
    assert wish.ends_at("America/Los_Angeles") == datetime(2019, 6, 2, 7, tzinfo=UTC)


def test_an_alarm_of_more_than_a_week_is_refused(desk: Desk) -> None:
    with desk.look() as session, pytest.raises(calendar_asking.AlarmUnreadableError, match="7 days"):
        calendar_asking.typed(session, asks(desk, "alarm 8 days"))


def test_an_address_is_made_shown_named_replaced_and_revoked(desk: Desk) -> None:
    made = told(calendar.create(asks(desk, "for 90 days alarm 1 hour")))
    for word in ("webcal://docket.example/feeds/", "Sunday 5 August 2018", "Google", "Outlook", "Thunderbird", "Mac"):
        assert word in made
    shown = told(calendar.show(asks(desk, "1")))
    for word in ("1 event", "A v. B", "Rings 1 hour before", "Nobody fetched", "never fetched"):
        assert word in shown
    assert "My phone" in told(calendar.rename(asks(desk, "1 My phone")))
    assert "My phone" in told(calendar.show_all(asks(desk)))
    assert "rename 1" in told(calendar.rename(asks(desk, "1")))
    assert "goes by what it shows" in told(calendar.rename(asks(desk, "1 -")))
    assert "/feeds/" in told(calendar.rotate(asks(desk, "1")))
    assert "Address 2 is revoked" in told(calendar.revoke(asks(desk, "2")))
    assert "Settings" in told(calendar.how(asks(desk)))


def test_the_form_makes_an_address(desk: Desk) -> None:
    view = calendar.open_form(asks(desk)).view
    assert view
    judge_view(view)
    fields = {"scope": "case C1", "detail": "busy", "until": "2018-06-01", "alarm": "60", "title": "Phone"}
    assert "one case (C1), only that the time is taken" in told(calendar.submitted(asks(desk, fields=fields)))
    with pytest.raises(Exception, match="That day is over"):
        calendar.submitted(asks(desk, fields={**fields, "until": "2018-05-01"}))


@pytest.mark.parametrize("concern", Concern)
def test_the_letters_name_the_address_and_offer_what_to_do(concern: Concern, clock: PracticeClock) -> None:
    now = clock.now()
    feed = Feed(id=7, person_id="U0MAYA", scope=Scope.ALL, token_hash="", created_at=now, expires_at=now)
    letter = FeedLetter(concern=concern, feed=feed, number=2, language="en", zone="UTC", clients=14)
    written = letter_message(letter)
    judge_message(list(written.blocks), written.text)
    assert "calendar address 2" in written.text
    assert "/calendar rotate 2" in str(written.blocks)
    assert "/calendar revoke 2" in str(written.blocks)


def test_one_event_comes_as_a_file_or_as_an_address_that_works_once(desk: Desk) -> None:
    reply = single_event.take_file(asks(desk), "H1")
    (attachment,) = reply.attachments
    assert attachment.name == "H1.ics"
    assert isinstance(attachment.content, bytes)
    assert attachment.content.count(b"BEGIN:VEVENT") == 1
    assert "https://docket.example/feeds/once/" in attachment.refused
    assert "H1" in told(reply)
    (without,) = single_event.take_file(asks(desk, public_url=None), "H1").attachments
    assert "PUBLIC_URL" in without.refused


class Recorder:
    """A client of Slack that keeps what it is asked to post."""

    def __init__(self) -> None:
        self.posted: list[dict[str, Any]] = []

    def chat_postMessage(self, **message: Any) -> None:  # noqa: N802 -- Slack's
        self.posted.append(message)


def test_a_letter_goes_to_its_owner_alone_in_the_language_that_they_read(clock: PracticeClock) -> None:
    feed = Feed(id=7, person_id="U0DARA", scope=Scope.ALL, token_hash="", created_at=clock.now())
    told = []
    for language in ("en", "km"):
        client = Recorder()
        letter = FeedLetter(
            concern=Concern.CROWDED, feed=feed, number=1, language=language, zone="Asia/Phnom_Penh", clients=12
        )
        SlackPostman(client).tell(letter)  # type: ignore[arg-type] # it only posts
        (posted,) = client.posted
        assert posted["channel"] == "U0DARA"
        judge_message(posted["blocks"], posted["text"])
        told.append(posted["text"])
    assert told[0] != told[1]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "never fetched"),
        ({"last_seen_at": SEEN}, "last fetched Monday 7 May 2018, 8:00 am"),
        ({"last_seen_at": SEEN, "last_client": "Google-Calendar-Importer"}, "8:00 am by Google Calendar"),
        ({"last_seen_at": SEEN, "last_client": "<!channel> *x*/1"}, "by &lt;!channel&gt;"),
        ({"expires_at": datetime(2018, 6, 1, 7, tzinfo=UTC)}, "Thursday 31 May 2018"),
        ({"scope": Scope.CASE, "scope_id": "C1", "detail": Detail.ALIAS}, "(C1)"),
    ],
)
def test_an_address_says_who_fetched_it_and_when_it_ends(facts: dict[str, Any], words: str) -> None:
    stated = {"id": 1, "person_id": "U0MAYA", "scope": Scope.ALL, "token_hash": "", "created_at": SEEN}
    line = FeedLine(feed=Feed(**{**stated, **facts}), number=1, zone="America/Los_Angeles")
    assert words in line.text
    judge_message(list(feeds_message([line], in_channel=True).blocks), line.text)


@pytest.mark.parametrize(("alarm", "words"), [(None, "Does not ring"), (60, "1 hour before"), (45, "45 minutes")])
def test_a_page_without_cases_says_that_nothing_is_shown(alarm: int | None, words: str) -> None:
    feed = Feed(id=1, person_id="U", scope=Scope.ALL, token_hash="", created_at=SEEN, alarm=alarm)
    page = feed_page(FeedLine(feed=feed, number=1, zone="UTC"), cases=(), events=0, clients=3)
    judge_message(list(page.blocks), page.text)
    assert words in page.text
    assert "3 different clients" in page.text
