"""What was understood from a sentence, to be checked: as a message with buttons, or above the form that it fills."""

import json
from collections.abc import Sequence
from datetime import date, time

from handlers import phrases
from handlers.understanding import Heard, Option, certain, dated
from handlers.views.blocks import VALUE, Block, Message, View, actions, button, context, message, modal, section
from handlers.views.recording import Draft, draft_from
from handlers.views.text import fitted, long_date, said, wall_hour
from storage.docket import EntryKind

MOST_DATES = 8


def understood(heard: Heard, *, message_ts: str = "") -> Message:
    """Return what was understood, in full dates, with a button for each date that may be meant."""
    draft = heard.draft
    kind = phrases.KINDS[draft.kind] if draft.kind else phrases.UNDERSTOOD_ENTRY
    case = phrases.UNDERSTOOD_CASE.format(ref=draft.case_ref) if draft.case_ref else ""
    lines = [
        phrases.UNDERSTOOD.format(kind=kind, title=said(draft.title), case=case),
        *_date_lines(heard),
        *_service_lines(heard),
    ]
    return message(section("\n".join(lines)), actions(*_buttons(heard, message_ts)))


def date_choice(heard: Heard, *, memo: str) -> View:
    """Return the dates that stand in a message, one button for each; the form follows."""
    lines = [phrases.UNDERSTOOD_ONE_OF.format(question=said(heard.question, 800))] if heard.question else []
    lines = lines or [phrases.WHICH_DATE_FOUND]
    rows = [actions(each) for each in _buttons(heard, "")]
    return modal(
        phrases.WHICH_DATE, [section("\n".join([*lines, *_refused(heard)])), *rows], memo=memo, close=phrases.CLOSE
    )


def with_note(form: View, *notes: str) -> View:
    """Return a form with what was read, or not read, above it."""
    return {**form, "blocks": [*(context(note) for note in notes), *form["blocks"]]}


def with_other_kinds(form: View, chosen: EntryKind) -> View:
    """Return a form with buttons that turn it into the form for another kind of entry."""
    others = [kind for kind in EntryKind if kind is not chosen]
    row = actions(*(button(phrases.KINDS[kind], f"sentence.kind.{kind}", kind.value) for kind in others))
    return {**form, "blocks": [*form["blocks"], context(phrases.OTHER_KIND), row]}


def read_note(draft: Draft, words: str) -> str:
    """Return what is said above a form of the date in it."""
    if draft.on_date is None:
        return phrases.READ_NO_DATE
    shown = wall_moment(draft.on_date, draft.at_time)
    if not words:
        return phrases.READ_BEFORE.format(date=shown)
    return phrases.READ_FROM_MESSAGE.format(date=shown, words=said(words, 100))


def wall_moment(day: date, hour: time | None) -> str:
    """Return "Friday 4 May 2018, 9:30 am"; without its hour, the day."""
    if hour is None:
        return long_date(day)
    return f"{long_date(day)}, {wall_hour(hour)}"


def carried(draft: Draft, *, words: str = "", message_ts: str = "") -> str:
    """Return a draft as a button carries it; a title that is too long is cut, for the form shows it anyway."""
    for longest in (len(draft.title), 200, 80):
        facts = json.loads(draft.memo(channel=None))
        facts |= {"title": fitted(draft.title, longest), "words": fitted(words, 100), "ts": message_ts}
        value = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
        if len(value) <= VALUE:
            break
    return value


def carried_back(value: str) -> tuple[Draft, str, str]:
    """Read back a draft, the words of its date, and the message that it was in."""
    facts = json.loads(value)
    return draft_from(facts), facts["words"], facts["ts"]


def _date_lines(heard: Heard) -> list[str]:
    if heard.unclear:
        return [phrases.UNDERSTOOD_BY_COURT.format(words=said(heard.unclear, 100))]
    if option := certain(heard):
        shown = wall_moment(option.day, option.hour)
        return [phrases.UNDERSTOOD_DATE.format(date=shown, words=said(option.words, 100))]
    if heard.question:
        return [phrases.UNDERSTOOD_ONE_OF.format(question=said(heard.question, 800)), *_refused(heard)]
    if heard.options:
        return [phrases.UNDERSTOOD_SEVERAL, *_refused(heard)]
    return _refused(heard) or [phrases.UNDERSTOOD_NO_DATE]


def _refused(heard: Heard) -> list[str]:
    return [said(heard.refusal, 500)] if heard.refusal else []


def _service_lines(heard: Heard) -> list[str]:
    draft = heard.draft
    if heard.served_words:
        return [phrases.UNDERSTOOD_SERVED_UNSURE.format(words=said(heard.served_words, 100))]
    service = phrases.SERVICES_INSIDE.get(draft.service, "")
    if draft.served_on is None:
        return [phrases.UNDERSTOOD_SERVED_BY.format(how=service)] if service else []
    how = phrases.UNDERSTOOD_SERVED_HOW.format(how=service) if service else ""
    return [phrases.UNDERSTOOD_SERVED.format(how=how, day=long_date(draft.served_on))]


def _buttons(heard: Heard, message_ts: str) -> Sequence[Block]:
    """Return a button for each date, and one for another; the one button of what is certain."""
    if option := certain(heard):
        return [_button(phrases.CHECK_AND_RECORD, "only", heard, option, message_ts)]
    buttons = [
        _button(wall_moment(option.day, option.hour), str(number), heard, option, message_ts)
        for number, option in enumerate(heard.options[:MOST_DATES])
    ]
    label = phrases.ANOTHER_DATE if buttons else phrases.CHECK_AND_RECORD
    value = carried(heard.draft, message_ts=message_ts)
    return [*buttons, button(label, "sentence.record.other", value)]


def _button(label: str, name: str, heard: Heard, option: Option, message_ts: str) -> Block:
    value = carried(dated(heard.draft, option), words=option.words, message_ts=message_ts)
    return button(label, f"sentence.record.{name}", value)
