"""The digest of a morning, for a channel or one person: what is overdue and ahead, what waits, and who is awake."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.reminders import Digest
from handlers import phrases
from handlers.conflicts import conflict_lines
from handlers.views.blocks import Block, Message, context, header, message, section
from handlers.views.glance import closed_glance
from handlers.views.text import long_date, moment, month_of, named, said, short_date
from storage.docket import Deadline, Entry, Precision

MOST = 8
OLD_BACKUP = timedelta(days=2)
"""What is older is called out."""
_LONGEST = 120
Thing = TypeVar("Thing")


def digest_message(told: Digest) -> Message:
    """Return a digest; what is empty is left out, and a channel without anything ahead is told so."""
    today = long_date(told.now.astimezone(ZoneInfo(told.zone)).date())
    blocks = [*_owed(told), *_waiting(told), *_around(told), *_week(told), _small_print(told)]
    return message(header(_title(told).format(day=today)), *blocks)


def _title(told: Digest) -> str:
    if told.is_personal:
        return phrases.DIGEST_TITLE_MINE
    return phrases.DIGEST_TITLE_WEEK if told.week else phrases.DIGEST_TITLE


def _owed(told: Digest) -> list[Block]:
    blocks = [
        *_listed(phrases.DIGEST_OVERDUE, told.overdue, _deadline_line(told), "/deadline list overdue"),
        *_listed(phrases.DIGEST_DEADLINES, told.deadlines, _deadline_line(told), "/deadline list"),
        *_listed(phrases.DIGEST_HEARINGS, told.hearings, _dated_line(told), "/hearing list"),
    ]
    return blocks or [section(phrases.DIGEST_NOTHING)]


def _waiting(told: Digest) -> list[Block]:
    return [
        *_listed(phrases.DIGEST_UNCONFIRMED, told.unconfirmed, _deadline_line(told), "/deadline list unconfirmed"),
        *_listed(phrases.DIGEST_UNASKED, told.unasked, _dated_line(told), "/hearing list"),
    ]


def _around(told: Digest) -> list[Block]:
    closed = [section(phrases.DIGEST_CLOSED), *closed_glance(told.closed)] if told.closed else []
    return [*_listed(phrases.DIGEST_CONFLICTS, conflict_lines(told.conflicts), str, "/docket"), *closed]


def _week(told: Digest) -> list[Block]:
    """Return what became of the cases in the week before, in the first digest of a week."""
    if told.week is None:
        return []
    line = _dated_line(told)
    blocks = [
        *_listed(phrases.DIGEST_RECORDED, told.week.recorded, line, "/timeline"),
        *_listed(phrases.DIGEST_MOVED, told.week.moved, line, "/docket audit"),
        *_listed(phrases.DIGEST_ENDED, told.week.ended, line, "/docket audit"),
    ]
    return blocks or [section(phrases.DIGEST_QUIET_WEEK)]


def _small_print(told: Digest) -> Block:
    lines = [phrases.DIGEST_LATE] if told.is_late else []
    lines += [phrases.DIGEST_MAY_REPEAT] if told.may_repeat else []
    if told.waiting:
        number = told.waiting
        lines.append(phrases.DIGEST_WAITING_ONE if number == 1 else phrases.DIGEST_WAITING.format(number=number))
    return context(*lines, phrases.DIGEST_AWAKE.format(number=told.planned), *_backup(told))


def _backup(told: Digest) -> list[str]:
    """Return when the docket was last copied to a safe place; a single person need not know."""
    if told.is_personal:
        return []
    if told.last_backup is None:
        return [phrases.DIGEST_NO_BACKUP]
    is_old = told.now - told.last_backup > OLD_BACKUP
    template = phrases.DIGEST_OLD_BACKUP if is_old else phrases.DIGEST_BACKUP
    return [template.format(when=moment(told.last_backup, told.zone))]


def _listed(title: str, things: Sequence[Thing], line: Callable[[Thing], str], command: str) -> list[Block]:
    """Return a list under its title, the first of it only; nothing if it is empty."""
    if not things:
        return []
    more = [phrases.DIGEST_MORE.format(number=len(things) - MOST, command=command)] if len(things) > MOST else []
    return [section("\n".join([title, *map(line, things[:MOST]), *more]))]


def _deadline_line(told: Digest) -> Callable[[Deadline], str]:
    cases = _names(told)

    def line(deadline: Deadline) -> str:
        return phrases.DIGEST_DEADLINE_LINE.format(
            ref=deadline.ref,
            title=said(deadline.title, _LONGEST),
            case=cases[deadline.case_id],
            day=short_date(deadline.due),
            owner=named(deadline.owner) if deadline.owner else phrases.NO_OWNER,
        )

    return line


def _dated_line(told: Digest) -> Callable[[Deadline | Entry], str]:
    cases = _names(told)

    def line(thing: Deadline | Entry) -> str:
        title, case = said(thing.title, _LONGEST), cases[thing.case_id]
        return phrases.DIGEST_HEARING_LINE.format(ref=thing.ref, title=title, case=case, day=_day(thing))

    return line


def _day(thing: Deadline | Entry) -> str:
    if isinstance(thing, Deadline):
        return short_date(thing.due)
    if thing.precision is not Precision.DAY:
        return month_of(thing.on_date) if thing.precision is Precision.MONTH else str(thing.on_date.year)
    return moment(thing.starts_at, thing.zone) if thing.starts_at else short_date(thing.on_date)


def _names(told: Digest) -> dict[int, str]:
    return {case.key: said(case.alias or case.caption, 60) for case in told.cases}
