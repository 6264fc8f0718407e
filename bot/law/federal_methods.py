"""How the United States' federal rules compute time, text by text."""

from collections.abc import Mapping
from datetime import date

from bot.law.method import Citations, Method, MethodVersion, Rolls
from bot.law.values import Service, Standing

_DAYS_ARE_DAYS = date(2009, 12, 1)
_ADDED_TO_EXPIRY = date(2005, 12, 1)
_ELECTRONIC_SERVICE = date(2001, 12, 1)
_NO_DAYS_FOR_ECF = date(2016, 12, 1)
_PAPER = {Service.MAIL: 3, Service.CLERK: 3, Service.CONSENT: 3}
_BEFORE_CONSENT = {Service.MAIL: 3, Service.CLERK: 3}
_PAPER_AND_ECF = {**_PAPER, Service.ECF: 3}
_APPELLATE = "FRAP 26"
_FIRST_READ = date(1985, 8, 1)
_SHORT = 11
_SHORT_BEFORE_1985 = 7  # from memory, like all of that text
_FRAP_SHORT = 7
_FRAP_SHORT_PERIODS = date(2002, 12, 1)


def _method(
    identity: str, title: str, rule: str, *, service: str, old_service: str = "", short_under: int = _SHORT
) -> Method:
    old = old_service or service
    appellate = rule == _APPELLATE
    changes: tuple[tuple[date | None, int, Mapping[Service, int], str], ...] = (
        (None, _SHORT_BEFORE_1985, _BEFORE_CONSENT, old),
        (_FIRST_READ, short_under, _BEFORE_CONSENT, old),
        (_ELECTRONIC_SERVICE, short_under, _PAPER_AND_ECF, old),
        *(((_FRAP_SHORT_PERIODS, short_under, _PAPER_AND_ECF, old),) if appellate else ()),
        (_ADDED_TO_EXPIRY, short_under, _PAPER_AND_ECF, old),
        (_DAYS_ARE_DAYS, 0, _PAPER_AND_ECF, service),
        (_NO_DAYS_FOR_ECF, 0, _PAPER, service),
    )
    versions = tuple(
        _version(rule, since, short_under=short, added=added, service=cite) for since, short, added, cite in changes
    )
    return Method(id=identity, title=title, versions=versions)


def _version(
    rule: str, since: date | None, *, short_under: int, added: Mapping[Service, int], service: str
) -> MethodVersion:
    days_are_days = short_under == 0
    return MethodVersion(
        since=since,
        rule=rule,
        label=f"{rule} as amended {since.year}" if since else f"{rule} before {_FIRST_READ.year}",
        citation=f"{rule}(a)(1)" if days_are_days else f"{rule}(a) (before 1 December 2009)",
        cites=_cites(rule, service, limbs=days_are_days),
        short_under=short_under,
        short_under_or=_FRAP_SHORT if rule == _APPELLATE and since and since < _FRAP_SHORT_PERIODS else None,
        added_days=added,
        adds_to_expiry=rule == _APPELLATE or (since is not None and since >= _ADDED_TO_EXPIRY),
        state_holidays_backward=not days_are_days,
        rolls_hours=Rolls.ALWAYS if days_are_days else Rolls.ARGUABLY,
        standing=Standing.SETTLED if since else Standing.UNVERIFIED,
    )


def _cites(rule: str, service: str, *, limbs: bool) -> Citations:
    """Cite each step; before 2009 paragraph (a) had no limbs."""
    return Citations(
        start=f"{rule}(a)(1)(A)" if limbs else f"{rule}(a)",
        every_day=f"{rule}(a)(1)(B)" if limbs else f"{rule}(a)",
        roll=f"{rule}(a)(1)(C)" if limbs else f"{rule}(a)",
        hours=f"{rule}(a)(2)" if limbs else f"{rule}(a)",
        inaccessible=f"{rule}(a)(3)" if limbs else f"{rule}(a)",
        service=service,
        day_ends=f"{rule}(a)(4)" if limbs else f"{rule}(a)",
    )


_SUPREME = MethodVersion(
    since=None,
    rule="S. Ct. R. 30",
    label="S. Ct. R. 30",
    citation="S. Ct. R. 30.1",
    cites=Citations(
        start="S. Ct. R. 30.1",
        every_day="S. Ct. R. 30.1",
        roll="S. Ct. R. 30.1",
        hours="S. Ct. R. 30",
        inaccessible="S. Ct. R. 30.1",
        service="S. Ct. R. 30",
        day_ends="S. Ct. R. 30",
    ),
    state_holidays=False,
    says_direction=False,
    rolls_hours=Rolls.ARGUABLY,
)


FEDERAL = (
    _method("frcp", "Federal Rule of Civil Procedure 6", "FRCP 6", service="FRCP 6(d)", old_service="FRCP 6(e)"),
    _method("frap", "Federal Rule of Appellate Procedure 26", _APPELLATE, service="FRAP 26(c)"),
    _method("frcrp", "Federal Rule of Criminal Procedure 45", "FRCrP 45", service="FRCrP 45(c)"),
    _method("frbp", "Federal Rule of Bankruptcy Procedure 9006", "FRBP 9006", service="FRBP 9006(f)", short_under=8),
    Method(id="scotus", title="Supreme Court Rule 30", versions=(_SUPREME,)),
)
