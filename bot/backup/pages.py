"""A backup as lines of JSON: what it is, every table with its rows, and at the end how many and their fingerprint.

    {"adquem": "backup", "format": 1, "version": "0005", "at": "2018-05-07T15:30:00+00:00"}
    {"table": "case_file", "columns": ["id", "court", ...]}
    [1, "cand", ...]
    {"rows": {"case_file": 1, ...}, "sha256": "..."}

Instants are in UTC, bytes in base64. The fingerprint is that of all the lines before it.
"""

import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from bot.backup.errors import DamagedError

FORMAT = 1
_ALTERED = "it was altered after it was written"
_READABLE = (gzip.BadGzipFile, EOFError, zlib.error, UnicodeDecodeError, json.JSONDecodeError)

Row: TypeAlias = Sequence[Any]
Table: TypeAlias = tuple[str, Sequence[str], Iterable[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is in a backup: the version of its tables, when it was taken, and how many rows each table has."""

    version: str
    at: datetime
    rows: Mapping[str, int]

    @property
    def total(self) -> int:
        """Return how many rows it has."""
        return sum(self.rows.values())


def written(tables: Iterable[Table], *, version: str, at: datetime) -> tuple[bytes, Contents]:
    """Return the bytes of a backup, and what is in it."""
    buffer, digest, counted = io.BytesIO(), hashlib.sha256(), dict[str, int]()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as packed:

        def write(said: object) -> None:
            line = f"{json.dumps(said, ensure_ascii=False, separators=(',', ':'))}\n".encode()
            digest.update(line)
            packed.write(line)

        write({"adquem": "backup", "format": FORMAT, "version": version, "at": at.astimezone(UTC).isoformat()})
        for name, columns, rows in tables:
            write({"table": name, "columns": list(columns)})
            counted[name] = 0
            for row in rows:
                write(row)
                counted[name] += 1
        write({"rows": counted, "sha256": digest.hexdigest()})
    return buffer.getvalue(), Contents(version=version, at=at, rows=counted)


def checked(packed: bytes) -> Contents:
    """Return what is in a backup, once all of it was read and found whole.

    Raises:
        DamagedError: if it is no backup, was cut off, or was altered.
    """
    digest, counted, name = hashlib.sha256(), dict[str, int](), ""
    header: Mapping[str, str] = {}
    is_whole = False
    for line, said in _lines(packed):
        if is_whole:
            raise DamagedError(_ALTERED)
        if not header:
            header = _header(said)
        elif isinstance(said, list):
            counted[name] = counted.get(name, 0) + 1
        elif "table" in said:
            name = str(said["table"])
            counted[name] = 0
        elif said == {"rows": counted, "sha256": digest.hexdigest()}:
            is_whole = True
        else:
            raise DamagedError(_ALTERED)
        digest.update(line)
    if not is_whole:
        raise DamagedError("it was cut off")
    return Contents(version=header["version"], at=datetime.fromisoformat(header["at"]), rows=counted)


def tables_in(packed: bytes, *, together: int) -> Iterator[tuple[str, Sequence[str], Sequence[Row]]]:
    """Yield the rows of a backup that was checked: their table, its columns, and some of its rows together."""
    name, columns, rows = "", list[str](), list[Row]()
    for _, said in _lines(packed):
        if isinstance(said, list):
            rows.append(said)
        if rows and (len(rows) == together or isinstance(said, dict)):
            yield name, columns, rows
            rows = []
        if isinstance(said, dict):
            name, columns = str(said.get("table", "")), list(said.get("columns", ()))


def _lines(packed: bytes) -> Iterator[tuple[bytes, Any]]:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(packed)) as unpacked:
            for line in unpacked:
                yield line, json.loads(line)
    except _READABLE:
        raise DamagedError("it is no backup of Ad Quem, or it was cut off") from None


def _header(said: Any) -> Mapping[str, str]:  # noqa: ANN401 -- JSON
    if not isinstance(said, dict) or said.get("adquem") != "backup":
        raise DamagedError("it is no backup of Ad Quem")
    if said.get("format") != FORMAT:
        raise DamagedError(f"it has the format {said.get('format')}, and this program reads {FORMAT}")
    return said
