"""What a channel and a person choose: languages, the hours and days of reminders, whether second eyes see blind.

What is chosen holds for every reminder that is still to come.
"""

from typing import Any

from bot.docket.desk import Change
from bot.errors import AdQuemError
from storage.cases import Person
from storage.settings import ChannelSettings, settings_of


class ChosenAlreadyError(AdQuemError):
    """What was chosen holds already."""

    def __init__(self) -> None:
        super().__init__("That is how it is already; nothing was changed.")


def choose(change: Change, *, channel_id: str, **chosen: Any) -> ChannelSettings:  # noqa: ANN401 -- columns of a row
    """Choose something for a channel. Whoever lets it choose plans its reminders anew (`bot.reminders.replan`).

    Args:
        chosen: columns of `ChannelSettings`; None stands for the default.

    Raises:
        ChosenAlreadyError: if all of it holds already.
    """
    settings = settings_of(change.session, channel_id)
    new = {name: value for name, value in chosen.items() if getattr(settings, name) != value}
    if not new:
        raise ChosenAlreadyError
    old = {name: getattr(settings, name) for name in new}
    for name, value in new.items():
        setattr(settings, name, value)
    settings.changed_at, settings.changed_by = change.now, change.actor
    change.session.add(settings)
    change.session.flush()
    change.log("settings.changed", subject=channel_id, case_id=None, old=old, new=new)
    return settings


def speak(change: Change, *, language: str) -> None:
    """Choose the language in which whoever asks is answered.

    Raises:
        ChosenAlreadyError: if it is theirs already.
    """
    person = change.session.get(Person, change.actor) or Person(slack_id=change.actor, name=change.actor)
    if person.language == language:
        raise ChosenAlreadyError
    old, person.language = person.language, language
    change.session.add(person)
    change.session.flush()
    change.log("person.language", subject=change.actor, case_id=None, old=old, new=language)
