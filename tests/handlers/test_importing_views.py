"""The page that shows what an import would do: every kind of line on it, in the order in which it matters."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.docket.following import Ahead
from bot.docket.moving import Consequence, Fate
from bot.importing import Deed, Plan
from bot.importing.plans import Difference, Step
from bot.importing.rows import Fault, Row
from handlers.views.importing import import_preview
from storage.docket import EntryKind
from tests.calendars.samples import a_case, a_deadline, an_answer, an_entry
from tests.judges import judge_view

ZONE = "America/Los_Angeles"
NOW = datetime(2018, 5, 7, 15, 30, tzinfo=UTC)
NINE_THIRTY = datetime(2018, 6, 4, 16, 30, tzinfo=UTC)


def a_row(**facts: Any) -> Row:
    stated = {"line": 2, "kind": EntryKind.HEARING, "title": "Argument", "on_date": date(2018, 6, 4)}
    return Row(**{**stated, "at": NINE_THIRTY, **facts})


def a_plan(*steps: Step, faults: tuple[Fault, ...] = (), notes: tuple[str, ...] = ()) -> Plan:
    return Plan(case=a_case(), steps=steps, faults=faults, notes=notes)


def shown(plan: Plan, **facts: Any) -> tuple[dict[str, Any], str]:
    view = dict(import_preview(plan, **{"zone": ZONE, "now": NOW, "text": "", "memo": "{}", **facts}))
    judge_view(view)
    return view, str(view["blocks"])


def test_a_change_shows_old_and_new_of_each_column_and_what_moves_with_it() -> None:
    later = an_answer(due=date(2018, 6, 22))
    moved = Consequence(deadline=a_deadline(), fate=Fate.MOVES, answer=later)
    lost = Consequence(deadline=a_deadline(number=46, title="Reply"), fate=Fate.LOST)
    step = Step(
        row=a_row(notes=("Its hour names no zone.",)),
        deed=Deed.CHANGED,
        subject=an_entry(),
        differences=(
            Difference(column="starts_at", was=NINE_THIRTY - timedelta(days=7), told=NINE_THIRTY, zone=ZONE),
            Difference(column="on_date", was=date(2018, 5, 28), told=date(2018, 6, 4), zone=ZONE),
            Difference(column="place", was="", told="Courtroom A", zone=ZONE),
        ),
        ahead=Ahead(after=an_entry(), found=(moved, lost)),
    )
    view, told = shown(a_plan(step))
    for words in (
        "Changes, old → new",
        "*H12* Argument, Monday 4 June 2018, 9:30 am",
        "~Monday 28 May 2018, 9:30 am~ → *Monday 4 June 2018, 9:30 am*",
        "~Monday 28 May 2018~ → *Monday 4 June 2018*",
        "→ *Courtroom A*",
        "Its hour names no zone.",
        "with it D45 Objections to the magistrate judge's order: ~Friday 18 May 2018~ → *Friday 22 June 2018*",
        "D46 Reply, Friday 18 May 2018: no rule gives it a date any more",
    ):
        assert words in told.replace("\\'", "'")
    assert view["submit"]["text"] == "Save"


def test_what_would_follow_names_what_has_passed() -> None:
    passed = datetime(2018, 5, 4, 23, 59, 59, tzinfo=ZoneInfo(ZONE))
    over = an_answer(title="Objections", due=passed.date(), due_at=passed, latest=passed.date(), latest_at=passed)
    step = Step(row=a_row(kind=EntryKind.ORDER), deed=Deed.NEW, starts=(an_answer(title="Appeal"), over))
    _view, told = shown(a_plan(step))
    assert "would follow: Appeal, *Friday 18 May 2018* · FRCP 72(a)\\n" in told
    assert "would follow: Objections, *Friday 4 May 2018* · FRCP 72(a) (passed: it stays off the docket)" in told
    assert "Put the deadlines that follow on the docket (2)" in told


def test_what_looks_like_something_is_asked_and_pasted_lines_can_be_corrected() -> None:
    asked = Step(row=a_row(notes=("H12 is vacated here.",)), deed=Deed.ASKED, subject=an_entry())
    wrong = Fault(line=3, column="date", typed="04/05/2018", sentence="It can be read in two ways.")
    _view, told = shown(a_plan(asked, faults=(wrong,)), text="kind,title\n", told="Look once more.")
    for words in ("They are the same", "They are others", "Leave them out", "H12 is vacated here."):
        assert words in told
    assert "Line 3, date “04/05/2018”: It can be read in two ways." in told
    assert "Import the 1 good lines, leave these 1" in told
    assert told.index("Look once more.") < told.index("What is wrong") < told.index("look like what stands there")
    assert "kind,title" in told


@pytest.mark.parametrize(
    ("deed", "says_so"), [(Deed.SAME, True), (Deed.LEFT, False)], ids=["all is known", "something is left"]
)
def test_nothing_to_do_is_said_and_cannot_be_saved(deed: Deed, *, says_so: bool) -> None:
    view, told = shown(a_plan(Step(row=a_row(), deed=deed, subject=an_entry())))
    assert ("the docket says all of it already" in told) is says_so
    assert ("changed after that edition" in told) is not says_so
    assert "submit" not in view


def test_a_deadline_and_a_vacated_hearing_are_called_so() -> None:
    deadline = Step(row=a_row(kind=None, at=None, title="Report"), deed=Deed.NEW)
    vacated = Step(row=a_row(line=3, is_vacated=True), deed=Deed.NEW)
    _view, told = shown(a_plan(deadline, vacated, notes=("Dates are those of the court's zone.",)))
    assert "deadline Report, *Monday 4 June 2018*" in told
    assert "(vacated)" in told
    assert "Dates are those of the court" in told


def test_more_lines_than_slack_shows_are_counted() -> None:
    _view, told = shown(a_plan(*(Step(row=a_row(line=line, title="x" * 150), deed=Deed.NEW) for line in range(2, 902))))
    assert "more lines. `adquem import --dry-run` shows all of them" in told
