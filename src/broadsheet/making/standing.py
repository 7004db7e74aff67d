"""Which lessons and units need not even be read, since all that they rest on is as it was.

Nothing here reads YAML or composes: a build of which everything stands is over before anything of
that is loaded.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from broadsheet.cache.maker import maker
from broadsheet.cache.record import Record
from broadsheet.cache.store import Store, name_of
from broadsheet.collection.names import name_faults
from broadsheet.find import is_unit
from broadsheet.findings import has_errors, in_order
from broadsheet.making.report import Report
from broadsheet.orders.request import Request
from broadsheet.school.lookup import is_settings, settings_file


def standing(request: Request, store: Store | None) -> dict[Path, Record]:
    """Give the lessons and units of a request whose documents all stand, with what is known.

    The day is part of what a record is found by, so what depends on it is judged on the day.
    """
    if store is None or not store.is_there or has_errors(name_faults(request.files)):
        return {}
    found: dict[Path, Record] = {}
    for file in request.files:
        if is_settings(file):
            return {}
        data = store.get(record_name(file, request))
        record = Record.from_json(data) if data else None
        if record and record.settings == settings_over(file) and record.stands():
            found[file] = record
    return found


def settings_over(file: Path) -> str | None:
    """The path of the settings that hold for a lesson, or for a unit, which stands beside them."""
    at = settings_file(file.absolute().parent if is_unit(file) else file)
    return str(at) if at else None


def record_name(file: Path, request: Request) -> str:
    """The name of the record of a lesson or unit, for what is asked for on a day."""
    asked = [
        *(str(file), os.path.abspath(file)),  # noqa: PTH100 - links are not looked through
        *(str(request.output), os.path.abspath(request.output)),  # noqa: PTH100
        request.today.isoformat(),
        [paper.value for paper in request.papers],
        *map(list, (request.editions, request.documents, request.formats, request.questions)),
    ]
    return name_of(b"record", maker(), json.dumps(asked).encode("ascii"))


def with_standing(made: Report | None, records: Mapping[Path, Record]) -> Report:
    """Say of a build what was made, and again what was found in what stood."""
    made = made or Report(0, (), ())
    units = sum(map(is_unit, records))
    held = {Path(each.settings): None for each in records.values() if each.settings}
    return Report(
        lessons=made.lessons + len(records) - units,
        written=made.written,
        findings=in_order(
            [*made.findings, *(f for each in records.values() for f in each.findings)]
        ),
        units=made.units + units,
        silenced=made.silenced + sum(each.silenced for each in records.values()),
        settings=tuple(dict.fromkeys([*made.settings, *held])),
        slow_subsetting=made.slow_subsetting or any(r.slow_subsetting for r in records.values()),
        standing=tuple(
            sorted([*made.standing, *(Path(p) for r in records.values() for p in r.documents)])
        ),
        unkept=made.unkept,
    )
