"""``kzcoop report`` as it is typed, with the project's own notebooks on a small corpus."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from kzcoop.report.notebooks import find_folder, find_notebooks

PROJECT = Path(__file__).parents[2]


def kzcoop(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-m", "kzcoop.cli", "report", *arguments]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=600)


@pytest.fixture(scope="module")
def own_run(small_run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    done = kzcoop(
        folder, "--params", str(small_run.params), "--corpus", str(small_run.corpus),
        "--out", "pages",
    )  # fmt: skip
    return folder / "pages", done


def test_own_notebooks_run_on_any_corpus_in_both_languages(own_run):
    out, done = own_run
    assert done.returncode == 0, done.stderr
    assert "index.html" in done.stdout
    for partner in ("CHN", "RUS"):
        for notebook in find_notebooks(find_folder()):
            html = (out / partner / f"{notebook.name}.html").read_text(encoding="utf-8")
            assert BeautifulSoup(html, "html.parser").h1.get_text(strip=True)
            assert 'class="failure"' not in html and 'class="stderr"' not in html


def test_russian_pages_have_no_english_left(own_run, left_english):
    out, _ = own_run
    for notebook in find_notebooks(find_folder()):
        html = (out / "RUS" / f"{notebook.name}.html").read_text(encoding="utf-8")
        assert left_english(html, "dated", "undated", "hostile") == set(), notebook.name


def test_own_notebooks_say_that_documents_are_undated(own_run):
    out, _ = own_run
    for notebook in find_notebooks(find_folder()):
        html = (out / "CHN" / f"{notebook.name}.html").read_text(encoding="utf-8")
        assert "2 undated" in html


def test_own_notebooks_have_a_headline_on_the_index(own_run):
    out, _ = own_run
    index = BeautifulSoup((out / "index.html").read_text(encoding="utf-8"), "html.parser")
    figures = [cell.get_text(" ", strip=True) for cell in index.find("table").find_all("td")]
    assert len(figures) == 2 * len(find_notebooks(find_folder()))
    assert all(figures)


def test_evidence_links_of_the_own_notebooks_land(own_run):
    out, _ = own_run
    links = 0
    for path in [*out.glob("CHN/*.html"), *out.glob("RUS/*.html")]:
        for link in BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find_all("a"):
            file, _, anchor = str(link["href"]).partition("#")
            if "evidence/" in file:
                links += 1
                html = (path.parent / file).read_text(encoding="utf-8")
                assert not anchor or f'id="{anchor}"' in html, f"{path.name}: {link['href']}"
    assert links > 0


def test_a_failing_notebook_gives_exit_code_1_and_is_named(small_run, tmp_path):
    done = kzcoop(
        tmp_path, "--params", str(small_run.params), "--corpus", str(small_run.corpus),
        "--out", "pages", "--notebooks", str(small_run.notebooks), "--jobs", "2",
    )  # fmt: skip
    assert done.returncode == 1
    assert "RUS/02_failing.html: AssertionError: no RUS in corpus" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "pages" / "index.html").is_file()


def test_what_a_kernel_says_when_it_ends_is_not_said_to_the_user(
    small_run, tmp_path, write_notebook
):
    (tmp_path / "own").mkdir()
    # What is written there at exit does not pass through any cell's output.
    loud = "import atexit, os; atexit.register(os.write, os.dup(sys.__stderr__.fileno()), b'bye')"
    write_notebook(tmp_path / "own" / "01_loud.ipynb", "# Loud", f"import sys; {loud}")
    died = "import faulthandler; faulthandler._sigsegv()"
    write_notebook(tmp_path / "own" / "02_dying.ipynb", "# Dying", died)
    done = kzcoop(
        tmp_path, "--params", str(small_run.params / "CHN.yml"), "--corpus",
        str(small_run.corpus), "--out", "pages", "--notebooks", "own",
    )  # fmt: skip
    assert done.returncode == 1
    assert "02_dying.html: DeadKernelError: Kernel died" in done.stderr
    assert done.stderr.startswith("kzcoop: ") and len(done.stderr.splitlines()) == 1
    assert "Kernel died" in (tmp_path / "pages" / "CHN" / "02_dying.html").read_text("utf-8")


def test_a_slip_in_the_parameters_is_told_in_one_sentence(small_run, tmp_path):
    (tmp_path / "CHN.yml").write_text("partner: NO\n")
    done = kzcoop(
        tmp_path, "--params", "CHN.yml", "--corpus", str(small_run.corpus), "--out", "pages",
        "--notebooks", str(small_run.notebooks),
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("kzcoop: CHN.yml: parameter 'partner' is true or false")
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "pages").exists()
