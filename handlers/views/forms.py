"""Forms: what a command asks for when nothing was typed behind it, or when too little was."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.law import Court
from handlers import phrases
from handlers.told_dates import ToldDate
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
    section,
    time_input,
)
from handlers.views.cards import CaseLine
from handlers.views.text import court_name, said
from storage.docket import Entry

TITLE_LENGTH = 300
LINK_LENGTH = 600
NOTE_LENGTH = 500
MOST_OPTIONS = 100


def case_form(courts: Sequence[Court], *, memo: str) -> View:
    """Return the form that opens a case."""
    offered = [(_group_of(court), option(court_name(court.name), court.id)) for court in courts]
    groups = [
        (label, [choice for group, choice in offered if group == label][:MOST_OPTIONS])
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


def move_form(hearing: Entry, case: CaseLine, *, memo: str, caution: str = "", told: ToldDate | None = None) -> View:
    """Return the form that moves a hearing: from where it stands, or to what was told, whose hour may be missing."""
    start = hearing.starts_at.astimezone(ZoneInfo(hearing.zone)).time() if hearing.starts_at else None
    return modal(
        f"{phrases.MOVE} {hearing.ref}",
        [
            *([context(told.note)] if told else []),
            section("\n".join(filter(None, (said(hearing.title), case.text, caution)))),
            field_block("day", phrases.DAY, date_input(told.day if told else hearing.on_date)),
            field_block("time", phrases.TIME, time_input(told.hour if told else start)),
            field_block("reason", phrases.REASON, line_input(longest=TITLE_LENGTH, hint=phrases.MOVE_REASON_HINT)),
        ],
        callback="hearing.move",
        memo=memo,
        submit=phrases.SAVE,
    )


def vacate_form(hearing: Entry, case: CaseLine, *, memo: str, caution: str = "") -> View:
    """Return the form that takes a hearing off calendar."""
    return modal(
        f"{phrases.VACATE} {hearing.ref}",
        [
            section("\n".join(filter(None, (said(hearing.title), case.text, caution)))),
            field_block("reason", phrases.REASON, line_input(longest=TITLE_LENGTH, hint=phrases.VACATE_REASON_HINT)),
        ],
        callback="hearing.vacate",
        memo=memo,
        submit=phrases.SAVE,
    )


def which_case_form(
    title: str,
    cases: Sequence[CaseLine],
    *,
    chosen: str | None = None,
    more: Sequence[Block] = (),
    callback: str,
    memo: str,
) -> View:
    """Return the first step where it is not yet said which case something is about, and perhaps more."""
    blocks = [context(phrases.CHOOSE_FIRST), case_field(cases, chosen), *more]
    return modal(title, blocks, callback=callback, memo=memo, submit=phrases.NEXT)


def case_field(cases: Sequence[CaseLine], chosen: str | None, *, watched: bool = False) -> Block:
    """Return the choice of a case; where there is only one it is chosen. A watched one brings its court's triggers."""
    only = cases[0].ref if len(cases) == 1 else chosen
    options = [option(case.label, case.ref) for case in cases[:MOST_OPTIONS]]
    block = field_block("case", phrases.CASE, menu(options, chosen=only))
    if watched:
        block["dispatch_action"] = True
        block["element"]["action_id"] = "entry.case"
    return block


def _group_of(court: Court) -> str:
    """Return the heading under which a court is chosen."""
    return phrases.COURT_GROUPS["KH" if court.country == "KH" else court.kind]
