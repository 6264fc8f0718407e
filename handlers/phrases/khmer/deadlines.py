"""Deadlines: listed, entered, confirmed, assigned, held, extended, closed and supposed otherwise."""

REGISTRY_CLOSES = "ក្រឡាបញ្ជីបិទមុនម៉ោង ២៤:០០ នៅម៉ោងដែលយើងមិនមានព័ត៌មាន។ ថ្ងៃចុងក្រោយដែលវាបើក គឺ *{day}* ។"
DEADLINE_MOVED = "{ref} {title}: ~{old}~ → *{new}* ត្រូវបញ្ជាក់សាជាថ្មី"
DEADLINE_LISTS = {
    "all": "ថ្ងៃផុតកំណត់ រួមទាំងអ្វីដែលបានបិទ",
    "mine": "អ្វីដែលអ្នកទទួលបន្ទុក",
    "overdue": "ថ្ងៃផុតកំណត់ដែលហួស",
    "unconfirmed": "រង់ចាំមនុស្សទីពីរពិនិត្យ",
}
DEADLINE_LISTS_EMPTY = {
    "mine": "គ្មានអ្វីដែលអ្នកទទួលបន្ទុកនៅសល់ទេ។",
    "theirs": "គ្មានអ្វីដែលគាត់ទទួលបន្ទុកនៅសល់ទេ។",
    "overdue": "គ្មានអ្វីហួសកំណត់ទេ។",
    "unconfirmed": "គ្មានអ្វីរង់ចាំមនុស្សទីពីរទេ។",
}
DEADLINES_OWED_BY = "អ្វីដែល {person} ទទួលបន្ទុក"
DEADLINE_NO_SUCH_LIST = (
    "ខ្ញុំមិនស្គាល់បញ្ជីនៃ “{said}” ទេ។ សូមវាយ `/deadline list`, `list mine`, `list overdue`, `list unconfirmed`, "
    "`list all`, រឿងក្តី (`list C1`) ឬមនុស្ស (`list @maya` ៖ ជ្រើសរើសឈ្មោះដែល Slack ផ្តល់)។"
)
DEADLINE_ASSIGN = "ប្រគល់បន្ទុក"
DEADLINE_SNOOZE = "ផ្អាកការរំលឹក"
DEADLINE_EXTEND = "ពន្យារតាមដីកា"
DEADLINE_MOOT = "លែងមានកម្មវត្ថុ"
DEADLINE_REOPEN = "បើកឡើងវិញ"
DEADLINE_ADD = "បន្ថែមថ្ងៃផុតកំណត់"
DEADLINE_COMPUTE = "គណនាថ្ងៃផុតកំណត់"
DEADLINE_WHATIF = "ចុះបើ"
DEADLINE_CONFIRM_TITLE = "បញ្ជាក់ {ref}"

