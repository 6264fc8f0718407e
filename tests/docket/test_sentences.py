"""What a plain sentence says about the docket: something to record, a question, or nothing that we know."""

from datetime import date, datetime

import pytest

from bot.docket.asking import AboutClosed, AboutDays, AboutOne, AboutTopic, Point, Topic
from bot.docket.sentences import ToRecord, Understood, kind_of, understand
from bot.when.sentences import options_of
from storage.docket import EntryKind

NOW = datetime.fromisoformat("2018-05-07T08:30:00-07:00")


def heard(sentence: str, *, to_record: bool = False) -> Understood:
    return understand(sentence, now=NOW, zone="America/Los_Angeles", to_record=to_record, with_periods=not to_record)


def recorded(sentence: str) -> ToRecord:
    found = heard(sentence)
    assert isinstance(found, ToRecord), found
    return found


def dates(said: ToRecord) -> list[str]:
    given = [said.dated] if said.dated else said.others
    return [option.value.isoformat() for dated in given for option in options_of(dated.reading)]


@pytest.mark.parametrize(
    ("sentence", "kind", "title", "when"),
    [
        (
            "hearing on the motion to compel in C1 on 1 June 2018 at 9:30am",
            EntryKind.HEARING,
            "Hearing on the motion to compel",
            ["2018-06-01T09:30:00-07:00"],
        ),
        ("motion hearing 1 June 2018", EntryKind.HEARING, "Motion hearing", ["2018-06-01"]),
        ("order of 4 May granting the application", EntryKind.ORDER, "Order granting the application", ["2018-05-04"]),
        ("Please record the judgment entered on 4 May 2018.", EntryKind.RULING, "Judgment", ["2018-05-04"]),
        ("can you add oral argument for 12 June 2018?", EntryKind.HEARING, "Oral argument", ["2018-06-12"]),
        ("opposition filed today", EntryKind.FILING, "Opposition filed", ["2018-05-07"]),
        ("C1: conference, 12 June 2018", EntryKind.HEARING, "Conference", ["2018-06-12"]),
        ("status conference on 18 May 2018", EntryKind.HEARING, "Status conference", ["2018-05-18"]),
        ("show cause hearing 18 May 2018", EntryKind.HEARING, "Show cause hearing", ["2018-05-18"]),
        ("list of witnesses filed today", None, "List of witnesses filed", ["2018-05-07"]),
        ("the judge denied our motion today", EntryKind.ORDER, "Judge denied our motion", ["2018-05-07"]),
        ("the court sentenced him on 4 May 2018", EntryKind.RULING, "Court sentenced him", ["2018-05-04"]),
        (
            "notice that the motion was granted, 4 May 2018",
            EntryKind.NOTICE,
            "Notice that the motion was granted",
            ["2018-05-04"],
        ),
        ("something on 4 May 2018", None, "Something", ["2018-05-04"]),
        ("សវនាការ ថ្ងៃទី៤ ខែមិថុនា ឆ្នាំ២០១៨", EntryKind.HEARING, "សវនាការ", ["2018-06-04"]),
    ],
)
def test_what_happened_is_told_from_when(sentence: str, kind: EntryKind | None, title: str, when: list[str]) -> None:
    said = recorded(sentence)
    assert (said.kind, said.title, dates(said)) == (kind, title, when)


def test_how_and_when_something_was_served() -> None:
    said = recorded("order of 4 May granting the application, served by mail on 7 May")
    assert (said.service, said.served, dates(said)) == ("mail", date(2018, 5, 7), ["2018-05-04"])
    assert recorded("order of 4 May 2018, e-served").service == "ecf"
    assert recorded("order of 4 May 2018, served by hand").service == "personal"
    assert recorded("order of 4 May 2018, served").service == ""


def test_the_day_of_service_is_not_the_day_of_the_order() -> None:
    said = recorded("order served by mail on 7 May")
    assert (said.dated, said.served) == (None, date(2018, 5, 7))


def test_a_doubtful_day_of_service_is_named_and_not_taken() -> None:
    said = recorded("order of 4 May 2018 served on 04/05/2018")
    assert (said.served, said.served_words) == (None, "04/05/2018")


def test_an_order_is_not_entered_on_a_day_that_has_not_come() -> None:
    said = recorded("order setting a status report for 1 June 2018")
    assert said.dated
    assert not said.dated.is_certain
    assert dates(said) == ["2018-06-01"]
    assert dates(recorded("order of 04/05/2018")) == ["2018-04-05", "2018-05-04"]
    assert dates(recorded("order of 05/06/2018")) == ["2018-05-06"]


