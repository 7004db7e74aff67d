"""A composed document is its sections in order, in plain values that no renderer has shaped."""

from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path

import pytest

from broadsheet import compose
from broadsheet.compose.document import Composed
from broadsheet.compose.notes import Answered, Answers, References
from broadsheet.compose.setting import Setting
from broadsheet.compose.sheet import Leaving, Lens, Reading
from broadsheet.compose.teacher_notes import teacher_notes
from broadsheet.compose.worksheet import worksheet
from broadsheet.lesson.load import load
from broadsheet.plain import leaves
from broadsheet.prose.nodes import Cited, LineReference, Phrase, Prose
from broadsheet.prose.walk import everything
from broadsheet.render.manuscript import plain
from broadsheet.school.edition import Edition, edition_named
from broadsheet.theme import Theme

LESSONS = Path(__file__).parents[2] / "lessons"
ROOMS = Path(__file__).parents[1] / "lessons" / "rooms.yaml"


def setting_of(file: Path) -> Setting:
    lesson = load(file).lesson
    assert lesson is not None
    return Setting.of(lesson, {})


def kinds(document: Composed) -> list[str]:
    return [type(section).__name__ for section in document.sections]


def edition(name: str) -> Edition:
    found, _ = edition_named(name, Theme())
    assert found is not None
    return found


def test_a_worksheet_is_its_sections_in_the_order_of_its_pages() -> None:
    sheet = worksheet(setting_of(LESSONS / "phase-2-begins.yaml"), Edition())
    *before, last = kinds(sheet)
    assert [each for each in before if each != "Lens"] == [
        *("NameFields", "Title", "Goals", "SourceBox", "Reading", "Glossary"),
    ]
    assert before[6:] == ["Lens"] * (len(before) - 6)
    assert last == "Leaving"


def test_what_an_edition_does_not_show_is_not_in_the_document() -> None:
    lesson = setting_of(LESSONS / "phase-2-begins.yaml")
    core = worksheet(lesson, edition("core"))
    assert not {"Goals", "Leaving", "SourceBox"} & set(kinds(core))
    asked = [
        each for section in core.sections if isinstance(section, Lens) for each in section.questions
    ]
    assert 0 < len(asked) < len(list(lesson.lesson.questions.numbered()))


def test_texts_that_face_their_questions_open_on_pages_of_their_own() -> None:
    facing = Edition.model_validate({"facing": "yes", "notes_lines": 4})
    pair = worksheet(setting_of(ROOMS), facing)
    assert kinds(pair)[3:9] == [*("SourceBox", "BeforeReading") * 2, "Reading", "Glossary"]
    opening = [each.opening for each in pair.sections if isinstance(each, Reading | Lens)]
    assert opening[:4] == ["verso", "recto", "verso", ""]
    one = worksheet(setting_of(LESSONS / "phase-2-begins.yaml"), facing)
    assert [each.opening for each in one.sections if isinstance(each, Reading | Lens)][:3] == [
        *("verso", "recto", ""),
    ]


def test_numbers_stay_numbers() -> None:
    sheet = worksheet(setting_of(LESSONS / "phase-2-begins.yaml"), Edition())
    asked = [
        each
        for section in sheet.sections
        if isinstance(section, Lens)
        for each in section.questions
    ]
    (leaving,) = (section for section in sheet.sections if isinstance(section, Leaving))
    assert leaving.total == sum(each.points or 0 for each in asked)
    lines = [
        node for each in asked for node in everything(each.ask) if isinstance(node, LineReference)
    ]
    assert all(isinstance(node.first, int) for node in lines)


@pytest.mark.parametrize("file", sorted(LESSONS.glob("*.yaml")), ids=lambda file: file.stem)
def test_references_count_upwards_down_the_pages(file: Path) -> None:
    notes = teacher_notes(setting_of(file))
    met = [0]
    for leaf in leaves(plain(notes)):
        cited = [leaf] if isinstance(leaf, Cited) else []
        if isinstance(leaf, Prose | Phrase):
            cited = [node for node in everything(leaf) if isinstance(node, Cited)]
        for node in cited:
            met += [number for number in node.numbers if number not in met]
    assert all(after == before + 1 for before, after in pairwise(met)), met
    (references,) = (each for each in notes.sections if isinstance(each, References))
    assert [work.number for work in references.works] == met[1:]


def test_the_facts_of_a_question_are_numbered_before_its_answer(setting: Setting) -> None:
    (answers,) = (each for each in teacher_notes(setting).sections if isinstance(each, Answers))
    first: Answered = answers.questions[0]
    assert first.facts == Cited((1, 2))
    cited = [node for node in everything(first.levels[0].answer) if isinstance(node, Cited)]
    assert cited == [Cited((2,))]


@pytest.fixture
def setting(clean_lesson: str, tmp_path: Path) -> Setting:
    """A lesson whose first answer cites the second of the question's facts."""
    fact = """\
  a-roll:
    says: Nobody counted the ferrymen.
    known: 1924-03-01
    cite: {title: Roll of the ferrymen, checked: to be re-checked}
"""
    text = clean_lesson.replace("facts: [minutes-1924]", "facts: [a-roll, minutes-1924]")
    file = tmp_path / "lesson.yaml"
    file.write_text(text.replace("\nfacts:\n", f"\nfacts:\n{fact}"), "utf-8")
    return setting_of(file)


@pytest.mark.parametrize(
    "module", sorted(Path(compose.__file__).parent.glob("*.py")), ids=lambda module: module.stem
)
def test_composing_knows_neither_tags_nor_templates(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    words = [each.value for each in ast.walk(tree) if isinstance(each, ast.Constant)]
    told = [each for each in words if isinstance(each, str)]
    assert told
    assert [each for each in told if "</" in each or ".html" in each] == []
