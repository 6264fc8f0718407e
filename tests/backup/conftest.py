from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol

import pytest
from pyrage import x25519

from bot.backup.pages import written
from bot.clock import PracticeClock
from bot.docket import cases, deadlines, entries, people
from bot.docket.desk import Desk
from bot.reminders import follow
from bot.rulebook import Rulebook
from storage.copying import rows_of
from storage.docket import EntryKind
from storage.schema import tables_there, version_of
from storage.slack import Receipt, take
from storage.store import Store

NOW = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
ORDER_DAY = date(2018, 5, 4)
SERVED: dict[str, Any] = {
    "trigger": "order.nondispositive",
    "on_date": ORDER_DAY,
    "service": "ecf",
    "served_on": ORDER_DAY,
}


class Filling(Protocol):
    """Puts a case with an order, its deadlines and their reminders into a store, and returns it."""

    def __call__(self, store: Store) -> Store: ...


@pytest.fixture
def fill(book: Rulebook, clock: PracticeClock) -> Filling:
    def filled(store: Store) -> Store:
        desk = Desk(store=store, clock=clock, book=book, followers=(follow,))
        with desk.change(by="U_DARA") as change:
            people.meet(change.session, person_id="U_DARA", name="សុខ ដារា", zone="Asia/Phnom_Penh")
            people.joined(change.session, person_id="U_DARA", channel_id="C_US")
            case = cases.open_case(
                change, court="cand", docket_number="3:18-mc-80024-SK", caption="Rainsy v. Facebook", channel_id="C_US"
            )
            entry = entries.record(change, case=case, kind=EntryKind.ORDER, title="Order “denying”", **SERVED)
            for answer in deadlines.preview(change.session, book, case=case, **SERVED):
                deadlines.adopt(change, case=case, entry=entry, answer=answer, owner="U_DARA")
            take(change.session, Receipt(key="E1", at=NOW))
        return store

    return filled


@pytest.fixture
def full(sqlite_store: Store, fill: Filling) -> Store:
    return fill(sqlite_store)


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    return Store.at(tmp_path / "elsewhere" / "docket.db")


@pytest.fixture
def identity(tmp_path: Path) -> Path:
    """A secret key, as `age-keygen` writes it."""
    secret = x25519.Identity.generate()
    file = tmp_path / "key.txt"
    file.write_text(f"# created: 2018-05-07\n# public key: {secret.to_public()}\n{secret}\n")
    return file


def public(identity: Path) -> str:
    return identity.read_text().splitlines()[1].rpartition(" ")[2]


def everything(store: Store) -> dict[str, list[list[Any]]]:
    """Return every row of every table, as plain values."""
    with store.snapshot() as connection:
        return {
            name: [list(row) for row in rows_of(connection, name, columns)]
            for name, columns in tables_there(connection).items()
        }


def packed(store: Store) -> bytes:
    with store.snapshot() as connection:
        tables = (
            (name, columns, rows_of(connection, name, columns)) for name, columns in tables_there(connection).items()
        )
        return written(tables, version=version_of(connection) or "", at=NOW)[0]
