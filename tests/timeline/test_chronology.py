"""The chronology: what is handed to a court must say everything that it needs, and nothing that is the team's own."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from sqlmodel import select

from bot.calendars.text import is_web_address
from bot.clock import PracticeClock
from bot.docket import cases, deadlines, entering, entries, hearings
from bot.docket.desk import Desk
from bot.law import Standing
from bot.rulebook import Rulebook
from bot.timeline import CaseFile, Naming, chronology_pdf
from bot.timeline.chronology import chronology_data
from storage.cases import Case, Person
from storage.docket import Deadline, DeadlineStatus, EntryKind, EntryStatus, Precision
from storage.log import AuditEntry
from storage.store import Store
from tests.timeline.samples import KHMER, MARKUP, NOW, a_case, a_deadline, a_file, a_hearing, an_entry

KH = a_case(2, court="kh-phnompenh", caption="Prosecutor v. Rainsy")


def printed(*files: CaseFile, naming: Naming = Naming.CAPTION, **given: Any) -> dict[str, Any]:
    return chronology_data(files, **{"now": NOW, "by": "U1", "names": {}, "seal": "5ea1", "naming": naming, **given})


@pytest.fixture
def desk(sqlite_store: Store, clock: PracticeClock, book: Rulebook) -> Desk:
    return Desk(store=sqlite_store, clock=clock, book=book)


@pytest.fixture
def case(desk: Desk) -> Case:
    with desk.change(by="U1") as change:
        change.session.add(Person(slack_id="U1", name="Claire Martin"))
        return cases.open_case(
            change, court="cand", docket_number="3:18-mc-80024-SK", caption=f"Rainsy v. {MARKUP}", channel_id=None
        )


def pages_of(pdf: bytes) -> str:
    assert pdf.startswith(b"%PDF-")
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_a_court_reads_caption_entries_deadlines_and_how_they_were_counted(desk: Desk, case: Case) -> None:
    with desk.change(by="U1") as change:
        order = entries.record(
            change,
            case=case,
            kind=EntryKind.ORDER,
            title=f"Order denying the application {MARKUP}",
            on_date=date(2018, 5, 4),
            trigger="order.nondispositive",
            service="ecf",
            served_on=date(2018, 5, 4),
            link="https://court.example/order.pdf",
            note="What the team thinks of it",
        )
        facts: dict[str, Any] = {"trigger": "order.nondispositive", "service": "ecf", "served_on": date(2018, 5, 4)}
        for answer in deadlines.preview(change.session, change.book, case=case, on_date=date(2018, 5, 4), **facts):
            deadlines.adopt(change, case=case, entry=order, answer=answer)
        hearings.schedule(change, case=case, title=KHMER, starts_at=datetime(2018, 5, 21, 16, 30, tzinfo=UTC))
    with desk.look() as session:
        pdf = chronology_pdf(session, desk.book, [case], now=NOW, by="U1")
        seal = session.exec(select(AuditEntry.seal).order_by(AuditEntry.id.desc())).first()  # type: ignore[union-attr]

    text = pages_of(pdf)
    for said in (
        "UNITED STATES DISTRICT COURT FOR THE NORTHERN DISTRICT OF CALIFORNIA",
        "Docket No. 3:18-mc-80024-SK",
        "As of Monday 7 May 2018, 8:30 am PDT (Los Angeles)",
        "Printed by Claire Martin",
        'Order denying the application #panic("x") *bold* $x$',
        "served on Friday 4 May 2018, electronic service",
        "https://court.example/order.pdf",
        "Friday 18 May 2018",
        "FRCP 72(a), in force since 1 December 2009",
        "settled",
        "not confirmed by a second person",
        "14 days after 4 May 2018 is Friday 18 May 2018",
        "9:30 am PDT, court time",
        "Page 1 of",
        str(seal),
    ):
        assert said in text
    assert "What the team thinks" not in text


def test_the_same_docket_and_instant_give_the_same_bytes(desk: Desk, case: Case) -> None:
    with desk.look() as session:
        first, second = (chronology_pdf(session, desk.book, [case], now=NOW, by="U1") for _ in range(2))
    assert first == second
    about = PdfReader(BytesIO(first)).metadata
    assert about
    assert about.creation_date == NOW
    assert about.title == "Chronology of proceedings"


def test_khmer_is_printed_in_letters_of_a_khmer_typeface(desk: Desk) -> None:
    with desk.change(by="U1") as change:
        case = cases.open_case(change, court="kh-phnompenh", docket_number="1", caption=KHMER, channel_id=None)
    with desk.look() as session:
        pdf = chronology_pdf(session, desk.book, [case], now=NOW, by="U1")
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in PdfReader(BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert any("NotoSansKhmer" in font for font in fonts)
    assert "សវនាការ" in pages_of(pdf)


def test_only_a_range_of_days_is_printed_if_one_is_named(desk: Desk, case: Case) -> None:
    with desk.change(by="U1") as change:
        for number in (2016, 2017, 2018):
            on = datetime(number, 5, 21, 16, 30, tzinfo=UTC)
            hearings.schedule(change, case=case, title=f"Hearing of {number}", starts_at=on)
    with desk.look() as session:
        span: dict[str, Any] = {"since": date(2017, 1, 1), "until": date(2017, 12, 31)}
        text = pages_of(chronology_pdf(session, desk.book, [case], now=NOW, by="U1", **span))
    assert [number for number in (2016, 2017, 2018) if f"Hearing of {number}" in text] == [2017]


def test_an_empty_docket_says_so(desk: Desk, case: Case) -> None:
    with desk.look() as session:
        text = pages_of(chronology_pdf(session, desk.book, [case], now=NOW, by="U1"))
    assert "Nothing is recorded." in text
    assert "No deadline is recorded." in text
    assert "Appendix" not in text


def test_american_cases_are_printed_on_letter_all_others_on_a4() -> None:
    assert printed(a_file())["paper"] == "us-letter"
    assert printed(a_file(), a_file(case=KH))["paper"] == "a4"
    assert printed(a_file(case=KH))["paper"] == "a4"


def test_entries_stand_in_order_and_a_month_comes_before_its_days() -> None:
    month = an_entry(date(2018, 5, 1), number=1, precision=Precision.MONTH)
    early, late = a_hearing(date(2018, 5, 1), hour=9, number=2), a_hearing(date(2018, 5, 1), hour=14, number=3)
    other = an_entry(date(2018, 4, 1), number=4)
    rows = printed(a_file(late, early, month), a_file(other, case=KH))["entries"]
    assert [(row["ref"], row["date"], row["case"]) for row in rows] == [
        ("O4", "Sunday 1 April 2018", "C2"),
        ("O1", "May 2018", "C1"),
        ("H2", "Tuesday 1 May 2018", "C1"),
        ("H3", "Tuesday 1 May 2018", "C1"),
    ]


def test_what_became_of_an_entry_is_told() -> None:
    held = a_hearing(status=EntryStatus.HELD, outcome="taken under submission")
    vacated = a_hearing(status=EntryStatus.VACATED, number=2)
    assert [(row["state"], row["struck"]) for row in printed(a_file(held, vacated))["entries"]] == [
        ("held: taken under submission", False),
        ("vacated", True),
    ]


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, "open"),
        ({"status": DeadlineStatus.DONE}, "done"),
        ({"status": DeadlineStatus.DONE, "proof": "ECF No. 21"}, "done; proof: ECF No. 21"),
        ({"status": DeadlineStatus.MOOT, "closed_reason": "The client decided so"}, "moot"),
    ],
)
def test_a_deadline_says_where_it_stands_and_never_why_the_team_let_it_go(facts: dict[str, Any], state: str) -> None:
    data = printed(a_file(a_deadline(**facts)))
    assert data["deadlines"][0]["state"] == state
    assert "The client decided so" not in str(data)


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({}, "FRCP 72(a), in force since 1 December 2009"),
        ({"version": ""}, "FRCP 72(a)"),
        ({"citation": "", "version": ""}, "no rule: entered by hand"),
        ({"is_fixed": True}, "fixed by the court"),
    ],
)
def test_a_deadline_names_what_it_rests_on(facts: dict[str, Any], rule: str) -> None:
    assert printed(a_file(a_deadline(**facts)))["deadlines"][0]["rule"] == rule


def test_a_doubtful_date_is_called_so_in_words_and_the_later_one_is_not_to_be_planned_on() -> None:
    doubtful = a_deadline(latest=date(2018, 5, 21), standing=Standing.ARGUABLE)
    data = printed(a_file(doubtful))
    assert data["deadlines"][0]["standing"].startswith("arguable: the law can be read two ways")
    assert data["exhibits"][0]["latest"] == "Read the other way, the date is Monday 21 May 2018: do not plan on this."


def test_a_day_ends_at_midnight_before_a_registry_or_at_an_hour() -> None:
    at_noon = a_deadline(due_at=datetime(2018, 5, 18, 19, 0, tzinfo=UTC))
    assert printed(a_file(a_deadline()))["deadlines"][0]["until"] == "until midnight, court time"
    assert printed(a_file(at_noon))["deadlines"][0]["until"] == "until 12:00 pm PDT"
    cambodian = a_file(a_deadline(zone="Asia/Phnom_Penh"), case=KH)
    assert printed(cambodian)["deadlines"][0]["until"] == "until the registry closes"


def test_an_exhibit_tells_what_started_the_period_each_step_and_who_checked_it() -> None:
    explained = {"steps": [{"text": "14 days after 4 May."}], "notes": [{"text": "The text was not checked."}]}
    signed: dict[str, Any] = {
        "confirmed_by": "U2",
        "confirmed_at": NOW,
        "done_by": "U1",
        "done_at": NOW,
        "proof": "ECF No. 21",
    }
    deadline = a_deadline(entry_id=1, explanation=explained, filed_by="U3", **signed)
    names = {"U1": "Claire", "U2": "Maya", "U3": "Dara"}
    (exhibit,) = printed(a_file(an_entry(date(2018, 5, 4)), deadline), names=names)["exhibits"]
    assert exhibit["started_by"] == "O1, Order 1 (Friday 4 May 2018)"
    assert exhibit["steps"] == ["14 days after 4 May."]
    assert exhibit["notes"] == ["The text was not checked."]
    assert exhibit["signed"] == [
        "Recorded by Claire, Monday 7 May 2018, 3:30 pm UTC.",
        "Confirmed by Maya, Monday 7 May 2018, 3:30 pm UTC.",
        "Filed by Dara on Monday 7 May 2018. Proof: ECF No. 21.",
    ]


def test_whom_nobody_knows_is_named_by_id() -> None:
    done = a_deadline(done_by="U9", done_at=NOW)
    (exhibit,) = printed(a_file(done))["exhibits"]
    assert exhibit["signed"][-1] == "Filed by U9 on Monday 7 May 2018."
    assert exhibit["signed"][1] == "Not confirmed by a second person."


def test_code_names_tell_no_title_court_number_rule_link_proof_or_exhibit() -> None:
    secret = "Secret witness"
    facts: dict[str, Any] = {"condition": secret, "proof": secret, "status": DeadlineStatus.DONE, "is_fixed": True}
    rows = (
        an_entry(title=secret, link=f"https://{secret}", service="mail", served_on=date(2018, 5, 4)),
        a_hearing(status=EntryStatus.HELD, outcome=secret),
        a_deadline(title=secret, explanation={"steps": [{"text": secret}]}, **facts),
    )
    data = printed(a_file(*rows, case=a_case(caption=secret, alias="Kingfisher")), naming=Naming.CODE)
    assert data["exhibits"] == []
    told = str(data)
    for hidden in (secret, "3:18", "District", "FRCP", "PDT", "Los Angeles", "mail"):
        assert hidden not in told
    assert "Kingfisher" in told


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://court.example/a.pdf", True),
        ("javascript:alert(1)", False),
        ("ECF No. 20", False),
        ("https://", False),
        ("http://[bad", False),
        ("", False),
    ],
)
def test_only_what_is_on_the_web_can_be_followed(link: str, opens: bool) -> None:  # noqa: FBT001 -- a table
    assert is_web_address(link) is opens


def test_whoever_confirmed_is_not_asked_for_again_once_it_is_closed() -> None:
    rows = printed(a_file(a_deadline(), a_deadline(number=2, status=DeadlineStatus.MOOT)))["deadlines"]
    assert [row["confirmed"] for row in rows] == [False, True]


def test_a_long_docket_is_printed_page_after_page(desk: Desk, case: Case) -> None:
    with desk.change(by="U1") as change:
        for number in range(1, 121):
            change.session.add(Deadline(**a_deadline(number=number, case_id=case.key).model_dump()))
        change.log("test.many", subject=case.ref, case_id=case.key)
    with desk.look() as session:
        pdf = chronology_pdf(session, desk.book, [case], now=NOW, by="U1")
    assert len(PdfReader(BytesIO(pdf)).pages) > 10


@pytest.mark.parametrize("is_fixed", [True, False])
def test_a_date_that_no_rule_computed_says_so_and_is_printed(is_fixed: bool) -> None:  # noqa: FBT001 -- a parameter
    by_hand = a_deadline(standing="", citation="", version="", is_fixed=is_fixed)

    data = printed(a_file(by_hand))

    assert data["deadlines"][0]["standing"] == "as it was given: no rule computed it"
    assert data["exhibits"][0]["standing"] == "as it was given: no rule computed it"


def test_the_chronology_of_a_case_with_a_date_entered_by_hand_is_a_pdf(desk: Desk, case: Case) -> None:
    with desk.change(by="U1") as change:
        entering.enter(change, case=case, title="Reply brief", due=date(2018, 6, 4))
    with desk.look() as session:
        pdf = chronology_pdf(session, desk.book, [case], now=NOW, by="U1")

    assert "Reply brief" in pages_of(pdf)
