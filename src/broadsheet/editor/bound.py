"""The lessons that a unit binds, as they are saved: which of them have errors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from broadsheet.collection.read import read_collection
from broadsheet.noted import noting, state_of


@dataclass(frozen=True, slots=True)
class Bound:
    """A lesson of a unit, as it was judged last."""

    is_good: bool
    """False where an error, of its own or of its settings, keeps it from being printed."""
    noted: Mapping[str, str]
    """The state of every file that was read for it, as it was read."""
    day: date

    def stands(self, today: date) -> bool:
        """Tell whether judging it again would find the same."""
        return self.day == today and all(
            state_of(path) == state for path, state in self.noted.items()
        )


def bound_by(
    lessons: Iterable[Path], before: Mapping[Path, Bound], today: date
) -> dict[Path, Bound]:
    """Judge the lessons of a unit; what stands of those before is not judged again."""
    found = {}
    for file in lessons:
        known = before.get(file)
        found[file] = known if known and known.stands(today) else _judged(file, today)
    return found


def _judged(file: Path, today: date) -> Bound:
    with noting() as noted:
        collection = read_collection([file], today, names=())
    return Bound(bool(collection.good_lessons), noted, today)
