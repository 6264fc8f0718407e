"""Rules applied: versions, limbs, chains and conditions."""

from datetime import date, datetime
from pathlib import Path

import pytest

from bot.law import Answer, LawError, Service, Standing
from bot.rulebook import load_rulebook
from tests.law.asking import texts
from tests.rulebook.test_packs import PACK

BOOK = load_rulebook()
D = date.fromisoformat


def compute(rule: str, on: str, court: str = "cand", service: str = "", **dates: str) -> Answer:
    named = {name.replace("_", "-"): D(day) for name, day in dates.items()}
    return BOOK.compute(rule=rule, court=court, on=D(on), service=Service(service), dates=named)


@pytest.mark.parametrize(
    ("rule", "court", "on", "due"),
    [
        ("FRCP 12(a)(1)(A)(i)", "cand", "2017-11-08", "2017-11-29"),
        ("FRCP 12(a)(1)(A)(i)", "cacd", "2006-02-09", "2006-03-01"),
        ("FRCP 12(a)(1)(A)(ii)", "cacd", "2006-03-10", "2006-05-09"),
        ("FRCP 59(e)", "cand", "2018-05-04", "2018-06-01"),
        ("FRCP 72(a)", "cand", "2018-05-04", "2018-05-18"),
        ("FRCP 72(b)(2)", "cand", "2018-05-04", "2018-05-18"),
        ("us-cand:7-3(a)", "cand", "2016-09-08", "2016-09-22"),
        ("us-cand:7-3(c)", "cand", "2015-10-02", "2015-10-09"),
        ("us-cand:7-11(b)", "cand", "2016-11-30", "2016-12-05"),
        ("us-cand:16-9", "cand", "2023-12-08", "2023-12-01"),
        ("us-cand:72-2", "cand", "2018-05-18", "2018-06-01"),
        ("FRAP 4(a)(1)(A)", "cand", "2018-05-04", "2018-06-04"),
        ("FRAP 27(a)(3)(A)", "ca9", "2018-05-04", "2018-05-14"),
        ("FRAP 27(a)(4)", "ca9", "2018-05-14", "2018-05-21"),
        ("FRAP 31(a)(1) (answering)", "ca5", "2023-07-10", "2023-08-09"),
        ("FRAP 31(a)(1) (reply)", "ca1", "2020-07-27", "2020-08-17"),
        ("FRAP 31(a)(1) (reply)", "ca1", "2018-07-27", "2018-08-10"),
        ("28 U.S.C. 1292(b)", "cand", "2018-05-04", "2018-05-14"),
        ("28 U.S.C. 1447(c)", "cand", "2018-05-04", "2018-06-04"),
        ("FRBP 1007(c)(1)", "canb", "2009-11-05", "2009-11-20"),
        ("FRBP 3002(c)", "mdb", "2010-02-19", "2010-05-20"),
        ("FRBP 4004(a)", "casb", "2024-09-24", "2024-11-25"),
        ("11 U.S.C. 521(i)(1)", "canb", "2009-03-05", "2009-04-20"),
        ("S. Ct. R. 13.1", "scotus", "2018-05-04", "2018-08-02"),
    ],
)
def test_federal_rules(rule: str, court: str, on: str, due: str) -> None:
    answer = compute(rule, on, court)
    assert answer.due == D(due)
    assert answer.rule is not None
    assert answer.rule.startswith("us-")


@pytest.mark.parametrize(
    ("rule", "on", "due", "standing"),
    [
        ("CCP 264(1)", "2026-06-01", "2026-07-01", Standing.UNVERIFIED),
        ("CCP 264(1)", "2026-09-10", "2026-10-10", Standing.ARGUABLE),
        ("CCP 289(1)", "2026-06-01", "2026-07-01", Standing.UNVERIFIED),
        ("CCP 303", "2026-06-01", "2026-06-08", Standing.UNVERIFIED),
        ("CPC 382", "2016-12-27", "2017-01-27", Standing.UNVERIFIED),
        ("CPC 365, 368", "2016-12-27", "2017-01-11", Standing.UNVERIFIED),
    ],
)
def test_cambodian_rules_are_never_surer_than_their_text(rule: str, on: str, due: str, standing: Standing) -> None:
    answer = compute(rule, on, "kh-appeal" if "289" in rule else "kh-phnompenh")
    assert (answer.due, answer.standing) == (D(due), standing)


