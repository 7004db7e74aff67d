"""Links from what refers to lines, or to a picture, to where a document prints them."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

from broadsheet.locale.labels import Labels
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Cited, LineReference, PictureReference
from broadsheet.render.html.medium import Medium

_NAME: Final = "(?:line-[A-Z]?[0-9]+|picture-[A-Z]?)"
_PLACE: Final = re.compile(f'<[^<>]* id="({_NAME})"')
_TO_PLACE: Final = re.compile(
    f'<a class="line-reference" href="#(?P<place>{_NAME})"[^<>]*>(?P<said>[^<>]*)</a>'
)


def link_to(lines: LineReference, labels: Labels, said: str = "") -> Markup:
    """What refers to lines, and leads to the first of them; see `without_dead_links`."""
    named = spoken.lines(lines, labels)
    return Markup('<a class="line-reference" href="#line-{}{}" title="{}">{}</a>').format(
        lines.label, lines.first, named, said or named
    )


def link_to_picture(picture: PictureReference, labels: Labels) -> Markup:
    """What points at a picture, and leads to it."""
    said = spoken.picture(picture, labels)
    named = said.strip("".join(labels.brackets))
    return Markup('<a class="line-reference" href="#picture-{}" title="{}">{}</a>').format(
        picture.label, named, said
    )


def citation(cited: Cited, labels: Labels, medium: Medium) -> Markup:
    """Works by their numbers; on a screen, each leads to its place in the list of references."""
    if not medium.on_screen:
        return escape(spoken.works(cited, labels))
    comma = escape(labels.list_comma or labels.comma)
    links = (Markup('<a href="#work-{0}">{0}</a>').format(each) for each in cited.numbers)
    return Markup("[{}]").format(comma.join(links))


def without_dead_links(html: str) -> str:
    """The same document, whose references to what it does not print lead nowhere."""
    there = set(_PLACE.findall(html))
    return _TO_PLACE.sub(
        lambda link: (
            link[0]
            if link["place"] in there
            else f'<span class="line-reference">{link["said"]}</span>'
        ),
        html,
    )
