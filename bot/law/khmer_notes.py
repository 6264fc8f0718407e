"""The sentence for each kind of note, in Khmer; a remark from a data file is quoted in its own language."""

from collections.abc import Callable, Mapping

from bot.law.facts import Facts
from bot.law.khmer_wording import cited, digits, holiday, long_date, named_days, service, short_date, version

_ROLL = {
    "kh-civil": "CCP 243(3) ដែលនាំអំឡុងពេលចប់នៅថ្ងៃបិទទៅថ្ងៃបើកបន្ទាប់ ត្រូវបានអានតែក្នុងសេចក្តីព្រាងឆ្នាំ២០០៣ ប៉ុណ្ណោះ។ "
    "ដរាបណាអត្ថបទដែលបានអនុម័តមិនទាន់ត្រូវបានអាន សូមធ្វើត្រឹមកាលបរិច្ឆេទមុន។",
    "kh-criminal": "រកមិនឃើញបទប្បញ្ញត្តិនៃក្រមនីតិវិធីព្រហ្មទណ្ឌ អំពីថ្ងៃចុងក្រោយដែលជាថ្ងៃចុងសប្ដាហ៍ ឬថ្ងៃឈប់សម្រាក។ "
    "សូមធ្វើត្រឹមកាលបរិច្ឆេទមុន។ កាលបរិច្ឆេទក្រោយបានតែបើមានវិធានដូច CCP 243(3)។",
}
_COUNTING = {
    "kh-civil": "ការមិនរាប់ថ្ងៃដំបូង និងការដែលខែចប់នៅថ្ងៃត្រូវគ្នា អាស្រ័យលើក្រមរដ្ឋប្បវេណី ដែលមាត្រាអំពីអំឡុងពេលមិនទាន់ត្រូវបានអាន។",
    "kh-criminal": "របៀបដែលក្រមនីតិវិធីព្រហ្មទណ្ឌគណនាពេលវេលាមិនទាន់ត្រូវបានផ្ទៀងផ្ទាត់។ ការរាប់នេះមិនរាប់ថ្ងៃដំបូង ហើយតាមប្រតិទិន។",
}


def _counting(facts: Facts) -> str:
    if facts.get("hours"):
        code = "ក្រមនីតិវិធីព្រហ្មទណ្ឌ" if facts["method"] == "kh-criminal" else f" {facts['rule']} "
        return f"របៀបដែល{code}គណនាអំឡុងពេលជាម៉ោង មិនទាន់ត្រូវបានផ្ទៀងផ្ទាត់។ ការរាប់នេះតាមនាឡិកា គ្រប់ម៉ោងដែលកន្លងទៅ។"
    return _COUNTING.get(facts["method"]) or (
        f"អត្ថបទនៃ {facts['rule']} ដែលជាធរមានមុនថ្ងៃទី១ ខែសីហា ឆ្នាំ១៩៨៥ មិនទាន់ត្រូវបានអាន។ ការរាប់នេះតាមអត្ថបទដែលជំនួសវា "
        "ប៉ុន្តែមិនរាប់ថ្ងៃបិទតែក្នុងអំឡុងពេលក្រោម ៧ ថ្ងៃប៉ុណ្ណោះ តាមការចងចាំ។"
    )


def _ecf(facts: Facts) -> str:
    return (
        f"ដល់ថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០១៦ ត្រូវបន្ថែម {digits(facts['added'])} ថ្ងៃ បន្ទាប់ពីការបញ្ជូនតាមអេឡិចត្រូនិក "
        f"({facts['cite']}) តែចំពោះអំឡុងពេលដែលចាប់ពីការបញ្ជូន មិនមែនពីការចុះបញ្ជី ឬការដាក់លិខិតទេ។ "
        "ការរាប់តែប៉ុណ្ណេះមិនអាចដឹងបាន។"
    )


def _placement(facts: Facts) -> str:
    return (
        f"មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០៥ {facts['cite']} មិនបានចែងថា ថ្ងៃបន្ថែមពន្យារអំឡុងពេល ឬរាប់បន្តពីថ្ងៃចុងក្រោយទេ។ តុលាការនានាយល់ខុសគ្នា។"
    )


