"""A school's settings: `broadsheet.yaml` beside the lessons' folder, or in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import Field, field_validator

from broadsheet.check.limits import Limits
from broadsheet.find import SETTINGS
from broadsheet.findings import Finding, Remark, Rule, Severity
from broadsheet.lesson.document import Document, Mapping
from broadsheet.lesson.reader import read
from broadsheet.lesson.strict import Strict
from broadsheet.lesson.typed import typed
from broadsheet.lesson.values import FilePath, LanguageTag, Text

WRONG_SETTING: Final = Rule(
    code="setting-leads-nowhere",
    severity=Severity.ERROR,
    what="A setting names a file, a folder or an edition that is not there.",
    why="Sheets would be printed without the logo, look or edition, and nobody would know.",
    bad="logo: images/lgoo.svg",
    good="logo: images/logo.svg",
)

RULES: Final = (WRONG_SETTING,)

_LOGOS: Final = (".svg", ".png")


class LimitSettings(Strict):
    """Limits that checks measure by."""

    copyright_words: Annotated[int, Field(ge=1)] = 300
    """Most words that are shown of a source in copyright before a warning."""
    copyright_percent: Annotated[int, Field(ge=1, le=100)] = 30
    """Most of a source in copyright that is shown before a warning, in per cent of its words."""


class Settings(Strict):
    """A school's settings; each is optional, and the command line's options win over them."""

    school: Text | None = None
    """The school's name, printed at the head of worksheets."""
    logo: FilePath | None = None
    """Its logo, an SVG or PNG file beside the settings, printed before the name."""
    header: Text | None = None
    """Words at the head of worksheets, after the name: a department, a course."""
    paper: list[Literal["a4", "letter"]] | None = None
    """Paper to set for: `a4` or `letter`, or a list of both."""
    editions: list[Text] | None = None
    """Editions of the worksheet to build, or `all`."""
    language: LanguageTag | None = None
    """A regional form for the labels of lessons in that language, such as `en-US` for dates."""
    theme: FilePath | None = None
    """A folder of templates, styles and editions that are looked up before ours."""
    limits: LimitSettings = LimitSettings()
    """Limits that checks measure by."""

    @field_validator("paper", "editions", mode="before")
    @classmethod
    def _one_or_several(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class School:
    """Settings with the folder that their paths start from."""

    settings: Settings
    folder: Path | None = None

    @property
    def limits(self) -> Limits:
        """The limits that checks measure by."""
        set_to = self.settings.limits
        return Limits(set_to.copyright_words, set_to.copyright_percent)

    @property
    def theme(self) -> Path | None:
        """The folder of the school's own theme."""
        return self.folder / self.settings.theme if self.folder and self.settings.theme else None

    @property
    def logo(self) -> Path | None:
        """The file of the school's logo."""
        return self.folder / self.settings.logo if self.folder and self.settings.logo else None

    def language_for(self, language: str) -> str:
        """The language of a lesson's labels: the settings' regional form of it, if it is one."""
        regional = self.settings.language
        return regional if regional and regional.split("-")[0] == language else language


def settings_file(lesson: Path) -> Path | None:
    """The settings that hold for a lesson: those in its folder, else those beside its folder."""
    folder = lesson.absolute().parent
    for candidate in (folder / SETTINGS, folder.parent / SETTINGS):
        if candidate.is_file():
            return candidate
    return None


def read_settings(file: Path | None) -> tuple[School, list[Finding]]:
    """Read a school's settings; faults are findings, and what they leave unsaid is as without."""
    if file is None:
        return School(Settings()), []
    document, findings = read(file)
    if document is None:
        return School(Settings(), file.parent), findings
    if not isinstance(document.root, Mapping):
        remark = Remark(WRONG_SETTING, "the settings are not keys with values", "write `school: …`")
        return School(Settings(), file.parent), [*findings, document.locate(remark)]
    settings, remarks = typed(Settings, document)
    school = School(settings or Settings(), file.parent)
    faults = [document.locate(remark) for remark in remarks]
    return school, [*findings, *faults, *_nowhere(school, document)]


def _nowhere(school: School, document: Document) -> list[Finding]:
    remarks = []
    if school.theme and not school.theme.is_dir():
        remarks.append(
            Remark(
                WRONG_SETTING,
                f"there is no folder {school.settings.theme}",
                "make it beside the settings, or leave `theme` out",
                ("theme",),
            )
        )
    if school.logo and (school.logo.suffix.lower() not in _LOGOS or not school.logo.is_file()):
        remarks.append(
            Remark(
                WRONG_SETTING,
                f"there is no SVG or PNG file {school.settings.logo}",
                "save the logo beside the settings, or leave `logo` out",
                ("logo",),
            )
        )
    return [document.locate(remark) for remark in remarks]
