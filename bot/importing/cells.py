"""The cells of one line, each read by what its column means; every fault of the line is told, not only the first."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.errors import AdQuemError
from bot.exporting.spreadsheet import defused
from bot.importing.dates import Dated, DoubtfulDateError, dated, roughly_dated, zone_named
from bot.importing.kinds import kind_named
from bot.importing.rows import LONGEST, Fault, Row, Setting
from bot.law import Service
from storage.docket import EntryKind, Precision

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PERSON = re.compile(r"<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>")
_STANDS = frozenset({"", "standing", "open", "confirmed", "scheduled", "held", "tentative"})
_OFF = frozenset({"vacated", "cancelled", "canceled"})
_LAST_MINUTE = time(23, 59)
_WORDS = {None: ("link", "note", "citation", "owner"), EntryKind.HEARING: ("place", "link", "note", "trigger", "owner")}
_RECORDED = ("place", "link", "note", "trigger", "service", "served", "owner")
Read = TypeVar("Read")


class UnfitCellError(AdQuemError):
    """A line cannot be taken as it is."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(" ".join(fault.sentence for fault in faults))
        self.faults = tuple(faults)


class _UnfitError(AdQuemError):
    """One cell cannot be taken as it is."""


@dataclass(slots=True, kw_only=True)
class Cells:
    """One line of a sheet: its cells by column, and the faults that were found in them."""

    line: int
    headings: Sequence[str]
    places: Mapping[str, int]
    values: Sequence[str]
    faults: list[Fault] = field(default_factory=list)

    def __getitem__(self, column: str) -> str:
        """Return what stands in a column, without what nobody sees and as text, whatever it looks like."""
        place = self.places.get(column, len(self.values))
        value = self.values[place] if place < len(self.values) else ""
        return harmless(value)

    def take(self, column: str, reading: Callable[[str], Read], otherwise: Read) -> Read:
        """Read a cell; if that cannot be done, note why and go on."""
        try:
            return reading(self[column])
        except (_UnfitError, DoubtfulDateError) as error:
            heading = self.headings[self.places[column]].strip() if column in self.places else column
            self.faults.append(Fault(line=self.line, column=heading, typed=self[column][:100], sentence=str(error)))
            return otherwise


def harmless(value: str) -> str:
    """Return a cell as text; the apostrophe by which an export kept it from being a formula is taken off."""
    text = _UNSEEN.sub("", value.replace("\r\n", "\n")).strip()
    return text[1:] if text.startswith("'") and defused(text[1:]) == text else text


def row_of(cells: Cells, setting: Setting) -> Row:
    """Read one line.

    Raises:
        UnfitCellError: if anything in it cannot be taken as it is.
    """
    otherwise: EntryKind | None = EntryKind.NOTICE
    kind = cells.take("kind", _kind, otherwise)
    title = cells.take("title", _filled, "")
    on = "due" if kind is None and cells["due"] else "date"
    zone = cells.take("zone", lambda name: zone_named(name, otherwise=setting.zone), setting.zone)
    when = cells.take(on, lambda text: _when(text, cells, kind, zone, setting), Dated(day=setting.now.date()))
    is_vacated = cells.take("status", lambda text: _is_off(text, kind), False)  # noqa: FBT003 -- what is read otherwise
    cells.take("case", lambda text: _of_this_case(text, setting), None)
    uid = cells.take("uid", lambda text: _short(text, "uid"), "")
    told = _WORDS.get(kind, _RECORDED)
    facts = {_COLUMN.get(name, name): _fact(cells, name, zone, setting) for name in told if name in cells.places}
    if kind is None and cells["date"] and cells["due"] and cells["date"] != cells["due"]:
        cells.take("date", _two_dates, None)
    if cells.faults:
        raise UnfitCellError(cells.faults)
    return Row(
        line=cells.line,
        kind=kind,
        title=title,
        on_date=when.day,
        at=_moment(when, kind, setting),
        precision=when.precision,
        facts=facts,
        uid=uid,
        is_vacated=is_vacated,
        notes=(when.note,) if when.note else (),
    )


