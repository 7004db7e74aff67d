"""A command that is ended, however that happens, leaves whole files and nothing besides."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.conftest import WHOLE_TEXT
from tests.processes import PATIENCE, processes_with, until

from broadsheet.render.workers import nursery as nursery_module
from broadsheet.write import beside

NURSERY = str(nursery_module.__file__)
_LOOP = "{% for _ in range(99999) %}"
ENDLESS = f"{_LOOP * 3}{'{% endfor %}' * 3}"
"""A template that is not through before its time is up."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@dataclass(frozen=True)
class Desk:
    """A stranger's folder to stand in, with a lesson, an output and temporary files of its own."""

    folder: Path
    command: list[str] = field(default_factory=lambda: [sys.executable, "-m", "broadsheet"])

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment of commands that are run here."""
        return {**os.environ, "TMPDIR": str(self.folder / "temporary")}

    def build(self, *options: str) -> subprocess.Popen[bytes]:
        """Begin to make the documents of the lesson."""
        return subprocess.Popen(
            [*self.command, "build", "lesson.yaml", *options],
            cwd=self.folder,
            env=self.surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    @contextmanager
    def building(self) -> Iterator[subprocess.Popen[bytes]]:
        """A command in mid-build: it has made one document and will not have made the other.

        However slow the machine is, it does not end before the test has done with it what it will.
        """
        settings, theme = self.folder / "broadsheet.yaml", self.folder / "theme"
        (theme / "templates").mkdir(parents=True)
        (theme / "templates" / "teacher-notes.html").write_text(ENDLESS, "utf-8")
        settings.write_text("theme: theme\n", "utf-8")
        with self.build() as running:
            try:
                until(lambda: self.half)
                yield running
            finally:
                running.kill()
        settings.unlink()
        shutil.rmtree(theme)

    @property
    def half(self) -> list[Path]:
        """Files that wait beside their targets."""
        return list((self.folder / "output").glob("*/.*"))

    @property
    def temporary(self) -> list[Path]:
        """What lies among temporary files."""
        return list((self.folder / "temporary").iterdir())

    @property
    def processes(self) -> list[int]:
        """Processes that use this folder's temporary files: all that its commands started."""
        return processes_with("TMPDIR", str(self.folder / "temporary"))


