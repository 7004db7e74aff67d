"""Prose as nodes: what is markup, and what only looks like it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broadsheet.prose.nodes import (
    Address,
    BlockQuotation,
    Code,
    Emphasis,
    Heading,
    Image,
    LineBreak,
    Link,
    List,
    Paragraph,
    RuledLine,
    Strong,
    Table,
    Text,
)
from broadsheet.prose.parse import parse, parse_phrase
from broadsheet.prose.phrases import ESCAPED
from broadsheet.prose.walk import everything, visible


def kinds(prose: str) -> list[type]:
    return [type(block) for block in parse(prose).blocks]


def marks(prose: str) -> list[str]:
    """The marks of all items of the lists of a piece of prose."""
    return [
        item.mark
        for block in parse(prose).blocks
        if isinstance(block, List)
        for item in block.items
    ]


@pytest.mark.parametrize("lone", ["3. Oktober", "1917. A year", "- Who?", "* in 1924", "2) two"])
def test_a_lone_item_is_no_list(lone: str) -> None:
    assert parse(lone).blocks == (Paragraph((Text(lone),)),)
    assert parse(f"So:\n{lone}").blocks == (Paragraph((Text(f"So: {lone}"),)),)


def test_numbers_stay_as_typed() -> None:
    assert marks("3. So\n4. so") == ["3.", "4."]
    assert marks("1917. So\n\n1933. so") == ["1917.", "1933."]
    assert marks("b) So\nc) so") == ["b)", "c)"]
    assert marks("١. So\n٢. so") == ["١.", "٢."]


@pytest.mark.parametrize("items", ["- so\n- so", "1. so\n2. so", "7. so\n8. so", "* so\n* so"])
def test_a_list_may_stand_right_under_other_words(items: str) -> None:
    assert kinds(f"Do this:\n{items}") == [Paragraph, List]


def test_numbers_that_do_not_count_up_right_under_other_words_are_words() -> None:
    typed = "It was on the\n3. Oktober, not on the\n9. November"
    assert visible(parse(typed)) == " ".join(typed.split())
    assert kinds(typed) == [Paragraph]


@pytest.mark.parametrize("indent", [2, 3, 4])
@pytest.mark.parametrize("mark", ["-", "1."])
def test_items_nest_by_two_blanks_or_more(mark: str, indent: int) -> None:
    (outer,) = parse(f"{mark} so\n{' ' * indent}- in\n{' ' * indent}- in\n{mark} so").blocks
    assert isinstance(outer, List)
    assert [[type(block) for block in item.blocks] for item in outer.items] == [
        [Paragraph, List],
        [Paragraph],
    ]


def test_items_may_hold_paragraphs() -> None:
    (found,) = parse("- so\n\n  more\n\n- so").blocks
    assert isinstance(found, List)
    assert [len(item.blocks) for item in found.items] == [2, 1]


def test_lists_of_two_kinds_are_two_lists() -> None:
    assert kinds("- so\n- so\n1. so\n2. so") == [List, List]


@pytest.mark.parametrize("typed", ["#MeToo", "#1", "C# is", "So\n===", "So\n---", "####### so"])
def test_only_a_sign_and_a_blank_make_a_heading(typed: str) -> None:
    assert kinds(typed) == [Paragraph]


def test_headings_go_down_by_one_level_at_a_time() -> None:
    prose = parse("### so\n\n# so\n\n#### so\n\n## so\n\n- a\n\n  ### so\n\n- b")
    levels = [block.level for block in prose.blocks if isinstance(block, Heading)]
    assert levels == [1, 1, 2, 2]


def test_a_line_of_underscores_is_a_line_to_write_on() -> None:
    assert kinds("Complete:\n__________\nThen go on.") == [Paragraph, RuledLine, Paragraph]
    assert visible(parse_phrase("Complete: ______")) == "Complete: ______"


def test_only_lines_with_their_sign_are_quoted() -> None:
    assert kinds("So\n> so\n> so\nso") == [Paragraph, BlockQuotation, Paragraph]
    assert kinds(">5 people") == [Paragraph]


def test_a_table_may_stand_right_under_other_words_and_drops_no_cell() -> None:
    typed = "Compare:\n| a | b |\n|---|--:|\n| 1 | 2 | 3 |\n| `x|y` \\| z |\nSo"
    _, table, _ = parse(typed).blocks
    assert isinstance(table, Table)
    assert table.alignments == ("", "right", "")
    assert [len(row) for row in (table.heads, *table.rows)] == [3, 3, 3]
    assert visible(parse(typed)).split() == [
        "Compare:",
        "a",
        "b",
        "1",
        "2",
        "3",
        "x|y",
        "|",
        "z",
        "So",
    ]


def test_deep_nesting_stands_as_typed() -> None:
    typed = "> " * 400 + "so"
    assert visible(parse(typed)).endswith("> so")


def test_what_stands_in_a_line() -> None:
    (paragraph,) = parse("*a* **b** `c` https://d.example, e  \nf").blocks
    assert paragraph == Paragraph(
        (
            Emphasis((Text("a"),)),
            Text(" "),
            Strong((Text("b"),)),
            Text(" "),
            Code("c"),
            Text(" "),
            Address("https://d.example"),
            Text(", e"),
            LineBreak(),
            Text("f"),
        )
    )


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("[so](https://a.example/b_(c))", "https://a.example/b_(c)"),
        ("[so](<https://a.example/b c>)", "https://a.example/b c"),
        ("[so [1]](https://a.example)", "https://a.example"),
        ("[*so*](mailto:me@a.example)", "mailto:me@a.example"),
        ("[so](https://a.example/_b_*c*)", "https://a.example/_b_*c*"),
        ("<me@a.example>", "mailto:me@a.example"),
        ("[so]( javascript:alert )", "javascript:alert"),
    ],
)
def test_a_link_keeps_its_address_whole(typed: str, address: str) -> None:
    found = [node.address for node in everything(parse(typed)) if isinstance(node, Link)]
    assert found == [address]


@pytest.mark.parametrize(
    ("typed", "image"),
    [
        ("![so](a.png)", Image("a.png", "so")),
        ("![so](two words.png)", Image("two words.png", "so")),
        ('![so](a.png "Below")', Image("a.png", "so", "Below")),
        ("![a *so* [b]](a_(b).png)", Image("a_(b).png", "a *so* [b]")),
        ("![5 \\* 3](a.png)", Image("a.png", "5 * 3")),
    ],
)
def test_an_image_has_an_address_a_description_and_a_caption(typed: str, image: Image) -> None:
    assert list(everything(parse_phrase(typed))) == [image]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://a.example/Mercury_(planet)", "https://a.example/Mercury_(planet)"),
        ("https://a.example/b_(c)_d_(e).", "https://a.example/b_(c)_d_(e)"),
        ("(see https://a.example/b_(c))", "https://a.example/b_(c)"),
        ("(see https://a.example/b)", "https://a.example/b"),
        ("https://a.example/b(c", "https://a.example/b(c"),
        ("https://a.example/b)c", "https://a.example/b"),
    ],
)
def test_brackets_within_an_address_are_a_part_of_it_in_pairs(typed: str, address: str) -> None:
    (paragraph,) = parse(typed).blocks
    assert isinstance(paragraph, Paragraph)
    assert [node for node in paragraph.inside if isinstance(node, Address)] == [Address(address)]


@pytest.mark.parametrize("typed", ['[so](https://a.example "title")', "[so][a]", "[a]: so"])
def test_links_that_the_format_does_not_name_stand_as_typed(typed: str) -> None:
    assert visible(parse(typed)) == typed


def test_the_format_names_each_sign_that_a_backslash_keeps_from_being_markup() -> None:
    page = (Path(__file__).parents[2] / "docs" / "format.md").read_text("utf-8")
    (row,) = re.findall(r"a backslash before one of ``(.*)`` keeps", page)
    assert row.replace(r"\|", "|").replace(" ", "") == ESCAPED
    for sign in ESCAPED:
        assert visible(parse(f"so \\{sign}so\\{sign}")) == f"so {sign}so{sign}"


def test_lines_join_without_a_blank_where_no_blanks_part_words() -> None:
    assert visible(parse("他说\n你好，\nOK\n吗")) == "他说你好，OK 吗"
    assert visible(parse("so\nso")) == "so so"


def test_a_reader_sees_the_words_and_none_of_the_markup() -> None:
    typed = (
        "> ***So*** says [it](https://a.example/b)  \n"
        '> and `code` ![a bar chart](a.png "Turnout")\n\n'
        "| a | b |\n| - | - |\n| c | d |\n\n1. One\n2. Two"
    )
    assert visible(parse(typed)).split("\n") == [
        "So says it (https://a.example/b)",
        "and code Turnout",
        *"abcd",
        "1. One",
        "2. Two",
    ]


def test_without_a_row_of_dashes_there_is_no_table() -> None:
    assert visible(parse("| a | b |\n| - | c |")) == "| a | b | | - | c |"


def test_a_sign_beside_a_letter_is_none() -> None:
    for typed in ("*so*s", "s*o*", "so_so_", "s`o`", "`o`s"):
        assert visible(parse(typed)) == typed


def test_a_phrase_has_no_blocks_and_keeps_its_blank_lines() -> None:
    assert visible(parse_phrase("# so\n- a\n- b\n\n> c")) == "# so - a - b\n> c"
