"""Explanations in Khmer: every sentence there is one in English for, Khmer digits, the official form of a date."""

import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from bot.cli.row_answers import Event, answer_named
from bot.law import Answer, Direction, Language, Period, Service, Settlement, Unit, read_period
from bot.law.english import ENGLISH
from bot.law.english_notes import ENGLISH_NOTES
from bot.law.english_questions import QUESTIONS as ENGLISH_QUESTIONS
from bot.law.english_questions import READING_SENTENCES as ENGLISH_READINGS
from bot.law.khmer import KHMER
from bot.law.khmer_notes import KHMER_NOTES
from bot.law.khmer_questions import QUESTIONS, READING_SENTENCES
from bot.law.khmer_wording import cited, digits, holiday, long_date, long_moment, short_date, version
from bot.law.languages import note_in, step_in
from bot.law.settling import READINGS, QuestionKind
from bot.rulebook import load_rulebook
from tests.law.asking import ask

BOOK = load_rulebook()
_ENGLISH_DATES = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_QUOTED = re.compile(r"“[^”]*(?:“[^”]*”[^”]*)*”")


def test_every_kind_of_step_and_note_has_a_khmer_sentence_and_none_falls_back() -> None:
    assert set(KHMER) == set(ENGLISH)
    assert set(KHMER_NOTES) - {"remark"} == set(ENGLISH_NOTES)


def test_every_question_and_every_reading_has_a_khmer_sentence() -> None:
    assert set(QUESTIONS) == set(ENGLISH_QUESTIONS) == set(QuestionKind)
    for kind in QuestionKind:
        assert set(READING_SENTENCES[kind]) == set(ENGLISH_READINGS[kind]) == set(READINGS[kind])


def test_days_are_written_in_the_official_form() -> None:
    assert long_date(date(2018, 5, 18)) == "ថ្ងៃសុក្រ ទី១៨ ខែឧសភា ឆ្នាំ២០១៨"
    assert short_date(date(2026, 11, 1)) == "ថ្ងៃទី១ ខែវិច្ឆិកា ឆ្នាំ២០២៦"
    assert long_moment(datetime(2007, 11, 5, 9, 23)) == "ថ្ងៃច័ន្ទ ទី៥ ខែវិច្ឆិកា ឆ្នាំ២០០៧ ម៉ោង ០៩:២៣"  # noqa: DTZ001
    assert long_moment(datetime(2007, 11, 5, 9, 23, 7)).endswith("០៩:២៣:០៧")  # noqa: DTZ001
    assert digits(1234567890) == "១២៣៤៥៦៧៨៩០"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_and_weekday_has_its_name(month: int) -> None:
    for day in range(1, 8):
        assert not re.search("[A-Za-z0-9]", long_date(date(2026, month, day)))


def test_citations_stay_as_they_are_but_for_dates_and_sub_decrees() -> None:
    assert cited("FRCP 6(a)(1)(C)") == "FRCP 6(a)(1)(C)"
    assert cited("Sub-decree 137 of 1 October 2015") == "អនុក្រឹត្យលេខ ១៣៧ ចុះថ្ងៃទី១ ខែតុលា ឆ្នាំ២០១៥"
    assert cited("Sub-decree 19 of February 2018") == "អនុក្រឹត្យលេខ ១៩ ចុះខែកុម្ភៈ ឆ្នាំ២០១៨"
    assert cited("sub-decree of 1 January 2024") == "អនុក្រឹត្យ ចុះថ្ងៃទី១ ខែមករា ឆ្នាំ២០២៤"


def test_holidays_of_cambodia_have_khmer_names_and_others_keep_theirs_in_quotes() -> None:
    assert holiday("Water Festival") == "ព្រះរាជពិធីបុណ្យអុំទូក"
    assert holiday("Memorial Day") == "“Memorial Day”"
    assert holiday("Christmas Day, observed") == "“Christmas Day” (ថ្ងៃឈប់ជំនួស)"
    names = {day.name for year in range(2010, 2028) for day in BOOK.closed_days(court="kh-phnompenh", year=year)}
    assert not [name for name in names if "“" in holiday(name)]


def test_a_version_is_named_by_its_days() -> None:
    since, until = date(2009, 12, 1), date(2016, 12, 1)
    assert version(since, until) == "ជាធរមានពីថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០៩ ដល់មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០១៦"
    assert version(since, None) == "ជាធរមានចាប់ពីថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០៩"
    assert version(None, until) == "ជាធរមានដល់មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០១៦"
    assert version(None, None) == "អត្ថបទបច្ចុប្បន្ន"


def test_the_explanation_of_a_civil_period() -> None:
    lines = ask("kh-phnompenh", "2026-09-10", "1 month", method="kh-civil").text("km").splitlines()
    assert lines[0] == ("ថ្ងៃព្រហស្បតិ៍ ទី១០ ខែកញ្ញា ឆ្នាំ២០២៦ ជាថ្ងៃចាប់ផ្តើមអំឡុងពេល ហើយមិនត្រូវរាប់ទេ (CCP 243(1); Civil Code)។")
    assert "ថ្ងៃអង្គារ ទី១៣ ខែតុលា ឆ្នាំ២០២៦" in lines[-4]


