"""Lists that people page through."""

CASES_HERE = "Cases that this channel follows"
YOUR_CASES = "Cases that you may see"
LIST_TITLES = {"hearing": "Hearings", "ruling": "Rulings", "order": "Orders"}
DEADLINES = "Open deadlines"
NOTHING_LISTED = "Nothing here yet. {hint}"
PAGE = "{first} to {last} of {total}"
IN_DAYS = "in {days} days"
COUNTED = {0: "today", 1: "tomorrow"}
CONDITIONAL = "conditional"
LIST_UNCONFIRMED = "unconfirmed"
DEADLINE_STATUSES = {"done": "done", "moot": "moot"}
DAY_HAS_PASSED = ":warning: *This day has passed.*"
SERVED_BEFORE_ENTERED = ":warning: Served on {served}, before it was entered on {entered}: check both dates."
ENTERED_IN_FUTURE = ":warning: The date entered, {entered}, has not come yet: check it."
ABOUT_TITLE = "What is to come with “{words}”"
BETWEEN_TITLE = "{first} to {last}"
