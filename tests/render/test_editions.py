"""Every edition, on both papers: the same numbers, and room to answer that survives a copier."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from tests.render.on_page import Mark, Word, marks_of
from tests.render.sheets import (
    EDITIONS,
    LESSONS,
    MARGIN,
    PAIRS,
    PAPERS,
    ROOMS,
    SAFE,
    Sheet,
    edition_of,
    measure,
    numbering,
)

from broadsheet.compose.room import room_of
from broadsheet.compose.setting import Setting
from broadsheet.lesson.grid import grid_of
from broadsheet.lesson.question import Question
from broadsheet.lesson.room import DEFAULT_LINES
from broadsheet.locale.labels import labels_for
from broadsheet.school.edition import Edition

pytestmark = pytest.mark.no_cover
"""Words and marks of finished sheets are many, and finding them runs hardly a line of ours."""

INNER_MARKS = str.maketrans(dict.fromkeys("‘’“”", "'"))
"""A quotation within a quotation has other marks than in the text."""
QUOTED = re.compile(r"“([^”]+)”\(lines?([A-Z]?\d+)(?:–([A-Z]?\d+))?\)")


def in_editions(which: Callable[[Edition], bool]) -> pytest.MarkDecorator:
    """Try the worksheets of some editions alone."""
    return pytest.mark.parametrize("name", [name for name in EDITIONS if which(edition_of(name))])


@pytest.fixture(scope="session")
def output(printed: Path) -> Path:
    return printed


@pytest.fixture(params=PAPERS)
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=EDITIONS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=LESSONS, ids=lambda file: file.stem)
def sheet(output: Path, name: str, paper: str, request: pytest.FixtureRequest) -> Sheet:
    """Each worksheet of each lesson."""
    return Sheet(request.param, name, paper, output)


@pytest.fixture
def rooms(output: Path, name: str, paper: str) -> Sheet:
    """Each worksheet of the lesson with every kind of room."""
    return Sheet(ROOMS, name, paper, output)


def shown(sheet: Sheet) -> list[tuple[int, Question]]:
    """The questions that a sheet asks, with their numbers."""
    return [
        (asked.number, asked.question)
        for asked in sheet.lesson.questions.numbered()
        if sheet.edition.questions == "all" or asked.question.core
    ]


def test_every_fifth_number_stands_beside_the_printed_line_where_its_line_begins(
    sheet: Sheet,
) -> None:
    found = numbering(sheet)
    assert set(found.numbers) == found.resumed | {
        number for number in found.starts if int(number.strip("AB")) % 5 == 0
    }
    for number, index in found.numbers.items():
        begins, ends = found.printed[index]
        assert begins <= found.starts[number] < ends, number


@in_editions(lambda edition: edition.lines == "fixed")
def test_a_fixed_edition_prints_one_numbered_line_a_line(sheet: Sheet) -> None:
    found = numbering(sheet)
    begun = [begins for begins, _ in found.printed]
    cuts = [at for at in begun if found.text.startswith("[…]", at)]
    assert set(begun) - set(cuts) <= set(found.starts.values()) <= set(begun)


@in_editions(lambda edition: edition.lines == "fixed")
def test_no_page_ends_or_begins_with_a_single_line_of_a_paragraph(sheet: Sheet) -> None:
    found = numbering(sheet)
    paragraphs: list[list[int]] = []
    for words, (begins, _) in zip(found.words, found.printed, strict=True):
        if begins in found.paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(words[0].page)
    of_lines = [pages for pages in paragraphs if len(pages) > 1]
    assert of_lines
    assert [pages for pages in of_lines if pages[0] != pages[1] or pages[-2] != pages[-1]] == []


def test_the_mark_of_a_cut_stands_on_the_page_of_what_it_opens(sheet: Sheet) -> None:
    found = numbering(sheet)
    cuts = [
        (line[0].page, after[0].page)
        for (line, after), (begins, ends) in zip(
            pairwise(found.words), found.printed[:-1], strict=True
        )
        if found.text[begins:ends] == "[…]" and begins in found.paragraphs
    ]
    ends_at = [*sorted(found.paragraphs), len(found.text)]
    alone = [found.text[start:end] for start, end in pairwise(ends_at)]
    assert len(cuts) == alone[:-1].count("[…]")
    assert [cut for cut in cuts if cut[0] != cut[1]] == []


@pytest.mark.parametrize("pair", PAIRS, ids=lambda file: file.stem)
def test_a_text_begins_on_the_page_of_its_heading(
    output: Path, name: str, paper: str, pair: Path
) -> None:
    found = Sheet(pair, name, paper, output)
    lines = numbering(found)
    assert len(found.lesson.texts) == 2
    for label in found.lesson.texts:
        (heading,) = (
            first.page
            for first, *others in zip(found.words, found.words[1:], found.words[2:], strict=False)
            if [each.text for each in (first, *others)] == ["Read", "text", label]
        )
        begins = min(at for number, at in lines.starts.items() if number.startswith(label))
        pages = [
            words[0].page
            for words, (start, _) in zip(lines.words, lines.printed, strict=True)
            if start == begins
        ]
        assert pages == [heading]


@in_editions(lambda edition: edition.lines == "flowing")
def test_a_line_of_a_flowing_text_is_full_before_the_next_begins(sheet: Sheet) -> None:
    found = numbering(sheet)
    right = max(line[-1].right for line in found.words)
    assert len(found.words) > 1
    for (line, after), (begins, _) in zip(pairwise(found.words), found.printed[1:], strict=True):
        blank = line[-1].height / 2 + 1  # about
        if begins not in found.paragraphs:
            said = " ".join(word.text for word in line)
            assert line[-1].right + blank + after[0].width > right, said


def test_quoted_words_stand_at_the_line_that_is_printed_behind_them(sheet: Sheet) -> None:
    found = numbering(sheet)
    quotations = QUOTED.findall(sheet.said)
    assert len(quotations) >= len(shown(sheet)) / 2
    for words, first, last in quotations:
        begins = found.starts[first]
        after = [at for at in found.starts.values() if at > found.starts[last or first]]
        stretch = found.text[begins : min(after, default=len(found.text))]
        quoted = words.split("…")[0].translate(INNER_MARKS)
        assert quoted in stretch.translate(INNER_MARKS), (words, first, last)


@pytest.mark.parametrize("source", LESSONS, ids=lambda file: file.stem)
def test_the_core_edition_asks_the_core_questions_under_their_own_numbers(
    output: Path, source: Path
) -> None:
    sheet = Sheet(source, "core", "a4", output)
    numbers = {word.text for word in sheet.words if abs(word.left - MARGIN) < 1}
    every = {str(asked.number) for asked in sheet.lesson.questions.numbered()}
    core = {str(number) for number, _ in shown(sheet)}
    assert numbers & every == core != set()


def test_the_core_edition_shows_less_of_the_text_and_says_so(output: Path) -> None:
    whole = Sheet(ROOMS, "standard", "a4", output).said
    core = Sheet(ROOMS, "core", "a4", output).said
    assert "Thissheetshows125words" in whole
    assert "Thissheetshows87words" in core
    assert "Letthecounciltryitforonewinter" in whole
    assert "Letthecounciltryitforonewinter" not in core


def test_the_supported_edition_offers_starters_word_bank_and_smaller_steps(output: Path) -> None:
    for name in ("supported", "standard"):
        said = Sheet(ROOMS, name, "a4", output).said
        for words in ("ThewriteroftextAasks…", "totry·foronewinter·toopen", "aWhoshoulddecide?"):
            assert (words in said) == (name == "supported"), (name, words)


@pytest.mark.parametrize("source", LESSONS, ids=lambda file: file.stem)
def test_the_supported_edition_faces_the_texts_with_the_first_questions(
    output: Path, source: Path
) -> None:
    sheet_of = Sheet(source, "supported", "a4", output)
    words = sheet_of.words
    texts = {
        word.page
        for word, after in pairwise(words)
        if word.text == "Read" and after.text in ("the", "text")
        if abs(word.left - MARGIN) < 1
    }
    first = next(word.page for word in words if word.text == "1" and abs(word.left - MARGIN) < 1)
    # The second page is a left-hand one: a pair's texts face each other, one faces questions.
    assert texts == ({1, 2} if len(sheet_of.lesson.texts) == 2 else {1})
    assert first == max(texts) + 1


def test_glosses_stand_beside_the_paragraphs_of_their_words(output: Path) -> None:
    sheet = Sheet(ROOMS, "supported", "a4", output)
    for term, page in (("keeper", 1), ("correspondent", 2)):
        found = [word for word in sheet.words if word.page == page and word.text == term]
        inside, beside = sorted(found, key=lambda word: word.left)[:2]
        assert beside.left > 380 > inside.left
        assert 0 <= beside.top - inside.top < 16 or beside.is_beside(inside), term


@pytest.mark.parametrize(("name", "size"), [("large-print", 18), ("large-print-24", 24)])
def test_large_print_is_as_large_as_its_name_says(output: Path, name: str, size: int) -> None:
    sheet = Sheet(ROOMS, name, "a4", output)
    line_box = 1.2
    heights = {
        word.text: word.height
        for word in sheet.words
        if word.text in ("seventh,", "strongly", "guess")
    }
    assert len(heights) == 3
    assert min(heights.values()) >= size * line_box * 0.95


def test_no_word_of_a_heading_in_a_table_is_broken(rooms: Sheet) -> None:
    words = {word.text for word in rooms.words}
    headings = ["not yet nearly yes"] if rooms.edition.leaving else []
    for _, question in shown(rooms):
        if question.table:
            headings += question.table.columns
        if question.claim_table:
            headings += ["Line The claim Fact, opinion, prediction or judgment?"]
        if question.framing_grid:
            headings += ["What is said", "Words that show it", "Not stated", "The judgment made"]
        if question.omission_table:
            headings += ["What a reader needs to know", "Known then?"]
        if question.comparison_grid:
            headings += [
                "" if rooms.edition.tables == "stacked" else "Compare",
                "what is asked for",
                "who would pay",
            ]
    assert {word for heading in headings for word in heading.split()} <= words


def test_a_heading_stands_on_the_page_of_its_first_question(sheet: Sheet) -> None:
    numbers = {number for number, _ in shown(sheet)}
    first: dict[str, int] = {}
    for asked in sheet.lesson.questions.numbered():
        if asked.number in numbers:
            first.setdefault(asked.part, asked.number)
    assert first
    for part, number in first.items():
        place = place_of(sheet, number)
        title = labels_for("en").say(part).split()[0]
        headings = [
            word.page
            for word in sheet.words
            if word.text == title and MARGIN < word.left < MARGIN + 60
            if word.height > place.height
        ]
        assert headings == [place.page], part


def test_what_is_drawn_survives_a_photocopier(sheet: Sheet) -> None:
    marks = marks_of(sheet.pdf)
    assert len(marks) > 10
    for mark in marks:
        assert mark.ink == 1 or mark.ink <= 0.1, "black, or a tint of 10 % at most"
        assert min(mark.width, mark.height) >= 0.5, "no rule is thinner than half a point"


def test_nothing_stands_where_a_copier_may_lose_it(sheet: Sheet) -> None:
    with pikepdf.open(sheet.pdf) as document:
        _, _, width, height = (float(edge) for edge in document.pages[0].mediabox)
    boxes = [*sheet.words, *marks_of(sheet.pdf)]
    assert boxes
    for box in boxes:
        # A word's box reaches above its letters and below them.
        slack = 0.1 * box.height if isinstance(box, Word) else 0.5
        assert SAFE - 0.5 <= box.left <= box.right <= width - SAFE + 0.5, box
        assert SAFE - slack <= box.top <= box.bottom <= height - SAFE + slack, box


def place_of(sheet: Sheet, number: int) -> Word:
    """The number of a question, as printed before it."""
    (found,) = (
        word
        for word in sheet.words
        if word.text == str(number) and abs(word.left - MARGIN) < 1 and word.top > 0
    )
    return found


def below(sheet: Sheet, number: int) -> list[Mark]:
    """What is drawn between a question's number and the next, on the same page."""
    place = place_of(sheet, number)
    later = [place_of(sheet, other) for other, _ in shown(sheet) if other > number]
    ends = [word.top for word in later if word.page == place.page]
    drawn = [mark for mark in marks_of(sheet.pdf) if mark.page == place.page]
    ends += [mark.top for mark in drawn if mark.left < MARGIN + 1 and mark.top > place.bottom]
    indent = MARGIN + measure(sheet.edition, "question-indent", "8mm")
    return [
        mark
        for mark in drawn
        if place.top < mark.top < min(ends, default=math.inf)
        if mark.left > indent - 2
    ]