_COLUMN = {"served": "served_on"}


def _fact(cells: Cells, name: str, zone: str, setting: Setting) -> Any:  # noqa: ANN401 -- whatever its column holds
    if name == "served":
        return cells.take(name, lambda text: _day(text, zone, setting), None)
    if name == "service":
        return cells.take(name, _service, "")
    if name == "owner":
        return cells.take(name, lambda text: owner_named(text, setting), None)
    if name == "trigger":
        return cells.take(name, lambda text: _short(text.casefold(), name), "") or None
    return cells.take(name, lambda text: _short(text, name), "")


def _kind(text: str) -> EntryKind | None:
    try:
        return kind_named(text)
    except KeyError:
        kinds = ", ".join(EntryKind)
        raise _UnfitError(f"Type one of {kinds} or deadline.") from None


def _filled(text: str) -> str:
    if not text:
        raise _UnfitError("The title is missing: type what it is about, as in “Oral argument on the application”.")
    return " ".join(_short(text, "title").split())


def _short(text: str, column: str) -> str:
    longest = LONGEST[column]
    if len(text) > longest:
        raise _UnfitError(f"That is {len(text)} letters long, and {longest} is the most. Shorten it.")
    return text


def _when(text: str, cells: Cells, kind: EntryKind | None, zone: str, setting: Setting) -> Dated:
    if not text:
        raise _UnfitError("The date is missing: type it as in 2018-05-04.")
    is_history = kind not in (None, EntryKind.HEARING) and not cells["time"]
    if is_history and (rough := roughly_dated(text)):
        return rough
    when = dated(text, cells["time"], zone=zone, setting=setting)
    told = cells["precision"].casefold()
    if is_history and when.at is None and told in (Precision.MONTH, Precision.YEAR):
        return Dated(day=when.day, precision=Precision(told), note=when.note)
    return when


def _moment(when: Dated, kind: EntryKind | None, setting: Setting) -> datetime | None:
    """Return the instant; a deadline that ends with the last minute of its day ends with the day."""
    if kind is None and when.at and when.at.astimezone(ZoneInfo(setting.zone)).time() == _LAST_MINUTE:
        return None
    return when.at


def _day(text: str, zone: str, setting: Setting) -> date | None:
    return dated(text, "", zone=zone, setting=setting).day if text else None


def _service(text: str) -> str:
    try:
        return Service(text.casefold()).value
    except ValueError:
        ways = ", ".join(filter(None, Service))
        raise _UnfitError(f"Type how it was served ({ways}), or leave it empty.") from None


def owner_named(text: str, setting: Setting) -> str | None:
    """Return the id of the person whom a cell names, by id or by name.

    Raises:
        AdQuemError: if nobody who may see the case is called that, or several are.
    """
    if not text:
        return None
    said = (_PERSON.fullmatch(text) or [None, text])[1]
    found = [person for person, name in setting.people.items() if said == person or _same(str(said), name)]
    if len(found) == 1:
        return found[0]
    who = (
        "Several people who may see this case are called that."
        if found
        else "Nobody who may see this case is called that."
    )
    raise _UnfitError(f"{who} Type a name as Slack shows it, or the member id, or leave it empty.")


def _same(said: str, name: str) -> bool:
    return said.strip().lstrip("@").casefold() == name.casefold()


def _is_off(text: str, kind: EntryKind | None) -> bool:
    status = text.casefold()
    if status in _STANDS:
        return False
    if status in _OFF and kind is EntryKind.HEARING:
        return True
    raise _UnfitError(
        "What is closed, withdrawn or done is not imported from CSV, which carries no proof of it. Leave the status "
        "empty, delete the line, or import the JSON export, which keeps it."
    )


def _of_this_case(text: str, setting: Setting) -> None:
    if text and setting.case and text.casefold() not in setting.case:
        raise _UnfitError("This line names another case. Import it into that one, or empty the cell to take it here.")


def _two_dates(_: str) -> None:
    raise _UnfitError("A deadline has one date: leave either “date” or “due” empty.")
