"""A site's folder: the old site is replaced, and nothing else in it is touched."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest

from broadsheet.site.folder import LIST, Placed, TakenError, place

FIRST: dict[str, bytes | Path] = {"a/b/one.html": b"1", "a/two.pdf": b"2", "index.html": b"i"}


def there(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_nothing_stale_is_left_and_nothing_else_is_touched(tmp_path: Path) -> None:
    assert place(tmp_path, FIRST) == Placed(3, 0, 0)
    (tmp_path / "a" / "mine.txt").write_text("mine")
    assert place(tmp_path, {"c.html": b"3", "index.html": b"i"}) == Placed(1, 1, 2)
    assert there(tmp_path) == [LIST, "a/mine.txt", "c.html", "index.html"]
    assert not (tmp_path / "a" / "b").exists()


def test_what_is_as_it_was_is_left_alone(tmp_path: Path) -> None:
    place(tmp_path, FIRST)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert place(tmp_path, FIRST) == Placed(0, 3, 0)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path != tmp_path} == {
        path: time for path, time in before.items() if path != tmp_path
    }


def test_a_file_that_is_not_ours_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("my own page")
    with pytest.raises(TakenError, match=r"index\.html"):
        place(tmp_path, FIRST)
    assert there(tmp_path) == ["index.html"]
    assert (tmp_path / "index.html").read_text() == "my own page"


@pytest.mark.parametrize("name", ["a", "a/two.pdf"])
def test_neither_is_what_lies_behind_a_link(tmp_path: Path, name: str) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    (site / name).parent.mkdir(parents=True)
    (site / name).symlink_to(outside)
    with pytest.raises(TakenError):
        place(site, FIRST)
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", ["../mine.txt", "/etc/hostname", "a/../../mine.txt", 7, None, ""])
def test_a_list_that_somebody_changed_makes_nothing_outside_go(
    tmp_path: Path, name: object
) -> None:
    site = tmp_path / "site"
    (tmp_path / "mine.txt").write_text("mine")
    place(site, FIRST)
    (site / LIST).write_text(json.dumps({"files": [name, *FIRST]}))
    (site / "index.html").unlink()
    with suppress(TakenError):  # what can't be read names nothing as ours
        place(site, {"index.html": b"i"})
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_site_that_is_stopped_leaves_the_old_one_whole_and_the_next_clears_up(
    tmp_path: Path,
) -> None:
    place(tmp_path, FIRST)
    old = {name: (tmp_path / name).read_bytes() for name in FIRST}
    source = tmp_path.parent / f"{tmp_path.name}-no-such-file"
    with pytest.raises(FileNotFoundError):
        place(tmp_path, {"a/two.pdf": b"new", "z.pdf": source, "index.html": b"new"})
    assert {name: (tmp_path / name).read_bytes() for name in FIRST} == old
    killed = tmp_path / ".broadsheet-site.00c0ffee"
    killed.mkdir()
    (killed / "0").write_bytes(b"half")
    assert place(tmp_path, {"index.html": b"new"}) == Placed(1, 0, 2)
    assert there(tmp_path) == [LIST, "index.html"]


def test_what_was_moved_before_a_kill_is_known_to_the_next_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(tmp_path, FIRST)
    moved: list[Path] = []
    replace = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if moved and ".broadsheet-site.json" not in target.name:
            raise KeyboardInterrupt
        if ".broadsheet-site.json" not in target.name:
            moved.append(target)
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            place(tmp_path, {"new/a.html": b"a", "new/b.html": b"b"})
    assert moved == [tmp_path / "new" / "a.html"]
    assert place(tmp_path, {"index.html": b"i"}).removed == 4
    assert there(tmp_path) == [LIST, "index.html"]
