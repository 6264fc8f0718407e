"""Rules: cited provisions that turn an event into a deadline."""

from dataclasses import dataclass
from datetime import date

from bot.law.values import Direction, Period, Standing, Trigger, Verb, Word

TRIGGER = "trigger"


class Choice(Word):
    """Which of several limbs of a rule decides."""

    EARLIEST = "earliest"
    LATEST = "latest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb:
    """One period of a rule.

    Args:
        period: how long it is; None if its end is the start itself, a date fixed by somebody.
        start: the event it runs from: the trigger itself, or another date by the name people give it under.
        label: what it is, for the explanation.
        strictly_before: the act must be done before the last day, not on it.
        served: whether days are added after service, where that is not the same for the whole rule.
    """

    period: Period | None
    direction: Direction = Direction.AFTER
    start: str = TRIGGER
    label: str = ""
    strictly_before: bool = False
    served: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleVersion:
    """One text of a rule, in force from a day (None: from before what we hold) until another (None: still).

    Args:
        standing: how sure this text is, where that is another than the rule's; `source`: and where it was read.
    """

    limbs: tuple[Limb, ...]
    choice: Choice = Choice.EARLIEST
    since: date | None = None
    until: date | None = None
    quote: str | None = None
    standing: Standing | None = None
    source: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A trigger that starts a rule, perhaps only between two days, in some circuits, or on a condition."""

    trigger: str
    since: date | None = None
    until: date | None = None
    condition: str | None = None
    circuits: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A provision as data.

    Args:
        id: pack and provision: "us-frcp:72(a)".
        citation: as lawyers cite it: "FRCP 72(a)".
        title: what is due, as a heading; `act`: what must be done, as a verb phrase.
        starts: the triggers that start it.
        runs_from: what must happen to the trigger paper for time to run.
        who: who must act.
        kinds: the kinds of court that it binds; `courts`: single courts; `circuits`: whole circuits.
        governs: further kinds of court in which it governs, although no event of theirs starts it: FRAP 4 in an appeal.
        method: the method that counts it; None for the court's own.
        added_days: whether days are added after some kinds of service.
        extendable: whether the court may extend the time; None if not known.
        follows: the rule whose due date starts this one, when that rule is triggered.
        also: what else people call it: the number it had before, a paragraph of which it is the main part.
        known_since: since when a text without dates is known to have read so; for older events it is not held.
    """

    id: str
    citation: str
    title: str
    act: str
    versions: tuple[RuleVersion, ...]
    starts: tuple[Start, ...]
    runs_from: Verb
    who: str
    standing: Standing
    source: str
    kinds: frozenset[str] = frozenset()
    courts: frozenset[str] = frozenset()
    circuits: frozenset[str] = frozenset()
    governs: frozenset[str] = frozenset()
    method: str | None = None
    added_days: bool = False
    extendable: bool | None = None
    condition: str | None = None
    follows: str | None = None
    known_since: date | None = None
    remarks: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    pack: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The rules of one code or court, as one file holds them."""

    id: str
    title: str
    cited_as: tuple[str, ...]
    rules: tuple[Rule, ...]
    triggers: tuple[Trigger, ...]
