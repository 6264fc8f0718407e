"""What an address shows and notes, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from bot.calendars import feeds
from bot.calendars.feeds import Issued
from bot.calendars.web import FeedApp, feed_app
from bot.clock import PracticeClock
from bot.docket import deadlines, hearings, people
from bot.docket.desk import Desk
from storage.calendars import Detail, Feed, Scope
from storage.cases import Case
from storage.docket import Entry
from tests.calendars.samples import KHMER, address, an_answer, ask, events_in, record, titles_in


def test_a_feed_shows_the_docket(desk: Desk, case: Case, hearing: Entry, app: FeedApp, path: str) -> None:
    with desk.change(by="U_CLAIRE") as change:
        deadlines.adopt(change, case=case, entry=None, answer=an_answer())
    response = ask(app, path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert titles_in(response) == ["Due (unconfirmed): Objections to the magistrate judge's order", hearing.title]


def test_a_change_shows_at_the_next_request_of_any_process(
    desk: Desk, case: Case, hearing: Entry, app: FeedApp, path: str
) -> None:
    another = feed_app(desk)
    before = [ask(each, path).headers["etag"] for each in (app, another)]
    with desk.change(by="U_MAYA") as change:
        hearings.vacate(change, hearing=change.session.merge(hearing), reason="stipulation")
    after = [ask(each, path) for each in (app, another)]
    assert [titles_in(response) for response in after] == [["VACATED: Oral argument"]] * 2
    assert len(set(before)) == len({response.headers["etag"] for response in after}) == 1
    assert before[0] != after[0].headers["etag"]
    another.close()


def test_two_changes_within_the_same_instant_both_show(
    desk: Desk, case: Case, app: FeedApp, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = desk.clock.now()
    monkeypatch.setattr(PracticeClock, "now", lambda _clock: now)
    seen = []
    for title in ("First", "Second"):
        record(desk, case, title)
        seen.append(ask(app, path).headers["last-modified"])
    assert titles_in(ask(app, path)) == ["First", "Second"]
    assert seen[0] < seen[1]


def test_a_cancelled_hearing_is_dropped_thirty_days_after_its_date(
    desk: Desk, hearing: Entry, clock: PracticeClock, app: FeedApp, path: str
) -> None:
    with desk.change(by="U_MAYA") as change:
        hearings.vacate(change, hearing=change.session.merge(hearing), reason="stipulation")
    clock.move_to(datetime(2018, 6, 29, 23, 59, tzinfo=UTC))
    assert titles_in(ask(app, path)) == ["VACATED: Oral argument"]
    clock.move_to(datetime(2018, 6, 30, 0, 1, tzinfo=UTC))
    response = ask(app, path)
    assert (response.status_code, titles_in(response)) == (200, [])


def test_what_only_a_left_channel_shows_is_gone_at_once(desk: Desk, hearing: Entry, app: FeedApp, path: str) -> None:
    assert titles_in(ask(app, path)) == [hearing.title]
    with desk.store.writing() as session:
        people.left(session, person_id="U_CLAIRE", channel_id="C_US")
    response = ask(app, path)
    assert (response.status_code, titles_in(response)) == (200, [])
    assert Calendar.from_ical(response.content)["VERSION"] == "2.0"


def test_each_scope_is_clipped_to_what_its_owner_may_see(
    desk: Desk, case: Case, khmer_case: Case, app: FeedApp
) -> None:
    record(desk, case, "Argument")
    record(desk, khmer_case, KHMER)
    with desk.store.writing() as session:
        people.joined(session, person_id="U_MAYA", channel_id="C_KH")
    everything = address(desk, "U_MAYA")
    channel = address(desk, "U_MAYA", Scope.CHANNEL, "C_KH")
    one_case = address(desk, "U_MAYA", Scope.CASE, khmer_case.ref)
    assert titles_in(ask(app, everything)) == ["Argument", KHMER]
    assert titles_in(ask(app, channel)) == titles_in(ask(app, one_case)) == [KHMER]
    with desk.store.writing() as session:
        people.left(session, person_id="U_MAYA", channel_id="C_KH")
    assert titles_in(ask(app, everything)) == ["Argument"]
    assert titles_in(ask(app, channel)) == titles_in(ask(app, one_case)) == []


def test_code_names_serve_whoever_must_not_carry_names(desk: Desk, khmer_case: Case, app: FeedApp) -> None:
    record(desk, khmer_case, KHMER)
    response = ask(app, address(desk, "U_SOKHA", detail=Detail.ALIAS))
    assert [event["SUMMARY"] for event in events_in(response)] == ["Hearing H1 · Kingfisher"]
    assert "Phnom" not in response.text


def test_access_that_is_lost_and_won_again_changes_the_date_too(
    desk: Desk, hearing: Entry, app: FeedApp, path: str
) -> None:
    assert hearing.ref
    dates = [ask(app, path).headers["last-modified"]]
    for move in (people.left, people.joined):
        with desk.store.writing() as session:
            move(session, person_id="U_CLAIRE", channel_id="C_US")
        dates.append(ask(app, path).headers["last-modified"])
    assert len(set(dates)) == 3
    assert ask(app, path, if_modified_since=dates[1]).status_code == 200


def test_a_rotated_address_moves_on(desk: Desk, issued: Issued, hearing: Entry, app: FeedApp, path: str) -> None:
    with desk.change(by="U_CLAIRE") as change:
        new = feeds.rotate(change, feed=change.session.merge(issued.feed))
    assert ask(app, path).status_code == 410
    assert titles_in(ask(app, f"/feeds/{new.token}.ics")) == [hearing.title]


def last_seen(desk: Desk, issued: Issued) -> Feed:
    with desk.look() as session:
        return session.get_one(Feed, issued.feed.key)


def test_the_owner_can_see_who_fetched_last_and_when(
    desk: Desk, issued: Issued, app: FeedApp, path: str, clock: PracticeClock
) -> None:
    assert last_seen(desk, issued).last_seen_at is None
    ask(app, path, user_agent="Thunderbird/153.7")
    first = last_seen(desk, issued)
    assert first.last_client == "Thunderbird/153.7"
    assert first.last_seen_at is not None
    clock.move_by(timedelta(seconds=50))
    ask(app, path, user_agent="Thunderbird/153.8")
    ask(app, path, user_agent="Thunderbird/153.7")
    assert last_seen(desk, issued).last_client == "Thunderbird/153.8"
    clock.move_by(timedelta(seconds=5))
    ask(app, path, user_agent="Evolution/3.46" + "x" * 500)
    assert last_seen(desk, issued).last_client.startswith("Evolution/3.46x")
    assert len(last_seen(desk, issued).last_client) == 120
