"""222 dates from committee notes, docket sheets and articles; the file names the source of each."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from bot.law import Answer, Standing
from tests.law.asking import ask

_FILE = Path(__file__).parents[1] / "data" / "law" / "vectors-us.csv"
with _FILE.open(encoding="utf-8", newline="") as file:
    VECTORS = list(csv.DictReader(file))


def answer_to(vector: dict[str, str]) -> Answer:
    return ask(
        vector["court"],
        vector["from"],
        vector["period"],
        before=vector["direction"] == "before",
        service=vector["service"],
        as_of=vector["as_of"] or None,
        closed=vector["closed"].split(),
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_the_expected_day_is_due_or_the_latest_reading_of_an_open_question(vector: dict[str, str]) -> None:
    answer = answer_to(vector)
    if "T" in vector["expected"]:
        assert answer.due_at.strftime("%Y-%m-%dT%H:%M") == vector["expected"]
        return
    days = {answer.due.isoformat()}
    if answer.standing is not Standing.SETTLED:
        days.add(answer.latest.isoformat())
        assert any(note.question for note in answer.notes)
    assert vector["expected"] in days


def test_what_the_law_settles_is_settled() -> None:
    standings = Counter(answer_to(vector).standing for vector in VECTORS)
    assert len(VECTORS) == 222
    assert standings == {Standing.SETTLED: 215, Standing.ARGUABLE: 7}