def _direction(facts: Facts) -> str:
    return f"{facts['cite']} មិនចែងថា អំឡុងពេលរាប់ថយក្រោយដែលចប់នៅថ្ងៃបិទ ត្រូវថយក្រោយ ឬទៅមុខទេ។"


def _hours(facts: Facts) -> str:
    return (
        f"{cited(facts['label'])} ចែងអំពីការរាប់ថ្ងៃ មិនមែនម៉ោងទេ។ ថាតើអំឡុងពេលជាម៉ោងដែលចប់នៅថ្ងៃបិទ "
        "បន្តទៅម៉ោងដដែលនៅថ្ងៃបើកបន្ទាប់ឬទេ មិនទាន់ច្បាស់។"
    )


def _short(facts: Facts) -> str:
    return (
        "មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០២ ថ្ងៃបិទក្នុងអំឡុងពេលខ្លីមិនត្រូវរាប់ទេ។ "
        f"ថាតើ {digits(facts['length'])} ថ្ងៃជាអំឡុងពេលខ្លីឬទេនៅពេលនោះ "
        f"(កម្រិត {digits(facts['low'])} ឬ {digits(facts['high'])} ថ្ងៃ) មិនទាន់ត្រូវបានផ្ទៀងផ្ទាត់។"
    )


def _short_backward(facts: Facts) -> str:
    return (
        f"មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០៩ ថ្ងៃបិទក្នុងអំឡុងពេលក្រោម {digits(facts['high'])} ថ្ងៃមិនត្រូវរាប់ទេ។ "
        "ថាតើវាអនុវត្តចំពោះអំឡុងពេលរាប់ថយក្រោយពីព្រឹត្តិការណ៍ឬទេ មិនទាន់ច្បាស់។"
    )


def _transition(facts: Facts) -> str:
    return (
        f"{facts['label']} ចូលជាធរមាននៅ{short_date(facts['since'])} ខណៈអំឡុងពេលនេះកំពុងរត់។ "
        "វាគ្រប់គ្រងរឿងដែលមិនទាន់ចប់តាមដែលយុត្តិធម៌ និងអាចធ្វើបាន ហើយឱ្យថ្ងៃផ្សេងពីអត្ថបទជាធរមាននៅពេលចាប់ផ្តើម។"
    )


def _short_closings(facts: Facts) -> str:
    return (
        f"មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០៩ ថ្ងៃឈប់សម្រាកផ្លូវច្បាប់ក្នុងអំឡុងពេលក្រោម {digits(facts['high'])} ថ្ងៃ មិនត្រូវរាប់ទេ។ "
        "ថាតើថ្ងៃបិទដែលបានកត់ត្រាសម្រាប់តុលាការជាថ្ងៃឈប់បែបនោះឬទេ មិនទាន់ច្បាស់។"
    )


def _closed_before_added(facts: Facts) -> str:
    return (
        f"{cited(facts['cite'])} បន្ថែមថ្ងៃបន្ទាប់ពីអំឡុងពេលចប់។ ពេលក្រឡាបញ្ជីបិទនៅថ្ងៃនោះ ({cited(facts['closing'])}) "
        "មិនទាន់ច្បាស់ថា ថ្ងៃបន្ថែមរាប់ពីថ្ងៃនោះផ្ទាល់ ឬពីថ្ងៃដែលអំឡុងពេលបន្តទៅដល់។"
    )


def _arguable_day(facts: Facts) -> str:
    (closed,) = facts["closed"]
    remark = f" {_quoted(closed.remark)}" if closed.remark and closed.standing != "settled" else ""
    name = f"{long_date(closed.day)} គឺ{holiday(closed.name)} ({cited(closed.source)})"
    return f"{name}។ ថាតើវាជាថ្ងៃឈប់សម្រាកផ្លូវច្បាប់នៅទីនេះឬទេ មិនទាន់ច្បាស់។{remark}"


def _closed_start(facts: Facts) -> str:
    return f"អំឡុងពេលចាប់ផ្តើមនៅថ្ងៃបិទ៖ {long_date(facts['day'])} ({named_days(facts['closed'])})។"


