"""Khmer dates put into the words of our grammar.

Khmer writes no spaces between words, so known words are found wherever they stand, longest first, in the text without
its zero-width spaces. A date in Khmer digits is day, month, year: nobody writes months first in Khmer.
"""

import re

from bot.when.lexicon import MONTHS

DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
_KHMER = re.compile("[\u1780-\u17ff]")
_CORRESPONDING_TO = "ត្រូវនឹង"
"""Official papers give the lunar date first, then the common one that it corresponds to."""
_LUNAR = re.compile("កើត|រោច")
_NUMERIC = re.compile(r"([០-៩]{1,2})([/.-])([០-៩]{1,2})\2([០-៩]{4})(?![០-៩])")
_OFFICIAL = re.compile(r"(?<!\d)(?:ថ្ងៃ)?(?:ទី)?\s*(\d{1,2})\s*ខែ(?:ទី)?\s*(\d{1,2})\s*ឆ្នាំ(?:ទី)?\s*(\d{4})(?!\d)")
_DAY_AND_MONTH = re.compile(
    r"(?<![\d./:-])(?:ថ្ងៃ)?(?:ទី)?\s*(\d{1,2})\s*ខែ(?:ទី)?\s*(\d{1,2})(?!\d|\s*(?:ថ្ងៃ\s*(?:ទៀត|ក្រោយ|បន្ទាប់|មុន)|សប|អាទិត្យ))"
)
_MONTHS = {
    "មករា": "January",
    "កុម្ភៈ": "February",
    "កុម្ភះ": "February",
    "កុម្ភ:": "February",
    "មីនា": "March",
    "មិនា": "March",
    "មេសា": "April",
    "ឧសភា": "May",
    "មិថុនា": "June",
    "កក្កដា": "July",
    "សីហា": "August",
    "កញ្ញា": "September",
    "តុលា": "October",
    "វិច្ឆិកា": "November",
    "វិច្ឆិការ": "November",
    "ធ្នូ": "December",
}
_WEEKDAYS = {
    "ចន្ទ": "Monday",
    "ច័ន្ទ": "Monday",
    "អង្គារ": "Tuesday",
    "ពុធ": "Wednesday",
    "ព្រហស្បតិ៍?": "Thursday",
    "ព្រហស្បត្តិ៍?": "Thursday",
    "សុក្រ": "Friday",
    "សៅរ៍?": "Saturday",
}
_UNITS = ("មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន")
_TENS = ("ដប់", "ម្ភៃ", "សាមសិប", "សែសិប", "ហាសិប", "ហុកសិប", "ចិតសិប", "ប៉ែតសិប", "កៅសិប")
_NUMBERS = {
    f"{ten}{unit}": str(10 * tens + units)
    for tens, ten in enumerate(("", *_TENS))
    for units, unit in enumerate(("", *_UNITS))
    if tens or units
}
_NOT_INSIDE = "(?:(?<![\u1780-\u17d3])|(?<=ពេល)|(?<=ក្នុង))"
"""A number that is spelled out stands behind no other letters, for they may be a hundred."""
_WEEK = "(?:សប្ដាហ៍|សប្តាហ៍|អាទិត្យ)"
_NEXT = "(?:ក្រោយ|បន្ទាប់|ខាងមុខ)"
_ANY_WEEKDAY = "|".join(["Monday", *sorted(set(_WEEKDAYS.values()) - {"Monday"}), "Sunday"])
# Each pattern sees what the ones before it have left.
_WORDS = tuple(
    (re.compile(pattern), f" {english} ")
    for pattern, english in (
        ("(?:ម៉ោង)?\\s*(?:ភ្នំពេញ|កម្ពុជា)", "Phnom Penh"),
        *(
            (f"{_NOT_INSIDE}{number}(?=\\s*(?:ថ្ងៃ|សប|អាទិត្យ|ខែ|ឆ្នាំទៀត))", digits)
            for number, digits in sorted(_NUMBERS.items(), key=lambda pair: len(pair[0]), reverse=True)
        ),
        ("(?:ព\\.?\\s*ស\\.?|ពុទ្ធសករាជ)", "BE"),
        ("(?:គ\\.?\\s*ស\\.?|គ្រិស្តសករាជ)", "CE"),
        *((f"ខែ\\s*{name}", month) for name, month in sorted(_MONTHS.items(), reverse=True)),
        *((name, month) for name, month in sorted(_MONTHS.items(), reverse=True)),
        ("ថ្ងៃអាទិត្យ", "Sunday"),
        *((f"(?:ថ្ងៃ)?{name}", weekday) for name, weekday in sorted(_WEEKDAYS.items(), reverse=True)),
        ("(?:ថ្ងៃ)?ខានស្អែក", "day after tomorrow"),
        ("(?:ថ្ងៃ)?ស្អែក", "tomorrow"),
        ("ថ្ងៃនេះ", "today"),
        ("(?:ពី)?ម្សិលមិញ", "yesterday"),
        ("(?:ពី)?ម្សិលម(?:្ង៉|៉្ង)ៃ", "day before yesterday"),
        ("ថ្ងៃត្រង់", "noon"),
        ("(?:ពាក់កណ្ដាល|ពាក់កណ្តាល)?អធ្រាត្រ", "midnight"),
        (f"{_WEEK}{_NEXT}", "next week"),
        (f"{_WEEK}នេះ", "this week"),
        (f"(?<=\\d)\\s*{_WEEK}", "weeks"),
        (f"ខែ{_NEXT}", "next month"),
        ("(?:ដំណាច់|ចុង)\\s*next month", "end of next month"),
        ("ដើម\\s*next month", "beginning of next month"),
        ("(?:ដំណាច់|ចុង)ខែ(?:នេះ)?", "end of month"),
        (f"(?:ដំណាច់|ចុង)(?=\\s*(?:{'|'.join(sorted(set(_MONTHS.values())))}))", "end of"),
        ("ខែនេះ", "this month"),
        ("(?<=\\d)\\s*ថ្ងៃធ្វើការ", "working days"),
        ("(?<=\\d)\\s*ថ្ងៃ(?!ទី)", "days"),
        ("(?<=\\d)\\s*ខែ", "months"),
        ("(?<=\\d)\\s*ឆ្នាំ(?=\\s*(?:ទៀត|មុន))", "years"),
        ("(?<=\\d)\\s*ម៉ោង(?=\\s*ទៀត)", "hours"),
        ("(?<=\\d)\\s*នាទី(?=\\s*ទៀត)", "minutes"),
        ("(?:វេលា)?(?:នៅ)?ម៉ោង", "at"),
        ("នៅ", "on"),
        ("(?<=\\d)\\s*កន្លះ", ":30"),
        ("យប់នេះ", "tonight"),
        ("ព្រឹកនេះ", "this morning"),
        ("រសៀលនេះ", "this afternoon"),
        ("ល្ងាចនេះ", "this evening"),
        ("(?:ទៀប|ព្រលឹម)ភ្លឺ", "morning"),
        ("ព្រឹក", "morning"),
        ("រសៀល", "afternoon"),
        ("ល្ងាច", "evening"),
        ("យប់", "night"),
        ("ក្នុងរយៈពេល", "within"),
        ("(?:តទៅ)?ទៀត", "hence"),
        ("(?<=days|eeks|nths|ears|ours)\\s*មុន(?=\\s*(?:$|at\\b))", "ago"),
        ("មុន", "before"),
        (f"(?<=days|eeks|nths)\\s*{_NEXT}(?:ពី)?", "after"),
        ("(?:ថ្ងៃ)?ទី(?=\\s*\\d)", "the"),
        ("ថ្ងៃ(?=\\s*\\d)", "the"),
        ("ឆ្នាំ(?=\\s*(?:\\d{4}|BE|CE))", ""),
    )
)
_MINUTES = re.compile(r"(?<=\d)(?:\s*និង\s*|\s+)(\d{1,2})\s*នាទី(?!\s*ទៀត)")
_MINUTES_TOLD = re.compile(r"(:\d{2})\s*នាទី")
_BUDDHIST = r"(?:24[4-9]\d|25\d\d|26[0-4]\d)"
_BUDDHIST_DATE = re.compile(
    rf"(?<![\d/.-])({_BUDDHIST}-\d{{1,2}}-\d{{1,2}}|(?:\d{{1,2}}([/.-])\d{{1,2}}\2)?{_BUDDHIST})"
    r"(?![\d/.-]|\s*[BC]E\b)"
)
"""A year that only the Buddhist era has reached is of that era as Cambodia counts it, if Khmer is written."""
_SHORT_YEAR = re.compile(r"ឆ្នាំ\s*(\d{2})(?!\d)")
_HALF = re.compile(r"(?<=\d)\s*:30")
_THIS_WEEKDAY = re.compile(f"({_ANY_WEEKDAY})\\s*នេះ")
_LAST_WEEKDAY = re.compile(f"({_ANY_WEEKDAY})\\s*before(?=\\s*(?:$|at\\b))")
_NEXT_WEEKDAY = re.compile(f"({_ANY_WEEKDAY})\\s*{_NEXT}")


