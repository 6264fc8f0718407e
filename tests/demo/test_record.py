from collections import Counter
from datetime import date

import pytest

from bot.demo import plan, record
from bot.demo.record import COMPUTED, read_record
from storage.docket import EntryKind, Precision

RECORD = read_record()


def told(title: str) -> record.Event:
    return next(event for event in RECORD if event.title.startswith(title))


def test_both_files_are_read_whole() -> None:
    assert len(RECORD) == 34 + 45
    assert all(event.written and event.title and event.source and event.certainty for event in RECORD)


def test_a_certainty_with_a_comma_in_it_stays_one_field() -> None:
    computed = [event for event in RECORD if event.told_as == COMPUTED]
    assert [event.certainty for event in computed] == ["computed, not stated in any source"] * 5


@pytest.mark.parametrize(
    ("title", "on", "precision"),
    [
        ("ORDER DENYING APPLICATION", date(2018, 5, 4), Precision.DAY),
        ("Rainsy said he would file", date(2018, 5, 1), Precision.MONTH),
        ("Chevron motion to vacate", date(2017, 1, 1), Precision.YEAR),
    ],
)
def test_a_date_is_as_exact_as_the_record_knows_it(title: str, on: date, precision: Precision) -> None:
    assert (told(title).on_date, told(title).precision) == (on, precision)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Arrest warrant: border-marker case", EntryKind.ORDER),
        ("Summons: insulting the king", EntryKind.ORDER),
        ("10 years: plot", EntryKind.RULING),
        ("CPC Patent", EntryKind.RULING),
        ("Som Soeun defamation suit filed", EntryKind.FILING),
        ("Royal pardon", EntryKind.NOTICE),
        ("Oral argument", EntryKind.HEARING),
    ],
)
def test_every_kind_of_event_has_its_kind_of_entry(title: str, kind: EntryKind) -> None:
    assert told(title).kind is kind


def test_what_was_only_computed_is_no_entry() -> None:
    with pytest.raises(KeyError):
        _ = told("Last day for FRCP 72(a)").kind


def test_an_inferred_date_is_not_called_verified() -> None:
    assert not told("Oral argument").is_verified  # "hearing verified; DATE INFERRED"
    assert not told("In re Ex Parte Application").is_verified  # "… application date unverified"
    assert told("ORDER DENYING").is_verified


def test_the_note_tells_source_and_certainty() -> None:
    assert told("Royal pardon").note.splitlines()[0] == "pardon, King of Cambodia (Royal Decree)."
    assert told("ORDER DENYING").note.splitlines()[-2:] == [
        "Source: https://cite.case.law/f-supp-3d/311/1101/ ; http://casetext.com/case/rainsy-v-facebook-inc",
        "Certainty: verified (quote, source)",
    ]


def test_the_plan_places_every_event_exactly_once() -> None:
    placed = [event for case in plan.read_plan() for event in case.events]
    rows = Counter(row for event in placed for row in (event.event, event.again) if row)
    assert rows == Counter(event for event in RECORD if event.told_as != COMPUTED)


def test_the_one_judgment_that_both_files_tell_stands_once_with_both_sources() -> None:
    twice = [event for case in plan.read_plan() for event in case.events if event.again]
    assert [event.event.title for event in twice] == ["US$1 million damages to Hun Sen"]
    assert twice[0].note.count("Certainty:") == 2


def test_events_of_a_known_day_stand_in_order() -> None:
    for case in plan.read_plan():
        days = [event.event.on_date for event in case.events if event.event.precision is Precision.DAY]
        assert days == sorted(days), case.caption


def test_every_hearing_has_its_day() -> None:
    assert all(event.precision is Precision.DAY for event in RECORD if event.told_as == "hearing")


@pytest.mark.parametrize("name", ["2018-05-04 Order that nobody made", "2020-06-31 Application", "2018-06-01 "])
def test_a_plan_that_names_no_one_event_is_refused(name: str) -> None:
    with pytest.raises(LookupError, match="must name exactly one event"):
        plan._named(RECORD, name)
