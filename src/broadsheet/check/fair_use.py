"""How much is shown of a source in copyright?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from broadsheet.check.subject import Subject
from broadsheet.excerpt.passages import words_shown
from broadsheet.findings import Remark, Rule, Severity
from broadsheet.lesson.models import source_path
from broadsheet.school.limits import DEFAULTS
from broadsheet.text.scripts import is_counted_by_character

LONG: Final = Rule(
    code="long-excerpt-in-copyright",
    severity=Severity.WARNING,
    what=f"More than {DEFAULTS.copyright_words} words are shown of a source in copyright, or more "
    f"than {DEFAULTS.copyright_percent} % of the whole.",
    why="What may be quoted depends on the country and on the purpose, and how much is shown "
    "counts nearly everywhere (17 U.S.C. § 107 (3); Berne Convention, article 10). These limits "
    "are a place to stop and think; they are no law. In scripts that part no words, characters "
    "are counted.",
    bad="public_domain: no\nexcerpt: | (400 words of 700)",
    good="public_domain: no\nexcerpt: | (200 words of 700)",
)

RULES: Final = (LONG,)


def check(subject: Subject) -> Iterator[Remark]:
    """Yield a remark for each excerpt in copyright that is longer than the limits."""
    limits = subject.limits
    for label, source in subject.lesson.texts.items():
        if source.public_domain:
            continue
        shown, total = words_shown(source.excerpt, source.form), subject.sources[label].words
        unit = "characters" if is_counted_by_character(source.excerpt) else "words"
        reasons = []
        if shown > limits.copyright_words:
            reasons.append(f"more than {limits.copyright_words} {unit}")
        if total and 100 * shown > limits.copyright_percent * total:
            reasons.append(f"more than {limits.copyright_percent} % of the whole")
        if reasons:
            of_all = f" of {total:,}, which is {_percent(shown, total)} %" if total else ""
            yield Remark(
                LONG,
                f"the excerpt shows {shown:,} {unit}{of_all}, of a source in copyright: "
                + " and ".join(reasons),
                "quote only what the questions need, or write `public_domain: yes` if it is",
                (*source_path(label), "excerpt"),
            )


def _percent(shown: int, total: int) -> int:
    """Rounded up, so that a little more than the limit doesn't look like the limit."""
    return -(-100 * shown // total)
