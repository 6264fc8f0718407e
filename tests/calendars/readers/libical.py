"""libical, the parser of Evolution and GNOME, through gi: run by the system's Python, for gi comes from Debian."""

import json
import sys
from importlib import import_module
from typing import Any

gi: Any = import_module("gi")
gi.require_version("ICalGLib", "3.0")
ical: Any = import_module("gi.repository.ICalGLib")


def read(event: Any) -> dict[str, Any]:
    start = event.get_dtstart()
    day = f"{start.get_year():04}-{start.get_month():02}-{start.get_day():02}"
    return {
        "uid": event.get_uid(),
        "start": day if start.is_date() else start.as_timet_with_zone(start.get_timezone()),
        "title": event.get_summary(),
        "text": event.get_description(),
        "status": event.get_first_property(ical.PropertyKind.STATUS_PROPERTY).get_value_as_string(),
    }


calendar = ical.Component.new_from_string(sys.stdin.read())
events = []
found = calendar.get_first_component(ical.ComponentKind.VEVENT_COMPONENT)
while found:
    events.append(read(found))
    found = calendar.get_next_component(ical.ComponentKind.VEVENT_COMPONENT)
json.dump(events, sys.stdout)
