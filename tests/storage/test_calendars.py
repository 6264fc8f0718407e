"""Feeds and written events, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from storage.calendars import (
    CalendarEvent,
    Detail,
    Edition,
    Feed,
    Pulse,
    Scope,
    cases_in_feed,
    edition_of,
    events_of,
    feed_with,
    keep_events,
    last_edition,
    live_feeds_of,
    note_fetch,
    recipes,
)
from storage.cases import Case, ChannelLink, Membership
from storage.log import AuditEntry, append
from storage.store import Store

NOON = datetime(2018, 5, 7, 12, tzinfo=UTC)
TODAY = NOON.date()


def a_feed(person_id: str = "U1", **facts: Any) -> Feed:
    stated = {"scope": Scope.ALL, "token_hash": f"hash of {person_id}", "created_at": NOON}
    return Feed(**{"person_id": person_id, **stated, **facts})


def an_event(subject: str, **facts: Any) -> CalendarEvent:
    stated = {
        "detail": Detail.FULL,
        "case_id": 1,
        "on_date": TODAY,
        "edition": 1,
        "recipe": "1",
        "body": subject.encode(),
    }
    return CalendarEvent(**{"subject": subject, **stated, **facts})


@pytest.fixture
def cases(store: Store) -> Store:
    """Two cases: #us follows the first, #kh both; U1 is in #us, U2 in #kh."""
    with store.writing() as session:
        for number in (1, 2):
            session.add(
                Case(id=number, court="cand", docket_number=str(number), caption="", created_at=NOON, created_by="")
            )
        session.flush()
        for channel, case_id in (("C_US", 1), ("C_KH", 1), ("C_KH", 2)):
            session.add(ChannelLink(channel_id=channel, case_id=case_id, linked_at=NOON, linked_by=""))
        session.add(Membership(channel_id="C_US", person_id="U1"))
        session.add(Membership(channel_id="C_KH", person_id="U2"))
    return store


def shown(store: Store, feed: Feed) -> list[str]:
    with store.reading() as session:
        return [case.ref for case in cases_in_feed(session, feed)]


@pytest.mark.parametrize(
    ("feed", "refs"),
    [
        (a_feed("U1"), ["C1"]),
        (a_feed("U2"), ["C1", "C2"]),
        (a_feed("U3"), []),
        (a_feed("U1", scope=Scope.CHANNEL, scope_id="C_US"), ["C1"]),
        (a_feed("U1", scope=Scope.CHANNEL, scope_id="C_KH"), []),
        (a_feed("U2", scope=Scope.CHANNEL, scope_id="C_KH"), ["C1", "C2"]),
        (a_feed("U1", scope=Scope.CASE, scope_id="C1"), ["C1"]),
        (a_feed("U1", scope=Scope.CASE, scope_id="C2"), []),
        (a_feed("U2", scope=Scope.CASE, scope_id="C2"), ["C2"]),
    ],
)
def test_a_feed_shows_what_its_scope_and_its_owners_sight_share(cases: Store, feed: Feed, refs: list[str]) -> None:
    assert shown(cases, feed) == refs


def test_feeds_are_found_by_the_hash_of_their_token(store: Store) -> None:
    with store.writing() as session:
        session.add_all([a_feed("U1"), a_feed("U2", revoked_at=NOON)])
    with store.reading() as session:
        found = feed_with(session, "hash of U2")
        assert found is not None
        assert found.revoked_at == NOON
        assert feed_with(session, "hash of U3") is None
        assert [feed.person_id for feed in live_feeds_of(session, "U1")] == ["U1"]
        assert live_feeds_of(session, "U2") == []


def keep(store: Store, subject: str, *events: CalendarEvent) -> None:
    with store.writing() as session:
        keep_events(session, subject, events)


def edition(store: Store, *case_ids: int, detail: Detail = Detail.FULL, today: date = TODAY) -> Edition:
    with store.reading() as session:
        return edition_of(session, case_ids, detail=detail, today=today)


def bodies(store: Store, *case_ids: int, today: date = TODAY) -> list[bytes]:
    with store.reading() as session:
        return [event.body for event in events_of(session, case_ids, detail=Detail.FULL, today=today)]


def test_events_come_by_date(cases: Store) -> None:
    keep(cases, "H2", an_event("H2"))
    keep(cases, "D1", an_event("D1", on_date=TODAY + timedelta(days=1), case_id=2))
    keep(cases, "H1", an_event("H1"))
    assert bodies(cases, 1, 2) == [b"H1", b"H2", b"D1"]
    assert bodies(cases, 2) == [b"D1"]
    assert bodies(cases) == []


