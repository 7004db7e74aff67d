"""What stands between quotation marks, whatever the language that writes them so."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 400
"""Longest quotation that is looked for, in characters."""
_PAIRS: Final = (
    ("“", "”"),
    ("„", "“”"),
    ("«", "»"),
    ("»", "«»"),
    ("‘", "’"),
    ("‚", "‘’"),
    ("‹", "›"),
    ("›", "‹›"),
    ("「", "」"),
    ("『", "』"),
    ("”", "”"),
    ('"', '"'),
    ("'", "'"),
)
_HEBREW: Final = rf"”(?=[\u05d0-\u05ea])[^”“]{{1,{_LONGEST}}}“"
"""In Hebrew print the two may stand the other way round."""
QUOTED: Final = re.compile(
    f"{_HEBREW}|"
    + "|".join(
        rf"(?<!\w){opening}[^{opening}{closing}\n]{{1,{_LONGEST}}}[{closing}](?!\w)"
        if opening in "‘'"
        else rf"{opening}[^{opening}{closing}]{{1,{_LONGEST}}}[{closing}]"
        for opening, closing in _PAIRS
    )
)
"""A regular expression for a quotation with its marks, each a single character.

Marks that serve as apostrophes, too, stand beside a word on one side only.
"""
