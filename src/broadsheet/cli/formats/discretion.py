"""What is said of a file that a link brings in from elsewhere: that it is wrong, not what it says.

A pull request may hold a link to a file that is none of its author's business; what is found in it
is printed where they can read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from broadsheet.confined import linked_in
from broadsheet.findings import Finding


def discreet(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Take from findings what they quote of files that are linked in from outside their folder."""
    elsewhere = {file: linked_in(file) for file in {finding.file for finding in findings}}
    kept = (_told(each) if elsewhere[each.file] else each for each in findings)
    return tuple(dict.fromkeys(kept))


def _told(finding: Finding) -> Finding:
    return replace(
        finding,
        message=finding.rule.what.removesuffix("."),
        hint="the file is a link that leads out of its folder, so nothing in it is quoted; to see "
        "more, name the file that it leads to",
        place=None,
        near_match=None,
    )
