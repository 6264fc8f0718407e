"""What is ahead, the closed days, and what can be found."""

TODAY_AND_NEXT = "បញ្ជីរឿងក្តី៖ {first} ដល់ {last}"
NOTHING_DUE = "គ្មានអ្វីក្នុងបញ្ជីសម្រាប់ថ្ងៃទាំងនេះទេ។"
CLOSED_DAYS = "ថ្ងៃបិទខាងមុខ"
COUNTRIES = {"KH": "កម្ពុជា", "US": "សហរដ្ឋអាមេរិក"}
NO_CLOSED_DAYS = "*{court}* ៖ គ្មានថ្ងៃធ្វើការណាបិទទេ"
NO_COURT_HERE = "មិនទាន់មានតុលាការណាពាក់ព័ន្ធនៅទីនេះទេ៖ `/case add` បើករឿងក្តី, `/case link` តាមដានរឿងក្តី។"
AGENDA_OVERDUE = ":rotating_light: *ហួសកំណត់*"
AGENDA_DAY = "*{day}*{left}"
AGENDA_TODAY = " · *ថ្ងៃនេះ*"
AGENDA_TOMORROW = " · ថ្ងៃស្អែក"
AGENDA_IN_DAYS = " · {days} ថ្ងៃទៀត"
AGENDA_DEADLINE = "{flag}:hourglass_flowing_sand: *{ref}* · {title} · {citation} · {case}"
AGENDA_DUE = "រហូតដល់ {hour} តាមម៉ោងតុលាការ ({zone})"
AGENDA_WAS_DUE = "បានផុតកំណត់ {day} {hour} តាមម៉ោងតុលាការ ({zone})"
AGENDA_UNCONFIRMED = "*មិនទាន់បញ្ជាក់*"
AGENDA_CONDITIONAL = "មានលក្ខខណ្ឌ"
AGENDA_STANDINGS = {"arguable": "អាចជជែកបាន", "unverified": "មិនទាន់ផ្ទៀងផ្ទាត់"}
AGENDA_BY_HAND = "បញ្ចូលដោយដៃ"
AGENDA_ENTRY = "{flag}:classical_building: *{ref}* · {kind} · {title} · {case}"
AGENDA_FILED = "{flag}:page_facing_up: *{ref}* · {kind} · {title} · {case}"
AGENDA_AT = "{hour} តាមម៉ោងតុលាការ ({zone})"
AGENDA_NO_HOUR = "មិនដឹងម៉ោង"
AGENDA_CLOSED_DAYS = "*ថ្ងៃបិទក្នុងពេលនេះ*"
REMINDERS_IN_TROUBLE = ":no_bell: *ការរំលឹកដែលមិនទាន់អាចផ្ញើបាន* (កំពុងព្យាយាមម្តងទៀត)៖"
REMINDER_IN_TROUBLE = "• *{ref}* ក្នុង {channel} ៖ {trouble}"
REMINDER_CHANNEL = "<#{channel}>"
REMINDER_OTHER_CHANNEL = "ឆានែលផ្សេង"
REMINDER_TROUBLES = {
    "not_in_channel": "ខ្ញុំមិននៅក្នុងនោះទេ៖ `/invite @adquem`",
    "channel_not_found": "ខ្ញុំមើលវាមិនឃើញទេ៖ `/invite @adquem` នៅទីនោះ",
    "is_archived": "វាត្រូវបានដាក់ក្នុងបណ្ណសារ៖ តាមដានរឿងក្តីនៅកន្លែងផ្សេងដោយ `/case link`",
}
REMINDERS_MORE = "… និង {count} ទៀត"

SEARCH = "ស្វែងរក"
SEARCH_WORDS = "អ្វីដែលត្រូវស្វែងរក"
SEARCH_HINT = "ពាក្យ លេខរឿងក្តី ឈ្មោះសម្ងាត់ លេខសម្គាល់ខ្លី ជាភាសាអង់គ្លេស ឬខ្មែរ"
SEARCH_FOUND = "រកឃើញ {total} សម្រាប់ “{words}”"
SEARCH_NOTHING = (
    "គ្មានអ្វីដែលអ្នកអាចមើលបានមាន “{words}” ទេ។ សូមសាកពាក្យតិចជាងនេះ ឬផ្នែកនៃពាក្យ។ `/docket list` បង្ហាញអ្វីដែលនៅខាងមុខ។"
)

HELP_DOCKET = (
    ("/docket", "អ្វីដែលហួសកំណត់ ថ្ងៃនេះ និង ១៤ ថ្ងៃខាងមុខ"),
    ("/docket closed", "ថ្ងៃដែលតុលាការនីមួយៗបិទ ក្នុងប្រទេសទាំងពីរ"),
    ("/docket search objections", "ស្វែងរកពាក្យក្នុងអ្វីៗដែលអ្នកអាចមើលបាន រួមទាំងលេខសម្គាល់ខ្លី និងលេខរឿងក្តី"),
    ("/docket undo", "ត្រឡប់វិញនូវការផ្លាស់ប្តូរចុងក្រោយរបស់អ្នក ក្នុងរយៈពេលមួយថ្ងៃ វាបង្ហាញលទ្ធផល ហើយសួរជាមុន"),
    ("/docket settings", "ភាសា ការរំលឹក ម៉ោងស្ងាត់ សេចក្តីសង្ខេប និងការបញ្ជាក់ដោយមិនមើល របស់ឆានែលនេះ៖ ទម្រង់"),
    ("/docket settings reminders 30 14 7 3 1", "ប៉ុន្មានថ្ងៃមុនថ្ងៃផុតកំណត់ ដែលឆានែលនេះត្រូវបានរំលឹក"),
    (
        "/docket settings quiet 21:00 to 7:00",
        "ពេលដែលគ្មានអ្វីត្រូវនិយាយនៅទីនេះ ឬ `hour`, `hearings`, `zone`, `digest`",
    ),
    ("/docket language khmer", "ភាសាដែលខ្ញុំឆ្លើយទៅអ្នក (`english` ឬ `khmer`)"),
    ("/docket away 1 July {next_year} to 14 July {next_year}", "ថ្ងៃដែលអ្នកអវត្តមាន។ `/docket away` រាយ និងបញ្ចប់វា"),
    (
        "/docket audit {deadline}",
        "អ្នកណាបានផ្លាស់ប្តូរវា ពេលណា និងហេតុអ្វី។ បើគ្មានលេខសម្គាល់ អ្វីៗទាំងអស់ដែលអ្នកអាចមើលបាន",
    ),
    ("/docket help", "បញ្ជីនេះ"),
)
