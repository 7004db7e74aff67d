"""The piles of a class set: whose sheets lie in which file, in which order, made of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil
from pathlib import Path
from typing import Final

from broadsheet.compose.class_set import Handed, class_list, with_name
from broadsheet.compose.document import Composed
from broadsheet.orders.order import Order
from broadsheet.recipes.class_text import Text
from broadsheet.recipes.roster import Pupil
from broadsheet.render.manuscript import BookletManuscript, Job, Manuscript, manuscript
from broadsheet.theme import STANDARD
from broadsheet.theme.look import look_of

TOGETHER: Final = 40
"""Most students in one file: what a process lays out at once, so that memory does not grow."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Sheets that lie in one file."""

    target: Path
    pupils: tuple[Pupil, ...]
    first: int
    """The number of its first student in the list of the whole pile."""
    shared: tuple[str, ...]
    """The editions of the texts that the class shares, and that lie in it."""


@dataclass(frozen=True, slots=True)
class Piles:
    """The piles of a class set."""

    orders: Sequence[Order]
    """Each document in each edition."""
    pupils: Sequence[Pupil]
    text: Text
    in_order: bool
    """Whether all lie in the order of the list, in one pile; else in a pile for each edition."""

    def each(self) -> Iterator[Pile]:
        """Yield the files, in order."""
        editions = list(dict.fromkeys(order.set_in.name for order in self.orders))
        if self.in_order:
            yield from self._parted("class", self.pupils, editions)
            return
        for edition in editions:
            of_it = [pupil for pupil in self.pupils if pupil.edition == edition]
            name = "class" if edition == STANDARD else f"class-{edition}"
            yield from self._parted(name, of_it, [edition])

    def _parted(
        self, name: str, pupils: Sequence[Pupil], editions: Sequence[str]
    ) -> Iterator[Pile]:
        """Part a pile that is too thick into even files, and number them."""
        files = ceil(len(pupils) / TOGETHER)
        order = self.orders[0]
        slug, paper = order.of_lesson.slug, order.paper and order.paper.value
        for at in range(files):
            begin, end = (len(pupils) * each // files for each in (at, at + 1))
            numbered = f"{name}-{at + 1}" if files > 1 else name
            yield Pile(
                order.target.with_name(f"{slug}-{numbered}-{paper}.pdf"),
                tuple(pupils[begin:end]),
                begin + 1,
                tuple(editions) if self.text is Text.ONCE and not at else (),
            )

    def jobs(self) -> Iterator[tuple[Pile, Job]]:
        """Yield each file as it is wanted, and what goes into it.

        Raises ThemeError where an image or a file of the theme can't be read.
        """
        sheets = {
            (order.document.name, order.set_in.name): _Sheet(order, order.document.compose(order))
            for order in self.orders
        }
        for pile in self.each():
            yield pile, Job(self.orders[0].format.renderer, self._bound(pile, sheets))

    def _bound(self, pile: Pile, sheets: dict[tuple[str, str], _Sheet]) -> BookletManuscript:
        texts = [sheets["text", edition] for edition in pile.shared]
        own = self.text.documents[:1] if self.text is Text.ONCE else self.text.documents
        of_each = [[sheets[name, pupil.edition] for name in own] for pupil in pile.pupils]
        first = of_each[0][0]
        parts = chain(
            (sheet.owned_by("") for sheet in texts),
            (
                sheet.owned_by(pupil.name)
                for pupil, leaves in zip(pile.pupils, of_each, strict=True)
                for sheet in leaves
            ),
        )
        listed = class_list(first.composed, list(_listed(pile, texts, of_each)))
        bound = tuple(parts)
        return BookletManuscript(
            title=first.composed.title,
            front=first.manuscript(listed),
            parts=bound,
            languages=(first.composed.labels.language,) * len(bound),
            is_stack=True,
        )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A document in an edition, as everyone gets it."""

    order: Order
    composed: Composed

    def owned_by(self, name: str) -> Manuscript:
        return self.manuscript(with_name(self.composed, name))

    def manuscript(self, document: Composed) -> Manuscript:
        order = self.order
        return manuscript(
            document, order.paper, look_of(order.theme), order.file.parent, order.school.folder
        )


def _listed(
    pile: Pile, texts: Sequence[_Sheet], of_each: Iterable[Sequence[_Sheet]]
) -> Iterator[Handed]:
    """Yield the rows of the list on a pile: what the class shares, then each student's."""
    part = 1
    for sheet in texts:
        composed = sheet.composed
        yield Handed(None, composed.labels.say("text"), composed.edition_title, (part,))
        part += 1
    for number, (pupil, leaves) in enumerate(
        zip(pile.pupils, of_each, strict=True), start=pile.first
    ):
        parts = tuple(range(part, part + len(leaves)))
        yield Handed(number, pupil.name, leaves[0].composed.edition_title, parts)
        part += len(leaves)
