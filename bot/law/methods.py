"""The methods of computing time, as data: one version for every text that was in force."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.law.errors import UnknownMethodError
from bot.law.values import Service, Standing


class Rolls(StrEnum):
    """What happens when a period ends on a closed day."""

    ALWAYS = "always"
    ARGUABLY = "arguably"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """Where each step of a count stands in the law."""

    start: str
    every_day: str
    roll: str
    hours: str
    direction: str
    inaccessible: str
    service: str
    day_ends: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodVersion:
    """One text of a method, in force from a day on.

    Args:
        since: the first day on which it was in force; None if from the beginning.
        citation: the provision that computes a period in days.
        short_under: closed days inside a period of fewer days than this are not counted (0: every day counts).
        added_days: the days added after service of each kind.
        adds_to_expiry: the added days follow the rolled period; before December 2005 that was open.
        state_holidays: whether holidays of the state are legal holidays at all.
        state_holidays_backward: whether they are so for periods counted backward too.
        rolls: what happens on a closed last day.
        roll_standing: how sure that is.
        standing: how sure the rest of the count is.
        remarks: what is not verified about it, in sentences.
    """

    since: date | None
    label: str
    citation: str
    cites: Citations
    short_under: int = 0
    added_days: Mapping[Service, int] = field(default_factory=dict)
    adds_to_expiry: bool = True
    state_holidays: bool = True
    state_holidays_backward: bool = False
    rolls: Rolls = Rolls.ALWAYS
    roll_standing: Standing = Standing.SETTLED
    roll_question: str = ""
    rolls_hours: bool = True
    standing: Standing = Standing.SETTLED
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way of computing time, with every version we hold, oldest first."""

    id: str
    title: str
    versions: tuple[MethodVersion, ...]


def version_on(method: Method, day: date) -> MethodVersion:
    """Return the version that was in force on a day."""
    for version in reversed(method.versions):
        if version.since is None or version.since <= day:
            return version
    return method.versions[0]


def method_named(name: str) -> Method:
    """Return a method by its id.

    Raises:
        UnknownMethodError: if there is none.
    """
    try:
        return METHODS[name.strip().lower()]
    except KeyError:
        raise UnknownMethodError(f"There is no method {name!r}. The methods are {', '.join(METHODS)}.") from None


_DAYS_ARE_DAYS = date(2009, 12, 1)
_ADDED_TO_EXPIRY = date(2005, 12, 1)
_ELECTRONIC_SERVICE = date(2001, 12, 1)
_NO_DAYS_FOR_ECF = date(2016, 12, 1)
_PAPER = {Service.MAIL: 3, Service.CLERK: 3, Service.CONSENT: 3}
_BEFORE_CONSENT = {Service.MAIL: 3, Service.CLERK: 3}
_PAPER_AND_ECF = {**_PAPER, Service.ECF: 3}
_TO_2009 = "Before 1 December 2009 the time computation of {rule} left out closed days inside periods of fewer than {days} days."
_EARLY = "The text of {rule} in force before {since} has not been read; this count follows the text that replaced it."


def _federal(
    rule: str,
    *,
    since: date | None,
    year: str,
    short_under: int,
    added: Mapping[Service, int],
    service: str,
    early: date | None = None,
) -> MethodVersion:
    modern = short_under == 0
    return MethodVersion(
        since=since,
        label=f"{rule} as amended {year}" if since else f"{rule} before {year}",
        citation=f"{rule}(a)(1)" if modern else f"{rule}(a) (before 1 December 2009)",
        cites=Citations(
            start=f"{rule}(a)(1)(A)" if modern else f"{rule}(a)",
            every_day=f"{rule}(a)(1)(B)" if modern else f"{rule}(a)",
            roll=f"{rule}(a)(1)(C)" if modern else f"{rule}(a)",
            hours=f"{rule}(a)(2)" if modern else f"{rule}(a)",
            direction=f"{rule}(a)(5)" if modern else f"{rule}(a)",
            inaccessible=f"{rule}(a)(3)" if modern else f"{rule}(a)",
            service=service,
            day_ends=f"{rule}(a)(4)" if modern else f"{rule}(a)",
        ),
        short_under=short_under,
        added_days=added,
        adds_to_expiry=rule.startswith("FRAP") or (since is not None and since >= _ADDED_TO_EXPIRY),
        state_holidays_backward=not modern,
        standing=Standing.UNVERIFIED if early else Standing.SETTLED,
        remarks=(_EARLY.format(rule=rule, since=f"{early.day} {early:%B %Y}"),) if early else (),
    )