YOU_CONFIRMED = "អ្នកបានបញ្ជាក់ *{ref}* ៖ {title} ផុតកំណត់ {due} ។"
YOU_AGREE = "ការគណនារបស់អ្នកត្រូវគ្នា៖ អ្នកបានបញ្ជាក់ *{ref}* ៖ {title} ផុតកំណត់ {due} ។"
YOU_COMPUTED_FIRST = "មុននោះ អ្នកបានគណនាបាន {first} ។ កាត និងកំណត់ហេតុបង្ហាញរឿងនេះ។"
DEADLINE_MOVED_MEANWHILE = "{ref} បានផ្លាស់ប្តូរតាំងពីអ្នកឃើញកាតនោះ៖ ឥឡូវវាផុតកំណត់ {due} ។ គ្មានអ្វីត្រូវបានបញ្ជាក់ទេ។ សូមមើលវាម្តងទៀត។"
DATES_DIFFER = (
    ":warning: គ្មានអ្វីត្រូវបានបញ្ជាក់ទេ៖ អ្នកគណនាបាន {computed} ហើយ {ref} កត់ត្រាថា {due} ។ `/deadline explain "
    "{ref}` បង្ហាញរបៀបរាប់កាលបរិច្ឆេទរបស់វា។ {other} និងអ្នកបានទទួលកាលបរិច្ឆេទទាំងពីរក្នុងសារផ្ទាល់។"
)
DATES_DIFFER_LETTER = (
    ":warning: *មនុស្សពីរនាក់គណនាបានកាលបរិច្ឆេទពីរ* សម្រាប់ *{ref}* ៖ {title}\n{case}\n{dated_by} បានកត់ត្រា *{due}* "
    "។ {by} បានគណនា *{computed}* ។ គ្មានអ្វីត្រូវបានបញ្ជាក់ទេ។\nសូមមើលការពន្យល់ជាមួយគ្នា (ប៊ូតុង ឬ `/deadline "
    "explain {ref}`)។ ដរាបណាអ្នកទាំងពីរមិនទាន់យល់ស្របគ្នា សូមធ្វើត្រឹមកាលបរិច្ឆេទមុន។"
)
BLIND_INTRO = (
    "ក្រុមរបស់អ្នកបញ្ជាក់ដោយមិនមើលកាលបរិច្ឆេទ៖ សូមគណនាកាលបរិច្ឆេទដោយខ្លួនឯងពីឯកសារ "
    "ដោយមិនមើលកាលបរិច្ឆេទដែលបានកត់ត្រា។ កាលបរិច្ឆេទទាំងពីរត្រូវប្រៀបធៀប។ បើខុសគ្នា គ្មានអ្វីត្រូវបានបញ្ជាក់ទេ "
    "ហើយអ្នកទាំងពីរត្រូវបានជូនដំណឹង។"
)
BLIND_FROM = "វារាប់ចាប់ពី {entry} ។"
BLIND_DATE = "កាលបរិច្ឆេទដែលអ្នកគណនាបាន"
BLIND_UNCONFIRMED = ":warning: *មិនទាន់បញ្ជាក់* ៖ មនុស្សទីពីរគណនាកាលបរិច្ឆេទពីឯកសារ ដោយមិនមើលទីនេះ។ ប៊ូតុង បញ្ជាក់ សួររកវា ហើយប្រៀបធៀប។"

MARKED_DONE = "*{ref}* ធ្វើរួចហើយ ដោយមានភស្តុតាង៖ {proof} ។ ការរំលឹករបស់វាបានឈប់។"
PROOF_OF_ANY_KIND = "ពាក្យ (លេខបង្កាន់ដៃ) តំណភ្ជាប់ ឬឯកសារខាងក្រោម៖ ត្រូវមានមួយក្នុងចំណោមនេះ"
PROOF_FILE = "បង្កាន់ដៃ ឬលិខិតដែលបានដាក់"
PROOF_FILE_HINT = (
    "យ៉ាងច្រើន 10 MB ក្នុងមួយ។ វានៅក្នុង Slack ក្រោមឈ្មោះអ្នក៖ សូមចែករំលែកវាក្នុងឆានែល បើមិត្តរួមការងារត្រូវបើកវា។ "
    "លេខបង្កាន់ដៃបង្ហាញដល់អ្នកខាងក្រៅតិចជាង។"
)
PROOF_NEEDED = "ធ្វើរួច ត្រូវមានភស្តុតាងនៃការដាក់លិខិត៖ លេខបង្កាន់ដៃ តំណភ្ជាប់ ឬឯកសារក្នុងប្រអប់ខាងក្រោម។"
FILED_ON = "ថ្ងៃដាក់លិខិត (តាមប្រតិទិនតុលាការ)"
FILED_LATE = ":warning: ដាក់ក្រោយកាលបរិច្ឆេទសុវត្ថិភាព {due} ។"
FILED_AFTER_SAFE = ":warning: ដាក់ក្រោយកាលបរិច្ឆេទសុវត្ថិភាព {due} ។ តាមការបកស្រាយមួយទៀត មានពេលរហូតដល់{latest}។"
FILED_AT_WHAT_HOUR = ":warning: វាចប់នៅ {hour} ថ្ងៃនោះ៖ សូមពិនិត្យម៉ោងលើបង្កាន់ដៃ។"

