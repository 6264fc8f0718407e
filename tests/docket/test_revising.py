"""What would move after an upgrade or a recorded closing; and what somebody decides about each such date."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event
from sqlmodel import select

import bot.rulebook.book as bookshop
from bot.docket import cases, closing, deadlines, entries, grounds, hearings, moving, people, revising, settling
from bot.docket.desk import Change, Desk
from bot.docket.errors import (
    ClosureExistsError,
    EmptyError,
    NoClosureError,
    NoDateLeftError,
    NothingProposedError,
    NotOpenError,
    OtherwiseNowError,
)
from bot.docket.revising import Proposal
from bot.docket.supposing import Supposition, what_if, what_if_entry
from bot.docket.teamlaw import TeamLaw, law_of
from bot.law import Answer, LawError
from bot.law.calendar import build_calendar
from bot.law.problem import CourtCalendar
from bot.law.values import ClosedDay, Court
from bot.rulebook import Rulebook
from bot.rulebook.calendars import calendars_of
from storage.cases import Case
from storage.docket import Deadline, DeadlineStatus, Entry, EntryKind, EntryStatus
from storage.law import ENTRY_GROUND, Closure, Ground, Revision, Verdict, grounds_under, replace_grounds
from storage.log import AuditEntry
from tests.docket.conftest import ORDER_DAY, recomputed

FRIDAY, MONDAY, TUESDAY = date(2018, 5, 18), date(2018, 5, 21), date(2018, 5, 22)
FIRE = {"name": "Clerk's office evacuated", "source": "notice on the court's website, 18 May 2018"}


STANDING_ORDER = """
pack: judge
title: Standing orders of Judge Example
cited_as: [Judge Example]
applies_to: {courts: [cand]}
standing: settled
source: standing order of 2 January 2018
rules:
  - rule: "3"
    title: Joint letter
    act: file a joint letter
    who: parties
    from: entered
    starts: [order.nondispositive]
    period: 5 days
