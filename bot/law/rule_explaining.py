"""What a rule adds to the explanation of a count: its words, its event, its limbs and its doubts."""

from collections.abc import Iterator
from typing import NamedTuple

from bot.law.as_settled import settled_step
from bot.law.notes import Note, noted, remarked
from bot.law.rules import Rule, RuleVersion
from bot.law.scene import Counted, Scene, start_of
from bot.law.settling import QuestionKind
from bot.law.steps import Step
from bot.law.values import Standing
from bot.law.wording import version_words


class Doubt(NamedTuple):
    """A reason not to rely on a rule: the note that says so or, once somebody confirmed it, the step that does."""

    standing: Standing
    note: Note | None = None
    settled: Step | None = None


def version_label(version: RuleVersion) -> str:
    """Name a version by the days it was in force."""
    return version_words(version.since, version.until)


def rule_step(rule: Rule, version: RuleVersion) -> Step:
    """Cite the rule, its version and its words."""
    facts = {"citation": rule.citation, "since": version.since, "until": version.until, "quote": version.quote}
    return Step("under rule", facts)


def event_step(rule: Rule, scene: Scene) -> Step:
    """Say what the period runs from."""
    return Step("event", {"verb": rule.runs_from.value, "day": scene.day, "service": scene.service})


def choice_steps(version: RuleVersion, counted: list[Counted], deciding: Counted) -> Iterator[Step]:
    """Show the limbs of a rule and which of them decides."""
    if len(version.limbs) == 1:
        return
    for one in counted:
        yield Step("limb", {"label": one.limb.label, "end": one.answer.due})
    if len(counted) > 1:
        yield Step("chosen", {"choice": version.choice.value, "label": deciding.limb.label, "end": deciding.answer.due})


def rule_doubts(rule: Rule, version: RuleVersion, scene: Scene, *, held: bool) -> Iterator[Doubt]:
    """Say what is not sure about a rule: its text on that day, or that the text was read."""
    if not held:
        note = noted(
            "version not held",
            question=f"{rule.id}:{QuestionKind.VERSION}",
            citation=rule.citation,
            day=scene.law_of,
            since=version.since,
            until=version.until,
        )
        yield _unless_settled(rule, scene, Standing.UNVERIFIED, note)
    standing = version.standing or rule.standing
    if standing is not Standing.SETTLED:
        kind = "not verified" if standing is Standing.UNVERIFIED else "not certain"
        note = noted(kind, question=rule.id, citation=rule.citation, source=version.source or rule.source)
        yield _unless_settled(rule, scene, standing, note)


def _unless_settled(rule: Rule, scene: Scene, standing: Standing, note: Note) -> Doubt:
    settlement = scene.settled.get(note.question or "")
    if settlement is None:
        return Doubt(standing, note=note)
    return Doubt(standing, settled=settled_step(settlement, rule=rule.citation))


def rule_remarks(rule: Rule, version: RuleVersion) -> Iterator[Note]:
    """Repeat what else the pack remarks on a rule."""
    if version.remark:
        yield remarked(version.remark)
    yield from map(remarked, rule.remarks)


def missing_notes(version: RuleVersion, scene: Scene) -> Iterator[Note]:
    """Ask for the dates that some limbs run from and that were not given."""
    for limb in version.limbs:
        if start_of(limb, scene) is None:
            yield noted("missing limb", name=limb.start, label=limb.label, choice=version.choice.value)
