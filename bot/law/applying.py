"""From a rule and the event that starts it to a deadline."""

from datetime import date, datetime

from bot.law.answers import Answer, end_of
from bot.law.as_settled import settled_step
from bot.law.counting import count
from bot.law.errors import MissingDateError
from bot.law.notes import noted
from bot.law.problem import Served, day_in
from bot.law.rule_explaining import (
    choice_steps,
    event_step,
    missing_notes,
    rule_doubts,
    rule_remarks,
    rule_step,
)
from bot.law.rules import Choice, Limb, Rule, RuleVersion
from bot.law.scene import Counted, Scene, start_of
from bot.law.settling import QuestionKind
from bot.law.shorter_text import shorter_text
from bot.law.steps import Step
from bot.law.two_texts import on_the_safe_side
from bot.law.values import Standing, Verb, weakest
from bot.law.wording import version_words


def apply(rule: Rule, scene: Scene) -> Answer:
    """Return the deadline that a rule sets, by the text in force on the day of the event or on another one (`as_of`).

    Where the rule has several limbs the earliest or the latest of them decides, as the rule says. Where somebody
    settled that a text governs which came into force while the period ran, it is counted by that.

    Raises:
        MissingDateError: if no limb can be counted with the dates that were given.
    """
    version, held = version_in_force(rule, scene.law_of)
    answer = _apply_version(rule, version, scene, held=held)
    shorter = shorter_text(version, scene, held=held)
    if shorter is not None and f"{rule.id}:{QuestionKind.VERSION}" not in scene.settled:
        other = _apply_version(rule, shorter, scene, held=held)
        note = noted("shorter text", citation=rule.citation, day=other.due, otherwise=answer.due)
        answer = on_the_safe_side(answer, other, note)
    newer = None if scene.as_of else newer_version(rule, scene.day, answer.latest)
    return answer if newer is None else _or_by_newer_text(answer, rule, newer, scene)


def _or_by_newer_text(answer: Answer, rule: Rule, newer: RuleVersion, scene: Scene) -> Answer:
    """Return an answer by the text in force at the start, or by the one that came into force while the period ran."""
    question = f"{rule.id}:{QuestionKind.TRANSITION}"
    settlement = scene.settled.get(question)
    other = _apply_version(rule, newer, scene, held=True)
    if settlement is None:
        note = noted("newer text", question=question, citation=rule.citation, since=newer.since)
        return on_the_safe_side(answer, other, note)
    chosen = other if settlement.reading == "new-text" else answer
    return chosen._replace(steps=(*chosen.steps, settled_step(settlement, rule=rule.citation)))


def _apply_version(rule: Rule, version: RuleVersion, scene: Scene, *, held: bool) -> Answer:
    counted = [
        Counted(limb=limb, answer=_counted(rule, limb, scene, start))
        for limb in version.limbs
        if (start := start_of(limb, scene)) is not None
    ]
    if not counted:
        name = version.limbs[0].start
        raise MissingDateError(
            f"{rule.citation} runs from another date: give it as --date {name}=2018-05-04.",
            citation=rule.citation,
            name=name,
        )
    deciding = _deciding(version.choice, counted)
    answer = _between(version.choice, counted, deciding.answer)
    doubts = tuple(rule_doubts(rule, version, scene, held=held))
    return answer._replace(
        title=rule.title,
        act=rule.act,
        rule=rule.id,
        citation=rule.citation,
        version=version_words(version.since, version.until),
        trigger_on=scene.on,
        standing=weakest(answer.standing, *(doubt.standing for doubt in doubts if doubt.note)),
        steps=(
            rule_step(rule, version),
            event_step(rule, scene),
            *choice_steps(version, counted, deciding),
            *answer.steps,
            *(doubt.settled for doubt in doubts if doubt.settled),
        ),
        notes=(
            *(doubt.note for doubt in doubts if doubt.note),
            *rule_remarks(rule, version),
            *missing_notes(version, scene),
            *answer.notes,
        ),
        extendable=rule.extendable,
        condition=scene.condition or rule.condition,
        watched=tuple(dict.fromkeys(span for one in counted for span in one.answer.watched)),
    )


