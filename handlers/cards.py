"""The cards that stand in channels: posted once, updated in place when their subject changes.

The reminders that were posted about a subject become its card, too, once the subject changes: nobody shall read
"unconfirmed" above a date that was confirmed, a date that has moved, nor press Done on what is done.
"""

import logging
from collections.abc import Sequence
from datetime import timedelta
from threading import Lock
from time import sleep

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError
from sqlmodel import Session

from bot.docket.desk import Desk
from handlers import facts, phrases
from handlers.replies import Notice
from handlers.said_by_slack import what_slack_said
from handlers.views.blocks import Message
from storage.cases import channels_of_case
from storage.docket import Deadline, Entry, deadline_by_ref, entry_by_ref
from storage.reminders import messages_about
from storage.settings import settings_of
from storage.slack import Card, cards_of, claim_card, give_up_card, remember_card

CARD_EVENT = "adquem_card"
LEASE = timedelta(minutes=2)
"""How long a process may take to post a card before it is held to be dead: Slack's own patience, many times."""
REMINDERS = 12
"""So many reminders of one subject are kept up to date: a whole ladder; Slack allows about fifty updates a minute."""
_LOOKS, _PAUSE = 20, 0.25
_GONE = frozenset({"message_not_found", "channel_not_found", "is_archived", "cant_update_message"})

_log = logging.getLogger("adquem.handlers")


class Noticeboard:
    """Posts and updates cards in the channels that follow a case, and tells those channels what changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._locks = tuple(Lock() for _ in range(32))

    def show(self, client: WebClient, refs: Sequence[str]) -> list[str]:
        """Bring the cards of some subjects up to date in every channel that follows them; return what Slack refused."""
        troubles = []
        for ref in refs:
            with self._alone_with(ref):
                troubles += self._show(client, ref)
        return troubles

    def refresh(self, client: WebClient, refs: Sequence[str]) -> None:
        """Update the cards of some subjects where they stand, and post none."""
        for ref in refs:
            with self._alone_with(ref):
                for channel_id in self._channels(ref):
                    self._update_all(client, ref, channel_id)

    def announce(self, client: WebClient, notice: Notice) -> list[str]:
        """Tell every channel that follows a case, or the one that is named; return what Slack refused."""
        with self._desk.look() as session:
            channels = [notice.channel_id] if notice.channel_id else channels_of_case(session, notice.case_id)
        return [trouble for channel in channels if (trouble := _post(client, channel, notice.message)[1])]

    def _show(self, client: WebClient, ref: str) -> list[str]:
        troubles = []
        for channel_id in self._channels(ref):
            shown = self._update_all(client, ref, channel_id)
            troubles.append(self._post_once(client, ref, channel_id) if shown is None else shown)
        return [trouble for trouble in troubles if trouble]

    def _post_once(self, client: WebClient, ref: str, channel_id: str) -> str:
        """Post a card that no other process is posting; wait for theirs and update it. Return what Slack refused."""
        for _ in range(_LOOKS):
            if self._claim(ref, channel_id):
                return self._post_claimed(client, ref, channel_id)
            sleep(_PAUSE)
            shown = self._update_all(client, ref, channel_id)
            if shown is not None:
                return shown
        _log.warning("Another process holds the claim to a card and has not posted it.")
        return ""

    def _post_claimed(self, client: WebClient, ref: str, channel_id: str) -> str:
        """Post a card that is claimed, unless somebody did so just before; the claim ends with it."""
        try:
            shown = self._update_all(client, ref, channel_id)
            if shown is not None:
                return shown
            message_ts, trouble = _post(client, channel_id, self._card(ref, channel_id), ref=ref)
            if not trouble:
                self._remember(Card(subject=ref, channel_id=channel_id, message_ts=message_ts))
            return trouble
        finally:
            with self._desk.store.writing() as session:
                give_up_card(session, subject=ref, channel_id=channel_id)

    def _claim(self, ref: str, channel_id: str) -> bool:
        now = self._desk.clock.now()
        with self._desk.store.writing() as session:
            return claim_card(session, subject=ref, channel_id=channel_id, now=now, lease=LEASE)

    def _update_all(self, client: WebClient, ref: str, channel_id: str) -> str | None:
        """Update whatever shows a subject in a channel.

        Return what Slack refused of it, nothing if all is well; None if nothing shows it, so that a card may be posted.
        """
        standing = self._standing(ref, channel_id)
        refused = [self._update(client, ref, channel_id, message_ts) for message_ts in standing]
        there = [trouble for trouble in refused if trouble not in _GONE]
        return next(filter(None, there), "") if there else None

    def _update(self, client: WebClient, ref: str, channel_id: str, message_ts: str) -> str:
        """Update one message, whose metadata stay; return what Slack refused."""
        card = self._card(ref, channel_id)
        try:
            client.chat_update(channel=channel_id, ts=message_ts, text=card.text, blocks=card.blocks)
        except (SlackClientError, OSError) as error:
            _log.warning("A card could not be updated: %s.", what_slack_said(error))
            return what_slack_said(error)
        return ""

    def _alone_with(self, ref: str) -> Lock:
        """Let one request at a time show a subject: no older state after a newer one, and no card twice."""
        return self._locks[hash(ref) % len(self._locks)]

    def _card(self, ref: str, channel_id: str) -> Message:
        with self._desk.look() as session, phrases.spoken_in(settings_of(session, channel_id).language):
            subject = _subject(session, ref)
            if isinstance(subject, Deadline):
                return facts.deadline_message(session, self._desk, subject, channel_id=channel_id, stands=True)
            return facts.entry_message(session, self._desk, subject, channel_id=channel_id)

    def _channels(self, ref: str) -> Sequence[str]:
        with self._desk.look() as session:
            return channels_of_case(session, _subject(session, ref).case_id)

    def _standing(self, ref: str, channel_id: str) -> Sequence[str]:
        """Return the messages that show a subject in a channel: its card, and the reminders of it, the last first."""
        with self._desk.look() as session:
            cards = [card.message_ts for card in cards_of(session, ref) if card.channel_id == channel_id]
            return [*cards, *messages_about(session, ref, channel_id, most=REMINDERS)]

    def _remember(self, card: Card) -> None:
        with self._desk.store.writing() as session:
            remember_card(session, card)


def _subject(session: Session, ref: str) -> Deadline | Entry:
    """Return the entry or deadline that a short id names."""
    found = deadline_by_ref(session, ref) or entry_by_ref(session, ref)
    if found is None:
        raise LookupError(f"{ref} is not on the docket.")
    return found


def _metadata(ref: str) -> dict[str, object]:
    return {"event_type": CARD_EVENT, "event_payload": {"subject": ref}}


def _post(client: WebClient, channel_id: str, message: Message, *, ref: str | None = None) -> tuple[str, str]:
    """Post a message; return its timestamp, or what Slack refused."""
    try:
        posted = client.chat_postMessage(
            channel=channel_id,
            text=message.text,
            blocks=message.blocks,
            metadata=_metadata(ref) if ref else None,
            unfurl_links=False,
            unfurl_media=False,
        )
    except (SlackClientError, OSError) as error:
        return "", what_slack_said(error)
    return str(posted["ts"]), ""
