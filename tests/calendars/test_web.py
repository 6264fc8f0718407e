"""The feeds over HTTP, as calendar programs ask for them."""

import asyncio
import gzip
import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import DatabaseError

import httpx
import pytest
import uvicorn
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot.calendars import feeds, lookup, web
from bot.calendars.feeds import Issued
from bot.calendars.lookup import Client
from bot.calendars.web import FeedApp, feed_app
from bot.clock import PracticeClock
from bot.docket.desk import Desk
from bot.rulebook import Rulebook
from storage.calendars import Pulse
from storage.cases import Case
from storage.docket import Entry
from storage.store import Store
from tests.calendars.samples import KHMER, address, ask, record, titles_in


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    """What HTTP asks and answers is the same on either database (see test_serving)."""
    return sqlite_store


@contextmanager
def counted(store: Store) -> Iterator[list[str]]:
    """Collect the statements that reach the database."""
    statements: list[str] = []

    def collect(*arguments: object) -> None:
        statements.append(str(arguments[2]))

    event.listen(store.engine, "before_cursor_execute", collect)
    yield statements
    event.remove(store.engine, "before_cursor_execute", collect)


# Conditions


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_an_unchanged_feed_is_not_sent_again(hearing: Entry, app: FeedApp, path: str, encoding: str, form: str) -> None:
    assert hearing.ref
    first = ask(app, path, accept_encoding=encoding)
    tag = form.format(first.headers["etag"].removeprefix("W/"))
    again = ask(app, path, accept_encoding=encoding, if_none_match=tag)
    assert (again.status_code, again.content) == (304, b"")
    for header in ("etag", "cache-control", "vary", "last-modified"):
        assert again.headers[header] == first.headers[header]
    assert "content-type" not in again.headers


def test_a_client_that_knows_only_dates_is_served_by_date(
    desk: Desk, case: Case, hearing: Entry, app: FeedApp, path: str
) -> None:
    assert hearing.ref
    since = ask(app, path).headers["last-modified"]
    assert ask(app, path, if_modified_since=since).status_code == 304
    record(desk, case, "A second hearing")
    assert ask(app, path, if_modified_since=since).status_code == 200


def test_gzip_is_sent_to_whoever_takes_it(hearing: Entry, app: FeedApp, path: str) -> None:
    assert hearing.ref
    plain, packed = ask(app, path), ask(app, path, accept_encoding="gzip")
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert packed.headers["etag"] == "W/" + plain.headers["etag"]
    assert plain.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"


def test_head_says_the_same_without_the_calendar(hearing: Entry, app: FeedApp, path: str) -> None:
    assert hearing.ref
    get, head = ask(app, path), ask(app, path, "HEAD")
    assert head.content == b""
    assert head.headers == get.headers
    assert int(head.headers["content-length"]) == len(get.content)


# Who may not


def test_a_revoked_address_is_gone(desk: Desk, issued: Issued, app: FeedApp, path: str) -> None:
    assert ask(app, path).status_code == 200
    with desk.change(by="U_CLAIRE") as change:
        feeds.revoke(change, feed=change.session.merge(issued.feed))
    assert ask(app, path, if_none_match="*").status_code == 410


def test_a_revoked_address_costs_one_query_and_then_none(desk: Desk, issued: Issued, app: FeedApp, path: str) -> None:
    with desk.change(by="U_CLAIRE") as change:
        feeds.revoke(change, feed=change.session.merge(issued.feed))
    with counted(desk.store) as statements:
        assert ask(app, path).status_code == 410
        assert ask(app, path).status_code == 410
    queries = [statement for statement in statements if statement != "BEGIN"]
    assert len(queries) == 1
    assert "FROM feed" in queries[0]


def test_an_unknown_address_takes_the_same_steps_as_a_known_one(
    desk: Desk, hearing: Entry, app: FeedApp, path: str
) -> None:
    assert hearing.ref
    for each in (path, "/feeds/unknown.ics"):
        ask(app, each)
    with counted(desk.store) as known:
        feed_app(desk)._lookup.find(feeds.hash_of(path[7:-4]), client=Client(is_new=False))
    with counted(desk.store) as unknown:
        feed_app(desk)._lookup.find(feeds.hash_of("unknown"), client=Client(is_new=False))
    assert [statement[:40] for statement in known] == [statement[:40] for statement in unknown]


@pytest.mark.parametrize(
    "guess", ["/feeds/.ics", "/feeds/x", "/feeds/a/b.ics", "/", "/feeds/" + "a" * 300 + ".ics", "/feeds/a.ics%0A"]
)
def test_what_is_no_address_is_not_found(app: FeedApp, guess: str) -> None:
    assert ask(app, guess).status_code == 404


def test_a_wrong_token_is_not_found_and_not_repeated(app: FeedApp) -> None:
    response = ask(app, "/feeds/secret-guess.ics")
    assert (response.status_code, response.text) == (404, "Not found.")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"])
def test_feeds_are_only_read(app: FeedApp, path: str, method: str) -> None:
    response = ask(app, path, method)
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")


def test_foreign_credentials_are_ignored(app: FeedApp, path: str) -> None:
    assert ask(app, path, authorization="Bearer outlook").status_code == 200


def test_an_address_that_is_asked_too_often_must_wait(desk: Desk, case: Case, path: str) -> None:
    assert case.ref
    hasty = feed_app(desk, per_minute=2)
    assert [ask(hasty, path).status_code for _ in range(3)] == [200, 200, 429]
    assert int(ask(hasty, path).headers["retry-after"]) == 30
    assert ask(hasty, address(desk, "U_MAYA")).status_code == 200
    hasty.close()


