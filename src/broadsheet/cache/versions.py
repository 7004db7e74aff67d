"""The versions on which the bytes of a document depend, to be compared with another machine's."""

from __future__ import annotations

import platform
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from broadsheet import __version__
from broadsheet.cache.maker import our_files
from broadsheet.libraries import LIBRARIES

_COMPARED: Final = ("pango-1.0", "harfbuzz")


@cache
def versions() -> dict[str, str]:
    """Name and version of each; ours tells apart what was changed between two releases."""
    digest = sha256()
    for part in our_files():
        digest.update(len(part).to_bytes(8, "big") + part)
    found = {
        "Broadsheet": f"{__version__} ({digest.hexdigest()[:8]})",
        "Python": ".".join(platform.python_version_tuple()[:2]),
        "WeasyPrint": _version("weasyprint"),
        "python-docx": _version("python-docx"),
    }
    return found | {
        each.name: each.version or "missing" for each in LIBRARIES if each.key in _COMPARED
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
