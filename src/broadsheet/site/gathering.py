"""Lessons and units read again for their pages, with the files that a build has made of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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
    to = _Gatherer(request, there, reader, store, Gathered())
    files = [file for file in request.files if not is_settings(file)]
    lessons = [file for file in files if not is_unit(file)]
    for start in range(0, len(lessons), _AT_ONCE):
        batch = lessons[start : start + _AT_ONCE]
        good = {each.file: each for each in read_collection(batch, request.today).good_lessons}
        for file in batch:
            to.lesson(file, good.get(file))
    units = [file for file in files if is_unit(file)]
    bound = {each.file: each for each in read_collection(units, request.today).good_units}
    for file in units:
        to.unit(file, bound.get(file))
    return to.found


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


@dataclass(frozen=True, slots=True)
class _Taken:
    """What of a lesson or unit is taken onto the site."""

    orders: Sequence[Order]
    made: Mapping[Path, Made]
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class _Gatherer:
    request: Request
    there: Collection[Path]
    reader: Labels
    store: Store | None
    found: Gathered

    def lesson(self, file: Path, good: GoodLesson | None) -> None:
        if not good or not (taken := self._taken(good, "lessons", is_for_most)):
            self.found.left_out.append(file)
            return
        if not taken.picture:
            self.found.without_picture.append(file)
        page = lesson_page(good, taken.orders, taken.made, taken.picture, self.reader)
        self.found.lessons.append(page)
        self.found.schools.add(good.school.settings.school or "")

    def unit(self, file: Path, good: GoodUnit | None) -> None:
        if not good or not (taken := self._taken(good, "units", _is_printed_for_students)):
            self.found.left_out.append(file)
            return
        lessons = {page.slug: page for page in self.found.lessons}
        page = unit_page(good, lessons, taken.orders, taken.made, taken.picture, self.reader)
        self.found.units.append(page)

    def _taken(
        self, good: GoodLesson | GoodUnit, kind: str, is_pictured: Callable[[Order], bool]
    ) -> _Taken | None:
        """Put documents and a picture into the site's files; nothing where one was not made."""
        wanted, _ = orders([good], self.request)
        if not wanted or any(order.target not in self.there for order in wanted):
            return None
        folder, files = f"{kind}/{good.slug}", self.found.files
        picture = None
        if sheet := next(filter(is_pictured, wanted), None):
            files[f"{folder}/{PICTURE}"], picture = picture_of(sheet.target, self.store)
        files |= {f"{folder}/{each.target.name}": each.target for each in wanted}
        return _Taken(wanted, _made(wanted), picture)


def _is_printed_for_students(order: Order) -> bool:
    return order.format.name == "pdf" and not is_for_teachers(order)


def _made(wanted: Iterable[Order]) -> dict[Path, Made]:
    made = {}
    for order in wanted:
        data = order.target.read_bytes()
        made[order.target] = Made(len(data), sides_of(data) if data[:5] == b"%PDF-" else None)
    return made
