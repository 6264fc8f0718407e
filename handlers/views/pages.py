"""Pages to read: an explanation, a deadline, an entry, a notice; as a message or laid over Slack as a modal."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.law import Answer, Language
from bot.law.languages import written_out
from handlers import phrases
from handlers.views.blocks import MOST_BLOCKS, Block, Message, View, header, message, modal, paragraphs, section
from handlers.views.cards import CaseLine, condition_of, overdue, standing_in_words
from handlers.views.lists import Item
from handlers.views.text import long_date, said
from storage.docket import Deadline

_OPENING = frozenset({"entry.open", "deadline.open"})


def explanation(deadline: Deadline, case: CaseLine, *, now: datetime | None = None) -> Message:
    """Return how a date was counted, step by step, and what is open about it."""
    steps_said, notes_said = _sentences(deadline.explanation)
    blocks = [
        section(f"*{deadline.ref}* · {said(deadline.title)}\n{case.text}"),
        section("\n".join([*overdue(deadline, now), *_what_is_due(deadline)])),
    ]
    steps = [f"{number}. {said(step, 600)}" for number, step in enumerate(steps_said, start=1)]
    notes = [f"• {said(note, 600)}" for note in notes_said]
    blocks += [*paragraphs(steps), *paragraphs(notes)]
    blocks.append(section(_standing(deadline)))
    return message(*blocks)


def page(title: str, shown: Message, *, channel_id: str | None = None) -> View:
    """Return a message as a page to read; it remembers the channel over which it is laid."""
    memo = json.dumps({"channel": channel_id}) if channel_id else ""
    blocks = [block for block in map(_opened, shown.blocks) if block.get("elements") != []]
    return modal(title, blocks[:MOST_BLOCKS], close=phrases.CLOSE, memo=memo)


def _opened(block: Block) -> Block:
    """Return a card's row of buttons without the one that opens what is open already."""
    if not str(block.get("block_id", "")).startswith("card:"):
        return block
    kept = [element for element in block["elements"] if element["action_id"] not in _OPENING]
    return {**block, "elements": kept}


def notice_page(text: str) -> View:
    """Return one sentence as a page to read."""
    return modal(phrases.HOME_TITLE, [section(text)], close=phrases.CLOSE)


def with_deadlines(card: Message, items: Sequence[Item]) -> Message:
    """Return an entry's card followed by the deadlines it started."""
    return message(*card.blocks, *(item.block for item in items[:20]))


def help_page(command: str, examples: Sequence[tuple[str, str]], others: Sequence[str]) -> Message:
    """Return examples that work when pasted."""
    lines = [f"`{said(line, 200)}`\n{says}" for line, says in examples]
    commands = ", ".join(f"`{other}`" for other in others)
    return message(
        header(phrases.HELP_TITLE.format(command=command)),
        *paragraphs(lines),
        section(phrases.HELP_ALL.format(commands=commands)),
    )


def _what_is_due(deadline: Deadline) -> list[str]:
    lines = [f"*{long_date(deadline.due)}* · {said(deadline.citation or phrases.HELD_BY_HAND, 200)}"]
    return [*lines, condition_of(deadline.condition)] if deadline.condition else lines


def _standing(deadline: Deadline) -> str:
    sure = standing_in_words(deadline.standing) if deadline.standing else phrases.HELD_BY_HAND
    if deadline.latest == deadline.due:
        return sure
    return f"{sure}\n{phrases.DO_NOT_PLAN.format(latest=long_date(deadline.latest))}"


def _sentences(reasoning: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the steps and the notes: in English as they were written down, in another language said from the facts."""
    if phrases.language() == phrases.ENGLISH:
        return [step["text"] for step in reasoning.get("steps", ())], [
            note["text"] for note in reasoning.get("notes", ())
        ]
    answer = Answer.from_dict(reasoning)
    spoken = Language(phrases.language())
    return written_out(spoken, answer.steps, ()), written_out(spoken, (), answer.notes)
