"""How a template tells a form which part of a button's title is that of its group."""

from typing import Final

GROUP_ENDS: Final = "\u2063"
"""Stands in the title of each radio button after what it shares with its group; nobody sees it."""
