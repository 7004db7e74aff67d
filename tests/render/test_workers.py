"""Documents are made side by side, in processes with limits; one that fails harms no other."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.compose.document import Composed
from broadsheet.locale.labels import labels_for
from broadsheet.plain import pack
from broadsheet.render.manuscript import Job, manuscript
from broadsheet.render.press import Printed, printed
from broadsheet.render.workers.run import Done, Failed, run, stop
from broadsheet.school.paper import Paper
from broadsheet.theme.look import Look

MACRO = "{% macro again(n) %}{{ again(n + 1) }}{% endmacro %}{{ again(0) }}"
TEMPLATES = {
    "slow": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "hungry": "{{ 'x' * 3000000000 }}",
    "fills": "{% set ns = namespace(all='x') %}{% for n in range(40) %}"
    "{% set ns.all = ns.all ~ ns.all %}{% endfor %}{{ ns.all }}",
    "deep": MACRO,
    "nested": "<div>" * 5000,
    "faulty": "<p>\n{{ nothing }}",
}
FINE = "<html lang=en><title>{{ title }}</title><h1>{{ title }}</h1>"


def notice(words: str) -> Job:
    template = TEMPLATES.get(words, FINE).encode()
    document = Composed("notice", labels_for("en"), title=words, summary="", sections=())
    look = Look({"templates/notice.html": template, "styles/notice.css": b""})
    sent = manuscript(document, Paper.A4, look, Path())
    return Job("broadsheet.render.pdf.layout", sent)


def made(*names: str, seconds: float = 60) -> dict[str, str]:
    """What came of each document: its first bytes, or why there is none."""
    return {
        outcome.key: outcome.made.data[:4].decode()
        if isinstance(outcome, Printed)
        else outcome.reason
        for outcome in printed(((name, notice(name)) for name in names), seconds)
    }


def children_of(process: int) -> list[int]:
    """Numbers of the processes that one has started (Linux)."""
    return [
        int(stat.parent.name)
        for stat in Path("/proc").glob("[0-9]*/stat")
        if _fields(stat)[1:2] == [str(process)]
    ]


def _fields(stat: Path) -> list[str]:
    """State, parent and more of a process; nothing where it has just ended."""
    try:
        return stat.read_text().rpartition(") ")[2].split()
    except OSError:
        return []


def our_nursery() -> int:
    """Number of the process that the others are forked from."""
    (found,) = (
        child
        for child in children_of(os.getpid())
        if b"nursery.py" in Path(f"/proc/{child}/cmdline").read_bytes()
    )
    return found


def at_work() -> int:
    """Number of the one process that makes a document, as soon as the others have come to rest."""
    while True:
        running = [
            worker
            for worker in children_of(our_nursery())
            if _fields(Path(f"/proc/{worker}/stat"))[:1] == ["R"]
        ]
        if len(running) == 1:
            return running[0]
        time.sleep(0.01)


def test_every_document_is_made_under_its_own_key() -> None:
    assert made("a", "b", "c", "d") == dict.fromkeys("abcd", "%PDF")


def test_no_documents_give_nothing() -> None:
    assert made() == {}


def test_the_same_document_has_the_same_bytes_whatever_its_process_made_before() -> None:
    names = ["a", "b", "a", "faulty", "a", "b", "a"]
    data: dict[str, set[bytes]] = {"a": set(), "b": set()}
    for outcome in printed((name, notice(name)) for name in names):
        if isinstance(outcome, Printed):
            data[outcome.key].add(outcome.made.data)
    assert [len(each) for each in data.values()] == [1, 1]


def test_a_template_that_loops_is_stopped_and_the_others_go_on() -> None:
    made("a")  # what documents need is loaded now, which is part of nobody's time
    assert made("slow", "a", "b", seconds=10) == {
        "slow": "it took longer than 10 seconds",
        "a": "%PDF",
        "b": "%PDF",
    }


@pytest.mark.parametrize("name", ["hungry", "fills"])
def test_a_template_that_eats_memory_is_stopped_and_the_others_go_on(name: str) -> None:
    found = made(name, "a")
    assert found.pop("a") == "%PDF"
    assert "2 GiB of memory" in found[name]


def test_a_template_that_calls_itself_is_stopped_and_the_others_go_on() -> None:
    assert made("deep", "a") == {"deep": "it calls itself without an end", "a": "%PDF"}


def test_nesting_beyond_python_costs_one_document() -> None:
    found = made("nested", "a")
    assert found.pop("a") == "%PDF"
    assert found["nested"] != "%PDF"


def test_a_broken_template_is_told_with_its_place() -> None:
    (outcome,) = printed([("faulty", notice("faulty"))])
    assert not isinstance(outcome, Printed)
    assert (outcome.reason, outcome.file, outcome.line) == (
        "'nothing' is undefined",
        "templates/notice.html",
        2,
    )


def test_a_process_that_is_killed_costs_one_document_and_says_so() -> None:
    names = ["slow", *"abcdef"]

    def jobs() -> Iterator[tuple[str, Job]]:
        for name in names:
            if name == "c":  # by now the first is under way
                nursery = our_nursery()
                for worker in children_of(nursery):
                    if _fields(Path(f"/proc/{worker}/stat"))[:1] == ["R"]:
                        os.kill(worker, signal.SIGKILL)
            yield name, notice(name)

    found = {
        outcome.key: isinstance(outcome, Printed) or outcome.reason
        for outcome in printed(jobs(), seconds=60)
    }
    assert "ended without an answer" in str(found.pop("slow"))
    assert found == dict.fromkeys("abcdef", True)


def test_processes_that_were_killed_while_they_waited_are_replaced() -> None:
    made("a", "b")
    nursery = our_nursery()
    for worker in children_of(nursery):
        os.kill(worker, signal.SIGKILL)
        while _fields(Path(f"/proc/{worker}/stat"))[:1] not in ([], ["Z"]):
            time.sleep(0.01)
    assert made("a", "b", "c") == dict.fromkeys("abc", "%PDF")


def test_the_process_that_they_are_forked_from_is_replaced_too() -> None:
    made("a")
    stop()
    made("a")
    nursery = our_nursery()
    for worker in children_of(nursery):
        os.kill(worker, signal.SIGKILL)
    os.kill(nursery, signal.SIGKILL)
    os.waitid(os.P_PID, nursery, os.WEXITED | os.WNOWAIT)
    assert made("a", "b") == dict.fromkeys("ab", "%PDF")


@pytest.mark.parametrize("job", [b"", b"{}", b"\x80\x04N.", pack(["a list"]), pack({"a": 1})])
def test_what_is_no_document_is_answered_as_such(job: bytes) -> None:
    (outcome,) = run([("key", job)])
    assert isinstance(outcome, Done)
    assert b"this is no" in outcome.answer


def test_an_outcome_carries_the_key_of_its_job() -> None:
    (outcome,) = run([("key", b"")], seconds=0)
    assert isinstance(outcome, Failed)
    assert outcome.key == "key"


def test_what_is_wanted_no_more_is_dropped_and_the_next_is_made() -> None:
    asked = iter([False, False, True])
    dropped = [*printed([("old", notice("slow"))], dropped=lambda: next(asked))]
    assert dropped == []
    (made,) = printed([("new", notice("fine"))], dropped=lambda: False)
    assert isinstance(made, Printed)
