from typing import Any

from bot.practice import PracticeServer

from .conftest import Bot


def test_a_command_is_answered_through_the_ack(server: PracticeServer, bot: Bot) -> None:
    @bot.app.command("/case")
    def case(ack: Any, body: dict[str, Any]) -> None:
        bot.note(body)
        ack(f"You said {body['text']}")

    dara, maya = server.workspace.person("dara"), server.workspace.person("maya")
    dara.types("rainsy-us", "/case show @maya in #rainsy-us")
    answer = dara.sees("rainsy-us")[-1]
    assert answer.text == f"You said show <@U0MAYA> in <#{server.workspace.channel('rainsy-us').id}|rainsy-us>"
    assert answer.ephemeral_to == dara.id
    assert not maya.sees("rainsy-us")
