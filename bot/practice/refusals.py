from collections.abc import Mapping, Sequence

from bot.errors import AdQuemError


class Refusal(AdQuemError):  # noqa: N818 - it is Slack that refuses; nothing is broken
    """Slack says no: `error` is Slack's own name for the reason, `str(refusal)` what a person reads."""

    def __init__(
        self,
        error: str,
        *,
        messages: Sequence[str] = (),
        shown: str = "",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **details: object,
    ) -> None:
        super().__init__(shown or _sentence(error, messages))
        self.error = error
        self.messages = tuple(messages)
        self.status = status
        self.headers = dict(headers or {})
        self.details = details

    def as_body(self) -> dict[str, object]:
        """Return the JSON that Slack's Web API answers with."""
        body: dict[str, object] = {"ok": False, "error": self.error, **self.details}
        if self.messages:
            body["errors"] = list(self.messages)
            body["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in self.messages]}
        return body


def _sentence(error: str, messages: Sequence[str]) -> str:
    reasons = "; ".join(messages)
    return f"Slack refused: {error}" + (f" ({reasons})" if reasons else "") + "."
