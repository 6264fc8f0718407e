"""What people are asked to settle: titles, sentences, readings and courts."""

from datetime import date

import pytest

from bot.law import Language, LawError, OpenQuestion
from bot.law.open_question import LONGEST_TITLE
from bot.law.settling import QuestionKind
from bot.rulebook import load_rulebook

BOOK = load_rulebook()
COURTS = ("cand", "nysd", "mad", "canb", "ca9", "scotus", "tax", "kh-phnompenh")
LANGUAGES = tuple(Language)


def ids(court: str, year: int | None = None) -> list[str]:
    return [question.id for question in BOOK.questions(court=court, year=year)]


@pytest.mark.parametrize("court", COURTS)
def test_every_question_can_be_put_in_both_languages(court: str) -> None:
    for question in BOOK.questions(court=court, year=2026):
        for language in LANGUAGES:
            assert question.sentence(language)
            assert 0 < len(question.title(language)) <= LONGEST_TITLE
            for reading in question.readings:
                assert question.reading_text(reading, language)
                assert 0 < len(question.reading_title(reading, language)) <= LONGEST_TITLE
                assert question.cites(reading)


@pytest.mark.parametrize("court", COURTS)
def test_every_question_listed_is_known_by_its_id(court: str) -> None:
    for question in BOOK.questions(court=court):
        assert BOOK.question(question.id) == question


@pytest.mark.parametrize("court", COURTS)
def test_whatever_an_answer_leaves_open_is_among_the_questions_of_its_court(court: str) -> None:
    known = set(ids(court))
    for year in (2004, 2017, 2026):
        for trigger in BOOK.triggers(court):
            try:
                answers = BOOK.triggered(court=court, trigger=trigger.id, on=date(year, 6, 18))
            except LawError:  # some rules want a second date, or the hour
                continue
            for note in (note for answer in answers for note in answer.notes if note.question):
                assert note.question in known or str(note.question).startswith("closed-day:"), note


def test_questions_of_todays_law_come_first() -> None:
    historic = [question.historic for question in BOOK.questions(court="cand", year=2026)]
    assert historic == sorted(historic)
    assert "us-cand:7-2(a)" in [question.id for question in BOOK.questions(court="cand") if not question.historic]
    assert BOOK.question("us-frcp:59(e)").historic  # ten days, before December 2009
    assert not BOOK.question("kh-civil:counting").historic
    assert BOOK.question("frcp:counting").historic  # before August 1985


def test_families_stand_for_every_year_and_single_days_for_one() -> None:
    assert "closed-days:us-observed-friday" in ids("cand")
    assert not any(one.startswith("closed-day:") for one in ids("cand"))
    assert "closed-day:2026-07-03" in ids("cand", 2026)
    assert "closed-day:2020-07-03" not in ids("cand", 2026)


def test_a_single_day_cites_what_its_family_does() -> None:
    (day,) = (question for question in BOOK.questions(court="dcd", year=2020) if question.id == "closed-day:2020-07-03")
    assert day.cites("open").startswith("5 U.S.C. 6103(b)(1)")
    assert BOOK.question("closed-day:2020-07-03").cites("open") == day.cites("open")
    assert BOOK.question("closed-day:2020-07-01").cites("open") == "FRCP 6(a)(6)"


def test_confirming_says_that_the_text_was_read() -> None:
    assert BOOK.question("us-cand:7-2(a)").confirms
    assert not BOOK.question("kh-civil:roll").confirms
    assert BOOK.question("us-cand:7-2(a)").cites("confirmed") == "N.D. Cal. Civ. L.R. 7-2(a)"


@pytest.mark.parametrize(
    ("question", "asked_in", "not_in"),
    [
        ("us-cand:7-2(a)", "cand", "cacd"),
        ("kh-criminal:roll", "kh-phnompenh", "cand"),
        ("scotus:direction", "ca9", "cand"),  # petitions from the courts of appeals
        ("closed-days:us-inauguration-day", "scotus", "ca4"),
        ("closed-days:us-nv-holidays", "nvd", "cand"),
        ("us-frcp:56(b):version", "cand", "ca9"),
    ],
)
def test_a_question_is_asked_only_where_it_arises(question: str, asked_in: str, not_in: str) -> None:
    assert question in {one.id for one in BOOK.questions(court=asked_in)}
    assert question not in {one.id for one in BOOK.questions(court=not_in)}


def test_whether_a_text_held_is_asked_only_where_one_is_not_held() -> None:
    """Of FRCP 53(f)(2) there is a text for every day, of 15(a)(1)(B) only one since December 2009."""
    ids = {one.id for one in BOOK.questions(court="cand")}
    assert "us-frcp:15(a)(1)(B):version" in ids
    assert "us-frcp:53(f)(2):version" not in ids


def test_california_has_no_family_without_days() -> None:
    with pytest.raises(LawError, match="no family of days 'us-ca-holidays'"):
        BOOK.question("closed-days:us-ca-holidays")
    assert (
        BOOK.question("closed-days:us-il-holidays").title() == "Holidays of the state (IL) that are no federal holidays"
    )


def test_a_long_title_is_cut_to_what_a_menu_shows() -> None:
    about = {"rule": "The Rule of a Court with a Name that No Menu of Slack Could Ever Show Whole, Section 12(b)(6)"}
    question = OpenQuestion(id="x", kind=QuestionKind.RULE, about=about, cited={})
    assert len(question.title()) == LONGEST_TITLE
    assert question.title().endswith("…")
