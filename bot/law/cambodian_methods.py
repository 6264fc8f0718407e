"""How Cambodia's codes compute time, as far as they could be read."""

from bot.law.method import Citations, Method, MethodVersion, Rolls
from bot.law.values import Standing

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


_NO_RULE = (
    "How the Code of Criminal Procedure computes time has not been verified; "
    "this count leaves out the first day and follows the calendar."
)


def _version(
    label: str, cite: str, roll_cite: str, *, question: str, roll_standing: Standing, remark: str
) -> MethodVersion:
    return MethodVersion(
        since=None,
        label=label,
        citation=cite,
        cites=Citations(
            start=cite, every_day=cite, roll=roll_cite, hours=cite, inaccessible=roll_cite, service=cite, day_ends=cite
        ),
        state_holidays=False,
        rolls=Rolls.ARGUABLY,
        roll_standing=roll_standing,
        roll_question=question,
        rolls_hours=False,
        standing=Standing.UNVERIFIED,
        remarks=(remark,),
    )


_CIVIL = _version(
    "CCP 243",
    "CCP 243(1); Civil Code",
    "CCP 243(3)",
    question=_CIVIL_QUESTION,
    roll_standing=Standing.ARGUABLE,
    remark=_CIVIL_CODE,
)
_CRIMINAL = _version(
    "Code of Criminal Procedure",
    "no article of the CPC found",
    "no article of the CPC found",
    question=_CRIMINAL_QUESTION,
    roll_standing=Standing.UNVERIFIED,
    remark=_NO_RULE,
)
CAMBODIAN = (
    Method(id="kh-civil", title="Code of Civil Procedure of Cambodia 243, with the Civil Code", versions=(_CIVIL,)),
    Method(
        id="kh-criminal",
        title="Code of Criminal Procedure of Cambodia (no rule on computing time was found)",
        versions=(_CRIMINAL,),
    ),
)
