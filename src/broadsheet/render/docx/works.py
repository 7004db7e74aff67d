"""The list of works that notes rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from broadsheet.plain import Record
from broadsheet.prose import spoken
from broadsheet.render.docx.prose import ProseWriter
from broadsheet.text.no_break import NO_BREAK_SPACE


class WorkWriter:
    """Writes the works that notes cite."""

    def __init__(self, prose: ProseWriter) -> None:
        self.prose, self.writer, self.labels = prose, prose.writer, prose.labels

    def write(self, it: Record) -> Iterator[str]:
        """Works by number; the day of those that stand out is said with them."""
        writer, labels = self.writer, self.labels
        yield writer.paragraph("Heading 1", writer.run(labels.say("references")))
        if it.tells_days:
            day: Any = it.usual_day
            told = labels.say("fact_log_usual", day=labels.date(day) if day else "")
            yield writer.paragraph("Normal", writer.run(told), keep=True)
        gap = writer.run(labels.sentence_gap) if labels.sentence_gap else ""
        works = gap.join(map(self._work, it.works))
        yield writer.paragraph("Broadsheet References", works)

    def _work(self, work: Record) -> str:
        writer, labels = self.writer, self.labels
        published: Any = work.published
        day = labels.date(published) if published else ""
        parts = (
            *(work.author, work.title, work.part_of, work.publisher),
            *(day, work.where, work.note),
        )
        told = writer.bold(f"[{work.number}]") + writer.run(NO_BREAK_SPACE)
        told += self.prose.phrase(spoken.parted(parts, labels))
        if work.url:
            told += writer.run(f"{labels.comma.strip()} ") + self.prose.address(work.url)
        if work.stands_out:
            checked: Any = work.checked
            said = labels.say("to_be_rechecked")
            if not work.is_to_be_rechecked:
                said = labels.date(checked)
            told += writer.run(labels.gap + labels.bracketed(said))
        return told + writer.run(labels.stop.strip())
