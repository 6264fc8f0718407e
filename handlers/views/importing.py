"""Importing: the form that asks for a file, and the page that shows line by line what it would do."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.importing import MOST_BYTES, MOST_ROWS, Alike, Deed, Plan
from bot.importing.doing import may_start
from bot.importing.plans import Step
from bot.importing.rows import Fault
from handlers import phrases
from handlers.views.blocks import (
    MOST_BLOCKS,
    Block,
    View,
    context,
    field_block,
    line_input,
    modal,
    option,
    paragraphs,
    section,
)
from handlers.views.cards import CaseLine
from handlers.views.forms import case_field
from handlers.views.inputs import file_input, radio
from handlers.views.text import hour, long_date, said

LONGEST_TEXT = 3000
"""What Slack takes in one field."""
EVEN_SO, WITH_DEADLINES = "even_so", "with_deadlines"
_MOST_PARTS = MOST_BLOCKS - 12


def import_form(cases: Sequence[CaseLine], *, chosen: str | None, memo: str) -> View:
    """Return the form that asks for a file, or for its lines."""
    return modal(
        phrases.IMPORT_TITLE,
        [
            context(phrases.IMPORT_INTRO.format(kilobytes=f"{MOST_BYTES // 1000:,}", rows=MOST_ROWS)),
            case_field(cases, chosen),
            field_block("file", phrases.IMPORT_FILE, {**file_input(), "max_files": 1}, optional=True),
            field_block(
                "text",
                phrases.IMPORT_TEXT,
                line_input(longest=LONGEST_TEXT, multiline=True),
                optional=True,
                hint=phrases.IMPORT_TEXT_HINT,
            ),
        ],
        callback="import.read",
        memo=memo,
        submit=phrases.IMPORT_READ,
        close=phrases.CLOSE,
    )


def import_preview(plan: Plan, *, zone: str, now: datetime, text: str, memo: str, told: str = "") -> View:
    """Return what an import would do, with what must be decided about it.

    Args:
        text: the pasted lines, which can be corrected here; nothing if a file was uploaded.
        told: what happened meanwhile.
    """
    parts = paragraphs(_lines(plan, zone=zone, now=now))
    shown = parts[:_MOST_PARTS]
    if len(parts) > _MOST_PARTS:
        left = sum(part["text"]["text"].count("\n") + 1 for part in parts[_MOST_PARTS:])
        shown.append(context(phrases.IMPORT_MORE.format(count=left)))
    is_idle = not plan.to_do and plan.is_clear
    return modal(
        phrases.IMPORT_PREVIEW,
        [
            *([section(told)] if told else []),
            section(_summary(plan)),
            *shown,
            *([] if is_idle else _decisions(plan, text)),
        ],
        callback="import.save",
        memo=memo,
        submit="" if is_idle else phrases.SAVE,
        close=phrases.CLOSE,
    )


def _summary(plan: Plan) -> str:
    wrong = plan.wrong
    counts = {**{deed.value: len(plan.of(deed)) for deed in Deed}, "wrong": wrong}
    said_counts = [phrases.IMPORT_COUNTS[name].format(count=count) for name, count in counts.items() if count]
    case = f"{plan.case.ref} {said(plan.case.caption, 200)}"
    lines = [phrases.IMPORT_INTO.format(case=case, counts=", ".join(said_counts))]
    lines += [phrases.IMPORT_NOTHING] if plan.is_known else []
    return "\n".join([*lines, *(said(note, 500) for note in plan.notes)])


def _decisions(plan: Plan, text: str) -> Iterator[Block]:
    if plan.of(Deed.ASKED):
        ways = {
            Alike.SAME: phrases.IMPORT_ALIKE_SAME,
            Alike.NEW: phrases.IMPORT_ALIKE_NEW,
            Alike.LEAVE: phrases.IMPORT_ALIKE_LEAVE,
        }
        choices = [option(label, way.value) for way, label in ways.items()]
        yield field_block("alike", phrases.IMPORT_ALIKE, radio(choices, chosen=None))
    boxes = list(_boxes(plan))
    if boxes:
        element: Block = {"type": "checkboxes", "action_id": "value", "options": boxes}
        yield field_block("choose", phrases.IMPORT_CHOOSE, element, optional=True)
    if text:
        corrected = line_input(initial=text, longest=LONGEST_TEXT, multiline=True)
        yield field_block("text", phrases.IMPORT_EDIT, corrected, hint=phrases.IMPORT_EDIT_HINT)


def _boxes(plan: Plan) -> Iterator[Block]:
    if plan.faults:
        wrong = plan.wrong
        good = len(plan.to_do) + len(plan.of(Deed.ASKED))
        yield option(phrases.IMPORT_EVEN_SO.format(good=good, wrong=wrong), EVEN_SO)
    if plan.starts:
        label = phrases.IMPORT_WITH_DEADLINES.format(count=plan.starts)
        yield option(label, WITH_DEADLINES, phrases.IMPORT_WITH_DEADLINES_HINT)


def _lines(plan: Plan, *, zone: str, now: datetime) -> Iterator[str]:
    """Yield what is wrong first, then what would be done."""
    if plan.faults:
        yield phrases.IMPORT_WRONG
        yield from map(_fault, plan.faults)
    for deed, title in (
        (Deed.ASKED, phrases.IMPORT_ASKED),
        (Deed.CHANGED, phrases.IMPORT_CHANGED),
        (Deed.NEW, phrases.IMPORT_NEW),
        (Deed.LEFT, phrases.IMPORT_LEFT),
    ):
        steps = plan.of(deed)
        if steps:
            yield title
        for step in steps:
            yield "\n".join(_step(step, zone=zone, now=now))


def _fault(fault: Fault) -> str:
    typed = phrases.IMPORT_TYPED.format(typed=said(fault.typed, 100)) if fault.typed else ""
    return phrases.IMPORT_FAULT.format(
        line=fault.line, column=said(fault.column, 60), typed=typed, sentence=said(fault.sentence, 600)
    )


def _step(step: Step, *, zone: str, now: datetime) -> Iterator[str]:
    row = step.row
    when = f"{long_date(row.on_date)}{f', {hour(row.at, zone)}' if row.at else ''}"
    kind = phrases.KINDS[row.kind] if row.kind else phrases.IMPORT_AS_A_DEADLINE
    if step.subject:
        yield phrases.IMPORT_LINE_OF.format(line=row.line, ref=step.subject.ref, title=said(row.title, 150), when=when)
    else:
        line = phrases.IMPORT_LINE.format(line=row.line, kind=kind, title=said(row.title, 150), when=when)
        yield f"{line}{phrases.IMPORT_LINE_VACATED if row.is_vacated else ''}"
    for each in step.differences:
        column = phrases.COLUMNS.get(each.column, each.column)
        old, new = (_value(value, zone) for value in (each.was, each.told))
        yield phrases.IMPORT_DIFFERENCE.format(column=column, old=old, new=new)
    yield from (f"      {said(note, 300)}" for note in row.notes)
    for moved in step.moves:
        deadline, title = moved.deadline, said(moved.deadline.title, 80)
        old = long_date(deadline.due)
        new = long_date(moved.answer.due) if moved.answer else ""
        template = phrases.IMPORT_MOVES if moved.answer else phrases.IMPORT_LOSES
        yield template.format(ref=deadline.ref, title=title, old=old, new=new)
    for answer in step.starts:
        line = phrases.IMPORT_FOLLOWS.format(
            title=said(answer.title, 100), due=long_date(answer.due), citation=said(answer.citation, 80)
        )
        yield line if may_start(answer, now) else f"{line}{phrases.IMPORT_PASSED}"


def _value(value: object, zone: str) -> str:
    """Return a value as people read it: dates in full, nothing as a word."""
    if isinstance(value, datetime):
        return f"{long_date(value.astimezone(ZoneInfo(zone)).date())}, {hour(value, zone)}"
    if isinstance(value, date):
        return long_date(value)
    return said(str(value or ""), 120) or phrases.UNDO_EMPTY
