"""A site's values to its files: pages by the templates beside this module, and what they load."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final
from urllib.parse import quote

from babel.units import format_unit
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from broadsheet.data import PACKAGE
from broadsheet.locale.labels import Labels
from broadsheet.prose.nodes import Phrase, Prose
from broadsheet.prose.walk import visible
from broadsheet.render.html.medium import Medium
from broadsheet.render.html.prose import html_of
from broadsheet.site.finding_data import finding_data
from broadsheet.site.lists import ages_said, key_of, lists_of
from broadsheet.site.values import Site
from broadsheet.theme import OURS
from broadsheet.theme.coverage import needs_han

_SCREEN: Final = Medium(on_screen=True)
_HERE: Final = PACKAGE / "site"
_FACES: Final = (
    "atkinson-hyperlegible-next-regular.ttf",
    "atkinson-hyperlegible-next-bold.ttf",
    "broadsheet-serif-regular.ttf",
    "broadsheet-serif-semibold.ttf",
    "broadsheet-naskh-regular.ttf",
    "broadsheet-naskh-bold.ttf",
    "noto-serif-hebrew-regular.ttf",
    "noto-serif-hebrew-bold.ttf",
    "OFL.txt",
)
"""Fonts that a site brings along, with their licence; a browser loads those that it needs."""
_HAN: Final = "broadsheet-han-regular.otf"
"""Four megabytes, for machines without any for Chinese and Japanese, where a lesson needs them."""


def files_of(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every page and what pages load, by its path in the site; the same site gives the same."""
    for name in ("site.css", "site.js"):
        yield f"assets/{name}", (_HERE / "assets" / name).read_bytes()
    for name in (*_FACES, *([_HAN] if needs_han(_words_of(site)) else [])):
        yield f"assets/fonts/{name}", (OURS / "fonts" / name).read_bytes()
    yield "assets/lessons.js", finding_data(site)
    lists = lists_of(site)
    for lesson in site.lessons:
        units = [unit for unit in site.units if lesson in unit.lessons]
        path = f"lessons/{lesson.slug}/index.html"
        yield path, _page("lesson.html", site, "../../", page=lesson, units=units)
    for unit in site.units:
        yield f"units/{unit.slug}/index.html", _page("unit.html", site, "../../", page=unit)
    yield "lists.html", _page("lists.html", site, lists=lists)
    yield "about.html", _page("about.html", site)
    yield "index.html", _page("index.html", site, lists=lists)


def _words_of(site: Site) -> str:
    """What of a site may be in any script, its own words among it."""
    titles = [page.title.text for page in site.lessons] + [page.title.text for page in site.units]
    return "".join([site.title, site.labels.say("site_intro"), *titles])


def _page(template: str, site: Site, root: str = "", **values: Any) -> bytes:
    """A page by its template; `root` leads from its folder to the site's."""
    labels = site.labels
    page: str = (
        _environment()
        .get_template(template)
        .render(
            site=site,
            root=root,
            labels=labels,
            say=labels.say,
            ages=lambda page: ages_said(page, labels),
            size=lambda count: size_said(count, labels),
            **values,
        )
    )
    return page.encode("utf-8")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"prose": _prose, "path": _path, "words": visible}
    made.globals |= {"key_of": key_of}
    return made


def _prose(piece: Prose | Phrase, labels: Labels, below: int = 2) -> Markup:
    return html_of(piece, labels, below, _SCREEN)


def _path(name: str) -> str:
    """A file's name as a part of an address."""
    return quote(name, errors="surrogateescape")


def size_said(count: int, labels: Labels) -> str:
    """A file's size as a language says it: `180 kB`, `1.2 MB`."""
    kilobytes = max(1, round(count / 1000))
    if kilobytes < 1000:
        return _unit(kilobytes, "digital-kilobyte", "#,##0", labels)
    return _unit(count / 1_000_000, "digital-megabyte", "#,##0.0", labels)


def _unit(value: float, unit: str, form: str, labels: Labels) -> str:
    return format_unit(value, unit, length="short", format=form, locale=labels.locale)
