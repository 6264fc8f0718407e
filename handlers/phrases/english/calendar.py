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
FEED_SEEN_BY = "{seen} by {client}"
FEED_UNSEEN = "never fetched"
FEED_UNTIL = "shows until {day}"
FEED_ENDED = "*ended* on {day}"
FEED_NO_END = "has no end"
FEED_REVOKED = "Address {number} is revoked: calendars that still ask get nothing more."
FEED_RENAMED = "Address {number} is called “{title}” now; calendars show that when they look next."
FEED_UNNAMED = "Address {number} goes by what it shows again; calendars show that when they look next."
FEED_NONE = "You have no address yet. `/calendar create` makes one, or press a button."
FEED_FOR_ALL = "Address for all my cases"
FEED_FOR_CHANNEL = "Address for this channel"
FEED_FORM = "Choose what it shows"
FEED_SHOW = "What it shows"
FEED_HOW = "How to add it"
FEED_ROTATE = "Replace it"
FEED_REVOKE = "Revoke it"
FEED_RENEW = "Make a new one"
FEED_SCOPES = {"all": "everything you may see", "channel": "this channel's cases", "case": "one case"}
FEED_DETAILS = {"full": "in full", "alias": "code names only", "busy": "only that the time is taken"}
FEED_PAGE = "Calendar address {number}"
FEED_SHOWS = "Shows {scope}: at present {cases}."
FEED_SHOWS_NOTHING = "Shows {scope}: at present nothing, because you may see no such case."
FEED_EVENTS = {0: "No events", 1: "1 event"}
FEED_EVENTS_MANY = "{count} events"
FEED_CLIENTS = {0: "Nobody fetched it within a week.", 1: "1 client fetched it within a week."}
FEED_CLIENTS_MANY = "{count} different clients fetched it within a week."
FEED_RINGS = "Rings {before} before a hearing, and at 9:00 on the day before a deadline, where the program lets it."
FEED_MINUTES = {30: "30 minutes", 60: "1 hour", 120: "2 hours", 1440: "1 day"}
FEED_MINUTES_MANY = "{minutes} minutes"
FEED_SILENT = "Does not ring."
FEED_ENDS_LINE = "It {ends}."
FEED_LISTED_MORE = "And {count} more, older ones: `/calendar show` with the number shows one."

FEED_HOW_TITLE = "How to add an address to your calendar"
FEED_HOW_TO = (
    (
        "*Google Calendar*: press the Google link, or on the web *Other calendars* → *+* → *From URL* and paste the "
        "https address. Looks every 4 to 24 hours, and nobody can hurry it. It shows no alarms and drops what is "
        "cancelled."
    ),
    (
        "*Apple*: open the webcal address. On a Mac choose *Auto-refresh: every 5 minutes* (it can be a week) "
        "and untick *Remove: Alerts*; on an iPhone it is *Settings → Calendar → Accounts → Add Subscribed Calendar*, "
        "which looks when the phone fetches."
    ),
    (
        "*Outlook*: on the web *Add calendar* → *Subscribe from web* and paste the https address; it looks about every "
        "3 hours, at times once a day. On Windows open the webcal address; it looks every hour."
    ),
    (
        "*Thunderbird*: *New calendar* → *On the network*, paste the https address, tick nothing else. Looks every 30 "
        "minutes, or as you set it."
    ),
)
FEED_HOW_SAFE = (
    "Never rely on a calendar for a change of the same day: the alarm is here in Slack. Google and Microsoft keep what "
    "their servers fetch; for them choose `alias` or `busy`."
)

FEED_FORM_TITLE = "New address"
FEED_FORM_SCOPE = "What it shows"
FEED_FORM_DETAIL = "How much it says"
FEED_FORM_UNTIL = "Last day"
FEED_FORM_UNTIL_HINT = "It shows nothing after that day. Empty: until you revoke it"
FEED_FORM_ALARM = "Alarm in the calendar"
FEED_FORM_ALARM_HINT = "Google ignores it, Apple asks. The reminders in Slack come anyway"
FEED_FORM_NO_ALARM = "None"
FEED_FORM_TITLE_FIELD = "What you call it"
FEED_FORM_TITLE_HINT = "The calendar program shows this name. Whoever looks at your screen reads it, too"
FEED_FORM_CREATE = "Create"

FEED_ALARM_UNREADABLE = "An alarm rings at most 7 days before: `/calendar create alarm 1 hour`."
FEED_SAY_TITLE = (
    "Say how to call it: `/calendar rename {number} My telephone`; `/calendar rename {number} -` unnames it."
)

FEED_HAS_ENDED = (
    "Your calendar address {number} ({scope}) ended on {day}, as you chose. Calendars that still ask get nothing more "
    "and keep, or drop, what they have. Press the button if you still need it: the new address lasts as long."
)
FEED_CROWDED = (
    ":warning: *Your calendar address {number} ({scope}) may be in other hands.* {clients} different clients fetched "
    "it within a week, more than one person's devices usually are. If they are not all yours, replace it: the new "
    "address shows the same, and the old one shows nothing any more."
)

FILE_BUTTON = "Calendar file"
FILE_COMES = "The calendar file of {ref} comes in your messages from me, and to nobody else."
FILE_TITLE = "{ref} as a calendar file"
FILE_WORDS = "{ref} for your calendar. It does not follow when the date moves: `/calendar create` makes what does."
FILE_REFUSED = (
    "I may not send files here. This address gives {ref} to whoever opens it first, once, until {until}: {address}"
)
FILE_NO_ADDRESS = (
    "I may not send files here, and calendars cannot reach me either. Whoever runs the bot grants `files:write` or "
    "sets PUBLIC_URL."
)

HELP_CALENDAR = (
    ("/calendar create", "a secret address for your calendar: everything you may see"),
    ("/calendar create channel", "only this channel's cases"),
    (
        "/calendar create busy for 90 days alarm 1 hour",
        "says only that the time is taken, ends by itself, and rings; `alias` says code names only",
    ),
    ("/calendar new", "a form for all of that"),
    (
        "/calendar list",
        "your addresses and their numbers; behind `show`, `rename`, `rotate` or `revoke` a number means one of them",
    ),
    ("/calendar how", "how to add an address in Google, Apple, Outlook and Thunderbird, and how slow each of them is"),
)
