"""Cards, forms, pages and letters about deadlines as pure functions; three judges would let Slack take each."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.docket.deadlines import Mismatch
from bot.docket.revising import Proposal
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.views import cards, deadline_entry_forms, deadline_forms, deadline_pages
from handlers.views.blocks import Message
from handlers.views.cards import DeadlineCard
from handlers.views.links import with_links
from handlers.views.text import unstyled
from storage.docket import Deadline, DeadlineStatus
from storage.log import AuditEntry
from tests.handlers.test_views import CASE, KHMER, NOW, OTHER, ZONES, a_deadline, an_entry, the_answers
from tests.judges import judge_message, judge_view, limits, models, types

LATER = datetime(2018, 5, 22, 16, 0, tzinfo=UTC)
LINK = "https://example.org/a|b>c?x=1&y=2"


@pytest.fixture
def worst(book: Rulebook) -> Deadline:
    """The longest and most hostile deadline that can be recorded."""
    return a_deadline(
        book,
        title=f"<!channel> *x* {KHMER * 20}"[:300],
        note=f"`order` {KHMER * 30}"[:500],
        link=LINK,
        proof=f"{KHMER * 20} {LINK} {LINK}",
        is_fixed=True,
        owner="U0LENA",
        backup="U0MAYA",
        closed_reason=KHMER * 20,
    )


def judged(message: Message) -> str:
    judge_message(list(message.blocks), message.text)
    return message.text


def card_of(deadline: Deadline, **facts: Any) -> Message:
    return cards.deadline_card(DeadlineCard(deadline=deadline, case=CASE, zones=ZONES, now=NOW, **facts))


def chosen_behind_the_dots(card: Message) -> list[str]:
    menus = [each for block in card.blocks if block["type"] == "actions" for each in block["elements"]]
    return [option["value"] for menu in menus if menu["type"] == "overflow" for option in menu["options"]]


def test_a_card_names_owner_backup_order_pause_and_every_office(worst: Deadline) -> None:
    until = datetime(2018, 5, 14, 7, 0, tzinfo=UTC)
    text = judged(card_of(worst, next_reminder=NOW, entry_ref="O7", held_until=until, held_by="U0MAYA"))
    for told in (
        "Friday 18 May 2018 until 11:59 pm court time (PDT, Los Angeles)",
        "Phnom Penh: Saturday 19 May 2018, 1:59 pm (next day)",
        "owner <@U0LENA> · backup <@U0MAYA> · next reminder Mon 7 May 2018",
        "Fixed by the court: O7 ·",
        "Its reminders are held until Monday 14 May 2018, by <@U0MAYA>.",
        "<https://example.org/a%7Cb%3Ec?x=1&amp;y=2|",
    ):
        assert told in text
    assert "<!channel>" not in text


@pytest.mark.parametrize(
    ("facts", "behind"),
    [
        ({}, ["file D45", "extend D45", "moot D45"]),
        ({"status": DeadlineStatus.MOOT, "closed_reason": "settled"}, ["reopen D45"]),
        ({"status": DeadlineStatus.DONE, "done_at": LATER, "proof": "x"}, ["reopen D45"]),
    ],
)
def test_behind_the_dots_stands_only_what_applies(book: Rulebook, facts: dict[str, Any], behind: list[str]) -> None:
    assert chosen_behind_the_dots(card_of(a_deadline(book, **facts))) == behind


def test_confirm_carries_the_date_beside_it(book: Rulebook) -> None:
    card = card_of(a_deadline(book))
    assert "D45 2018-05-19T06:59:59+00:00" in str(card.blocks)


def test_a_closed_card_says_why_and_how_late(worst: Deadline) -> None:
    worst.status, worst.done_at, worst.done_by = DeadlineStatus.DONE, LATER, "U0MAYA"
    text = judged(card_of(worst))
    assert "Filed after the safe date, Friday 18 May 2018" in text
    assert "<https://example.org/a%7Cb%3Ec?x=1&amp;y=2>" in text
    worst.status = DeadlineStatus.MOOT
    assert "nobody owes this any more" in judged(card_of(worst))


def test_an_own_date_shows_its_note(book: Rulebook) -> None:
    own = a_deadline(book, citation="", standing="", note="draft to the client")
    text = judged(card_of(own, is_blind=True, can_be_held=False))
    assert phrases.HELD_BY_HAND in text
    assert "draft to the client" in text
    assert phrases.BLIND_UNCONFIRMED.replace("*", "") in text


def test_addresses_become_links_and_nothing_else_is_obeyed() -> None:
    assert with_links("a *b* <!here> https://x.org/_a|b, ok") == (
        f"a {unstyled('*b*')} &lt;!here&gt; <https://x.org/_a%7Cb,> ok"
    )


def test_every_form_is_one_that_slack_takes(book: Rulebook, worst: Deadline) -> None:
    answer = the_answers(book)[0]
    memo = "{}"
    forms = [
        deadline_forms.done_form(worst, OTHER, person_id="U0MAYA", today=date(2018, 5, 7), memo=memo),
        deadline_forms.moot_form(worst, OTHER, memo=memo),
        deadline_forms.reopen_form(worst, OTHER, memo=memo),
        deadline_forms.extend_form(worst, OTHER, memo=memo),
        deadline_forms.assign_form(worst, OTHER, memo=memo),
        deadline_forms.assign_form(a_deadline(book), CASE, memo=memo),
        deadline_forms.snooze_form(worst, OTHER, latest=date(2018, 5, 15), memo=memo),
        deadline_forms.confirm_form(worst, OTHER, runs_from="*O7* · Order", link="<https://x.org|Link>", memo=memo),
        deadline_forms.confirm_form(worst, OTHER, runs_from="", link="", memo=memo),
        deadline_entry_forms.add_form([CASE, OTHER], deadline_entry_forms.DateSet(), memo=memo),
        deadline_entry_forms.add_form(
            [CASE], deadline_entry_forms.DateSet(case_ref="C1", title=worst.title), memo=memo
        ),
        deadline_entry_forms.rule_form([CASE, OTHER], chosen=None, callback="deadline.compute", memo=memo),
        deadline_entry_forms.rule_form([OTHER], chosen="C2", callback="deadline.whatif_rule", memo=memo),
        deadline_entry_forms.computed_preview(answer, OTHER, counted=KHMER * 20, notes=[KHMER], memo=memo),
        deadline_entry_forms.whatif_form(worst, OTHER, readings=[], memo=memo),
        deadline_entry_forms.whatif_form(worst, OTHER, readings=[("kh-civil:roll", "rolls")] * 9, memo=memo),
    ]
    for form in forms:
        assert not [*limits.of_view(form), *models.of_view(form)]
    assert not types.of_blocks([block for form in forms for block in form["blocks"]])
    judge_view(forms[0])


def test_the_blind_form_gives_no_date_away(worst: Deadline) -> None:
    form = deadline_forms.confirm_form(worst, CASE, runs_from="*O7* · Order", link="", memo="{}")
    assert "18 May" not in str(form)
    assert "2018-05" not in str(form)


def a_line(action: str, **details: Any) -> AuditEntry:
    return AuditEntry(
        at=NOW, actor="U0DARA", action=action, subject="D45", reason=KHMER * 9, details=details, previous="", seal=""
    )


def test_a_long_history_keeps_its_newest_lines(book: Rulebook) -> None:
    lines = [a_line("deadline.moot") for _ in range(40)]
    lines.append(a_line("deadline.extended", old="2018-05-18", new="2018-06-04"))
    lines.append(a_line("deadline.done", proof=f"ECF {LINK}"))
    shown = deadline_pages.with_history(card_of(a_deadline(book)), lines, zone="America/Los_Angeles")
    text = judged(shown)
    assert "Friday 18 May 2018 → Monday 4 June 2018" in text
    assert len(shown.blocks) < 20


def test_a_card_without_history_stays_a_card(book: Rulebook) -> None:
    card = card_of(a_deadline(book))
    assert deadline_pages.with_history(card, [], zone="America/Los_Angeles") is card


def test_pages_and_letters_are_such_that_slack_takes_them(book: Rulebook, worst: Deadline) -> None:
    answer = the_answers(book)[0]
    facts: dict[str, Any] = {"entry": an_entry(), "shifts": (), "why": ("why",), "cause": "cause", "old": worst.due}
    moved = Proposal(deadline=worst, new=date(2018, 5, 21), answer=answer, **facts)
    gone = Proposal(deadline=a_deadline(book, id=2), new=None, answer=None, **facts)
    assert "no date" in judged(deadline_pages.supposition("If", worst, [moved, gone], answer=answer))
    assert phrases.WHATIF_NOTHING_MOVES in judged(deadline_pages.supposition("If", None, [], answer=None))
    given = [a_line("deadline.extended", old="2018-05-18", new="2018-06-04")]
    judged(deadline_pages.given_date(worst, OTHER, given, entry_ref="O7", now=LATER))
    mismatch = Mismatch(deadline=worst, dated_by="U0DARA", due=worst.due, computed=date(2018, 5, 21))
    assert "Nothing was confirmed" in judged(deadline_pages.mismatch_letter(mismatch, OTHER, by="U0MAYA"))
    judged(deadline_pages.assignment_letter(worst, OTHER, person_id="U0MAYA", by="U0DARA"))
    worst.owner = None
    assert "behind nobody" in judged(deadline_pages.assignment_letter(worst, OTHER, person_id="U0MAYA", by="U0DARA"))


def test_a_conditional_and_arguable_date_is_shown_with_its_doubts(book: Rulebook) -> None:
    answer = next(each for each in the_answers(book) if each.condition)
    lines = "\n".join(deadline_pages.what_is_due(answer))
    assert "Only if" in lines
    assert "until 11:59 pm court time" in lines
