"""./run as a user meets it: real processes, real virtual environments, no network.

Each project is a copy of the script with a lock of one small wheel that is made here, and a
``kzcoop`` of one module that prints what it was called with.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BASE_PYTHON = Path(sys._base_executable)
CLI = """\
import json, os, sys
import tinything
print(json.dumps({"args": sys.argv[1:], "cwd": os.getcwd(), "file": __file__}))
sys.exit(7 if "fail" in sys.argv else 0)
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the projects below are POSIX ones")


def make_wheel(folder: Path) -> str:
    """Write tinything 1.0 as a wheel; return the line of a lock that names it."""
    path = folder / "tinything-1.0-py3-none-any.whl"
    info = "tinything-1.0.dist-info"
    files = {
        "tinything.py": "",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: tinything\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(name, text)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"tinything==1.0 \\\n    --hash=sha256:{digest}\n"


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheels")
    return folder, make_wheel(folder)


class Project:
    """A copy of ./run with a small lock, and a way to start it."""

    def __init__(self, root: Path, wheels: tuple[Path, str]) -> None:
        self.root = root
        self.wheels, self.lock = wheels
        (root / "kzcoop").mkdir(parents=True)
        (root / "kzcoop" / "__init__.py").touch()
        (root / "kzcoop" / "cli.py").write_text(CLI, "utf-8")
        shutil.copy(ROOT / "run", root / "run")
        (root / "requirements.lock").write_text(self.lock, "utf-8")

    def environment(self, **more: str) -> dict[str, str]:
        """Return an environment in which pip finds the wheels above and nothing else."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "KZCOOP_"))}
        return {
            **kept,
            "PIP_NO_INDEX": "1",
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_FIND_LINKS": self.wheels.as_uri(),
            **more,
        }

    def start(self, *args, python=BASE_PYTHON, cwd=None, **env) -> subprocess.Popen:
        return subprocess.Popen(
            [python, self.root / "run", *args],
            cwd=cwd or self.root,
            env=self.environment(**env),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *args, **how) -> subprocess.CompletedProcess:
        process = self.start(*args, **how)
        out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(args, process.returncode, out, err)

    def compiler(self, body: str) -> None:
        """Let this line compile the reader into ``folder``."""
        text = f"import shutil, sys\nfolder = sys.argv[1]\n{body}\n"
        (self.root / "kzcoop" / "compiling.py").write_text(text, "utf-8")

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "kzcoop-setup"


@pytest.fixture
def project(tmp_path, wheels):
    return Project(tmp_path / "project", wheels)


@pytest.fixture(scope="module")
def ready(tmp_path_factory, wheels):
    """A project that is set up, in a folder whose name has a space and Cyrillic letters."""
    project = Project(tmp_path_factory.mktemp("set up") / "торговля и КПП", wheels)
    done = project.run("setup")
    assert done.returncode == 0, done.stderr
    return project


def assert_refused(done: subprocess.CompletedProcess, *words: str) -> None:
    """Exit code 2, and a sentence on stderr that has these words; no traceback."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("kzcoop: ")
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


# What works


def test_help_needs_no_set_up(project):
    for args in ([], ["help"], ["--help"]):
        done = project.run(*args)
        assert done.returncode == 0
        assert "./run report" in done.stdout
    assert not (project.root / ".venv").exists()


def test_second_run_needs_no_network_and_is_fast(ready):
    before = ready.stamp.stat().st_mtime_ns
    started = time.monotonic()
    done = ready.run("extract", "a.md", PIP_FIND_LINKS="")
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - started < 3
    assert done.stderr == ""
    assert ready.stamp.stat().st_mtime_ns == before


def test_packages_are_compiled(ready):
    """Without bytecode each kernel would compile pandas again: 2.4 s instead of 0.65 s."""
    assert list(ready.root.glob(".venv/lib/python3*/site-packages/__pycache__/tinything.*.pyc"))


def test_report_gets_its_defaults_and_the_users_options_after_them(ready):
    done = ready.run("report", "--corpus", "elsewhere")
    seen = json.loads(done.stdout)["args"]
    assert seen == [
        "report", "--params", "params", "--corpus", "data/corpus", "--out", "reports",
        "--corpus", "elsewhere",
    ]  # fmt: skip


def test_paths_are_meant_from_where_the_user_stands(ready, tmp_path):
    done = ready.run("report", "--corpus", "mine", cwd=tmp_path)
    seen = json.loads(done.stdout)
    assert seen["cwd"] == str(tmp_path)
    assert (tmp_path / seen["args"][4]).resolve() == ready.root / "data" / "corpus"


def test_compiled_reader_is_used_until_the_sources_change(project):
    """By the commands that read, and not by the report, whose kernels take the sources."""
    project.compiler("shutil.copytree('kzcoop', folder + '/kzcoop')")
    done = project.run("compile")
    assert done.returncode == 0, done.stderr

    def used(command: str) -> tuple[bool, str]:
        done = project.run(command)
        return "/.venv/compiled/" in json.loads(done.stdout)["file"], done.stderr

    assert used("extract") == used("evaluate") == used("explain") == (True, "")
    assert used("report") == (False, "")
    with (project.root / "kzcoop" / "cli.py").open("a", encoding="utf-8") as file:
        file.write("# a rule more\n")
    compiled, said = used("extract")
    assert not compiled
    assert "the sources have changed since ./run compile" in said


def test_reader_that_does_not_compile_reads_as_before(project):
    project.compiler("sys.exit('no C compiler here.')")
    assert_refused(project.run("compile"), "not compiled, and reads as before", "no C compiler")
    done = project.run("extract")
    assert done.returncode == 0
    assert done.stderr == ""


def test_exit_code_is_the_commands_own(ready):
    assert ready.run("fail").returncode == 7


def test_launcher_works_from_anywhere_and_through_a_link(ready, tmp_path):
    (tmp_path / "kzcoop").symlink_to(ready.root / ".venv" / "bin" / "kzcoop")
    (tmp_path / "tinything.py").write_text("raise SystemExit('picked up from the folder')")
    done = subprocess.run(
        [tmp_path / "kzcoop", "extract", "два слова"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["args"] == ["extract", "два слова"]


def test_settings_of_the_shell_do_not_leak_in(ready, tmp_path):
    (tmp_path / "kzcoop").mkdir()
    (tmp_path / "kzcoop" / "cli.py").write_text("raise SystemExit('a foreign kzcoop')")
    done = ready.run("extract", PYTHONPATH=str(tmp_path), PYTHONOPTIMIZE="2")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["file"] == str(ready.root / "kzcoop" / "cli.py")


def test_copied_project_runs_its_own_code(ready, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(ready.root, copy, symlinks=True)
    done = subprocess.run([copy / ".venv/bin/kzcoop"], capture_output=True, text=True)
    assert json.loads(done.stdout)["file"] == str(copy / "kzcoop" / "cli.py")


def test_environment_is_kept_when_started_by_its_own_python(ready):
    before = ready.stamp.stat().st_mtime_ns
    assert ready.run("extract", python=ready.root / ".venv" / "bin" / "python").returncode == 0
    assert ready.stamp.stat().st_mtime_ns == before


def test_changed_lock_builds_the_environment_anew(project):
    assert project.run("setup").returncode == 0
    left = project.root / ".venv" / "left-over"
    left.touch()
    (project.root / "requirements.lock").write_text(project.lock + "# changed\n", "utf-8")
    done = project.run("setup")
    assert done.returncode == 0, done.stderr
    assert "setting up" in done.stderr
    assert not left.exists()


def test_two_first_runs_at_once_build_once(project):
    both = [project.start("extract"), project.start("extract")]
    said = [process.communicate(timeout=120)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum("setting up .venv" in text for text in said) == 1


# What is missing, said in a sentence


def test_no_network(project):
    done = project.run("report", PIP_FIND_LINKS="")
    assert_refused(done, "set-up failed", "network", "tinything==1.0")
    assert not project.stamp.exists()
    assert project.run("report").returncode == 0  # the network is back


def test_wrong_hash(project):
    (project.root / "requirements.lock").write_text(f"tinything==1.0 --hash=sha256:{'0' * 64}\n")
    assert_refused(project.run("report"), "requirements.lock", "git checkout")
    assert not project.stamp.exists()


def test_lock_without_hashes(project):
    (project.root / "requirements.lock").write_text("tinything==1.0\n")
    assert_refused(project.run("report"), "requirements.lock", "hash")


def test_lock_that_pip_cannot_read(project):
    (project.root / "requirements.lock").write_text("<<<<<<< ours\n")
    assert_refused(project.run("report"), "requirements.lock is broken", "git checkout")


def test_no_lock(project):
    (project.root / "requirements.lock").unlink()
    assert_refused(project.run("report"), "requirements.lock", "git checkout")


def python_without_venv(folder: Path) -> Path:
    """Lay out this Python a second time, as Debian does without python3-venv: no ensurepip."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    inside = folder / "lib" / stdlib.name
    inside.mkdir(parents=True)
    for entry in stdlib.iterdir():
        if entry.name not in ("ensurepip", "site-packages", "dist-packages", "EXTERNALLY-MANAGED"):
            (inside / entry.name).symlink_to(entry)
    (folder / "bin").mkdir()
    python = folder / "bin" / "python3"
    shutil.copy(os.path.realpath(BASE_PYTHON), python)
    started = subprocess.run([python, "-c", "import sys; print(sys.prefix)"], capture_output=True)
    if started.stdout.decode().strip() != str(folder):
        pytest.skip("this Python cannot be laid out a second time")
    return python


def test_no_venv_module(project, tmp_path):
    python = python_without_venv(tmp_path / "python")
    done = project.run("report", python=python, PATH=str(tmp_path / "empty"))
    assert_refused(done, "venv module", "apt install python3-venv", str(python))
    assert not (project.root / ".venv").exists()


def test_another_python_on_the_path_stands_in(project, tmp_path):
    python = python_without_venv(tmp_path / "python")
    (tmp_path / "bin").mkdir()
    name = f"python3.{sys.version_info[1]}"
    (tmp_path / "bin" / name).symlink_to(BASE_PYTHON)
    done = project.run("setup", python=python, PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert done.returncode == 0, done.stderr


def other_pythons() -> list[Path]:
    """Return interpreters of this machine that are too old or too new."""
    found = [shutil.which(f"python3.{minor}") for minor in (6, 7, 8, 9, 10, 14, 15)]
    if "PYENV_ROOT" in os.environ:
        found += Path(os.environ["PYENV_ROOT"], "versions").glob("3.[6789].*/bin/python")
        found += Path(os.environ["PYENV_ROOT"], "versions").glob("3.1[04].*/bin/python")
    works = []
    for path in filter(None, found):
        started = subprocess.run([path, "-c", ""], capture_output=True)
        if started.returncode == 0:
            works.append(Path(path))
    return works


def test_wrong_python(project, tmp_path):
    """An old Python reads the script to the end, and none is on PATH to take over."""
    pythons = other_pythons()
    if not pythons:
        pytest.skip("no other Python on this machine")
    for python in pythons:
        done = project.run("report", python=python, PATH=str(tmp_path / "empty"))
        assert_refused(done, "needs Python 3.11, 3.12 or 3.13", str(python))
    assert not (project.root / ".venv").exists()


def test_python_outside_the_range(project, tmp_path):
    """The same on machines with one Python: the range is moved instead."""
    script = project.root / "run"
    text = script.read_text("utf-8")
    moved = text.replace("OLDEST, NEWEST = (3, 11), (3, 13)", "OLDEST, NEWEST = (3, 90), (3, 91)")
    assert moved != text
    script.write_text(moved, "utf-8")
    assert_refused(project.run("report", PATH=str(tmp_path)), "needs Python", "apt install python3")


def test_syntax_is_that_of_python_3_6():
    ast.parse((ROOT / "run").read_text("utf-8"), feature_version=(3, 6))


def test_folder_with_other_files_is_not_emptied(project, tmp_path):
    letters = tmp_path / "home" / "letters.txt"
    letters.parent.mkdir()
    letters.write_text("mine")
    done = project.run("setup", KZCOOP_VENV=str(letters.parent))
    assert_refused(done, str(letters.parent), "left as it is")
    assert letters.read_text() == "mine"


# What is cut off half-way


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill -9"])
def test_interrupted_set_up_is_done_over(project, how):
    process = project.start("setup")
    deadline = time.monotonic() + 60
    while not (project.root / ".venv" / "bin" / "python").exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    if how is signal.SIGKILL:
        process.kill()  # the script alone: what it started goes on
    else:
        os.killpg(process.pid, how)
    err = process.communicate(timeout=60)[1]
    assert process.returncode == (130 if how is signal.SIGINT else -how)
    assert "Traceback" not in err
    assert not project.stamp.exists()
    done = project.run("extract")
    assert done.returncode == 0, done.stderr
    assert "setting up" in done.stderr


# JupyterLab


def fetch(url: str) -> str:
    """Return what the server answers; it names its address a moment before it listens."""
    deadline = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(url, timeout=30) as reply:
                return reply.read().decode()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


@pytest.mark.skipif(
    not (Path(sys.prefix) / "kzcoop-setup").is_file(), reason="not started by ./run: no JupyterLab"
)
def test_lab_opens_on_the_notebooks_and_fetches_no_news():
    lab = subprocess.Popen(
        [BASE_PYTHON, ROOT / "run", "lab", "--no-browser", "--port=0"],
        env={**os.environ, "KZCOOP_VENV": sys.prefix, "JUPYTER_TOKEN": "secret"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        said = []
        for line in lab.stderr:
            said.append(line)
            if address := re.search(r"http://127\.0\.0\.1:\d+", line):
                break
        assert said[-1:] and address, "".join(said)
        name = urllib.parse.quote("@jupyterlab/apputils-extension:notification", safe="@")
        settings = json.loads(fetch(f"{address[0]}/lab/api/settings/{name}?token=secret"))
        defaults = settings["schema"]["properties"]
        assert defaults["fetchNews"]["default"] == "false"
        assert defaults["checkForUpdates"]["default"] is False
        assert '"preferredPath": "notebooks"' in fetch(f"{address[0]}/lab?token=secret")
    finally:
        lab.terminate()
        lab.communicate(timeout=30)