MOOT_INTRO = "គ្មាននរណាត្រូវធ្វើវាទៀតទេ៖ ការរំលឹករបស់វាឈប់។ មូលហេតុនៅជាប់នឹងវា និងក្នុងកំណត់ហេតុ។"
MOOT_HINT = "ពាក្យសុំត្រូវបានដកចេញ"
MADE_MOOT = "*{ref}* លែងមានកម្មវត្ថុក្នុង {case} ៖ {title} ដែលត្រូវផុតកំណត់ {due} ។ មូលហេតុ៖ {reason} ។ ដោយ {by} ។"
REOPEN_INTRO = "វាត្រូវធ្វើម្តងទៀត ហើយការរំលឹករបស់វាមកវិញ។ ភស្តុតាង ឬមូលហេតុដែលវាលែងមានកម្មវត្ថុ នៅក្នុងកំណត់ហេតុ។"
REOPEN_HINT = "ក្រឡាបញ្ជីបានបដិសេធលិខិត"
REOPENED = "*{ref}* ត្រូវបានបើកឡើងវិញក្នុង {case} ៖ {title} ផុតកំណត់ *{due}* ។ មូលហេតុ៖ {reason} ។ ដោយ {by} ។"
REOPENED_BUT_LAW = ":warning: តាមច្បាប់បច្ចុប្បន្ន {ref} នឹងផុតកំណត់នៅ *{new}* មិនមែន{old}ទេ៖ សូមមើល `/deadline explain {ref}`"
REOPENED_WITHOUT_LAW = ":warning: លែងមានវិធានណាផ្តល់កាលបរិច្ឆេទឱ្យ {ref} ៖ សូមពិនិត្យថាវានៅតែត្រូវធ្វើឬទេ។"

EXTEND_INTRO = "សម្រាប់តែអ្វីដែលតុលាការបានសម្រេច។ កាលបរិច្ឆេទថ្មីត្រូវបានកំណត់ជាប់៖ គ្មានវិធាន ឬសវនាការណាផ្លាស់ប្តូរវាទេ។ ត្រូវបញ្ជាក់វាសាជាថ្មី។"
EXTEND_DAY = "កាលបរិច្ឆេទថ្មី (តាមប្រតិទិនតុលាការ)"
EXTEND_TIME = "រហូតដល់ម៉ោងណា (ទទេ៖ ចុងថ្ងៃ)"
EXTEND_ORDER = "តាមដីកាសម្រេចណា"
EXTEND_ORDER_HINT = "ដីកាសម្រេច ECF No. 30 ឬលេខសម្គាល់របស់វាក្នុងបញ្ជី៖ O7"
EXTENDED = "*{ref}* ក្នុង {case}: ~{old}~ → *{new}* កំណត់ដោយតុលាការ ត្រូវបញ្ជាក់សាជាថ្មី។ {title} ។ ដីកាសម្រេច៖ {order} ។ ដោយ {by} ។"
EXTENDED_EARLIER = ":warning: នោះមកមុនកាលបរិច្ឆេទចាស់៖ សូមពិនិត្យដីកាសម្រេច។"
DEADLINE_CHANGED_MEANWHILE = (
    "{ref} ត្រូវបានផ្លាស់ប្តូរក្នុងពេលនោះ។ ឥឡូវវាផុតកំណត់ {due} ។ គ្មានអ្វីត្រូវបានកែទេ។ សូមបិទទម្រង់នេះ ហើយបើកវាម្តងទៀត។"
)

ASSIGN_OWNER = "អ្នកទទួលបន្ទុក"
ASSIGN_BACKUP = "អ្នកជំនួស"
ASSIGN_BACKUP_HINT = "ក៏ត្រូវបានរំលឹកដែរ នៅពេលអ្នកទទួលបន្ទុកមិនឆ្លើយ"
ASSIGNED = "អ្នកទទួលបន្ទុក *{ref}* គឺ {owner}{backup} ៖ {title} ផុតកំណត់ {due} ។"
ASSIGNED_BACKUP = ", អ្នកជំនួស {backup}"
ASSIGNED_NOBODY = "គ្មាននរណា"
ASSIGN_WHOM = (
    "សូមបញ្ជាក់ថាទៅអ្នកណា៖ `/deadline assign {ref} me` ឬវាយ @ ហើយជ្រើសរើសមនុស្សដែល Slack ផ្តល់ ដោយដាក់ `backup` "
    "មុនមនុស្សទីពីរ។ `/deadline assign {ref}` បើកទម្រង់។"
)
ASSIGNED_LETTER = ":bust_in_silhouette: {by} បានប្រគល់ *{ref}* ទៅអ្នក។ {part}"
ASSIGNED_PARTS = {"owner": "អ្នកជាអ្នកទទួលបន្ទុក។", "backup": "អ្នកជាអ្នកជំនួស បន្ទាប់ពី {owner} ។"}

