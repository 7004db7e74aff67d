"""Documents made by any executor, and by a cluster of which a worker is lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from broadsheet.cache.versions import versions
from broadsheet.making.progress import Progress, silent
from broadsheet.making.report import Report
from broadsheet.orders.request import Request
from broadsheet.recipes.build import build
from broadsheet.render.workers.cluster import NoClusterError, cluster
from broadsheet.render.workers.far import OtherVersionError, make, run_by, unlike
from broadsheet.render.workers.run import Done, Failed, stop

LESSON = Path(__file__).parents[2] / "lessons" / "santa-claus-1897.yaml"
TODAY = date(2026, 11, 23)
EDITIONS = ("standard", "core", "supported")
NOWHERE = "tcp://127.0.0.1:9"


def made_in(output: Path, executor: Executor | None, tell: Progress = silent) -> Report:
    return build(Request([LESSON], output, TODAY, editions=EDITIONS), tell, executor=executor)


def bytes_in(output: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in output.glob("*/*.pdf")}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The documents as this machine makes them."""
    output = tmp_path_factory.mktemp("here")
    made_in(output, None)
    return bytes_in(output)


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_makes_the_same_bytes(
    kind: Callable[[int], Executor], here: dict[str, bytes], tmp_path: Path
) -> None:
    stop()  # a process that is forked off must not share our processes
    with kind(2) as executor:
        made_in(tmp_path, executor)
    assert bytes_in(tmp_path) == here


class Losing(Executor):
    """An executor that loses every job."""

    sent = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        del fn, args, kwargs
        self.sent += 1
        lost: Future[Any] = Future()
        lost.set_exception(ConnectionError("the worker was lost"))
        return lost


def test_a_job_that_is_lost_twice_is_given_up_and_told() -> None:
    executor = Losing()
    outcomes = list(run_by(executor, [("a", b"job")]))
    assert outcomes == [Failed("a", "the worker was lost, tried 2 times")]
    assert executor.sent == 2


def test_an_executor_that_was_shut_down_costs_the_documents_and_no_traceback() -> None:
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    (outcome,) = run_by(executor, [("a", b"job")])
    assert isinstance(outcome, Failed)
    assert "shutdown" in outcome.reason


def test_what_is_no_job_is_answered_and_not_obeyed() -> None:
    with ThreadPoolExecutor(1) as executor:
        (outcome,) = run_by(executor, [("a", b"no job")])
    assert isinstance(outcome, Done)
    assert b"Fault" in outcome.answer


def test_another_version_refuses_a_job() -> None:
    with pytest.raises(OtherVersionError, match=r"WeasyPrint .* instead of 69\.0"):
        make(b"job", {**versions(), "WeasyPrint": "69.0"})


def test_versions_that_differ_are_named() -> None:
    assert unlike(versions(), versions()) is None
    assert unlike({"Pango": "1.50"}, {"Pango": "1.56"}) == "Pango 1.50 instead of 1.56"


class Machines:
    """A scheduler on this machine and its workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        self.start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
        while not file.exists():
            time.sleep(0.1)
        self.address: str = json.loads(file.read_text("utf-8"))["address"]

    def start(self, program: str, *options: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{program}", "--no-dashboard", *options],
            cwd=self.folder,
            env=os.environ | {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.processes.append(process)
        return process

    def worker(self) -> subprocess.Popen[bytes]:
        return self.start("worker", self.address, "--nthreads", "1", "--no-nanny")

    def wait_for(self, count: int) -> None:
        from distributed import Client

        client: Any = Client(self.address, set_as_default=False)  # type: ignore[no-untyped-call]
        client.wait_for_workers(count, timeout=300)
        client.close()


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    folder = tmp_path / "machines"
    folder.mkdir()
    found = Machines(folder)
    try:
        yield found
    finally:
        for process in found.processes:
            process.kill()
            process.wait()


def test_a_cluster_is_looked_at_and_makes_the_same_bytes_when_it_loses_a_worker_in_mid_build(
    machines: Machines, here: dict[str, bytes], tmp_path: Path
) -> None:
    with pytest.raises(NoClusterError, match="has no workers"), cluster(machines.address):
        pass
    first = machines.worker()
    machines.worker()
    machines.wait_for(2)

    def kill_one(done: int, every: int, last: str = "") -> None:
        del every, last
        if done == 1:
            first.send_signal(signal.SIGKILL)

    output = tmp_path / "output"
    with cluster(machines.address) as executor:
        report = made_in(output, executor, kill_one)
    assert first.wait() == -signal.SIGKILL
    assert "not-rendered" not in {each.code for each in report.findings}
    assert bytes_in(output) == here


def refused_at(address: str, folder: Path) -> str:
    """What a build by a cluster says where there is none; it writes nothing."""
    shutil.copy(LESSON, folder)
    command = [sys.executable, "-m", "broadsheet", "build", LESSON.name, "--cluster", address]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert said.returncode == 1
    assert "Traceback" not in said.stderr
    assert not (folder / "output").exists()
    return said.stderr


def test_where_no_scheduler_listens_a_sentence_says_so_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    assert f"Error: no scheduler answers at {NOWHERE}" in refused_at(NOWHERE, tmp_path)


@pytest.mark.parametrize("says", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b""])
def test_where_something_else_listens_a_sentence_says_so_too(tmp_path: Path, says: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"

        def answer() -> None:
            while server.fileno() >= 0:
                with suppress(OSError), server.accept()[0] as one:
                    one.sendall(says)
                    one.recv(2**16)

        server.settimeout(1)
        Thread(target=answer, daemon=True).start()
        assert f"Error: no scheduler answers at {address}" in refused_at(address, tmp_path)
