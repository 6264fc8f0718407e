"""From a command to its answer, beside a bot that does nothing: `python benchmarks/slack.py [deadlines] [rounds]`.

Two Bolt apps run over the same transport (signed HTTP, uvicorn, a process each): ours with many open deadlines in its
store, and one whose listener only says "done". A third process stands for Slack's Web API and says yes to everything.
Over HTTP Bolt looks every 10 ms whether a listener has acknowledged: both pay for that. Requests alternate between the
two. The acknowledgement carries the answer, so that one number is both; where a form is opened, the answer is the
moment at which `views.open` arrives at Slack.

Then twenty commands at once, each of which puts a hearing on the docket: none may be lost.
"""

import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from functools import partial
from http.client import HTTPConnection
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import uvicorn
from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from sqlmodel import func, select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import calendars, reminders
from bot.clock import SystemClock
from bot.docket import cases, deadlines, people
from bot.docket.desk import Desk
from bot.rulebook import load_rulebook
from handlers import phrases
from handlers.app import slack_app
from handlers.http import PATH, slack_route
from storage.docket import Entry
from storage.store import Store

SECRET = "practice"  # noqa: S105 -- of a benchmark
CHANNEL, PERSON = "C0BENCH", "U0BENCH"
AT_ONCE = 20
COMMANDS = ("/deadline list", "/deadline show D77", "/deadline explain D77", "/docket", "/case list", "/hearing list")
FORMS = ("/hearing", "/order")


def main(count: int = 10_000, rounds: int = 200) -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        path = Path(folder) / "docket.db"
        fill(path, count)
        opened, told = get_context("spawn").Pipe(duplex=False)
        api = stack.enter_context(serving(partial(slack_api, told)))
        ours = stack.enter_context(serving(partial(our_bot, path, api)))
        idle = stack.enter_context(serving(partial(idle_bot, api)))
        print(f"{count:,} open deadlines, {rounds} rounds, milliseconds from command to answer:")
        print(f"{'':26}{'p50':>8}{'p99':>8}   {'idle p50':>8}{'ratio':>8}")
        for line in COMMANDS:
            report(line, *alternating(partial(ask, ours, line), partial(ask, idle, line), rounds))
        for line in FORMS:
            report(
                f"{line} (form)", *alternating(partial(ask_form, ours, line, opened), partial(ask, idle, line), rounds)
            )
        kept = twenty_at_once(ours, path)
        print(f"{AT_ONCE} commands at once: {kept} hearings on the docket")
        assert kept == AT_ONCE


