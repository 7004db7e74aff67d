"""A question bank to QTI 2.1: an item for each text and task, and a test of all of them.

A model answer stands in a `rubricBlock` whose `view` is the scorer's; a test's sections are the
lenses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import Final
from xml.etree.ElementTree import Element

from broadsheet.render.bank.images import Html, named
from broadsheet.render.bank.written import WrittenBank, WrittenPassage, WrittenTask, written
from broadsheet.render.bank.xml import child, identifier, to_bytes
from broadsheet.render.manuscript import BookletManuscript, Manuscript
from broadsheet.render.qti.package import IMAGES, MANIFEST, zipped
from broadsheet.render.qti.xhtml import inline, xhtml
from broadsheet.render.renderer import Rendered

_ITEMS: Final = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE: Final = "http://www.imsglobal.org/xsd/imscp_v1p1"
_MATCH: Final = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
"""The marking that every platform knows: all that is right and nothing else."""
_TEST: Final = "test.xml"
_FROM_ITEMS: Final = f"../{IMAGES}"
"""The folder of images, from that of the items."""
_RESPONSE: Final = "RESPONSE"
_FEWEST_LINES: Final = 5


def render(manuscript: Manuscript | BookletManuscript) -> Rendered:
    """Write a package. Raises ThemeError where the theme's template is broken."""
    if not isinstance(manuscript, Manuscript):
        raise TypeError("a question bank is of one lesson")
    bank = written(manuscript, _FROM_ITEMS)
    package = _Package(bank)
    for passage in bank.passages:
        package.passage(passage)
    for task in bank.tasks:
        package.task(task)
    package.files[_TEST] = to_bytes(_test(bank))
    package.files[MANIFEST] = to_bytes(package.manifest())
    images = named(manuscript.images)
    return Rendered(zipped({**package.files, **{IMAGES + name: images[name] for name in images}}))


@dataclass(frozen=True, slots=True)
class _Package:
    """Gathers the files of items, and what each needs."""

    bank: WrittenBank
    files: dict[str, bytes] = field(default_factory=dict)
    needed: dict[str, list[str]] = field(default_factory=dict)
    """For each item's key, the images that it shows."""

    def passage(self, passage: WrittenPassage) -> None:
        item = self._item(passage.key, passage.name)
        child(item, "itemBody").extend(xhtml(passage.html.text))
        self._add(passage.key, item, passage.html)

    def task(self, task: WrittenTask) -> None:
        item = self._item(task.key, task.name)
        several = len(task.right) > 1
        child(
            item,
            "responseDeclaration",
            identifier=_RESPONSE,
            cardinality="multiple" if several else "single",
            baseType="identifier" if task.options else "string",
        )
        if task.right:
            correct = child(item[0], "correctResponse")
            for at in sorted(task.right):
                child(correct, "value", _named(at))
        most = 1 if task.points is None or task.right else task.points
        self._score(item, most)
        body = child(item, "itemBody")
        body.extend(xhtml((task.ask + task.blank).text))
        if task.expected:
            rubric = child(body, "rubricBlock", view="scorer")
            rubric.extend(xhtml(task.expected.text))
        if task.options:
            self._options(body, task, several=several)
        else:
            lines = str(max(task.lines, _FEWEST_LINES))
            child(
                body, "extendedTextInteraction", responseIdentifier=_RESPONSE, expectedLines=lines
            )
        if task.right:
            child(item, "responseProcessing", template=_MATCH)
        self._add(task.key, item, sum(task.options, task.ask + task.blank + task.expected))

    def manifest(self) -> Element:
        root = Element("manifest", {"xmlns": _PACKAGE, "identifier": f"{_id(self.bank)}-manifest"})
        about = child(root, "metadata")
        child(about, "schema", "QTIv2.1 Package")
        child(about, "schemaversion", "1.0.0")
        child(root, "organizations")
        resources = child(root, "resources")
        test = child(
            resources,
            "resource",
            identifier=f"{_id(self.bank)}-resource",
            type="imsqti_test_xmlv2p1",
            href=_TEST,
        )
        child(test, "file", href=_TEST)
        for key in self.needed:
            child(test, "dependency", identifierref=_id(self.bank, key))
        for key, images in self.needed.items():
            made = child(
                resources,
                "resource",
                identifier=_id(self.bank, key),
                type="imsqti_item_xmlv2p1",
                href=_file(key),
            )
            for path in (_file(key), *images):
                child(made, "file", href=path)
        return root

    def _item(self, key: str, name: str) -> Element:
        return Element(
            "assessmentItem",
            {
                "xmlns": _ITEMS,
                "identifier": _id(self.bank, key),
                "title": name,
                "xml:lang": self.bank.language,
                "adaptive": "false",
                "timeDependent": "false",
            },
        )

    def _score(self, item: Element, most: int) -> None:
        for name, value in (("SCORE", "0"), ("MAXSCORE", str(most))):
            made = child(
                item, "outcomeDeclaration", identifier=name, cardinality="single", baseType="float"
            )
            child(child(made, "defaultValue"), "value", value)

    def _options(self, body: Element, task: WrittenTask, *, several: bool) -> None:
        offered = child(
            body,
            "choiceInteraction",
            responseIdentifier=_RESPONSE,
            shuffle="false",
            maxChoices="0" if several else "1",
        )
        for at, option in enumerate(task.options):
            choice = child(offered, "simpleChoice", identifier=_named(at))
            choice.extend(inline(option.text))

    def _add(self, key: str, item: Element, html: Html) -> None:
        """Keep an item of some HTML; between its elements, blanks may be words."""
        self.files[_file(key)] = to_bytes(item, indented=False)
        self.needed[key] = [IMAGES + name for name in html.images]


def _test(bank: WrittenBank) -> Element:
    """The items in order, in a section for the texts and one for each lens, with their weights."""
    root = Element(
        "assessmentTest", {"xmlns": _ITEMS, "identifier": _id(bank), "title": bank.title}
    )
    part = child(
        root,
        "testPart",
        identifier="part",
        navigationMode="nonlinear",
        submissionMode="simultaneous",
    )
    about = _section(part, "texts", bank.about)
    for passage in bank.passages:
        _refer(about, bank, passage.key)
    for number, (group, tasks) in enumerate(groupby(bank.tasks, lambda task: task.group), start=1):
        section = _section(part, f"section-{number}", group)
        for task in tasks:
            made = _refer(section, bank, task.key)
            if task.right and task.points is not None:
                child(made, "weight", identifier="WEIGHT", value=str(task.points))
    return root


def _section(part: Element, name: str, title: str) -> Element:
    return child(part, "assessmentSection", identifier=name, title=title, visible="true")


def _refer(section: Element, bank: WrittenBank, key: str) -> Element:
    return child(section, "assessmentItemRef", identifier=_id(bank, key), href=_file(key))


def _id(bank: WrittenBank, *key: str) -> str:
    return identifier(bank.key, *key)


def _file(key: str) -> str:
    return f"items/{key}.xml"


def _named(at: int) -> str:
    """The name of an option within its item."""
    return f"choice{at + 1}"
