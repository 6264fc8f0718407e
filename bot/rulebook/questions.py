"""Every question that the law of a court leaves open, for people to settle."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from bot.law.calendar import Calendar
from bot.law.method import Method, MethodVersion, Rolls
from bot.law.open_question import OpenQuestion, question_about
from bot.law.rules import Rule
from bot.law.settling import QuestionKind, closed_day_of, day_question, family_of, family_question, kind_of
from bot.law.values import ClosedDay, Court, Service, Standing
from bot.rulebook.families import family_named

_OPEN_IN: Mapping[QuestionKind, Callable[[MethodVersion], bool]] = {
    QuestionKind.ROLL: lambda version: version.rolls is Rolls.ARGUABLY,
    QuestionKind.COUNTING: lambda version: version.standing is not Standing.SETTLED,
    QuestionKind.DIRECTION: lambda version: not version.says_direction,
    QuestionKind.HOURS: lambda version: version.rolls_hours is Rolls.ARGUABLY,
    QuestionKind.ECF: lambda version: Service.ECF in version.added_days,
    QuestionKind.PLACEMENT: lambda version: bool(version.added_days) and not version.adds_to_expiry,
    QuestionKind.SHORT: lambda version: version.short_under_or is not None,
    QuestionKind.SHORT_BACKWARD: lambda version: version.short_under > 0,
    QuestionKind.SHORT_CLOSINGS: lambda version: version.short_under > 0,
    QuestionKind.CLOSED_BEFORE_ADDED: lambda version: bool(version.added_days) and version.adds_to_expiry,
}


def arguable_days(calendars: Iterable[Calendar], first: date, last: date) -> list[ClosedDay]:
    """Return what arguably closes the days of a span on some calendar, in order."""
    days = range(first.toordinal(), last.toordinal() + 1)
    found = dict.fromkeys(closed for calendar in calendars for day in days for closed in calendar.arguable(day))
    return sorted(found, key=lambda closed: closed.day)


@lru_cache(maxsize=1024)
def families_in(calendars: tuple[Calendar, ...]) -> list[str]:
    """Return the families of which some day is arguable on some calendar."""
    return families_in_days(
        closed for calendar in calendars for ordinal in calendar.names for closed in calendar.arguable(ordinal)
    )


def families_in_days(days: Iterable[ClosedDay]) -> list[str]:
    """Return the families of some days."""
    return sorted({closed.family for closed in days if closed.family})


def ids_of(court: Court, methods: Iterable[Method], rules: Iterable[Rule], families: Iterable[str]) -> Iterator[str]:
    """Yield the ids of the questions of a court, but for single days."""
    for method in methods:
        yield from (f"{method.id}:{kind}" for kind in _of_method(method))
    if court.standing is not Standing.SETTLED:
        yield f"{court.id}:{QuestionKind.COUNTING}"
    yield from map(family_question, families)
    for rule in rules:
        yield from _of_rule(rule)


def method_question(identity: str, method: Method) -> OpenQuestion:
    """Return a question about a method, with what each reading would cite."""
    kind, current = kind_of(identity), method.versions[-1]
    cites = current.cites
    cited = {
        QuestionKind.ROLL: {"stays": cites.start, "rolls": "CCP 243(3)"},
        QuestionKind.COUNTING: {"confirmed": current.citation},
        QuestionKind.DIRECTION: {"back": cites.roll, "forward": cites.roll},
        QuestionKind.CLOSED_BEFORE_ADDED: {"from-the-closing": cites.service, "from-the-extension": cites.inaccessible},
        QuestionKind.TRANSITION: {
            "old-text": f"{current.rule} as it stood at the start",
            "new-text": f"{current.rule} as it stood at the end",
        },
    }.get(kind, dict.fromkeys(("added", "not-added", "follow", "lengthen"), cites.service))
    verified_now = kind is QuestionKind.COUNTING and current.standing is Standing.SETTLED
    written_now = kind is QuestionKind.HOURS and current.rolls_hours is not Rolls.ARGUABLY
    return question_about(identity, current.rule, cited=cited, historic=verified_now or written_now)


def rule_question(rule: Rule) -> OpenQuestion:
    """Return the question whether a rule is as it is held; of old law only, where the text in force was verified."""
    current = [version for version in rule.versions if version.until is None]
    verified_now = all((version.standing or rule.standing) is Standing.SETTLED for version in current)
    return question_about(rule.id, rule.citation, historic=bool(current) and verified_now)


def day_family_question(identity: str) -> OpenQuestion:
    """Return the question that settles a family of days.

    Raises:
        UnknownQuestionError: if there is no such family.
    """
    family = family_named(family_of(identity))
    return question_about(identity, "", cited=family.cited, title=family.title, khmer=family.khmer)


def single_day_question(identity: str, closed: Iterable[ClosedDay] = ()) -> OpenQuestion:
    """Return the question about one day; `closed` is what arguably closes it.

    Raises:
        UnknownQuestionError: if it names no day.
    """
    day = closed_day_of(identity)
    found = [one for one in closed if one.day == day]
    families = [family_named(one.family) for one in found if one.family]
    cited = families[0].cited if families else {}
    return question_about(identity, "", cited=cited)


def in_order(questions: Iterable[OpenQuestion]) -> tuple[OpenQuestion, ...]:
    """Return questions, those that matter today first."""
    return tuple(sorted(questions, key=lambda question: question.historic))


def day_ids(days: Iterable[ClosedDay]) -> list[str]:
    """Return the ids of the questions on single days, each once."""
    return list(dict.fromkeys(day_question(closed.day) for closed in days))


def _of_method(method: Method) -> Iterator[QuestionKind]:
    yield from (kind for kind, open_in in _OPEN_IN.items() if any(map(open_in, method.versions)))
    if len(method.versions) > 1:
        yield QuestionKind.TRANSITION


def _of_rule(rule: Rule) -> Iterator[str]:
    versions = rule.versions
    if any((version.standing or rule.standing) is not Standing.SETTLED for version in versions):
        yield rule.id
    if any(limb.strictly_before for version in versions for limb in version.limbs):
        yield f"{rule.id}:{QuestionKind.BEFORE}"
    if len(versions) > 1:
        yield f"{rule.id}:{QuestionKind.TRANSITION}"
    if _may_lack_a_text(rule):
        yield f"{rule.id}:{QuestionKind.VERSION}"


def _may_lack_a_text(rule: Rule) -> bool:
    """Return whether there were days on which a text was in force that is not held."""
    undated = any(version.since is None and version.until is None for version in rule.versions)
    return (undated and rule.known_since is not None) or all(version.since for version in rule.versions)
