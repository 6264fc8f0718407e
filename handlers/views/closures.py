"""Closings that the team recorded, and the forms that record and withdraw them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.law import Court
from handlers import phrases
from handlers.views.blocks import View, date_input, field_block, line_input, menu, modal, option, section
from handlers.views.law import DateLine, LawItem, date_lines
from handlers.views.text import long_date, named, said

MOST_OPTIONS = 100
NAME_LENGTH = 150
SOURCE_LENGTH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureShown:
    """A closing of a court as it was recorded, and withdrawn if it was."""

    court: str
    court_name: str
    day: date
    name: str
    source: str
    by: str
    on: date
    withdrawn_by: str = ""
    withdrawn_on: date | None = None
    withdrawn_because: str = ""

    @property
    def key(self) -> str:
        """Return what a button carries of it."""
        return f"{self.court} {self.day.isoformat()}"

    @property
    def text(self) -> str:
        """Return it as a line."""
        told = {"day": long_date(self.day), "court": said(self.court_name, 100), "name": said(self.name, NAME_LENGTH)}
        if self.withdrawn_on:
            by, why = named(self.withdrawn_by), said(self.withdrawn_because, SOURCE_LENGTH)
            return phrases.CLOSURE_WITHDRAWN.format(**told, by=by, on=long_date(self.withdrawn_on), reason=why)
        source = said(self.source, SOURCE_LENGTH)
        return phrases.CLOSURE_ITEM.format(**told, source=source, by=named(self.by), on=long_date(self.on))

    @property
    def item(self) -> LawItem:
        """Return it as a line of a list, with the button that withdraws it."""
        if self.withdrawn_on:
            return LawItem(text=self.text)
        return LawItem(text=self.text, action="closure.withdraw", ref=self.key, label=phrases.WITHDRAW)


def closure_form(courts: Sequence[Court], *, memo: str) -> View:
    """Return the form that records a closing."""
    options = [option(court.name, court.id) for court in courts[:MOST_OPTIONS]]
    only = courts[0].id if len(courts) == 1 else None
    name = line_input(longest=NAME_LENGTH, hint=phrases.WHAT_CLOSED_IT_EXAMPLE)
    source = line_input(longest=SOURCE_LENGTH, hint=phrases.WHO_SAYS_SO_EXAMPLE)
    return modal(
        phrases.RECORD_CLOSURE,
        [
            field_block("court", phrases.COURT, menu(options, chosen=only)),
            field_block("day", phrases.DAY, date_input()),
            field_block("name", phrases.WHAT_CLOSED_IT, name, hint=phrases.TELLS_EVERYBODY),
            field_block("source", phrases.WHO_SAYS_SO, source),
        ],
        callback="closure.add",
        memo=memo,
        submit=phrases.SAVE,
    )


def withdraw_form(shown: ClosureShown, moving: Sequence[DateLine], *, memo: str) -> View:
    """Return the form that withdraws a closing; it shows what would move back, once somebody decides so."""
    would = date_lines(moving, empty=phrases.NOTHING_WOULD_MOVE)
    told = f"{phrases.IF_WITHDRAWN}\n{would}" if moving else would
    reason = line_input(longest=SOURCE_LENGTH, multiline=True)
    return modal(
        phrases.WITHDRAW_TITLE,
        [
            section(shown.text),
            section(told),
            field_block("reason", phrases.WHY_WITHDRAWN, reason, hint=phrases.TELLS_EVERYBODY),
        ],
        callback="closure.withdraw",
        memo=memo,
        submit=phrases.WITHDRAW,
    )
