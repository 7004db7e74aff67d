"""What every composed document shares: the lesson, its lines, its labels and its prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from broadsheet.compose.bibliography import Bibliography
from broadsheet.compose.markdown import ProseComposer
from broadsheet.excerpt.numbered import NumberedExcerpt, numbered
from broadsheet.excerpt.quotation import Mark, Quotation, prove
from broadsheet.lesson.models import Lesson
from broadsheet.locale.labels import Labels, labels_for
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
        return ProseComposer(self._prove, self._shown, lambda _: "", self.labels.quotes)

    @cached_property
    def teacher(self) -> ProseComposer:
        """Composes what the teacher reads: citations are numbered."""
        return ProseComposer(self._prove, self._shown, self._cited, self.labels.quotes)

    def _prove(self, mark: Mark) -> Quotation | None:
        proved = prove(mark, self.excerpts)
        return proved if isinstance(proved, Quotation) else None

    def _shown(self, quotation: Quotation) -> tuple[str, str]:
        lines = self.labels.lines(quotation.first_line, quotation.last_line, quotation.label)
        if quotation.reference_only:
            return "", lines
        return self.labels.quote(quotation.text), f"({lines})"

    def _cited(self, keys: Sequence[str]) -> str:
        numbers = self.bibliography.numbers_of(keys)
        return f"[{self.labels.listed(numbers)}]"
