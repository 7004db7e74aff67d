"""Many lessons: what a build costs cold, with nothing changed, with one edited, on a cluster."""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.peers import chromium, typst
from benchmarks.timing import PYTHON, ROOT, SURROUNDINGS, at_once, peak_memory, seconds

from broadsheet.find import find
from broadsheet.theme import OURS

LESSONS = find([ROOT / "lessons"])[:10]
# What a build rests on, read and hashed by as little Python as can be.
HASH = """
import hashlib, os, sys
for top in sys.argv[1:]:
    for folder, _, files in os.walk(top):
        for name in files:
            if not name.endswith(".pyc"):
                with open(os.path.join(folder, name), "rb") as file:
                    hashlib.sha256(file.read()).hexdigest()
"""


def copied(folder: Path, count: int) -> Path:
    """Our ten lessons, copied until there are so many."""
    lessons = folder / f"lessons-{count}"
    for beside in ("sources", "images"):
        shutil.copytree(ROOT / "lessons" / beside, lessons / beside)
    for number in range(count):
        file = LESSONS[number % len(LESSONS)]
        # Each is another lesson, on every sheet, since what is the same is made once.
        text = re.sub(
            r'(?m)^(level: .*?)("?)$', rf"\1 {number}\2", file.read_text("utf-8"), count=1
        )
        (lessons / f"{file.stem}-{number:04}.yaml").write_text(text, "utf-8")
    return lessons


def building(lessons: Path, output: Path, *options: str) -> list[str]:
    """The command that builds them."""
    return [PYTHON, "-m", "broadsheet", "build", str(lessons), "-o", str(output), *options]


def html_of(folder: Path) -> list[Path]:
    """Both documents of the ten lessons as HTML, with links to their style sheets."""
    from datetime import date

    from broadsheet.collection.read import read_collection
    from broadsheet.orders.composing import manuscript_of
    from broadsheet.orders.ordering import orders
    from broadsheet.orders.request import Request
    from broadsheet.render.html.templates import to_html
    from broadsheet.render.manuscript import Manuscript
    from broadsheet.theme.look import look_of

    collection = read_collection(LESSONS, date(2026, 11, 26))
    wanted, _ = orders(collection.good_lessons, Request(LESSONS, folder, date(2026, 11, 26)))
    files = []
    for order in wanted:
        sent = manuscript_of(order, look_of)
        if not isinstance(sent, Manuscript):
            continue
        links = "".join(
            f'<link rel="stylesheet" href="{(OURS / "styles" / name).as_uri()}">'
            for name in ("fonts.css", "base.css", f"{order.document.name}.css")
        )
        file = folder / f"{order.target.stem}.html"
        html = to_html(sent.document, sent.look)
        file.write_text(html.replace("</head>", f"{links}</head>"), "utf-8")
        files.append(file)
    return files


def bare(files: list[Path]) -> list[str]:
    """The floor's command, for documents without links to style sheets."""
    plain = []
    for file in files:
        text = file.read_text("utf-8")
        alone = file.with_suffix(".bare.html")
        at = text.index('<link rel="stylesheet"')
        alone.write_text(text[:at] + text[text.index("</head>", at) :], "utf-8")
        plain.append(str(alone))
    return [PYTHON, str(ROOT / "benchmarks" / "floor.py"), *plain]


