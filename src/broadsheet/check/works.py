"""The works that a lesson describes, for the checks that look at each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from broadsheet.check.subject import Subject
from broadsheet.findings import YamlPath
from broadsheet.lesson.citation import Citation


class Described(NamedTuple):
    """A work, where the lesson describes it, and under which key."""

    path: YamlPath
    key: str
    work: Citation


def works(subject: Subject) -> Iterator[Described]:
    """Every work described in the lesson, those of its facts first."""
    for key, fact in subject.lesson.facts.items():
        for at, work in enumerate(fact.cite):
            if isinstance(work, Citation):
                yield Described(("facts", key, "cite", at), key, work)
    for key, work in subject.lesson.references.items():
        yield Described(("references", key), key, work)
