"""Record rulings, orders, filings, services and notices."""

from datetime import date, datetime

from bot.docket.desk import Change
from bot.docket.errors import ClosedEntryError, EmptyError
from bot.docket.insiders import must_see
from storage.cases import Case
from storage.docket import Entry, EntryKind, EntryStatus, Precision, next_number


def record(
    change: Change,
    *,
    case: Case,
    kind: EntryKind,
    title: str,
    on_date: date,
    starts_at: datetime | None = None,
    precision: Precision = Precision.DAY,
    trigger: str | None = None,
    service: str = "",
    served_on: date | None = None,
    link: str = "",
    note: str = "",
    owner: str | None = None,
) -> Entry:
    """Put an entry on a case's docket.

    Args:
        on_date: the day it was made, entered or filed, in the court's zone.
        starts_at: the aware instant, where a period in hours runs from it.
        trigger: what kind of entry it is for the rules (`order.nondispositive`).
        service: how it was served (`ecf`, `mail`, `personal`, `consent`, `clerk`), `served_on` when.
        link: where the document itself can be read.
        owner: the Slack id of whoever looks after it.

    Raises:
        EmptyError: if the title is missing.
        OutsiderError: if its owner may not see the case.
    """
    if not title.strip():
        raise EmptyError("The title", f"`{command_of(kind)} add 4 May 2018 Order denying the application`")
    entry = Entry(
        case_id=case.key,
        kind=kind,
        letter=kind.letter,
        number=next_number(change.session, kind.letter),
        title=title.strip(),
        on_date=on_date,
        starts_at=starts_at,
        precision=precision,
        zone=change.book.court(case.court).zone,
        trigger=trigger,
        service=service,
        served_on=served_on,
        link=link.strip(),
        note=note.strip(),
        owner=owner,
        created_at=change.now,
        created_by=change.actor,
        changed_at=change.now,
    )
    must_see(change, entry, owner)
    change.keep_entry(entry)
    change.log(
        f"{kind}.recorded",
        subject=entry.ref,
        case_id=case.key,
        title=entry.title,
        on=on_date.isoformat(),
        trigger=trigger,
        service=service,
        served_on=served_on.isoformat() if served_on else None,
        owner=owner,
    )
    return entry


def must_stand(entry: Entry) -> None:
    """Refuse to change what was vacated, withdrawn or held."""
    if entry.status is not EntryStatus.STANDING:
        raise ClosedEntryError(entry.ref, entry.status)


def command_of(kind: EntryKind) -> str:
    """Return the command that records and changes a kind of entry; filings, services and notices share one."""
    return f"/{kind}" if kind in (EntryKind.HEARING, EntryKind.RULING) else "/order"
