"""Days, periods, holidays and names in Khmer, with Khmer digits and the official form of a date."""

import re
from datetime import date, datetime
from functools import lru_cache

from bot.law.periods import read_period
from bot.law.values import ClosedDay, Service, Unit

_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
_WEEKDAYS = ("ច័ន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍", "អាទិត្យ")
_MONTHS = (
    "មករា",
    "កុម្ភៈ",
    "មីនា",
    "មេសា",
    "ឧសភា",
    "មិថុនា",
    "កក្កដា",
    "សីហា",
    "កញ្ញា",
    "តុលា",
    "វិច្ឆិកា",
    "ធ្នូ",
)
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WRITTEN_DAY = re.compile(rf"(?:(\d{{1,2}}) )?\b({'|'.join(_ENGLISH_MONTHS)}) (\d{{4}})")
_SUB_DECREE = re.compile(r"[Ss]ub-decree(?: (\d+))? of ")
_UNITS = {
    Unit.HOURS: "ម៉ោង",
    Unit.DAYS: "ថ្ងៃ",
    Unit.COURT_DAYS: "ថ្ងៃធ្វើការរបស់តុលាការ",
    Unit.WEEKS: "សប្ដាហ៍",
    Unit.MONTHS: "ខែ",
    Unit.YEARS: "ឆ្នាំ",
}
_SERVICES = {
    Service.NONE: "ការបញ្ជូន",
    Service.ECF: "ការបញ្ជូនតាមអេឡិចត្រូនិក",
    Service.MAIL: "ការបញ្ជូនតាមប្រៃសណីយ៍",
    Service.PERSONAL: "ការបញ្ជូនផ្ទាល់ខ្លួន",
    Service.CONSENT: "ការបញ្ជូនតាមមធ្យោបាយផ្សេងដែលមានការយល់ព្រម",
    Service.CLERK: "ការទុកលិខិតនៅក្រឡាបញ្ជី",
}
_HOLIDAYS = {
    "Saturday": "ថ្ងៃសៅរ៍",
    "Sunday": "ថ្ងៃអាទិត្យ",
    "International New Year Day": "ទិវាចូលឆ្នាំសកល",
    "Day of Victory over the Genocidal Regime": "ទិវាជ័យជម្នះលើរបបប្រល័យពូជសាសន៍",
    "Meak Bochea Day": "ពិធីបុណ្យមាឃបូជា",
    "International Women's Rights Day": "ទិវានារីអន្តរជាតិ",
    "Khmer New Year": "ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ",
    "Khmer New Year's Day": "ពិធីបុណ្យចូលឆ្នាំថ្មី ប្រពៃណីជាតិ",
    "Khmer New Year's Replacement Holiday": "ថ្ងៃឈប់ជំនួសពិធីបុណ្យចូលឆ្នាំថ្មី",
    "International Labor Day": "ទិវាពលកម្មអន្តរជាតិ",
    "Visaka Bochea Day": "ពិធីបុណ្យវិសាខបូជា",
    "Royal Ploughing Ceremony": "ព្រះរាជពិធីច្រត់ព្រះនង្គ័ល",
    "HM King Norodom Sihamoni's Birthday": "ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម ព្រះមហាក្សត្រ",
    "HM Queen Norodom Monineath Sihanouk the Queen-Mother's Birthday": "ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម សម្ដេចព្រះមហាក្សត្រី",
    "HM King Norodom Sihamoni's Coronation Day": "ព្រះរាជពិធីគ្រងរាជសម្បត្តិ ព្រះមហាក្សត្រ",
    "HM King Norodom Sihanouk Mourning Day": "ទិវាប្រារព្ធពិធីគោរពព្រះវិញ្ញាណក្ខន្ធ ព្រះបរមរតនកោដ្ឋ",
    "International Children's Day": "ទិវាកុមារអន្តរជាតិ",
    "International Human Rights Day": "ទិវាសិទ្ធិមនុស្សអន្តរជាតិ",
    "Constitution Day": "ទិវាប្រកាសរដ្ឋធម្មនុញ្ញ",
    "Pchum Ben": "ពិធីបុណ្យភ្ជុំបិណ្ឌ",
    "Pchum Ben Day": "ពិធីបុណ្យភ្ជុំបិណ្ឌ",
    "Paris Peace Agreement's Day": "ទិវាកិច្ចព្រមព្រៀងសន្តិភាពទីក្រុងប៉ារីស",
    "National Independence Day": "ពិធីបុណ្យឯករាជ្យជាតិ",
    "Water Festival": "ព្រះរាជពិធីបុណ្យអុំទូក",
    "National Day of Remembrance": "ទិវាជាតិនៃការចងចាំ",
    "Peace Day in Cambodia": "ទិវាសន្តិភាពនៅកម្ពុជា",
    "day after the commune election": "ថ្ងៃបន្ទាប់ពីការបោះឆ្នោតឃុំ សង្កាត់",
    "day in lieu of a holiday on the weekend": "ថ្ងៃឈប់ជំនួស",
    "public holiday": "ថ្ងៃឈប់សម្រាក",
}
_NOT_FOUND = {"no article of the CPC found": "រកមិនឃើញមាត្រានៃក្រមនីតិវិធីព្រហ្មទណ្ឌ"}


