"""What many tests begin with: a lesson without a fault, and what checking says of a changed one."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import HealthCheck, settings
from tests.once import once
from tests.printed import print_all, print_with_head

from broadsheet.collection.judging import judge
from broadsheet.findings import Finding, Severity
from broadsheet.lesson.load import Loaded, load

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Load: TypeAlias = Callable[[str | bytes], Loaded]
Errors: TypeAlias = Callable[[str | bytes], tuple[Finding, ...]]

# A test is about what is true, not about how fast a shared machine is.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_configure() -> None:
    """Let what tests start be ended by signals, also where we run in the background or by `nohup`.

    Whatever a process ignores, those that it starts ignore too; what it handles, they do not.
    """
    for name in ("SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no lines while laws are tried, which takes twice the time and hangs on chance.

    Whatever they run, an example runs too. What is not counted comes last: then what is made once
    for a process has been made where it counts.
    """
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item.obj, "hypothesis"):
            item.add_marker(pytest.mark.no_cover)
    items.sort(key=lambda item: item.get_closest_marker("no_cover") is not None)


CLEAN = """\
broadsheet: 1
title: Who pays for the bridge?
language: en
level: Grades 9–10
ages: [14, 16]
minutes: 45
summary: Students tell what an editorial reports from what it urges.
objectives:
  - I can tell a report from a demand.

source:
  title: The Bridge Must Wait
  outlet: The Harbour Gazette
  genre: editorial
  published: 1924-03-08
  rights: Public domain.
  public_domain: yes
  text: sources/the-bridge-must-wait.txt
  excerpt: |
    The council voted on Tuesday to build a second bridge, and the ferrymen
    were not asked. Nobody doubts that the old bridge is narrow.

    […]

    [T]he so-called experts (three of them) count wagons; we count men. Let the
    council wait until every ferryman is heard.

questions:
  evidence:
    - ask: What is reported in ((The council voted on Tuesday))?
      answer: A vote, and the day on which it was taken [@minutes-1924].
      facts: [minutes-1924]
  framing:
    - ask: What does ((so-called)) do?
      answer: It casts doubt on the experts.
  omissions:
    - ask: What would a reader need to know about ((the ferrymen))?
      answer: How many there were.

facts:
  minutes-1924:
    says: The council voted for the bridge, seven to two.
    known: 1924-03-04
    cite:
      title: Minutes of the council
      publisher: Town of Harbour
      date: 1924-03-04
      checked: to be re-checked

notes:
  plan:
    - minutes: 20
      do: Read and answer.
    - minutes: 25
      do: Talk about ((every ferryman)).
"""

WHOLE_TEXT = """\
The council voted on Tuesday to build a second bridge, and the ferrymen were not asked. Nobody
doubts that the old bridge is narrow. It was built for carts.

But the so-called experts (three of them) count wagons; we count men. Let the council wait until
every ferryman is heard.
"""


@pytest.fixture(scope="session")
def clean_lesson() -> str:
    """A lesson of our own that has no fault."""
    return CLEAN


@pytest.fixture(scope="session")
def real_lesson() -> bytes:
    """The first of the lessons that we ship."""
    return (Path(__file__).parents[1] / "lessons" / "phase-2-begins.yaml").read_bytes()


@pytest.fixture(scope="session")
def lesson_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where lessons under test are written; the clean lesson's source text lies beside it."""
    folder = tmp_path_factory.mktemp("lessons")
    (folder / "sources").mkdir()
    (folder / "sources" / "the-bridge-must-wait.txt").write_text(WHOLE_TEXT, "utf-8")
    return folder / "lesson.yaml"


@pytest.fixture(scope="session")
def load_lesson(lesson_file: Path) -> Load:
    """Load a lesson from its text or its bytes."""

    def of(lesson: str | bytes) -> Loaded:
        lesson_file.write_bytes(lesson if isinstance(lesson, bytes) else lesson.encode())
        return load(lesson_file)

    return of


@pytest.fixture(scope="session")
def errors(load_lesson: Load) -> Errors:
    """The errors that checking a lesson finds, in the order of its file."""

    def of(lesson: str | bytes) -> tuple[Finding, ...]:
        found = judge(load_lesson(lesson), date(2026, 1, 1)).findings
        return tuple(finding for finding in found if finding.severity is Severity.ERROR)

    return of


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of every document of every lesson that ships, and of one with every room."""
    return once(tmp_path_factory, "printed", print_all)


@pytest.fixture(scope="session")
def printed_with_head(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of some of them under a school's head."""
    return once(tmp_path_factory, "printed-with-head", print_with_head)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser, one for a module of tests; see `tests/browser.py`."""
    # Loaded where it is used: most processes of a run open no browser.
    from tests.browser import chromium

    with chromium() as opened:
        yield opened
