"""The table of all that can be asked for: documents × editions × papers × formats.

A document is a composer and a row here, a format a room in `render/` and a row here; editions are
files of the theme, papers an enumeration. Whatever names, makes or tells documents reads this.
Composers are imported as they are called: to know the names, nothing need be composed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadsheet.orders.order import Document, Format, Order, Whole

if TYPE_CHECKING:
    from broadsheet.compose.document import Composed
    from broadsheet.compose.setting import Setting


@dataclass(frozen=True, slots=True)
class Table:
    """The documents and formats that there are."""

    documents: tuple[Document, ...]
    formats: tuple[Format, ...]

    def document(self, name: str) -> Document:
        """The document of a name. Raises KeyError where there is none."""
        return {row.name: row for row in self.documents}[name]


def setting_of(order: Order) -> Setting:
    """What all documents of a lesson share."""
    from broadsheet.compose.setting import Setting

    lesson, school, sources = order.of_lesson.lesson, order.school, order.of_lesson.sources
    setting = Setting.of(
        lesson,
        {label: source.words for label, source in sources.items()},
        school.language_for(lesson.language),
        school.theme,
    )
    return setting.with_emphasis_of({label: source.article for label, source in sources.items()})


def _teacher_notes(order: Order) -> Composed:
    from broadsheet.compose.teacher_notes import teacher_notes

    return teacher_notes(setting_of(order))


def _answer_key(order: Order) -> Composed:
    from broadsheet.compose.answer_key import answer_key

    return answer_key(setting_of(order))


def _worksheet(order: Order) -> Composed:
    from broadsheet.compose.head import head_of
    from broadsheet.compose.worksheet import worksheet

    return worksheet(setting_of(order), order.set_in, head_of(order.school))


def _slides(order: Order) -> Composed:
    from broadsheet.compose.slides import slides

    return slides(setting_of(order))


def _exit_slips(order: Order) -> Composed:
    from broadsheet.compose.exit_slips import exit_slips

    return exit_slips(setting_of(order))


def _text(order: Order) -> Composed:
    from broadsheet.compose.head import head_of
    from broadsheet.compose.worksheet import text_leaf

    return text_leaf(setting_of(order), order.set_in, head_of(order.school))


def _questions(order: Order) -> Composed:
    from broadsheet.compose.head import head_of
    from broadsheet.compose.worksheet import question_leaf

    return question_leaf(setting_of(order), order.set_in, head_of(order.school))


def _question_bank(order: Order) -> Composed:
    from broadsheet.compose.question_bank import question_bank

    return question_bank(setting_of(order), order.set_in, order.of_lesson.slug)


def _student_booklet(order: Order) -> Composed:
    return _front(order, for_student=True)


def _teacher_booklet(order: Order) -> Composed:
    return _front(order, for_student=False)


def _front(order: Order, *, for_student: bool) -> Composed:
    from broadsheet.compose.booklet import booklet_front

    unit, school = order.of_unit.unit, order.school
    return booklet_front(
        unit,
        [each.lesson for each in order.of_unit.lessons],
        school.language_for(unit.language),
        for_student=for_student,
        theme=school.theme,
    )


_READ: Final = ("worksheet", "text", "questions", "teacher-notes", "answer-key")
"""Documents that are read from a screen, or by hand."""


def _platform(name: str, renderer: str, ending: str) -> Format:
    """A format of learning platforms, which takes question banks and no other document."""
    return Format(
        name,
        renderer,
        on_paper=False,
        ending=ending,
        documents=("question-bank",),
        has_forms=False,
    )


TABLE: Final = Table(
    documents=(
        Document("teacher-notes", Whole.LESSON, _teacher_notes, is_for_teachers=True),
        Document("worksheet", Whole.LESSON, _worksheet, has_editions=True),
        Document("text", Whole.LESSON, _text, has_editions=True, is_made_unasked=False),
        Document("questions", Whole.LESSON, _questions, has_editions=True, is_made_unasked=False),
        Document(
            "answer-key",
            Whole.LESSON,
            _answer_key,
            is_made_unasked=False,
            is_for_teachers=True,
        ),
        Document(
            "slides",
            Whole.LESSON,
            _slides,
            is_made_unasked=False,
            has_papers=False,
            is_for_teachers=True,
        ),
        Document("exit-slips", Whole.LESSON, _exit_slips, is_made_unasked=False),
        Document(
            "question-bank",
            Whole.LESSON,
            _question_bank,
            has_editions=True,
            is_made_unasked=False,
            formats=("moodle", "qti", "qti21"),
            is_for_teachers=True,
        ),
        Document("student-booklet", Whole.UNIT, _student_booklet, binds="worksheet"),
        Document(
            "teacher-booklet",
            Whole.UNIT,
            _teacher_booklet,
            binds="teacher-notes",
            is_for_teachers=True,
        ),
    ),
    formats=(
        Format("pdf", "broadsheet.render.pdf.layout", on_paper=True, is_made_unasked=True),
        Format(
            "html",
            "broadsheet.render.screen.page",
            on_paper=False,
            documents=_READ,
            has_forms=False,
        ),
        Format(
            "epub",
            "broadsheet.render.epub.book",
            on_paper=False,
            documents=(*_READ, "student-booklet", "teacher-booklet"),
            has_forms=False,
        ),
        Format(
            "brf",
            "broadsheet.render.braille.file",
            on_paper=False,
            documents=("worksheet", "text", "questions", "answer-key"),
            has_forms=False,
            has_type=False,
        ),
        _platform("moodle", "broadsheet.render.moodle.quiz", "moodle.xml"),
        _platform("qti", "broadsheet.render.qti.version12", "qti.zip"),
        _platform("qti21", "broadsheet.render.qti.version21", "qti21.zip"),
        Format(
            "docx",
            "broadsheet.render.docx.document",
            on_paper=True,
            documents=(
                *("worksheet", "text", "questions"),
                *("teacher-notes", "answer-key", "exit-slips"),
            ),
            has_forms=False,
        ),
    ),
)
"""What ships."""
