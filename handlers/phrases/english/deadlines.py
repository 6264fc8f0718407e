"""Deadlines: confirmed, moved, done."""

REGISTRY_CLOSES = (
    "The registry closes earlier than midnight, at an hour we do not hold. The last day on which it is open is *{day}*."
)
DEADLINE_MOVED = "{ref} {title}: ~{old}~ → *{new}*, to be confirmed anew"
YOU_CONFIRMED = "You confirmed *{ref}*: {title}, due {due}."
YOU_AGREE = "Your computation agrees: you confirmed *{ref}*: {title}, due {due}."
MARKED_DONE = "*{ref}* is done, with proof: {proof}. Its reminders have stopped."
HELP_DEADLINE = (
    ("/deadline list", "what is open, the earliest first"),
    ("/deadline show {deadline}", "one deadline"),
    ("/deadline explain {deadline}", "how the date was counted"),
    (
        "/deadline confirm {deadline} 19 May 2018",
        "compare a colleague's date with the one you computed; it is confirmed if they agree (or without your own)",
    ),
    ("/deadline done {deadline}", "it was filed: a form for the proof, or type `ECF No. 21` behind"),
)
