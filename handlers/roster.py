"""Who Slack says people are, and which channels they are in. Slack may refuse to tell: nothing fails because of it."""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from threading import Event
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.docket import people
from bot.docket.desk import Desk
from bot.docket.sight import Viewer
from handlers.reporting import report
from handlers.said_by_slack import NOT_INVITED, what_slack_said
from storage.cases import Person, channels_with_cases, is_member, members_of
from storage.slack import prune

UNKNOWN_ZONE = "UTC"
_FRESH = timedelta(hours=12)
_PAGE = 200
_MOST_PAGES = 50
_TRIES = 5
"""How often Slack is asked anew because people come and go meanwhile; each coming and going asks for itself."""
_DAILY = timedelta(days=1)
_LOOK_EVERY = timedelta(minutes=10)

_log = logging.getLogger("adquem.handlers")


class Roster:
    """Meets people. The docket remembers them for good; this remembers whom it asked Slack about lately."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._met: dict[str, datetime] = {}
        self._bots: set[str] = set()
        self._reconciled: datetime | None = None

    def meet(self, client: WebClient, who: Viewer) -> None:
        """Remember a person, and their zone."""
        self._introduce(client, who.person_id)

    def sees(self, who: Viewer) -> None:
        """Remember in which channel a person speaks, where Slack vouches for it: what they may see follows from that.

        It is remembered before they are answered: later they may have left.
        """
        if who.vouched and is_channel(who.channel_id) and not self._is_known_in(who):
            with self._desk.store.writing() as session:
                people.joined(session, person_id=who.person_id, channel_id=who.channel_id or "")

    def ask_who_is_in(self, client: WebClient, channel_id: str) -> None:
        """Ask Slack for the members of a channel; those who are not there any more see nothing of it from now on.

        Slack answers of one moment. Whoever is known to have come or gone since it was asked makes it be asked again.
        """
        for person_id in self._said_anew(client, channel_id):
            self._introduce(client, person_id)

    def ask_everywhere(self, client: WebClient) -> None:
        """Ask who is in every channel that follows a case: people may have come and gone while nobody listened."""
        with self._desk.look() as session:
            channels = channels_with_cases(session)
        for channel_id in channels:
            self.ask_who_is_in(client, channel_id)

    def reconcile_daily(self, client: WebClient) -> bool:
        """Once a day, ask who is everywhere and forget old receipts; return whether that was done now."""
        now = self._desk.clock.now()
        if self._reconciled and now - self._reconciled < _DAILY:
            return False
        self._reconciled = now
        with self._desk.store.writing() as session:
            prune(session, now=now)
        self.ask_everywhere(client)
        return True

    def call_daily(self, client: WebClient, ended: Event) -> None:
        """Reconcile now and then once a day by the desk's clock, until it is ended; what fails waits a day."""
        while not ended.is_set():
            try:
                self.reconcile_daily(client)
            except Exception as error:  # noqa: BLE001 -- who is where is asked again tomorrow
                report(error, "roll call")
            ended.wait(_LOOK_EVERY.total_seconds())

    def _is_known_in(self, who: Viewer) -> bool:
        with self._desk.look() as session:
            return is_member(session, channel_id=who.channel_id or "", person_id=who.person_id)

    def _said_anew(self, client: WebClient, channel_id: str) -> Sequence[str]:
        """Return who is in a channel once that is written; nobody, where Slack does not tell."""
        members: Sequence[str] = ()
        for _ in range(_TRIES):
            with self._desk.look() as session:
                known = members_of(session, channel_id)
            found = _members(client, channel_id)
            if found is None:
                return ()
            members = [person_id for person_id in found if person_id not in self._bots]
            if self._are_written(channel_id, members, instead_of=known):
                break
        return members

    def _are_written(self, channel_id: str, members: Sequence[str], *, instead_of: frozenset[str]) -> bool:
        with self._desk.store.writing() as session:
            return people.are_in(session, channel_id=channel_id, person_ids=members, instead_of=instead_of)

    def _introduce(self, client: WebClient, person_id: str) -> None:
        now = self._desk.clock.now()
        met = self._met.get(person_id)
        if not person_id or (met and now - met < _FRESH):
            return
        self._met[person_id] = now
        user = _user(client, person_id)
        if user.get("is_bot"):
            self._bots.add(person_id)
        if user.get("is_bot") or user.get("deleted"):
            with self._desk.store.writing() as session:
                people.gone(session, person_id=person_id)
            return
        name, zone = name_of(user), str(user.get("tz") or "")
        with self._desk.store.writing() as session:
            known = session.get(Person, person_id)
            people.meet(
                session,
                person_id=person_id,
                name=name or (known.name if known else person_id),
                zone=zone or (known.zone if known else UNKNOWN_ZONE),
            )


def is_channel(channel_id: str | None) -> bool:
    """Return whether it is a channel, not a direct message."""
    return bool(channel_id) and not str(channel_id).startswith("D")


def _user(client: WebClient, person_id: str) -> Mapping[str, Any]:
    """Return what Slack tells of a person; nothing, where it does not tell."""
    try:
        return client.users_info(user=person_id).get("user") or {}
    except (SlackClientError, OSError):
        _log.info("Slack does not say who a person is; their zone is taken to be %s.", UNKNOWN_ZONE)
        return {}


def name_of(user: Mapping[str, Any]) -> str:
    """Return what somebody is called in Slack; nothing, where it does not say."""
    profile = user.get("profile") or {}
    names = (profile.get("display_name"), user.get("real_name"), profile.get("real_name"), user.get("name"))
    return str(next(filter(None, names), ""))


def _members(client: WebClient, channel_id: str) -> Sequence[str] | None:
    """Return the members of a channel; None if Slack does not tell.

    Where the bot is no longer, it cannot know who is: then nobody sees a case because of that channel.
    """
    try:
        found: list[str] = []
        cursor = ""
        for _ in range(_MOST_PAGES):
            page = client.conversations_members(channel=channel_id, cursor=cursor or None, limit=_PAGE)
            found += page.get("members") or []
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return found
    except SlackApiError as error:
        _log.info("Slack does not say who is in a channel: %s.", what_slack_said(error))
        return [] if what_slack_said(error) in NOT_INVITED else None
    except (SlackClientError, OSError):
        _log.info("Slack does not say who is in a channel.")
    return None


def zones_of(members: Sequence[Person]) -> tuple[str, ...]:
    """Return the zones in which people work, each once."""
    return tuple(sorted({person.zone for person in members}))
