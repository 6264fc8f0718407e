"""How Cambodia's codes compute time, as far as they could be read."""

from bot.law.method import Citations, Method, MethodVersion, Rolls
from bot.law.values import Standing


def _version(label: str, cite: str, roll_cite: str, *, roll_standing: Standing) -> MethodVersion:
    return MethodVersion(
        since=None,
        rule=label,
        label=label,
        citation=cite,
        cites=Citations(
            start=cite, every_day=cite, roll=roll_cite, hours=cite, inaccessible=roll_cite, service=cite, day_ends=cite
        ),
        state_holidays=False,
        rolls=Rolls.ARGUABLY,
        roll_standing=roll_standing,
        rolls_hours=Rolls.NEVER,
        standing=Standing.UNVERIFIED,
    )


_CIVIL = _version(
    "CCP 243",
    "CCP 243(1); Civil Code",
    "CCP 243(3)",
    roll_standing=Standing.ARGUABLE,
)
_CRIMINAL = _version(
    "Code of Criminal Procedure",
    "no article of the CPC found",
    "no article of the CPC found",
    roll_standing=Standing.UNVERIFIED,
)
CAMBODIAN = (
    Method(id="kh-civil", title="Code of Civil Procedure of Cambodia 243, with the Civil Code", versions=(_CIVIL,)),
    Method(
        id="kh-criminal",
        title="Code of Criminal Procedure of Cambodia (no rule on computing time was found)",
        versions=(_CRIMINAL,),
    ),
)
