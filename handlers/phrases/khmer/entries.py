"""Changing, ending and withdrawing what stands on the docket; what follows from it, before and after."""

CHANGE_TITLES = {
    "move": "ប្តូរពេល {ref}",
    "vacate": "លុបចោល {ref}",
    "adjourn": "លើកពេល {ref}",
    "edit": "កែ {ref}",
    "withdraw": "ដក {ref} ចេញ",
}
CHANGE_SAVES = {
    "move": "ប្តូរពេលវា ជាមួយទាំងនេះ",
    "vacate": "លុបវាចោល",
    "adjourn": "លើកពេលវា ជាមួយទាំងនេះ",
    "edit": "រក្សាទុក ជាមួយទាំងនេះ",
    "withdraw": "ដកវាចេញ",
}
CHANGE_SAVES_MOOT = {
    "move": "ប្តូរពេលវា អ្វីដែលគ្មានវិធាន៖ លែងមានកម្មវត្ថុ",
    "vacate": "លុបចោល ហើយវាលែងមានកម្មវត្ថុ",
    "adjourn": "លើកពេល ហើយវាលែងមានកម្មវត្ថុ",
    "edit": "រក្សាទុក អ្វីដែលគ្មានវិធាន៖ លែងមានកម្មវត្ថុ",
    "withdraw": "ដកចេញ ហើយវាលែងមានកម្មវត្ថុ",
}
CHANGE_SAVES_KEPT = {
    "move": "ប្តូរពេលវា រក្សាថ្ងៃទាំងនោះ",
    "vacate": "លុបចោល រក្សាកាលបរិច្ឆេទ",
    "adjourn": "លើកពេល រក្សាកាលបរិច្ឆេទ",
    "edit": "រក្សាទុក រក្សាកាលបរិច្ឆេទ",
    "withdraw": "ដកចេញ រក្សាកាលបរិច្ឆេទ",
}
CHANGE_CHOOSE = "ជ្រើសរើសម្តងមួយៗ"
CHANGE_NOT_SAVED = ":hourglass: *មិនទាន់មានអ្វីត្រូវបានរក្សាទុកទេ* ។ សូមមើលអ្វីដែលកើតឡើងតាមក្រោយ រួចរក្សាទុក។"
CHANGE_OTHERWISE = (
    ":warning: *វាបានផ្លាស់ប្តូរ នៅពេលអ្នកកំពុងមើល* ។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ។ ខាងក្រោមជាអ្វីដែលនឹងកើតឡើងឥឡូវនេះ៖ សូមពិនិត្យវា រួចរក្សាទុក។"
)
CHANGE_FACT = "{label}: ~{old}~ → *{new}*"
CHANGE_NONE = "គ្មាន"
CHANGE_OFF_CALENDAR = "ចេញពីប្រតិទិន"
CHANGE_IS_WITHDRAWN = "បានដកចេញ"
CHANGE_NO_DATE_YET = "មិនទាន់មានកាលបរិច្ឆេទ"
CHANGE_LABELS = {
    "title": "ជាអ្វី",
    "place": "ទីកន្លែង",
    "link": "តំណភ្ជាប់",
    "note": "កំណត់សម្គាល់",
    "owner": "អ្នកណា",
    "trigger": "តាមវិធាន",
    "on_date": "ថ្ងៃចុះបញ្ជី",
    "starts_at": "ពេលណា",
    "service": "ការបញ្ជូន",
    "served_on": "ថ្ងៃបញ្ជូន",
    "status": "ពេលណា",
}
CHANGE_REASON = "មូលហេតុ៖ {reason}"
CHANGE_MOVES = "*{ref}* · {title} · {citation}\n~{old}~ → *{new}*{hours}"
CHANGE_HOURS = " រហូតដល់ {hour} ({zone})"
CHANGE_ANEW = "ត្រូវបញ្ជាក់សាជាថ្មី។"
CHANGE_WAS_CONFIRMED = "បានបញ្ជាក់ដោយ {by} ។ ត្រូវបញ្ជាក់សាជាថ្មី។"
CHANGE_WAS_KEPT = "{by} បានសម្រេចរក្សាកាលបរិច្ឆេទរបស់វា។ នោះគឺអំពីការផ្លាស់ប្តូរផ្សេង។"
CHANGE_STAYS = "*{ref}* · {title}៖ នៅដដែល {due} ។"
CHANGE_FIXED = ":lock: *{ref}* · {title}៖ នៅដដែល *{due}* ព្រោះតុលាការបានកំណត់វា{order}។{would_be}"
CHANGE_KEPT_BY = ":lock: *{ref}* · {title}៖ នៅដដែល *{due}* ព្រោះ {by} បានសម្រេចរក្សាវា (“{reason}”)។{would_be}"
CHANGE_BY_HAND = ":raised_hand: *{ref}* · {title}៖ នៅដដែល *{due}* ព្រោះគ្មានវិធានណាគណនាវា។ សូមពិនិត្យថាវានៅតែត្រឹមត្រូវឬទេ។"
CHANGE_WOULD_BE = " តាមវិធាន វានឹងជា {would_be} ។"
CHANGE_LOST = (
    ":warning: *{ref}* · {title} · {citation}: *{due}* ។ បន្ទាប់ពីនេះ លែងមានវិធានណាផ្តល់កាលបរិច្ឆេទឱ្យវា។ "
    "លែងមានកម្មវត្ថុ ឬនៅតែត្រូវធ្វើ?"
)
CHANGE_CLOSED = "ធ្វើរួច ឬលែងមានកម្មវត្ថុរួចហើយ មិនផ្លាស់ប្តូរ៖ {refs} ។"
CHANGE_NEW = "*ថ្មី៖* {title} · {citation}\n*{due}* {until}"
CHANGE_TICK_MOVES = "ផ្លាស់ប្តូរទាំងនេះ អ្វីដែលមិនធីក រក្សាកាលបរិច្ឆេទ"
CHANGE_TICK_MOOT = "បិទទាំងនេះព្រោះលែងមានកម្មវត្ថុ អ្វីដែលមិនធីក នៅតែត្រូវធ្វើ"
CHANGE_TICK_NEW = "ដាក់ទាំងនេះក្នុងបញ្ជី"
CHANGE_MANY = "{label} ({first} ដល់ {last})"

