"""Documents are rendered side by side, and one that fails harms no other."""

from __future__ import annotations

import os
import time

from broadsheet.render.workers import MEMORY, Done, Failed, run


def shout(job: str) -> bytes:
    match job:
        case "slow":
            time.sleep(60)
        case "dies":
            os._exit(3)
        case "raises":
            raise ValueError("the theme has a fault")
        case "hungry":
            return bytes(MEMORY)
        case "deep":
            raise RecursionError
        case _:
            pass
    return job.upper().encode()


def outcomes(*jobs: str, seconds: float = 30) -> dict[str, bytes | str]:
    return {
        outcome.key: outcome.made if isinstance(outcome, Done) else outcome.reason
        for outcome in run(((job, job) for job in jobs), shout, seconds)
    }


def test_every_job_gives_its_own_bytes() -> None:
    assert outcomes("a", "b", "c", "d") == {"a": b"A", "b": b"B", "c": b"C", "d": b"D"}


def test_no_jobs_give_nothing() -> None:
    assert outcomes() == {}


def test_a_job_that_raises_says_why_and_the_others_go_on() -> None:
    assert outcomes("raises", "a") == {"raises": "the theme has a fault", "a": b"A"}


def test_a_job_that_takes_too_long_is_stopped_and_the_others_go_on() -> None:
    found = outcomes("slow", "a", "b", seconds=2)
    assert found["slow"] == "it took longer than 2 seconds"
    assert (found["a"], found["b"]) == (b"A", b"B")


def test_a_job_that_needs_too_much_memory_is_stopped_and_says_so() -> None:
    assert outcomes("hungry", "a") == {
        "hungry": "it needs more than 2 GiB of memory",
        "a": b"A",
    }


def test_a_job_whose_process_dies_is_told_from_one_that_answers() -> None:
    found = outcomes("dies", "a")
    assert "ended without an answer" in str(found["dies"])
    assert found["a"] == b"A"


def test_nesting_beyond_python_is_told_in_an_authors_words() -> None:
    assert outcomes("deep") == {"deep": "its Markdown is nested too deeply"}


def test_outcomes_carry_the_key_of_their_job() -> None:
    (outcome,) = run([("key", "raises")], shout)
    assert isinstance(outcome, Failed)
    assert outcome.key == "key"
