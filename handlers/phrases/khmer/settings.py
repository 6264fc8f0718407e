"""What a channel or a person chooses."""

SETTINGS = "ការកំណត់"
SETTINGS_OF = "ការកំណត់នៃ <#{channel}>"
SETTINGS_UNCHANGED = "ឆានែលនេះមានដូច្នេះរួចហើយ គ្មានអ្វីត្រូវបានផ្លាស់ប្តូរទេ។"
SETTINGS_SAVED = "បានរក្សាទុក។ ពីពេលនេះទៅក្នុងឆានែលនេះ៖"
SETTINGS_ONLY_INSIDE = "មានតែមនុស្សក្នុងឆានែលទេដែលជ្រើសរើសសម្រាប់វា៖ សូមវាយពាក្យនេះក្នុងឆានែលនោះផ្ទាល់។"
SETTINGS_UNKNOWN = (
    "ខ្ញុំមិនស្គាល់ការកំណត់ “{said}” ទេ។ មានដូចខាងក្រោម៖ `language`, `blind`, `reminders`, `hearings`, `hour`, "
    "`zone`, `quiet`, `digest` ឧទាហរណ៍ `/docket settings reminders 30 14 7 3 1` ។ `/docket settings` បើកទម្រង់។"
)
SETTINGS_EXAMPLES = {
    "language": "khmer",
    "blind": "on",
    "reminders": "30 14 7 3 1",
    "hearings": "7 1",
    "hour": "9:00",
    "zone": "Phnom Penh",
    "quiet": "21:00 to 7:00",
    "digest": "8:00",
}
SETTINGS_SAY_WHAT = "សូមបញ្ជាក់ថាជាអ្វី៖ `/docket settings {name} {example}` ឬ `/docket settings {name} default`"
SETTINGS_OPEN = "ផ្លាស់ប្តូរ"
SETTING_LANGUAGE = "ភាសានៃកាត និងការរំលឹក"
SETTING_BLIND = "ការបញ្ជាក់ដោយមិនមើលកាលបរិច្ឆេទ"
SETTING_BLIND_HINT = "អ្នកដែលបញ្ជាក់កាលបរិច្ឆេទ ត្រូវវាយកាលបរិច្ឆេទដែលខ្លួនគណនាបានជាមុនសិន"
SETTING_DAYS = "ចំនួនថ្ងៃមុនថ្ងៃផុតកំណត់"
SETTING_DAYS_HINT = "ចំនួនគត់។ ថ្ងៃនោះផ្ទាល់តែងតែត្រូវបានរំលឹក។ ទទេ៖ តាមលំនាំដើម"
SETTING_HEARING_DAYS = "ចំនួនថ្ងៃមុនសវនាការ"
SETTING_HOUR = "ម៉ោងរំលឹក"
SETTING_HOUR_HINT = "ទទេ៖ ម៉ោង 9:00 និងម៉ោង 8:00 នៅថ្ងៃនោះផ្ទាល់"
SETTING_ZONE = "តាមម៉ោងនៅទីណា"
SETTING_ZONE_HINT = "ទីក្រុង ឬតំបន់ម៉ោង ដូចជា Asia/Phnom_Penh ។ ទទេ៖ តាមតុលាការនីមួយៗ"
SETTING_QUIET_FROM = "ស្ងាត់ចាប់ពី"
SETTING_QUIET_UNTIL = "ស្ងាត់រហូតដល់"
SETTING_QUIET_HINT = "ទាំងពីរ ឬគ្មានសោះ៖ ការរំលឹកដែលចំពេលនោះ មកមុន"
SETTING_DIGEST = "សេចក្តីសង្ខេបប្រចាំថ្ងៃ និងប្រចាំសប្តាហ៍"
SETTING_DIGEST_AT = "ម៉ោងនៃសេចក្តីសង្ខេប"
SETTING_LINE = "• {name}៖ *{value}*"
SETTING_BY_DEFAULT = "{value} (លំនាំដើម)"
SETTING_DAYS_BEFORE = "{days} ថ្ងៃមុន"
SETTING_COURTS_ZONE = "តាមតុលាការនីមួយៗ"
SETTING_USUAL_HOUR = "9:00 និង 8:00 នៅថ្ងៃនោះផ្ទាល់"
SETTING_USUAL_DIGEST = "ម៉ោងរំលឹក"
SETTING_QUIET = "{first} ដល់ {last}"
SETTING_NO_QUIET = "គ្មាន"
SETTING_QUIET_NAME = "ម៉ោងស្ងាត់"
SWITCHES = {True: "បើក", False: "បិទ"}

AWAY_TITLE = "ថ្ងៃអវត្តមាន"
AWAY_RECORDED = "អ្នកអវត្តមានពី{first} ដល់{last} (លេខ {number})។ អ្នកណាដែលរៀបចំកាលបរិច្ឆេទក្នុងពេលនោះ ត្រូវបានជូនដំណឹង។"
AWAY_ENDED = "បានដកវិញ៖ អ្នកមិនអវត្តមានពី{first} ដល់{last}ទេ។"
AWAY_LINE = "*{number}* · {first} ដល់ {last}"
AWAY_NONE = "អ្នកមិនបានកត់ត្រាថ្ងៃអវត្តមានទេ។ `/docket away 1 July 2030 to 14 July 2030` កត់ត្រាវា ឬចុចប៊ូតុង។"
AWAY_ADD = "បន្ថែមថ្ងៃអវត្តមាន"
AWAY_END = "ដកវិញ"
AWAY_FIRST = "ថ្ងៃដំបូង"
AWAY_LAST = "ថ្ងៃចុងក្រោយ"
AWAY_NOTE = "កំណត់សម្គាល់ (មិត្តរួមការងារអាចអានបាន)"
AWAY_SAY_WHICH = "សូមបញ្ជាក់ថាមួយណា៖ `/docket away withdraw 1` ។ `/docket away` រាយថ្ងៃអវត្តមានរបស់អ្នក ជាមួយលេខរបស់វា។"
