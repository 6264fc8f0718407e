"""What the team itself decided about the law, and what each date rests on."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Index, and_, exists, text
from sqlmodel import Field, Session, SQLModel, col, delete, select

from storage.cases import Case
from storage.columns import word
from storage.docket import Deadline, DeadlineStatus, Entry

ENTRY_GROUND = "entry"  # what the entry itself says; every other ground is shared by many deadlines


class SettledQuestion(SQLModel, table=True):
    """A named person chose one reading of an open question for a court, and why; reversing it keeps the row."""

    __tablename__ = "settled_question"
    __table_args__ = (
        Index(
            "ix_settled_question_standing",
            "court",
            "question",
            unique=True,
            sqlite_where=text("reversed_at IS NULL"),
            postgresql_where=text("reversed_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    question: str
    court: str
    reading: str
    reason: str
    settled_by: str
    settled_at: datetime
    reversed_by: str | None = None
    reversed_at: datetime | None = None
    reversed_because: str = ""


class Closure(SQLModel, table=True):
    """A day on which a court is closed beyond its lists: an inaccessible office, a proclaimed holiday."""

    __table_args__ = (
        Index(
            "ix_closure_standing",
            "court",
            "day",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    court: str
    day: date
    name: str
    source: str = ""
    recorded_by: str
    recorded_at: datetime
    withdrawn_by: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_because: str = ""


class Ground(SQLModel, table=True):
    """One thing that a deadline's date rests on (a day, a question, a rule ...), as it was when it was computed.

    Where it is otherwise today, the date may have to move; nobody else's can.
    """

    __table_args__ = (Index("ix_ground_what", "court", "what", "was"),)

    deadline_id: int = Field(foreign_key="deadline.id", primary_key=True)
    what: str = Field(primary_key=True)
    court: str
    was: str


class Verdict(StrEnum):
    """What somebody decided about a date that would move."""

    APPLIED = "applied"
    KEPT = "kept"
    ASKED = "asked"


class Revision(SQLModel, table=True):
    """Somebody's decision about a date that would move for a cause; the last one about a cause holds."""

    id: int | None = Field(default=None, primary_key=True)
    deadline_id: int = Field(foreign_key="deadline.id", index=True)
    cause: str
    verdict: Verdict = word(Verdict)
    old: date
    new: date | None
    reason: str = ""
    decided_by: str
    decided_at: datetime


def closures_of(session: Session, court: str) -> Sequence[date]:
    """Return the days on which the team recorded that a court is closed."""
    return [closure.day for closure in closures_recorded(session, court)]


def closures_recorded(session: Session, court: str) -> Sequence[Closure]:
    """Return the closings of a court that the team recorded and did not withdraw, in order."""
    query = select(Closure).where(Closure.court == court, col(Closure.withdrawn_at).is_(None))
    return session.exec(query.order_by(col(Closure.day))).all()


def closures_ever_recorded(session: Session, court: str) -> Sequence[Closure]:
    """Return every closing of a court that the team recorded, withdrawn ones too, the latest day first."""
    query = select(Closure).where(Closure.court == court)
    return session.exec(query.order_by(col(Closure.day).desc(), col(Closure.id).desc())).all()


def closure_standing(session: Session, court: str, day: date) -> Closure | None:
    """Return the closing of a court on a day that the team recorded and did not withdraw."""
    query = select(Closure).where(Closure.court == court, Closure.day == day, col(Closure.withdrawn_at).is_(None))
    return session.exec(query).first()


def settlements_of(session: Session, court: str) -> Sequence[SettledQuestion]:
    """Return the questions that the team settled for a court and did not reverse."""
    query = select(SettledQuestion).where(SettledQuestion.court == court, col(SettledQuestion.reversed_at).is_(None))
    return session.exec(query.order_by(col(SettledQuestion.question))).all()


def settlement_standing(session: Session, court: str, question: str) -> SettledQuestion | None:
    """Return how the team settled a question for a court, if it did and did not reverse that."""
    query = select(SettledQuestion).where(SettledQuestion.court == court, SettledQuestion.question == question)
    return session.exec(query.where(col(SettledQuestion.reversed_at).is_(None))).first()


