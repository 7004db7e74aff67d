"""The lesson that `broadsheet new` writes."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from broadsheet.write import write_whole


def write_starter(slug: str, folder: Path) -> tuple[Path, ...]:
    """Write a lesson named `slug`, its source text and the schema; give the files, lesson first.

    Raises FileExistsError where the lesson is there already, and OSError where it can't be written.
    The schema is written anew, since an editor should follow the format of this release.
    """
    import json

    from broadsheet.lesson.schema import lesson_schema

    lesson = folder / f"{slug}.yaml"
    text = folder / "sources" / f"{slug}.txt"
    schema = folder / "schema" / "lesson.schema.json"
    for file in (lesson, text):
        if file.exists():
            raise FileExistsError(17, "File exists", str(file))
    starter = files(__package__)
    yaml = starter.joinpath("lesson.yaml").read_text("utf-8").replace("SLUG", slug)
    write_whole(schema, (json.dumps(lesson_schema(), ensure_ascii=False, indent=2) + "\n").encode())
    write_whole(text, starter.joinpath("source.txt").read_bytes())
    write_whole(lesson, yaml.encode())
    return lesson, text, schema
