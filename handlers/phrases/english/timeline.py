"""The timeline."""

TIMELINE = "Timeline"
TIMELINE_OF = (
    "I know no timeline of “{said}”. Type a country (`/timeline us`, `/timeline kh`), a year (`/timeline 2018`), years "
    "(`/timeline 2017-2018`) or a case (`/timeline C1`)."
)
HELP_TIMELINE = (
    ("/timeline", "both countries' events in order"),
    ("/timeline C1", "those of one case"),
    ("/timeline us", "those of one country (`us` or `kh`)"),
    ("/timeline 2017-2018", "those of some years, or of one: `2018`"),
)
