"""Checks are found by their room: none can be forgotten in a list."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from broadsheet import check
from broadsheet.check.run import CHECKS, checks
from broadsheet.findings import Rule


def test_a_check_is_found_by_its_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "RULES = ()\n\n\ndef check(subject):\n    return iter(())\n"
    (tmp_path / "toy_subject.py").write_text(source, "utf-8")
    (tmp_path / "toy_words.py").write_text("WORDS = ()\n", "utf-8")
    monkeypatch.setattr(check, "__path__", [*check.__path__, str(tmp_path)])
    found = {module.__name__ for module in checks()}
    assert found - {module.__name__ for module in CHECKS} == {"broadsheet.check.toy_subject"}


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: module.__name__)
def test_every_check_says_what_it_can_find(module: ModuleType) -> None:
    assert {type(rule) for rule in module.RULES} == {Rule}
