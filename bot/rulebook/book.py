"""The rulebook: every question about dates goes to it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.law.answers import Answer
from bot.law.applying import apply, apply_chained
from bot.law.calendar import Calendar, check_covered, why_closed
from bot.law.counting import count
from bot.law.errors import MissingDateError, OutsideCalendarError, UnknownTriggerError, WrongCourtError
from bot.law.methods import METHODS, method_named
from bot.law.notes import noted
from bot.law.open_question import OpenQuestion, question_about
from bot.law.problem import CourtCalendar, Seat, Served, closings
from bot.law.rules import Rule, Start
from bot.law.scene import Scene
from bot.law.settling import NOTHING_SETTLED, QuestionKind, Settled, Settlement, kind_of, settled_by_question
from bot.law.values import ClosedDay, Closure, Court, Direction, Period, Service, Standing, Trigger
from bot.rulebook.calendars import calendars_of
from bot.rulebook.courts import all_courts, court_named
from bot.rulebook.holiday_lists import YEARS, listed
from bot.rulebook.library import (
    FROM_SERVICE,
    Library,
    binds,
    find_rule,
    following,
    governs,
    read_library,
    rules_binding,
    started_by,
    unknown_trigger,
)
from bot.rulebook.questions import (
    arguable_days,
    day_family_question,
    day_ids,
    families_in,
    families_in_days,
    ids_of,
    in_order,
    method_question,
    rule_question,
    single_day_question,
)

_A_YEAR = 366
_COUNTRIES = {"US": "the United States", "KH": "Cambodia"}
_SERVED = {service: Served(service) for service in Service}  # in a bare count nobody knows what it runs from


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """What happened on the docket, as far as rules care."""

    on: date | datetime
    entered: date | None
    service: Service
    as_of: date | None
    closed: Collection[date | Closure]
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
        closed: Collection[date | Closure] = (),
        settled: Iterable[Settlement] = (),
    ) -> Answer:
        """Count one period in a court and explain it (see `bot.law.counting.count`).

        Raises:
            LawError: in one sentence, if the court, the method, the date or the period cannot be used.
        """
        return count(
            seat=_seat(court, method),
            start=start,
            period=period,
            direction=direction,
            served=_SERVED[service],
            as_of=as_of,
            closed=closed,
            settled=settled_by_question(settled) if settled else NOTHING_SETTLED,
        )

    def question(self, name: str) -> OpenQuestion:
        """Return an open question by its id ("kh-civil:roll"), with its readings and their sentences.

        Raises:
            LawError: in one sentence, if there is no such question, family of days, rule, court or method.
        """
        kind, scope = kind_of(name), name.rpartition(":")[0]
        if kind is QuestionKind.CLOSED_DAY:
            return single_day_question(name, listed("us-federal") + listed("us-presidential"))
        if kind is QuestionKind.CLOSED_DAYS:
            return day_family_question(name)
        if kind is QuestionKind.RULE:
            return rule_question(self.rule(name))
        if scope in METHODS:
            return method_question(name, METHODS[scope])
        if kind is QuestionKind.COUNTING:
            return question_about(name, self.court(scope).name)
        return question_about(name, self.rule(scope).citation)

    def questions(self, *, court: str, year: int | None = None) -> tuple[OpenQuestion, ...]:
        """Return every question that the law of a court leaves open, those of today's law first.

        Days that are arguable every year stand as families; with a year, its single days are listed, too.

        Raises:
            UnknownCourtError: if there is no such court.
        """
        days = arguable_days(self._calendars(court), date(year, 1, 1), date(year, 12, 31)) if year else []
        single = (single_day_question(name, days) for name in day_ids(days))
        return in_order((*map(self.question, self._question_ids(self.court(court))), *single))

    def families_of(self, *, court: str, day: date) -> tuple[str, ...]:
        """Return the families to which an arguable day belongs in a court."""
        return tuple(families_in_days(arguable_days(self._calendars(court), day, day)))

    def _question_ids(self, court: Court) -> tuple[str, ...]:
        methods = map(method_named, self._methods(court.id))
        return tuple(ids_of(court, methods, self.rules_of(court.id), families_in(self._calendars(court.id))))

    def _methods(self, court: str) -> tuple[str, ...]:
        """Return the methods by which time is computed in a court: its own, and those that single rules name."""
        return tuple(sorted({self.court(court).method, *(rule.method for rule in self.rules_of(court) if rule.method)}))

    def _calendars(self, court: str) -> tuple[Calendar, ...]:
        return tuple(self.calendar(court, method).forward for method in self._methods(court))

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
        return rules_binding(self.library, self.court(court))

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
        as_of: date | None = None,
        closed: Collection[date | Closure] = (),
        dates: Mapping[str, date] | None = None,
        settled: Iterable[Settlement] = (),
    ) -> Answer:
        """Return the deadline that a rule sets in a court for an event, by the law of its day or as of another.

        Raises:
            LawError: in one sentence, if the rule, the court or the date cannot be used.
        """
        found, where = self.rule(rule, court=court), self.court(court)
        _check_country(found, where)
        ruled = settled_by_question(settled)
        scene = Scene(
            seat=_seat(court, found.method),
            on=on,
            service=service,
            closed=closed,
            dates=dates or {},
            as_of=as_of,
            settled=ruled,
        )
        answer = apply(found, scene)
        if governs(found, where):
            return answer
        note = noted("not binding", citation=found.citation, court=where.id)
        return answer._replace(standing=Standing.UNVERIFIED, notes=(note, *answer.notes))

    def triggered(
        self,
        *,
        court: str,
        trigger: str,
        on: date | datetime,
        service: Service = Service.NONE,
        entered: date | None = None,
        as_of: date | None = None,
        closed: Collection[date | Closure] = (),
        dates: Mapping[str, date] | None = None,
        settled: Iterable[Settlement] = (),
    ) -> tuple[Answer, ...]:
        """Return every deadline that an event starts in a court, chained ones included, the earliest first.

        `on` is the day of service; rules that run from entry run from `entered`, where that is another day. The law is
        that of the day of the event, or of `as_of`.

        Raises:
            UnknownTriggerError: if no rule of the court starts with that trigger.
            MissingDateError: if every rule that starts runs from another date, which was not given; if only some do,
                the answers of the others say so in a note.
        """
        where = self.court(court)
        started = started_by(self.library, trigger, where, as_of or on)
        if not started and trigger not in {known.id for known in self.triggers(court)}:
            raise UnknownTriggerError(unknown_trigger(trigger, where, self.triggers(court)))
        ruled = settled_by_question(settled)
        event = _Event(
            on=on, entered=entered, service=service, as_of=as_of, closed=closed, dates=dates or {}, settled=ruled
        )
        answers = self._apply_all(started, court, event)
        chained = [one for answer in answers for one in self._chained(answer, court, event)]
        return tuple(sorted((*answers, *chained), key=lambda answer: answer.due))

    def _apply_all(self, started: list[tuple[Rule, Start]], court: str, event: "_Event") -> list[Answer]:
        """Apply every rule that has its date; whichever lacks it is named in a note on the others."""
        answers, refused = [], []
        for rule, start in started:
            try:
                answers.append(apply(rule, _scene(rule, start, court, event)))
            except MissingDateError as trouble:
                refused.append(trouble)
        if refused and not answers:
            raise refused[0]
        notes = tuple(noted("missing date", citation=one.citation, name=one.name) for one in refused)
        return [answer._replace(notes=(*answer.notes, *notes)) for answer in answers] if notes else answers

    def _chained(self, answer: Answer, court: str, event: "_Event") -> list[Answer]:
        """Return the deadlines that run from the due date of another."""
        return [
            apply_chained(
                rule,
                Scene(
                    seat=_seat(court, rule.method),
                    on=answer.due,
                    closed=event.closed,
                    as_of=event.as_of,
                    settled=event.settled,
                ),
                answer,
            )
            for rule in following(self.library, self.court(court), answer.rule)
        ]

    def calendar(self, court: str, method: str | None = None) -> CourtCalendar:
        """Return the calendars that a court counts on, by its own method or another."""
        return _seat(court, method).calendars

    def closed_days(self, *, court: str, year: int, closed: Collection[date | Closure] = ()) -> tuple[ClosedDay, ...]:
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
            ClosedDay(day=one.day, name=one.name or "closed", source=one.source or "recorded by the team")
            for one in closings(closed).values()
            if one.day.year == year
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


def _check_country(rule: Rule, court: Court) -> None:
    """Refuse a rule of one country's codes in a court of the other."""
    country = rule.pack.partition("-")[0].upper()
    if country in _COUNTRIES and country != court.country and not binds(rule, court):
        theirs, ours = _COUNTRIES[country], _COUNTRIES[court.country]
        raise WrongCourtError(
            f"{rule.citation} is law of {theirs}, and {court.id} ({court.name}) is a court of {ours}. "
            f"Name the court in {theirs}, or a rule that {court.id} applies."
        )


def _scene(rule: Rule, start: Start, court: str, event: _Event) -> Scene:
    return Scene(
        seat=_seat(court, rule.method),
        on=event.day_for(rule),
        service=event.service,
        closed=event.closed,
        dates=event.dates,
        as_of=event.as_of,
        condition=start.condition,
        settled=event.settled,
    )


@cache
def _seat(court: str, method: str | None) -> Seat:
    """Return a court with a method of counting and the calendars that go with it."""
    where = court_named(court)
    how = method_named(method or where.method)
    return Seat(court=where, method=how, calendars=calendars_of(where, how.id), zone=ZoneInfo(where.zone))


@cache
def load_rulebook(team_folder: Path | None = None) -> Rulebook:
    """Return the rulebook; a team's own packs in `team_folder` extend ours or take the place of those of the same name.

    Packs are read when a rule is first asked for, not before.
    """
    return Rulebook(team_folder)


def _reaches(start: Start, court: Court) -> bool:
    return not start.circuits or court.circuit in start.circuits
