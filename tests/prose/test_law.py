"""What is typed is what is read: the words of nodes against the words that were typed.

Two readings that know nothing of the parser: one keeps, of any text at all, every character that is
no sign of markup; the other puts text together from pieces of which it knows what they print.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from broadsheet.prose.nodes import Phrase, Prose
from broadsheet.prose.parse import parse, parse_phrase
from broadsheet.prose.walk import visible

MARKUP = frozenset("*_`#>|:-+•[]()!\\<\x02\x03")
"""Signs that may be markup: the bullet that is printed among them."""

SIGNS = "*_`#>|:-+•[]()!\\<&;=~{}^.,'\"@/1234 9\n\t ab é הא中"
PIECES = (
    "- ",
    "* ",
    "1. ",
    "3) ",
    "  ",
    "    ",
    "\n\n",
    "> ",
    "# ",
    "## ",
    "****",
    "____",
    "---",
    "|---|",
    "| a | b |\n",
    "((",
    "))",
    "[@key]",
    "<b>",
    "&copy;",
    "https://a.example/_b_*c*",
    "\x02klzzwxh:0001\x03",
    "\x02amp\x03",
    "[a]: b\n",
    "```",
    "{: .x}",
)


def kept(text: str) -> str:
    """What no reading may lose: all but blanks and signs that may be markup."""
    return "".join(sign for sign in text if sign not in MARKUP and not sign.isspace())


ANY_TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(SIGNS, max_size=12))).map("".join)


@given(ANY_TEXT)
@example("3. Oktober 1990")
@example("- a\n   - b\n\n\n1917. c\n1918. d")
@example("<1@`1\n1`> <http://a`b`>")
@example("[@\\{]")
@example("> - a\n> > b\n# c\n| d |\n|---|\n| e | f |")
@pytest.mark.parametrize("read", [parse, parse_phrase])
def test_no_letter_figure_or_sign_is_lost_added_or_moved(
    read: Callable[[str], Prose | Phrase], text: str
) -> None:
    assume("](" not in text)
    assert kept(visible(read(text))) == kept(text)


AS_TYPED = (
    "3.",
    "1917.",
    "+1",
    "-5",
    "#MeToo",
    "# 5",
    "C#",
    "##",
    ">5",
    "a > b",
    "* * *",
    "***",
    "---",
    "===",
    "Schüler*innen",
    "2*3*4",
    "price*",
    "(*)",
    "*)",
    "a_b_c",
    "_snake_case_",
    "__",
    "a ______ b",
    "~~so~~",
    "==so==",
    "[^1]",
    "[x]: y",
    "[x][y]",
    "[…]",
    "[sic]",
    "{: .x}",
    "a | b",
    "<b>so</b>",
    "<!-- so -->",
    "&copy;",
    "&amp;",
    "a & b < c",
    "\\",
    "\\d",
    "me@a.example",
    "https://a.example/_b_*c*?d=1&e=2",
    "www.a.example",
    "klzzwxh:0001",
    "it`s",
    "``so''",
    "C:\\temp",
    "f(*a, **b)",
    "2**3**4",
    "- [ ] so",
    "(a)",
    "x < y > z",
    "<3",
    "$5*",
    "5 * 6",
    "!",
    "()",
    "1)",
)
"""What is no markup, though it looks like some."""

MARKED = {
    "*so*": "so",
    "_so_": "so",
    "**so**": "so",
    "__so__": "so",
    "***so***": "so",
    "**so *so* so**": "so so so",
    "(*so*)": "(so)",
    '"*so*"': '"so"',
    "`*so*`": "*so*",
    "``a`b``": "a`b",
    "\\*so\\*": "*so*",
    "\\#": "#",
    "\\_\\_": "__",
    "1986\\.": "1986.",
    "\\`": "`",
    "\\\\": "\\",
    "<https://a.example/b>": "https://a.example/b",
    "<me@a.example>": "me@a.example",
    "<mailto:me@a.example>": "me@a.example",
    "[so](https://a.example)": "so (https://a.example)",
    "[**so**](<https://a.example>)": "so (https://a.example)",
    "[a.example](https://www.a.example/)": "a.example",
    "[me](mailto:me@a.example)": "me (me@a.example)",
    "![so](so.png)": "",
    '![so](so.png "Below")': "Below",
}
"""What is markup, and the words that it leaves."""

SAID = st.one_of(
    st.sampled_from(AS_TYPED).map(lambda words: (words, words)),
    st.sampled_from(sorted(MARKED.items())),
    st.text("abé,?", min_size=1, max_size=5).map(lambda words: (words, words)),
)


def line_of(pieces: list[tuple[str, str]]) -> tuple[str, str]:
    """A line that begins with a word, so that no piece begins it."""
    typed, printed = zip(("So", "So"), *pieces, strict=True)
    return " so ".join(typed), " so ".join(printed)


LINE = st.lists(SAID, max_size=5).map(line_of)


@given(st.lists(LINE, min_size=1, max_size=6), st.sampled_from(["\n", "\n\n", "  \n"]))
def test_lines_print_their_words_without_the_markup_that_the_format_names(
    lines: list[tuple[str, str]], between: str
) -> None:
    typed = between.join(line for line, _ in lines)
    printed = " ".join(" ".join(words for _, words in lines).split())

    assert " ".join(visible(parse(typed)).split()) == printed
    assert " ".join(visible(parse_phrase(typed)).split()) == printed


@given(
    st.lists(LINE, min_size=2, max_size=5),
    st.sampled_from(["-", "*", "+", "•", "1.", "3)", "b)"]),
    st.sampled_from(["\n", "\n\n", "\n  - so\n  - so\n"]),
    st.sampled_from(["", "> "]),
)
def test_lists_print_their_numbers_as_typed_and_a_bullet_for_other_signs(
    lines: list[tuple[str, str]], mark: str, between: str, before: str
) -> None:
    typed = between.join(f"{mark} {line}" for line, _ in lines)
    shown = mark if mark[1:] else "•"
    inner = " • so • so" if "-" in between else ""
    printed = f"{inner} ".join(f"{shown} {words}" for _, words in lines)
    quoted = "\n".join(before + line for line in typed.split("\n"))

    assert " ".join(visible(parse(quoted)).split()) == " ".join(printed.split())


BEGINNINGS = (
    "-",
    "*",
    "+",
    "•",
    "3.",
    "1917.",
    "2)",
    "b)",
    "*footnote",
    "`",
    "|",
    "#MeToo",
    "=",
    "",
)


@given(st.sampled_from(BEGINNINGS), st.lists(st.sampled_from([*AS_TYPED, "so", "|"]), max_size=4))
@example("3.", ["Oktober 1990"])
@example("", ["*so"])
def test_a_lone_line_prints_as_typed_whatever_it_begins_with(first: str, words: list[str]) -> None:
    typed = " ".join([first, "so", *words])
    assume(first != "*footnote" or not any(word.endswith("*") for word in words))

    assert visible(parse(typed)).split() == typed.split()
    assert visible(parse_phrase(typed)).split() == typed.split()
