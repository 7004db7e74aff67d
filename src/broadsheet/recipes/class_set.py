"""The recipe: a lesson's sheets for a class, each pupil's with the name and in the edition.

Names go into the sheets and nowhere else: nothing is kept in the cache, no file is named after a
pupil, and what is said of a row says its number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from broadsheet.collection.read import read_collection
from broadsheet.confined import RefusedError, read_file
from broadsheet.findings import Finding, has_errors
from broadsheet.making.progress import Progress, silent
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.recipes.class_text import Text
from broadsheet.recipes.piles import Pile, Piles
from broadsheet.recipes.refusal import Refusal
from broadsheet.recipes.roster import LARGEST, MOST, Pupil, roster, told_apart
from broadsheet.render.press import Spoilt, printed
from broadsheet.school.edition import edition_named
from broadsheet.school.paper import Paper
from broadsheet.system import reason_of
from broadsheet.theme import Theme
from broadsheet.theme.coverage import uncovered
from broadsheet.theme.look import ThemeError
from broadsheet.write import refuse_unwritable, write_whole

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
    namesakes: tuple[tuple[int, ...], ...] = ()
    """The rows of students who share a name, and whose sheets say which of them it is."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for."""

    lesson: Path
    roster: Path | None
    """The class list; None where only counts are given."""
    counts: Mapping[str, int]
    """How many sheets of each edition, where there is no list."""
    output: Path
    paper: Paper
    in_order: bool = False
    """Whether all lie in the order of the list, in one pile; else in a pile for each edition."""
    questions: Sequence[int] = ()
    text: Text = Text.IN_SHEET


def class_set(wanted: Wanted, today: date, progress: Progress = silent) -> ClassSet:
    """Print the sheets of a class. What is wrong with the lesson is found as a build finds it.

    `progress` is told of students whose sheets are done.
    """
    try:
        refuse_unwritable(wanted.output)
    except OSError as error:
        message = f"{wanted.output} can't be written: {reason_of(error)}"
        return ClassSet((), (), Refusal(message, "choose another folder with --output"))
    collection = read_collection([wanted.lesson], today)
    good = collection.good_lessons
    if has_errors(collection.findings):
        return ClassSet((), tuple(collection.findings))
    if not good:
        refusal = Refusal(f"{wanted.lesson} is no lesson", "name a lesson; a unit has several")
        return ClassSet((), tuple(collection.findings), refusal)
    read = _pupils(wanted, _on_paper(good[0].school.theme))
    if isinstance(read, Refusal):
        return ClassSet((), (), read)
    pupils, namesakes = told_apart(read)
    request = Request(
        [wanted.lesson],
        wanted.output,
        today,
        [wanted.paper],
        list(dict.fromkeys(pupil.edition for pupil in pupils)),
        wanted.text.documents,
        ["pdf"],
        wanted.questions,
    )
    found, faults = orders(good, request)
    findings = (*collection.findings, *faults)
    if has_errors(faults):
        return ClassSet((), findings)
    piles = Piles(found, pupils, wanted.text, wanted.in_order)
    return _printed(piles, ClassSet((), findings, namesakes=namesakes), progress)


def _on_paper(theme: Theme) -> list[str]:
    """The editions that are printed: a form is filled in on a screen."""
    read = ((name, edition_named(name, theme)[0]) for name in theme.editions)
    return [name for name, edition in read if edition and not edition.form]


def _pupils(wanted: Wanted, editions: Sequence[str]) -> list[Pupil] | Refusal:
    if wanted.roster is not None:
        try:
            return roster(read_file(wanted.roster, LARGEST), editions)
        except RefusedError as refused:
            message = f"the class list {refused.reason}"
            return Refusal(message, "name the list of one class, saved as “CSV UTF-8”")
    if unknown := next((name for name in wanted.counts if name not in editions), None):
        listed = ", ".join(editions)
        return Refusal(f"there is no edition {unknown} for paper", f"there are {listed}")
    if sum(wanted.counts.values()) > MOST:
        return Refusal(f"these are more than {MOST} sheets", "print class by class")
    return [Pupil(0, "", name) for name, many in wanted.counts.items() for _ in range(many)]


def _printed(piles: Piles, so_far: ClassSet, progress: Progress) -> ClassSet:
    """Print all piles, then write them: a class gets all of its sheets or none."""
    thickest = max((len(pile.pupils) for pile in piles.each()), default=0)
    made: list[tuple[Piled, bytes]] = []
    done = 0
    progress(done, len(piles.pupils))
    try:
        for outcome in printed(piles.jobs(), _SECONDS + _SECONDS_EACH * thickest, at_once=1):
            pile = outcome.key
            if isinstance(outcome, Spoilt):
                return replace(so_far, refusal=_spoilt(pile, outcome.reason))
            sheets, sides = len(pile.pupils), outcome.made.sides or 0
            made.append((Piled(pile.target, sheets, sides), outcome.made.data))
            done += sheets
            progress(done, len(piles.pupils))
    except ThemeError as error:
        return replace(so_far, refusal=Refusal(error.reason, "mend the theme, or the lesson"))
    for piled, data in made:
        write_whole(piled.file, data)
    return replace(so_far, piles=tuple(piled for piled, _ in made))


def _spoilt(pile: Pile, reason: str) -> Refusal:
    """Why a pile could not be laid out, without a sign of anybody's name."""
    rows = [str(pupil.row) for pupil in pile.pupils if uncovered(pupil.name)]
    if rows and "glyph" in reason:
        return Refusal(
            f"row {', '.join(rows)} of the class list has signs that no font here has",
            "install fonts for them, such as fonts-noto-core, or write the name in other letters",
        )
    message = f"{pile.target.name} could not be laid out: {reason}"
    return Refusal(message, "mend the theme, or the lesson")
