"""What Slack tells: the token, its scopes, the clock, and the channels to which reminders go."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import PracticeClock
from bot.doctor.findings import Finding, State
from bot.doctor.slack import look_at_slack
from bot.health.asking import client_for
from bot.practice import PracticeServer, Workspace
from tests.handlers.conftest import DARA, MANIFEST, make_workspace


@pytest.fixture
def workspace(clock: PracticeClock) -> Workspace:
    return make_workspace(clock)


@pytest.fixture
def server(workspace: Workspace) -> Iterator[PracticeServer]:
    with PracticeServer(workspace) as running:
        yield running


def told(server: PracticeServer, *names: str, token: str = "", now: datetime | None = None) -> list[Finding]:
    workspace = server.workspace
    channels = [workspace.channel(name).id for name in names]
    client = client_for(token or workspace.bot_token, api_url=server.api_url)
    return list(look_at_slack(client, channels, now or datetime.now(UTC)))


def test_a_good_token_says_who_we_are(server: PracticeServer) -> None:
    found = told(server, "rainsy-us")
    assert [finding.about for finding in found] == ["Slack", "scopes", "clock", "channels"]
    assert found[0].said.startswith("The token is good: we are adquem in")
    assert found[1].said == "Everything is granted."
    assert found[2].state is State.WELL
    assert (found[3].state, "everybody in the workspace can read it" in found[3].said) == (State.LOOK, True)


def test_a_token_that_is_refused_ends_it(server: PracticeServer) -> None:
    (finding,) = told(server, "rainsy-us", token="xoxb-another")
    assert (finding.state, "refuses the bot's token" in finding.said) == (State.MEND, True)


def test_a_slack_that_only_asks_us_to_wait_says_so(server: PracticeServer) -> None:
    server.workspace.faults.limit("auth.test")
    (finding,) = told(server)
    assert finding.said == "Slack asks us to wait: ask again in a minute."


@pytest.mark.parametrize(
    ("lacks", "state", "says"),
    [
        ("chat:write", State.MEND, "The app lacks chat:write."),
        ("channels:history", State.WELL, "refused by choice: channels:history"),
    ],
)
def test_what_the_app_may_not_do_is_told(clock: PracticeClock, lacks: str, state: State, says: str) -> None:
    granted = {kind: [scope for scope in scopes if scope != lacks] for kind, scopes in _scopes().items()}
    manifest = {**MANIFEST, "oauth_config": {"scopes": granted}}
    with PracticeServer(Workspace(manifest=manifest, clock=clock, people=[DARA])) as server:
        finding = next(each for each in told(server) if each.about == "scopes")
    assert (finding.state, says in finding.said) == (state, True)


def test_a_clock_that_is_off_must_be_mended(server: PracticeServer) -> None:
    finding = told(server, now=datetime.now(UTC) + timedelta(minutes=6))[2]
    assert (finding.about, finding.state) == ("clock", State.MEND)
    assert "s apart" in finding.said


def test_channels_that_nobody_reads_must_be_mended(server: PracticeServer) -> None:
    workspace = server.workspace
    for name, facts in {"closed": {"private": True}, "open": {}, "hidden": {"private": True}}.items():
        workspace.create_channel(name, members={DARA.id}, with_bot=name == "closed", **facts)
    workspace.archive_channel("rainsy-kh")
    said = {finding.said: finding.state for finding in told(server, "closed", "rainsy-kh", "open", "hidden")[3:]}
    assert list(said.values()) == [State.WELL, State.MEND, State.MEND, State.MEND]
    closed, archived, outside, hidden = said
    assert closed == "#closed can be reached."
    assert "is archived" in archived
    assert "the bot is not in it" in outside
    assert "channel_not_found" in hidden


def test_slack_that_hangs_up_over_a_channel_says_nothing_of_it(server: PracticeServer) -> None:
    server.workspace.faults.cut("conversations.info")
    assert [finding.about for finding in told(server, "rainsy-us")] == ["Slack", "scopes", "clock"]


def _scopes() -> dict[str, list[str]]:
    scopes: dict[str, list[str]] = MANIFEST["oauth_config"]["scopes"]
    return scopes
