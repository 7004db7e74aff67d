"""What bears on what: the lines of each question, and the lines and questions of each fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from broadsheet.compose.bibliography import cited
from broadsheet.compose.notes import Beside
from broadsheet.compose.printed import Gloss, PrintedText
from broadsheet.compose.setting import Setting
from broadsheet.lesson.prose import ProseValue, prose_values
from broadsheet.prose.nodes import Citing, Inline, LineReference, Quoted
from broadsheet.prose.walk import by_line


@dataclass
class _Fact:
    """What is gathered of a fact: its lines, and its questions by number."""

    lines: set[LineReference] = field(default_factory=set)
    questions: set[int] = field(default_factory=set)


class Bearings:
    """What the prose of a lesson ties together.

    A question uses the lines that it quotes, or that its answer in full quotes. A fact bears on
    the questions that name or cite it. It bears on the lines that are quoted in the sentence or
    item that cites it; where there are none, on those that its questions ask about.
    """

    def __init__(self, setting: Setting) -> None:
        self._asks: defaultdict[int, set[LineReference]] = defaultdict(set)
        self._uses: defaultdict[int, set[LineReference]] = defaultdict(set)
        self._facts: defaultdict[str, _Fact] = defaultdict(_Fact)
        lesson = setting.lesson
        numbers = {each.path: each.number for each in lesson.questions.numbered()}
        for each in lesson.questions.numbered():
            for key in each.question.facts:
                self._facts[key].questions.add(each.number)
        for value in prose_values(lesson):
            self._gather(value, setting, numbers.get(value.path[:3]))

    def _gather(self, value: ProseValue, setting: Setting, number: int | None) -> None:
        for inside in by_line(setting.teacher.block(value.text)):
            lines = _lines_in(inside)
            for key in _keys_in(inside):
                self._facts[key].lines |= lines
                self._facts[key].questions |= {number} if number else set()
            if number:
                part = value.path[3]
                if part in ("ask", "claim_table"):
                    self._asks[number] |= lines
                if part not in ("accept", "reject") and value.path[4:5] not in _HALF:
                    self._uses[number] |= lines

    def questions_of(self, key: str) -> tuple[int, ...]:
        """Numbers of the questions that a fact bears on."""
        return tuple(sorted(self._facts[key].questions))

    def lines_of(self, key: str) -> tuple[LineReference, ...]:
        """The lines that a fact bears on, in order, each once."""
        fact = self._facts[key]
        asked = (line for number in fact.questions for line in self._asks[number])
        return _merged(fact.lines or asked)

    def beside(self, text: PrintedText, facts: Iterable[str]) -> tuple[tuple[Beside, ...], ...]:
        """For each paragraph of a text, what bears on its lines, in their order."""
        questions: defaultdict[LineReference, set[int]] = defaultdict(set)
        bearing: defaultdict[LineReference, list[str]] = defaultdict(list)
        glosses: defaultdict[LineReference, list[Gloss]] = defaultdict(list)
        for number, used in self._uses.items():
            for lines in _merged(used):
                questions[lines].add(number)
        for key in facts:
            for lines in self.lines_of(key):
                bearing[lines].append(key)
        for paragraph in text.paragraphs:
            for gloss in paragraph.glosses:
                if gloss.lines:
                    glosses[gloss.lines].append(gloss)
        told = sorted({*questions, *bearing, *glosses}, key=_place)
        notes = [
            Beside(each, tuple(sorted(questions[each])), cited(bearing[each]), tuple(glosses[each]))
            for each in told
            if each.label == text.label
        ]
        return tuple(
            tuple(each for each in notes if each.lines.first in {line.number for line in lines})
            for lines in (paragraph.lines for paragraph in text.paragraphs)
        )


_HALF: Final = (("emerging",), ("beginning",))
"""Answers that are on their way: what they quote need not be what a question is about."""


def _lines_in(inside: Sequence[Inline]) -> set[LineReference]:
    return {
        node.lines if isinstance(node, Quoted) else node
        for node in inside
        if isinstance(node, Quoted | LineReference)
    }


def _keys_in(inside: Sequence[Inline]) -> Iterator[str]:
    for node in inside:
        if isinstance(node, Citing):
            yield from node.keys


def _place(lines: LineReference) -> tuple[str, int, int]:
    return lines.label, lines.first, lines.last


def _merged(lines: Iterable[LineReference]) -> tuple[LineReference, ...]:
    """Lines in their order, those that overlap told as one."""
    merged: list[LineReference] = []
    for each in sorted(lines, key=_place):
        if merged and merged[-1].label == each.label and each.first <= merged[-1].last:
            last = max(each.last, merged[-1].last)
            merged[-1] = LineReference(merged[-1].first, last, each.label)
        else:
            merged.append(each)
    return tuple(merged)
