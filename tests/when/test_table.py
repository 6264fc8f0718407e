"""tests/data/when.csv: what people type, and the one right answer, the question to ask, or the refusal.

`past` is what a date that has passed means in that row; `value` is the answer, `options` what the question offers.
"""

import csv
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.cli.when import answer_of
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


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.id}: {row.text}" for row in ROWS])
def test_each_input_has_its_one_right_answer(row: Row) -> None:
    found = read(row.text, now=datetime.fromisoformat(row.now), zone=row.zone, past=Past(row.past))

    answer = answer_of(found)

    assert (answer.kind, answer.value, " | ".join(answer.options)) == (row.kind, row.value, row.options)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.id}: {row.text}" for row in ROWS])
def test_each_answer_is_a_line_that_a_person_can_act_on(row: Row) -> None:
    found = read(row.text, now=datetime.fromisoformat(row.now), zone=row.zone, past=Past(row.past))

    message = answer_of(found).message

    assert message
    assert "\n" not in message
    match row.kind:
        case "refuse":
            assert "type" in message
            assert message.endswith(".")
        case "ask":
            assert message.endswith("?")
        case _:
            assert row.value[:4] in message  # the year is always said


def test_the_table_is_large_and_speaks_of_every_kind() -> None:
    kinds = [row.kind for row in ROWS]

    assert len(ROWS) >= 200
    assert min(kinds.count(kind) for kind in ("date", "datetime", "ask", "refuse")) >= 50
