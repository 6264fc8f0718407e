"""Who is in a channel: said anew by several processes at once, on every database."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from storage.cases import hold_members, members_of, replace_members
from storage.store import Store


def test_members_are_said_anew(store: Store) -> None:
    with store.writing() as session:
        replace_members(session, "C1", ["U1", "U2", "U1"])
        replace_members(session, "C2", ["U1"])
    with store.writing() as session:
        replace_members(session, "C1", ["U2", "U3"])
    with store.reading() as session:
        assert members_of(session, "C1") == {"U2", "U3"}
        assert members_of(session, "C2") == {"U1"}


def test_two_who_say_it_at_once_wait_for_each_other(store: Store) -> None:
    together = Barrier(2)

    def say() -> None:
        together.wait()
        with store.writing() as session:
            hold_members(session, "C1")
            replace_members(session, "C1", ["U1", "U2"])

    with ThreadPoolExecutor(2) as threads:
        for saying in [threads.submit(say) for _ in range(2)]:
            saying.result()
    with store.reading() as session:
        assert members_of(session, "C1") == {"U1", "U2"}