def apply_chained(rule: Rule, scene: Scene, parent: Answer) -> Answer:
    """Return the deadline that runs from the due date of another; what is open about that one is open about this.

    The scene starts on the parent's safe date; the latest reading starts on its latest.
    """
    answer = apply(rule, scene)
    if parent.latest == parent.due:
        watched = (*answer.watched, *parent.watched)
        return answer._replace(standing=weakest(answer.standing, parent.standing), watched=watched)
    late = apply(rule, scene._replace(on=parent.latest))
    note = noted("from an open date", title=parent.title, day=parent.due)
    return answer._replace(
        latest=max(answer.latest, late.latest),
        latest_at=max(answer.latest_at, late.latest_at),
        standing=weakest(answer.standing, parent.standing),
        notes=(*answer.notes, note),
        watched=(*answer.watched, *late.watched, *parent.watched),
    )


def version_in_force(rule: Rule, day: date) -> tuple[RuleVersion, bool]:
    """Return the version of a rule for a day, and whether we hold the text that was in force on it."""
    for version in rule.versions:
        if (version.since or date.min) <= day < (version.until or date.max):
            dated = version.since is not None or version.until is not None
            return version, dated or day >= (rule.known_since or date.min)
    return min(rule.versions, key=lambda version: abs((version.since or date.min) - day)), False


def newer_version(rule: Rule, day: date, latest: date) -> RuleVersion | None:
    """Return the text that came into force while a period ran, if one did."""
    return next(
        (version for version in rule.versions if version.since is not None and day < version.since <= latest), None
    )


def _counted(rule: Rule, limb: Limb, scene: Scene, start: date | datetime) -> Answer:
    if limb.period is None:
        answer = date_certain(scene, day_in(scene.seat.zone, start))
        return strictly_before(rule, answer, scene) if limb.strictly_before else answer
    from_service = rule.added_days and rule.runs_from is Verb.SERVED if limb.served is None else limb.served
    answer = count(
        seat=scene.seat,
        start=start,
        period=limb.period,
        direction=limb.direction,
        served=Served(scene.service, from_service),
        as_of=scene.as_of,
        closed=scene.closed,
        settled=scene.settled,
    )
    return strictly_before(rule, answer, scene) if limb.strictly_before else answer


def date_certain(scene: Scene, day: date) -> Answer:
    """Return a date that somebody fixed: it never moves, and a note says so if it is a closed day."""
    due_at = end_of(day, scene.seat.zone)
    closed = scene.seat.calendars.forward.possible.is_closed(day.toordinal())
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
        notes=(noted("fixed on a closed day", day=day),) if closed else (),
    )


def strictly_before(rule: Rule, answer: Answer, scene: Scene) -> Answer:
    """Move the safe date before the last day where the rule says "before": whether that day itself is late is open."""
    question = f"{rule.id}:{QuestionKind.BEFORE}"
    settlement = scene.settled.get(question)
    if settlement is not None and settlement.reading == "that-day":
        return answer._replace(steps=(*answer.steps, settled_step(settlement, rule=rule.citation)))
    zone = scene.seat.zone
    due = _open_day_before(scene, answer.due)
    step = Step("strictly before", {"day": answer.due, "end": due, "cite": rule.citation})
    moved = answer._replace(due=due, due_at=end_of(due, zone), watched=((due, answer.latest), *answer.watched))
    if settlement is not None:
        latest = _open_day_before(scene, answer.latest)
        return moved._replace(
            latest=latest,
            latest_at=end_of(latest, zone),
            steps=(*answer.steps, step, settled_step(settlement, rule=rule.citation)),
        )
    return moved._replace(
        standing=weakest(Standing.ARGUABLE, answer.standing),
        steps=(*answer.steps, step, Step("otherwise", {"end": answer.latest})),
        notes=(*answer.notes, noted("before", question=question, day=answer.due)),
    )


def _open_day_before(scene: Scene, day: date) -> date:
    return date.fromordinal(scene.seat.calendars.forward.possible.last_open(day.toordinal() - 1))


def _deciding(choice: Choice, counted: list[Counted]) -> Counted:
    choose = min if choice is Choice.EARLIEST else max
    return choose(counted, key=lambda one: one.answer.due)


def _between(choice: Choice, counted: list[Counted], deciding: Answer) -> Answer:
    """Return the deciding limb's answer, with the latest reading taken over all limbs."""
    choose = min if choice is Choice.EARLIEST else max
    last = choose((one.answer for one in counted), key=lambda answer: answer.latest)
    if last.latest == deciding.latest:
        return deciding
    return deciding._replace(
        latest=last.latest,
        latest_at=last.latest_at,
        standing=weakest(deciding.standing, last.standing),
        notes=(*deciding.notes, *last.notes),
    )
