"""The base of every model: no unknown keys, no change after reading."""

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """A part of a lesson. Field docstrings become the reference and the editor's hover text."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
    )
