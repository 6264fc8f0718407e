"""The plan: in which case each event of the record stands, and what the rules are asked about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from importlib.resources import files
from typing import Any

import yaml

from bot.demo.record import Event, read_record


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedEvent:
    """An event as it will stand on the docket; `again` is the row that tells it a second time."""

    event: Event
    again: Event | None
    trigger: str | None
    service: str
    served_on: date | None
    hour: time | None
    link: str

    @property
    def note(self) -> str:
        """Return the note of every row that tells it."""
        return "\n\n".join(row.note for row in (self.event, self.again) if row)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCase:
    """A case, the channel that follows it, who records it and who owes what it starts."""

    court: str
    number: str
    caption: str
    our_side: str
    channel: str
    recorded_by: str
    owner: str | None
    events: tuple[PlannedEvent, ...]


def read_plan() -> tuple[PlannedCase, ...]:
    """Return the cases in the order in which they are opened, each with its events in the order of their dates.

    Raises:
        LookupError: if the plan names an event that the record does not tell, or tells more than once.
    """
    named = partial(_named, read_record())
    cases = yaml.safe_load((files(__package__) / "docket.yml").read_text(encoding="utf-8"))
    return tuple(_case(case, named) for case in cases)


def _case(given: Mapping[str, Any], named: "partial[Event]") -> PlannedCase:
    return PlannedCase(
        court=given["court"],
        number=given["number"],
        caption=given["caption"],
        our_side=given["our_side"],
        channel=given["channel"],
        recorded_by=given.get("recorded_by", "import"),
        owner=given.get("owner"),
        events=tuple(_event(event, named) for event in given["events"]),
    )


def _event(given: Mapping[str, Any], named: "partial[Event]") -> PlannedEvent:
    return PlannedEvent(
        event=named(given["event"]),
        again=named(given["same_as"]) if "same_as" in given else None,
        trigger=given.get("trigger"),
        service=given.get("service", ""),
        served_on=given.get("served_on"),
        hour=time.fromisoformat(given["hour"]) if "hour" in given else None,
        link=given.get("link", ""),
    )


def _named(record: Sequence[Event], name: str) -> Event:
    """Return the one event whose date and title begin with these words."""
    written, _, title = name.partition(" ")
    found = [event for event in record if event.written == written and event.title.startswith(title)]
    if len(found) != 1:
        raise LookupError(f"The record tells “{name}” {len(found)} times; the plan must name exactly one event.")
    return found[0]
