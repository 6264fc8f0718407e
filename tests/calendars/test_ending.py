"""Addresses that end, that too many fetch, and that work once."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event

import pytest

from bot.calendars import feeds, tickets
from bot.calendars.clients import UNUSUAL, program_of, signature_of
from bot.calendars.errors import EndIsPastError, NotOnCalendarsError
from bot.calendars.feeds import Issued
from bot.calendars.watching import Concern, FeedLetter, Watch, start_watching
from bot.calendars.web import FeedApp, feed_app
from bot.clock import PracticeClock
from bot.docket import entries, people
from bot.docket.desk import Desk
from bot.docket.errors import NotOnTheDocketError
from bot.docket.sight import Viewer
from storage.cases import Case
from storage.docket import Entry, EntryKind
from tests.calendars.samples import ask, titles_in


@dataclass
class Postman:
    """Takes letters, unless Slack is down."""

    is_down: bool = False
    letters: list[FeedLetter] = field(default_factory=list)

    def tell(self, letter: FeedLetter) -> None:
        if self.is_down:
            raise OSError
        self.letters.append(letter)


@dataclass
class Bell:
    """Rings when a letter was taken."""

    postman: Postman
    told: Event

    def tell(self, letter: FeedLetter) -> None:
        self.postman.tell(letter)
        self.told.set()


def ending(desk: Desk, at: datetime) -> Issued:
    with desk.change(by="U_CLAIRE") as change:
        return feeds.issue(change, person_id="U_CLAIRE", expires_at=at)


def test_an_address_ends_at_its_instant_and_its_owner_is_told_once(
    desk: Desk, hearing: Entry, app: FeedApp, clock: PracticeClock
) -> None:
    issued = ending(desk, clock.now() + timedelta(days=1))
    path, postman = f"/feeds/{issued.token}.ics", Postman(is_down=True)
    watch = Watch(desk=desk, postman=postman)
    assert (ask(app, path).status_code, watch.run_once()) == (200, 0)
    clock.move_by(timedelta(days=1))
    assert ask(app, path).status_code == ask(feed_app(desk), path).status_code == 410
    assert watch.run_once() == 0
    postman.is_down = False
    assert (watch.run_once(), watch.run_once()) == (1, 0)
    assert [(letter.concern, letter.number) for letter in postman.letters] == [(Concern.ENDED, 1)]


def test_an_address_cannot_end_before_it_begins(desk: Desk, clock: PracticeClock) -> None:
    with pytest.raises(EndIsPastError, match="for 90 days"):
        ending(desk, clock.now() - timedelta(seconds=1))


def test_an_ended_address_is_replaced_by_one_that_lasts_as_long(desk: Desk, clock: PracticeClock) -> None:
    old = ending(desk, clock.now() + timedelta(days=3))
    clock.move_by(timedelta(days=10))
    with desk.change(by="U_CLAIRE") as change:
        new = feeds.rotate(change, feed=change.session.merge(old.feed))
    assert new.feed.expires_at
    assert timedelta(days=2) < new.feed.expires_at - clock.now() <= timedelta(days=3)


def test_a_named_address_shows_its_name(desk: Desk, hearing: Entry, issued: Issued, app: FeedApp, path: str) -> None:
    assert "X-WR-CALNAME:Ad Quem\r\n" in ask(app, path).text
    with desk.change(by="U_CLAIRE") as change:
        feeds.rename(change, feed=change.session.merge(issued.feed), title="  My\ntelephone ")
    assert "X-WR-CALNAME:My telephone\r\n" in ask(app, path).text


def test_a_crowd_is_told_to_the_owner_at_most_once_a_week(
    desk: Desk, issued: Issued, app: FeedApp, path: str, clock: PracticeClock
) -> None:
    postman = Postman()
    watch = Watch(desk=desk, postman=postman)
    for number in range(UNUSUAL - 1):
        assert ask(app, path, user_agent=f"Program{number}x/1").status_code == 200
    assert watch.run_once() == 0
    ask(app, path, user_agent="Another/1")
    assert (watch.run_once(), watch.run_once()) == (1, 0)
    assert (postman.letters[0].concern, postman.letters[0].clients) == (Concern.CROWDED, UNUSUAL)
    clock.move_by(timedelta(days=8))
    assert watch.run_once() == 0


def test_a_signature_tells_programs_and_networks_apart_and_no_more() -> None:
    home = signature_of("token", user_agent="Thunderbird/153.7", host="203.0.113.7")
    assert home == signature_of("token", user_agent="Thunderbird/154.0", host="203.0.113.99")
    assert home != signature_of("token", user_agent="Thunderbird/153.7", host="198.51.100.7")
    assert home != signature_of("token", user_agent="Evolution/3.46", host="203.0.113.7")
    assert home != signature_of("another", user_agent="Thunderbird/153.7", host="203.0.113.7")
    google = [signature_of("t", user_agent="Google-Calendar-Importer", host=f"66.249.{n}.1") for n in (1, 2)]
    assert google[0] == google[1]
    assert signature_of("t", user_agent="", host="testclient") != signature_of("t", user_agent="", host="elsewhere")


@pytest.mark.parametrize(
    ("user_agent", "program"),
    [
        ("Google-Calendar-Importer", "Google Calendar"),
        ("macOS/15.1 (24B83) dataaccessd/1.0", "Apple Calendar (Mac)"),
        ("iOS/18.1 (22B83) dataaccessd/1.0", "Apple Calendar (iPhone, iPad)"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Thunderbird/153.7", "Thunderbird"),
        ("axios/1.2", "axios"),
        ("", ""),
    ],
)
def test_programs_are_named_as_people_know_them(user_agent: str, program: str) -> None:
    assert program_of(user_agent) == program


def taken(desk: Desk, row: Entry, person_id: str = "U_CLAIRE") -> str:
    with desk.change(by=person_id) as change:
        return tickets.hand_out(change, row=row).address("")


def test_an_event_is_handed_out_once(desk: Desk, hearing: Entry, app: FeedApp) -> None:
    path = taken(desk, hearing)
    assert ask(app, path, "HEAD").status_code == 200
    assert ask(app, path, user_agent="Slackbot-LinkExpanding 1.0").status_code == 404
    first = ask(app, path)
    assert (first.status_code, titles_in(first), first.headers["cache-control"]) == (200, [hearing.title], "no-store")
    assert ask(app, path).status_code == 410


def test_an_event_is_handed_out_within_the_hour_to_whoever_may_see_it(
    desk: Desk, hearing: Entry, app: FeedApp, clock: PracticeClock
) -> None:
    late, left = taken(desk, hearing), taken(desk, hearing, "U_MAYA")
    with desk.store.writing() as session:
        people.left(session, person_id="U_MAYA", channel_id="C_US")
    assert ask(app, left).status_code == 410
    clock.move_by(timedelta(hours=1))
    assert ask(app, late).status_code == 410


def test_a_file_is_of_what_one_may_see_and_calendars_show(desk: Desk, case: Case, hearing: Entry) -> None:
    with desk.change(by="U_CLAIRE") as change:
        filing = entries.record(
            change, case=case, kind=EntryKind.FILING, title="Brief", on_date=hearing.on_date, trigger=None
        )
        file = tickets.file_of(change.session, hearing)
        assert b"Oral argument" in file
        for of_calendars in (b"X-WR-CALNAME", b"NAME:", b"REFRESH-INTERVAL", b"X-PUBLISHED-TTL"):
            assert of_calendars not in file.replace(b"TZNAME:", b"")
        with pytest.raises(NotOnCalendarsError, match="/docket export ics"):
            tickets.file_of(change.session, filing)
        with pytest.raises(NotOnTheDocketError):
            tickets.find_row(change.session, Viewer(person_id="U_NOBODY"), hearing.ref)


def test_the_watch_looks_at_once_and_no_more_when_it_is_stopped(desk: Desk, clock: PracticeClock) -> None:
    ending(desk, clock.now() + timedelta(days=1))
    clock.move_by(timedelta(days=1))
    told, postman = Event(), Postman()
    watching = start_watching(Watch(desk=desk, postman=Bell(postman, told)), every=timedelta(milliseconds=50))
    assert told.wait(timeout=30)
    watching.stop()
    watching.stop()
    before = len(postman.letters)
    ending(desk, clock.now() + timedelta(days=1))
    clock.move_by(timedelta(days=1))
    assert not Event().wait(timeout=0.2)
    assert len(postman.letters) == before == 1