def test_in_english_it_is_the_steps_and_the_notes() -> None:
    answer = ask("cand", "2018-05-28", "14 days")
    assert answer.text().splitlines() == [*(step.text for step in answer.steps), *(note.text for note in answer.notes)]
    assert answer.text("en") == answer.text(Language.ENGLISH)


def test_a_language_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        ask("cand", "2018-05-28", "14 days").text("fr")


def answers() -> Iterator[Answer]:
    """Ask enough to meet every kind of step and note."""
    courts = ["cand", "dcd", "ca4", "ca9", "scotus", "tax", "mad", "ilnd", "kh-phnompenh"]
    starts = ["1984-05-04", "2001-06-01", "2004-03-05", "2007-11-09", "2009-11-25", "2016-11-18", "2020-06-19"]
    for court in courts:
        for start in (*starts, "2018-05-19", "2018-05-28", "2030-03-02"):
            for period in ("1 day", "7 days", "10 days", "14 days", "1 month", "5 court days", "2 weeks", "1 year"):
                for service in ("", "ecf", "mail", "consent"):
                    for before in (False, True):
                        yield ask(court, start, period, before=before, service=service)
    for start, period in (
        ("2020-07-02T10:00", "24 hours"),
        ("2018-03-11T02:30", "72 hours"),
        ("2007-11-04T01:30", "9 hours"),
    ):
        yield ask("nysd", start, period)
        yield ask("nysd", start, period, before=True)
    yield ask("cand", "2018-05-04", "14 days", closed=["2018-05-18"])
    yield ask("nysd", "2012-10-15", "14 days", service="mail", closed=["2012-10-29", "2012-10-30"])
    yield ask("dcd", "2008-06-02", "10 days", closed=["2008-06-05"])
    yield from of_rules()
    yield from of_settlements()
    yield from of_rows()


def of_rules() -> Iterator[Answer]:
    for rule in BOOK.library.rules.values():
        court = "kh-phnompenh" if rule.pack.startswith("kh-") else "cand"
        names = {limb.start for version in rule.versions for limb in version.limbs}
        for on in (date(2005, 5, 4), date(2018, 5, 26), date(2018, 11, 20), date(2020, 6, 19)):
            moment = datetime(on.year, on.month, on.day, 10)  # noqa: DTZ001 - the court's own time
            for dates in (dict.fromkeys(names, on), dict.fromkeys(sorted(names)[1:], on) | {"trigger": on}):
                for service in (Service.NONE, Service.MAIL):
                    try:
                        yield BOOK.compute(rule=rule.id, court=court, on=moment, dates=dates, service=service)
                    except Exception:  # noqa: BLE001, S112 - a rule that needs a date which was left out on purpose
                        continue
    for trigger, day in (("motion.filed", "2020-06-19"), ("judgment.final", "2018-05-04")):
        yield from BOOK.triggered(court="cand", trigger=trigger, on=date.fromisoformat(day), service=Service.MAIL)


def of_rows() -> Iterator[Answer]:
    for name in ("order.nondispositive", "FRBP 4004(a)/4007(c)"):
        event = Event(court="cand", on=date(2018, 5, 4), service=Service.NONE, as_of=None, closed=(), dates={})
        yield answer_named(BOOK, name, event)


def of_settlements() -> Iterator[Answer]:
    for question, reading in (("kh-civil:roll", "rolls"), ("kh-civil:counting", "confirmed")):
        ruled = Settlement(question=question, reading=reading, by="សុខ ដារ៉ា", on=date(2026, 11, 23), reason="read it")
        yield BOOK.count(
            court="kh-phnompenh",
            start=date(2026, 9, 10),
            period=Period(length=1, unit=Unit.MONTHS),
            method="kh-civil",
            direction=Direction.AFTER,
            settled=[ruled],
        )
    ruled = Settlement(
        question="closed-day:2020-07-03", reading="open", by="Sok Dara", on=date(2026, 11, 23), reason="May"
    )
    yield BOOK.count(court="dcd", start=date(2020, 6, 19), period=read_period("14 days"), settled=[ruled])


def test_no_english_month_or_weekday_remains_outside_quotes() -> None:
    met: set[str] = set()
    for answer in answers():
        met.update(step.kind for step in answer.steps)
        met.update(note.kind for note in answer.notes)
        for line in (
            *(step_in(Language.KHMER, step) for step in answer.steps),
            *(note_in(Language.KHMER, note) for note in answer.notes),
        ):
            assert not _ENGLISH_DATES.search(_QUOTED.sub("", line)), line
            assert re.search("[\u1780-\u17ff]", line), line
    assert met == set(KHMER) | set(KHMER_NOTES) - {"missing date"}
