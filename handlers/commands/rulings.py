"""Telling what a ruling on a question of law did: to whoever gave it, to each case's channels, to those who owe."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlmodel import Session

from bot.docket.desk import Change
from bot.docket.errors import EmptyError
from bot.docket.moving import Moved
from bot.docket.settling import Settled
from bot.docket.sight import Viewer, visible_cases
from bot.law import Court
from bot.rulebook import Rulebook
from handlers import announcing, phrases
from handlers.law_words import moved_lines, question_said, reading_said
from handlers.replies import FieldError, Reply
from handlers.views.blocks import Message, context, message, section
from handlers.views.law import date_lines
from handlers.views.text import court_name, named, said
from storage.cases import cases_of_channel
from storage.docket import Deadline

_SENTENCE = 600
_REASON = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Somebody settled a question for a court, or opened it again (then `reading` is None)."""

    by: str
    court: Court
    question: str
    reading: str | None
    reason: str

    def said(self, book: Rulebook) -> str:
        """Return who ruled what, and why, in the language that is spoken now."""
        told = {
            "by": named(self.by),
            "court": said(court_name(self.court.name)),
            "sentence": said(question_said(book, self.question), _SENTENCE),
            "reason": said(self.reason, _REASON).rstrip("."),
        }
        if self.reading is None:
            return phrases.REVERSED_NOW.format(**told)
        reading = said(reading_said(book, self.question, self.reading), _SENTENCE)
        return phrases.SETTLED_NOW.format(**told, reading=reading)


@contextmanager
def reason_needed() -> Iterator[None]:
    """Let a missing reason be told under the field in which it is missing."""
    try:
        yield
    except EmptyError as error:
        raise FieldError("reason", str(error)) from None


def told_of(change: Change, ruling: Ruling, done: Settled, who: Viewer) -> Reply:
    """Return what a ruling leads to: whoever gave it is told of the cases that they may see, and of no other.

    They are told nothing apart where the channel in which they ask is told all of that.
    """
    session, seen = change.session, {case.key for case in visible_cases(change.session, who)}
    moved = [one.deadline for one in done.moved]
    touched = [*moved, *done.restated]
    told = seen & {deadline.case_id for deadline in touched}
    here = {case.key for case in cases_of_channel(session, who.channel_id)} if who.channel_id else set()
    shown = tuple(deadline.ref for deadline in moved if deadline.case_id in seen)

    def report(case_ids: Collection[int]) -> Message:
        theirs = [one for one in done.moved if one.deadline.case_id in case_ids]
        restated = [deadline for deadline in done.restated if deadline.case_id in case_ids]
        return _report(session, change.book, ruling, theirs, restated)

    def letter(owed: Sequence[Deadline]) -> Message:
        keys = {deadline.key for deadline in owed}
        return _report(session, change.book, ruling, [one for one in done.moved if one.deadline.key in keys], ())

    return Reply(
        message=None if told and told <= here else report(seen),
        cards=shown,
        stale=tuple(deadline.ref for deadline in touched if deadline.ref not in shown),
        notices=announcing.to_channels(session, (one.case_id for one in touched), lambda case_id: report({case_id})),
        letters=announcing.to_owners(session, moved, letter, besides=ruling.by),
    )


def _report(
    session: Session, book: Rulebook, ruling: Ruling, moved: Sequence[Moved], restated: Sequence[Deadline]
) -> Message:
    blocks = [section(ruling.said(book))]
    if moved or not restated:
        blocks.append(section(date_lines(moved_lines(session, moved), empty=phrases.NO_DATE_MOVES)))
    small = [phrases.CONFIRM_ANEW] if moved else []
    if restated:
        small.append(phrases.EXPLAINED_ANEW.format(refs=", ".join(deadline.ref for deadline in restated[:30])))
    if ruling.reading is not None:
        small.append(phrases.HOW_TO_REVERSE.format(court=ruling.court.id, id=said(ruling.question, 120)))
    return message(*blocks, *([context("\n".join(small))] if small else []))
