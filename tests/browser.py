"""A real browser: Debian's Chromium, driven by Playwright, and axe-core to look for what shuts out.

The fixture `browser` in `conftest.py` opens one for each module of tests: Playwright keeps an event
loop running, and a module of tests of its own event loop may come next in the same process.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

_LOCAL = (
    "file:",
    "data:",
    "blob:",
    "about:",
    "http://127.0.0.1",
    "http://localhost",
    "http://[::1]",
)

_PATIENCE = 60_000
"""Milliseconds until something that must come has come, on a machine that is busy elsewhere."""
expect.set_options(timeout=_PATIENCE)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium; the test is skipped where there is none."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("there is no Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Browser,
    address: str,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
    **context: Any,
) -> Iterator[Page]:
    """A page at an address, in a window of a size in CSS pixels.

    It takes a second, and going to another address a third of that. Nothing beyond this machine is
    fetched, and the test fails where it was asked for. Other options are those of Playwright's
    `new_context`, such as `java_script_enabled`.
    """
    asked: list[str] = []
    size = ViewportSize(width=width, height=height)
    within = browser.new_context(viewport=size, color_scheme=scheme, **context)
    within.set_default_timeout(_PATIENCE)
    try:
        page = within.new_page()
        page.on("request", lambda request: asked.append(request.url))
        within.route(lambda url: not url.startswith(_LOCAL), lambda route: route.abort())
        page.goto(address)
        yield page
    finally:
        within.close()
    assert [url for url in asked if not url.startswith(_LOCAL)] == []


def faults(page: Page, only: str = "") -> list[str]:
    """What axe-core finds in a page as it stands: the rule, and the elements that break it.

    With the name of a rule, no other is asked.
    """
    options = {"resultTypes": ["violations"], **({"runOnly": [only]} if only else {})}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
        for each in found
        for node in each["nodes"]
    ]


def is_wider_than_window(page: Page) -> bool:
    """Whether a page has to be scrolled sideways."""
    wide: bool = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    return wide
