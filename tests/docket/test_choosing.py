"""What a channel and a person choose: what can be meant, what is refused, and what follows from it."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import select

from bot.docket import absences, choices, choosing
from bot.docket.absences import AwayAlreadyError, AwayIsOverError, NotAwayError, TooLongAwayError, WrongWayRoundError
from bot.docket.choices import (
    HourError,
    LanguageError,
    NoLastCallError,
    QuietHoursError,
    ReminderDaysError,
    SwitchError,
    ZoneError,
)
from bot.docket.choosing import ChosenAlreadyError
from bot.docket.desk import Desk
from bot.errors import AdQuemError
from storage.cases import Case, language_of
from storage.log import AuditEntry
from storage.settings import absences_of, settings_of


@pytest.mark.parametrize(
    ("read", "typed", "value"),
    [
        (choices.read_hour, "9", "09:00"),
        (choices.read_hour, "9am", "09:00"),
        (choices.read_hour, "9:30 p.m.", "21:30"),
        (choices.read_hour, "12am", "00:00"),
        (choices.read_hour, "12 pm", "12:00"),
        (choices.read_hour, "21h30", "21:30"),
        (choices.read_hour, "noon", "12:00"),
        (choices.read_days, "30, 14 and 7 3 1 days", [30, 14, 7, 3, 1]),
        (choices.read_days, "1 1 7", [7, 1]),
        (choices.read_zone, "Phnom Penh", "Asia/Phnom_Penh"),
        (choices.read_zone, "america/los_angeles", "America/Los_Angeles"),
        (choices.read_zone, "court", None),
        (choices.read_language, "Khmer", "km"),
        (choices.read_language, "ខ្មែរ", "km"),
        (choices.read_switch, "ON", True),
        (choices.read_switch, "off", False),
        (choices.read_quiet, "21:00 to 7:00", {"quiet_from": "21:00", "quiet_until": "07:00"}),
        (choices.read_quiet, "9pm-7am", {"quiet_from": "21:00", "quiet_until": "07:00"}),
        (choices.read_quiet, "off", {"quiet_from": None, "quiet_until": None}),
    ],
)
def test_a_choice_is_read_as_people_write_it(read: Callable[[str], object], typed: str, value: object) -> None:
    assert read(typed) == value


@pytest.mark.parametrize(
    ("read", "typed", "error"),
    [
        (choices.read_hour, "25:00", HourError),
        (choices.read_hour, "13pm", HourError),
        (choices.read_hour, "9:75", HourError),
        (choices.read_hour, "morning", HourError),
        (choices.read_days, "", ReminderDaysError),
        (choices.read_days, "-7 1", ReminderDaysError),
        (choices.read_days, "0", ReminderDaysError),
        (choices.read_days, "366 1", ReminderDaysError),
        (choices.read_days, "99999999999999999999", ReminderDaysError),
        (choices.read_days, "1 2 3 4 5 6 7 8 9 10 11", ReminderDaysError),
        (choices.read_days, "30 14", NoLastCallError),
        (choices.read_zone, "Atlantis", ZoneError),
        (choices.read_zone, "+07:00", ZoneError),
        (choices.read_language, "Klingon", LanguageError),
        (choices.read_switch, "maybe", SwitchError),
        (choices.read_quiet, "21:00", QuietHoursError),
        (choices.read_quiet, "9:00 to 9:00", QuietHoursError),
        (choices.read_quiet, "6:00 to 23:00", QuietHoursError),
        (choices.read_quiet, "dusk to dawn", HourError),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(
    read: Callable[[str], object], typed: str, error: type[AdQuemError]
) -> None:
    with pytest.raises(error) as refused:
        read(typed)
    assert str(refused.value).endswith(".")


def test_a_choice_is_logged_with_old_and_new(desk: Desk, case: Case) -> None:
    with desk.change(by="U_MAYA") as change:
        choosing.choose(change, channel_id="C_US", ladder=[20, 1], is_blind=True)
    with desk.look() as session:
        assert settings_of(session, "C_US").ladder == [20, 1]
        line = session.exec(select(AuditEntry)).all()[-1]
    assert (line.action, line.subject, line.details["old"]) == (
        "settings.changed",
        "C_US",
        {"ladder": None, "is_blind": False},
    )
    with pytest.raises(ChosenAlreadyError), desk.change(by="U_MAYA") as change:
        choosing.choose(change, channel_id="C_US", is_blind=True)


def test_the_language_is_each_persons_own(desk: Desk) -> None:
    with desk.change(by="U_MAYA") as change:
        choosing.speak(change, language="km")
    with desk.look() as session:
        assert (language_of(session, "U_MAYA"), language_of(session, "U_DARA")) == ("km", "en")
    with pytest.raises(ChosenAlreadyError), desk.change(by="U_MAYA") as change:
        choosing.speak(change, language="km")


TODAY = date(2018, 5, 7)


@pytest.mark.parametrize(
    ("first", "last", "error"),
    [
        (date(2018, 5, 9), date(2018, 5, 8), WrongWayRoundError),
        (date(2018, 5, 9), date(2019, 5, 11), TooLongAwayError),
        (date(2018, 5, 1), date(2018, 5, 6), AwayIsOverError),
    ],
)
def test_days_away_that_cannot_be_meant_are_refused(
    desk: Desk, first: date, last: date, error: type[AdQuemError]
) -> None:
    with pytest.raises(error), desk.change(by="U_MAYA") as change:
        absences.be_away(change, first=first, last=last, today=TODAY)


def test_days_the_wrong_way_round_are_named_the_right_way_round(desk: Desk) -> None:
    turned = "`/docket away 8 May 2019 to 9 May 2019`"
    with pytest.raises(WrongWayRoundError, match=turned), desk.change(by="U_MAYA") as change:
        absences.be_away(change, first=date(2019, 5, 9), last=date(2019, 5, 8), today=TODAY)


def test_days_away_are_recorded_once_and_taken_back_by_whose_they_are(desk: Desk) -> None:
    with desk.change(by="U_MAYA") as change:
        number = absences.be_away(change, first=TODAY, last=TODAY, today=TODAY, note=" leave ").key
    with pytest.raises(AwayAlreadyError), desk.change(by="U_MAYA") as change:
        absences.be_away(change, first=TODAY, last=TODAY, today=TODAY)
    with desk.look() as session:
        for person, said in (
            ("U_DARA", str(number)),
            ("U_MAYA", "x"),
            ("U_MAYA", "9" * 30),
            ("U_MAYA", "9" * 5000),
            ("U_MAYA", "99"),
        ):
            with pytest.raises(NotAwayError, match="You have no absence number"):
                absences.find_absence(session, person, said)
    with desk.change(by="U_MAYA") as change:
        absences.be_back(change, absence=absences.find_absence(change.session, "U_MAYA", f"#{number}"))
    with desk.look() as session:
        assert absences_of(session, ["U_MAYA"], since=TODAY) == []
        with pytest.raises(NotAwayError):
            absences.find_absence(session, "U_MAYA", str(number))
