"""The project's own files agree with each other: lock, ranges, versions, contract, README."""

from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

import kzcoop

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
KZCOOP = [sys.executable, "-P", "-m", "kzcoop.cli"]
SUPPORTED = ("3.11", "3.12", "3.13")
DIRECT = [
    Requirement(text)
    for text in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
]


def locked() -> list[tuple[str, Version, Marker | None, int]]:
    """Return the lock's entries: name, version, marker, number of hashes."""
    entries = []
    for block in re.split(r"\n(?=\S)", LOCK.strip()):
        head, *hashes = (line.strip(" \\") for line in block.splitlines())
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in hashes), block
        requirement = Requirement(head)
        (pin,) = requirement.specifier
        assert pin.operator == "==", head
        name = canonicalize_name(requirement.name)
        entries.append((name, Version(pin.version), requirement.marker, len(hashes)))
    return entries


def locked_for(python: str, platform: str = "linux") -> dict[str, Version]:
    """Return the versions that the lock gives to one Python, each name once."""
    machine = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": platform,
        "os_name": "nt" if platform == "win32" else "posix",
    }
    versions: dict[str, Version] = {}
    for name, version, marker, _ in locked():
        if marker is None or marker.evaluate(machine):
            assert name not in versions, f"{name} twice for Python {python}"
            versions[name] = version
    return versions


# The lock


def test_lock_has_a_hash_for_each_package_and_no_address():
    assert all(hashes for *_, hashes in locked())
    assert "://" not in LOCK
    assert not re.search(r"^\s*-(?!-hash=)", LOCK, re.M), "options have no place in the lock"


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("python", SUPPORTED)
def test_lock_satisfies_each_direct_dependency(python, platform):
    versions = locked_for(python, platform)
    for requirement in DIRECT:
        version = versions[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} but {version} in the lock"


def test_what_is_installed_is_what_is_locked():
    here = {
        canonicalize_name(dist.metadata["Name"]): Version(dist.version)
        for dist in importlib.metadata.distributions()
    }
    wanted = {
        name: version
        for name, version, marker, _ in locked()
        if marker is None or marker.evaluate()
    }
    different = {
        name: (str(here.get(name)), str(v)) for name, v in wanted.items() if here.get(name) != v
    }
    assert not different, "installed, locked"


# Versions and ranges say the same everywhere


def test_version_is_the_same_in_all_places():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    changes = (ROOT / "CHANGES.md").read_text("utf-8")
    assert kzcoop.__version__ == PROJECT["version"] == citation["version"]
    assert re.search(r"^## (\S+)", changes, re.M)[1] == PROJECT["version"]


def test_python_range_is_the_same_in_all_places():
    wanted = SpecifierSet(PROJECT["requires-python"])
    assert [v for v in ("3.10", *SUPPORTED, "3.14") if wanted.contains(v)] == list(SUPPORTED)
    classifiers = [c.rpartition(" ")[2] for c in PROJECT["classifiers"] if ":: 3." in c]
    assert tuple(classifiers) == SUPPORTED
    script = (ROOT / "run").read_text("utf-8")
    assert "OLDEST, NEWEST = (3, 11), (3, 13)" in script
    assert "3.11, 3.12 or 3.13" in script
    assert "3.11" in PYPROJECT["tool"]["mypy"]["python_version"]


def test_conda_environment_takes_everything_but_python_from_the_lock():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    assert environment["name"] == PROJECT["name"]
    assert environment["channels"] == ["conda-forge", "nodefaults"]
    python, pip, from_pip = environment["dependencies"]
    assert SpecifierSet(python.removeprefix("python")) == SpecifierSet(PROJECT["requires-python"])
    assert pip == "pip"
    assert from_pip == {"pip": ["-r requirements.lock"]}


# The stages


def contract() -> list[str]:
    (layers,) = [c for c in PYPROJECT["tool"]["importlinter"]["contracts"] if c["id"] == "stages"]
    return [layer.strip("()") for layer in layers["layers"]]


def test_each_stage_is_in_the_contract():
    folders = {path.parent.name for path in (ROOT / "kzcoop").glob("*/__init__.py")}
    assert folders <= set(contract())


