"""Importing from elsewhere."""

IMPORT_TITLE = "នាំចូលឯកសារ"
IMPORT_INTRO = (
    "CSV, ប្រតិទិន `.ics` ឬ JSON ដែលនាំចេញពី Ad Quem យ៉ាងច្រើន {kilobytes} kB និង {rows} បន្ទាត់។ បន្ទាត់ទីមួយនៃ CSV "
    "ដាក់ឈ្មោះជួរឈរ៖ `kind,title,date,time,place` និងណាមួយក្នុងចំណោម "
    "`zone,trigger,service,served,link,note,uid,due,citation,owner` ។ គ្មានអ្វីត្រូវបាននាំចូល "
    "មុនពេលអ្នកឃើញអ្វីដែលវានឹងធ្វើទេ។"
)
IMPORT_FILE = "ឯកសារ"
IMPORT_TEXT = "ឬបន្ទាត់ទាំងនោះផ្ទាល់"
IMPORT_TEXT_HINT = "បិទភ្ជាប់ពីតារាងទិន្នន័យ ឬ CSV ដោយមានឈ្មោះជួរឈរនៅបន្ទាត់ទីមួយ។"
IMPORT_READ = "ពិនិត្យមើល"
IMPORT_NEEDS_ONE = "សូមជ្រើសរើសឯកសារ ឬបិទភ្ជាប់បន្ទាត់នៅខាងក្រោម៖ មួយក្នុងចំណោមពីរ។"
IMPORT_ONE_FILE = "ម្តងតែមួយឯកសារ៖ សូមជ្រើសរើសតែមួយ។"
IMPORT_NOT_YOURS = "ឯកសារនោះមិនមែនជាឯកសារដែលអ្នកបានផ្ទុកដោយខ្លួនឯងទេ។ សូមផ្ទុកវានៅទីនេះ។"
IMPORT_TOO_LONG = "ឯកសារធំជាង {kilobytes} kB ។ សូមបំបែកវា ហើយនាំចូលម្តងមួយផ្នែក។"
IMPORT_NO_SCOPE = (
    "ខ្ញុំមិនអាចអានឯកសារបានទេ៖ កម្មវិធីមិនបានទទួល `files:read` ។ សូមបិទភ្ជាប់បន្ទាត់នៅខាងក្រោមជំនួស "
    "ឬឱ្យអ្នកដែលដំណើរការកម្មវិធីវាយ `adquem import`"
)
IMPORT_NOT_FETCHED = "Slack មិនបានប្រគល់ឯកសារមកខ្ញុំទេ។ សូមព្យាយាមម្តងទៀតក្នុងមួយនាទី ឬបិទភ្ជាប់បន្ទាត់របស់វានៅខាងក្រោម។"
IMPORT_PREVIEW = "អ្វីដែលវានឹងធ្វើ"
IMPORT_INTO = "ទៅក្នុង *{case}* ៖ {counts} ។"
IMPORT_COUNTS = {
    "new": "ថ្មី *{count}*",
    "changed": "ផ្លាស់ប្តូរ *{count}*",
    "same": "មានរួចហើយ {count}",
    "left": "ទុកដដែល {count}",
    "asked": "ត្រូវសួរ *{count}*",
    "wrong": "ខុស *{count}*",
}
IMPORT_NOTHING = "គ្មានអ្វីនឹងផ្លាស់ប្តូរទេ៖ បញ្ជីមានទាំងអស់នោះរួចហើយ។"
IMPORT_LEFT_ALL = "គ្មានអ្វីត្រូវបាននាំចូល ឬផ្លាស់ប្តូរទេ។"
IMPORT_WRONG = ":warning: *អ្វីដែលខុស*"
IMPORT_FAULT = "• បន្ទាត់ {line}, {column}{typed}: {sentence}"
IMPORT_TYPED = " “{typed}”"
IMPORT_NEW = "*ថ្មី*"
IMPORT_CHANGED = "*ការផ្លាស់ប្តូរ ចាស់ → ថ្មី*"
IMPORT_ASKED = ":grey_question: *បន្ទាត់ទាំងនេះមើលទៅដូចអ្វីដែលមានរួចហើយ*"
IMPORT_LEFT = "*ទុកដដែល* ៖ បញ្ជីត្រូវបានផ្លាស់ប្តូរក្រោយកំណែនោះ"
IMPORT_LINE = "• បន្ទាត់ {line}: {kind} {title} *{when}*"
IMPORT_LINE_VACATED = " (បានលុបចោល)"
IMPORT_LINE_OF = "• បន្ទាត់ {line}: *{ref}* {title} {when}"
IMPORT_DIFFERENCE = "      {column}: ~{old}~ → *{new}*"
IMPORT_MOVES = "      ជាមួយវា {ref} {title}: ~{old}~ → *{new}*"
IMPORT_LOSES = "      {ref} {title} {old} ៖ លែងមានវិធានណាផ្តល់កាលបរិច្ឆេទឱ្យវា"
IMPORT_FOLLOWS = "      នឹងកើតឡើងតាមក្រោយ៖ {title} *{due}* · {citation}"
IMPORT_PASSED = " (កន្លងផុតហើយ៖ មិនដាក់ក្នុងបញ្ជីទេ)"
IMPORT_MORE = "… និង {count} បន្ទាត់ទៀត។ `adquem import --dry-run` បង្ហាញទាំងអស់ នៅកន្លែងដែលកម្មវិធីដំណើរការ។"
IMPORT_AS_A_DEADLINE = "ថ្ងៃផុតកំណត់"
IMPORT_CHOOSE = "និង"
IMPORT_EVEN_SO = "នាំចូលបន្ទាត់ត្រឹមត្រូវ {good} ទុកបន្ទាត់ខុស {wrong}"
IMPORT_WITH_DEADLINES = "ដាក់ថ្ងៃផុតកំណត់ដែលកើតឡើងតាមក្រោយក្នុងបញ្ជី ({count})"
IMPORT_WITH_DEADLINES_HINT = "មិនទាន់បញ្ជាក់ ដូចថ្ងៃផុតកំណត់ទាំងអស់។ អ្វីដែលកន្លងផុតត្រូវទុកចោល។"
IMPORT_ALIKE = "បន្ទាត់ដែលមើលទៅដូចអ្វីដែលមានរួចហើយ"
IMPORT_ALIKE_SAME = "ដូចគ្នា៖ ផ្លាស់ប្តូរអ្វីដែលខុសគ្នា"
IMPORT_ALIKE_NEW = "ផ្សេងគ្នា៖ កត់ត្រាជាថ្មី"
IMPORT_ALIKE_LEAVE = "ទុកចោល"
IMPORT_EDIT = "បន្ទាត់សម្រាប់កែ"
IMPORT_EDIT_HINT = "បើអ្នកកែវា រក្សាទុក បង្ហាញម្តងទៀតនូវអ្វីដែលវានឹងធ្វើ។"
IMPORT_OTHERWISE = ":warning: ឥឡូវវានឹងនាំចូលអ្វីផ្សេងពីអ្វីដែលបានបង្ហាញ។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ៖ សូមពិនិត្យម្តងទៀត។"
IMPORT_TICK_OR_CORRECT = "គ្មានអ្វីត្រូវបាននាំចូលទេ។ សូមធីកថាទុកបន្ទាត់ទាំងនេះចោល ឬកែវា ហើយចាប់ផ្តើមម្តងទៀត។"
IMPORT_DONE = "បាននាំចូលទៅក្នុង {case} ៖ {done} ។ ទាំងអស់ត្រូវបានកត់ត្រាដោយអ្នក ហើយមិនទាន់បញ្ជាក់។ `/docket undo` ដកវាវិញ។"
IMPORT_DONE_NEW = "ថ្មី {refs}"
IMPORT_DONE_CHANGED = "បានផ្លាស់ប្តូរ {refs}"
IMPORT_DONE_STARTED = "ថ្ងៃផុតកំណត់ដែលកើតឡើងតាមក្រោយ {refs}"
IMPORT_DONE_MOVED = "ថ្ងៃផុតកំណត់ដែលបានផ្លាស់ប្តូរ {refs}"
IMPORT_ANNOUNCED = (
    ":inbox_tray: {by} បាននាំចូលឯកសារមួយទៅក្នុង {case} ៖ {done} ។ ត្រូវមានមនុស្សទីពីរពិនិត្យ៖ គ្មានអ្វីក្នុងនោះត្រូវបានបញ្ជាក់ទេ។"
)
IMPORT_AND_MORE = "{refs} និង {count} ទៀត"
HELP_IMPORT = (("/docket import", "CSV, ប្រតិទិន `.ics` ឬ JSON ដែលបាននាំចេញ បង្ហាញម្តងមួយបន្ទាត់ មុនពេលរក្សាទុក"),)
