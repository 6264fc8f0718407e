"""Reading rule packs: one YAML file each, checked field by field (docs/law.md describes them)."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.law.errors import BadPackError, UnreadablePeriodError
from bot.law.methods import METHODS
from bot.law.periods import read_period
from bot.law.rules import TRIGGER, Choice, Limb, Pack, Rule, RuleVersion, Start
from bot.law.values import Direction, Period, Standing, Trigger, Verb
from bot.rulebook import fields
from bot.rulebook.reading import Lines, read_yaml

KINDS = frozenset({"district", "bankruptcy", "bap", "appeals", "supreme", "special", "trial", "appeal"})
CIRCUITS = frozenset({"dc", "fc", *map(str, range(1, 12))})
ENTRY_KINDS = frozenset({"hearing", "ruling", "order", "filing", "service", "notice"})
_PACK_FIELDS = frozenset(
    {"pack", "title", "cited_as", "applies_to", "method", "source", "triggers", "rules", "standing", "known_since"}
)
_VERSION_FIELDS = frozenset(
    {"since", "until", "period", "direction", "limbs", "choose", "quote", "strictly_before", "remark"}
)
_RULE_FIELDS = _VERSION_FIELDS | {
    "rule", "citation", "title", "act", "who", "from", "starts", "versions", "added_days", "extendable", "standing",
    "source", "if", "after", "remarks", "applies_to", "method", "known_since", "also",
}  # fmt: skip
_LIMB_FIELDS = frozenset({"period", "direction", "from", "label", "strictly_before", "added_days"})
_START_FIELDS = frozenset({"trigger", "since", "until", "if", "circuits"})
_SCOPE_FIELDS = frozenset({"kinds", "courts", "circuits", "governs"})
_TRIGGER_FIELDS = frozenset({"label", "kind"})


def read_pack(path: Path) -> Pack:
    """Read and check one pack.

    Raises:
        BadPackError: at the first mistake; the sentence names file, line and field.
    """
    lines = read_yaml(path)
    fields.only(lines, _PACK_FIELDS)
    identity = fields.text(lines, "pack")
    return Pack(
        id=identity,
        title=fields.text(lines, "title"),
        cited_as=tuple(fields.texts(lines, "cited_as")),
        rules=tuple(_rule(lines, identity, rule) for rule in fields.items(lines, "rules")),
        triggers=tuple(read_triggers(lines)),
    )


def read_triggers(lines: Lines) -> Iterable[Trigger]:
    """Read the triggers that a pack (or the common list) declares."""
    declared = lines.get("triggers")
    if not isinstance(declared, Lines | None):
        raise lines.wrong("triggers", "write the name of each trigger with its label and its kind.")
    for identity, described in (declared or {}).items():
        if not isinstance(described, Lines):
            raise lines.wrong("triggers", f"{identity} needs a label and a kind.")
        fields.only(described, _TRIGGER_FIELDS)
        kind = fields.text(described, "kind")
        if kind not in ENTRY_KINDS:
            raise described.wrong("kind", f"{kind!r} is none of {', '.join(sorted(ENTRY_KINDS))}.")
        yield Trigger(id=identity, label=fields.text(described, "label"), entry_kind=kind)


def _rule(pack: Lines, identity: str, rule: Lines) -> Rule:
    fields.only(rule, _RULE_FIELDS)
    name = fields.text(rule, "rule")
    scope = rule if "applies_to" in rule else pack
    kinds, courts, circuits = _scope(scope)
    return Rule(
        id=f"{identity}:{name}",
        pack=identity,
        citation=fields.text_if_given(rule, "citation") or f"{fields.texts(pack, 'cited_as')[0]} {name}",
        title=fields.text(rule, "title"),
        act=fields.text(rule, "act"),
        who=fields.text(rule, "who"),
        runs_from=fields.word(rule, "from", Verb),
        starts=tuple(_start(rule, start) for start in fields.list_if_given(rule, "starts")),
        versions=_versions(rule),
        added_days=fields.flag(rule, "added_days") or False,
        extendable=fields.flag(rule, "extendable"),
        standing=fields.word(rule if "standing" in rule else pack, "standing", Standing),
        source=fields.text(rule if "source" in rule else pack, "source"),
        condition=fields.text_if_given(rule, "if"),
        follows=fields.text_if_given(rule, "after"),
        known_since=fields.day(rule if "known_since" in rule else pack, "known_since"),
        remarks=tuple(fields.texts_if_given(rule, "remarks")),
        also=tuple(fields.texts_if_given(rule, "also")),
        kinds=kinds,
        courts=courts,
        circuits=circuits,
        governs=_governs(scope),
        method=_method(rule if "method" in rule else pack),
    )


def _versions(rule: Lines) -> tuple[RuleVersion, ...]:
    if "versions" not in rule:
        return (_version(rule),)
    versions = []
    for version in fields.items(rule, "versions"):
        fields.only(version, _VERSION_FIELDS | {"standing", "source"})
        versions.append(
            replace(
                _version(version),
                standing=fields.word(version, "standing", Standing) if "standing" in version else None,
                source=fields.text_if_given(version, "source"),
            )
        )
    return tuple(versions)


def _version(lines: Lines) -> RuleVersion:
    return RuleVersion(
        limbs=tuple(_limb(limb) for limb in fields.items(lines, "limbs")) if "limbs" in lines else (_only_limb(lines),),
        choice=fields.word(lines, "choose", Choice) if "choose" in lines else Choice.EARLIEST,
        since=fields.day(lines, "since"),
        until=fields.day(lines, "until"),
        quote=fields.text_if_given(lines, "quote"),
        remark=fields.text_if_given(lines, "remark"),
    )


def _only_limb(lines: Lines) -> Limb:
    return Limb(
        period=_period(lines),
        direction=_direction(lines),
        strictly_before=fields.flag(lines, "strictly_before") or False,
    )


def _limb(limb: Lines) -> Limb:
    fields.only(limb, _LIMB_FIELDS)
    return Limb(
        period=_period(limb) if "period" in limb else None,
        direction=_direction(limb),
        start=fields.text_if_given(limb, "from") or TRIGGER,
        label=fields.text(limb, "label"),
        strictly_before=fields.flag(limb, "strictly_before") or False,
        served=fields.flag(limb, "added_days"),
    )


def _period(lines: Lines) -> Period:
    try:
        return read_period(fields.text(lines, "period"))
    except UnreadablePeriodError as trouble:
        raise lines.wrong("period", trouble.sentence) from None


def _direction(lines: Lines) -> Direction:
    return fields.word(lines, "direction", Direction) if "direction" in lines else Direction.AFTER


def _start(rule: Lines, start: Any) -> Start:  # noqa: ANN401
    if isinstance(start, str):
        return Start(trigger=start)
    if not isinstance(start, Lines):
        raise rule.wrong("starts", "name triggers, or give `trigger:` with `since`, `until`, `if` or `circuits`.")
    fields.only(start, _START_FIELDS)
    return Start(
        trigger=fields.text(start, "trigger"),
        since=fields.day(start, "since"),
        until=fields.day(start, "until"),
        condition=fields.text_if_given(start, "if"),
        circuits=_circuits(start),
    )


def _scope(lines: Lines) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    scope = lines.get("applies_to")
    if not isinstance(scope, Lines) or not any(scope.get(field) for field in ("kinds", "courts", "circuits")):
        raise lines.wrong("applies_to", "say which courts: `kinds`, `courts` or `circuits`.")
    fields.only(scope, _SCOPE_FIELDS)
    kinds = _kinds(scope, "kinds")
    return kinds, frozenset(fields.texts_if_given(scope, "courts")), _circuits(scope)


def _circuits(scope: Lines) -> frozenset[str]:
    circuits = frozenset(map(str, fields.list_if_given(scope, "circuits")))
    if unknown := circuits - CIRCUITS:
        raise scope.wrong("circuits", f"{', '.join(sorted(unknown))} is none of {', '.join(sorted(CIRCUITS))}.")
    return circuits


def _method(lines: Lines) -> str | None:
    name = fields.text_if_given(lines, "method")
    if name is not None and name not in METHODS:
        raise lines.wrong("method", f"{name!r} is none of {', '.join(METHODS)}.")
    return name


def _governs(lines: Lines) -> frozenset[str]:
    """Return the kinds of court in which a rule governs, too, without any event starting it there."""
    return _kinds(lines["applies_to"], "governs")


def _kinds(scope: Lines, field: str) -> frozenset[str]:
    kinds = frozenset(fields.texts_if_given(scope, field))
    if unknown := kinds - KINDS:
        raise scope.wrong(field, f"{', '.join(sorted(unknown))} is none of {', '.join(sorted(KINDS))}.")
    return kinds


__all__ = ["BadPackError", "read_pack", "read_triggers"]
