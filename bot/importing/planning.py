"""What importing a file would do, line by line, before anything is done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket.correcting import news_of
from bot.docket.following import Facts, look_ahead
from bot.docket.teamlaw import TeamLaw, law_of
from bot.importing.editions import Freshness
from bot.importing.matching import Known, Match, known_of
from bot.importing.plans import Alike, Deed, Difference, Plan, Step
from bot.importing.rows import Contents, Fault, Row
from bot.law import LawError
from bot.rulebook import Rulebook
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus


class _UnfitError(Exception):
    def __init__(self, column: str, typed: object, sentence: str) -> None:
        super().__init__(sentence)
        self.column, self.typed = column, str(typed)


def plan_import(session: Session, book: Rulebook, case: Case, contents: Contents, *, alike: Alike = Alike.ASK) -> Plan:
    """Return what importing would do to a case, and save nothing.

    Args:
        alike: what lines are that look like something on the docket and name no UID of it.
    """
    planner = _Planner(
        session=session,
        case=case,
        law=law_of(session, book, case.court),
        known=known_of(session, case),
        alike=alike,
    )
    steps: list[Step] = []
    faults = list(contents.faults)
    for row in contents.rows:
        try:
            steps.append(planner.step(row))
        except _UnfitError as error:
            faults.append(Fault(line=row.line, column=error.column, typed=error.typed[:100], sentence=str(error)))
        except LawError as error:
            typed = str(row.facts.get("trigger") or "")
            faults.append(Fault(line=row.line, column="trigger", typed=typed, sentence=str(error)))
    return Plan(
        case=case,
        steps=tuple(steps),
        faults=tuple(sorted(faults, key=lambda fault: fault.line)),
        notes=contents.notes,
    )


_TWICE = "This is the same as line {line} of the file. Delete one of them, or give each a UID of its own."
_OVER = (
    "{ref} is {status} here, and cannot change any more. If the file is right, record the hearing anew by hand; delete "
    "the line."
)
_CONTRADICTS = (
    "{ref} was given another date here after it was imported, and the file says something new of it, too, under the "
    "same edition (SEQUENCE): I cannot tell which is later. Change {ref} by hand if the file is right, and delete the "
    "line."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planner:
    """What each line is held against."""

    session: Session
    case: Case
    law: TeamLaw
    known: Known
    alike: Alike

    def step(self, row: Row) -> Step:
        """Return what is done about one line."""
        match = self.known.match(row)
        if match.twice_of:
            raise _UnfitError("uid" if row.uid else "title", row.title, _TWICE.format(line=match.twice_of))
        facts = _news(row, match.subject) if match.subject else {}
        revives = _is_on_again(row, match) and not (match.is_alike and self.alike is Alike.SAME)
        if match.subject is None or (match.is_alike and (facts or revives) and self.alike is Alike.NEW):
            return _new(self.law, self.case, row, match.new_uid)
        step = Step(row=row, deed=Deed.SAME, subject=match.subject, uid=match.subject.uid, facts=facts)
        vacates = row.is_vacated and _stands(match.subject)
        if not revives and _is_the_same(row, facts, vacates=vacates):
            return step
        if match.is_alike and self.alike is not Alike.SAME:
            return self._undecided(step, match.subject, vacates=vacates)
        fresh = Freshness.NEWER if match.is_alike else self.known.freshness(row, match.subject)
        if fresh is Freshness.CONTRADICTS:
            raise _UnfitError("SEQUENCE", row.sequence, _CONTRADICTS.format(ref=match.subject.ref))
        if fresh is not Freshness.NEWER:
            return self._older(step, match.subject)
        return _changed(self.session, self.law, step, match.subject, vacates=vacates)

    def _undecided(self, step: Step, subject: Entry | Deadline, *, vacates: bool) -> Step:
        deed = Deed.LEFT if self.alike is Alike.LEAVE else Deed.ASKED
        if _is_on_again(step.row, Match(subject=subject, is_alike=True)):
            noted = (*step.row.notes, f"{subject.ref} is vacated here.")
            step = replace(step, row=replace(step.row, notes=noted))
        shown = tuple(_differences(subject, step.facts or {}, vacates=vacates))
        return replace(step, deed=deed, differences=shown, why=f"looks like {subject.ref}")

    def _older(self, step: Step, subject: Entry | Deadline) -> Step:
        """Leave what the docket knows as well or better; an export of ours words the same edition otherwise."""
        row = step.row
        if self.known.is_ours(row) and row.sequence == subject.sequence and not row.whole:
            return step
        return replace(step, deed=Deed.LEFT, why=f"{subject.ref} was changed here after this edition of it")


def _stands(subject: Entry | Deadline) -> bool:
    return isinstance(subject, Entry) and subject.status is EntryStatus.STANDING


def _is_on_again(row: Row, match: Match) -> bool:
    """Return whether a hearing that was vacated here stands in a file that would say if it were off calendar."""
    subject, would_say = match.subject, row.sequence is not None or match.is_alike
    is_off = isinstance(subject, Entry) and subject.status is EntryStatus.VACATED
    return is_off and would_say and not row.is_vacated and not row.whole


def _is_the_same(row: Row, facts: Facts, *, vacates: bool) -> bool:
    """Return whether the docket says all of it; of what is off calendar on both sides the rest does not matter."""
    return not vacates and (row.is_vacated or not facts)


def _new(law: TeamLaw, case: Case, row: Row, uid: str) -> Step:
    step = Step(row=row, deed=Deed.NEW, uid=uid)
    trigger = row.facts.get("trigger")
    if row.kind is None or not trigger or row.is_vacated or row.whole:
        return step
    return replace(step, starts=law.follows_from(_imagined(case, row)))


def _imagined(case: Case, row: Row) -> Entry:
    """Return the entry that a row would be; it stands on no docket."""
    kind = row.kind or EntryKind.NOTICE
    facts = {name: fact for name, fact in row.facts.items() if name in ("trigger", "service", "served_on")}
    return Entry(
        case_id=0, kind=kind, letter=kind.letter, number=0, title=row.title, on_date=row.on_date, starts_at=row.at,
        zone="UTC", created_at=case.created_at, created_by="", changed_at=case.created_at, **facts,
    )  # fmt: skip


def _changed(session: Session, law: TeamLaw, step: Step, subject: Entry | Deadline, *, vacates: bool) -> Step:
    facts, told = step.facts or {}, replace(step, deed=Deed.CHANGED)
    if isinstance(subject, Deadline):
        _must_be_redatable(subject, facts)
        return replace(told, differences=tuple(_differences(subject, facts, vacates=False)))
    if subject.status is not EntryStatus.STANDING:
        raise _UnfitError(
            "status",
            subject.status,
            _OVER.format(ref=subject.ref, status=subject.status.value),
        )
    if subject.kind is EntryKind.HEARING and "on_date" in facts and step.row.at is None:
        raise _UnfitError(
            "time",
            step.row.on_date,
            f"{subject.ref} would move, and the hour is missing. Type the hour of the new date.",
        )
    after = {**facts, **({"status": EntryStatus.VACATED} if vacates else {})}
    ahead = look_ahead(session, law.book, entry=subject, facts=after)
    return replace(
        told, differences=tuple(_differences(subject, facts, vacates=vacates)), ahead=ahead, starts=ahead.new
    )


def _must_be_redatable(deadline: Deadline, facts: Facts) -> None:
    if deadline.status is not DeadlineStatus.OPEN:
        raise _UnfitError("status", deadline.status, f"{deadline.ref} is {deadline.status} here. Delete the line.")
    if deadline.rule or deadline.is_fixed:
        by = "computed by a rule" if deadline.rule else "fixed by the court"
        raise _UnfitError(
            "due" if "due" in facts else next(iter(facts)),
            deadline.title,
            f"{deadline.ref} is {by}, and a file does not change it. If a court gave it another date, type "
            f'`/deadline extend {deadline.ref} 4 June 2018 "the order"`; then delete the line.',
        )


def _news(row: Row, subject: Entry | Deadline) -> Facts:
    """Return the columns that a row tells otherwise than the docket does."""
    if isinstance(subject, Deadline):
        told = {"title": row.title, **row.facts, "due": row.on_date, **({"due_at": row.at} if row.at else {})}
        return {name: fact for name, fact in told.items() if (getattr(subject, name) or None) != (fact or None)}
    when = _when(row, subject)
    news = news_of(subject, {"title": row.title, **row.facts, **when})
    news.pop("precision", None)
    if subject.kind is EntryKind.HEARING and "starts_at" in news:
        news["on_date"] = when["on_date"]
    return news


def _when(row: Row, entry: Entry) -> Facts:
    """Return the hour that a row tells with its day in the court's zone, or the day alone."""
    if row.at is None:
        return {"on_date": row.on_date}
    return {"on_date": row.at.astimezone(ZoneInfo(entry.zone)).date(), "starts_at": row.at}


def _differences(subject: Entry | Deadline, facts: Facts, *, vacates: bool) -> Iterator[Difference]:
    for name, fact in facts.items():
        if not (name == "on_date" and "starts_at" in facts) and not (name == "due" and "due_at" in facts):
            yield Difference(column=name, was=getattr(subject, name), told=fact, zone=subject.zone)
    if vacates:
        yield Difference(column="status", was=subject.status.value, told=EntryStatus.VACATED.value, zone=subject.zone)
