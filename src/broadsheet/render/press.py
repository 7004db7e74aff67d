"""Documents to files, side by side, in processes with limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar

from broadsheet.cache.answers import Answers
from broadsheet.plain import Record, unpack
from broadsheet.render.limits import SECONDS
from broadsheet.render.manuscript import Job, written
from broadsheet.render.renderer import Astray, Rendered
from broadsheet.render.workers.far import run_by
from broadsheet.render.workers.run import Failed, run

Key = TypeVar("Key")

_HELD: Final = 50
"""Most documents that were made before and are in memory at once."""


@dataclass(frozen=True, slots=True)
class Printed(Generic[Key]):
    """What was made for a key."""

    key: Key
    made: Rendered
    was_kept: bool = False
    """True where it was made earlier, of the same."""


@dataclass(frozen=True, slots=True)
class Spoilt(Generic[Key]):
    """Nothing was made: why, in a sentence, and where in the theme the fault is if it is there."""

    key: Key
    reason: str
    file: str | None = None
    line: int | None = None


def printed(
    jobs: Iterable[tuple[Key, Job]],
    seconds: float = SECONDS,
    at_once: int | None = None,
    executor: Executor | None = None,
    answers: Answers = Answers(None),  # noqa: B008 - it holds nothing
    dropped: Callable[[], bool] | None = None,
) -> Iterator[Printed[Key] | Spoilt[Key]]:
    """Make every document that `answers` doesn't hold, each in at most so many seconds.

    Yield them as they are done or found. `at_once` says how many are made side by side, unasked as
    many as there are processors; with an `executor`, that decides how many and where.
    As soon as `dropped` is true, what processes of this machine are making is wanted no more, and
    nothing comes of it.
    """
    waiting = iter(jobs)
    held: list[Printed[Key]] = []

    def going() -> Iterator[tuple[tuple[Key, bytes], bytes]]:
        """Those that must be made; it stops where many are held, for these to be taken first."""
        while len(held) < _HELD and (each := next(waiting, None)):
            key, job = each
            data = written(job)
            known = answers.recall(data)
            outcome = _understood(key, known) if known is not None else None
            if isinstance(outcome, Printed):
                held.append(replace(outcome, was_kept=True))
            else:
                yield (key, data), data

    more = True
    while more:
        to_make = going()
        outcomes = (
            run_by(executor, to_make, seconds)
            if executor
            else run(to_make, seconds, at_once, dropped)
        )
        for outcome in outcomes:
            key, data = outcome.key
            if isinstance(outcome, Failed):
                yield Spoilt(key, outcome.reason)
                continue
            made = _understood(key, outcome.answer)
            if isinstance(made, Printed) and not made.made.from_machine:
                answers.keep(data, outcome.answer)
            yield made
        more = len(held) >= _HELD
        yield from held
        held.clear()


def _understood(key: Key, answer: bytes) -> Printed[Key] | Spoilt[Key]:
    """Read an answer as data; a stranger's template may have had a hand in it."""
    try:
        match _values(unpack(answer)):
            case {
                "data": bytes(data),
                "sides": int() | None as sides,
                "slow_subsetting": bool(slow),
                "astray": tuple(astray),
                "from_machine": bool(from_machine),
            }:
                faults = tuple(map(_astray, astray))
                return Printed(key, Rendered(data, sides, slow, faults, from_machine))
            case {"reason": str(reason), "file": str() | None as file, "line": int() | None as at}:
                return Spoilt(key, reason, file, at)
            case _:
                pass
    except ValueError:
        pass
    return Spoilt(key, "its process sent what is no answer")


def _astray(answer: Any) -> Astray:
    match _values(answer):
        case {"page": int(page), "how": str(how), "words": str(words)}:
            return Astray(page, how, words)
        case _:
            raise ValueError


def _values(answer: Any) -> dict[str, Any]:
    if not isinstance(answer, Record):
        raise ValueError  # noqa: TRY004 - of what was sent
    return {name: getattr(answer, name) for name in answer}
