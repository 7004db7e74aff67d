"""Speed and memory as ratios in one run: what README.md quotes.

Absolute times drift by half on a shared machine; two commands run in turn, A B A B …, drift
together. Each figure is the median of the ratios of such pairs, in wall-clock time from cold, but
for those of many lessons, which are one pair each.

    python -m benchmarks.compare [--runs 7] [--lessons 100]
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from importlib.metadata import version
from pathlib import Path

from benchmarks.inside import shares
from benchmarks.preview import of_preview
from benchmarks.scale import measured
from benchmarks.timing import PYTHON, ROOT, peak_memory, ratio, seconds

LESSON = ROOT / "lessons" / "phase-2-begins.yaml"
RESULTS = ROOT / "benchmarks" / "RESULTS.md"


def html_of_documents(folder: Path) -> list[Path]:
    """The lesson's two documents as HTML with their style sheets, for WeasyPrint's own command."""
    from broadsheet.compose.setting import Setting
    from broadsheet.compose.teacher_notes import teacher_notes
    from broadsheet.compose.worksheet import worksheet
    from broadsheet.lesson.load import load
    from broadsheet.render.html.templates import to_html
    from broadsheet.render.manuscript import plain
    from broadsheet.school.edition import edition_named
    from broadsheet.theme import OURS, Theme
    from broadsheet.theme.look import Look

    lesson = load(LESSON).lesson
    edition, _ = edition_named("standard", Theme())
    if lesson is None or edition is None:
        raise SystemExit("the lesson or the edition has faults; run `make check`")
    documents = [
        plain(worksheet(Setting.of(lesson, {}), edition)),
        plain(teacher_notes(Setting.of(lesson, {}))),
    ]
    files = []
    for document in documents:
        own = document.name.replace("_", "-")
        links = "".join(
            f'<link rel="stylesheet" href="{(OURS / "styles" / name).as_uri()}">'
            for name in ("fonts.css", "base.css", f"{own}.css")
        )
        file = folder / f"{own}.html"
        file.write_text(to_html(document, Look()).replace("</head>", f"{links}</head>"), "utf-8")
        files.append(file)
    return files


def of_one(folder: Path, runs: int) -> dict[str, float | str]:
    """What one lesson costs."""
    check = [PYTHON, "-m", "broadsheet", "check", str(LESSON)]
    importing = [PYTHON, "-c", "import weasyprint"]
    output = str(folder / "one")
    build = [PYTHON, "-m", "broadsheet", "build", str(LESSON), "-o", output, "--no-cache"]
    theirs = [
        [PYTHON, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", str(file), f"{file}.pdf"]
        for file in html_of_documents(folder)
    ]
    return {
        "check of a lesson / import weasyprint": ratio(
            runs, lambda: seconds(check), lambda: seconds(importing)
        ),
        "cold build of two documents / two `weasyprint` commands": ratio(
            runs, lambda: seconds(build), lambda: seconds(*theirs)
        ),
        "peak memory of a build, MB": peak_memory(build),
    }


def main() -> None:
    """Measure, print, and write benchmarks/RESULTS.md."""
    parser = argparse.ArgumentParser(description="Speed and memory as ratios in one run.")
    parser.add_argument("--runs", type=int, default=7, help="counted pairs of each comparison")
    parser.add_argument("--lessons", type=int, default=100, help="lessons of a large build, tens")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        figures = of_one(Path(name), asked.runs)
        figures |= of_preview(Path(name), asked.runs)
        figures |= measured(Path(name), asked.lessons, asked.runs)
    machine = (
        f"{platform.system()}, {os.cpu_count()} processors, Python {platform.python_version()}, "
        f"WeasyPrint {version('weasyprint')}, {asked.runs} pairs, {asked.lessons} lessons"
    )
    rows = [
        f"| {what} | {figure if isinstance(figure, str) else f'{figure:.2f}'} |"
        for what, figure in figures.items()
    ]
    table = "\n".join([machine, "", "| what | figure |", "| --- | --- |", *rows])
    parts = [f"| {what} | {share:.0%} |" for what, share in shares().items()]
    table += "\n".join(["", "", "| inside one document | share |", "| --- | --- |", *parts])
    print(table)
    RESULTS.write_text(f"# What was measured\n\nBy `make bench`, on {table}\n", "utf-8")


if __name__ == "__main__":
    main()
