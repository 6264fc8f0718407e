"""khal: reads a calendar from stdin and writes what it understood of each event."""

import json
import sys
from datetime import datetime
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

khal: Any = import_module("khal.icalendar")
events: Any = import_module("khal.khalendar.event")
UTC = ZoneInfo("UTC")
LOCALE = {"default_timezone": UTC, "local_timezone": UTC}


def read(vevent: Any) -> dict[str, Any]:
    event = events.Event.fromVEvents([vevent], calendar="feed", locale=LOCALE)
    start = event.start
    return {
        "uid": event.uid,
        "start": start.timestamp() if isinstance(start, datetime) else start.isoformat(),
        "title": event.summary,
        "text": event.description or None,
        "status": event.status.strip(),
    }


json.dump([read(vevent) for vevent in khal.cal_from_ics(sys.stdin.read()).walk("VEVENT")], sys.stdout)
