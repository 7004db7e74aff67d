"""What may be typed at a place: quotations, keys, codes and names."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.editor.conftest import TODAY, Open, cursor

from broadsheet.editor.completing import Item, completions
from broadsheet.editor.opened import opened

ROOT = Path(__file__).parents[2]
PAIR = ROOT / "lessons" / "votes-for-women-1915.yaml"


def offered(held: Open, lesson: str, old: str, new: str) -> tuple[Item, ...]:
    """What is offered where `new`, with a cursor, is typed in place of `old`."""
    assert old in lesson
    text, at = cursor(lesson.replace(old, new, 1))
    return completions(text, at, held(lesson))


def taken(text: str, at: int, item: Item) -> str:
    """The line of the text with an item taken, and the one before it."""
    new = text[: item.span.start] + item.new + text[item.span.end :]
    end = item.span.start + len(item.new)
    return new[new.rfind("\n", 0, at) + 1 : new.find("\n", end)].strip()


ASK = "What does ((so-called)) do?"


def test_a_quotation_is_offered_with_its_line(held: Open, clean_lesson: str) -> None:
    (found, *_) = offered(held, clean_lesson, ASK, "What does ((let the▮ do?")
    assert found.label == "Let the council wait until every ferryman is heard"
    assert found.new == f"{found.label}))"
    assert found.detail == "line 5"


def test_where_nothing_is_typed_each_sentence_is_offered(held: Open, clean_lesson: str) -> None:
    found = offered(held, clean_lesson, ASK, "What does ((▮)) do?")
    begun = dict.fromkeys(each.label.split()[0] for each in found)
    assert list(begun) == ["The", "Nobody", "[T]he", "Let"]
    assert all("))" not in each.new for each in found)


def test_words_that_are_quoted_are_proved_before_they_are_offered(
    held: Open, clean_lesson: str
) -> None:
    assert offered(held, clean_lesson, ASK, "What does ((nowhere▮") == ()
    for each in offered(held, clean_lesson, ASK, "What does ((▮"):
        after = held(clean_lesson.replace(ASK, f"What does (({each.new} do?"))
        assert "quotation-not-in-excerpt" not in {one.code for one in after.findings}


def test_a_word_that_stands_twice_is_offered_with_more_words(held: Open, clean_lesson: str) -> None:
    found = offered(held, clean_lesson, ASK, "What does ((the f▮")
    assert [each.label for each in found] == ["the ferrymen were not asked"]


def test_a_quotation_goes_on_over_the_end_of_a_line(held: Open, clean_lesson: str) -> None:
    folded = ">-\n        What does ((Nobody doubts\n        that the▮ do?"
    lesson = clean_lesson.replace(ASK, folded, 1)
    text, at = cursor(lesson)
    (found, *_) = completions(text, at, held(clean_lesson))
    assert taken(text, at, found) == "that the old bridge is narrow)) do?"


def test_nothing_is_offered_where_no_quotation_is_open(held: Open, clean_lesson: str) -> None:
    for typed in ("((so-called)) ▮", "( (▮", "((so\n\n      ▮"):
        assert offered(held, clean_lesson, ASK, f"What does {typed}") == ()


def test_in_a_pair_the_text_is_named() -> None:
    lesson = PAIR.read_text("utf-8")
    known = opened(lesson, PAIR, TODAY)
    assert known is not None
    asked = lesson.index("((")
    for typed, begins in (("((", ("A: ", "B: ")), ("((B: ", ("",)), ("((@B: ", ("",))):
        text = lesson[:asked] + typed + lesson[asked:]
        found = completions(text, asked + len(typed), known)
        assert found
        assert all(each.new.startswith(begins) for each in found)
        assert {each.detail[0] for each in found} == ({"A", "B"} if typed == "((" else {"B"})


def test_a_quotation_keeps_the_quoting_of_its_value(held: Open, clean_lesson: str) -> None:
    lesson = clean_lesson.replace("the old bridge is", 'the "old" bridge is')
    quoted = lesson.replace(ASK, '"What does ((so-called)) do?"')
    text, at = cursor(quoted.replace("((so-called))", "((Nobody▮))"))
    found = completions(text, at, held(quoted))
    assert [each.new for each in found] == ['Nobody doubts that the \\"old\\" bridge is narrow']


def test_in_chinese_any_stretch_is_offered() -> None:
    file = ROOT / "lessons" / "chabuduo-1919.yaml"
    lesson = file.read_text("utf-8")
    known = opened(lesson, file, TODAY)
    assert known is not None
    at = lesson.index("((")
    found = completions(f"{lesson[:at]}((差{lesson[at:]}", at + 3, known)
    assert found
    assert all(each.label.startswith("差") for each in found)


@pytest.mark.parametrize(
    ("old", "new", "label", "written"),
    [
        ("[@minutes-1924]", "[@▮", "minutes-1924", "[@minutes-1924]"),
        ("[@minutes-1924]", "[@min▮]", "minutes-1924", "[@minutes-1924]"),
        ("[@minutes-1924]", "[@other; @▮", "minutes-1924", "[@other; @minutes-1924]"),
        ("facts: [minutes-1924]", "facts: [min▮]", "minutes-1924", "facts: [minutes-1924]"),
        ("language: en", "language: ▮", "fr", "language: fr"),
        ("\nsource:", "\nstandards: [ISTE▮]\nsource:", "ISTE.1.3.b", "standards: [ISTE.1.3.b]"),
        ("\nsource:", "\nstandards:\n  - ▮\nsource:", "ISTE.1.3.b", "- ISTE.1.3.b"),
        ("\nnotes:", "\nignore:\n  - code: ▮\nnotes:", "hard-words", "- code: hard-words"),
    ],
)
def test_keys_codes_and_languages_are_offered(
    held: Open, clean_lesson: str, old: str, new: str, label: str, written: str
) -> None:
    text, at = cursor(clean_lesson.replace(old, new, 1))
    (found,) = [each for each in completions(text, at, held(clean_lesson)) if each.label == label]
    assert written in taken(text, at, found)


def test_an_error_is_not_offered_to_be_left_alone(held: Open, clean_lesson: str) -> None:
    found = offered(held, clean_lesson, "\nnotes:", "\nignore:\n  - code: ▮\nnotes:")
    labels = [each.label for each in found]
    assert "quotation-not-in-excerpt" not in labels
    assert found[0].detail.endswith("found here")


def test_a_cited_fact_is_shown_with_its_day_and_source(held: Open, clean_lesson: str) -> None:
    (found,) = offered(held, clean_lesson, "[@minutes-1924]", "[@▮")
    assert found.detail == "fact, 1924-03-04"
    assert "Minutes of the council" in found.about


def test_settings_offer_what_there_is(tmp_path: Path) -> None:
    file = tmp_path / "broadsheet.yaml"
    for line, label in (
        ("editions: [standard, ▮]", "large-print"),
        ("documents:\n  - ▮", "answer-key"),
        ("formats: ▮", "pdf"),
    ):
        text, at = cursor(f"school: A\n{line}\n")
        known = opened(text, file, TODAY)
        assert known is not None
        assert label in {each.label for each in completions(text, at, known)}


def test_a_unit_offers_the_lessons_beside_it(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").touch()
    (tmp_path / "broadsheet.yaml").touch()
    text, at = cursor("broadsheet: 1\nlessons:\n  - ▮\n")
    known = opened(text, tmp_path / "units" / "unit.yaml", TODAY)
    assert known is not None
    assert [each.label for each in completions(text, at, known)] == ["../one.yaml"]
