"""The bot as it really runs, on the practice workspace: Socket Mode or signed HTTP, nothing of ours replaced."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_bolt.adapter.socket_mode import SocketModeHandler
from starlette.applications import Starlette

from bot.clock import PracticeClock
from bot.docket.desk import Desk
from bot.practice import Actor, Person, PracticeServer, Workspace
from bot.rulebook import Rulebook
from handlers.app import SlackApp, slack_app
from handlers.http import slack_route
from storage.cases import people_of_channel
from storage.store import Store
from tests.judges import limits, models, types
from tests.support.hanging_up import hang_up
from tests.support.stage import the_stage
from tests.support.waiting import eventually

DARA = Person(id="U0DARA", name="dara", real_name="Dara Chan", tz="Asia/Phnom_Penh")
MAYA = Person(id="U0MAYA", name="maya", real_name="Maya Ortiz", tz="America/Los_Angeles")
LENA = Person(id="U0LENA", name="lena", real_name="Lena Roux", tz="Europe/Paris")
STRANGER = Person(id="U0SOKH", name="sokha", real_name="Sokha Lim", tz="Asia/Phnom_Penh")
MANIFEST: dict[str, Any] = yaml.safe_load(Path("manifest.yml").read_text())
CASE = "/case add cand 3:18-mc-80024-SK Rainsy v. Facebook"


@pytest.fixture
def desk(sqlite_store: Store, clock: PracticeClock, book: Rulebook) -> Desk:
    return Desk(store=sqlite_store, clock=clock, book=book)


@dataclass
class Team:
    """The people of a defence team at their screens, and the bot among them."""

    workspace: Workspace
    desk: Desk
    app: SlackApp
    dara: Actor = field(init=False)
    maya: Actor = field(init=False)
    lena: Actor = field(init=False)
    stranger: Actor = field(init=False)
    channel: str = "rainsy-us"

    def __post_init__(self) -> None:
        self.dara, self.maya = self.workspace.person("dara"), self.workspace.person("maya")
        self.lena, self.stranger = self.workspace.person("lena"), self.workspace.person("sokha")

    def with_a_case(self) -> "Team":
        """Return the team once it has its case."""
        self.dara.types(self.channel, CASE)
        self.dara.waits_to_see(self.channel, "is on the docket")
        eventually(self.everybody_is_known)
        return self

    def everybody_is_known(self) -> bool:
        """Whether the bot has asked Slack who is in the channel; it does so after it has answered."""
        channel = self.workspace.channel(self.channel).id
        with self.desk.look() as session:
            return len(people_of_channel(session, channel)) >= len((DARA, MAYA, LENA))


def make_workspace(clock: PracticeClock, **changes: Any) -> Workspace:
    workspace = Workspace(manifest=MANIFEST, clock=clock, people=[DARA, MAYA, LENA, STRANGER], **changes)
    workspace.create_channel("rainsy-us", members={DARA.id, MAYA.id, LENA.id})
    workspace.create_channel("rainsy-kh", members={DARA.id})
    workspace.create_channel("elsewhere", members={STRANGER.id})
    return workspace


@contextmanager
def over_sockets(desk: Desk, workspace: Workspace) -> Iterator[Team]:
    """Run the bot in Socket Mode."""
    with PracticeServer(workspace) as server:
        app = slack_app(
            desk=desk, token=workspace.bot_token, api_url=server.api_url, public_url="https://docket.example"
        )
        handler = SocketModeHandler(app, workspace.app_token, web_client=app.client)
        handler.connect()  # type: ignore[no-untyped-call]  # Bolt's own
        workspace.wait_until_connected()
        yield Team(workspace=workspace, desk=desk, app=app)
        hang_up(handler, workspace)
        app.finish()


@contextmanager
def over_http(desk: Desk, clock: PracticeClock) -> Iterator[Team]:
    """Run the bot behind signed HTTP requests."""
    stage = the_stage()
    workspace = make_workspace(clock, request_url=f"{stage.url}/slack/events")
    with PracticeServer(workspace) as practice:
        app = slack_app(
            desk=desk,
            token=workspace.bot_token,
            signing_secret=workspace.signing_secret,
            api_url=practice.api_url,
            public_url="https://docket.example",
        )
        with stage.playing(Starlette(routes=[slack_route(app)])):
            yield Team(workspace=workspace, desk=desk, app=app)
        app.finish()


@pytest.fixture(scope="session")
def seen() -> Iterator[list[dict[str, Any]]]:
    """Collect every block that was shown; Slack's own types judge them all at once, for their compiler is slow."""
    blocks: list[dict[str, Any]] = []
    yield blocks
    assert not types.of_blocks(blocks)


@pytest.fixture
def team(desk: Desk, clock: PracticeClock, seen: list[dict[str, Any]]) -> Iterator[Team]:
    with over_http(desk, clock) as running:
        yield running
        judge_everything(running, seen)


@pytest.fixture(params=["sockets", "http"])
def either_team(request: pytest.FixtureRequest, desk: Desk, clock: PracticeClock) -> Iterator[Team]:
    """The same team, reached in both ways."""
    way = over_sockets(desk, make_workspace(clock)) if request.param == "sockets" else over_http(desk, clock)
    with way as running:
        yield running


def judge_everything(team: Team, seen: list[dict[str, Any]]) -> None:
    """Let the judges see every message of ours that is still on a screen."""
    for message in (*team.dara.sees("rainsy-us"), *team.maya.sees("rainsy-us")):
        if message.blocks:
            complaints = [*limits.of_message(message.blocks, message.text), *models.of_blocks(message.blocks)]
            assert not complaints
            seen.extend(dict(block) for block in message.blocks)