SNOOZE_INTRO = (
    "ការរំលឹករបស់វាត្រូវផ្អាករហូតដល់ដើមថ្ងៃនោះ សម្រាប់មនុស្សគ្រប់គ្នា យ៉ាងយូរត្រឹម{latest}។ គ្មានអ្វីអាចផ្អាកការរំលឹកនៃបីថ្ងៃចុងក្រោយបានទេ។"
)
SNOOZE_UNTIL = "ផ្អាកការរំលឹករបស់វារហូតដល់"
SNOOZED = "ការរំលឹកនៃ *{ref}* ត្រូវបានផ្អាករហូតដល់{until}។ `/deadline snooze {ref} off` នាំវាមកវិញ។"
WOKEN = "ការរំលឹកនៃ *{ref}* មកដូចធម្មតាវិញ។"

DEADLINE_DUE_DAY = "ផុតកំណត់នៅ (តាមប្រតិទិនតុលាការ)"
DEADLINE_SET_BY = "អ្នកណាកំណត់វា"
DEADLINE_SETTERS = {"court": "តុលាការ តាមដីកាសម្រេច", "us": "យើង៖ កាលបរិច្ឆេទផ្ទៃក្នុង ឬដែលរាប់ដោយដៃ"}
DEADLINE_SETTER_HINT = "អ្វីដែលតុលាការបានកំណត់ គ្មានវិធានណាផ្លាស់ប្តូរឡើយ"
DEADLINE_BY_ENTRY = "តាមដីកាសម្រេចណាក្នុងបញ្ជី"
DEADLINE_BY_ENTRY_HINT = "លេខសម្គាល់របស់វា បើបានកត់ត្រា៖ O7"
DEADLINE_CITATION = "បទប្បញ្ញត្តិ"
DEADLINE_OR_COMPUTE = "តើវិធានផ្តល់កាលបរិច្ឆេទឬ? បើដូច្នេះ សូមឱ្យគណនាវា ដោយមានហេតុផល។"
DEADLINE_ENTERED = "*{ref}* មានក្នុងបញ្ជីនៃ {case} ៖ {title} ផុតកំណត់ {due} ។"
DEADLINE_IS_PAST = ":warning: {day} បានកន្លងផុតហើយ។"
DEADLINE_IS_PAST_ASK = ":warning: {day} បានកន្លងផុតហើយ។ ថ្ងៃផុតកំណត់នៅថ្ងៃនោះនឹងហួសកំណត់ភ្លាម។"
DEADLINE_RECORD_IT = "នៅតែកត់ត្រាវា"
DEADLINE_LEAVE_IT = "កុំកត់ត្រាវា"
DEADLINE_ON_CLOSED_DAY = ":warning: តុលាការបិទនៅ{day} ({why})។ កាលបរិច្ឆេទនៅដូចដែលអ្នកបានផ្តល់។ ថ្ងៃបើកចុងក្រោយមុននោះ គឺ{open}។"
DEADLINE_NOT_THAT_CASE = "{ref} ជាកំណត់ត្រានៃរឿងក្តីផ្សេង។ សូមវាយលេខសម្គាល់នៃកំណត់ត្រារបស់ {case} ឬទុកទទេ។"
DEADLINE_OWNER_OUTSIDE = (
    "អ្នកទទួលបន្ទុកមិននៅក្នុងឆានែលណាដែលតាមដាន {case} ទេ ហើយមិនអាចមើលវាបានទេ។ គ្មានអ្វីត្រូវបានក"
    "ត់ត្រាទេ។ សូមអញ្ជើញគាត់ទៅឆានែលនោះ ហើយបញ្ចូលវាម្តងទៀត ឬទុកគាត់ចេញ។"
)
DEADLINE_RULE = "វិធាន"
DEADLINE_RULE_HINT = "ដូចដែលអ្នកដកស្រង់៖ FRCP 72(a) ឬលេខសម្គាល់របស់វា៖ us-frcp:72(a)"
DEADLINE_START = "រាប់ចាប់ពី (តាមប្រតិទិនតុលាការ)"
DEADLINE_COMPUTED_FROM = "{citation} រាប់ចាប់ពី{start}{service}"
DEADLINE_SERVED_BY = " បញ្ជូន៖ {service}"

