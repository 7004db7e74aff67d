"""Where packages are found: never in the folder that one stands in.

A lesson's folder may come from a stranger, and a file `yaml.py` in it would be run in place of the
library. `python -m` and an empty entry of `PYTHONPATH` put that folder on the path.
"""

import os
import sys


def own_path() -> list[str]:
    """The path on which packages are found, without the working folder."""
    try:
        here = os.path.realpath(os.getcwd())  # noqa: PTH109 - pathlib is not loaded yet
    except OSError:  # it has been removed
        here = ""
    return [
        entry
        for entry in sys.path
        if os.path.isabs(entry)  # noqa: PTH117
        and (os.path.realpath(entry) != here or entry in _pythons_own())
    ]


def _pythons_own() -> set[str]:
    """Folders of Python itself, in which someone may stand too."""
    site = sys.modules.get("site")
    packages = [*site.getsitepackages(), site.getusersitepackages()] if site else []
    library = os.path.dirname(os.__file__)  # noqa: PTH120
    return {library, os.path.join(library, "lib-dynload"), *packages}  # noqa: PTH118
