"""The App Home view."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers import phrases
from handlers.views.blocks import Block, View, actions, button, context, header, section
from handlers.views.lists import Item
from handlers.views.text import short_date

SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The first lines of a list, and how long it is."""

    items: Sequence[Item] = ()
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What stands on somebody's App Home."""

    has_cases: bool
    overdue: Part
    mine: Part
    team: Part
    hearings: Part
    unconfirmed: Part
    closed: Sequence[tuple[str, Sequence[date]]]


def home(shown: HomePage) -> View:
    """Return the Home view: what is late first, then mine, the team's, the hearings, what waits for a second person."""
    if not shown.has_cases:
        return {"type": "home", "blocks": [header(phrases.HOME_TITLE), section(phrases.HOME_EMPTY)]}
    blocks = [_quick_buttons()]
    if shown.overdue.total:
        blocks += _part(f":rotating_light: {phrases.HOME_OVERDUE}", shown.overdue, "/deadline list")
    blocks += _part(phrases.HOME_MINE, shown.mine, "/deadline list")
    blocks += _part(phrases.HOME_TEAM, shown.team, "/deadline list")
    blocks += _part(phrases.HOME_HEARINGS, shown.hearings, "/hearing list")
    blocks += _part(phrases.HOME_UNCONFIRMED, shown.unconfirmed, "/deadline list")
    return {"type": "home", "blocks": [*blocks, header(phrases.CLOSED_DAYS), section(_closed(shown.closed))]}


def _quick_buttons() -> Block:
    return actions(
        button(phrases.ADD_HEARING, "form.open.hearing", "hearing", style="primary"),
        button(phrases.ADD_ORDER, "form.open.order", "order"),
        button(phrases.ADD_RULING, "form.open.ruling", "ruling"),
    )


def _part(title: str, part: Part, command: str) -> list[Block]:
    if not part.items:
        return [header(title), context(phrases.HOME_NONE)]
    blocks = [header(title), *(item.block for item in part.items)]
    if part.total > len(part.items):
        blocks.append(context(phrases.HOME_MORE.format(count=part.total - len(part.items), command=command)))
    return blocks


def _closed(courts: Sequence[tuple[str, Sequence[date]]]) -> str:
    return "\n".join(
        phrases.CLOSED_AT.format(court=court, days="; ".join(short_date(day) for day in days))
        if days
        else phrases.NO_CLOSED_DAYS.format(court=court)
        for court, days in courts
    )
