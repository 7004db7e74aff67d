"""A question bank to QTI 1.2, as Canvas and most other platforms import it.

Model answers are left out: not every platform keeps what is for the marker from its pupils, and the
answer key has them. What is ticked is marked by the platform.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from broadsheet.render.bank.images import Html, named
from broadsheet.render.bank.written import WrittenBank, WrittenTask, written
from broadsheet.render.bank.xml import child, identifier, known, to_bytes
from broadsheet.render.manuscript import BookletManuscript, Manuscript
from broadsheet.render.qti.package import IMAGES, MANIFEST, zipped
from broadsheet.render.renderer import Rendered

_ITEMS: Final = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGE: Final = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_FILES: Final = f"%24IMS-CC-FILEBASE%24/{IMAGES}"
"""What platforms put the address of a package's own files in the place of."""
_RESPONSE: Final = "response1"


def render(manuscript: Manuscript | BookletManuscript) -> Rendered:
    """Write a package. Raises ThemeError where the theme's template is broken."""
    if not isinstance(manuscript, Manuscript):
        raise TypeError("a question bank is of one lesson")
    bank = written(manuscript, _FILES)
    images = named(manuscript.images)
    name = identifier(bank.key)
    href = f"{name}/{name}.xml"
    files = {
        MANIFEST: to_bytes(_manifest(name, href, sorted(images))),
        href: to_bytes(_assessment(bank, name)),
        **{IMAGES + image: data for image, data in images.items()},
    }
    return Rendered(zipped(files))


def _manifest(name: str, href: str, images: Sequence[str]) -> Element:
    root = Element("manifest", {"xmlns": _PACKAGE, "identifier": f"{name}-manifest"})
    about = child(root, "metadata")
    child(about, "schema", "IMS Content")
    child(about, "schemaversion", "1.1.3")
    child(root, "organizations")
    resources = child(root, "resources")
    quiz = child(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
    child(quiz, "file", href=href)
    for image in images:
        path = IMAGES + image
        key = identifier(name, image)
        made = child(resources, "resource", identifier=key, type="webcontent", href=path)
        child(made, "file", href=path)
    return root


def _assessment(bank: WrittenBank, name: str) -> Element:
    root = Element("questestinterop", {"xmlns": _ITEMS})
    quiz = child(root, "assessment", ident=name, title=bank.title)
    quiz.set("xml:lang", bank.language)
    section = child(quiz, "section", ident="root_section")
    items = _Items(section, bank.key)
    for passage in bank.passages:
        made = items.item(passage.key, passage.name, "text_only_question", 0)
        items.html(child(made, "presentation"), passage.html)
    for task in bank.tasks:
        items.task(task)
    return root


@dataclass(frozen=True, slots=True)
class _Items:
    """Adds items to a section."""

    section: Element
    key: str

    def item(self, key: str, name: str, kind: str, points: int) -> Element:
        made = child(self.section, "item", ident=identifier(self.key, key), title=name)
        fields = child(child(made, "itemmetadata"), "qtimetadata")
        for label, entry in (("question_type", kind), ("points_possible", str(points))):
            field = child(fields, "qtimetadatafield")
            child(field, "fieldlabel", label)
            child(field, "fieldentry", entry)
        return made

    def html(self, parent: Element, html: Html) -> None:
        child(child(parent, "material"), "mattext", known(html.text), texttype="text/html")

    def task(self, task: WrittenTask) -> None:
        several = len(task.right) > 1
        ticked = "multiple_answers_question" if several else "multiple_choice_question"
        points = 1 if task.points is None else task.points
        kind = ticked if task.options else "essay_question"
        made = self.item(task.key, task.name, kind, points)
        shown = child(made, "presentation")
        self.html(shown, task.ask + task.blank)
        if task.options:
            cardinality = "Multiple" if several else "Single"
            room = child(shown, "response_lid", ident=_RESPONSE, rcardinality=cardinality)
            offered = child(room, "render_choice")
            for at, option in enumerate(task.options):
                self.html(child(offered, "response_label", ident=_named(at)), option)
        else:
            room = child(shown, "response_str", ident=_RESPONSE, rcardinality="Single")
            child(child(room, "render_fib"), "response_label", ident="answer1", rshuffle="No")
        _marking(made, task)


def _named(at: int) -> str:
    """The name of an option within its item."""
    return f"choice{at + 1}"


def _marking(made: Element, task: WrittenTask) -> None:
    """How an answer is marked: all that is right and nothing else, or anything, or by hand."""
    marking = child(made, "resprocessing")
    score = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    child(child(marking, "outcomes"), "decvar", **score)
    if not task.options:
        by_hand = child(marking, "respcondition", **{"continue": "No"})
        child(child(by_hand, "conditionvar"), "other")
        return
    if len(task.right) > 1:
        both = child(_all_points(marking), "and")
        for at in range(len(task.options)):
            parent = both if at in task.right else child(both, "not")
            child(parent, "varequal", _named(at), respident=_RESPONSE)
        return
    for at in sorted(task.right) or range(len(task.options)):
        child(_all_points(marking), "varequal", _named(at), respident=_RESPONSE)


def _all_points(marking: Element) -> Element:
    """Where to say which answer earns all points."""
    condition = child(marking, "respcondition", **{"continue": "No"})
    asked = child(condition, "conditionvar")
    child(condition, "setvar", "100", action="Set", varname="SCORE")
    return asked
