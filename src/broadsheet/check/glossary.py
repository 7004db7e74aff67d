"""Do the glosses explain words of the excerpt, and briefly?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.text.words import size_in_words

MOST_WORDS: Final = 12
"""Most words of a gloss."""

NOT_IN_EXCERPT: Final = Rule(
    code="gloss-not-in-excerpt",
    severity=Severity.WARNING,
    what="A word of the glossary does not stand in the excerpt.",
    why="A gloss is printed with the line of its word; this one would have none. Glosses help "
    "with the text at hand, whose wording stays as it is. Capitals may differ, and the prefixes "
    "that Hebrew and Arabic write as one with a word are looked behind.",
    bad="glossary:\n  plebiscites: direct votes   # the excerpt has “plebiscite”",
    good="glossary:\n  plebiscite: a direct vote by all the people of a place on one question",
)

TOO_LONG: Final = Rule(
    code="gloss-too-long",
    severity=Severity.WARNING,
    what=f"A gloss has more than {MOST_WORDS} words.",
    why="A student glances at it while reading; a longer one is background, and belongs in the "
    "teacher's notes. Two characters of a script that parts no words are read like one word.",
    bad="plebiscite: a vote, such as those often held in the nineteenth century, by which all …",
    good="plebiscite: a direct vote by all the people of a place on one question",
)

RULES: Final = (NOT_IN_EXCERPT, TOO_LONG)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each gloss of another text's word, and for each that is long."""
    excerpts = subject.excerpts.values()
    if not any(excerpt.lines for excerpt in excerpts):
        return  # an excerpt without words is found by itself, once
    for term, gloss in subject.lesson.glossary.items():
        path = ("glossary", term)
        if not any(excerpt.glossed(term) for excerpt in excerpts):
            from broadsheet.excerpt.nearest import nearest  # what compares takes a while to load

            near = nearest(term, excerpts)
            yield Remark(
                NOT_IN_EXCERPT,
                f"“{term}” is not in the excerpt",
                f"the excerpt has “{near}”"
                if near
                else "write the word as the excerpt has it, or take the gloss out",
                path,
                at_key=True,
            )
        length = size_in_words(gloss)
        if length > MOST_WORDS:
            yield Remark(
                TOO_LONG,
                f"the gloss of “{term}” has {length} words; {MOST_WORDS} can be read at a glance",
                "say it shorter, and put the rest into the teacher's `background`",
                path,
            )
