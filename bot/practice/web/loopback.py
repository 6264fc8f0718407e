"""Who may talk to the page API: this machine, and no page from elsewhere that the browser happens to show."""

from urllib.parse import urlsplit

from starlette.requests import Request

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def is_at_home(request: Request) -> bool:
    """Whether a request comes from this machine, to this machine, and from our own page if from any.

    A foreign name in `Host` that resolves to loopback is DNS rebinding; a foreign `Origin` is another site's page.
    """
    host = urlsplit(f"//{request.headers.get('host', '')}")
    origin = request.headers.get("origin")
    return (
        request.client is not None
        and request.client.host in LOOPBACK
        and host.hostname in LOOPBACK
        and (origin is None or origin == f"http://{host.netloc}")
    )
