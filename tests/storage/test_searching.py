"""Finding rows by words: what is typed is data, capitals and unseen spaces do not matter."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus
from storage.searching import find, words_of
from storage.store import Store

NOON = datetime(2018, 5, 7, 12, tzinfo=UTC)
MAY = date(2018, 5, 18)


def a_case(store: Store, number: str = "3:18-mc-80024-SK") -> int:
    with store.writing() as session:
        case = Case(court="cand", docket_number=number, caption="Rainsy", created_at=NOON, created_by="U1")
        session.add(case)
        session.flush()
        return case.key


def an_entry(store: Store, case_id: int, number: int = 1, **facts: Any) -> None:
    usual: dict[str, Any] = {
        "case_id": case_id, "kind": EntryKind.HEARING, "letter": "H", "number": number, "title": "Oral argument",
        "on_date": MAY, "zone": "UTC", "created_at": NOON, "created_by": "U1", "changed_at": NOON,
    }  # fmt: skip
    with store.writing() as session:
        session.add(Entry(**(usual | facts)))


def a_deadline(store: Store, case_id: int, number: int = 1, **facts: Any) -> None:
    usual: dict[str, Any] = {
        "case_id": case_id, "number": number, "title": "Objections", "due": MAY, "due_at": NOON, "latest": MAY,
        "zone": "UTC", "standing": "settled", "created_at": NOON, "created_by": "U1", "changed_at": NOON,
    }  # fmt: skip
    with store.writing() as session:
        session.add(Deadline(**(usual | facts)))


def found(store: Store, text: str, *cases: int, named: tuple[int, ...] = ()) -> list[str]:
    words = words_of(text)
    with store.reading() as session:
        hits = find(session, words, cases={"": cases, **dict.fromkeys(words, named)})
        return [session.get_one(hit.of, hit.key).ref for hit in hits]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("title", "Écriture DE Défense"),
        ("note", "bring the 100% proof_copy"),
        ("outcome", "granted in part"),
        ("place", "Courtroom A, 15th floor"),
        ("link", "https://www.courtlistener.com/docket/6316234/Order_20"),
    ],
)
def test_an_entry_is_found_by_whatever_stands_in_it(store: Store, column: str, text: str) -> None:
    case = a_case(store)
    facts: dict[str, Any] = {column: text}
    an_entry(store, case, **facts)
    an_entry(store, case, 2)
    for typed in (text, text.upper(), text.lower(), text.rsplit(" ", maxsplit=1)[-1]):
        assert found(store, f'"{typed}"', case) == ["H1"]


@pytest.mark.parametrize("column", ["title", "citation", "condition", "note", "proof", "closed_reason", "link"])
def test_a_deadline_is_found_by_whatever_stands_in_it(store: Store, column: str) -> None:
    case = a_case(store)
    facts: dict[str, Any] = {column: "FRCP 72(a) quick brown"}
    a_deadline(store, case, **facts)
    a_deadline(store, case, 2)
    assert found(store, "72(a) BROWN", case) == ["D1"]


@pytest.mark.parametrize("typed", ["%", "_", "\\", "100%_", "'; DROP TABLE entry; --"])
def test_wildcards_and_quotation_marks_mean_themselves(store: Store, typed: str) -> None:
    case = a_case(store)
    an_entry(store, case)
    assert found(store, typed, case) == []
    an_entry(store, case, 2, title=f"before {typed} after")
    assert found(store, typed, case) == ["H2"]


def test_khmer_is_found_inside_of_words_and_across_unseen_spaces(store: Store) -> None:
    case = a_case(store)
    an_entry(store, case, title="សាល\u200bក្រម\u200bនៃតុលាការកំពូល")
    assert found(store, "តុលាការ", case) == ["H1"]
    assert found(store, "សាលក្រម", case) == ["H1"]
    assert found(store, "ក្រម\u200bនៃ", case) == ["H1"]


def test_a_short_id_comes_first_then_titles_then_what_stands_then_the_latest(store: Store) -> None:
    case = a_case(store)
    an_entry(store, case, 1, note="see D3", on_date=MAY + timedelta(days=1))
    a_deadline(store, case, 2, title="D3 again")
    a_deadline(store, case, 3)
    a_deadline(store, case, 4, title="D3 long ago", due=MAY - timedelta(days=9))
    a_deadline(store, case, 5, title="D3 done", status=DeadlineStatus.DONE)
    an_entry(store, case, 6, title="D3 vacated", status=EntryStatus.VACATED, on_date=MAY - timedelta(days=1))
    assert found(store, "d3", case) == ["D3", "D2", "D4", "D5", "H6", "H1"]


def test_every_word_must_stand_in_the_row_or_in_the_name_of_its_case_and_one_in_the_row(store: Store) -> None:
    case, other = a_case(store), a_case(store, "2")
    a_deadline(store, case)
    a_deadline(store, other, 2)
    with store.reading() as session:
        named = {"": (case, other), "rainsy": (case,), "objections": ()}
        assert [hit.key for hit in find(session, ["rainsy", "objections"], cases=named)] == [1]
        assert find(session, ["rainsy"], cases=named) == []


def test_no_other_case_is_looked_into(store: Store) -> None:
    case, other = a_case(store), a_case(store, "2")
    a_deadline(store, other)
    assert found(store, "objections", case) == []
    assert found(store, "D1", case) == []
    assert found(store, "objections") == []


def test_words_are_read_with_their_quotation_marks() -> None:
    assert words_of('  “oral  argument” D1\u200b "" ') == ["oral  argument", "D1"]
    assert len(words_of("a b c d e f g h i j")) == 8


def test_one_of_ten_thousand_deadlines_is_found(store: Store) -> None:
    case = a_case(store)
    rows = [
        {
            "case_id": case, "number": number, "title": f"Brief {number}", "due": MAY, "due_at": NOON, "latest": MAY,
            "zone": "UTC", "standing": "settled", "condition": "", "version": "", "citation": "FRCP 72(a)",
            "explanation": {}, "status": DeadlineStatus.OPEN, "proof": "", "is_fixed": False, "link": "", "note": "",
            "closed_reason": "", "uid": str(number), "sequence": 0, "created_at": NOON, "created_by": "U1",
            "changed_at": NOON,
        }
        for number in range(1, 10_001)
    ]  # fmt: skip
    with store.writing() as session:
        session.connection().execute(insert(Deadline), rows)
    assert found(store, "brief 9999", case) == ["D9999"]
