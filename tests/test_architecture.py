"""The folders are the architecture: imports point one way, and what each file may not do it does not."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("definitions", "alignment", "data", "pages", "http_routes")
TOP = ("app.py", "frame.py", "manage.py")
MAY_IMPORT = {
    "definitions": set(),
    "alignment": {"definitions"},
    "data": {"definitions", "alignment"},
    "http_routes": {"definitions", "alignment", "data"},
    "pages": {"definitions", "alignment", "data"},
    "benchmarks": {"definitions", "alignment", "data", "pages", "http_routes"},
}
"""Which of the project's own folders each folder may import, itself always included."""
PURE = {"pydantic", "pydantic_core", "numpy", "rfc8785"}
"""The only libraries of the two parts that decide and compute."""
IN_ONE_FILE = {
    "scipy": "definitions/bridge/exact.py",
    "krippendorff": "definitions/calibration/alpha.py",
    "holidays": "definitions/public_holidays.py",
}
"""Pure libraries too, each for one computation: docs/decisions/0014-bridge-search.md and 0020."""
ONLY_IN = {
    "streamlit": {"app.py", "frame.py", "pages", "http_routes", "benchmarks"},
    "altair": {"pages"},
    "duckdb": {"data", "benchmarks"},
    "sqlalchemy": {"data", "benchmarks"},
    "sqlglot": {"data"},
    "pandas": {"data", "pages", "benchmarks"},
    "pyspark": {"data"},
    "pypandoc": {"data"},
    "typst": {"data"},
    "httpx2": {"data"},
    "xlsxwriter": {"data"},
    "vl_convert": {"data"},
    "icalendar": {"data"},
    "sklearn": {"data", "benchmarks"},
    "threadpoolctl": {"data"},
    "starlette": {"app.py", "http_routes"},
    "click": {"manage.py", "benchmarks"},
}
OPTIONAL = {"pyspark"}
"""What only those need who have it: requirements-spark.txt."""
LONGEST = 250
BY_NAME = {
    "psycopg": "postgresql",
    "manimgx-fonts": "manimgx_fonts",
    "manimgx-fonts-cjk": "manimgx_fonts_cjk",
}
"""What no import names but a text does: the driver for a database's URL, the fonts of printed documents."""


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def everything() -> list[Path]:
    top = [ROOT / name for name in TOP if (ROOT / name).is_file()]
    return [*top, *sources(*PARTS)]


OURS = everything()
NAMES = [str(path.relative_to(ROOT)) for path in OURS]


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def imported(path: Path) -> set[str]:
    """The dotted names of all modules that a file imports, also inside functions and for types only."""
    tree = ast.parse(text(path))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides where it points"
            found.add(node.module or "")
    return found


def roots(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imported(path)}


def part_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def own_folders() -> set[str]:
    return {folder.name for folder in ROOT.iterdir() if (folder / "__init__.py").is_file()} | {"tests"}


def requirements(name: str) -> set[str]:
    lines = [line.partition("#")[0].strip() for line in (ROOT / name).read_text().splitlines()]
    return {
        re.split(r"[\[~<>=!; ]", line)[0].casefold() for line in lines if line and not line.startswith("-r")
    }


