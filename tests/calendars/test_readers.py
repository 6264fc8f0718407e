"""What other people's programs read in our feeds: every instant, title and status, as the docket has them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from subprocess import run
from sys import executable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from sqlmodel import Session, select

from bot import calendars
from bot.calendars import feeds, wording
from bot.calendars.events import details_of, write
from bot.calendars.rendering import render
from bot.calendars.text import one_line
from bot.calendars.web import feed_app
from bot.clock import PracticeClock
from bot.demo import START, load
from bot.docket import cases, hearings, people
from bot.docket.desk import Desk
from bot.rulebook import Rulebook
from bot.web import listening, port_of, serving
from storage.calendars import CalendarEvent, Detail
from storage.cases import Case, ChannelLink
from storage.docket import Deadline, DeadlineStatus, Entry, EntryStatus
from storage.store import Store
from tests.calendars.readers import CALCURSE, ICAL_JS, KHAL, LIBICAL, NODE_ICAL, READERS, Reader, Said
from tests.calendars.samples import COURT, KHMER, a_case, a_deadline, address, an_entry, ask

pytestmark = pytest.mark.unmeasured
GENERATED = 2_000
ZONES = (
    "America/Los_Angeles",
    "Asia/Phnom_Penh",
    "Europe/Paris",
    "Australia/Sydney",
    "America/New_York",
    "America/Santiago",
    "Europe/Dublin",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Pacific/Auckland",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Etc/UTC",
)
STATUSES = {EntryStatus.VACATED: "CANCELLED", EntryStatus.WITHDRAWN: "CANCELLED", DeadlineStatus.MOOT: "CANCELLED"}
EACH = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)


def expected(row: Entry | Deadline, case: Case, *, court: str = COURT) -> Said:
    """Return what the docket itself says of an event."""
    if isinstance(row, Deadline):
        start: date | datetime = row.due
        words = wording.of_deadline(row, case=case, court=court, detail=Detail.FULL)
    else:
        start = row.starts_at or row.on_date
        words = wording.of_entry(row, case=case, court=court, detail=Detail.FULL)
    return Said(
        uid=f"{row.uid}@adquem",
        start=start,
        title=words.summary,
        status=STATUSES.get(row.status, "CONFIRMED"),
        text=words.description,
    )


def assert_same(reader: Reader, calendar: bytes, docket: Sequence[Said]) -> None:
    read = Counter(reader.asked(calendar))
    wanted = Counter(map(reader.fitted, docket))
    assert (list(wanted - read)[:3], list(read - wanted)[:3]) == ([], [])


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.at(tmp_path_factory.mktemp("readers") / "docket.db")
    store.migrate()
    yield store
    store.close()


@pytest.fixture(scope="module")
def team(template: Store, book: Rulebook) -> Desk:
    """The desk of the demo: the real matter, as its record has it."""
    desk = Desk(store=template, clock=PracticeClock(START), book=book, followers=(calendars.follow,))
    load(desk)
    with desk.change(by="U0READER") as change:
        for link in change.session.exec(select(ChannelLink)):
            people.joined(change.session, person_id="U0READER", channel_id=link.channel_id)
        case = change.session.exec(select(Case).where(Case.court == "kh-phnompenh")).first()
        assert case
        hearings.schedule(change, case=case, title=KHMER, starts_at=START + timedelta(days=30))
    return desk


def on_calendars(desk: Desk, session: Session) -> list[Said]:
    rows: list[Entry | Deadline] = [*session.exec(select(Entry)), *session.exec(select(Deadline))]
    shown = {event.subject for event in session.exec(select(CalendarEvent))}
    assert shown == {row.ref for row in rows if details_of(row)}
    cases_of_rows = [(row, session.get_one(Case, row.case_id)) for row in rows if row.ref in shown]
    return [expected(row, case, court=desk.book.court(case.court).name) for row, case in cases_of_rows]


def feed_of(desk: Desk, person_id: str) -> bytes:
    app = feed_app(desk)
    response = ask(app, address(desk, person_id))
    app.close()
    assert response.status_code == 200
    return response.content


def still_shown(desk: Desk, docket: list[Said]) -> list[Said]:
    """Leave out what was cancelled and is over for more than thirty days."""
    today = desk.clock.now().date()
    return [said for said in docket if said.status == "CONFIRMED" or _day(said) + timedelta(days=30) >= today]


def _day(said: Said) -> date:
    return said.start.date() if isinstance(said.start, datetime) else said.start


@EACH
def test_the_real_matter_is_read_as_the_docket_has_it(team: Desk, reader: Reader) -> None:
    with team.look() as session:
        docket = still_shown(team, on_calendars(team, session))
    assert len(docket) > 50
    assert any(KHMER in said.title for said in docket)
    assert_same(reader, feed_of(team, "U0READER"), docket)


def generated(case: Case, count: int = GENERATED) -> list[Entry | Deadline]:
    """Hearings at all hours of ten years or more in zones of both hemispheres, and deadlines among them.

    No backslash stands before an n: node-ical 0.27 takes the two for a line break even where they are escaped.
    """
    rows: list[Entry | Deadline] = []
    begin = datetime(2019, 1, 1, tzinfo=UTC)
    for number in range(1, count + 1):
        facts: dict[str, Any] = {"number": number, "uid": f"{number:08x}", "case_id": case.key, "id": None}
        at = begin + timedelta(hours=44 * number, minutes=30 * (number % 2))
        zone = ZONES[number % len(ZONES)]
        title = f"{KHMER} {number}; a, b\\ “c” #{number}"
        if number % 10 == 0:
            rows.append(a_deadline(title=title, due=at.date(), latest=at.date(), due_at=at, zone=zone, **facts))
        else:
            status = EntryStatus.VACATED if number % 7 == 0 else EntryStatus.STANDING
            day = at.astimezone(ZoneInfo(zone)).date()
            rows.append(an_entry(title=title, starts_at=at, on_date=day, zone=zone, status=status, **facts))
    return rows


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, book: Rulebook) -> Iterator[tuple[Desk, list[Said]]]:
    """A desk with two thousand events, written as the docket would write them, and what the docket says of them."""
    store = Store.at(tmp_path_factory.mktemp("many") / "docket.db")
    store.migrate()
    desk = Desk(store=store, clock=PracticeClock(datetime(2019, 1, 1, tzinfo=UTC)), book=book)
    with desk.change(by="U1") as change:
        people.joined(change.session, person_id="U1", channel_id="C1")
        case = cases.open_case(change, court="cand", docket_number="1", caption="រដ្ឋអាជ្ញា v. X; Y, Z", channel_id="C1")
        rows = generated(case)
        change.session.add_all([kept(row, case) for row in rows])
    yield desk, [expected(row, case) for row in rows]
    store.close()


def kept(row: Entry | Deadline, case: Case) -> CalendarEvent:
    event = write(row, case=case, court=COURT, detail=Detail.FULL)
    return CalendarEvent(
        subject=row.ref,
        detail=Detail.FULL,
        case_id=case.key,
        zone=event.when.zone,
        on_date=row.due if isinstance(row, Deadline) else row.on_date,
        edition=1,
        recipe="",
        rings=event.rings,
        body=event.body,
    )


@EACH
def test_two_thousand_events_in_zones_with_and_without_summer_time(
    many: tuple[Desk, list[Said]], reader: Reader
) -> None:
    desk, docket = many
    assert_same(reader, feed_of(desk, "U1"), docket)


@pytest.mark.parametrize("reader", [ICAL_JS, NODE_ICAL, LIBICAL, CALCURSE], ids=lambda reader: reader.name)
def test_one_alarm_by_choice_is_read_without_harm(many: tuple[Desk, list[Said]], reader: Reader) -> None:
    desk, docket = many
    with desk.change(by="U1") as change:
        issued = feeds.issue(change, person_id="U1", alarm=60)
    app = feed_app(desk)
    body = ask(app, f"/feeds/{issued.token}.ics").content
    app.close()
    standing = [said for said in docket if said.status == "CONFIRMED"]
    assert body.count(b"BEGIN:VALARM") == len(standing)
    assert_same(reader, body, docket)


def test_vdirsyncer_subscribes_over_http(team: Desk, tmp_path: Path) -> None:
    with team.look() as session:
        docket = still_shown(team, on_calendars(team, session))
    app, path = feed_app(team), address(team, "U0READER")
    with listening("127.0.0.1", 0) as taken:
        config = tmp_path / "config"
        config.write_text(
            f"""
