"""Where the locales are, and which of them serves a language: a theme's own come before ours."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

from broadsheet.confined import leads_out
from broadsheet.data import PACKAGE
from broadsheet.findings import Finding, Remark, has_errors
from broadsheet.locale import rules
from broadsheet.locale.judge import remarks_on, remarks_on_young, unknown
from broadsheet.locale.model import LocaleFile, Phrase
from broadsheet.reading.file_text import text_of
from broadsheet.reading.typed_file import read_as
from broadsheet.reading.values import LANGUAGE_PATTERN
from broadsheet.reading.yaml_rules import UNREADABLE
from broadsheet.text.language_tags import nearest
from broadsheet.theme import Theme

ENGLISH: Final = PACKAGE / "locale" / "en.yaml"
"""The list of what is printed, which every other locale is held against."""


@dataclass(frozen=True, slots=True)
class Locale:
    """A language's file that has been read without an error."""

    language: str
    """The tag that the file is named after."""
    words: LocaleFile
    phrases: Mapping[str, Phrase]
    """Its own, and the English ones for those that came later than the file."""
    young: Mapping[str, Phrase]
    """Those that are said in plainer words to children."""


def locale_files(theme: Theme) -> dict[str, Path]:
    """The file for each language that has one, by its tag."""
    files = {file.stem: file for file in _yaml(PACKAGE / "locale")}
    for file in _yaml(theme.own / "locale") if theme.own else ():
        # A theme's `zh-tw` takes the place of ours, however it is spelt there.
        for ours in [tag for tag in files if tag.lower() == file.stem.lower()]:
            del files[ours]
        files[file.stem] = file
    return files


def file_for(language: str, theme: Theme) -> Path | None:
    """The file that serves a language; None where nothing does."""
    files = locale_files(theme)
    found = nearest(language, (tag for tag in files if _is_tag(tag)))
    return files[found] if found else None


def faults_of_locales(themes: Iterable[Theme], in_use: Collection[Path]) -> Iterator[Finding]:
    """Yield what is wrong with the locales that some themes bring, and with those in use."""
    files = {
        file: theme
        for theme in dict.fromkeys([*themes, Theme()])
        for file in locale_files(theme).values()
        if file in in_use or file.parent != ENGLISH.parent
    }
    for file, theme in files.items():
        yield from read_locale(file, theme.editions)[1]


def read_locale(file: Path, editions: tuple[str, ...]) -> tuple[Locale | None, tuple[Finding, ...]]:
    """Read and judge a locale; None where an error keeps it from being used.

    `editions` are those that it may name.
    """
    folder = file.parent.parent
    if leads_out(folder, f"{file.parent.name}/{file.name}"):
        linked = "it is a symbolic link, or lies behind one"
        return None, (Finding(UNREADABLE, linked, "put the file itself into the theme", file),)
    return _read(text_of(file), file, editions)


@lru_cache(maxsize=32)
def _read(
    text: str | Finding, file: Path, editions: tuple[str, ...]
) -> tuple[Locale | None, tuple[Finding, ...]]:
    read = read_as(LocaleFile, text, file, "begin with `name:`, and take en.yaml for a model")
    words, findings = read.value, read.all_findings
    if words and read.document:
        findings += tuple(map(read.document.locate, _judged(words, file, editions)))
    sound = words and not has_errors(findings)
    return (_whole(words, file, editions) if words and sound else None), findings


def _whole(words: LocaleFile, file: Path, editions: tuple[str, ...]) -> Locale:
    """A locale that has been judged: each of its phrases is words, or forms of them."""
    phrases = cast("dict[str, Phrase]", words.phrases)
    english = None if file == ENGLISH else read_locale(ENGLISH, editions)[0]
    young = cast("dict[str, Phrase]", words.young)
    return Locale(file.stem, words, {**(english.phrases if english else {}), **phrases}, young)


def _judged(words: LocaleFile, file: Path, editions: tuple[str, ...]) -> list[Remark]:
    if not _is_tag(file.stem):
        message = f"“{file.stem}” is not the code of a language"
        return [Remark(rules.UNKNOWN, message, "name the file as in zh-Hant.yaml")]
    remarks = [
        unknown(name, editions, ("editions", name), "edition")
        for name in words.editions
        if name not in editions
    ]
    english = None if file == ENGLISH else read_locale(ENGLISH, editions)[0]
    known = english.phrases if english else cast("dict[str, Phrase]", words.phrases)
    newer = english.words.newer if english else ()
    remarks += remarks_on(words.phrases, known, file.stem, newer)
    return [*remarks, *remarks_on_young(words.young, words.phrases, known, file.stem)]


def _yaml(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.suffix in (".yaml", ".yml") and not entry.name.startswith("."):
            yield entry


def _is_tag(name: str) -> bool:
    return re.fullmatch(LANGUAGE_PATTERN, name) is not None
