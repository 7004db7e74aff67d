"""What an edited file says: its paragraphs in order, with every change in it taken as accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from broadsheet.edited.archive import Archive, NotWordError
from broadsheet.edited.markup import walk

_SIGNS: Final = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "softHyphen": "\u00ad",
    "noBreakHyphen": "\u2011",
}
"""Elements that stand for a sign."""
_GONE: Final = {"del", "moveFrom", "Fallback", "pPrChange", "rPrChange"}
"""What is not part of the text: what was taken out, and what is there twice."""
_TRACKED: Final = {"ins", "del", "moveFrom", "moveTo"}
_PROPERTY: Final = "Broadsheet "


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph."""

    text: str
    style: str
    """The name of its style."""
    places: tuple[tuple[int, str], ...]
    """Where in it places with a name begin."""
    spans: tuple[tuple[int, int, str], ...]
    """Words in a style of characters: from where, to where, and its name."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """What a file says."""

    paragraphs: tuple[Said, ...]
    origin: Mapping[str, str]
    """What it says of where it comes from: `lesson`, `document`, `edition`, `questions`."""
    tracked: int = 0
    """Changes that Word has kept track of."""
    comments: int = 0
    has_macros: bool = False
    outside: int = 0
    """What it would have read from elsewhere: templates, pictures, data; links are only links."""


def read(archive: Archive) -> WordFile:
    """Read a file of Word's as data. Raises NotWordError."""
    main = _main_part(archive)
    body = archive.part(main)
    if body is None:
        raise NotWordError("has no text: it is no document of Word's", "name a .docx file")
    folder, _, name = main.rpartition("/")
    reader = _Reader(_style_names(archive.part(f"{folder}/styles.xml")))
    walk(body, reader.begin, reader.end, reader.text)
    return WordFile(
        tuple(reader.paragraphs),
        _origin(archive.part("docProps/custom.xml")),
        reader.counts["tracked"],
        reader.counts["comments"],
        any(each.endswith("vbaProject.bin") for each in archive.entries),
        _outside(archive.part(f"{folder}/_rels/{name}.rels")),
    )


@dataclass
class _Open:
    """A paragraph that is being read."""

    style: str = ""
    run: str = ""
    """The style of the run that is being read."""
    begin: int = 0
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    places: list[tuple[int, str]] = field(default_factory=list)
    spans: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)


class _Reader:
    """Follows the events of a text; paragraphs of a text box stand within others."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.styles = styles
        self.paragraphs: list[Said] = []
        self.counts: Counter[str] = Counter()
        self._open: list[_Open] = []
        self._gone = 0
        self._in_text = False

    def begin(self, name: str, values: Mapping[str, str]) -> None:
        self.counts["tracked"] += name in _TRACKED
        self.counts["comments"] += name == "commentReference"
        if name in _GONE or self._gone:
            self._gone += 1
            return
        if name == "p":
            self._open.append(_Open())
        if not self._open:
            return
        here, value = self._open[-1], values.get("val", "")
        match name:
            case "pStyle":
                here.style = self.styles.get(value, value)
            case "r":
                here.run, here.begin = "", here.length
            case "rStyle":
                here.run = self.styles.get(value, value)
            case "bookmarkStart":
                here.places.append((here.length, values.get("name", "")))
            case "t":
                self._in_text = True
            case _ if name in _SIGNS and values.get("pos") is None:
                here.add(_SIGNS[name])

    def end(self, name: str) -> None:
        if self._gone:
            self._gone -= 1
            return
        self._in_text = False
        if not self._open:
            return
        here = self._open[-1]
        if name == "r" and here.run and here.length > here.begin:
            here.spans.append((here.begin, here.length, here.run))
        if name == "p":
            self._open.pop()
            self.paragraphs.append(
                Said("".join(here.pieces), here.style, tuple(here.places), tuple(here.spans))
            )

    def text(self, words: str) -> None:
        if self._in_text and not self._gone and self._open:
            self._open[-1].add(words)


def _main_part(archive: Archive) -> str:
    """The part that holds the text."""
    found: list[str] = []

    def begin(name: str, values: Mapping[str, str]) -> None:
        if name == "Relationship" and values.get("Type", "").endswith("/officeDocument"):
            found.append(values.get("Target", "").lstrip("/"))

    if links := archive.part("_rels/.rels"):
        walk(links, begin, _nothing, _nothing)
    return next(filter(None, found), "word/document.xml")


def _style_names(part: bytes | None) -> Mapping[str, str]:
    """Names of styles by identifier: programs that save a file anew give it other identifiers."""
    names: dict[str, str] = {}
    at = ""

    def begin(name: str, values: Mapping[str, str]) -> None:
        nonlocal at
        if name == "style":
            at = values.get("styleId", "")
        elif name == "name" and at:
            names.setdefault(at, values.get("val", ""))

    if part:
        walk(part, begin, _nothing, _nothing)
    return names


def _origin(part: bytes | None) -> Mapping[str, str]:
    """What we have told the file of where it comes from."""
    told: dict[str, str] = {}
    at = ""

    def begin(name: str, values: Mapping[str, str]) -> None:
        nonlocal at
        if name == "property":
            named = values.get("name", "")
            at = named.removeprefix(_PROPERTY) if named.startswith(_PROPERTY) else ""

    def text(words: str) -> None:
        if at and words.strip():
            told[at] = told.get(at, "") + words.strip()

    if part:
        walk(part, begin, _nothing, text)
    return told


def _outside(part: bytes | None) -> int:
    """How much a text would read from elsewhere, if somebody let it."""
    count = 0

    def begin(name: str, values: Mapping[str, str]) -> None:
        nonlocal count
        leads_out = values.get("TargetMode") == "External"
        count += name == "Relationship" and leads_out and not values["Type"].endswith("/hyperlink")

    if part:
        walk(part, begin, _nothing, _nothing)
    return count


def _nothing(_: str) -> None:
    """What is not asked for."""
