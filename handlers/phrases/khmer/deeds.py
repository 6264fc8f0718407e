"""Undoing, and the log of what was done."""

UNDO = "ត្រឡប់វិញ"
UNDO_TITLE = "ការផ្លាស់ប្តូរចុងក្រោយរបស់អ្នក"
UNDO_WHAT = "*{what}* · {subject} · {when}"
UNDO_WOULD = "បើអ្នកត្រឡប់វាវិញ៖"
UNDO_COLUMN = "• *{ref}* {column}: ~{now}~ → *{then}*"
UNDO_WITHDRAWN = "• *{ref}* {title}៖ នៅក្នុងបញ្ជី ដោយសម្គាល់ថា *បានដកចេញ*"
UNDO_MOOT = "• *{ref}* {title}៖ នៅក្នុងបញ្ជី ដោយសម្គាល់ថា *លែងមានកម្មវត្ថុ*"
UNDO_CLOSED = "• *{ref}* ៖ រឿងក្តីត្រូវបានបិទ"
UNDO_MORE = "… និង {count} ទៀត"
UNDO_ONCE = "ការរំលឹក និងប្រតិទិនផ្លាស់ប្តូរតាម។ ការត្រឡប់វិញ មិនអាចត្រឡប់វិញបានទៀតទេ៖ សូមធ្វើវាម្តងទៀតដោយដៃ។"
UNDONE = "បានត្រឡប់វិញ៖ {what} · {subject} ។"
UNDONE_IN_CASE = ":leftwards_arrow_with_hook: {by} បានត្រឡប់វិញនូវ *{what}* ក្នុង {case} ៖"
UNDO_EMPTY = "គ្មានអ្វី"

COLUMNS = {
    "title": "ចំណងជើង",
    "on_date": "ថ្ងៃ",
    "starts_at": "ម៉ោង",
    "precision": "ភាពជាក់លាក់នៃកាលបរិច្ឆេទ",
    "place": "ទីកន្លែង",
    "trigger": "តាមវិធាន នេះជាអ្វី",
    "service": "ការបញ្ជូន",
    "served_on": "ថ្ងៃបញ្ជូន",
    "link": "តំណភ្ជាប់",
    "note": "កំណត់សម្គាល់",
    "owner": "អ្នកទទួលបន្ទុក",
    "backup": "អ្នកជំនួស",
    "outcome": "លទ្ធផល",
    "status": "ស្ថានភាព",
    "condition": "លក្ខខណ្ឌ",
    "rule": "វិធាន",
    "citation": "សំអាង",
    "due": "ផុតកំណត់",
    "latest": "ការបកស្រាយយូរបំផុត",
    "standing": "កម្រិតប្រាកដ",
    "confirmed_by": "បញ្ជាក់ដោយ",
    "done_by": "ធ្វើរួចដោយ",
    "filed_by": "ដាក់លិខិតដោយ",
    "proof": "ភស្តុតាង",
    "is_fixed": "កំណត់ដោយតុលាការ",
    "closed_reason": "មូលហេតុ",
    "snoozed_until": "ផ្អាករហូតដល់",
    "docket_number": "លេខរឿងក្តី",
    "caption": "ឈ្មោះរឿងក្តី",
    "alias": "ឈ្មោះសម្ងាត់",
    "our_side": "ភាគីរបស់យើង",
    "closed_at": "ថ្ងៃបិទ",
    "language": "ភាសា",
    "is_blind": "ការបញ្ជាក់ដោយមិនមើលកាលបរិច្ឆេទ",
    "zone": "តំបន់ម៉ោង",
    "ladder": "ការរំលឹកថ្ងៃផុតកំណត់",
    "hearing_ladder": "ការរំលឹកសវនាការ",
    "at_hour": "ម៉ោងរំលឹក",
    "quiet_from": "ស្ងាត់ចាប់ពី",
    "quiet_until": "ស្ងាត់រហូតដល់",
    "digest_at": "ម៉ោងនៃសេចក្តីសង្ខេប",
    "has_digest": "សេចក្តីសង្ខេប",
}
YES_NO = {True: "បាទ/ចាស", False: "ទេ"}

