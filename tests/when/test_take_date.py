from datetime import datetime

import pytest

from bot.when import Ask, Past, ReadDate, ReadMoment, Refuse, Wants, take_date
from tests.when.present import SAN_FRANCISCO

NOW = datetime.fromisoformat("2018-04-06T10:00:00-07:00")


def taken(words: str, *, wants: Wants = Wants.EITHER) -> tuple[str, str]:
    """Take a date; give it in ISO form, or the options, or the sentence, and what follows."""
    found, rest = take_date(words, now=NOW, zone=SAN_FRANCISCO, wants=wants, past=Past.ASK)
    match found:
        case ReadDate() | ReadMoment():
            return found.value.isoformat(), rest
        case Ask():
            return " | ".join(option.value.isoformat() for option in found.options), rest
        case Refuse():
            return found.sentence, rest


@pytest.mark.parametrize(
    ("words", "value", "rest"),
    [
        (
            "30 April 2018 9:30am Oral argument on the application",
            "2018-04-30T09:30:00-07:00",
            "Oral argument on the application",
        ),
        ("30 April 2018 9:30am PT Oral argument", "2018-04-30T09:30:00-07:00", "Oral argument"),
        ("30 April 2018 9:30am America/New_York Oral argument", "2018-04-30T09:30:00-04:00", "Oral argument"),
        ("30 April 2018 9:30am PT: hearing", "2018-04-30T09:30:00-07:00", "hearing"),
        ("30 April 2018 9:30am San Francisco hearing", "2018-04-30T09:30:00-07:00", "San Francisco hearing"),
        ("30 April 2018 9:30am Paris - status call", "2018-04-30T09:30:00+02:00", "status call"),
        ("30 April 2018 9:30am et al. motion", "2018-04-30T09:30:00-07:00", "et al. motion"),
        ("30 April 2018 9:30am Meet/confer", "2018-04-30T09:30:00-07:00", "Meet/confer"),
        ("30 April 2018 - 3 motions", "2018-04-30", "3 motions"),
        ("30 April 2018 9am Washington v. Doe", "2018-04-30T09:00:00-07:00", "Washington v. Doe"),
        ("30 April Motion to dismiss", "2018-04-30", "Motion to dismiss"),
        ("tomorrow at 9 Oral argument", "2018-04-07T09:00:00-07:00", "Oral argument"),
        ("next Tuesday 9am Hearing", "2018-04-10T09:00:00-07:00 | 2018-04-17T09:00:00-07:00", "Hearing"),
        ("04/05/2018 Hearing", "2018-04-05 | 2018-05-04", "Hearing"),
        ("May 4 argument", "2018-05-04", "argument"),
        ("9am May 4 argument", "2018-05-04T09:00:00-07:00", "argument"),
        ("May 4 2018 argument", "2018-05-04", "argument"),
        ("4 May 2018 9:30 may be adjourned", "2018-05-04T09:30:00-07:00", "may be adjourned"),
        ("4 May 2018 in camera hearing", "2018-05-04", "in camera hearing"),
        ("10 days after 4 May 2018 Objections", "2018-05-14", "Objections"),
        ('7 May 2018 9:30am "clerk\'s notice"', "2018-05-07T09:30:00-07:00", '"clerk\'s notice"'),
        ("ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០១៨ ម៉ោង ៩ ព្រឹក សវនាការ", "2018-11-24T09:00:00-08:00", "សវនាការ"),
        ("4 May 2018", "2018-05-04", ""),
        ("30 April 2018 9am Pacific time Oral argument", "2018-04-30T09:00:00-07:00", "Oral argument"),
        ("30 April 2018 9am Indochina Time hearing", "2018-04-30T09:00:00+07:00", "hearing"),
        ("30 April 2018 9am Pacific Standard Insurance", "2018-04-30T09:00:00-07:00", "Pacific Standard Insurance"),
        ("4 May next motion", "2018-05-04", "next motion"),
        ("fourteen (14) days after 4 May 2018 Reply", "2018-05-18", "Reply"),
        ("no later than 4 May 2018 Reply", "2018-05-04", "Reply"),
    ],
)
def test_the_longest_beginning_that_is_a_date_is_taken(words: str, value: str, rest: str) -> None:
    assert taken(words) == (value, rest)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("30 April 2018 3 motions pending", "“3” may be the hour or the beginning of the title"),
        ("4 May 18 Hearing", "“18” may be the hour"),
        ("June 4 28 USC 1782 application", "“28” may be the year or the beginning of the title"),
        ("June 4 28 U.S.C. § 1782 application", "“28” may be the year"),
        ("4 June 26 motions", "“26” may be the year"),
        ("June 4 9am Z v. Facebook", "“Z” may be the zone"),
        ("June 4 9am ET al. v. Facebook", "“ET” may be the zone"),
        ("Friday 4 hearing", "“4” may be the hour"),
        ("30 April 2018 1430 Broadway", "“1430” may be the hour"),
        ("30 April 2018 9:30am Phnom Penh Municipal Court", "“Phnom Penh” may be the zone"),
        ("30 April 2018 9am London v. Doe", "“London” may be the zone"),
        ("30 April 2018 9am Phnom Penh Time Warner hearing", "“Phnom Penh” may be the zone"),
        ("24/4 18 motions", "“18” may be"),
        ("30 April 2018 9am CST hearing", "“CST” may be the zone"),
        ("30 April 2018 9am Europe/Atlantis hearing", "“Europe/Atlantis” may be the zone"),
        ("4 May 2018 to 6 May 2018 trial", "“to” follows the date"),
        ("4 May 2018 - 6 May 2018 trial", "“6” follows the date"),
        ("4 May 2018 9am - 10am hearing", "“10am” follows the date"),
        ("4 May 2018 9-10am hearing", "“9” follows the date"),
        ("4 May 2018 2:30pm/3pm hearing", "“2:30pm” follows the date"),
        ("30 April 2018 2018 budget", "“2018” follows the date"),
        ("Friday or Monday hearing", "“or” follows the date"),
        ("31 February 2018 Hearing", "February 2018 has 28 days"),
        ("Monday 4 May 2018 Hearing", "is a Friday, not a Monday"),
    ],
)
def test_what_may_belong_to_the_date_or_to_the_title_is_refused(words: str, says: str) -> None:
    assert says in taken(words)[0]


def test_a_date_in_the_middle_of_a_sentence_is_nobodys_date() -> None:
    sentence, rest = taken("Oral argument 30 April 2018")

    assert "not a date I can read" in sentence
    assert rest == "Oral argument 30 April 2018"


def test_nothing_typed_is_said_to_be_nothing() -> None:
    assert taken("  ")[0].startswith("No date was typed")


def test_a_moment_that_is_wanted_is_asked_for() -> None:
    assert "has no time" in taken("30 April 2018 Oral argument", wants=Wants.MOMENT)[0]
