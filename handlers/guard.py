"""The one guard around every listener.

It acknowledges within Slack's three seconds, turns our errors into one helpful sentence, never runs a change twice and
never logs what people wrote.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.errors import AdQuemError
from bot.law import LawError
from handlers import phrases
from handlers.acknowledging import Acknowledgement
from handlers.downloading import speaking_through
from handlers.outbox import Outbox
from handlers.refusals import refusal, under_field
from handlers.replies import FieldError, Question, Reply
from handlers.reporting import report
from handlers.requests import READERS, Kind, Request
from storage.cases import language_of

Handle = Callable[[Request], Reply]
Listener = Callable[..., None]

_BARE_ACK = frozenset({Kind.PRESS, Kind.SHORTCUT, Kind.EVENT})


def guarded(handle: Handle, *, kind: Kind, outbox: Outbox, public_url: str | None = None) -> Listener:
    """Return a Bolt listener that reads a request, lets `handle` answer it, and delivers the answer."""

    def listen(ack: Ack, body: Mapping[str, Any], client: WebClient) -> None:
        with ExitStack() as stack:
            with Acknowledgement(ack) as acknowledgement:
                if kind in _BARE_ACK:
                    acknowledgement.give()
                try:
                    request = replace(READERS[kind](body, outbox.desk), public_url=public_url)
                    if kind is not Kind.EVENT:
                        outbox.roster.sees(request.who)
                    stack.enter_context(phrases.spoken_in(_language_of(request)))
                    stack.enter_context(speaking_through(client))
                    reply = answered(handle, request)
                except Exception as error:  # noqa: BLE001 -- the last line of defence
                    report(error, kind)
                    acknowledgement.give()
                    return
                told = outbox.acknowledge(acknowledgement, request, reply)
            try:
                outbox.deliver(client, request, reply, told=told)
            except Exception as error:  # noqa: BLE001 -- what was saved stays saved; only the telling failed
                report(error, kind)

    return listen


def _language_of(request: Request) -> str:
    with request.desk.look() as session:
        return language_of(session, request.who.person_id)


def answered(handle: Handle, request: Request) -> Reply:
    """Let a handler answer; whatever goes wrong becomes a sentence."""
    try:
        return handle(request)
    except Question as question:
        return question.reply
    except FieldError as error:
        return under_field(request, error.name, str(error))
    except (AdQuemError, LawError) as error:
        return refusal(request, error)
    except Exception as error:  # noqa: BLE001 -- told to the person, logged for us
        report(error, request.kind)
        return refusal(request, AdQuemError(phrases.OUR_FAULT))