@pytest.fixture
def desk(tmp_path: Path, clean_lesson: str) -> Desk:
    """A folder with a lesson that is soon made, and the text of its source."""
    (tmp_path / "lesson.yaml").write_text(clean_lesson, "utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    (tmp_path / "temporary").mkdir()
    return Desk(tmp_path)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_command_that_is_asked_to_end_leaves_nothing(desk: Desk, name: str) -> None:
    number = getattr(signal, name)
    with desk.building() as running:
        running.send_signal(number)
        said = running.communicate(timeout=PATIENCE)
        assert (running.returncode, said) == (128 + number, (b"", b""))
    assert (desk.half, desk.temporary, desk.processes) == ([], [], [])
    assert not list(desk.folder.rglob("*.pdf"))


@pytest.mark.parametrize("_again", range(5))
def test_signals_that_come_while_processes_end_leave_nothing(desk: Desk, _again: int) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        nursery = subprocess.Popen(
            [sys.executable, "-I", NURSERY, str(theirs.fileno()), *sys.path],
            env=desk.surroundings,
            pass_fds=[theirs.fileno()],
        )
        until(lambda: list((desk.folder / "temporary").glob("*/in-use")))
    with nursery:
        while nursery.poll() is None:
            nursery.terminate()
    assert desk.temporary == []


def test_processes_of_a_command_that_is_killed_end_by_themselves(desk: Desk) -> None:
    with desk.building() as running:
        running.kill()
    until(lambda: not desk.processes)
    assert desk.temporary == []


def test_the_next_build_sweeps_what_a_killed_one_has_left_and_nothing_else(desk: Desk) -> None:
    with desk.building() as running:
        running.kill()
    until(lambda: not desk.processes)
    left = desk.half[0]
    others = [left.with_name(f"{left.name}0"), left.with_name(".keep"), left.with_name(".x.pdf.1")]
    for other in others:
        other.write_bytes(b"")
    with desk.build() as running:
        running.communicate()
        assert running.returncode == 0
    assert sorted(desk.half) == sorted(others)


@pytest.mark.parametrize("seen", ["output/*/.*", "output/.broadsheet/*", "output/*/*.pdf"])
def test_a_build_after_a_killed_one_makes_what_a_first_one_makes(desk: Desk, seen: str) -> None:
    with desk.build() as running:
        # Where it was quicker than we look, it has ended, and there is nothing to kill.
        until(lambda: list(desk.folder.glob(seen)) or running.poll() is not None)
        running.kill()
    until(lambda: not desk.processes)
    for options in ((), ("--no-cache", "--output", "fresh")):
        with desk.build(*options) as again:
            again.communicate()
            assert again.returncode == 0
    made, fresh = (
        {file.name: file.read_bytes() for file in (desk.folder / name).rglob("*.pdf")}
        for name in ("output", "fresh")
    )
    assert made == fresh
    assert len(made) == 2


def test_temporary_folders_of_killed_processes_are_swept_and_those_in_use_are_not(
    desk: Desk,
) -> None:
    with desk.building() as running:
        (folder,) = desk.temporary
        for process in desk.processes:
            if process != running.pid:
                os.kill(process, signal.SIGKILL)
        running.kill()
    until(lambda: not desk.processes)
    assert desk.temporary == [folder]
    (desk.folder / "temporary" / "broadsheet-of-someone").mkdir()
    with desk.build() as one, desk.build() as other:
        assert b"error" not in b"".join([*one.communicate(), *other.communicate()])
    assert [each.name for each in desk.temporary] == ["broadsheet-of-someone"]


def test_a_half_file_that_another_command_is_writing_is_left_to_it(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    one, other = beside(target, b"one"), beside(target, b"other")
    one.move()
    assert target.read_bytes() == b"one"
    other.put_away()
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    "ending", ["2>&-", ">&-", ">&- 2>&-", "<&- >&- 2>&-", "| :", "2>&1 | :", "> /dev/full"]
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_stream_that_is_closed_or_full_gives_no_traceback(
    desk: Desk, command: str, ending: str
) -> None:
    line = f'"{sys.executable}" -m broadsheet {command} lesson.yaml nowhere.yaml {ending}'
    done = subprocess.run(
        ["sh", "-c", line], cwd=desk.folder, env=desk.surroundings, capture_output=True, check=False
    )
    assert b"Traceback" not in done.stdout + done.stderr
    assert b"Exception" not in done.stdout + done.stderr
    for file in desk.folder.rglob("*.pdf"):
        assert file.read_bytes().endswith(b"%%EOF\n")


def test_temporary_files_that_have_no_room_are_told_and_leave_nothing(desk: Desk) -> None:
    line = f'ulimit -f 8; "{sys.executable}" -m broadsheet build lesson.yaml'
    done = subprocess.run(
        ["sh", "-c", line], cwd=desk.folder, env=desk.surroundings, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"its temporary files could not be written: file too large" in done.stderr
    assert b"[Errno" not in done.stderr
    assert (desk.half, desk.temporary, desk.processes) == ([], [], [])


SHADOWS = (
    *("multiprocessing", "yaml", "weasyprint", "jinja2", "PIL", "babel", "pydantic", "click"),
    *(
        "resource",
        "selectors",
        "subprocess",
        "socket",
        "json",
        "html",
        "trafilatura",
        "usercustomize",
    ),
)


def test_no_module_beside_a_lesson_is_run(desk: Desk) -> None:
    for name in SHADOWS:
        (desk.folder / f"{name}.py").write_text("open('ran', 'a').write(__name__)", "utf-8")
    (desk.folder / "encodings").mkdir()
    (desk.folder / "encodings" / "__init__.py").write_text("open('ran', 'a').write('e')", "utf-8")
    program = Path(sys.executable).with_name("broadsheet")
    # By its own name, and as a module where Python itself was asked to leave the folder out.
    for command in ([str(program)], [sys.executable, "-P", "-m", "broadsheet"]):
        done = subprocess.run(
            [*command, "build", "lesson.yaml"],
            cwd=desk.folder,
            env=desk.surroundings,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert not (desk.folder / "ran").exists()


@pytest.mark.parametrize("path", ["", ":", ".:", "no-such-folder::"])
def test_python_m_and_an_empty_entry_of_the_path_load_no_library_beside_a_lesson(
    desk: Desk, path: str
) -> None:
    for name in ("yaml", "weasyprint", "jinja2", "PIL", "babel", "pydantic", "click", "resource"):
        (desk.folder / f"{name}.py").write_text("open('ran', 'a').write(__name__)", "utf-8")
    done = subprocess.run(
        [*desk.command, "build", "lesson.yaml"],
        cwd=desk.folder,
        env={**desk.surroundings, "PYTHONPATH": path},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not (desk.folder / "ran").exists()
