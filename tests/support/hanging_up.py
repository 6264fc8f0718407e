"""Ending a Socket Mode connection between two parties of whom either may be the first to hang up."""

from contextlib import suppress

from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.practice import Workspace


def hang_up(handler: SocketModeHandler, workspace: Workspace) -> None:
    """Let Slack's side hang up first: the client's own way of closing waits three seconds for a last word."""
    handler.client.auto_reconnect_enabled = False
    workspace.sockets.close()
    workspace.wait_for(lambda: not handler.client.is_connected() or None)
    with suppress(AttributeError):  # slack_sdk closes a session that its other thread has just let go
        handler.client.close()