ENTRY_EDITED = "*{ref} ត្រូវបានកែ* ក្នុង {case} ៖ {title} ។ {changes}{reason} ដោយ {by} ។"
ENTRY_WITHDRAWN = "*{ref} ត្រូវបានដកចេញ* ក្នុង {case} ៖ {title} ។ វានៅក្នុងបញ្ជី ដោយមានសញ្ញាសម្គាល់។ មូលហេតុ៖ {reason} ។ ដោយ {by} ។"
ENTRY_REASON = " មូលហេតុ៖ {reason} ។"
CHANGE_MADE_MOOT = "• *{ref}* {title}: *លែងមានកម្មវត្ថុ* លែងត្រូវធ្វើ (ធ្លាប់ផុតកំណត់ {due})។"
CHANGE_KEPT_DATE = "• *{ref}* {title}៖ រក្សាកាលបរិច្ឆេទរបស់វា *{due}* ។"
CHANGE_LEFT_LOCKED = "• :lock: *{ref}* {title}៖ មិនបានផ្លាស់ប្តូរ នៅតែផុតកំណត់ *{due}* ។"
CHANGE_STARTED = "• *{ref}* {title}៖ ថ្មី ផុតកំណត់ *{due}* ត្រូវបញ្ជាក់។"
CHANGE_LOST_RULE = "• :warning: *{ref}* {title}៖ លែងមានវិធានណាផ្តល់កាលបរិច្ឆេទឱ្យវា។ វានៅតែផុតកំណត់ *{due}* ។"

