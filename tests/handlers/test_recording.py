"""What an entry is for the rules: a filing stays a filing, a hearing is counted from its own day, hours need a time."""

from sqlmodel import select

from bot.practice.people.actor import whole_text
from handlers import phrases
from storage.docket import Deadline, EntryKind, deadlines_of, entry_by_ref
from tests.handlers.conftest import Team
from tests.handlers.test_flows import answer_to


def test_what_the_rules_know_as_a_filing_is_recorded_as_one(team: Team) -> None:
    team.with_a_case().dara.types("rainsy-us", "/order add 4 May 2018 Their motion")
    form = team.dara.waits_for_view("entry.preview")
    assert team.dara.submits(form, {"trigger": "motion.filed", "service": "ecf"}).ok
    assert team.dara.submits(team.dara.waits_for_view("entry.save")).ok
    team.dara.waits_to_see("rainsy-us", "F1* is on the docket")
    with team.desk.look() as session:
        entry = entry_by_ref(session, "F1")
    assert entry
    assert entry.kind is EntryKind.FILING


def test_a_hearing_that_rules_look_at_is_previewed_and_its_dates_move_with_it(team: Team) -> None:
    team.with_a_case().dara.types("rainsy-us", "/hearing")
    form = team.dara.waits_for_view("hearing.add")
    filled = {
        "title": "Motion hearing",
        "day": "2018-11-12",
        "time": "09:30",
        "place": "Courtroom 5",
        "trigger": "hearing.set",
    }
    assert team.dara.submits(form, filled).ok
    preview = team.dara.waits_for_view("entry.save")
    assert team.dara.submits(preview).ok
    team.dara.waits_to_see("rainsy-us", "closed on that day (Veterans Day")
    card = whole_text(team.maya.waits_to_see("rainsy-us", "Motion hearing"))
    assert "Monday 12 November 2018, 9:30 am court time" in card
    assert "Courtroom 5" in card
    with team.desk.look() as session:
        before = {deadline.ref: deadline.due for deadline in deadlines_of(session, [1])}
        hearing = entry_by_ref(session, "H1")
    assert hearing
    assert hearing.trigger == "hearing.set"
    assert before
    assert all(due < hearing.on_date for due in before.values())
    team.dara.types("rainsy-us", '/hearing move H1 19 November 2018 9:30am "clerk\'s notice"')
    shown = team.dara.waits_to_see("rainsy-us", "Nothing is saved yet")
    assert "Must be confirmed anew" in whole_text(shown)
    with team.desk.look() as session:
        assert {deadline.ref: deadline.due for deadline in deadlines_of(session, [1])} == before
    team.dara.clicks(shown, "change.save")
    team.maya.waits_to_see("rainsy-us", "to be confirmed anew")
    with team.desk.look() as session:
        assert all(deadline.due > before[deadline.ref] for deadline in deadlines_of(session, [1]))


def test_a_period_in_hours_asks_for_the_time_and_is_counted_from_it(team: Team) -> None:
    answer_to(team.dara, "/case add kh-phnompenh 12 Prosecutor v. X", "is on the docket")
    team.dara.types("rainsy-us", "/order add 4 May 2018 Arrived at the police station")
    form = team.dara.waits_for_view("entry.preview")
    filled: dict[str, object] = {"trigger": "kh.criminal.custody", "service": "none"}
    assert team.dara.submits(form, filled).errors == {"time": phrases.TIME_IS_NEEDED}
    assert team.dara.submits(form, {**filled, "time": "10:23"}).ok
    assert team.dara.submits(team.dara.waits_for_view("entry.save")).ok
    team.dara.waits_to_see("rainsy-us", "N1* is on the docket")
    with team.desk.look() as session:
        deadline = session.exec(select(Deadline)).one()
        entry = entry_by_ref(session, "N1")
    assert entry
    assert entry.starts_at
    assert entry.starts_at.isoformat() == "2018-05-04T03:23:00+00:00"
    assert (deadline.due_at - entry.starts_at).total_seconds() >= 48 * 3600
