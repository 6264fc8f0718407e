"""tests/data/when.csv: what people type, and the one right answer, the question to ask, or the refusal.

`past` is what a date that has passed means in that row; `value` is the answer, `options` what the question offers.
"""

import csv
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.cli.when import Answer, answer_of
from bot.when import Past, read


class Row(NamedTuple):
    id: str
    text: str
    zone: str
    now: str
    past: str
    kind: str
    value: str
    options: str


def table() -> list[Row]:
    path = Path(__file__).parents[1] / "data" / "when.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return [Row(**row) for row in csv.DictReader(lines)]


ROWS = table()


HUNDREDS = [ROWS[first : first + 100] for first in range(0, len(ROWS), 100)]
by_hundreds = pytest.mark.parametrize("rows", HUNDREDS, ids=[f"{rows[0].id}-{rows[-1].id}" for rows in HUNDREDS])


def answered(row: Row) -> Answer:
    return answer_of(read(row.text, now=datetime.fromisoformat(row.now), zone=row.zone, past=Past(row.past)))


@by_hundreds
def test_each_input_has_its_one_right_answer(rows: list[Row]) -> None:
    found = {f"{row.id}: {row.text}": said(answered(row)) for row in rows}

    assert found == {f"{row.id}: {row.text}": (row.kind, row.value, row.options) for row in rows}


def said(answer: Answer) -> tuple[str, str, str]:
    return answer.kind, answer.value, " | ".join(answer.options)


@by_hundreds
def test_each_answer_is_a_line_that_a_person_can_act_on(rows: list[Row]) -> None:
    messages = {f"{row.id}: {row.text}": (row, answered(row).message) for row in rows}

    assert [name for name, (row, message) in messages.items() if not can_be_acted_on(row, message)] == []


def can_be_acted_on(row: Row, message: str) -> bool:
    if not message or "\n" in message:
        return False
    match row.kind:
        case "refuse":
            return "type" in message and message.endswith(".")
        case "ask":
            return message.endswith("?")
        case _:
            return row.value[:4] in message  # the year is always said


def test_the_table_is_large_and_speaks_of_every_kind() -> None:
    kinds = [row.kind for row in ROWS]

    assert len(ROWS) >= 200
    assert min(kinds.count(kind) for kind in ("date", "datetime", "ask", "refuse")) >= 50
