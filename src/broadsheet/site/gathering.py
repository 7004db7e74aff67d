"""Lessons and units read again for their pages, with the files that a build has made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from broadsheet.cache.maker import maker
from broadsheet.cache.store import Store, name_of
from broadsheet.collection.read import read_collection
from broadsheet.find import is_unit
from broadsheet.images.pages import first_page, sides_of
from broadsheet.locale.labels import Labels
from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.orders.order import Order
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.school.lookup import is_settings
from broadsheet.site.composing import lesson_page, unit_page
from broadsheet.site.shelves import Made, is_for_most, is_for_teachers
from broadsheet.site.values import LessonPage, Picture, UnitPage

PICTURE: Final = "page-1.png"
_WIDTH: Final = 640
"""Pixels of a picture of a page: twice what a card shows, for fine screens."""
_AT_ONCE: Final = 100
"""Lessons that are read at once; of those before, only what their pages hold is kept."""


@dataclass(slots=True)
class Gathered:
    """What was found so far, and the files that go with it."""

    lessons: list[LessonPage] = field(default_factory=list)
    units: list[UnitPage] = field(default_factory=list)
    files: dict[str, bytes | Path] = field(default_factory=dict)
    """Documents and pictures by their paths in the site."""
    schools: set[str] = field(default_factory=set)
    """Names of the schools that the lessons are made for."""
    left_out: list[Path] = field(default_factory=list)
    """Lessons and units of which not every document was made."""
    without_picture: list[Path] = field(default_factory=list)
    """Lessons of which no sheet is on the site that a picture could be drawn of."""


def gather(
    request: Request, there: Collection[Path], reader: Labels, store: Store | None
) -> Gathered:
    """Read what a request names and compose the page of each lesson and unit that was made.

    `there` are the documents that were made or were up to date.
    """
    found = Gathered()
    files = [file for file in request.files if not is_settings(file)]
    lessons = [file for file in files if not is_unit(file)]
    for start in range(0, len(lessons), _AT_ONCE):
        batch = lessons[start : start + _AT_ONCE]
        good = {each.file: each for each in read_collection(batch, request.today).good_lessons}
        for file in batch:
            _lesson(file, good.get(file), request, there, reader, store, found)
    units = [file for file in files if is_unit(file)]
    bound = {each.file: each for each in read_collection(units, request.today).good_units}
    for file in units:
        _unit(file, bound.get(file), request, there, reader, store, found)
    return found


def picture_of(sheet: Path, store: Store | None) -> tuple[bytes, Picture]:
    """Draw the first page of a PDF, or find it where it was drawn before."""
    data = sheet.read_bytes()
    name = name_of(b"picture", maker(), sha256(data).digest(), str(_WIDTH).encode())
    known = store.get(name) if store else None
    if known is None:
        drawn, height = first_page(data, _WIDTH)
        known = height.to_bytes(4, "big") + drawn
        if store:
            store.put(name, known)
    return known[4:], Picture(PICTURE, _WIDTH, int.from_bytes(known[:4], "big"))


def _lesson(
    file: Path,
    good: GoodLesson | None,
    request: Request,
    there: Collection[Path],
    reader: Labels,
    store: Store | None,
    found: Gathered,
) -> None:
    wanted = _wanted(good, request, there) if good else []
    if not (good and wanted):
        found.left_out.append(file)
        return
    folder = f"lessons/{good.slug}"
    sheet = next((each.target for each in wanted if is_for_most(each)), None)
    picture = _picture(sheet, folder, store, found)
    if not picture:
        found.without_picture.append(file)
    found.lessons.append(lesson_page(good, wanted, _made(wanted), picture, reader))
    found.files |= {f"{folder}/{each.target.name}": each.target for each in wanted}
    found.schools.add(good.school.settings.school or "")


def _unit(
    file: Path,
    good: GoodUnit | None,
    request: Request,
    there: Collection[Path],
    reader: Labels,
    store: Store | None,
    found: Gathered,
) -> None:
    wanted = _wanted(good, request, there) if good else []
    if not (good and wanted):
        found.left_out.append(file)
        return
    folder = f"units/{good.slug}"
    printed = (each for each in wanted if each.format.name == "pdf" and not is_for_teachers(each))
    sheet = next((each.target for each in printed), None)
    picture = _picture(sheet, folder, store, found)
    lessons = {page.slug: page for page in found.lessons}
    found.units.append(unit_page(good, lessons, wanted, _made(wanted), picture, reader))
    found.files |= {f"{folder}/{each.target.name}": each.target for each in wanted}


def _wanted(
    good: GoodLesson | GoodUnit, request: Request, there: Collection[Path]
) -> Sequence[Order]:
    """The documents of a lesson or unit; none where one could not be made."""
    wanted, _ = orders([good], request)
    return wanted if all(order.target in there for order in wanted) else []


def _picture(
    sheet: Path | None, folder: str, store: Store | None, found: Gathered
) -> Picture | None:
    if sheet is None:
        return None
    found.files[f"{folder}/{PICTURE}"], picture = picture_of(sheet, store)
    return picture


def _made(wanted: Iterable[Order]) -> dict[Path, Made]:
    made = {}
    for order in wanted:
        data = order.target.read_bytes()
        made[order.target] = Made(len(data), sides_of(data) if data[:5] == b"%PDF-" else None)
    return made
