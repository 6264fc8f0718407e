"""The appendix of the chronology: for each deadline, how its date was counted, step by step."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.law import long_date
from bot.timeline import wording
from bot.timeline.files import CaseFile
from bot.timeline.naming import Naming
from storage.docket import Deadline


def exhibits(
    deadlines: Sequence[tuple[Deadline, CaseFile]], names: Mapping[str, str], naming: Naming
) -> list[Mapping[str, Any]]:
    """Return the exhibit of each deadline; among code names there is none, for the law names the country."""
    return [_exhibit(deadline, file, names, naming) for deadline, file in deadlines] if naming.tells else []


def _exhibit(deadline: Deadline, file: CaseFile, names: Mapping[str, str], naming: Naming) -> Mapping[str, Any]:
    return {
        "ref": deadline.ref,
        "title": deadline.title,
        "case": f"{naming.case(file)}, {file.case.docket_number}",
        "due": long_date(deadline.due),
        "standing": wording.standing_of(deadline),
        "started_by": _started_by(deadline, file),
        "steps": _sentences(deadline, "steps"),
        "notes": _sentences(deadline, "notes"),
        "latest": f"Read the other way, the date is {long_date(deadline.latest)}: do not plan on this."
        if deadline.latest > deadline.due
        else "",
        "signed": _signed(deadline, names),
    }


def _started_by(deadline: Deadline, file: CaseFile) -> str:
    """Name the entry that started a deadline."""
    started = next((entry for entry in file.entries if entry.id == deadline.entry_id), None)
    return f"{started.ref}, {started.title} ({wording.day_of(started)})" if started else ""


def _sentences(deadline: Deadline, part: str) -> list[str]:
    return [sentence["text"] for sentence in deadline.explanation.get(part, ())]


def _signed(deadline: Deadline, names: Mapping[str, str]) -> list[str]:
    """Say who recorded, who confirmed and who filed, and when."""
    recorded = f"Recorded by {names.get(deadline.created_by, deadline.created_by)}, {_at(deadline.created_at)}."
    confirmed = "Not confirmed by a second person."
    if deadline.confirmed_by and deadline.confirmed_at:
        confirmed = f"Confirmed by {names.get(deadline.confirmed_by, '')}, {_at(deadline.confirmed_at)}."
    filed = ""
    if deadline.done_by and deadline.done_at:
        filer = deadline.filed_by or deadline.done_by
        proof = f" Proof: {deadline.proof}." if deadline.proof else ""
        day = deadline.done_at.astimezone(ZoneInfo(deadline.zone)).date()
        filed = f"Filed by {names.get(filer, filer)} on {long_date(day)}.{proof}"
    return [line for line in (recorded, confirmed, filed) if line]


def _at(instant: datetime) -> str:
    return wording.moment_in(instant, "UTC")
