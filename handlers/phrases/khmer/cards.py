"""What stands on cards: how sure a date is, and what it waits for."""

STANDINGS = {
    "settled": "ច្បាស់លាស់៖ វិធានមានការបកស្រាយតែមួយ។",
    "arguable": "អាចជជែកបាន៖ ច្បាប់អាចបកស្រាយបានពីរយ៉ាង។ នេះជាកាលបរិច្ឆេទមុន ដែលមានសុវត្ថិភាព។",
    "unverified": ("មិនទាន់ផ្ទៀងផ្ទាត់៖ អត្ថបទនៃវិធានមិនទាន់ត្រូវបានពិនិត្យ។ សូមពិនិត្យមុននឹងពឹងផ្អែកលើកាលបរិច្ឆេទនេះ។"),
}
DO_NOT_PLAN = "តាមការបកស្រាយមួយទៀត៖ {latest}។ កុំពឹងផ្អែកលើកាលបរិច្ឆេទនេះ។"
LAST_OPEN_DAY = "ក្រឡាបញ្ជីបិទនៅថ្ងៃនោះ។ ថ្ងៃចុងក្រោយដែលអាចទៅដល់ក្រឡាបញ្ជីបាន គឺ *{day}* ។"
CONDITION = "លក្ខខណ្ឌ (ជាភាសាអង់គ្លេស)៖ “{condition}”។"
CONDITION_AS_SAID = "លក្ខខណ្ឌ (ជាភាសាអង់គ្លេស)៖ “{condition}”។"
UNCONFIRMED = ":warning: *មិនទាន់បញ្ជាក់* ៖ ត្រូវមានមនុស្សទីពីរពិនិត្យ។"
CONFIRMED = ":white_check_mark: បញ្ជាក់ដោយ {by}"
CONFIRMED_AFTER_MISMATCH = " ក្រោយពីគណនាបានកាលបរិច្ឆេទខុសគ្នា"
IS_DONE = ":heavy_check_mark: *ធ្វើរួច* នៅ{day} ដោយ {by} ៖ {proof}"
IS_MOOT = "*លែងមានកម្មវត្ថុ* ៖ គ្មាននរណាត្រូវធ្វើវាទៀតទេ។"
NO_OWNER = "មិនទាន់មានអ្នកទទួលបន្ទុក"
OWNED_BY = "អ្នកទទួលបន្ទុក {owner}"
NEXT_REMINDER = "ការរំលឹកបន្ទាប់ {day}"
RECORDED_BY = "កត់ត្រាដោយ {by}"
IS_OVERDUE = ":rotating_light: *ហួសកំណត់* តាំងពី{day} {hour} តាមម៉ោងតុលាការ"
UNTIL = "រហូតដល់ {hour} តាមម៉ោងតុលាការ ({zone})"
COURT_TIME = "តាមម៉ោងតុលាការ ({zone})"
HOUR_UNKNOWN = "មិនដឹងម៉ោង"
HELD_BY_HAND = "បញ្ចូលដោយដៃ៖ គ្មានវិធានណាគណនាវាទេ។"
IS_MOOT_BECAUSE = "*លែងមានកម្មវត្ថុ* ៖ គ្មាននរណាត្រូវធ្វើវាទៀតទេ។ {reason}"
FIXED_BY_COURT = ":lock: កំណត់ដោយតុលាការ៖ {order}"
BACKED_UP_BY = "អ្នកជំនួស {backup}"
SNOOZED_UNTIL = ":zzz: ការរំលឹករបស់វាត្រូវបានផ្អាករហូតដល់{until} ដោយ {by} ។"
