"""Khmer says everything that English says: the same sentences, the same gaps to fill, and nothing left in English."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from bot.docket.closed_ahead import ClosedCourts
from bot.rulebook import Rulebook
from handlers import phrases
from handlers.mentions import offer
from handlers.phrases import english, khmer
from handlers.views import cards, entry_cards, forms, lists, pages, recording
from handlers.views.blocks import BUTTON, OPTION, TITLE, Message, View
from handlers.views.cards import CaseLine, DeadlineCard
from handlers.views.entry_cards import EntryCard
from handlers.views.home import HomePage, Part, home
from handlers.views.lists import Item, Page
from handlers.views.previews import preview_form
from handlers.views.recording import Draft
from handlers.views.text import court_name, elsewhere, holiday_name, hour, wall_hour, zone_name
from storage.docket import DeadlineStatus, EntryKind, EntryStatus
from tests.handlers.test_views import (
    CASE,
    LATER,
    NOW,
    OTHER,
    ZONES,
    a_deadline,
    an_entry,
    judged,
    judged_view,
    the_answers,
)

NAMES = sorted(name for name in vars(english) if name.isupper())
GAP = re.compile(r"\{\w+\}")
KHMER_LETTER = re.compile("[\u1780-\u17d3]")
TYPED = re.compile(r"`[^`]*`|<[^>]*>|:[a-z_]+:|https?://\S*|\{\w+\}|^• [a-z].*$", re.MULTILINE)
LATIN = re.compile(r"[A-Za-z]{2,}")
SPANS = re.compile(r"(?<!\w)([*~`])(?=\S)(.+?)(?<=\S)\1")
BESIDE_A_MARK = re.compile(r"[\s()“”·:,→]?")
NOT_SENTENCES = ("HOME_TITLE", "LANGUAGE_NAMES", "SETTINGS_EXAMPLES", "EXPORT_FORMATS", "FEED_HOW_TO")
"""Names, what is typed, and the words on other programs' menus."""
PROPER_NAMES = frozenset(
    [
        "Ad",
        "Quem",
        "Slack",
        "ECF",
        "FRCP",
        "No",
        "MB",
        "kB",
        "CSV",
        "JSON",
        "ICS",
        "PDF",
        "UTC",
        "PUBLIC_URL",
        "PUBLIC",
        "URL",
        "OAuth",
        "Permissions",
        "Asia",
        "Phnom",
        "Penh",
        "Google",
        "Calendar",
        "Apple",
        "Outlook",
        "Thunderbird",
        "Mac",
        "iPhone",
        "Windows",
        "Microsoft",
        "DATE",
        "us",
        "frcp",
        "May",
    ]
)
BEGIN_WITH_A_BLANK = ("AGENDA_DAY", "CHANGE_MOVES")
"""What fills their last gap brings its own blank."""
TITLES = (
    "ADD_CASE",
    "ADD_HEARING",
    "ADD_ORDER",
    "ADD_RULING",
    "APPLY",
    "APPLY_ALL_TITLE",
    "ASK_TITLE",
    "AWAY_TITLE",
    "BACK",
    "CHANGES_TITLE",
    "CLOSE",
    "CLOSE_CASE",
    "CONFIRM",
    "DEADLINE_ADD",
    "DEADLINE_ASSIGN",
    "DEADLINE_COMPUTE",
    "DEADLINE_CONFIRM_TITLE",
    "DEADLINE_EXTEND",
    "DEADLINE_MOOT",
    "DEADLINE_REOPEN",
    "DEADLINE_SNOOZE",
    "DEADLINE_WHATIF",
    "DONE",
    "EDIT_CASE",
    "ENTRY_EDIT_TITLE",
    "FEED_FORM_TITLE",
    "HEARING_HELD_TITLE",
    "KEEP_TITLE",
    "MOVE",
    "NEW_ENTRY",
    "NEXT",
    "PREVIEW",
    "RECORD_CLOSURE",
    "REVERSE_TITLE",
    "SAVE",
    "SEARCH",
    "SETTINGS",
    "SETTLE_TITLE",
    "VACATE",
    "WHICH_DATE",
    "WITHDRAW_TITLE",
)


@pytest.fixture
def in_khmer() -> Iterator[None]:
    with phrases.spoken_in(phrases.KHMER):
        yield


