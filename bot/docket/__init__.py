"""The verbs of the docket.

Each verb is a free function whose first argument is the `Change` it belongs to: one transaction, one line or more in
the log, and everything that follows from it (reminders, calendar events) refreshed before it is kept.

    with desk.change(by="U123") as change:
        hearings.move(change, hearing=hearing, starts_at=..., reason="clerk's notice")
"""