def _substitute(facts: Facts) -> str:
    first = facts["closed"][0]
    return (
        f"{long_date(first.day)} គឺ{holiday(first.name)}។ ឆ្នាំខ្លះឱ្យឈប់ថ្ងៃច័ន្ទជំនួស។ រកមិនឃើញវិធានអំពីរឿងនេះសម្រាប់តុលាការ "
        "ហើយបញ្ជីថ្ងៃឈប់ដែលយើងមានមិនបង្ហាញទេ។"
    )


def _missing_limb(facts: Facts) -> str:
    comes = "មុន" if facts["choice"] == "earliest" else "ក្រោយ"
    return (
        f"វិធាននេះក៏ចាប់ពីកាលបរិច្ឆេទមួយទៀត “{facts['name']}” (“{facts['label']}”) ដែលមិនបានផ្តល់។ "
        f"បើវាមក{comes} កាលបរិច្ឆេទ{comes}ត្រូវយកជាបាន។ សូមផ្តល់វាជា {facts['name']}=DATE។"
    )


def _not_held(facts: Facts) -> str:
    return (
        f"យើងមិនមានអត្ថបទនៃ {cited(facts['citation'])} ដែលជាធរមាននៅ{long_date(facts['day'])} ទេ។ "
        f"ការគណនានេះតាមអត្ថបទ{version(facts['since'], facts['until'])}។"
    )


def _shorter_text(facts: Facts) -> str:
    return (
        "វិសោធនកម្មថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០៩ បានពន្យារអំឡុងពេលខ្លីភាគច្រើននៃវិធានសហព័ន្ធ (១០ ថ្ងៃទៅ ១៤ ថ្ងៃ និង ២០ ថ្ងៃទៅ ២១ ថ្ងៃ)។ "
        f"តាមចំនួនខ្លីជាងដែល {cited(facts['citation'])} អាចមានពីមុន កាលបរិច្ឆេទគឺ{long_date(facts['day'])}។ "
        f"តាមចំនួនដែលយើងមាន គឺ{long_date(facts['otherwise'])}។ សូមធ្វើត្រឹមកាលបរិច្ឆេទមុន។"
    )


def _newer_text(facts: Facts) -> str:
    return (
        f"អត្ថបទថ្មីនៃ {cited(facts['citation'])} ចូលជាធរមាននៅ{short_date(facts['since'])} ខណៈអំឡុងពេលនេះកំពុងរត់។ "
        "ថាតើវាគ្រប់គ្រងរឿងនេះឬទេ មិនបានសម្រេចនៅទីនេះទេ។"
    )


def _quoted(text: str) -> str:
    return f"កំណត់សម្គាល់ជាភាសាអង់គ្លេស៖ “{text}”។"