def sentences(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Give every sentence in a phrase, with the way to it: of an example, only what explains it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from sentences(inner, f"{path}.{key}")
    elif path.startswith("HELP") and len(value) == 2 and isinstance(value[0], str):
        yield from sentences(value[1], path)
    else:
        for number, inner in enumerate(value):
            yield from sentences(inner, f"{path}.{number}")


def shape(value: Any) -> Any:
    """Return what a phrase must share with its translation: type, keys, gaps, and what is typed as an example."""
    if isinstance(value, str):
        return frozenset(GAP.findall(value))
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return tuple(shape(inner) for inner in value)


def examples(value: Any) -> list[str]:
    return [command for command, _ in value]


SPOKEN = [each for name in NAMES for each in sentences(getattr(khmer, name, ""), name)]


def test_both_languages_have_the_same_sentences() -> None:
    assert sorted(name for name in vars(khmer) if name.isupper()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_has_the_same_keys_and_the_same_gaps(name: str) -> None:
    ours, theirs = getattr(english, name), getattr(khmer, name)
    assert type(theirs) is type(ours)
    assert shape(theirs) == shape(ours)


@pytest.mark.parametrize("command", list(english.HELP))
def test_a_command_is_typed_in_english_everywhere(command: str) -> None:
    assert examples(khmer.HELP[command]) == examples(english.HELP[command])


def test_nothing_is_left_in_english() -> None:
    left = {
        path: words
        for path, sentence in SPOKEN
        if not path.startswith(NOT_SENTENCES)
        and (words := [word for word in LATIN.findall(TYPED.sub(" ", sentence)) if word not in PROPER_NAMES])
    }
    assert not left


def test_a_command_inside_a_sentence_is_the_same_in_both() -> None:
    ours = dict(each for name in NAMES for each in sentences(getattr(english, name), name))
    typed = re.compile(r"`(/[a-z]+[^`]*)`")
    other = {path for path, theirs in SPOKEN if sorted(typed.findall(theirs)) != sorted(typed.findall(ours[path]))}
    assert not other


def test_slack_sees_each_mark_because_no_khmer_letter_touches_it() -> None:
    touched = {
        path: span[0]
        for path, sentence in SPOKEN
        if path not in BEGIN_WITH_A_BLANK
        for span in SPANS.finditer(GAP.sub("ក", sentence))
        if not all(
            BESIDE_A_MARK.fullmatch(beside)
            for beside in (span.string[: span.start()][-1:], span.string[span.end() :][:1])
        )
    }
    assert not touched


@pytest.mark.parametrize("name", TITLES)
def test_a_title_is_not_cut(name: str) -> None:
    assert len(getattr(khmer, name).format(ref="D1234", count=120)) <= TITLE


def test_what_stands_on_buttons_and_in_menus_is_not_cut() -> None:
    choices = ("SERVICES", "KINDS", "KIND_GROUPS", "COURT_GROUPS", "WHATIF_KINDS", "ENTRY_UPSHOTS", "DEADLINE_SETTERS")
    assert all(len(words) <= OPTION for path, words in SPOKEN if path.startswith(choices))
    buttons = ("CHANGE_SAVES", "REMIND_HELD", "REMIND_ADJOURNED", "FEED_FOR_", "DEADLINE_RECORD_IT", "ALL_THE_SAME")
    assert all(len(words) <= BUTTON for path, words in SPOKEN if path.startswith(buttons))


def test_every_court_with_a_khmer_name_is_in_the_rulebook(book: Rulebook, in_khmer: None) -> None:
    named = {court.name for court in book.courts() if court.country == "KH"}
    assert named == set(english.COURT_NAMES)
    assert all(KHMER_LETTER.search(court_name(name)) for name in named)
    assert court_name("Supreme Court of the United States") == "Supreme Court of the United States"


def test_hours_zones_and_holidays_are_said_in_khmer(in_khmer: None) -> None:
    instant = datetime.fromisoformat("2018-05-18T23:59:00-07:00")
    assert hour(instant, "America/Los_Angeles") == wall_hour(time(23, 59)) == "ម៉ោង ២៣:៥៩"
    assert zone_name(instant, "Asia/Phnom_Penh") == "UTC+7, ភ្នំពេញ"
    assert zone_name(instant, "UTC") == "UTC"
    (line,) = elsewhere(instant, court_zone="America/Los_Angeles", zones=["Asia/Phnom_Penh"])
    assert line == "ភ្នំពេញ: ថ្ងៃសៅរ៍ ទី១៩ ខែឧសភា ឆ្នាំ២០១៨, ម៉ោង ១៣:៥៩ (*ថ្ងៃបន្ទាប់*)"
    assert holiday_name("Water Festival") == "ព្រះរាជពិធីបុណ្យអុំទូក"


def test_in_english_courts_hours_and_holidays_keep_their_names() -> None:
    assert court_name("Phnom Penh Municipal Court") == "Phnom Penh Municipal Court"
    assert holiday_name("Water Festival") == "Water Festival"
    assert [wall_hour(time(0, 5)), wall_hour(time(12))] == ["12:05 am", "12:00 pm"]


def test_what_a_rule_says_in_english_is_shown_as_a_quotation(in_khmer: None) -> None:
    for condition in ("if the order is appealable", "unless the court orders otherwise"):
        words = cards.condition_of(condition)
        assert KHMER_LETTER.search(words)
        assert condition[1:] in words


@pytest.mark.usefixtures("in_khmer")
class TestAKhmerReader:
    """What a reader of Khmer sees is taken by three judges, is uncut, and has no sentence in English."""

    def test_reads_the_card_of_a_deadline(self, book: Rulebook) -> None:
        kinds: list[dict[str, Any]] = [
            {"standing": "arguable", "latest": date(2018, 5, 21), "owner": "U0LENA", "backup": "U0MAYA"},
            {"confirmed_by": "U0MAYA"},
            {"status": DeadlineStatus.DONE, "done_at": LATER, "filed_by": "U0MAYA", "proof": "ECF 21"},
            {"status": DeadlineStatus.MOOT, "closed_reason": "ដកពាក្យសុំ"},
            {"citation": "", "standing": "", "condition": "", "is_fixed": True},
        ]
        for facts in kinds:
            shown = DeadlineCard(
                deadline=a_deadline(book, title="“x”", **facts),
                case=quoted(OTHER),
                zones=ZONES,
                next_reminder=NOW,
                now=LATER,
            )
            speaks_khmer(cards.deadline_card(shown))

    def test_reads_the_card_of_an_entry(self) -> None:
        for status in EntryStatus:
            entry = an_entry(status=status, outcome="held", title="“<!here>”", place="“5”", closed_reason="")
            shown = EntryCard(entry=entry, case=quoted(CASE), zones=ZONES, next_reminder=NOW, closed_by="U0MAYA")
            speaks_khmer(entry_cards.entry_card(shown))

    def test_reads_lists_home_and_help(self, book: Rulebook) -> None:
        doubtful = a_deadline(book, title="“x”", standing="arguable", owner="U0MAYA")
        moot = a_deadline(book, title="“x”", standing="unverified", status=DeadlineStatus.MOOT)
        items = [lists.deadline_item(each, quoted(CASE), now=LATER) for each in (doubtful, moot)]
        items.append(lists.entry_item(an_entry(title="“x”"), quoted(CASE), now=NOW))
        assert not [
            word for item in items for word in ("unconfirmed", "arguable", "unverified", "moot") if word in item.text
        ]
        judged(lists.listing(phrases.DEADLINES, items, page=Page.of(30, 2), command="/deadline list"))
        part = Part(
            items=tuple(Item(text="“x”", action="deadline.open", ref=f"D{number}") for number in range(6)), total=9
        )
        day = date(2018, 5, 14)
        shown = HomePage(
            has_cases=True,
            proposals=2,
            mine=part,
            team=part,
            hearings=part,
            unconfirmed=part,
            overdue=part,
            closed=(
                ClosedCourts(country="KH", names=("សាលាដំបូង",), days={day: ("Water Festival",)}),
                ClosedCourts(country="US", names=("តុលាការ",)),
            ),
        )
        uncut(home(shown))
        for command, lines in phrases.HELP.items():
            judged(pages.help_page(command, lines, list(phrases.HELP)))
        judged(offer())

    def test_fills_in_every_form(self, book: Rulebook) -> None:
        draft = Draft(kind=EntryKind.ORDER, case_ref="C1", title="“x”", on_date=date(2018, 5, 4))
        triggers = book.triggers("cand")
        for form in (
            forms.case_form(book.courts(), memo="{}"),
            forms.move_form(an_entry(), CASE, memo="{}"),
            forms.vacate_form(an_entry(), CASE, memo="{}"),
            recording.first_step([CASE, OTHER], Draft(kind=None), memo="{}"),
            recording.entry_form([CASE, OTHER], draft, triggers, memo="{}"),
            recording.hearing_form([CASE], replace(draft, kind=EntryKind.HEARING), triggers, memo="{}"),
            preview_form(draft, CASE, the_answers(book), now=NOW, memo="{}"),
        ):
            uncut(form)

    def test_reads_the_explanation_of_a_date(self, book: Rulebook) -> None:
        text = judged(pages.explanation(a_deadline(book), quoted(CASE)))
        assert "បន្ទាប់ពី" in text


def quoted(case: CaseLine) -> CaseLine:
    return replace(case, docket_number="“12”", caption="“x”", court="“y”")


def speaks_khmer(message: Message) -> None:
    """Judge a message; each of its paragraphs has Khmer in it, but for what is quoted or cited."""
    for line in judged(message).split("\n"):
        plain = re.sub(r"“[^”]*”|<[^>]*>|:[a-z_]+:", "", line)
        assert KHMER_LETTER.search(plain) or not re.search(r"\b[a-z]{3,} [a-z]{3,}\b", plain), line


def uncut(view: View) -> None:
    """Judge a form or Home; no label of ours ends in the middle."""
    judged_view(view)
    for label in labels_of(view):
        assert not label.endswith("…"), label


def labels_of(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for name, inner in part.items():
            if name in ("title", "submit", "close", "label", "hint") and isinstance(inner, dict):
                yield inner["text"]
            else:
                yield from labels_of(inner)
        if part.get("type") == "button":
            yield part["text"]["text"]
    elif isinstance(part, list):
        for inner in part:
            yield from labels_of(inner)
