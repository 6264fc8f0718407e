"""The sentence for each kind of step, in Khmer; docs/law.md says which of its court terms were not verified.

Whatever somebody wrote in a data file (the words of a rule, the label of a limb, a reason) stays as it is, in quotes.
"""

from collections.abc import Callable, Mapping

from bot.law.facts import Facts
from bot.law.khmer_questions import QUESTIONS, READING_SENTENCES
from bot.law.khmer_wording import (
    cited,
    digits,
    long_date,
    long_moment,
    named_days,
    period,
    service,
    short_date,
    version,
)
from bot.law.values import ClosedDay

_EVENTS = {
    "served": "លិខិតត្រូវបានបញ្ជូន",
    "entered": "ដីកាសម្រេច ឬសាលក្រមត្រូវបានចុះក្នុងបញ្ជី",
    "filed": "លិខិតត្រូវបានដាក់ជូនតុលាការ",
    "sent": "លិខិតត្រូវបានផ្ញើ",
    "received": "លិខិតត្រូវបានទទួល",
    "pronounced": "សេចក្តីសម្រេចត្រូវបានប្រកាស",
    "issued": "លិខិតត្រូវបានចេញ",
    "held": "សវនាការ ឬកិច្ចប្រជុំត្រូវបានធ្វើឡើង",
    "due": "សកម្មភាពមុនត្រូវផុតកំណត់",
    "happened": "ព្រឹត្តិការណ៍កើតឡើង",
}
_WAYS = {"after": "បន្ទាប់ពី", "before": "មុន"}
_DO_NOT_PLAN = "កុំពឹងផ្អែកលើកាលបរិច្ឆេទនេះ។"


def _under_rule(facts: Facts) -> str:
    quote = f"៖ “{facts['quote']}”" if facts.get("quote") else ""
    return f"{cited(facts['citation'])} {version(facts['since'], facts['until'])}{quote}។"


def _event(facts: Facts) -> str:
    way = f" ({service(facts['service'])})" if facts["service"] else ""
    return f"អំឡុងពេលចាប់ពីថ្ងៃដែល{_EVENTS[facts['verb']]}៖ {long_date(facts['day'])}{way}។"


def _started(facts: Facts) -> str:
    return f"{long_date(facts['start'])} ជាថ្ងៃចាប់ផ្តើមអំឡុងពេល ហើយមិនត្រូវរាប់ទេ ({cited(facts['cite'])})។"


def _whole(facts: Facts) -> str:
    way = _WAYS[facts["direction"]]
    return f"{period(facts['period'])} {way}{short_date(facts['start'])} គឺ{long_date(facts['end'])}"


def _counted(facts: Facts) -> str:
    return f"{_whole(facts)}៖ រាប់គ្រប់ថ្ងៃ រួមទាំងថ្ងៃសៅរ៍ ថ្ងៃអាទិត្យ និងថ្ងៃឈប់សម្រាក ({cited(facts['cite'])})។"


def _counted_open(facts: Facts) -> str:
    return f"{_whole(facts)}៖ ថ្ងៃដែលតុលាការបិទនៅចន្លោះនោះមិនត្រូវរាប់ទេ ({cited(facts['cite'])})។"


def _counted_hours(facts: Facts) -> str:
    started, ended = long_moment(facts["started_at"]), long_moment(facts["ended_at"])
    way = _WAYS[facts["direction"]]
    return f"{period(facts['period'])} {way}{started} ដោយរាប់គ្រប់ម៉ោងដែលកន្លងទៅ គឺ{ended} ({cited(facts['cite'])})។"


def _moved_hours(facts: Facts) -> str:
    told = ", ".join(filter(None, (*map(_recorded, facts["recorded"]), named_days(facts["closed"]))))
    closed = f" ({told})" if told else ""
    moment = long_moment(facts["ended_at"])
    return f"ថ្ងៃនោះតុលាការបិទ{closed} ដូច្នេះអំឡុងពេលបន្តទៅដល់ម៉ោងដដែលនៃថ្ងៃដែលតុលាការបើក៖ {moment} ({cited(facts['cite'])})។"


def _left_out(facts: Facts) -> str:
    told = ", ".join(filter(None, (*map(_recorded, facts.get("recorded", ())), named_days(facts["closed"]))))
    return f"ថ្ងៃដែលមិនត្រូវរាប់៖ {told}។"


def _rolled(facts: Facts) -> str:
    runs = "អំឡុងពេលបន្តទៅដល់" if facts["direction"] == "after" else "ត្រូវរាប់ថយក្រោយទៀតដល់"
    closed, end = named_days(facts["closed"]), long_date(facts["end"])
    return f"ថ្ងៃនោះតុលាការបិទ ({closed}) ដូច្នេះ{runs}{end} ({cited(facts['cite'])})។"


