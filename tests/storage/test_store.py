"""The contract of the store, on SQLite and on PostgreSQL."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import bindparam, event, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import SQLModel, select
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.calendars import Feed, Scope
from storage.cases import Case, ChannelLink, Person, cases_of_channel, saved
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus, next_number
from storage.levels import Detail
from storage.slack import Card, Receipt, cards_of, remember_card, take
from storage.store import Store, migrations

WRITERS = 10
NOON = datetime(2018, 5, 7, 12, tzinfo=UTC)
ROWS_OF_THE_FIRST_VERSION = (
    """
    INSERT INTO case_file (id, court, docket_number, caption, alias, our_side, created_at, created_by)
    VALUES (1, 'cand', '3:18-mc-80024-SK', 'Rainsy v. Facebook', '', 'petitioner', :noon, 'U1')
    """,
    """
    INSERT INTO entry (
        id, case_id, kind, letter, number, title, on_date, precision, zone, place, service, link, note, status, uid,
        sequence, created_at, created_by, changed_at
    ) VALUES (
        1, 1, 'order', 'O', 1, 'Order', '2018-05-04', 'day', 'America/Los_Angeles', '', 'ecf', '', '', 'standing', 'aa',
        0, :noon, 'U1', :noon
    )
    """,
    """
    INSERT INTO deadline (
        id, number, case_id, entry_id, title, condition, rule, version, citation, due, due_at, latest, zone, standing,
        explanation, status, proof, uid, sequence, created_at, created_by, changed_at
    ) VALUES (
        1, 1, 1, 1, 'Objections', '', 'us-frcp:72(a)', '1', 'Fed. R. Civ. P. 72(a)', '2018-05-18', :noon, '2018-05-18',
        'America/Los_Angeles', 'settled', '{"steps": []}', 'open', '', 'bb', 0, :noon, 'U1', :noon
    )
    """,
    """
    INSERT INTO feed (id, person_id, scope, scope_id, detail, token_hash, created_at, last_client, content_tag)
    VALUES (1, 'U1', 'all', '', 'full', 'hash', :noon, '', '')
    """,
)


def a_case(number: str = "3:18-mc-80024-SK") -> Case:
    return Case(court="cand", docket_number=number, caption="Rainsy v. Facebook", created_at=NOON, created_by="U1")


def test_the_migrations_make_exactly_the_tables_that_the_code_expects(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_migrating_twice_changes_nothing(store: Store) -> None:
    with store.writing() as session:
        session.add(a_case())
    store.migrate()
    with store.reading() as session:
        assert session.exec(select(Case)).one().docket_number == "3:18-mc-80024-SK"


def test_what_the_first_version_wrote_is_read_by_this_one(store: Store) -> None:
    with store.engine.begin() as connection:
        SQLModel.metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
        command.upgrade(migrations(connection), "0001")
        for row in ROWS_OF_THE_FIRST_VERSION:
            connection.execute(text(row).bindparams(bindparam("noon", NOON, UTCDateTime())))
    store.migrate()
    with store.reading() as session:
        case, entry = session.exec(select(Case)).one(), session.exec(select(Entry)).one()
        deadline, feed = session.exec(select(Deadline)).one(), session.exec(select(Feed)).one()
    assert (case.ref, case.caption, case.created_at) == ("C1", "Rainsy v. Facebook", NOON)
    assert (entry.ref, entry.kind, entry.status, entry.on_date) == (
        "O1", EntryKind.ORDER, EntryStatus.STANDING, date(2018, 5, 4),
    )  # fmt: skip
    assert (deadline.ref, deadline.status, deadline.due, deadline.explanation) == (
        "D1", DeadlineStatus.OPEN, date(2018, 5, 18), {"steps": []},
    )  # fmt: skip
    assert (feed.token_hash, feed.scope, feed.detail, feed.title, feed.expires_at, feed.alarm) == (
        "hash", Scope.ALL, Detail.FULL, "", None, None,
    )  # fmt: skip


def test_a_transaction_that_fails_halfway_leaves_nothing(store: Store) -> None:
    def fail_halfway() -> None:
        with store.writing() as session:
            session.add(a_case())
            session.flush()
            raise RuntimeError("the machine stops here")

    with pytest.raises(RuntimeError):
        fail_halfway()
    with store.reading() as session:
        assert session.exec(select(Case)).all() == []


def test_an_instant_comes_back_as_the_same_instant_in_utc(store: Store) -> None:
    phnom_penh = timezone(timedelta(hours=7))
    with store.writing() as session:
        session.add(Card(subject="H1", channel_id="C1", message_ts="1"))
        session.add(Receipt(key="trigger", at=datetime(2018, 5, 7, 19, tzinfo=phnom_penh)))
    with store.reading() as session:
        at = session.exec(select(Receipt)).one().at
    assert at == NOON
    assert at.utcoffset() == timedelta(0)


def test_an_instant_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(StatementError), store.writing() as session:
        session.add(Receipt(key="naive", at=datetime(2018, 5, 7, 12)))  # noqa: DTZ001 -- that is the mistake


def test_a_foreign_key_must_exist(store: Store) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"), store.writing() as session:
        session.add(ChannelLink(channel_id="C1", case_id=99, linked_at=NOON, linked_by="U1"))


def test_a_rebuilding_that_loses_what_is_referred_to_keeps_nothing(store: Store) -> None:
    with store.writing() as session:
        session.add(a_case())
        session.flush()
        session.add(ChannelLink(channel_id="C_US", case_id=1, linked_at=NOON, linked_by="U1"))
    with pytest.raises(IntegrityError), store.rebuilding() as connection:
        connection.execute(text("DELETE FROM case_file"))
    with store.writing() as session:
        assert session.exec(select(Case)).one().ref == "C1"
        with pytest.raises(IntegrityError), session.begin_nested():
            session.execute(text("DELETE FROM case_file"))


def test_words_come_back_as_members_of_their_vocabulary(store: Store) -> None:
    with store.writing() as session:
        case = a_case()
        session.add(case)
        session.flush()
        session.add(
            Entry(
                case_id=case.key, kind=EntryKind.ORDER, letter="O", number=1, title="Order", on_date=date(2018, 5, 4),
                zone="America/Los_Angeles", created_at=NOON, created_by="U1", changed_at=NOON,
            )
        )  # fmt: skip
    with store.reading() as session:
        assert session.exec(select(Entry)).one().kind is EntryKind.ORDER


def test_a_request_is_taken_once(store: Store) -> None:
    with store.writing() as session:
        assert take(session, Receipt(key="view:V1", at=NOON))
    with store.writing() as session:
        assert not take(session, Receipt(key="view:V1", at=NOON))
        session.add(a_case())  # the transaction goes on after the refusal
    with store.reading() as session:
        assert session.exec(select(Case)).one().docket_number == "3:18-mc-80024-SK"


def test_the_newest_card_of_a_subject_in_a_channel_is_the_one_remembered(store: Store) -> None:
    with store.writing() as session:
        remember_card(session, Card(subject="D1", channel_id="C1", message_ts="1.0"))
        remember_card(session, Card(subject="D1", channel_id="C1", message_ts="2.0"))
        remember_card(session, Card(subject="D1", channel_id="C2", message_ts="3.0"))
    with store.reading() as session:
        assert {(card.channel_id, card.message_ts) for card in cards_of(session, "D1")} == {
            ("C1", "2.0"),
            ("C2", "3.0"),
        }


def test_a_channel_follows_many_cases_and_a_case_many_channels(store: Store) -> None:
    with store.writing() as session:
        first, second = a_case(), a_case("4:16-mc-80258-DMR")
        session.add_all([first, second])
        session.flush()
        for channel, case in [("C1", first), ("C1", second), ("C2", second)]:
            session.add(ChannelLink(channel_id=channel, case_id=case.key, linked_at=NOON, linked_by="U1"))
    with store.reading() as session:
        assert [case.docket_number for case in cases_of_channel(session, "C1")] == [
            "3:18-mc-80024-SK",
            "4:16-mc-80258-DMR",
        ]
        assert [case.docket_number for case in cases_of_channel(session, "C2")] == ["4:16-mc-80258-DMR"]
        assert cases_of_channel(session, "C3") == []


def test_a_row_that_was_never_saved_has_no_key() -> None:
    with pytest.raises(LookupError):
        saved(a_case().id)


def test_writers_on_one_file_wait_for_each_other(sqlite_store: Store) -> None:
    """SQLite's default would let both read first and fail one of them at the upgrade of its lock."""
    numbers: list[int] = []

    def write() -> None:
        for _ in range(10):
            with sqlite_store.writing() as session:
                numbers.append(next_number(session, "D"))

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(numbers) == list(range(1, 41))


