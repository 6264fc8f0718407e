"""Which row of a case a line of a file is about: by UID, or else, never silently, by what it looks like."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from bot.importing.editions import Edition, Freshness, editions_in, freshness
from bot.importing.rows import Row
from bot.importing.uids import is_own, kept_uid
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryStatus, deadlines_of, entries_of, uids_elsewhere
from storage.standing import lines_of

Subject = Entry | Deadline
Looks = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What was found.

    Args:
        is_alike: it only looks like it: the same kind, day and title.
        new_uid: the UID under which it will stand if it is new; none to be given one.
        twice_of: the line of the same file that is about the same.
    """

    subject: Subject | None = None
    is_alike: bool = False
    new_uid: str = ""
    twice_of: int = 0


@dataclass(slots=True, kw_only=True)
class Known:
    """The rows of a case as they stand, and which lines of the file were found to be about which."""

    case_id: int
    by_uid: Mapping[str, Subject]
    by_looks: Mapping[Looks, Sequence[Subject]]
    taken_elsewhere: Collection[str]
    editions: Mapping[str, Edition]
    claimed: dict[str, int] = field(default_factory=dict)

    def match(self, row: Row) -> Match:
        """Find what a line is about; each is found once."""
        uid = self._uid_of(row) if row.uid else ""
        if uid in self.claimed:
            return Match(twice_of=self.claimed[uid])
        subject = self.by_uid.get(uid)
        if uid:
            self.claimed[uid] = row.line
        if subject:
            return self._by_name(row, subject)
        return self._by_looks(row, uid)

    def freshness(self, row: Row, subject: Subject) -> Freshness:
        """Return whether a row that says otherwise than the docket is newer than what the docket knows of it."""
        known = Edition(subject.sequence) if self.is_ours(row) else self.editions.get(subject.uid)
        return Freshness.NEWER if row.sequence is None or known is None else freshness(row, subject, known)

    def is_ours(self, row: Row) -> bool:
        """Return whether the UID of a row is one that a docket of ours gave."""
        return is_own(row.uid)

    def _by_name(self, row: Row, subject: Subject) -> Match:
        kind = subject.kind if isinstance(subject, Entry) else None
        if kind is row.kind:
            return Match(subject=subject)
        return Match(new_uid=kept_uid(f"{row.called} {row.uid}", case_id=self.case_id, taken=self.taken_elsewhere))

    def _by_looks(self, row: Row, uid: str) -> Match:
        looks = looks_of(row.called, row.on_date.isoformat(), row.title)
        alike = [each for each in self.by_looks.get(looks, ()) if each.uid not in self.claimed]
        found = next((each for each in alike if _same_hour(row, each)), None) or next(iter(alike), None)
        if found:
            self.claimed[found.uid] = row.line
            return Match(subject=found, is_alike=True, new_uid=uid)
        mine = f"{looks} {row.at} {sorted(row.facts.items(), key=str)}"
        if not uid and mine in self.claimed:
            return Match(twice_of=self.claimed[mine])
        self.claimed[mine] = row.line
        return Match(new_uid=uid)

    def _uid_of(self, row: Row) -> str:
        """Return the UID of a row here: after a withdrawal a new one, unless the row itself tells of that end."""
        tells_of_an_end = row.whole is not None and _is_gone(row.whole)
        for generation in range(len(self.by_uid) + 1):
            uid = kept_uid(row.uid, case_id=self.case_id, taken=self.taken_elsewhere, generation=generation)
            if uid not in self.by_uid or tells_of_an_end or not _is_gone(self.by_uid[uid]):
                break
        return uid


def known_of(session: Session, case: Case) -> Known:
    """Return the rows of a case; none, if it is not on the docket yet."""
    ids = [case.id] if case.id is not None else []
    rows: list[Subject] = [*entries_of(session, ids), *deadlines_of(session, ids, status=None)] if ids else []
    looks: dict[Looks, list[Subject]] = defaultdict(list)
    for row in rows:
        if not _is_gone(row):
            looks[_looks(row)].append(row)
    return Known(
        case_id=case.id or 0,
        by_uid={row.uid: row for row in rows},
        by_looks=looks,
        taken_elsewhere=uids_elsewhere(session, case.id or 0),
        editions=editions_in(lines_of(session, case.ref, ("import.done",))) if ids else {},
    )


def looks_of(kind: str, day: str, title: str) -> Looks:
    """Return what two rows share that look alike."""
    return kind, day, " ".join(title.casefold().split())


def _looks(row: Subject) -> Looks:
    if isinstance(row, Entry):
        return looks_of(row.kind.value, row.on_date.isoformat(), row.title)
    return looks_of("deadline", row.due.isoformat(), row.title)


def _same_hour(row: Row, subject: Subject) -> bool:
    return row.at == (subject.starts_at if isinstance(subject, Entry) else subject.due_at)


def _is_gone(row: Subject) -> bool:
    """Return whether a row was withdrawn, or undone, so that the same may be recorded anew."""
    if isinstance(row, Entry):
        return row.status is EntryStatus.WITHDRAWN
    return row.status is DeadlineStatus.MOOT and row.closed_reason.startswith("undone: ")
