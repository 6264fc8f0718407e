"""CSV: a line for each entry and each deadline entered by hand, as spreadsheets write them."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from bot.importing.cells import Cells, UnfitCellError, row_of
from bot.importing.columns import read_headings
from bot.importing.decoding import text_of
from bot.importing.rows import MOST_ROWS, Contents, Fault, Row, Setting, UnreadableFileError

_SEPARATORS = ",;\t|"


def read_sheet(content: bytes, setting: Setting) -> Contents:
    """Read every line that can be read, and say of each other what is wrong with it.

    Raises:
        UnreadableFileError: if it is no CSV at all, names no columns, or is too long.
    """
    lines = list(_lines(text_of(content)))
    if not lines:
        raise UnreadableFileError("The file is empty. Save it once more from where it comes, and try again.")
    (_, headings), *others = lines
    places, unread = read_headings(headings)
    if len(others) > MOST_ROWS:
        raise UnreadableFileError(
            f"The file has {len(others)} lines, and I take {MOST_ROWS} at once. Split it, and import one part "
            "after the other."
        )
    rows: list[Row] = []
    faults: list[Fault] = []
    for line, values in others:
        try:
            rows.append(row_of(Cells(line=line, headings=headings, places=places, values=values), setting))
        except UnfitCellError as error:
            faults += error.faults
    if not rows and not faults:
        raise UnreadableFileError("Below its first line the file is empty: it names columns and tells nothing.")
    return Contents(rows=tuple(rows), faults=tuple(faults), notes=tuple(_assumed(rows, unread, setting)))


def _lines(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield each line that says anything, with the number of the line on which it begins."""
    if text.startswith("sep=") and text[4:5] and text[4:5] in _SEPARATORS:  # Excel's own hint
        separator, skipped = text[4], 1
        text = text.partition("\n")[2]
    else:
        separator, skipped = _separator_of(text), 0
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    before = 0
    try:
        for values in reader:
            begins, before = before + 1, reader.line_num
            if any(value.strip() for value in values):
                yield begins + skipped, values
    except csv.Error as error:
        raise UnreadableFileError(
            f"Line {before + 1 + skipped} breaks off, or its quotation marks do not match ({error}). Correct that "
            "line, or save the file once more as CSV."
        ) from None


def _separator_of(text: str) -> str:
    """Return what stands between the cells of the first line: the sign of which it holds the most."""
    first = text.lstrip().partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _assumed(rows: Sequence[Row], unread: Sequence[str], setting: Setting) -> Iterator[str]:
    if any(row.at for row in rows):
        yield f"Hours without a zone of their own are on the court's clocks: {setting.zone}."
    if unread:
        yield f"Columns that are not read: {', '.join(unread)}."
