"""Work that processes share leaves nothing behind where one of them is not to be had."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from broadsheet.forked import answered

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="counts handles in /proc")

FEWEST = 3
"""Handles that it takes to wait for processes, and for the first pipe to one."""


def handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@contextmanager
def limited_to(more: int) -> Iterator[None]:
    """While this holds, so many handles more can be opened."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    ours = [os.open(os.devnull, os.O_RDONLY) for _ in range(64)]
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(ours) + 1, before[1]))
    for each in ours[-more:]:
        os.close(each)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
        for each in ours[:-more]:
            os.close(each)


def test_where_handles_run_out_all_that_were_opened_are_closed() -> None:
    before = handles()
    with limited_to(FEWEST), pytest.raises(OSError, match="Too many open files"):
        answered(range(8), lambda _: b"", processes=2)

    assert handles() == before
