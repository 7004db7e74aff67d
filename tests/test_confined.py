"""What is not a file of bounded size in its own folder is refused at once, and never waited for."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from broadsheet.confined import Refusal, RefusedError, read_file, read_within

LIMIT = 1024


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file, and with everything that is none."""
    made = tmp_path / "lesson"
    made.mkdir()
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (made / "file.txt").write_text("inside", "utf-8")
    (made / "full.txt").write_bytes(b"x" * LIMIT)
    (made / "large.txt").write_bytes(b"x" * (LIMIT + 1))
    (made / "folder").mkdir()
    (made / "link.txt").symlink_to(tmp_path / "secret.txt")
    (made / "loop.txt").symlink_to("loop.txt")
    (made / "way-out").symlink_to(tmp_path)
    os.mkfifo(made / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(made / "socket"))
    return made


def test_a_file_up_to_the_limit_is_read(folder: Path) -> None:
    assert read_within(folder, "file.txt", LIMIT) == b"inside"
    assert len(read_within(folder, "full.txt", LIMIT)) == LIMIT


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("no-such.txt", Refusal.MISSING),
        ("file.txt/more.txt", Refusal.MISSING),
        ("", Refusal.FOLDER),
        ("folder", Refusal.FOLDER),
        ("pipe", Refusal.SPECIAL),
        ("socket", Refusal.SPECIAL),
        ("large.txt", Refusal.TOO_LARGE),
        ("link.txt", Refusal.OUTSIDE),
        ("loop.txt", Refusal.OUTSIDE),
        ("way-out/secret.txt", Refusal.OUTSIDE),
        ("../secret.txt", Refusal.OUTSIDE),
        ("folder/../file.txt", Refusal.OUTSIDE),
        ("/etc/passwd", Refusal.OUTSIDE),
        ("\\\\server\\share", Refusal.OUTSIDE),
        ("fi\0le.txt", Refusal.NO_PATH),
        ("\ud800.txt", Refusal.NO_PATH),
        ("x" * 300, Refusal.NO_PATH),
        ("x/" * 5_000, Refusal.NO_PATH),
    ],
)
def test_everything_else_is_refused(folder: Path, path: str, why: Refusal) -> None:
    with pytest.raises(RefusedError, match=r".") as refused:
        read_within(folder, path, LIMIT)
    assert refused.value.why is why


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's devices")
@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/dev/zero", Refusal.SPECIAL),
        ("/dev/null", Refusal.SPECIAL),
        ("/dev/stdin", Refusal.SPECIAL),
        ("/proc/self/mem", Refusal.FAILED),
        ("/proc/self", Refusal.FOLDER),
    ],
)
def test_devices_and_files_of_the_system_are_refused(path: str, why: Refusal) -> None:
    with pytest.raises(RefusedError) as refused:
        read_file(Path(path), LIMIT)
    assert refused.value.why is why


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's devices")
def test_a_file_that_says_it_is_empty_and_has_no_end_is_read_up_to_the_limit() -> None:
    assert Path("/proc/self/status").stat().st_size == 0
    with pytest.raises(RefusedError, match="larger than"):
        read_file(Path("/proc/self/status"), 10)
