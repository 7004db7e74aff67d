"""What checking says of a source, its fingerprint, and the excerpt that they prove."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from broadsheet.check import excerpt, fair_use, source
from broadsheet.check.subject import Subject
from broadsheet.collection.judging import judge
from broadsheet.findings import Finding
from broadsheet.lesson.load import load
from broadsheet.school.limits import Limits
from broadsheet.source.fingerprint import Fingerprint

TODAY = date(2026, 11, 1)
RULES = (*source.RULES, *excerpt.RULES, *fair_use.RULES)
KEY = "  text: sources/the-bridge-must-wait.txt\n"
NEW = "  fingerprint: sources/bridge.fingerprint.json\n"
TEXT = """\
The Bridge Must Wait

The council voted on Tuesday to build a second bridge, and the ferrymen were not asked. Nobody
doubts that the old bridge is narrow. It was built for carts, and carts still cross it.

But the so-called experts (three of them) count wagons; we count men. Let the council wait until
every ferryman is heard. There is no haste, and the money for the bridge is not in the bank.
"""


class Case:
    """A lesson with its folder, which a test changes and then checks."""

    def __init__(self, folder: Path, lesson: str) -> None:
        self.folder, self.lesson = folder, lesson
        (folder / "sources").mkdir()

    def text(self, data: str | bytes = TEXT) -> None:
        data = data.encode() if isinstance(data, str) else data
        (self.folder / "sources" / "the-bridge-must-wait.txt").write_bytes(data)

    def fingerprint(self, data: str | bytes | None = None) -> None:
        self.lesson = self.lesson.replace(KEY, KEY + NEW)
        if data is None:
            data = Fingerprint.of(TEXT.split("\n", 1)[1]).to_json()
        data = data.encode() if isinstance(data, str) else data
        (self.folder / "sources" / "bridge.fingerprint.json").write_bytes(data)

    def change(self, old: str, new: str) -> None:
        assert old in self.lesson
        self.lesson = self.lesson.replace(old, new)

    @property
    def file(self) -> Path:
        file = self.folder / "bridge.yaml"
        file.write_text(self.lesson, "utf-8")
        return file

    def findings(self) -> tuple[Finding, ...]:
        return tuple(f for f in judge(load(self.file), TODAY).findings if f.rule in RULES)

    def codes(self) -> list[str]:
        return [finding.code for finding in self.findings()]

    def only(self) -> Finding:
        (finding,) = self.findings()
        return finding

    def underlined(self) -> str:
        """What the only finding's place covers, on its first line."""
        place = self.only().place
        assert place
        line = self.lesson.split("\n")[place.line - 1]
        return line[
            place.column - 1 : place.end_column - 1 if place.line == place.end_line else None
        ]


@pytest.fixture
def case(tmp_path: Path, clean_lesson: str) -> Case:
    return Case(tmp_path, clean_lesson)


def test_the_text_proves_the_excerpt(case: Case) -> None:
    case.text()
    assert case.codes() == []


def test_the_fingerprint_proves_the_excerpt_where_the_text_is_missing(case: Case) -> None:
    case.fingerprint()
    assert case.codes() == []


def test_text_and_fingerprint_may_both_be_there(case: Case) -> None:
    case.text()
    case.fingerprint()
    assert case.codes() == []


def test_without_either_the_excerpt_is_said_to_be_unproved(case: Case) -> None:
    assert case.only().code == "source-not-at-hand"
    assert case.underlined() == "sources/the-bridge-must-wait.txt"


def test_a_source_that_names_no_text_is_said_to_be_unproved(case: Case) -> None:
    case.change(KEY, "")
    assert case.only().code == "source-not-at-hand"
    assert case.underlined() == "source"


def test_a_changed_comma_is_an_error_at_its_own_column_and_shows_what_the_source_has(
    case: Case,
) -> None:
    case.text()
    case.change("wagons; we", "wagons, we")
    finding = case.only()
    assert finding.code == "excerpt-not-in-source"
    assert case.underlined() == ","
    assert finding.message == "the excerpt has “,” where the source has “;”"
    assert "count wagons; we count men" in finding.hint


