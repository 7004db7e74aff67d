"""The first lesson, on both papers."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIRST_LESSON = ROOT / "lessons" / "phase-2-begins.yaml"


@pytest.fixture(scope="session")
def built(printed: Path) -> Path:
    """Folder of the first lesson's documents, A4 and Letter."""
    return printed / FIRST_LESSON.stem


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
