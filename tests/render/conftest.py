"""The first lesson, built once for both papers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from broadsheet.recipes.build import build
from broadsheet.render.paper import Paper
from broadsheet.request import Request

ROOT = Path(__file__).parents[2]
FIRST_LESSON = ROOT / "lessons" / "phase-2-begins.yaml"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the first lesson's documents, A4 and Letter."""
    output = tmp_path_factory.mktemp("built")
    report = build(Request([FIRST_LESSON], output, date(2026, 11, 23), list(Paper)))
    assert len(report.written) == 4, report.findings
    return output / "phase-2-begins"


@pytest.fixture(
    params=["worksheet-a4", "worksheet-letter", "teacher-notes-a4", "teacher-notes-letter"]
)
def document(built: Path, request: pytest.FixtureRequest) -> Path:
    """Each of its documents in turn."""
    return built / f"phase-2-begins-{request.param}.pdf"


@pytest.fixture(params=["a4", "letter"])
def worksheet(built: Path, request: pytest.FixtureRequest) -> Path:
    """Its worksheet, on each paper in turn."""
    return built / f"phase-2-begins-worksheet-{request.param}.pdf"
