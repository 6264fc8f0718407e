"""The timeline."""

TIMELINE = "បន្ទាត់ពេលវេលា"
TIMELINE_OF = (
    "ខ្ញុំមិនស្គាល់បន្ទាត់ពេលវេលានៃ “{said}” ទេ។ សូមវាយរឿងក្តី (`/timeline C1`) ប្រទេស (`/timeline us`, `/timeline "
    "kh`) ឆ្នាំ (`/timeline 2018`) ឆ្នាំច្រើន (`/timeline 2017-2018`) ឬថ្ងៃ (`/timeline 1 March 2018 to 30 June "
    "2018`)។"
)
TIMELINE_BACKWARDS = (
    "{first} មកក្រោយ{last} ដូច្នេះគ្មានអ្វីនៅចន្លោះនោះទេ។ សូមវាយថ្ងៃដែលមកមុនជាមុនសិន៖ `/timeline 1 March 2018 to 30 June 2018`"
)
TIMELINE_COMES_HERE = "រូបភាពនឹងមកតាមក្រោយក្នុងឆានែលនេះ។"
TIMELINE_COMES_TO_YOU = "រូបភាពនឹងមកតាមក្រោយក្នុងសារពីខ្ញុំ ដែលគ្មាននរណាផ្សេងមើលឃើញ។"
TIMELINE_PICTURE = "បន្ទាត់ពេលវេលានៃ {cases}"
TIMELINE_PICTURE_HERE = "{person} បានស្នើសុំបន្ទាត់ពេលវេលានៃ {cases} ។"
TIMELINE_PICTURE_TO_YOU = "បន្ទាត់ពេលវេលានៃ {cases} តាមដែលអ្នកបានស្នើសុំ។"
TIMELINE_PICTURE_SHOWS = (
    "សវនាការ សេចក្តីសម្រេច ដីកាសម្រេច លិខិតដាក់ជូនតុលាការ និងថ្ងៃផុតកំណត់ តាមលំដាប់កាលបរិច្ឆេទ។ បញ្ជីខាងលើរៀបរាប់វាជាពាក្យ។"
)
TIMELINE_NO_PICTURE = (
    "នេះមានតែបញ្ជីប៉ុណ្ណោះ៖ ខ្ញុំមិនអាចផ្ញើរូបភាពបានទេ ព្រោះកម្មវិធីមិនបានទទួល `files:write` ។ អ្នកដែលដំឡើងវា "
    "អាចបន្ថែមវានៅក្រោម “OAuth & Permissions”។"
)
HELP_TIMELINE = (
    ("/timeline", "ព្រឹត្តិការណ៍នៃប្រទេសទាំងពីរតាមលំដាប់ ជាបញ្ជី និងជារូបភាព"),
    ("/timeline {case}", "ព្រឹត្តិការណ៍នៃរឿងក្តីមួយ"),
    ("/timeline us", "ព្រឹត្តិការណ៍នៃប្រទេសមួយ (`us` ឬ `kh`)"),
    ("/timeline {last_year}-{this_year}", "ព្រឹត្តិការណ៍នៃឆ្នាំខ្លះ ឬឆ្នាំមួយ៖ `{this_year}`"),
    (
        "/timeline 1 March {this_year} to 30 June {this_year}",
        "ពីថ្ងៃមួយដល់ថ្ងៃមួយ ឬ `since …`, `until …`, `March {this_year}`",
    ),
    ("/timeline narrow", "រូបភាពសម្រាប់ទូរសព្ទ។ `code names` នៅខាងក្រោយ បង្ហាញតែឈ្មោះសម្ងាត់"),
    ("/timeline only me", "រូបភាពត្រូវផ្ញើទៅសាររបស់អ្នកផ្ទាល់ មិនមែនទៅឆានែលទេ"),
)