def test_days_are_added_only_where_the_period_runs_from_service() -> None:
    assert compute("FRCP 72(a)", "2018-05-04", service="mail").due == date(2018, 5, 21)
    entry = compute("FRCP 59(e)", "2018-05-04", service="mail")
    assert entry.due == date(2018, 6, 1)
    assert "Nothing is added for service by mail" in texts(entry)


def test_a_summons_that_came_by_mail_adds_no_days_and_is_not_said_to_be_no_service() -> None:
    answer = compute("FRCP 12(a)(1)(A)(i)", "2018-05-04", service="mail")
    assert answer.due == date(2018, 5, 25)
    assert "only where time runs from service on a party under FRCP 5(b)" in texts(answer)


def test_a_period_in_hours_is_not_said_to_leave_out_a_day() -> None:
    custody = BOOK.compute(rule="CPC 96", court="kh-phnompenh", on=datetime(2018, 5, 4, 10))  # noqa: DTZ001 - court time
    assert "this count follows the clock, hour by hour" in texts(custody)
    assert "leaves out the first day" not in texts(custody)


def test_a_rule_may_be_computed_as_of_another_day() -> None:
    """Pending in December 2009, and the new text thought just: 14 days of every kind, not 10 open ones."""
    then = compute("FRCP 72(a)", "2009-11-05")
    now = BOOK.compute(rule="FRCP 72(a)", court="cand", on=date(2009, 11, 5), as_of=date(2009, 12, 1))
    assert (then.version, then.due) == ("in force until 1 December 2009", date(2009, 11, 20))
    assert (now.version, now.due) == ("in force since 1 December 2009", date(2009, 11, 19))


def test_a_judgment_that_became_final_is_not_said_to_have_been_served() -> None:
    (appeal,) = BOOK.triggered(court="kh-phnompenh", trigger="kh.default-refusal.final", on=date(2026, 6, 1))
    assert appeal.due == date(2026, 7, 1)
    assert "served" not in appeal.steps[1].text


def test_a_rule_that_runs_from_service_asks_how_it_was_made() -> None:
    assert "How the paper was served was not given" in texts(compute("FRCP 72(a)", "2018-05-04"))
    assert "was not given" not in texts(compute("FRCP 72(a)", "2018-05-04", service="ecf"))


def test_electronic_service_before_december_2016_is_settled_by_the_rule() -> None:
    served = compute("FRCP 72(a)", "2016-05-04", service="ecf")
    assert (served.due, served.standing) == (date(2016, 5, 23), Standing.SETTLED)
    filed = compute("us-cand:7-11(b)", "2016-11-30", service="ecf")
    assert (filed.due, filed.standing) == (date(2016, 12, 5), Standing.SETTLED)


def test_the_version_in_force_on_the_trigger_date_rules() -> None:
    assert compute("FRCP 72(a)", "2009-11-30").version == "in force until 1 December 2009"
    assert compute("FRCP 72(a)", "2009-12-01").version == "in force since 1 December 2009"


def test_a_version_that_is_not_held_is_said_to_be_missing() -> None:
    answer = compute("FRCP 56(b)", "2005-05-04")
    assert answer.standing is Standing.UNVERIFIED
    assert "in force on Wednesday 4 May 2005 is not held" in texts(answer)


def test_a_text_of_which_only_the_end_is_known_is_held_until_then() -> None:
    held = compute("FRCP 72(a)", "2005-05-04", service="personal")
    assert (held.due, held.standing) == (date(2005, 5, 18), Standing.SETTLED)
    assert "not held" not in texts(held)
    from_memory = compute("FRCP 53(f)(2)", "2005-05-04", service="personal")
    assert (from_memory.due, from_memory.standing) == (date(2005, 5, 24), Standing.UNVERIFIED)
    assert "not held" not in texts(from_memory)
    assert "FRCP 53(f)(2) has not been verified (from memory)." in texts(from_memory)


def test_the_explanation_quotes_the_rule() -> None:
    first = compute("FRCP 72(a)", "2018-05-04").steps[0]
    assert first.text == ("FRCP 72(a), in force since 1 December 2009: “served with a copy”.")


def test_the_explanation_names_the_event_and_its_service() -> None:
    served = compute("FRCP 72(a)", "2018-05-04", service="mail").steps[1].text
    assert served == "It runs from the day on which the paper was served: Friday 4 May 2018 (service by mail)."
    entered = compute("FRCP 59(e)", "2018-05-04").steps[1].text
    assert entered == "It runs from the day on which the order or judgment was entered: Friday 4 May 2018."