NOTHING_IS_SAVED = "_គ្រាន់តែសន្មត៖ គ្មានអ្វីត្រូវបានរក្សាទុក គ្មានអ្វីត្រូវបានផ្លាស់ប្តូរ។_"
WHATIF_MOVES = "*{ref}* {title}: ~{old}~ → *{new}*"
WHATIF_WITHOUT_DATE = "*{ref}* {title}: ~{old}~ → *គ្មានកាលបរិច្ឆេទ* ៖ វិធានរបស់វាលែងអនុវត្ត"
WHATIF_STAYS = "*{ref}* {title}៖ នៅដដែល *{old}* ។"
WHATIF_NOTHING_MOVES = "គ្មានថ្ងៃផុតកំណត់ណាដែលនៅសល់នឹងផ្លាស់ប្តូរទេ។"
WHATIF_ALSO = "ក៏នឹងផ្លាស់ប្តូរដែរ៖"
WHATIF_TITLES = {
    "served": "បើវាត្រូវបានបញ្ជូន {day}{service}",
    "entered": "បើវាត្រូវបានចុះបញ្ជីនៅ{day}",
    "closed": "បើ {court} បិទនៅ{day}",
    "question": "បើ “{question}” ត្រូវបានបកស្រាយថា “{reading}”",
    "rule": "{citation} ចាប់ពី{start}{service}",
}
WHATIF_ON = "នៅ{day}"
WHATIF_SAME_DAY = "នៅថ្ងៃដដែល"
WHATIF_BY = ", {service}"
WHATIF_SUPPOSED = "សន្មត"
WHATIF_KINDS = {
    "served": "វាត្រូវបានបញ្ជូននៅថ្ងៃផ្សេង ឬតាមរបៀបផ្សេង",
    "entered": "វាត្រូវបានចុះបញ្ជីនៅថ្ងៃផ្សេង",
    "closed": "តុលាការបិទនៅថ្ងៃណាមួយ",
}
WHATIF_READINGS = "បញ្ហាមិនទាន់ដោះស្រាយមួយត្រូវបានបកស្រាយតាមរបៀបមួយ"
WHATIF_READING = "{question}: {reading}"
WHATIF_DAY = "ថ្ងៃ (តាមប្រតិទិនតុលាការ)"
WHATIF_DAY_NEEDED = "សូមបញ្ជាក់ថាថ្ងៃណា។"
WHATIF_SERVICE = "របៀបបញ្ជូន"
WHATIF_AS_BEFORE = "ដូចដែលបានកត់ត្រា"
WHATIF_NOT_COUNTED = (
    "{ref} មិនត្រូវបានរាប់ពីកំណត់ត្រាណាទេ ដូច្នេះគ្មានអ្វីអំពីកំណត់ត្រាអាចផ្លាស់ប្តូរវាបានទេ។ សូមរាប់តាមវិធានជំនួស៖ "
    "`/deadline whatif FRCP 72(a) from 4 May 2018 by mail`"
)
WHATIF_HOW = (
    "សូមសន្មតអ្វីមួយអំពីថ្ងៃផុតកំណត់៖ `/deadline whatif {ref} served 12 April 2018 by mail`, `… entered 4 May 2018`, "
    "`… closed 18 May 2018` ឬរបៀបបកស្រាយបញ្ហាមួយ៖ `… kh-civil:roll rolls` ។ ឬរាប់តាមវិធាន៖ `/deadline whatif FRCP "
    "72(a) from 4 May 2018`"
)
UNKNOWN_SERVICE = "ខ្ញុំមិនស្គាល់របៀបបញ្ជូន “{said}” ទេ។ សូមវាយមួយក្នុងចំណោម៖ {known} ។"

