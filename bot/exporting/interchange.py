"""JSON: everything the docket knows of some cases, written so that it can be read back.

`{"format": "adquem", "version": 1, "exported_at": …, "cases": [{…, "entries": […], "deadlines": […]}]}`. Rows carry the
columns of their tables except for the ids of this one database: a deadline names the entry that started it by its short
id (`started_by`), a hearing the one that was adjourned to it (`follows`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import ValidationError

from bot.errors import AdQuemError
from bot.timeline import CaseFile, Naming
from storage.cases import Case
from storage.docket import Deadline, Entry

FORMAT, VERSION = "adquem", 1
_OF_THIS_DATABASE = {"id", "case_id", "entry_id", "follows_id"}
Row = TypeVar("Row", Case, Entry, Deadline)


class UnreadableExportError(AdQuemError):
    """What should be read back is no export of ours."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This is no JSON export of Ad Quem that I can read: {why}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedCase:
    """A case as it is carried from one docket to another.

    Args:
        entries: each with the short id of the hearing that was adjourned to it, if one was.
        deadlines: each with the short id of the entry that started it, if one did.
    """

    case: Case
    entries: tuple[tuple[Entry, str | None], ...]
    deadlines: tuple[tuple[Deadline, str | None], ...]


def to_json(files: Sequence[CaseFile], *, now: datetime, naming: Naming = Naming.CAPTION) -> bytes:
    """Write some cases as JSON; `carried` reads it back."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": now.astimezone(UTC).isoformat(timespec="seconds"),
        "cases": [_case(file, naming) for file in files],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode() + b"\n"


def carried(content: bytes) -> tuple[CarriedCase, ...]:
    """Read back what `to_json` wrote. The rows are not on any docket yet.

    Raises:
        UnreadableExportError: if it is something else, or damaged.
    """
    try:
        whole = json.loads(content)
    except ValueError:
        raise UnreadableExportError("it is not JSON") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise UnreadableExportError("it does not say that it is one")
    if whole.get("version") != VERSION:
        raise UnreadableExportError(f"it is of version {whole.get('version')}, and I know version {VERSION}")
    try:
        return tuple(_carried(case) for case in whole["cases"])
    except ValidationError as error:
        raise UnreadableExportError(_first_of(error)) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableExportError(f"something is missing ({error})") from error


def _case(file: CaseFile, naming: Naming) -> dict[str, Any]:
    refs: dict[int | None, str] = {entry.id: entry.ref for entry in file.entries}
    return {
        "ref": file.case.ref,
        **_columns(file.case),
        "caption": naming.case(file),
        "entries": [
            {"ref": entry.ref, **_columns(entry), "follows": refs.get(entry.follows_id)} for entry in file.entries
        ],
        "deadlines": [
            {"ref": deadline.ref, **_columns(deadline), "started_by": refs.get(deadline.entry_id)}
            for deadline in file.deadlines
        ],
    }


def _columns(row: Case | Entry | Deadline) -> dict[str, Any]:
    """Return the columns of a row in their order, but for the ids of this one database."""
    facts = row.model_dump(mode="json")
    return {name: facts[name] for name in type(row).model_fields if name not in _OF_THIS_DATABASE}


def _carried(facts: Mapping[str, Any]) -> CarriedCase:
    return CarriedCase(
        case=_row(Case, facts),
        entries=tuple((_row(Entry, entry), entry["follows"]) for entry in facts["entries"]),
        deadlines=tuple((_row(Deadline, deadline), deadline["started_by"]) for deadline in facts["deadlines"]),
    )


def _row(table: type[Row], facts: Mapping[str, Any]) -> Row:
    """Return a row that is on no docket yet."""
    known = {name: facts[name] for name in table.model_fields if name in facts}
    nowhere = {"case_id": 0} if "case_id" in table.model_fields else {}
    return table.model_validate(known | nowhere)


def _first_of(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
