"""What every composed document shares: the lesson, its lines, its labels and its prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from broadsheet.compose.foreign import quotation_of
from broadsheet.compose.prose import ProseComposer
from broadsheet.excerpt.emphasis import unproved_emphasis
from broadsheet.excerpt.numbered import NumberedExcerpt, numbered
from broadsheet.excerpt.quotation import Pictured, Quotation, prove
from broadsheet.lesson.ages import is_for_young
from broadsheet.lesson.models import Lesson
from broadsheet.locale.labels import Labels, labels_for
from broadsheet.prose.nodes import LineReference, Marked, PictureReference, Prose, Quoted
from broadsheet.source.article import Article, Unreadable
from broadsheet.theme import Theme


@dataclass(frozen=True)
class Setting:
    """One lesson, ready to be composed into a document."""

    lesson: Lesson
    labels: Labels
    excerpts: dict[str, NumberedExcerpt]
    words_in_all: dict[str, int | None]
    """Words of each whole source by label, None where neither text nor fingerprint is at hand."""
    proved_emphasis: frozenset[str] = frozenset()
    """Labels of the sources whose own files emphasise what their excerpts do."""

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
        young = is_for_young(lesson.ages)
        labels = labels_for(language or lesson.language, theme, young=young)
        return cls(lesson, labels, numbered(lesson), words_in_all)

    def with_emphasis_of(self, articles: Mapping[str, Article | Unreadable | None]) -> Setting:
        """The same, where the emphasis is proved that the sources' texts, by label, have too."""
        proved = frozenset(
            label
            for label, excerpt in self.excerpts.items()
            if not any(unproved_emphasis(excerpt, articles.get(label)))
        )
        return replace(self, proved_emphasis=proved)

    @property
    def exit_question(self) -> Prose:
        """The last question, in the language's own words where the lesson has none."""
        return self.student.block(self.lesson.exit_ticket or self.labels.say("exit_question"))

    @cached_property
    def student(self) -> ProseComposer:
        """Composes what the student reads: citations are left to the teacher's notes."""
        return ProseComposer(self._proved, self.labels.quotes, self.labels.language)

    @cached_property
    def teacher(self) -> ProseComposer:
        """Composes what the teacher reads, with its citations."""
        return ProseComposer(self._proved, self.labels.quotes, self.labels.language, cites=True)

    def _proved(self, marked: Marked) -> Quoted | LineReference | PictureReference | None:
        proved = prove(marked.mark, self.excerpts)
        if isinstance(proved, Pictured):
            return PictureReference(proved.label)
        if not isinstance(proved, Quotation):
            return None
        label = proved.label
        lines = LineReference(proved.first_line, proved.last_line, label)
        if proved.reference_only:
            return lines
        language = self.lesson.texts[label].language
        return Quoted(quotation_of(proved.text, language, self.labels), lines)
