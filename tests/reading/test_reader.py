"""Reading YAML: every value with its place, no guesses, and one plain sentence for each fault."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from broadsheet.findings import Finding
from broadsheet.reading.document import Document, Mapping, Node, Scalar, Sequence, plain
from broadsheet.reading.file_text import MAX_BYTES
from broadsheet.reading.reader import read, read_text

HERE = Path("lesson.yaml")

Nested: TypeAlias = "str | list[Nested] | dict[str, Nested]"

_NEITHER: Final = ("Cc", "Cs", "Cn")
# Lines of scripts from U+0E00 on may be joined without a blank, not read as they were folded;
# U+2028 and what lies beyond U+FFFF, PyYAML folds in a way that it doesn't read again itself.
WORDS = st.text(
    st.characters(max_codepoint=0x0DFF, exclude_categories=_NEITHER)
    | st.characters(min_codepoint=0x2010, max_codepoint=0x2027, exclude_categories=_NEITHER)
    | st.sampled_from(" \n:#'\"-[]{}&*!|>%@`,?\\"),
    max_size=60,
)
DOCUMENTS = st.recursive(
    WORDS, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner), max_leaves=20
)


def document_of(text: str) -> Document:
    document, findings = read_text(text, HERE)
    assert document is not None, findings
    return document


def the_finding_in(text: str) -> Finding:
    _, findings = read_text(text, HERE)
    assert len(findings) == 1
    return findings[0]


def marked(text: str) -> tuple[str, str]:
    """A text without its two ‸ marks, and what stands between them."""
    before, between, after = text.split("‸")
    return before + between + after, between


def at(finding: Finding, text: str) -> tuple[int, str]:
    """The offset at which a finding points, and the words it covers."""
    place = finding.place
    assert place is not None
    starts = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]
    start = starts[place.line - 1] + place.column - 1
    return start, text[start : starts[place.end_line - 1] + place.end_column - 1]


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for entry in node.entries.values():
            yield entry.key
            yield from scalars(entry.value)


@given(
    value=DOCUMENTS,
    style=st.sampled_from([None, "'", '"', "|", ">"]),
    flow=st.sampled_from([None, True, False]),
    width=st.sampled_from([8, 40, 1000]),
)
def test_what_was_written_is_read_again_word_for_word(
    value: Nested, style: str | None, flow: bool | None, width: int
) -> None:
    written = yaml.safe_dump(
        value, default_style=style, default_flow_style=flow, width=width, allow_unicode=True
    )

    assert plain(document_of(written).root) == value


@given(
    value=DOCUMENTS,
    style=st.sampled_from([None, "'", '"', "|", ">"]),
    width=st.sampled_from([8, 40, 1000]),
)
def test_the_place_of_each_value_holds_its_own_words_and_nothing_else(
    value: Nested, style: str | None, width: int
) -> None:
    written = yaml.safe_dump(value, default_style=style, width=width, allow_unicode=True)
    document = document_of(written)
    found = list(scalars(document.root))
    assume(found)

    for scalar in found:
        alone = document.text[scalar.span.start : scalar.span.end]
        if scalar.style in ("", "'", '"'):
            alone_read = document_of(alone).root
            assert isinstance(alone_read, Scalar)
            assert alone_read.text == scalar.text
        else:
            assert alone.split() == [alone.split()[0], *scalar.text.split()]


@pytest.mark.parametrize("header", ["|", ">", "|+", ">-", "|2"])
def test_a_block_ends_with_its_last_word(header: str) -> None:
    text = f"a: {header}\n  Who pays?\n\n\n# not this\nb: 1\n"
    *_, (_, value) = (document := document_of(text)).steps(("a",))

    assert document.text[: value.span.end].endswith("pays?")


def test_a_key_and_its_value_each_know_their_place() -> None:
    document = document_of("source:\n  title: Phase 2 Begins # as published\n")
    (_, _), (_, _), (key, value) = document.steps(("source", "title"))

    assert key is not None
    assert isinstance(value, Scalar)
    assert document.place(key.span).line == 2
    assert document.place(key.span).column == 3
    assert document.place(value.span).column == 10
    assert document.place(value.span).end_column == 24


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "yes",
        "012",
        "0x1f",
        "1e3",
        "1_000",
        "2022-09-21",
        "22:30",
        "null",
        "~",
        ".nan",
        "=",
        "<<",
    ],
)
def test_a_value_is_the_text_that_was_typed(typed: str) -> None:
    assert plain(document_of(f"value: {typed}").root) == {"value": typed}


def test_only_nothing_after_the_colon_is_empty() -> None:
    document = document_of("a:\nb: ''\nc: ~\nd: null\ne: |\n")

    assert plain(document.root) == {"a": None, "b": "", "c": "~", "d": "null", "e": ""}


@pytest.mark.parametrize(
    "tagged",
    [
        "!!python/object/apply:os.system [touch {}]",
        "!!python/object/new:os.system [touch {}]",
        "!!python/name:os.system {}",
        "!!binary aGVsbG8= # {}",
        "!include {}",
    ],
)
def test_a_tag_builds_nothing_and_runs_nothing(tagged: str, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    document = document_of(f"title: {tagged.format(trace)}\n")

    assert all(isinstance(scalar.text, str) for scalar in scalars(document.root))
    assert not trace.exists()


def test_an_alias_stands_for_the_value_that_it_names() -> None:
    assert plain(document_of("a: &words [x, y]\nb: *words\n").root) == {
        "a": ["x", "y"],
        "b": ["x", "y"],
    }


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert plain(document_of("<<: {a: x}\n").root) == {"<<": {"a": "x"}}


@pytest.mark.parametrize(
    "text",
    [
        "minutes: 50\n‸minutes‸: 45\n",
        "a:\n  - b: {x: y, ‸x‸: z}\n",
        "a: {x: 1}\nb:\n  x: 1\n  'c': 2\n  ‸c‸: 3\n",
    ],
    ids=["at the top", "in a list", "quoted once"],
)
def test_a_key_that_stands_twice_is_found_at_its_second_place(text: str) -> None:
    text, key = marked(text)
    finding = the_finding_in(text)

    assert finding.code == "duplicate-key"
    assert at(finding, text) == (text.rindex(key), key)


def test_the_first_of_two_equal_keys_is_kept() -> None:
    document, findings = read_text("minutes: 50\nminutes: 45\n", HERE)

    assert document is not None
    assert plain(document.root) == {"minutes": "50"}
    assert "line 1" in findings[0].message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\n‸\t‸b: 2\n", "a tab stands in the indent"),
        ("a:\n  ‸\t‸b: 2\n", "a tab stands in the indent"),
        ('a: ‸"‸Who pays?\nb: 1\n', "has no partner"),
        ("a: ‸'‸Who pays?\nb: 1\n", "has no partner"),
        ("a: ‸'‸It isn't so.'\nb: 1\n", "has no partner"),
        ('a: ‸"‸No" is no answer.\nb: 1\n', "has no partner"),
        ('a: ‸"‸Who pays?\nb: He said "nobody" to them.\n', "has no partner"),
        ('a: 1\nb:\n  - ask: ‸"‸What is\n      "this" to us?\n', "has no partner"),
        ('a: ["x", ‸"‸y" z]\n', "has no partner"),
        ("a: Bridges‸:‸ who pays?\n", "a colon"),
        ("- ask: Bridges‸:‸ who pays?\n", "a colon"),
        ("a: Bridges and men\n  and then‸:‸ who pays?\n", "a colon"),
        ('a: He said "no"‸:‸ never\n', "a colon"),
        ("a: 1\n‸:‸ editorial\n", "no key before it"),
        ("a: ‸@‸who\n", "begins with `@`"),
        ("a: ‸`‸who`\n", "begins with `` ` ``"),
        ("a: ‸%‸who\n", "begins with `%`"),
        ("a: ‸>‸ who\n", "begins with `>`"),
        ("a: ‸-‸ who\n", "begins with `-`"),
        ("a: ‸*who‸\n", "refers to nothing above it"),
        ("a: ‸[‸Who pays\nb: 1\n", "is not closed"),
        ("a: ‸[‸Who] pays\nb: 1\n", "goes on after the bracket"),
        ("a: 1\n‸genre editorial‸\nb: 2\n", "neither a key with a value"),
        ("a: 1\n‸genre:editorial‸\nb: 2\n", "no blank follows the colon"),
        ("a:\n  b: 1\n ‸c: 2‸\n", "the indent of this line"),
        ("a: 1\n ‸b: 2‸\n", "the indent of this line"),
        ('a: "C:‸\\‸pays"\n', "a backslash"),
        ('a: "‸\\‸xZZ"\n', "a backslash"),
        ("‸%YAML 3.0‸\n---\na: 1\n", "a command to YAML"),
        ("a: 1\n‸---‸\nb: 1\n", "a second document"),
        ("a: 1\n‸[x]‸: 1\n", "a key here is a list"),
        ("a: old‸\0‸bridge\n", "U+0000"),
        ("a: old‸\x0c‸bridge\n", "U+000C"),
        ("a: 🌉🌉 who‸:‸ pays?\n", "a colon"),
        ("a: e\u0301 who‸:‸ pays?\n", "a colon"),
    ],
)
def test_a_slip_in_yaml_is_found_where_it_was_made(text: str, words: str) -> None:
    text, between = marked(text)
    offset = text.rindex(between) if text.count(between) == 1 else None
    finding = the_finding_in(text)

    assert finding.code == "yaml-syntax"
    assert words in finding.message
    assert at(finding, text)[1] == between
    assert offset is None or at(finding, text)[0] == offset


@pytest.mark.parametrize(
    "text", ['a: "Who\n  pays?"\nb: 1\n c: 2\n', "a: 'x'\nb: y\n c: 2\n", '"a":\n  b: 1\n c: 2\n']
)
def test_a_quoted_value_that_closes_is_not_blamed_for_what_follows(text: str) -> None:
    assert "indent" in the_finding_in(text).message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    text = end.join(["a: 1", "b: Bridges: who pays?", ""])
    place = the_finding_in(text).place

    assert place is not None
    assert (place.line, place.column) == (2, 11)


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_an_unseen_line_separator_in_pasted_text_is_a_blank(separator: str) -> None:
    document = document_of(f"a: |\n  The old{separator}bridge\nb: 1\n")

    assert plain(document.root) == {"a": "The old bridge\n", "b": "1"}


def test_nested_aliases_that_would_fill_the_memory_end_with_one_finding() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]

    assert the_finding_in("\n".join(lines)).code == "yaml-too-large"


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "{a: " * 100_000, "- " * 100_000])
def test_endless_nesting_ends_with_one_finding(text: str) -> None:
    assert the_finding_in(text).code == "yaml-too-large"


def test_an_alias_within_the_value_that_it_names_is_a_finding() -> None:
    assert the_finding_in("a: &a [*a]\n").code == "yaml-syntax"


def test_more_values_than_any_lesson_has_are_a_finding() -> None:
    assert the_finding_in("a: [" + "x," * 30_000 + "]").code == "yaml-too-large"


def the_finding_of(file: Path) -> Finding:
    document, findings = read(file)
    assert document is None
    assert [finding.code for finding in findings] == ["unreadable-file"]
    return findings[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("title: Wer zahlt?\n".encode("utf-16"), "UTF-16"),
        (b"x" * (MAX_BYTES + 1), "larger than 1 MiB"),
    ],
    ids=["UTF-16", "too large"],
)
def test_a_file_that_holds_no_text_of_ours_is_one_finding(
    data: bytes, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_bytes(data)

    assert words in the_finding_of(file).message


@pytest.mark.parametrize("text", ["", "\n  \n", "# nothing\n# but comments\n", "---\n"])
def test_a_text_that_holds_no_value_has_an_empty_root(text: str) -> None:
    document, findings = read_text(text, Path("lesson.yaml"))

    assert findings == []
    assert document is not None
    assert isinstance(document.root, Scalar)
    assert document.root.is_empty


def test_a_file_of_just_the_largest_size_is_read(tmp_path: Path) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_bytes(b"title: x #" + b"x" * (MAX_BYTES - 10))

    assert read(file)[1] == []


def test_the_first_byte_that_is_not_utf8_is_shown_in_its_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "lesson.yaml"
    for line_end in ("\n", "\r\n", "\r"):
        before = line_end.join(("a: 1", "# né", "b: "))
        file.write_bytes(before.encode() + "né".encode("latin-1"))
        place = the_finding_of(file).place

        assert place is not None
        assert (place.line, place.column) == (3, 5)


def test_a_byte_order_mark_before_other_text_moves_no_byte(tmp_path: Path) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_bytes(codecs.BOM_UTF8 + b"a: 1\nb: " + "né".encode("latin-1"))
    (finding,) = read(file)[1]

    assert "byte 0xe9" in finding.message
    assert finding.place
    assert (finding.place.line, finding.place.column) == (2, 5)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", ["title: Wer zahlt?\n", "title: Кто заплатит за мост?\n"])
def test_text_that_takes_two_bytes_a_letter_is_told_by_name(
    tmp_path: Path, text: str, encoding: str
) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_bytes(text.encode(encoding))
    (finding,) = read(file)[1]

    assert finding.message == f"the file is {encoding[:6].upper()}, not UTF-8"


def test_a_byte_order_mark_moves_no_column(tmp_path: Path) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\na: 2\n")
    _, findings = read(file)

    assert [(f.place.line, f.place.column) for f in findings if f.place] == [(2, 1)]


def test_a_lesson_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert "no such file" in the_finding_of(tmp_path / "lost.yaml").message


def test_a_folder_is_not_a_lesson(tmp_path: Path) -> None:
    assert "a folder" in the_finding_of(tmp_path).message


def test_a_mapping_keeps_the_order_in_which_its_keys_stand() -> None:
    root = document_of("b: 1\na: 2\nc: 3\n").root

    assert isinstance(root, Mapping)
    assert list(root.entries) == ["b", "a", "c"]
