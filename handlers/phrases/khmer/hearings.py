"""Hearings: scheduled, moved, vacated, held, adjourned."""

HEARING_ADDED = "*{ref}* មានក្នុងបញ្ជីនៃ {case} ៖ {when} ។ កាតរបស់វាទៅដល់គ្រប់ឆានែលដែលតាមដានរឿងក្តីនេះ។"
HEARING_MOVED = "*{ref} ប្តូរពេល* ក្នុង {case}: ~{old}~ → *{new}* ។ {title} ។ មូលហេតុ៖ {reason} ។ ដោយ {by} ។"
HEARING_VACATED = "*{ref} ត្រូវបានលុបចោល* ក្នុង {case}: ~{old}~ ។ {title} ។ មូលហេតុ៖ {reason} ។ ដោយ {by} ។"
HEARING_HELD = "*{ref} បានធ្វើឡើង* ក្នុង {case} {when} ។ {title} ។ {outcome} ។ ដោយ {by} ។"
HEARING_RESERVED = "*{ref} បានធ្វើឡើង សេចក្តីសម្រេចទុកប្រកាសពេលក្រោយ* ក្នុង {case} {when} ។ {title} ។ {outcome} ។ ដោយ {by} ។"
HEARING_ADJOURNED = "*{ref} ត្រូវបានលើកពេល* ក្នុង {case}: ~{old}~ → *{new}* (*{following}*)។ {title} ។{outcome} ដោយ {by} ។"
HEARING_ADJOURNED_WITHOUT_DATE = (
    "*{ref} ត្រូវបានលើកពេល* ក្នុង {case}: ~{old}~ → *មិនទាន់មានកាលបរិច្ឆេទ* ។ {title} ។{outcome} ដោយ {by} ។ "
    "នៅពេលតុលាការកំណត់ថ្ងៃ៖ `/hearing add`"
)
HEARING_NO_OUTCOME = "គ្មានអ្វីត្រូវបានកត់ត្រាបន្ថែម"
CLOSED_BY = "{status} ដោយ {by} ។ មូលហេតុ៖ {reason}"
HAS_TAKEN_PLACE = ":warning: *{ref}* ត្រូវធ្វើឡើងនៅ {when} ។ ពេលនោះបានកន្លងផុតហើយ៖ អ្វីដែលបានធ្វើឡើង មិនត្រូវប្តូរពេល ឬលុបចោលទេ។"
ALL_THE_SAME = "នៅតែធ្វើវា"
LEAVE_IT = "ទុកវាដដែល"
HEARING_IS_PAST = ":warning: ពេលនោះបានកន្លងផុតហើយ។ បើជាការច្រឡំ សូមប្តូរពេលវា៖ `/hearing move {ref}`"
CLOSED_THAT_DAY = ":warning: តុលាការបិទនៅថ្ងៃនោះ ({why})៖ សូមពិនិត្យកាលបរិច្ឆេទ។"
CLOSED_BY_TEAM = "ថ្ងៃបិទដែលក្រុមបានកត់ត្រា"
HEARING_HELD_BUTTON = "បានធ្វើឡើង"
HEARING_HELD_TITLE = "{ref}៖ លទ្ធផល"
HEARING_HELD_UPSHOT = "លទ្ធផល"
HEARING_HELD_OUTCOME = "ក្នុងប្រយោគមួយ"
HEARING_HELD_OUTCOME_HINT = "អ្វីដែលបាននិយាយ ឬបានសម្រេច។ បើលើកពេល ឬលុបចោល មូលហេតុ"
HEARING_HELD_NEXT_DAY = "បើលើកពេល៖ ទៅថ្ងៃណា (តាមប្រតិទិនតុលាការ)"
HEARING_HELD_NEXT_TIME = "បើលើកពេល៖ នៅម៉ោងណា (តាមម៉ោងតុលាការ)"
HEARING_HELD_NEXT_HINT = "ទុកទទេទាំងពីរ បើតុលាការមិនបានកំណត់ថ្ងៃ"
HEARING_HELD_BOTH_OR_NONE = "សូមផ្តល់ថ្ងៃ និងម៉ោង ឬគ្មានទាំងពីរ បើតុលាការមិនបានកំណត់។"
HEARING_HELD_NEEDS_A_REASON = "សូមបញ្ជាក់មូលហេតុដែលវាមិនបានធ្វើឡើង។"
HEARING_HELD_IS_NOT_ADJOURNED = "ថ្ងៃថ្មីត្រូវបានបំពេញ៖ សូមជ្រើសរើស “បានលើកពេល” ឬលុបថ្ងៃ និងម៉ោងចេញ។"
HEARING_ADJOURN = "លើកពេល"
HEARING_OWNER = "អ្នកចូលបង្ហាញខ្លួន"
HELP_HEARING = (
    (
        "/hearing add {coming} 9:30am Oral argument on the application",
        ("ម៉ោងតុលាការ។ បើមានរឿងក្តីច្រើន សូមដាក់រឿងក្តីមុនគេ៖ `add {case} {coming} …` ។ `@name` ប្រាប់ថាអ្នកណាចូលបង្ហាញខ្លួន"),
    ),
    ("/hearing list", "អ្វីដែលនៅខាងមុខ និងអ្វីដែលកន្លងទៅ។ `list past`, `list ahead`, `list C1`"),
    ("/hearing show {hearing}", "សវនាការមួយ ថ្ងៃផុតកំណត់របស់វា និងអ្វីដែលបានកើតឡើងចំពោះវា"),
    (
        "/hearing move {hearing}",
        'ពេលផ្សេង និងមូលហេតុ៖ ទម្រង់ ឬវាយ `{coming} 9:30am "notice"` នៅខាងក្រោយ វាបង្ហាញអ្វីដែលផ្លាស់ប្តូរតាម',
    ),
    ("/hearing vacate {hearing}", 'លុបវាចេញពីប្រតិទិន៖ ទម្រង់ ឬវាយ `"settled"` នៅខាងក្រោយ'),
    (
        "/hearing held {heard}",
        'លទ្ធផលរបស់វា៖ ទម្រង់ ឬវាយ `"argued and submitted"` ឬ `reserved` នៅខាងក្រោយ នៅពេលថ្ងៃរបស់វាមកដល់',
    ),
    ("/hearing adjourn {heard}", 'លើកពេលទៅថ្ងៃផ្សេង៖ ទម្រង់ ឬវាយ `{coming} 9:30am "no time"` នៅខាងក្រោយ'),
    ("/hearing edit {hearing}", "កែវា៖ ទម្រង់ ឬវាយ `place Courtroom 5` ឬ `owner @name` នៅខាងក្រោយ"),
    ("/hearing withdraw {hearing}", "កត់ត្រាដោយច្រឡំ៖ ទម្រង់"),
    ("/hearing", "ទម្រង់"),
)