def measured(folder: Path, count: int, runs: int) -> dict[str, float | str]:
    """Every figure, as a ratio."""
    lessons, output = copied(folder, count), folder / "output"
    build = building(lessons, output)
    html = html_of(folder)
    times = count / len(LESSONS)
    cold = seconds(build)
    documents = len(list(output.glob("*/*.pdf")))
    size = sum(file.stat().st_size for file in output.glob("*/*.pdf")) / documents / 1000
    kept = sum(file.stat().st_size for file in output.glob(".broadsheet/*")) / documents / 1000
    commands = [
        [PYTHON, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", str(file), f"{file}.pdf"]
        for file in html
    ]
    one_by_one = seconds(*commands) * times
    # Worksheets and notes in turn, so that both processes have as much to do.
    halves = [html[0::4] + html[1::4], html[2::4] + html[3::4]]
    floor = at_once([bare(half * round(times)) for half in halves])
    hashing = [PYTHON, "-c", HASH, str(lessons), str(output), str(OURS.parent)]
    nothing, edited = [], []
    file = min(lessons.glob("*.yaml"))
    for number in range(runs):
        nothing.append((seconds(build), seconds(hashing)))
        text = file.read_text("utf-8")
        file.write_text(f"{text}# {number}\n".replace("minutes: ", "minutes:  ", 1), "utf-8")
        edited.append(seconds(build))
    stands = statistics.median(ours for ours, _ in nothing)
    single = seconds(commands[0])
    check = [PYTHON, "-m", "broadsheet", "check"]
    ten = copied(folder, 10)
    small = folder / "small"
    cold_ten = seconds(building(ten, small))
    shutil.rmtree(small)
    memory = peak_memory(building(ten, small))
    shutil.rmtree(output)
    figures: dict[str, float | str] = {
        f"a. cold build of {count} lessons × 2 / the `weasyprint` command for each (its time for "
        f"{len(html)}, times {times:g})": cold / one_by_one,
        "a. the same / two bare WeasyPrint processes that share fonts and style sheets": cold
        / floor,
        f"a. the same / headless Chromium for each (its time for {len(html)}, times {times:g})": (
            _over(cold, chromium(html), times)
        ),
        "a. the same / Typst for each, given only the words (likewise)": _over(
            cold, typst(html), times
        ),
        "b. with nothing changed / reading and hashing what it rests on": statistics.median(
            ours / theirs for ours, theirs in nothing
        ),
        "c. one lesson edited, less (b) / one `weasyprint` command": (
            statistics.median(edited) - stands
        )
        / single,
        f"d. check of {count} / check of 1": seconds([*check, str(lessons)])
        / seconds([*check, str(file)]),
        f"e. cold build of {count} / of 10, for each lesson": cold / cold_ten / times,
        f"e. peak memory of {count} / of 10": peak_memory(build) / memory,
        f"e. peak memory of {count}, MB": peak_memory(building(lessons, folder / "again")),
        "f. two workers of a cluster / this machine's own processes, 10 lessons": _on_cluster(
            folder, ten
        ),
        "disk of a document, KB": size,
        "cache of a document, KB": kept,
        "seconds of both processors for a document, cold (drifts)": cold / documents * 2,
    }
    return figures


def _over(ours: float, theirs: float | None, times: float) -> float | str:
    return "not installed" if theirs is None else ours / (theirs * times)


def _on_cluster(folder: Path, lessons: Path) -> float | str:
    try:
        import distributed  # noqa: F401 - to see whether it is there
    except ImportError:
        return "not installed"
    with _cluster(folder) as address:
        there = seconds(building(lessons, folder / "far", "--no-cache", "--cluster", address))
    here = seconds(building(lessons, folder / "near", "--no-cache"))
    return there / here


@contextmanager
def _cluster(folder: Path) -> Iterator[str]:
    """A scheduler and two workers on this machine."""
    told = folder / "scheduler.json"
    parts = [["scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told)]]
    running: list[subprocess.Popen[bytes]] = []
    address = ""
    try:
        for number in range(3):
            name, *options = parts[number]
            command = [PYTHON, "-m", f"distributed.cli.dask_{name}", "--no-dashboard", *options]
            running.append(
                subprocess.Popen(
                    command,
                    env=SURROUNDINGS,
                    cwd=folder,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
            while not told.exists():
                time.sleep(0.1)
            address = str(json.loads(told.read_text("utf-8"))["address"])
            parts.append(["worker", address, "--nthreads", "1", "--no-nanny"])
        _wait_for(address)
        yield address
    finally:
        for process in running:
            process.kill()
            process.wait()


def _wait_for(address: str) -> None:
    wait = "from distributed import Client; import sys; Client(sys.argv[1]).wait_for_workers(2)"
    seconds([PYTHON, "-c", wait, address])
