"""Forms: what a command asks for when nothing was typed behind it, or when too little was."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.law import Answer, Court, Trigger
from handlers import phrases
from handlers.views.blocks import (
    Block,
    View,
    checkboxes,
    context,
    date_input,
    divider,
    field_block,
    grouped_menu,
    line_input,
    menu,
    modal,
    option,
    person_input,
    section,
    time_input,
)
from handlers.views.cards import CaseLine, standing_in_words
from handlers.views.text import hour, long_date, said, short_date, zone_name
from storage.docket import Deadline, Entry, EntryKind

NO_TRIGGER = "none"
TITLE_LENGTH = 300
LINK_LENGTH = 600
NOTE_LENGTH = 500
BOXES = 10
MOST_OPTIONS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry that is being recorded: what the form holds so far, and what was `assumed` when its date was read."""

    kind: EntryKind | None
    case_ref: str | None = None
    title: str = ""
    on_date: date | None = None
    trigger: str = ""
    service: str = ""
    served_on: date | None = None
    link: str = ""
    assumed: str = ""

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
    )


def case_form(courts: Sequence[Court], *, memo: str) -> View:
    """Return the form that opens a case."""
    groups = [
        (label, [option(court.name, court.id) for court in courts if _group_of(court) == label][:MOST_OPTIONS])
        for label in phrases.COURT_GROUPS.values()
    ]
    return modal(
        phrases.ADD_CASE,
        [
            field_block("court", phrases.COURT, grouped_menu(groups)),
            field_block("number", phrases.DOCKET_NUMBER, line_input(longest=100, hint="3:18-mc-80024-SK")),
            field_block("caption", phrases.CAPTION, line_input(longest=TITLE_LENGTH, hint="Rainsy v. Facebook")),
            field_block("alias", phrases.CODE_NAME, line_input(longest=80), optional=True, hint=phrases.CODE_NAME_HINT),
            field_block("side", phrases.OUR_SIDE, line_input(longest=100), optional=True),
        ],
        callback="case.add",
        memo=memo,
        submit=phrases.SAVE,
    )


def hearing_form(cases: Sequence[CaseLine], *, chosen: str | None, memo: str, title: str = "") -> View:
    """Return the form that schedules a hearing; day and hour are the court's."""
    return modal(
        phrases.ADD_HEARING,
        [
            _case_field(cases, chosen),
            field_block("title", phrases.HEARING_TITLE, line_input(initial=title, longest=TITLE_LENGTH)),
            field_block("day", phrases.DAY, date_input()),
            field_block("time", phrases.TIME, time_input()),
            field_block("place", phrases.PLACE, line_input(longest=200), optional=True),
            field_block("link", phrases.LINK, line_input(longest=LINK_LENGTH), optional=True),
            field_block("note", phrases.NOTE, line_input(longest=NOTE_LENGTH, multiline=True), optional=True),
        ],
        callback="hearing.add",
        memo=memo,
        submit=phrases.SAVE,
    )


def move_form(hearing: Entry, case: CaseLine, *, memo: str) -> View:
    """Return the form that moves a hearing."""
    start = hearing.starts_at.astimezone(ZoneInfo(hearing.zone)) if hearing.starts_at else None
    return modal(
        f"{phrases.MOVE} {hearing.ref}",
        [
            section(f"{said(hearing.title)}\n{case.text}"),
            field_block("day", phrases.DAY, date_input(hearing.on_date)),
            field_block("time", phrases.TIME, time_input(start.time() if start else None)),
            field_block("reason", phrases.REASON, line_input(longest=TITLE_LENGTH, hint="clerk's notice")),
        ],
        callback="hearing.move",
        memo=memo,
        submit=phrases.SAVE,
    )


def vacate_form(hearing: Entry, case: CaseLine, *, memo: str) -> View:
    """Return the form that takes a hearing off calendar."""
    return modal(
        f"{phrases.VACATE} {hearing.ref}",
        [
            section(f"{said(hearing.title)}\n{case.text}"),
            field_block("reason", phrases.REASON, line_input(longest=TITLE_LENGTH, hint="settled")),
        ],
        callback="hearing.vacate",
        memo=memo,
        submit=phrases.SAVE,
    )


def done_form(deadline: Deadline, case: CaseLine, *, person_id: str, memo: str) -> View:
    """Return the form that closes a deadline; it asks for the proof."""
    return modal(
        f"{phrases.DONE}: {deadline.ref}",
        [
            section(f"{said(deadline.title)}\n*{long_date(deadline.due)}* · {case.text}"),
            field_block("proof", phrases.PROOF, line_input(longest=TITLE_LENGTH), hint=phrases.PROOF_HINT),
            field_block("filed_by", phrases.FILED_BY, person_input(person_id)),
        ],
        callback="deadline.done",
        memo=memo,
        submit=phrases.SAVE,
    )


def first_step(cases: Sequence[CaseLine], draft: Draft, *, memo: str) -> View:
    """Return the first step where it is not yet said which case, or what kind of entry, it is about."""
    blocks = [context(phrases.CHOOSE_FIRST), _case_field(cases, draft.case_ref)]
    if draft.kind is None:
        kinds = [option(label, kind) for kind, label in phrases.KINDS.items()]
        blocks.append(field_block("kind", phrases.KIND, menu(kinds)))
    return modal(form_title(draft.kind), blocks, callback="entry.begin", memo=memo, submit=phrases.NEXT)


