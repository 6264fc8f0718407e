"""The words on buttons and on the fields of forms."""

CONFIRM = "Confirm"
DONE = "Done"
EXPLAIN = "Explain"
OPEN = "Open"
MOVE = "Move"
VACATE = "Vacate"
EARLIER = "← Previous"
LATER = "Next →"
SAVE = "Save"
PREVIEW = "Preview"
BACK = "Back"
CLOSE = "Close"
ADD_CASE = "Open a case"
ADD_HEARING = "Add a hearing"
ADD_ORDER = "Record an order"
ADD_RULING = "Record a ruling"
NEW_ENTRY = "New entry"
CASE = "Case"
COURT = "Court"
DOCKET_NUMBER = "Docket number"
CAPTION = "Caption"
CODE_NAME = "Code name"
CODE_NAME_HINT = "Shown instead of the caption wherever only code names may be shown"
OUR_SIDE = "Our side"
TITLE = "What it is"
HEARING_TITLE = "What the hearing is about"
KIND = "Kind of entry"
TRIGGER = "What it is for the rules"
TRIGGER_HINT = "It decides which deadlines follow"
NO_TRIGGER = "It starts no deadline"
NOTHING_FOLLOWS = "Nothing follows"
TIME_FOR_HOURS = "Time (needed for periods in hours)"
TIME_IS_NEEDED = "This period is counted in hours: say at what time it begins, on the court's clock."
HEARING_TRIGGER_HINT = "Only if deadlines are counted back from it"
DATE_ENTERED = "Date entered (the court's calendar)"
SERVICE = "How it was served"
SERVED_ON = "When it was served, if on another day"
LINK = "Link to the document"
NOTE = "Note"
PLACE = "Place"
DAY = "Day (the court's calendar)"
TIME = "Time (the court's clock)"
REASON = "Reason"
KEEP = "Keep these deadlines"
OWNER = "Who owes them"
PROOF = "Proof of filing"
FILED_BY = "Filed by"
CHOOSE = "Choose"
MOVE_REASON_HINT = "clerk's notice"
VACATE_REASON_HINT = "settled"
CLOSE_CASE_REASON_HINT = "judgment is final"
ONE_DEADLINE = "1 deadline"
SO_MANY_DEADLINES = "{count} deadlines"
CHOOSE_FIRST = "Choose this first: it decides what can be chosen next."
NEXT = "Next"
SERVICES = {
    "none": "Not served, or not known yet",
    "ecf": "Electronically (ECF)",
    "mail": "By mail",
    "personal": "By hand",
    "consent": "By other means, consented to in writing",
    "clerk": "Left with the clerk",
}
KINDS = {
    "hearing": "Hearing",
    "ruling": "Ruling",
    "order": "Order",
    "filing": "Filing",
    "service": "Service",
    "notice": "Notice",
}
KIND_GROUPS = {
    "hearing": "Hearings",
    "ruling": "Rulings",
    "order": "Orders",
    "filing": "Filings",
    "service": "Service",
    "notice": "Notices",
}
COURT_GROUPS = {
    "KH": "Cambodia",
    "district": "United States: district courts",
    "appeals": "United States: courts of appeals",
    "supreme": "United States: Supreme Court",
    "bankruptcy": "United States: bankruptcy courts",
    "bap": "United States: bankruptcy appellate panels",
    "special": "United States: special courts",
}
COURT_NAMES = {
    "Phnom Penh Municipal Court": "Phnom Penh Municipal Court",
    "Svay Rieng Provincial Court": "Svay Rieng Provincial Court",
    "Court of Appeal, Phnom Penh": "Court of Appeal, Phnom Penh",
    "Supreme Court of Cambodia": "Supreme Court of Cambodia",
}
STATUSES = {"held": "held", "vacated": "VACATED", "withdrawn": "WITHDRAWN"}
