"""Lists that people page through."""

CASES_HERE = "រឿងក្តីដែលឆានែលនេះតាមដាន"
YOUR_CASES = "រឿងក្តីដែលអ្នកអាចមើលបាន"
LIST_TITLES = {"hearing": "សវនាការ", "ruling": "សេចក្តីសម្រេច", "order": "ដីកាសម្រេច"}
DEADLINES = "ថ្ងៃផុតកំណត់ដែលនៅសល់"
NOTHING_LISTED = "មិនទាន់មានអ្វីទេ។ {hint}"
PAGE = "{first} ដល់ {last} ក្នុងចំណោម {total}"
IN_DAYS = "{days} ថ្ងៃទៀត"
COUNTED = {0: "ថ្ងៃនេះ", 1: "ថ្ងៃស្អែក"}
CONDITIONAL = "មានលក្ខខណ្ឌ"
LIST_UNCONFIRMED = "មិនទាន់បញ្ជាក់"
DEADLINE_STATUSES = {"done": "ធ្វើរួច", "moot": "លែងមានកម្មវត្ថុ"}
DAY_HAS_PASSED = ":warning: *ថ្ងៃនេះបានកន្លងផុតហើយ* ។"
SERVED_BEFORE_ENTERED = ":warning: បានបញ្ជូននៅ{served} មុនពេលចុះបញ្ជីនៅ{entered}៖ សូមពិនិត្យកាលបរិច្ឆេទទាំងពីរ។"
ENTERED_IN_FUTURE = ":warning: ថ្ងៃចុះបញ្ជី {entered} មិនទាន់មកដល់ទេ៖ សូមពិនិត្យវា។"
ABOUT_TITLE = "អ្វីដែលនឹងមកដល់ ដែលមាន «{words}»"
BETWEEN_TITLE = "{first} ដល់ {last}"
