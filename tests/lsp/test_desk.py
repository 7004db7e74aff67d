"""What is told of a file, beside what yaml-language-server tells by our schema."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.describe.editor import VALIDATOR, in_an_editor
from tests.editor.conftest import TODAY

from broadsheet.editor.opened import opened
from broadsheet.lsp.desk import Desk, Sheet
from broadsheet.lsp.positions import Lines

SCHEMA = "# yaml-language-server: $schema=schema/lesson.schema.json\n"


def told(text: str, file: Path, *, alone: bool = False) -> set[str]:
    known = opened(text, file, TODAY)
    assert known is not None
    findings = Desk(alone=alone).told(Sheet("", 1, known, Lines(text)))
    return {finding.code for finding in findings if not finding.severity.rank}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title: Who", "titel: Who", "unknown-key"),
        ("  genre: editorial\n", "", "missing-key"),
        ("title: Who pays for the bridge?", "title:", "empty-value"),
        ("minutes: 45", "minutes: fifty", "wrong-kind"),
        (
            "answer: It casts",
            "space: 3 lines\n      box: 5 cm\n      answer: It casts",
            "two-rooms",
        ),
    ],
)
def test_what_is_left_to_the_schema_is_said_by_the_schema(
    clean_lesson: str, lesson_file: Path, old: str, new: str, code: str
) -> None:
    text = SCHEMA + clean_lesson.replace(old, new, 1)
    assert code in told(text, lesson_file, alone=True)
    assert code in told(text.removeprefix(SCHEMA), lesson_file)
    assert code not in told(text, lesson_file)
    assert list(VALIDATOR.iter_errors(in_an_editor(text)))


def test_a_day_that_does_not_exist_is_ours_to_tell(clean_lesson: str, lesson_file: Path) -> None:
    text = SCHEMA + clean_lesson.replace("1924-03-08", "1924-02-30", 1)
    assert told(text, lesson_file) == {"bad-date"}
    assert not list(VALIDATOR.iter_errors(in_an_editor(text)))
