"""What can be wrong with a request to the docket, each in the sentence that a lawyer reads."""

from bot.errors import AdQuemError

_MOST_NAMED = 6
"""As many cases can be read in a sentence; of more it says how many there are."""


class AlreadyTakenError(AdQuemError):
    """The same request arrived a second time."""

    def __init__(self) -> None:
        super().__init__("This was done already; nothing was changed a second time.")


class NotOnTheDocketError(AdQuemError):
    """Nothing that this person may see has that name. It says the same whether it exists elsewhere or not.

    Args:
        shown_by: what shows a thing of the kind that the name's letter stands for, if another kind was looked for.
    """

    def __init__(self, said: str, example: str, *, shown_by: str = "") -> None:
        elsewhere = f"For an id with {said.strip()[:1].upper()}, type `{shown_by}`. " if shown_by else ""
        super().__init__(
            f"I know no “{said}” that you may see here. {elsewhere}"
            f"Type a short id such as {example}, or `list` to see them."
        )
        self.said = said


class NoCaseHereError(AdQuemError):
    """The channel follows no case yet."""

    def __init__(self) -> None:
        super().__init__(
            "This channel follows no case yet. Type `/case add cand 3:18-mc-80024-SK Rainsy v. Facebook` to open one, "
            "or `/case link C1` to follow one that you may see."
        )


class WhichCaseError(AdQuemError):
    """The channel follows several cases, and none was named."""

    def __init__(self, refs: list[str], example: str) -> None:
        followed = ", ".join(refs) if len(refs) <= _MOST_NAMED else f"{len(refs)} cases"
        super().__init__(
            f"This channel follows {followed}. Say which one first, for example `{example}`, or use the form."
        )
        self.refs = refs


class CaseExistsError(AdQuemError):
    """The docket number stands already in that court, and whoever asks may see it."""

    def __init__(self, docket_number: str, court: str, ref: str) -> None:
        super().__init__(
            f"{docket_number} ({court}) is on the docket already, as {ref}: `/case show {ref}` shows it, and "
            f"`/case link {ref}` lets another channel follow it, too."
        )


class SeveralOfThatNameError(AdQuemError):
    """Several cases have the number or the code name that was typed."""

    def __init__(self, said: str, refs: list[str]) -> None:
        names = " and ".join(refs)
        super().__init__(f"“{said}” is the name of {names}. Type the short id of the one you mean, such as {refs[0]}.")


class EmptyError(AdQuemError):
    """Something that must be said was left out."""

    def __init__(self, what: str, example: str) -> None:
        super().__init__(f"{what} is missing. For example: {example}")


class NotAHearingError(AdQuemError):
    """A verb for hearings was used on something else."""

    def __init__(self, ref: str, kind: str) -> None:
        super().__init__(f"{ref} is recorded as {kind}, not as hearing. `/hearing list` shows the hearings.")


class ClosedEntryError(AdQuemError):
    """The entry was vacated, withdrawn or held before."""

    def __init__(self, ref: str, status: str) -> None:
        super().__init__(f"{ref} is {status} already; nothing was changed.")


class OwnWorkError(AdQuemError):
    """Whoever recorded a date asked to confirm it."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"You recorded {ref} yourself. A second pair of eyes must confirm it: ask a colleague to press Confirm."
        )


class AlreadyConfirmedError(AdQuemError):
    """The date was confirmed before."""

    def __init__(self, ref: str, by: str) -> None:
        super().__init__(f"{ref} was confirmed already by <@{by}>.")


class ChangedMeanwhileError(AdQuemError):
    """Somebody changed the entry after it was seen: while a form about it was open, or before a button was pressed."""

    def __init__(self, ref: str, *, by: str, now: str) -> None:
        what = f"; it is now {now}" if now else ""
        who = f" by <@{by}>" if by else ""
        super().__init__(
            f"{ref} was changed meanwhile{who}{what}. Nothing was changed now. Close this, look at it as it stands, "
            "and do it again."
        )


class NotOpenError(AdQuemError):
    """The deadline is done or moot."""

    def __init__(self, ref: str, status: str, told: str = "") -> None:
        super().__init__(f"{ref} is {status} already{f' ({told})' if told else ''}; nothing was changed.")


class ProofMissingError(AdQuemError):
    """Done was said without proof of filing."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            "Done needs proof of filing: a receipt number, a link or a file. "
            f"For example: `/deadline done {ref} ECF No. 21`"
        )


class UnnamedError(AdQuemError):
    """Somebody whose name is not known asked to decide about the law."""

    def __init__(self) -> None:
        super().__init__("Only a person whom the team knows by name may decide this. Ask from your own Slack account.")


class AlreadySettledError(AdQuemError):
    """The question was settled before, for the same court."""

    def __init__(self, question: str, reading: str, by: str) -> None:
        super().__init__(
            f"{question} was settled already, as “{reading}”, by <@{by}>. Reverse that first, with the reason, "
            "and settle it anew."
        )


class NotSettledError(AdQuemError):
    """Nobody settled the question for that court, or somebody reversed it."""

    def __init__(self, question: str, court: str) -> None:
        super().__init__(f"{question} is open in {court}: there is nothing to reverse.")


class ClosureExistsError(AdQuemError):
    """The day was recorded as closed before."""

    def __init__(self, day: str, court: str, by: str) -> None:
        super().__init__(f"{day} is recorded as closed in {court} already, by <@{by}>; nothing was changed.")


class NoClosureError(AdQuemError):
    """Nobody recorded that the court is closed on that day."""

    def __init__(self, day: str, court: str) -> None:
        super().__init__(
            f"Nobody recorded {day} as closed in {court}. Days of the official lists cannot be withdrawn; "
            "`/docket closed` shows them."
        )


class NothingProposedError(AdQuemError):
    """No date would move any more: it was decided, or its cause is gone."""

    def __init__(self, ref: str, due: str) -> None:
        super().__init__(f"Nothing would move {ref} any more: it stays due on {due}. Nothing was changed.")


class OtherwiseNowError(AdQuemError):
    """What was proposed is not what would happen now."""

    def __init__(self, ref: str, old: str, new: str) -> None:
        super().__init__(
            f"What would move {ref} changed meanwhile; nothing was done. It would now move from {old} to {new}: "
            "look at it again and decide."
        )


class NoDateLeftError(AdQuemError):
    """The law gives no date any more, so that none can be applied."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"No rule gives {ref} a date any more. Keep its date, with the reason, "
            f"or close it with `/deadline moot {ref}`."
        )
