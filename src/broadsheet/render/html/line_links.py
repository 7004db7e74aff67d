"""Links from what refers to lines, or to a picture, to where a document prints them."""

from __future__ import annotations

from markupsafe import Markup, escape

from broadsheet.locale.labels import Labels
from broadsheet.prose import spoken
from broadsheet.prose.nodes import Cited, LineReference, PictureReference
from broadsheet.render.html.medium import Medium


def link_to(lines: LineReference, labels: Labels, medium: Medium, said: str = "") -> Markup:
    """What refers to lines, and leads to the first of them where that is printed."""
    named = spoken.lines(lines, labels)
    line = f"{lines.label}{lines.first}"
    place = f"line-{medium.of_part}{line}" if line in medium.lines else None
    return _link(place, named, said or named)


def link_to_picture(picture: PictureReference, labels: Labels, medium: Medium) -> Markup:
    """What points at a picture, and leads to it where it is printed."""
    said = spoken.picture(picture, labels)
    is_printed = picture.label in medium.pictures
    place = f"picture-{medium.of_part}{picture.label}" if is_printed else None
    return _link(place, said.strip("".join(labels.brackets)), said)


def _link(place: str | None, named: str, said: str) -> Markup:
    """What leads to a place by its name in the templates; words alone where there is none."""
    if place is None:
        return Markup('<span class="line-reference">{}</span>').format(said)
    return Markup('<a class="line-reference" href="#{}" title="{}">{}</a>').format(
        place, named, said
    )


def citation(cited: Cited, labels: Labels, medium: Medium) -> Markup:
    """Works by their numbers; on a screen, each leads to its place in the list of references."""
    if not medium.on_screen:
        return escape(spoken.works(cited, labels))
    comma = escape(labels.list_comma or labels.comma)
    links = (Markup('<a href="#work-{0}">{0}</a>').format(each) for each in cited.numbers)
    return Markup("[{}]").format(comma.join(links))
