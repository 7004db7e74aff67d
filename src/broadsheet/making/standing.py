"""Which lessons and units need not even be read, since all that they rest on is as it was.

Nothing here reads YAML or composes: a build of which everything stands is over before anything of
that is loaded.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from broadsheet.cache.maker import maker
from broadsheet.cache.record import Record
from broadsheet.cache.store import Store, name_of
from broadsheet.collection.names import name_faults
from broadsheet.find import is_unit
from broadsheet.findings import has_errors
from broadsheet.making.report import Report, together
from broadsheet.orders.request import Request
from broadsheet.school.lookup import is_settings, settings_file


def standing(request: Request, store: Store | None) -> dict[Path, Record]:
    """Give the lessons and units of a request whose documents all stand, with what is known.

    The day is part of what a record is found by, so what depends on it is judged on the day.
    """
    if store is None or not store.is_there or has_errors(name_faults(request.files)):
        return {}
    found: dict[Path, Record] = {}
    settings_for = cache(_settings_for)  # settings neither come nor go while one build begins
    for file in request.files:
        if is_settings(file):
            return {}
        data = store.get(record_name(file, request))
        record = Record.from_json(data) if data else None
        if record and record.settings == settings_for(_beside(file)) and record.stands():
            found[file] = record
    return found


def settings_over(file: Path) -> str | None:
    """The path of the settings that hold for a lesson, or for a unit, which stands beside them."""
    return _settings_for(_beside(file))


def _beside(file: Path) -> Path:
    """The folder of a lesson, or the one that a unit's folder lies in."""
    folder = file.absolute().parent
    return folder.parent if is_unit(file) else folder


def _settings_for(folder: Path) -> str | None:
    at = settings_file(folder / "any")
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


def with_standing(made: Sequence[Report], records: Mapping[Path, Record]) -> Report:
    """Say of a build what was made, and again what was found in what stood."""
    return together([*made, *(_again(file, record) for file, record in records.items())])


def _again(file: Path, record: Record) -> Report:
    unit = is_unit(file)
    return Report(
        lessons=int(not unit),
        written=(),
        findings=tuple(record.findings),
        units=int(unit),
        silenced=record.silenced,
        settings=(Path(record.settings),) if record.settings else (),
        slow_subsetting=record.slow_subsetting,
        standing=tuple(map(Path, record.documents)),
    )
