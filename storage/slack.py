"""What we must remember about our own traffic with Slack."""

from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, col, delete, select

KEPT = timedelta(days=7)
"""How long a receipt is kept: Slack delivers nothing again after hours, and nobody presses Back after days."""
PENDING = "pending:"
"""So begins the receipt of what a channel was told that waits for a decision: it is kept, or it would be told again."""


class Card(SQLModel, table=True):
    """Where the card of an entry or deadline was posted, so that it can be updated in place."""

    subject: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    message_ts: str


class Receipt(SQLModel, table=True):
    """A request of Slack's that we have taken: Slack may deliver it again, Bolt would run it again.

    Also a card that somebody is about to post: another process shall not post it, too.
    """

    key: str = Field(primary_key=True)
    at: datetime


def take(session: Session, receipt: Receipt) -> bool:
    """Take a request; return False if it was taken before."""
    try:
        with session.begin_nested():
            session.add(receipt)
    except IntegrityError:
        return False
    return True


def prune(session: Session, *, now: datetime) -> None:
    """Forget the receipts that nobody will ask for again."""
    is_old = col(Receipt.at) < now - KEPT
    session.exec(delete(Receipt).where(is_old, ~col(Receipt.key).startswith(PENDING)))


def claim_card(session: Session, *, subject: str, channel_id: str, now: datetime, lease: timedelta) -> bool:
    """Claim the posting of a card before it is posted; return False while another process holds the claim.

    A claim whose lease ran out belongs to a process that died: it can be claimed anew.
    """
    key = _claim(subject, channel_id)
    session.exec(delete(Receipt).where(col(Receipt.key) == key, col(Receipt.at) <= now - lease))
    return take(session, Receipt(key=key, at=now))


def give_up_card(session: Session, *, subject: str, channel_id: str) -> None:
    """Give up the claim to post a card: it was posted, or it could not be."""
    session.exec(delete(Receipt).where(col(Receipt.key) == _claim(subject, channel_id)))


def remember_card(session: Session, card: Card) -> None:
    """Remember the newest card of a subject in a channel."""
    session.merge(card)


def cards_of(session: Session, subject: str) -> list[Card]:
    """Return where the cards of a subject stand."""
    return list(session.exec(select(Card).where(Card.subject == subject)))


def _claim(subject: str, channel_id: str) -> str:
    return f"card:{subject}:{channel_id}"
