"""The recipe: mend if asked to, read, judge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.collection.judged import Judged
from broadsheet.collection.read import judge_collection

if TYPE_CHECKING:
    from broadsheet.recipes.mend import Mended


@dataclass(frozen=True, slots=True)
class Checked:
    """What was mended, and what was found after that."""

    judged: Judged
    mended: tuple[Mended, ...] = ()

    @property
    def left_unmended(self) -> bool:
        """Tell whether some file could not be written."""
        return any(each.refused for each in self.mended)


def check(files: tuple[Path, ...], today: date, *, fix: bool = False, jobs: int = 1) -> Checked:
    """Judge lessons and units, so many side by side.

    With `fix`, mend first what has only one right answer.
    """
    mended: tuple[Mended, ...] = ()
    if fix:
        from broadsheet.recipes.mend import mend

        mended = tuple(mend(files, today))
    return Checked(judge_collection(files, today, jobs), mended)
