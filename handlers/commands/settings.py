"""`/docket settings`: what the people of a channel choose for it."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlmodel import Session

from bot.docket import choices, choosing
from bot.docket.sight import is_in
from bot.errors import AdQuemError
from bot.reminders import replan
from bot.reminders.habits import DEADLINE_DAYS, HEARING_DAYS
from handlers import phrases
from handlers.commands.command import Handle
from handlers.reading import first_word
from handlers.replies import FieldError, Reply, sentence
from handlers.requests import Request
from handlers.views.settings_forms import settings_form, settings_message
from handlers.views.text import said
from storage.settings import ChannelSettings, settings_of

Columns = dict[str, Any]


class OnlyInsideError(AdQuemError):
    """Somebody who is not in a channel asked about its settings."""

    def __init__(self) -> None:
        super().__init__(phrases.SETTINGS_ONLY_INSIDE)


def choose(request: Request) -> Reply:
    """Open the form; show what was chosen; or choose one thing that is typed."""
    name, value = first_word(request.text)
    if not name:
        return _form(request)
    if name.casefold() in ("show", "list"):
        return _show(request)
    if name.casefold() not in _READERS:
        return sentence(phrases.SETTINGS_UNKNOWN.format(said=said(name, 40)))
    if not value:
        example = phrases.SETTINGS_EXAMPLES[name.casefold()]
        return sentence(phrases.SETTINGS_SAY_WHAT.format(name=name.casefold(), example=example))
    return _saved(request, _columns(name.casefold(), value))


def submitted(request: Request) -> Reply:
    """Choose everything that stands in the form; what is left empty is the default again."""
    columns: Columns = {}
    for name in _READERS:
        if name in request.fields:
            columns |= _from_field(name, request.fields[name])
    try:
        return _saved(request, columns | _hours_from(request.fields))
    except choosing.ChosenAlreadyError:
        return sentence(phrases.SETTINGS_UNCHANGED)


def _form(request: Request) -> Reply:
    with request.desk.look() as session:
        chosen = _of_channel(session, request)
    return Reply(view=settings_form(chosen, memo=request.memo_of()))


def _show(request: Request) -> Reply:
    with request.desk.look() as session:
        chosen = _of_channel(session, request)
    return _told(phrases.SETTINGS_OF.format(channel=chosen.channel_id), chosen)


def _saved(request: Request, columns: Columns) -> Reply:
    with request.change() as change:
        channel_id = _of_channel(change.session, request).channel_id
        chosen = choosing.choose(change, channel_id=channel_id, **columns)
        replan(change, channel_id)
    return _told(phrases.SETTINGS_SAVED, chosen)


def _told(title: str, chosen: ChannelSettings) -> Reply:
    return Reply(message=settings_message(chosen, title=title, days=DEADLINE_DAYS, hearing_days=HEARING_DAYS))


def _of_channel(session: Session, request: Request) -> ChannelSettings:
    """Return what the channel chose in which somebody asks.

    Raises:
        OnlyInsideError: if they are not in it, or it is no channel.
    """
    if not is_in(session, request.who):
        raise OnlyInsideError
    return settings_of(session, request.who.channel_id)


def _columns(name: str, value: str) -> Columns:
    if value.strip().casefold() in ("default", "defaults", "usual"):
        return dict(_DEFAULTS[name])
    return _READERS[name](value)


def _from_field(name: str, value: str | None) -> Columns:
    """Return what a field of the form says.

    Raises:
        FieldError: if it cannot be meant; the sentence stands under it.
    """
    try:
        return _READERS[name](value) if value else dict(_DEFAULTS[name])
    except AdQuemError as error:
        raise FieldError(name, str(error)) from None


def _hours_from(fields: Mapping[str, Any]) -> Columns:
    """Return the hours of the form that are picked from clocks."""
    begins, ends = fields.get("quiet_from"), fields.get("quiet_until")
    columns: Columns = {"digest_at": fields.get("digest_at")}
    if not begins and not ends:
        return columns | {"quiet_from": None, "quiet_until": None}
    try:
        return columns | choices.quiet_hours(begins or "", ends or "")
    except AdQuemError:
        raise FieldError("quiet_from" if begins else "quiet_until", str(choices.QuietHoursError())) from None


def _digest(value: str) -> Columns:
    if value.strip().casefold() in choices.SWITCHES:
        return {"has_digest": choices.read_switch(value)}
    return {"has_digest": True, "digest_at": choices.read_hour(value)}


_READERS: Mapping[str, Callable[[str], Columns]] = {
    "language": lambda value: {"language": choices.read_language(value)},
    "blind": lambda value: {"is_blind": choices.read_switch(value)},
    "reminders": lambda value: {"ladder": choices.read_days(value)},
    "hearings": lambda value: {"hearing_ladder": choices.read_days(value)},
    "hour": lambda value: {"at_hour": choices.read_hour(value)},
    "zone": lambda value: {"zone": choices.read_zone(value)},
    "quiet": choices.read_quiet,
    "digest": _digest,
}
_DEFAULTS: Mapping[str, Columns] = {
    "language": {"language": "en"},
    "blind": {"is_blind": False},
    "reminders": {"ladder": None},
    "hearings": {"hearing_ladder": None},
    "hour": {"at_hour": None},
    "zone": {"zone": None},
    "quiet": {"quiet_from": None, "quiet_until": None},
    "digest": {"has_digest": True, "digest_at": None},
}

SUBMISSIONS: dict[str, Handle] = {"settings.save": submitted}
"""What its form does when it is submitted."""
