"""Documents on their way to disk: those of a lesson or unit take their places together.

A worksheet of today beside notes of last week would send a class to the wrong line. New documents
wait as whole files beside the old ones, and are moved when the last of them is there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from broadsheet.confined import RefusedError, read_file
from broadsheet.findings import Finding
from broadsheet.render.rules import NOT_WRITTEN
from broadsheet.system import FULL, reason_of
from broadsheet.write import Beside, beside, move_together

if TYPE_CHECKING:
    from broadsheet.orders.order import Order


class Shelf:
    """Where documents wait for the others of their lesson or unit.

    Within `with`, so that whatever ends a build leaves nothing beside the old documents.
    """

    def __init__(
        self, wanted: Iterable[Order], give_way: Callable[[OSError], bool] | None = None
    ) -> None:
        """`wanted` are all documents that are to come.

        Where a disk is full, `give_way` may make room for them, and tells whether it has.
        """
        self._give_way = give_way
        self.written: list[Path] = []
        """Documents that have taken their places."""
        self.standing: list[Path] = []
        """Documents that were there already, as they would have been written."""
        self.placed: dict[Path, list[Path]] = {}
        """All documents of each lesson or unit of which every one has its place."""
        self._there: dict[Path, list[Path]] = {}
        self._to_come = Counter(order.file for order in wanted)
        self._waiting: dict[Path, list[Beside]] = {}
        self._spoilt: set[Path] = set()

    def __enter__(self) -> Shelf:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for file in list(self._waiting):
            self._put_away(file)

    def put(self, order: Order, data: bytes, *, was_kept: bool = False) -> list[Finding]:
        """Take a document; say what keeps it from being written.

        One that `was_kept` since an earlier build is left where it stands unchanged.
        """
        if was_kept and _holds(order.target, data):
            self._there.setdefault(order.file, []).append(order.target)
        elif order.file not in self._spoilt:
            try:
                self._waiting.setdefault(order.file, []).append(self._beside(order.target, data))
            except OSError as error:
                return [_not_written(order, order.target, error), *self.miss(order)]
        return self._one_less(order)

    def _beside(self, target: Path, data: bytes) -> Beside:
        try:
            return beside(target, data)
        except OSError as error:
            if error.errno not in FULL or not (self._give_way and self._give_way(error)):
                raise
            return beside(target, data)

    def miss(self, order: Order) -> list[Finding]:
        """Learn that a document can't be made, so that none of its lesson is written."""
        self._spoilt.add(order.file)
        self._put_away(order.file)
        return self._one_less(order)

    def _one_less(self, order: Order) -> list[Finding]:
        self._to_come[order.file] -= 1
        if self._to_come[order.file] or order.file in self._spoilt:
            return []
        together = self._waiting.pop(order.file, [])
        there = self._there.pop(order.file, [])
        try:
            move_together(together)
        except OSError as error:
            return [_not_written(order, Path(error.filename2 or error.filename), error)]
        written = [each.target for each in together]
        self.written += written
        self.standing += there
        self.placed[order.file] = [*written, *there]
        return []

    def _put_away(self, file: Path) -> None:
        for each in self._waiting.pop(file, []):
            each.put_away()


def _holds(target: Path, data: bytes) -> bool:
    """Tell whether a file is there that holds just these bytes."""
    try:
        return not target.is_symlink() and read_file(target, len(data)) == data
    except RefusedError:
        return False


def _not_written(order: Order, target: Path, error: OSError) -> Finding:
    return Finding(
        NOT_WRITTEN,
        f"{target} could not be written: {reason_of(error)}",
        "make room or choose another folder with --output; the earlier files, if any, still stand",
        order.file,
    )