KHMER_NOTES: Mapping[str, Callable[[Facts], str]] = {
    "remark": lambda facts: _quoted(facts["text"]),
    "roll": lambda facts: _ROLL[facts["method"]],
    "counting": _counting,
    "ecf before 2016": _ecf,
    "added days before 2005": _placement,
    "direction": _direction,
    "hours": _hours,
    "short periods before 2002": _short,
    "short backward before 2009": _short_backward,
    "closings inside before 2009": _short_closings,
    "added days after closing": _closed_before_added,
    "transition": _transition,
    "arguable day": _arguable_day,
    "closed start": _closed_start,
    "state not checked": lambda facts: (
        f"បញ្ជីថ្ងៃឈប់របស់រដ្ឋ ({facts['states']}) មិនបានផ្ទៀងផ្ទាត់ជាមួយច្បាប់របស់រដ្ឋទេ។ ថាតើថ្ងៃចុងក្រោយជាថ្ងៃឈប់ឬទេ យកពីកញ្ចប់ `holidays`។"
    ),
    "projection": lambda facts: (
        f"បញ្ជីថ្ងៃឈប់ផ្លូវការដែលយើងមានគឺពីឆ្នាំ{digits(facts['first'])} ដល់ឆ្នាំ{digits(facts['last'])}។ "
        "ក្រៅពីនោះ ប្រតិទិនគ្រាន់តែជាការប៉ាន់ស្មាន ហើយអាចខុសច្រើនថ្ងៃ។ សូមពិនិត្យបញ្ជីនៃឆ្នាំនោះ។"
    ),
    "service not given": lambda _: "របៀបបញ្ជូនលិខិតមិនបានផ្តល់ទេ៖ ឧទាហរណ៍ បន្ទាប់ពីការបញ្ជូនតាមប្រៃសណីយ៍ ត្រូវបន្ថែមថ្ងៃ។",
    "adds no days": lambda facts: f"{facts['label']} មិនបន្ថែមថ្ងៃសម្រាប់{service(facts['service'])}ទេ។",
    "not from service": lambda facts: (
        f"មិនបន្ថែមថ្ងៃសម្រាប់{service(facts['service'])}ទេ៖ "
        "ត្រូវបន្ថែមថ្ងៃតែពេលអំឡុងពេលចាប់ពីការបញ្ជូនទៅភាគីតាម FRCP 5(b) ឬវិធានដូចគ្នា ហើយអំឡុងពេលនេះមិនដូច្នោះទេ។"
    ),
    "counted back": lambda facts: f"មិនបន្ថែមថ្ងៃសម្រាប់{service(facts['service'])}ទេ៖ អំឡុងពេលនេះរាប់ថយក្រោយពីព្រឹត្តិការណ៍។",
    "last open day": lambda facts: f"ថ្ងៃបើកចុងក្រោយមុននោះ ដែលអាចទៅដល់ក្រឡាបញ្ជីបាន គឺ{long_date(facts['day'])}។",
    "substitute day": _substitute,
    "clocks skipped": lambda _: "នាឡិកាបានរំលងម៉ោងនោះ។ ត្រូវអានវាដូចជានាឡិកាមិនទាន់បានដាក់ទៅមុខ។",
    "clocks repeated": lambda _: "នាឡិកាបានដាក់ថយក្រោយ ហើយម៉ោងនោះមានពីរដង។ អំឡុងពេលរាប់ពីលើកទីមួយ។",
    "version not held": _not_held,
    "shorter text": _shorter_text,
    "not verified": lambda facts: (
        f"{cited(facts['citation'])} មិនទាន់ត្រូវបានផ្ទៀងផ្ទាត់ (“{facts['source']}”)។ សូមពិនិត្យអត្ថបទមុននឹងពឹងផ្អែកលើវា។"
    ),
    "not certain": lambda facts: (
        f"អត្ថបទនៃ {cited(facts['citation'])} មិនប្រាកដទេ (“{facts['source']}”)។ សូមពិនិត្យវាមុននឹងពឹងផ្អែកលើវា។"
    ),
    "newer text": _newer_text,
    "missing limb": _missing_limb,
    "missing date": lambda facts: (
        f"{cited(facts['citation'])} ចាប់ពីកាលបរិច្ឆេទមួយទៀត៖ សូមផ្តល់វាជា --date {facts['name']}=2018-05-04។"
    ),
    "not binding": lambda facts: (
        f"{cited(facts['citation'])} មិនមែនជាវិធានដែលចងកាតព្វកិច្ច {facts['court']} ទេ។ សូមពិនិត្យថាវាអនុវត្តនៅទីនោះ។"
    ),
    "also started": lambda facts: (
        f"ព្រឹត្តិការណ៍ដដែលក៏ចាប់ផ្តើម {cited(facts['citation'])} (“{facts['title']}”) ផុតកំណត់{long_date(facts['day'])}"
        f"{' (“' + facts['condition'] + '”)' if facts['condition'] else ''}។"
    ),
    "also named": lambda facts: f"ឈ្មោះនេះក៏ត្រូវនឹង {cited(facts['citation'])} ដែលឱ្យកាលបរិច្ឆេទដូចគ្នា។",
    "from an open date": lambda facts: (
        f"វាចាប់ពីកាលបរិច្ឆេទដែលខ្លួនវាមិនទាន់ច្បាស់៖ “{facts['title']}” ផុតកំណត់{long_date(facts['day'])}។"
    ),
    "fixed on a closed day": lambda facts: (
        f"{long_date(facts['day'])} ជាថ្ងៃបិទ ប៉ុន្តែកាលបរិច្ឆេទដែលបានកំណត់មិនផ្លាស់ប្តូរទេ។ សូមធ្វើមុននោះ។"
    ),
    "before": lambda facts: f"វិធានចែងថា “មុន”៖ សកម្មភាពនៅ{long_date(facts['day'])} ផ្ទាល់អាចហួសពេល។ សូមធ្វើនៅថ្ងៃមុននោះ។",
}
