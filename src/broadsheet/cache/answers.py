"""What documents came to, found again by all that they were made of."""

from __future__ import annotations

from broadsheet.cache.maker import maker
from broadsheet.cache.store import Store, name_of


class Answers:
    """What was answered to jobs; a job holds by content whatever its document shows."""

    def __init__(self, store: Store | None) -> None:
        """Without a store nothing is known and nothing kept."""
        self._store = store

    def recall(self, job: bytes) -> bytes | None:
        """Give what was answered to a job; None where that is not known."""
        return self._store.get(_name(job)) if self._store else None

    def keep(self, job: bytes, answer: bytes) -> None:
        """Keep what was answered to a job."""
        if self._store:
            self._store.put(_name(job), answer)


def _name(job: bytes) -> str:
    return name_of(b"answer", maker(), job)