def replace_grounds(session: Session, deadline_id: int, grounds: Iterable[Ground]) -> None:
    """Say anew what a deadline's date rests on."""
    session.exec(delete(Ground).where(col(Ground.deadline_id) == deadline_id))
    session.add_all(grounds)
    session.flush()


def courts_with_deadlines(session: Session) -> Sequence[str]:
    """Return the courts in which some open deadline was computed."""
    query = select(Case.court).join(Deadline, col(Deadline.case_id) == col(Case.id))
    query = query.where(Deadline.status == DeadlineStatus.OPEN, col(Deadline.rule).is_not(None))
    return session.exec(query.distinct().order_by(col(Case.court))).all()


def shared_grounds(session: Session, court: str, whats: Iterable[str] | None = None) -> list[Ground]:
    """Return once each ground that deadlines of a court may share, of all kinds or only the named ones."""
    query = select(Ground.what, Ground.was).where(Ground.court == court, Ground.what != ENTRY_GROUND).distinct()
    if whats is not None:
        query = query.where(col(Ground.what).in_(list(whats)))
    return [Ground(deadline_id=0, court=court, what=what, was=was) for what, was in session.exec(query)]


def grounds_under(session: Session, deadline_id: int) -> Sequence[Ground]:
    """Return what one deadline's date rests on."""
    return session.exec(select(Ground).where(Ground.deadline_id == deadline_id).order_by(col(Ground.what))).all()


def open_deadlines_on(session: Session, ground: Ground, *, cases: Collection[int] | None = None) -> Sequence[Deadline]:
    """Return the open deadlines, of some cases or all, that rest on a ground as it was, the earliest first.

    A date that a court fixed rests on nothing but its order.
    """
    query = (
        select(Deadline)
        .join(Ground, col(Ground.deadline_id) == col(Deadline.id))
        .where(Ground.court == ground.court, Ground.what == ground.what, Ground.was == ground.was)
        .where(_can_move(cases))
    )
    return session.exec(query.order_by(col(Deadline.due), col(Deadline.id))).all()


def started_by_changed_entries(
    session: Session, court: str, *, cases: Collection[int] | None = None
) -> Sequence[tuple[Deadline, Entry, str]]:
    """Return the open deadlines whose entries were changed, each with its entry and what that said to begin with.

    Where an entry says otherwise now, the date was left behind.
    """
    query = (
        select(Deadline, Entry, Ground.was)
        .join(Entry, col(Entry.id) == col(Deadline.entry_id))
        .join(Ground, col(Ground.deadline_id) == col(Deadline.id))
        .where(Ground.court == court, Ground.what == ENTRY_GROUND, Entry.changed_at > Entry.created_at)
        .where(_can_move(cases))
    )
    return session.exec(query.order_by(col(Deadline.due), col(Deadline.id))).all()


def computed_without_grounds(
    session: Session, court: str, *, cases: Collection[int] | None = None
) -> Sequence[Deadline]:
    """Return the open deadlines of a court that a rule gave and of which nobody wrote down what they rest on."""
    query = (
        select(Deadline)
        .join(Case, col(Case.id) == col(Deadline.case_id))
        .where(Case.court == court, col(Deadline.rule).is_not(None), col(Deadline.entry_id).is_(None))
        .where(_can_move(cases), ~exists().where(col(Ground.deadline_id) == col(Deadline.id)))
    )
    return session.exec(query.order_by(col(Deadline.due), col(Deadline.id))).all()


def _can_move(cases: Collection[int] | None) -> ColumnElement[bool]:
    is_open = and_(col(Deadline.status) == DeadlineStatus.OPEN, col(Deadline.is_fixed).is_(False))
    return is_open if cases is None else and_(is_open, col(Deadline.case_id).in_(list(cases)))


def last_revision(session: Session, deadline_id: int, cause: str) -> Revision | None:
    """Return what was last decided about a deadline for a cause."""
    query = select(Revision).where(Revision.deadline_id == deadline_id, Revision.cause == cause)
    return session.exec(query.order_by(col(Revision.id).desc())).first()


def forget_revisions(session: Session, deadline_ids: Collection[int], *, by: str, at: datetime) -> None:
    """Let go of what somebody decided about some deadlines in one change, which is undone."""
    together = (col(Revision.decided_by) == by, col(Revision.decided_at) == at)
    session.exec(delete(Revision).where(*together, col(Revision.deadline_id).in_(deadline_ids)))
