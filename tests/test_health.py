"""`/healthz` of a bot at work: it fails when Slack is lost or the sweep is late, and recovers by itself."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot import app
from bot.health.asking import client_for, trouble_with
from bot.health.line import Line
from bot.opening import Practice, practising
from bot.practice.faults import Faults
from bot.reminders import schedule
from tests.reminders.fakes import StillClock

SOON = timedelta(milliseconds=50)
PATIENCE = 15.0


@pytest.fixture(scope="module")
def practice() -> Iterator[Practice]:
    """A bot that asks Slack how it is many times in a second."""
    patch = pytest.MonkeyPatch()
    patch.setattr(app, "Line", lambda client, **facts: Line(client, every=SOON, again=SOON, **facts))
    with practising() as practice:
        practice.workspace.wait_until_connected()
        yield practice
    patch.undo()


@pytest.fixture
def faults(practice: Practice) -> Iterator[Faults]:
    yield practice.workspace.faults
    practice.workspace.faults.clear()


def health(practice: Practice) -> tuple[int, str]:
    answer = httpx.get(f"http://127.0.0.1:{practice.bot.port}/healthz")
    return answer.status_code, answer.text


def comes_to(practice: Practice, status: int, words: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while (last := health(practice)) != (status, last[1]) or words not in last[1]:
        assert time.monotonic() < deadline, last
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (lambda faults: faults.refuse("auth.test", error="token_revoked", times=10_000), "refuses the bot's token"),
        (lambda faults: faults.fail("auth.test", status=503, times=10_000), "unwell: it answers with status 503"),
        (lambda faults: faults.cut("auth.test", times=10_000), "cannot be reached"),
    ],
    ids=["revoked", "unwell", "cut"],
)
def test_it_fails_while_slack_is_lost_although_nothing_is_due_and_recovers(
    practice: Practice, faults: Faults, order: Callable[[Faults], None], words: str
) -> None:
    comes_to(practice, 200, "well")
    order(faults)
    comes_to(practice, 503, words)
    faults.clear()
    comes_to(practice, 200, "well")


def test_it_does_not_fail_because_slack_asks_us_to_wait(practice: Practice, faults: Faults) -> None:
    faults.limit("auth.test", times=1, retry_after=1)
    client = client_for(practice.workspace.bot_token, api_url=f"{practice.url}/api/")
    assert trouble_with(client, now=datetime.now(UTC)) == ""


@pytest.mark.parametrize("years", [-1, 18])
def test_a_clock_that_differs_from_slacks_is_told_from_outside(practice: Practice, years: int) -> None:
    client = client_for(practice.workspace.bot_token, api_url=f"{practice.url}/api/")
    line = Line(client, machine=StillClock(datetime.now(UTC) + years * timedelta(days=365)))
    line.look()
    (told,) = line.troubles()
    assert told.endswith("s apart. Reminders come at wrong times.")


def test_it_fails_when_the_sweep_is_late_and_recovers(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    comes_to(practice, 200, "well")
    with monkeypatch.context() as patch:
        patch.setattr(schedule, "PATIENCE", timedelta(seconds=-60))  # as if the last sweep had ended a minute earlier
        comes_to(practice, 503, "Reminders are not delivered: the last sweep ended")
    comes_to(practice, 200, "well")


def test_a_socket_that_does_not_come_back_is_a_trouble_and_one_that_is_renewed_is_none(
    practice: Practice,
) -> None:
    is_open = [False]
    client = client_for(practice.workspace.bot_token, api_url=f"{practice.url}/api/")
    line = Line(client, is_connected=lambda: is_open[0])
    line.look()
    assert line.troubles() == ()
    line.look()
    assert "the socket is closed" in line.troubles()[0]
    is_open[0] = True
    line.look()
    assert line.troubles() == ()


def test_a_token_that_slack_does_not_know_is_a_trouble(practice: Practice) -> None:
    address = f"{practice.url}/api/"
    assert trouble_with(client_for(practice.workspace.bot_token, api_url=address), now=datetime.now(UTC)) == ""
    assert "invalid_auth" in trouble_with(client_for("xoxb-nobody", api_url=address), now=datetime.now(UTC))
