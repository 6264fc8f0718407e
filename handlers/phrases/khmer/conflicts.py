"""Conflicts: two hearings at once, too much on one day, somebody away."""

CONFLICTS = {
    "overlap": ":warning: {person} ត្រូវនៅ {refs} ដែលអាចជាន់ពេលគ្នានៅ{day}៖ សូមឱ្យមិត្តរួមការងារយកមួយ ឬប្តូរពេលវា។",
    "travel": (
        ":warning: {person} ត្រូវនៅ {refs} ក្នុងទីកន្លែងឆ្ងាយពីគ្នាពេកសម្រាប់ពេលចន្លោះនោះ (ចាប់ពី{day})៖ "
        "សូមឱ្យមិត្តរួមការងារយកមួយ ឬស្នើសុំចូលរួមតាមវីដេអូ។"
    ),
    "same_case": ":warning: {refs} ជាសវនាការនៃរឿងក្តីតែមួយ ដែលចាប់ផ្តើមក្នុងចន្លោះមួយម៉ោងនៅ{day}។ បើជាសវនាការដដែល សូមលុបចោលមួយ។",
    "crowded": ":warning: {person} មានថ្ងៃផុតកំណត់ {total} នៅ{day}៖ {refs} ។ សូមប្រគល់ខ្លះទៅមិត្តរួមការងារ។",
    "away": ":warning: {person} អវត្តមានចាប់ពី{since}ដល់{until} ហើយ {refs} ចំ{day}៖ សូមប្រគល់វាទៅអ្នកដែលមានវត្តមាន។",
    "away_for_several": (
        ":warning: {person} អវត្តមានចាប់ពី{since}ដល់{until} ហើយមានថ្ងៃផុតកំណត់ {total} ក្នុងពេលនោះ ចាប់ពី{day}៖ {refs} ។ "
        "សូមប្រគល់វាទៅអ្នកដែលមានវត្តមាន។"
    ),
    "office_closed": (":warning: ការិយាល័យរបស់ {person} បិទនៅ{day} ({why}) ដែលជាថ្ងៃផុតកំណត់នៃ {refs} ៖ សូមរៀបចំវានៅថ្ងៃមុន។"),
}
CONFLICT_BACKUP = "អ្នកជំនួសគឺ {backup} ។"
CONFLICT_WEEKEND = "ចុងសប្ដាហ៍"
CONFLICT_AND = " និង "
CONFLICT_MORE = "{count} ទៀត"
CONFLICT_THIS = "*កាលបរិច្ឆេទនេះ*"
CONFLICT_THESE = "*កាលបរិច្ឆេទទាំង {count} នេះ*"
CONFLICT_NOT_SAVED = "មិនទាន់បានរក្សាទុកទេ៖ សូមកែវា ឬរក្សាទុកដដែល។"
CONFLICTS_TITLE = "ការប៉ះទង្គិចខាងមុខ"
