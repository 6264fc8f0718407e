"""Forms that make a deadline or suppose one: a date that was set, a rule to be counted, what if."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.law import Answer
from handlers import phrases
from handlers.views.blocks import (
    Block,
    View,
    actions,
    button,
    context,
    date_input,
    field_block,
    grouped_menu,
    line_input,
    menu,
    modal,
    option,
    paragraphs,
    person_input,
    section,
    time_input,
)
from handlers.views.cards import CaseLine
from handlers.views.deadline_pages import reasoning, what_is_due
from handlers.views.forms import LINK_LENGTH, MOST_OPTIONS, NOTE_LENGTH, TITLE_LENGTH, case_field
from handlers.views.inputs import radio
from handlers.views.text import fitted, long_date, said
from storage.docket import Deadline

AS_BEFORE = "as before"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSet:
    """A deadline that no rule computed, while it is entered: what was typed or filled in so far.

    Args:
        setter: `court` or `us`; `entry` is the short id of the order by which a court did.
        assumed: what was assumed when its date was read.
    """

    case_ref: str | None = None
    title: str = ""
    day: date | None = None
    at_time: time | None = None
    setter: str = ""
    entry: str = ""
    link: str = ""
    citation: str = ""
    note: str = ""
    owner: str | None = None
    assumed: str = ""


def add_form(cases: Sequence[CaseLine], dated: DateSet, *, cautions: Sequence[str] = (), memo: str) -> View:
    """Return the form for a date that a court set, or that people set themselves; cautions stand above the fields."""
    setters = [option(label, name) for name, label in phrases.DEADLINE_SETTERS.items()]
    chosen = list(phrases.DEADLINE_SETTERS).index(dated.setter) if dated.setter else 0
    compute = button(phrases.DEADLINE_COMPUTE, "deadline.compute", dated.case_ref or "-")
    return modal(
        phrases.DEADLINE_ADD,
        [
            section(phrases.DEADLINE_OR_COMPUTE),
            actions(compute),
            *([context(phrases.ASSUMED.format(note=said(dated.assumed)))] if dated.assumed else []),
            *paragraphs(cautions),
            case_field(cases, dated.case_ref),
            field_block("title", phrases.TITLE, line_input(initial=dated.title, longest=TITLE_LENGTH)),
            field_block("day", phrases.DEADLINE_DUE_DAY, date_input(dated.day)),
            field_block("time", phrases.EXTEND_TIME, time_input(dated.at_time), optional=True),
            field_block(
                "setter", phrases.DEADLINE_SET_BY, radio(setters, chosen=chosen), hint=phrases.DEADLINE_SETTER_HINT
            ),
            field_block(
                "entry",
                phrases.DEADLINE_BY_ENTRY,
                line_input(initial=dated.entry, longest=20),
                optional=True,
                hint=phrases.DEADLINE_BY_ENTRY_HINT,
            ),
            field_block("link", phrases.LINK, line_input(initial=dated.link, longest=LINK_LENGTH), optional=True),
            field_block(
                "citation", phrases.DEADLINE_CITATION, line_input(initial=dated.citation, longest=200), optional=True
            ),
            field_block("note", phrases.NOTE, line_input(initial=dated.note, longest=NOTE_LENGTH), optional=True),
            field_block("owner", phrases.OWNER, person_input(dated.owner), optional=True),
        ],
        callback="deadline.add",
        memo=memo,
        submit=phrases.SAVE,
        close=phrases.CLOSE,
    )


def rule_form(cases: Sequence[CaseLine], *, chosen: str | None, callback: str, memo: str) -> View:
    """Return the form that has a rule counted from a day, to be recorded or only supposed."""
    title = phrases.DEADLINE_COMPUTE if callback == "deadline.compute" else phrases.DEADLINE_WHATIF
    services = [option(label, name) for name, label in phrases.SERVICES.items()]
    return modal(
        title,
        [
            case_field(cases, chosen),
            field_block("rule", phrases.DEADLINE_RULE, line_input(longest=100), hint=phrases.DEADLINE_RULE_HINT),
            field_block("start", phrases.DEADLINE_START, date_input()),
            field_block("time", phrases.TIME_FOR_HOURS, time_input(), optional=True),
            field_block("service", phrases.SERVICE, menu(services, chosen="none")),
        ],
        callback=callback,
        memo=memo,
        submit=phrases.PREVIEW,
        close=phrases.CLOSE,
    )


def computed_preview(
    answer: Answer,
    case: CaseLine,
    *,
    counted: str,
    notes: Sequence[str],
    cautions: Sequence[str] = (),
    owner: str | None = None,
    memo: str,
) -> View:
    """Return what a rule gives, with its reasoning, to be put on the docket or not; cautions stand above its owner."""
    return modal(
        phrases.DEADLINE_COMPUTE,
        [
            section(f"{case.text}\n{counted}"),
            section("\n".join([*what_is_due(answer), *notes])),
            *reasoning(answer),
            *paragraphs(cautions),
            field_block("owner", phrases.OWNER, person_input(owner), optional=True),
        ],
        callback="deadline.save",
        memo=memo,
        submit=phrases.SAVE,
        close=phrases.BACK,
    )


def whatif_form(deadline: Deadline, case: CaseLine, *, readings: Sequence[tuple[str, str]], memo: str) -> View:
    """Return the form that supposes something about one deadline.

    Args:
        readings: each question on which its date rests, with one way to read it.
    """
    kinds = [option(label, name) for name, label in phrases.WHATIF_KINDS.items()]
    questions = [
        option(phrases.WHATIF_READING.format(question=question, reading=reading), f"{question} {reading}")
        for question, reading in readings
    ]
    groups = [(phrases.WHATIF_SUPPOSED, kinds), (phrases.WHATIF_READINGS, questions[:MOST_OPTIONS])]
    services = [option(phrases.WHATIF_AS_BEFORE, AS_BEFORE)]
    services += [option(label, name) for name, label in phrases.SERVICES.items()]
    about = f"*{deadline.ref}* · {said(deadline.title)}\n*{long_date(deadline.due)}* · {case.text}"
    blocks: list[Block] = [
        section(about),
        context(phrases.NOTHING_IS_SAVED),
        field_block("what", phrases.WHATIF_SUPPOSED, grouped_menu(groups, chosen="served")),
        field_block("day", phrases.WHATIF_DAY, date_input(), optional=True),
        field_block("service", phrases.WHATIF_SERVICE, menu(services, chosen=AS_BEFORE), optional=True),
    ]
    title = fitted(f"{phrases.DEADLINE_WHATIF}: {deadline.ref}", 24)
    return modal(title, blocks, callback="deadline.whatif", memo=memo, submit=phrases.PREVIEW, close=phrases.CLOSE)
