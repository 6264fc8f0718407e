"""Undoing, and the log of what was done."""

UNDO = "Undo it"
UNDO_TITLE = "Your last change"
UNDO_WHAT = "*{what}* · {subject} · {when}"
UNDO_WOULD = "If you undo it:"
UNDO_COLUMN = "• *{ref}* {column}: ~{now}~ → *{then}*"
UNDO_WITHDRAWN = "• *{ref}* {title}: stays on the docket, marked *withdrawn*"
UNDO_MOOT = "• *{ref}* {title}: stays on the docket, marked *moot*"
UNDO_CLOSED = "• *{ref}*: the case is closed"
UNDO_MORE = "… and {count} more"
UNDO_ONCE = "Reminders and calendars follow. An undoing cannot be undone itself: do it again by hand."
UNDONE = "Undone: {what} · {subject}."
UNDONE_IN_CASE = ":leftwards_arrow_with_hook: {by} undid *{what}* in {case}:"
UNDO_EMPTY = "nothing"

COLUMNS = {
    "title": "title",
    "on_date": "day",
    "starts_at": "time",
    "precision": "exactness of the date",
    "place": "place",
    "trigger": "what it is for the rules",
    "service": "service",
    "served_on": "served on",
    "link": "link",
    "note": "note",
    "owner": "owner",
    "backup": "backup",
    "outcome": "outcome",
    "status": "status",
    "condition": "condition",
    "rule": "rule",
    "citation": "citation",
    "due": "due",
    "latest": "latest reading",
    "standing": "standing",
    "confirmed_by": "confirmed by",
    "done_by": "done by",
    "filed_by": "filed by",
    "proof": "proof",
    "is_fixed": "fixed by the court",
    "closed_reason": "reason",
    "snoozed_until": "snoozed until",
    "docket_number": "docket number",
    "caption": "caption",
    "alias": "code name",
    "our_side": "our side",
    "closed_at": "closed on",
    "language": "language",
    "is_blind": "blind confirmation",
    "zone": "zone",
    "ladder": "reminders of deadlines",
    "hearing_ladder": "reminders of hearings",
    "at_hour": "hour of reminders",
    "quiet_from": "quiet from",
    "quiet_until": "quiet until",
    "digest_at": "hour of the digest",
    "has_digest": "digest",
}
YES_NO = {True: "yes", False: "no"}

DEEDS = {
    "import.done": "file imported",
    "deadline.entered": "deadline entered",
    "deadline.handed_over": "deadline handed over to the next hearing",
    "case.opened": "case opened",
    "case.linked": "case followed by a channel",
    "case.unlinked": "case no longer followed by a channel",
    "case.edited": "case edited",
    "case.closed": "case closed",
    "case.reopened": "case reopened",
    "hearing.scheduled": "hearing added",
    "hearing.moved": "hearing moved",
    "hearing.vacated": "hearing vacated",
    "hearing.held": "hearing held",
    "hearing.withdrawn": "hearing withdrawn",
    "hearing.edited": "hearing edited",
    "ruling.recorded": "ruling recorded",
    "ruling.edited": "ruling edited",
    "ruling.withdrawn": "ruling withdrawn",
    "order.recorded": "order recorded",
    "order.edited": "order edited",
    "order.withdrawn": "order withdrawn",
    "filing.recorded": "filing recorded",
    "service.recorded": "service recorded",
    "notice.recorded": "notice recorded",
    "deadline.adopted": "deadline adopted",
    "deadline.added": "deadline added",
    "deadline.confirmed": "deadline confirmed",
    "deadline.assigned": "deadline assigned",
    "deadline.snoozed": "deadline snoozed",
    "deadline.acknowledged": "reminder seen",
    "deadline.extended": "deadline extended",
    "deadline.fixed": "deadline fixed by the court",
    "deadline.moved": "deadline moved",
    "deadline.restated": "deadline explained anew",
    "deadline.without_rule": "no rule gives this date any more",
    "deadline.done": "deadline done",
    "deadline.moot": "deadline moot",
    "deadline.reopened": "deadline reopened",
    "deadline.edited": "deadline edited",
    "question.settled": "question of law settled",
    "question.reopened": "question of law opened again",
    "closure.recorded": "closing recorded",
    "closure.withdrawn": "closing withdrawn",
    "revision.applied": "date moved by the law as it is now",
    "revision.kept": "date kept",
    "revision.asked": "decision asked for",
    "settings.changed": "settings changed",
    "person.language": "language chosen",
    "absence.recorded": "days away recorded",
    "absence.withdrawn": "days away withdrawn",
    "feed.issued": "calendar address made",
    "feed.revoked": "calendar address revoked",
    "docket.exported": "docket exported",
    "change.undone": "undone",
}

AUDIT = "The log"
AUDIT_OF = "The log of {subject}"
AUDIT_LINE = "*{when}* · {by} · *{what}* · {subject}"
AUDIT_REASON = "Reason: {reason}"
AUDIT_CHANGE = "{column}: ~{old}~ → *{new}*"
AUDIT_PLAIN_CHANGE = "~{old}~ → *{new}*"
AUDIT_NOTHING = "The log holds nothing here that you may see."
AUDIT_HOLDS = ":lock: The log holds: no line of it was changed or removed since it was written."
AUDIT_BROKEN = (
    ":rotating_light: *The log does not hold*: somebody changed or removed a line outside of Ad Quem. Stop relying on "
    "it, keep the database as it is, and let whoever runs the bot type `adquem audit verify`."
)
AUDIT_VERIFY = "`/docket audit verify` checks that no line was changed."
AUDIT_ZONE = "Times are in your zone ({zone})."