def digits(number: object) -> str:
    """Write a number in Khmer digits."""
    return str(number).translate(_DIGITS)


@lru_cache(maxsize=8192)
def long_date(day: date) -> str:
    """Write a day in the official form: ថ្ងៃសុក្រ ទី១៨ ខែឧសភា ឆ្នាំ២០១៨."""
    return f"ថ្ងៃ{_WEEKDAYS[day.weekday()]} ទី{digits(day.day)} ខែ{_MONTHS[day.month - 1]} ឆ្នាំ{digits(day.year)}"


@lru_cache(maxsize=8192)
def short_date(day: date) -> str:
    """Write a day without its weekday: ថ្ងៃទី១៨ ខែឧសភា ឆ្នាំ២០១៨."""
    return f"ថ្ងៃទី{digits(day.day)} {month_of(day)}"


def month_of(day: date) -> str:
    """Write a month: ខែឧសភា ឆ្នាំ២០១៨."""
    return f"ខែ{_MONTHS[day.month - 1]} ឆ្នាំ{digits(day.year)}"


def long_moment(moment: datetime) -> str:
    """Write a moment by the 24-hour clock, with its zone's abbreviation."""
    clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    zone = f" ({moment.tzname()})" if moment.tzinfo else ""
    return f"{long_date(moment.date())} ម៉ោង {digits(clock)}{zone}"


@lru_cache(maxsize=1024)
def period(text: str) -> str:
    """Write a period, given as in English: "14 days"."""
    read = read_period(text)
    return f"{digits(read.length)} {_UNITS[read.unit]}"


def service(name: str) -> str:
    """Name a kind of service."""
    return _SERVICES[Service(name)]


def version(since: date | None, until: date | None) -> str:
    """Name a text by the days on which it was in force."""
    if since and until:
        return f"ជាធរមានពី{short_date(since)} ដល់មុន{short_date(until)}"
    if since:
        return f"ជាធរមានចាប់ពី{short_date(since)}"
    return f"ជាធរមានដល់មុន{short_date(until)}" if until else "អត្ថបទបច្ចុប្បន្ន"


@lru_cache(maxsize=4096)
def cited(citation: str) -> str:
    """Repeat a citation or a source as it is, but for the dates in it and the word for a sub-decree."""
    citation = _NOT_FOUND.get(citation, citation)
    citation = _SUB_DECREE.sub(lambda found: f"អនុក្រឹត្យ{_numbered(found[1])} ចុះ", citation)
    return _WRITTEN_DAY.sub(_written_day, citation)


def holiday(name: str) -> str:
    """Name a holiday; one that has no Khmer name here keeps its own, in quotation marks."""
    plain = name.removesuffix(", observed")
    words = "; ".join(_HOLIDAYS.get(part, f"“{part}”") for part in plain.split("; "))
    return words if plain == name else f"{words} (ថ្ងៃឈប់ជំនួស)"


@lru_cache(maxsize=8192)
def named_days(days: tuple[ClosedDay, ...]) -> str:
    """Name closed days and who says so, each day once."""
    named: dict[date, str] = {}
    for closed in days:
        name = holiday(closed.name)
        words = name if closed.source == "weekend" else f"{name} ({cited(closed.source)})"
        named[closed.day] = f"{named[closed.day]}; {words}" if closed.day in named else words
    return ", ".join(f"{short_date(day)} គឺ{words}" for day, words in named.items())


def _numbered(number: str | None) -> str:
    return f"លេខ {digits(number)}" if number else ""


def _written_day(found: re.Match[str]) -> str:
    month = f"ខែ{_MONTHS[_ENGLISH_MONTHS.index(found[2])]} ឆ្នាំ{digits(found[3])}"
    return f"ថ្ងៃទី{digits(found[1])} {month}" if found[1] else month