def in_grammar_words(text: str) -> str:
    """Put the Khmer of a text into the words and digits of our grammar; other text comes back as it was."""
    plain = _INVISIBLE.sub("", text)
    if not (_KHMER.search(plain)):
        return plain
    lunar, _, common = plain.rpartition(_CORRESPONDING_TO)
    if is_lunar(lunar):
        plain = common
    plain = _NUMERIC.sub(_year_first, plain).translate(DIGITS)
    plain = _OFFICIAL.sub(lambda found: f" {found[3]}-{found[2]}-{found[1]} ", plain)
    plain = _DAY_AND_MONTH.sub(_with_its_name, plain)
    plain = _MINUTES.sub(lambda found: f":{int(found[1]):02}", plain)
    plain = _MINUTES_TOLD.sub(r"\1", plain)
    plain = _SHORT_YEAR.sub(r" '\1 ", plain)
    for pattern, english in _WORDS:
        plain = pattern.sub(english, plain)
    plain = _BUDDHIST_DATE.sub(_with_its_era, _HALF.sub(":30", plain))
    plain = _LAST_WEEKDAY.sub(r"last \1", plain)
    return _THIS_WEEKDAY.sub(r"this \1", _NEXT_WEEKDAY.sub(r"next \1", plain))


def is_lunar(text: str) -> bool:
    """Tell whether a text speaks of the waxing or the waning moon, as dates of the lunar calendar do."""
    return bool(_LUNAR.search(text))


def _year_first(found: re.Match[str]) -> str:
    day, _, month, year = found.groups()
    return f" {year}-{month}-{day} "


def _with_its_era(found: re.Match[str]) -> str:
    told = found.string[: found.start()].rstrip().endswith(("BE", "CE"))
    return found[0] if told else f"{found[0]} BE"


def _with_its_name(found: re.Match[str]) -> str:
    """Name the month of a day and a month in numbers, whose order is certain; a month that is none stays a number."""
    day, month = int(found[1]), int(found[2])
    return f" {day} {MONTHS[month - 1]} " if 1 <= month <= len(MONTHS) else f" {day}/{month} "
