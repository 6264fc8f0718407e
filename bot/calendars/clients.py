"""Who fetches a feed: the program's name for its owner to read, and a signature that tells clients apart.

A signature is keyed with the address's secret token, of which the memory keeps only the hash: whoever has the database
alone cannot find out from which network a feed was fetched.
"""

import hmac
from ipaddress import ip_address, ip_network

UNUSUAL = 12
"""From so many different clients within a week on, an address may be in more hands than its owner's.

Somebody's telephone, laptop and office computer in the networks that they move through in a week stay below it.
"""
_LENGTH = 120
_KNOWN = {
    "Google-Calendar-Importer": "Google Calendar",
    "Microsoft.Exchange": "Outlook on the web",
    "Microsoft Office": "Outlook",
    "Microsoft Outlook": "Outlook",
    "CalendarAgent": "Apple Calendar (Mac)",
    "macOS/": "Apple Calendar (Mac)",
    "iOS/": "Apple Calendar (iPhone, iPad)",
    "Thunderbird": "Thunderbird",
    "Evolution": "Evolution",
    "Nextcloud": "Nextcloud",
    "vdirsyncer": "vdirsyncer",
}
_FROM_MANY_SERVERS = frozenset({"Google Calendar", "Outlook on the web"})
_NETWORK = {4: 24, 6: 48}


def program_of(user_agent: str) -> str:
    """Return the name of a program from what it says of itself; of one that we do not know, its first word."""
    known = next((name for mark, name in _KNOWN.items() if mark in user_agent), None)
    return known or _printable(user_agent).partition("/")[0].strip()


def described(user_agent: str) -> str:
    """Return what a program says of itself, fit to be kept."""
    return _printable(user_agent)[:_LENGTH]


def signature_of(token: str, *, user_agent: str, host: str) -> str:
    """Return what tells a client from the others of the same address, and from nothing else.

    The same program in the same network is one client, whatever its version. Programs that fetch from the many servers
    of their makers are one client each.
    """
    program = program_of(user_agent)
    place = "" if program in _FROM_MANY_SERVERS else _network(host)
    return hmac.digest(token.encode(), f"{program}\n{place}".encode(), "sha256").hex()[:32]


def _network(host: str) -> str:
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(ip_network((address, _NETWORK[address.version]), strict=False))


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())
