"""The base of every model: no unknown keys, no change after reading."""

import os

# Pydantic would look through every installed package for plugins, which takes longer than reading
# a lesson, and none may change how a lesson is read.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """A part of a lesson. Field docstrings become the reference and the editor's hover text."""

    # A command reads with one model or none; the others would be built for nothing.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
