"""Lessons judged by several processes, which send back what there is to say of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from broadsheet.bounded import GivenUpError
from broadsheet.collection.judged_lesson import JudgedLesson
from broadsheet.forked import answered, can_fork


def side_by_side(
    files: Sequence[Path], judge: Callable[[Path], JudgedLesson], processes: int
) -> list[JudgedLesson] | None:
    """Have every lesson judged, in order; None where no processes are to be had."""
    if not can_fork():
        return None
    try:
        answers = answered(files, lambda file: judge(file).to_json(), processes)
    except OSError:
        return None
    return [
        _lost(file) if answer is None else JudgedLesson.from_json(file, answer)
        for file, answer in zip(files, answers, strict=True)
    ]


def _lost(file: Path) -> JudgedLesson:
    why = GivenUpError("the process that checked it ended, perhaps for lack of memory")
    return JudgedLesson(file, (why.finding(file),))
