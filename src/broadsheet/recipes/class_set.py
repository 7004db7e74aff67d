"""The recipe: a lesson's sheets for a class, each pupil's with the name and in the edition.

Names go into the sheets and nowhere else: nothing is kept in the cache, no file is named after a
pupil, and what is said of a row says its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from broadsheet.collection.read import read_collection
from broadsheet.compose.class_set import Handed, class_list, with_name
from broadsheet.compose.document import Composed
from broadsheet.findings import Finding, has_errors
from broadsheet.orders.order import Order
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.recipes.refusal import Refusal
from broadsheet.recipes.roster import MOST, Pupil, roster
from broadsheet.render.manuscript import BookletManuscript, Job, Manuscript, manuscript
from broadsheet.render.press import Spoilt, printed
from broadsheet.school.edition import edition_named
from broadsheet.school.paper import Paper
from broadsheet.theme import STANDARD, Theme
from broadsheet.theme.look import Look, ThemeError, look_of
from broadsheet.write import write_whole

TOGETHER: Final = 40
"""Most sheets in one file: what a process lays out at once, so that memory does not grow."""
_SECONDS: Final = 60
_SECONDS_EACH: Final = 10
"""Time that a file may take, and each sheet in it besides."""


@dataclass(frozen=True, slots=True)
class Piled:
    """A pile of sheets that was printed."""

    file: Path
    sheets: int
    sides: int
    """Sides of paper, with the list and blank backs."""


@dataclass(frozen=True, slots=True)
class ClassSet:
    """What came of a class set; where anything went wrong, no file is written."""

    piles: tuple[Piled, ...]
    findings: tuple[Finding, ...]
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for."""

    lesson: Path
    roster: bytes | None
    """The class list as it lies on the disk; None where only counts are given."""
    counts: Mapping[str, int]
    """How many sheets of each edition, where there is no list."""
    output: Path
    paper: Paper
    in_order: bool = False
    """Whether all lie in the order of the list, in one pile; else in a pile for each edition."""
    questions: Sequence[int] = ()


def class_set(wanted: Wanted, today: date) -> ClassSet:
    """Print the sheets of a class. What is wrong with the lesson is found as a build finds it."""
    collection = read_collection([wanted.lesson], today)
    good = collection.good_lessons
    if has_errors(collection.findings) or not good:
        return ClassSet((), tuple(collection.findings))
    pupils = _pupils(wanted, _on_paper(good[0].school.theme))
    if isinstance(pupils, Refusal):
        return ClassSet((), (), pupils)
    request = Request(
        [wanted.lesson],
        wanted.output,
        today,
        [wanted.paper],
        list(dict.fromkeys(pupil.edition for pupil in pupils)),
        ["worksheet"],
        ["pdf"],
        wanted.questions,
    )
    found, faults = orders(good, request)
    findings = (*collection.findings, *faults)
    if has_errors(faults):
        return ClassSet((), findings)
    by_edition = {order.set_in.name: order for order in found}
    return _printed(_Piles(wanted, pupils, by_edition), findings)


def _on_paper(theme: Theme) -> list[str]:
    """The editions that are printed: a form is filled in on a screen."""
    read = ((name, edition_named(name, theme)[0]) for name in theme.editions)
    return [name for name, edition in read if edition and not edition.form]


def _pupils(wanted: Wanted, editions: Sequence[str]) -> list[Pupil] | Refusal:
    if wanted.roster is not None:
        return roster(wanted.roster, editions)
    if unknown := next((name for name in wanted.counts if name not in editions), None):
        listed = ", ".join(editions)
        return Refusal(f"there is no edition {unknown} for paper", f"there are {listed}")
    if sum(wanted.counts.values()) > MOST:
        return Refusal(f"these are more than {MOST} sheets", "print class by class")
    return [Pupil(0, "", name) for name, many in wanted.counts.items() for _ in range(many)]


def _printed(piles: _Piles, findings: tuple[Finding, ...]) -> ClassSet:
    """Print all piles, then write them: a class gets all of its sheets or none."""
    longest = max((len(pile) for _, pile in piles.each()), default=0)
    made: dict[Path, tuple[bytes, int, int]] = {}
    try:
        for outcome in printed(piles.jobs(), _SECONDS + _SECONDS_EACH * longest, at_once=1):
            target, sheets = outcome.key
            if isinstance(outcome, Spoilt):
                refusal = Refusal(f"{target.name} could not be laid out: {outcome.reason}", "")
                return ClassSet((), findings, refusal)
            made[target] = (outcome.made.data, sheets, outcome.made.sides or 0)
    except ThemeError as error:
        return ClassSet((), findings, Refusal(error.reason, "mend the theme, or the lesson"))
    for target, (data, _, _) in made.items():
        write_whole(target, data)
    return ClassSet(
        tuple(Piled(target, sheets, sides) for target, (_, sheets, sides) in made.items()),
        findings,
    )


@dataclass(frozen=True, slots=True)
class _Piles:
    """The piles of a class set."""

    wanted: Wanted
    pupils: Sequence[Pupil]
    orders: Mapping[str, Order]
    """That of a sheet in each edition."""

    def each(self) -> Iterator[tuple[str, list[Pupil]]]:
        """Yield what a pile is called, and whose sheets lie in it, in the order of the list."""
        pupils = self.pupils
        if self.wanted.in_order:
            yield from _parted("class", pupils)
            return
        for edition in self.orders:
            of_it = [pupil for pupil in pupils if pupil.edition == edition]
            name = "class" if edition == STANDARD else f"class-{edition}"
            yield from _parted(name, of_it)

    def jobs(self) -> Iterator[tuple[tuple[Path, int], Job]]:
        """Yield each pile as it is wanted: its file, how many sheets, and what goes into it."""
        sheets = {name: order.document.compose(order) for name, order in self.orders.items()}
        looks = {name: look_of(order.theme) for name, order in self.orders.items()}
        for name, pupils in self.each():
            order = self.orders[pupils[0].edition]
            slug = order.of_lesson.slug
            target = order.target.with_name(f"{slug}-{name}-{self.wanted.paper.value}.pdf")
            job = Job(order.format.renderer, self._pile(pupils, sheets, looks))
            yield (target, len(pupils)), job

    def _pile(
        self, pupils: Sequence[Pupil], sheets: Mapping[str, Composed], looks: Mapping[str, Look]
    ) -> BookletManuscript:
        first = pupils[0].edition
        handed = [Handed(each.name, sheets[each.edition].edition_title) for each in pupils]
        return BookletManuscript(
            title=sheets[first].title,
            front=self._alone(class_list(sheets[first], handed), first, looks),
            parts=tuple(
                self._alone(with_name(sheets[each.edition], each.name), each.edition, looks)
                for each in pupils
            ),
            languages=(sheets[first].labels.language,) * len(pupils),
            is_stack=True,
        )

    def _alone(self, document: Composed, edition: str, looks: Mapping[str, Look]) -> Manuscript:
        order = self.orders[edition]
        return manuscript(
            document, order.paper, looks[edition], order.file.parent, order.school.folder
        )


def _parted(name: str, pupils: Sequence[Pupil]) -> Iterator[tuple[str, list[Pupil]]]:
    """Part a pile that is too thick, and number its parts."""
    waiting = iter(pupils)
    parts = list(iter(lambda: list(islice(waiting, TOGETHER)), []))
    for number, part in enumerate(parts, start=1):
        yield (f"{name}-{number}" if len(parts) > 1 else name), part
