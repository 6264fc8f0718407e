"""Pages about a deadline: its history, who gave it its date, what would move it, and letters about it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.docket.deadlines import Mismatch
from bot.docket.revising import Proposal
from bot.law import Answer, Language
from bot.law.languages import note_in, step_in
from handlers import phrases
from handlers.views.blocks import Block, Message, actions, button, message, paragraphs, section
from handlers.views.cards import (
    CaseLine,
    authority,
    condition_of,
    day_and_hour,
    deadline_when,
    overdue,
    standing_in_words,
    state_of,
)
from handlers.views.deeds import undone_deed
from handlers.views.proof import proof_shown
from handlers.views.text import long_date, named, old_and_new, said, short_date
from storage.docket import Deadline
from storage.log import AuditEntry

MOST_LINES = 20


def with_history(card: Message, lines: Sequence[AuditEntry], *, zone: str) -> Message:
    """Return a card followed by what happened to its subject, the newest first."""
    told = [_line(line, zone) for line in lines[: -MOST_LINES - 1 : -1]]
    return message(*card.blocks, *paragraphs([phrases.HISTORY, *told])) if told else card


def given_date(
    deadline: Deadline, case: CaseLine, given: Sequence[AuditEntry], *, entry_ref: str = "", now: datetime
) -> Message:
    """Return who gave a deadline its date, and what its date was before, where no rule computed it."""
    return message(
        section(f"*{deadline.ref}* · {said(deadline.title)}\n{case.text}"),
        section("\n".join([*overdue(deadline, now), deadline_when(deadline)])),
        section("\n".join(authority(deadline, entry_ref))),
        *paragraphs([_line(line, deadline.zone) for line in given]),
    )


def supposition(title: str, deadline: Deadline | None, moved: Sequence[Proposal], *, answer: Answer | None) -> Message:
    """Return what would move if something were otherwise; the deadline that was asked about comes first."""
    asked = [one for one in moved if deadline and one.deadline.key == deadline.key]
    others = [one for one in moved if one not in asked]
    first = [_would_move(one) for one in asked]
    if deadline and not asked:
        title_of = said(deadline.title)
        first = [phrases.WHATIF_STAYS.format(ref=deadline.ref, title=title_of, old=long_date(deadline.due))]
    rest = [_would_move(one) for one in others]
    if first and rest:
        rest.insert(0, phrases.WHATIF_ALSO)
    return message(
        section(f"*{title}*\n{phrases.NOTHING_IS_SAVED}"),
        *paragraphs([*first, *rest] or [phrases.WHATIF_NOTHING_MOVES]),
        *(reasoning(answer) if answer else ()),
    )


def computed(title: str, answer: Answer) -> Message:
    """Return what a rule gives, with its reasoning, saving nothing."""
    return message(
        section(f"*{title}*\n{phrases.NOTHING_IS_SAVED}"),
        section("\n".join(what_is_due(answer))),
        *reasoning(answer),
    )


def what_is_due(answer: Answer) -> list[str]:
    """Return what a rule gives: the act, the safe date, how sure it is, and on what condition."""
    when = day_and_hour(answer.due, answer.due_at, str(answer.due_at.tzinfo))
    lines = [f"*{said(answer.title)}* · {said(answer.citation, 200)}", when]
    lines.append(standing_in_words(answer.standing))
    if answer.condition:
        lines.append(condition_of(answer.condition))
    if answer.latest != answer.due:
        lines.append(phrases.DO_NOT_PLAN.format(latest=long_date(answer.latest)))
    return lines


def reasoning(answer: Answer) -> list[Block]:
    """Return the steps that lead to a date, and what is open about it, in the language that is spoken."""
    spoken = Language(phrases.language())
    steps = (step_in(spoken, step) for step in answer.steps)
    lines = [f"{number}. {said(step, 600)}" for number, step in enumerate(steps, start=1)]
    lines += [f"• {said(note_in(spoken, note), 600)}" for note in answer.notes]
    return paragraphs(lines)


def mismatch_letter(found: Mismatch, case: CaseLine, *, by: str) -> Message:
    """Return what two people who computed different dates are told, each alone."""
    deadline = found.deadline
    told = phrases.DATES_DIFFER_LETTER.format(
        ref=deadline.ref,
        title=said(deadline.title),
        case=case.text,
        dated_by=named(found.dated_by),
        due=long_date(found.due),
        by=named(by),
        computed=long_date(found.computed),
    )
    return message(section(told), _looking(deadline))


def assignment_letter(deadline: Deadline, case: CaseLine, *, person_id: str, by: str) -> Message:
    """Return what somebody is told who owes a deadline from now on, or stands in for who does."""
    part = "owner" if person_id == deadline.owner else "backup"
    owner = named(deadline.owner) if deadline.owner else phrases.ASSIGNED_NOBODY
    told = phrases.ASSIGNED_LETTER.format(
        by=named(by), ref=deadline.ref, part=phrases.ASSIGNED_PARTS[part].format(owner=owner)
    )
    return message(
        section(f"{told}\n*{deadline.ref}* · {said(deadline.title)}\n{case.text}"),
        section(f"{deadline_when(deadline)}\n{state_of(deadline)}"),
        _looking(deadline),
    )


def _looking(deadline: Deadline) -> Block:
    return actions(
        button(phrases.OPEN, "deadline.open", deadline.ref),
        button(phrases.EXPLAIN, "deadline.explain", deadline.ref),
        block_id=f"letter:{deadline.ref}",
    )


def _would_move(proposal: Proposal) -> str:
    deadline, new_at = proposal.deadline, proposal.new_at
    told = {"ref": deadline.ref, "title": said(deadline.title)}
    if new_at is None:
        return phrases.WHATIF_WITHOUT_DATE.format(**told, old=long_date(proposal.old))
    return phrases.WHATIF_MOVES.format(**told, **old_and_new(deadline.due_at, new_at, deadline.zone))


def _line(line: AuditEntry, zone: str) -> str:
    """Return what one line of the log says, with the court's day on which it was written."""
    facts = {"by": named(line.actor), "reason": said(line.reason), "undone": undone_deed(line), "first": _first(line)}
    facts |= {name: _shown(name, value) for name, value in line.details.items()}
    facts |= _moved(line.details, zone)
    told = phrases.HISTORY_LINES[line.action].format_map(facts)
    return f"• {short_date(line.at.astimezone(ZoneInfo(zone)).date())}: {told}"


def _moved(details: Mapping[str, Any], zone: str) -> dict[str, str]:
    """Return the old and the new date that a line tells, with their hours if it knows them and they matter."""
    ends = [details.get(name) for name in ("old_at", "due_at")]
    if not all(ends):
        return {}
    old_at, new_at = (datetime.fromisoformat(str(end)) for end in ends)
    return old_and_new(old_at, new_at, zone)


def _first(line: AuditEntry) -> str:
    """Return the other date that somebody computed before they agreed, if they did."""
    first = line.details.get("first_computed")
    return phrases.HISTORY_AFTER_MISMATCH.format(first=long_date(date.fromisoformat(first))) if first else ""


def _shown(name: str, value: Any) -> str:  # noqa: ANN401 -- JSON
    if name in ("old", "new", "due", "computed", "until") and isinstance(value, str):
        return long_date(date.fromisoformat(value[: len("2018-05-18")]))
    return proof_shown(str(value)) if name == "proof" else said(str(value))
