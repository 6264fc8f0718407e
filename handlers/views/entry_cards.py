"""The card of an entry: a hearing, ruling or order at a glance, for everybody in a channel."""

from dataclasses import dataclass
from datetime import datetime

from handlers import phrases
from handlers.views.blocks import Block, Message, actions, button, context, message, section
from handlers.views.cards import CaseLine, hours_elsewhere, next_reminder_on, unknown_zone
from handlers.views.text import long_date, moment, month_of, named, said, zone_name
from storage.docket import Entry, EntryKind, EntryStatus, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCard:
    """What an entry's card is made of.

    Args:
        zones: those in which the people of the channel work.
        closed_by: who vacated or withdrew it; `closed_for`: the reason.
        court_closed: why the court is closed on the day of a hearing, if it is.
    """

    entry: Entry
    case: CaseLine
    zones: tuple[str, ...] = ()
    next_reminder: datetime | None = None
    closed_by: str = ""
    closed_for: str = ""
    court_closed: str = ""


def entry_card(card: EntryCard) -> Message:
    """Return the card of an entry."""
    entry = card.entry
    blocks = [
        section(f"{_marked(entry)} · {said(entry.title)}\n{card.case.text}"),
        section("\n".join([entry_when(entry), *hours_elsewhere(entry.starts_at, entry.zone, card.zones)])),
    ]
    if warning := _warning(card):
        blocks.append(section(warning))
    if details := _details(entry):
        blocks.append(section(details))
    small = [phrases.RECORDED_BY.format(by=named(entry.created_by))]
    if card.next_reminder and entry.status is EntryStatus.STANDING:
        small.append(next_reminder_on(card.next_reminder, entry.zone))
    return message(*blocks, context(" · ".join(small), *unknown_zone(card.zones)), _entry_buttons(entry))


def entry_when(entry: Entry) -> str:
    """Return when an entry is, exactly as far as that is known."""
    if entry.precision is Precision.YEAR:
        return f"*{entry.on_date.year}*"
    if entry.precision is Precision.MONTH:
        return f"*{month_of(entry.on_date)}*"
    if entry.starts_at:
        zone = zone_name(entry.starts_at, entry.zone)
        return f"*{moment(entry.starts_at, entry.zone)}* {phrases.COURT_TIME.format(zone=zone)}"
    unknown = f" ({phrases.HOUR_UNKNOWN})" if entry.kind is EntryKind.HEARING else ""
    return f"*{long_date(entry.on_date)}*{unknown}"


def _warning(card: EntryCard) -> str:
    """Return who vacated it and why; or that the court is closed that day."""
    entry = card.entry
    if entry.status is not EntryStatus.STANDING:
        if not card.closed_by:
            return ""
        status = phrases.STATUSES[entry.status].capitalize()
        return phrases.CLOSED_BY.format(status=status, by=named(card.closed_by), reason=said(card.closed_for) or "none")
    return phrases.CLOSED_THAT_DAY.format(why=said(card.court_closed)) if card.court_closed else ""


def _marked(entry: Entry) -> str:
    """Return the id and kind of an entry; one that no longer stands says so first."""
    icon = ":classical_building:" if entry.kind is EntryKind.HEARING else ":page_facing_up:"
    status = phrases.STATUSES.get(entry.status)
    name = f"{icon} *{entry.ref}* · {phrases.KINDS[entry.kind]}"
    return f"*{status}* · ~{entry.ref}~ · {phrases.KINDS[entry.kind]}" if status else name


def _details(entry: Entry) -> str:
    """Return where an entry is, where its document can be read, and what was noted."""
    lines = [said(entry.place, 200)] if entry.place else []
    if entry.link:
        lines.append(f"<{_address(entry.link)}|{phrases.LINK}>")
    if entry.note:
        lines.append(said(entry.note, 500))
    return "\n".join(lines)


def _address(link: str) -> str:
    """Return a link that cannot break out of Slack's angle brackets."""
    return link.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C").replace(" ", "%20")


def _entry_buttons(entry: Entry) -> Block:
    """Return what can be done to an entry now."""
    buttons = [button(phrases.OPEN, "entry.open", entry.ref)]
    if entry.kind is EntryKind.HEARING and entry.status is EntryStatus.STANDING:
        buttons += [
            button(phrases.MOVE, "entry.move", entry.ref),
            button(phrases.VACATE, "entry.vacate", entry.ref),
        ]
    return actions(*buttons, block_id=f"card:{entry.ref}")
