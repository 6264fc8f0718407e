"""By which names cases, entries and deadlines go: a court reads captions, a stranger's eyes should find code names."""

from enum import StrEnum

from bot.timeline.files import CaseFile
from storage.docket import Deadline, Entry


class Naming(StrEnum):
    """How much the names tell.

    `CAPTION` tells all. `KNOWN` does as Slack's cards do: a case with a code name goes by it, the rest is told.
    `CODE` tells short ids and code names only: no court, no number, no title, no rule, no link.
    """

    CAPTION = "caption"
    KNOWN = "known"
    CODE = "code"

    @property
    def tells(self) -> bool:
        """Return whether more than code names is told."""
        return self is not Naming.CODE

    def case(self, file: CaseFile) -> str:
        """Return what a case is called."""
        case = file.case
        if self is Naming.CAPTION:
            return case.caption
        return case.alias or (case.caption if self is Naming.KNOWN else case.ref)

    def court(self, file: CaseFile) -> str:
        """Return the court's name; none among code names, for it tells the country."""
        return file.court.name if self.tells else ""

    def docket_number(self, file: CaseFile) -> str:
        """Return the docket number; none among code names."""
        return file.case.docket_number if self.tells else ""

    def entry(self, entry: Entry) -> str:
        """Return what an entry is called: its title, or only what kind of thing it is."""
        return entry.title if self.tells else entry.kind.capitalize()

    def deadline(self, deadline: Deadline) -> str:
        """Return what a deadline is called."""
        return deadline.title if self.tells else "Deadline"
