"""The forms that record an entry: its case and kind, what it is, and the preview of what follows from it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.law import Trigger
from handlers import phrases
from handlers.views.blocks import (
    Block,
    View,
    context,
    date_input,
    field_block,
    grouped_menu,
    line_input,
    menu,
    modal,
    option,
    person_input,
    time_input,
)
from handlers.views.cards import CaseLine
from handlers.views.forms import LINK_LENGTH, MOST_OPTIONS, NOTE_LENGTH, TITLE_LENGTH, case_field, which_case_form
from handlers.views.text import said
from storage.docket import EntryKind

NO_TRIGGER = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry that is being recorded: what the form holds so far, and what was `assumed` when its date was read.

    `typed` is what was typed before it was known on which court's calendar its date is to be read, and `met` names the
    conflicts that were shown.
    """

    kind: EntryKind | None
    case_ref: str | None = None
    title: str = ""
    on_date: date | None = None
    trigger: str = ""
    service: str = ""
    served_on: date | None = None
    link: str = ""
    assumed: str = ""
    typed: str = ""
    at_time: time | None = None
    place: str = ""
    note: str = ""
    owner: str | None = None
    met: tuple[str, ...] = ()

    def memo(self, *, channel: str | None, home: bool = False) -> str:
        """Return the draft as a form carries it."""
        facts = {
            "channel": channel,
            "home": home,
            "kind": self.kind.value if self.kind else None,
            "case": self.case_ref,
            "title": self.title,
            "on": self.on_date.isoformat() if self.on_date else None,
            "trigger": self.trigger,
            "service": self.service,
            "served": self.served_on.isoformat() if self.served_on else None,
            "link": self.link,
            "time": self.at_time.isoformat("minutes") if self.at_time else None,
            "typed": self.typed,
            "place": self.place,
            "note": self.note,
            "owner": self.owner,
            "met": self.met,
        }
        return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def draft_from(memo: Any) -> Draft:  # noqa: ANN401 -- JSON
    """Read a draft back from what a form carried."""
    return Draft(
        kind=EntryKind(memo["kind"]) if memo["kind"] else None,
        case_ref=memo["case"],
        title=memo["title"],
        on_date=_day(memo["on"]),
        trigger=memo["trigger"],
        service=memo["service"],
        served_on=_day(memo["served"]),
        link=memo["link"],
        at_time=time.fromisoformat(memo["time"]) if memo.get("time") else None,
        typed=memo.get("typed", ""),
        place=memo.get("place", ""),
        note=memo.get("note", ""),
        owner=memo.get("owner"),
        met=tuple(memo.get("met", ())),
    )


def first_step(cases: Sequence[CaseLine], draft: Draft, *, memo: str) -> View:
    """Return the first step where it is not yet said which case, or what kind of entry, it is about."""
    kinds = [option(label, kind) for kind, label in phrases.KINDS.items()]
    more = [] if draft.kind else [field_block("kind", phrases.KIND, menu(kinds))]
    return which_case_form(
        form_title(draft.kind), cases, chosen=draft.case_ref, more=more, callback="entry.begin", memo=memo
    )


def entry_form(cases: Sequence[CaseLine], draft: Draft, triggers: Sequence[Trigger], *, memo: str) -> View:
    """Return the form that records an order, a ruling or another entry, with the triggers of its court."""
    services = [option(label, name) for name, label in phrases.SERVICES.items()]
    return modal(
        form_title(draft.kind),
        [
            *_assumed(draft),
            case_field(cases, draft.case_ref, watched=len(cases) > 1),
            field_block("title", phrases.TITLE, line_input(initial=draft.title, longest=TITLE_LENGTH)),
            field_block(
                "trigger",
                phrases.TRIGGER,
                trigger_menu(_of_no_hearing(triggers), first=draft.kind, chosen=draft.trigger or None),
                hint=phrases.TRIGGER_HINT,
            ),
            field_block("on", phrases.DATE_ENTERED, date_input(draft.on_date)),
            field_block("time", phrases.TIME_FOR_HOURS, time_input(draft.at_time), optional=True),
            field_block("service", phrases.SERVICE, menu(services, chosen=draft.service or None)),
            field_block("served", phrases.SERVED_ON, date_input(draft.served_on), optional=True),
            field_block("link", phrases.LINK, line_input(initial=draft.link, longest=LINK_LENGTH), optional=True),
            field_block("owner", phrases.ENTRY_EDIT_OWNER, person_input(draft.owner), optional=True),
        ],
        callback="entry.preview",
        memo=memo,
        submit=phrases.PREVIEW,
    )


