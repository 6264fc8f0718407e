"""Forms that change one deadline: proof, reasons, another date, an owner, a pause, a date of one's own."""

from collections.abc import Sequence
from datetime import date

from handlers import phrases
from handlers.views.blocks import (
    Block,
    View,
    context,
    date_input,
    field_block,
    line_input,
    modal,
    person_input,
    section,
    time_input,
)
from handlers.views.cards import CaseLine
from handlers.views.forms import LINK_LENGTH, TITLE_LENGTH
from handlers.views.inputs import file_input
from handlers.views.text import long_date, said
from storage.docket import Deadline


def done_form(deadline: Deadline, case: CaseLine, *, person_id: str, today: date, memo: str) -> View:
    """Return the form that closes a deadline; it asks for the proof, in words or as a file."""
    return _form(
        f"{phrases.DONE}: {deadline.ref}",
        [
            _about(deadline, case),
            field_block(
                "proof", phrases.PROOF, line_input(longest=TITLE_LENGTH), optional=True, hint=phrases.PROOF_OF_ANY_KIND
            ),
            field_block("file", phrases.PROOF_FILE, file_input(), optional=True, hint=phrases.PROOF_FILE_HINT),
            field_block("filed_by", phrases.FILED_BY, person_input(person_id)),
            field_block("filed_on", phrases.FILED_ON, date_input(today)),
        ],
        callback="deadline.done",
        memo=memo,
    )


def moot_form(deadline: Deadline, case: CaseLine, *, memo: str) -> View:
    """Return the form that closes what nobody owes any more; it asks why."""
    return _form(
        f"{phrases.DEADLINE_MOOT}: {deadline.ref}",
        [_about(deadline, case), context(phrases.MOOT_INTRO), _reason(phrases.MOOT_HINT)],
        callback="deadline.moot",
        memo=memo,
    )


def reopen_form(deadline: Deadline, case: CaseLine, *, memo: str) -> View:
    """Return the form that opens a closed deadline again; it asks why."""
    return _form(
        f"{phrases.DEADLINE_REOPEN}: {deadline.ref}",
        [_about(deadline, case), context(phrases.REOPEN_INTRO), _reason(phrases.REOPEN_HINT)],
        callback="deadline.reopen",
        memo=memo,
    )


def extend_form(deadline: Deadline, case: CaseLine, *, memo: str) -> View:
    """Return the form that gives a deadline the date that a court ordered."""
    return _form(
        f"{phrases.DEADLINE_EXTEND}: {deadline.ref}",
        [
            _about(deadline, case),
            context(phrases.EXTEND_INTRO),
            field_block("day", phrases.EXTEND_DAY, date_input()),
            field_block("time", phrases.EXTEND_TIME, time_input(), optional=True),
            field_block(
                "reason",
                phrases.EXTEND_ORDER,
                line_input(longest=TITLE_LENGTH),
                hint=phrases.EXTEND_ORDER_HINT,
            ),
            field_block("link", phrases.LINK, line_input(longest=LINK_LENGTH), optional=True),
        ],
        callback="deadline.extend",
        memo=memo,
    )


def assign_form(deadline: Deadline, case: CaseLine, *, memo: str) -> View:
    """Return the form that says who owes a deadline, and who stands in for them."""
    return _form(
        f"{phrases.DEADLINE_ASSIGN}: {deadline.ref}",
        [
            _about(deadline, case),
            field_block("owner", phrases.ASSIGN_OWNER, person_input(deadline.owner), optional=True),
            field_block(
                "backup",
                phrases.ASSIGN_BACKUP,
                person_input(deadline.backup),
                optional=True,
                hint=phrases.ASSIGN_BACKUP_HINT,
            ),
        ],
        callback="deadline.assign",
        memo=memo,
    )


def snooze_form(deadline: Deadline, case: CaseLine, *, latest: date, memo: str) -> View:
    """Return the form that holds the reminders of a deadline, until `latest` at most."""
    return _form(
        f"{phrases.DEADLINE_SNOOZE}: {deadline.ref}",
        [
            _about(deadline, case),
            context(phrases.SNOOZE_INTRO.format(latest=long_date(latest))),
            field_block("until", phrases.SNOOZE_UNTIL, date_input(latest)),
        ],
        callback="deadline.snooze",
        memo=memo,
    )


def confirm_form(deadline: Deadline, case: CaseLine, *, runs_from: str, link: str, memo: str) -> View:
    """Return the form that asks for the date that somebody computed. It does not show the one that is recorded.

    Args:
        runs_from: what the date is counted from, without its date; nothing if that is not known.
        link: where that document can be read, as a link in mrkdwn.
    """
    source = [phrases.BLIND_FROM.format(entry=runs_from)] if runs_from else []
    return _form(
        phrases.DEADLINE_CONFIRM_TITLE.format(ref=deadline.ref),
        [
            section(f"*{deadline.ref}* · {said(deadline.title)}\n{case.text}"),
            context(phrases.BLIND_INTRO),
            *([section("\n".join(filter(None, [*source, link])))] if source or link else []),
            field_block("computed", phrases.BLIND_DATE, date_input()),
        ],
        callback="deadline.confirm",
        memo=memo,
    )


def _form(title: str, blocks: Sequence[Block], *, callback: str, memo: str) -> View:
    return modal(title, blocks, callback=callback, memo=memo, submit=phrases.SAVE, close=phrases.CLOSE)


def _about(deadline: Deadline, case: CaseLine) -> Block:
    return section(f"{said(deadline.title)}\n*{long_date(deadline.due)}* · {case.text}")


def _reason(hint: str) -> Block:
    return field_block("reason", phrases.REASON, line_input(longest=TITLE_LENGTH, hint=hint))
