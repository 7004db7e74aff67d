"""A document becomes a lesson, or each of its faults one finding at its own key."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import indent
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.findings import Finding
from broadsheet.lesson.load import Loaded

Load: TypeAlias = Callable[[str | bytes], Loaded]
Errors: TypeAlias = Callable[[str | bytes], tuple[Finding, ...]]


def only(findings: tuple[Finding, ...]) -> Finding:
    assert [finding.code for finding in findings] == [findings[0].code] if findings else False
    return findings[0]


def words_at(finding: Finding, text: str) -> str:
    place = finding.place
    assert place is not None
    line = text.split("\n")[place.line - 1]
    return line[place.column - 1 : place.end_column - 1 if place.end_line == place.line else None]


def test_a_lesson_without_a_fault_is_typed(load_lesson: Load, clean_lesson: str) -> None:
    loaded = load_lesson(clean_lesson)

    assert loaded.findings == ()
    assert loaded.lesson is not None
    assert loaded.lesson.title == "Who pays for the bridge?"


@pytest.mark.parametrize(
    ("typed", "meant", "hint"),
    [
        ("Verse", "verse", "did you mean `verse`?"),
        ("vrese", "verse", "did you mean `verse`?"),
        ("verses, mixed", None, ""),
        ("poem", None, ""),
    ],
)
def test_a_word_that_is_nearly_one_that_a_key_takes_is_answered_with_that(
    errors: Errors, clean_lesson: str, typed: str, meant: str | None, hint: str
) -> None:
    text = clean_lesson.replace("  genre:", f'  form: "{typed}"\n  genre:', 1)
    finding = only(errors(text))
    assert finding.code == "wrong-kind"
    assert "`form` takes `prose`, `verse` or `mixed`" in finding.message
    assert (finding.near_match, finding.hint) == (meant, hint)
    assert words_at(finding, text) == f'"{typed}"'


@pytest.mark.parametrize(
    ("old", "new", "code", "words", "message"),
    [
        ("title:", "tittle:", "unknown-key", "tittle", "`tittle` is not a key"),
        ("  genre:", "  gerne:", "unknown-key", "gerne", "in `source`"),
        ("      checked:", "      cheked:", "unknown-key", "cheked", "`cheked` is not a key"),
        ("    - ask: What does", "    - aks: What does", "unknown-key", "aks", "`aks`"),
        ("level: Grades 9–10", "level:", "empty-value", "level", "`level` is empty"),
        ("- I can tell a report from a demand.", "-", "empty-value", "", "item 1 of `objectives`"),
        ("minutes: 45", "minutes: fifty", "wrong-kind", "fifty", "a whole number"),
        ("minutes: 45", "minutes: [45]", "wrong-kind", "minutes", "not a list"),
        ("minutes: 45", "minutes: 1000", "wrong-kind", "1000", "at most 600"),
        ("ages: [14, 16]", "ages: 14", "wrong-kind", "14", "takes a list"),
        ("ages: [14, 16]", "ages: [14]", "wrong-kind", "ages", "at least 2 items"),
        ("level: Grades 9–10", "level: {a: b}", "wrong-kind", "level", "not keys with values"),
        ("public_domain: yes", "public_domain: maybe", "wrong-kind", "maybe", "`yes` or `no`"),
        ("broadsheet: 1", "broadsheet: 2", "wrong-kind", "2", "`broadsheet` takes"),
        ("minutes: 45", f"minutes: {'9' * 5000}", "wrong-kind", "9" * 5000, "a smaller number"),
        ("language: en", "language: English!", "wrong-kind", "English!", "`language` cannot be"),
        ("published: 1924-03-08", "published: 1924-02-30", "bad-date", "1924-02-30", "no day 30"),
        ("published: 1924-03-08", "published: 1924-13", "bad-date", "1924-13", "no month 13"),
        ("published: 1924-03-08", "published: last May", "bad-date", "last May", "not a date"),
        ("checked: to be re-checked", "checked: soon", "bad-date", "soon", "to be re-checked"),
        ("says: The council", "say: The council", "unknown-key", "say", "`say` is not a key"),
    ],
)
def test_one_mistake_gives_one_finding_at_its_own_words(
    errors: Errors, clean_lesson: str, old: str, new: str, code: str, words: str, message: str
) -> None:
    assert old in clean_lesson
    text = clean_lesson.replace(old, new, 1)
    finding = only(errors(text))

    assert finding.code == code
    assert words_at(finding, text) == words
    assert message in finding.message


@pytest.mark.parametrize(("typed", "meant"), [("sumary", "summary"), ("Summary", "summary")])
def test_an_unknown_key_near_a_known_one_asks_whether_that_was_meant(
    errors: Errors, clean_lesson: str, typed: str, meant: str
) -> None:
    finding = only(errors(clean_lesson.replace("summary:", f"{typed}:")))

    assert f"did you mean `{meant}`" in finding.hint


def test_an_unknown_key_near_none_is_told_the_keys_that_are_known_there(
    errors: Errors, clean_lesson: str
) -> None:
    text = clean_lesson.replace("  genre: editorial", "  genre: editorial\n  xylophone: yes")

    assert "`genre`, `language`" in only(errors(text)).hint


@pytest.mark.parametrize(
    ("lines", "missing", "words"),
    [
        ("level: Grades 9–10\n", "level", "broadsheet"),
        ("  genre: editorial\n", "genre", "source"),
        ("    known: 1924-03-04\n", "known", "minutes-1924"),
    ],
)
def test_a_key_that_is_missing_is_found_at_the_key_that_lacks_it(
    errors: Errors, clean_lesson: str, lines: str, missing: str, words: str
) -> None:
    text = clean_lesson.replace(lines, "", 1)
    finding = only(errors(text))
    place = finding.place

    assert finding.code == "missing-key"
    assert f"`{missing}`" in finding.message
    assert place is not None
    assert text.split("\n")[place.line - 1].lstrip().startswith(words)


def test_a_lesson_has_one_source_or_a_pair(errors: Errors, clean_lesson: str) -> None:
    start, end = clean_lesson.index("source:"), clean_lesson.index("questions:")
    finding = only(errors(clean_lesson[:start] + clean_lesson[end:]))

    assert finding.code == "missing-key"
    assert "`source` or `sources`" in finding.message


def test_one_piece_under_sources_and_a_pair_under_source_are_each_told_at_once(
    errors: Errors, clean_lesson: str
) -> None:
    start, end = clean_lesson.index("source:"), clean_lesson.index("questions:")
    piece = clean_lesson[start:end].removeprefix("source:\n")
    pair = f"source:\n  A:\n{indent(piece, '  ')}  B:\n{indent(piece, '  ')}"
    for text in (
        clean_lesson.replace("source:", "sources:", 1),
        clean_lesson[:start] + pair + clean_lesson[end:],
    ):
        finding = only(errors(text))

        assert finding.message == "a lesson has either `source` or `sources`"
        assert words_at(finding, text) in ("source", "sources")


def test_the_texts_of_a_pair_are_labelled_a_and_b(errors: Errors, clean_lesson: str) -> None:
    start, end = clean_lesson.index("source:"), clean_lesson.index("questions:")
    piece = indent(clean_lesson[start:end].removeprefix("source:\n"), "  ")
    text = f"{clean_lesson[:start]}sources:\n  A:\n{piece}  C:\n{piece}{clean_lesson[end:]}"
    finding = next(each for each in errors(text) if each.code == "wrong-kind")

    assert finding.message == "`C` cannot be a key"
    assert finding.hint == "the two sources are labelled `A` and `B`"
    assert words_at(finding, text) == "C"


def test_a_key_that_can_be_none_is_told_what_keys_are_made_of(
    errors: Errors, clean_lesson: str
) -> None:
    text = clean_lesson.replace("  minutes-1924:", "  minutes 1924:")
    finding = next(each for each in errors(text) if each.code == "wrong-kind")

    assert finding.message == "`minutes 1924` cannot be a key"
    assert words_at(finding, text) == "minutes 1924"
    assert "without blanks" in finding.hint


def test_the_version_that_is_missing_is_named(errors: Errors, clean_lesson: str) -> None:
    finding = only(errors(clean_lesson.replace("broadsheet: 1\n", "", 1)))

    assert finding.hint == "add `broadsheet: 1`"


@pytest.mark.parametrize("top", ["- a\n- b\n", "Who pays?\n", '"Who pays?"\n', "[]\n"])
def test_a_file_without_keys_at_its_top_is_no_lesson(errors: Errors, top: str) -> None:
    finding = only(errors(top))
    place = finding.place

    assert finding.code == "not-a-lesson"
    assert place is not None
    assert (place.line, place.column) == (1, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("\n  \n", "the file is empty"),
        ("# nothing\n# but comments\n", "the file holds nothing but comments"),
        ("---\n", "the file holds nothing but comments"),
    ],
)
def test_a_file_that_holds_nothing_is_told_how_such_a_file_begins(
    errors: Errors, text: str, message: str
) -> None:
    finding = only(errors(text))

    assert finding.code == "unreadable-file"
    assert finding.message == message
    assert finding.hint.startswith("begin with `broadsheet: 1`")


def test_several_mistakes_are_found_in_one_run(errors: Errors, clean_lesson: str) -> None:
    text = clean_lesson.replace("minutes: 45", "minutes: fifty").replace("1924-03-08", "1924-02-30")

    assert [finding.code for finding in errors(text)] == ["wrong-kind", "bad-date"]


def test_a_sentence_with_a_colon_read_as_a_key_is_told_about_quotation_marks(
    errors: Errors, clean_lesson: str
) -> None:
    text = clean_lesson.replace("- I can tell a report", "- I can: tell a report")

    assert "quotation marks" in only(errors(text)).hint


WILD = st.one_of(
    st.binary(max_size=4),
    st.text(max_size=4).map(str.encode),
    st.sampled_from([b" ", b"  ", b": ", b"- ", b"\n\n", b"\n---\n", b"\xff", b"\xe2\x80\xa8"]),
    st.sampled_from(b"(( )) [@ ] \n \t \" ' * &a *a # | > { } [ \0 !!map".split(b" ")),
)


@st.composite
def mutilated(draw: st.DrawFn, whole: bytes) -> bytes:
    """A lesson with a few stretches of bytes deleted, put in or replaced."""
    data = whole
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        length = draw(st.sampled_from([0, 1, 2, 5, 40, 1000]))
        data = data[:start] + draw(WILD) + data[start + length :]
    return data


@settings(max_examples=150)
@given(data=st.data())
def test_a_lesson_with_damaged_bytes_is_typed_or_found_faulty_and_never_fails(
    load_lesson: Load, errors: Errors, real_lesson: bytes, data: st.DataObject
) -> None:
    damaged = data.draw(mutilated(real_lesson))
    loaded = load_lesson(damaged)
    found = errors(damaged)
    lines = damaged.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")

    assert loaded.lesson is not None or found
    for finding in found:
        place = finding.place
        assert place is not None
        within = lines.removeprefix("\ufeff").split("\n")
        assert 1 <= place.line <= place.end_line <= len(within)
        assert 1 <= place.column <= len(within[place.line - 1]) + 1
        assert (place.line, place.column) <= (place.end_line, place.end_column)
