"""What every composed document shares: the lesson, its lines, its labels and its prose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from broadsheet.compose.bibliography import Bibliography
from broadsheet.compose.foreign import is_foreign
from broadsheet.compose.prose import ProseComposer
from broadsheet.excerpt.numbered import NumberedExcerpt, numbered
from broadsheet.excerpt.quotation import Quotation, prove
from broadsheet.lesson.models import Lesson
from broadsheet.locale.labels import Labels, labels_for
from broadsheet.locale.regional import direction_of
from broadsheet.prose.nodes import Cited, Citing, Foreign, LineReference, Marked, Quoted
from broadsheet.theme import Theme


@dataclass(frozen=True)
class Setting:
    """One lesson, ready to be composed into a document."""

    lesson: Lesson
    labels: Labels
    excerpts: dict[str, NumberedExcerpt]
    words_in_all: dict[str, int | None]
    """Words of each whole source by label, None where neither text nor fingerprint is at hand."""

    @classmethod
    def of(
        cls,
        lesson: Lesson,
        words_in_all: dict[str, int | None],
        language: str | None = None,
        theme: Theme | None = None,
    ) -> Setting:
        """Set a lesson that has been checked; `language` is a regional form for its labels.

        A theme may bring the labels. Raises LookupError for a language without; checks find that
        first.
        """
        labels = labels_for(language or lesson.language, theme)
        return cls(lesson, labels, numbered(lesson), words_in_all)

    @cached_property
    def bibliography(self) -> Bibliography:
        """The works cited so far."""
        return Bibliography(self.lesson)

    @cached_property
    def student(self) -> ProseComposer:
        """Composes what the student reads: citations are left to the teacher's notes."""
        return ProseComposer(self._proved, _uncited, self.labels.quotes, self.labels.language)

    @cached_property
    def teacher(self) -> ProseComposer:
        """Composes what the teacher reads: citations are numbered."""
        return ProseComposer(self._proved, self._cited, self.labels.quotes, self.labels.language)

    def _proved(self, marked: Marked) -> Quoted | LineReference | None:
        proved = prove(marked.mark, self.excerpts)
        if not isinstance(proved, Quotation):
            return None
        first, last, label = proved.first_line, proved.last_line, proved.label
        lines = LineReference(first, last, label, self.labels.lines(first, last, label))
        if proved.reference_only:
            return lines
        aside = f"{self.labels.gap}{self.labels.bracketed(lines.said)}"
        words = self.labels.quote(proved.text)
        return Quoted(words, lines, aside, self._foreign(words, label))

    def _foreign(self, words: str, label: str) -> Foreign | None:
        """Quoted words in parts, where the text that they are of is in another language."""
        language = self.lesson.texts[label].language
        if language is None or not is_foreign(language, self.labels.language):
            return None
        opening, closing, *_ = self.labels.quotes
        inside = words[len(opening) : len(words) - len(closing)]
        return Foreign(opening, inside, closing, language, direction_of(language))

    def _cited(self, citing: Citing) -> Cited:
        numbers = tuple(self.bibliography.numbers_of(citing.keys))
        comma = self.labels.list_comma or self.labels.comma
        return Cited(numbers, f"[{comma.join(map(str, numbers))}]")


def _uncited(_citing: Citing) -> None:
    return None
