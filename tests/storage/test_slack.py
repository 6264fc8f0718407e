"""Our own traffic with Slack: receipts grow old, and a card is posted by one process at a time."""

from datetime import UTC, datetime, timedelta

from sqlmodel import select

from storage.slack import PENDING, Receipt, claim_card, give_up_card, prune, take
from storage.store import Store

NOON = datetime(2018, 5, 7, 12, tzinfo=UTC)
LEASE = timedelta(minutes=2)


def claimed(store: Store, at: datetime) -> bool:
    with store.writing() as session:
        return claim_card(session, subject="H1", channel_id="C1", now=at, lease=LEASE)


def test_a_card_is_claimed_by_one_process_until_it_gives_it_up(store: Store) -> None:
    assert claimed(store, NOON)
    assert not claimed(store, NOON + timedelta(seconds=1))
    with store.writing() as session:
        give_up_card(session, subject="H1", channel_id="C1")
    assert claimed(store, NOON + timedelta(seconds=2))


def test_a_claim_of_a_process_that_died_runs_out(store: Store) -> None:
    assert claimed(store, NOON)
    assert not claimed(store, NOON + LEASE - timedelta(seconds=1))
    assert claimed(store, NOON + LEASE)


def test_receipts_of_more_than_a_week_are_forgotten_but_not_what_a_channel_was_told_that_waits(store: Store) -> None:
    with store.writing() as session:
        take(session, Receipt(key="old", at=NOON - timedelta(days=7, seconds=1)))
        take(session, Receipt(key="new", at=NOON - timedelta(days=7)))
        take(session, Receipt(key=f"{PENDING}C1:7", at=NOON - timedelta(days=99)))
    with store.writing() as session:
        prune(session, now=NOON)
    with store.reading() as session:
        assert {receipt.key for receipt in session.exec(select(Receipt))} == {"new", f"{PENDING}C1:7"}
