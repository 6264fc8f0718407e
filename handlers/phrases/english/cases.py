"""Cases and the channels that follow them."""

CASE_OPENED = (
    "*{ref}* is on the docket: {number}, _{caption}_, {court}. This channel follows it now. "
    "Next: `/hearing add …` or `/order add`."
)
CASE_LINKED = "This channel follows *{ref}* now: {number}, _{caption}_."
CASE_LINKED_ALREADY = "This channel follows *{ref}* already."
HELP_CASE = (
    ("/case add cand 3:18-mc-80024-SK Rainsy v. Facebook", "open a case; this channel follows it"),
    ("/case list", "the cases that this channel follows"),
    ("/case show C1", "one case, with what is ahead"),
    ("/case link C1", "let this channel follow a case that you may see"),
    ("/case", "the form"),
)
