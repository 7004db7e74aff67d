"""The teacher's notes: what stands on their pages."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.compose.bibliography import described
from broadsheet.compose.excerpt import PrintedText, printed_texts
from broadsheet.compose.setting import Setting
from broadsheet.lesson.citation import Fact
from broadsheet.lesson.question import NumberedQuestion
from broadsheet.locale.labels import Labels
from broadsheet.prose.nodes import Phrase, Prose
from broadsheet.standards import catalogue


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard, and the questions that meet it."""

    code: str
    paraphrase: str
    questions: str
    """Their numbers, or nothing where the whole lesson meets it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what a teacher may expect."""

    number: int
    letter: str
    ask: Prose
    details: str
    """Points, depth and standards in one line."""
    levels: tuple[tuple[str, Prose], ...]
    """Model answers with the names of their levels; one without a name where there is only one."""
    accept: tuple[Phrase, ...]
    reject: tuple[Phrase, ...]
    facts: str
    """Numbers of the references behind the facts it needs."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with its date and the numbers of its references."""

    says: Phrase
    known: str
    cited: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered work, and when somebody last read it."""

    number: int
    text: str
    url: str | None
    checked: str


@dataclass(frozen=True, slots=True)
class TeacherNotes:
    """Teacher's notes, composed."""

    labels: Labels
    title: str
    summary: str
    level: str
    minutes: int
    topics: str
    materials: tuple[Phrase, ...]
    objectives: tuple[Phrase, ...]
    standards: tuple[Standard, ...]
    plan: tuple[tuple[int, Prose], ...]
    sections: dict[str, Prose]
    """Prose sections of the notes by key, those that the author wrote."""
    credits: tuple[int, ...]
    """Numbers of the questions that give the text its due."""
    texts: tuple[PrintedText, ...]
    answers: tuple[Answered, ...]
    left_out: tuple[FactRow, ...]
    happened_next: tuple[FactRow, ...]
    starters: tuple[tuple[int, Phrase], ...]
    references: tuple[Reference, ...]

    @property
    def template(self) -> str:
        """The theme's template that sets them."""
        return "teacher-notes.html"

    @property
    def style(self) -> dict[str, str]:
        """No edition changes the teacher's notes."""
        return {}

    @property
    def foot(self) -> tuple[str, ...]:
        """What the foot of every page names."""
        return (self.labels.say("teacher_notes"), self.title)


PROSE_SECTIONS = (
    "background",
    "care",
    "pacing",
    "misconceptions",
    "gets_right",
    "discussion",
    "support",
    "extension",
)


def teacher_notes(setting: Setting) -> TeacherNotes:
    """Compose the teacher's notes of a lesson."""
    lesson, labels, prose = setting.lesson, setting.labels, setting.teacher
    numbered = list(lesson.questions.numbered())
    # The order of these lines is the order of the page, so that references count upwards on it.
    plan = tuple((step.minutes, prose.block(step.do)) for step in lesson.notes.plan)
    sections = {
        key: prose.block(text)
        for key in PROSE_SECTIONS[:3]
        if (text := getattr(lesson.notes, key)) is not None
    }
    answers = tuple(_answered(setting, asked) for asked in numbered)
    left_out, happened_next = _facts(setting)
    sections |= {
        key: prose.block(text)
        for key in PROSE_SECTIONS[3:]
        if (text := getattr(lesson.notes, key)) is not None
    }
    return TeacherNotes(
        labels=labels,
        title=labels.words(lesson.title),
        summary=labels.words(lesson.summary),
        level=labels.words(lesson.level),
        minutes=lesson.minutes,
        topics=labels.listed(map(labels.words, lesson.topics)),
        materials=tuple(prose.inline(item) for item in lesson.notes.materials),
        objectives=tuple(prose.inline(goal) for goal in lesson.objectives),
        standards=_standards(setting),
        plan=plan,
        sections=sections,
        credits=tuple(asked.number for asked in numbered if asked.question.credits),
        texts=printed_texts(setting),
        answers=answers,
        left_out=left_out,
        happened_next=happened_next,
        starters=tuple(
            (asked.number, prose.inline(asked.question.starter))
            for asked in numbered
            if asked.question.starter
        ),
        references=_references(setting),
    )


def _answered(setting: Setting, asked: NumberedQuestion) -> Answered:
    labels, prose, question = setting.labels, setting.teacher, asked.question
    details = [
        labels.say("points", n=question.points) if question.points else "",
        labels.say("depth", n=question.depth) if question.depth else "",
        *question.standards,
    ]
    levels: list[tuple[str, Prose]] = []
    if answer := question.answer:
        named = {level: getattr(answer, level) for level in ("proficient", "emerging", "beginning")}
        given = {level: text for level, text in named.items() if text}
        levels = [
            (labels.say(f"level_{level}") if len(given) > 1 else "", prose.block(text))
            for level, text in given.items()
        ]
    numbers = setting.bibliography.numbers_of(question.facts)
    return Answered(
        number=asked.number,
        letter=labels.say(f"letter_{asked.part}"),
        ask=prose.block(question.ask),
        details=labels.dot.join(detail for detail in details if detail),
        levels=tuple(levels),
        accept=tuple(prose.inline(item) for item in question.accept),
        reject=tuple(prose.inline(item) for item in question.reject),
        facts=labels.listed(numbers),
    )


def _facts(setting: Setting) -> tuple[tuple[FactRow, ...], tuple[FactRow, ...]]:
    """Facts known when the last of the pieces was published, and those known only later."""
    published = max(
        (source.published for source in setting.lesson.texts.values()),
        key=lambda day: day.last_day,
    )
    by_day = sorted(setting.lesson.facts.items(), key=lambda item: item[1].known.first_day)
    earlier = [
        _row(setting, key, fact) for key, fact in by_day if not fact.known.is_after(published)
    ]
    later = [_row(setting, key, fact) for key, fact in by_day if fact.known.is_after(published)]
    return tuple(earlier), tuple(later)


def _row(setting: Setting, key: str, fact: Fact) -> FactRow:
    says = setting.teacher.inline(fact.says)
    numbers = setting.bibliography.numbers_of([key])
    return FactRow(says, setting.labels.date(fact.known), setting.labels.listed(numbers))


def _standards(setting: Setting) -> tuple[Standard, ...]:
    met: dict[str, list[str]] = {code: [] for code in setting.lesson.standards}
    for asked in setting.lesson.questions.numbered():
        for code in asked.question.standards:
            met.setdefault(code, []).append(str(asked.number))
    known, listed = catalogue(), setting.labels.listed
    return tuple(
        Standard(code, known[code].paraphrase if code in known else "", listed(numbers))
        for code, numbers in met.items()
    )


def _references(setting: Setting) -> tuple[Reference, ...]:
    labels = setting.labels
    rows = []
    for number, work in setting.bibliography.entries():
        if work.checked is None:
            checked = ""
        elif isinstance(work.checked, str):
            checked = labels.say("to_be_rechecked")
        else:
            checked = labels.date(work.checked)
        rows.append(Reference(number, described(work, labels), work.url, checked))
    return tuple(rows)
