"""Recording an entry and the deadlines that follow from it."""

ENTRY_ADDED = "*{ref}* មានក្នុងបញ្ជីនៃ {case} ជាមួយ {count} ។ កាតទៅដល់គ្រប់ឆានែលដែលតាមដានរឿងក្តីនេះ។"
NO_DEADLINES_KEPT = "គ្មានថ្ងៃផុតកំណត់"
NO_DEADLINE_FOLLOWS = "គ្មានវិធានណារបស់តុលាការនេះបង្កើតថ្ងៃផុតកំណត់ពីនេះទេ។ វានឹងនៅក្នុងបញ្ជីតែឯង។"
PREVIEW_INTRO = "*{count} ពី {title}* ({case})។ សូមដោះធីកអ្វីដែលមិនអនុវត្ត រួចរក្សាទុក។"
HELP_RULING = (
    ("/ruling add {recent} Judgment", "បើកទម្រង់ដែលបានបំពេញស្រាប់"),
    ("/ruling list", "សេចក្តីសម្រេចក្នុងរឿងក្តីរបស់ឆានែលនេះ។ `list past`, `list C1`"),
    ("/ruling show {ruling}", "សេចក្តីសម្រេចមួយ ថ្ងៃផុតកំណត់ដែលវាចាប់ផ្តើម និងអ្វីដែលបានកើតឡើងចំពោះវា"),
    (
        "/ruling edit {ruling}",
        'កែវា៖ ទម្រង់ ឬវាយ `served {recent} "the receipt says so"` នៅខាងក្រោយ វាបង្ហាញអ្វីដែលផ្លាស់ប្តូរ',
    ),
    (
        "/ruling withdraw {ruling}",
        "កត់ត្រាដោយច្រឡំ ឬត្រូវតុលាការដកចេញ៖ ទម្រង់ដែលសួរអំពីថ្ងៃផុតកំណត់របស់វា",
    ),
    ("/ruling", "ទម្រង់"),
)
HELP_ORDER = (
    ("/order add {recent} Order denying the application", "បើកទម្រង់ដែលបានបំពេញស្រាប់"),
    ("/order list", "ដីកាសម្រេចក្នុងរឿងក្តីរបស់ឆានែលនេះ។ `list past`, `list C1`"),
    ("/order show {order}", "ដីកាសម្រេចមួយ ថ្ងៃផុតកំណត់ដែលវាចាប់ផ្តើម និងអ្វីដែលបានកើតឡើងចំពោះវា"),
    (
        "/order edit {order}",
        'កែវា៖ ទម្រង់ ឬវាយ `served {recent} "the receipt says so"` នៅខាងក្រោយ វាបង្ហាញអ្វីដែលផ្លាស់ប្តូរ',
    ),
    ("/order withdraw {order}", "កត់ត្រាដោយច្រឡំ ឬត្រូវតុលាការដកចេញ៖ ទម្រង់ដែលសួរអំពីថ្ងៃផុតកំណត់របស់វា"),
    ("/order", "ទម្រង់"),
)
