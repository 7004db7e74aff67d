"""The rooms of the house: arrows go one way, and importing us changes nothing for a process."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from broadsheet.collection.rules import every_rule
from broadsheet.data import PACKAGE

HOUSE = PACKAGE.parents[1] / "CONTRIBUTING.md"
ROOMS = tuple(re.findall(r"^  (\w+)(?:/|\.py) ", HOUSE.read_text("utf-8"), re.MULTILINE))
"""Every room, and every module without one, from the top of the house down."""
RENDER = tuple(re.findall(r"^    (\w+)(?:/|\.py) ", HOUSE.read_text("utf-8"), re.MULTILINE))
"""The same of the largest room, which is a house of its own."""
LIBRARIES = {
    "click": ("cli",),
    "dask": ("render.workers.cluster",),
    "distributed": ("render.workers.cluster",),
    "docx": ("render.docx",),
    "jinja2": ("render.html", "site"),
    "lsprotocol": ("lsp",),
    "markdown": ("prose", "source"),
    "markupsafe": ("render.html", "site"),
    "PIL": ("images",),
    "pydyf": ("render.pdf",),
    "pygls": ("lsp",),
    "pypdfium2": ("images", "preview"),
    "starlette": ("preview",),
    "trafilatura": ("source",),
    "uvicorn": ("preview",),
    "watchfiles": ("preview",),
    "weasyprint": ("render.pdf",),
    "yaml": ("data", "reading"),
}
"""Libraries, and where alone each is spoken to."""


@dataclass(frozen=True)
class Arrow:
    """One import of a room by another."""

    module: str
    room: str
    """The room that is imported."""

    @property
    def home(self) -> str:
        """The room that the module lies in."""
        return self.module.partition(".")[0]

    def __str__(self) -> str:
        return f"{self.module} imports {self.room}"


def arrows(package: Path, name: str) -> Iterator[Arrow]:
    """Every import of another room, those for types and those within functions among them.

    `name` is the package's, with what it lies in before it.
    """
    for file in sorted(package.rglob("*.py")):
        module = ".".join(file.relative_to(package).with_suffix("").parts)
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for room in _imported(node, name):
                arrow = Arrow(module, room)
                if arrow.room != arrow.home:
                    yield arrow


def _imported(node: ast.AST, package: str) -> Iterator[str]:
    """The rooms that a line imports."""
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom) and node.module == package:
        names = [f"{package}.{alias.name}" for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "rooms are imported by their full names"
        names = [node.module or ""]
    else:
        names = []
    for name in names:
        rest = name.removeprefix(f"{package}.")
        if rest not in ("", name) and not rest.startswith("__"):
            yield rest.partition(".")[0]


def circle(package: Path) -> list[str]:
    """Modules of which each imports the next, and the last the first; none where all lead down."""
    there = {
        ".".join(file.relative_to(package).with_suffix("").parts): file
        for file in package.rglob("*.py")
    }
    leads_to = {
        module: {
            name
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            for name in _modules(node, package.name)
            if name in there
        }
        for module, file in there.items()
    }
    try:
        TopologicalSorter(leads_to).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def _modules(node: ast.AST, package: str) -> Iterator[str]:
    """What a line imports, by its name in the package, as far as that may be a module."""
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
    else:
        names = []
    yield from (name.removeprefix(f"{package}.") for name in names)


def strangers(package: Path) -> list[str]:
    """The imports of libraries elsewhere than where they belong."""
    found = []
    for file in sorted(package.rglob("*.py")):
        module = ".".join(file.relative_to(package).with_suffix("").parts)
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for library in _libraries(node):
                homes = LIBRARIES.get(library)
                if homes and not any(f"{module}.".startswith(f"{home}.") for home in homes):
                    found.append(f"{module} imports {library}")
    return found


def _libraries(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    return [(node.module or "").partition(".")[0]] if isinstance(node, ast.ImportFrom) else []


def upwards(package: Path, rooms: tuple[str, ...] = ROOMS, name: str = "") -> list[str]:
    """The imports that lead upwards, or to or from what is no room."""
    found = arrows(package, name or package.name)
    return [str(each) for each in found if not _leads_down(each, rooms)]


def _leads_down(arrow: Arrow, rooms: tuple[str, ...]) -> bool:
    if not {arrow.home, arrow.room} <= set(rooms):
        return False
    return rooms.index(arrow.home) < rooms.index(arrow.room)


def test_a_room_imports_only_rooms_below_it() -> None:
    assert upwards(PACKAGE) == []


def test_the_largest_room_is_a_house_whose_arrows_go_one_way_too() -> None:
    assert upwards(PACKAGE / "render", RENDER, "broadsheet.render") == []


@pytest.mark.parametrize(("house", "rooms"), [(PACKAGE, ROOMS), (PACKAGE / "render", RENDER)])
def test_every_room_has_its_floor_and_every_floor_its_room(
    house: Path, rooms: tuple[str, ...]
) -> None:
    there = {entry.stem for entry in house.iterdir() if entry.suffix == ".py" or entry.is_dir()}
    assert there - {"__init__", "__pycache__"} == set(rooms)


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("lower/judge.py", "from toy.upper.make import make"),
        ("lower/judge.py", "from toy.upper import make"),
        ("lower/judge.py", "from toy import upper"),
        ("lower/judge.py", "import toy.upper.make"),
        ("lower/judge.py", "def late():\n    from toy.upper import make"),
        ("lower/judge.py", "if TYPE_CHECKING:\n    from toy.upper import make"),
        ("lower/deep/judge.py", "from toy.upper import make"),
        ("lower.py", "from toy.upper import make"),
        ("attic/judge.py", "from toy.lower import judge"),
        ("upper/judge.py", "from toy.attic import judge"),
    ],
)
def test_an_arrow_upwards_is_seen(tmp_path: Path, room: str, line: str) -> None:
    file = tmp_path / "toy" / room
    file.parent.mkdir(parents=True)
    file.write_text(f"{line}\n", "utf-8")
    assert len(upwards(tmp_path / "toy", ("upper", "lower"))) == 1


def test_no_module_is_led_back_to_by_what_it_imports() -> None:
    assert circle(PACKAGE) == []


def test_a_circle_of_modules_is_seen_within_a_room(tmp_path: Path) -> None:
    room = tmp_path / "toy" / "lower"
    room.mkdir(parents=True)
    (room / "judge.py").write_text("def late():\n    from toy.lower import share\n", "utf-8")
    (room / "share.py").write_text("from toy.lower.judge import judge\n", "utf-8")
    assert set(circle(tmp_path / "toy")) == {"lower.judge", "lower.share"}


def test_a_library_is_spoken_to_in_its_own_room_alone() -> None:
    assert strangers(PACKAGE) == []


@pytest.mark.parametrize("line", ["import jinja2", "def late():\n    from jinja2 import Template"])
def test_a_library_elsewhere_is_seen(tmp_path: Path, line: str) -> None:
    (tmp_path / "compose").mkdir()
    (tmp_path / "compose" / "worksheet.py").write_text(f"{line}\n", "utf-8")
    assert strangers(tmp_path) == ["compose.worksheet imports jinja2"]


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("upper/make.py", "from toy.lower import judge"),
        ("upper/make.py", "from toy.upper import other"),
        ("lower/judge.py", "import json\nfrom pathlib import Path\nfrom toy import __version__"),
    ],
)
def test_an_arrow_downwards_is_no_fault(tmp_path: Path, room: str, line: str) -> None:
    file = tmp_path / "toy" / room
    file.parent.mkdir(parents=True)
    file.write_text(f"{line}\n", "utf-8")
    assert upwards(tmp_path / "toy", ("upper", "lower")) == []


MOST_LINES = {"module": 250, "function": 60}
"""What is longer holds more than one subject, or says at length what a name could."""


def too_long(name: str, text: str) -> Iterator[str]:
    """The module, if it has too many lines, and each of its functions that has."""
    lines = text.count("\n")
    if lines > MOST_LINES["module"]:
        yield f"{name} has {lines} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MOST_LINES["function"]:
                yield f"{node.name} in {name} has {lines} lines"


def test_no_module_and_no_function_is_longer_than_can_be_taken_in() -> None:
    files = sorted(PACKAGE.rglob("*.py"))
    assert len(files) > len(ROOMS)
    found = [
        said
        for file in files
        for said in too_long(file.relative_to(PACKAGE).as_posix(), file.read_text("utf-8"))
    ]
    assert found == []


def test_what_is_too_long_is_seen() -> None:
    function = "def build():\n" + "    x = 1\n" * 60
    assert list(too_long("a.py", function)) == ["build in a.py has 61 lines"]
    assert list(too_long("b.py", "x = 1\n" * 251)) == ["b.py has 251 lines"]


def test_every_rule_that_stands_anywhere_is_known_by_its_code() -> None:
    written = {
        keyword.value.value
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rule"
        for keyword in node.keywords
        if keyword.arg == "code" and isinstance(keyword.value, ast.Constant)
    }
    assert written == set(every_rule())


PROGRAM = """
import atexit, ctypes.util, gc, importlib, json, logging, os, pkgutil, signal, sys, tempfile
import broadsheet

def state():
    return {
        "gc": [gc.isenabled(), *gc.get_threshold(), gc.get_freeze_count()],
        "tempfile": [tempfile.gettempdir(), tempfile.template],
        "logging": [logging.root.level, len(logging.root.handlers), logging.root.manager.disable,
                    logging.raiseExceptions],
        "recursion": sys.getrecursionlimit(),
        "path": sys.path[:],
        "signals": [str(signal.getsignal(number)) for number in signal.valid_signals()],
        "finding": ctypes.util.find_library.__module__,
        "streams": [sys.stdout.errors, sys.stderr.errors],
        "hooks": [sys.excepthook.__name__, sys.displayhook.__name__],
        "folder": os.getcwd(),
        "surroundings": dict(os.environ),
    }

names = [m.name for m in pkgutil.walk_packages(broadsheet.__path__, "broadsheet.")]
before = state()
for name in names:
    if name not in ("broadsheet.__main__",):
        importlib.import_module(name)
print(json.dumps([before, state(), len(names)]))
"""


def test_importing_every_module_switches_nothing_for_the_process() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    before, after, count = json.loads(ended.stdout)
    assert count > len(ROOMS)
    assert after == before
