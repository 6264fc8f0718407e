"""What the law's messages and forms look like, at their fullest, before three judges of what Slack takes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.law.answers import end_of
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.views.blocks import Message, View, option, paragraphs
from handlers.views.closures import ClosureShown, closure_form, withdraw_form
from handlers.views.inputs import radio
from handlers.views.law import DateLine, date_lines, digest
from handlers.views.lists import Page, listing
from handlers.views.questions import QuestionShown, ReadingShown, SettledShown, question_item, reverse_form, settle_form
from handlers.views.revisions import (
    MOST_AT_ONCE,
    Asked,
    ProposalShown,
    apply_all_form,
    ask_form,
    changes_page,
    in_order,
    keep_form,
    new_date_explained,
    notice_of_changes,
)
from tests.judges import judge_message, judge_view

KHMER = "សាលក្រមនៃតុលាការកំពូល"
LONG = f"<!channel> *{KHMER * 20}* & <b>"
FRIDAY, MONDAY = date(2018, 5, 18), date(2018, 5, 21)
PHNOM_PENH = ZoneInfo("Asia/Phnom_Penh")


def a_line(number: int = 1, new: date | None = MONDAY) -> DateLine:
    new_at = end_of(new, PHNOM_PENH) if new else None
    return a_line_at(end_of(FRIDAY, PHNOM_PENH), new_at, ref=f"D{number}", title=LONG)


def a_line_at(old_at: datetime, new_at: datetime | None, *, ref: str = "D1", title: str = "Reply") -> DateLine:
    return DateLine(ref=ref, title=title, case_ref="C1", zone=PHNOM_PENH.key, old_at=old_at, new_at=new_at)


def a_question(readings: int = 2, dates: int = 30) -> QuestionShown:
    return QuestionShown(
        id="us-frap:31(a)(1) (reply):transition",
        court="kh-phnompenh",
        court_name=LONG,
        sentence=LONG,
        readings=[
            ReadingShown(
                name=f"reading-{at}",
                text=LONG,
                title=KHMER * 10,
                cites=LONG,
                dates=[a_line(one) for one in range(dates)],
            )
            for at in range(readings)
        ],
        families=[("closed-days:us-observed-friday", LONG)] * 5,
    )


def a_settled_one() -> SettledShown:
    return SettledShown(
        id="kh-civil:roll", court="kh-phnompenh", court_name=LONG, sentence=LONG, reading=LONG, by="U0DARA", on=FRIDAY,
        reason=LONG * 3,
    )  # fmt: skip


def a_proposal(
    number: int = 1, *, cause: str = "a" * 16, new: date | None = MONDAY, asked: bool = True
) -> ProposalShown:
    question = Asked(by="U0MAYA", on=FRIDAY, question=LONG) if asked else None
    return ProposalShown(line=a_line(number, new), why=(KHMER * 30, KHMER * 30), cause=cause, asked=question)


def a_closure(*, withdrawn: bool = False) -> ClosureShown:
    return ClosureShown(
        court="cand", court_name=LONG, day=FRIDAY, name=LONG, source=LONG, by="U0DARA", on=FRIDAY,
        withdrawn_by="U0MAYA" if withdrawn else "", withdrawn_on=MONDAY if withdrawn else None, withdrawn_because=LONG,
    )  # fmt: skip


def judged(message: Message) -> str:
    judge_message(list(message.blocks), message.text)
    assert "<!channel>" not in str(message.blocks)
    return message.text


def judged_view(view: View) -> str:
    judge_view(view)
    assert "<!channel>" not in str(view)
    return str(view)


def test_ten_questions_at_their_longest_fit_a_message() -> None:
    items = [*(question_item(a_question(2 - at % 2)) for at in range(7)), *(a_settled_one().item for _ in range(3))]
    told = listing(phrases.QUESTIONS, items, page=Page.of(25, 1), command="/docket questions")
    judged(told)


def test_a_question_names_the_date_that_each_reading_gives_and_offers_to_settle_it() -> None:
    readings = [
        ReadingShown(name="stays", text="It does not.", title="No", dates=[a_line(new=FRIDAY)]),
        ReadingShown(name="rolls", text="It does.", title="Yes", cites="CCP 243(3)", dates=[a_line()]),
    ]
    asked = QuestionShown(
        id="kh-civil:roll", court="kh-phnompenh", court_name="Court", sentence="Q?", readings=readings
    )
    item = question_item(asked)
    assert item.text.index("It does not.") < item.text.index("18 May 2018") < item.text.index("It does. (CCP 243(3))")
    assert item.text.index("It does. (CCP 243(3))") < item.text.index("21 May 2018")
    assert item.block["accessory"]["value"] == "kh-phnompenh kh-civil:roll"


def test_what_can_only_be_confirmed_says_that_no_date_moves() -> None:
    assert phrases.CONFIRMATION in question_item(a_question(1)).text


@pytest.mark.parametrize("readings", [1, 2])
def test_the_forms_that_settle_and_reverse_fit(readings: int) -> None:
    assert "closed-days:us-observed-friday" in judged_view(settle_form(a_question(readings), memo="{}"))
    assert phrases.NO_DATE_MOVES in judged_view(settle_form(a_question(readings, dates=0), memo="{}"))
    judged_view(reverse_form(a_settled_one(), [a_line(one) for one in range(40)], memo="{}"))


def test_closings_and_their_forms_fit(book: Rulebook) -> None:
    items = [a_closure(withdrawn=bool(at % 2)).item for at in range(10)]
    judged(listing(phrases.CLOSURES, items, page=Page.of(11, 1), command="/docket closures"))
    judged_view(closure_form(book.courts(), memo="{}"))
    judged_view(closure_form(book.courts()[:1], memo="{}"))
    judged_view(withdraw_form(a_closure(), [a_line(one) for one in range(40)], memo="{}"))
    judged_view(withdraw_form(a_closure(), [], memo="{}"))


def test_a_withdrawn_closing_has_no_button() -> None:
    assert "accessory" not in a_closure(withdrawn=True).item.block


def test_a_page_of_what_waits_fits_whatever_the_causes() -> None:
    for causes in (1, 3, 10):
        shown = in_order([a_proposal(at, cause=f"{at % causes:016}") for at in range(25)])
        for number in (1, 2, 3):
            judged(changes_page(shown, page=Page.of(25, number), command="/docket changes", told=LONG[11:]))
    assert phrases.NO_CHANGES in judged(changes_page([], page=Page.of(0, 1), command="/docket changes"))


def test_those_of_one_cause_stand_together_and_can_be_applied_at_once() -> None:
    shown = in_order([a_proposal(1, cause="a"), a_proposal(2, cause="b"), a_proposal(3, cause="a")])
    assert [one.line.ref for one in shown] == ["D1", "D3", "D2"]
    page = changes_page(shown, page=Page.of(3, 1), command="/docket changes")
    offered = [element["value"] for block in page.blocks for element in block.get("elements", ()) if "value" in element]
    assert offered.count("a") == 1
    assert "b" not in offered


def test_a_date_that_no_rule_gives_any_more_can_be_kept_or_asked_about_but_not_applied() -> None:
    page = changes_page([a_proposal(new=None)], page=Page.of(1, 1), command="/docket changes")
    actions = [element["action_id"] for block in page.blocks for element in block.get("elements", ())]
    assert actions == ["change.keep", "change.ask"]
    assert "/deadline moot D1" in judged(page)


def test_the_forms_that_decide_fit() -> None:
    judged_view(keep_form(a_proposal(), memo="{}"))
    judged_view(ask_form(a_proposal(new=None), memo="{}"))
    form = apply_all_form([a_proposal(at) for at in range(MOST_AT_ONCE)], memo="{}")
    assert judged_view(form).count("→") >= MOST_AT_ONCE


def test_the_new_date_is_explained_in_as_many_paragraphs_as_it_takes() -> None:
    told = new_date_explained(a_line(), [f"Step {at}: {'closed ' * 60}" for at in range(14)])
    words = str(told.blocks)
    judged(told)
    assert all(f"Step {at}:" in words for at in range(14))


def test_a_channel_is_told_of_a_few_and_how_many_more_there_are() -> None:
    told = judged(notice_of_changes("Head", [a_line(at) for at in range(40)], "C1"))
    assert "28 more" in told


def test_a_line_says_whether_a_date_moves_stays_or_is_lost() -> None:
    assert "~Friday 18 May 2018~ → *Monday 21 May 2018*" in a_line().text
    assert "stays on *Friday 18 May 2018*" in a_line(new=FRIDAY).text
    assert "no rule gives it a date any more" in a_line(new=None).text
    assert date_lines([], empty="None.") == "None."


def test_a_deadline_that_only_gets_another_hour_moves_too() -> None:
    at_noon, at_five = (datetime(2018, 5, 18, hour, tzinfo=PHNOM_PENH) for hour in (12, 17))
    earlier = a_line_at(at_five, at_noon)
    assert "~Friday 18 May 2018, 5:00 pm~ → *Friday 18 May 2018, 12:00 pm*" in earlier.text
    assert "stays on *Friday 18 May 2018, 5:00 pm*" in a_line_at(at_five, at_five).text
    assert digest([earlier]) != digest([a_line_at(at_five, at_five)])
    rolls = ReadingShown(name="rolls", text="It does.", title="Yes", dates=[earlier])
    assert rolls.moving == [earlier]
    assert "Friday 18 May 2018, 12:00 pm" in str(new_date_explained(earlier, ["Step"]))
    assert "Friday 18 May 2018, 11:59 pm" in a_line_at(end_of(FRIDAY, PHNOM_PENH), at_five).text


def test_what_somebody_saw_has_a_name_of_its_own() -> None:
    assert digest([a_line()]) == digest([a_line()])
    assert len({digest([]), digest([a_line()]), digest([a_line(2)]), digest([a_line(new=None)])}) == 4


def test_choices_stand_side_by_side_with_none_chosen_unless_one_is() -> None:
    choices = [option("A", "a"), option("B", "b")]
    assert "initial_option" not in radio(choices, chosen=None)
    assert radio(choices, chosen=1)["initial_option"]["value"] == "b"


def test_paragraphs_lose_nothing() -> None:
    assert len(paragraphs(["x" * 2000, "y" * 2000, "z"])) == 2
