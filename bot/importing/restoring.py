"""Rows of another docket of ours, brought over whole: what they are is copied, who vouches for them is not.

Into a case that stands here already they come recorded by whoever imports them, and unconfirmed. Only a whole case that
is brought to a docket of its own, by whoever runs the bot, keeps who recorded and who confirmed it.
"""

from datetime import datetime

from bot.docket import cases
from bot.docket.desk import Change
from bot.docket.moving import answer_for, would_move
from bot.docket.reasoning import write_down_grounds
from bot.docket.teamlaw import law_of
from bot.exporting.interchange import CarriedCase
from bot.importing.carried import contents_of
from bot.importing.planning import plan_import
from bot.importing.plans import Deed, Plan, Step
from bot.importing.rows import Row, UnreadableFileError
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, next_number

_OF_THIS_DOCKET = frozenset({"id", "case_id", "entry_id", "follows_id", "number"})
_VOUCHED = {
    "confirmed_by": None,
    "confirmed_at": None,
    "acknowledged_by": None,
    "acknowledged_at": None,
    "snoozed_until": None,
    "backup": None,
}


def restore(change: Change, one: CarriedCase) -> Case:
    """Put a case of an export on a docket that does not have it, with all that stands in it, as it was.

    Raises:
        UnreadableFileError: if any of it is damaged.
        LawError: if its court is unknown here.
        CaseExistsError: if it stands here already.
    """
    told = one.case
    case = cases.open_case(
        change, court=told.court, docket_number=told.docket_number, caption=told.caption, channel_id=None,
        our_side=told.our_side, alias=told.alias,
    )  # fmt: skip
    contents = contents_of(one)
    if contents.faults:
        first = contents.faults[0]
        raise UnreadableFileError(f"The export is damaged at row {first.line} ({first.column}): {first.sentence}")
    plan = plan_import(change.session, change.book, case, contents)
    change.log("import.done", subject=case.ref, case_id=case.key, new=len(plan.to_do), restored=True)
    bring(change, plan, [], as_it_was=True)
    case.created_at, case.created_by, case.closed_at = told.created_at, told.created_by, told.closed_at
    change.keep_case(case)
    return case


def bring(change: Change, plan: Plan, refs: list[str], *, as_it_was: bool = False) -> None:
    """Put the whole rows of a plan on its case, entries before the deadlines that hang on them; note their ids."""
    here: dict[str, Entry] = {}
    for step in plan.steps:
        if isinstance(step.row.whole, Entry) and isinstance(step.subject, Entry):
            here[step.row.whole.ref] = step.subject
    brought = [step for step in plan.of(Deed.NEW) if step.row.whole is not None]
    for step in brought:
        if isinstance(step.row.whole, Entry):
            entry = _entry(change, plan.case, step, step.row.whole, as_it_was=as_it_was)
            here[step.row.whole.ref] = entry
            refs.append(entry.ref)
    for step in brought:
        if isinstance(step.row.whole, Entry) and step.row.follows in here:
            entry = here[step.row.whole.ref]
            entry.follows_id = here[step.row.follows].key
            _keep_entry(change, entry, entry.changed_at)
    for step in brought:
        if isinstance(step.row.whole, Deadline):
            started_by = here.get(step.row.follows or "")
            refs.append(_deadline(change, plan.case, step, step.row.whole, started_by, as_it_was=as_it_was).ref)


def _entry(change: Change, case: Case, step: Step, whole: Entry, *, as_it_was: bool) -> Entry:
    entry = Entry(
        **(whole.model_dump(exclude=set(_OF_THIS_DOCKET)) | _own(change, step.row, as_it_was=as_it_was)),
        case_id=case.key,
        number=next_number(change.session, whole.kind.letter),
    )
    entry.uid = step.uid
    _keep_entry(change, entry, whole.changed_at if as_it_was else change.now)
    change.log(f"{entry.kind}.recorded", subject=entry.ref, case_id=case.key, reason="import", title=entry.title,
               on=entry.on_date.isoformat())  # fmt: skip
    return entry


def _deadline(
    change: Change, case: Case, step: Step, whole: Deadline, started_by: Entry | None, *, as_it_was: bool
) -> Deadline:
    vouched = {} if as_it_was else _VOUCHED
    deadline = Deadline(
        **(whole.model_dump(exclude=set(_OF_THIS_DOCKET)) | vouched | _own(change, step.row, as_it_was=as_it_was)),
        case_id=case.key,
        entry_id=started_by.key if started_by else None,
        number=next_number(change.session, "D"),
    )
    deadline.uid = step.uid
    change.keep_deadline(deadline)
    deadline.changed_at = whole.changed_at if as_it_was else change.now
    change.log("deadline.entered", subject=deadline.ref, case_id=case.key, reason="import", title=deadline.title,
               due=deadline.due.isoformat())  # fmt: skip
    if started_by and deadline.rule and deadline.status is DeadlineStatus.OPEN:
        _rest_on_the_law(change, case, deadline, started_by)
    return deadline


def _own(change: Change, row: Row, *, as_it_was: bool) -> dict[str, object]:
    """Return what is of this docket even in a row that is brought over whole."""
    if as_it_was:
        return {}
    return {"created_at": change.now, "created_by": change.actor, "owner": row.facts.get("owner"), "sequence": 0}


def _keep_entry(change: Change, entry: Entry, changed_at: datetime) -> None:
    change.keep_entry(entry)
    entry.changed_at = changed_at


def _rest_on_the_law(change: Change, case: Case, deadline: Deadline, entry: Entry) -> None:
    """Write down what a date rests on, if the law gives it here too, so that it follows when the law changes."""
    law = law_of(change.session, change.book, case.court)
    answer = answer_for(law, deadline, entry)
    if answer and not would_move(deadline, answer):
        write_down_grounds(change, law, deadline, entry, answer)