def test_a_fingerprint_finds_the_same_comma(case: Case) -> None:
    case.fingerprint()
    case.change("wagons; we", "wagons, we")
    assert case.only().code == "excerpt-not-in-source"
    assert case.underlined() == ","


def test_the_place_is_right_on_the_second_line_of_a_paragraph(case: Case) -> None:
    case.text()
    case.change("were not asked", "was not asked")
    place = case.only().place
    assert place
    assert case.lesson.split("\n")[place.line - 1].strip().startswith("was not asked")
    assert case.underlined() == "was"


def test_the_place_is_right_in_a_quoted_excerpt(case: Case) -> None:
    case.text()
    start, end = case.lesson.index("  excerpt:"), case.lesson.index("questions:")
    quoted = (
        '  excerpt: "The council voted\\u0020on Tuesday\\n\\n[…]\\n\\n[T]he so-called\n'
        '    experts (four of them) count wagons […]"\n\n'
    )
    case.lesson = case.lesson[:start] + quoted + case.lesson[end:]
    assert case.underlined() == "four"


@pytest.mark.parametrize("mark", ["…", "(…)", "...", ". . ."])
def test_a_cut_that_is_marked_in_another_way_is_told_as_a_cut(case: Case, mark: str) -> None:
    case.text()
    case.change("    […]\n\n    [T]he so-called", f"    {mark} [T]he so-called")
    finding, *_ = case.findings()
    assert finding.code == "cut-not-marked"
    assert finding.hint.startswith("mark the cut with […]")


def test_a_cut_that_is_not_marked_is_an_error_where_the_words_go_on(case: Case) -> None:
    case.text()
    case.change("    […]\n\n    [T]he so-called", "    [T]he so-called")
    finding = case.only()
    assert finding.code == "cut-not-marked"
    assert "It was built for carts, and carts" in finding.message


def test_a_mark_where_nothing_was_cut_is_an_error_at_the_mark(case: Case) -> None:
    case.text()
    case.change("Nobody doubts", "[…] Nobody doubts")
    assert case.only().code == "mark-without-cut"
    assert case.underlined() == "[…]"


def test_passages_in_another_order_are_an_error(case: Case) -> None:
    case.text()
    case.change("is heard.", "is heard. […] Nobody doubts that the old bridge is narrow.")
    assert case.only().code == "excerpt-out-of-order"


def test_another_article_is_one_finding_and_not_one_for_each_word(case: Case) -> None:
    case.text("Bees swarm in June, as every child of the valley knows, and nobody is stung.")
    finding = case.only()
    assert finding.code == "excerpt-not-in-source"
    assert "another article" in finding.hint


def test_brackets_of_the_source_are_written_with_a_backslash(case: Case) -> None:
    case.text(TEXT.replace("a second bridge", "a second [stone] bridge"))
    assert r"as \[ and \]" in case.only().hint
    case.change("a second bridge", r"a second \[stone\] bridge")
    assert case.codes() == []


def test_brackets_of_the_source_that_look_like_the_editors_are_no_cut(case: Case) -> None:
    case.text(TEXT.replace("a second bridge", "a second [sic] bridge"))
    case.change("a second bridge", "a second [sic] bridge")
    finding = case.only()
    assert finding.code == "excerpt-not-in-source"
    assert r"\[sic\]" in finding.hint


def test_the_marks_of_footnotes_may_be_left_out_and_are_proved_where_they_stand(case: Case) -> None:
    case.text(TEXT.replace("not asked.", "not asked.[1]").replace("is narrow.", "is narrow.²"))
    assert case.codes() == []
    case.change("not asked.", r"not asked.\[1\]")
    assert case.codes() == []
    case.change(r"not asked.\[1\]", r"not asked.\[2\]")
    assert case.codes() == ["excerpt-not-in-source"]


def test_a_word_that_stands_elsewhere_is_no_cut(case: Case) -> None:
    case.text()
    case.change("voted on Tuesday to build", "voted to on Tuesday build")
    assert "cut-not-marked" not in case.codes()


def test_a_letter_that_only_looks_like_the_sources_is_named(case: Case) -> None:
    case.change("council voted", "council v\u043eted")
    case.text()
    assert "Cyrillic small letter o (U+043E)" in case.only().message
    (case.folder / "sources" / "the-bridge-must-wait.txt").unlink()
    case.fingerprint()
    assert "Cyrillic small letter o (U+043E)" in case.only().message


