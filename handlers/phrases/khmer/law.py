"""Open questions of law, closings, and dates that would move."""

MOVES = "*{ref}* {title} · {case}: ~{old}~ → *{new}*"
STAYS = "*{ref}* {title} · {case}៖ នៅដដែល *{old}*"
HAS_NO_DATE = "*{ref}* {title} · {case}: ~{old}~ ហើយលែងមានវិធានណាផ្តល់កាលបរិច្ឆេទឱ្យវា"
AND_MORE = "… និង {count} ទៀតក្នុងរឿងក្តីរបស់អ្នក។"
NO_DATE_MOVES = "គ្មានកាលបរិច្ឆេទណាក្នុងរឿងក្តីរបស់អ្នកផ្លាស់ប្តូរទេ។"
CONFIRM_ANEW = "កាលបរិច្ឆេទនីមួយៗដែលបានផ្លាស់ប្តូរ ត្រូវបញ្ជាក់សាជាថ្មី។"
LAW_CHANGED_MEANWHILE = "អ្វីដែលនឹងផ្លាស់ប្តូរ បានប្រែប្រួលតាំងពីអ្នកមើល។ សូមបិទទម្រង់នេះ បើកវាម្តងទៀត ហើយពិនិត្យមើល។"
TELLS_EVERYBODY = (
    "ឈ្មោះរបស់អ្នក និងមូលហេតុ នឹងមានក្នុងការពន្យល់ទាំងអស់ដែលប្រើចំណុចនេះនៅតុលាការនោះ "
    "រួមទាំងចំពោះមិត្តរួមការងារដែលធ្វើការលើរឿងក្តីផ្សេងនៅទីនោះ។ កុំដាក់ឈ្មោះរឿងក្តីណាមួយ។"
)

QUESTIONS = "បញ្ហាច្បាប់ដែលមិនទាន់ដោះស្រាយ"
ALL_QUESTIONS = "`/docket questions {court}` រាយបញ្ហាទាំងអស់ដែលច្បាប់របស់តុលាការនោះទុកចំហ។"
NO_QUESTIONS = "គ្មានថ្ងៃផុតកំណត់ណានៅទីនេះអាស្រ័យលើបញ្ហាមិនទាន់ដោះស្រាយទេ ហើយគ្មានអ្វីត្រូវបានដោះស្រាយសម្រាប់តុលាការទាំងនេះទេ។"
QUESTION_OPEN = ":grey_question: *{court}*\n{sentence}"
QUESTION_SETTLED = ":white_check_mark: *{court}*\n{sentence}\n*{reading}*\nដោះស្រាយដោយ {by} នៅ{day}។ មូលហេតុ៖ {reason}"
QUESTION_ID = "`{id}`"
READING = "• {text}"
READING_CITED = "• {text} ({cites})"
READING_DATE = "→ {ref} {title} · {case}: *{day}*"
RESTS = "→ {ref} {title} · {case}: {day}"
CONFIRMATION = (
    "• អ្នកណាដែលបានអាន ហើយយល់ស្រប អាចបញ្ជាក់វាបាន៖ គ្មានកាលបរិច្ឆេទណាផ្លាស់ប្តូរទេ ហើយកាលបរិច្ឆេទនីមួយៗត្រូវចាត់ទុកថាច្បាស់លាស់ត្រង់ចំណុចនេះ។"
)
SETTLE = "ដោះស្រាយ"
REVERSE = "លុបការដោះស្រាយ"
SETTLE_TITLE = "ដោះស្រាយបញ្ហាច្បាប់"
REVERSE_TITLE = "លុបការដោះស្រាយ"
WHICH_READING = "ការបកស្រាយដែលយកជាបាន ចាប់ពីពេលនេះ"
WHY_SO = "មូលហេតុ និងសំអាង"
WHY_SO_EXAMPLE = "បានអានអត្ថបទដែលបានអនុម័តនៃមាត្រា 243(3)"
WHY_REVERSED = "មូលហេតុដែលវាត្រូវបើកឡើងវិញ"
IF_SETTLED_SO = "*{text}*\n{moves}"
IF_REVERSED = "ដោះស្រាយដោយ {by} ៖ *{reading}*\nបើវាត្រូវបើកឡើងវិញ៖\n{moves}"
FOR_A_WHOLE_FAMILY = "ដោះស្រាយថ្ងៃប្រភេទនេះទាំងអស់ក្នុងពេលតែមួយ"
SETTLED_NOW = "{by} បានដោះស្រាយបញ្ហាច្បាប់មួយសម្រាប់ {court} ៖ {sentence} *{reading}* មូលហេតុ៖ {reason}"
REVERSED_NOW = "{by} បានបើកឡើងវិញនូវបញ្ហាច្បាប់មួយដែលបានដោះស្រាយ សម្រាប់ {court} ៖ {sentence} មូលហេតុ៖ {reason}"
EXPLAINED_ANEW = "បានពន្យល់សាជាថ្មី កាលបរិច្ឆេទមិនផ្លាស់ប្តូរ៖ {refs}"
HOW_TO_REVERSE = "អ្នកណាដែលអាចមើលរឿងក្តីមួយនៅតុលាការនេះ អាចលុបការដោះស្រាយនេះបាន៖ `/docket unsettle {court} {id}`"
SAY_THE_QUESTION = "សូមបញ្ជាក់ថាបញ្ហាណា ឧទាហរណ៍ `{example}` ។ `/docket questions` រាយបញ្ហាទាំងអស់។"
ALREADY_SETTLED = "{by} បានដោះស្រាយបញ្ហានេះរួចហើយ៖ {reading} មូលហេតុ៖ {reason} សូមលុបការដោះស្រាយនោះសិន រួចដោះស្រាយសាជាថ្មី។"
IS_OPEN = "បញ្ហានេះមិនទាន់ដោះស្រាយនៅ {court} ទេ៖ គ្មានអ្វីត្រូវលុបឡើយ។"

