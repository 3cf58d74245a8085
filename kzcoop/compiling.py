"""Compiles the reader: the stages from the text to the claims, as C extensions, by mypyc.

    python -m kzcoop.compiling FOLDER

``./run compile`` calls it. The folder then holds a package ``kzcoop`` whose reader is compiled from
its own type annotations, and whose other parts are links to the sources; with the folder first on
the path it reads the same, half as fast again. mypyc is the compiler of mypy itself; what it does
not take is rewritten in the copy that it compiles, never in the sources.
"""

from __future__ import annotations

import argparse
import ast
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path

from kzcoop.errors import KzcoopError

SOURCE = Path(__file__).resolve().parent
# Not the checks: compiled, they took 196 s for 1,000 reports, for which their sources take 0.3.
READER = ("language", "lexicon", "mentions", "claims")
# Subclasses of built-in types that have a ``__new__``, which compiled classes cannot have.
_LEFT = frozenset({"language/stems.py"})
# Classes that stay interpreted: of built-in types, and of a class that is not compiled.
_INTERPRETED = re.compile(r"^(?=class \w+\((?:(?:dict|tuple|frozenset)\[|Displayed\)))", re.M)
_FUTURE = "from __future__ import annotations\n"
_SETUP = """\
from mypyc.build import mypycify
from setuptools import setup

# -O1: -O2 took four tenths more processor time to compile, and read no faster.
setup(
    name="kzcoop-reader",
    packages=[],
    ext_modules=mypycify({modules!r}, opt_level="1", debug_level="0", multi_file=True),
)
"""
_CHECKED = "[mypy]\nignore_missing_imports = True\n"


class CompileError(KzcoopError):
    """The reader cannot be compiled here; the text says why and what to do."""


def compile_reader(folder: Path) -> None:
    """Write a package ``kzcoop`` with a compiled reader into a folder, made anew.

    Parameters
    ----------
    folder
        Is emptied first.

    Raises
    ------
    CompileError
        Without a C compiler or Python's headers, or where the compiler stops.
    """
    if shutil.which("cc") is None and shutil.which("gcc") is None:
        raise CompileError("no C compiler here. On Debian and Ubuntu: sudo apt install gcc")
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        raise CompileError("no Python.h here. On Debian and Ubuntu: sudo apt install python3-dev")
    shutil.rmtree(folder, ignore_errors=True)
    modules = list(_copy(folder))
    (folder / "setup.py").write_text(_SETUP.format(modules=modules), encoding="utf-8")
    (folder / "mypy.ini").write_text(_CHECKED, encoding="utf-8")
    command = [sys.executable, "setup.py", "-q", "build_ext", "--inplace", "--parallel", "2"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise CompileError(f"the compiler stopped:\n{(done.stdout + done.stderr).strip()[-2000:]}")
    shutil.rmtree(folder / "build")


def _copy(folder: Path) -> Iterator[str]:
    """Copy the reader, link the rest; yield the modules that are to be compiled."""
    target = folder / SOURCE.name
    target.mkdir(parents=True)
    for path in SOURCE.iterdir():
        if path.name in READER:
            shutil.copytree(
                path, target / path.name, ignore=shutil.ignore_patterns("__pycache__", "*.so")
            )
        elif path.name != "__pycache__":
            (target / path.name).symlink_to(path)
    for package in READER:
        for path in sorted((target / package).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            if text.strip() and path.relative_to(target).as_posix() not in _LEFT:
                path.write_text(compilable(text), encoding="utf-8")
                yield path.relative_to(folder).as_posix()


def compilable(text: str) -> str:
    r"""Return a module's source as mypyc takes it.

    >>> print(compilable("if word in (*DASHES, '('): pass"))
    if word in tuple((*DASHES, '(')): pass
    >>> print(compilable("@dataclass(slots=True)\nclass Year(Record): ..."))
    @dataclass
    class Year(Record): ...
    """
    text = _call_tuples(text)
    # slots make a second class of the first, and a compiled class has them anyway
    text = text.replace("@dataclass(slots=True)", "@dataclass").replace(", slots=True", "")
    text = text.replace("slots=True, ", "")
    marked = _INTERPRETED.sub("@mypyc_attr(native_class=False)\n", text)
    if marked == text:
        return text
    return marked.replace(_FUTURE, f"{_FUTURE}\nfrom mypy_extensions import mypyc_attr\n", 1)


def _call_tuples(text: str) -> str:
    """``x in (*A, "b")`` stops mypyc 2.4 («should have been handled in TupleExpr»)."""
    raw = text.encode()
    lines = [0]
    for line in raw.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    spans = [
        (
            lines[held.lineno - 1] + held.col_offset,
            lines[(held.end_lineno or 0) - 1] + (held.end_col_offset or 0),
        )
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Compare)
        for test, held in zip(node.ops, node.comparators, strict=True)
        if isinstance(test, ast.In | ast.NotIn)
        and isinstance(held, ast.Tuple)
        and any(isinstance(item, ast.Starred) for item in held.elts)
    ]
    for start, end in sorted(spans, reverse=True):
        raw = raw[:start] + b"tuple(" + raw[start:end] + b")" + raw[end:]
    return raw.decode()


def main(arguments: Sequence[str] | None = None) -> int:
    """Compile, and say what went wrong in one sentence."""
    parser = argparse.ArgumentParser(description="Compile the reader.")
    parser.add_argument("folder", type=Path, help="where to; it is emptied first")
    options = parser.parse_args(arguments)
    try:
        compile_reader(options.folder.resolve())
    except CompileError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
