"""What follows from changing an entry: looked at before it is saved, then done exactly as it was shown.

`look_ahead` finds what would become of the deadlines that an entry started, and which further ones it would start.
Whoever saves sends the `mark` of what they saw back: if anything else would happen by then, nothing is saved.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlmodel import Session

from bot.docket import moving
from bot.docket.deadlines import adopt, drop_as_moot
from bot.docket.desk import Change
from bot.docket.errors import ChangedMeanwhileError
from bot.docket.moving import Consequence, Fate, Moved, would_follow
from bot.docket.revising import keep, proposal_for
from bot.docket.teamlaw import TeamLaw, law_of
from bot.docket.wall import on_the_wall
from bot.errors import AdQuemError
from bot.law import Answer, LawError
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus, deadlines_started_by
from storage.histories import last_of

Facts = Mapping[str, Any]
"""Columns of an entry and what they are to say."""

DATING = frozenset({"trigger", "on_date", "starts_at", "service", "served_on"})
"""What deadlines are counted from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What would follow if an entry were otherwise.

    Args:
        after: the entry as it would be, a copy that stands on no docket.
        found: what becomes of the deadlines that it started.
        new: the deadlines that it would start and did not start before.
    """

    after: Entry
    found: tuple[Consequence, ...]
    new: tuple[Answer, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether nobody needs to be asked: no open deadline moves, is locked or loses its rule, and none is new."""
        return not self.new and all(each.fate in (Fate.STAYS, Fate.CLOSED) for each in self.found)

    @property
    def mark(self) -> str:
        """A fingerprint of all that would happen."""
        told = [
            *([each.deadline.ref, each.fate, str(each.deadline.due_at), _due_at(each.answer)] for each in self.found),
            *(["new", key_of(answer)] for answer in self.new),
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]

    def of(self, *fates: Fate) -> list[Consequence]:
        """Return those of some fates, in the order of their dates."""
        return [each for each in self.found if each.fate in fates]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody saw before they changed an entry, and what they chose about its deadlines.

    Args:
        sequence: the edition of the entry that was before their eyes, if one was.
        shown: the mark of what they were shown would follow; `UNSHOWN` if nothing was, so that only what nobody needs
            to be asked about is done; None if they need not be shown anything.
        moot: the deadlines that are closed (short ids); `closes_lost`: all that have no rule any more are.
        moving: those that move of all that would; all, if nobody chose. Others keep the date that they have.
        started: the keys of the new deadlines that are put on the docket; `owner` owes them.
    """

    sequence: int | None = None
    shown: str | None = None
    moot: frozenset[str] = frozenset()
    closes_lost: bool = False
    moving: frozenset[str] | None = None
    started: frozenset[str] = frozenset()
    owner: str | None = None

    def closes(self, each: Consequence) -> bool:
        """Whether a deadline is closed as moot."""
        return each.deadline.ref in self.moot or (self.closes_lost and each.fate is Fate.LOST)

    def keeps(self, each: Consequence) -> bool:
        """Whether somebody who saw that a deadline would change decided that it keeps its date."""
        if each.fate is Fate.MOVES:
            return self.moving is not None and each.deadline.ref not in self.moving
        return each.fate is Fate.LOST and bool(self.shown)


BLIND = Decision()
"""Nothing needs to be shown and nothing was chosen: what moves, moves."""
UNSHOWN = ""
"""Stands for the mark of what was shown, where nothing was yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What was done to the deadlines of an entry, as it was found ahead."""

    ahead: Ahead
    moved: list[Moved] = field(default_factory=list)
    closed: list[Deadline] = field(default_factory=list)
    kept: list[Deadline] = field(default_factory=list)
    started: list[Deadline] = field(default_factory=list)

    @property
    def refs(self) -> tuple[str, ...]:
        """The short ids of all that was touched."""
        touched = [*(each.deadline for each in self.moved), *self.closed, *self.kept, *self.started]
        return tuple(deadline.ref for deadline in touched)


class OtherwiseThanShownError(AdQuemError):
    """What would follow is not what was shown any more."""

    def __init__(self, ref: str, ahead: Ahead) -> None:
        super().__init__(f"Something else follows from changing {ref} than was shown; nothing was saved. Look at it.")
        self.ahead = ahead


def look_ahead(session: Session, book: Rulebook, *, entry: Entry, facts: Facts) -> Ahead:
    """Return what would follow if some facts of an entry were otherwise, and save nothing.

    Raises:
        LawError: if its trigger, its service or its hour is changed and the rules cannot count from it.
    """
    after = as_changed(entry, facts)
    law = law_of(session, book, session.get_one(Case, entry.case_id).court)
    return Ahead(
        after=after, found=would_follow(session, book, after), new=_would_start(session, law, entry, after, facts)
    )


def look_again(session: Session, book: Rulebook, ahead: Ahead) -> Ahead:
    """Return what was found ahead, once more, in a session of its own."""
    return replace(ahead, found=would_follow(session, book, ahead.after))


def as_changed(entry: Entry, facts: Facts) -> Entry:
    """Return a copy of an entry with other facts, which stands on no docket."""
    return Entry(**{**entry.model_dump(), **facts})


def must_be_as_seen(session: Session, entry: Entry, decision: Decision) -> None:
    """Refuse to change an edition that nobody saw: somebody else changed it meanwhile.

    Raises:
        ChangedMeanwhileError: if it is not the edition that was seen.
    """
    if decision.sequence not in (None, entry.sequence):
        line, now = last_of(session, entry.ref), on_the_wall(entry) if entry.kind is EntryKind.HEARING else ""
        raise ChangedMeanwhileError(entry.ref, by=line.actor if line else "", now=now)


def must_be_as_shown(entry: Entry, ahead: Ahead, decision: Decision) -> None:
    """Refuse to do what nobody was shown.

    Raises:
        OtherwiseThanShownError: if something else would follow than what was shown.
    """
    if decision.shown == UNSHOWN and ahead.is_quiet:
        return
    if decision.shown not in (None, ahead.mark):
        raise OtherwiseThanShownError(entry.ref, ahead)


def carry_out(change: Change, *, entry: Entry, ahead: Ahead, decision: Decision, reason: str) -> Followed:
    """Do what was found ahead, and what was decided about it.

    Args:
        entry: what the deadlines run from now.
        reason: why it happens, for the log of each.
    """
    still_open = [each for each in ahead.found if each.fate is not Fate.CLOSED]
    closed = [each.deadline for each in still_open if decision.closes(each)]
    kept = [each.deadline for each in still_open if decision.keeps(each) and not decision.closes(each)]
    followed = [each for each in still_open if not (decision.closes(each) or decision.keeps(each))]
    for deadline in closed:
        drop_as_moot(change, deadline=deadline, reason=reason)
    moved = moving.follow(change, entry=entry, found=followed, reason=reason)
    for deadline in kept:
        _keep(change, deadline, reason)
    return Followed(ahead=ahead, moved=moved, closed=closed, kept=kept, started=_start(change, entry, ahead, decision))


def key_of(answer: Answer) -> str:
    """Return how a tick says which date it keeps: the same rule with another date is another key."""
    return f"{answer.rule or answer.title}|{answer.due.isoformat()}"[:150]


def _start(change: Change, entry: Entry, ahead: Ahead, decision: Decision) -> list[Deadline]:
    case = change.session.get_one(Case, entry.case_id)
    chosen = [answer for answer in ahead.new if key_of(answer) in decision.started]
    return [adopt(change, case=case, entry=entry, answer=answer, owner=decision.owner) for answer in chosen]


def _keep(change: Change, deadline: Deadline, reason: str) -> None:
    """Keep the date of a deadline, so that nobody is asked about it again for the same cause."""
    waiting = proposal_for(change.session, change.book, deadline)
    if waiting:
        keep(change, deadline=deadline, cause=waiting.cause, reason=reason)
    else:
        change.log("deadline.kept", subject=deadline.ref, case_id=deadline.case_id, reason=reason)


def _would_start(session: Session, law: TeamLaw, entry: Entry, after: Entry, facts: Facts) -> tuple[Answer, ...]:
    """Return the deadlines that an entry would start as changed, and neither started nor has."""
    if not DATING & facts.keys() or not after.trigger or after.status is not EntryStatus.STANDING:
        return ()
    standing = (each for each in deadlines_started_by(session, entry.key) if each.status is not DeadlineStatus.MOOT)
    known = {each.rule for each in standing} | {answer.rule for answer in _answers(law, entry)}
    return tuple(answer for answer in law.follows_from(after) if answer.rule not in known)


def _answers(law: TeamLaw, entry: Entry) -> tuple[Answer, ...]:
    try:
        return law.follows_from(entry)
    except LawError:
        return ()


def _due_at(answer: Answer | None) -> str:
    return str(answer.due_at) if answer else ""
