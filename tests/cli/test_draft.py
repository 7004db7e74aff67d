"""`broadsheet new --from`: a lesson begun from an article, lacking what its author must write."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from click.testing import Result

from broadsheet.describe.starter.skeleton import languages

Run = Callable[..., Result]

PAGES: Final = Path(__file__).parents[1] / "source" / "pages"
PIECE: Final = "\n\n".join(
    f"The ferry was sold on day {n}, and nobody asked those who ride it. I have looked at the sum."
    for n in range(20)
)


def drafted(folder: Path, slug: str = "my-lesson") -> dict[str, Any]:
    lesson = yaml.safe_load((folder / f"{slug}.yaml").read_text("utf-8"))
    assert isinstance(lesson, dict)
    return lesson


def begun(run: Run, folder: Path, name: str, data: str | bytes, *options: str) -> Result:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return run("new", "my-lesson", "--from", str(file), *options)


def codes(result: Result) -> set[str]:
    return {each["code"] for each in json.loads(result.stdout)["findings"]}


def test_what_a_saved_page_says_of_its_piece_is_filled_in(run: Run, tmp_path: Path) -> None:
    assert run("new", "my-lesson", "--from", str(PAGES / "archive.mhtml")).exit_code == 0
    source = drafted(tmp_path)["source"]
    assert source["author"] == "Sample Writer"
    assert source["published"].isoformat() == "2021-05-03"
    assert source["url"] == "https://quay.example/ferry"
    assert source["fingerprint"] == "sources/my-lesson.fingerprint.json"
    assert (tmp_path / source["fingerprint"]).is_file()


def test_only_what_an_author_must_write_is_missing(run: Run, tmp_path: Path) -> None:
    begun(run, tmp_path, "a.md", f"---\ntitle: The ferry\ndate: 2021-05-03\n---\n\n{PIECE}")
    assert codes(run("check", "my-lesson.yaml", "--format", "json")) == {"empty-value"}


def test_a_draft_that_is_filled_in_is_built(run: Run, tmp_path: Path) -> None:
    begun(run, tmp_path, "a.txt", f"The ferry\n\n{PIECE}")
    lesson = filled_in(drafted(tmp_path))
    (tmp_path / "my-lesson.yaml").write_text(yaml.safe_dump(lesson, sort_keys=False), "utf-8")
    built = run("build", "my-lesson.yaml", "--document", "worksheet")
    assert built.exit_code == 0, built.output


def filled_in(value: Any, key: str = "") -> Any:
    """What an author may have made of a draft: words under every key that is empty."""
    if isinstance(value, dict):
        return {name: filled_in(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [filled_in(each) for each in value]
    if value is None:
        words = {"published": 2021, "ask": "What does ((sold on day 0)) tell us?"}
        return words.get(key, "Some words.")
    return value


@pytest.mark.parametrize("language", languages())
def test_each_language_asks_through_the_three_lenses(
    run: Run, tmp_path: Path, language: str
) -> None:
    begun(run, tmp_path, "a.txt", PIECE, "--language", language)
    assert set(drafted(tmp_path)["questions"]) == {
        "gist",
        "evidence",
        "framing",
        "omissions",
        "synthesis",
    }
    assert codes(run("check", "my-lesson.yaml", "--format", "json")) == {"empty-value"}


def test_a_pair_is_begun_from_two_pieces(run: Run, tmp_path: Path) -> None:
    second = tmp_path / "b.txt"
    second.write_text("No\n\n" + PIECE.replace("ferry", "bridge"), "utf-8")
    begun(run, tmp_path, "a.txt", PIECE, "--pair", str(second))
    sources = drafted(tmp_path)["sources"]
    assert "ferry" in sources["A"]["excerpt"]
    assert "bridge" in sources["B"]["excerpt"]
    assert sources["B"]["title"] == "No"


def test_the_excerpt_is_proved_and_stays_within_what_may_be_quoted(
    run: Run, tmp_path: Path
) -> None:
    begun(run, tmp_path, "a.txt", PIECE)
    file = tmp_path / "my-lesson.yaml"
    shown = run("source", "add", "my-lesson.yaml", "a.txt")
    assert "departs" not in shown.output
    assert "[…]" in file.read_text("utf-8")
    found = re.search(r"shows (\d+) of (\d+) words", shown.output)
    assert found is None or int(found[1]) <= 0.3 * int(found[2])


def test_a_pages_own_language_is_the_lessons(run: Run, tmp_path: Path) -> None:
    run("new", "my-lesson", "--from", str(PAGES / "arabic.html"))
    assert drafted(tmp_path)["language"] == "ar"


@pytest.mark.parametrize("tag", ["it", "xx-klingon", "no tag at all"])
def test_a_page_in_a_language_without_a_starter_gets_an_english_one(
    run: Run, tmp_path: Path, tag: str
) -> None:
    page = (PAGES / "newspaper.html").read_text("utf-8").replace('lang="en-GB"', f'lang="{tag}"')
    assert begun(run, tmp_path, "a.html", page).exit_code == 0
    lesson = drafted(tmp_path)
    assert lesson["language"] == "en"
    assert lesson["source"].get("language") == (tag if " " not in tag else None)
    assert codes(run("check", "my-lesson.yaml", "--format", "json")) == {"empty-value"}


@pytest.mark.no_cover  # counting lines would take twice the time, and others try them
def test_a_piece_of_two_hundred_thousand_words_is_begun_from(run: Run, tmp_path: Path) -> None:
    begun(run, tmp_path, "a.txt", "\n\n".join([PIECE] * 530))
    excerpt = drafted(tmp_path)["source"]["excerpt"]
    assert 100 < len(excerpt.split()) <= 310


def test_a_piece_without_paragraphs_is_begun_from(run: Run, tmp_path: Path) -> None:
    begun(run, tmp_path, "a.txt", " ".join(PIECE.split()))
    assert codes(run("check", "my-lesson.yaml", "--format", "json")) == {"empty-value"}


def test_a_text_in_latin_1_is_refused_with_what_to_do(run: Run, tmp_path: Path) -> None:
    result = begun(run, tmp_path, "a.txt", "Le café est fermé.".encode("latin-1"))
    assert result.exit_code == 2
    assert "save it as UTF-8" in " ".join(result.output.split())
    assert not (tmp_path / "my-lesson.yaml").exists()


CLAIM: Final = "Some say the ferry loses 40 per cent of its riders, and nobody asks why. "


def asides(folder: Path) -> list[str]:
    """The lines of comment beside the text."""
    text = (folder / "my-lesson.yaml").read_text("utf-8")
    excerpt = text[text.index("  excerpt:") : text.index("\nquestions:")]
    return [line.strip() for line in excerpt.splitlines() if line.startswith("  #")]


def test_what_might_be_asked_stands_beside_the_text(run: Run, tmp_path: Path) -> None:
    begun(run, tmp_path, "a.txt", f"{CLAIM}Its plebiscite is a scandal.\n\n{PIECE}")
    told = asides(tmp_path)
    assert told[1:6] == [
        "#   Evidence",
        "#   - somebody, but nobody in particular: who says so?",
        "#       ((Some say the ferry loses 40))",
        "#   - a number, and nobody named for it: where could it be looked up?",
        "#       ((ferry loses 40 per cent of its))",
    ]
    assert sum("((" in line for line in told) <= 12
    assert "plebiscite" in told[-1]
    assert codes(run("check", "my-lesson.yaml", "--format", "json")) == {"empty-value"}


@pytest.mark.parametrize(
    ("tag", "said"),
    [("fr", "aucune ne juge"), ("de", "keine urteilt"), ("es", "ninguna juzga"), ("uk", "вирок")],
)
def test_what_might_be_asked_is_asked_in_the_lessons_language(
    run: Run, tmp_path: Path, tag: str, said: str
) -> None:
    page = (PAGES / "newspaper.html").read_text("utf-8")
    begun(run, tmp_path, "a.html", page, "--language", tag)
    assert said in asides(tmp_path)[0]


def test_of_a_language_without_lists_it_is_said_that_nothing_was_looked_for(
    run: Run, tmp_path: Path
) -> None:
    run("new", "my-lesson", "--from", str(PAGES / "japanese.html"), "--language", "en")
    nothing = ["# No word lists for the language of this piece; nothing was looked for."]
    assert asides(tmp_path) == nothing


def test_a_page_behind_a_paywall_is_told_as_one(run: Run) -> None:
    result = run("new", "my-lesson", "--from", str(PAGES / "paywall.html"))
    assert "this may not be the whole piece" in result.output


def test_what_a_page_says_of_itself_stays_words(run: Run, tmp_path: Path) -> None:
    page = (PAGES / "newspaper.html").read_text("utf-8")
    hostile = "<!-- x --> {a: [b]} # ((no)) <a_excerpt> SLUG: &amp; *x"
    page = page.replace('"headline":"Who sold the ferry?"', '"headline":"x"').replace(
        "<head>", f'<head><meta property="og:title" content="{hostile}"><script>alert(1)</script>'
    )
    assert begun(run, tmp_path, "a.html", page).exit_code == 0
    text = (tmp_path / "my-lesson.yaml").read_text("utf-8")
    assert "alert" not in text
    assert codes(run("check", "my-lesson.yaml", "--format", "json")) == {"empty-value"}


@pytest.mark.parametrize(
    ("name", "data", "gist"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"Too short.", "too short"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "is a PDF"),
        ("a.html", b"<html><body></body></html>", "no article was found"),
        ("a.txt", b"<html><p>Words", "let its name end in .html"),
    ],
)
def test_what_is_no_piece_is_refused(
    run: Run, tmp_path: Path, name: str, data: bytes, gist: str
) -> None:
    result = begun(run, tmp_path, name, data)
    assert result.exit_code == 2
    assert gist in " ".join(result.output.split())
    assert not (tmp_path / "my-lesson.yaml").exists()


def test_nothing_that_is_there_is_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my-lesson.yaml").write_text("my own words", "utf-8")
    result = begun(run, tmp_path, "a.txt", PIECE)
    assert result.exit_code == 2
    assert "is left as it is" in " ".join(result.output.split())
    assert not (tmp_path / "sources").exists()


@pytest.mark.parametrize(
    ("options", "gist"),
    [
        (("--from", "gone.txt"), "gone.txt"),
        (("--from", "a.txt", "--pair"), "name its file: --pair SECOND"),
        (("--pair", "a.txt"), "name the first piece: --from ARTICLE"),
    ],
)
def test_a_piece_that_is_missing_is_said(
    run: Run, tmp_path: Path, options: tuple[str, ...], gist: str
) -> None:
    (tmp_path / "a.txt").write_text(PIECE, "utf-8")
    result = run("new", "my-lesson", *options)
    assert result.exit_code == 2
    assert gist in " ".join(result.output.split())
    assert not (tmp_path / "my-lesson.yaml").exists()
