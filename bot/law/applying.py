"""From a rule and the event that starts it to a deadline."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.law.answers import Answer, end_of
from bot.law.counting import count
from bot.law.errors import MissingDateError
from bot.law.problem import Served, day_in
from bot.law.rule_explaining import (
    choice_steps,
    event_step,
    missing_notes,
    newer_notes,
    rule_notes,
    rule_step,
    version_label,
)
from bot.law.rules import Choice, Limb, Rule, RuleVersion
from bot.law.scene import Counted, Scene, start_of
from bot.law.steps import Step
from bot.law.values import Note, Standing, Verb, weakest
from bot.law.wording import long_date


def apply(rule: Rule, scene: Scene) -> Answer:
    """Return the deadline that a rule sets, by the text in force on the day of the event.

    Where the rule has several limbs the earliest or the latest of them decides, as the rule says.

    Raises:
        MissingDateError: if no limb can be counted with the dates that were given.
    """
    version, held = version_in_force(rule, scene.day)
    counted = [
        Counted(limb=limb, answer=_counted(rule, limb, scene, start))
        for limb in version.limbs
        if (start := start_of(limb, scene)) is not None
    ]
    if not counted:
        raise MissingDateError(
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
        steps=(
            rule_step(rule, version),
            event_step(rule, scene),
            *choice_steps(version, counted, deciding),
            *answer.steps,
        ),
        notes=(
            *rule_notes(rule, version, scene, standing, held=held),
            *newer_notes(rule, scene, answer),
            *missing_notes(version, scene),
            *answer.notes,
        ),
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


def _counted(rule: Rule, limb: Limb, scene: Scene, start: date | datetime) -> Answer:
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
