"""Documents to files, side by side, in processes with limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from broadsheet.plain import Record, unpack
from broadsheet.render.manuscript import Job, written
from broadsheet.render.renderer import Astray, Rendered
from broadsheet.render.workers import SECONDS, Failed, run

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Printed(Generic[Key]):
    """What was made for a key."""

    key: Key
    made: Rendered


@dataclass(frozen=True, slots=True)
class Spoilt(Generic[Key]):
    """Nothing was made: why, in a sentence, and where in the theme the fault is if it is there."""

    key: Key
    reason: str
    file: str | None = None
    line: int | None = None


def printed(
    jobs: Iterable[tuple[Key, Job]], seconds: float = SECONDS
) -> Iterator[Printed[Key] | Spoilt[Key]]:
    """Make every document, each in at most so many seconds; yield them as they are done."""
    for outcome in run(((key, written(job)) for key, job in jobs), seconds):
        if isinstance(outcome, Failed):
            yield Spoilt(outcome.key, outcome.reason)
        else:
            yield _understood(outcome.key, outcome.answer)


def _understood(key: Key, answer: bytes) -> Printed[Key] | Spoilt[Key]:
    """Read an answer as data; a stranger's template may have had a hand in it."""
    try:
        match _values(unpack(answer)):
            case {
                "data": bytes(data),
                "sides": int() | None as sides,
                "slow_subsetting": bool(slow),
                "astray": tuple(astray),
            }:
                return Printed(key, Rendered(data, sides, slow, tuple(map(_astray, astray))))
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
