"""One view: what is wanted for it now, and the last good pages that there are of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from broadsheet.check.silence import silence
from broadsheet.findings import Finding
from broadsheet.making.made import not_rendered, said_of
from broadsheet.making.wanted import job_of, wanted_of
from broadsheet.noted import noting, state_of
from broadsheet.orders.order import Order
from broadsheet.orders.request import Request
from broadsheet.preview.piece import Piece
from broadsheet.preview.sheet import Sheet
from broadsheet.preview.view import PAGES, View
from broadsheet.render.manuscript import Job, written
from broadsheet.render.press import Spoilt
from broadsheet.school.paper import Paper
from broadsheet.theme import Theme
from broadsheet.theme.look import Look


@dataclass(frozen=True, slots=True)
class Want:
    """A document to be laid out."""

    key: str
    """A hash of all that it is made of."""
    order: Order
    job: Job


@dataclass(frozen=True, slots=True)
class Slot:
    """What is known of a view."""

    piece: Piece
    """What it was composed of."""
    want: Want | None = None
    """What is to be seen; None where it can't be composed."""
    told: tuple[Finding, ...] = ()
    """What was found in asking for it and composing it."""
    noted: Mapping[str, str] = field(default_factory=dict)
    """The state of every file that was read for it."""
    sheet: Sheet | None = None
    """The last good pages, perhaps of an earlier state."""
    of: str = ""
    """The key of what these pages were made of."""
    order: Order | None = None
    """What they were made for."""
    said: tuple[Finding, ...] = ()
    """What there is to say of these pages, or why there are no newer ones."""

    def shows(self, piece: Piece | None) -> bool:
        """Whether its pages are those of a piece as it was read last."""
        is_made = self.want is not None and self.sheet is not None and self.want.key == self.of
        return is_made and self.piece is piece

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All there is to say of the view besides what is said of its lesson."""
        return tuple(dict.fromkeys((*self.told, *self.said)))

    def stands(self, piece: Piece) -> bool:
        """Tell whether composing it again would give the same."""
        return self.piece is piece and all(
            state_of(path) == state for path, state in self.noted.items()
        )

    def laid_out(self, outcome: Sheet | Spoilt[Order]) -> Slot:
        """The same, after what is wanted was laid out, or could not be."""
        if self.want is None:
            return self
        if isinstance(outcome, Spoilt):
            return replace(self, said=(not_rendered(replace(outcome, key=self.want.order)),))
        order = self.want.order
        said, _ = silence(said_of(order, outcome.made), order.ignore)
        return replace(self, sheet=outcome, of=self.want.key, order=order, said=tuple(said))


def composed(
    view: View, piece: Piece, before: Slot | None, today: date, look_of: Callable[[Theme], Look]
) -> Slot:
    """Compose what a view shows of a piece without errors; its last pages stay until it is made.

    `view` is settled.
    """
    old = before or Slot(piece)
    slot = replace(old, piece=piece, want=None, told=(), noted={}, said=())
    if piece.good is None:
        return slot
    wanted, told = wanted_of([piece.good], _request(view, piece.file, today))
    if not wanted:
        return replace(slot, told=tuple(told))
    order = wanted[0]
    with noting() as noted:
        job = job_of(order, look_of)
    if isinstance(job, Spoilt):
        return replace(slot, told=(*told, not_rendered(job)), noted=noted)
    key = sha256(written(job)).hexdigest()
    return replace(slot, want=Want(key, order, job), told=tuple(told), noted=noted)


def _request(view: View, file: Path, today: date) -> Request:
    return Request(
        [file],
        Path(),
        today,
        papers=[Paper(view.paper)] if view.paper else [],
        editions=[view.edition] if view.edition else [],
        documents=[view.document],
        formats=[PAGES.name],
        questions=view.questions,
    )
