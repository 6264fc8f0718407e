"""Whose a deadline is, and who is called: the owner, while they are away the backup, in silence everybody."""

from bot.reminders import Alarm
from bot.reminders.people import Duty
from bot.reminders.silence import BACKUP, EVERYBODY, unseen
from handlers import phrases
from handlers.views.text import long_date, named


def whose(alarm: Alarm) -> str:
    """Return who owes it and who stands behind them; first whom this message calls, if nobody saw the last one."""
    duty = alarm.duty
    called = _called(alarm)
    lines = [called, _owner(duty, is_called=not called), _backup(duty)]
    return " ".join(filter(None, lines))


def _called(alarm: Alarm) -> str:
    found, duty = unseen(alarm.step), alarm.duty
    if found is None:
        return ""
    if found.level >= EVERYBODY and alarm.rerouted_from:
        return phrases.REMIND_CALL_YOU.format(channel=alarm.rerouted_from)
    if found.level == BACKUP and duty.backup:
        return phrases.REMIND_CALL_BACKUP.format(backup=named(duty.backup))
    return phrases.REMIND_CALL_CHANNEL


def _owner(duty: Duty, *, is_called: bool) -> str:
    if duty.owner is None:
        return phrases.REMIND_NOBODY
    owner = named(duty.owner)
    if not duty.owner_is_away:
        return (phrases.REMIND_OWED_BY if is_called else phrases.REMIND_OWNER_IS).format(owner=owner)
    until = long_date(duty.away[duty.owner])
    if duty.stand_in:
        return phrases.REMIND_STAND_IN.format(owner=owner, until=until, backup=named(duty.stand_in))
    return phrases.REMIND_AWAY.format(owner=owner, until=until)


def _backup(duty: Duty) -> str:
    if duty.backup is None or duty.stand_in:
        return ""
    until = duty.away.get(duty.backup)
    if until:
        return phrases.REMIND_BACKUP_AWAY.format(backup=named(duty.backup), until=long_date(until))
    return phrases.REMIND_BACKUP.format(backup=named(duty.backup))
