"""The page in a real browser: it follows what is saved, and everybody can use it."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import faults, is_wider_than_window, opened
from tests.preview.conftest import PATIENCE, TODAY, bare_name

from broadsheet.preview.asked import Asked
from broadsheet.preview.desk import Desk
from broadsheet.preview.run import listening, serve
from broadsheet.preview.server import Site

SAFE = 'title: "<img src=x onerror=alert(1)> & <script>alert(2)</script>"'


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """The address of a preview of a folder."""
    desk = Desk(Asked.of((folder,), recursive=False), lambda: TODAY)
    addresses: list[str] = []
    ready = Event()

    def tell(address: str) -> None:
        addresses.append(address)
        ready.set()

    def run(listener: socket.socket) -> None:
        serve(listener, Site(desk, bare_name, None), tell)

    with listening(port) as listener:
        thread = Thread(target=run, args=(listener,))
        thread.start()
        try:
            assert ready.wait(PATIENCE)
            yield addresses[0]
        finally:
            desk.end()
            thread.join()


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """The preview of the lesson, its pages laid out."""
    with served(folder) as address, opened(browser, address) as page:
        laid_out(page)
        yield page


def laid_out(page: Page) -> None:
    expect(page.locator("#status")).to_have_text("Up to date")
    expect(page.locator(".paper img").first).to_have_js_property("complete", True)


def pictures(page: Page) -> list[str]:
    return [str(each.get_attribute("data-name")) for each in page.locator(".paper img").all()]


def soon(page: Page, words: str) -> None:
    expect(page.locator("#status")).to_contain_text(words)


@pytest.fixture
def change(folder: Path) -> Callable[[str, str], None]:
    """Save the lesson with some words in place of others."""

    def save(old: str, new: str) -> None:
        file = folder / "bridge.yaml"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    return save


def test_an_edit_changes_the_page_that_is_shown(
    page: Page, change: Callable[[str, str], None]
) -> None:
    before = pictures(page)
    change("title: Who pays", "title: Who really pays")
    expect(page.locator("h1")).to_contain_text("really")
    laid_out(page)
    assert pictures(page)[0] != before[0]


def test_an_error_appears_and_goes_and_the_last_good_pages_stay(
    page: Page, change: Callable[[str, str], None]
) -> None:
    before = pictures(page)
    change("((so-called))", "((so-caled))")
    soon(page, "Old pages")
    expect(page.locator("#findings .error .message")).to_contain_text("so-caled")
    expect(page.locator("#download")).to_be_hidden()
    assert pictures(page) == before
    change("((so-caled))", "((so-called))")
    soon(page, "Up to date")
    expect(page.locator("#findings .error")).to_have_count(0)
    expect(page.locator("#download")).to_be_visible()


def test_the_position_stays_over_ten_edits(page: Page, change: Callable[[str, str], None]) -> None:
    page.evaluate("scrollTo(0, 700)")
    page.locator("[name=document]").focus()
    page.evaluate("scrollTo(0, 700)")
    for number in range(10):
        change("title: ", f"title: {number} ")
        expect(page.locator("h1")).to_have_text(re.compile(f"^{number} "))
        soon(page, "Up to date")
        assert page.evaluate("scrollY") == 700
        assert page.evaluate("document.activeElement.name") == "document"


def test_switches_change_the_page_and_its_address_and_a_bookmark_leads_there(
    page: Page, browser: Browser
) -> None:
    page.get_by_label("Document").select_option("teacher-notes")
    expect(page.get_by_label("Edition")).to_be_disabled()
    laid_out(page)
    page.get_by_label("Document").select_option("worksheet")
    page.get_by_label("Edition").select_option("large-print")
    page.get_by_label("Paper").select_option("letter")
    page.get_by_label("Ask question 2").uncheck()
    expect(page.locator("#download")).to_contain_text("bridge-worksheet-large-print-letter.pdf")
    laid_out(page)
    with opened(browser, page.url) as other:
        laid_out(other)
        assert pictures(other) == pictures(page)
        assert not other.get_by_label("Ask question 2").is_checked()
    page.go_back()
    expect(page.get_by_label("Ask question 2")).to_be_checked()


def test_a_page_that_did_not_change_is_not_fetched_again(
    page: Page, change: Callable[[str, str], None]
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    expect(page.locator("#findings")).to_contain_text("no fact stands behind this omission")
    change("answer: How many there were", "answer: How many there were [@minutes-1924]")
    expect(page.locator("#findings")).not_to_contain_text("no fact stands behind this omission")
    laid_out(page)
    assert [url for url in asked if "/page/" in url] == []


def test_a_click_copies_the_place(page: Page, clean_lesson: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask = clean_lesson.split("\n").index("    - ask: What does ((so-called)) do?") + 1
    for lead, place in {
        "#questions li:nth-child(2) .place >> nth=0": f"bridge.yaml:{ask}",
        "#questions li:nth-child(2) .place >> nth=1": f"bridge.yaml:{ask + 1}",
        ".area:has-text('Question 2')": f"bridge.yaml:{ask}",
        "#file": "bridge.yaml",
    }.items():
        page.locator(lead).click()
        expect(page.locator("#said")).to_have_text(f"Copied {place}")
        assert page.evaluate("navigator.clipboard.readText()") == place


def test_the_keyboard_alone_reaches_everything(page: Page) -> None:
    page.locator(".skip").focus()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.outerHTML.slice(0, 60)"))
    for part in ("<summary>", 'name="document"', 'name="edition"', 'name="paper"', 'id="download"'):
        assert any(part in each for each in reached), part
    for part in ('href="/?lesson=bridge', 'type="checkbox"', 'class="place"', 'class="area"'):
        assert any(part in each for each in reached), part


def test_arrow_keys_lead_from_place_to_place_on_a_page(page: Page) -> None:
    first = page.locator(".areas").first.locator("button").first
    first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent").startswith("line 2 ")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("bridge.yaml:")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_shut_out(
    browser: Browser,
    folder: Path,
    change: Callable[[str, str], None],
    scheme: Literal["light", "dark"],
) -> None:
    with served(folder) as address, opened(browser, address, scheme=scheme) as page:
        laid_out(page)
        assert faults(page) == []
        change("((so-called))", "((so-caled))")
        soon(page, "Old pages")
        assert faults(page) == []


@pytest.mark.parametrize(("width", "zoom"), [(360, 1), (1280, 2)])
def test_a_narrow_window_and_twice_the_size_need_no_scrolling_sideways(
    browser: Browser, folder: Path, width: int, zoom: int
) -> None:
    size = {"width": width // zoom, "height": 900 // zoom}
    with (
        served(folder) as address,
        opened(browser, address, **size, device_scale_factor=zoom) as page,  # type: ignore[arg-type]
    ):
        laid_out(page)
        assert not is_wider_than_window(page)
        assert f"/{zoom}.png" in page.locator(".paper img").first.evaluate(
            "each => each.currentSrc"
        )
        assert faults(page) == []


def test_a_lesson_that_is_deleted_while_it_is_shown_stays_to_be_looked_at(
    page: Page, folder: Path, clean_lesson: str
) -> None:
    (folder / "other.yaml").write_text(clean_lesson, "utf-8")
    (folder / "bridge.yaml").unlink()
    soon(page, "deleted or renamed")
    expect(page.locator("#lessons [aria-current] .tally")).to_have_text("gone")
    assert len(pictures(page)) > 0
    (folder / "bridge.yaml").write_text(clean_lesson, "utf-8")
    soon(page, "Up to date")


def test_many_tabs_are_open_and_the_one_that_is_seen_goes_on(
    page: Page, change: Callable[[str, str], None]
) -> None:
    hide = (
        "hidden => { Object.defineProperty(document, 'hidden', "
        "{value: hidden, configurable: true}); "
        "document.dispatchEvent(new Event('visibilitychange')); }"
    )
    page.evaluate(hide, arg=True)
    for _ in range(8):  # a browser has six connections to a server
        other = page.context.new_page()
        other.goto(page.url)
        expect(other.locator("h1")).to_contain_text("Who pays")
        other.evaluate(hide, arg=True)
    change("title: Who pays", "title: Who really pays")
    page.evaluate(hide, arg=False)
    expect(page.locator("h1")).to_contain_text("really")
    laid_out(page)


def test_what_a_lesson_says_can_not_run_in_the_page(
    browser: Browser, folder: Path, change: Callable[[str, str], None]
) -> None:
    change("title: Who pays for the bridge?", SAFE)
    with served(folder) as address, opened(browser, address) as page:
        page.on("dialog", lambda _: pytest.fail("it ran"))
        expect(page.locator("h1")).to_contain_text("<script>")
        assert page.locator("h1 img, h1 script, #lessons img").count() == 0


def test_a_browser_left_open_over_a_restart_goes_on(browser: Browser, folder: Path) -> None:
    with opened(browser, "about:blank") as page:
        with served(folder) as address:
            page.goto(address)
            laid_out(page)
        expect(page.locator("#connection")).to_contain_text("trying again")
        with served(folder, int(address.rstrip("/").rsplit(":", 1)[1])):
            expect(page.locator("#connection")).to_have_text("")
            laid_out(page)
