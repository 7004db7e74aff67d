"""The base of every model: no unknown keys, no change after reading."""

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """A part of a lesson. Field docstrings become the reference and the editor's hover text."""

    # A command reads with one model or none; the others would be built for nothing.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
