"""Examples that work when they are pasted; a command is typed in English."""

from handlers.phrases.khmer.calendar import HELP_CALENDAR
from handlers.phrases.khmer.cases import HELP_CASE
from handlers.phrases.khmer.deadlines import HELP_DEADLINE
from handlers.phrases.khmer.docket import HELP_DOCKET
from handlers.phrases.khmer.exporting import HELP_EXPORT
from handlers.phrases.khmer.hearings import HELP_HEARING
from handlers.phrases.khmer.importing import HELP_IMPORT
from handlers.phrases.khmer.law import HELP_LAW
from handlers.phrases.khmer.recording import HELP_ORDER, HELP_RULING
from handlers.phrases.khmer.timeline import HELP_TIMELINE

HELP_TITLE = "របៀបប្រើ {command}"
UNKNOWN_VERB_ELSEWHERE = (
    "ខ្ញុំមិនស្គាល់ `{command} {said}` ទេ។ តើអ្នកចង់និយាយថា `{line}` ឬ? `{command} help` បង្ហាញឧទាហរណ៍, `/docket "
    "help` បង្ហាញអ្វីដែលនៅសល់។"
)
RUN_NEAREST = "ធ្វើ {line}"
HELP_ALL = "ពាក្យបញ្ជានីមួយៗឆ្លើយ `help` ដោយឧទាហរណ៍៖ {commands} ។"
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
