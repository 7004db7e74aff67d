"""From a document, or a unit's booklet, as it arrives to an EPUB file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree

from broadsheet.images.verdict import Picture
from broadsheet.locale.labels import Labels
from broadsheet.render.arrived import labels_of
from broadsheet.render.epub.container import packed
from broadsheet.render.epub.cover import cover_of
from broadsheet.render.epub.package import COVER, Chapter, Heading, Publication, navigation, package
from broadsheet.render.html.medium import Medium
from broadsheet.render.html.templates import to_html
from broadsheet.render.manuscript import BookletManuscript, Manuscript
from broadsheet.render.renderer import Rendered
from broadsheet.render.screen import images
from broadsheet.render.screen.measures import on_screen
from broadsheet.render.screen.page import SHEET, style_of
from broadsheet.theme.look import ThemeError

_XHTML: Final = "{http://www.w3.org/1999/xhtml}"
_STYLE: Final = "style.css"
_ENDINGS: Final = {"image/svg+xml": "svg", "image/jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class _Pictures:
    """The images of a book, each once: a file's name for each, by what it holds."""

    names: dict[bytes, str]
    kinds: dict[str, str]

    def medium(self, shown: Mapping[str, bytes]) -> Medium:
        """How prose is written for a book, with a document's images among the book's own."""
        return Medium(
            on_screen=True,
            image=lambda path: self._name(images.of_lesson(shown, path)),
            logo=lambda path: self._name(images.of_school(shown, path)),
        )

    def _name(self, picture: Picture) -> str:
        kind = picture.media_type
        ending = _ENDINGS.get(kind, kind.partition("/")[2])
        name = self.names.setdefault(picture.data, f"image-{len(self.names) + 1}.{ending}")
        self.kinds[name] = kind
        return name


def render(manuscript: Manuscript | BookletManuscript) -> Rendered:
    """Make a book. Raises ThemeError where the theme has a fault."""
    if isinstance(manuscript, Manuscript):
        whole, parts = manuscript, {"document.xhtml": manuscript}
    else:
        whole = manuscript.front
        lessons = {f"lesson-{at}.xhtml": each for at, each in enumerate(manuscript.parts, start=1)}
        parts = {"front.xhtml": whole, **lessons}
    pictures = _Pictures({}, {})
    files: dict[str, bytes] = {}
    chapters: list[Chapter] = []
    for name, part in parts.items():
        html = _page(part, pictures, [each for each in parts if each != "front.xhtml"])
        chapters.append(_chapter(name, html, part))
        files[name] = b'<?xml version="1.0" encoding="utf-8"?>\n' + html.encode("utf-8")
    style = style_of(whole.look, SHEET) + on_screen(whole.document.layout)
    files[_STYLE] = style.encode()
    files |= {name: data for data, name in pictures.names.items()}
    labels = labels_of(whole.document.labels)
    cover = cover_of(whole, labels)
    if cover:
        files[COVER] = cover.data
    told = Publication(
        title=_title(whole, labels),
        summary=whole.document.summary,
        language=labels.language,
        direction=labels.direction,
        contents=labels.say("contents"),
        chapters=tuple(chapters),
        kinds={_STYLE: "text/css", **pictures.kinds},
        has_cover=cover is not None,
    )
    files["nav.xhtml"] = navigation(told)
    files["package.opf"] = package(told, files)
    return Rendered(packed(files), from_machine=bool(cover and cover.from_machine))


def _page(part: Manuscript, pictures: _Pictures, lessons: list[str]) -> str:
    return to_html(
        part.document,
        part.look,
        pictures.medium(part.images),
        before="screen-",
        given={
            "book": True,
            "sheet": _STYLE,
            "parts": lessons,
        },
    )


def _chapter(name: str, html: str, part: Manuscript) -> Chapter:
    """A file of the book with its headings, which its contents name.

    Raises ThemeError where a template of a school's own is not well-formed.
    """
    try:
        root = ElementTree.fromstring(html)  # noqa: S314 - written by ours or a school's templates
    except ElementTree.ParseError as error:
        raise ThemeError(f"a page of the book is not well-formed as XML: {error}") from None
    labels = labels_of(part.document.labels)
    headings = [
        Heading("".join(heading.itertext()).strip(), section.get("id", ""))
        for section in root.iter(f"{_XHTML}section")
        if section.get("id") and (heading := section.find(f"{_XHTML}h2")) is not None
    ]
    return Chapter(name, part.document.title, labels.language, labels.direction, tuple(headings))


def _title(whole: Manuscript, labels: Labels) -> str:
    document = whole.document
    said = filter(None, (labels.say(document.name), document.edition_title))
    return f"{document.title}{labels.dash}{labels.dot.join(said)}"
