"""Each open question of law as a sentence, and each of its readings, in Khmer."""

from collections.abc import Callable, Mapping

from bot.law.facts import Facts
from bot.law.khmer_wording import cited, holiday, long_date
from bot.law.settling import CONFIRMED, QuestionKind


def _rule(facts: Facts) -> str:
    return cited(facts["rule"])


QUESTIONS: Mapping[str, Callable[[Facts], str]] = {
    QuestionKind.CLOSED_DAY: lambda facts: f"តើ{long_date(facts['day'])} ជាថ្ងៃឈប់សម្រាកផ្លូវច្បាប់សម្រាប់តុលាការឬទេ?",
    QuestionKind.CLOSED_DAYS: lambda facts: (
        f"តើ{long_date(facts['day'])} ({holiday(facts['name'])}) ដូចថ្ងៃប្រភេទនេះទាំងអស់ ជាថ្ងៃឈប់សម្រាកផ្លូវច្បាប់សម្រាប់តុលាការឬទេ?"
        if "day" in facts
        else f"តើថ្ងៃទាំងនេះជាថ្ងៃឈប់សម្រាកផ្លូវច្បាប់សម្រាប់តុលាការឬទេ៖ {facts['khmer']}?"
    ),
    QuestionKind.ROLL: lambda facts: f"តើអំឡុងពេលតាម {_rule(facts)} ដែលចប់នៅថ្ងៃបិទ បន្តទៅថ្ងៃបើកបន្ទាប់ឬទេ?",
    QuestionKind.ECF: lambda facts: (
        f"តើត្រូវបន្ថែមថ្ងៃតាម {_rule(facts)} បន្ទាប់ពីការបញ្ជូនតាមអេឡិចត្រូនិក មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០១៦ ឬទេ?"
    ),
    QuestionKind.PLACEMENT: lambda facts: (
        f"មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០៥ តើថ្ងៃបន្ថែមតាម {_rule(facts)} ពន្យារអំឡុងពេល ឬរាប់បន្តពីថ្ងៃចុងក្រោយ?"
    ),
    QuestionKind.SHORT: lambda facts: f"មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០២ តើអំឡុងពេលណាតាម {_rule(facts)} មិនរាប់ថ្ងៃបិទ?",
    QuestionKind.SHORT_BACKWARD: lambda facts: (
        f"មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០៩ តើអំឡុងពេលខ្លីដែលរាប់ថយក្រោយតាម {_rule(facts)} មិនរាប់ថ្ងៃបិទឬ?"
    ),
    QuestionKind.SHORT_CLOSINGS: lambda facts: (
        f"មុនថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០០៩ តើអំឡុងពេលខ្លីតាម {_rule(facts)} មិនរាប់ថ្ងៃដែលតុលាការបិទឬ?"
    ),
    QuestionKind.CLOSED_BEFORE_ADDED: lambda facts: (
        f"តាម {_rule(facts)} តើថ្ងៃបន្ថែមបន្ទាប់ពីការបញ្ជូន រាប់ពីថ្ងៃចុងក្រោយដែលក្រឡាបញ្ជីបិទ ឬពីថ្ងៃដែលអំឡុងពេលបន្តទៅដល់?"
    ),
    QuestionKind.DIRECTION: lambda facts: f"តើអំឡុងពេលដែលរាប់ថយក្រោយតាម {_rule(facts)} ផ្លាស់ពីថ្ងៃបិទទៅខាងណា?",
    QuestionKind.HOURS: lambda facts: (
        f"នៅពេលដែល {_rule(facts)} ចែងតែអំពីថ្ងៃ តើអំឡុងពេលជាម៉ោងដែលចប់នៅថ្ងៃបិទ បន្តទៅម៉ោងដដែលនៅថ្ងៃបើកបន្ទាប់ឬទេ?"
    ),
    QuestionKind.TRANSITION: lambda facts: f"តើអត្ថបទណានៃ {_rule(facts)} គ្រប់គ្រងអំឡុងពេលដែលអត្ថបទថ្មីចូលជាធរមាននៅពាក់កណ្តាល?",
    QuestionKind.COUNTING: lambda facts: f"តើការគណនាពេលវេលាតាម {_rule(facts)} ដូចដែលបានធ្វើនៅទីនេះឬ?",
    QuestionKind.BEFORE: lambda facts: f"នៅកន្លែងដែល {_rule(facts)} ចែងថា “មុន” តើសកម្មភាពនៅថ្ងៃចុងក្រោយផ្ទាល់ទាន់ពេលឬទេ?",
    QuestionKind.VERSION: lambda facts: f"តើអត្ថបទនៃ {_rule(facts)} ដែលយើងមាន ជាធរមាននៅថ្ងៃនៃព្រឹត្តិការណ៍ឬទេ?",
    QuestionKind.RULE: lambda facts: f"តើ {_rule(facts)} ដូចដែលមាននៅទីនេះឬ?",
}
READING_SENTENCES: Mapping[str, Mapping[str, str]] = {
    QuestionKind.CLOSED_DAY: {"open": "មិនមែនទេ៖ ចាត់ទុកថាតុលាការបើក។", "closed": "មែន។"},
    QuestionKind.CLOSED_DAYS: {"open": "មិនមែនទេ៖ ចាត់ទុកថាតុលាការបើកនៅថ្ងៃទាំងនោះ។", "closed": "មែន។"},
    QuestionKind.ROLL: {"stays": "ទេ៖ វាចប់នៅថ្ងៃបិទនោះផ្ទាល់។", "rolls": "វាបន្ត។"},
    QuestionKind.ECF: {"not-added": "មិនបន្ថែមចំពោះអំឡុងពេលប្រភេទនេះទេ។", "added": "ត្រូវបន្ថែម។"},
    QuestionKind.PLACEMENT: {"follow": "រាប់បន្តពីថ្ងៃចុងក្រោយ។", "lengthen": "ពន្យារអំឡុងពេល។"},
    QuestionKind.SHORT: {"under-11": "អំឡុងពេលក្រោម ១១ ថ្ងៃ។", "under-7": "អំឡុងពេលក្រោម ៧ ថ្ងៃ។"},
    QuestionKind.SHORT_BACKWARD: {"left-out": "មិនរាប់ថ្ងៃបិទទេ។", "counted": "រាប់គ្រប់ថ្ងៃ។"},
    QuestionKind.SHORT_CLOSINGS: {"counted": "វារាប់ថ្ងៃនោះ។", "left-out": "វាមិនរាប់ថ្ងៃនោះទេ។"},
    QuestionKind.CLOSED_BEFORE_ADDED: {
        "from-the-closing": "រាប់ពីថ្ងៃចុងក្រោយផ្ទាល់។",
        "from-the-extension": "រាប់ពីថ្ងៃដែលអំឡុងពេលបន្តទៅដល់។",
    },
    QuestionKind.DIRECTION: {"back": "ថយក្រោយ។", "forward": "ទៅមុខ។"},
    QuestionKind.HOURS: {"stays": "ទេ៖ វាចប់នៅថ្ងៃបិទនោះផ្ទាល់។", "rolls": "វាបន្ត។"},
    QuestionKind.TRANSITION: {"old-text": "អត្ថបទជាធរមាននៅពេលចាប់ផ្តើម។", "new-text": "អត្ថបទថ្មី។"},
    QuestionKind.COUNTING: {CONFIRMED: "មែន។"},
    QuestionKind.BEFORE: {
        "day-before": "ហួសពេល៖ ថ្ងៃមុននោះជាថ្ងៃចុងក្រោយ។",
        "that-day": "ទាន់ពេល។",
    },
    QuestionKind.VERSION: {CONFIRMED: "មែន។"},
    QuestionKind.RULE: {CONFIRMED: "មែន។"},
}
TITLES: Mapping[str, Callable[[Facts], str]] = {
    QuestionKind.CLOSED_DAY: lambda facts: f"{long_date(facts['day'])}៖ ថ្ងៃឈប់ផ្លូវច្បាប់ឬ?",
    QuestionKind.CLOSED_DAYS: lambda facts: str(facts["khmer"]),
    QuestionKind.ROLL: lambda facts: f"{_rule(facts)}៖ ថ្ងៃចុងក្រោយជាថ្ងៃបិទ",
    QuestionKind.ECF: lambda facts: f"{_rule(facts)}៖ ថ្ងៃបន្ថែមសម្រាប់ការបញ្ជូនអេឡិចត្រូនិក មុនធ្នូ ២០១៦",
    QuestionKind.PLACEMENT: lambda facts: f"{_rule(facts)}៖ ទីកន្លែងនៃថ្ងៃបន្ថែម មុនធ្នូ ២០០៥",
    QuestionKind.SHORT: lambda facts: f"{_rule(facts)}៖ អំឡុងពេលខ្លី មុនធ្នូ ២០០២",
    QuestionKind.SHORT_BACKWARD: lambda facts: f"{_rule(facts)}៖ អំឡុងពេលខ្លីរាប់ថយក្រោយ មុនធ្នូ ២០០៩",
    QuestionKind.SHORT_CLOSINGS: lambda facts: f"{_rule(facts)}៖ ថ្ងៃបិទក្នុងអំឡុងពេលខ្លី មុនធ្នូ ២០០៩",
    QuestionKind.CLOSED_BEFORE_ADDED: lambda facts: f"{_rule(facts)}៖ ថ្ងៃបន្ថែមបន្ទាប់ពីថ្ងៃបិទ",
    QuestionKind.DIRECTION: lambda facts: f"{_rule(facts)}៖ ការរាប់ថយក្រោយចប់នៅថ្ងៃបិទ",
    QuestionKind.HOURS: lambda facts: f"{_rule(facts)}៖ ម៉ោងដែលចប់នៅថ្ងៃបិទ",
    QuestionKind.TRANSITION: lambda facts: f"{_rule(facts)}៖ អត្ថបទថ្មីនៅពាក់កណ្តាលអំឡុងពេល",
    QuestionKind.COUNTING: lambda facts: f"{_rule(facts)}៖ របៀបគណនាពេលវេលា",
    QuestionKind.BEFORE: lambda facts: f"{_rule(facts)}៖ “មុន” ថ្ងៃចុងក្រោយ ឬនៅថ្ងៃនោះ",
    QuestionKind.VERSION: lambda facts: f"{_rule(facts)}៖ អត្ថបទនៅថ្ងៃនៃព្រឹត្តិការណ៍",
    QuestionKind.RULE: lambda facts: f"{_rule(facts)}៖ វិធានដូចដែលមាននៅទីនេះ",
}
