"""The columns of a CSV, by any of the names that people give them."""

from collections.abc import Mapping, Sequence

from bot.importing.rows import UnreadableFileError

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "kind": ("type", "category", "what", "event type", "ប្រភេទ"),
    "title": ("name", "subject", "summary", "event", "description of event", "matter", "ចំណងជើង"),
    "date": ("day", "on", "on date", "start date", "event date", "hearing date", "date entered", "កាលបរិច្ឆេទ"),
    "time": ("hour", "start time", "court time", "at time", "ម៉ោង"),
    "zone": ("time zone", "timezone", "tz"),
    "place": ("location", "where", "courtroom", "room", "ទីកន្លែង"),
    "trigger": ("rule trigger",),
    "service": ("service method", "how served", "served by", "method of service"),
    "served": ("served on", "date served", "service date"),
    "link": ("url", "document", "document link"),
    "note": ("notes", "comment", "comments", "description", "detail", "details", "remarks"),
    "uid": ("id", "uuid"),
    "due": ("due date", "deadline", "due on"),
    "citation": ("rule", "authority", "cite"),
    "owner": ("responsible", "assigned to", "assignee"),
    "precision": (),
    "status": ("state",),
    "case": (),
}
_NAMES = {other: name for name, others in COLUMNS.items() for other in (name, *others)}


def named(heading: str) -> str:
    """Return the column that a heading means; nothing if I know none."""
    return _NAMES.get(" ".join(heading.casefold().replace("_", " ").replace("-", " ").split()), "")


def read_headings(headings: Sequence[str]) -> tuple[dict[str, int], list[str]]:
    """Return where each known column stands, and the headings of those that are not read.

    Raises:
        UnreadableFileError: if a column that is needed is missing, or one stands there twice.
    """
    places: dict[str, int] = {}
    unread = []
    for place, heading in enumerate(headings):
        name = named(heading)
        if not name:
            unread += [heading.strip()] if heading.strip() else []
        elif name in places:
            first = headings[places[name]].strip()
            raise UnreadableFileError(
                f"Two columns mean “{name}”: “{first}” and “{heading.strip()}”. Delete one, or give it another name."
            )
        else:
            places[name] = place
    missing = [name for name in ("kind", "title") if name not in places]
    if "date" not in places and "due" not in places:
        missing.append("date")
    if missing:
        raise UnreadableFileError(
            f"The first line must name the columns, and {' and '.join(missing)} cannot be found in it. Begin the file "
            "with: kind,title,date,time,place"
        )
    return places, unread
