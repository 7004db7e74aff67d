"""The file that a book's files lie in: the same bytes whenever and wherever it is packed."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_CONTAINER: Final = b"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>\
</rootfiles></container>
"""
_BEGINNING: Final = (1980, 1, 1, 0, 0, 0)
"""The first time that the format knows."""
_UNIX: Final = 3


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack the files of a book, by name; what tells its kind comes first, and plain."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        _add(archive, "mimetype", b"application/epub+zip", ZIP_STORED)
        _add(archive, "META-INF/container.xml", _CONTAINER, ZIP_DEFLATED)
        for name, data in files.items():
            _add(archive, f"EPUB/{name}", data, ZIP_DEFLATED)
    return out.getvalue()


def _add(archive: ZipFile, name: str, data: bytes, method: int) -> None:
    entry = ZipInfo(name, _BEGINNING)
    entry.compress_type = method
    entry.create_system = _UNIX
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)
