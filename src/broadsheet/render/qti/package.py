"""The zip that carries a QTI package: the same bytes for the same files."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can tell: of when it was made, nothing is told."""
_UNIX: Final = 3
_READABLE: Final = 0o644 << 16

MANIFEST: Final = "imsmanifest.xml"
"""What a platform looks for first, at the top of the package."""
IMAGES: Final = "images/"
"""The folder of images in a package."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files in the order of their names. They are stored as they are.

    What a compressor makes depends on its release; XML of this size can do without.
    """
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, data)
    return written.getvalue()
