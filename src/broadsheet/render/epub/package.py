"""What an EPUB says of itself: its package document, and its contents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

COVER: Final = "cover.png"
_COVER_ID: Final = "cover"
_PAGE: Final = "application/xhtml+xml"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_LAST: Final = "2000-01-01T00:00:00Z"
"""When it was last changed, which a book must say: always the same, since clocks leave no trace in
what we make. Its identifier tells one state of a book from another."""
_ACCESS: Final = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityHazard", "none"),
)
_WITH_IMAGES: Final = (("accessMode", "visual"), ("accessibilityFeature", "alternativeText"))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a chapter, and the address of its place there."""

    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of the book that is read."""

    name: str
    title: str
    language: str
    direction: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """What is told of a book."""

    title: str
    summary: str
    language: str
    direction: str
    contents: str
    """What its list of contents is called in its language."""
    chapters: tuple[Chapter, ...]
    kinds: Mapping[str, str]
    """The kinds of its other files but the cover, by name."""
    has_cover: bool = False

    @property
    def has_images(self) -> bool:
        """Whether any of its files is an image."""
        return any(kind.startswith("image/") for kind in self.kinds.values())


def package(book: Publication, files: Mapping[str, bytes]) -> bytes:
    """The package document; the identifier is one for the same files."""
    root = Element(
        "package",
        {
            "xmlns": "http://www.idpf.org/2007/opf",
            "xmlns:dc": _DC,
            "version": "3.0",
            "unique-identifier": "id",
            "xml:lang": book.language,
            "dir": book.direction,
        },
    )
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "dc:identifier", id="id").text = f"urn:uuid:{_identifier(files)}"
    SubElement(metadata, "dc:title").text = book.title
    for language in dict.fromkeys([book.language, *(each.language for each in book.chapters)]):
        SubElement(metadata, "dc:language").text = language
    if book.summary:
        SubElement(metadata, "dc:description").text = book.summary
    SubElement(metadata, "meta", property="dcterms:modified").text = _LAST
    for name, value in (*_ACCESS, *(_WITH_IMAGES if book.has_images else ())):
        SubElement(metadata, "meta", property=f"schema:{name}").text = value
    if book.has_cover:  # as readers of the older format look for it, and some of this one do too
        SubElement(metadata, "meta", name="cover", content=_COVER_ID)
    manifest = SubElement(root, "manifest")
    for item in _items(book):
        SubElement(manifest, "item", item)
    spine = SubElement(root, "spine", {"page-progression-direction": book.direction})
    for each in book.chapters:
        SubElement(spine, "itemref", idref=_id(each.name))
    return _written(root)


def _items(book: Publication) -> Iterator[dict[str, str]]:
    yield {"id": "nav", "href": "nav.xhtml", "media-type": _PAGE, "properties": "nav"}
    if book.has_cover:
        picture = {"media-type": "image/png", "properties": "cover-image"}
        yield {"id": _COVER_ID, "href": COVER, **picture}
    for each in book.chapters:
        yield {"id": _id(each.name), "href": each.name, "media-type": _PAGE}
    for name, kind in book.kinds.items():
        yield {"id": _id(name), "href": name, "media-type": kind}


def navigation(book: Publication) -> bytes:
    """The contents: of several chapters, each with its headings below it; and the landmarks."""
    root = Element(
        "html",
        {
            "xmlns": "http://www.w3.org/1999/xhtml",
            "xmlns:epub": "http://www.idpf.org/2007/ops",
            "lang": book.language,
            "xml:lang": book.language,
            "dir": book.direction,
        },
    )
    head = SubElement(root, "head")
    SubElement(head, "title").text = book.title
    body = SubElement(root, "body")
    contents = SubElement(body, "nav", {"epub:type": "toc", "id": "toc"})
    SubElement(contents, "h1").text = book.contents
    listed = SubElement(contents, "ol")
    for each in book.chapters:
        item = SubElement(listed, "li", _in_language(each))
        SubElement(item, "a", href=each.name).text = each.title
        if each.headings:
            below = SubElement(item, "ol")
            for heading in each.headings:
                _link(below, f"{each.name}#{heading.place}", heading.words)
    landmarks = SubElement(body, "nav", {"epub:type": "landmarks", "hidden": "hidden"})
    places = SubElement(landmarks, "ol")
    first = _first_read(book.chapters)
    _link(places, first.name, first.title, "bodymatter")
    return _written(root, "<!DOCTYPE html>\n")


def _in_language(chapter: Chapter) -> dict[str, str]:
    language = chapter.language
    return {"lang": language, "xml:lang": language, "dir": chapter.direction}


def _first_read(chapters: Sequence[Chapter]) -> Chapter:
    """Where what is read begins: behind a unit's front."""
    return chapters[min(1, len(chapters) - 1)]


def _link(places: Element, to: str, words: str, kind: str = "") -> None:
    item = SubElement(places, "li")
    SubElement(item, "a", {**({"epub:type": kind} if kind else {}), "href": to}).text = words


def _id(name: str) -> str:
    return f"file-{name.replace('.', '-')}"


def _identifier(files: Mapping[str, bytes]) -> str:
    digest = sha256()
    for name, data in files.items():
        digest.update(f"{name}\n{len(data)}\n".encode() + data)
    return str(uuid5(NAMESPACE_URL, f"urn:sha256:{digest.hexdigest()}"))


def _written(root: Element, kind: str = "") -> bytes:
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{kind}{text}\n'.encode()
