"""Finding a lesson on the front page, with the keyboard, in a real browser, from a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import opened
from tests.site.conftest import ARABIC, CHILDREN, PAIR


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all, as it takes a second: the list is as new whenever it is gone to."""
    with opened(browser, "about:blank") as page:
        yield page


@pytest.fixture
def front(window: Page, made_site: Path) -> Page:
    window.goto((made_site / "index.html").as_uri())
    return window


def seen(page: Page) -> list[str]:
    """The lessons that are shown, in their order."""
    links = page.locator("#lessons > li:not([hidden]) h2 a").all()
    return [str(link.get_attribute("href")).split("/")[1] for link in links]


def state(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def options(page: Page, label: str) -> list[str]:
    texts = page.get_by_label(label, exact=True).locator("option").all_inner_texts()
    return [text.strip() for text in texts]


def search(page: Page, words: str) -> None:
    page.get_by_label("Search").fill(words)


def test_a_word_is_found_by_keyboard_alone_and_enter_goes_to_the_first_lesson(front: Page) -> None:
    front.keyboard.press("Tab")  # to the link that skips what every page has
    while front.evaluate("document.activeElement.id") != "search":
        front.keyboard.press("Tab")
    front.keyboard.type("fabl")
    assert (seen(front), state(front)) == ([CHILDREN], "Lessons shown: 1 of 3")
    front.keyboard.press("Enter")
    front.keyboard.press("Enter")
    front.wait_for_url(f"**/{CHILDREN}/index.html")


@pytest.mark.parametrize(
    ("words", "lessons"),
    [
        ("CRICKET ant", [CHILDREN]),
        ("women's suffrage", [PAIR]),
        ("womens", [PAIR]),
        ("kélly mìller", [PAIR]),
        ("sufrage", [PAIR]),  # a slip
        ("صحافة", [ARABIC]),  # without its article
        ("المجَلّة", [ARABIC]),  # with vowel points
        ("RH.11-12", [PAIR]),
        ("arabic", [ARABIC]),
        ("ant suffrage", []),
        ("  ", [CHILDREN, PAIR, ARABIC]),
    ],
)
def test_words_are_found_whatever_their_accents_capitals_and_articles(
    front: Page, words: str, lessons: list[str]
) -> None:
    search(front, words)
    assert seen(front) == lessons


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一个编出来的人，能代表全国的人吗？", "代表"),
        ("一个编出来的人，能代表全国的人吗？", "全国的人"),
        ("国民性、民国报刊", "报刊"),
        ("Straße und Größe", "strasse grosse"),
        ("J’accuse…! Émile Zola, L’Aurore", "jaccuse emile"),
        ("¿Qué demuestra una noticia?", "que demue"),
        ("Чи п’ять рядків досить?", "пять"),
        ("Їжак і йогурт", "їжак ИОГУРТ"),
        ("הָעִתּוֹן וְהַקּוֹרֵא", "עתון קורא"),
        ("ילדים", "ילד"),
        ("قرّاء الصحف وأسئلة إلى الأسر", "قراء صحف اسئله الاسر"),
        ("μεγάλη Ἀθήνα", "μεγαλη αθηνα"),
        ("ผู้หญิงกับสิทธิ", "สิทธิ"),
        ("प्रमाण और तर्क", "प्रमाण"),
        ("桜の花とことば", "ことば"),
    ],
)
def test_every_script_is_searched(front: Page, text: str, words: str) -> None:
    found = "([text, words]) => scores([indexed({words: [[1, text]]})], words)[0]"
    assert front.evaluate(found, [text, words])
    assert not front.evaluate(found, [text, "qwertz"])


def test_one_button_brings_all_lessons_back(front: Page) -> None:
    search(front, "fables")
    front.get_by_label("Language", exact=True).select_option(label="English (1)")
    front.get_by_role("button", name="Show all lessons").click()
    front.wait_for_function("document.activeElement.id === 'search'")
    assert seen(front) == [CHILDREN, PAIR, ARABIC]


def test_a_word_in_a_title_comes_before_the_same_in_a_summary(front: Page) -> None:
    lessons = [{"words": [[3, "a vote"]]}, {"words": [[8, "the vote"]]}]
    found = "([lessons, words]) => scores(lessons.map(indexed), words)"
    first, second = front.evaluate(found, [lessons, "vote"])
    assert second > first > 0


def test_each_filter_says_how_many_lessons_are_left_with_each_choice(front: Page) -> None:
    assert options(front, "Language") == ["All", "Arabic (1)", "English (2)"]
    front.get_by_label("Age", exact=True).select_option(label="10 (1)")
    assert (seen(front), state(front)) == ([CHILDREN], "Lessons shown: 1 of 3")
    assert options(front, "Language") == ["All", "Arabic (0)", "English (1)"]
    assert front.get_by_label("Language").locator("option").nth(1).is_disabled()
    front.get_by_label("Age", exact=True).select_option(label="All")
    search(front, "voting")
    assert options(front, "Minutes") == ["All", "40 (0)", "50 (1)"]


def test_headings_are_grouped_by_language_and_the_readers_comes_first(front: Page) -> None:
    groups = front.get_by_label("Topic", exact=True).locator("optgroup")
    assert [each.get_attribute("label") for each in groups.all()] == ["English", "Arabic"]
    assert front.get_by_label("Standard", exact=True).locator("optgroup").count() == 0
    front.get_by_label("Language").select_option(label="Arabic (1)")
    assert [each.get_attribute("hidden") is None for each in groups.all()] == [False, True]


def test_where_nothing_fits_a_sentence_says_what_to_do(front: Page) -> None:
    search(front, "zeppelin")
    assert seen(front) == []
    assert front.get_by_text("No lesson fits.").is_visible()
    front.get_by_label("Search").press("Escape")
    assert len(seen(front)) == 3


def test_who_comes_back_from_a_lesson_finds_the_list_as_it_was(front: Page) -> None:
    front.get_by_label("Language", exact=True).select_option(label="English (2)")
    search(front, "fables")
    front.locator("#lessons li:not([hidden]) a").click()
    front.wait_for_url(f"**/{CHILDREN}/index.html")
    front.go_back()
    assert seen(front) == [CHILDREN]
    assert front.get_by_label("Search").input_value() == "fables"
