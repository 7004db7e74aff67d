"""How deep do the questions go? After Webb's depth of knowledge, 1 to 4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity

_WEBB: Final = "(Webb, depth of knowledge: 1 recall, 2 concept, 3 reasoning, 4 extended thinking)"

MISSING: Final = Rule(
    code="depth-missing",
    severity=Severity.ADVICE,
    what="Questions do not say how deep they go.",
    why=f"A teacher sees at a glance which to keep when time is short {_WEBB}.",
    bad="- ask: What does the comparison in ((Catalonia, in France)) suggest?",
    good="- ask: What does the comparison in ((Catalonia, in France)) suggest?\n  depth: 3",
)

MUCH_RECALL: Final = Rule(
    code="depth-mostly-recall",
    severity=Severity.WARNING,
    what="More than a quarter of the questions, and more than one, only ask to recall.",
    why=f"Finding what a text says is where reading opinion begins, not what it is {_WEBB}.",
    bad="(eight questions, three of them with `depth: 1`)",
    good="(eight questions, two of them with `depth: 1`)",
)

NONE_DEEP: Final = Rule(
    code="depth-without-reasoning",
    severity=Severity.WARNING,
    what="No question asks for reasoning: none has a depth of 3 or 4.",
    why=f"Judging a claim takes weighing what supports it and what is not said {_WEBB}.",
    bad="depth: 2   # as in every other question",
    good="depth: 3   # in one question at least",
)

RULES: Final = (MISSING, MUCH_RECALL, NONE_DEEP)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield at most one remark for each rule."""
    asked = list(subject.lesson.questions.numbered())
    without = [each for each in asked if each.question.depth is None]
    if without:
        others = f" and {len(without) - 1} more" if len(without) > 1 else ""
        yield Remark(
            MISSING,
            f"question {without[0].number}{others}: no `depth` is given",
            "add it: 1 recall, 2 concept, 3 reasoning, 4 extended thinking",
            (*without[0].path, "depth"),
        )
        return
    recall = [each.number for each in asked if each.question.depth == 1]
    if len(recall) > max(1, len(asked) // 4):
        yield Remark(
            MUCH_RECALL,
            f"{len(recall)} of {len(asked)} questions only ask to recall: "
            f"{', '.join(map(str, recall))}",
            "turn one into a question that asks why, how well, or what else one would need to know",
            ("questions",),
            at_key=True,
        )
    if asked and not any((each.question.depth or 0) >= 3 for each in asked):
        yield Remark(
            NONE_DEEP,
            "no question asks for reasoning (`depth: 3` or more)",
            "ask how well a claim is supported, or what a reader would need to judge it",
            ("questions",),
            at_key=True,
        )