def test_a_hearing_in_the_past_is_asked_about() -> None:
    said = recorded("hearing on 4 May 2018")
    assert said.dated
    assert not said.dated.is_certain


def test_of_several_dates_none_is_the_date() -> None:
    said = recorded("ruling of 3 May 2018 and hearing on 12 June 2018")
    assert said.dated is None
    assert len(said.others) == 2


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("is D45 done?", AboutOne(ref="D45", point=Point.WHETHER_DONE)),
        ("has D45 been filed", AboutOne(ref="D45", point=Point.WHETHER_DONE)),
        ("why is D45 due on 18 May?", AboutOne(ref="D45", point=Point.REASON)),
        ("how was D45 computed", AboutOne(ref="D45", point=Point.REASON)),
        ("who owns D45", AboutOne(ref="D45")),
        ("is the court open on 28 May 2018?", AboutClosed(since=date(2018, 5, 28), until=date(2018, 5, 28))),
        ("any holidays next week?", AboutClosed(since=date(2018, 5, 14), until=date(2018, 5, 20))),
        ("which days is the court closed?", AboutClosed(since=date(2018, 5, 7), until=date(2018, 5, 21))),
        ("is the clerk's office open on Monday 28 May", AboutClosed(since=date(2018, 5, 28), until=date(2018, 5, 28))),
        ("which deadlines does the court have open?", AboutDays(since=date(2018, 5, 7), until=date(2018, 5, 21))),
        ("d45", AboutOne(ref="D45")),
        ("what about h12", AboutOne(ref="H12")),
        ("what is overdue?", AboutTopic(topic=Topic.OVERDUE)),
        ("what did we miss? anything late", AboutTopic(topic=Topic.OVERDUE)),
        ("show my deadlines", AboutTopic(topic=Topic.MINE)),
        ("any clashes?", AboutTopic(topic=Topic.CONFLICTS)),
        ("which dates are unconfirmed?", AboutTopic(topic=Topic.UNCONFIRMED)),
        ("what hearings are there?", AboutTopic(topic=Topic.HEARINGS)),
        ("what is due next week?", AboutDays(since=date(2018, 5, 14), until=date(2018, 5, 20))),
        ("what is due on 18 May 2018?", AboutDays(since=date(2018, 5, 18), until=date(2018, 5, 18))),
        ("what is on from 18 May 2018 to 20 May 2018?", AboutDays(since=date(2018, 5, 18), until=date(2018, 5, 20))),
        ("what is due on Friday?", AboutDays(since=date(2018, 5, 11), until=date(2018, 5, 11))),
        ("what is due in March?", AboutDays(since=date(2019, 3, 1), until=date(2019, 3, 31))),
        ("what is due in March 2018?", AboutDays(since=date(2018, 3, 1), until=date(2018, 3, 31))),
        ("what is due in March 0000?", AboutDays(since=date(2018, 5, 7), until=date(2018, 5, 21))),
        ("what is due in December 9999?", AboutDays(since=date(2018, 5, 7), until=date(2018, 5, 21))),
        ("what is due in May 2561?", AboutDays(since=date(2018, 5, 7), until=date(2018, 5, 21))),
        ("what is due in December 2099?", AboutDays(since=date(2099, 12, 1), until=date(2099, 12, 31))),
        ("what is due in the next 3 days?", AboutDays(since=date(2018, 5, 7), until=date(2018, 5, 10))),
        ("what is due?", AboutDays(since=date(2018, 5, 7), until=date(2018, 5, 21))),
        ("what is the weather?", None),
        ("thanks", None),
    ],
)
def test_a_question_asks_for_one_thing_or_a_list(sentence: str, expected: Understood) -> None:
    assert heard(sentence) == expected


def test_a_message_that_is_to_be_recorded_is_no_question() -> None:
    said = heard("Is the hearing on 1 June 2018?", to_record=True)
    assert isinstance(said, ToRecord)
    assert isinstance(heard("thanks", to_record=True), ToRecord)


def test_what_is_named_first_says_the_kind_and_papers_come_last() -> None:
    assert kind_of("order on the hearing") is EntryKind.ORDER
    assert kind_of("motion: hearing") is EntryKind.HEARING
    assert kind_of("complaint") is EntryKind.FILING
    assert kind_of("recorder") is None
