"""The pages of a site in a real browser: whole, open to everyone, and good without a script."""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser
from tests.browser import faults, is_wider_than_window, opened
from tests.site.conftest import ARABIC, CHILDREN, PAIR

PAGES = (
    "index.html",
    "lists.html",
    "about.html",
    f"lessons/{PAIR}/index.html",
    f"lessons/{ARABIC}/index.html",
    "units/two-ways/index.html",
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(made_site: Path) -> Iterator[str]:
    """Where the site is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=made_site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_axe_finds_nothing_that_shuts_anybody_out(browser: Browser, made_site: Path) -> None:
    with opened(browser, "about:blank") as page:
        for name in PAGES:
            page.goto((made_site / name).as_uri())
            assert faults(page) == [], name
            page.emulate_media(color_scheme="dark")
            assert faults(page, only="color-contrast") == [], name
            page.emulate_media(color_scheme="light")


def test_no_page_is_wider_than_a_telephone_or_than_a_window_at_twice_its_size(
    browser: Browser, made_site: Path
) -> None:
    with opened(browser, "about:blank") as page:
        for name in PAGES:
            page.goto((made_site / name).as_uri())
            for width in (640, 360):
                page.set_viewport_size({"width": width, "height": 900})
                assert not is_wider_than_window(page), (name, width)


def test_every_link_leads_to_a_file_or_a_heading_that_is_there(made_site: Path) -> None:
    for name in PAGES:
        html = (made_site / name).read_text("utf-8")
        links = [unescape(link) for link in re.findall(r'(?:href|src)="([^"]+)"', html)]
        assert len(links) > 5
        for link in links:
            if link.startswith("http"):
                continue
            path, mark = urldefrag(link)
            target = (made_site / name).parent / unquote(path) if path else made_site / name
            assert target.is_file(), (name, link)
            if mark:
                assert f'id="{unquote(mark)}"' in target.read_text("utf-8"), (name, link)


def test_nothing_within_a_page_is_a_script_or_a_style_and_no_link_is_absolute(
    made_site: Path,
) -> None:
    for name in PAGES:
        html = (made_site / name).read_text("utf-8")
        assert "default-src 'none'" in html
        assert not re.search(r"<script>|<style|\sstyle=|\son\w+=|href=\"/", html), name


def test_it_works_on_a_server_as_from_a_file(browser: Browser, address: str) -> None:
    said: list[str] = []
    with opened(browser, f"{address}/index.html") as page:
        page.on("console", lambda message: said.append(message.text))
        page.reload()
        page.get_by_label("Search").fill("ant")
        page.get_by_label("Search").press("Enter")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{CHILDREN}/**")
        assert page.locator(".columns img").evaluate("image => image.naturalWidth") == 640
    assert said == []


def test_the_chooser_says_what_one_gets_and_leads_to_it(browser: Browser, made_site: Path) -> None:
    at = made_site / "lessons" / CHILDREN / "index.html"
    with opened(browser, at.as_uri()) as page:
        section = page.locator("#students")
        section.get_by_label("Edition").select_option("large print")
        said = section.locator("output").inner_text()
        assert re.fullmatch(r"Worksheet, large print, A4: \d+ sides, \d+ kB", said)
        href = section.get_by_role("link", name="Download").get_attribute("href")
        assert str(href).endswith(f"/{CHILDREN}-worksheet-large-print-a4.pdf")
        assert section.get_by_text("18 pt, for students with low vision").first.is_visible()
        assert not section.get_by_label("Paper").is_visible()  # there is no choice
        teachers = page.locator("#teachers")
        assert teachers.locator("select:visible").count() == 0
        assert teachers.get_by_role("link", name="Download").is_visible()


def test_what_teachers_need_stands_apart_from_what_students_get(made_site: Path) -> None:
    for slug in (PAIR, ARABIC, CHILDREN):
        html = (made_site / "lessons" / slug / "index.html").read_text("utf-8")
        _, students, teachers = re.split(r'id="(?:students|teachers)"', html)
        assert "teacher-notes" not in students
        assert re.findall(r'href="[^"]*?-(teacher-notes|worksheet)', teachers) == ["teacher-notes"]


def test_a_page_says_the_sides_that_a_document_has(made_site: Path) -> None:
    html = (made_site / "lessons" / ARABIC / "index.html").read_text("utf-8")
    pdf = made_site / "lessons" / ARABIC / f"{ARABIC}-worksheet-a4.pdf"
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    sides = re.search(r"Pages:\s+(\d+)", told)
    assert sides
    assert f'<span class="what">{sides[1]} sides, ' in html


def test_words_of_a_lesson_keep_their_language_and_direction(
    browser: Browser, made_site: Path
) -> None:
    with opened(browser, (made_site / "index.html").as_uri()) as page:
        title = page.locator(f'a[href="lessons/{ARABIC}/index.html"]')
        style = "node => [getComputedStyle(node).direction, node.closest('[lang]').lang]"
        assert title.evaluate(style) == ["rtl", "ar"]


def test_without_a_script_the_list_and_every_file_are_there(
    browser: Browser, made_site: Path
) -> None:
    with opened(browser, (made_site / "index.html").as_uri(), java_script_enabled=False) as page:
        assert page.locator("#lessons > li").count() == 3
        assert not page.locator(".finder").is_visible()
        page.get_by_role("link", name="Find by subject").click()
        page.get_by_role("link", name="Does a story prove what it says at the end?").first.click()
        assert page.locator("#students .rows a").count() == 2
        assert not page.locator(".chooser").first.is_visible()
        assert page.locator("#students .rows a").first.is_visible()


def test_the_list_prints_without_its_tools(
    browser: Browser, made_site: Path, tmp_path: Path
) -> None:
    with opened(browser, (made_site / "index.html").as_uri()) as page:
        page.pdf(path=tmp_path / "list.pdf", format="A4")
    told = subprocess.run(
        ["pdftotext", tmp_path / "list.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Does a story prove" in told
    assert "Narrow the list" not in told


def test_the_page_about_the_lessons_has_their_licence_and_the_rights_of_every_piece(
    made_site: Path,
) -> None:
    html = (made_site / "about.html").read_text("utf-8")
    assert "creativecommons.org/licenses/by/4.0" in html
    assert html.count("Public domain") >= 3
    assert "../LICENSE" not in html
