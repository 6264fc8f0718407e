"""The timeline."""

TIMELINE = "Timeline"
TIMELINE_OF = (
    "I know no timeline of “{said}”. Type a case (`/timeline C1`), a country (`/timeline us`, `/timeline kh`), a year "
    "(`/timeline 2018`), years (`/timeline 2017-2018`) or days (`/timeline 1 March 2018 to 30 June 2018`)."
)
TIMELINE_BACKWARDS = (
    "{first} is after {last}, so there is nothing between them. Type the earlier day first: "
    "`/timeline 1 March 2018 to 30 June 2018`."
)
TIMELINE_COMES_HERE = "The picture follows in this channel."
TIMELINE_COMES_TO_YOU = "The picture follows in your messages from me, where nobody else sees it."
TIMELINE_PICTURE = "Timeline of {cases}"
TIMELINE_PICTURE_HERE = "{person} asked for the timeline of {cases}."
TIMELINE_PICTURE_TO_YOU = "The timeline of {cases}, as you asked."
TIMELINE_PICTURE_SHOWS = (
    "Hearings, rulings, orders, filings and deadlines in the order of their dates; the list above names them in words."
)
TIMELINE_NO_PICTURE = (
    "This is the list alone: I may not send the picture, because the app was not granted `files:write`. Whoever "
    "installed it can add that under “OAuth & Permissions”."
)
HELP_TIMELINE = (
    ("/timeline", "both countries' events in order, as a list and as a picture"),
    ("/timeline {case}", "those of one case"),
    ("/timeline us", "those of one country (`us` or `kh`)"),
    ("/timeline {last_year}-{this_year}", "those of some years, or of one: `{this_year}`"),
    (
        "/timeline 1 March {this_year} to 30 June {this_year}",
        "from one day to another; also `since …`, `until …`, `March {this_year}`",
    ),
    ("/timeline narrow", "a picture for a telephone; `code names` behind it tells no more than code names"),
    ("/timeline only me", "the picture goes to your own messages, not into the channel"),
)
