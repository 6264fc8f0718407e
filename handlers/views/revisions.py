"""Dates that wait for a decision, old → new, with the buttons and forms that decide about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from handlers import phrases
from handlers.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    divider,
    field_block,
    header,
    line_input,
    message,
    modal,
    paragraphs,
    section,
)
from handlers.views.inputs import decide_button
from handlers.views.law import DateLine, date_lines
from handlers.views.lists import Page, pages_of, turning
from handlers.views.text import long_date, named, said

REASON_LENGTH = 500
MOST_AT_ONCE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody asked about a date before it moves."""

    by: str
    on: date
    question: str

    @property
    def text(self) -> str:
        """Return it as a line."""
        asked = said(self.question, REASON_LENGTH)
        return phrases.CHANGE_ASKED.format(by=named(self.by), day=long_date(self.on), question=asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """A date that would move, why, and what was asked about it. `cause` names what shifted."""

    line: DateLine
    why: tuple[str, ...]
    cause: str
    asked: Asked | None = None

    @property
    def value(self) -> str:
        """Return what a button carries of it: which date, and what was seen of it."""
        return f"{self.line.ref} {self.cause} {self.line.new or 'none'}"

    @property
    def blocks(self) -> list[Block]:
        """Return the date, old → new, and what can be decided about it."""
        lines, value = [self.line.text, *([self.asked.text] if self.asked else [])], self.value
        buttons = [button(phrases.KEEP_DATE, "change.keep", value), button(phrases.ASK, "change.ask", value)]
        if self.line.new is None:
            lines.append(phrases.CHANGE_KEEP_OR_MOOT.format(ref=self.line.ref))
        else:
            buttons.insert(0, button(phrases.APPLY, "change.apply", value, style="primary"))
            buttons.append(button(phrases.EXPLAIN_NEW, "change.explain", value))
        return [section("\n".join(lines)), actions(*buttons)]


def changes_page(shown: Sequence[ProposalShown], *, page: Page, command: str, told: str = "") -> Message:
    """Return one page of what waits for a decision, by what causes it.

    Args:
        told: what was just decided, above the list.
        command: shows the other pages when a number is put behind it.
    """
    above = [section(told)] if told else []
    if not shown:
        return message(*above, header(phrases.CHANGES), section(phrases.NO_CHANGES))
    blocks = [*above, header(phrases.CHANGES), *proposal_blocks(shown[page.span])]
    blocks += turning(page, "command.run", pages_of(command))
    return message(*blocks)


def proposal_blocks(shown: Sequence[ProposalShown]) -> list[Block]:
    """Return dates that would move, those of one cause together; several of one cause can be applied at once."""
    blocks: list[Block] = []
    for cause, group in groupby(shown, key=lambda one: one.cause):
        together = list(group)
        blocks += [divider()] if blocks else []
        blocks.append(section("\n".join(together[0].why)))
        blocks += [block for one in together for block in one.blocks]
        movable = [one for one in together if one.line.new is not None]
        if len(movable) > 1:
            all_of_them = phrases.APPLY_ALL.format(count=len(movable))
            blocks.append(actions(button(all_of_them, "change.apply_all", cause)))
    return blocks


def in_order(shown: Sequence[ProposalShown]) -> list[ProposalShown]:
    """Return proposals with those of one cause together, the cause of the earliest date first."""
    causes = {cause: rank for rank, cause in reversed(list(enumerate(one.cause for one in shown)))}
    return sorted(shown, key=lambda one: causes[one.cause])


def apply_all_form(shown: Sequence[ProposalShown], *, memo: str) -> View:
    """Return the form that applies every new date of one cause; it shows each of them first."""
    lines = [one.line.text for one in shown]
    return modal(
        phrases.APPLY_ALL_TITLE,
        [section("\n".join(shown[0].why)), *paragraphs(lines), context(phrases.APPLY_ALL_INTRO)],
        callback="change.apply_all",
        memo=memo,
        submit=phrases.APPLY,
    )


def keep_form(shown: ProposalShown, *, memo: str) -> View:
    """Return the form that keeps a date; it asks why."""
    title = phrases.KEEP_TITLE.format(ref=shown.line.ref)
    entered = line_input(longest=REASON_LENGTH, multiline=True, hint=phrases.WHY_KEPT_EXAMPLE)
    return _decision(shown, title, field_block("reason", phrases.WHY_KEPT, entered), callback="change.keep", memo=memo)


def ask_form(shown: ProposalShown, *, memo: str) -> View:
    """Return the form that asks a question before a date moves."""
    title = phrases.ASK_TITLE.format(ref=shown.line.ref)
    entered = line_input(longest=REASON_LENGTH, multiline=True, hint=phrases.WHAT_IS_ASKED_EXAMPLE)
    asked = field_block("question", phrases.WHAT_IS_ASKED, entered)
    return _decision(shown, title, asked, callback="change.ask", memo=memo)


def new_date_explained(line: DateLine, steps: Sequence[str]) -> Message:
    """Return how the new date was counted."""
    heading = phrases.NEW_DATE.format(ref=line.ref, title=said(line.title, 120), day=line.end)
    return message(section(heading), *paragraphs([said(step, 600) for step in steps]))


def notice_of_changes(head: str, lines: Sequence[DateLine], case_ref: str = "") -> Message:
    """Return what a channel is told of dates that would move: which, and the button to decide."""
    return message(
        section(head), section(date_lines(lines, empty=phrases.NO_CHANGES)), actions(decide_button(case_ref))
    )


def _decision(shown: ProposalShown, title: str, field: Block, *, callback: str, memo: str) -> View:
    blocks = [section(shown.line.text), section("\n".join(shown.why)), field]
    return modal(title, blocks, callback=callback, memo=memo, submit=phrases.SAVE)