HISTORY = "*ប្រវត្តិ* ថ្មីបំផុតមុនគេ"
HISTORY_AFTER_MISMATCH = " ក្រោយពីគណនាបាន {first} ជាមុន"
HISTORY_LINES = {
    "deadline.adopted": "កត់ត្រាដោយ {by} ៖ ផុតកំណត់ {due}",
    "deadline.entered": "បញ្ចូលដោយ {by} ៖ ផុតកំណត់ {due}",
    "change.undone": "{by} បានត្រឡប់វិញ៖ {undone}",
    "deadline.confirmed": "{by} បានយល់ស្របនឹង {due}{first}",
    "deadline.mismatch": "{by} គណនាបាន {computed} មិនមែន {due} ៖ គ្មានអ្វីត្រូវបានបញ្ជាក់ទេ",
    "deadline.moved": "ផ្លាស់ប្តូរ៖ ~{old}~ → {new} ។ {reason}",
    "deadline.extended": "កំណត់តាមដីកាសម្រេច ដោយ {by}: ~{old}~ → {new} ។ {reason}",
    "deadline.assigned": "ប្រគល់បន្ទុកដោយ {by}",
    "deadline.snoozed": "ការរំលឹកត្រូវបានផ្អាកដោយ {by} រហូតដល់ {until}",
    "deadline.done": "ធ្វើរួច ដោយ {by} ៖ {proof}",
    "deadline.moot": "លែងមានកម្មវត្ថុ ដោយ {by} ៖ {reason}",
    "deadline.reopened": "បើកឡើងវិញដោយ {by} ៖ {reason}",
}
HELP_DEADLINE = (
    ("/deadline list", "អ្វីដែលនៅសល់ ឬ `mine`, `overdue`, `unconfirmed`, `all`, រឿងក្តី (`C1`) ឬមនុស្ស"),
    ("/deadline list unconfirmed", "អ្វីដែលរង់ចាំមនុស្សទីពីរពិនិត្យ៖ ចុច បញ្ជាក់ លើកាត បន្ទាប់ពីពិនិត្យវា"),
    (
        "/deadline confirm {deadline}",
        "អ្នកបានពិនិត្យកាលបរិច្ឆេទរបស់វា។ វាយកាលបរិច្ឆេទដែលអ្នកគណនាបាននៅខាងក្រោយ នោះទាំងពីរត្រូវបានប្រៀបធៀប",
    ),
    ("/deadline show {deadline}", "ថ្ងៃផុតកំណត់មួយ ជាមួយប្រវត្តិរបស់វា"),
    ("/deadline explain {deadline}", "របៀបរាប់កាលបរិច្ឆេទ"),
    (
        "/deadline add",
        ("កាលបរិច្ឆេទដែលតុលាការបានកំណត់៖ ទម្រង់ ឬវាយ `{coming} 5pm Reply brief by {order}` នៅខាងក្រោយ ឬវិធានដែលត្រូវរាប់"),
    ),
    ("/deadline whatif {case} {rule} from {recent} by mail", "រាប់តាមវិធាន គ្មានអ្វីត្រូវបានរក្សាទុកទេ"),
    ("/deadline whatif {deadline}", "អ្វីដែលនឹងផ្លាស់ប្តូរវា៖ ទម្រង់ ឬវាយ `served {recent} by mail` នៅខាងក្រោយ"),
    ("/deadline done {deadline}", "បានដាក់លិខិតហើយ៖ ទម្រង់សម្រាប់ភស្តុតាង ឬវាយ `ECF No. 21` នៅខាងក្រោយ"),
    ("/deadline assign {deadline}", "អ្នកណាទទួលបន្ទុក៖ ទម្រង់ ឬវាយ `me` ឬ `@maya backup @dara` នៅខាងក្រោយ"),
    ("/deadline snooze {deadline}", "ផ្អាកការរំលឹករបស់វា៖ ទម្រង់ ឬវាយ `2 days` ឬ `until {soon}` នៅខាងក្រោយ"),
    ("/deadline extend {deadline}", 'តុលាការបានផ្តល់កាលបរិច្ឆេទផ្សេង៖ ទម្រង់ ឬវាយ `{coming} "order"` នៅខាងក្រោយ'),
    ("/deadline moot {deadline}", 'គ្មាននរណាត្រូវធ្វើវាទៀតទេ៖ ទម្រង់ ឬវាយ `"settled"` នៅខាងក្រោយ'),
    ("/deadline reopen {closed}", 'វានៅតែត្រូវធ្វើ៖ ទម្រង់ ឬវាយ `"the filing was rejected"` នៅខាងក្រោយ'),
)
FILED_BEFORE_ENTRY = ":warning: វាត្រូវបានដាក់នៅ {filed} មុន {entry} ចុះ {day}៖ សូមពិនិត្យថ្ងៃដាក់។"
YEAR_OUT_OF_REACH = "ឆ្នាំ {year} មិនមែនជាឆ្នាំនៃបញ្ជីសំណុំរឿងទេ៖ សូមជ្រើសរើសថ្ងៃចន្លោះឆ្នាំ {first} និង {last}។"
