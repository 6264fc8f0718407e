"""What we must remember about our own traffic with Slack."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, Session, SQLModel, select


class Card(SQLModel, table=True):
    """Where the card of an entry or deadline was posted, so that it can be updated in place."""

    subject: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    message_ts: str


class Receipt(SQLModel, table=True):
    """A request of Slack's that we have taken: Slack may deliver it again, Bolt would run it again."""

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


def remember_card(session: Session, card: Card) -> None:
    """Remember the newest card of a subject in a channel."""
    session.merge(card)


def cards_of(session: Session, subject: str) -> list[Card]:
    """Return where the cards of a subject stand."""
    return list(session.exec(select(Card).where(Card.subject == subject)))
