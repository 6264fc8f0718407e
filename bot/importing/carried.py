"""JSON: an export of ours, its rows whole."""

from bot.exporting.interchange import CarriedCase, UnreadableExportError, carried
from bot.importing.decoding import must_fit
from bot.importing.doubts import doubts_about
from bot.importing.rows import MOST_BYTES, MOST_ROWS, Contents, Fault, Row, Setting, UnreadableFileError
from storage.cases import Case
from storage.docket import Deadline, Entry, EntryKind, EntryStatus

MOST_OF_A_DOCKET = 20 * MOST_BYTES
"""How long an export may be that is brought into a docket of its own, where the bot runs."""
_ENTRY_FACTS = ("place", "trigger", "service", "served_on", "link", "note", "owner")
_DEADLINE_FACTS = ("link", "note", "citation", "owner")


def carried_cases(content: bytes) -> tuple[CarriedCase, ...]:
    """Read the cases of an export.

    Raises:
        UnreadableFileError: if it is none.
    """
    try:
        return carried(content)
    except UnreadableExportError as error:
        raise UnreadableFileError(str(error)) from error
    except (RecursionError, ValueError, OverflowError, LookupError):
        raise UnreadableFileError("This is no JSON export of Ad Quem that I can read. Export it once more.") from None


def read_carried(content: bytes, case: Case, setting: Setting) -> Contents:
    """Read what an export tells of one case: the one with the same number in the same court.

    Raises:
        UnreadableFileError: if it is no export, or tells nothing of that case, or too much.
    """
    must_fit(content)
    found = carried_cases(content)
    here = [one for one in found if (one.case.court, one.case.docket_number) == (case.court, case.docket_number)]
    if not here:
        raise UnreadableFileError(
            f"The export tells nothing of {case.docket_number} ({case.court}). Choose the case that it was made of."
        )
    contents = contents_of(here[0], setting)
    if len(contents.rows) > MOST_ROWS:
        raise UnreadableFileError(f"The export holds {len(contents.rows)} rows, and I take {MOST_ROWS} at once.")
    others = len(found) - 1
    notes = [f"The export tells of {others} other cases, which are passed over."] if others else []
    return Contents(rows=contents.rows, faults=contents.faults, notes=tuple(notes))


def contents_of(one: CarriedCase, setting: Setting | None = None) -> Contents:
    """Return the rows of a case, entries first: the deadlines hang on them.

    Args:
        setting: the case into which they come; without one it is not on the docket yet, and nobody is left out.
    """
    rows: list[Row] = []
    faults: list[Fault] = []
    told: tuple[tuple[Entry | Deadline, str | None], ...] = (*one.entries, *one.deadlines)
    for line, (whole, follows) in enumerate(told, start=1):
        wrong = next(doubts_about(whole), None)
        if wrong:
            faults.append(Fault(line=line, column=wrong.column, typed=wrong.typed[:100], sentence=wrong.sentence))
        else:
            rows.append(_row(whole, follows, line, setting))
    return Contents(rows=tuple(rows), faults=tuple(faults))


def _row(whole: Entry | Deadline, follows: str | None, line: int, setting: Setting | None) -> Row:
    owner, notes = whole.owner, []
    if setting and owner and owner not in setting.people:
        owner = None
        notes.append(f"Its owner there, {whole.owner}, cannot see this case: nobody owns it here.")
    names = _DEADLINE_FACTS if isinstance(whole, Deadline) else _ENTRY_FACTS
    facts = {name: getattr(whole, name) for name in names} | {"owner": owner}
    if isinstance(whole, Deadline):
        return Row(
            line=line, kind=None, title=whole.title, on_date=whole.due, at=whole.due_at, facts=facts, uid=whole.uid,
            sequence=whole.sequence, notes=tuple(notes), whole=whole, follows=follows,
        )  # fmt: skip
    return Row(
        line=line, kind=whole.kind, title=whole.title, on_date=whole.on_date, at=whole.starts_at,
        precision=whole.precision, facts=facts, uid=whole.uid, sequence=whole.sequence, notes=tuple(notes),
        whole=whole, follows=follows,
        is_vacated=whole.kind is EntryKind.HEARING and whole.status is EntryStatus.VACATED,
    )  # fmt: skip
