"""Reading the file of a whole piece: plain text, Markdown, or a saved web page."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from broadsheet.confined import Refusal, RefusedError, read_file
from broadsheet.reading.file_text import place_after, wide_encoding
from broadsheet.source.furniture import OF_PAGES, Kind, by_words
from broadsheet.source.kinds import is_mail, kind_of
from broadsheet.source.piece import LeftOut
from broadsheet.source.title import without_title
from broadsheet.source.whole import gate_in, shortfall
from broadsheet.text.footnotes import footnotes, without
from broadsheet.text.tokens import tokens
from broadsheet.text.words import words

MAX_BYTES: Final = 4 * 1024 * 1024
"""Largest file of a piece that is read, in bytes; a novel in plain text takes about 1 MiB."""
MAX_PAGE_BYTES: Final = 32 * 1024 * 1024
"""Largest saved page, with the pictures that are embedded in it."""

PAGES: Final = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht"})
_MARKDOWN: Final = {".md", ".markdown"}
_NO_TEXT: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html"
    r"|html|head|meta|title|body|main|article|section|div|p|table|h[1-6]|center|font)\b",
    re.IGNORECASE,
)
_LESSON: Final = re.compile(r"^broadsheet: *1\b(?=[^\0]*^ +excerpt: )", re.MULTILINE)
"""A lesson that names itself, or another, as its source would prove whatever it quotes."""
_SOFT_BREAK: Final = re.compile("\u00ad[^\\S\\n]*\\n[^\\S\\n]*")
"""A soft hyphen at the end of a line stands within a word."""


@dataclass(frozen=True, slots=True)
class Article:
    """A whole piece, without its title."""

    text: str
    put_back: tuple[str, ...] = ()
    """Paragraphs of a web page that the library dropped, and that are part of the text all the
    same."""
    left_out: tuple[LeftOut, ...] = ()
    """What else stands on the page."""
    furniture: tuple[tuple[str, Kind], ...] = ()
    """Lines of the text that look like no part of it."""
    fuller: str = ""
    """The text with what stands between its paragraphs and might be counted among them."""
    everything: str = ""
    """All that can be read on the page."""
    shortfall: str | None = None
    """Why this may not be the whole piece; None where nothing says so."""
    emphasised: tuple[str, ...] | None = None
    """The words of each stretch that is emphasised; None where the file can't tell."""

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


def largest(suffix: str) -> int:
    """Most bytes that a file with this ending may have."""
    return MAX_PAGE_BYTES if suffix.lower() in PAGES else MAX_BYTES


def read_article(file: Path, title: str) -> Article | Unreadable:
    """Read a piece. Its first line is left out where that is the title and so not the text."""
    try:
        data = read_file(file, largest(file.suffix))
    except RefusedError as refused:
        return unreadable(refused)
    return article_in(data, file.suffix, title)


def article_in(data: bytes, suffix: str, title: str) -> Article | Unreadable:
    """Read a piece from what its file holds; `suffix` is the ending of the file's name."""
    if not data.strip():
        return Unreadable("is empty", "save the whole piece in it, as plain text")
    if kind := kind_of(data):
        return Unreadable(f"is {kind}, not text", _COPY)
    suffix = suffix.lower()
    read = _of_page(data, title) if suffix in PAGES else _of_text(data, suffix, title)
    if isinstance(read, Article) and not any(tokens(read.text)):
        return Unreadable("holds no words", "save the whole piece in it, as plain text")
    return read


def unreadable(refused: RefusedError) -> Unreadable:
    """Say why a file is not read."""
    outside = refused.why is Refusal.OUTSIDE
    reason = "leads out of the lesson's folder" if outside else refused.reason
    return Unreadable(reason, _HINTS.get(refused.why, "look at the spelling of its path"))


_COPY: Final = "copy the words of the piece into a plain text file"
_BY_HAND: Final = "copy the words of the piece from your browser into a .txt file"
_COPY_PIECE: Final = "save the words of the piece, as they were published, in a file of their own"
_HINTS: Final = {
    Refusal.OUTSIDE: "copy the file into the lesson's folder; links and `..` are not followed",
    Refusal.NO_PATH: "write a path such as sources/my-lesson.txt",
    Refusal.FOLDER: "name the file of the piece",
    Refusal.SPECIAL: "save the piece in a file, and name that",
    Refusal.TOO_LARGE: "save the piece alone, as plain text",
}


def _of_page(data: bytes, title: str) -> Article | Unreadable:
    from broadsheet.source.markup import read_page
    from broadsheet.source.saved import TooLargeError, markup_of

    try:
        markup = markup_of(data)
        page = read_page(markup) if markup else None
    except ImportError:
        return Unreadable(
            "is a web page, and the library that finds the article in one is not installed",
            f'pip install "broadsheet[html]", or {_BY_HAND}',
        )
    except TooLargeError:
        return Unreadable("is a page of more than 4 MiB", _BY_HAND)
    if page is None:
        return Unreadable("is a web page in which no article was found", _BY_HAND)
    text = without_title("\n\n".join(page.piece.paragraphs), title)
    return Article(
        text,
        put_back=page.piece.put_back,
        left_out=page.piece.left_out,
        fuller=without_title("\n\n".join(page.piece.fuller), title),
        everything=page.everything,
        shortfall=shortfall(page.described, len(words(text))) or page.gate,
        emphasised=page.emphasised,
    )


def _of_text(data: bytes, suffix: str, title: str) -> Article | Unreadable:
    text = _decoded(data)
    if isinstance(text, Unreadable):
        return text
    text = _SOFT_BREAK.sub("", "\n".join(re.split("\r\n|\r|\u2028|\u2029", text)))
    struck: tuple[LeftOut, ...] = ()
    emphasised: tuple[str, ...] | None = None
    if suffix in _MARKDOWN:
        from broadsheet.source.markup import text_of_markdown

        read = text_of_markdown(text)
        text, struck, emphasised = read.text, read.struck, read.emphasised
    elif _PAGE.match(text):
        return Unreadable("is a web page under another name", "let its name end in .html")
    elif is_mail(data):
        return Unreadable("is a web archive under another name", "let its name end in .mhtml")
    elif _LESSON.search(text):
        return Unreadable("is a lesson, and would prove its own excerpt by itself", _COPY_PIECE)
    text = without_title(text, title)
    lines = [line.strip() for line in re.split(r"\n[^\S\n]*\n|\f", text) if line.strip()]
    told = [(line, kind) for line in lines if (kind := by_words(line)) is not None]
    told = [(line, kind) for line, kind in told if kind in OF_PAGES]
    return Article(
        text,
        left_out=struck,
        furniture=tuple(told),
        shortfall=gate_in(line for line, kind in told if kind is Kind.GATE),
        emphasised=emphasised,
    )


def _decoded(data: bytes) -> str | Unreadable:
    if wide := wide_encoding(data):
        return Unreadable(f"is text in {wide}, not UTF-8", _AS_UTF8)
    # Old editors of DOS end a file with Ctrl-Z.
    data = data.removeprefix(codecs.BOM_UTF8).rstrip(b"\x1a")
    if _NO_TEXT.search(data):
        return Unreadable("is not text", _COPY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, _ = place_after(data[: error.start])
        return Unreadable(
            f"is not UTF-8: byte {data[error.start]:#04x} on line {line} cannot be read", _AS_UTF8
        )


_AS_UTF8: Final = (
    "save it as UTF-8: most editors ask for the encoding under “Save as”, and Word does under "
    "“Plain Text”, “Other encoding”, “Unicode (UTF-8)”"
)
