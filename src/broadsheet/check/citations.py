"""Do facts and references stand behind every citation?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity, YamlPath
from broadsheet.lesson.prose import ProseValue
from broadsheet.prose.citing import cited, miswritten
from broadsheet.reading.spelling import meant

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

MISWRITTEN: Final = Rule(
    code="citation-malformed",
    severity=Severity.ERROR,
    what="A `[@…` that is no citation: it has no end, or more than keys in it.",
    why="It would be printed as it stands, and the fact would lack its source.",
    bad="answer: Independence was backed by 90.3 % [@ukraine-1991, p. 4].",
    good="answer: Independence was backed by 90.3 % [@ukraine-1991].   # its `cite` has the page",
)

RULES: Final = (UNKNOWN, CLASH, MISWRITTEN)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each key that names nothing, or two things."""
    lesson = subject.lesson
    for key in sorted(lesson.facts.keys() & lesson.references.keys()):
        yield Remark(
            CLASH,
            f"`{key}` is both a fact and a reference",
            "rename one",
            ("references", key),
            at_key=True,
        )
    everything = {**lesson.facts, **lesson.references}
    for value in subject.prose:
        yield from _in_prose(value, everything)
    for asked in lesson.questions.numbered():
        for at, key in enumerate(asked.question.facts):
            if key not in lesson.facts:
                path = (*asked.path, "facts", at)
                yield _unknown(key, lesson.facts, path, None, "fact")
    for name, fact in lesson.facts.items():
        for at, work in enumerate(fact.cite):
            if isinstance(work, str) and work not in lesson.references:
                yield _unknown(
                    work, lesson.references, ("facts", name, "cite", at), None, "reference"
                )


def _in_prose(value: ProseValue, known: Mapping[str, object]) -> Iterator[Remark]:
    for citation in cited(value.text):
        if citation.key not in known:
            yield _unknown(citation.key, known, value.path, (citation.start, citation.end))
    for start, end in miswritten(value.text):
        yield Remark(
            MISWRITTEN,
            f"`{value.text[start:end]}` is not a citation",
            "write [@key], or [@one; @other] for several; a page stands under the work's `where`",
            value.path,
            (start, end),
        )


def _unknown(
    key: str,
    known: Mapping[str, object],
    path: YamlPath,
    span: tuple[int, int] | None,
    kind: str = "fact or reference",
) -> Remark:
    near = meant(key, known)
    hint = (
        f"did you mean `{near.names[0]}`?" if near.names else f"add it under `{kind.split()[0]}s`"
    )
    # In prose the place covers the `@` too.
    right = f"@{near.one}" if near.one and span else near.one
    return Remark(UNKNOWN, f"there is no {kind} `{key}`", hint, path, span, near_match=right)
