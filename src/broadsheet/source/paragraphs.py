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

from broadsheet.source.quoting import marks_in
from broadsheet.text.tokens import SUPERSCRIPTS

_BLOCKS: Final = re.compile(
    r"address|article|aside|blockquote|body|caption|center|d[dlt]|details|dialog|dir|div|fieldset"
    r"|figcaption|figure|footer|form|frameset|h[1-6r]|header|hgroup|html|legend|li|main|menu|nav"
    r"|[ou]l|optgroup|p|pre|search|section|summary|t(?:able|body|d|foot|h|head|r)"
)
_UNSEEN: Final = re.compile(
    r"annotation(?:-xml)?|applet|area|audio|base|button|canvas|datalist|desc|embed|frame|head"
    r"|iframe|input|link|map|meta|metadata|noembed|noframes|noscript|object|option|param|progress"
    r"|rp|rtc?|<function .*|script|select|source|style|svg|template|textarea|title|track|video"
)
STRUCK: Final = frozenset({"del", "s", "strike"})
_PRE: Final = frozenset({"pre", "listing", "xmp", "plaintext"})
_NOT_SHOWN: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_FOR_EARS: Final = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|u-hidden-visually|a11y-hidden"
    r"|assistive-text)(?:$|\s)"
)
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")
_NUMBER: Final = re.compile(r"\[?(\d{1,3})\]?")
_NUMBERS: Final = re.compile(r"\[?\d{1,3}(?:\]?[,;\s–-]+\[?\d{1,3})+\]?")
_LETTER: Final = re.compile(r"\[?[^\W\d_]{1,2}\]?")
_RAISED: Final = str.maketrans("0123456789", SUPERSCRIPTS)
_NOTE: Final = re.compile(
    r"foot-?note|endnote|noteref|fnref|cite_note|#_?e?d?fn|#_ftn", re.IGNORECASE
)
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
                ways += [(child, True) for child in reversed(_shown(element))]
            else:
                self._data(element.tail, frames[-1])
        self._end(top.box)

    def _is_seen(self, element: Element, frame: _Frame) -> bool:
        tag = _name(element)
        if tag == "img":
            self._data(_emoji(element), frame)
            return False
        if tag in STRUCK:
            words = _BLANKS.sub(" ", "".join(element.itertext())).strip()
            self.struck += [Paragraph(words, frame.box)] if words else []
            return False
        if _UNSEEN.fullmatch(tag) and not (tag == "template" and _is_shadow(element)):
            return False
        if element.get("hidden") not in (None, "until-found") or (
            tag == "dialog" and element.get("open") is None
        ):
            return False
        if _NOT_SHOWN.search(element.get("style") or ""):
            return False
        return not (element.get("aria-hidden") == "true" and not _BLOCKS.fullmatch(tag))

    def _enter(self, element: Element, frame: _Frame) -> _Frame:
        tag, box = _name(element), frame.box
        if _BLOCKS.fullmatch(tag):
            self._end(box)
            box = Box(tag, _names(element), box, box.depth + 1)
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
        tag = _name(element)
        if _BLOCKS.fullmatch(tag):
            self._end(frame.box)
        elif tag == "q":
            self._quoted -= 1
            self._parts += frame.marks[1:] if frame.marks else []
        elif tag == "sup" or _is_note(element):
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
        is_note = _refers(element)
        if _NUMBERS.fullmatch(words):
            raised = "".join(f"[{number}]" for number in re.findall(r"\d+", words))
        elif (number := _NUMBER.fullmatch(words)) and "[" not in words:
            raised = number[1].translate(_RAISED)
        elif is_note and _LETTER.fullmatch(words) and words.strip("[]").isalpha():
            raised = ""
        else:
            return
        self._parts[frame.parts :] = [raised]
        if frame.parts and is_note:
            self._parts[frame.parts - 1] = self._parts[frame.parts - 1].rstrip(" ")


def without_unseen_parts(root: Element) -> None:
    """Take from a tree what the library would stumble over: scripts, and marks of hiding.

    A page that was saved while a window lay over it hides all of its text from screen readers.
    """
    for element in root.iter():
        if _BLOCKS.fullmatch(_name(element)):
            element.attrib.pop("aria-hidden", None)
        for child in [one for one in element if _name(one) in _NEVER_READ]:
            before = list(element).index(child)
            if child.tail and before:
                element[before - 1].tail = (element[before - 1].tail or "") + child.tail
            elif child.tail:
                element.text = (element.text or "") + child.tail
            element.remove(child)


_NEVER_READ: Final = frozenset({"script", "style", "noscript", "svg"})


def _refers(element: Element) -> bool:
    """Tell whether this leads to a place on its own page, as the mark of a footnote does."""
    return _is_note(element) or any(
        (link.get("href") or "").startswith("#") for link in element.iter("a")
    )


def _is_note(element: Element) -> bool:
    """Tell whether this is a link to a footnote, which need not be raised by its markup."""
    if element.get("role") == "doc-noteref":
        return True
    is_within = _name(element) == "a" and (element.get("href") or "").startswith("#")
    return is_within and bool(_NOTE.search(f"{_names(element)} {element.get('href')}"))


def _shown(element: Element) -> list[Element]:
    """The children that are seen: what is for ears alone, only where it stands for what is not."""
    children = list(element)
    for_ears = [child for child in children if _FOR_EARS.search(_names(child))]
    if not for_ears:
        return children
    if any(child.get("aria-hidden") == "true" for child in children):
        return children
    unseen = {id(child) for child in for_ears}
    return [_only_tail(child) if id(child) in unseen else child for child in children]


def _only_tail(element: Element) -> Element:
    nothing = Element("script")
    nothing.tail = element.tail
    return nothing


def _name(element: Element) -> str:
    """The name of an element in small letters; that of a comment is none of HTML's."""
    return str(element.tag).rpartition("}")[2].lower()


def _names(element: Element) -> str:
    found = (element.get(key) for key in ("class", "id", "role", "itemprop"))
    return " ".join(name for name in found if name).lower()


def _is_shadow(element: Element) -> bool:
    """Tell whether a template holds what is shown in its place, as browsers save it."""
    return any(element.get(key) for key in ("shadowrootmode", "shadowmode", "shadowroot"))


def _emoji(image: Element) -> str:
    """A picture that stands for a character, as that character."""
    alt = (image.get("alt") or "").strip()
    signs = bool(alt) and all(unicodedata.category(one) in ("So", "Sk", "Mn", "Cf") for one in alt)
    return alt if signs else ""
