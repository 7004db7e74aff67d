"""`broadsheet explain`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from broadsheet.collection.rules import every_rule
from broadsheet.findings import Rule

Run = Callable[..., Result]


def test_every_code_is_listed_with_its_severity(run: Run) -> None:
    listed = [line.split()[:2] for line in run("explain").stdout.splitlines()]

    assert listed == [[rule.code, rule.severity.value] for rule in every_rule().values()]


@pytest.mark.parametrize("rule", every_rule().values(), ids=lambda rule: rule.code)
def test_every_code_is_explained_with_a_bad_and_a_good_example(run: Run, rule: Rule) -> None:
    text = run("explain", rule.code).stdout
    assert rule.what in text
    assert rule.why in text
    assert rule.bad.splitlines()[0] in text
    assert rule.good.splitlines()[0] in text


def test_a_warning_says_how_to_silence_it(run: Run) -> None:
    text = run("explain", "source-not-at-hand").stdout

    assert "    ignore:\n      - code: source-not-at-hand\n        because: …\n" in text


def test_an_error_says_that_it_can_not_be_silenced(run: Run) -> None:
    assert "An error can't be silenced." in run("explain", "plan-minutes").stdout


def test_a_finding_about_ignore_says_that_it_can_not_be_silenced(run: Run) -> None:
    text = run("explain", "ignore-unused").stdout

    assert "can't be silenced" in text
    assert "- code: ignore-unused" not in text


def test_an_unknown_code_is_wrong_usage_with_the_nearest_one(run: Run) -> None:
    result = run("explain", "plan-minuets")

    assert result.exit_code == 2
    assert "did you mean plan-minutes?" in result.stderr
