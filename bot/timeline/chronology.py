"""The chronology: everything on the docket of some cases, in order, as a document that can be handed to a court."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.calendars.text import is_web_address
from bot.law import long_date
from bot.law.wording import named_service
from bot.rulebook import Rulebook
from bot.timeline import wording
from bot.timeline.exhibit import exhibits
from bot.timeline.files import CaseFile, open_files
from bot.timeline.naming import Naming
from bot.timeline.typesetting import Medium, typeset
from storage.cases import Case, names_of
from storage.docket import Deadline, DeadlineStatus, Entry, Precision
from storage.log import last_seal

_LAST_MINUTE = time(23, 59)


def chronology_pdf(
    session: Session,
    book: Rulebook,
    cases: Sequence[Case],
    *,
    now: datetime,
    by: str,
    naming: Naming = Naming.CAPTION,
    since: date | None = None,
    until: date | None = None,
) -> bytes:
    """Print the chronology of some cases: their entries, their deadlines, and how each deadline was counted.

    The team's notes, and who owns what, are not in it. It is as of `now`, and names the last line of the log.

    Args:
        by: who prints it: a Slack id, or words such as "the command line".
        since: print nothing dated earlier.
        until: print nothing dated later.
    """
    files = open_files(session, book, cases, since=since, until=until)
    names = names_of(session, [by, *_signers(files)])
    data = chronology_data(files, now=now, by=by, names=names, seal=last_seal(session), naming=naming)
    return typeset("chronology.typ", data, medium=Medium.PDF, now=now)


def chronology_data(
    files: Sequence[CaseFile], *, now: datetime, by: str, names: Mapping[str, str], seal: str, naming: Naming
) -> dict[str, Any]:
    """Return what the template prints, as data."""
    return {
        "paper": "us-letter" if {file.court.country for file in files} == {"US"} else "a4",
        "cases": [_caption(file, naming) for file in files],
        "as_of": _as_of(files, now, naming),
        "by": names.get(by, by),
        "seal": seal,
        "entries": [_entry(entry, file, naming) for entry, file in _entries_in_order(files)],
        "deadlines": [_deadline(deadline, file, naming) for deadline, file in _deadlines_in_order(files)],
        "exhibits": exhibits(_deadlines_in_order(files), names, naming),
        "date": now.date().isoformat(),
    }


def _signers(files: Sequence[CaseFile]) -> Iterator[str | None]:
    for file in files:
        for deadline in file.deadlines:
            yield from (deadline.confirmed_by, deadline.filed_by, deadline.done_by, deadline.created_by)


def _caption(file: CaseFile, naming: Naming) -> Mapping[str, str]:
    return {
        "ref": file.case.ref,
        "court": naming.court(file),
        "caption": naming.case(file),
        "number": naming.docket_number(file),
    }


def _as_of(files: Sequence[CaseFile], now: datetime, naming: Naming) -> str:
    zones = sorted({file.court.zone for file in files}) if naming.tells else []
    told = [f"{wording.moment_in(now, zone)} ({wording.city_of(zone)})" for zone in zones]
    return "; ".join(told) or wording.moment_in(now, "UTC")


def _entries_in_order(files: Sequence[CaseFile]) -> list[tuple[Entry, CaseFile]]:
    found = [(entry, file) for file in files for entry in file.entries]
    return sorted(found, key=lambda pair: (*_place(pair[0]), pair[0].key))


def _place(entry: Entry) -> tuple[date, bool, datetime]:
    """Return where an entry stands in time; what is known by its month alone comes before the month's first day."""
    hour = entry.starts_at or datetime.combine(entry.on_date, time.min, tzinfo=ZoneInfo(entry.zone))
    return entry.on_date, entry.precision is Precision.DAY, hour


def _deadlines_in_order(files: Sequence[CaseFile]) -> list[tuple[Deadline, CaseFile]]:
    found = [(deadline, file) for file in files for deadline in file.deadlines]
    return sorted(found, key=lambda pair: (pair[0].due, pair[0].due_at, pair[0].key))


def _entry(entry: Entry, file: CaseFile, naming: Naming) -> Mapping[str, str | bool]:
    return {
        "date": wording.day_of(entry),
        "hour": wording.hour_of(entry, by_city=naming.tells),
        "case": file.case.ref,
        "ref": entry.ref,
        "kind": str(entry.kind.value),
        "title": naming.entry(entry),
        "state": wording.outcome_of(entry) if naming.tells else wording.state_of(entry),
        "struck": wording.is_struck(entry),
        "service": _served(entry) if naming.tells else "",
        "link": entry.link if naming.tells else "",
        "opens": naming.tells and is_web_address(entry.link),
    }


def _served(entry: Entry) -> str:
    """Say how and when an entry was served, as far as the docket knows."""
    how = named_service(entry.service) if entry.service else ""
    when = f"served on {long_date(entry.served_on)}" if entry.served_on else ""
    return ", ".join(part for part in (when, how) if part)


def _deadline(deadline: Deadline, file: CaseFile, naming: Naming) -> Mapping[str, str | bool]:
    return {
        "due": long_date(deadline.due),
        "until": _until(deadline, file, naming),
        "case": file.case.ref,
        "ref": deadline.ref,
        "title": naming.deadline(deadline),
        "condition": f"only {deadline.condition}" if deadline.condition and naming.tells else "",
        "rule": _rule(deadline) if naming.tells else "",
        "standing": wording.standing_of(deadline),
        "state": wording.proof_of(deadline) if naming.tells else deadline.status.value,
        "struck": wording.is_struck(deadline),
        "confirmed": bool(deadline.confirmed_by) or deadline.status is not DeadlineStatus.OPEN,
    }


def _until(deadline: Deadline, file: CaseFile, naming: Naming) -> str:
    """Say when the day ends on the court's wall; the last minute of a day is midnight."""
    end = deadline.due_at.astimezone(ZoneInfo(deadline.zone))
    if (end.hour, end.minute) != (_LAST_MINUTE.hour, _LAST_MINUTE.minute):
        return f"until {wording.wall_hour(deadline.due_at, deadline.zone, by_city=naming.tells)}"
    if file.court.country == "KH" and naming.tells:
        return "until the registry closes"
    return "until midnight, court time"


def _rule(deadline: Deadline) -> str:
    if deadline.is_fixed:
        return "fixed by the court"
    if not deadline.citation:
        return "no rule: entered by hand"
    return f"{deadline.citation}, {deadline.version}" if deadline.version else deadline.citation