def alternating(ours: Callable[[], float], idle: Callable[[], float], rounds: int) -> tuple[list[float], list[float]]:
    for _ in range(10):
        ours(), idle()
    pairs = [(ours(), idle()) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def report(name: str, ours: list[float], idle: list[float]) -> None:
    middle, worst = statistics.median(ours) * 1000, statistics.quantiles(ours, n=100)[98] * 1000
    floor = statistics.median(idle) * 1000
    print(f"  {name:24}{middle:8.1f}{worst:8.1f}   {floor:8.1f}{middle / floor:8.2f}")


def twenty_at_once(port: int, path: Path) -> int:
    before = count_of_hearings(path)
    lines = [f"/hearing add {day} June 2031 9:30am Hearing {day}" for day in range(2, 2 + AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        list(crowd.map(partial(ask, port), lines))
    return count_of_hearings(path) - before


def count_of_hearings(path: Path) -> int:
    store = Store.at(path)
    with store.reading() as session:
        counted = session.exec(select(func.count()).select_from(Entry)).one()
    store.close()
    return counted


# Slack's side


def ask(port: int, line: str) -> float:
    """Send a command as Slack does and wait for its answer; return the seconds that took."""
    name, _, text = line.partition(" ")
    now = time.time_ns()
    form = {"command": name, "text": text, "user_id": PERSON, "channel_id": CHANNEL, "trigger_id": f"{now}.1.a"}
    body = urlencode({**form, "team_id": "T0BENCH", "response_url": "", "api_app_id": "A0BENCH"})
    stamp = str(now // 1_000_000_000)
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=stamp, body=body) or ""
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Signature": signature,
        "X-Slack-Request-Timestamp": stamp,
    }
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    start = time.perf_counter()
    connection.request("POST", PATH, body, headers)
    answer = connection.getresponse()
    said = answer.read().decode()
    took = time.perf_counter() - start
    assert answer.status == 200, said  # noqa: PLR2004 -- HTTP
    assert phrases.OUR_FAULT not in said
    connection.close()
    return took


def ask_form(port: int, line: str, opened: Connection) -> float:
    """Send a command that opens a form; return the seconds until Slack is asked to open it."""
    start = time.monotonic()
    ask(port, line)
    if not opened.poll(5):
        raise AssertionError("No form was opened.")
    return float(opened.recv()) - start


def slack_api(told: Connection, ready: Connection) -> None:
    async def say_yes(request: Request) -> Response:
        if request.url.path.endswith("views.open"):
            told.send(time.monotonic())
        member = {"id": PERSON, "name": "maya", "real_name": "Maya Ortiz", "tz": "America/Los_Angeles"}
        return JSONResponse({"ok": True, "ts": "1.1", "user": member, "members": [PERSON], "user_id": "U0BOT"})

    serve(Starlette(routes=[Route("/{path:path}", say_yes, methods=["GET", "POST"])]), ready)


# The two bots


def our_bot(path: Path, api: int, ready: Connection) -> None:
    desk = desk_at(path)
    serve(Starlette(routes=[slack_route(slack_app(desk=desk, signing_secret=SECRET, **address(api)))]), ready)


def idle_bot(api: int, ready: Connection) -> None:
    told = address(api)
    client = WebClient(token=told["token"], base_url=told["api_url"])
    app = App(signing_secret=SECRET, client=client, token_verification_enabled=False)
    for name in sorted({line.split(" ", 1)[0] for line in (*COMMANDS, *FORMS)}):
        app.command(name)(say_done)
    serve(Starlette(routes=[slack_route(app)]), ready)


def say_done(ack: Ack) -> None:
    ack("done")


def address(api: int) -> dict[str, Any]:
    return {"token": "xoxb-practice", "api_url": f"http://127.0.0.1:{api}/api/"}


def desk_at(path: Path) -> Desk:
    store = Store.at(path)
    store.migrate()
    return Desk(store=store, clock=SystemClock(), book=load_rulebook(), followers=(reminders.follow, calendars.follow))


def fill(path: Path, count: int) -> None:
    """Put one case on the docket, with as many open deadlines as asked for."""
    desk = desk_at(path)
    with desk.change(by=PERSON) as change:
        people.meet(change.session, person_id=PERSON, name="maya", zone="America/Los_Angeles")
        people.joined(change.session, person_id=PERSON, channel_id=CHANNEL)
        case = cases.open_case(
            change, court="cand", docket_number="3:18-mc-80024", caption="Rainsy v. Facebook", channel_id=CHANNEL
        )
    for first in range(0, count, 500):
        with desk.change(by="import") as change:
            for number in range(first, min(first + 500, count)):
                on = date.today() + timedelta(days=number % 700)  # noqa: DTZ011 -- any day will do
                answers = deadlines.preview(
                    change.session, desk.book, case=case, trigger="order.nondispositive", on_date=on
                )
                deadlines.adopt(change, case=case, entry=None, answer=answers[0])
    desk.store.close()


# Processes


@contextmanager
def serving(work: Callable[[Connection], None]) -> Iterator[int]:
    """Run a server in a process of its own; yield its port."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=work, args=(theirs,), daemon=True)
    process.start()
    try:
        yield int(ours.recv())
    finally:
        process.terminate()
        process.join()


def serve(app: Starlette, ready: Connection) -> None:
    taken = socket.create_server(("127.0.0.1", 0))
    ready.send(taken.getsockname()[1])
    uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[taken])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
