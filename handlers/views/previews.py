"""The preview of what would follow from an entry that is being recorded: each deadline, to be kept or dropped."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.docket.following import key_of
from bot.law import Answer
from handlers import phrases
from handlers.views.blocks import (
    Block,
    View,
    checkboxes,
    divider,
    field_block,
    modal,
    option,
    paragraphs,
    person_input,
    section,
)
from handlers.views.cards import CaseLine, condition_of, standing_in_words
from handlers.views.recording import Draft, form_title
from handlers.views.text import hour, long_date, said, short_date, zone_name
from storage.docket import EntryKind

BOXES = 10


def preview_form(
    draft: Draft,
    case: CaseLine,
    answers: Sequence[Answer],
    *,
    now: datetime,
    memo: str,
    owner: str | None = None,
    cautions: Sequence[str] = (),
) -> View:
    """Return what would follow: every deadline with its citation and its doubts, each to be kept or dropped.

    Args:
        owner: who is to owe the deadlines.
        cautions: what is odd about all of it together.
    """
    blocks: list[Block] = [
        section("\n".join([_introduction(draft, case, answers), *_doubtful(draft, now)])),
        *paragraphs(cautions),
    ]
    for answer in answers:
        blocks += [divider(), section("\n".join(_previewed(answer, now)))]
    for at in range(0, len(answers), BOXES):
        boxes = [_box(answer) for answer in answers[at : at + BOXES]]
        many = phrases.CHANGE_MANY.format(label=phrases.KEEP, first=at + 1, last=at + len(boxes))
        label = many if len(answers) > BOXES else phrases.KEEP
        blocks.append(field_block(f"keep.{at}", label, checkboxes(boxes), optional=True))
    if answers:
        blocks.append(field_block("owner", phrases.OWNER, person_input(owner), optional=True))
    return modal(
        form_title(draft.kind), blocks, callback="entry.save", memo=memo, submit=phrases.SAVE, close=phrases.BACK
    )


def doubtful_dates(on_date: date, served_on: date | None, *, today: date) -> list[str]:
    """Return what is odd about the dates of an entry that is no hearing."""
    entered, notes = long_date(on_date), []
    if served_on and served_on < on_date:
        notes.append(phrases.SERVED_BEFORE_ENTERED.format(served=long_date(served_on), entered=entered))
    if served_on and served_on > today:
        notes.append(phrases.SERVED_IN_FUTURE.format(served=long_date(served_on)))
    if on_date > today:
        notes.append(phrases.ENTERED_IN_FUTURE.format(entered=entered))
    return notes


def _introduction(draft: Draft, case: CaseLine, answers: Sequence[Answer]) -> str:
    if not answers:
        return f"*{said(draft.title)}*\n{case.text}\n{phrases.NO_DEADLINE_FOLLOWS}"
    number = len(answers)
    count = phrases.ONE_DEADLINE if number == 1 else phrases.SO_MANY_DEADLINES.format(count=number)
    return phrases.PREVIEW_INTRO.format(count=count, title=said(draft.title), case=case.text)


def _doubtful(draft: Draft, now: datetime) -> list[str]:
    if draft.on_date is None or draft.kind is EntryKind.HEARING:
        return []
    return doubtful_dates(draft.on_date, draft.served_on, today=now.date())


def _previewed(answer: Answer, now: datetime) -> list[str]:
    """Return what somebody must know to keep or drop a deadline."""
    zone = str(answer.due_at.tzinfo)
    until = phrases.UNTIL.format(hour=hour(answer.due_at, zone), zone=zone_name(answer.due_at, zone))
    lines = [
        f"*{said(answer.title)}* · {said(answer.citation, 200)}",
        f"*{long_date(answer.due)}* {until}",
        *([phrases.DAY_HAS_PASSED] if now > answer.due_at else []),
        standing_in_words(answer.standing),
    ]
    if answer.condition:
        lines.append(condition_of(answer.condition))
    if answer.latest != answer.due:
        lines.append(phrases.DO_NOT_PLAN.format(latest=long_date(answer.latest)))
    return [*lines, *(f"• {said(note.text, 400)}" for note in answer.notes[:5])]


def _box(answer: Answer) -> Block:
    return option(f"{short_date(answer.due)}: {answer.title}", key_of(answer), answer.citation)