def test_a_passage_too_short_for_a_fingerprint_is_a_warning(case: Case) -> None:
    case.fingerprint()
    case.change("is heard.", "is heard. […] the money for the bridge […]")
    finding = case.only()
    assert (finding.code, case.underlined()) == ("passage-unproved", "the money for the bridge")
    case.text()
    assert case.codes() == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\x00\x01", "is not text"),
        ("Le café est fermé.".encode("latin-1"), "is not UTF-8"),
        (b"a" * 5_000_000, "is larger than 4 MiB"),
    ],
)
def test_a_text_that_cannot_be_read_is_an_error_at_its_path(
    case: Case, data: bytes, said: str
) -> None:
    case.text(data)
    finding = case.only()
    assert finding.code == "source-unreadable"
    assert said in finding.message
    assert case.underlined() == "sources/the-bridge-must-wait.txt"


def test_a_text_that_cannot_be_read_leaves_the_proof_to_the_fingerprint(case: Case) -> None:
    case.text(b"\x00")
    case.fingerprint()
    case.change("wagons; we", "wagons, we")
    assert case.codes() == ["source-unreadable", "excerpt-not-in-source"]


def test_a_text_behind_a_link_is_not_read(
    case: Case, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text(TEXT, "utf-8")
    (case.folder / "sources" / "the-bridge-must-wait.txt").symlink_to(outside)
    finding = case.only()
    assert finding.code == "source-unreadable"
    assert "leads out of the lesson's folder" in finding.message


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b"\xff"])
def test_a_damaged_fingerprint_is_an_error_that_says_how_to_make_it_anew(
    case: Case, data: bytes
) -> None:
    case.fingerprint(data)
    finding = case.only()
    assert finding.code == "fingerprint-unreadable"
    assert "broadsheet source add" in finding.hint


def test_a_fingerprint_of_an_earlier_text_is_stale(case: Case) -> None:
    case.text()
    case.fingerprint(Fingerprint.of(TEXT.replace("no haste", "some haste")).to_json())
    assert case.only().code == "fingerprint-stale"


def test_a_fingerprint_that_is_named_and_not_there_is_asked_for(case: Case) -> None:
    case.text()
    case.change(KEY, KEY + NEW)
    finding = case.only()
    assert finding.code == "fingerprint-stale"
    assert "there is no fingerprint" in finding.message


def in_copyright(case: Case) -> None:
    case.change("  public_domain: yes\n", "  public_domain: no\n")


def remarks_of(case: Case, limits: Limits) -> Iterator[str]:
    lesson = load(case.file).lesson
    assert lesson is not None
    subject = Subject(lesson, case.folder, TODAY, limits)
    return (remark.message for remark in fair_use.check(subject))


def test_much_of_a_source_in_copyright_is_a_warning_with_the_numbers(case: Case) -> None:
    case.fingerprint()
    in_copyright(case)
    finding = case.only()
    assert finding.code == "long-excerpt-in-copyright"
    assert "44 words of 70, which is 63 %" in finding.message


def test_a_source_in_the_public_domain_has_no_limit(case: Case) -> None:
    case.text()
    assert list(remarks_of(case, Limits(copyright_words=1, copyright_percent=1))) == []


def test_the_limits_are_what_the_subject_says(case: Case) -> None:
    case.text()
    in_copyright(case)
    assert list(remarks_of(case, Limits(copyright_words=44, copyright_percent=63))) == []
    assert len(list(remarks_of(case, Limits(copyright_words=43, copyright_percent=63)))) == 1
    assert len(list(remarks_of(case, Limits(copyright_words=44, copyright_percent=62)))) == 1


def test_the_number_of_words_counts_even_where_the_whole_is_unknown(case: Case) -> None:
    in_copyright(case)
    (message,) = remarks_of(case, Limits(copyright_words=43))
    assert message.startswith("the excerpt shows 44 words, of a source in copyright")


def test_three_hundred_words_and_thirty_per_cent_are_the_limits_unless_told() -> None:
    assert Limits() == Limits(copyright_words=300, copyright_percent=30)