def test_a_rule_that_changed_while_the_period_ran_is_remarked_on() -> None:
    answer = compute("FRAP 31(a)(1) (reply)", "2018-11-20", "ca1")
    assert (answer.due, answer.latest, answer.standing) == (date(2018, 12, 4), date(2018, 12, 11), Standing.ARGUABLE)
    assert "came into force on 1 December 2018, while this period ran" in texts(answer)
    assert "Read the other way, the last day is Tuesday 11 December 2018" in texts(answer)


@pytest.mark.parametrize(
    ("rule", "court", "on", "by_the_newer", "by_the_older"),
    [
        ("FRCP 4(m)", "nysd", "2015-10-01", "2015-12-30", "2016-01-29"),  # 90 days for 120
        ("FRBP 1007(c)(1)", "nysb", "2009-11-20", "2009-12-04", "2009-12-07"),  # 14 days for 15
    ],
)
def test_a_newer_text_that_made_a_running_period_shorter_gives_the_safe_date(
    rule: str, court: str, on: str, by_the_newer: str, by_the_older: str
) -> None:
    answer = compute(rule, on, court)
    assert (answer.due, answer.latest) == (D(by_the_newer), D(by_the_older))
    assert answer.standing is not Standing.SETTLED
    assert any(note.kind == "newer text" for note in answer.notes)
    assert (D(by_the_newer), D(by_the_older)) in answer.watched or len(answer.watched) > 1


def test_a_newer_text_that_makes_the_same_day_leaves_nothing_open() -> None:
    """By both texts the reply is due seven days before the argument."""
    answer = compute("FRAP 31(a)(1) (reply)", "2018-11-20", "ca1", service="ecf", argument="2018-12-10")
    assert (answer.due, answer.latest, answer.standing) == (date(2018, 12, 3), date(2018, 12, 3), Standing.SETTLED)
    assert not any(note.kind == "newer text" for note in answer.notes)


def test_what_must_be_done_before_a_day_is_due_on_the_day_before() -> None:
    answer = compute("FRCP 45(d)(2)(B)", "2018-05-04")
    assert (answer.due, answer.latest, answer.standing) == (date(2018, 5, 17), date(2018, 5, 18), Standing.ARGUABLE)
    assert "compliance" in texts(answer)


def test_the_earlier_of_two_limbs_decides() -> None:
    answer = compute("FRCP 45(d)(2)(B)", "2018-05-04", compliance="2018-05-14")
    assert (answer.due, answer.latest) == (date(2018, 5, 11), date(2018, 5, 14))
    assert "the earliest decides: the time specified for compliance" in texts(answer)


def test_a_fixed_date_that_is_closed_never_moves() -> None:
    answer = compute("FRCP 15(a)(3)", "2018-05-04", original_response_due="2018-05-28")
    assert answer.due == date(2018, 5, 28)
    assert "a date that was fixed does not move" in texts(answer)


@pytest.mark.parametrize(("other", "due"), [("2018-04-02", "2018-05-18"), ("2018-05-01", "2018-05-31")])
def test_the_later_of_two_limbs_decides(other: str, due: str) -> None:
    answer = compute("FRAP 4(a)(3)", "2018-05-04", judgment=other)
    assert answer.due == D(due)


def test_a_limb_without_its_date_is_asked_for() -> None:
    assert "the later date decides" in texts(compute("FRAP 4(a)(3)", "2018-05-04"))
    with pytest.raises(LawError, match="--date hearing=2018-05-04"):
        compute("us-cand:7-3(a)", "2008-05-02")
    before_2011 = compute("us-cand:7-3(a)", "2008-05-02", hearing="2008-06-30")
    assert before_2011.due == date(2008, 6, 9)
    assert before_2011.standing is Standing.UNVERIFIED


def test_the_latest_reading_may_come_from_another_limb() -> None:
    answer = compute("FRCP 12(a)(3)", "2020-05-04", us_attorney_served="2020-04-30")
    assert (answer.due, answer.latest) == (date(2020, 7, 3), date(2020, 7, 6))
    holiday = compute("FRCP 45(d)(2)(B)", "2018-05-14", compliance="2018-05-28")
    assert (holiday.due, holiday.latest) == (date(2018, 5, 25), date(2018, 5, 28))


def triggered(trigger: str, on: str, court: str = "cand", **more: object) -> dict[str, Answer]:
    answers = BOOK.triggered(court=court, trigger=trigger, on=D(on), **more)  # type: ignore[arg-type]
    return {answer.citation: answer for answer in answers}