def test_contract_catches_an_import_against_the_order(tmp_path):
    """The contract is not vacuous: reading that imports claims breaks it."""
    tracked = subprocess.run(
        ["git", "ls-files", "kzcoop", "pyproject.toml"], cwd=ROOT, capture_output=True, text=True
    )
    if tracked.returncode:
        pytest.skip("not a git checkout")
    for name in tracked.stdout.splitlines():
        if name.endswith(".py") or name == "pyproject.toml":
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    (tmp_path / "kzcoop" / "reading" / "early.py").write_text("import kzcoop.claims\n")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "kzcoop.reading is not allowed to import kzcoop.claims" in done.stdout


def test_importing_the_package_loads_nothing_heavy():
    """The batch starts many processes; each would pay for what the package imports."""
    heavy = ["pandas", "numpy", "matplotlib", "seaborn", "papermill", "pymorphy3", "yaml"]
    code = f"import kzcoop, sys; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


# What is committed


def tracked_texts() -> list[tuple[str, str]]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("not a git checkout")
    texts = []
    for name in filter(None, done.stdout.split("\0")):
        path = ROOT / name
        if path.is_file():
            texts.append((name, path.read_bytes().decode("utf-8", "replace")))
    return texts


def test_no_committed_file_names_a_path_of_one_machine():
    # Written apart, so that this file does not name them itself. "me" is nobody, and a kernel's
    # own name for a cell is what some code has to recognise.
    folders = ["/" + name for name in ("root/", "work/", "farm/", "home/(?!me/)", "Users/(?!me/)")]
    folders.append("/" + "tmp/(?!ipykernel_)")
    pattern = re.compile("(?<![\\w.:/~-])(?:" + "|".join(folders) + r")\w")
    hits = [
        f"{name}: {text[hit.start() : hit.start() + 60]!r}"
        for name, text in tracked_texts()
        for hit in pattern.finditer(text)
    ]
    assert not hits


def test_no_committed_file_names_a_package_index():
    hosts = re.compile(
        "|".join((r"pypi\.(?:org|python)", "python" + "hosted", r"npmjs\.", r"deb\.debian"))
    )
    assert not [name for name, text in tracked_texts() if hosts.search(text)]


# README


def test_each_command_of_the_readme_exists():
    """``./run NAME`` in README and docs is a command of ./run, or of kzcoop behind it."""
    known = set(re.findall(r"^    \./run (\w+)", (ROOT / "run").read_text("utf-8"), re.M))
    assert {"report", "test", "lab"} <= known
    named = set()
    for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        named |= set(re.findall(r"\./run ([a-z]\w*)", path.read_text("utf-8")))
    assert {"report", "test", "lab"} <= named
    others = sorted(named - known)
    for name in others:
        done = subprocess.run([*KZCOOP, name, "--help"], capture_output=True)
        assert done.returncode == 0, f"README names ./run {name}, which does not exist"


def test_each_file_that_the_readme_links_to_exists():
    text = (ROOT / "README.md").read_text("utf-8")
    links = re.findall(r"\]\(([^)#\s]+)", text)
    assert links
    missing = [link for link in links if "://" not in link and not (ROOT / link).exists()]
    assert not missing


def test_example_of_the_readme_is_what_comes_out(tmp_path):
    text = (ROOT / "README.md").read_text("utf-8")
    (sentence,) = re.findall(r"^> (.+)", text, re.M)
    table = text[text.index(sentence) + len(sentence) :].lstrip().split("\n\n")[0]
    head, _, *body = (
        [cell.strip() for cell in line.split("|")[1:-1]] for line in table.split("\n")
    )
    (tmp_path / "example.txt").write_text(sentence, "utf-8")
    subprocess.run(
        [*KZCOOP, "extract", tmp_path / "example.txt", "--out", tmp_path, "--format", "jsonl"],
        check=True,
    )
    lines = (tmp_path / "claims.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [[f"{row[n]:.0f}" if n == "value" else row[n] for n in head] for row in found] == body
