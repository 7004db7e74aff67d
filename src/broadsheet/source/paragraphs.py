"""A page or a Markdown text as the paragraphs that a reader sees, each with where it stands.

What no reader sees is passed over; quotation marks that a browser adds are added, and the marks of
footnotes are parted from the words that they stand beside.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from broadsheet.source.elements import (
    BLOCKS,
    STRUCK,
    emoji,
    is_note,
    is_seen,
    name_of,
    names_of,
    refers,
    shown_in,
)
from broadsheet.source.quoting import marks_in
from broadsheet.text.tokens import SUPERSCRIPTS

_PRE: Final = frozenset({"pre", "listing", "xmp", "plaintext"})
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")
_NUMBER: Final = re.compile(r"\[?(\d{1,3})\]?")
_NUMBERS: Final = re.compile(r"\[?\d{1,3}(?:\]?[,;\s–-]+\[?\d{1,3})+\]?")
_LETTER: Final = re.compile(r"\[?[^\W\d_]{1,2}\]?")
_RAISED: Final = str.maketrans("0123456789", SUPERSCRIPTS)
_ANCHOR: Final = re.compile(r"[#¶§^↑↩⤴⏎🔗\ufe0e\ufe0f\s]+|permalink", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """An element that holds paragraphs."""

    tag: str
    names: str
    """Its class, id, role and property, in small letters."""
    parent: Box | None
    depth: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand in one block of a page."""

    text: str
    box: Box
    linked: int = 0
    """How many of its characters, without blanks, are links."""
    links: int = 0
    """How many links it has."""


@dataclass(slots=True)
class _Frame:
    """What is to be known of an element until it ends."""

    parts: int
    """How many parts the paragraph had when it began."""
    box: Box
    language: str
    pre: bool
    marks: tuple[str, str] | None = None
    is_link: bool = False


@dataclass(slots=True)
class Reader:
    """Reads a tree from top to bottom, however deep it is."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    struck: list[Paragraph] = field(default_factory=list)
    """Words that are struck out."""
    language: str = ""
    _parts: list[str] = field(default_factory=list)
    _linked: int = 0
    _links: int = 0
    _open: int = 0
    """How many links have not ended yet."""
    _quoted: int = 0

    def read(self, root: Element) -> None:
        """Read all that a reader sees in a tree."""
        self.language = root.get("lang") or ""
        top = _Frame(0, Box("", "", None, 0), self.language, pre=False)
        frames = [top]
        ways: list[tuple[Element, bool]] = [(root, True)]
        while ways:
            element, enters = ways.pop()
            if not enters:
                self._leave(element, frames.pop())
                self._data(element.tail, frames[-1])
            elif self._is_seen(element, frames[-1]):
                frames.append(self._enter(element, frames[-1]))
                self._data(element.text, frames[-1])
                ways.append((element, False))
                ways += [(child, True) for child in reversed(shown_in(element))]
            else:
                self._data(element.tail, frames[-1])
        self._end(top.box)

    def _is_seen(self, element: Element, frame: _Frame) -> bool:
        tag = name_of(element)
        if tag == "img":
            self._data(emoji(element), frame)
            return False
        if tag in STRUCK:
            words = _BLANKS.sub(" ", "".join(element.itertext())).strip()
            self.struck += [Paragraph(words, frame.box)] if words else []
            return False
        return is_seen(element)

    def _enter(self, element: Element, frame: _Frame) -> _Frame:
        tag, box = name_of(element), frame.box
        if BLOCKS.fullmatch(tag):
            self._end(box)
            box = Box(tag, names_of(element), box, box.depth + 1)
        language = element.get("lang") or frame.language
        own = _Frame(len(self._parts), box, language, frame.pre or tag in _PRE)
        if tag == "br":
            self._break(box)
        elif tag == "q":
            own.marks = self._marks(language)
            self._quoted += 1
            self._parts += own.marks[:1] if own.marks else []
        elif tag == "a":
            own.is_link = True
            self._open += 1
            self._links += 1
        return own

    def _leave(self, element: Element, frame: _Frame) -> None:
        tag = name_of(element)
        if BLOCKS.fullmatch(tag):
            self._end(frame.box)
        elif tag == "q":
            self._quoted -= 1
            self._parts += frame.marks[1:] if frame.marks else []
        elif tag == "sup" or is_note(element):
            self._raise(element, frame)
        if frame.is_link:
            self._open -= 1
            within = (element.get("href") or "").startswith("#")
            words = "".join(self._parts[frame.parts :])
            if element.get("role") == "doc-backlink" or (within and _ANCHOR.fullmatch(words)):
                del self._parts[frame.parts :]

    def _data(self, text: str | None, frame: _Frame) -> None:
        if not text:
            return
        kept = text.replace("\r", "") if frame.pre else _BLANKS.sub(" ", text)
        self._parts.append(kept)
        self._linked += len("".join(kept.split())) if self._open else 0

    def _break(self, box: Box) -> None:
        """End a line; with nothing on it, a paragraph."""
        line = "".join(self._parts[-8:]).rpartition("\n")
        if line[1] and not line[2].strip():
            self._end(box)
        else:
            self._parts.append("\n")

    def _end(self, box: Box) -> None:
        text = "\n".join(line.strip() for line in "".join(self._parts).split("\n")).strip()
        if text:
            self.paragraphs.append(Paragraph(text, box, self._linked, self._links))
        self._parts, self._linked, self._links = [], 0, 0

    def _marks(self, language: str) -> tuple[str, str] | None:
        """The marks around a quotation; none where its author typed some."""
        before = "".join(self._parts[-2:]).rstrip()[-1:]
        if before and unicodedata.category(before) in ("Pi", "Ps") and before not in "([{":
            return None
        outer, closing, inner, ends = marks_in(language)
        return (inner, ends) if self._quoted % 2 else (outer, closing)

    def _raise(self, element: Element, frame: _Frame) -> None:
        """Part a raised number from the word that it follows."""
        words = "".join(self._parts[frame.parts :]).strip()
        is_mark = refers(element)
        if _NUMBERS.fullmatch(words):
            raised = "".join(f"[{number}]" for number in re.findall(r"\d+", words))
        elif (number := _NUMBER.fullmatch(words)) and "[" not in words:
            raised = number[1].translate(_RAISED)
        elif is_mark and _LETTER.fullmatch(words) and words.strip("[]").isalpha():
            raised = ""
        else:
            return
        self._parts[frame.parts :] = [raised]
        if frame.parts and is_mark:
            self._parts[frame.parts - 1] = self._parts[frame.parts - 1].rstrip(" ")
