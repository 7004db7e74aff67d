"""Files that stand within an address: `data:image/png;base64,…`, as drawing programs write them."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final
from urllib.parse import unquote_to_bytes

_DATA: Final = re.compile(r"data:[^,;]*(?:;[^,;]*)*,", re.IGNORECASE)


def is_embedded(address: str) -> bool:
    """Tell whether an address holds a file itself."""
    return address.lstrip()[:5].lower() == "data:"


def embedded(address: str) -> bytes:
    """The file that stands in an address. Raises ValueError where it can't be read."""
    address = address.strip()
    begin = _DATA.match(address)
    if begin is None:
        raise ValueError("the address has no comma before its data")
    data = unquote_to_bytes(address[begin.end() :])
    if not begin[0].rstrip(",").lower().endswith(";base64"):
        return data
    try:
        return base64.b64decode(re.sub(rb"\s", b"", data), validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from None
