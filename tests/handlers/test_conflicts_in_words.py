"""Conflicts in sentences: who, what, when, and what can be done about it."""

from datetime import date
from typing import Any

import pytest

from bot.docket.conflicts import Conflict, ConflictKind
from bot.docket.offices import WEEKEND
from handlers.conflicts import conflict_lines
from handlers.views.blocks import plainly
from tests.handlers.sentences import judged


def said(kind: ConflictKind, **facts: Any) -> str:
    usual: dict[str, Any] = {"day": date(2018, 5, 18), "refs": ("D1",), "total": 1, "person": "U0MAYA"}
    (line,) = conflict_lines([Conflict(kind=kind, **(usual | facts))])
    judged(plainly(line))
    return line


@pytest.mark.parametrize(
    ("kind", "facts", "expected"),
    [
        (
            ConflictKind.OVERLAP,
            {"refs": ("H1", "H2"), "total": 2},
            "at *H1* and *H2*, which may overlap on Friday 18 May",
        ),
        (ConflictKind.TRAVEL, {"refs": ("H1", "H2"), "total": 2}, "too far apart"),
        (
            ConflictKind.SAME_CASE,
            {"refs": ("H1", "H2"), "total": 2, "person": None},
            "*H1* and *H2* are hearings of one",
        ),
        (
            ConflictKind.CROWDED,
            {"refs": ("D1", "D2"), "total": 9},
            "owes 9 deadlines on Friday 18 May 2018: *D1*, *D2*",
        ),
        (ConflictKind.CROWDED, {"refs": ("D1", "D2"), "total": 9}, "and 7 more"),
        (
            ConflictKind.AWAY,
            {"since": date(2018, 5, 15), "until": date(2018, 5, 25)},
            "<@U0MAYA> is away until Friday 25 May 2018 (from Tuesday 15 May 2018 on), and *D1* falls",
        ),
        (ConflictKind.AWAY, {"until": date(2018, 5, 25), "backup": "U0DARA"}, "The backup is <@U0DARA>."),
        (
            ConflictKind.AWAY,
            {"until": date(2018, 5, 25), "refs": ("D1", "D2"), "total": 2},
            "owes 2 deadlines meanwhile",
        ),
        (ConflictKind.OFFICE_CLOSED, {"why": "King's <Birthday>"}, "(King's &lt;Birthday&gt;)"),
        (ConflictKind.OFFICE_CLOSED, {"why": WEEKEND}, "(weekend)"),
    ],
)
def test_a_conflict_is_a_sentence_with_a_next_step(kind: ConflictKind, facts: dict[str, Any], expected: str) -> None:
    line = said(kind, **facts)
    assert expected in line
    assert line.startswith(":warning: ")
    assert line.endswith(".")
