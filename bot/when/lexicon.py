"""The words that dates are written in: English, and what the office in Paris types."""

from bot.when.phrases import Part, Unit

MONTHS = (
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
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_FRENCH_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
FRENCH_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

MONTH_WORDS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)},
    **{name: number for number, name in enumerate(_FRENCH_MONTHS.split(), 1)},
    "sept": 9,
    "janv": 1,
    "févr": 2,
    "fevr": 2,
    "avr": 4,
    "juil": 7,
    "déc": 12,
    "febuary": 2,
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
}
WEEKDAY_WORDS = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name.lower()[:3]: number for number, name in enumerate(WEEKDAYS)},
    **{name: number for number, name in enumerate(FRENCH_WEEKDAYS)},
    "tues": 1,
    "wednsday": 2,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
SHIFT_WORDS = {
    "today": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "tommorow": 1,
    "tomorow": 1,
    "tommorrow": 1,
    "yesterday": -1,
    "aujourd'hui": 0,
    "demain": 1,
    "hier": -1,
    "après-demain": 2,
    "apres-demain": 2,
    "avant-hier": -2,
}

_UP_TO_TWENTY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_UP_TO_TWENTY.split(), 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_UP_TO_TWENTY.split()[:9], 1)},
    "thirty": 30,
    "forty-five": 45,
    "sixty": 60,
    "ninety": 90,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "quinze": 15,
}
COUNT_WORDS = {
    **NUMBER_WORDS,
    **dict.fromkeys(("a", "an", "un", "une"), 1),
    "cinq": 5,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "vingt": 20,
    "trente": 30,
    "soixante": 60,
}
"""Numbers before a unit, where "sept" is no month."""
ORDINAL_WORDS = {
    **{word: number for number, word in enumerate(_ORDINALS.split(), 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_ORDINALS.split()[:9], 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
UNIT_WORDS = {
    "day": Unit.DAYS,
    "days": Unit.DAYS,
    "week": Unit.WEEKS,
    "weeks": Unit.WEEKS,
    "wk": Unit.WEEKS,
    "wks": Unit.WEEKS,
    "month": Unit.MONTHS,
    "months": Unit.MONTHS,
    "year": Unit.YEARS,
    "years": Unit.YEARS,
    "jour": Unit.DAYS,
    "jours": Unit.DAYS,
    "semaine": Unit.WEEKS,
    "semaines": Unit.WEEKS,
    "mois": Unit.MONTHS,
    "an": Unit.YEARS,
    "ans": Unit.YEARS,
}
MINUTES_PER = {"hour": 60, "hours": 60, "hr": 60, "hrs": 60, "minute": 1, "minutes": 1, "min": 1, "mins": 1}
PART_WORDS = {
    "morning": Part.MORNING,
    "matin": Part.MORNING,
    "afternoon": Part.AFTERNOON,
    "après-midi": Part.AFTERNOON,
    "evening": Part.EVENING,
    "soir": Part.EVENING,
    "night": Part.NIGHT,
}
AT_WORDS = frozenset({"at", "à", "@"})
FILLERS = AT_WORDS | {"on", "by", "le"}
