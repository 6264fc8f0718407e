"""From a rule and the event that starts it to a deadline."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.law.answers import Answer, end_of
from bot.law.counting import count
from bot.law.errors import LawError
from bot.law.method import Method
from bot.law.problem import CourtCalendar, Served, day_in
from bot.law.rules import TRIGGER, Choice, Limb, Rule, RuleVersion
from bot.law.steps import Step
from bot.law.values import Court, Note, Service, Standing, Verb, weakest
from bot.law.wording import long_date, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where and when a rule is applied.

    Args:
        on: the event that starts the rule.
        dates: other dates that the rule may need, by the name it gives them ("compliance").
        condition: when this trigger starts the rule at all.
    """

    court: Court
    calendars: CourtCalendar
    method: Method
    on: date | datetime
    service: Service = Service.NONE
    closed: Collection[date] = ()
    dates: Mapping[str, date] = field(default_factory=dict)
    condition: str | None = None

    @property
    def day(self) -> date:
        """The court's day of the event."""
        return day_in(ZoneInfo(self.court.zone), self.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A limb of a rule with its count."""

    limb: Limb
    answer: Answer


def apply(rule: Rule, scene: Scene) -> Answer:
    """Return the deadline that a rule sets, by the text in force on the day of the event.

    Where the rule has several limbs the earliest or the latest of them decides, as the rule says.

    Raises:
        LawError: if no limb can be counted with the dates that were given.
    """
    version, held = version_in_force(rule, scene.day)
    counted = [Counted(limb=limb, answer=_counted(rule, limb, scene)) for limb in version.limbs if _start(limb, scene)]
    if not counted:
        raise LawError(
            f"{rule.citation} runs from another date: give it as --date {version.limbs[0].start}=2018-05-04."
        )
    deciding = _deciding(version.choice, counted)
    answer = _between(version.choice, counted, deciding.answer)
    standing = weakest(version.standing or rule.standing, Standing.SETTLED if held else Standing.UNVERIFIED)
    return replace(
        answer,
        title=rule.title,
        act=rule.act,
        rule=rule.id,
        citation=rule.citation,
        version=version_label(version),
        trigger_on=scene.on,
        standing=weakest(standing, answer.standing),
        steps=(_rule_step(rule, version), *_choice_steps(version, counted, deciding), *answer.steps),
        notes=(*_rule_notes(rule, version, scene, standing, held=held), *_missing_notes(version, scene), *answer.notes),
        extendable=rule.extendable,
        condition=scene.condition or rule.condition,
    )


def apply_chained(rule: Rule, scene: Scene, parent: Answer) -> Answer:
    """Return the deadline that runs from the due date of another; what is open about that one is open about this.

    The scene starts on the parent's safe date; the latest reading starts on its latest.
    """
    answer = apply(rule, scene)
    if parent.latest == parent.due:
        return replace(answer, standing=weakest(answer.standing, parent.standing))
    late = apply(rule, replace(scene, on=parent.latest))
    note = Note(text=f"It runs from a date that is itself open: {parent.title}, due {long_date(parent.due)}.")
    return replace(
        answer,
        latest=max(answer.latest, late.latest),
        latest_at=max(answer.latest_at, late.latest_at),
        standing=weakest(answer.standing, parent.standing),
        notes=(*answer.notes, note),
    )


def version_in_force(rule: Rule, day: date) -> tuple[RuleVersion, bool]:
    """Return the version of a rule for a day, and whether we hold the text that was in force on it."""
    for version in rule.versions:
        if (version.since or date.min) <= day < (version.until or date.max):
            return version, True
    return min(rule.versions, key=lambda version: abs((version.since or date.min) - day)), False


def version_label(version: RuleVersion) -> str:
    """Name a version by the days it was in force."""
    if version.since and version.until:
        return f"in force {short_date(version.since)} to {short_date(version.until)}"
    if version.since:
        return f"in force since {short_date(version.since)}"
    return f"in force until {short_date(version.until)}" if version.until else "current text"


def _start(limb: Limb, scene: Scene) -> date | datetime | None:
    return scene.on if limb.start == TRIGGER else scene.dates.get(limb.start)


def _counted(rule: Rule, limb: Limb, scene: Scene) -> Answer:
    start = _start(limb, scene)
    if start is None:  # pragma: no cover - the caller asked first
        raise LawError(f"{rule.citation} needs the date {limb.start}.")
    if limb.period is None:
        answer = date_certain(scene, day_in(ZoneInfo(scene.court.zone), start))
        return _strictly_before(rule, answer, scene) if limb.strictly_before else answer
    from_service = rule.added_days and rule.runs_from is Verb.SERVED if limb.served is None else limb.served
    answer = count(
        court=scene.court,
        calendars=scene.calendars,
        method=scene.method,
        start=start,
        period=limb.period,
        direction=limb.direction,
        served=Served(scene.service, from_service),
        closed=scene.closed,
    )
    return _strictly_before(rule, answer, scene) if limb.strictly_before else answer


def date_certain(scene: Scene, day: date) -> Answer:
    """Return a date that somebody fixed: it never moves, and a note says so if it is a closed day."""
    due_at = end_of(day, ZoneInfo(scene.court.zone))
    closed = scene.calendars.forward.possible.is_closed(day.toordinal())
    warning = Note(text=f"{long_date(day)} is a closed day, but a date that was fixed does not move. Act before it.")
    return Answer(
        title="",
        act="",
        rule=None,
        citation="",
        version="",
        trigger_on=day,
        due=day,
        due_at=due_at,
        latest=day,
        latest_at=due_at,
        standing=Standing.SETTLED,
        steps=(Step("date certain", {"end": day}),),
        notes=(warning,) if closed else (),
    )


def _strictly_before(rule: Rule, answer: Answer, scene: Scene) -> Answer:
    """Move the safe date before the last day where the rule says "before": whether that day itself is late is open."""
    table = scene.calendars.forward.possible
    due = date.fromordinal(table.last_open(answer.due.toordinal() - 1))
    step = Step("strictly before", {"day": answer.due, "end": due, "cite": rule.citation})
    note = Note(
        text=f"The rule says “before”: an act on {long_date(answer.due)} itself may be late. Act on the day before.",
        question=f"{rule.id}:before",
    )
    return replace(
        answer,
        due=due,
        due_at=end_of(due, ZoneInfo(scene.court.zone)),
        standing=weakest(Standing.ARGUABLE, answer.standing),
        steps=(*answer.steps, step, Step("otherwise", {"end": answer.latest})),
        notes=(*answer.notes, note),
    )


def _deciding(choice: Choice, counted: list[Counted]) -> Counted:
    choose = min if choice is Choice.EARLIEST else max
    return choose(counted, key=lambda one: one.answer.due)


def _between(choice: Choice, counted: list[Counted], deciding: Answer) -> Answer:
    """Return the deciding limb's answer, with the latest reading taken over all limbs."""
    choose = min if choice is Choice.EARLIEST else max
    last = choose((one.answer for one in counted), key=lambda answer: answer.latest)
    if last.latest == deciding.latest:
        return deciding
    return replace(
        deciding,
        latest=last.latest,
        latest_at=last.latest_at,
        standing=weakest(deciding.standing, last.standing),
        notes=(*deciding.notes, *last.notes),
    )


def _rule_step(rule: Rule, version: RuleVersion) -> Step:
    return Step("under rule", {"citation": rule.citation, "version": version_label(version), "quote": version.quote})


def _choice_steps(version: RuleVersion, counted: list[Counted], deciding: Counted) -> Iterator[Step]:
    if len(version.limbs) == 1:
        return
    for one in counted:
        yield Step("limb", {"label": one.limb.label, "end": one.answer.due})
    if len(counted) > 1:
        yield Step("chosen", {"choice": version.choice.value, "label": deciding.limb.label, "end": deciding.answer.due})


def _rule_notes(rule: Rule, version: RuleVersion, scene: Scene, standing: Standing, *, held: bool) -> Iterator[Note]:
    if not held:
        yield Note(
            text=f"The text of {rule.citation} in force on {long_date(scene.day)} is not held; this is computed by the "
            f"text {version_label(version)}.",
            question=f"{rule.id}:version",
        )
    elif standing is Standing.UNVERIFIED:
        yield Note(
            text=f"{rule.citation} has not been verified ({rule.source}). Check the text before you rely on it.",
            question=rule.id,
        )
    elif standing is Standing.ARGUABLE:
        yield Note(
            text=f"The text of {rule.citation} is not certain ({rule.source}). Check it before you rely on it.",
            question=rule.id,
        )
    if version.remark:
        yield Note(text=version.remark)
    for remark in rule.remarks:
        yield Note(text=remark)


def _missing_notes(version: RuleVersion, scene: Scene) -> Iterator[Note]:
    for limb in version.limbs:
        if _start(limb, scene) is None:
            comes = "earlier" if version.choice is Choice.EARLIEST else "later"
            decides = "the earlier date decides" if version.choice is Choice.EARLIEST else "the later date decides"
            yield Note(
                text=f"The rule also runs from another date, {limb.start.replace('-', ' ')} ({limb.label}), "
                f"which was not given; if that comes {comes}, {decides}. Give it as {limb.start}=DATE."
            )
