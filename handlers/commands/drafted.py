"""What a draft means on its court's calendar and clock: what it is, when it begins, and what would follow from it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.docket import deadlines
from bot.law import Answer
from bot.law.errors import UnreadablePeriodError
from handlers import phrases
from handlers.reading import picked_moment
from handlers.replies import FieldError
from handlers.requests import Request
from handlers.views.recording import Draft
from storage.cases import Case
from storage.docket import EntryKind


def following_from(session: Session, request: Request, case: Case, draft: Draft) -> tuple[Answer, ...]:
    """Return the deadlines that a draft would start."""
    if not draft.trigger or draft.on_date is None:
        return ()
    starts_at = None if draft.kind is EntryKind.HEARING else starts_at_of(request, case, draft)
    try:
        return deadlines.preview(
            session,
            request.desk.book,
            case=case,
            trigger=draft.trigger,
            on_date=starts_at or draft.on_date,
            service=draft.service,
            served_on=draft.served_on,
        )
    except UnreadablePeriodError:
        if starts_at:
            raise
        raise FieldError("time", phrases.TIME_IS_NEEDED) from None


def starts_at_of(request: Request, case: Case, draft: Draft) -> datetime | None:
    """Return the instant that was filled in, on the court's clock; None if no time was."""
    if draft.on_date is None or draft.at_time is None:
        return None
    zone = request.desk.book.court(case.court).zone
    day, hour = draft.on_date.isoformat(), draft.at_time.isoformat("minutes")
    return picked_moment(request, day=day, time=hour, zone=zone).astimezone(ZoneInfo(zone))


def kind_of(request: Request, case: Case, draft: Draft) -> EntryKind | None:
    """Return what an entry is: what the form was for, unless the rules know it as a filing, a service or a notice."""
    triggers = {trigger.id: trigger for trigger in request.desk.book.triggers(case.court)}
    known = triggers.get(draft.trigger)
    if known and known.entry_kind in (EntryKind.FILING, EntryKind.SERVICE, EntryKind.NOTICE):
        return EntryKind(known.entry_kind)
    return draft.kind
