"""The rulebook: every question about dates goes to it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path

from bot.law.answers import Answer
from bot.law.applying import apply, apply_chained
from bot.law.calendar import check_covered, why_closed
from bot.law.counting import count
from bot.law.errors import MissingDateError, OutsideCalendarError, UnknownTriggerError
from bot.law.method import Method
from bot.law.methods import METHODS, method_named
from bot.law.notes import noted
from bot.law.open_question import OpenQuestion, question_about
from bot.law.problem import CourtCalendar, Served
from bot.law.rules import Rule, Start
from bot.law.scene import Scene
from bot.law.settling import NOTHING_SETTLED, QuestionKind, Settled, Settlement, kind_of, settled_by_question
from bot.law.values import ClosedDay, Court, Direction, Period, Service, Standing, Trigger
from bot.rulebook.calendars import calendars_of
from bot.rulebook.courts import all_courts, court_named
from bot.rulebook.holiday_lists import YEARS
from bot.rulebook.library import FROM_SERVICE, Library, binds, find_rule, read_library, started_by, unknown_trigger

_A_YEAR = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """What happened on the docket, as far as rules care."""

    on: date | datetime
    entered: date | None
    service: Service
    closed: Collection[date]
    dates: Mapping[str, date]
    settled: Settled

    def day_for(self, rule: Rule) -> date | datetime:
        """Return the day that a rule runs from: of entry or, if the rule runs from service, of service."""
        return self.on if self.entered is None or rule.runs_from in FROM_SERVICE else self.entered


class Rulebook:
    """The courts, their calendars and the rule packs. Immutable; ask one and share it."""

    def __init__(self, team_folder: Path | None = None) -> None:
        self._team_folder = team_folder

    @cached_property
    def library(self) -> Library:
        """Every pack, read when it is first asked for."""
        return read_library(self._team_folder)

    def court(self, name: str) -> Court:
        """Return a court by its id.

        Raises:
            UnknownCourtError: if there is none.
        """
        return court_named(name)

    def courts(self) -> tuple[Court, ...]:
        """Return every court, US federal ones first, by id."""
        return tuple(all_courts().values())

    def count(
        self,
        *,
        court: str,
        start: date | datetime,
        period: Period,
        direction: Direction = Direction.AFTER,
        service: Service = Service.NONE,
        method: str | None = None,
        as_of: date | None = None,
        closed: Collection[date] = (),
        settled: Iterable[Settlement] = (),
    ) -> Answer:
        """Count one period in a court and explain it (see `bot.law.counting.count`).

        Raises:
            LawError: in one sentence, if the court, the method, the date or the period cannot be used.
        """
        where, how, calendars = _seat(court, method)
        return count(
            court=where,
            calendars=calendars,
            method=how,
            start=start,
            period=period,
            direction=direction,
            served=Served(service),
            as_of=as_of,
            closed=closed,
            settled=settled_by_question(settled) if settled else NOTHING_SETTLED,
        )

    def question(self, name: str) -> OpenQuestion:
        """Return an open question by its id ("kh-civil:roll"), with its readings and their sentences.

        Raises:
            LawError: in one sentence, if there is no such question, rule, court or method.
        """
        kind, scope = kind_of(name), name.rpartition(":")[0]
        if kind is QuestionKind.CLOSED_DAY:
            return question_about(name, "")
        if kind is QuestionKind.RULE:
            return question_about(name, self.rule(name).citation)
        if scope in METHODS:
            return question_about(name, METHODS[scope].versions[-1].rule)
        if kind is QuestionKind.COUNTING:
            return question_about(name, self.court(scope).name)
        return question_about(name, self.rule(scope).citation)

    def triggers(self, court: str) -> tuple[Trigger, ...]:
        """Return the triggers that start some rule of a court.

        Raises:
            UnknownCourtError: if there is no such court.
        """
        where = self.court(court)
        started = {start.trigger for rule in self.rules_of(court) for start in rule.starts if _reaches(start, where)}
        return tuple(trigger for trigger in self.library.triggers.values() if trigger.id in started)

    def rules_of(self, court: str) -> tuple[Rule, ...]:
        """Return the rules that bind a court."""
        where = self.court(court)
        return tuple(rule for rule in self.library.rules.values() if binds(rule, where))

    def rule(self, name: str, *, court: str | None = None) -> Rule:
        """Return a rule by its id ("us-frcp:72(a)"), citation ("FRCP 72(a)") or, within a court, its number ("72(a)").

        Raises:
            UnknownRuleError: if none or several answer to that name.
        """
        return find_rule(self.library, name, self.court(court) if court else None)

    def compute(
        self,
        *,
        rule: str,
        court: str,
        on: date | datetime,
        service: Service = Service.NONE,
        closed: Collection[date] = (),
        dates: Mapping[str, date] | None = None,
        settled: Iterable[Settlement] = (),
    ) -> Answer:
        """Return the deadline that a rule sets in a court for an event.

        Raises:
            LawError: in one sentence, if the rule, the court or the date cannot be used.
        """
        found, where = self.rule(rule, court=court), self.court(court)
        ruled = settled_by_question(settled)
        scene = self._scene(found, court, on=on, closed=closed, settled=ruled)
        answer = apply(found, replace(scene, service=service, dates=dates or {}))
        if binds(found, where):
            return answer
        note = noted("not binding", citation=found.citation, court=where.id)
        return replace(answer, standing=Standing.UNVERIFIED, notes=(note, *answer.notes))

    def triggered(
        self,
        *,
        court: str,
        trigger: str,
        on: date | datetime,
        service: Service = Service.NONE,
        entered: date | None = None,
        closed: Collection[date] = (),
        dates: Mapping[str, date] | None = None,
        settled: Iterable[Settlement] = (),
    ) -> tuple[Answer, ...]:
        """Return every deadline that an event starts in a court, chained ones included, the earliest first.

        `on` is the day of service; rules that run from entry run from `entered`, where that is another day.

        Raises:
            UnknownTriggerError: if no rule of the court starts with that trigger.
            MissingDateError: if every rule that starts runs from another date, which was not given; if only some do,
                the answers of the others say so in a note.
        """
        where = self.court(court)
        started = started_by(self.rules_of(court), trigger, where, on)
        if not started and trigger not in {known.id for known in self.triggers(court)}:
            raise UnknownTriggerError(unknown_trigger(trigger, where, self.triggers(court)))
        ruled = settled_by_question(settled)
        event = _Event(on=on, entered=entered, service=service, closed=closed, dates=dates or {}, settled=ruled)
        answers = self._apply_all(started, court, event)
        chained = [one for answer in answers for one in self._chained(answer, court, event)]
        return tuple(sorted((*answers, *chained), key=lambda answer: answer.due))

    def _apply_all(self, started: list[tuple[Rule, Start]], court: str, event: "_Event") -> list[Answer]:
        """Apply every rule that has its date; whichever lacks it is named in a note on the others."""
        answers, refused = [], []
        for rule, start in started:
            scene = self._scene(rule, court, on=event.day_for(rule), closed=event.closed, settled=event.settled)
            try:
                told = replace(scene, service=event.service, dates=event.dates, condition=start.condition)
                answers.append(apply(rule, told))
            except MissingDateError as trouble:
                refused.append(trouble)
        if refused and not answers:
            raise refused[0]
        notes = tuple(noted("missing date", citation=one.citation, name=one.name) for one in refused)
        return [replace(answer, notes=(*answer.notes, *notes)) for answer in answers]

    def _chained(self, answer: Answer, court: str, event: "_Event") -> list[Answer]:
        """Return the deadlines that run from the due date of another."""
        return [
            apply_chained(
                rule, self._scene(rule, court, on=answer.due, closed=event.closed, settled=event.settled), answer
            )
            for rule in self.rules_of(court)
            if rule.follows is not None and rule.follows == answer.rule
        ]

    def _scene(
        self, rule: Rule, court: str, *, on: date | datetime, closed: Collection[date], settled: Settled
    ) -> Scene:
        where, method, calendars = _seat(court, rule.method)
        return Scene(court=where, calendars=calendars, method=method, on=on, closed=closed, settled=settled)

    def calendar(self, court: str, method: str | None = None) -> CourtCalendar:
        """Return the calendars that a court counts on, by its own method or another."""
        return _seat(court, method)[2]

    def closed_days(self, *, court: str, year: int, closed: Collection[date] = ()) -> tuple[ClosedDay, ...]:
        """Return the holidays and closings of a year, in order, weekends not included.

        Raises:
            OutsideCalendarError: if there is no calendar for that year.
        """
        if year not in YEARS:
            raise OutsideCalendarError(
                f"The calendars run from {YEARS[0]} to {YEARS[-1]}; ask for a year between them."
            )
        first = date(year, 1, 1).toordinal()
        names = self.calendar(court).forward.names
        ours = [day for at in range(first, first + _A_YEAR) for day in names.get(at, ()) if day.day.year == year]
        recorded = [
            ClosedDay(day=day, name="closed", source="recorded by the team") for day in closed if day.year == year
        ]
        return tuple(sorted((*ours, *recorded), key=lambda found: found.day))

    def is_closed(self, *, court: str, day: date, closed: Collection[date] = ()) -> bool:
        """Return whether the court is closed on a day, arguably closed days included."""
        check_covered(day.toordinal())
        return day in closed or self.calendar(court).forward.possible.is_closed(day.toordinal())

    def why_closed(self, *, court: str, day: date) -> tuple[ClosedDay, ...]:
        """Return what closes a day: its holidays or the weekend; nothing if the court is open."""
        return why_closed(self.calendar(court).forward, day.toordinal())

    def next_open_day(self, *, court: str, day: date, closed: Collection[date] = ()) -> date:
        """Return the first day from the given one on on which the court is certainly open."""
        return self._open_day(court, day, closed, 1)

    def last_open_day_before(self, *, court: str, day: date, closed: Collection[date] = ()) -> date:
        """Return the last day up to the given one on which the court is certainly open: the day itself if it is."""
        return self._open_day(court, day, closed, -1)

    def _open_day(self, court: str, day: date, closed: Collection[date], step: int) -> date:
        while self.is_closed(court=court, day=day, closed=closed):
            day = date.fromordinal(day.toordinal() + step)
        return day


@cache
def _seat(court: str, method: str | None) -> tuple[Court, Method, CourtCalendar]:
    """Return a court with a method of counting and the calendars that go with it."""
    where = court_named(court)
    how = method_named(method or where.method)
    return where, how, calendars_of(where, how.id)


@cache
def load_rulebook(team_folder: Path | None = None) -> Rulebook:
    """Return the rulebook; a team's own packs in `team_folder` extend ours or take the place of those of the same name.

    Packs are read when a rule is first asked for, not before.
    """
    return Rulebook(team_folder)


def _reaches(start: Start, court: Court) -> bool:
    return not start.circuits or court.circuit in start.circuits
