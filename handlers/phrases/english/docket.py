"""What is ahead, and the closed days."""

TODAY_AND_NEXT = "The docket: {first} to {last}"
NOTHING_DUE = "Nothing is on the docket for these days."
CLOSED_DAYS = "Closed days ahead"
CLOSED_AT = "*{court}* closed: {days}"
NO_CLOSED_DAYS = "*{court}*: no closed weekday"
HELP_DOCKET = (
    ("/docket", "today and the next 14 days"),
    ("/docket closed", "the closed days ahead"),
    ("/docket help", "this"),
)
