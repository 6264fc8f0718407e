"""Close a deadline with proof, or because nobody owes it any more; and open a closed one again."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket import closing_deadlines, deadlines
from bot.docket.closing_deadlines import StillOpenError
from bot.docket.deadlines import FiledInFutureError, FiledTooEarlyError, must_be_open
from bot.docket.moving import Moved
from bot.docket.revising import proposal_for
from bot.docket.sight import find_deadline
from bot.law.answers import end_of
from handlers import facts, phrases
from handlers.commands.deadline_answers import announced, answered, carried, case_of, find
from handlers.examples import ref_and_rest
from handlers.reading import picked_day_if_any, unquoted
from handlers.replies import FieldError, Reply
from handlers.requests import Request
from handlers.views.cards import lateness
from handlers.views.deadline_forms import done_form, moot_form, reopen_form
from handlers.views.proof import BETWEEN, proof_shown
from handlers.views.text import hour, long_date, named, old_and_new, said
from storage.docket import Deadline, DeadlineStatus, Entry


def done(request: Request) -> Reply:
    """Close a deadline with the proof that was typed; open the form if none was."""
    ref, proof = ref_and_rest(request)
    return _done(request, ref, proof=proof) if proof else open_done(request, ref)


def open_done(request: Request, ref: str) -> Reply:
    """Open the form that asks for proof; explain where the deadline stands if it is not open."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        must_be_open(deadline)
        form = done_form(
            deadline,
            case_of(session, request.desk, deadline),
            person_id=request.who.person_id,
            today=facts.today_at(request.desk, deadline.zone),
            memo=carried(request, deadline),
        )
    return Reply(view=form)


def done_submitted(request: Request) -> Reply:
    """Close a deadline from the form."""
    fields = request.fields
    files = [f"{file['name']} {file['permalink']}".strip() for file in fields.get("file") or ()]
    proof = BETWEEN.join(filter(None, [(fields.get("proof") or "").strip(), *files]))
    if not proof:
        raise FieldError("proof", phrases.PROOF_NEEDED)
    filed_on = picked_day_if_any(request, "filed_on")
    try:
        return _done(request, request.memo["ref"], proof=proof, filed_by=fields.get("filed_by"), filed_on=filed_on)
    except (FiledInFutureError, FiledTooEarlyError) as error:
        raise FieldError("filed_on", str(error)) from None


def moot(request: Request) -> Reply:
    """Close what nobody owes any more, with the reason that was typed; open the form if none was."""
    ref, reason = ref_and_rest(request)
    return _moot(request, ref, reason=unquoted(reason)) if reason else open_moot(request, ref)


def open_moot(request: Request, ref: str) -> Reply:
    """Open the form that asks why nobody owes it any more."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        must_be_open(deadline)
        line = case_of(session, request.desk, deadline)
    return Reply(view=moot_form(deadline, line, memo=carried(request, deadline)))


def moot_submitted(request: Request) -> Reply:
    """Close what nobody owes any more, from the form."""
    return _moot(request, request.memo["ref"], reason=request.fields["reason"])


def reopen(request: Request) -> Reply:
    """Open a closed deadline again, with the reason that was typed; open the form if none was."""
    ref, reason = ref_and_rest(request)
    return _reopened(request, ref, reason=unquoted(reason)) if reason else open_reopen(request, ref)


def open_reopen(request: Request, ref: str) -> Reply:
    """Open the form that asks why it is owed again."""
    with request.desk.look() as session:
        deadline = find_deadline(session, request.who, ref)
        if deadline.status is DeadlineStatus.OPEN:
            raise StillOpenError(deadline.ref)
        line = case_of(session, request.desk, deadline)
    return Reply(view=reopen_form(deadline, line, memo=carried(request, deadline)))


def reopen_submitted(request: Request) -> Reply:
    """Open a closed deadline again, from the form."""
    return _reopened(request, request.memo["ref"], reason=request.fields["reason"])


def _done(
    request: Request, ref: str, *, proof: str, filed_by: str | None = None, filed_on: date | None = None
) -> Reply:
    with request.change() as change:
        deadline = find(change.session, request, ref)
        early = _before_its_entry(change.session, deadline, filed_on)
        deadlines.complete(change, deadline=deadline, proof=proof, filed_by=filed_by, filed_on=filed_on)
    told = phrases.MARKED_DONE.format(ref=deadline.ref, proof=proof_shown(deadline.proof))
    return answered(deadline, told, *lateness(deadline), *_doubtful_hour(deadline), *early)


def _before_its_entry(session: Session, deadline: Deadline, filed_on: date | None) -> list[str]:
    """Return a remark where it was filed before the day of what it answers; some things may be, so it is kept."""
    if filed_on is None or deadline.entry_id is None:
        return []
    entry = session.get_one(Entry, deadline.entry_id)
    if not filed_on < entry.on_date <= deadline.due:
        return []
    told = phrases.FILED_BEFORE_ENTRY.format(entry=entry.ref, day=long_date(entry.on_date), filed=long_date(filed_on))
    return [told]


def _doubtful_hour(deadline: Deadline) -> list[str]:
    """Return a remark where it was filed on the very day, nobody said at what hour, and the day was cut short."""
    zone = ZoneInfo(deadline.zone)
    ends_early = deadline.due_at < end_of(deadline.due, zone)
    if not ends_early or deadline.done_at != end_of(deadline.due, zone):
        return []
    return [phrases.FILED_AT_WHAT_HOUR.format(hour=hour(deadline.due_at, deadline.zone))]


def _moot(request: Request, ref: str, *, reason: str) -> Reply:
    with request.change() as change:
        deadline = find(change.session, request, ref)
        deadlines.drop_as_moot(change, deadline=deadline, reason=reason)
        case = case_of(change.session, request.desk, deadline)
    return announced(
        request, deadline, lambda _: [_with_reason(phrases.MADE_MOOT, request, deadline, case.ref, reason)]
    )


def _reopened(request: Request, ref: str, *, reason: str) -> Reply:
    with request.change() as change:
        deadline = find(change.session, request, ref)
        moved = closing_deadlines.reopen(change, deadline=deadline, reason=reason)
        case = case_of(change.session, request.desk, deadline)

    def told(session: Session) -> list[str]:
        remarks = _as_the_law_is(moved) if moved else _otherwise_by_now(session, request, deadline)
        return [_with_reason(phrases.REOPENED, request, deadline, case.ref, reason), *remarks]

    return announced(request, deadline, told)


def _with_reason(template: str, request: Request, deadline: Deadline, case: str, reason: str) -> str:
    return template.format(
        ref=deadline.ref,
        case=case,
        title=said(deadline.title),
        due=long_date(deadline.due),
        reason=said(reason).rstrip("."),
        by=named(request.who.person_id),
    )


def _as_the_law_is(moved: Moved) -> list[str]:
    told = phrases.DEADLINE_MOVED.format(
        ref=moved.deadline.ref,
        title=said(moved.deadline.title),
        **old_and_new(moved.old_at, moved.new_at, moved.deadline.zone),
    )
    return [told]


def _otherwise_by_now(session: Session, request: Request, deadline: Deadline) -> list[str]:
    """Return a remark where the law came to give another date while the deadline was closed."""
    proposal = proposal_for(session, request.desk.book, deadline)
    if proposal is None:
        return []
    if proposal.new is None:
        return [phrases.REOPENED_WITHOUT_LAW.format(ref=deadline.ref)]
    told = phrases.REOPENED_BUT_LAW.format(ref=deadline.ref, new=long_date(proposal.new), old=long_date(proposal.old))
    return [told]
