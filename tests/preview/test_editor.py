"""The author's editor: its command is words, and no shell reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.preview.editor import Editor, NoEditorError


def test_file_and_line_go_where_the_command_says(tmp_path: Path) -> None:
    file = tmp_path / "my lesson; $(touch x).yaml"
    words = Editor.of("python3 -g {file}:{line} --wait").command(file, 12)
    assert words[1:] == ["-g", f"{file}:12", "--wait"]
    assert Path(words[0]).is_absolute()


def test_what_a_file_is_called_is_put_in_once(tmp_path: Path) -> None:
    file = tmp_path / "{line}.yaml"
    assert Editor.of("python3 {file}").command(file, 12)[1] == str(file)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("", "where the {file} goes"),
        ("code", "where the {file} goes"),
        ("{file}", "where the {file} goes"),
        ("code '{file}", "can't be read"),
        ("no-such-editor {file}:{line}", "no program no-such-editor"),
    ],
)
def test_what_is_no_command_of_an_editor_is_told(command: str, reason: str) -> None:
    with pytest.raises(NoEditorError, match=reason) as told:
        Editor.of(command)
    assert told.value.hint