[general]
status_path = "{tmp_path}/status"
[pair feed]
a = "docket"
b = "local"
collections = null
[storage docket]
type = "http"
url = "http://127.0.0.1:{port_of(taken)}{path}"
[storage local]
type = "filesystem"
path = "{tmp_path}/items"
fileext = ".ics"
"""
        )
        (tmp_path / "items").mkdir()
        with serving(app, at=taken):
            for step in ("discover", "sync"):
                command = (executable, "-m", "vdirsyncer", "-c", config, step)
                run(command, check=True, capture_output=True, timeout=60)
    app.close()
    items = [Calendar.from_ical(item.read_bytes()).events for item in (tmp_path / "items").iterdir()]
    keeps = replace(KHAL, keeps=frozenset({"status"}))  # it names what it fetched anew
    assert Counter(_read(event) for (event,) in items) == Counter(map(keeps.fitted, docket))


def _read(event: object) -> Said:
    start = event.DTSTART  # type: ignore[attr-defined]
    return Said(start=start, title=str(event["SUMMARY"]), status=str(event["STATUS"]))  # type: ignore[index]


@pytest.mark.parametrize("reader", [ICAL_JS, LIBICAL], ids=lambda reader: reader.name)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@example(texts=[("", "", ""), ("", "", " ")])
@given(texts=st.lists(st.tuples(st.text(max_size=90), st.text(max_size=90), st.text(max_size=200)), min_size=10))
def test_whatever_people_type_all_read_the_same(reader: Reader, texts: list[tuple[str, str, str]]) -> None:
    rows = [
        an_entry(number=number, uid=f"u{number}", title=title, place=place, note=note, zone=ZONES[number % len(ZONES)])
        for number, (title, place, note) in enumerate(texts)
    ]
    case = a_case(caption=texts[0][0])
    written = [write(row, case=case, court=COURT, detail=Detail.FULL) for row in rows]
    calendar = render(one_line(texts[0][1]), [(event.when.zone, event.body) for event in written]).plain
    assert_same(reader, calendar, [expected(row, case) for row in rows])
