"""Speed and memory as ratios in one run: what README.md quotes.

Absolute times drift by half on a shared machine; two commands run in turn, A B A B …, drift
together. Each figure is the median of the ratios of such pairs, in wall-clock time from cold.

    python benchmarks/compare.py [--runs 7]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
LESSON = ROOT / "lessons" / "phase-2-begins.yaml"
PYTHON = sys.executable
# As an installed program runs: its bytecode is kept.
SURROUNDINGS = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def seconds(*commands: Sequence[str]) -> float:
    """Wall-clock time of some commands, one after the other."""
    before = time.perf_counter()
    for command in commands:
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=SURROUNDINGS)
    return time.perf_counter() - before


def ratio(runs: int, ours: Callable[[], float], theirs: Callable[[], float]) -> float:
    """Median of ours over theirs, pair by pair, after one pair that does not count."""
    ours(), theirs()
    return statistics.median(ours() / theirs() for _ in range(runs))


def peak_memory(command: Sequence[str]) -> float:
    """Most memory that a command and its processes hold at once, in MB (Linux).

    What they share is counted once: the sum of their proportional set sizes.
    """
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=SURROUNDINGS,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_proportional(pid) for pid in _session(process.pid)))
        time.sleep(0.01)
    return peak / 1024


def _session(leader: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.getsid(int(entry.name)) == leader:
                    found.append(int(entry.name))
            except OSError:
                continue
    return found


def _proportional(pid: int) -> int:
    """Proportional set size of a process in KB; 0 where it has just ended."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def html_of_documents(folder: Path) -> list[Path]:
    """The lesson's two documents as HTML with their style sheets, for WeasyPrint's own command."""
    from broadsheet.compose.setting import Setting
    from broadsheet.compose.teacher_notes import teacher_notes
    from broadsheet.compose.worksheet import worksheet
    from broadsheet.lesson.load import load
    from broadsheet.render.html.templates import to_html
    from broadsheet.render.manuscript import plain
    from broadsheet.school.edition import edition_named
    from broadsheet.theme import OURS, Theme
    from broadsheet.theme.look import Look

    lesson = load(LESSON).lesson
    edition, _ = edition_named("standard", Theme())
    if lesson is None or edition is None:
        raise SystemExit("the lesson or the edition has faults; run `make check`")
    documents = [
        plain(worksheet(Setting.of(lesson, {}), edition)),
        plain(teacher_notes(Setting.of(lesson, {}))),
    ]
    files = []
    for document in documents:
        own = document.name.replace("_", "-")
        links = "".join(
            f'<link rel="stylesheet" href="{(OURS / "styles" / name).as_uri()}">'
            for name in ("fonts.css", "base.css", f"{own}.css")
        )
        file = folder / f"{own}.html"
        file.write_text(to_html(document, Look()).replace("</head>", f"{links}</head>"), "utf-8")
        files.append(file)
    return files


def main() -> None:
    """Measure, and print what was measured on what."""
    parser = argparse.ArgumentParser(description="Speed and memory as ratios in one run.")
    parser.add_argument("--runs", type=int, default=7, help="counted pairs of each comparison")
    runs = parser.parse_args().runs
    check = [PYTHON, "-m", "broadsheet", "check", str(LESSON)]
    importing = [PYTHON, "-c", "import weasyprint"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = [PYTHON, "-m", "broadsheet", "build", str(LESSON), "-o", str(folder / "output")]
        theirs = [
            [PYTHON, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", str(file), f"{file}.pdf"]
            for file in html_of_documents(folder)
        ]
        figures = {
            "check of a lesson / import weasyprint": ratio(
                runs, lambda: seconds(check), lambda: seconds(importing)
            ),
            "cold build of two documents / two weasyprint commands": ratio(
                runs, lambda: seconds(build), lambda: seconds(*theirs)
            ),
            "peak memory of a build, MB": peak_memory(build),
        }
    print(
        f"{platform.system()}, {os.cpu_count()} processors, Python {platform.python_version()}, "
        f"WeasyPrint {version('weasyprint')}, {runs} pairs"
    )
    print(json.dumps({key: round(value, 2) for key, value in figures.items()}, indent=2))


if __name__ == "__main__":
    main()
