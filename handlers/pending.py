"""What waits for somebody's decision: a line on the deadline's card, and one message in each channel when it arises."""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime
from threading import Event

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError
from sqlmodel import Session

from bot.docket.desk import Desk
from bot.docket.revising import Proposal, proposal_for, waiting_for
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.law_words import proposal_line
from handlers.views.revisions import notice_of_changes
from handlers.views.text import long_date
from storage.cases import Case, cases_of_channel, channels_of_case, channels_with_cases
from storage.docket import Deadline
from storage.settings import settings_of
from storage.slack import PENDING, Receipt

_log = logging.getLogger("adquem.handlers")


def pending_line(session: Session, book: Rulebook, deadline: Deadline) -> str | None:
    """Return the line that says what waits for a decision about a deadline; None if nothing does.

    Where nothing shifted that the date rests on, as nearly always, nothing is computed.
    """
    waiting = proposal_for(session, book, deadline)
    if waiting is None:
        return None
    told = {"old": long_date(waiting.old), "case": session.get_one(Case, deadline.case_id).ref}
    if waiting.new is None:
        return phrases.PENDING_NO_DATE.format(**told)
    return phrases.PENDING.format(**told, new=long_date(waiting.new))


def tell_what_waits(desk: Desk, client: WebClient, ended: Event) -> None:
    """Tell each channel, at start, which dates of its cases wait for a decision; of each that it was told of, nothing.

    What Slack refuses, or has not answered when the bot is `ended`, is told at the next start.
    """
    with desk.look() as session:
        channels = channels_with_cases(session)
    for channel_id in channels:
        if ended.is_set():
            return
        _tell(desk, client, channel_id, ended)


def remember_told(session: Session, proposals: Iterable[Proposal], *, at: datetime) -> None:
    """Remember that the channels of each case were told of what waits."""
    for proposal in proposals:
        for channel_id in channels_of_case(session, proposal.deadline.case_id):
            session.merge(Receipt(key=_receipt(channel_id, proposal), at=at))


def _tell(desk: Desk, client: WebClient, channel_id: str, ended: Event) -> None:
    with desk.look() as session, phrases.spoken_in(settings_of(session, channel_id).language):
        news = _news(session, desk.book, channel_id)
        if not news:
            return
        lines = [proposal_line(session, proposal) for proposal in news]
        told = notice_of_changes(phrases.PENDING_HERE, lines)
    try:
        client.chat_postMessage(channel=channel_id, text=told.text, blocks=told.blocks, unfurl_links=False)
    except (SlackClientError, OSError) as error:
        _log.warning("A channel could not be told what waits: %s.", type(error).__name__)
        return
    if ended.is_set():
        return
    with desk.store.writing() as session:
        for proposal in news:
            session.merge(Receipt(key=_receipt(channel_id, proposal), at=desk.clock.now()))


def _news(session: Session, book: Rulebook, channel_id: str) -> Sequence[Proposal]:
    """Return what waits in the cases of a channel that it was not told of."""
    waiting = waiting_for(session, book, cases_of_channel(session, channel_id))
    return [proposal for proposal in waiting if session.get(Receipt, _receipt(channel_id, proposal)) is None]


def _receipt(channel_id: str, proposal: Proposal) -> str:
    return f"{PENDING}{channel_id}:{proposal.deadline.key}:{proposal.cause}:{proposal.new}"
