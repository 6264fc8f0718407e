"""The views of `/docket` and `/case`, as pure functions that all three judges let Slack take."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.docket.closed_ahead import ClosedCourts
from bot.docket.undoing import Undoing, Undone
from bot.rulebook import Rulebook
from handlers.views.agenda import Agenda, agenda, deadline_line, entry_line
from handlers.views.case_pages import CaseState, case_page, choice_form, close_form, edit_form
from handlers.views.deeds import audit_item, undo_question
from handlers.views.lists import Page
from handlers.views.settings_forms import absence_form, absences_message, language_question, settings_form
from storage.cases import Case
from storage.deeds import Deed
from storage.docket import Entry, EntryKind, EntryStatus
from storage.log import AuditEntry
from storage.settings import Absence, ChannelSettings
from tests.handlers.test_views import (
    CASE,
    KHMER,
    LATER,
    NOW,
    OTHER,
    a_deadline,
    actions_in,
    an_entry,
    judged,
    judged_view,
)

TODAY = date(2018, 5, 7)
FLAG = ":flag-us: "


def an_agenda(entry: Entry, book: Rulebook, *, page: Page) -> Agenda:
    late = deadline_line(a_deadline(book), CASE, now=LATER, flag=FLAG)
    due = deadline_line(a_deadline(book, owner="U0LENA", standing="arguable"), CASE, now=NOW, flag=FLAG)
    return Agenda(
        first=TODAY,
        last=TODAY + timedelta(days=14),
        lines=[late, entry_line(entry, OTHER, flag=FLAG), due],
        page=page,
        closed=[
            ClosedCourts(country="US", names=("N.D. Cal.",), days={date(2018, 5, 14): ("Flood",)}),
            ClosedCourts(country="KH", names=(f"Phnom Penh {KHMER}",)),
        ],
        troubles=[f"• *D{number}*" for number in range(8)],
    )


def test_a_full_agenda_fits_and_turns(book: Rulebook) -> None:
    shown = agenda(an_agenda(an_entry(on_date=TODAY, owner="U0MAYA"), book, page=Page.of(25, 2)))
    text = judged(shown)
    for words in ("Overdue", "was due Friday 18 May 2018", "Monday 7 May 2018 · today", "in 11 days", "arguable"):
        assert words in text
    assert "11 to 20 of 25" in text
    assert "and 3 more" in text
    assert "<!here>" not in text
    assert actions_in(shown)[-2:] == ["command.run.earlier", "command.run.later"]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (an_entry(starts_at=None), "hour not known"),
        (an_entry(status=EntryStatus.VACATED), "VACATED"),
        (an_entry(kind=EntryKind.ORDER, letter="O", starts_at=None, place=""), "O12 · Order"),
        (an_entry(on_date=TODAY + timedelta(days=1)), "tomorrow"),
    ],
)
def test_an_entry_on_the_agenda_says_what_it_is(book: Rulebook, entry: Entry, words: str) -> None:
    assert words in judged(agenda(an_agenda(entry, book, page=Page.of(3, None)))).replace("~", "")


def test_an_empty_agenda_says_so() -> None:
    empty = Agenda(first=TODAY, last=TODAY, lines=(), page=Page.of(0, None))
    assert "Nothing is on the docket" in judged(agenda(empty))


def test_a_case_page_holds_a_large_team_and_khmer() -> None:
    state = CaseState(
        our_side=KHMER * 9,
        open_deadlines=3,
        next_deadline=(TODAY, "D1", KHMER * 20),
        channels=[f"C0{number:04}" for number in range(40)],
        people=[f"U0{number:04}" for number in range(40)],
    )
    assert "and 10 more" in judged(case_page(OTHER, [], state))
    closed = case_page(CASE, [], replace(state, closed_on=TODAY))
    assert actions_in(closed) == ["case.reopen", "case.edit"]
    assert "Closed" in judged(closed)


def test_the_forms_fit_with_khmer_at_the_limit() -> None:
    case = Case(id=1, court="cand", docket_number="1", caption=KHMER * 30, created_at=NOW, created_by="U0DARA")
    judged_view(edit_form(case, OTHER, memo="{}"))
    judged_view(close_form([CASE, OTHER], "C1", memo="{}"))
    judged_view(choice_form("Stop following", [CASE, OTHER], callback="case.unlink", memo="{}", warning="Careful."))
    judged_view(absence_form(TODAY, memo="{}"))
    chosen = ChannelSettings(channel_id="C0", ladder=[30, 1], at_hour="08:15", quiet_from="21:00", quiet_until="07:00")
    judged_view(settings_form(chosen, memo="{}"))
    judged_view(settings_form(ChannelSettings(channel_id="C0"), memo="{}"))
    judged(language_question("km"))


def test_many_days_away_fit() -> None:
    away = [
        Absence(
            id=number,
            person_id="U0MAYA",
            first_day=TODAY,
            last_day=TODAY,
            note=f"<!channel> {KHMER * 9}",
            recorded_by="U0MAYA",
            recorded_at=NOW,
        )
        for number in range(1, 40)
    ]
    assert "<!channel>" not in judged(absences_message(away))


def test_an_undoing_of_much_says_how_much_more_and_names_values_as_people_do(book: Rulebook) -> None:
    hearing, due = an_entry(), a_deadline(book)
    columns: dict[str, tuple[Any, Any]] = {
        "starts_at": ("2018-06-11T16:30:00Z", "2018-06-04T16:30:00Z"),
        "on_date": ("2018-06-11", "2018-06-04"),
        "owner": ("U0MAYA", None),
        "is_fixed": (True, False),
        "note": ("<!channel>", ""),
        "explanation": ({}, {}),
    }
    case = Case(id=1, court="cand", docket_number="1", caption="X", created_at=NOW, created_by="U0DARA")
    rows = (
        Undone(row=hearing, columns=columns, grounds=None, is_new=False),
        Undone(row=case, columns={}, grounds=None, is_new=True),
        *(Undone(row=due, columns={}, grounds=None, is_new=True) for _ in range(25)),
    )
    deed = Deed(id=7, at=NOW, actor="U0DARA", action="hearing.something_new", subject="H12")
    text = judged(undo_question(Undoing(deed=deed, rows=rows), zone="Asia/Phnom_Penh"))
    assert "hearing something new" in text
    assert "time: Monday 11 June 2018, 09:30 (PDT) → Monday 4 June 2018, 09:30 (PDT)" in text
    assert "owner: <@U0MAYA> → nothing" in text
    assert "fixed by the court: yes → no" in text
    assert "more" in text
    assert "explanation" not in text
    assert " day:" not in text
    assert "<!channel>" not in text


@pytest.mark.parametrize(
    ("details", "subject", "words"),
    [
        ({"old": "2018-05-18", "new": "2018-05-21"}, "D1", "Friday 18 May 2018~ → *Monday 21 May 2018"),
        ({"old": ["settled", "2018-05-18"], "new": ["arguable"]}, "D1", "settled, Friday 18 May 2018"),
        (
            {"old": {"ladder": None}, "new": {"ladder": [30, 1]}},
            "C0ABCDEFG",
            "reminders of deadlines: ~nothing~ → *30, 1*",
        ),
        ({"title": "<!channel>", "due": "2018-05-18"}, "D1", "&lt;!channel&gt; · Friday 18 May 2018"),
        ({"channel": "C0SECRET1"}, "U0MAYA", "<@U0MAYA>"),
        ({}, "cand", "cand"),
    ],
)
def test_a_line_of_the_log_is_read_by_people(details: dict[str, object], subject: str, words: str) -> None:
    line = AuditEntry(
        at=datetime(2018, 5, 7, 15, 30, tzinfo=UTC),
        actor="U0DARA",
        action="deadline.moved",
        subject=subject,
        reason="<!here>",
        details=details,
        previous="",
        seal="",
    )
    text = audit_item(line, zone="Asia/Phnom_Penh").text
    assert words in text
    assert "Mon 7 May 2018, 10:30 pm" in text
    assert "<!here>" not in text
    assert "C0SECRET1" not in text


@pytest.mark.parametrize("action", ["change.undone", "deadline.done"])
def test_what_was_undone_is_told_in_words_and_not_in_those_of_the_log(action: str) -> None:
    line = AuditEntry(
        at=datetime(2018, 5, 7, 15, 30, tzinfo=UTC),
        actor="U0DARA",
        action=action,
        subject="D12",
        reason="undone: deadline.reopened D12",
        details={},
        previous="",
        seal="",
    )
    text = audit_item(line, zone="Asia/Phnom_Penh").text
    assert "undone: deadline reopened D12" in text
