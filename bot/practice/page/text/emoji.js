// The short names of emoji that people and bots write. An unknown name stays as it was written.

const TABLE = `
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎|warning ⚠️|rotating_light 🚨
no_entry ⛔|no_entry_sign 🚫|exclamation ❗|heavy_exclamation_mark ❗|bangbang ‼️|question ❓|grey_question ❔|information_source ℹ️
bell 🔔|no_bell 🔕|loudspeaker 📢|mega 📣|speech_balloon 💬|thought_balloon 💭|calendar 📆|date 📅|spiral_calendar_pad 🗓️|spiral_calendar 🗓️
clock1 🕐|clock3 🕒|clock6 🕕|clock9 🕘|alarm_clock ⏰|stopwatch ⏱️|timer_clock ⏲️|hourglass ⌛|hourglass_flowing_sand ⏳|watch ⌚|zzz 💤
scales ⚖️|balance_scale ⚖️|classical_building 🏛️|judge 🧑‍⚖️|page_facing_up 📄|page_with_curl 📃|scroll 📜|memo 📝|pencil 📝|pencil2 ✏️|pen 🖊️
bookmark 🔖|bookmark_tabs 📑|books 📚|book 📖|notebook 📓|ledger 📒|clipboard 📋|file_folder 📁|open_file_folder 📂|card_index_dividers 🗂️
card_file_box 🗃️|file_cabinet 🗄️|wastebasket 🗑️|inbox_tray 📥|outbox_tray 📤|package 📦|email 📧|envelope ✉️|incoming_envelope 📨
link 🔗|paperclip 📎|pushpin 📌|round_pushpin 📍|lock 🔒|unlock 🔓|key 🔑|old_key 🗝️|closed_lock_with_key 🔐|shield 🛡️|mag 🔍|mag_right 🔎
bulb 💡|gear ⚙️|wrench 🔧|hammer 🔨|hammer_and_wrench 🛠️|construction 🚧|recycle ♻️|repeat 🔁|arrows_counterclockwise 🔄|leftwards_arrow_with_hook ↩️
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_right_hook ↪️|left_right_arrow ↔️|twisted_rightwards_arrows 🔀|fast_forward ⏩|rewind ⏪|track_next ⏭️
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵|large_purple_circle 🟣|white_circle ⚪|black_circle ⚫
large_blue_square 🟦|large_green_square 🟩|large_red_square 🟥|small_blue_diamond 🔹|small_orange_diamond 🔸|black_small_square ▪️|white_small_square ▫️
one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣|zero 0️⃣|keycap_ten 🔟|hash #️⃣|new 🆕|ok 🆗|soon 🔜|end 🔚|back 🔙
globe_with_meridians 🌐|earth_americas 🌎|earth_asia 🌏|earth_africa 🌍|world_map 🗺️|airplane ✈️|house 🏠|office 🏢|us 🇺🇸|fr 🇫🇷|kh 🇰🇭|gb 🇬🇧|flag-england 🏴
wave 👋|thumbsup 👍|+1 👍|thumbsdown 👎|-1 👎|ok_hand 👌|clap 👏|raised_hands 🙌|raised_hand ✋|raising_hand 🙋|hand ✋|pray 🙏|muscle 💪|point_right 👉|point_left 👈|point_up ☝️|point_down 👇
eyes 👀|brain 🧠|bust_in_silhouette 👤|busts_in_silhouette 👥|robot_face 🤖|male-judge 👨‍⚖️|female-judge 👩‍⚖️|detective 🕵️|office_worker 🧑‍💼
smile 😄|slightly_smiling_face 🙂|grinning 😀|joy 😂|wink 😉|blush 😊|thinking_face 🤔|neutral_face 😐|worried 😟|cry 😢|sob 😭|sweat_smile 😅|sunglasses 😎|tada 🎉
heart ❤️|star ⭐|sparkles ✨|fire 🔥|zap ⚡|rocket 🚀|trophy 🏆|100 💯|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|moneybag 💰
sunny ☀️|crescent_moon 🌙|sunrise 🌅|umbrella ☔|coffee ☕|seedling 🌱|herb 🌿|dove_of_peace 🕊️|checkered_flag 🏁|triangular_flag_on_post 🚩|white_flag 🏳️
`;

const KNOWN = new Map(TABLE.trim().split(/[|\n]/).map((pair) => pair.split(" ")));

/** The emoji of a short name, or null. `flag-kh` is built from its letters, skin tones are left out. */
export function emojiOf(name) {
  const plain = name.replace(/::skin-tone-\d$/, "");
  return KNOWN.get(plain) ?? flagOf(plain);
}

function flagOf(name) {
  const letters = /^flag-([a-z]{2})$/.exec(name)?.[1];
  if (!letters) return null;
  return String.fromCodePoint(...[...letters].map((letter) => letter.codePointAt(0) - 97 + 0x1f1e6));
}

/** Replace the short names in a text. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+'-]+(?:::skin-tone-\d)?):/g, (whole, name) => emojiOf(name) ?? whole);
}
