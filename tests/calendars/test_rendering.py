"""Feeds are joined from written events, and the joined ones are kept."""

import gzip

from icalendar import Calendar

from bot.calendars.events import write
from bot.calendars.rendering import Rendering, Shelf, name_of, render
from storage.calendars import Detail, Feed, Scope
from tests.calendars.samples import COURT, KHMER, NOON, a_case, a_deadline, an_entry


def a_feed(scope: Scope, detail: Detail) -> Feed:
    return Feed(person_id="U1", scope=scope, detail=detail, token_hash="", created_at=NOON)


def rendered() -> Rendering:
    written = [
        write(row, case=a_case(), court=COURT, detail=Detail.FULL)
        for row in (an_entry(), an_entry(zone="Asia/Phnom_Penh", title=KHMER), a_deadline())
    ]
    return render("Ad Quem", [(event.when.zone, event.body) for event in written])


def test_each_zone_is_described_once_before_the_events() -> None:
    calendar = Calendar.from_ical(rendered().plain)
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"] * 2 + ["VEVENT"] * 3
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["America/Los_Angeles", "Asia/Phnom_Penh"]


def test_the_heading_says_how_often_to_ask_again() -> None:
    text = rendered().plain.decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    for line in (
        "VERSION:2.0",
        "METHOD:PUBLISH",
        "NAME:Ad Quem",
        "X-WR-CALNAME:Ad Quem",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
    ):
        assert f"\r\n{line}\r\n" in text


def test_a_feed_without_events_is_still_a_calendar_that_holds_something() -> None:
    calendar = Calendar.from_ical(render("Ad Quem", []).plain)
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]


def test_the_same_events_have_the_same_tag_and_the_same_bytes() -> None:
    assert rendered() == rendered()
    assert gzip.decompress(rendered().gzipped) == rendered().plain
    assert render("Ad Quem", []).tag != rendered().tag


def test_a_feeds_name_says_no_more_than_its_events() -> None:
    case = a_case(alias="Kingfisher")
    assert name_of(a_feed(Scope.ALL, Detail.FULL), [case]) == "Ad Quem"
    assert name_of(a_feed(Scope.CASE, Detail.FULL), [case]) == "Ad Quem: Rainsy v. Facebook"
    assert name_of(a_feed(Scope.CHANNEL, Detail.ALIAS), [case, a_case(id=3)]) == "Ad Quem: Kingfisher, C3"
    assert name_of(a_feed(Scope.CASE, Detail.BUSY), [case]) == "Busy"
    assert name_of(a_feed(Scope.CASE, Detail.FULL), []) == "Ad Quem"


def of_size(size: int) -> Rendering:
    return Rendering("tag", b"x" * size, b"")


def fetched(shelf: Shelf, keys: str, size: int) -> str:
    """Fetch some keys; return those that had to be made."""
    made: list[str] = []

    def fetch(key: str) -> None:
        def make() -> Rendering:
            made.append(key)
            return of_size(size)

        shelf.fetch(key, make)

    for key in keys:
        fetch(key)
    return "".join(made)


def test_a_shelf_makes_nothing_twice() -> None:
    assert fetched(Shelf(), "aaa", size=1) == "a"


def test_a_full_shelf_lets_go_of_what_was_asked_for_longest_ago() -> None:
    assert fetched(Shelf(room=250), "abacaba", size=100) == "abcb"


def test_what_is_larger_than_the_shelf_is_kept_alone() -> None:
    shelf = Shelf(room=10)
    big = shelf.fetch("a", lambda: of_size(100))
    assert shelf.fetch("a", lambda: of_size(1)) is big


def test_a_rendering_made_twice_at_the_same_time_is_counted_once() -> None:
    shelf = Shelf(room=150)

    def make_while_another_does() -> Rendering:
        return shelf.fetch("a", lambda: of_size(100))

    shelf.fetch("a", make_while_another_does)
    assert shelf._used == 100