def wrong(files: Iterable[Path], find: Callable[[Path], Iterable[str]]) -> dict[str, list[str]]:
    """Each file in which something wrong was found, with what was found."""
    found = {str(path.relative_to(ROOT)): sorted(find(path)) for path in files}
    return {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_point_one_way(part: str) -> None:
    others = own_folders() - MAY_IMPORT[part] - {part}
    assert wrong(sources(part), lambda path: roots(path) & others) == {}


@pytest.mark.parametrize("part", ["alignment", "definitions"])
def test_what_decides_and_computes_needs_only_the_standard_library_pydantic_and_numpy(part: str) -> None:
    known = sys.stdlib_module_names | {"alignment", "definitions"} | PURE | set(IN_ONE_FILE)
    assert wrong(sources(part), lambda path: roots(path) - known) == {}


@pytest.mark.parametrize("library", IN_ONE_FILE)
def test_a_library_for_one_computation_is_imported_by_one_file(library: str) -> None:
    users = [name for path, name in zip(OURS, NAMES, strict=True) if library in roots(path)]
    assert users == [IN_ONE_FILE[library]]


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_where_it_belongs(library: str) -> None:
    users = {part_of(path) for path in [*OURS, *sources("benchmarks")] if library in roots(path)}
    assert users <= ONLY_IN[library]


def test_every_library_named_here_is_used_somewhere() -> None:
    used = set().union(*(roots(path) for path in OURS))
    assert {library for library in ONLY_IN if library != "click"} <= used


def test_no_page_lies_directly_in_pages() -> None:
    assert [path.name for path in (ROOT / "pages").glob("*.py")] == ["__init__.py"]


def test_every_folder_with_python_in_it_is_a_package() -> None:
    folders = {path.parent for path in sources(*PARTS)}
    assert not {str(folder) for folder in folders if not (folder / "__init__.py").is_file()}


def test_no_file_is_longer_than_one_subject_needs() -> None:
    lengths = {
        str(path.relative_to(ROOT)): text(path).count("\n") for path in [*OURS, *sources("benchmarks")]
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_nothing_is_called_by_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "handler", "handlers", "base", "common", "misc"}
    assert not {name for name in NAMES if Path(name).stem in empty}


def test_no_text_is_ever_shown_as_html_without_being_escaped() -> None:
    assert [name for path, name in zip(OURS, NAMES, strict=True) if "unsafe_allow_html" in text(path)] == []


def test_only_the_session_and_what_it_says_touch_the_session_state() -> None:
    users = [name for path, name in zip(OURS, NAMES, strict=True) if uses_session_state(path)]
    assert users == ["pages/shared/saying.py", "pages/shared/session.py"]


def uses_session_state(path: Path) -> bool:
    nodes = ast.walk(ast.parse(text(path)))
    return any(isinstance(node, ast.Attribute) and node.attr == "session_state" for node in nodes)


def test_everything_public_says_what_it_gives() -> None:
    assert wrong([*OURS, *sources("benchmarks")], silent) == {}


def silent(path: Path) -> list[str]:
    """What is public in a file and has no docstring."""
    tree = ast.parse(text(path))
    module = [] if ast.get_docstring(tree) else ["the module"]
    return module + [node.name for node in public(tree) if not ast.get_docstring(node)]


Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def public(tree: ast.Module | ast.ClassDef) -> Iterator[Documented]:
    """The public classes and functions of a module, and the public methods of its public classes."""
    for node in tree.body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def third_party(paths: Iterator[Path] | list[Path]) -> set[str]:
    """The distributions that some files import, by the names under which they are installed."""
    names = set().union(*(roots(path) for path in paths)) - sys.stdlib_module_names - own_folders()
    names -= {Path(name).stem for name in TOP} | OPTIONAL
    known = packages_distributions()
    return {known[name][0].casefold().replace("_", "-") for name in names}


def test_requirements_list_exactly_what_the_app_imports() -> None:
    assert requirements("requirements.txt") == third_party(OURS) | set(BY_NAME)


def test_what_is_optional_is_listed_on_its_own() -> None:
    assert requirements("requirements-spark.txt") == OPTIONAL
    assert set().union(*(roots(path) for path in OURS)) >= OPTIONAL


@pytest.mark.parametrize("name", BY_NAME.values())
def test_what_is_loaded_by_name_is_named_in_the_data_folder(name: str) -> None:
    assert any(name in text(path) for path in sources("data"))


def test_what_tests_and_benchmarks_import_is_listed_too() -> None:
    listed = requirements("requirements.txt") | requirements("requirements-dev.txt")
    assert third_party([*sources("tests", "benchmarks")]) <= listed
    programs = {"mypy", "pytest-xdist", "ruff"}
    assert requirements("requirements-dev.txt") - programs <= third_party([*sources("tests", "benchmarks")])


def test_nothing_names_a_place_on_the_machine_it_was_written_on() -> None:
    place = re.compile(r"(?<![\w./-])/(?:work|root|home/\w+)/")
    assert not {name for path, name in zip(OURS, NAMES, strict=True) if place.search(text(path))}
