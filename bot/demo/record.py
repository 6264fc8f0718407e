"""The record: what public sources tell about the matter, one row for each event, as it was collected."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from storage.docket import EntryKind, Precision

FILES = ("rainsy-us.csv", "rainsy-cambodia.csv")
COMPUTED = "computed"
"""The kind of a row that no source tells: a date that whoever made the record counted, and ours must equal."""

_KINDS = {
    "hearing": EntryKind.HEARING,
    "judgment": EntryKind.RULING,
    "judgment (in absentia)": EntryKind.RULING,
    "appeal judgment": EntryKind.RULING,
    "cassation judgment": EntryKind.RULING,
    "opinion": EntryKind.RULING,
    "order": EntryKind.ORDER,
    "arrest warrant": EntryKind.ORDER,
    "summons": EntryKind.ORDER,
    "filing": EntryKind.FILING,
    "complaint": EntryKind.FILING,
    "charge": EntryKind.NOTICE,
    "context": EntryKind.NOTICE,
    "statement": EntryKind.NOTICE,
    "pardon": EntryKind.NOTICE,
    "immunity / seat": EntryKind.NOTICE,
    "administrative sanction": EntryKind.NOTICE,
}
_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row. `written` is its date as the record writes it: `2018-05-04`, `2018-05` or `2017`."""

    written: str
    court: str
    told_as: str
    title: str
    detail: str
    source: str
    certainty: str

    @property
    def kind(self) -> EntryKind:
        """Return what it is on a docket."""
        return _KINDS[self.told_as]

    @property
    def precision(self) -> Precision:
        """Return how exactly its date is known."""
        return _PRECISIONS[len(self.written)]

    @property
    def on_date(self) -> date:
        """Return its day, the first of the month or year where no more is known."""
        return date.fromisoformat((self.written + "-01-01")[: len("2018-05-04")])

    @property
    def is_verified(self) -> bool:
        """Return whether the date was read in a source, and neither inferred nor second-hand."""
        return self.certainty.startswith("verified") and "unverified" not in self.certainty

    @property
    def note(self) -> str:
        """Return what else the record says, its source and how sure it is, for the entry's note."""
        said = (f"{self.told_as}, {self.court}.", self.detail, f"Source: {self.source}", f"Certainty: {self.certainty}")
        return "\n".join(line for line in said if line)


def read_record() -> tuple[Event, ...]:
    """Return every row of both files, those that were computed included."""
    return tuple(event for name in FILES for event in _rows(name))


def _rows(name: str) -> Iterator[Event]:
    text = (files(__package__) / "cases" / name).read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines(), strict=True):
        yield Event(
            written=row["date"],
            court=row["court"],
            told_as=row["kind"],
            title=row["title"],
            detail=row["detail"],
            source=row["source"],
            certainty=row["certainty"],
        )