CLOSURES = "ថ្ងៃបិទដែលក្រុមបានកត់ត្រា"
NO_CLOSURES = "ក្រុមមិនបានកត់ត្រាថ្ងៃបិទណាសម្រាប់តុលាការទាំងនេះទេ។ `/docket closure` បើកទម្រង់។"
CLOSURE_ITEM = "*{day}* · {court}\n{name} · {source}\nកត់ត្រាដោយ {by} នៅ{on}"
CLOSURE_WITHDRAWN = "~{day}~ · {court}\n{name}\nដកចេញដោយ {by} នៅ{on}៖ {reason}"
RECORD_CLOSURE = "កត់ត្រាថ្ងៃបិទ"
WITHDRAW = "ដកចេញ"
WITHDRAW_TITLE = "ដកថ្ងៃបិទចេញ"
WHAT_CLOSED_IT = "មូលហេតុនៃការបិទ"
WHAT_CLOSED_IT_EXAMPLE = "មិនអាចទៅដល់ក្រឡាបញ្ជីបាន"
WHO_SAYS_SO = "អ្នកណានិយាយដូច្នេះ ហើយនៅឯណា"
WHO_SAYS_SO_EXAMPLE = "https://… ឬ៖ សេចក្តីជូនដំណឹងលើគេហទំព័ររបស់តុលាការ ថ្ងៃទី៨ ខែវិច្ឆិកា ឆ្នាំ២០១៨"
WHY_WITHDRAWN = "មូលហេតុដែលដកចេញ"
CLOSURE_SAVED = "{by} បានកត់ត្រាថា {court} បិទនៅ *{day}* ៖ {name} ({source})។"
CLOSURE_UNDONE = "{by} បានដកចេញនូវថ្ងៃបិទរបស់ {court} នៅ *{day}* ។ មូលហេតុ៖ {reason}"
CLOSED_ANYWAY = ":information_source: ថ្ងៃនោះជាថ្ងៃបិទក្នុងបញ្ជីរបស់តុលាការរួចហើយ ({why})។"
NOTHING_WOULD_MOVE = "គ្មានថ្ងៃផុតកំណត់ណាដែលនៅសល់ក្នុងរឿងក្តីរបស់អ្នកនឹងផ្លាស់ប្តូរទេ។"
WOULD_MOVE = "វាមិនផ្លាស់ប្តូរអ្វីដោយខ្លួនឯងទេ។ ចំពោះកាលបរិច្ឆេទនីមួយៗខាងក្រោម ត្រូវមាននរណាម្នាក់សម្រេច៖"
MORE_CHANGES = "… និង {count} ទៀត៖ `/docket changes`"
SAY_IT = "សូមបំពេញ៖ មិនអាចទុកទទេបានទេ។"
IF_WITHDRAWN = "បើវាត្រូវដកចេញ កាលបរិច្ឆេទទាំងនេះនឹងផ្លាស់ប្តូរ នៅពេលនរណាម្នាក់សម្រេចដូច្នេះ៖"
SAY_THE_CLOSURE = (
    "សូមបញ្ជាក់តុលាការ ថ្ងៃ មូលហេតុនៃការបិទ និងប្រភព៖ `/docket closure add cand 8 November 2018 \"Clerk's office "
    'inaccessible" https://www.cand.uscourts.gov` ។ `/docket closure` បើកទម្រង់។'
)
SAY_WHICH_CLOSURE = (
    "សូមបញ្ជាក់តុលាការ ថ្ងៃ និងមូលហេតុ៖ `/docket closure withdraw cand 8 November 2018 the notice was of another court`"
)

