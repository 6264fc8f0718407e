"""A case: how it stands, who sees it, what is ahead in it; and the forms that change it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers import phrases
from handlers.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    field_block,
    line_input,
    message,
    modal,
    section,
)
from handlers.views.cards import CaseLine
from handlers.views.forms import TITLE_LENGTH, case_field
from handlers.views.lists import Item
from handlers.views.text import long_date, named, said
from storage.cases import Case

MOST_AHEAD = 20
MOST_PEOPLE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseState:
    """How a case stands.

    Args:
        next_deadline: the day of the next open deadline, its short id and its title; `next_hearing` likewise.
        channels: those that follow it and that whoever looks is in; `people`: everybody who may see it.
    """

    our_side: str = ""
    closed_on: date | None = None
    open_deadlines: int = 0
    unconfirmed: int = 0
    hearings: int = 0
    entries: int = 0
    next_deadline: tuple[date, str, str] | None = None
    next_hearing: tuple[date, str, str] | None = None
    channels: Sequence[str] = ()
    people: Sequence[str] = ()


def case_page(case: CaseLine, items: Sequence[Item], state: CaseState | None = None) -> Message:
    """Return a case, how it stands and what is ahead in it."""
    state = state or CaseState()
    ahead: list[Block] = [item.block for item in items[:MOST_AHEAD]]
    return message(
        section("\n".join([case.text, *_told_first(state)])),
        section("\n".join(_counted(state))),
        *(ahead or [section(phrases.NOTHING_DUE)]),
        *_audience(state),
        _buttons(case.ref, is_closed=state.closed_on is not None),
    )


def edit_form(case: Case, line: CaseLine, *, memo: str) -> View:
    """Return the form that names a case anew."""
    return modal(
        f"{phrases.EDIT_CASE} {case.ref}",
        [
            section(line.text),
            field_block("number", phrases.DOCKET_NUMBER, line_input(initial=case.docket_number, longest=100)),
            field_block("caption", phrases.CAPTION, line_input(initial=case.caption, longest=TITLE_LENGTH)),
            field_block(
                "alias",
                phrases.CODE_NAME,
                line_input(initial=case.alias, longest=80),
                optional=True,
                hint=phrases.CODE_NAME_HINT,
            ),
            field_block("side", phrases.OUR_SIDE, line_input(initial=case.our_side, longest=100), optional=True),
        ],
        callback="case.edit",
        memo=memo,
        submit=phrases.SAVE,
    )


def close_form(cases: Sequence[CaseLine], chosen: str | None, *, memo: str) -> View:
    """Return the form that closes a case."""
    reason = line_input(longest=TITLE_LENGTH, hint=phrases.CLOSE_CASE_REASON_HINT)
    blocks = [case_field(cases, chosen), field_block("reason", phrases.REASON, reason, hint=phrases.CLOSE_CASE_HINT)]
    return modal(phrases.CLOSE_CASE, blocks, callback="case.close", memo=memo, submit=phrases.SAVE)


def choice_form(title: str, cases: Sequence[CaseLine], *, callback: str, memo: str, warning: str = "") -> View:
    """Return the form that asks which case is meant."""
    told = [section(warning)] if warning else []
    blocks = [*told, case_field(cases, None)]
    return modal(title, blocks, callback=callback, memo=memo, submit=phrases.NEXT)


def _told_first(state: CaseState) -> list[str]:
    lines = [phrases.CASE_IS_CLOSED.format(day=long_date(state.closed_on))] if state.closed_on else []
    return [*lines, phrases.CASE_OUR_SIDE.format(side=said(state.our_side, 100))] if state.our_side else lines


def _counted(state: CaseState) -> list[str]:
    lines = [
        phrases.CASE_COUNTS.format(
            open=state.open_deadlines, unconfirmed=state.unconfirmed, hearings=state.hearings, entries=state.entries
        )
    ]
    for found, sentence in (
        (state.next_deadline, phrases.CASE_NEXT_DEADLINE),
        (state.next_hearing, phrases.CASE_NEXT_HEARING),
    ):
        if found:
            day, ref, title = found
            lines.append(sentence.format(day=long_date(day), ref=ref, title=said(title, 100)))
    return lines


def _audience(state: CaseState) -> list[Block]:
    texts = []
    if state.channels:
        channels = ", ".join(f"<#{channel}>" for channel in state.channels[:MOST_PEOPLE])
        texts.append(phrases.CASE_FOLLOWED_BY.format(channels=channels))
    if state.people:
        texts.append(phrases.CASE_SEEN_BY.format(people=_people(state.people)))
    return [context(*texts)] if texts else []


def _people(people: Sequence[str]) -> str:
    shown = ", ".join(named(person) for person in people[:MOST_PEOPLE])
    more = len(people) - MOST_PEOPLE
    return phrases.CASE_SEEN_BY_MORE.format(people=shown, count=more) if more > 0 else shown


def _buttons(ref: str, *, is_closed: bool) -> Block:
    if is_closed:
        return actions(button(phrases.REOPEN_CASE, "case.reopen", ref), button(phrases.EDIT_CASE, "case.edit", ref))
    return actions(
        button(phrases.ADD_HEARING, "form.open.hearing", f"hearing {ref}"),
        button(phrases.ADD_ORDER, "form.open.order", f"order {ref}"),
        button(phrases.ADD_RULING, "form.open.ruling", f"ruling {ref}"),
        button(phrases.EDIT_CASE, "case.edit", ref),
        button(phrases.CLOSE_CASE, "case.close", ref),
    )
