"""Do what was planned: one change, through the docket's own verbs, each of which writes its own line of the log."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.docket import deadlines, entering, entries, hearings
from bot.docket.correcting import correct
from bot.docket.desk import Change
from bot.docket.following import Decision, key_of
from bot.errors import AdQuemError
from bot.importing.editions import editions_of
from bot.importing.plans import Deed, Plan, Step
from bot.importing.redating import REASON, retell
from bot.importing.restoring import bring
from bot.law import Answer
from storage.docket import Deadline, Entry, EntryKind

_MOVING = frozenset({"starts_at", "on_date"})


class NotClearError(AdQuemError):
    """Something is wrong with a file, and nobody said that the rest of it should be imported."""

    def __init__(self, wrong: int) -> None:
        super().__init__(
            f"Nothing was imported: {wrong} {'line' if wrong == 1 else 'lines'} cannot be taken as they are. Correct "
            "them, or say that they are to be left out."
        )


class OtherwiseThanShownError(AdQuemError):
    """The docket changed after the plan was shown."""

    def __init__(self) -> None:
        super().__init__(
            "Something else would be imported now than was shown, because the docket or the file changed meanwhile. "
            "Nothing was imported: look at it again."
        )


@dataclass(slots=True, kw_only=True)
class Imported:
    """What was done."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)

    @property
    def refs(self) -> tuple[str, ...]:
        """The short ids of all that was touched."""
        return tuple(dict.fromkeys([*self.new, *self.changed, *self.started, *self.moved]))


def do(
    change: Change, plan: Plan, *, shown: str | None = None, even_so: bool = False, with_deadlines: bool = False
) -> Imported:
    """Import what was planned; whoever makes the change recorded it, and its deadlines are unconfirmed.

    Args:
        shown: the mark of the plan that was shown; None if none was.
        even_so: somebody said that the good lines are imported and the others left.
        with_deadlines: what would follow and has not passed is put on the docket.

    Raises:
        NotClearError: if something is wrong and nobody said so.
        OtherwiseThanShownError: if something else would happen than what was shown.
        AdQuemError: whatever the docket's verbs refuse; then nothing at all is kept.
    """
    if shown not in (None, plan.mark):
        raise OtherwiseThanShownError
    if not plan.is_clear and not even_so:
        raise NotClearError(plan.wrong + len(plan.of(Deed.ASKED)))
    done = Imported()
    if not plan.to_do:
        return done
    _log(change, plan, with_deadlines=with_deadlines)
    bring(change, plan, done.new)
    for step in plan.to_do:
        if step.row.whole is None or step.deed is Deed.CHANGED:
            _take(change, plan, step, done, with_deadlines=with_deadlines)
    return done


def may_start(answer: Answer, now: datetime) -> bool:
    """Return whether a deadline that would follow can still be met: what has passed is history."""
    return answer.latest_at >= now


def _log(change: Change, plan: Plan, *, with_deadlines: bool) -> None:
    counts: dict[str, Any] = {deed.value: len(plan.of(deed)) for deed in Deed}
    change.log(
        "import.done",
        subject=plan.case.ref,
        case_id=plan.case.key,
        **counts,
        faults=plan.wrong,
        with_deadlines=with_deadlines,
        editions=editions_of(plan.to_do),
    )


def _take(change: Change, plan: Plan, step: Step, done: Imported, *, with_deadlines: bool) -> None:
    if step.deed is Deed.NEW:
        row = _record(change, plan, step)
        done.new.append(row.ref)
        if with_deadlines and isinstance(row, Entry):
            done.started += _adopt(change, plan, step, row)
    else:
        _change(change, step, done, with_deadlines=with_deadlines)


def _record(change: Change, plan: Plan, step: Step) -> Entry | Deadline:
    row, facts = step.row, {name: fact for name, fact in step.row.facts.items() if fact}
    if row.kind is None:
        made: Entry | Deadline = entering.enter(
            change, case=plan.case, title=row.title, due=row.on_date, due_at=row.at, **facts
        )
    elif row.kind is EntryKind.HEARING:
        made = hearings.schedule(
            change, case=plan.case, title=row.title, starts_at=row.at, on_date=row.on_date, **facts
        )
    else:
        made = _record_entry(change, plan, step, facts)
    if step.uid:
        made.uid = step.uid
    if isinstance(made, Deadline):
        return change.keep_deadline(made)
    change.keep_entry(made)
    if row.is_vacated:
        hearings.vacate(change, hearing=made, reason=REASON)
    return made


def _record_entry(change: Change, plan: Plan, step: Step, facts: dict[str, Any]) -> Entry:
    row, place = step.row, facts.pop("place", "")
    assert row.kind is not None  # noqa: S101 -- a deadline is no entry
    made = entries.record(
        change,
        case=plan.case,
        kind=row.kind,
        title=row.title,
        on_date=row.on_date,
        starts_at=row.at,
        precision=row.precision,
        **facts,
    )
    made.place = place
    return made


def _change(change: Change, step: Step, done: Imported, *, with_deadlines: bool) -> None:
    subject, facts = step.subject, dict(step.facts or {})
    assert subject is not None  # noqa: S101 -- only what stands on the docket can change
    done.changed.append(subject.ref)
    if isinstance(subject, Deadline):
        retell(change, deadline=subject, facts=facts)
        return
    started = frozenset(key_of(answer) for answer in step.starts if with_deadlines and may_start(answer, change.now))
    decision = Decision(started=started, owner=step.row.facts.get("owner"))
    if subject.kind is EntryKind.HEARING and facts.keys() & _MOVING:
        followed = hearings.move(change, hearing=subject, starts_at=facts["starts_at"], reason=REASON)
        done.moved += followed.refs
        facts = {name: fact for name, fact in facts.items() if name not in _MOVING}
    if facts:
        done.moved += correct(change, entry=subject, facts=facts, reason=REASON, decision=decision).refs
    if any(each.column == "status" for each in step.differences):
        done.moved += hearings.vacate(change, hearing=subject, reason=REASON).refs


def _adopt(change: Change, plan: Plan, step: Step, entry: Entry) -> list[str]:
    owner = entry.owner
    return [
        deadlines.adopt(change, case=plan.case, entry=entry, answer=answer, owner=owner).ref
        for answer in step.starts
        if may_start(answer, change.now)
    ]
