"""The App Home view, and the pages that its longer lists open."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.docket.closed_ahead import ClosedCourts
from handlers import phrases
from handlers.views.blocks import Block, View, actions, button, context, divider, header, modal, section
from handlers.views.glance import closed_glance
from handlers.views.lists import Continuation, Item, Page, turning

SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The first lines of a list, and how long it is."""

    items: Sequence[Item] = ()
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What stands on somebody's App Home.

    Args:
        conflicts: sentences, without buttons.
        proposals: how many dates wait for a decision because the law or a calendar changed.
        closed: the courts, and the weekdays ahead on which they are closed.
    """

    has_cases: bool
    overdue: Part
    mine: Part
    team: Part
    hearings: Part
    unconfirmed: Part
    conflicts: Part = field(default_factory=Part)
    proposals: int = 0
    closed: Sequence[ClosedCourts]


def home(shown: HomePage) -> View:
    """Return the Home view: what is late first, then mine, the team's, the hearings, what waits for a second person."""
    if not shown.has_cases:
        blocks = [header(phrases.HOME_TITLE), section(phrases.HOME_EMPTY), actions(_open_a_case())]
        return {"type": "home", "blocks": blocks}
    blocks = [_quick_buttons(), context(_at_a_glance(shown))]
    if shown.overdue.total:
        blocks += _part("overdue", f":rotating_light: {phrases.HOME_OVERDUE}", shown.overdue)
    if shown.proposals:
        blocks.append(_proposals(shown.proposals))
    if shown.conflicts.total:
        blocks += _part("conflicts", phrases.CONFLICTS_TITLE, shown.conflicts)
    blocks += _part("mine", phrases.HOME_MINE, shown.mine)
    blocks += _part("team", phrases.HOME_TEAM, shown.team)
    blocks += _part("hearings", phrases.HOME_HEARINGS, shown.hearings)
    blocks += _part("unconfirmed", phrases.HOME_UNCONFIRMED, shown.unconfirmed)
    return {"type": "home", "blocks": [*blocks, divider(), header(phrases.CLOSED_DAYS), *closed_glance(shown.closed)]}


def list_page(name: str, title: str, items: Sequence[Item], *, page: Page) -> View:
    """Return one page of a list, laid over Slack; its buttons turn it in place."""
    blocks = [item.block for item in items] or [context(phrases.HOME_NONE)]
    blocks += turning(page, "list", lambda number: f"{name} {number}")
    return modal(title, blocks, close=phrases.CLOSE, memo=json.dumps({"home": True}))


def _quick_buttons() -> Block:
    return actions(
        button(phrases.ADD_HEARING, "form.open.hearing", "hearing", style="primary"),
        button(phrases.ADD_ORDER, "form.open.order", "order"),
        button(phrases.ADD_RULING, "form.open.ruling", "ruling"),
        button(phrases.NEW_ENTRY, "entry.new", "new"),
    )


def _open_a_case() -> Block:
    return button(phrases.ADD_CASE, "command.run.case", Continuation(line="/case").value, style="primary")


def _at_a_glance(shown: HomePage) -> str:
    """Return how much there is of everything, in one line."""
    return phrases.HOME_GLANCE.format(
        overdue=shown.overdue.total,
        mine=shown.mine.total,
        team=shown.team.total,
        hearings=shown.hearings.total,
        unconfirmed=shown.unconfirmed.total,
    )


def _part(name: str, title: str, part: Part) -> list[Block]:
    if not part.items:
        return [header(title), context(phrases.HOME_NONE)]
    blocks = [header(title), *(item.block for item in part.items)]
    if part.total > len(part.items):
        label = phrases.HOME_MORE.format(count=part.total - len(part.items))
        blocks.append(actions(button(label, "list.open", f"{name} 1")))
    return blocks


def _proposals(count: int) -> Block:
    told = phrases.HOME_PROPOSAL if count == 1 else phrases.HOME_PROPOSALS.format(count=count)
    return section(told, accessory=button(phrases.OPEN, "list.open", "proposals 1"))
