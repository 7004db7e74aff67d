"""A lesson reads its own folder and nothing else."""

from __future__ import annotations

from pathlib import Path


def leads_out(folder: Path, path: str) -> bool:
    """Tell whether `path`, as a lesson names it, leads or might lead out of `folder`.

    It does where it is absolute, climbs with `..` or passes through a symbolic link. Raises
    OSError where the file system can't take it for a path.
    """
    asked = Path(path)
    if asked.is_absolute() or asked.drive or path.startswith(("/", "\\")) or ".." in asked.parts:
        return True
    at = folder
    for part in asked.parts:
        at /= part
        if at.is_symlink():
            return True
    return False
