"""What Prometheus reads: that it parses, that it is true, and that it names nobody."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.responses import PlainTextResponse

from bot.docket.desk import Desk
from bot.metrics import BeatingSweep, CountedMessenger, Counts, metrics_route
from bot.metrics.beating import BEAT_EVERY
from bot.reminders import ChannelRefusedError, LockedOutError, OutageError, Sweep, ThrottledError
from bot.rulebook import Rulebook
from bot.web import Receive, Scope, Send, listening, port_of, serving, web_app
from storage.backups import Backup
from storage.beats import Beat, last_beat
from storage.store import Store
from tests.reminders.fakes import SmallSlack, StillClock
from tests.reminders.office import Office, court_time, ticks

TOKEN = "a-token-of-the-tests-own"


async def feeds(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("", status_code=304 if scope["path"].endswith("known.ics") else 200)(scope, receive, send)


@dataclass
class Watched:
    """An office with an alarm, and the numbers that it shows."""

    desk: Desk
    clock: StillClock
    slack: SmallSlack
    url: str
    counts: Counts
    machine: StillClock = field(default_factory=lambda: StillClock(datetime.now(UTC)))

    def sweep(self) -> Sweep:
        messenger = CountedMessenger(messenger=self.slack, counts=self.counts)
        return BeatingSweep(desk=self.desk, messenger=messenger, machine=self.machine)

    def opened(self) -> Office:
        """Open an office that owes an act on 18 May, and say at once what is said at once of it."""
        office = Office.opened(self.desk, self.clock)
        office.owes(date(2018, 5, 18))
        self.sweep().run_once()
        return office

    def shown(self) -> dict[str, float]:
        text = httpx.get(f"{self.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).raise_for_status().text
        return {
            sample.name + "".join(f" {key}={value}" for key, value in sample.labels.items()): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
        }


@pytest.fixture
def watched(store: Store, book: Rulebook) -> Iterator[Watched]:
    from bot import reminders

    clock = StillClock(court_time(5, 7, 8))
    desk = Desk(store=store, clock=clock, book=book, followers=(reminders.follow,))
    counts = Counts()
    app = web_app(
        feeds=feeds,
        health=list,
        routes=[metrics_route(desk, counts, token=TOKEN)],
        note_feed=counts.answered,
    )
    with listening("127.0.0.1", 0) as address, serving(app, at=address):
        url = f"http://127.0.0.1:{port_of(address)}"
        yield Watched(desk=desk, clock=clock, slack=SmallSlack(), url=url, counts=counts)


@pytest.mark.parametrize("shown", [None, "", "Bearer", "Bearer guessed", f"Basic {TOKEN}", TOKEN, "Bearer é"])
def test_nobody_reads_it_without_the_token(watched: Watched, shown: str | None) -> None:
    headers = {} if shown is None else {b"Authorization": shown.encode()}
    answer = httpx.get(f"{watched.url}/metrics", headers=headers)
    assert (answer.status_code, answer.text) == (401, "")


def test_where_no_token_was_set_there_is_no_such_page() -> None:
    app = web_app(feeds=feeds, health=list)
    with listening("127.0.0.1", 0) as address, serving(app, at=address):
        assert httpx.get(f"http://127.0.0.1:{port_of(address)}/metrics").status_code == 404


def test_an_empty_docket_shows_that_nothing_is_late(watched: Watched) -> None:
    shown = watched.shown()
    assert [shown[f"adquem_reminders state={state}"] for state in ("planned", "due", "held", "claimed")] == [0] * 4
    assert shown["adquem_reminder_oldest_seconds"] == 0
    assert shown["adquem_reminder_lateness_seconds_count"] == 0
    assert shown["adquem_sweeping_processes"] == 0
    assert "adquem_sweep_age_seconds" not in shown
    assert shown["adquem_delivery_failures_total kind=timeout"] == 0
    assert shown["adquem_process_resident_memory_bytes"] > 0


def test_the_backlog_and_the_lateness_of_what_was_said(watched: Watched) -> None:
    watched.opened()
    sweep = watched.sweep()
    ticks(sweep, watched.clock, until=court_time(5, 11, 8, 59))
    before = watched.shown()
    assert before["adquem_reminders state=planned"] > 3
    assert before["adquem_reminder_oldest_seconds"] == 0
    watched.clock.instant = court_time(5, 11, 9, 0, 20)  # the step of seven days was meant for nine o'clock
    waiting = watched.shown()
    assert waiting["adquem_reminder_oldest_seconds"] == pytest.approx(20)
    assert waiting["adquem_reminders state=due"] == 1
    sweep.run_once()
    after = watched.shown()
    assert after["adquem_reminder_oldest_seconds"] == 0
    assert after["adquem_reminder_last_lateness_seconds"] == pytest.approx(20)
    lateness = "adquem_reminder_lateness_seconds"
    more = {name: after[name] - before[name] for name in after if name.startswith(lateness)}
    assert [more[f"{lateness}_bucket le={limit}"] for limit in ("15.0", "30.0", "+Inf")] == [0, 1, 1]
    assert more[f"{lateness}_sum"] == pytest.approx(20, abs=0.01)


def test_each_failure_is_counted_by_kind_and_what_still_waits_because_of_it_is_shown(watched: Watched) -> None:
    watched.opened()
    watched.clock.instant = court_time(5, 11, 9)
    faults = [
        ThrottledError(timedelta(seconds=30)),
        OutageError("status 503", in_doubt=True),
        OutageError("TimeoutError", in_doubt=True),
        LockedOutError("token_revoked"),
        ChannelRefusedError("is_archived"),
    ]
    watched.slack.before["C_US"].extend(faults)
    sweep = watched.sweep()
    for _ in faults:
        sweep.run_once()
        watched.clock.instant += timedelta(minutes=16)  # longer than any pause between two tries
    shown = watched.shown()
    kinds = ("rate_limited", "server_error", "timeout", "token_refused", "channel_refused")
    assert [shown[f"adquem_delivery_failures_total kind={kind}"] for kind in kinds] == [1] * 5
    assert shown["adquem_reminders_in_trouble kind=channel_refused"] == 1
    sweep.run_once()
    assert not [name for name in watched.shown() if name.startswith("adquem_reminders_in_trouble")]


def test_history_that_nobody_may_read_is_no_failure(watched: Watched) -> None:
    watched.opened()
    watched.slack.history_open = False
    watched.slack.before["C_US"].append(OutageError("TimeoutError", in_doubt=True))
    sweep = watched.sweep()
    for _ in range(2):
        watched.clock.instant = max(watched.clock.instant + timedelta(minutes=16), court_time(5, 11, 9))
        sweep.run_once()
    shown = watched.shown()
    assert sum(value for name, value in shown.items() if name.startswith("adquem_delivery_failures_total")) == 1


def test_the_age_of_the_sweep_is_that_of_the_newest_process(watched: Watched) -> None:
    with watched.desk.store.writing() as session:
        long_ago = watched.machine.now() - timedelta(hours=3)
        session.add(Beat(process="another", began_at=long_ago, at=long_ago))
    assert watched.shown()["adquem_sweeping_processes"] == 0
    watched.sweep().run_once()
    shown = watched.shown()
    assert 0 <= shown["adquem_sweep_age_seconds"] < 60
    assert shown["adquem_sweeping_processes"] == 1


def test_the_age_of_the_last_backup_is_known_once_there_is_one(watched: Watched) -> None:
    assert "adquem_backup_age_seconds" not in watched.shown()
    with watched.desk.store.writing() as session:
        session.add(Backup(at=watched.machine.now() - timedelta(hours=3), name="one", rows=1, is_encrypted=False))
    assert 10_800 <= watched.shown()["adquem_backup_age_seconds"] < 10_860


def test_answers_to_calendars_are_counted_by_status(watched: Watched) -> None:
    for name in ("new", "known", "known"):
        httpx.get(f"{watched.url}/feeds/{name}.ics")
    shown = watched.shown()
    assert shown["adquem_feed_requests_total status=200"] == 1
    assert shown["adquem_feed_requests_total status=304"] == 2


def test_nothing_in_it_names_a_case_a_channel_or_a_person(watched: Watched) -> None:
    watched.opened()
    watched.slack.before["C_US"].append(ChannelRefusedError("is_archived"))
    watched.clock.instant = court_time(5, 11, 9)
    watched.sweep().run_once()
    text = httpx.get(f"{watched.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).text
    for secret in ("Rainsy", "80024", "C_US", "U_MAYA", "D1", "Objections", TOKEN):
        assert secret not in text


def test_a_docket_that_cannot_be_read_is_said_and_not_shown_as_quiet(watched: Watched) -> None:
    from sqlalchemy import text

    with watched.desk.store.engine.begin() as connection:
        connection.execute(text("DROP TABLE reminder"))
    answer = httpx.get(f"{watched.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert (answer.status_code, answer.text) == (503, "The docket cannot be read.")


def test_an_idle_sweep_writes_its_beat_once_a_minute_and_at_once_when_slack_is_lost(watched: Watched) -> None:
    def beat() -> Beat:
        with watched.desk.look() as session:
            found = last_beat(session)
        assert found
        return found

    watched.opened()
    watched.machine.instant += timedelta(minutes=5)
    sweep = watched.sweep()
    began = watched.machine.instant
    for _ in range(3):
        sweep.run_once()
        assert beat().at == began
        watched.machine.instant += timedelta(seconds=15)
    watched.clock.instant = court_time(5, 11, 9)
    watched.slack.before["C_US"].append(LockedOutError("token_revoked"))
    sweep.run_once()
    assert (beat().at, beat().reached_slack) == (watched.machine.instant, False)
    watched.machine.instant += BEAT_EVERY
    sweep.run_once()
    assert (beat().at, beat().reached_slack) == (watched.machine.instant, True)