def entry_form(cases: Sequence[CaseLine], draft: Draft, triggers: Sequence[Trigger], *, memo: str) -> View:
    """Return the form that records an order, a ruling or another entry, with the triggers of its court."""
    services = [option(label, name) for name, label in phrases.SERVICES.items()]
    assumed = [context(phrases.ASSUMED.format(note=said(draft.assumed)))] if draft.assumed else []
    return modal(
        form_title(draft.kind),
        [
            *assumed,
            _case_field(cases, draft.case_ref, watched=len(cases) > 1),
            field_block("title", phrases.TITLE, line_input(initial=draft.title, longest=TITLE_LENGTH)),
            field_block(
                "trigger",
                phrases.TRIGGER,
                _trigger_menu(triggers, draft),
                hint=phrases.TRIGGER_HINT,
            ),
            field_block("on", phrases.DATE_ENTERED, date_input(draft.on_date)),
            field_block("service", phrases.SERVICE, menu(services, chosen=draft.service or None)),
            field_block("served", phrases.SERVED_ON, date_input(draft.served_on), optional=True),
            field_block("link", phrases.LINK, line_input(initial=draft.link, longest=LINK_LENGTH), optional=True),
        ],
        callback="entry.preview",
        memo=memo,
        submit=phrases.PREVIEW,
    )


def preview_form(draft: Draft, case: CaseLine, answers: Sequence[Answer], *, memo: str) -> View:
    """Return what would follow: every deadline with its citation and its doubts, each to be kept or dropped."""
    blocks: list[Block] = [section(_introduction(draft, case, answers))]
    for answer in answers:
        blocks += [divider(), section("\n".join(_previewed(answer)))]
    for at in range(0, len(answers), BOXES):
        boxes = [_box(answer) for answer in answers[at : at + BOXES]]
        label = phrases.KEEP if at == 0 else f"{phrases.KEEP} ({at + 1} to {at + len(boxes)})"
        blocks.append(field_block(f"keep.{at}", label, checkboxes(boxes), optional=True))
    if answers:
        blocks.append(field_block("owner", phrases.OWNER, person_input(), optional=True))
    return modal(
        form_title(draft.kind), blocks, callback="entry.save", memo=memo, submit=phrases.SAVE, close=phrases.BACK
    )


def kept_key(answer: Answer) -> str:
    """Return how a tick says which date it keeps: the same rule with another date is another key."""
    return f"{answer.rule or answer.title}|{answer.due.isoformat()}"[:150]


def form_title(kind: EntryKind | None) -> str:
    """Return the title of the form for a kind of entry."""
    if kind is EntryKind.ORDER:
        return phrases.ADD_ORDER
    return phrases.ADD_RULING if kind is EntryKind.RULING else phrases.NEW_ENTRY


def _case_field(cases: Sequence[CaseLine], chosen: str | None, *, watched: bool = False) -> Block:
    """Return the choice of a case; where there is only one it is chosen. A watched one brings its court's triggers."""
    only = cases[0].ref if len(cases) == 1 else chosen
    options = [option(case.label, case.ref) for case in cases[:MOST_OPTIONS]]
    block = field_block("case", phrases.CASE, menu(options, chosen=only))
    if watched:
        block["dispatch_action"] = True
        block["element"]["action_id"] = "entry.case"
    return block


def _trigger_menu(triggers: Sequence[Trigger], draft: Draft) -> Block:
    """Return the triggers of a court, those for this kind of entry first."""
    kinds = sorted({trigger.entry_kind for trigger in triggers}, key=lambda kind: (kind != draft.kind, kind))
    groups = [(phrases.NO_TRIGGER, [option(phrases.NO_TRIGGER, NO_TRIGGER)])]
    for kind in reversed(kinds):
        choices = [option(trigger.label, trigger.id) for trigger in triggers if trigger.entry_kind == kind]
        groups.insert(0, (phrases.KIND_GROUPS.get(kind, kind.capitalize()), choices[:MOST_OPTIONS]))
    return grouped_menu(groups, chosen=draft.trigger or None)


def _introduction(draft: Draft, case: CaseLine, answers: Sequence[Answer]) -> str:
    if not answers:
        return f"*{said(draft.title)}*\n{case.text}\n{phrases.NO_DEADLINE_FOLLOWS}"
    count = "1 deadline" if len(answers) == 1 else f"{len(answers)} deadlines"
    return phrases.PREVIEW_INTRO.format(count=count, title=said(draft.title), case=case.text)


def _previewed(answer: Answer) -> list[str]:
    """Return what somebody must know to keep or drop a deadline."""
    zone = str(answer.due_at.tzinfo)
    until = phrases.UNTIL.format(hour=hour(answer.due_at, zone), zone=zone_name(answer.due_at, zone))
    lines = [
        f"*{said(answer.title)}* · {said(answer.citation, 200)}",
        f"*{long_date(answer.due)}* {until}",
        standing_in_words(answer.standing),
    ]
    if answer.condition:
        lines.append(phrases.CONDITION.format(condition=said(answer.condition)))
    if answer.latest != answer.due:
        lines.append(phrases.DO_NOT_PLAN.format(latest=long_date(answer.latest)))
    return [*lines, *(f"• {said(note.text, 400)}" for note in answer.notes[:5])]


def _box(answer: Answer) -> Block:
    return option(f"{short_date(answer.due)}: {answer.title}", kept_key(answer), answer.citation)


def _group_of(court: Court) -> str:
    """Return the heading under which a court is chosen."""
    return phrases.COURT_GROUPS["KH" if court.country == "KH" else court.kind]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
