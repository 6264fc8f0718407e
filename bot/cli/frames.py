"""The words around a printed answer, in each language; its steps and notes have sentences of their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.law import khmer_wording, wording
from bot.law.languages import Language
from bot.law.values import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The labels of an answer and what stands beside them.

    Args:
        two_dates: beside an arguable date that has a later one; `extends`: whether the court may extend the time.
    """

    due: str
    latest: str
    not_to_plan_on: str
    standing: str
    standings: Mapping[Standing, str]
    two_dates: str
    law: str
    only: str
    court: str
    extends: Mapping[bool, str]
    steps: str
    notes: str
    long_date: Callable[[date], str]
    long_moment: Callable[[datetime], str]


FRAMES = {
    Language.ENGLISH: Frame(
        due="due",
        latest="latest",
        not_to_plan_on="do not plan on this",
        standing="standing",
        standings={
            Standing.SETTLED: "settled",
            Standing.ARGUABLE: "arguable: see the notes",
            Standing.UNVERIFIED: "unverified: the text of the law was not checked",
        },
        two_dates="arguable: the law can be read two ways, and this is the earlier date",
        law="law",
        only="only",
        court="court",
        extends={True: "may extend the time", False: "may not extend the time"},
        steps="How",
        notes="Notes",
        long_date=wording.long_date,
        long_moment=wording.long_moment,
    ),
    Language.KHMER: Frame(
        due="ផុតកំណត់",
        latest="ការបកស្រាយម្យ៉ាងទៀត",
        not_to_plan_on="កុំពឹងលើវា",
        standing="ភាពប្រាកដ",
        standings={
            Standing.SETTLED: "ច្បាស់លាស់",
            Standing.ARGUABLE: "អាចជជែកបាន៖ សូមមើលកំណត់សម្គាល់",
            Standing.UNVERIFIED: "មិនទាន់ផ្ទៀងផ្ទាត់៖ អត្ថបទច្បាប់មិនទាន់ត្រូវបានពិនិត្យ",
        },
        two_dates="អាចជជែកបាន៖ ច្បាប់អាចបកស្រាយបានពីរយ៉ាង ហើយនេះជាកាលបរិច្ឆេទមុន",
        law="ច្បាប់",
        only="លក្ខខណ្ឌ",
        court="តុលាការ",
        extends={True: "អាចពន្យារពេល", False: "មិនអាចពន្យារពេល"},
        steps="របៀបគណនា",
        notes="កំណត់សម្គាល់",
        long_date=khmer_wording.long_date,
        long_moment=khmer_wording.long_moment,
    ),
}
