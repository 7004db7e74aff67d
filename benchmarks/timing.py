"""How long commands take and how much memory, as ratios in one run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHON = sys.executable
# As an installed program runs: its bytecode is kept.
SURROUNDINGS = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def seconds(*commands: Sequence[str]) -> float:
    """Wall-clock time of some commands, one after the other."""
    before = time.perf_counter()
    for command in commands:
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=SURROUNDINGS)
    return time.perf_counter() - before


def at_once(commands: Sequence[Sequence[str]]) -> float:
    """Wall-clock time of some commands, side by side."""
    before = time.perf_counter()
    running = [
        subprocess.Popen(command, cwd=ROOT, env=SURROUNDINGS, stdout=subprocess.DEVNULL)
        for command in commands
    ]
    statuses = [process.wait() for process in running]
    if any(statuses):
        raise SystemExit(f"one of these failed: {commands}")
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
