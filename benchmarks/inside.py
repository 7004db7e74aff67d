"""Where the time of one document goes: the parts of it, as shares of the whole.

    python -m benchmarks.inside

Processor time of one process, over the ten lessons' worksheets and notes, warm.
"""

from __future__ import annotations

import gc
import tempfile
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.scale import LESSONS

_DOCUMENTS = ("worksheet", "teacher-notes")


class _Clock:
    """Processor time of functions, by what is said of them."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._layouts = 0

    def on(self, owner: Any, name: str, what: str | Callable[[], str]) -> None:
        """Have every call of a function counted from now on."""
        timed = getattr(owner, name)

        def counted(*args: Any, **named: Any) -> Any:
            said = what if isinstance(what, str) else what()
            began = process_time()
            try:
                return timed(*args, **named)
            finally:
                self.seconds[said] += process_time() - began

        setattr(owner, name, counted)

    def begin(self) -> None:
        """Begin a document."""
        self._layouts = 0

    def layout(self) -> str:
        """Which layout of its document the next one is."""
        self._layouts += 1
        return "foot measured" if self._layouts == 1 else "laid out once"


def shares() -> dict[str, float]:
    """What part of all time each step takes, from 0 to 1, for each of both documents."""
    import weasyprint

    from broadsheet.collection.read import read_collection
    from broadsheet.orders.composing import manuscript_of
    from broadsheet.orders.ordering import orders
    from broadsheet.orders.request import Request
    from broadsheet.render.manuscript import Job, Manuscript, written
    from broadsheet.render.pdf import again, engine, layout
    from broadsheet.render.workers.attempt import attempt
    from broadsheet.theme.look import look_of

    today = date(2026, 11, 26)
    with tempfile.TemporaryDirectory() as folder:
        collection = read_collection(LESSONS, today)
        wanted, _ = orders(collection.good_lessons, Request(LESSONS, Path(folder), today))
    engine.warm_up()
    gc.freeze()
    gc.disable()
    clock = _Clock()
    clock.on(layout, "page_of", "set as HTML")
    clock.on(weasyprint.HTML, "__init__", "HTML read")
    clock.on(weasyprint.HTML, "render", clock.layout)
    clock.on(again.Layouts, "_as_far_as_changed", "laid out again")
    clock.on(weasyprint.document.Document, "write_pdf", "written as PDF")
    clock.on(gc, "collect", "put away")
    found: dict[str, float] = {}
    for name in _DOCUMENTS:
        clock.seconds.clear()
        began = process_time()
        for order in wanted:
            if order.document.name == name:
                clock.begin()
                composing = process_time()
                manuscript = manuscript_of(order, look_of)
                clock.seconds["composed"] += process_time() - composing
                if isinstance(manuscript, Manuscript):
                    attempt(written(Job(order.format.renderer, manuscript)))
                gc.collect()
        whole = process_time() - began
        found |= {f"{name}, {what}": took / whole for what, took in clock.seconds.items()}
        found[f"{name}, all else"] = 1 - sum(clock.seconds.values()) / whole
    return found


def main() -> None:
    """Print each share."""
    for what, share in shares().items():
        print(f"{share:5.0%}  {what}")


if __name__ == "__main__":
    main()
