"""A file of ours as an editor holds it, read and judged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Final

from broadsheet.collection.judging import judge
from broadsheet.collection.names import name_faults
from broadsheet.editor.bound import Bound, bound_by
from broadsheet.excerpt.numbered import NumberedExcerpt, numbered
from broadsheet.find import is_unit
from broadsheet.findings import Finding, in_order
from broadsheet.lesson.load import load_text
from broadsheet.lesson.models import Lesson
from broadsheet.orders.unknown import faults_of_settings
from broadsheet.reading.document import Document, Span
from broadsheet.reading.document import Mapping as Keys
from broadsheet.school.lookup import is_settings, settings_file
from broadsheet.school.settings import School, read_settings
from broadsheet.unit.check import findings_of_unit, lessons_at_hand
from broadsheet.unit.load import load_unit_text
from broadsheet.unit.models import Unit

_MARK: Final = "\ufeff"
"""A byte-order mark: it is no part of the text, and offsets do not count it."""
_SCHEMA: Final = r"# *yaml-language-server:.*\b(?:lesson|unit)\.schema\.json"
_OURS: Final = re.compile(rf"^(?:{_SCHEMA}|[\"']?broadsheet[\"']?\s*:)", re.MULTILINE)
_HAS_SCHEMA: Final = re.compile(rf"^{_SCHEMA}", re.MULTILINE)


class Kind(Enum):
    """What a file is."""

    LESSON = "lesson"
    UNIT = "unit"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Opened:
    """What there is to know of a file as its text stands now."""

    file: Path
    text: str
    """Without a byte-order mark."""
    kind: Kind
    document: Document | None
    """None where the text is no YAML at the moment."""
    lesson: Lesson | None
    """The lesson, or as much of it as could be read."""
    unit: Unit | None
    school: School
    """The settings that hold for it."""
    findings: tuple[Finding, ...]
    known: Lesson | None = None
    """The lesson as it could last be read: to complete by while a line is half written."""
    bound: Mapping[Path, Bound] = field(default_factory=dict)
    """The lessons that a unit binds, as they are saved."""

    @cached_property
    def has_schema(self) -> bool:
        """Tell whether its text names our schema, which yaml-language-server then goes by."""
        return _HAS_SCHEMA.search(self.text) is not None

    @cached_property
    def layout(self) -> Document:
        """The text with its lines, whether or not it can be read."""
        return self.document or Document(self.file, self.text, Keys({}, Span(0, 0)))

    @cached_property
    def excerpts(self) -> Mapping[str, NumberedExcerpt]:
        """The numbered excerpts of the lesson as it could last be read, by label."""
        return numbered(self.known) if self.known else {}

    def span_of(self, finding: Finding) -> Span:
        """Where a finding is to be shown; one about the whole file, at its first line."""
        if finding.place is None:
            return Span(0, len(self.layout.lines[0]))
        return self.layout.span_of(finding.place)


def kind_of(text: str, file: Path) -> Kind | None:
    """Tell what a file is; None where it is none of ours.

    A lesson or a unit says so by its key `broadsheet`, or by naming our schema in a comment.
    """
    if is_settings(file):
        return Kind.SETTINGS
    if not _OURS.search(text.removeprefix(_MARK)):
        return None
    return Kind.UNIT if is_unit(file) else Kind.LESSON


def opened(text: str, file: Path, today: date, before: Opened | None = None) -> Opened | None:
    """Read and judge a text that is on its way to `file`; None where it is none of ours.

    `before` is what was known of the same file, if anything was.
    """
    kind = kind_of(text, file)
    text = text.removeprefix(_MARK)
    if kind is None:
        return None
    if kind is Kind.SETTINGS:
        return _settings(text, file)
    return (_unit if kind is Kind.UNIT else _lesson)(text, file, today, before)


def _lesson(text: str, file: Path, today: date, before: Opened | None) -> Opened:
    loaded = load_text(text, file)
    school, _ = read_settings(settings_file(file))
    lesson = (loaded.partial or loaded).lesson
    return Opened(
        file=file,
        text=loaded.document.text if loaded.document else text,
        kind=Kind.LESSON,
        document=loaded.document,
        lesson=lesson,
        unit=None,
        school=school,
        findings=in_order((*judge(loaded, today, school.limits).findings, *name_faults([file]))),
        known=lesson or (before.known if before else None),
    )


def _unit(text: str, file: Path, today: date, before: Opened | None) -> Opened:
    loaded = load_unit_text(text, file)
    school, _ = read_settings(settings_file(file.absolute().parent))
    bound = bound_by(lessons_at_hand(loaded), before.bound if before else {}, today)
    faulty = [lesson for lesson, each in bound.items() if not each.is_good]
    findings = findings_of_unit(loaded, faulty, school.theme)
    return Opened(
        file=file,
        text=loaded.document.text if loaded.document else text,
        kind=Kind.UNIT,
        document=loaded.document,
        lesson=None,
        unit=loaded.unit,
        school=school,
        findings=in_order((*findings, *name_faults([file]))),
        bound=bound,
    )


def _settings(text: str, file: Path) -> Opened:
    school, findings = read_settings(file, text)
    if school.document:
        findings += faults_of_settings(school)
    return Opened(
        file=file,
        text=school.document.text if school.document else text,
        kind=Kind.SETTINGS,
        document=school.document,
        lesson=None,
        unit=None,
        school=school,
        findings=in_order(findings),
    )
