"""A real browser, quiet: it asks nobody but the page's own server."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 30_000
"""Milliseconds that a page may take for anything, on a machine that is busy."""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Chromium while the context lasts."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield running
        running.close()


def say(page: Page, text: str) -> None:
    """Type something into the composer and send it."""
    page.locator("#composer-text").fill(text)
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