def test_the_file_survives_a_power_cut(sqlite_store: Store) -> None:
    with sqlite_store.engine.connect() as connection:
        modes = {
            pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            for pragma in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert modes == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 10000}


def test_a_store_makes_the_folder_of_its_file(tmp_path: Path) -> None:
    store = Store.at(tmp_path / "new" / "folder" / "docket.db")
    store.migrate()
    store.close()
    assert (tmp_path / "new" / "folder" / "docket.db").exists()


def an_impatient_store(path: Path) -> Store:
    """Return a store whose SQLite gives up at once where somebody else writes."""
    store = Store.at(path)
    event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=0"))
    store.migrate()
    return store


def test_writers_of_one_process_wait_for_each_other(tmp_path: Path) -> None:
    store, together = an_impatient_store(tmp_path / "docket.db"), threading.Barrier(WRITERS)

    def write(number: int) -> None:
        together.wait()
        with store.writing() as session:
            session.add(Person(slack_id=f"U{number}", name="somebody"))

    with ThreadPoolExecutor(WRITERS) as writers:
        list(writers.map(write, range(WRITERS)))
    with store.reading() as session:
        assert len(session.exec(select(Person)).all()) == WRITERS
    store.close()


def test_nobody_waits_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = an_impatient_store(tmp_path / "docket.db")
    monkeypatch.setattr("storage.store.PATIENCE", timedelta(milliseconds=10))
    with store.writing(), pytest.raises(TimeoutError, match="by others all the time"), store.writing():
        pass
    with store.writing():
        pass
    store.close()


def test_a_snapshot_sees_one_moment_while_others_write(store: Store) -> None:
    def people() -> int:
        return len(connection.execute(select(Person)).all())

    with store.snapshot() as connection:
        assert people() == 0
        with store.writing() as session:
            session.add(Person(slack_id="U1", name="somebody"))
        assert people() == 0
    with store.reading() as session:
        assert len(session.exec(select(Person)).all()) == 1
