"""Documents that were made before are handed on as they are found, never gathered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.render.test_workers import notice

from broadsheet.cache.answers import Answers
from broadsheet.cache.store import Store
from broadsheet.render.manuscript import Job
from broadsheet.render.press import Printed, printed


def test_few_documents_that_stand_are_in_memory_at_once(tmp_path: Path) -> None:
    answers = Answers(Store(tmp_path / ".broadsheet"))
    job = notice("Sundays")
    assert list(printed([(0, job)], answers=answers))
    asked = 0

    def jobs() -> Iterator[tuple[int, Job]]:
        nonlocal asked
        for number in range(300):
            asked = number
            yield number, job

    ahead = 0
    for count, outcome in enumerate(printed(jobs(), answers=answers)):
        assert isinstance(outcome, Printed)
        assert outcome.was_kept
        ahead = max(ahead, asked - count)
    assert (asked, ahead < 100) == (299, True)