@in_editions(lambda edition: not edition.form)
def test_a_question_has_all_its_ruled_lines_below_it_as_many_as_the_edition_needs(
    rooms: Sheet,
) -> None:
    distance = measure(rooms.edition, "rule-distance", "8mm")
    grown: dict[int, float] = {}
    texts = len(rooms.lesson.texts)
    on_lines = [
        (number, each) for number, each in shown(rooms) if not (each.box or grid_of(each, texts))
    ]
    assert on_lines
    for number, question in on_lines:
        asked = question.space or (0 if question.choices or question.scale else DEFAULT_LINES)
        rules = [mark for mark in below(rooms, number) if mark.height < 1.1 and mark.width > 300]
        needed = math.ceil(asked * 9 / rooms.edition.words_per_line)
        assert len(rules) == needed, number
        for above, under in pairwise(sorted(rules, key=lambda mark: mark.top)):
            apart = under.top - above.top
            assert distance - 0.1 <= apart <= 1.5 * distance + 0.1
            assert apart == pytest.approx(grown.setdefault(under.page, apart), abs=0.2), (
                "as elsewhere"
            )


@in_editions(lambda edition: edition.tables == "across")
def test_a_table_stands_whole_below_its_question_but_in_large_print(rooms: Sheet) -> None:
    asked = shown(rooms)
    assert asked
    for number, question in asked:
        grid = grid_of(question, len(rooms.lesson.texts))
        rows = grid.rows if grid else 0
        borders = {
            round(mark.middle)
            for mark in below(rooms, number)
            if mark.stroked and mark.width > mark.height
        }
        assert len(borders) == (rows + 1 if rows else 0), number