CHANGES = "កាលបរិច្ឆេទដែលរង់ចាំការសម្រេច"
CHANGES_TITLE = "អ្វីដែលរង់ចាំអ្នក"
NO_CHANGES = "គ្មានកាលបរិច្ឆេទណារង់ចាំការសម្រេចទេ៖ ថ្ងៃផុតកំណត់ទាំងអស់ស្របតាមច្បាប់បច្ចុប្បន្ន។"
CHANGE_ASKED = ":raising_hand: {by} បានសួរនៅ{day}៖ “{question}”"
CHANGE_KEEP_OR_MOOT = "រក្សាកាលបរិច្ឆេទរបស់វាដោយមានមូលហេតុ ឬបិទវា៖ `/deadline moot {ref}`"
APPLY = "អនុវត្ត"
KEEP_DATE = "រក្សា"
ASK = "សួរ"
EXPLAIN_NEW = "ពន្យល់កាលបរិច្ឆេទថ្មី"
SHOW_CHANGES = "សម្រេច"
APPLY_ALL = "អនុវត្តទាំង {count}"
APPLY_ALL_TITLE = "អនុវត្តទាំងអស់នេះ"
APPLY_ALL_INTRO = "ទាំងអស់នេះផ្លាស់ប្តូរ នៅពេលអ្នកចុច អនុវត្ត។ កាលបរិច្ឆេទនីមួយៗត្រូវបញ្ជាក់សាជាថ្មី។"
KEEP_TITLE = "រក្សា {ref}"
ASK_TITLE = "សួរអំពី {ref}"
WHY_KEPT = "មូលហេតុដែលកាលបរិច្ឆេទនៅដដែល"
WHY_KEPT_EXAMPLE = "ក្រឡាបញ្ជីបានទទួលលិខិតនៅថ្ងៃនោះ"
WHAT_IS_ASKED = "អ្វីដែលត្រូវដឹងជាមុន"
WHAT_IS_ASKED_EXAMPLE = "តើក្រឡាបញ្ជីបិទពេញមួយថ្ងៃឬ?"
CHANGE_APPLIED = "{by} បានអនុវត្តតាមអ្វីដែលច្បាប់ផ្តល់ឱ្យឥឡូវនេះ៖"
CHANGE_KEPT = "{by} បានសម្រេច៖ *{ref}* {title} នៅដដែល *{old}* ។ មូលហេតុ៖ {reason}"
CHANGE_QUERIED = "{by} សួរមុននឹង *{ref}* {title} ផ្លាស់ប្តូរពី{old}៖ “{question}”"
NEW_DATE = "*{ref}* {title} នឹងផុតកំណត់នៅ *{day}*"
PENDING = ":left_right_arrow: *ការផ្លាស់ប្តូរមួយរង់ចាំការសម្រេចរបស់អ្នក* ៖ ~{old}~ → *{new}* ។ `/docket changes {case}`"
PENDING_NO_DATE = ":left_right_arrow: *ការផ្លាស់ប្តូរមួយរង់ចាំការសម្រេចរបស់អ្នក* ៖ លែងមានវិធានណាផ្តល់{old}។ `/docket changes {case}`"
PENDING_HERE = "ច្បាប់ ឬទិន្នន័យរបស់ច្បាប់បានផ្លាស់ប្តូរ។ កាលបរិច្ឆេទក្នុងរឿងក្តីរបស់ឆានែលនេះរង់ចាំការសម្រេច ហើយគ្មានមួយណាផ្លាស់ប្តូរដោយខ្លួនឯងទេ៖"
WHY_DAY = "{name} ឥឡូវ{now}។ ពីមុន{was}។"
WHY_RECORDED = "{name} បិទ៖ {what} ({source}) កត់ត្រាដោយ {by} ។"
WHY_WITHDRAWN_DAY = "{name} ឥឡូវ{now}៖ {by} បានដកការបិទរបស់វាចេញ។ {reason}"
WHY_QUESTION = "{by} បានដោះស្រាយ៖ {sentence} {reading}"
WHY_REOPENED = "បញ្ហានេះត្រូវបានបើកឡើងវិញ៖ {sentence}"
WHY_RULE = "សៀវភៅវិធានមានអត្ថបទផ្សេងនៃ {name} ។"
WHY_COURT = "អ្វីដែលដឹងអំពីតុលាការ {name} បានផ្លាស់ប្តូរ។"
WHY_ENGINE = "កាលបរិច្ឆេទត្រូវបានគណនាដោយ Ad Quem ជំនាន់ថ្មីជាងមុន។"
WHY_ENTRY = "{entry} ដែលចាប់ផ្តើមវា ត្រូវបានផ្លាស់ប្តូរ។"
WHY_GONE = "{citation} លែងផ្តល់កាលបរិច្ឆេទសម្រាប់ {entry} ។"
WHY_ENDED = "{entry} ដែលវាចាប់ផ្តើមរាប់ លែងមានហើយ។"
WHY_UNKNOWN = "{citation} ផ្តល់កាលបរិច្ឆេទផ្សេងពីពេលដែលវាត្រូវបានគណនា។"
DAY_STATES = {
    "open": "បើក",
    "closed": "បិទ",
    "arguably closed": "អាចជាថ្ងៃបិទ (អាចជជែកបាន)",
    "closed, as the team recorded": "បិទ តាមដែលក្រុមបានកត់ត្រា",
}

HELP_LAW = (
    ("/docket questions", "អ្វីដែលច្បាប់ទុកចំហចំពោះកាលបរិច្ឆេទនៅទីនេះ ជាមួយការបកស្រាយទាំងពីរ និងអ្វីដែលបានដោះស្រាយ"),
    ("/docket changes", "កាលបរិច្ឆេទដែលនឹងផ្លាស់ប្តូរ ក្រោយការធ្វើបច្ចុប្បន្នភាព ឬថ្ងៃបិទ៖ អនុវត្ត រក្សា ឬសួរ"),
    ("/docket closures", "ថ្ងៃបិទដែលក្រុមបានកត់ត្រា"),
    ("/docket closure", "កត់ត្រាថាតុលាការបានបិទ៖ ទម្រង់"),
    (
        '/docket closure add cand 8 November 2018 "Clerk\'s office inaccessible" https://www.cand.uscourts.gov',
        "ដូចគ្នាក្នុងមួយបន្ទាត់ វាបង្ហាញថាកាលបរិច្ឆេទណានឹងផ្លាស់ប្តូរ ហើយមិនផ្លាស់ប្តូរអ្វីទេ",
    ),
)
