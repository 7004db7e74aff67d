"""The words that Broadsheet itself prints, and the forms of dates and numbers, by language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from markupsafe import Markup, escape

from broadsheet.data import shipped
from broadsheet.reading.values import PartialDate

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
    comma: str = ", "
    """What parts the items of a list, its blank included."""
    letters: tuple[str, ...] = tuple("ABCDEFGH")
    """Letters of the choices of a question, and of its smaller steps."""

    def say(self, phrase: str, **values: object) -> str:
        """Give a phrase with its values filled in; `n` chooses between plural forms.

        Raises LookupError, with a sentence for whoever writes a template, where the language's
        file lacks the phrase or the phrase needs a value that is not given.
        """
        if phrase not in self.phrases:
            raise LookupError(f"there is no phrase “{phrase}” in {self.language}")
        form = self.phrases[phrase]
        if not isinstance(form, str):
            n = values.get("n")
            plural = self.locale.plural_form(n) if isinstance(n, int) else "other"
            form = form.get(plural, form["other"])
        try:
            return form.format(**values)
        except KeyError as error:
            raise LookupError(f"the phrase “{phrase}” needs {error.args[0]}") from None

    def quote(self, words: str) -> str:
        """Put words in this language's quotation marks, and marks within them in the inner ones."""
        outer_open, outer_close, inner_open, inner_close = self.quotes
        nested = words
        for opened, closed in (("“", "”"), ("«", "»"), ("„", "“")):
            if opened in nested and closed in nested:
                nested = nested.replace(opened, inner_open).replace(closed, inner_close)
                break
        return f"{outer_open}{nested}{outer_close}"

    def listed(self, items: Iterable[object]) -> str:
        """Put items in one line, with this language's commas; empty ones are left out.

        From right to left, an item in Latin letters is set apart, so that it does not draw its
        neighbours into its own direction, nor they its figures into theirs.
        """
        shown = [str(item) for item in items if item]
        if self.direction == "ltr":
            return self.comma.join(shown)
        apart = [
            Markup('<bdi dir="ltr">{}</bdi>').format(item)
            if _begins_left_to_right(item)
            else escape(item)
            for item in shown
        ]
        # A blank in a box of its own: see `_BLANK_BEFORE_BOX` in markdown.py.
        return Markup("{}<span> </span>").format(self.comma.rstrip()).join(apart)

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
        comma=data.get("comma", Labels.comma),
        letters=tuple(data.get("letters", Labels.letters)),
    )


def _begins_left_to_right(words: str) -> bool:
    """Tell whether the first letter, after figures and marks, is of a script such as Latin."""
    strong = (bidirectional(character) for character in words)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "") == "L"


def direction_of(language: str) -> str:
    """The direction a language is written in, `ltr` or `rtl`; it needs no labels of ours."""
    try:
        return str(Locale.parse(language, sep="-").text_direction)
    except (ValueError, UnknownLocaleError):
        return "ltr"


def _locale(language: str, base: str) -> Locale:
    # American English would put the month first; a worksheet for everyone says 21 September 2022.
    if language == "en":
        return Locale.parse("en_GB")
    try:
        return Locale.parse(language, sep="-")
    except ValueError:
        return Locale.parse(base)