def hearing_form(cases: Sequence[CaseLine], draft: Draft, triggers: Sequence[Trigger], *, memo: str) -> View:
    """Return the form that schedules a hearing, on its court's clock, with what it can be for the rules."""
    return modal(
        phrases.ADD_HEARING,
        [
            *_assumed(draft),
            case_field(cases, draft.case_ref, watched=len(cases) > 1),
            field_block("title", phrases.HEARING_TITLE, line_input(initial=draft.title, longest=TITLE_LENGTH)),
            field_block("day", phrases.DAY, date_input(draft.on_date)),
            field_block("time", phrases.TIME, time_input(draft.at_time)),
            *_hearing_trigger_field(triggers, draft),
            field_block("place", phrases.PLACE, line_input(initial=draft.place, longest=200), optional=True),
            field_block("owner", phrases.HEARING_OWNER, person_input(draft.owner), optional=True),
            field_block("link", phrases.LINK, line_input(initial=draft.link, longest=LINK_LENGTH), optional=True),
            field_block(
                "note",
                phrases.NOTE,
                line_input(initial=draft.note, longest=NOTE_LENGTH, multiline=True),
                optional=True,
            ),
        ],
        callback="hearing.add",
        memo=memo,
        submit=phrases.SAVE,
    )


def _assumed(draft: Draft) -> list[Block]:
    return [context(phrases.ASSUMED.format(note=said(draft.assumed)))] if draft.assumed else []


def form_title(kind: EntryKind | None) -> str:
    """Return the title of the form for a kind of entry."""
    if kind is EntryKind.HEARING:
        return phrases.ADD_HEARING
    if kind is EntryKind.ORDER:
        return phrases.ADD_ORDER
    return phrases.ADD_RULING if kind is EntryKind.RULING else phrases.NEW_ENTRY


def _hearing_trigger_field(triggers: Sequence[Trigger], draft: Draft) -> list[Block]:
    """Return the choice of what a hearing is for the rules; none where no rule of the court looks at hearings."""
    choices = [option(trigger.label, trigger.id) for trigger in triggers if trigger.entry_kind == EntryKind.HEARING]
    if not choices:
        return []
    offered = menu([option(phrases.NO_TRIGGER, NO_TRIGGER), *choices][:MOST_OPTIONS], chosen=draft.trigger or None)
    field = field_block("trigger", phrases.TRIGGER, offered, optional=True, hint=phrases.HEARING_TRIGGER_HINT)
    return [field]


def trigger_menu(triggers: Sequence[Trigger], *, first: EntryKind | None, chosen: str | None) -> Block:
    """Return what an entry can be for the rules: nothing, the triggers of one kind first, then the others."""
    kinds = sorted({trigger.entry_kind for trigger in triggers})
    groups = [(phrases.NOTHING_FOLLOWS, [option(phrases.NO_TRIGGER, NO_TRIGGER)])]
    for kind in sorted(kinds, key=lambda kind: kind != first):
        choices = [option(trigger.label, trigger.id) for trigger in triggers if trigger.entry_kind == kind]
        groups.append((phrases.KIND_GROUPS.get(kind, kind.capitalize()), choices[:MOST_OPTIONS]))
    return grouped_menu(groups, chosen=chosen)


def _of_no_hearing(triggers: Sequence[Trigger]) -> list[Trigger]:
    """Return the triggers of entries: what is counted from a hearing is counted from its own date."""
    return [trigger for trigger in triggers if trigger.entry_kind != EntryKind.HEARING]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
