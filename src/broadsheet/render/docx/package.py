"""The file itself: an empty one to begin with, parts of our own, and a zip that is always the same.

What python-docx begins a document with is its own template, with a thumbnail, a theme and styles
that nothing of ours uses: of that, only the parts that we fill stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from broadsheet.render.docx.element import printable

_KEPT: Final = {
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.STYLES,
}
_MOST: Final = 255
"""Most letters of a property, as python-docx takes it."""
_KEYS: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Every custom property has this format, by the standard."""
_PROPERTIES: Final = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
)
_THEN: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the earliest that a zip can tell."""


def empty(title: str, summary: str, language: str) -> Document:
    """A document without a word in it; it names no author and no day."""
    document = docx.Document()
    for owner in (document.part, document.part.package):
        for key in [key for key, each in owner.rels.items() if each.reltype not in _KEPT]:
            del owner.rels[key]
    told = document.core_properties
    document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element[:] = []
    told.title, told.comments = _shortened(title), _shortened(summary)
    told.language = language
    return document


def tell(document: Document, named: Mapping[str, str]) -> None:
    """Tell whoever checks the file again what it was made from, as properties of our own."""
    told = "".join(
        f'<property fmtid="{_KEYS}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(printable(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(named.items(), start=2)
    )
    part_of(
        document.part.package,
        "/docProps/custom.xml",
        RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,
        CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
        f"{_PROPERTIES}{told}</Properties>".encode(),
    )


def part_of(owner: Any, name: str, kind: str, content_type: str, data: bytes) -> str:
    """The key by which a part, or the whole file, leads to a part of ours, which is there once."""
    for key, each in owner.rels.items():
        if not each.is_external and each.target_part.partname == name:
            return str(key)
    return str(owner.relate_to(Part(PackURI(name), content_type, data), kind))


def packed(document: Document) -> bytes:
    """The whole file: the same bytes for the same document."""
    saved, written = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as parts, ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            entry = ZipInfo(name, _THEN)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # whatever system this is
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts.read(name))
    return written.getvalue()


def _shortened(words: str) -> str:
    told = printable(words)
    return told if len(told) <= _MOST else f"{told[: _MOST - 1]}…"