@in_editions(lambda edition: edition.tables == "stacked")
def test_in_large_print_a_table_begins_below_its_question(rooms: Sheet) -> None:
    tables = [
        number
        for number, question in shown(rooms)
        if question.claim_table or question.table or question.framing_grid
    ]
    assert tables
    for number in tables:
        across = [mark for mark in below(rooms, number) if mark.width > mark.height]
        assert len({round(mark.middle) for mark in across}) >= 2, number


@in_editions(lambda edition: edition.questions == "all")
def test_a_box_to_draw_in_is_as_high_as_asked_for_or_by_half_higher_at_most(rooms: Sheet) -> None:
    setting = Setting.of(rooms.lesson, {})
    ((number, height),) = [
        (number, room_of(each, setting, rooms.edition).height)
        for number, each in shown(rooms)
        if each.box
    ]
    drawn = max(mark.height for mark in below(rooms, number))
    assert height * 72 / 25.4 - 0.5 <= drawn <= 1.5 * height * 72 / 25.4 + 0.5


def test_five_steps_lie_between_the_ends_of_a_scale(rooms: Sheet) -> None:
    place = place_of(rooms, 5)
    end = next(word for word in rooms.words if word.text == "hardly" and word.page == place.page)
    beside = [word.text for word in rooms.words if word.is_beside(end)]
    assert [text for text in beside if text.isdigit()] == ["1", "2", "3", "4", "5"]