def test_the_order_of_4_may_2018_starts_objections_and_perhaps_an_appeal() -> None:
    answers = triggered("order.1782", "2018-05-04", service=Service.ECF)
    assert {citation: answer.due for citation, answer in answers.items()} == {
        "FRCP 72(a)": date(2018, 5, 18),
        "FRAP 4(a)(1)(A)": date(2018, 6, 4),
    }
    assert answers["FRCP 72(a)"].condition is None
    assert "if the order is appealable" in (answers["FRAP 4(a)(1)(A)"].condition or "")


def test_since_18_may_2022_the_ninth_circuit_reviews_such_orders_as_recommendations() -> None:
    answers = triggered("order.1782", "2022-05-18")
    assert "FRCP 72(a)" not in answers
    assert "unless all parties consented" in (answers["FRCP 72(b)(2)"].condition or "")


def test_elsewhere_both_ways_are_shown_with_their_conditions() -> None:
    answers = triggered("order.1782", "2022-05-18", court="nysd")
    assert answers["FRCP 72(a)"].condition == "if the court treats the application as nondispositive"
    assert answers["FRCP 72(b)(2)"].condition == "if the court treats the application as dispositive"


def test_an_opposition_brings_its_reply_along() -> None:
    answers = triggered("motion.filed", "2018-05-04")
    assert answers["N.D. Cal. Civ. L.R. 7-3(a)"].due == date(2018, 5, 18)
    assert answers["N.D. Cal. Civ. L.R. 7-3(c)"].due == date(2018, 5, 25)


def test_what_runs_from_an_open_date_is_open() -> None:
    answers = triggered("motion.filed", "2020-06-19")
    reply = answers["N.D. Cal. Civ. L.R. 7-3(c)"]
    assert (reply.due, reply.latest, reply.standing) == (date(2020, 7, 10), date(2020, 7, 13), Standing.ARGUABLE)
    assert "runs from a date that is itself open" in texts(reply)


def test_entry_and_service_may_be_on_different_days() -> None:
    answers = triggered("order.1782", "2018-05-07", entered=date(2018, 5, 4))
    assert answers["FRCP 72(a)"].due == date(2018, 5, 21)
    assert answers["FRAP 4(a)(1)(A)"].due == date(2018, 6, 4)


def test_deadlines_come_the_earliest_first() -> None:
    dues = [answer.due for answer in BOOK.triggered(court="cand", trigger="judgment.final", on=date(2018, 5, 4))]
    assert dues == sorted(dues)


def test_a_trigger_may_be_a_moment() -> None:
    answer = BOOK.compute(rule="CPC 96", court="kh-phnompenh", on=datetime.fromisoformat("2018-06-01T09:00+07:00"))
    assert answer.due_at.isoformat() == "2018-06-03T09:00:00+07:00"


def test_a_rule_that_lacks_its_date_does_not_hide_the_others(tmp_path: Path) -> None:
    with pytest.raises(LawError, match="--date hearing="):
        triggered("motion.filed", "2008-05-02")
    pack = PACK.replace("[example.ordered]", "[motion.filed]")
    (tmp_path / "judge.yml").write_text(pack, encoding="utf-8")
    (letter,) = load_rulebook(tmp_path).triggered(court="cand", trigger="motion.filed", on=D("2008-05-02"))
    assert letter.title == "Joint letter"
    assert "runs from another date" in texts(letter)


def test_a_rule_of_another_court_is_computed_with_a_warning() -> None:
    assert "not among the rules that bind ca9" in texts(compute("FRCP 72(a)", "2018-05-04", "ca9"))
    assert "not among the rules" not in texts(compute("FRAP 4(a)(1)(A)", "2018-05-04", "cand"))


def test_an_unknown_trigger_is_answered_with_known_ones() -> None:
    with pytest.raises(LawError, match=r"order\.nondispositive"):
        triggered("order.nondispositve", "2018-05-04")


def test_a_trigger_known_elsewhere_may_start_nothing_on_that_day() -> None:
    assert "FRAP 39(b)" not in triggered("judgment.appeal", "2025-11-30", court="ca9")
    assert "FRAP 39(b)" in triggered("judgment.appeal", "2025-12-01", court="ca9")


@pytest.mark.parametrize("court", ["cand", "canb", "ca9", "scotus", "kh-phnompenh", "kh-appeal", "kh-supreme", "tax"])
def test_every_trigger_of_every_kind_of_court_can_be_answered_and_kept(court: str) -> None:
    for trigger in BOOK.triggers(court):
        moment = datetime.fromisoformat("2018-05-04T10:00+07:00")
        for answer in BOOK.triggered(court=court, trigger=trigger.id, on=moment):
            assert Answer.from_dict(answer.as_dict()) == answer
            assert texts(answer)
