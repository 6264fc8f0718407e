"""All packs together: finding a rule by whatever people call it, and the rules that an event starts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.law.errors import BadPackError, UnknownRuleError
from bot.law.problem import day_in
from bot.law.rules import Pack, Rule, Start
from bot.law.values import Court, Trigger, Verb
from bot.rulebook.checking import check_names
from bot.rulebook.naming import alternatives, meanings, parts_of, plainly, whole_of, why_not_held
from bot.rulebook.packs import read_pack, read_triggers
from bot.rulebook.reading import FOLDER, read_yaml

FROM_SERVICE = frozenset({Verb.SERVED, Verb.RECEIVED, Verb.SENT})
_SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Library:
    """Packs, rules and triggers by id; `names` holds whatever people call a rule."""

    packs: Mapping[str, Pack]
    rules: Mapping[str, Rule]
    triggers: Mapping[str, Trigger]
    names: Mapping[str, tuple[Rule, ...]]


def read_library(team_folder: Path | None = None) -> Library:
    """Read our packs and a team's; a team's pack extends ours, and a rule of the same id takes the place of ours.

    Raises:
        BadPackError: if a pack has a mistake in it.
    """
    theirs = _packs_in(team_folder) if team_folder else []
    packs: dict[str, Pack] = {}
    rules: dict[str, Rule] = {}
    triggers = {trigger.id: trigger for trigger in read_triggers(read_yaml(FOLDER / "triggers.yml"))}
    for path in [*_packs_in(FOLDER / "packs"), *theirs]:
        pack = read_pack(path)
        packs[pack.id] = pack
        rules.update((rule.id, rule) for rule in pack.rules)
        triggers.update((trigger.id, trigger) for trigger in pack.triggers)
    for path in theirs:
        check_names(path, triggers=triggers, rules=rules)
    return Library(packs=packs, rules=rules, triggers=triggers, names=_index(packs, rules))


def check_pack(path: Path) -> Pack:
    """Read one pack as if it were the team's only one, and return it.

    Raises:
        BadPackError: if it has a mistake in it, or names what does not exist.
    """
    ours, pack = read_library(), read_pack(path)
    triggers = {*ours.triggers, *(trigger.id for trigger in pack.triggers)}
    check_names(path, triggers=triggers, rules={*ours.rules, *(rule.id for rule in pack.rules)})
    return pack


def _packs_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise BadPackError(f"There is no folder {folder} with rule packs.")
    return sorted(path for path in folder.iterdir() if path.suffix in {".yml", ".yaml"})


def binds(rule: Rule, court: Court) -> bool:
    """Return whether a rule binds a court."""
    if (rule.method or court.method).startswith("kh-") != (court.country == "KH"):
        return False
    if court.id in rule.courts:
        return True
    if rule.circuits and court.circuit not in rule.circuits:
        return False
    return court.kind in rule.kinds if rule.kinds else bool(rule.circuits)


def governs(rule: Rule, court: Court) -> bool:
    """Return whether a rule governs in a court: it binds it, or what is reviewed there had to be done under it."""
    return binds(rule, court) or (court.country == "US" and court.kind in rule.governs)


@lru_cache(maxsize=1024)
def rules_binding(library: Library, court: Court) -> tuple[Rule, ...]:
    """Return the rules that bind a court."""
    return tuple(rule for rule in library.rules.values() if binds(rule, court))


def started_by(library: Library, trigger: str, court: Court, on: date | datetime) -> list[tuple[Rule, Start]]:
    """Return the rules that a trigger starts on a day in a court, with the conditions on which it does."""
    day = day_in(ZoneInfo(court.zone), on)
    return [(rule, start) for rule, start in _starts(library, court).get(trigger, ()) if _open(start, court, day)]


def following(library: Library, court: Court, rule: str | None) -> Sequence[Rule]:
    """Return the rules of a court that run from the due date of another."""
    return _followers(library, court).get(rule, ())


@lru_cache(maxsize=1024)
def _starts(library: Library, court: Court) -> Mapping[str, Sequence[tuple[Rule, Start]]]:
    starts = defaultdict[str, list[tuple[Rule, Start]]](list)
    for rule in rules_binding(library, court):
        for start in rule.starts:
            starts[start.trigger].append((rule, start))
    return dict(starts)


@lru_cache(maxsize=1024)
def _followers(library: Library, court: Court) -> Mapping[str | None, Sequence[Rule]]:
    followers = defaultdict[str | None, list[Rule]](list)
    for rule in rules_binding(library, court):
        if rule.follows is not None:
            followers[rule.follows].append(rule)
    return dict(followers)


def find_rule(library: Library, name: str, court: Court | None) -> Rule:
    """Return the rule with an id, a citation or, within a court, a number.

    Raises:
        UnknownRuleError: if none or several answer to that name; the sentence offers what comes near.
    """
    named = rules_named(library, name, court)
    if len(named) == 1:
        return named[0]
    raise UnknownRuleError(_unknown(library, name, [rule.id for rule in named]))


def rules_named(library: Library, name: str, court: Court | None) -> tuple[Rule, ...]:
    """Return every rule that a name may mean, in a court if one is given; none if it is the name of nothing."""
    if exact := library.rules.get(name.strip()):
        return (exact,)
    return _of_court(_named(library, name), court)


def _named(library: Library, name: str) -> tuple[Rule, ...]:
    """Return the rules that a name may mean, of two with a slash between them those of both."""
    for words in meanings(name):
        if named := _named_by(library, words):
            return named
        each = [_named_by(library, one) for one in alternatives(words)]
        if all(each):
            return tuple(dict.fromkeys(rule for rules in each for rule in rules))
    return ()


def _named_by(library: Library, words: str) -> tuple[Rule, ...]:
    """Return the rules that words may mean: itself, its only part, or what it is a paragraph of."""
    if named := library.names.get(plainly(words)):
        return named
    if parts := parts_of(words, library.names):
        return tuple(dict.fromkeys(rule for part in parts for rule in library.names[part]))
    whole = whole_of(words)
    return library.names.get(plainly(whole), ()) if whole else ()


def _of_court(named: tuple[Rule, ...], court: Court | None) -> tuple[Rule, ...]:
    """Return those of several rules that a court applies, or all if it applies none."""
    if court is None or len(named) < _SEVERAL:
        return named
    bound = tuple(rule for rule in named if binds(rule, court))
    return bound or tuple(rule for rule in named if governs(rule, court)) or named


def unknown_trigger(trigger: str, court: Court, known: Iterable[Trigger]) -> str:
    """Return the sentence for a trigger that starts no rule of a court."""
    ids = [one.id for one in known]
    near = get_close_matches(trigger, ids, n=3, cutoff=0.4) or ids[:6]
    return f"No rule of {court.id} starts with the trigger {trigger!r}. Some that do: {', '.join(near) or 'none'}."


def _open(start: Start, court: Court, day: date) -> bool:
    in_time = (start.since or date.min) <= day < (start.until or date.max)
    return in_time and (not start.circuits or court.circuit in start.circuits)


def _index(packs: Mapping[str, Pack], rules: Mapping[str, Rule]) -> Mapping[str, tuple[Rule, ...]]:
    names: dict[str, tuple[Rule, ...]] = {}
    for rule in rules.values():
        for name in _names(packs[rule.pack], rule):
            names[name] = (*names.get(name, ()), rule)
    return names


def _names(pack: Pack, rule: Rule) -> frozenset[str]:
    numbers = (rule.id.partition(":")[2], *rule.also)
    cited = (f"{code} {number}" for code in pack.cited_as for number in numbers)
    return frozenset(map(plainly, (rule.id, rule.citation, *numbers, *cited)))


def _unknown(library: Library, name: str, several: list[str]) -> str:
    if several:
        return f"{name!r} names several rules: {', '.join(several)}. Give one of these ids."
    if not_held := why_not_held(name):
        return not_held
    cited = {plainly(rule.citation): rule.citation for rule in library.rules.values()}
    near = [cited[one] for one in get_close_matches(plainly(name), cited, n=3, cutoff=0.6)]
    hint = f"Did you mean {' or '.join(near)}?" if near else "`adquem rules list` shows what I know."
    return f"I know no rule {name!r}. {hint}"