def test_a_stranger_may_not_guess_for_long(desk: Desk, case: Case, path: str) -> None:
    assert case.ref
    hasty = feed_app(desk, per_minute=2)
    assert [ask(hasty, f"/feeds/guess{number}.ics").status_code for number in range(3)] == [404, 404, 429]
    assert ask(hasty, path).status_code == 200
    hasty.close()


# Trouble


def test_trouble_is_never_an_empty_calendar(
    app: FeedApp, path: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise OperationalError("SELECT secret", {"token": "secret"}, Exception("secret"))

    monkeypatch.setattr(lookup, "edition_of", fail)
    response = ask(app, path)
    assert (response.status_code, response.headers["retry-after"]) == (503, "60")
    assert response.headers["cache-control"] == "no-store"
    assert "OperationalError, fail:" in caplog.text
    assert "secret" not in caplog.text + response.text
    assert path[7:-4] not in caplog.text + response.text


def test_trouble_with_an_address_that_was_asked_before_is_no_error_page(
    app: FeedApp, path: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_pulse: Pulse) -> int:
        raise DatabaseError("disk I/O error")

    assert ask(app, path).status_code == 200
    monkeypatch.setattr(Pulse, "feel", fail)
    monkeypatch.setattr(web, "PAUSE", 0)
    assert ask(app, path).status_code == 503
    assert "DatabaseError, fail:" in caplog.text


def test_a_date_that_no_calendar_knows_is_passed_over(app: FeedApp, path: str) -> None:
    never = "Mon, 07 May 2018 99999999999:00:00 GMT"
    for _ in range(2):
        assert ask(app, path, if_modified_since=never).status_code == 200


def test_a_feed_is_served_even_if_the_fetch_cannot_be_noted(
    app: FeedApp, path: str, hearing: Entry, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise OperationalError("UPDATE", {}, Exception("database is locked"))

    monkeypatch.setattr(lookup, "note_fetch", fail)
    response = ask(app, path)
    assert titles_in(response) == [hearing.title]
    assert "last-modified" not in response.headers
    assert "could not be noted: OperationalError" in caplog.text


def test_nothing_of_the_address_is_logged(app: FeedApp, path: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    ask(app, path)
    ask(app, path)
    assert path[7:-4] not in caplog.text


# Headers for everybody


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_every_answer_keeps_the_address_to_itself(app: FeedApp, path: str, method: str) -> None:
    for asked in (path, "/feeds/none.ics", "/elsewhere", "/robots.txt"):
        headers = ask(app, asked, method).headers
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-robots-tag"].startswith("noindex")
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]


def test_a_feed_may_be_kept_by_its_reader_alone(app: FeedApp, path: str) -> None:
    assert ask(app, path).headers["cache-control"] == "private, max-age=300"


def test_robots_may_fetch_what_they_were_given(app: FeedApp) -> None:
    response = ask(app, "/robots.txt")
    assert response.text == "User-agent: *\nDisallow:\n"
    assert response.headers["content-type"].startswith("text/plain")


def test_feeds_may_live_below_a_path(app: FeedApp, path: str) -> None:
    assert ask(app, f"/adquem{path}").status_code == 200
    assert ask(app, "/adquem/robots.txt").status_code == 200


def test_an_unchanged_memory_is_not_asked_again(sqlite_store: Store, clock: PracticeClock, book: Rulebook) -> None:
    desk = Desk(store=sqlite_store, clock=clock, book=book)
    app, path = feed_app(desk), address(desk, "U_CLAIRE")
    for _ in range(2):
        ask(app, path)
    with counted(sqlite_store) as statements:
        assert ask(app, path).status_code == 200
    assert statements == []
    app.close()


def test_only_so_many_addresses_are_remembered(
    desk: Desk, app: FeedApp, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "_REMEMBERED", 1)
    for asked in (path, address(desk, "U_MAYA"), path):
        assert ask(app, asked).status_code == 200
    assert len(app._remembered) == 1


# A real server


@pytest.fixture
def server(desk: Desk) -> Iterator[str]:
    """The address of uvicorn, as it is run: without an access log."""
    app = feed_app(desk)
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, access_log=False, log_config=None, root_path="/adquem", lifespan="off")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
    thread.start()
    while not running.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    running.should_exit = True
    thread.join()
    listener.close()
    app.close()


def test_over_a_real_connection(server: str, desk: Desk, case: Case, hearing: Entry, path: str) -> None:
    assert hearing.ref
    record(desk, case, KHMER * 3)
    with httpx.Client(base_url=server) as client:
        first = client.get(path, headers={"accept-encoding": "gzip"})
        again = client.get(path, headers={"accept-encoding": "gzip", "if-none-match": first.headers["etag"]})
        head = client.head(path)
        raw = client.send(client.build_request("GET", path, headers={"accept-encoding": "gzip"}), stream=True)
        packed = b"".join(raw.iter_raw())
    assert titles_in(first) == [hearing.title, KHMER * 3]
    assert (again.status_code, again.content) == (304, b"")
    assert (head.status_code, head.content) == (200, b"")
    assert gzip.decompress(packed) == first.content


def test_other_protocols_are_left_alone(app: FeedApp) -> None:
    asyncio.run(app({"type": "lifespan"}, None, None))  # type: ignore[arg-type] # it must not use them
