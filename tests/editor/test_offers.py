"""What can be mended at a place, with every other byte kept."""

from __future__ import annotations

from tests.editor.conftest import Open

from broadsheet.editor.offers import every_sure_fix, offers_at
from broadsheet.editor.opened import Opened
from broadsheet.reading.document import Span
from broadsheet.reading.fix import mended


def taken(opened: Opened, at: int) -> dict[str, str]:
    """The text with each offer at a place taken, by its title."""
    return {
        offer.title: mended(opened.text, offer.fixes) for offer in offers_at(opened, Span(at, at))
    }


def test_what_was_meant_is_offered(held: Open, clean_lesson: str) -> None:
    wrong = clean_lesson.replace("((every ferryman))", "((every fisherman))")
    offers = taken(held(wrong), wrong.index("((every") + 3)
    assert offers == {"Change to “((every ferryman))”": clean_lesson}


def test_a_misspelt_key_is_mended_though_the_schema_tells_of_it(
    held: Open, clean_lesson: str
) -> None:
    wrong = clean_lesson.replace("  genre:", "  gerne:")
    offers = taken(held(wrong), wrong.index("gerne") + 2)
    assert offers == {"Change to “genre”": clean_lesson}


def test_all_that_has_one_right_answer_is_mended_at_once(held: Open, clean_lesson: str) -> None:
    wrong = clean_lesson.replace("minutes-1924]", "minuts-1924]").replace("title: W", "tittle: W")
    every = every_sure_fix(held(wrong))
    assert every is not None
    assert mended(wrong, every.fixes) == clean_lesson
    assert every_sure_fix(held(clean_lesson)) is None


def test_advice_can_be_left_alone_for_a_reason_that_is_asked_for(
    held: Open, clean_lesson: str
) -> None:
    at = clean_lesson.index("excerpt: |")
    title = "Leave hard-words alone in this lesson"
    once = taken(held(clean_lesson), at)[title]
    assert once == f"{clean_lesson.rstrip()}\n\nignore:\n  - code: hard-words\n    because: \n"
    assert {each.code for each in held(once).findings} >= {"empty-value"}
    reason = once.replace("because: ", "because: We talk about them.")
    assert "hard-words" not in {each.code for each in held(reason).findings}


def test_a_second_finding_is_left_alone_below_the_first(held: Open, clean_lesson: str) -> None:
    ignore = "ignore:\n- code: hard-words\n  because: We talk.\n\n# The notes\n"
    lesson = clean_lesson.replace("notes:\n", f"{ignore}notes:\n")
    known = held(lesson)
    (other, *_) = [each for each in known.findings if each.severity.rank]
    text = taken(known, known.span_of(other).start)[f"Leave {other.code} alone in this lesson"]
    assert f"  because: We talk.\n- code: {other.code}\n  because: \n\n# The notes\n" in text


def test_an_error_can_not_be_left_alone(held: Open, clean_lesson: str) -> None:
    wrong = clean_lesson.replace("((every ferryman))", "((nowhere at all in it))")
    assert taken(held(wrong), wrong.index("((nowhere") + 3) == {}
