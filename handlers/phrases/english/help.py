"""Examples that work when they are pasted."""

from handlers.phrases.english.calendar import HELP_CALENDAR
from handlers.phrases.english.cases import HELP_CASE
from handlers.phrases.english.deadlines import HELP_DEADLINE
from handlers.phrases.english.docket import HELP_DOCKET
from handlers.phrases.english.exporting import HELP_EXPORT
from handlers.phrases.english.hearings import HELP_HEARING
from handlers.phrases.english.importing import HELP_IMPORT
from handlers.phrases.english.law import HELP_LAW
from handlers.phrases.english.recording import HELP_ORDER, HELP_RULING
from handlers.phrases.english.timeline import HELP_TIMELINE

HELP_TITLE = "How to use {command}"
UNKNOWN_VERB_ELSEWHERE = (
    "I know no `{command} {said}`. Did you mean `{line}`? `{command} help` lists examples, `/docket help` the rest."
)
RUN_NEAREST = "Do {line}"
HELP_ALL = "Every command answers `help` with examples: {commands}."
HELP = {
    "/case": HELP_CASE,
    "/hearing": HELP_HEARING,
    "/ruling": HELP_RULING,
    "/order": HELP_ORDER,
    "/deadline": HELP_DEADLINE,
    "/timeline": HELP_TIMELINE,
    "/calendar": HELP_CALENDAR,
    "/docket": (*HELP_DOCKET[:-1], *HELP_EXPORT, *HELP_IMPORT, *HELP_LAW, HELP_DOCKET[-1]),
}