"""


def close(desk: Desk, day: date = FRIDAY, court: str = "cand") -> tuple[Proposal, ...]:
    with desk.change(by="U_DARA") as change:
        return closing.record_closure(change, court=court, day=day, **FIRE)


def reopen(desk: Desk, day: date = FRIDAY) -> tuple[Proposal, ...]:
    with desk.change(by="U_DARA") as change:
        return closing.withdraw_closure(change, court="cand", day=day, reason="it was another court")


def attached(change: Change, deadline: Deadline) -> Deadline:
    return change.session.get_one(Deadline, deadline.key)


def apply(desk: Desk, proposal: Proposal) -> tuple[date, date]:
    with desk.change(by="U_MAYA") as change:
        moved = revising.apply(change, deadline=attached(change, proposal.deadline), cause=proposal.cause)
        return moved.old, moved.new


def keep(desk: Desk, proposal: Proposal, reason: str = "the clerk took filings that day") -> None:
    with desk.change(by="U_MAYA") as change:
        revising.keep(change, deadline=attached(change, proposal.deadline), cause=proposal.cause, reason=reason)


def ask(desk: Desk, proposal: Proposal, question: str = "Was it closed all day?") -> None:
    with desk.change(by="U_MAYA") as change:
        revising.ask(change, deadline=attached(change, proposal.deadline), cause=proposal.cause, question=question)


def again(desk: Desk, deadline: Deadline) -> Deadline:
    with desk.look() as session:
        return session.get_one(Deadline, deadline.key)


def dates(found: tuple[Proposal, ...]) -> list[tuple[str, date, date | None]]:
    return [(proposal.deadline.ref, proposal.old, proposal.new) for proposal in found]


def lines(desk: Desk, action: str) -> list[AuditEntry]:
    with desk.look() as session:
        return list(session.exec(select(AuditEntry).where(AuditEntry.action == action)))


def upgraded(desk: Desk, folder: Path, *, old: str, new: str) -> Desk:
    """Return the desk with another text of the Federal Rules of Civil Procedure."""
    folder.mkdir()
    pack = (Path(bookshop.__file__).parent / "packs" / "us-frcp.yml").read_text()
    assert old in pack
    (folder / "us-frcp.yml").write_text(pack.replace(old, new))
    return replace(desk, book=Rulebook(folder))


# A recorded closing


def test_a_closing_of_the_last_day_would_move_it_and_moves_nothing_by_itself(desk: Desk, objections: Deadline) -> None:
    (proposal,) = close(desk)
    assert (proposal.deadline.ref, proposal.old, proposal.new) == (objections.ref, FRIDAY, MONDAY)
    assert proposal.why == ("Friday 18 May 2018 is closed, as the team recorded; it was open.",)
    assert again(desk, objections).due == FRIDAY
    assert dates(revising.pending_revisions(desk)) == dates((proposal,))
    with desk.look() as session:
        assert revising.proposal_for(session, desk.book, again(desk, objections)) is not None


def test_a_closing_of_another_day_or_another_court_touches_nothing(desk: Desk, objections: Deadline) -> None:
    assert close(desk, date(2018, 5, 17)) == ()
    assert close(desk, FRIDAY, "nysd") == ()
    assert revising.pending_revisions(desk) == ()


def test_applied_it_moves_is_logged_and_must_be_confirmed_anew(desk: Desk, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.confirm(change, deadline=attached(change, objections))
    (proposal,) = close(desk)
    assert apply(desk, proposal) == (FRIDAY, MONDAY)
    now = again(desk, objections)
    assert (now.due, now.confirmed_by, now.sequence) == (MONDAY, None, 1)
    assert [line.details["new"] for line in lines(desk, "deadline.moved")] == ["2018-05-21"]
    assert [line.details["why"] for line in lines(desk, "revision.applied")] == [list(proposal.why)]
    assert revising.pending_revisions(desk) == ()


def test_withdrawn_it_would_move_back(desk: Desk, objections: Deadline) -> None:
    apply(desk, close(desk)[0])
    (back,) = reopen(desk)
    assert (back.old, back.new) == (MONDAY, FRIDAY)
    apply(desk, back)
    assert again(desk, objections).due == FRIDAY
    with desk.look() as session:
        (row,) = session.exec(select(Closure)).all()
    assert (row.recorded_by, row.withdrawn_by, row.withdrawn_because) == ("U_DARA", "U_DARA", "it was another court")


def test_withdrawn_before_anybody_decided_nothing_is_left_to_decide(desk: Desk, objections: Deadline) -> None:
    (proposal,) = close(desk)
    assert reopen(desk) == ()
    with pytest.raises(NothingProposedError, match="stays due on Friday 18 May 2018"):
        apply(desk, proposal)
    assert again(desk, objections).due == FRIDAY


def test_a_closing_that_moves_nothing_is_still_explained(desk: Desk, case: Case, order: Entry) -> None:
    """The appeal of 4 June rests on Sunday 3 June too."""
    with desk.change(by="U_CLAIRE") as change:
        answers = deadlines.preview(
            change.session, desk.book, case=case, trigger="order.nondispositive", on_date=ORDER_DAY, service="ecf"
        )
        appeal = next(answer for answer in answers if answer.rule == "us-frap:4(a)(1)(A)")
        kept = deadlines.adopt(change, case=case, entry=order, answer=appeal)
    assert close(desk, date(2018, 6, 3)) == ()
    with desk.look() as session:
        states = {ground.what: ground.was for ground in session.exec(select(Ground))}
    assert states["day:2018-06-03"] == grounds.RECORDED
    assert again(desk, kept).due == date(2018, 6, 4)


@pytest.mark.parametrize(("missing", "said"), [("name", "What closed the court"), ("source", "Who says so")])
def test_a_closing_needs_a_name_and_a_source(desk: Desk, missing: str, said: str) -> None:
    with pytest.raises(EmptyError, match=said), desk.change(by="U_DARA") as change:
        closing.record_closure(change, court="cand", day=FRIDAY, **{**FIRE, missing: " "})


def test_a_closing_is_recorded_once_and_withdrawn_once_with_a_reason(desk: Desk) -> None:
    with pytest.raises(NoClosureError, match="Nobody recorded Friday 18 May 2018"):
        reopen(desk)
    close(desk)
    with pytest.raises(ClosureExistsError, match="already, by <@U_DARA>"):
        close(desk)
    with pytest.raises(EmptyError, match="reason"), desk.change(by="U_DARA") as change:
        closing.withdraw_closure(change, court="cand", day=FRIDAY, reason="")
    reopen(desk)
    close(desk)
    with pytest.raises(LawError, match="nowhere"):
        close(desk, FRIDAY, "nowhere")


# What somebody decides


def test_a_kept_date_is_not_proposed_again_for_the_same_cause(desk: Desk, objections: Deadline) -> None:
    keep(desk, close(desk)[0])
    assert revising.pending_revisions(desk) == ()
    assert again(desk, objections).due == FRIDAY
    (line,) = lines(desk, "revision.kept")
    assert (line.actor, line.reason, line.details["old"], line.details["new"]) == (
        "U_MAYA", "the clerk took filings that day", "2018-05-18", "2018-05-21",
    )  # fmt: skip


def test_a_kept_date_is_proposed_again_for_another_cause(desk: Desk, objections: Deadline, tmp_path: Path) -> None:
    keep(desk, close(desk)[0])
    later = upgraded(desk, tmp_path / "packs", old="act: serve and file objections", new="act: serve objections")
    assert dates(revising.pending_revisions(later)) == [(objections.ref, FRIDAY, MONDAY)]


def test_a_kept_date_stays_when_its_entry_is_looked_at_again_and_moves_when_the_entry_changes(
    desk: Desk, order: Entry, objections: Deadline
) -> None:
    keep(desk, close(desk)[0])
    with desk.change(by="U_CLAIRE") as change:
        entry = change.session.get_one(Entry, order.key)
        assert recomputed(change, entry=entry, reason="looked at again") == []
        entry.service = "mail"
        (moved,) = recomputed(change, entry=entry, reason="served by mail")
    assert (moved.old, moved.new) == (FRIDAY, MONDAY)


def test_what_was_asked_stays_listed_with_the_question(desk: Desk, objections: Deadline) -> None:
    ask(desk, close(desk)[0])
    (pending,) = revising.pending_revisions(desk)
    assert pending.asked is not None
    assert (pending.asked.decided_by, pending.asked.reason) == ("U_MAYA", "Was it closed all day?")
    assert again(desk, objections).due == FRIDAY
    keep(desk, pending)
    assert revising.pending_revisions(desk) == ()


def test_every_decision_is_kept(desk: Desk, objections: Deadline) -> None:
    (proposal,) = close(desk)
    ask(desk, proposal)
    keep(desk, proposal)
    apply(desk, proposal)
    with desk.look() as session:
        rows = session.exec(select(Revision).order_by(Revision.id)).all()  # type: ignore[arg-type] # SQLModel's column
    assert [(row.verdict, row.deadline_id) for row in rows] == [
        (verdict, objections.key) for verdict in (Verdict.ASKED, Verdict.KEPT, Verdict.APPLIED)
    ]


def test_keeping_needs_a_reason_and_asking_a_question(desk: Desk, objections: Deadline) -> None:
    (proposal,) = close(desk)
    with pytest.raises(EmptyError, match="reason"):
        keep(desk, proposal, " ")
    with pytest.raises(EmptyError, match="question"):
        ask(desk, proposal, "")
    assert revising.pending_revisions(desk)[0].deadline.key == objections.key


def test_a_second_click_does_nothing_twice(desk: Desk, objections: Deadline) -> None:
    (proposal,) = close(desk)
    apply(desk, proposal)
    with pytest.raises(NothingProposedError, match="stays due on Monday 21 May 2018"):
        apply(desk, proposal)
    assert again(desk, objections).sequence == 1


def test_nobody_decides_what_they_did_not_see(desk: Desk, objections: Deadline) -> None:
    (stale,) = close(desk)
    with desk.change(by="U_CLAIRE") as change:
        entry = change.session.get_one(Entry, objections.entry_id)
        entry.service = "mail"
        change.keep_entry(entry)
        change.log("order.edited", subject=entry.ref, case_id=entry.case_id)
    with pytest.raises(OtherwiseNowError, match="from Friday 18 May 2018 to Monday 21 May 2018"):
        apply(desk, stale)
    assert again(desk, objections).due == FRIDAY


def test_what_is_done_is_neither_proposed_nor_moved(desk: Desk, objections: Deadline) -> None:
    (proposal,) = close(desk)
    with desk.change(by="U_MAYA") as change:
        deadlines.complete(change, deadline=attached(change, objections), proof="ECF No. 21")
    assert revising.pending_revisions(desk) == ()
    with desk.look() as session:
        assert revising.proposal_for(session, desk.book, again(desk, objections)) is None
    with pytest.raises(NotOpenError):
        apply(desk, proposal)
    assert (again(desk, objections).status, again(desk, objections).due) == (DeadlineStatus.DONE, FRIDAY)


def test_a_date_set_by_hand_is_never_proposed(desk: Desk, case: Case, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        answer = Answer.from_dict({**objections.explanation, "rule": None})
        by_hand = deadlines.adopt(change, case=case, entry=None, answer=answer)
    assert [proposal.deadline.key for proposal in close(desk)] == [objections.key]
    with pytest.raises(NothingProposedError), desk.change(by="U_MAYA") as change:
        revising.apply(change, deadline=attached(change, by_hand), cause="any")


# An upgrade


def test_an_upgrade_that_changes_nothing_proposes_nothing(desk: Desk, objections: Deadline) -> None:
    assert objections.due == FRIDAY
    assert revising.pending_revisions(replace(desk, book=Rulebook())) == ()


def test_another_text_of_the_rule_is_found_at_start_up(desk: Desk, objections: Deadline, tmp_path: Path) -> None:
    later = with_ten_days(desk, tmp_path)
    (proposal,) = revising.pending_revisions(later)
    assert (proposal.deadline.ref, proposal.old, proposal.new) == (objections.ref, FRIDAY, date(2018, 5, 14))
    assert proposal.why == ("The rulebook has another text of us-frcp:72(a).",)
    assert again(desk, objections).due == FRIDAY
    apply(later, proposal)
    assert revising.pending_revisions(later) == ()


def test_a_rule_that_is_gone_is_told_and_cannot_be_applied(desk: Desk, objections: Deadline, tmp_path: Path) -> None:
    later = upgraded(
        desk, tmp_path / "packs", old="      - order.nondispositive\n      - trigger: order.1782",
        new="      - trigger: order.1782",
    )  # fmt: skip
    (proposal,) = revising.pending_revisions(later)
    assert proposal.new is None
    assert proposal.why[-1] == f"{objections.citation} no longer gives a date for O1."
    with pytest.raises(NoDateLeftError, match="/deadline moot D1"):
        apply(later, proposal)
    keep(later, proposal, "the old text governs")
    assert revising.pending_revisions(later) == ()
    with later.change(by="U_CLAIRE") as change:
        entry = change.session.get_one(Entry, objections.entry_id)
        assert recomputed(change, entry=entry, reason="looked at again") == []


def test_a_rule_whose_pack_is_gone_is_told(desk: Desk, case: Case, order: Entry, tmp_path: Path) -> None:
    (tmp_path / "judge.yml").write_text(STANDING_ORDER)
    with_pack = replace(desk, book=Rulebook(tmp_path))
    with with_pack.change(by="U_CLAIRE") as change:
        answers = deadlines.preview(
            change.session, with_pack.book, case=case, trigger="order.nondispositive", on_date=ORDER_DAY
        )
        letter = next(answer for answer in answers if answer.rule == "judge:3")
        kept = deadlines.adopt(change, case=case, entry=order, answer=letter)
    assert revising.pending_revisions(with_pack) == ()
    (proposal,) = revising.pending_revisions(desk)
    assert (proposal.deadline.ref, proposal.new) == (kept.ref, None)


def test_an_entry_whose_trigger_no_rule_knows_any_more_gives_no_date(desk: Desk, objections: Deadline) -> None:
    with desk.change(by="U_CLAIRE") as change:
        entry = change.session.get_one(Entry, objections.entry_id)
        entry.trigger = "order.unheard"
        assert recomputed(change, entry=entry, reason="mistyped") == []
        found = revising.proposal_for(change.session, desk.book, attached(change, objections))
    assert found is not None
    assert found.new is None
    assert [(line.subject, line.reason) for line in lines(desk, "deadline.without_rule")] == [("D1", "mistyped")]


def test_a_holiday_that_joined_the_lists_is_found(
    desk: Desk, objections: Deadline, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_holiday(FRIDAY, monkeypatch):
        later = replace(desk, book=Rulebook())
        (proposal,) = revising.pending_revisions(later)
        assert (proposal.old, proposal.new) == (FRIDAY, MONDAY)
        assert proposal.why == ("Friday 18 May 2018 is closed; it was open.",)
        assert again(desk, objections).due == FRIDAY


def test_a_new_engine_asks_again_about_every_open_date_and_catches_up_with_those_that_stay(
    desk: Desk, objections: Deadline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grounds, "_engine", lambda: "newer")
    with desk.look() as session:
        assert session.exec(select(Ground.was).where(Ground.what == "engine")).one() != "newer"
    with desk.change(by="adquem") as change:
        revising.catch_up(change)
        assert revising.proposals(change.session, change.book) == ()
    with desk.look() as session:
        assert session.exec(select(Ground.was).where(Ground.what == "engine")).one() == "newer"
    assert again(desk, objections).sequence == 0


def test_catching_up_explains_anew_what_stays_and_returns_what_would_move(
    desk: Desk, objections: Deadline, tmp_path: Path
) -> None:
    with desk.change(by="U_MAYA") as change:
        deadlines.confirm(change, deadline=attached(change, objections))
    worded = upgraded(desk, tmp_path / "one", old="act: serve and file objections", new="act: file objections")
    with worded.change(by="adquem") as change:
        revising.catch_up(change)
        assert revising.proposals(change.session, change.book) == ()
    now = again(desk, objections)
    assert (now.explanation["act"], now.confirmed_by) == ("file objections", "U_MAYA")
    assert [line.subject for line in lines(desk, "deadline.restated")] == ["D1"]
    shorter = with_ten_days(desk, tmp_path)
    with shorter.change(by="adquem") as change:
        revising.catch_up(change)
        found = revising.proposals(change.session, change.book)
        assert [proposal.new for proposal in found] == [date(2018, 5, 14)]
    assert again(desk, objections).due == FRIDAY


# What the entry itself lost, what no entry started, what a court fixed


def edit(desk: Desk, deadline: Deadline, **facts: object) -> None:
    """Change the entry that started a deadline, and nothing else."""
    desk.clock.move_by(timedelta(hours=1))  # type: ignore[attr-defined] # the practice clock
    with desk.change(by="U_CLAIRE") as change:
        entry = change.session.get_one(Entry, deadline.entry_id)
        for name, fact in facts.items():
            setattr(entry, name, fact)
        change.keep_entry(entry)
        change.log("order.edited", subject=entry.ref, case_id=entry.case_id)


def test_a_rule_that_was_lost_when_the_entry_was_edited_waits_for_a_decision(desk: Desk, objections: Deadline) -> None:
    edit(desk, objections, trigger="order.unheard")
    (proposal,) = revising.pending_revisions(desk)
    assert (proposal.deadline.ref, proposal.new) == (objections.ref, None)
    with pytest.raises(NoDateLeftError):
        apply(desk, proposal)
    keep(desk, proposal, "the title was mistyped")
    assert revising.pending_revisions(desk) == ()


def test_an_edit_that_changes_nothing_for_the_date_leaves_nothing_to_decide(desk: Desk, objections: Deadline) -> None:
    edit(desk, objections, title="Order, as corrected", note="ECF No. 30")
    assert revising.pending_revisions(desk) == ()
    with desk.look() as session:
        assert revising.proposal_for(session, desk.book, again(desk, objections)) is None


def test_what_was_withdrawn_leaves_its_dates_to_be_decided_about(desk: Desk, objections: Deadline) -> None:
    edit(desk, objections, status=EntryStatus.WITHDRAWN)
    (proposal,) = revising.pending_revisions(desk)
    assert proposal.new is None
    with desk.look() as session:
        assert revising.proposal_for(session, desk.book, again(desk, objections)) is not None
    keep(desk, proposal, "the court will issue it again")
    assert revising.pending_revisions(desk) == ()


def test_a_date_that_a_court_fixed_is_never_proposed(desk: Desk, objections: Deadline) -> None:
    with desk.change(by="U_MAYA") as change:
        fixed = attached(change, objections)
        fixed.is_fixed = True
        change.keep_deadline(fixed)
        change.log("deadline.extended", subject=fixed.ref, case_id=fixed.case_id)
    assert close(desk) == ()
    edit(desk, objections, trigger="order.unheard")
    assert revising.pending_revisions(desk) == ()
    with desk.look() as session:
        assert revising.proposal_for(session, desk.book, again(desk, objections)) is None


def test_only_the_cases_that_are_asked_about_are_looked_at(desk: Desk, case: Case, objections: Deadline) -> None:
    with desk.change(by="U_CLAIRE") as change:
        other = cases.open_case(change, court="cand", docket_number="9", caption="X v. Y", channel_id=None)
    close(desk)
    with desk.look() as session:
        assert [one.deadline.ref for one in revising.waiting_for(session, desk.book, [case, other])] == ["D1"]
        assert revising.waiting_for(session, desk.book, [other]) == ()
        assert revising.waiting_for(session, desk.book, []) == ()


@pytest.fixture
def alone(desk: Desk, case: Case, objections: Deadline) -> Deadline:
    """The objections once more, computed from the same day, but started by no entry on the docket."""
    with desk.change(by="U_CLAIRE") as change:
        drop = attached(change, objections)
        deadlines.drop_as_moot(change, deadline=drop, reason="entered twice")
        return deadlines.adopt(change, case=case, entry=None, answer=Answer.from_dict(objections.explanation))


@pytest.fixture
def older(desk: Desk, alone: Deadline) -> Deadline:
    """The same, as a version left it that wrote down no grounds without an entry."""
    with desk.store.writing() as session:
        replace_grounds(session, alone.key, ())
    return alone


def test_without_an_entry_a_date_rests_on_the_same_as_with_one(
    desk: Desk, objections: Deadline, alone: Deadline
) -> None:
    with desk.look() as session:
        with_entry, without = (
            {ground.what: ground.was for ground in grounds_under(session, each.key) if ground.what != ENTRY_GROUND}
            for each in (objections, alone)
        )
    assert with_entry == without


def test_a_date_without_an_entry_is_computed_again_only_if_something_shifted(
    desk: Desk, alone: Deadline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Rulebook, "compute", pytest.fail)
    assert alone.rule
    assert revising.pending_revisions(desk) == ()


def test_a_date_that_an_older_version_left_is_found_too(desk: Desk, older: Deadline) -> None:
    assert dates(close(desk)) == [(older.ref, FRIDAY, MONDAY)]


def test_a_date_that_a_rule_gave_without_an_entry_is_found_too(desk: Desk, alone: Deadline) -> None:
    assert revising.pending_revisions(desk) == ()
    (proposal,) = close(desk)
    assert dates((proposal,)) == [(alone.ref, FRIDAY, MONDAY)]
    assert proposal.why
    assert dates(revising.pending_revisions(desk)) == dates((proposal,))
    keep(desk, proposal)
    assert revising.pending_revisions(desk) == ()


def test_applied_it_rests_on_grounds_from_then_on(desk: Desk, alone: Deadline) -> None:
    apply(desk, close(desk)[0])
    (back,) = reopen(desk)
    assert (back.old, back.new) == (MONDAY, FRIDAY)
    assert back.why == ("Friday 18 May 2018 is open; it was closed, as the team recorded.",)
    apply(desk, back)
    assert again(desk, alone).due == FRIDAY


def test_what_rests_on_nothing_known_is_given_grounds_when_the_bot_starts(desk: Desk, older: Deadline) -> None:
    assert older.rule
    with desk.change(by="adquem") as change:
        revising.catch_up(change)
        assert revising.proposals(change.session, change.book) == ()
    (proposal,) = close(desk)
    assert proposal.why == ("Friday 18 May 2018 is closed, as the team recorded; it was open.",)


def test_a_rule_that_is_gone_is_told_of_a_date_without_an_entry_too(desk: Desk, case: Case, tmp_path: Path) -> None:
    (tmp_path / "judge.yml").write_text(STANDING_ORDER)
    with_pack = replace(desk, book=Rulebook(tmp_path))
    answer = with_pack.book.compute(rule="judge:3", court="cand", on=ORDER_DAY)
    with with_pack.change(by="U_CLAIRE") as change:
        alone = deadlines.adopt(change, case=case, entry=None, answer=answer)
    (proposal,) = revising.pending_revisions(desk)
    assert proposal.new is None
    assert proposal.why[-1] == f"{alone.citation} no longer gives a date for {alone.ref}."


# What if


def test_what_if_a_court_were_closed_or_open_saves_nothing(desk: Desk, objections: Deadline) -> None:
    with desk.look() as session:
        (proposal,) = what_if(session, desk.book, Supposition(court="cand", closed=frozenset({FRIDAY})))
        assert what_if(session, desk.book, Supposition(court="nysd", closed=frozenset({FRIDAY}))) == ()
    assert (proposal.old, proposal.new) == (FRIDAY, MONDAY)
    assert revising.pending_revisions(desk) == ()
    (real,) = close(desk)
    assert real.cause == proposal.cause
    apply(desk, real)
    with desk.look() as session:
        (back,) = what_if(session, desk.book, Supposition(court="cand", opened=frozenset({FRIDAY})))
    assert (back.old, back.new) == (MONDAY, FRIDAY)
    assert again(desk, objections).due == MONDAY


def test_what_if_it_had_been_served_otherwise(desk: Desk, order: Entry, objections: Deadline) -> None:
    with desk.look() as session:
        entry = session.get_one(Entry, order.key)
        (by_mail,) = what_if_entry(session, desk.book, entry=entry, service="mail")
        (later,) = what_if_entry(session, desk.book, entry=entry, served_on=date(2018, 5, 8))
        assert what_if_entry(session, desk.book, entry=entry, service="personal") == ()
        assert what_if_entry(session, desk.book, entry=entry, on_date=date(2018, 5, 5)) == ()  # it runs from service
    assert (by_mail.new, later.new) == (MONDAY, TUESDAY)
    (why,) = later.why
    assert why.endswith("to order.nondispositive, 2018-05-04, ecf, served 2018-05-08.")
    assert (again(desk, objections).due, entry.service) == (FRIDAY, "ecf")


def test_what_if_a_hearing_were_on_another_day(desk: Desk, case: Case) -> None:
    """The motion is heard on 26 June instead of 12 June 2018: what is counted back from it follows, the hour stays."""
    san_francisco = ZoneInfo("America/Los_Angeles")
    with desk.change(by="U_CLAIRE") as change:
        hearing = hearings.schedule(
            change, case=case, title="Argument", starts_at=datetime(2018, 6, 12, 9, 30, tzinfo=san_francisco)
        )
        hearing.trigger = "hearing.set"
        for answer in law_of(change.session, desk.book, "cand").follows_from(hearing):
            deadlines.adopt(change, case=case, entry=hearing, answer=answer)
    with desk.look() as session:
        found = what_if_entry(session, desk.book, entry=session.get_one(Entry, hearing.key), on_date=date(2018, 6, 26))
    assert found
    assert {proposal.new - proposal.old for proposal in found if proposal.new} == {timedelta(days=14)}
    assert revising.pending_revisions(desk) == ()


# Always


@pytest.mark.parametrize("seed", range(3))
def test_when_every_proposal_is_applied_none_is_left(desk: Desk, case: Case, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- days to try, no secret
    many_orders(desk, case, 8)
    for day in chance.sample(range(14, 32), 8):
        close(desk, date(2018, 5, day))
    with desk.change(by="U_DARA") as change:
        people.meet(change.session, person_id="U_DARA", name="Sok Dara", zone="Asia/Phnom_Penh")
        settling.settle(change, court="cand", question="us-cand:7-2(a)", reading="confirmed", reason="read it")
    later = with_ten_days(desk, tmp_path)
    found = revising.pending_revisions(later)
    assert found
    for proposal in found:
        apply(later, proposal)
    assert revising.pending_revisions(later) == ()
    with later.look() as session:
        for deadline in session.exec(select(Deadline)):
            entry = session.get_one(Entry, deadline.entry_id)
            law = TeamLaw(
                book=later.book, court="cand",
                closed=frozenset(closure.day for closure in session.exec(select(Closure))), settled=(),
            )  # fmt: skip
            answer = moving.answer_for(law, deadline, entry)
            assert answer is not None
            assert deadline.due == answer.due


def test_a_closing_loads_only_the_deadlines_that_can_move(desk: Desk, case: Case) -> None:
    many_orders(desk, case, 10)
    loaded: list[Deadline] = []

    def note(instance: Deadline, _context: object) -> None:
        loaded.append(instance)

    event.listen(Deadline, "load", note)
    try:
        with desk.look() as session:
            found = what_if(session, desk.book, Supposition(court="cand", closed=frozenset({FRIDAY})))
    finally:
        event.remove(Deadline, "load", note)
    assert len(found) == len(loaded) == 1


def many_orders(desk: Desk, case: Case, count: int) -> None:
    """Record an order on each day from 4 May on, with the objections that it starts."""
    with desk.change(by="U_CLAIRE") as change:
        for at in range(count):
            day = date.fromordinal(ORDER_DAY.toordinal() + at)
            entry = entries.record(
                change, case=case, kind=EntryKind.ORDER, title="Order", on_date=day, trigger="order.nondispositive",
                service="ecf", served_on=day,
            )  # fmt: skip
            answers = deadlines.preview(
                change.session, desk.book, case=case, trigger="order.nondispositive", on_date=day, service="ecf"
            )
            answer = next(answer for answer in answers if answer.rule == "us-frcp:72(a)")
            deadlines.adopt(change, case=case, entry=entry, answer=answer)


def text_of_72a() -> str:
    pack = (Path(bookshop.__file__).parent / "packs" / "us-frcp.yml").read_text()
    rule = pack[pack.index("  - rule: 72(a)") :]
    return rule[: rule.index("\n\n")]


def with_ten_days(desk: Desk, tmp_path: Path) -> Desk:
    """Return the desk with a text of FRCP 72(a) that gives ten days."""
    rule = text_of_72a()
    return upgraded(desk, tmp_path / "shorter", old=rule, new=rule.replace("14 days", "10 days"))


@contextmanager
def new_holiday(day: date, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the lists of every court have one more day."""

    def with_one_more(court: Court, method: str) -> CourtCalendar:
        names = calendars_of(court, method).forward.names
        days = [closed for found in names.values() for closed in found]
        calendar = build_calendar([*days, ClosedDay(day=day, name="Jubilee", source="proclamation")])
        return CourtCalendar(forward=calendar, backward=calendar)

    with monkeypatch.context() as patch:
        patch.setattr(bookshop, "calendars_of", with_one_more)
        bookshop._seat.cache_clear()
        yield
    bookshop._seat.cache_clear()
