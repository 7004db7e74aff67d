"""Parts of a booklet, told apart where one calls something by a name that another has too.

Each part has a line 1. WeasyPrint takes what lies at one address for one image, and two lessons may
each have a `chart.png`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from posixpath import normpath
from urllib.parse import quote

from broadsheet.render.addresses import LESSON, SCHOOL
from broadsheet.render.html.medium import Medium
from broadsheet.render.manuscript import Manuscript


def apart(manuscripts: Iterable[Manuscript]) -> Iterator[tuple[Manuscript, Medium]]:
    """Give each of a front and its parts with names of its own for lines, pictures and images.

    Images of one path and of one content share an address.
    """
    shelves: list[dict[str, bytes]] = []
    for number, manuscript in enumerate(manuscripts):
        lesson, images = _moved(manuscript.images, LESSON, shelves)
        school, logos = _moved(manuscript.images, SCHOOL, shelves)
        yield (
            replace(manuscript, images=images | logos),
            Medium(
                image=_paths_from(lesson),
                logo=_paths_from(school),
                of_part=f"of-{number}-" if number else "",
            ),
        )


def _paths_from(base: str) -> Callable[[str], str]:
    return lambda path: base + quote(normpath(path))


def _moved(
    images: Mapping[str, bytes], base: str, shelves: list[dict[str, bytes]]
) -> tuple[str, dict[str, bytes]]:
    """Put images where no other of the same path lies; give their base there, and all of them."""
    held = {at.removeprefix(base): data for at, data in images.items() if at.startswith(base)}
    there = f"https://images-{_shelve(held, shelves)}.invalid/"
    return there, {there + path: data for path, data in held.items()}


def _shelve(held: dict[str, bytes], shelves: list[dict[str, bytes]]) -> int:
    """The number of the shelf on which images come to stand."""
    for number, shelf in enumerate(shelves):
        if all(shelf.get(path, data) == data for path, data in held.items()):
            shelf |= held
            return number
    shelves.append(dict(held))
    return len(shelves) - 1
