"""The teacher's notes: their sections, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from broadsheet.compose.bibliography import Bibliography, cited
from broadsheet.compose.document import Composed
from broadsheet.compose.excerpt import printed_texts
from broadsheet.compose.fact_log import references, tally
from broadsheet.compose.notes import (
    Answered,
    Answers,
    Excerpt,
    FactRow,
    Facts,
    GetsRight,
    Level,
    Overview,
    Plan,
    Standard,
    Starter,
    Step,
    Support,
    Told,
)
from broadsheet.compose.printed import PrintedText
from broadsheet.compose.setting import Setting
from broadsheet.lesson.question import NumberedQuestion
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
    )


def _sections(setting: Setting, texts: tuple[PrintedText, ...]) -> Iterator[object]:
    """What follows the overview."""
    notes, prose = setting.lesson.notes, setting.teacher
    of_pair = len(setting.lesson.texts) > 1
    yield Plan(tuple(Step(step.minutes, prose.block(step.do)) for step in notes.plan))
    yield from _told(setting, "pacing", "background", "care")
    yield from map(Excerpt, texts)
    numbered = list(setting.lesson.questions.numbered())
    yield Answers(tuple(_answered(setting, each) for each in numbered))
    yield from _facts(setting, of_pair=of_pair)
    yield GetsRight(
        of_pair,
        prose.block(notes.gets_right) if notes.gets_right is not None else None,
        tuple(each.number for each in numbered if each.question.credits),
    )
    yield from _told(setting, "misconceptions", "discussion")
    yield from _support(setting)
    yield from _told(setting, "extension")


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
        materials=tuple(prose.inline(item) for item in lesson.notes.materials),
        objectives=tuple(prose.inline(goal) for goal in lesson.objectives),
        standards=_standards(setting),
    )


def _standards(setting: Setting) -> tuple[Standard, ...]:
    met: dict[str, list[int]] = {code: [] for code in setting.lesson.standards}
    for each in setting.lesson.questions.numbered():
        for code in each.question.standards:
            met.setdefault(code, []).append(each.number)
    known = catalogue()
    return tuple(
        Standard(code, known[code].paraphrase if code in known else "", tuple(numbers))
        for code, numbers in met.items()
    )


def _answered(setting: Setting, numbered: NumberedQuestion) -> Answered:
    prose, question = setting.teacher, numbered.question
    answer = question.answer
    given = {
        name: text
        for name in ("proficient", "emerging", "beginning")
        if (text := getattr(answer, name, None))
    }
    return Answered(
        part=numbered.part,
        number=numbered.number,
        ask=prose.block(question.ask),
        points=question.points,
        depth=question.depth,
        standards=tuple(question.standards),
        facts=cited(question.facts),
        levels=tuple(Level(name, prose.block(text)) for name, text in given.items()),
        accept=tuple(prose.inline(item) for item in question.accept),
        reject=tuple(prose.inline(item) for item in question.reject),
    )


def _facts(setting: Setting, *, of_pair: bool) -> Iterator[Facts]:
    """Facts known when the last of the pieces was published, and those known only later."""
    published = max(
        (source.published for source in setting.lesson.texts.values()),
        key=lambda day: day.last_day,
    )
    rows: dict[str, list[FactRow]] = {"left_out": [], "happened_next": []}
    by_day = sorted(setting.lesson.facts.items(), key=lambda item: item[1].known.first_day)
    for key, fact in by_day:
        row = FactRow(fact.known, setting.teacher.inline(fact.says), cited([key]))
        rows["happened_next" if fact.known.is_after(published) else "left_out"].append(row)
    for heading, under in rows.items():
        if under:
            yield Facts(heading, of_pair, tuple(under))


def _support(setting: Setting) -> Iterator[Support]:
    text, prose = setting.lesson.notes.support, setting.teacher
    starters = tuple(
        Starter(each.number, prose.inline(each.question.starter))
        for each in setting.lesson.questions.numbered()
        if each.question.starter
    )
    if text is not None or starters:
        yield Support(prose.block(text) if text is not None else None, starters)
