"""Recording an entry and the deadlines that follow from it."""

ENTRY_ADDED = "*{ref}* is on the docket of {case}, with {count}. The cards go to every channel that follows the case."
NO_DEADLINES_KEPT = "no deadline"
NO_DEADLINE_FOLLOWS = "No rule of this court makes a deadline follow from this. It will stand on the docket alone."
PREVIEW_INTRO = "*{count} from {title}* ({case}). Untick what does not apply, then save."
HELP_RULING = (
    ("/ruling add {recent} Judgment", "opens the form, filled in"),
    ("/ruling list", "the rulings of this channel's cases; `list past`, `list C1`"),
    ("/ruling show {ruling}", "one ruling, the deadlines it started and what happened to it"),
    (
        "/ruling edit {ruling}",
        'correct it: a form, or type `served {recent} "the receipt says so"` behind; shows what moves',
    ),
    (
        "/ruling withdraw {ruling}",
        "recorded by mistake, or withdrawn by the court: a form that asks about its deadlines",
    ),
    ("/ruling", "the form"),
)
HELP_ORDER = (
    ("/order add {recent} Order denying the application", "opens the form, filled in"),
    ("/order list", "the orders of this channel's cases; `list past`, `list C1`"),
    ("/order show {order}", "one order, the deadlines it started and what happened to it"),
    (
        "/order edit {order}",
        'correct it: a form, or type `served {recent} "the receipt says so"` behind; shows what moves',
    ),
    ("/order withdraw {order}", "recorded by mistake, or withdrawn by the court: a form that asks about its deadlines"),
    ("/order", "the form"),
)
