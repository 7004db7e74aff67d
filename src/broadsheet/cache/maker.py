"""Whatever else than a lesson and its school decides what is found in it and made of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from broadsheet.data import PACKAGE
from broadsheet.libraries import LIBRARIES, braille


@cache
def maker() -> bytes:
    """A digest of Broadsheet itself, of Python, and of the packages and libraries beside it.

    Of Broadsheet every file counts: its code, theme, fonts and locales. Of packages it is name and
    version, of Pango, HarfBuzz and the others what they say of themselves, of liblouis its program.
    """
    digest = sha256(sys.version.encode())
    for part in (*our_files(), *_packages(), *_libraries()):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def our_files() -> Iterator[bytes]:
    """Name and content of every file of the package, in order."""
    for folder, folders, files in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            path = os.path.join(folder, name)  # noqa: PTH118 - hundreds of files, before each build
            yield os.path.relpath(path, PACKAGE).encode("utf-8", "surrogateescape")
            with open(path, "rb") as file:  # noqa: PTH123 - likewise
                yield file.read()


def _packages() -> Iterator[bytes]:
    """Names of the folders in which installed packages say what they are, versions included."""
    for folder in sys.path:
        try:
            names = os.listdir(folder or os.curdir)  # noqa: PTH208 - names are all that is wanted
        except OSError:
            continue
        for name in sorted(names):
            if name.endswith((".dist-info", ".egg-info")):
                yield name.encode("utf-8", "surrogateescape")


def _libraries() -> Iterator[bytes]:
    for library in LIBRARIES:
        yield f"{library.key} {library.version or ''}".encode()
    yield braille()