ENTRY_EDIT_TITLE = "កែ {ref}"
ENTRY_EDIT_OWNER_HEARING = "អ្នកចូលបង្ហាញខ្លួន"
ENTRY_EDIT_OWNER = "អ្នកមើលការខុសត្រូវ"
ENTRY_EDIT_REASON = "មូលហេតុ បើកាលបរិច្ឆេទត្រូវរាប់ពីអ្វីដែលអ្នកកែ"
ENTRY_EDIT_REASON_HINT = "ឧទាហរណ៍៖ បង្កាន់ដៃសរសេរដូច្នេះ"
ENTRY_EDIT_REASON_NEEDED = "សូមបញ្ជាក់មូលហេតុ៖ កាលបរិច្ឆេទត្រូវរាប់ពីនេះ ហើយកំណត់ហេតុរក្សាមូលហេតុ។"
ENTRY_EDIT_KNOWS_NO_FIELD = (
    "ខ្ញុំមិនស្គាល់ “{said}” សម្រាប់កែទេ។ សូមវាយមួយក្នុងចំណោម {known} និងអ្វីដែលវាត្រូវក្លាយជា ឧទាហរណ៍ `{example}` "
    "ឬតែ `{command} edit {ref}` សម្រាប់ទម្រង់។"
)
ENTRY_EDIT_KNOWS_NO_SERVICE = "ខ្ញុំមិនស្គាល់របៀបបញ្ជូន “{said}” ទេ។ សូមវាយមួយក្នុងចំណោម {known} ។"
ENTRY_EDIT_SAYS_NOTHING = "សូមវាយអ្វីដែលវាត្រូវក្លាយជា ឧទាហរណ៍ `{example}`"
ENTRY_NOBODY_NAMED = "ខ្ញុំរកមិនឃើញមនុស្សក្នុង “{said}” ទេ។ សូមវាយ @ និងឈ្មោះ ឬ `me` ឬ `nobody`"
ENTRY_WITHDRAW = "ដកចេញ"
ENTRY_WITHDRAW_WHY = {"mistake": "កត់ត្រាដោយច្រឡំ", "court": "ត្រូវតុលាការដកចេញ"}
ENTRY_WITHDRAW_REASON = "អ្វីបានកើតឡើង"
ENTRY_WITHDRAW_CHOICE = "មូលហេតុ"
ENTRY_EDIT = "កែ"

ENTRY_FOLLOWS = "បន្ទាប់ពី {ref} ដែលត្រូវបានលើកពេល។"
ENTRY_FOLLOWED_BY = "លើកពេលទៅ {ref} ។"
ENTRY_OWNER_HEARING = "អ្នកចូលបង្ហាញខ្លួន៖ {owner}"
ENTRY_OWNER = "មើលការខុសត្រូវដោយ {owner}"
ENTRY_OUTCOME_BY = "សរសេរដោយ {by} ។"
ENTRY_UPSHOTS = {
    "held": "បានធ្វើឡើង",
    "reserved": "បានធ្វើឡើង សេចក្តីសម្រេចទុកប្រកាសពេលក្រោយ",
    "adjourned": "បានលើកពេល",
    "vacated": "មិនបានធ្វើឡើង៖ តុលាការបានលុបចោល",
}

ENTRY_HISTORY_TITLE = "*អ្វីដែលបានកើតឡើងចំពោះវា*"
ENTRY_HISTORY_LINE = "{day}៖ {what} ដោយ {by}{reason}"
ENTRY_HISTORY_REASON = " (“{reason}”)"
ENTRY_HISTORY = {
    "scheduled": "បានកំណត់ពេល",
    "recorded": "បានកត់ត្រា",
    "moved": "បានប្តូរពីពេល {old} ទៅ {new}",
    "vacated": "បានលុបចោល",
    "held": "បានសរសេរលទ្ធផល",
    "edited": "បានកែ៖ {changes}",
    "withdrawn": "បានដកចេញ",
    "undone": "ការផ្លាស់ប្តូរមួយត្រូវបានត្រឡប់វិញ",
}
ENTRY_HISTORY_OTHER = "បានផ្លាស់ប្តូរ ({action})"
ENTRY_HISTORY_EARLIER = "… និងអ្វីដែលមុននេះ។ `/docket audit {ref}` ប្រាប់ទាំងអស់។"
ENTRY_LIST_PAST = "{title}៖ កន្លងទៅ"
ENTRY_LIST_AHEAD = "{title}៖ ខាងមុខ"
SERVED_IN_FUTURE = ":warning: បានបញ្ជូននៅ{served}៖ ថ្ងៃនោះមិនទាន់មកដល់ទេ។ សូមពិនិត្យវា។"
ENTRY_FOR_THE_RULES = "សម្រាប់វិធាន៖ {trigger}"
ENTRY_SERVED = "បានបញ្ជូន៖ {how}, {day}"
ENTRY_SERVED_UNKNOWN_HOW = "មិនដឹងថាដោយរបៀបណា"
ENTRY_SERVED_UNKNOWN_DAY = "មិនដឹងថាថ្ងៃណា"
SERVICES_INSIDE = {
    "none": "មិនបានបញ្ជូន ឬមិនទាន់ដឹង",
    "ecf": "តាមអេឡិចត្រូនិក (ECF)",
    "mail": "តាមប្រៃសណីយ៍",
    "personal": "ប្រគល់ផ្ទាល់ដៃ",
    "consent": "តាមមធ្យោបាយផ្សេងដែលមានការយល់ព្រមជាលាយលក្ខណ៍អក្សរ",
    "clerk": "ទុកនៅក្រឡាបញ្ជី",
}
