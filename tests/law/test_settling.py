"""Questions of law that somebody settled: one reading, one date, and a step that says whose it is."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from bot.law import Answer, Direction, LawError, Period, Service, Settlement, Standing, Unit
from bot.law.settling import READINGS, QuestionKind, kind_of
from bot.rulebook import load_rulebook
from tests.law.asking import kinds, texts

BOOK = load_rulebook()
D = date.fromisoformat


def settle(question: str, reading: str = "confirmed") -> Settlement:
    return Settlement(question=question, reading=reading, by="Sok Dara", on=D("2026-11-23"), reason="read it")


def civil(*settled: Settlement, start: str = "2026-09-10") -> Answer:
    period = Period(length=1, unit=Unit.MONTHS)
    return BOOK.count(court="kh-phnompenh", start=D(start), period=period, method="kh-civil", settled=settled)


def days(court: str, start: str, length: int, *settled: Settlement, **more: object) -> Answer:
    return BOOK.count(court=court, start=D(start), period=Period(length=length), settled=settled, **more)  # type: ignore[arg-type]


def test_a_settled_roll_leaves_one_date_but_the_count_is_still_unverified() -> None:
    answer = civil(settle("kh-civil:roll", "rolls"))
    assert answer.due == answer.latest == D("2026-10-13")
    assert answer.standing is Standing.UNVERIFIED
    assert {note.question for note in answer.notes} == {"kh-civil:counting"}


def test_with_the_counting_confirmed_too_nothing_is_open() -> None:
    answer = civil(settle("kh-civil:roll", "rolls"), settle("kh-civil:counting"))
    assert (answer.due, answer.latest, answer.standing) == (D("2026-10-13"), D("2026-10-13"), Standing.SETTLED)
    assert not any(note.question for note in answer.notes)


def test_the_safe_reading_may_be_settled_as_well() -> None:
    answer = civil(settle("kh-civil:roll", "stays"), settle("kh-civil:counting"))
    assert (answer.due, answer.latest, answer.standing) == (D("2026-10-10"), D("2026-10-10"), Standing.SETTLED)
    assert "the registry can be reached, is Friday 9 October 2026" in texts(answer)


def test_the_explanation_says_who_settled_what_when_and_why() -> None:
    step = civil(settle("kh-civil:roll", "rolls")).steps[-1]
    assert step.kind == "settled"
    assert step.text == (
        "Does a period under CCP 243 that ends on a closed day run on to the next open day? It does. "
        "So settled by Sok Dara on 23 November 2026: “read it”."
    )


def test_a_settlement_that_does_not_bear_on_a_date_is_not_mentioned() -> None:
    plain = civil(start="2026-06-01")
    assert civil(settle("kh-civil:roll", "rolls"), settle("closed-day:2020-07-03", "open"), start="2026-06-01") == plain
    assert days("dcd", "2018-05-04", 14, settle("frcp:counting")) == days("dcd", "2018-05-04", 14)


@pytest.mark.parametrize(("reading", "due"), [("open", "2020-07-03"), ("closed", "2020-07-06")])
def test_an_arguable_holiday_may_be_settled(reading: str, due: str) -> None:
    answer = days("dcd", "2020-06-19", 14, settle("closed-day:2020-07-03", reading))
    assert (answer.due, answer.latest, answer.standing) == (D(due), D(due), Standing.SETTLED)
    assert "Is Friday 3 July 2020 a legal holiday for the court?" in texts(answer)


@pytest.mark.parametrize(("reading", "ends"), [("open", "2020-07-03T10:00"), ("closed", "2020-07-06T10:00")])
def test_it_is_settled_for_hours_too(reading: str, ends: str) -> None:
    answer = BOOK.count(
        court="dcd",
        start=datetime.fromisoformat("2020-07-02T10:00"),
        period=Period(length=24, unit=Unit.HOURS),
        settled=[settle("closed-day:2020-07-03", reading)],
    )
    assert answer.due_at.strftime("%Y-%m-%dT%H:%M") == ends
    assert answer.standing is Standing.SETTLED
    assert kinds(answer)[-1] == "settled"


def test_a_day_that_is_not_open_to_argument_stays_what_it_is() -> None:
    answer = days("dcd", "2018-05-14", 14, settle("closed-day:2018-05-28", "open"))
    assert answer == days("dcd", "2018-05-14", 14)


@pytest.mark.parametrize(("reading", "due"), [("not-added", "2016-11-25"), ("added", "2016-11-28")])
def test_electronic_service_in_a_bare_count(reading: str, due: str) -> None:
    answer = days("dcd", "2016-11-18", 7, settle("frcp:ecf-before-2016", reading), service=Service.ECF)
    assert (answer.due, answer.latest) == (D(due), D(due))


@pytest.mark.parametrize(("reading", "due"), [("old-text", "2009-12-10"), ("new-text", "2009-12-07")])
def test_a_text_that_came_into_force_meanwhile(reading: str, due: str) -> None:
    answer = days("dcd", "2009-11-25", 10, settle("frcp:transition", reading))
    assert (answer.due, answer.latest, answer.standing) == (D(due), D(due), Standing.SETTLED)
    assert ("counted open days" in kinds(answer)) == (reading == "old-text")


@pytest.mark.parametrize(("reading", "due"), [("follow", "2004-03-22"), ("lengthen", "2004-03-18")])
def test_added_days_before_december_2005(reading: str, due: str) -> None:
    answer = days("dcd", "2004-03-05", 10, settle("frcp:added-days-before-2005", reading), service=Service.MAIL)
    assert answer.due == answer.latest == D(due)


@pytest.mark.parametrize(("reading", "due"), [("left-out", "2007-10-31"), ("counted", "2007-11-02")])
def test_short_backward_periods_before_december_2009(reading: str, due: str) -> None:
    question = settle("frcp:short-backward-before-2009", reading)
    answer = days("cand", "2007-11-09", 7, question, direction=Direction.BEFORE)
    assert answer.due == answer.latest == D(due)


@pytest.mark.parametrize(("reading", "due"), [("under-11", "2001-06-15"), ("under-7", "2001-06-11")])
def test_short_appellate_periods_before_december_2002(reading: str, due: str) -> None:
    answer = days("ca4", "2001-06-01", 10, settle("frap:short-periods-before-2002", reading))
    assert (answer.due, answer.latest, answer.standing) == (D(due), D(due), Standing.SETTLED)


@pytest.mark.parametrize(("reading", "due"), [("back", "2018-06-01"), ("forward", "2018-06-04")])
def test_backward_counts_in_the_supreme_court(reading: str, due: str) -> None:
    answer = days("scotus", "2018-06-12", 10, settle("scotus:direction", reading), direction=Direction.BEFORE)
    assert answer.due == answer.latest == D(due)


def test_a_courts_use_of_a_rule_that_was_not_verified_may_be_confirmed() -> None:
    answer = days("tax", "2018-05-04", 30, settle("tax:counting"))
    assert answer.standing is Standing.SETTLED
    assert "not been read" not in texts(answer)
    assert "Sok Dara" in texts(answer)


def compute(rule: str, on: str, *settled: Settlement, court: str = "cand") -> Answer:
    return BOOK.compute(rule=rule, court=court, on=D(on), settled=settled)


def test_a_period_that_was_not_verified_may_be_confirmed() -> None:
    rule = BOOK.rule("CPC 382").id
    plain = compute("CPC 382", "2016-12-27", court="kh-phnompenh")
    assert plain.standing is Standing.UNVERIFIED
    assert rule in {note.question for note in plain.notes}
    confirmed = compute("CPC 382", "2016-12-27", settle(rule), court="kh-phnompenh")
    assert confirmed.standing is Standing.UNVERIFIED
    assert rule not in {note.question for note in confirmed.notes}
    both = compute("CPC 382", "2016-12-27", settle(rule), settle("kh-criminal:counting"), court="kh-phnompenh")
    assert both.standing is Standing.SETTLED


def test_a_text_that_is_not_held_may_be_confirmed_for_that_day() -> None:
    answer = compute("FRCP 56(b)", "2005-05-04", settle("us-frcp:56(b):version"))
    assert answer.standing is Standing.SETTLED
    assert "Did the text of FRCP 56(b) that is held govern on the day of the event? It did." in texts(answer)


@pytest.mark.parametrize(("reading", "due"), [("day-before", "2018-05-17"), ("that-day", "2018-05-18")])
def test_what_before_means(reading: str, due: str) -> None:
    answer = compute("FRCP 45(d)(2)(B)", "2018-05-04", settle("us-frcp:45(d)(2)(B):before", reading))
    assert (answer.due, answer.latest, answer.standing) == (D(due), D(due), Standing.SETTLED)


@pytest.mark.parametrize(("reading", "due"), [("old-text", "2018-12-04"), ("new-text", "2018-12-11")])
def test_a_rule_that_changed_while_the_period_ran(reading: str, due: str) -> None:
    rule = BOOK.rule("FRAP 31(a)(1) (reply)").id
    answer = compute("FRAP 31(a)(1) (reply)", "2018-11-20", settle(f"{rule}:transition", reading), court="ca1")
    assert answer.due == D(due)
    assert "came into force" not in texts(answer)


def test_everything_an_event_starts_is_counted_as_settled() -> None:
    plain = BOOK.triggered(court="cand", trigger="motion.filed", on=D("2020-06-19"))
    ruled = settle("closed-day:2020-07-03", "closed")
    settled = BOOK.triggered(court="cand", trigger="motion.filed", on=D("2020-06-19"), settled=[ruled])
    assert Standing.ARGUABLE in {answer.standing for answer in plain}
    assert Standing.ARGUABLE not in {answer.standing for answer in settled}


@pytest.mark.parametrize(
    "answer",
    [
        lambda: civil(settle("kh-civil:roll", "rolls")),
        lambda: days("dcd", "2020-06-19", 14, settle("closed-day:2020-07-03", "open")),
    ],
)
def test_a_settled_answer_survives_json(answer: Callable[[], Answer]) -> None:
    assert Answer.from_dict(answer().as_dict()) == answer()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("kh-civil:roll", "Does a period under CCP 243 that ends on a closed day run on to the next open day?"),
        ("closed-day:2020-07-03", "Is Friday 3 July 2020 a legal holiday for the court?"),
        ("tax:counting", "Is time under United States Tax Court computed as it was here?"),
        ("us-frcp:72(a)", "Is FRCP 72(a) as it is held here?"),
        ("us-frcp:72(a):version", "Did the text of FRCP 72(a) that is held govern on the day of the event?"),
    ],
)
def test_a_question_and_its_readings_are_sentences(question: str, text: str) -> None:
    asked = BOOK.question(question)
    assert (asked.id, asked.text) == (question, text)
    assert all(asked.reading_text(reading).endswith(".") for reading in asked.readings)


@pytest.mark.parametrize("name", ["roll", "", "closed-day:tomorrow", "us-frcp:999", "narnia:counting", "frpc:roll"])
def test_an_unknown_question_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(LawError) as refused:
        BOOK.question(name)
    assert refused.value.sentence.endswith(".")


def test_an_unknown_reading_is_refused_with_the_known_ones() -> None:
    with pytest.raises(LawError, match="stays or rolls"):
        civil(settle("kh-civil:roll", "later"))


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_kind_of_question_has_readings(kind: QuestionKind) -> None:
    assert READINGS[kind]
    named_first = {QuestionKind.CLOSED_DAY: "closed-day:2020-07-03", QuestionKind.CLOSED_DAYS: "closed-days:us-x"}
    assert kind_of(named_first.get(kind, f"x:{kind}")) is kind
