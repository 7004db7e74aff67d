"""Every rule explains itself, whatever it is about."""

from __future__ import annotations

import pytest

from broadsheet.collection.rules import every_rule
from broadsheet.findings import Rule


@pytest.mark.parametrize("rule", every_rule().values(), ids=every_rule())
def test_a_rule_says_what_why_and_how_in_full_sentences(rule: Rule) -> None:
    assert rule.what.endswith(".")
    assert rule.why.endswith(".")
    assert rule.bad != rule.good
