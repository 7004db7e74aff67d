"""Pages for screens, in a real browser: what a reader can do with them, and what they never do."""

from __future__ import annotations

import re
import subprocess
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from tests.browser import faults, is_wider_than_window, opened
from tests.conftest import WHOLE_TEXT
from tests.once import once
from tests.printed import ROOMS, ROOT, TODAY

from broadsheet.orders.request import Request
from broadsheet.recipes.build import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAIR, RIGHT_TO_LEFT, FOR_CHILDREN = (
    "votes-for-women-1915",
    "al-muqtabas-1906",
    "ant-and-cricket-1912",
)
LESSONS = (PAIR, RIGHT_TO_LEFT, FOR_CHILDREN)
SCRIPTS = "</title><script>alert(1)</script> & Été Ω Ж א ع あ ア 中 " + "Wort" * 60


def _build(folder: Path) -> None:
    files = [*(ROOT / "lessons" / f"{name}.yaml" for name in LESSONS), ROOMS]
    documents = ["worksheet", "teacher-notes", "answer-key"]
    editions = ["standard", "supported", "core", "large-print-24", "fillable"]
    request = Request(
        files, folder, TODAY, documents=documents, editions=editions, formats=["html"]
    )
    assert not [each for each in build(request).findings if each.severity == "error"]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the pages of a pair, a lesson from right to left, one for children, and of every
    kind of room."""
    return once(tmp_path_factory, "pages", _build)


def page(pages: Path, lesson: str, document: str = "worksheet") -> str:
    return (pages / lesson / f"{lesson}-{document}.html").as_uri()


def every_page(pages: Path) -> list[Path]:
    return sorted(pages.rglob("*.html"))


@pytest.mark.parametrize(
    ("lesson", "document"),
    [
        (PAIR, "worksheet"),
        (FOR_CHILDREN, "teacher-notes"),
        (RIGHT_TO_LEFT, "worksheet"),
        (FOR_CHILDREN, "worksheet-supported"),
        (FOR_CHILDREN, "answer-key"),
        ("rooms", "worksheet"),
    ],
)
def test_nobody_is_shut_out(browser: Browser, pages: Path, lesson: str, document: str) -> None:
    with opened(browser, page(pages, lesson, document)) as shown:
        assert faults(shown) == []
        shown.emulate_media(color_scheme="dark")
        assert faults(shown, only="color-contrast") == []


def test_no_page_is_scrolled_sideways_on_a_telephone_or_at_twice_the_size(
    browser: Browser, pages: Path
) -> None:
    every = every_page(pages)
    assert every
    with opened(browser, "about:blank") as shown:
        for file in every:
            shown.goto(file.as_uri())
            # A browser's own zoom halves the pixels of a window of 1280, for the same text.
            for width in (640, 360, 320):
                shown.set_viewport_size({"width": width, "height": 740})
                assert not is_wider_than_window(shown), (file.name, width)


_OVERLAPS = """() => {
    const fields = '.question textarea, .question input, .question th';
    const boxes = [...document.querySelectorAll(fields)]
        .map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.height > 1);
    return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
        .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1
            && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        .map(([other]) => `${one.name || one.textContent} over ${other.name}`));
}"""


@pytest.mark.parametrize("width", [360, 800])
def test_no_field_stands_over_another(browser: Browser, pages: Path, width: int) -> None:
    with opened(browser, page(pages, "rooms"), width=width) as shown:
        assert shown.evaluate(_OVERLAPS) == []


def test_an_address_of_a_line_leads_to_it_and_marks_it(browser: Browser, pages: Path) -> None:
    for name, lesson in (("12", FOR_CHILDREN), ("B12", PAIR), ("7", RIGHT_TO_LEFT)):
        with opened(browser, f"{page(pages, lesson)}#line-{name}") as shown:
            line = shown.locator(f"#line-{name}")
            assert line.evaluate(
                "e => { const box = e.getBoundingClientRect();"
                " return box.top >= 0 && box.bottom <= innerHeight && e.matches(':target') }"
            )


def test_lines_are_those_of_the_printed_sheet(browser: Browser, pages: Path) -> None:
    with opened(browser, page(pages, FOR_CHILDREN)) as shown:
        first = shown.locator("#line-1").inner_text()
        assert first.strip() == "A silly young cricket, accustomed to sing"
        numbers = shown.locator(".lines .number").all_inner_texts()
        assert numbers == [str(number) for number in range(5, 31, 5)]
        tops = shown.evaluate(
            "[...document.querySelectorAll('.line')].map(e => e.getBoundingClientRect().top)"
        )
        assert tops == sorted(set(tops)), "each on a line of its own"


def test_type_is_larger_for_children_and_in_larger_editions(browser: Browser, pages: Path) -> None:
    sizes = []
    for lesson, document in (
        (PAIR, "worksheet"),
        (FOR_CHILDREN, "worksheet"),
        (PAIR, "worksheet-large-print-24"),
    ):
        with opened(browser, page(pages, lesson, document)) as shown:
            size = shown.evaluate("getComputedStyle(document.querySelector('.ask p')).fontSize")
            sizes.append(float(size.removesuffix("px")))
    assert sizes[0] == 16
    assert sizes == sorted(set(sizes))
    assert sizes[2] == pytest.approx(16 * 2.4)


def test_a_reference_leads_to_its_line_and_a_work_to_the_list(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, page(pages, PAIR, "teacher-notes")) as shown:
        dead = shown.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(e => e.getAttribute('href'))"
            ".filter(to => !document.getElementById(to.slice(1)))"
        )
        assert dead == []
        assert shown.locator('a[href="#work-1"]').count() > 0
        assert shown.locator('a.line-reference[href="#line-A11"]').count() > 0


def test_a_word_is_explained_where_it_is_read_by_the_keyboard_alone(
    browser: Browser, pages: Path
) -> None:
    with opened(
        browser, page(pages, FOR_CHILDREN), width=360, height=740, java_script_enabled=True
    ) as shown:
        word = shown.locator("a.glossed", has_text="crumb")
        word.scroll_into_view_if_needed()
        before = shown.evaluate("scrollY")
        word.focus()
        shown.keyboard.press("Enter")
        gloss = shown.locator(".gloss:target")
        assert "a tiny piece of bread or cake" in gloss.inner_text()
        assert gloss.evaluate("e => e.getBoundingClientRect().bottom == innerHeight")
        assert shown.evaluate("scrollY") == before, "the reader keeps the place"
        shown.keyboard.press("Tab")
        shown.keyboard.press("Enter")
        assert shown.url.endswith("#line-5"), "the line's own link leads back"


def test_what_is_typed_is_printed(browser: Browser, pages: Path, tmp_path: Path) -> None:
    answer = "The cricket asks for grain. " + "It was a long winter. " * 30 + "And the ant said no."
    with opened(browser, page(pages, FOR_CHILDREN)) as shown:
        shown.locator('input[name="name"]').fill("Amina")
        shown.locator('textarea[name="q1"]').fill(answer)
        shown.locator('input[name="q2-B"]').check()
        shown.locator('input[name="q6"][value="4"]').check()
        shown.pdf(path=tmp_path / "typed.pdf", format="A4")
    read = ["pdftotext", str(tmp_path / "typed.pdf"), "-"]
    text = " ".join(subprocess.run(read, capture_output=True, check=True, text=True).stdout.split())
    assert "Amina" in text
    assert " ".join(answer.split()) in text


def test_every_field_of_every_room_has_a_name_of_its_own(browser: Browser, pages: Path) -> None:
    with opened(browser, page(pages, "rooms")) as shown:
        names: list[str] = shown.evaluate(
            "[...document.querySelectorAll('textarea, input:not([type=radio])')].map(e => e.name)"
        )
        assert len(names) == len(set(names)) > 10
        ids: list[str] = shown.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids))


def test_nothing_runs_in_a_page_and_nothing_leaves_it(browser: Browser, pages: Path) -> None:
    for file in every_page(pages):
        html = file.read_text("utf-8")
        assert re.search(r"<script|<form|<link|<iframe|<object| style=| on\w+=", html) is None
        assert "default-src 'none'" in unescape(html)
        outside = re.findall(r'(?:src|action|srcset)="(?!data:)([^"]*)"', html)
        assert outside == [], file.name
    with opened(browser, page(pages, PAIR)) as shown:
        complaints: list[str] = []
        shown.on("console", lambda message: complaints.append(message.text))
        shown.reload()
        asked = shown.evaluate("fetch('http://127.0.0.1:9/').catch(e => e.name)")
        assert asked == "TypeError"
        assert all("127.0.0.1:9" in each for each in complaints), "its own style is not refused"
        assert shown.evaluate("getComputedStyle(document.querySelector('h2')).borderTopWidth") != (
            "0px"
        )


def test_a_page_is_well_formed_as_xml_too(pages: Path) -> None:
    roots = {ElementTree.fromstring(file.read_bytes()).tag for file in every_page(pages)}  # noqa: S314 - our own
    assert roots == {"{http://www.w3.org/1999/xhtml}html"}


def test_editions_that_are_forms_are_left_to_pdf_and_others_differ(pages: Path) -> None:
    names = {file.name for file in (pages / FOR_CHILDREN).iterdir()}
    assert f"{FOR_CHILDREN}-worksheet-supported.html" in names
    assert not [name for name in names if "fillable" in name]
    plain, helped = (
        (pages / FOR_CHILDREN / f"{FOR_CHILDREN}-worksheet{edition}.html").read_text("utf-8")
        for edition in ("", "-supported")
    )
    assert "Words to use:" in helped
    assert "Words to use:" not in plain


def test_a_title_with_markup_eight_scripts_and_300_letters_is_shown_as_text(
    browser: Browser, tmp_path: Path, clean_lesson: str, lesson_file: Path
) -> None:
    odd = clean_lesson.replace("Who pays for the bridge?", f"'{SCRIPTS}'")
    lesson_file.write_text(odd, "utf-8")
    report = build(
        Request([lesson_file], tmp_path / "out", TODAY, documents=["worksheet"], formats=["html"])
    )
    (file,) = report.written
    with opened(browser, file.as_uri(), width=360, height=740) as shown:
        assert shown.locator("h1").inner_text() == SCRIPTS
        assert shown.title().startswith(SCRIPTS)
        assert not is_wider_than_window(shown)
        assert faults(shown) == []


def test_a_style_sheet_of_a_school_ends_nothing_and_a_fault_in_a_template_is_told(
    tmp_path: Path, clean_lesson: str
) -> None:
    for name, text in {
        "bridge.yaml": clean_lesson,
        "sources/the-bridge-must-wait.txt": WHOLE_TEXT,
        "broadsheet.yaml": "theme: look\n",
        "look/styles/window.css": "a { content: '</style><script>alert(1)</script>'; }",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    lesson = tmp_path / "bridge.yaml"
    request = Request([lesson], tmp_path / "out", TODAY, documents=["worksheet"], formats=["html"])
    (file,) = build(request).written
    style, _, rest = file.read_text("utf-8").partition("</style>")
    assert "<script>" in style, "as a part of the style sheet"
    assert "<script" not in rest

    template = tmp_path / "look" / "templates" / "screen-worksheet.html"
    template.parent.mkdir()
    template.write_text('{% extends "screen.html" %}\n{% block x %}', "utf-8")
    (fault,) = [each for each in build(request).findings if each.severity == "error"]
    assert fault.code == "theme-fault"
    assert fault.file == template
    assert file.exists(), "what was made before stays"
