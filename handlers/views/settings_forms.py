"""What a channel and a person chose, to read and to change."""

from collections.abc import Sequence
from datetime import date, time

from handlers import phrases
from handlers.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    date_input,
    field_block,
    header,
    line_input,
    menu,
    message,
    modal,
    option,
    section,
    time_input,
)
from handlers.views.lists import Continuation
from handlers.views.text import long_date, said
from storage.settings import Absence, ChannelSettings

NOTE_LENGTH = 200
DAYS_LENGTH = 80
MOST_ABSENCES = 20


def settings_message(
    chosen: ChannelSettings, *, title: str, days: Sequence[int], hearing_days: Sequence[int]
) -> Message:
    """Return what a channel chose, with the defaults for the rest, and a button that opens the form.

    Args:
        days: the default days before a deadline; `hearing_days`: before a hearing.
    """
    lines = [phrases.SETTING_LINE.format(name=name, value=value) for name, value in _lines(chosen, days, hearing_days)]
    change = button(phrases.SETTINGS_OPEN, "command.run.settings", Continuation(line="/docket settings").value)
    return message(section(f"*{title}*"), section("\n".join(lines)), actions(change))


def settings_form(chosen: ChannelSettings, *, memo: str) -> View:
    """Return the form in which a channel's people choose for it; an empty field stands for the default."""
    hint = phrases.SETTING_QUIET_HINT
    return modal(
        phrases.SETTINGS,
        [
            field_block("language", phrases.SETTING_LANGUAGE, _languages(chosen.language)),
            field_block(
                "blind", phrases.SETTING_BLIND, _switch(is_on=chosen.is_blind), hint=phrases.SETTING_BLIND_HINT
            ),
            field_block(
                "reminders", phrases.SETTING_DAYS, _days(chosen.ladder), optional=True, hint=phrases.SETTING_DAYS_HINT
            ),
            field_block("hearings", phrases.SETTING_HEARING_DAYS, _days(chosen.hearing_ladder, "7 1"), optional=True),
            _clock("hour", phrases.SETTING_HOUR, chosen.at_hour, hint=phrases.SETTING_HOUR_HINT),
            field_block(
                "zone",
                phrases.SETTING_ZONE,
                line_input(initial=chosen.zone or "", longest=DAYS_LENGTH),
                optional=True,
                hint=phrases.SETTING_ZONE_HINT,
            ),
            _clock("quiet_from", phrases.SETTING_QUIET_FROM, chosen.quiet_from, hint=hint),
            _clock("quiet_until", phrases.SETTING_QUIET_UNTIL, chosen.quiet_until),
            field_block("digest", phrases.SETTING_DIGEST, _switch(is_on=chosen.has_digest)),
            _clock("digest_at", phrases.SETTING_DIGEST_AT, chosen.digest_at),
        ],
        callback="settings.save",
        memo=memo,
        submit=phrases.SAVE,
    )


def language_question(now: str) -> Message:
    """Return the languages as buttons; the one that is spoken stands out."""
    buttons = [
        button(
            name,
            f"command.run.{code}",
            Continuation(line=f"/docket language {code}").value,
            style=_stands_out(code, now),
        )
        for code, name in phrases.LANGUAGE_NAMES.items()
    ]
    return message(section(phrases.LANGUAGE_WHICH), actions(*buttons))


def absences_message(absences: Sequence[Absence]) -> Message:
    """Return when somebody is away, each time with a button that takes it back, and one that adds another."""
    lines = [_absence(absence) for absence in absences[:MOST_ABSENCES]]
    add = actions(button(phrases.AWAY_ADD, "away.open", "new"))
    return message(header(phrases.AWAY_TITLE), *(lines or [section(phrases.AWAY_NONE)]), add)


def absence_form(today: date, *, memo: str) -> View:
    """Return the form that records when somebody is away."""
    return modal(
        phrases.AWAY_TITLE,
        [
            field_block("first", phrases.AWAY_FIRST, date_input(today)),
            field_block("last", phrases.AWAY_LAST, date_input()),
            field_block("note", phrases.AWAY_NOTE, line_input(longest=NOTE_LENGTH), optional=True),
        ],
        callback="away.save",
        memo=memo,
        submit=phrases.SAVE,
    )


def _lines(chosen: ChannelSettings, days: Sequence[int], hearing_days: Sequence[int]) -> list[tuple[str, str]]:
    return [
        (phrases.SETTING_LANGUAGE, phrases.LANGUAGE_NAMES.get(chosen.language, chosen.language)),
        (phrases.SETTING_BLIND, phrases.SWITCHES[chosen.is_blind]),
        (phrases.SETTING_DAYS, _said_days(chosen.ladder, days)),
        (phrases.SETTING_HEARING_DAYS, _said_days(chosen.hearing_ladder, hearing_days)),
        (phrases.SETTING_HOUR, chosen.at_hour or _default(phrases.SETTING_USUAL_HOUR)),
        (phrases.SETTING_ZONE, chosen.zone or _default(phrases.SETTING_COURTS_ZONE)),
        (phrases.SETTING_QUIET_NAME, _said_quiet(chosen)),
        (phrases.SETTING_DIGEST, phrases.SWITCHES[chosen.has_digest]),
        (phrases.SETTING_DIGEST_AT, chosen.digest_at or _default(phrases.SETTING_USUAL_DIGEST)),
    ]


def _default(value: str) -> str:
    return phrases.SETTING_BY_DEFAULT.format(value=value)


def _said_days(chosen: Sequence[int] | None, usual: Sequence[int]) -> str:
    said_so = phrases.SETTING_DAYS_BEFORE.format(days=", ".join(map(str, usual if chosen is None else chosen)))
    return _default(said_so) if chosen is None else said_so


def _said_quiet(chosen: ChannelSettings) -> str:
    if not (chosen.quiet_from and chosen.quiet_until):
        return phrases.SETTING_NO_QUIET
    return phrases.SETTING_QUIET.format(first=chosen.quiet_from, last=chosen.quiet_until)


def _languages(chosen: str) -> Block:
    return menu([option(name, code) for code, name in phrases.LANGUAGE_NAMES.items()], chosen=chosen)


def _switch(*, is_on: bool) -> Block:
    options = [option(phrases.SWITCHES[state], "on" if state else "off") for state in (True, False)]
    return menu(options, chosen="on" if is_on else "off")


def _days(chosen: Sequence[int] | None, usual: str = "30 14 7 3 1") -> Block:
    return line_input(initial=" ".join(map(str, chosen or ())), longest=DAYS_LENGTH, hint=usual)


def _clock(name: str, label: str, chosen: str | None, *, hint: str = "") -> Block:
    initial = time.fromisoformat(chosen) if chosen else None
    return field_block(name, label, time_input(initial), optional=True, hint=hint)


def _stands_out(code: str, now: str) -> str | None:
    return "primary" if code == now else None


def _absence(absence: Absence) -> Block:
    first, last = long_date(absence.first_day), long_date(absence.last_day)
    line = phrases.AWAY_LINE.format(number=absence.key, first=first, last=last)
    note = f"\n{said(absence.note, NOTE_LENGTH)}" if absence.note else ""
    back = Continuation(line=f"/docket away withdraw {absence.key}")
    return section(f"{line}{note}", accessory=button(phrases.AWAY_END, f"command.run.away{absence.key}", back.value))
