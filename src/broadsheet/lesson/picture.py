"""The picture that belongs to a source."""

from __future__ import annotations

from broadsheet.reading.strict import Strict
from broadsheet.reading.values import FilePath, Text


class Picture(Strict):
    """A picture that was published with the piece, or is the piece: a cartoon, a photo, a chart.

    It is printed with the text, as wide as the page has room. Prose points at it with
    `((#picture))`, and in a pair with `((A: #picture))`.
    """

    file: FilePath
    """Path of the image: PNG, JPEG, GIF or WebP."""
    alt: Text
    """What it shows, for who can't see it: enough to answer the questions by."""
    credit: Text
    """Who made it, as printed under it: “Photograph: Jack Delano”, “Chart: Harbour Gazette”."""
    rights: Text
    """Who may copy it; a picture is shown whole, which quoting in part does not cover."""
