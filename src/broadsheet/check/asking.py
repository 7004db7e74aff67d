"""Is each question one question, and can more than yes or no answer it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from broadsheet.check.phrases import Sentence, Word, sentences
from broadsheet.check.subject import Subject
from broadsheet.check.vocabulary import Vocabulary, vocabulary
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.question import Question
from broadsheet.lesson.room import WITH_REASON

YES_OR_NO: Final = Rule(
    code="question-yes-or-no",
    severity=Severity.WARNING,
    what="Yes or no would answer the question, and nothing asks for a reason.",
    why="A judgement is followed by a probe: which words make you say that? Otherwise half the "
    "class is right by guessing (Project Look Sharp: every judgement, how do you know?).",
    bad="ask: Is ((the only way forward)) supported?",
    good="ask: Is ((the only way forward)) supported, and which words make you say so?",
)

SEVERAL: Final = Rule(
    code="question-several",
    severity=Severity.WARNING,
    what="One question asks several things.",
    why="Students answer the first and lose marks for the rest, and no room fits. A judgement and "
    "its probe count as one question; so do the parts of a table and the smaller steps.",
    bad="ask: Who says ((the only way)), what for, and how does it end? Who else is named?",
    good="ask: Who says ((the only way)), and what support is given for it?",
)

RULES: Final = (YES_OR_NO, SEVERAL)

_MOST: Final = 2
"""A question and its probe."""


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each question without a probe, and each that asks too much."""
    known = vocabulary(subject.lesson.language)
    if known is None:
        return
    for each in subject.lesson.questions.numbered():
        question, path = each.question, (*each.path, "ask")
        stem = sentences(question.ask)
        asked = _questions(stem, known)
        if asked > _MOST:
            yield Remark(
                SEVERAL,
                f"this asks {asked} things at once",
                "keep one and its probe; make the others questions of their own, or `steps`",
                path,
            )
        span = None if _gives_room_to_reason(question) else _yes_or_no(stem, known)
        if span:
            yield Remark(
                YES_OR_NO,
                "yes or no would answer this",
                "add a probe: which words make you say so?",
                path,
                span,
            )


def _gives_room_to_reason(question: Question) -> bool:
    """Tell whether the sheet itself asks for more: a table, or lines headed “Because”."""
    marked = any(getattr(question, room) for room in WITH_REASON)
    if marked:
        return question.space is not None
    return bool(
        question.table
        or question.claim_table
        or question.framing_grid
        or question.omission_table
        or question.comparison_grid
    )


def _questions(stem: Sequence[Sentence], known: Vocabulary) -> int:
    """How many things are asked: sentences that ask, and questions that `and` joins to them."""
    count = 0
    for sentence in stem:
        if sentence.asks:
            words = sentence.words
            count += 1 + sum(_joins(words, at, known) for at in range(1, len(words) - 1))
    return count


def _joins(words: Sequence[Word], at: int, known: Vocabulary) -> bool:
    """Tell whether a new question begins after the word at `at`; `how and why` is one."""
    return (
        words[at].text in known.joining
        and words[at + 1].text in known.asking
        and words[at - 1].text not in known.asking
    )


def _yes_or_no(stem: Sequence[Sentence], known: Vocabulary) -> tuple[int, int] | None:
    """Start and end of the question that yes or no answers, where no probe goes with it."""
    everything = [word.text for sentence in stem for word in sentence.words]
    if known.probes.intersection(everything):
        return None
    for at, sentence in enumerate(stem):
        words = sentence.words
        if not (sentence.asks and words and known.yes_or_no.at(words, 0)):
            continue
        probed = any(_joins(words, here, known) for here in range(1, len(words) - 1)) or any(
            known.asking.intersection(word.text for word in later.words) for later in stem[at + 1 :]
        )
        if not probed:
            return words[0].start, words[-1].end
    return None
