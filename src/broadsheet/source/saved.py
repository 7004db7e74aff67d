"""A saved web page as its markup: unpacked, without the pictures in it, and decoded as browsers do.

Browsers save a page as HTML, or with all that belongs to it in the form of an e-mail (.mhtml).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from typing import Final
from xml.etree.ElementTree import Element

import tinyhtml5
import webencodings

from broadsheet.reading.file_text import wide_encoding
from broadsheet.source.kinds import is_mail

MAX_MARKUP: Final = 4 * 1024 * 1024
"""Largest page that is read, in bytes, without what is embedded in it."""

_EMBEDDED: Final = re.compile(rb"data:[\w/+.;=-]{0,100},[A-Za-z0-9+/=%_-]{200,}")
_DECLARED: Final = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_EMPTY: Final = re.compile(
    rb"<(script|style|title|textarea|iframe|noscript|a|div|span|p|td|th|li|i|b|em|strong)"
    rb"((?:\s[^<>]{0,2000})?)/>"
)
"""An element of XML that ends where it begins; to HTML, it would go on."""
_HTML: Final = ("text/html", "application/xhtml+xml")


class TooLargeError(ValueError):
    """The markup of a page is larger than is read."""


@dataclass(frozen=True, slots=True)
class Markup:
    """The markup of a page, and the encoding that came along with it."""

    data: bytes
    encoding: str | None = None


def markup_of(data: bytes) -> Markup | None:
    """The markup in the file of a saved page; None where it is a web archive without a page.

    Raises TooLargeError.
    """
    markup = _root(data) if is_mail(data) else Markup(data)
    if markup is None:
        return None
    small = _EMBEDDED.sub(b"data:,", markup.data)
    if len(small) > MAX_MARKUP:
        raise TooLargeError
    return Markup(small, markup.encoding)


def parsed(markup: Markup) -> Element:
    """The tree of a page, as a browser makes it."""
    is_xml = markup.data.lstrip().startswith(b"<?xml")
    root: Element = tinyhtml5.parse(
        _EMPTY.sub(rb"<\1\2></\1>", markup.data) if is_xml else markup.data,
        namespace_html_elements=False,
        transport_encoding=_encoding(markup),
    )
    return root


def _encoding(markup: Markup) -> str | None:
    """The encoding of a page, where it isn't left to what its own markup says.

    A page that is UTF-8 throughout is UTF-8, whatever its label: the server's word, which stands
    above the page's, is lost in saving.
    """
    data = markup.data
    wide = wide_encoding(data)
    if wide == "UTF-16":
        return "utf-16be" if data[:1] in (b"\x00", b"\xfe") else "utf-16le"
    if not data.isascii() and _is_utf8(data):
        return "utf-8"
    if markup.encoding and webencodings.lookup(markup.encoding):
        return markup.encoding
    declared = _DECLARED.match(data.lstrip())
    return declared[1].decode("ascii") if declared else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _root(data: bytes) -> Markup | None:
    """The page itself among the parts of a web archive: the one named the start, or the first."""
    message = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    pages = [part for part in message.walk() if part.get_content_type() in _HTML]
    start = message.get_param("start")
    first = [part for part in pages if start and part.get("Content-ID") == start]
    for part in (*first, *pages):
        if (content := _content(part)) and content.strip():
            return Markup(content, part.get_content_charset())
    return None


def _content(part: Message) -> bytes | None:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else None