def test_an_edition_counts_what_is_shown_and_names_the_last_change(cases: Store) -> None:
    assert edition(cases, 1, 2) == (0, 0)
    keep(cases, "H1", an_event("H1", edition=3), an_event("H1", detail=Detail.BUSY, edition=9))
    keep(cases, "H2", an_event("H2", edition=5, case_id=2))
    assert edition(cases, 1, 2) == (2, 5)
    assert edition(cases, 1) == (1, 3)
    assert edition(cases, 1, detail=Detail.BUSY) == (1, 9)
    assert edition(cases) == (0, 0)


def test_a_cancelled_event_is_shown_through_its_last_day(cases: Store) -> None:
    keep(cases, "H1", an_event("H1", drop_after=TODAY))
    assert (bodies(cases, 1), edition(cases, 1)) == ([b"H1"], (1, 1))
    tomorrow = TODAY + timedelta(days=1)
    assert (bodies(cases, 1, today=tomorrow), edition(cases, 1, today=tomorrow)) == ([], (0, 0))


def test_an_event_that_says_the_same_keeps_its_edition(cases: Store) -> None:
    keep(cases, "H1", an_event("H1", edition=1))
    keep(cases, "H1", an_event("H1", edition=2))
    assert edition(cases, 1) == (1, 1)
    keep(cases, "H1", an_event("H1", edition=3, body=b"moved"))
    assert (edition(cases, 1), bodies(cases, 1)) == ((1, 3), [b"moved"])


def test_levels_that_a_subject_no_longer_has_are_dropped(cases: Store) -> None:
    keep(cases, "O1", *(an_event("O1", detail=detail) for detail in Detail))
    keep(cases, "O1", an_event("O1"))
    assert edition(cases, 1, detail=Detail.BUSY) == (0, 0)
    keep(cases, "O1")
    assert edition(cases, 1) == (0, 0)


def test_recipes_are_told_by_subject(cases: Store) -> None:
    keep(cases, "H1", an_event("H1", recipe="old"))
    with cases.reading() as session:
        assert recipes(session) == {"H1": "old"}


def test_the_edition_of_now_is_the_logs_last_line(store: Store) -> None:
    with store.writing() as session:
        assert last_edition(session) == 0
        line = append(session, AuditEntry(at=NOON, actor="U1", action="x", subject="H1", previous="", seal=""))
        assert last_edition(session) == line.id


@pytest.fixture
def feed(store: Store) -> Feed:
    feed = a_feed()
    with store.writing() as session:
        session.add(feed)
    return feed


def note(store: Store, feed: Feed, *, tag: str, at: datetime) -> datetime:
    with store.writing() as session:
        return note_fetch(session, feed.key, at=at, client="Thunderbird", tag=tag)


def test_a_feed_remembers_since_when_it_says_what_it_says(store: Store, feed: Feed) -> None:
    assert note(store, feed, tag="a", at=NOON + timedelta(microseconds=5)) == NOON
    assert note(store, feed, tag="a", at=NOON + timedelta(hours=1)) == NOON
    assert note(store, feed, tag="b", at=NOON + timedelta(hours=2)) == NOON + timedelta(hours=2)
    with store.reading() as session:
        kept = session.get_one(Feed, feed.key)
    assert (kept.last_seen_at, kept.last_client, kept.content_tag) == (NOON + timedelta(hours=2), "Thunderbird", "b")


def test_what_changes_within_a_second_is_a_second_newer(store: Store, feed: Feed) -> None:
    at = [NOON + timedelta(milliseconds=step) for step in (0, 200, 400)]
    seen = [note(store, feed, tag=tag, at=moment) for tag, moment in zip("aba", at, strict=True)]
    assert seen == [NOON + timedelta(seconds=step) for step in range(3)]


@pytest.fixture
def pulse(store: Store) -> Iterator[Pulse]:
    pulse = Pulse(store)
    yield pulse
    pulse.close()


def test_the_pulse_beats_when_anything_is_written(store: Store, pulse: Pulse) -> None:
    before = pulse.feel()
    with store.writing() as session:
        session.add(a_feed())
    assert pulse.feel() != before


def test_the_pulse_rests_while_nothing_is_written(sqlite_store: Store) -> None:
    pulse = Pulse(sqlite_store)
    with sqlite_store.reading() as session:
        live_feeds_of(session, "U1")
    assert len({pulse.feel() for _ in range(5)}) == 1
    pulse.close()


def test_a_change_that_was_not_kept_is_no_beat(sqlite_store: Store) -> None:
    pulse = Pulse(sqlite_store)
    before = pulse.feel()
    with suppress(RuntimeError), sqlite_store.writing() as session:
        session.add(a_feed())
        session.flush()
        raise RuntimeError
    assert pulse.feel() == before
    pulse.close()


def test_on_postgresql_every_feeling_differs(postgres_store: Store) -> None:
    pulse = Pulse(postgres_store)
    assert len({pulse.feel() for _ in range(5)}) == 5
    pulse.close()
