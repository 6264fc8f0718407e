"""The card of an entry: a hearing, ruling or order at a glance, for everybody in a channel."""

from dataclasses import dataclass
from datetime import datetime

from bot.docket.outcomes import upshot_in
from handlers import phrases
from handlers.views.blocks import Block, Message, actions, button, context, message, option, section
from handlers.views.cards import CaseLine, hours_elsewhere, next_reminder_on, unknown_zone
from handlers.views.inputs import overflow
from handlers.views.links import link_to
from handlers.views.text import long_date, moment, month_of, named, said, zone_name
from storage.docket import Entry, EntryKind, EntryStatus, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCard:
    """What an entry's card is made of.

    Args:
        zones: those in which the people of the channel work.
        closed_by: who vacated or withdrew it; `closed_for`: the reason.
        court_closed: why the court is closed on the day of a hearing, if it is.
        trigger: what it is for the rules, by its label ("Final judgment"), if it starts any.
        follows: the hearing that was adjourned to this one; `followed_by`: the one that this was adjourned to.
    """

    entry: Entry
    case: CaseLine
    zones: tuple[str, ...] = ()
    next_reminder: datetime | None = None
    closed_by: str = ""
    closed_for: str = ""
    court_closed: str = ""
    trigger: str = ""
    follows: str = ""
    followed_by: str = ""


def entry_card(card: EntryCard) -> Message:
    """Return the card of an entry."""
    entry = card.entry
    blocks = [
        section(f"{_marked(entry)} · {said(entry.title)}\n{card.case.text}"),
        section("\n".join([entry_when(entry), *hours_elsewhere(entry.starts_at, entry.zone, card.zones)])),
    ]
    if warning := _warning(card):
        blocks.append(section(warning))
    if details := _details(card):
        blocks.append(section(details))
    small = [*_owner(entry), phrases.RECORDED_BY.format(by=named(entry.created_by))]
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


def when_on_the_wall(entry: Entry) -> str:
    """Return when an entry is, with the name of the court's zone if its hour is known."""
    if entry.starts_at is None:
        return long_date(entry.on_date)
    return f"{moment(entry.starts_at, entry.zone)} ({zone_name(entry.starts_at, entry.zone)})"


def _warning(card: EntryCard) -> str:
    """Return who ended it and why, or what came of it; or that the court is closed that day."""
    entry = card.entry
    if entry.status is EntryStatus.STANDING:
        return phrases.CLOSED_THAT_DAY.format(why=said(card.court_closed)) if card.court_closed else ""
    if entry.status is EntryStatus.HELD:
        return _outcome(card)
    if not card.closed_by:
        return ""
    status = phrases.STATUSES[entry.status].capitalize()
    reason = said(card.closed_for) or phrases.CHANGE_NONE
    return phrases.CLOSED_BY.format(status=status, by=named(card.closed_by), reason=reason)


def _outcome(card: EntryCard) -> str:
    """Return what came of a hearing, and who wrote it down."""
    upshot, words = upshot_in(card.entry.outcome)
    told = f": {said(words)}" if words else ""
    lines = [f"*{phrases.ENTRY_UPSHOTS[upshot]}*{told}"]
    if card.followed_by:
        lines.append(phrases.ENTRY_FOLLOWED_BY.format(ref=card.followed_by))
    if card.closed_by:
        lines.append(phrases.ENTRY_OUTCOME_BY.format(by=named(card.closed_by)))
    return "\n".join(lines)


def _owner(entry: Entry) -> list[str]:
    if not entry.owner:
        return []
    told = phrases.ENTRY_OWNER_HEARING if entry.kind is EntryKind.HEARING else phrases.ENTRY_OWNER
    return [told.format(owner=named(entry.owner))]


def _marked(entry: Entry) -> str:
    """Return the id and kind of an entry; one that was vacated or withdrawn says so first."""
    icon = ":classical_building:" if entry.kind is EntryKind.HEARING else ":page_facing_up:"
    status = phrases.STATUSES.get(entry.status)
    if entry.status is EntryStatus.HELD or not status:
        name = f"{icon} *{entry.ref}* · {phrases.KINDS[entry.kind]}"
        return f"{name} · {status}" if status else name
    return f"*{status}* · ~{entry.ref}~ · {phrases.KINDS[entry.kind]}"


def _details(card: EntryCard) -> str:
    """Return what it is for the rules, what it follows, where it is, where its document is, and what was noted."""
    entry = card.entry
    lines = [phrases.ENTRY_FOR_THE_RULES.format(trigger=said(card.trigger, 200))] if card.trigger else []
    if card.follows:
        lines.append(phrases.ENTRY_FOLLOWS.format(ref=card.follows))
    lines += _served(entry)
    if entry.place:
        lines.append(said(entry.place, 200))
    if entry.link:
        lines.append(link_to(entry.link, phrases.LINK))
    if entry.note:
        lines.append(said(entry.note, 500))
    return "\n".join(lines)


def _served(entry: Entry) -> list[str]:
    """Return how and when an entry was served, as far as that is known; nothing of a hearing."""
    if entry.kind is EntryKind.HEARING or not (entry.service or entry.served_on):
        return []
    how = phrases.SERVICES_INSIDE.get(entry.service, "") if entry.service else phrases.ENTRY_SERVED_UNKNOWN_HOW
    when = long_date(entry.served_on) if entry.served_on else phrases.ENTRY_SERVED_UNKNOWN_DAY
    return [phrases.ENTRY_SERVED.format(how=how, day=when)]


def _entry_buttons(entry: Entry) -> Block:
    """Return what can be done to an entry now; what is done seldom stands behind three dots."""
    row = [button(phrases.OPEN, "entry.open", entry.ref)]
    if entry.kind is EntryKind.HEARING and entry.status is EntryStatus.STANDING:
        row += [button(phrases.MOVE, "entry.move", entry.ref), button(phrases.VACATE, "entry.vacate", entry.ref)]
    seldom = _seldom(entry)
    if seldom:
        row.append(overflow("entry.more", [option(label, f"{verb} {entry.ref}") for verb, label in seldom]))
    return actions(*row, block_id=f"card:{entry.ref}")


def _seldom(entry: Entry) -> list[tuple[str, str]]:
    """Return the verbs behind the three dots with their labels."""
    if entry.status in (EntryStatus.VACATED, EntryStatus.WITHDRAWN):
        return []
    edit = ("edit", phrases.ENTRY_EDIT)
    if entry.status is EntryStatus.HELD:
        return [edit]
    of_hearing = [
        ("held", phrases.HEARING_HELD_BUTTON),
        ("adjourn", phrases.HEARING_ADJOURN),
        ("file", phrases.FILE_BUTTON),
    ]
    return [*(of_hearing if entry.kind is EntryKind.HEARING else []), edit, ("withdraw", phrases.ENTRY_WITHDRAW)]
