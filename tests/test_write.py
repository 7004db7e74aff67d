"""Files are whole: either the new one or the old one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from broadsheet.write import write_whole


def test_a_file_and_its_folders_are_made(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "sheet.pdf", b"new")
    assert (tmp_path / "a" / "b" / "sheet.pdf").read_bytes() == b"new"


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_full_disk_leaves_the_earlier_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(target, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["sheet.pdf"]
    assert target.read_bytes() == b"old"


def test_an_interruption_leaves_the_earlier_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"old")

    def interrupted(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["sheet.pdf"]
    assert target.read_bytes() == b"old"


def test_others_may_read_what_is_written(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "sheet.pdf", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o755])
def test_the_mode_of_an_earlier_file_is_kept(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "lesson.yaml"
    target.write_bytes(b"old")
    target.chmod(mode)
    write_whole(target, b"new")
    assert target.stat().st_mode & 0o777 == mode


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS])
def test_a_share_that_refuses_modes_and_fsync_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "lesson.yaml"
    target.write_bytes(b"old")
    for refused in ("fsync", "chmod", "fchmod", "lchmod", "utime"):
        monkeypatch.setattr(os, refused, refuse, raising=False)
    write_whole(target, b"new")
    write_whole(tmp_path / "sheet.pdf", b"new")
    assert target.read_bytes() == (tmp_path / "sheet.pdf").read_bytes() == b"new"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["lesson.yaml", "sheet.pdf"]
