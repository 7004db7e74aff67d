"""A school's settings: `broadsheet.yaml` in the lessons' folder, or above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from glob import escape
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, field_validator

from broadsheet.cache.store import MEGABYTES
from broadsheet.findings import Finding, Remark, Rule, Severity
from broadsheet.reading.document import Document
from broadsheet.reading.file_text import text_given, text_of
from broadsheet.reading.strict import Strict
from broadsheet.reading.typed_file import read_as
from broadsheet.reading.values import FilePath, LanguageTag, Text
from broadsheet.school.edition import edition_named
from broadsheet.school.limits import DEFAULTS, Limits
from broadsheet.school.lookup import SETTINGS, is_misnamed
from broadsheet.school.named import fault_of_logo, fault_of_theme, hint_at, leads_out_of
from broadsheet.school.paper import Paper
from broadsheet.text.language_tags import nearest
from broadsheet.theme import ALL, Theme

WRONG_SETTING: Final = Rule(
    code="setting-leads-nowhere",
    severity=Severity.ERROR,
    what="A setting names a file, a folder, an edition, a document, a format or a question that is "
    "not there, or can't be used.",
    why="Sheets would be printed without the logo, look or edition, and nobody would know.",
    bad="logo: images/lgoo.svg",
    good="logo: images/logo.svg",
)

MISNAMED: Final = Rule(
    code="settings-misnamed",
    severity=Severity.ERROR,
    what="A school's settings stand in a file that is not called broadsheet.yaml.",
    why="Only that name is looked for: sheets would be printed without the school's name, paper "
    "and look, and nobody would know.",
    bad="# broadsheet.yml\nschool: Harbour School",
    good="# broadsheet.yaml\nschool: Harbour School",
)

RULES: Final = (WRONG_SETTING, MISNAMED)


class LimitSettings(Strict):
    """Limits that checks measure by."""

    copyright_words: Annotated[int, Field(ge=1)] = DEFAULTS.copyright_words
    """Most words that are shown of a source in copyright before a warning."""
    copyright_percent: Annotated[int, Field(ge=1, le=100)] = DEFAULTS.copyright_percent
    """Most of a source in copyright that is shown before a warning, in per cent of its words."""


class Settings(Strict):
    """A school's settings; each is optional, and the command line's options win over them."""

    school: Text | None = None
    """The school's name, printed at the head of worksheets."""
    logo: FilePath | None = None
    """Its logo, an SVG, PNG, JPEG, GIF or WebP file beside the settings, before the name."""
    header: Text | None = None
    """Words at the head of worksheets, after the name: a department, a course."""
    paper: list[Paper] | None = None
    """Paper to set for: `a4` or `letter`, or a list of both."""
    editions: list[Text] | None = None
    """Editions of the worksheet to build, or `all`."""
    documents: list[Text] | None = None
    """Documents to make, such as `worksheet`, or `all`; worksheet, notes
    and booklets unless it says otherwise."""
    formats: list[Text] | None = None
    """Kinds of file to make them as, such as `pdf`, or `all`."""
    questions: dict[Text, list[Annotated[int, Field(ge=1, le=99)]]] | None = None
    """Numbers of the questions to ask, by the lesson's name: `{my-lesson: [1, 3, 5]}`; a list alone
    holds for every lesson."""
    language: LanguageTag | None = None
    """A regional form for the labels of lessons in that language, such as `en-US` for dates."""
    theme: FilePath | None = None
    """A folder of templates, styles and editions that are looked up before ours."""
    cache: Annotated[int, Field(ge=1)] = MEGABYTES
    """Most that the cache of a build may take, in megabytes; what was unused longest goes first."""
    # Constructed, since few folders have settings and validation takes a while to prepare.
    limits: LimitSettings = LimitSettings.model_construct()
    """Limits that checks measure by."""

    @field_validator("paper", "editions", "documents", "formats", mode="before")
    @classmethod
    def _one_or_several(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    @field_validator("questions", mode="before")
    @classmethod
    def _of_all(cls, value: Any) -> Any:
        return {ALL: value} if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class School:
    """Settings with the folder that their paths start from."""

    settings: Settings
    folder: Path | None = None
    document: Document | None = field(default=None, compare=False, repr=False)
    """Where each setting stands, for what others find wrong with it."""

    @property
    def limits(self) -> Limits:
        """The limits that checks measure by."""
        set_to = self.settings.limits
        return Limits(
            set_to.copyright_words,
            set_to.copyright_percent,
            own_faces=self.theme.brings_faces,
            core=self._asks_for_core,
            theme=self.theme,
        )

    @property
    def _asks_for_core(self) -> bool:
        asked = self.settings.editions or ()
        known = self.theme.editions
        wanted = known if ALL in asked else [name for name in asked if name in known]
        editions = (edition_named(name, self.theme)[0] for name in wanted)
        return any(edition.is_core for edition in editions if edition)

    @property
    def theme(self) -> Theme:
        """The theme that its sheets are set with: its own before ours."""
        own = self.settings.theme
        if not (self.folder and own) or leads_out_of(self.folder, own):
            return Theme()
        return Theme.over(self.folder / own)

    def language_for(self, language: str) -> str:
        """The language of a lesson's labels: the settings' regional form of it, if it is one."""
        regional = self.settings.language
        return regional if regional and nearest(regional, [language]) else language


def read_settings(file: Path | None, given: str | None = None) -> tuple[School, list[Finding]]:
    """Read a school's settings, as `given` or in `file`; faults are findings, and hold nothing."""
    if file is None:
        return School(Settings.model_construct()), []
    if is_misnamed(file):
        message = f"settings are read from {SETTINGS} alone, so nothing in {file.name} holds"
        hint = f"rename it to {SETTINGS}, or move it away if it is none"
        return School(Settings.model_construct()), [Finding(MISNAMED, message, hint, file)]
    text = text_of(file) if given is None else text_given(given, file)
    if isinstance(text, Finding):
        return School(Settings(), file.parent), [text]
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return School(Settings(), file.parent), []  # every setting is optional
    read = read_as(Settings, text, file, "write `school: …`", WRONG_SETTING)
    school = School(read.value or Settings(), file.parent, read.document)
    nowhere = _nowhere(school, read.document) if read.document else ()
    return school, [*read.all_findings, *nowhere]


def _nowhere(school: School, document: Document) -> list[Finding]:
    """What the settings name that is not there."""
    settings, folder = school.settings, document.file.parent
    remarks = []
    if settings.theme and (said := fault_of_theme(folder, settings.theme)):
        remarks.append(Remark(WRONG_SETTING, *said, ("theme",)))
    if settings.logo and (said := fault_of_logo(folder, settings.logo)):
        remarks.append(Remark(WRONG_SETTING, *said, ("logo",)))
    known = school.theme.editions
    for index, name in enumerate(settings.editions or ()):
        if name not in (*known, ALL):
            said = (f"there is no edition {name}", hint_at(name, known))
            remarks.append(Remark(WRONG_SETTING, *said, ("editions", index)))
    for name in settings.questions or ():
        if name != ALL and not any(_lessons_named(folder, name)):
            said = (f"there is no lesson {name} here", "it is named as its file is")
            remarks.append(Remark(WRONG_SETTING, *said, ("questions", name), at_key=True))
    return [document.locate(remark) for remark in remarks]


def _lessons_named(folder: Path, name: str) -> Iterator[Path]:
    """The files that a lesson of a name can be: in the settings' folder, or up to two below it."""
    for within in ("", "*/", "*/*/"):
        yield from folder.glob(f"{within}{escape(name)}.yaml")
