"""A lesson or a unit as it was read last: what was found in it, and what it rests on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from broadsheet.collection.read import read_collection
from broadsheet.find import is_unit
from broadsheet.findings import Finding, has_errors
from broadsheet.locale.labels import labels_for
from broadsheet.making.recording import states_of
from broadsheet.making.standing import settings_over
from broadsheet.noted import noting, state_of, together
from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.preview.places import Places, key_of
from broadsheet.preview.view import Choices, choices_of


@dataclass(frozen=True, eq=False)
class Piece:
    """A lesson or a unit."""

    file: Path
    names: tuple[Finding, ...]
    """What is wrong with its name beside those of the others."""
    findings: tuple[Finding, ...]
    good: GoodLesson | GoodUnit | None
    """What its pages are made of; None as long as it has an error."""
    last_good: GoodLesson | GoodUnit | None
    """What it was when it had none, in this run."""
    noted: Mapping[str, str]
    """The state of every file that was read for it, as it was read."""
    settings: str | None
    day: date
    is_gone: bool = False
    """True where its file is there no more."""

    @property
    def is_unit(self) -> bool:
        """Whether it is a unit."""
        return is_unit(self.file)

    @property
    def title(self) -> str:
        """Its title as it was last read well, or the name of its file."""
        match self.last_good:
            case GoodLesson(loaded=loaded) if loaded.lesson:
                return loaded.lesson.title
            case GoodUnit() as good:
                return good.unit.title
        return self.file.name

    @property
    def language(self) -> str:
        """The language of its title; English, which files' names may pass for, if none is known."""
        match self.last_good:
            case GoodLesson(loaded=loaded) if loaded.lesson:
                return loaded.lesson.language
            case GoodUnit() as good:
                return good.unit.language
        return "en"

    @cached_property
    def direction(self) -> str:
        """Where lines of that language begin: `ltr`, `rtl`, or `auto` where only a theme knows it.

        Kept, since it is told of every lesson whenever one has changed.
        """
        try:
            return labels_for(self.language).direction
        except LookupError:
            return "auto"

    @cached_property
    def choices(self) -> Choices | None:
        """What it can be looked at as; None as long as it was never good."""
        return choices_of(self.last_good) if self.last_good else None

    @cached_property
    def places(self) -> Places | None:
        """Where what it prints was typed; None for a unit, and where it was never good."""
        good = self.last_good
        return Places(replace(good, questions=())) if isinstance(good, GoodLesson) else None

    @cached_property
    def parts(self) -> Mapping[str, Places]:
        """The same for each lesson of a unit, by its title as `key_of` compares it."""
        good = self.last_good
        lessons = good.lessons if isinstance(good, GoodUnit) else ()
        every = [Places(replace(lesson, questions=())) for lesson in lessons]
        return {places.title: places for places in every}

    def places_in(self, part: str) -> Places | None:
        """Where what it prints in a part of a document was typed."""
        return self.places or self.parts.get(key_of(part))

    def stands(self, names: Sequence[Finding], today: date) -> bool:
        """Tell whether reading it again would find the same: all that it rests on is as it was."""
        return (
            not self.is_gone
            and self.day == today
            and self.names == tuple(names)
            and self.settings == settings_over(self.file)
            and all(state_of(path) == state for path, state in self.noted.items())
        )

    def gone(self) -> Piece:
        """The same, whose file is there no more: what was made of it may still be looked at."""
        return replace(self, is_gone=True, good=None, findings=())


def read_piece(file: Path, names: Sequence[Finding], before: Piece | None, today: date) -> Piece:
    """Read and judge a lesson or a unit; `names` are what is wrong with its name."""
    with noting() as noted:
        collection = read_collection([file], today, names)
        goods: list[GoodLesson | GoodUnit] = [*collection.good_lessons, *collection.good_units]
        good = goods[0] if goods else None
        last = good or (before.last_good if before else None)
        theme = dict(states_of(last.school.theme)) if last else {}
    return Piece(
        file=file,
        names=tuple(names),
        findings=collection.findings,
        good=None if has_errors(collection.findings) else good,
        last_good=last,
        noted=together(noted, theme),
        settings=settings_over(file),
        day=today,
    )


def folders_of(pieces: Sequence[Piece]) -> Iterator[Path]:
    """The folders of themes, in which whatever comes or goes may count."""
    for theme in {piece.last_good.school.theme for piece in pieces if piece.last_good}:
        if theme.own:
            yield theme.own
            yield from (Path(folder) for folder, _, _ in os.walk(theme.own))
