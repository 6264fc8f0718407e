"""Forms that change an entry: what came of a hearing, corrections, withdrawal, and the preview of what follows."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.docket.following import key_of
from bot.docket.moving import Consequence, Fate
from bot.docket.outcomes import Upshot
from bot.law import Trigger
from handlers import phrases
from handlers.told_dates import ToldDate
from handlers.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    checkboxes,
    context,
    date_input,
    divider,
    field_block,
    line_input,
    menu,
    message,
    modal,
    option,
    paragraphs,
    person_input,
    section,
    time_input,
)
from handlers.views.cards import CaseLine
from handlers.views.changes import Preview, consequences, introduction
from handlers.views.forms import LINK_LENGTH, NOTE_LENGTH, TITLE_LENGTH
from handlers.views.inputs import radio
from handlers.views.lists import Continuation
from handlers.views.recording import NO_TRIGGER, trigger_menu
from handlers.views.text import said, short_date
from storage.docket import Entry, EntryKind

BOXES = 10
LOCKED = (Fate.FIXED, Fate.BY_HAND)
NO_SERVICE = "none"
VACATED = "vacated"


def preview_message(shown: Preview) -> Message | None:
    """Return what follows from a typed change, with the buttons that save it; None if a button cannot carry it."""
    intent = shown.intent
    if not intent.fits_a_button:
        return None
    verb = intent.verb.value
    saves = (
        [
            button(phrases.CHANGE_SAVES_MOOT[verb], "change.save.moot", intent.value, style="primary"),
            button(phrases.CHANGE_SAVES_KEPT[verb], "change.save.keep", intent.value),
        ]
        if shown.loses
        else [button(_save(shown), "change.save", intent.value, style="primary")]
    )
    leave = Continuation(line=f"/{shown.entry.kind} show {intent.ref}" if _has_command(shown.entry) else "/docket")
    buttons = [
        *saves,
        *([button(phrases.CHANGE_CHOOSE, "change.choose", intent.value)] if _has_consequences(shown) else []),
        button(phrases.LEAVE_IT, "command.run.leave", leave.value),
    ]
    return message(*paragraphs([*introduction(shown), *consequences(shown)], between="\n\n"), actions(*buttons))


def _has_consequences(shown: Preview) -> bool:
    return bool(shown.ahead.found or shown.ahead.new)


def _save(shown: Preview) -> str:
    return phrases.CHANGE_SAVES[shown.intent.verb.value] if _has_consequences(shown) else phrases.SAVE


def preview_form(shown: Preview, *, memo: str) -> View:
    """Return what follows from a change, each deadline to be ticked or not."""
    ahead = shown.ahead
    moves = [_box(short_date(each.answer.due), each) for each in ahead.of(Fate.MOVES) if each.answer]
    lost = [_box(short_date(each.deadline.due), each) for each in ahead.of(Fate.LOST)]
    locked = [_box(short_date(each.deadline.due), each) for each in ahead.of(*LOCKED) if shown.loses or shown.ends]
    new = [option(f"{short_date(answer.due)}: {answer.title}", key_of(answer), answer.citation) for answer in ahead.new]
    blocks = [
        *paragraphs(introduction(shown), between="\n\n"),
        *([divider()] if ahead.found or ahead.new else []),
        *paragraphs(consequences(shown), between="\n\n"),
        *_ticks("move", phrases.CHANGE_TICK_MOVES, moves),
        *_ticks("moot", phrases.CHANGE_TICK_MOOT, lost, unticked=locked),
        *_ticks("new", phrases.CHANGE_TICK_NEW, new),
    ]
    if new:
        blocks.append(field_block("owner", phrases.OWNER, person_input(shown.ahead.after.owner), optional=True))
    return modal(
        phrases.CHANGE_TITLES[shown.intent.verb.value].format(ref=shown.intent.ref),
        blocks,
        callback="change.save",
        memo=memo,
        submit=phrases.SAVE,
        close=phrases.BACK,
    )


def held_form(
    hearing: Entry, case: CaseLine, when: str, *, chosen: str, memo: str, told: ToldDate | None = None
) -> View:
    """Return the form that asks what came of a hearing; `told` is the day to which it was adjourned."""
    words = [*(upshot.value for upshot in Upshot), VACATED]
    upshots = [option(phrases.ENTRY_UPSHOTS[word], word) for word in words]
    return modal(
        phrases.HEARING_HELD_TITLE.format(ref=hearing.ref),
        [
            *([context(told.note)] if told else []),
            section(f"{said(hearing.title)}\n{when}\n{case.text}"),
            field_block("upshot", phrases.HEARING_HELD_UPSHOT, radio(upshots, chosen=words.index(chosen))),
            field_block(
                "outcome",
                phrases.HEARING_HELD_OUTCOME,
                line_input(longest=TITLE_LENGTH),
                optional=True,
                hint=phrases.HEARING_HELD_OUTCOME_HINT,
            ),
            field_block("day", phrases.HEARING_HELD_NEXT_DAY, date_input(told.day if told else None), optional=True),
            field_block(
                "time",
                phrases.HEARING_HELD_NEXT_TIME,
                time_input(told.hour if told else None),
                optional=True,
                hint=phrases.HEARING_HELD_NEXT_HINT,
            ),
        ],
        callback="hearing.held",
        memo=memo,
        submit=phrases.SAVE,
    )


def withdraw_form(entry: Entry, case: CaseLine, *, memo: str) -> View:
    """Return the form that withdraws an entry."""
    whys = [option(label, why) for why, label in phrases.ENTRY_WITHDRAW_WHY.items()]
    return modal(
        phrases.CHANGE_TITLES["withdraw"].format(ref=entry.ref),
        [
            section(f"{said(entry.title)}\n{case.text}"),
            field_block("why", phrases.ENTRY_WITHDRAW_CHOICE, radio(whys)),
            field_block("reason", phrases.ENTRY_WITHDRAW_REASON, line_input(longest=TITLE_LENGTH), optional=True),
        ],
        callback="entry.withdraw",
        memo=memo,
        submit=phrases.SAVE,
    )


def edit_form(entry: Entry, case: CaseLine, triggers: Sequence[Trigger], *, memo: str) -> View:
    """Return the form that corrects an entry, filled with what it says."""
    is_hearing = entry.kind is EntryKind.HEARING
    title = phrases.HEARING_TITLE if is_hearing else phrases.TITLE
    owner = phrases.ENTRY_EDIT_OWNER_HEARING if is_hearing else phrases.ENTRY_EDIT_OWNER
    note = line_input(initial=entry.note, longest=NOTE_LENGTH, multiline=True)
    place = field_block("place", phrases.PLACE, line_input(initial=entry.place, longest=200), optional=True)
    return modal(
        phrases.ENTRY_EDIT_TITLE.format(ref=entry.ref),
        [
            section(case.text),
            field_block("title", title, line_input(initial=entry.title, longest=TITLE_LENGTH)),
            *([place] if is_hearing else _dating_fields(entry)),
            *_trigger_field(entry, triggers),
            field_block("link", phrases.LINK, line_input(initial=entry.link, longest=LINK_LENGTH), optional=True),
            field_block("note", phrases.NOTE, note, optional=True),
            field_block("owner", owner, person_input(entry.owner), optional=True),
            field_block(
                "reason",
                phrases.ENTRY_EDIT_REASON,
                line_input(longest=TITLE_LENGTH),
                optional=True,
                hint=phrases.ENTRY_EDIT_REASON_HINT,
            ),
        ],
        callback="entry.edit",
        memo=memo,
        submit=phrases.SAVE,
    )


def _dating_fields(entry: Entry) -> list[Block]:
    start = entry.starts_at.astimezone(ZoneInfo(entry.zone)).time() if entry.starts_at else None
    services = [option(label, name) for name, label in phrases.SERVICES.items()]
    return [
        field_block("on", phrases.DATE_ENTERED, date_input(entry.on_date)),
        field_block("time", phrases.TIME_FOR_HOURS, time_input(start), optional=True),
        field_block("service", phrases.SERVICE, menu(services, chosen=entry.service or NO_SERVICE)),
        field_block("served", phrases.SERVED_ON, date_input(entry.served_on), optional=True),
    ]


def _trigger_field(entry: Entry, triggers: Sequence[Trigger]) -> list[Block]:
    offered = [
        trigger
        for trigger in triggers
        if (trigger.entry_kind == EntryKind.HEARING) == (entry.kind is EntryKind.HEARING)
    ]
    if not offered:
        return []
    chosen = trigger_menu(offered, first=entry.kind, chosen=entry.trigger or NO_TRIGGER)
    return [field_block("trigger", phrases.TRIGGER, chosen, optional=True, hint=phrases.TRIGGER_HINT)]


def _ticks(name: str, label: str, ticked: Sequence[Block], *, unticked: Sequence[Block] = ()) -> list[Block]:
    """Return boxes, those ticked first, ten in a field, as many as Slack takes."""
    boxes, fields = [*ticked, *unticked], []
    for at in range(0, len(boxes), BOXES):
        some = boxes[at : at + BOXES]
        many = phrases.CHANGE_MANY.format(label=label, first=at + 1, last=at + len(some))
        told = many if len(boxes) > BOXES else label
        initially = len(ticked[at : at + BOXES])
        fields.append(field_block(f"{name}.{at}", told, _ticked(checkboxes(some), initially), optional=True))
    return fields


def _ticked(element: Block, count: int) -> Block:
    """Return boxes of which only the first few are ticked; Slack takes no empty list of ticked ones."""
    others = {name: value for name, value in element.items() if name != "initial_options"}
    return {**others, "initial_options": element["options"][:count]} if count else others


def _box(day: str, each: Consequence) -> Block:
    deadline = each.deadline
    return option(f"{day}: {deadline.ref} {deadline.title}", deadline.ref, deadline.citation)


def _has_command(entry: Entry) -> bool:
    return entry.kind in (EntryKind.HEARING, EntryKind.RULING, EntryKind.ORDER)
