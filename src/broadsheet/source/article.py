"""Reading the file of a whole piece: plain text, Markdown, or a saved web page."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from broadsheet.confined import Refusal, RefusedError, read_file
from broadsheet.reading.file_text import wide_encoding
from broadsheet.text.footnotes import footnotes, without
from broadsheet.text.tokens import tokens
from broadsheet.text.words import words

MAX_BYTES: Final = 4 * 1024 * 1024
"""Largest file of a piece that is read, in bytes; a novel in plain text takes about 1 MiB."""

_PAGES: Final = {".html", ".htm", ".xhtml"}
_MARKDOWN: Final = {".md", ".markdown"}
_NO_TEXT: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Article:
    """A whole piece, without its title."""

    text: str

    @property
    def words(self) -> int:
        """How many words it has, counted as an excerpt's are; the mark of a footnote is none."""
        return len(words(without(footnotes(self.text), self.text)))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file can't be used."""

    message: str
    """What is wrong with it, to be read after its name."""
    hint: str


def read_article(file: Path, title: str) -> Article | Unreadable:
    """Read a piece. Its first line is left out where that is the title and so not the text."""
    try:
        data = read_file(file, MAX_BYTES)
    except RefusedError as refused:
        return unreadable(refused)
    return article_in(data, file.suffix, title)


def article_in(data: bytes, suffix: str, title: str) -> Article | Unreadable:
    """Read a piece from what its file holds; `suffix` is the ending of the file's name."""
    if not data.strip():
        return Unreadable("is empty", "save the whole piece in it, as plain text")
    suffix = suffix.lower()
    text = _of_page(data) if suffix in _PAGES else _of_text(data, suffix)
    if isinstance(text, Unreadable):
        return text
    text = _without_title(text, title)
    if not any(tokens(text)):
        return Unreadable("holds no words", "save the whole piece in it, as plain text")
    return Article(text)


def unreadable(refused: RefusedError) -> Unreadable:
    """Say why a file is not read."""
    outside = refused.why is Refusal.OUTSIDE
    reason = "leads out of the lesson's folder" if outside else refused.reason
    return Unreadable(reason, _HINTS.get(refused.why, "look at the spelling of its path"))


_HINTS: Final = {
    Refusal.OUTSIDE: "copy the file into the lesson's folder; links and `..` are not followed",
    Refusal.NO_PATH: "write a path such as sources/my-lesson.txt",
    Refusal.FOLDER: "name the file of the piece",
    Refusal.SPECIAL: "save the piece in a file, and name that",
    Refusal.TOO_LARGE: "save the piece alone, as plain text",
}


def _of_page(data: bytes) -> str | Unreadable:
    from broadsheet.source.markup import text_of_page

    by_hand = "copy the words of the piece from your browser into a .txt file"
    try:
        text = text_of_page(data)
    except ImportError:
        return Unreadable(
            "is a web page, and the library that finds the article in one is not installed",
            f'pip install "broadsheet[html]", or {by_hand}',
        )
    return text or Unreadable("is a web page in which no article was found", by_hand)


def _of_text(data: bytes, suffix: str) -> str | Unreadable:
    if wide := wide_encoding(data):
        return Unreadable(f"is text in {wide}, not UTF-8", _AS_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    if _NO_TEXT.search(data) or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        return Unreadable("is not text", "copy the words of the piece into a plain text file")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Unreadable(
            f"is not UTF-8: byte {data[error.start]:#04x} on line {line} cannot be read", _AS_UTF8
        )
    if suffix in _MARKDOWN:
        from broadsheet.source.markup import text_of_markdown

        return text_of_markdown(text)
    if re.match(r"\s*<(!doctype\s+html|html)\b", text, re.IGNORECASE):
        return Unreadable("is a web page under another name", "let its name end in .html")
    return text


_AS_UTF8: Final = "save it as UTF-8: most editors ask for the encoding under “Save as”"


def _without_title(text: str, title: str) -> str:
    opening = text.lstrip()
    line, _, rest = opening.partition("\n")
    return rest if _folded(line) == _folded(title) else text


def _folded(line: str) -> list[str]:
    return [token.text.casefold() for token in tokens(line)]
