"""The teacher's notes: their sections, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from broadsheet.compose.answer_key import answers
from broadsheet.compose.bearing import Bearings
from broadsheet.compose.bibliography import Bibliography, cited
from broadsheet.compose.document import Composed, Layout
from broadsheet.compose.excerpt import printed_texts
from broadsheet.compose.fact_log import references, tally
from broadsheet.compose.notes import (
    Excerpt,
    FactRow,
    Facts,
    GetsRight,
    Overview,
    Plan,
    Standard,
    Standards,
    Step,
    Told,
)
from broadsheet.compose.printed import PrintedText
from broadsheet.compose.setting import Setting
from broadsheet.excerpt.lines import measure_for
from broadsheet.lesson.ages import text_size
from broadsheet.lesson.notes import Step as PlannedStep
from broadsheet.standards import catalogue


def teacher_notes(setting: Setting) -> Composed:
    """Compose the teacher's notes of a lesson."""
    lesson, labels = setting.lesson, setting.labels
    bibliography = Bibliography(lesson)
    texts = printed_texts(setting)
    overview, sections = bibliography.numbered(
        (_overview(setting, texts), tuple(_sections(setting, texts)))
    )
    works = bibliography.works()
    overview = replace(overview, works=tally([work for _, work in works]))
    log = (references(works, labels),) if works else ()
    return Composed(
        name="teacher_notes",
        labels=labels,
        title=labels.words(lesson.title),
        summary=labels.words(lesson.summary),
        sections=(overview, *sections, *log),
        layout=Layout(measure=measure_for(text_size(lesson.ages)), fit=True),
    )


def _sections(setting: Setting, texts: tuple[PrintedText, ...]) -> Iterator[object]:
    """What follows the overview, from what a lesson begins with to what is looked up."""
    notes, prose, bearings = setting.lesson.notes, setting.teacher, Bearings(setting)
    of_pair = len(setting.lesson.texts) > 1
    yield Plan("plan", _steps(setting, notes.plan))
    yield from _told(setting, "care", "pacing")
    if notes.second_lesson:
        yield Plan("second_lesson", _steps(setting, notes.second_lesson))
    yield from _told(setting, "background")
    for text in texts:
        yield Excerpt(text, bearings.beside(text, setting.lesson.facts))
    yield answers(setting, prose)
    yield from _facts(setting, bearings, of_pair=of_pair)
    yield GetsRight(
        of_pair,
        prose.block(notes.gets_right) if notes.gets_right is not None else None,
        tuple(each.number for each in setting.lesson.questions.numbered() if each.question.credits),
    )
    yield from _told(setting, "misconceptions", "discussion", "support", "extension", "families")
    if standards := _standards(setting):
        yield Standards(standards)


def _steps(setting: Setting, steps: Sequence[PlannedStep]) -> tuple[Step, ...]:
    """Steps with the clock running."""
    prose = setting.teacher
    ends = accumulate(step.minutes for step in steps)
    return tuple(
        Step(
            begins=end - step.minutes,
            ends=end,
            do=prose.block(step.do),
            questions=tuple(step.questions),
            hand_out=prose.inline(step.hand_out) if step.hand_out else None,
        )
        for step, end in zip(steps, ends, strict=True)
    )


def _told(setting: Setting, *keys: str) -> Iterator[Told]:
    """Sections that are prose, those that the author wrote."""
    for key in keys:
        text = getattr(setting.lesson.notes, key)
        if text is not None:
            yield Told(key, setting.teacher.block(text))


def _overview(setting: Setting, texts: tuple[PrintedText, ...]) -> Overview:
    lesson, labels, prose = setting.lesson, setting.labels, setting.teacher
    return Overview(
        level=labels.words(lesson.level),
        minutes=lesson.minutes,
        title=labels.words(lesson.title),
        summary=labels.words(lesson.summary),
        sources=tuple(text.source for text in texts),
        topics=tuple(map(labels.words, lesson.topics)),
        objectives=tuple(prose.inline(goal) for goal in lesson.objectives),
        materials=tuple(prose.inline(item) for item in lesson.notes.materials),
    )


def _standards(setting: Setting) -> tuple[Standard, ...]:
    met: dict[str, list[int]] = {code: [] for code in setting.lesson.standards}
    for each in setting.lesson.questions.numbered():
        for code in each.question.standards:
            met.setdefault(code, []).append(each.number)
    known = catalogue()
    return tuple(
        Standard(known[code].printed_code, known[code].paraphrase, tuple(numbers))
        if code in known
        else Standard(code, "", tuple(numbers))
        for code, numbers in met.items()
    )


def _facts(setting: Setting, bearings: Bearings, *, of_pair: bool) -> Iterator[Facts]:
    """Facts known when the last of the pieces was published, and those known only later."""
    published = max(
        (source.published for source in setting.lesson.texts.values()),
        key=lambda day: day.last_day,
    )
    left_out: list[FactRow] = []
    happened_next: list[FactRow] = []
    by_day = sorted(setting.lesson.facts.items(), key=lambda item: item[1].known.first_day)
    for key, fact in by_day:
        row = FactRow(
            known=fact.known,
            lines=bearings.lines_of(key),
            questions=bearings.questions_of(key),
            says=setting.teacher.inline(fact.says),
            cited=cited([key]),
        )
        (happened_next if fact.known.is_after(published) else left_out).append(row)
    if left_out:
        yield Facts("left_out", of_pair, tuple(left_out))
    if happened_next:
        yield Facts("happened_next", of_pair, tuple(happened_next))
