"""Cases and the channels that follow them."""

CASE_OPENED = (
    "*{ref}* មានក្នុងបញ្ជីរឿងក្តីហើយ៖ {number}, _{caption}_ , {court} ។ ឆានែលនេះតាមដានវាឥឡូវនេះ។ បន្ទាប់៖ `/hearing "
    "add …` ឬ `/order add`"
)
CASE_LINKED = "ឆានែលនេះតាមដាន *{ref}* ឥឡូវនេះ៖ {number}, _{caption}_ ។"
CASE_LINKED_ALREADY = "ឆានែលនេះតាមដាន *{ref}* រួចហើយ។"
CASE_UNLINKED = (
    "ឆានែលនេះលែងតាមដាន *{ref}* ហើយ៖ {number}, _{caption}_ ។ ការរំលឹករបស់វានៅទីនេះបានឈប់។ `/case link {ref}` "
    "តាមដានវាម្តងទៀត សម្រាប់អ្នកដែលនៅតែអាចមើលវាបាន។"
)
CASE_UNLINKED_HERE = ":link: {by} បានបញ្ឈប់ការតាមដាន *{ref}* របស់ឆានែលនេះ៖ ការរំលឹករបស់វាលែងមកដល់ទីនេះ។"
CASE_CLOSED = "*{ref}* ត្រូវបានបិទ។ មូលហេតុ៖ {reason} ។ ដោយ {by} ។ `/case reopen {ref}` បើកវាឡើងវិញ។"
CASE_REOPENED = "*{ref}* ត្រូវបានបើកឡើងវិញ។ ដោយ {by} ។"
CASE_EDITED = "*{ref}* ត្រូវបានដាក់ឈ្មោះថ្មី៖ {number}, _{caption}_ ។ ដោយ {by} ។"
NOT_IN_THAT_CHANNEL = "អ្នកលែងនៅក្នុងឆានែលនោះហើយ។ គ្មានអ្វីត្រូវបានផ្លាស់ប្តូរទេ។"
NO_CASE_TO_LINK = "គ្មានរឿងក្តីផ្សេងដែលអ្នកអាចមើលបានទេ។ `/case add` បើករឿងក្តីមួយ។"
CHANNEL_ARCHIVED = (
    ":warning: <#{channel}> ត្រូវបានដាក់ក្នុងបណ្ណសារ ហើយវាជាឆានែលតែមួយគត់ដែលតាមដាន {refs} ៖ "
    "លែងមាននរណាត្រូវបានរំលឹកនៅទីនោះទៀត។ ក្នុងឆានែលផ្សេងរបស់មនុស្សដដែល សូមវាយ `/case link {first}`"
)
NO_CLOSED_CASE = "គ្មានរឿងក្តីណានៅទីនេះត្រូវបានបិទទេ។"

CASE_IS_CLOSED = ":lock: *បានបិទ* នៅ{day}"
CASE_OUR_SIDE = "ភាគីរបស់យើង៖ {side}"
CASE_COUNTS = "ថ្ងៃផុតកំណត់នៅសល់ {open} ក្នុងនោះមិនទាន់បញ្ជាក់ {unconfirmed} · សវនាការខាងមុខ {hearings} · កំណត់ត្រា {entries}"
CASE_NEXT_DEADLINE = "ថ្ងៃផុតកំណត់បន្ទាប់៖ *{day}* {ref} {title}"
CASE_NEXT_HEARING = "សវនាការបន្ទាប់៖ *{day}* {ref} {title}"
CASE_FOLLOWED_BY = "តាមដានដោយ៖ {channels}"
CASE_SEEN_BY = "អាចមើលបានដោយ៖ {people}"
CASE_SEEN_BY_MORE = "{people} និង {count} ទៀត"

EDIT_CASE = "កែរឿងក្តី"
CLOSE_CASE = "បិទរឿងក្តី"
REOPEN_CASE = "បើករឿងក្តីឡើងវិញ"
LINK_CASE = "តាមដានរឿងក្តី"
UNLINK_CASE = "ឈប់តាមដាន"
UNLINK_WARNING = "ការរំលឹករបស់វាឈប់ក្នុងឆានែលនេះ ហើយមនុស្សដែលមើលវាបានតែនៅទីនេះ មើលវាលែងឃើញទៀត។"
CLOSE_CASE_HINT = "មិនត្រូវមានអ្វីនៅសល់ ឬនៅខាងមុខក្នុងវាទេ"

HELP_CASE = (
    ("/case add cand 3:18-mc-80024-SK Rainsy v. Facebook", "បើករឿងក្តីមួយ ឆានែលនេះតាមដានវា"),
    ("/case list", "រឿងក្តីដែលឆានែលនេះតាមដាន"),
    ("/case show {case}", "រឿងក្តីមួយ៖ អ្វីដែលនៅខាងមុខ អ្នកណាអាចមើលបាន ឆានែលណាតាមដានវា"),
    ("/case edit {case}", "លេខ ឈ្មោះ ឈ្មោះសម្ងាត់ និងភាគីរបស់យើង៖ ទម្រង់"),
    ("/case link {case}", "ឱ្យឆានែលនេះតាមដានរឿងក្តីដែលអ្នកអាចមើលបាន"),
    ("/case unlink", "ឱ្យឆានែលនេះឈប់តាមដានរឿងក្តី៖ ទម្រង់"),
    ("/case close", "បិទរឿងក្តីដែលចប់ហើយ៖ ទម្រង់។ `/case reopen` បើកវាឡើងវិញ"),
    ("/case", "ទម្រង់សម្រាប់រឿងក្តីថ្មី"),
)