def _federal_versions(
    rule: str, *, service: str, old_service: str, short_under: int, early: date
) -> tuple[MethodVersion, ...]:
    """Return the versions of one of the federal rules; `early` is the day before which its text was not read."""
    changes: tuple[tuple[date, int, Mapping[Service, int], str], ...] = (
        (early, short_under, _BEFORE_CONSENT, old_service),
        (_ELECTRONIC_SERVICE, short_under, _PAPER_AND_ECF, old_service),
        (_ADDED_TO_EXPIRY, short_under, _PAPER_AND_ECF, old_service),
        (_DAYS_ARE_DAYS, 0, _PAPER_AND_ECF, service),
        (_NO_DAYS_FOR_ECF, 0, _PAPER, service),
    )
    return (
        _federal(
            rule,
            since=None,
            year=str(early.year),
            short_under=short_under,
            added=_BEFORE_CONSENT,
            service=old_service,
            early=early,
        ),
        *(
            _federal(rule, since=since, year=str(since.year), short_under=short, added=added, service=cite)
            for since, short, added, cite in changes
        ),
    )


_SUPREME = MethodVersion(
    since=None,
    label="S. Ct. R. 30",
    citation="S. Ct. R. 30.1",
    cites=Citations(
        start="S. Ct. R. 30.1",
        every_day="S. Ct. R. 30.1",
        roll="S. Ct. R. 30.1",
        hours="S. Ct. R. 30",
        direction="S. Ct. R. 30.1",
        inaccessible="S. Ct. R. 30.1",
        service="S. Ct. R. 30",
        day_ends="S. Ct. R. 30",
    ),
    state_holidays=False,
)

_CIVIL_QUESTION = (
    "CCP 243(3), which carries a period that ends on a closed day to the next open day, has been read only in the "
    "2003 draft of the code. Until somebody reads the enacted text, act by the earlier date."
)
_CRIMINAL_QUESTION = (
    "No provision of the Code of Criminal Procedure on a last day that falls on a weekend or holiday has been found. "
    "Act by the earlier date; the later one holds only if a rule like CCP 243(3) applies."
)
_CIVIL_CODE = (
    "That the first day is not counted, and that months end on the corresponding date, rests on the Civil Code, "
    "whose articles on periods have not been read."
)


def _cambodian(
    label: str, cite: str, *, roll_cite: str, question: str, roll_standing: Standing, remark: str
) -> MethodVersion:
    return MethodVersion(
        since=None,
        label=label,
        citation=cite,
        cites=Citations(
            start=cite,
            every_day=cite,
            roll=roll_cite,
            hours=cite,
            direction=cite,
            inaccessible=roll_cite,
            service=cite,
            day_ends=cite,
        ),
        state_holidays=False,
        rolls=Rolls.ARGUABLY,
        roll_standing=roll_standing,
        roll_question=question,
        rolls_hours=False,
        standing=Standing.UNVERIFIED,
        remarks=(remark,),
    )


METHODS: Mapping[str, Method] = {
    method.id: method
    for method in (
        Method(
            id="frcp",
            title="Federal Rule of Civil Procedure 6",
            versions=_federal_versions(
                "FRCP 6", service="FRCP 6(d)", old_service="FRCP 6(e)", short_under=11, early=date(1985, 8, 1)
            ),
        ),
        Method(
            id="frap",
            title="Federal Rule of Appellate Procedure 26",
            versions=_federal_versions(
                "FRAP 26", service="FRAP 26(c)", old_service="FRAP 26(c)", short_under=11, early=date(1985, 8, 1)
            ),
        ),
        Method(
            id="frcrp",
            title="Federal Rule of Criminal Procedure 45",
            versions=_federal_versions(
                "FRCrP 45", service="FRCrP 45(c)", old_service="FRCrP 45(c)", short_under=11, early=date(1985, 8, 1)
            ),
        ),
        Method(
            id="frbp",
            title="Federal Rule of Bankruptcy Procedure 9006",
            versions=_federal_versions(
                "FRBP 9006", service="FRBP 9006(f)", old_service="FRBP 9006(f)", short_under=8, early=date(1985, 8, 1)
            ),
        ),
        Method(id="scotus", title="Supreme Court Rule 30", versions=(_SUPREME,)),
        Method(
            id="kh-civil",
            title="Code of Civil Procedure of Cambodia, Article 243, with the Civil Code",
            versions=(
                _cambodian(
                    "CCP 243",
                    "CCP 243(1); Civil Code",
                    roll_cite="CCP 243(3)",
                    question=_CIVIL_QUESTION,
                    roll_standing=Standing.ARGUABLE,
                    remark=_CIVIL_CODE,
                ),
            ),
        ),
        Method(
            id="kh-criminal",
            title="Code of Criminal Procedure of Cambodia (its rule on computing time was not found)",
            versions=(
                _cambodian(
                    "Code of Criminal Procedure",
                    "no article of the CPC found",
                    roll_cite="no article of the CPC found",
                    question=_CRIMINAL_QUESTION,
                    roll_standing=Standing.UNVERIFIED,
                    remark="How the Code of Criminal Procedure computes time has not been verified; this count leaves out the first day and follows the calendar.",
                ),
            ),
        ),
    )
}
