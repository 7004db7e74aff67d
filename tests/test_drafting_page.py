"""The page on lessons drafted by a model names findings that there are."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from broadsheet.cli.main import main

PAGE = (Path(__file__).parent.parent / "docs" / "drafting-with-a-model.md").read_text("utf-8")


def test_every_finding_that_the_page_expects_exists() -> None:
    rows = re.findall(r"^\| (`[a-z`, -]+`) \|", PAGE, re.MULTILINE)
    expected = {code for row in rows for code in re.findall(r"`([a-z-]+)`", row)}

    listed = CliRunner().invoke(main, ["explain"]).output
    assert len(expected) > 10
    assert expected <= set(re.findall(r"^[a-z-]+", listed, re.MULTILINE))
