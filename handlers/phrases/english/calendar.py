"""Feed addresses."""

FEED_CREATED = (
    "Your secret address for {scope}. It is shown *this once*; whoever has it can read the calendar. Never post it."
)
FEED_LINKS = (
    "• Apple, Outlook, Thunderbird: {webcal}\n• Google: <{google}|add to Google Calendar>\n• Anything else: {https}"
)
FEED_SPEED = (
    "Calendars look on their own clock: Google every 4 to 24 hours, Outlook on the web about every 3 hours, Apple from "
    "5 minutes to a week as you set it, Thunderbird every 30 minutes. The alarm is here in Slack, not there."
)
FEED_LIST = "Your calendar addresses"
FEED_ITEM = "*{number}* · {scope} · made {made} · {seen}"
FEED_SEEN = "last fetched {seen}"
FEED_UNSEEN = "never fetched"
FEED_REVOKED = "Address {number} is revoked: calendars that still ask get nothing more."
FEED_NONE = "You have no address yet. `/calendar create` makes one, or press a button."
FEED_FOR_ALL = "Address for all my cases"
FEED_FOR_CHANNEL = "Address for this channel"
FEED_SCOPES = {"all": "everything you may see", "channel": "this channel's cases", "case": "one case"}
FEED_DETAILS = {"full": "in full", "alias": "code names only", "busy": "only that the time is taken"}
HELP_CALENDAR = (
    ("/calendar create", "a secret address for your calendar: everything you may see"),
    ("/calendar create channel", "only this channel's cases"),
    (
        "/calendar list",
        "your addresses and their numbers; `rotate` with a number makes a new one instead, `revoke` closes it",
    ),
)
