"""What is known of the lessons, kept up to date: read, composed and laid out as files change.

Three threads meet here. `work` reads and composes: it belongs in the main thread, where a limit of
time holds. `press` lays out, the most urgent document first, and drops what is wanted no more.
Whoever serves the page asks for what is known, and is told when that changes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from threading import Condition
from typing import Final

from broadsheet.collection.names import name_faults
from broadsheet.findings import Finding
from broadsheet.orders.order import Order
from broadsheet.preview.asked import Asked, files_of
from broadsheet.preview.known import Known
from broadsheet.preview.piece import Piece, read_piece
from broadsheet.preview.sheet import Sheet, seen
from broadsheet.preview.slot import Slot, Want, composed
from broadsheet.preview.view import View, others, settled
from broadsheet.render.press import Spoilt, printed
from broadsheet.theme.look import look_of

QUIET: Final = 0.06
"""Seconds without a change after which pages are laid out, so that of many saves the last is."""
_KEPT: Final = 48
"""Documents and views that are kept in memory."""
_LOOK: Final = 60.0
"""Seconds after which the day is looked at, as it is part of what is found."""


@dataclass(eq=False)
class Desk:
    """The lessons and units of an author, and what somebody looks at."""

    asked: Asked
    today: Callable[[], date]
    quiet: float = QUIET
    """Seconds without a change after which pages are laid out."""
    layouts: int = 0
    """How many documents were begun to be laid out."""
    _lock: Condition = field(default_factory=Condition)
    _pieces: dict[str, Piece] = field(default_factory=dict)
    _files: dict[str, Path] = field(default_factory=dict)
    _missing: tuple[Path, ...] = ()
    _slots: dict[View, Slot] = field(default_factory=dict)
    _looked: list[View] = field(default_factory=list)
    _wants: list[Want] = field(default_factory=list)
    _made: dict[str, Sheet | Spoilt[Order]] = field(default_factory=dict)
    _listeners: list[Callable[[], None]] = field(default_factory=list)
    _stirred: bool = True
    _stirred_at: float = 0.0
    _ended: bool = False

    # What servers and watchers ask and tell.

    @contextmanager
    def looking(self, view: View, tell: Callable[[], None]) -> Iterator[None]:
        """While this holds, somebody looks at a view, and is told whenever something changed."""
        with self._lock:
            self._looked.insert(0, view)
            self._listeners.append(tell)
            self._stirred = True
            self._lock.notify_all()
        try:
            yield
        finally:
            with self._lock:
                self._looked.remove(view)
                self._listeners.remove(tell)

    def known(self) -> Known:
        """What is known now."""
        with self._lock:
            read = {name: self._pieces[name] for name in self._files if name in self._pieces}
            gone = {name: piece for name, piece in self._pieces.items() if piece.is_gone}
            return Known(
                read | gone, len(self._files) - len(read), self._missing, dict(self._slots)
            )

    def sheets(self) -> list[Sheet]:
        """Every document that was laid out and is kept."""
        with self._lock:
            shown = [slot.sheet for slot in self._slots.values()]
            return [each for each in (*shown, *self._made.values()) if isinstance(each, Sheet)]

    def stir(self) -> None:
        """Say that a file may have changed."""
        with self._lock:
            self._stirred = True
            self._stirred_at = time.monotonic()
            self._lock.notify_all()

    def end(self) -> None:
        """Have everybody leave."""
        with self._lock:
            self._ended = True
            self._lock.notify_all()
        self._tell()

    @property
    def has_ended(self) -> bool:
        """Whether it is over."""
        return self._ended

    # Reading and composing, in one thread.

    def work(self) -> None:
        """Read and compose whenever something may have changed, until it ends."""
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self._stirred or self._ended, _LOOK)
                if self._ended:
                    return
                self._stirred = False
            self._turn()

    def _turn(self) -> None:
        """Bring everything up to date: what is looked at first, and anew as soon as it changes."""
        files, missing = files_of(self.asked)
        with self._lock:
            self._files, self._missing = files, missing
            views = list(dict.fromkeys(self._looked))
        first = next(iter(files), "")
        looked = list(dict.fromkeys(view.lesson or first for view in views))
        self._part_with_the_gone(files, looked)
        faults = name_faults(list(files.values()))
        for name in looked:
            self._read(name, files, faults)
        if not self._stirred:
            self._compose(views)
        for name in files:
            if self._stirred or self._ended:
                return
            self._read(name, files, faults)
        self._tell()

    def _part_with_the_gone(self, files: dict[str, Path], looked: list[str]) -> None:
        """Forget lessons whose files are gone, but for those that somebody looks at."""
        with self._lock:
            for name in [name for name in self._pieces if name not in files]:
                if name in looked:
                    self._pieces[name] = self._pieces[name].gone()
                else:
                    del self._pieces[name]

    def _read(self, name: str, files: dict[str, Path], faults: list[Finding]) -> None:
        """Read a lesson or unit if what was read of it does not hold any more."""
        if name not in files:
            return
        before, today = self._pieces.get(name), self.today()
        names = [fault for fault in faults if fault.file == files[name]]
        if before and before.file == files[name] and before.stands(names, today):
            return
        piece = read_piece(files[name], names, before, today)
        with self._lock:
            self._pieces[name] = piece
        self._tell()

    def _compose(self, views: list[View]) -> None:
        """Compose what is looked at, then what may be next, and say what is to be laid out."""
        known, read = self.known(), cache(look_of)
        shown: dict[View, Piece] = {}
        later: dict[View, Piece] = {}
        for view in views:
            name, piece = known.named(view)
            if piece and piece.choices:
                here = settled(view, piece.choices).named(name)
                shown[here] = piece
                later |= dict.fromkeys(others(here, piece.choices), piece)
        wants: list[Want] = []
        for view, piece in (shown | later).items():
            slot = known.slots.get(view)
            if slot is None or not slot.stands(piece):
                slot = composed(view, piece, slot, self.today(), read)
            with self._lock:
                made = self._made.get(slot.want.key) if slot.want else None
                if made:
                    slot = slot.laid_out(made)
                self._slots.pop(view, None)
                self._slots[view] = slot
                wants += [slot.want] if slot.want else []
                self._wants = wants[:]
                self._lock.notify_all()
            self._tell()
            if self._stirred:
                return
        with self._lock:
            self._keep_few()

    # Laying out, in another thread.

    def press(self) -> None:
        """Lay out what is wanted, the most urgent first, until it ends."""
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self._ended or self._next())
                if self._ended:
                    return
                rest = self._stirred_at + self.quiet - time.monotonic()
                if rest > 0:
                    self._lock.wait(rest)
                    continue
                want = self._next()
            if want:
                self._lay_out(want)

    def _lay_out(self, want: Want) -> None:
        def dropped() -> bool:
            wanted = self._next()
            return self._ended or wanted is None or wanted.key != want.key

        jobs = [(want.order, want.job)]
        self.layouts += 1
        for outcome in printed(jobs, at_once=1, dropped=dropped):
            made = seen(outcome)
            with self._lock:
                self._made[want.key] = made
                for view, slot in self._slots.items():
                    if slot.want and slot.want.key == want.key:
                        self._slots[view] = slot.laid_out(made)
            self._tell()

    def _next(self) -> Want | None:
        with self._lock:
            return next((want for want in self._wants if want.key not in self._made), None)

    def _keep_few(self) -> None:
        """Forget what was not looked at for long."""
        for view in list(self._slots)[:-_KEPT]:
            del self._slots[view]
        wanted = {slot.want.key for slot in self._slots.values() if slot.want}
        for key in list(self._made)[:-_KEPT]:
            if key not in wanted:
                del self._made[key]

    def _tell(self) -> None:
        with self._lock:
            listeners = self._listeners[:]
        for tell in listeners:
            tell()
