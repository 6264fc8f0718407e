"""What follows from changing an entry: each deadline in words, before it is saved and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.docket.following import Ahead, Followed
from bot.docket.moving import Consequence, Fate, Moved
from bot.law import Answer
from handlers import phrases
from handlers.intents import Intent
from handlers.views.cards import CaseLine, standing_in_words
from handlers.views.text import hour, long_date, named, old_and_new, said, zone_name
from storage.docket import Deadline, Entry, EntryStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A change to an entry that is shown before it is saved.

    Args:
        news: what the entry says and would say: a label, the old and the new words.
        cautions: what is odd about it.
        is_anew: something else was shown before; it changed meanwhile.
    """

    intent: Intent
    entry: Entry
    case: CaseLine
    ahead: Ahead
    now: datetime
    news: Sequence[tuple[str, str, str]] = ()
    cautions: Sequence[str] = ()
    is_anew: bool = False

    @property
    def ends(self) -> bool:
        """Whether the entry would stand no more, so that even what a court fixed may fall with it."""
        return self.ahead.after.status is not EntryStatus.STANDING and self.entry.status is EntryStatus.STANDING

    @property
    def loses(self) -> bool:
        """Whether any deadline would have no rule any more."""
        return bool(self.ahead.of(Fate.LOST))


def introduction(shown: Preview) -> list[str]:
    """Return what changes about the entry itself, in paragraphs."""
    title = f"*{shown.entry.ref}* · {said(shown.entry.title)}\n{shown.case.text}"
    facts = [phrases.CHANGE_FACT.format(label=label, old=old, new=new) for label, old, new in shown.news]
    if shown.intent.reason:
        facts.append(phrases.CHANGE_REASON.format(reason=said(shown.intent.reason)))
    return [
        title,
        *(["\n".join(facts)] if facts else []),
        *shown.cautions,
        phrases.CHANGE_OTHERWISE if shown.is_anew else phrases.CHANGE_NOT_SAVED,
    ]


def consequences(shown: Preview) -> list[str]:
    """Return what becomes of each deadline; those that are closed already stand in one line at the end."""
    open_ones = [_consequence(each, shown.now) for each in shown.ahead.found if each.fate is not Fate.CLOSED]
    new = [_new(answer, shown.now) for answer in shown.ahead.new]
    closed = ", ".join(each.deadline.ref for each in shown.ahead.of(Fate.CLOSED))
    return [*open_ones, *new, *([phrases.CHANGE_CLOSED.format(refs=closed)] if closed else [])]


def done_lines(followed: Followed) -> list[str]:
    """Return what was done to each deadline, for everybody who follows the case."""
    ahead, touched = followed.ahead, {*followed.refs}
    return [
        *map(_moved, followed.moved),
        *(_said_of(phrases.CHANGE_MADE_MOOT, each) for each in followed.closed),
        *(_said_of(phrases.CHANGE_KEPT_DATE, each) for each in followed.kept),
        *(_said_of(phrases.CHANGE_STARTED, each) for each in followed.started),
        *_left(phrases.CHANGE_LEFT_LOCKED, ahead.of(Fate.FIXED, Fate.KEPT, Fate.BY_HAND), touched),
        *_left(phrases.CHANGE_LOST_RULE, ahead.of(Fate.LOST), touched),
    ]


def until(answer: Answer) -> str:
    """Return at what hour, and on whose clock, a day ends."""
    zone = str(answer.due_at.tzinfo)
    return phrases.UNTIL.format(hour=hour(answer.due_at, zone), zone=zone_name(answer.due_at, zone))


def _moved(moved: Moved) -> str:
    told = phrases.DEADLINE_MOVED.format(
        ref=f"*{moved.deadline.ref}*",
        title=said(moved.deadline.title),
        **old_and_new(moved.old_at, moved.new_at, moved.deadline.zone),
    )
    return f"• {told}"


def _said_of(template: str, deadline: Deadline) -> str:
    return template.format(ref=deadline.ref, title=said(deadline.title), due=long_date(deadline.due))


def _left(template: str, found: Iterable[Consequence], touched: set[str]) -> list[str]:
    return [_said_of(template, each.deadline) for each in found if each.deadline.ref not in touched]


def _consequence(each: Consequence, now: datetime) -> str:
    deadline = each.deadline
    if each.answer and each.fate is Fate.MOVES:
        return "\n".join(_moves(each, each.answer, now))
    template = {
        Fate.FIXED: phrases.CHANGE_FIXED,
        Fate.KEPT: phrases.CHANGE_KEPT_BY,
        Fate.BY_HAND: phrases.CHANGE_BY_HAND,
        Fate.LOST: phrases.CHANGE_LOST,
    }.get(each.fate, phrases.CHANGE_STAYS)
    return template.format(
        ref=deadline.ref,
        title=said(deadline.title),
        citation=said(deadline.citation, 200),
        due=long_date(deadline.due),
        order=f": {said(deadline.note, 200)}" if deadline.note else "",
        by=named(each.kept.decided_by) if each.kept else "",
        reason=said(each.kept.reason, 200) if each.kept else "",
        would_be=phrases.CHANGE_WOULD_BE.format(would_be=long_date(each.answer.due)) if each.answer else "",
    )


def _moves(each: Consequence, answer: Answer, now: datetime) -> list[str]:
    deadline = each.deadline
    zone = deadline.zone
    same_day = answer.due == deadline.due
    hours = phrases.CHANGE_HOURS.format(hour=hour(answer.due_at, zone), zone=zone_name(answer.due_at, zone))
    anew = (
        phrases.CHANGE_WAS_CONFIRMED.format(by=named(deadline.confirmed_by))
        if deadline.confirmed_by
        else phrases.CHANGE_ANEW
    )
    told = phrases.CHANGE_MOVES.format(
        ref=deadline.ref,
        title=said(deadline.title),
        citation=said(answer.citation, 200),
        old=f"{long_date(deadline.due)}, {hour(deadline.due_at, zone)}" if same_day else long_date(deadline.due),
        new=long_date(answer.due),
        hours=hours,
    )
    passed = [phrases.DAY_HAS_PASSED] if now > answer.due_at else []
    was_kept = [phrases.CHANGE_WAS_KEPT.format(by=named(each.kept_so_far))] if each.kept_so_far else []
    return [told, *passed, *was_kept, f"{anew} {standing_in_words(answer.standing)}"]


def _new(answer: Answer, now: datetime) -> str:
    told = phrases.CHANGE_NEW.format(
        title=said(answer.title), citation=said(answer.citation, 200), due=long_date(answer.due), until=until(answer)
    )
    passed = [phrases.DAY_HAS_PASSED] if now > answer.due_at else []
    return "\n".join([told, *passed, standing_in_words(answer.standing)])
