"""Do facts and references stand behind every citation?"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.lesson.citing import cited

UNKNOWN: Final = Rule(
    code="citation-unknown",
    severity=Severity.ERROR,
    what="A key is cited that names neither a fact nor a reference.",
    why="A fact has a source and a date; a citation that leads nowhere has neither.",
    bad="answer: Independence was backed by 90.3 % [@ukraine-91].",
    good="answer: Independence was backed by 90.3 % [@ukraine-1991].",
)

CLASH: Final = Rule(
    code="key-clash",
    severity=Severity.ERROR,
    what="A fact and a reference have the same key.",
    why="`[@key]` could mean either.",
    bad="facts:\n  osce: …\nreferences:\n  osce: …",
    good="facts:\n  osce-votes: …\nreferences:\n  osce: …",
)

RULES: Final = (UNKNOWN, CLASH)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each key that names nothing, or two things."""
    lesson = subject.lesson
    for key in sorted(lesson.facts.keys() & lesson.references.keys()):
        yield Remark(
            CLASH, f"`{key}` is both a fact and a reference", "rename one", ("references", key),
            at_key=True,
        )
    everything = {**lesson.facts, **lesson.references}
    for passage in subject.prose:
        for citation in cited(passage.text):
            if citation.key not in everything:
                yield _unknown(
                    citation.key, everything, passage.path, (citation.start, citation.end)
                )
    for number, part, index, question in lesson.questions.numbered():
        for at, key in enumerate(question.facts):
            if key not in lesson.facts:
                path = ("questions", part, index, "facts", at)
                yield _unknown(key, lesson.facts, path, None, "fact")
    for name, fact in lesson.facts.items():
        for at, work in enumerate(fact.cite):
            if isinstance(work, str) and work not in lesson.references:
                yield _unknown(
                    work, lesson.references, ("facts", name, "cite", at), None, "reference"
                )


def _unknown(
    key: str,
    known: object,
    path: YamlPath,
    span: tuple[int, int] | None,
    kind: str = "fact or reference",
) -> Remark:
    names = list(known) if isinstance(known, dict) else []
    near = difflib.get_close_matches(key, names, n=1, cutoff=0.6)
    hint = f"did you mean `{near[0]}`?" if near else f"add it under `{kind.split()[0]}s`"
    return Remark(UNKNOWN, f"there is no {kind} `{key}`", hint, path, span)