def _added(facts: Facts) -> str:
    way, end = service(facts["service"]), long_date(facts["end"])
    return f"បន្ថែម {digits(facts['days'])} ថ្ងៃសម្រាប់{way}៖ {end} ({cited(facts['cite'])})។"


def _added_before(facts: Facts) -> str:
    way = service(facts["service"])
    return f"បន្ថែម {digits(facts['days'])} ថ្ងៃទៅក្នុងអំឡុងពេលសម្រាប់{way} មុននឹងរាប់ ({cited(facts['cite'])})។"


def _inaccessible(facts: Facts) -> str:
    days, end = ", ".join(map(_recorded, facts["closed"])), long_date(facts["end"])
    return f"តុលាការបិទ ឬមិនអាចទៅដល់ក្រឡាបញ្ជីបាននៅ{days}៖ ពន្យារទៅមុខដល់{end} ({cited(facts['cite'])})។"


def _recorded(closing: ClosedDay) -> str:
    """Name a closing that the team recorded; of one that was given as a bare date, only the date is known."""
    told = "; ប្រភព៖ ".join(f"“{word}”" for word in (closing.name, closing.source) if word)
    return f"{short_date(closing.day)} ({told}; កត់ត្រាដោយក្រុម)" if told else short_date(closing.day)


def _strictly_before(facts: Facts) -> str:
    day, end = long_date(facts["day"]), long_date(facts["end"])
    return f"សកម្មភាពត្រូវធ្វើមុន{day} ដូច្នេះយ៉ាងយូរត្រឹម{end} ({cited(facts['cite'])})។"


def _date_certain(facts: Facts) -> str:
    return f"{long_date(facts['end'])} ត្រូវបានកំណត់ជាកាលបរិច្ឆេទជាក់លាក់ ដូច្នេះមិនត្រូវរាប់ និងមិនផ្លាស់ប្តូរឡើយ។"


def _chosen(facts: Facts) -> str:
    which = "មុនគេ" if facts["choice"] == "earliest" else "ក្រោយគេ"
    end = long_date(facts["end"])
    return f"ក្នុងចំណោមផ្នែកទាំងនោះនៃវិធាន កាលបរិច្ឆេទ{which}ត្រូវយកជាបាន៖ “{facts['label']}” {end}។"


def _day_ends(facts: Facts) -> str:
    return (
        f"ថ្ងៃចុងក្រោយចប់នៅម៉ោង ២៤:០០ តាមម៉ោងតុលាការ ({facts['zone']}) សម្រាប់ការដាក់តាមអេឡិចត្រូនិក "
        f"និងនៅពេលក្រឡាបញ្ជីបិទ សម្រាប់ការដាក់ជាក្រដាស ({cited(facts['cite'])})។"
    )


def _day_ends_locally(facts: Facts) -> str:
    return f"ថ្ងៃចុងក្រោយរាប់ដល់ម៉ោង ២៤:០០ នៅ {facts['zone']}។ ក្រឡាបញ្ជីបិទមុននោះ នៅម៉ោងដែលយើងមិនមានព័ត៌មាន។"


def _settled(facts: Facts) -> str:
    kind, reading = facts["kind"], facts["reading"]
    return (
        f"{QUESTIONS[kind](facts)} {READING_SENTENCES[kind][reading]} "
        f"ដោះស្រាយដោយ {facts['by']} នៅ{short_date(facts['on'])}៖ “{facts['reason']}”។"
    )


KHMER: Mapping[str, Callable[[Facts], str]] = {
    "under rule": _under_rule,
    "event": _event,
    "started": _started,
    "counted": _counted,
    "counted open days": _counted_open,
    "left out": _left_out,
    "counted hours": _counted_hours,
    "moved hours": _moved_hours,
    "otherwise hours": lambda facts: f"តាមការបកស្រាយមួយទៀត អំឡុងពេលចប់នៅ{long_moment(facts['ended_at'])}។ {_DO_NOT_PLAN}",
    "rolled": _rolled,
    "added for service": _added,
    "added to period": _added_before,
    "inaccessible": _inaccessible,
    "strictly before": _strictly_before,
    "date certain": _date_certain,
    "limb": lambda facts: f"ផ្នែកនៃវិធាន៖ “{facts['label']}”។",
    "chosen": _chosen,
    "day ends": _day_ends,
    "day ends locally": _day_ends_locally,
    "otherwise": lambda facts: f"តាមការបកស្រាយមួយទៀត ថ្ងៃចុងក្រោយគឺ{long_date(facts['end'])}។ {_DO_NOT_PLAN}",
    "settled": _settled,
}