DEEDS = {
    "import.done": "នាំចូលឯកសារ",
    "deadline.entered": "បញ្ចូលថ្ងៃផុតកំណត់",
    "deadline.handed_over": "ផ្ទេរថ្ងៃផុតកំណត់ទៅសវនាការបន្ទាប់",
    "case.opened": "បើករឿងក្តី",
    "case.linked": "ឆានែលតាមដានរឿងក្តី",
    "case.unlinked": "ឆានែលឈប់តាមដានរឿងក្តី",
    "case.edited": "កែរឿងក្តី",
    "case.closed": "បិទរឿងក្តី",
    "case.reopened": "បើករឿងក្តីឡើងវិញ",
    "hearing.scheduled": "បន្ថែមសវនាការ",
    "hearing.moved": "ប្តូរពេលសវនាការ",
    "hearing.vacated": "លុបចោលសវនាការ",
    "hearing.held": "សវនាការបានធ្វើឡើង",
    "hearing.withdrawn": "ដកសវនាការចេញ",
    "hearing.edited": "កែសវនាការ",
    "ruling.recorded": "កត់ត្រាសេចក្តីសម្រេច",
    "ruling.edited": "កែសេចក្តីសម្រេច",
    "ruling.withdrawn": "ដកសេចក្តីសម្រេចចេញ",
    "order.recorded": "កត់ត្រាដីកាសម្រេច",
    "order.edited": "កែដីកាសម្រេច",
    "order.withdrawn": "ដកដីកាសម្រេចចេញ",
    "filing.recorded": "កត់ត្រាលិខិតដាក់ជូនតុលាការ",
    "service.recorded": "កត់ត្រាការបញ្ជូន",
    "notice.recorded": "កត់ត្រាលិខិតជូនដំណឹង",
    "deadline.adopted": "យកថ្ងៃផុតកំណត់",
    "deadline.added": "បន្ថែមថ្ងៃផុតកំណត់",
    "deadline.confirmed": "បញ្ជាក់ថ្ងៃផុតកំណត់",
    "deadline.assigned": "ប្រគល់បន្ទុកថ្ងៃផុតកំណត់",
    "deadline.snoozed": "ផ្អាកការរំលឹកថ្ងៃផុតកំណត់",
    "deadline.acknowledged": "បានឃើញការរំលឹក",
    "deadline.extended": "ពន្យារថ្ងៃផុតកំណត់",
    "deadline.fixed": "តុលាការកំណត់ថ្ងៃផុតកំណត់",
    "deadline.moved": "ផ្លាស់ប្តូរថ្ងៃផុតកំណត់",
    "deadline.restated": "ពន្យល់ថ្ងៃផុតកំណត់សាជាថ្មី",
    "deadline.without_rule": "លែងមានវិធានផ្តល់កាលបរិច្ឆេទនេះ",
    "deadline.done": "ធ្វើរួច",
    "deadline.moot": "លែងមានកម្មវត្ថុ",
    "deadline.reopened": "បើកថ្ងៃផុតកំណត់ឡើងវិញ",
    "deadline.edited": "កែថ្ងៃផុតកំណត់",
    "question.settled": "ដោះស្រាយបញ្ហាច្បាប់",
    "question.reopened": "បើកបញ្ហាច្បាប់ឡើងវិញ",
    "closure.recorded": "កត់ត្រាថ្ងៃបិទ",
    "closure.withdrawn": "ដកថ្ងៃបិទចេញ",
    "revision.applied": "ផ្លាស់ប្តូរកាលបរិច្ឆេទតាមច្បាប់បច្ចុប្បន្ន",
    "revision.kept": "រក្សាកាលបរិច្ឆេទ",
    "revision.asked": "ស្នើសុំការសម្រេច",
    "settings.changed": "ផ្លាស់ប្តូរការកំណត់",
    "person.language": "ជ្រើសរើសភាសា",
    "absence.recorded": "កត់ត្រាថ្ងៃអវត្តមាន",
    "absence.withdrawn": "ដកថ្ងៃអវត្តមានវិញ",
    "feed.issued": "បង្កើតអាសយដ្ឋានប្រតិទិន",
    "feed.revoked": "ដកហូតអាសយដ្ឋានប្រតិទិន",
    "docket.exported": "នាំចេញបញ្ជីរឿងក្តី",
    "change.undone": "ត្រឡប់វិញ",
}

AUDIT = "កំណត់ហេតុ"
AUDIT_OF = "កំណត់ហេតុនៃ {subject}"
AUDIT_LINE = "*{when}* · {by} · *{what}* · {subject}"
AUDIT_REASON = "មូលហេតុ៖ {reason}"
AUDIT_CHANGE = "{column}: ~{old}~ → *{new}*"
AUDIT_PLAIN_CHANGE = "~{old}~ → *{new}*"
AUDIT_NOTHING = "កំណត់ហេតុមិនមានអ្វីនៅទីនេះដែលអ្នកអាចមើលបានទេ។"
AUDIT_HOLDS = ":lock: កំណត់ហេតុនៅគ្រប់គ្រាន់៖ គ្មានបន្ទាត់ណាត្រូវបានផ្លាស់ប្តូរ ឬលុបចេញ តាំងពីវាត្រូវបានសរសេរ។"
AUDIT_BROKEN = (
    ":rotating_light: *កំណត់ហេតុមិនគ្រប់គ្រាន់ទេ* ៖ នរណាម្នាក់បានផ្លាស់ប្តូរ ឬលុបបន្ទាត់មួយនៅក្រៅ Ad Quem ។ "
    "សូមឈប់ពឹងផ្អែកលើវា រក្សាមូលដ្ឋានទិន្នន័យដដែល ហើយឱ្យអ្នកដែលដំណើរការកម្មវិធីវាយ `adquem audit verify`"
)
AUDIT_VERIFY = "`/docket audit verify` ពិនិត្យថាគ្មានបន្ទាត់ណាត្រូវបានផ្លាស់ប្តូរ។"
AUDIT_ZONE = "ម៉ោងគិតតាមតំបន់ម៉ោងរបស់អ្នក ({zone})។"
