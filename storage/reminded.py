"""What reminders are about, read for many of them at once."""

from collections import defaultdict
from collections.abc import Collection

from sqlmodel import Session, col, select

from storage.cases import is_a_number
from storage.docket import Deadline, Entry


def reminded_of(session: Session, refs: Collection[str]) -> dict[str, Deadline | Entry]:
    """Return the deadlines and entries with some short ids as they are now; what vanished is left out."""
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for ref in refs:
        if is_a_number(ref[1:]):
            numbers[ref[0]].add(int(ref[1:]))
    found: dict[str, Deadline | Entry] = {}
    if owed := numbers.pop("D", None):
        found |= {one.ref: one for one in session.exec(select(Deadline).where(col(Deadline.number).in_(owed)))}
    for letter, wanted in numbers.items():
        query = select(Entry).where(Entry.letter == letter, col(Entry.number).in_(wanted))
        found |= {one.ref: one for one in session.exec(query)}
    return found
