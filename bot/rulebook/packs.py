"""Reading rule packs: one YAML file each, checked field by field (docs/law.md describes them)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from bot.law.errors import BadPackError, UnreadablePeriodError
from bot.law.methods import METHODS
from bot.law.periods import read_period
from bot.law.rules import TRIGGER, Choice, Limb, Pack, Rule, RuleVersion, Start
from bot.law.values import Direction, Period, Standing, Trigger, Verb
from bot.rulebook.reading import Lines, read_yaml

KINDS = frozenset({"district", "bankruptcy", "bap", "appeals", "supreme", "special", "trial", "appeal"})
ENTRY_KINDS = frozenset({"hearing", "ruling", "order", "filing", "service", "notice"})
_PACK_FIELDS = frozenset(
    {"pack", "title", "cited_as", "applies_to", "method", "source", "triggers", "rules", "standing", "known_since"}
)
_VERSION_FIELDS = frozenset(
    {"since", "until", "period", "direction", "limbs", "choose", "quote", "strictly_before", "remark"}
)
_RULE_FIELDS = _VERSION_FIELDS | {
    "rule", "citation", "title", "act", "who", "from", "starts", "versions", "added_days", "extendable", "standing",
    "source", "if", "after", "remarks", "applies_to", "method", "known_since",
}  # fmt: skip
_LIMB_FIELDS = frozenset({"period", "direction", "from", "label", "strictly_before", "added_days"})
_START_FIELDS = frozenset({"trigger", "since", "until", "if", "circuits"})
_SCOPE_FIELDS = frozenset({"kinds", "courts", "circuits", "governs"})
_TRIGGER_FIELDS = frozenset({"label", "kind"})

Word = TypeVar("Word", bound=StrEnum)


def read_pack(path: Path) -> Pack:
    """Read and check one pack.

    Raises:
        BadPackError: at the first mistake; the sentence names file, line and field.
    """
    lines = read_yaml(path)
    _only(lines, _PACK_FIELDS)
    identity = _text(lines, "pack")
    return Pack(
        id=identity,
        title=_text(lines, "title"),
        cited_as=tuple(_texts(lines, "cited_as")),
        rules=tuple(_rule(lines, identity, rule) for rule in _items(lines, "rules")),
        triggers=tuple(read_triggers(lines)),
    )


def read_triggers(lines: Lines) -> Iterable[Trigger]:
    """Read the triggers that a pack (or the common list) declares."""
    declared = lines.get("triggers") or {}
    for identity, described in declared.items():
        if not isinstance(described, Lines):
            raise lines.wrong("triggers", f"{identity} needs a label and a kind.")
        _only(described, _TRIGGER_FIELDS)
        kind = _text(described, "kind")
        if kind not in ENTRY_KINDS:
            raise described.wrong("kind", f"{kind!r} is none of {', '.join(sorted(ENTRY_KINDS))}.")
        yield Trigger(id=identity, label=_text(described, "label"), entry_kind=kind)


def _rule(pack: Lines, identity: str, rule: Lines) -> Rule:
    _only(rule, _RULE_FIELDS)
    name = _text(rule, "rule")
    scope = rule if "applies_to" in rule else pack
    kinds, courts, circuits = _scope(scope)
    method = rule.get("method") or pack.get("method")
    if method is not None and method not in METHODS:
        raise (rule if "method" in rule else pack).wrong("method", f"{method!r} is none of {', '.join(METHODS)}.")
    return Rule(
        id=f"{identity}:{name}",
        pack=identity,
        citation=rule.get("citation") or f"{_texts(pack, 'cited_as')[0]} {name}",
        title=_text(rule, "title"),
        act=_text(rule, "act"),
        who=_text(rule, "who"),
        runs_from=_word(rule, "from", Verb),
        starts=tuple(_start(rule, start) for start in rule.get("starts") or ()),
        versions=_versions(rule),
        added_days=_flag(rule, "added_days") or False,
        extendable=_flag(rule, "extendable"),
        standing=_word(rule if "standing" in rule else pack, "standing", Standing),
        source=_text(rule if "source" in rule else pack, "source"),
        condition=rule.get("if"),
        follows=rule.get("after"),
        known_since=_day(rule if "known_since" in rule else pack, "known_since"),
        remarks=tuple(_texts(rule, "remarks") if "remarks" in rule else ()),
        kinds=kinds,
        courts=courts,
        circuits=circuits,
        governs=_governs(scope),
        method=method,
    )


def _versions(rule: Lines) -> tuple[RuleVersion, ...]:
    if "versions" not in rule:
        return (_version(rule),)
    versions = []
    for version in _items(rule, "versions"):
        _only(version, _VERSION_FIELDS | {"standing", "source"})
        versions.append(
            replace(
                _version(version),
                standing=_word(version, "standing", Standing) if "standing" in version else None,
                source=_text(version, "source") if "source" in version else None,
            )
        )
    return tuple(versions)


def _version(lines: Lines) -> RuleVersion:
    return RuleVersion(
        limbs=tuple(_limb(limb) for limb in _items(lines, "limbs")) if "limbs" in lines else (_only_limb(lines),),
        choice=_word(lines, "choose", Choice) if "choose" in lines else Choice.EARLIEST,
        since=_day(lines, "since"),
        until=_day(lines, "until"),
        quote=lines.get("quote"),
        remark=lines.get("remark"),
    )


def _only_limb(lines: Lines) -> Limb:
    return Limb(
        period=_period(lines),
        direction=_direction(lines),
        strictly_before=_flag(lines, "strictly_before") or False,
    )


def _limb(limb: Lines) -> Limb:
    _only(limb, _LIMB_FIELDS)
    return Limb(
        period=_period(limb) if "period" in limb else None,
        direction=_direction(limb),
        start=limb.get("from") or TRIGGER,
        label=_text(limb, "label"),
        strictly_before=_flag(limb, "strictly_before") or False,
        served=_flag(limb, "added_days"),
    )


def _period(lines: Lines) -> Period:
    try:
        return read_period(_text(lines, "period"))
    except UnreadablePeriodError as trouble:
        raise lines.wrong("period", trouble.sentence) from None


def _direction(lines: Lines) -> Direction:
    return _word(lines, "direction", Direction) if "direction" in lines else Direction.AFTER


def _start(rule: Lines, start: Any) -> Start:  # noqa: ANN401
    if isinstance(start, str):
        return Start(trigger=start)
    if not isinstance(start, Lines):
        raise rule.wrong("starts", "name triggers, or give `trigger:` with `since`, `until`, `if` or `circuits`.")
    _only(start, _START_FIELDS)
    return Start(
        trigger=_text(start, "trigger"),
        since=_day(start, "since"),
        until=_day(start, "until"),
        condition=start.get("if"),
        circuits=frozenset(map(str, start.get("circuits") or ())),
    )


def _scope(lines: Lines) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    scope = lines.get("applies_to")
    if not isinstance(scope, Lines):
        raise lines.wrong("applies_to", "say which courts: `kinds`, `courts` or `circuits`.")
    _only(scope, _SCOPE_FIELDS)
    kinds = _kinds(scope, "kinds")
    courts = frozenset(_texts(scope, "courts") if "courts" in scope else ())
    circuits = frozenset(map(str, scope.get("circuits") or ()))
    return kinds, courts, circuits


def _governs(lines: Lines) -> frozenset[str]:
    """Return the kinds of court in which a rule governs, too, without any event starting it there."""
    return _kinds(lines["applies_to"], "governs")


def _kinds(scope: Lines, field: str) -> frozenset[str]:
    kinds = frozenset(_texts(scope, field) if field in scope else ())
    if unknown := kinds - KINDS:
        raise scope.wrong(field, f"{', '.join(sorted(unknown))} is none of {', '.join(sorted(KINDS))}.")
    return kinds


def _only(lines: Lines, known: frozenset[str]) -> None:
    for field in lines:
        if field not in known:
            raise lines.wrong(field, f"this field is not known here. Known are {', '.join(sorted(known))}.")


def _text(lines: Lines, field: str) -> str:
    value = lines.get(field)
    if not isinstance(value, str | int) or isinstance(value, bool) or value == "":
        raise lines.wrong(field, "this field is needed, as text." if value is None else "this must be text.")
    return str(value)


def _texts(lines: Lines, field: str) -> list[str]:
    value = lines.get(field)
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise lines.wrong(field, "this must be a list of texts: [one, two].")
    return value


def _items(lines: Lines, field: str) -> list[Lines]:
    value = lines.get(field)
    if not isinstance(value, list) or not value or not all(isinstance(item, Lines) for item in value):
        raise lines.wrong(field, "this must be a list, each item with its own fields.")
    return value


def _flag(lines: Lines, field: str) -> bool | None:
    value = lines.get(field)
    if value is not None and not isinstance(value, bool):
        raise lines.wrong(field, "write true or false.")
    return value


def _day(lines: Lines, field: str) -> date | None:
    value = lines.get(field)
    if value is not None and type(value) is not date:
        raise lines.wrong(field, "write a day as 2018-05-04.")
    return value


def _word(lines: Lines, field: str, words: Callable[[str], Word]) -> Word:
    value = lines.get(field)
    try:
        return words(str(value))
    except ValueError:
        known = ", ".join(word.value for word in words)  # type: ignore[attr-defined]
        raise lines.wrong(field, f"{value!r} is none of {known}.") from None


__all__ = ["BadPackError", "read_pack", "read_triggers"]
