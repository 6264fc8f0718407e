"""Conflicts: two hearings at once, too much on one day, somebody away."""

CONFLICTS = {
    "overlap": (
        ":warning: {person} is to be at {refs}, which may overlap on {day}: let a colleague take one, or move it."
    ),
    "travel": (
        ":warning: {person} is to be at {refs}, in places too far apart for the time between them (from {day}): "
        "let a colleague take one, or ask to be heard by video."
    ),
    "same_case": (
        ":warning: {refs} are hearings of one case that begin within an hour of each other on {day}. "
        "If they are the same hearing, vacate one."
    ),
    "crowded": ":warning: {person} owes {total} deadlines on {day}: {refs}. Assign some to a colleague.",
    "away": (
        ":warning: {person} is away until {until} (from {since} on), and {refs} falls on {day}: "
        "assign it to somebody who is here."
    ),
    "away_for_several": (
        ":warning: {person} is away until {until} (from {since} on) and owes {total} deadlines meanwhile, "
        "from {day} on: {refs}. Assign them to somebody who is here."
    ),
    "office_closed": (
        ":warning: {person}'s own office is closed on {day} ({why}), when {refs} is due: plan it for the day before."
    ),
}
CONFLICT_BACKUP = "The backup is {backup}."
CONFLICT_WEEKEND = "weekend"
CONFLICT_AND = " and "
CONFLICT_MORE = "{count} more"
CONFLICT_THIS = "*this one*"
CONFLICT_THESE = "*these {count}*"
CONFLICT_NOT_SAVED = "Nothing is saved yet: change it, or save it all the same."
CONFLICTS_TITLE = "Conflicts ahead"
