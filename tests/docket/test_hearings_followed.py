"""What becomes of the deadlines of a hearing that moves, falls away or is adjourned; what is shown is what is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.clock import PracticeClock
from bot.docket import deadlines, extending, hearings, outcomes, people
from bot.docket.desk import Change, Desk
from bot.docket.errors import ChangedMeanwhileError, ClosedEntryError, NotAHearingError
from bot.docket.following import UNSHOWN, Ahead, Decision, OtherwiseThanShownError, look_again, look_ahead
from bot.docket.hearings import SameMomentError
from bot.docket.insiders import OutsiderError
from bot.docket.moving import Fate
from bot.docket.outcomes import NotYetError, Upshot, upshot_in, written
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryStatus, entry_by_ref, neighbours
from storage.histories import last_of
from storage.standing import last_line

SAN_FRANCISCO = ZoneInfo("America/Los_Angeles")
FIRST = datetime(2018, 6, 11, 9, 30, tzinfo=SAN_FRANCISCO)
LATER = datetime(2018, 6, 25, 9, 30, tzinfo=SAN_FRANCISCO)


@pytest.fixture
def hearing(desk: Desk, case: Case) -> Entry:
    """A motion hearing with every deadline that is counted back from it; Maya, who owes them, is in the channel."""
    with desk.change(by="U_CLAIRE") as change:
        people.joined(change.session, person_id="U_MAYA", channel_id="C_US")
        hearing = hearings.schedule(
            change, case=case, title="Motion to compel", starts_at=FIRST, place="Courtroom A", trigger="hearing.set"
        )
        answers = deadlines.preview(change.session, desk.book, case=case, trigger="hearing.set", on_date=FIRST.date())
        for answer in answers:
            deadlines.adopt(change, case=case, entry=hearing, answer=answer, owner="U_MAYA")
    return hearing


@contextmanager
def changing(desk: Desk, by: str = "U_MAYA") -> Iterator[tuple[Change, Entry]]:
    with desk.change(by=by) as change:
        hearing = entry_by_ref(change.session, "H1")
        assert hearing
        yield change, hearing


def ahead_of(desk: Desk, starts_at: datetime = LATER) -> Ahead:
    with desk.look() as session:
        hearing = entry_by_ref(session, "H1")
        assert hearing
        return look_ahead(session, desk.book, entry=hearing, facts=hearings.at(hearing, starts_at))


def the_deadline(desk: Desk, number: int = 1) -> Deadline:
    with desk.look() as session:
        return session.get_one(Deadline, number)


def test_what_is_shown_is_what_is_done(desk: Desk, hearing: Entry) -> None:
    ahead = ahead_of(desk)
    shown = {each.deadline.ref: each.answer.due for each in ahead.of(Fate.MOVES) if each.answer}
    assert shown
    with changing(desk) as (change, moved):
        followed = hearings.move(
            change, hearing=moved, starts_at=LATER, reason="notice", decision=Decision(sequence=0, shown=ahead.mark)
        )
    assert {each.deadline.ref: each.new for each in followed.moved} == shown
    assert {ref: the_deadline(desk, int(ref[1:])).due for ref in shown} == shown


def test_looking_ahead_saves_nothing(desk: Desk, hearing: Entry) -> None:
    before = the_deadline(desk).due
    ahead_of(desk)
    assert the_deadline(desk).due == before
    with desk.look() as session:
        assert session.get_one(Entry, hearing.key).starts_at == FIRST


def test_nothing_that_nobody_saw_is_saved(desk: Desk, hearing: Entry) -> None:
    before = the_deadline(desk).due
    with pytest.raises(OtherwiseThanShownError) as refused, changing(desk) as (change, moved):
        hearings.move(change, hearing=moved, starts_at=LATER, reason="notice", decision=Decision(shown=UNSHOWN))
    with desk.look() as session:
        assert look_again(session, desk.book, refused.value.ahead).mark == ahead_of(desk).mark
    assert the_deadline(desk).due == before


def test_what_changed_between_the_preview_and_the_save_is_not_saved(desk: Desk, hearing: Entry) -> None:
    mark = ahead_of(desk).mark
    with desk.change(by="U_DARA") as change:
        first = change.session.get_one(Deadline, 1)
        deadlines.drop_as_moot(change, deadline=first, reason="withdrawn")
    with pytest.raises(OtherwiseThanShownError), changing(desk) as (change, moved):
        hearings.move(change, hearing=moved, starts_at=LATER, reason="notice", decision=Decision(shown=mark))
    with desk.look() as session:
        assert session.get_one(Entry, hearing.key).starts_at == FIRST


def test_what_nothing_depends_on_needs_no_preview(desk: Desk, case: Case) -> None:
    with desk.change(by="U_CLAIRE") as change:
        hearings.schedule(change, case=case, title="Status", starts_at=FIRST)
    with changing(desk) as (change, hearing):
        hearings.move(change, hearing=hearing, starts_at=LATER, reason="notice", decision=Decision(shown=UNSHOWN))
    assert hearing.starts_at == LATER


def test_a_move_to_the_same_moment_is_refused(desk: Desk, hearing: Entry) -> None:
    with pytest.raises(SameMomentError, match="Monday 11 June 2018, 9:30 am already"), changing(desk) as (change, same):
        hearings.move(change, hearing=same, starts_at=FIRST.astimezone(ZoneInfo("Asia/Phnom_Penh")), reason="notice")


def test_two_people_who_move_at_once_are_not_both_obeyed(desk: Desk, hearing: Entry) -> None:
    with changing(desk) as (change, moved):
        hearings.move(change, hearing=moved, starts_at=LATER, reason="notice", decision=Decision(sequence=0))
    with (
        pytest.raises(ChangedMeanwhileError, match="it is now Monday 25 June"),
        changing(desk, "U_DARA") as (change, moved),
    ):
        hearings.move(change, hearing=moved, starts_at=FIRST, reason="back", decision=Decision(sequence=0))


def test_what_a_court_fixed_does_not_move_and_is_named_with_what_it_would_be(desk: Desk, hearing: Entry) -> None:
    with desk.change(by="U_DARA") as change:
        first = change.session.get_one(Deadline, 1)
        extending.extend(change, deadline=first, due=date(2018, 6, 4), order="Stipulated order")
    ahead = ahead_of(desk)
    fixed = ahead.of(Fate.FIXED)[0]
    assert fixed.answer
    assert fixed.answer.due != fixed.deadline.due
    with changing(desk) as (change, moved):
        followed = hearings.move(
            change, hearing=moved, starts_at=LATER, reason="n", decision=Decision(shown=ahead.mark)
        )
    assert "D1" not in followed.refs
    assert the_deadline(desk).due == date(2018, 6, 4)


def test_what_was_entered_by_hand_is_named_and_stays(desk: Desk, hearing: Entry) -> None:
    with desk.change(by="U_DARA") as change:
        first = change.session.get_one(Deadline, 1)
        first.rule = None
        change.keep_deadline(first)
        change.log("deadline.entered", subject="D1", case_id=first.case_id)
    found = ahead_of(desk).of(Fate.BY_HAND)
    assert [(each.deadline.ref, each.answer) for each in found] == [("D1", None)]


def test_what_is_done_is_told_and_left_alone(desk: Desk, hearing: Entry) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.complete(change, deadline=change.session.get_one(Deadline, 1), proof="ECF No. 21")
    assert [each.deadline.ref for each in ahead_of(desk).of(Fate.CLOSED)] == ["D1"]
    with changing(desk) as (change, moved):
        hearings.move(change, hearing=moved, starts_at=LATER, reason="notice")
    assert the_deadline(desk).status is DeadlineStatus.DONE


def test_a_date_that_somebody_keeps_stays_is_not_proposed_and_says_who_kept_it(desk: Desk, hearing: Entry) -> None:
    ahead = ahead_of(desk)
    before = the_deadline(desk)
    others = frozenset(each.deadline.ref for each in ahead.of(Fate.MOVES)) - {"D1"}
    with changing(desk) as (change, moved):
        followed = hearings.move(
            change, hearing=moved, starts_at=LATER, reason="notice", decision=Decision(shown=ahead.mark, moving=others)
        )
    assert [deadline.ref for deadline in followed.kept] == ["D1"]
    assert the_deadline(desk).due == before.due
    again = next(each for each in ahead_of(desk).found if each.deadline.ref == "D1")
    assert (again.fate, again.kept and again.kept.decided_by) == (Fate.KEPT, "U_MAYA")
    elsewhere = ahead_of(desk, datetime(2018, 7, 9, 9, 30, tzinfo=SAN_FRANCISCO))
    moves = next(each for each in elsewhere.found if each.deadline.ref == "D1")
    assert (moves.fate, moves.kept_so_far) == (Fate.MOVES, "U_MAYA")


def test_a_move_into_the_night_of_the_clock_change_counts_from_the_day_on_the_wall(desk: Desk, hearing: Entry) -> None:
    """On 4 November 2018 San Francisco has two hours of 1:30; whichever it is, the day on the wall is the same."""
    second = datetime(2018, 11, 4, 1, 30, tzinfo=SAN_FRANCISCO, fold=1)
    with changing(desk) as (change, moved):
        hearings.move(change, hearing=moved, starts_at=second, reason="notice")
    assert moved.on_date == date(2018, 11, 4)
    assert moved.starts_at == second


def test_a_leap_day_is_a_day_like_any_other(desk: Desk, hearing: Entry) -> None:
    leap = datetime(2028, 2, 29, 9, 30, tzinfo=SAN_FRANCISCO)
    with changing(desk) as (change, moved):
        followed = hearings.move(change, hearing=moved, starts_at=leap, reason="notice")
    assert moved.on_date == date(2028, 2, 29)
    assert followed.moved


def test_across_the_date_line_the_day_is_the_courts(desk: Desk, hearing: Entry) -> None:
    in_phnom_penh = datetime(2018, 6, 26, 8, tzinfo=ZoneInfo("Asia/Phnom_Penh"))
    with changing(desk) as (change, moved):
        hearings.move(change, hearing=moved, starts_at=in_phnom_penh, reason="notice")
    assert moved.on_date == date(2018, 6, 25)


@pytest.mark.parametrize(("closes", "status"), [(True, DeadlineStatus.MOOT), (False, DeadlineStatus.OPEN)])
def test_what_was_counted_from_a_vacated_hearing_is_closed_or_kept_as_somebody_decided(
    desk: Desk, hearing: Entry, *, closes: bool, status: DeadlineStatus
) -> None:
    with desk.look() as session:
        mark = look_ahead(session, desk.book, entry=hearing, facts=hearings.vacated()).mark
    with changing(desk) as (change, gone):
        followed = hearings.vacate(
            change, hearing=gone, reason="settled", decision=Decision(shown=mark, closes_lost=closes)
        )
        line = last_of(change.session, "D1")
    assert gone.status is EntryStatus.VACATED
    assert the_deadline(desk).status is status
    assert bool(followed.closed) is closes
    assert line
    assert (line.action, line.reason) == ("deadline.moot" if closes else "revision.kept", "H1 vacated: settled")


def test_what_nobody_decided_about_says_so_in_the_log(desk: Desk, hearing: Entry) -> None:
    with changing(desk) as (change, gone):
        hearings.vacate(change, hearing=gone, reason="settled")
    with desk.look() as session:
        assert last_line(session, "D1", ("deadline.without_rule",))


class TestWhatCameOfIt:
    @pytest.mark.usefixtures("hearing")
    def test_a_hearing_that_was_held_moves_no_more(self, desk: Desk, clock: PracticeClock) -> None:
        clock.move_to(FIRST)
        with changing(desk) as (change, held):
            outcomes.hold(change, hearing=held, outcome=" argued and submitted ")
        assert (held.status, held.outcome) == (EntryStatus.HELD, "argued and submitted")
        with pytest.raises(ClosedEntryError, match="held already"), changing(desk) as (change, held):
            hearings.move(change, hearing=held, starts_at=LATER, reason="x")
        with pytest.raises(ClosedEntryError), changing(desk) as (change, held):
            outcomes.hold(change, hearing=held, outcome="again")

    @pytest.mark.usefixtures("hearing")
    def test_it_is_not_held_before_its_day_at_the_court(self, desk: Desk, clock: PracticeClock) -> None:
        clock.move_to(datetime(2018, 6, 11, 6, tzinfo=ZoneInfo("Asia/Phnom_Penh")))  # still 10 June at the court
        with pytest.raises(NotYetError, match="Monday 11 June 2018"), changing(desk) as (change, held):
            outcomes.hold(change, hearing=held)

    def test_only_hearings_are_held(self, desk: Desk, order: Entry) -> None:
        with pytest.raises(NotAHearingError), desk.change(by="U_MAYA") as change:
            outcomes.hold(change, hearing=change.session.get_one(Entry, order.key))

    def test_an_adjourned_hearing_is_followed_by_another_and_its_deadlines_go_along(
        self, desk: Desk, hearing: Entry, clock: PracticeClock
    ) -> None:
        clock.move_to(FIRST)
        before = the_deadline(desk)
        with changing(desk) as (change, adjourned):
            following, followed = outcomes.adjourn(change, hearing=adjourned, starts_at=LATER, outcome="no time")
        assert following
        assert (adjourned.status, adjourned.outcome) == (EntryStatus.HELD, "adjourned: no time")
        assert (following.ref, following.title, following.place) == ("H2", hearing.title, "Courtroom A")
        assert (following.follows_id, following.starts_at) == (hearing.key, LATER)
        after = the_deadline(desk)
        assert (after.entry_id, after.uid) == (following.key, before.uid)
        assert after.due > before.due
        assert "D1" in followed.refs
        with desk.look() as session:
            assert neighbours(session, following) == ("H1", "")
            assert neighbours(session, session.get_one(Entry, hearing.key)) == ("", "H2")

    def test_one_that_is_kept_stays_with_the_hearing_that_was_adjourned(
        self, desk: Desk, hearing: Entry, clock: PracticeClock
    ) -> None:
        clock.move_to(FIRST)
        with changing(desk) as (change, adjourned):
            facts = outcomes.adjourned(adjourned, LATER)
            mark = look_ahead(change.session, desk.book, entry=adjourned, facts=facts).mark
            decision = Decision(shown=mark, moving=frozenset())
            outcomes.adjourn(change, hearing=adjourned, starts_at=LATER, decision=decision)
        assert the_deadline(desk).entry_id == hearing.key

    @pytest.mark.usefixtures("hearing")
    def test_the_court_may_name_no_day(self, desk: Desk, clock: PracticeClock) -> None:
        clock.move_to(FIRST)
        with changing(desk) as (change, adjourned):
            following, _ = outcomes.adjourn(
                change, hearing=adjourned, starts_at=None, decision=Decision(closes_lost=True)
            )
        assert following is None
        assert (adjourned.status, adjourned.outcome) == (EntryStatus.HELD, "adjourned")
        assert the_deadline(desk).status is DeadlineStatus.MOOT

    @pytest.mark.parametrize(
        ("upshot", "said", "stands"),
        [
            (Upshot.HELD, "argued: submitted", "argued: submitted"),
            (Upshot.HELD, "", "held"),
            (Upshot.RESERVED, "in writing by June", "reserved: in writing by June"),
            (Upshot.RESERVED, "", "reserved"),
            (Upshot.ADJOURNED, "no: time", "adjourned: no: time"),
        ],
    )
    def test_an_outcome_reads_back_as_it_was_written(self, upshot: Upshot, said: str, stands: str) -> None:
        assert written(upshot, said) == stands
        assert upshot_in(stands) == (upshot, said)


def test_only_who_may_see_the_case_appears_at_its_hearing(desk: Desk, case: Case) -> None:
    with pytest.raises(OutsiderError, match="U_SOKHA"), desk.change(by="U_CLAIRE") as change:
        hearings.schedule(change, case=case, title="Status", starts_at=FIRST, owner="U_SOKHA")
    with desk.change(by="U_CLAIRE") as change:
        people.meet(change.session, person_id="U_MAYA", name="Maya", zone="America/Los_Angeles")
        people.joined(change.session, person_id="U_MAYA", channel_id="C_US")
        hearing = hearings.schedule(change, case=case, title="Status", starts_at=FIRST, owner="U_MAYA")
    assert hearing.owner == "U_MAYA"
