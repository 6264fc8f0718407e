"""The demo's docket: every event once, and the dates that somebody else counted."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from bot.clock import PracticeClock
from bot.demo import START, Loaded, load
from bot.demo.loading import HISTORICAL
from bot.demo.plan import read_plan
from bot.demo.record import COMPUTED, read_record
from bot.docket import deadlines
from bot.docket.desk import Desk
from bot.docket.errors import OwnWorkError
from bot.docket.sight import Viewer, cases_here, find_deadline, visible_cases
from bot.law import Answer
from bot.rulebook import Rulebook, load_rulebook
from storage.cases import Case, cases_numbered
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, Precision, entries_of
from storage.log import AuditEntry, broken_links
from storage.store import Store

pytestmark = pytest.mark.xdist_group("demo")  # the docket that most of them look at is loaded once

RECORD = read_record()
EVENTS = [event for event in RECORD if event.told_as != COMPUTED]
FACEBOOK = ("cand", "3:18-mc-80024-SK")
GAMBIA = ("dcd", "1:20-mc-00036")


@pytest.fixture(scope="module")
def loaded_desk(tmp_path_factory: pytest.TempPathFactory, book: Rulebook) -> Iterator[tuple[Desk, Loaded]]:
    store = Store.at(tmp_path_factory.mktemp("demo") / "docket.db")
    store.migrate()
    desk = Desk(store=store, clock=PracticeClock(START), book=book)
    yield desk, load(desk)
    store.close()


@pytest.fixture
def session(loaded_desk: tuple[Desk, Loaded]) -> Iterator[Session]:
    with loaded_desk[0].look() as opened:
        yield opened


def case(session: Session, docket: tuple[str, str]) -> Case:
    (found,) = cases_numbered(session, *docket)
    return found


def answers_to(session: Session, docket: tuple[str, str], asked: str) -> tuple[Answer, ...]:
    """Ask the rules: "order.nondispositive 2018-05-04 ecf" was entered and served by ECF on 4 May 2018."""
    trigger, on, service = asked.split()
    day = date.fromisoformat(on)
    where = case(session, docket)
    return deadlines.preview(
        session, load_rulebook(), case=where, trigger=trigger, on_date=day, service=service, served_on=day
    )


def test_every_event_of_the_record_stands_exactly_once(session: Session) -> None:
    standing = Counter((entry.title, entry.on_date) for entry in session.exec(select(Entry)))
    told_again = [event.again for planned in read_plan() for event in planned.events if event.again]
    assert standing == Counter((event.title, event.on_date) for event in EVENTS if event not in told_again)


def test_every_entry_tells_its_source_and_how_sure_it_is(session: Session) -> None:
    notes = {(entry.title, entry.on_date): entry.note for entry in session.exec(select(Entry))}
    for planned in (event for each in read_plan() for event in each.events):
        note = notes[planned.event.title, planned.event.on_date]
        assert planned.event.source in note
        assert planned.event.certainty in note


def test_what_it_counted_is_what_it_loaded(loaded_desk: tuple[Desk, Loaded], session: Session) -> None:
    loaded = loaded_desk[1]
    assert loaded.cases == len(read_plan()) == len(session.exec(select(Case)).all())
    assert loaded.entries == len(session.exec(select(Entry)).all())
    kept = Counter(deadline.status for deadline in session.exec(select(Deadline)))
    assert kept == {DeadlineStatus.OPEN: loaded.open_deadlines, DeadlineStatus.MOOT: loaded.moot_deadlines}


def test_it_warns_that_it_knows_the_future_and_how_much_is_doubtful(loaded_desk: tuple[Desk, Loaded]) -> None:
    ahead, doubtful = loaded_desk[1].warnings
    assert "lie in the future" in ahead
    assert "secondary source or on an inferred date" in doubtful


def test_the_order_of_4_may_2018_starts_two_open_unconfirmed_deadlines(session: Session) -> None:
    first, second = session.exec(
        select(Deadline).where(Deadline.status == DeadlineStatus.OPEN).order_by(Deadline.number)  # type: ignore[arg-type]
    ).all()
    assert (first.ref, first.citation, first.due) == ("D1", "FRCP 72(a)", date(2018, 5, 18))
    assert (second.ref, second.due, second.condition != "") == ("D2", date(2018, 6, 4), True)
    assert first.due_at == datetime(2018, 5, 19, 6, 59, 59, tzinfo=UTC)  # midnight in San Francisco
    for deadline in (first, second):
        assert (deadline.owner, deadline.created_by, deadline.confirmed_by) == ("U0MAYA", "U0CLAIRE", None)
        order = session.get_one(Entry, deadline.entry_id)
        assert (order.ref, order.on_date, order.service, order.served_on) == (
            "O1",
            date(2018, 5, 4),
            "ecf",
            date(2018, 5, 4),
        )


def test_nothing_older_is_left_open_to_nag(session: Session) -> None:
    moot = session.exec(select(Deadline).where(Deadline.status == DeadlineStatus.MOOT)).all()
    reasons = {line.subject: line.reason for line in session.exec(select(AuditEntry)) if line.action == "deadline.moot"}
    assert moot
    assert all(deadline.due < START.date() for deadline in moot)
    assert reasons == {deadline.ref: HISTORICAL for deadline in moot}


def test_what_has_not_happened_yet_starts_no_deadline(session: Session) -> None:
    started = {deadline.entry_id for deadline in session.exec(select(Deadline))}
    ahead = session.exec(select(Entry).where(Entry.on_date > START.date())).all()
    assert ahead
    assert not started & {entry.key for entry in ahead}


@pytest.mark.parametrize(
    ("docket", "asked", "citation", "due"),
    [
        (FACEBOOK, "order.nondispositive 2018-05-04 ecf", "FRCP 72(a)", date(2018, 5, 18)),
        (FACEBOOK, "order.nondispositive 2018-05-04 mail", "FRCP 72(a)", date(2018, 5, 21)),
        (FACEBOOK, "judgment.final 2018-05-04 ecf", "FRCP 59(e)", date(2018, 6, 1)),
        (FACEBOOK, "judgment.final 2018-05-04 ecf", "FRAP 4(a)(1)(A)", date(2018, 6, 4)),
        (GAMBIA, "order.nondispositive 2021-09-22 ecf", "FRCP 72(a)", date(2021, 10, 6)),
    ],
)
def test_our_rules_give_the_dates_that_the_record_computed(
    session: Session, docket: tuple[str, str], asked: str, citation: str, due: date
) -> None:
    given = {answer.due for answer in answers_to(session, docket, asked) if answer.citation.startswith(citation)}
    assert given == {due}


def test_every_computed_row_of_the_record_is_checked_here() -> None:
    computed = {(event.written, event.source) for event in RECORD if event.told_as == COMPUTED}
    assert computed == {
        ("2018-05-18", "FRCP 6(a), 6(d), 72(a)"),
        ("2018-06-01", "N.D. Cal. Civ. L.R. 72-2; Song v. Drenberg"),
        ("2018-06-01", "FRCP 59(e)"),
        ("2018-06-04", "FRAP 4(a)(1)(A), 26(a)(1)(C)"),
        ("2021-10-06", "FRCP 72(a)"),
    }


def test_hours_are_the_courts_own_and_only_those_that_the_record_tells(session: Session) -> None:
    known = {
        entry.on_date: entry.starts_at
        for entry in session.exec(select(Entry).where(Entry.kind == EntryKind.HEARING))
        if entry.starts_at
    }
    assert known == {
        date(2010, 3, 9): datetime(2010, 3, 9, 1, 30, tzinfo=UTC),
        date(2018, 9, 13): datetime(2018, 9, 13, 2, 0, tzinfo=UTC),
    }


def test_history_known_by_month_or_year_says_so(session: Session) -> None:
    vague = session.exec(select(Entry).where(Entry.precision != Precision.DAY)).all()
    assert Counter(entry.precision for entry in vague) == {Precision.MONTH: 3, Precision.YEAR: 1}


def test_the_main_case_its_relatives_and_the_other_country_have_their_channels_and_one_has_all(
    session: Session,
) -> None:
    ours = [each.caption for each in cases_here(session, Viewer(person_id="U0MAYA", channel_id="C0RAINSYUS"))]
    us = {each.court for each in cases_here(session, Viewer(person_id="U0MAYA", channel_id="C0RELATEDUS"))}
    kh = {each.court for each in cases_here(session, Viewer(person_id="U0MAYA", channel_id="C0RAINSYKH"))}
    both = cases_here(session, Viewer(person_id="U0MAYA", channel_id="C0RAINSYALL"))
    assert ours == ["Rainsy v. Facebook"]
    assert us == {"cand", "dcd", "ca9"}
    assert kh == {"kh-phnompenh", "kh-appeal", "kh-supreme"}
    assert {each.court for each in both} == us | kh
    years = [entry.on_date.year for entry in entries_of(session, [each.key for each in both])]
    assert (years[0], years[-1], years) == (2009, 2024, sorted(years))


def test_who_is_only_in_the_cambodian_channel_sees_nothing_of_the_american_cases(session: Session) -> None:
    seen = {each.court[:2] for each in visible_cases(session, Viewer(person_id="U0SOPHEA"))}
    assert seen == {"kh"}


def test_no_docket_number_is_invented(session: Session) -> None:
    told = " ".join(f"{event.court} {event.title}" for event in RECORD)
    for each in session.exec(select(Case)):
        number = each.docket_number.removeprefix("3:")  # the division of 18-mc-80024-SK, as its own docket writes it
        assert number in told or number.startswith("(no number in the sources) "), each.docket_number


def test_a_second_person_may_confirm_and_the_first_may_not(desk: Desk) -> None:
    load(desk)
    with pytest.raises(OwnWorkError), desk.change(by="U0CLAIRE") as change:
        deadlines.confirm(change, deadline=find_deadline(change.session, Viewer(person_id="U0CLAIRE"), "D1"))
    with desk.change(by="U0MAYA") as change:
        deadlines.confirm(change, deadline=find_deadline(change.session, Viewer(person_id="U0MAYA"), "D1"))


def test_a_demo_that_is_started_again_changes_nothing(desk: Desk) -> None:
    first = load(desk)
    with desk.look() as session:
        before = session.exec(select(AuditEntry)).all()
    again = load(desk)
    with desk.look() as session:
        assert session.exec(select(AuditEntry)).all() == before
        assert not list(broken_links(session))
    assert (again.cases, again.entries, again.open_deadlines, again.moot_deadlines) == (0, 0, 0, 0)
    assert again.warnings == first.warnings


def test_a_demo_that_was_interrupted_loads_what_is_missing(sqlite_store: Store, book: Rulebook) -> None:
    class Interrupted(Exception):  # noqa: N818 -- it is no error of ours
        pass

    def interrupt_the_third(change: object, _seen: list[object] = []) -> None:  # noqa: B006 -- it counts
        _seen.append(change)
        if len(_seen) == 3:
            raise Interrupted

    clock = PracticeClock(START)
    with pytest.raises(Interrupted):
        load(Desk(store=sqlite_store, clock=clock, book=book, followers=(interrupt_the_third,)))
    rest = load(Desk(store=sqlite_store, clock=clock, book=book))
    assert rest.cases == len(read_plan()) - 2
    with sqlite_store.reading() as session:
        assert len(session.exec(select(Entry)).all()) == len(EVENTS) - 1
