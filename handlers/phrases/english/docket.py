"""What is ahead, the closed days, and what can be found."""

TODAY_AND_NEXT = "The docket: {first} to {last}"
NOTHING_DUE = "Nothing is on the docket for these days."
CLOSED_DAYS = "Closed days ahead"
COUNTRIES = {"KH": "Cambodia", "US": "United States"}
NO_CLOSED_DAYS = "*{court}*: no closed weekday"
NO_COURT_HERE = "No court is concerned here yet: `/case add` opens a case, `/case link` follows one."
AGENDA_OVERDUE = ":rotating_light: *Overdue*"
AGENDA_DAY = "*{day}*{left}"
AGENDA_TODAY = " · *today*"
AGENDA_TOMORROW = " · tomorrow"
AGENDA_IN_DAYS = " · in {days} days"
AGENDA_DEADLINE = "{flag}:hourglass_flowing_sand: *{ref}* · {title} · {citation} · {case}"
AGENDA_DUE = "until {hour} court time ({zone})"
AGENDA_WAS_DUE = "was due {day}, {hour} court time ({zone})"
AGENDA_UNCONFIRMED = "*unconfirmed*"
AGENDA_CONDITIONAL = "conditional"
AGENDA_STANDINGS = {"arguable": "arguable", "unverified": "unverified"}
AGENDA_BY_HAND = "entered by hand"
AGENDA_ENTRY = "{flag}:classical_building: *{ref}* · {kind} · {title} · {case}"
AGENDA_FILED = "{flag}:page_facing_up: *{ref}* · {kind} · {title} · {case}"
AGENDA_AT = "{hour} court time ({zone})"
AGENDA_NO_HOUR = "hour not known"
AGENDA_CLOSED_DAYS = "*Closed days in this time*"
REMINDERS_IN_TROUBLE = ":no_bell: *Reminders that could not be delivered yet* (they are tried again):"
REMINDER_IN_TROUBLE = "• *{ref}* in {channel}: {trouble}"
REMINDER_CHANNEL = "<#{channel}>"
REMINDER_OTHER_CHANNEL = "another channel"
REMINDER_TROUBLES = {
    "not_in_channel": "I am not in there: `/invite @adquem`",
    "channel_not_found": "I cannot see it: `/invite @adquem` there",
    "is_archived": "it is archived: follow the case elsewhere with `/case link`",
}
REMINDERS_MORE = "… and {count} more"

SEARCH = "Search"
SEARCH_WORDS = "What to look for"
SEARCH_HINT = "Words, a docket number, a code name, a short id; in English or Khmer"
SEARCH_FOUND = "{total} found for “{words}”"
SEARCH_NOTHING = (
    "Nothing that you may see holds “{words}”. Try fewer words or a part of one; `/docket list` shows what is ahead."
)

HELP_DOCKET = (
    ("/docket", "what is overdue, today and the next 14 days"),
    ("/docket closed", "the days on which each court is closed, in both countries"),
    ("/docket search objections", "find words in anything you may see; short ids and docket numbers, too"),
    ("/docket undo", "take back your own last change, within a day; it shows what that would do and asks"),
    ("/docket settings", "this channel's language, reminders, quiet hours, digest and blind confirmation: the form"),
    ("/docket settings reminders 30 14 7 3 1", "on which days before a deadline this channel is reminded"),
    ("/docket settings quiet 21:00 to 7:00", "when nothing is said here; also `hour`, `hearings`, `zone`, `digest`"),
    ("/docket language khmer", "the language in which I answer you (`english` or `khmer`)"),
    (
        "/docket away 1 July {next_year} to 14 July {next_year}",
        "the days on which you are away; `/docket away` lists and ends them",
    ),
    ("/docket audit {deadline}", "who changed it, when and why; without an id, everything that you may see"),
    ("/docket help", "this"),
)
