"""Words within a style sheet."""

from __future__ import annotations

import re


def in_css(words: str) -> str:
    """Words as a string of CSS, which nothing in them can end; they may be a school's own."""
    return '"' + re.sub(r"[^\w ]", lambda sign: f"\\{ord(sign[0]):x} ", words) + '"'
