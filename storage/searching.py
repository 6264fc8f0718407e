"""Find entries and deadlines by words. What is typed is data: `%` and `_` mean themselves.

Every word must stand somewhere in a row or in what its case is called, and at least one in the row itself. Capitals do
not matter; nor do the zero-width spaces that some write between Khmer words and others do not.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import ColumnElement, and_, case, false, func, literal, or_
from sqlmodel import Session, col, select

from storage.docket import Deadline, DeadlineStatus, Entry, EntryStatus

MOST_WORDS = 8
_ESCAPE = "\\"
_UNSEEN = "\u200b\u200c\u200d"
_REF = re.compile(r"([A-Za-z])(\d{1,9})")
_IN_ENTRIES: tuple[Any, ...] = (Entry.title, Entry.note, Entry.outcome, Entry.place, Entry.link)
_IN_DEADLINES: tuple[Any, ...] = (
    *(Deadline.title, Deadline.citation, Deadline.condition, Deadline.note),
    *(Deadline.proof, Deadline.closed_reason, Deadline.link),
)
_NAMED, _TITLED, _MENTIONED = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry or deadline that was found.

    `rank` says how well it fits: 0 if its short id was typed, 1 if every word that is not its case's stands in its
    title, 2 otherwise.
    """

    of: type[Entry] | type[Deadline]
    key: int
    rank: int
    stands: bool
    day: date


def words_of(text: str) -> list[str]:
    """Return the words of a search, at most eight; what stands in quotation marks is one."""
    straight = text.translate(str.maketrans("“”„«»", '"""""'))
    found = (quoted or word for quoted, word in re.findall(r'"([^"]+)"|([^\s"]+)', straight))
    return [word for raw in found if (word := seen(raw).strip())][:MOST_WORDS]


def seen(text: str) -> str:
    """Return a text without the characters that nobody sees between Khmer words."""
    return text.translate(dict.fromkeys(map(ord, _UNSEEN)))


def find(session: Session, words: Sequence[str], *, cases: Mapping[str, Sequence[int]]) -> list[Hit]:
    """Return what matches, the best first: by rank, then what still stands, then the latest.

    Args:
        cases: for the empty word the cases that may be searched, for each word those whose name holds it.
    """
    hits = [
        *_found(session, Entry, words, cases, title=Entry.title, columns=_IN_ENTRIES),
        *_found(session, Deadline, words, cases, title=Deadline.title, columns=_IN_DEADLINES),
    ]
    return sorted(hits, key=lambda hit: (hit.rank, not hit.stands, -hit.day.toordinal(), hit.key))


def _found(
    session: Session,
    of: type[Entry] | type[Deadline],
    words: Sequence[str],
    cases: Mapping[str, Sequence[int]],
    *,
    title: Any,  # noqa: ANN401 -- SQLModel types a column by what it holds
    columns: Sequence[Any],
) -> list[Hit]:
    own = [or_(_is_ref(of, word), *(_holds(column, word) for column in columns)) for word in words]
    by_case = [col(of.case_id).in_(cases[word]) if cases[word] else false() for word in words]
    in_title = [or_(_holds(title, word), of_case) for word, of_case in zip(words, by_case, strict=True)]
    rank = case(
        (or_(*(_is_ref(of, word) for word in words)), literal(_NAMED)),
        (and_(*in_title), literal(_TITLED)),
        else_=literal(_MENTIONED),
    )
    query: Any = select(of.id, rank, of.status, _day_of(of))
    query = query.where(col(of.case_id).in_(cases[""]), or_(*own))
    query = query.where(*(or_(mine, of_case) for mine, of_case in zip(own, by_case, strict=True)))
    return [
        Hit(of=of, key=key, rank=rank, stands=status in (EntryStatus.STANDING, DeadlineStatus.OPEN), day=day)
        for key, rank, status, day in session.exec(query)
    ]


def _day_of(of: type[Entry] | type[Deadline]) -> Any:  # noqa: ANN401 -- SQLModel types a column by what it holds
    return Deadline.due if of is Deadline else Entry.on_date


def _is_ref(of: type[Entry] | type[Deadline], word: str) -> ColumnElement[bool]:
    """Return whether a row is the one whose short id is the word."""
    found = _REF.fullmatch(word)
    if not found:
        return false()
    letter, number = found[1].upper(), int(found[2])
    if of is Entry:
        return and_(col(Entry.letter) == letter, col(Entry.number) == number)
    return col(Deadline.number) == number if letter == "D" else false()


def _holds(column: Any, word: str) -> ColumnElement[bool]:  # noqa: ANN401 -- SQLModel types a column by what it holds
    text = func.lower(column)
    for mark in _UNSEEN:
        text = func.replace(text, mark, "")
    for letter in sorted({letter for letter in word.lower() if not letter.isascii() and letter.upper() != letter}):
        text = func.replace(text, letter.upper(), letter)  # SQLite lowers no letter outside of ASCII
    return cast("ColumnElement[bool]", text.like(f"%{_escaped(word.lower())}%", escape=_ESCAPE))


def _escaped(word: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", word)
