"""What programs of the machine are run with, whatever was laid out in the process of the tests."""

from __future__ import annotations

import os


def surroundings() -> dict[str, str]:
    """The environment, with the machine's own fonts: where sheets were laid out, ours alone are."""
    return {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
