"""What stands at the foot of every page, shortened to one line before anything is laid out.

An engine that shortens a line itself draws `…` for words that it still has, and the text of the
PDF then says those words wherever `…` is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from broadsheet.render.html.css import in_css
from broadsheet.text.graphemes import joined_at

_LEFT_OUT: Final = "…"
_HANGING: Final = " \u00a0\u202f,;:.·–—-([{«“„‘‚"
"""Signs that do not end a shortened part: what they lead up to is left out."""
_SHORT_TITLE: Final = 12
"""Characters of a title that say something; below that the name before it is shortened too."""
_ISOLATED: Final = "\u2068{}\u2069"
"""Keeps `…` at the end of its own part, in whichever direction the line around it is written."""


def one_line(parts: Sequence[str], fits: Callable[[str], bool], between: str = " · ") -> str:
    """Join the parts of a foot, the titles in it shortened as far as the line needs.

    `between` parts them. The first is the document's name, which is shortened where nothing else
    helps. `fits` tells whether a text is narrow enough; what does not fit at all is given as short
    as it can be.
    """
    name, *titles = (" ".join(part.split()) for part in parts)

    def joined(most: int, most_of_name: int) -> str:
        return between.join(
            (shortened(name, most_of_name), *(shortened(title, most) for title in titles))
        )

    longest = max(map(len, (name, *titles)))
    if fits(joined(_SHORT_TITLE, longest)):
        most = _most(_SHORT_TITLE, longest, lambda most: fits(joined(most, longest)))
        return joined(most, longest)
    most = _most(0, longest, lambda most: fits(joined(most, most)))
    return joined(most, most)


def _most(fitting: int, longest: int, fits: Callable[[int], bool]) -> int:
    """The greatest number of characters that fits, or the one given as fitting."""
    too_many = longest + 1
    while too_many - fitting > 1:
        middle = (fitting + too_many) // 2
        if fits(middle):
            fitting = middle
        else:
            too_many = middle
    return fitting


def shortened(words: str, most: int) -> str:
    """Give at most so many characters of a text, and `…` where some are left out.

    It ends between words where it can, and never within a letter and its marks.
    """
    if len(words) <= most:
        return words
    end = most
    while joined_at(words, end):
        end -= 1
    between = max(words.rfind(" ", 0, end + 1), 0)
    # One long word is parted rather than left out; Chinese or Thai has no blanks at all.
    kept = words[: between if between > end // 3 else end].rstrip(_HANGING)
    return _ISOLATED.format(kept + _LEFT_OUT)


def style_of(foot: str, right_to_left: bool) -> str:
    """CSS that prints a foot on every page, beside the page's number."""
    side = "right" if right_to_left else "left"
    return f"@page {{ @bottom-{side} {{ content: {in_css(foot)}; }} }}"
