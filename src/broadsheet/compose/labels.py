"""The words that Broadsheet itself prints, and the forms of dates and numbers, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from babel import Locale
from babel.dates import format_date, format_skeleton

from broadsheet.data import shipped
from broadsheet.lesson.values import PartialDate

NO_BREAK_SPACE: Final = "\u00a0"


@dataclass(frozen=True)
class Labels:
    """One language's phrases, quotation marks and direction."""

    language: str
    """The lesson's own language tag, such as `en-GB`."""
    direction: str
    quotes: tuple[str, str, str, str]
    """Opening and closing marks, outer and inner."""
    phrases: Mapping[str, str | Mapping[str, str]]
    locale: Locale

    def say(self, phrase: str, **values: object) -> str:
        """Give a phrase with its values filled in; `n` chooses between plural forms.

        Raises KeyError where the language file lacks the phrase.
        """
        form = self.phrases[phrase]
        if not isinstance(form, str):
            n = values.get("n")
            plural = self.locale.plural_form(n) if isinstance(n, int) else "other"
            form = form.get(plural, form["other"])
        return form.format(**values)

    def quote(self, words: str) -> str:
        """Put words in this language's quotation marks, and marks within them in the inner ones."""
        outer_open, outer_close, inner_open, inner_close = self.quotes
        nested = words
        for opened, closed in (("“", "”"), ("«", "»"), ("„", "“")):
            if opened in nested and closed in nested:
                nested = nested.replace(opened, inner_open).replace(closed, inner_close)
                break
        return f"{outer_open}{nested}{outer_close}"

    def date(self, day: PartialDate) -> str:
        """Write a date as this language does, as precisely as it is known."""
        moment = date(*day.first_day)
        if day.month is None:
            return str(day.year)
        if day.day is None:
            return format_skeleton("yMMMM", moment, locale=self.locale)
        return format_date(moment, "long", locale=self.locale)

    def lines(self, first: int, last: int, label: str = "") -> str:
        """Refer to a line or lines, as in `line 7`, `lines 20–24` or `line B3`."""
        if first == last:
            said = self.say("line", first=f"{label}{first}")
        else:
            said = self.say("lines", first=f"{label}{first}", last=f"{label}{last}")
        return said.replace(" ", NO_BREAK_SPACE)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file of phrases."""
    return tuple(
        sorted(
            entry.name.removesuffix(".yaml")
            for entry in files("broadsheet.locale").iterdir()
            if entry.name.endswith(".yaml")
        )
    )


@cache
def labels_for(language: str) -> Labels:
    """Load the phrases for a language tag: `en-GB` is served by `en` where it has no own file.

    Raises LookupError where no file serves it.
    """
    base = language.split("-", maxsplit=1)[0].lower()
    name = language if language in languages() else base
    if name not in languages():
        raise LookupError(language)
    data = shipped("broadsheet.locale", f"{name}.yaml")
    outer_open, outer_close, inner_open, inner_close = data["quotes"]
    return Labels(
        language=language,
        direction=data["direction"],
        quotes=(outer_open, outer_close, inner_open, inner_close),
        phrases=data["phrases"],
        locale=_locale(language, base),
    )


def _locale(language: str, base: str) -> Locale:
    # American English would put the month first; a worksheet for everyone says 21 September 2022.
    if language == "en":
        return Locale.parse("en_GB")
    try:
        return Locale.parse(language, sep="-")
    except ValueError:
        return Locale.parse(base)
