"""What is known of lessons after a build, kept so that the next need not read them again."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from broadsheet.cache.record import Record
from broadsheet.cache.store import Store
from broadsheet.collection.read import Collection
from broadsheet.findings import Finding
from broadsheet.making.shelf import Shelf
from broadsheet.making.standing import record_name, settings_over
from broadsheet.noted import state_of, together
from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.orders.request import Request
from broadsheet.theme import Theme


@dataclass(slots=True)
class Outcome:
    """What came of making documents, so far."""

    findings: list[Finding] = field(default_factory=list)
    silenced: Counter[Path] = field(default_factory=Counter)
    """How many findings on its documents each lesson leaves alone."""
    slow_subsetting: bool = False
    noted: dict[Path, dict[str, str]] = field(default_factory=dict)
    """What was read for the documents of each lesson or unit."""
    from_machine: set[Path] = field(default_factory=set)
    """The lessons and units that fonts of this machine may have been used for."""


def keep_records(
    request: Request,
    collection: Collection,
    findings: Sequence[Finding],
    made: Outcome,
    shelf: Shelf,
    store: Store,
) -> None:
    """Keep what is known of each lesson and unit of which everything was made.

    What is wrong with settings or a theme is said of every lesson under them: where lessons stand
    under several, nothing is kept as long as it is.
    """
    good: list[GoodLesson | GoodUnit] = [*collection.good_lessons, *collection.good_units]
    # What is wrong with another lesson is that one's own, and goes when that is mended.
    around = [finding for finding in findings if finding.file not in collection.noted]
    if around and len({each.school.folder for each in good}) > 1:
        return
    for each in good:
        documents = shelf.placed.get(each.file)
        if documents is None or each.file in made.from_machine:
            continue
        theme = dict(states_of(each.school.theme))
        record = Record(
            together(collection.noted[each.file], made.noted.get(each.file, {}), theme),
            settings_over(each.file),
            (*around, *(finding for finding in findings if finding.file == each.file)),
            collection.judged.silent.get(each.file, 0) + made.silenced[each.file],
            {str(target): state_of(str(target)) for target in documents},
            made.slow_subsetting,
        )
        store.put(record_name(each.file, request), record.to_json())


def states_of(theme: Theme) -> Iterator[tuple[str, str]]:
    """The state of every folder and file of a school's theme, hidden ones among them."""
    for folder, _, files in os.walk(theme.own) if theme.own else ():
        for path in (folder, *(os.path.join(folder, name) for name in files)):  # noqa: PTH118
            yield path, state_of(path)
