import hashlib
import hmac
import http.client
import json
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from bot.clock import SystemClock
from bot.practice.delivery.parcels import ACK_SECONDS, Parcel, ParcelKind, Reply
from bot.practice.nouns import Json
from bot.practice.refusals import Refusal
from bot.practice.stamps import seconds

FORM = "application/x-www-form-urlencoded"
OK = 200
SERVER_ERROR = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedHttp:
    """Slack's requests to the app's Request URL, signed with the secret that only the two know."""

    request_url: str
    signing_secret: str

    def deliver(self, parcel: Parcel) -> Reply:
        """POST a payload as Slack does and read the answer as the ack."""
        content_type, body = _written(parcel)
        headers = {"Content-Type": content_type}
        if parcel.retry and parcel.retry.attempt:
            headers |= {
                "X-Slack-Retry-Num": str(parcel.retry.attempt),
                "X-Slack-Retry-Reason": parcel.retry.reason,
            }
        try:
            status, answer = self._post(body, headers)
        except TimeoutError:
            return Reply(error="operation_timeout")
        except (OSError, http.client.HTTPException):
            return Reply(error="dispatch_failed")
        if status != OK:
            return Reply(error="http_service_error" if status >= SERVER_ERROR else "http_client_error")
        return Reply(body=_read(answer))

    def verify_url(self) -> None:
        """Ask the app to prove that it owns its Request URL, as Slack does before it saves one.

        Raises:
            Refusal: `url_verification_failed`, if the challenge does not come back.
        """
        challenge = hashlib.sha256(self.request_url.encode()).hexdigest()
        body = json.dumps({"type": "url_verification", "token": "practice", "challenge": challenge})
        try:
            status, answer = self._post(body, {"Content-Type": "application/json"})
        except (OSError, http.client.HTTPException) as error:
            raise Refusal("url_verification_failed", messages=[str(error)]) from error
        if status != OK or challenge not in answer:
            raise Refusal("url_verification_failed", messages=[f"HTTP {status}: {answer[:200]}"])

    def _post(self, body: str, headers: dict[str, str]) -> tuple[int, str]:
        target = urlsplit(self.request_url)
        connector = http.client.HTTPSConnection if target.scheme == "https" else http.client.HTTPConnection
        connection = connector(target.hostname or "", target.port, timeout=ACK_SECONDS)
        try:
            connection.request("POST", target.path or "/", body.encode(), {**headers, **self._signature(body)})
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()

    def _signature(self, body: str) -> dict[str, str]:
        timestamp = str(seconds(SystemClock().now()))  # the app compares it with the machine's clock, not with ours
        return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": sign(self.signing_secret, timestamp, body)}


def sign(secret: str, timestamp: str, body: str) -> str:
    """Return Slack's `v0` signature of a request."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()


def _written(parcel: Parcel) -> tuple[str, str]:
    if parcel.kind is ParcelKind.EVENT:
        return "application/json", json.dumps(parcel.payload)
    if parcel.kind is ParcelKind.COMMAND:
        return FORM, urlencode(parcel.payload)
    return FORM, urlencode({"payload": json.dumps(parcel.payload)})


def _read(answer: str) -> Json | None:
    if not answer.strip():
        return None
    try:
        read = json.loads(answer)
    except ValueError:
        return {"text": answer}
    return read if isinstance(read, dict) else {"text": answer}
