"""Reading what was POSTed, in the three ways that Slack's clients write it."""

import json
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl


def read_json(body: bytes) -> object:
    """Return a parsed JSON body, or None if it is none."""
    try:
        return json.loads(body)
    except ValueError:
        return None


def read_arguments(body: bytes, *, content_type: str) -> dict[str, object]:
    """Return the named values of a JSON object, an urlencoded form or the text parts of a multipart form."""
    if content_type.startswith("application/json"):
        read = read_json(body)
        return read if isinstance(read, dict) else {}
    if content_type.startswith("multipart/form-data"):
        return {
            name: content.decode(errors="replace")
            for name, filename, content in _parts(body, content_type)
            if filename is None
        }
    return dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))


def read_upload(body: bytes, *, content_type: str) -> bytes:
    """Return the uploaded bytes: the body itself, or the first file of a multipart form."""
    if not content_type.startswith("multipart/form-data"):
        return body
    return next((content for _, filename, content in _parts(body, content_type) if filename is not None), b"")


def _parts(body: bytes, content_type: str) -> list[tuple[str, str | None, bytes]]:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    whole = BytesParser(policy=HTTP).parsebytes(head + body)
    return [_part(part) for part in whole.iter_parts()]


def _part(part: Message) -> tuple[str, str | None, bytes]:
    content = part.get_payload(decode=True)
    name = part.get_param("name", "", header="content-disposition")
    return str(name), part.get_filename(), content if isinstance(content, bytes) else b""
