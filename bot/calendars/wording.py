"""What an event says: its title and its text, at each level of detail."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.calendars.text import clean, one_line
from bot.law import Standing, long_date
from storage.calendars import Detail
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus

_STANDING: dict[str, str] = {
    Standing.SETTLED: "Standing: settled.",
    Standing.ARGUABLE: "Standing: ARGUABLE. The law can be read two ways; this is the safe date.",
    Standing.UNVERIFIED: "Standing: UNVERIFIED. The text behind this date was not checked.",
}
_CANCELLED_BUSY = "CANCELLED: Busy"  # the law's own words would tell what the time was taken for
MARKS = {EntryStatus.VACATED: "VACATED: ", EntryStatus.WITHDRAWN: "WITHDRAWN: "}
"""What stands before the title of an entry that no longer stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one event."""

    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()
    place: str = ""
    link: str = ""


def of_entry(entry: Entry, *, case: Case, court: str, detail: Detail) -> Wording:
    """Word a hearing, a ruling or an order."""
    mark = MARKS.get(entry.status, "")
    category = (entry.kind.upper(),)
    if detail is Detail.BUSY:
        return Wording(summary=_CANCELLED_BUSY if mark else "Busy")
    if detail is Detail.ALIAS:
        summary = f"{mark}{entry.kind.capitalize()} {entry.ref} · {code_name(case)}"
        return Wording(summary=one_line(summary), description=_lines(_hour_unknown(entry)), categories=category)
    return Wording(
        summary=one_line(f"{mark}{entry.title} · {case.caption}"),
        description=_lines(
            _hour_unknown(entry), _held(entry), entry.note, _docket_line(entry.ref, case, court), entry.link
        ),
        categories=category,
        place=one_line(entry.place),
        link=entry.link,
    )


def of_deadline(deadline: Deadline, *, case: Case, court: str, detail: Detail) -> Wording:
    """Word a deadline. Its standing and the hour at which it ends come first: some programs show no more."""
    mark = _deadline_mark(deadline)
    if detail is Detail.BUSY:
        return Wording(summary=_CANCELLED_BUSY if deadline.status is DeadlineStatus.MOOT else "Busy")
    first = (
        _STANDING.get(deadline.standing),
        _cut_off(deadline, named=detail is Detail.FULL),
        _agreed(deadline),
    )
    if detail is Detail.ALIAS:
        summary = one_line(f"{mark}{deadline.ref} · {code_name(case)}")
        return Wording(summary=summary, description=_lines(*first), categories=("DEADLINE",))
    return Wording(
        summary=one_line(f"{mark}{deadline.title} · {case.caption}"),
        description=_lines(
            *first,
            f"Only {deadline.condition}." if deadline.condition else "",
            f"Proof: {deadline.proof}" if deadline.proof else "",
            *_explained(deadline),
            _docket_line(deadline.ref, case, court),
        ),
        categories=("DEADLINE",),
    )


def code_name(case: Case) -> str:
    """Return what a case is called where only code names may be shown."""
    return case.alias or case.ref


def _deadline_mark(deadline: Deadline) -> str:
    """Say in front of a deadline's title where it stands, and every doubt about it."""
    if deadline.status is DeadlineStatus.DONE:
        return "DONE ✓ "
    if deadline.status is DeadlineStatus.MOOT:
        return "MOOT: "
    doubts = [] if deadline.standing in ("", Standing.SETTLED) else [deadline.standing]
    doubts += ["conditional"] if deadline.condition else []
    doubts += [] if deadline.confirmed_by else ["unconfirmed"]
    return f"Due ({', '.join(doubts)}): " if doubts else "Due: "


def _cut_off(deadline: Deadline, *, named: bool) -> str:
    """Say when the day ends; the zone's name tells the country, so that code names go with the bare offset."""
    end = deadline.due_at.astimezone(ZoneInfo(deadline.zone))
    zone = f"{deadline.zone}, {_offset(end)}" if named else _offset(end)
    return f"Ends {long_date(end)}, at {end:%H:%M}, court time ({zone})."


def _offset(moment: datetime) -> str:
    return f"UTC{moment:%z}"[:6] + ":" + f"{moment:%z}"[3:5]


def _agreed(deadline: Deadline) -> str:
    if deadline.status is not DeadlineStatus.OPEN:
        return f"This deadline is {deadline.status}."
    return (
        "Confirmed by a second person."
        if deadline.confirmed_by
        else "UNCONFIRMED: no second person has checked it yet."
    )


def _explained(deadline: Deadline) -> Iterable[str]:
    """Tell how the law came to the date, and what is open about it."""
    if steps := _sentences(deadline.explanation, "steps"):
        yield "\n".join(("", "How it was counted:", *(f"- {step}" for step in steps)))
    yield from _sentences(deadline.explanation, "notes")
    if deadline.latest > deadline.due:
        yield f"Another reading gives {long_date(deadline.latest)}: do not plan on this."
    if deadline.citation:
        version = f", version {deadline.version}" if deadline.version else ""
        yield f"Rule: {deadline.citation}{version}"


def _sentences(explanation: Mapping[str, Any], part: str) -> list[str]:
    return [sentence["text"] for sentence in explanation.get(part, ())]


def _hour_unknown(entry: Entry) -> str:
    is_open = entry.kind is EntryKind.HEARING and entry.starts_at is None
    return "The hour is not known to the docket." if is_open else ""


def _held(entry: Entry) -> str:
    return "This hearing was held." if entry.status is EntryStatus.HELD else ""


def _docket_line(ref: str, case: Case, court: str) -> str:
    return f"{ref} · {case.caption}, {case.docket_number}, {court}"


def _lines(*parts: str | None) -> str:
    return clean("\n".join(part for part in parts if part and part.strip())).strip()
