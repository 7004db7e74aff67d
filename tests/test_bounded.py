"""A lesson that is stuck is a finding of its own, and the others go on."""

from __future__ import annotations

import resource
import signal
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from broadsheet import bounded
from broadsheet.bounded import GivenUpError
from broadsheet.check import shape
from broadsheet.check.subject import Subject
from broadsheet.collection.read import read_collection
from broadsheet.findings import Remark
from broadsheet.reading import typed_file
from broadsheet.school.settings import read_settings

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the limits are the system's"),
    # Who counts lines holds a lock now and then, and a limit that strikes there leaves it held.
    pytest.mark.no_cover,
]


def for_ever() -> None:
    while True:
        try:
            len("x")
        except Exception:  # noqa: S112 - as libraries do
            continue


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "SECONDS", 0.2)


@pytest.mark.usefixtures("short")
def test_work_without_an_end_is_given_up() -> None:
    with pytest.raises(GivenUpError, match=r"more than 0\.2 seconds of work"), bounded.bounded():
        for_ever()


@pytest.mark.usefixtures("short")
def test_one_limit_within_another_does_not_begin_anew() -> None:
    def again_and_again() -> None:
        while True:
            with bounded.bounded():
                len("x")

    with pytest.raises(GivenUpError), bounded.bounded():
        again_and_again()


def test_work_that_takes_all_memory_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MEMORY", 2**26)
    with pytest.raises(GivenUpError, match="64 MiB of memory"), bounded.bounded():
        bytearray(2**28)
    assert len(bytearray(2**28)) == 2**28


def test_what_goes_too_deep_is_given_up() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(GivenUpError, match="too deeply"), bounded.bounded():
        deeper()


@pytest.mark.usefixtures("short")
def test_nothing_is_left_behind() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with bounded.bounded():
        pass

    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) is before


def test_another_thread_works_without_limits() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    done: list[bool] = []

    def work() -> None:
        with bounded.bounded():
            done.append(resource.getrlimit(resource.RLIMIT_AS) == before)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


@pytest.mark.usefixtures("short")
def test_a_stuck_lesson_does_not_hold_up_the_others(
    tmp_path: Path, clean_lesson: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml")]
    for file in files:
        file.write_text(clean_lesson, "utf-8")
    files[1].write_text(clean_lesson.replace("Who pays for", "Stuck for"), "utf-8")
    ours = shape.check

    def stuck(subject: Subject) -> Iterator[Remark]:
        if subject.lesson.title.startswith("Stuck"):
            for_ever()
        yield from ours(subject)

    monkeypatch.setattr(shape, "check", stuck)
    collection = read_collection(files, date(2026, 1, 1))

    given_up = [f.file for f in collection.findings if f.code == "checking-given-up"]
    assert given_up == [files[1]]
    assert [each.file for each in collection.good_lessons] == [files[0], files[2]]


@pytest.mark.usefixtures("short")
def test_settings_that_are_stuck_are_a_finding_of_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed_file, "read_text", lambda *_: for_ever())
    file = tmp_path / "broadsheet.yaml"
    file.write_text("school: Harbour School\n", "utf-8")

    _, findings = read_settings(file)

    assert [(each.code, each.file) for each in findings] == [("checking-given-up", file)]
