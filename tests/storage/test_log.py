"""The log: append-only, each line sealed with the one before."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlmodel import select

from storage import log
from storage.log import AuditEntry
from storage.store import Store

NOON = datetime(2018, 5, 7, 12, tzinfo=UTC)


def line(subject: str) -> AuditEntry:
    return AuditEntry(
        at=NOON, actor="U1", action="deadline.confirmed", subject=subject, details={"due": "ថ្ងៃ"}, previous="", seal=""
    )


def write(store: Store, *subjects: str) -> None:
    with store.writing() as session:
        log.take_the_pen(session)
        for subject in subjects:
            log.append(session, line(subject))


def broken(store: Store) -> list[str]:
    with store.reading() as session:
        return [entry.subject for entry in log.broken_links(session)]


def test_a_chain_as_it_was_written_holds(store: Store) -> None:
    write(store, "D1", "D2")
    write(store, "D3")
    assert broken(store) == []


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_entry SET reason = 'another' WHERE subject = 'D2'",
        "UPDATE audit_entry SET at = at WHERE subject = 'D2'; ",
        "DELETE FROM audit_entry WHERE subject = 'D1'",
        "UPDATE audit_entry SET actor = 'U2' WHERE subject = 'D2'",
    ],
)
def test_tampering_shows(store: Store, tampering: str) -> None:
    write(store, "D1", "D2", "D3")
    with store.writing() as session:
        session.execute(text(tampering.rstrip("; ")))
    expected = [] if "at = at" in tampering else ["D2"]
    assert broken(store) == expected


def test_a_chain_whose_last_line_was_rewritten_with_a_new_seal_shows_at_the_next(store: Store) -> None:
    write(store, "D1", "D2")
    with store.writing() as session:
        first = session.exec(select(AuditEntry).where(AuditEntry.subject == "D1")).one()
        first.reason = "rewritten"
        first.seal = first.computed_seal()
    assert broken(store) == ["D2"]


def test_writers_at_the_same_time_make_one_chain(store: Store) -> None:
    writers = [threading.Thread(target=write, args=(store, f"D{number}")) for number in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert broken(store) == []
    with store.reading() as session:
        assert len({entry.previous for entry in session.exec(select(AuditEntry))}) == 8
