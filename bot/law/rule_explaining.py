"""What a rule adds to the explanation of a count: its words, its event, its limbs and its doubts."""

from collections.abc import Iterator

from bot.law.answers import Answer
from bot.law.explaining import SERVICE_WORDS
from bot.law.rules import Choice, Rule, RuleVersion
from bot.law.scene import Counted, Scene, start_of
from bot.law.steps import Step
from bot.law.values import Note, Standing
from bot.law.wording import long_date, short_date


def version_label(version: RuleVersion) -> str:
    """Name a version by the days it was in force."""
    if version.since and version.until:
        return f"in force {short_date(version.since)} to {short_date(version.until)}"
    if version.since:
        return f"in force since {short_date(version.since)}"
    return f"in force until {short_date(version.until)}" if version.until else "current text"


def rule_step(rule: Rule, version: RuleVersion) -> Step:
    """Cite the rule, its version and its words."""
    return Step("under rule", {"citation": rule.citation, "version": version_label(version), "quote": version.quote})


def event_step(rule: Rule, scene: Scene) -> Step:
    """Say what the period runs from."""
    service = SERVICE_WORDS[scene.service] if scene.service else None
    return Step("event", {"verb": rule.runs_from.value, "day": scene.day, "service": service})


def choice_steps(version: RuleVersion, counted: list[Counted], deciding: Counted) -> Iterator[Step]:
    """Show the limbs of a rule and which of them decides."""
    if len(version.limbs) == 1:
        return
    for one in counted:
        yield Step("limb", {"label": one.limb.label, "end": one.answer.due})
    if len(counted) > 1:
        yield Step("chosen", {"choice": version.choice.value, "label": deciding.limb.label, "end": deciding.answer.due})


def rule_notes(rule: Rule, version: RuleVersion, scene: Scene, standing: Standing, *, held: bool) -> Iterator[Note]:
    """Say how sure the rule is, and what else must be known about it."""
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


def newer_notes(rule: Rule, scene: Scene, answer: Answer) -> Iterator[Note]:
    """Remark on a text that came into force while the period ran."""
    for version in rule.versions:
        if version.since is not None and scene.day < version.since <= answer.latest:
            yield Note(
                text=f"A newer text of {rule.citation} came into force on {short_date(version.since)}, while this "
                "period ran; whether it governs this case was not decided here.",
                question=f"{rule.id}:transition",
            )


def missing_notes(version: RuleVersion, scene: Scene) -> Iterator[Note]:
    """Ask for the dates that some limbs run from and that were not given."""
    for limb in version.limbs:
        if start_of(limb, scene) is None:
            comes = "earlier" if version.choice is Choice.EARLIEST else "later"
            decides = "the earlier date decides" if version.choice is Choice.EARLIEST else "the later date decides"
            yield Note(
                text=f"The rule also runs from another date, {limb.start.replace('-', ' ')} ({limb.label}), "
                f"which was not given; if that comes {comes}, {decides}. Give it as {limb.start}=DATE."
            )
