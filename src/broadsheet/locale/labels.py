"""The words that Broadsheet itself prints, and the forms of dates and numbers, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date, format_skeleton

from broadsheet.locale.regional import regional
from broadsheet.locale.saying import Form, said
from broadsheet.locale.span import span
from broadsheet.text.no_break import NO_BREAK_SPACE
from broadsheet.text.quotation_marks import curled
from broadsheet.theme import Theme

if TYPE_CHECKING:  # processes that render can do without what reads locales
    from broadsheet.locale.look_up import Locale as ReadLocale
    from broadsheet.locale.model import LocaleFile
    from broadsheet.reading.dates import PartialDate


@dataclass(frozen=True)
class Labels:
    """One language's phrases, quotation marks and direction."""

    language: str
    """The lesson's own language tag, such as `en-GB`."""
    direction: str
    quotes: tuple[str, str, str, str]
    """Opening and closing marks, outer and inner."""
    phrases: Mapping[str, Form]
    comma: str = ", "
    """What parts author, title and outlet, its blank included."""
    letters: tuple[str, ...] = tuple("ABCDEFGH")
    """Letters of the choices of a question, and of its smaller steps."""
    titles: tuple[str, str, str, str] | None = None
    """Marks around the title of a work and one within it, where they are not `quotes`."""
    list_comma: str | None = None
    """What parts the items of a list, where it is not `comma`."""
    stop: str = ". "
    """What ends a sentence before another one."""
    colon: str = ": "
    """What stands between a name and what is said of it."""
    dot: str = " · "
    """What parts pieces of information in one line."""
    dash: str = " – "
    """What stands between two parts of a title."""
    to: str = "–"
    """What stands between the two ends of a scale."""
    brackets: tuple[str, str] = ("(", ")")
    """What stands around an aside."""
    gap: str = " "
    """What parts brackets from the words around them: a blank, or nothing."""
    sentence_gap: str = " "
    """What parts sentences that bring their own full stops: a blank, or nothing."""
    editions: Mapping[str, str] = field(default_factory=dict)
    """Names of editions."""

    @cached_property
    def locale(self) -> Locale:
        """The forms of dates and numbers."""
        return regional(self.language)

    def say(self, phrase: str, **values: object) -> str:
        """Give a phrase with its values filled in; `n` chooses between plural forms.

        Raises LookupError, with a sentence for whoever writes a template, where the language's
        file lacks the phrase or the phrase needs a value that is not given.
        """
        return said(self.phrases, self.locale.plural_form, self.language, phrase, values)

    def words(self, typed: str) -> str:
        """Give an author's words with this language's marks for straight ones.

        They hold no markup, as a title, a name or the head of a column does not.
        """
        return curled(typed, self.quotes, self.language)

    def quote(self, words: str) -> str:
        """Put words in this language's quotation marks, and marks within them in the inner ones."""
        return _within(words, self.quotes)

    def title(self, words: str) -> str:
        """Put the title of a work in the marks that this language gives it."""
        return _within(words, self.titles or self.quotes)

    def bracketed(self, words: str) -> str:
        """Put an aside in brackets."""
        opening, closing = self.brackets
        return f"{opening}{words}{closing}"

    def date(self, day: PartialDate) -> str:
        """Write a date as this language does, as precisely as it is known."""
        moment = date(*day.first_day)
        if day.month is None:
            return format_skeleton("y", moment, locale=self.locale)
        if day.day is None:
            return format_skeleton("yMMMM", moment, locale=self.locale)
        return format_date(moment, "long", locale=self.locale)

    def days(self, first: PartialDate, last: PartialDate) -> str:
        """Write the time from one date to another, or the one date that both are."""
        if first == last:
            return self.date(first)
        both = f"{self.date(first)}{self.dash}{self.date(last)}"
        if first.day is None or last.day is None:
            return both
        return span(date(*first.first_day), date(*last.last_day), self.locale) or both

    def lines(self, first: int, last: int, label: str = "") -> str:
        """Refer to a line or lines, as in `line 7`, `lines 20–24` or `line B3`."""
        if first == last:
            said = self.say("line", first=f"{label}{first}")
        else:
            said = self.say("lines", first=f"{label}{first}", last=f"{label}{last}")
        return said.replace(" ", NO_BREAK_SPACE)


def languages() -> tuple[str, ...]:
    """The languages that we have a file of phrases for."""
    from broadsheet.locale.look_up import locale_files

    return tuple(sorted(locale_files(Theme())))


def labels_for(language: str, theme: Theme | None = None, *, young: bool = False) -> Labels:
    """Give the phrases for a language tag, by the nearest locale of the theme or of ours.

    `young` takes the plainer words that it has for children.

    Raises LookupError where none serves it; checks find that first, and what is wrong with one.
    """
    from broadsheet.locale.look_up import file_for, read_locale

    theme = theme or Theme()
    file = file_for(language, theme)
    locale = read_locale(file, theme.editions)[0] if file else None
    if locale is None:
        raise LookupError(language)
    return _labels(language, locale, young=young)


def _labels(language: str, locale: ReadLocale, *, young: bool) -> Labels:
    words: LocaleFile = locale.words
    outer_open, outer_close, inner_open, inner_close = words.quotes
    titles = words.titles or words.quotes
    return Labels(
        language=language,
        direction=words.direction,
        quotes=(outer_open, outer_close, inner_open, inner_close),
        phrases={**locale.phrases, **(locale.young if young else {})},
        comma=words.comma,
        letters=tuple(words.letters),
        titles=(titles[0], titles[1], titles[2], titles[3]),
        list_comma=words.list_comma,
        stop=words.stop,
        colon=words.colon,
        dot=words.dot,
        dash=words.dash,
        to=words.to,
        brackets=(words.brackets[0].strip(), words.brackets[1].strip()),
        gap=_blank(words.brackets[0][0]),
        sentence_gap=_blank(words.stop[-1]),
        editions=words.editions,
    )


def _blank(sign: str) -> str:
    return " " if sign.isspace() else ""


def _within(words: str, marks: tuple[str, str, str, str]) -> str:
    """Put words between the outer marks, and the first kind of marks within them in the inner."""
    outer_open, outer_close, inner_open, inner_close = marks
    for opened, closed in (("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"), ("《", "》")):
        if opened in words and closed in words:
            nested = words.replace(opened, inner_open).replace(closed, inner_close)
            return f"{outer_open}{nested}{outer_close}"
    return f"{outer_open}{words}{outer_close}"
