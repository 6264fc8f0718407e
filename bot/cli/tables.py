"""Tables that people give to the command line: CSV as any program writes it, in a file or on standard input."""

import csv
import io
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from bot.errors import AdQuemError

Row = Mapping[str, str]
_LONGEST_CELL = 2**31 - 1  # whatever a cell holds is its own row's trouble, not the table's


class UnreadableTableError(AdQuemError):
    """A table that is not there, is not CSV in UTF-8, or lacks a column."""


@contextmanager
def table(path: str, *, columns: Collection[str]) -> Iterator[Iterator[Row]]:
    """Open a CSV file ("-" is standard input) and yield its rows, each with its cells under the names of the columns.

    Columns are named in any capitals, and parted by commas, semicolons or tabs.

    Raises:
        UnreadableTableError: if it cannot be read, then or at a later row, or lacks one of the columns that it needs.
    """
    try:
        with _opened(path) as file:
            yield _rows_of(file, columns)
    except BrokenPipeError:  # that is about our output
        raise
    except UnicodeDecodeError:
        raise UnreadableTableError(
            f"I cannot read {path}{_line_not_utf8(path)}: save the table as “CSV UTF-8” and give it again."
        ) from None
    except (OSError, csv.Error) as trouble:
        raise UnreadableTableError(
            f"I cannot read {path}: {trouble}. Give a CSV file in UTF-8, or - for standard input."
        ) from trouble


@contextmanager
def _opened(path: str) -> Iterator[TextIO]:
    if path == "-":
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8-sig")
        yield sys.stdin
        return
    with open(path, encoding="utf-8-sig", newline="") as file:  # noqa: PTH123 - the words of the person who typed it
        yield file


def _rows_of(file: TextIO, columns: Collection[str]) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    head = file.readline()
    parted = max((",", ";", "\t"), key=head.count)
    names = [name.strip().lower() for name in next(csv.reader([head], delimiter=parted), [])]
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise csv.Error(f"it has the column {', '.join(twice)} twice")
    if missing := [column for column in columns if column not in names]:
        raise UnreadableTableError(f"The table lacks the column {', '.join(missing)}. It needs {', '.join(columns)}.")
    return map(_cells, csv.DictReader(file, fieldnames=names, delimiter=parted))


def _cells(row: Mapping[str | None, str | list[str] | None]) -> Row:
    """Return the cells that stand under a name, without the blanks around them; a cell that is not there is empty."""
    return {name: (cell or "").strip() for name, cell in row.items() if name is not None and not isinstance(cell, list)}


def _line_not_utf8(path: str) -> str:
    """Name the first line of a file that is not in UTF-8; of standard input, which cannot be read again, none."""
    if path == "-":
        return ""
    lines = Path(path).read_bytes().split(b"\n")
    return next((f", line {number}" for number, line in enumerate(lines, 1) if not _is_utf8(line)), "")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
