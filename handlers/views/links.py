"""Addresses that people gave, as links that cannot break out of Slack's angle brackets."""

from handlers.views.text import fitted, said

_SCHEMES = ("https://", "http://")


def is_address(word: str) -> bool:
    """Return whether a word is the address of something on the web."""
    return word.startswith(_SCHEMES)


def address(link: str) -> str:
    """Return an address as it may stand within Slack's angle brackets."""
    return link.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C").replace(" ", "%20")


def link_to(link: str, label: str) -> str:
    """Return a link under a label of ours."""
    return f"<{address(link)}|{label}>"


def with_links(text: str, limit: int = 900) -> str:
    """Return what a person wrote, fit to stand in mrkdwn, with its addresses as links and nothing else obeyed."""
    words = fitted(" ".join(text.split()), limit).split(" ")
    return " ".join(f"<{address(word)}>" if is_address(word) else said(word, limit) for word in words)
