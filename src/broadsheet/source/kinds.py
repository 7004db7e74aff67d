"""What a file is by what it holds, whatever its name says."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

_BY_BEGINNING: Final[tuple[tuple[bytes, str], ...]] = (
    (b"{\\rtf", "a document in Rich Text Format (RTF)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older Word or Office"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"Rar!\x1a\x07", "an archive (RAR)"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"%!PS", "a PostScript file"),
    (b"AT&TFORM", "a DjVu document"),
    (b"SQLite format 3\x00", "a database"),
)
_BY_NAME_WITHIN: Final[tuple[tuple[str, str], ...]] = (
    ("word/", "a Word document (.docx)"),
    ("xl/", "an Excel workbook (.xlsx)"),
    ("ppt/", "a PowerPoint presentation (.pptx)"),
    ("index.rdf", "a web archive of Firefox (.maff)"),
    ("Index/Document.iwa", "a Pages document"),
    ("META-INF/container.xml", "an EPUB book"),
)
_BY_MIMETYPE: Final[tuple[tuple[bytes, str], ...]] = (
    (b"application/epub", "an EPUB book"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (.odt)"),
)
_MOST_NAMES: Final = 10_000
_WEB_ARCHIVE: Final = "a web archive of Safari (.webarchive)"
_TYPE: Final = re.compile(
    rb"^content-type:[^\S\r\n]*(?:multipart/related|text/html|application/xhtml)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:from [^\r\n]*\r?\n)?[A-Za-z][\w-]*:[^\S\r\n]")
_BLANK_LINE: Final = re.compile(rb"\r?\n\r?\n")


def kind_of(data: bytes) -> str | None:
    """Name what a file is that is neither text nor a page, as in “a PDF”; None for any other."""
    if b"%PDF-" in data[:1024]:
        return "a PDF"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(b"bplist0") or (data[:200].lstrip()[:5] == b"<?xml" and _is_plist(data)):
        return _WEB_ARCHIVE if b"WebMainResource" in data else "a property list of macOS"
    if data[60:68] == b"BOOKMOBI":
        return "a Kindle book"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a picture (WebP)"
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        return "a picture (HEIC)"
    return next((kind for begins, kind in _BY_BEGINNING if data.startswith(begins)), None)


def is_mail(data: bytes) -> bool:
    """Tell whether this is a page saved as one file in the form of an e-mail, as browsers do."""
    if not _HEADER.match(data):
        return False
    ends = _BLANK_LINE.search(data)
    return bool(ends and _TYPE.search(data, 0, ends.start()))


def _is_plist(data: bytes) -> bool:
    return b"<plist" in data[:1024]


def _zipped(data: bytes) -> str:
    if found := _by_mimetype(data):
        return found
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:_MOST_NAMES]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = []
    for within, kind in _BY_NAME_WITHIN:
        if any(name.startswith(within) or name.endswith(f"/{within}") for name in names):
            return kind
    return "an archive (ZIP)"


def _by_mimetype(data: bytes) -> str | None:
    """These put their type first, unpacked, as a file of its own."""
    beginning = data[:200]
    return next((kind for mime, kind in _BY_MIMETYPE if mime in beginning), None)
