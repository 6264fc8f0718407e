"""Recording an entry and the deadlines that follow from it."""

ENTRY_ADDED = "*{ref}* is on the docket of {case}, with {count}. The cards go to every channel that follows the case."
NO_DEADLINES_KEPT = "no deadline"
NO_DEADLINE_FOLLOWS = "No rule of this court makes a deadline follow from this. It will stand on the docket alone."
PREVIEW_INTRO = "*{count} from {title}* ({case}). Untick what does not apply, then save."
HELP_RULING = (
    ("/ruling add 4 May 2018 Judgment", "opens the form, filled in"),
    ("/ruling list", "the rulings of this channel's cases"),
    ("/ruling show R1", "one ruling and the deadlines it started"),
    ("/ruling", "the form"),
)
HELP_ORDER = (
    ("/order add 4 May 2018 Order denying the application", "opens the form, filled in"),
    ("/order list", "the orders of this channel's cases"),
    ("/order show O1", "one order and the deadlines it started"),
    ("/order", "the form"),
)
