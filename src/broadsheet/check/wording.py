"""Does a question judge the piece, or its author's mind, before the student has?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from broadsheet.check.phrases import Sentence, Word, sentences
from broadsheet.check.subject import Subject
from broadsheet.check.vocabulary import Vocabulary, stems, vocabulary
from broadsheet.findings import Remark, Rule, Severity

VERDICT: Final = Rule(
    code="verdict-in-question",
    severity=Severity.WARNING,
    what="A question holds a verdict on the piece, such as *misleading* or *hides*.",
    why="It tells students what to find. The test is symmetry: would the question be fair on a "
    "text you agree with? Quoted words, and words that somebody is said to use, are left alone "
    "(NAMLE key questions; England, Education Act 1996, s. 406, balanced presentation).",
    bad="ask: Why does the author hide the results of ((the vote))?",
    good="ask: What would a reader need to know to judge what is said of ((the vote))?",
)

INTENT: Final = Rule(
    code="intent-claimed",
    severity=Severity.WARNING,
    what="A question claims to know what the author is up to.",
    why="A text shows its words and what they do for a reader, not what went on in a mind. A "
    "student can prove an effect and can only guess an intent.",
    bad="ask: How does ((a flood of propaganda)) show that the writer wants you to believe him?",
    good="ask: What does ((a flood of propaganda)) lead a reader to expect, and by which words?",
)

RULES: Final = (VERDICT, INTENT)

_NEAR: Final = 4
"""How many words before a verdict may say whose word it is."""


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each verdict and each claim of intent in a question's own words."""
    known = vocabulary(subject.lesson.language)
    if known is None:
        return
    for path, prose in stems(subject):
        for sentence in sentences(prose):
            for start, end in _verdicts(sentence, known):
                yield Remark(
                    VERDICT,
                    f"“{prose[start:end]}” is a verdict that the question gives away",
                    "ask what a reader would need to know to judge it, or which words make one "
                    "say so; if it is somebody's word, quote it",
                    path,
                    (start, end),
                )
            for first, last in known.intents.found(sentence.words):
                start, end = sentence.words[first].start, sentence.words[last].end
                yield Remark(
                    INTENT,
                    f"“{prose[start:end]}” claims to know an intent",
                    "ask what the words do for a reader",
                    path,
                    (start, end),
                )


def _verdicts(sentence: Sentence, known: Vocabulary) -> Iterator[tuple[int, int]]:
    """Start and end of each verdict that the sentence gives as its own."""
    words = sentence.words
    found = list(known.verdicts.found(words))
    held = {at for first, last in found for at in range(first, last + 1)}
    for first, last in found:
        before = [word.text for word in words[:first]]
        after = [word.text for word in words[last + 1 : last + 3]]
        tells_to = first == 0 and not sentence.asks  # “Ignore the headline.”
        balanced = (
            len(before) > 1 and before[-1] in known.alternatives and first - 2 not in held
        ) or (len(after) > 1 and after[0] in known.alternatives and last + 2 not in held)
        if not (
            tells_to
            or balanced
            or known.weighing.intersection(before[1:])
            or _is_named(words[:first], known)
        ):
            yield words[first].start, words[last].end


def _is_named(before: Sequence[Word], known: Vocabulary) -> bool:
    """Tell whether the next word is given as somebody's: “calls it”, “the word”."""
    return any(
        not known.naming.isdisjoint(before[at].forms)
        and not (at and before[at - 1].text in known.which and before[at].text in known.probes)
        for at in range(max(len(before) - _NEAR, 0), len(before))
    )
