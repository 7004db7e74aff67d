"""Documents made wherever an executor takes them: by other processes, or by other machines.

What travels is bytes, there and back. Where a job arrives, it is made as it would be here: in a
process of its own, under the same limits, by the processes of that machine (see `run`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, replace
from typing import Final, Generic

from broadsheet.cache.versions import versions
from broadsheet.render.limits import SECONDS
from broadsheet.render.workers.run import Done, Failed, Key, run

AHEAD: Final = 64
"""Most jobs that are on their way at once, so that not all of a large build is in memory."""
TRIES: Final = 2
"""How often a job is sent on its way before it is given up."""


class OtherVersionError(Exception):
    """What a job came to would make other bytes of it."""


class GivenUpError(Exception):
    """A job was not answered where it came to: why, in a sentence."""


def unlike(theirs: Mapping[str, str], ours: Mapping[str, str]) -> str | None:
    """Say in what the versions of two sides differ; None where they are the same."""
    differing = [
        f"{name} {theirs.get(name, 'missing')} instead of {version}"
        for name, version in ours.items()
        if theirs.get(name) != version
    ]
    return ", ".join(differing) or None


def make(job: bytes, ours: Mapping[str, str], seconds: float = SECONDS) -> bytes:
    """Make a document where this is called, and give the answer.

    `ours` are the versions of who asks. Raises OtherVersionError where those here are others, and
    GivenUpError where the process that made it ended or took too long.
    """
    if other := unlike(versions(), ours):
        raise OtherVersionError(f"it came to a worker with {other}")
    for outcome in run([(None, job)], seconds, 1):
        if isinstance(outcome, Done):
            return outcome.answer
        raise GivenUpError(outcome.reason)
    raise GivenUpError("nothing came of it")


def run_by(
    executor: Executor,
    jobs: Iterable[tuple[Key, bytes]],
    seconds: float = SECONDS,
) -> Iterator[Done[Key] | Failed[Key]]:
    """Have every job answered by an executor; yield as they are.

    One that could not be made is tried once more, perhaps elsewhere; then it is given up, and the
    others go on.
    """
    waiting = (_Sent(key, job, 1) for key, job in jobs)
    again: list[_Sent[Key]] = []
    sent: dict[Future[bytes], _Sent[Key]] = {}
    try:
        while True:
            while len(sent) < AHEAD and (each := again.pop() if again else next(waiting, None)):
                sent[_submitted(executor, each.job, seconds)] = each
            if not sent:
                return
            for future in wait(sent, return_when=FIRST_COMPLETED).done:
                each = sent.pop(future)
                error = future.exception()
                if error is None:
                    yield Done(each.key, future.result())
                elif each.tries < TRIES and not isinstance(error, OtherVersionError):
                    again.append(replace(each, tries=each.tries + 1))
                else:
                    yield Failed(each.key, _said(error, each.tries))
    finally:
        for future in sent:
            future.cancel()


@dataclass(frozen=True, slots=True)
class _Sent(Generic[Key]):
    """A job on its way."""

    key: Key
    job: bytes
    tries: int


def _submitted(executor: Executor, job: bytes, seconds: float) -> Future[bytes]:
    """Send a job on its way; where the executor takes none any more, that is what comes of it."""
    try:
        return executor.submit(make, job, versions(), seconds)
    except RuntimeError as error:
        lost: Future[bytes] = Future()
        lost.set_exception(error)
        return lost


def _said(error: BaseException, tries: int) -> str:
    reason = str(error) or type(error).__name__
    return reason if tries == 1 else f"{reason}, tried {tries} times"
