"""A question bank to Moodle XML.

There is no schema: what stands here are the fields that Moodle's importer reads. A text is a
description, what is ticked a multiple choice, and all else an essay, which the teacher marks by
what stands in `graderinfo`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from broadsheet.render.bank.images import Html, named
from broadsheet.render.bank.written import WrittenPassage, WrittenTask, written
from broadsheet.render.bank.xml import child, identifier, known, to_bytes
from broadsheet.render.manuscript import BookletManuscript, Manuscript
from broadsheet.render.renderer import Rendered

_FILES: Final = "@@PLUGINFILE@@/"
"""What Moodle puts the address of a question's own files in the place of."""
_LONGEST_TITLE: Final = 250
"""Letters of a category's name: Moodle keeps 255."""
_FEWEST_LINES: Final = 5
"""Lines of the smallest box to type in."""
_NOTHING: Final = Html()


def render(manuscript: Manuscript | BookletManuscript) -> Rendered:
    """Write a question bank. Raises ThemeError where the theme's template is broken."""
    if not isinstance(manuscript, Manuscript):
        raise TypeError("a question bank is of one lesson")
    bank = written(manuscript, _FILES)
    quiz = _Quiz(Element("quiz"), bank.key, named(manuscript.images))
    title = bank.title[:_LONGEST_TITLE]
    quiz.category(title, about=bank.about)
    for passage in bank.passages:
        quiz.passage(passage)
    group = ""
    for task in bank.tasks:
        if task.group != group:
            group = task.group
            quiz.category(title, group)
        quiz.task(task)
    return Rendered(to_bytes(quiz.root))


@dataclass(frozen=True, slots=True)
class _Quiz:
    """Adds questions to a file."""

    root: Element
    key: str
    images: Mapping[str, bytes]
    """By their names in the bank."""

    def category(self, *names: str, about: str = "") -> None:
        """Begin a category, for all questions that follow."""
        made = child(self.root, "question", type="category")
        path = "/".join(("$course$", "top", *(name.replace("/", "//") for name in names)))
        child(child(made, "category"), "text", path)
        child(child(made, "info", format="plain_text"), "text", about)

    def passage(self, passage: WrittenPassage) -> None:
        self._question("description", passage.key, passage.name, passage.html, 0)

    def task(self, task: WrittenTask) -> None:
        points = 1 if task.points is None else task.points
        kind = "multichoice" if task.options else "essay"
        made = self._question(kind, task.key, task.name, task.ask, points, task.feedback)
        if task.options:
            self._ticked(made, task)
        else:
            self._written(made, task)
        child(child(child(made, "tags"), "tag"), "text", task.group)

    def _question(
        self, kind: str, key: str, name: str, html: Html, points: int, feedback: Html = _NOTHING
    ) -> Element:
        made = child(self.root, "question", type=kind)
        child(child(made, "name"), "text", name)
        self._html(made, "questiontext", html)
        self._html(made, "generalfeedback", feedback)
        child(made, "defaultgrade", str(points))
        child(made, "penalty", "0")
        child(made, "hidden", "0")
        child(made, "idnumber", identifier(self.key, key))
        return made

    def _ticked(self, made: Element, task: WrittenTask) -> None:
        """The options, each with its part of the points; without a right one, each earns all.

        Where several are right, a wrong one takes away, or who ticks all of them would be right.
        """
        several = len(task.right) > 1
        child(made, "single", "false" if several else "true")
        child(made, "shuffleanswers", "false")
        child(made, "answernumbering", "none")
        child(made, "showstandardinstruction", "0")
        for field in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
            self._html(made, field, _NOTHING)
        wrong = len(task.options) - len(task.right)
        for at, option in enumerate(task.options):
            part = 100 / max(len(task.right), 1) if at in task.right or not task.right else 0
            if several and not part:
                part = -100 / wrong
            answer = child(made, "answer", fraction=f"{part:.5f}".rstrip("0").rstrip("."))
            self._fill(answer, option)
            self._html(answer, "feedback", _NOTHING)

    def _written(self, made: Element, task: WrittenTask) -> None:
        child(made, "responseformat", "editor")
        child(made, "responserequired", "0" if task.is_drawn else "1")
        child(made, "responsefieldlines", str(max(task.lines, _FEWEST_LINES)))
        child(made, "attachments", "1" if task.is_drawn else "0")
        child(made, "attachmentsrequired", "0")
        if task.is_drawn:
            child(made, "filetypeslist", "web_image,document")
        self._html(made, "graderinfo", task.expected)
        self._html(made, "responsetemplate", task.blank)

    def _html(self, parent: Element, field: str, html: Html) -> None:
        self._fill(child(parent, field), html)

    def _fill(self, field: Element, html: Html) -> None:
        """Put HTML into a field, and the images that it shows behind it."""
        field.set("format", "html")
        child(field, "text", known(html.text))
        for name in html.images:
            words = b64encode(self.images[name]).decode("ascii")
            child(field, "file", words, name=name, path="/", encoding="base64")
