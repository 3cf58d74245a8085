"""The command that executes the committed notebooks and stores their outputs."""

from __future__ import annotations

import os

import nbformat

from kzcoop.report.refresh import main


def test_it_stores_tidy_outputs_once(write_notebook, tmp_path, capsys):
    path = tmp_path / "01_x.ipynb"
    write_notebook(path, "print(partner)\nprint('b')", "1 + 1", headline="2")
    before = path.read_bytes()
    assert main(["--check", str(path)]) == 1
    assert "01_x.ipynb: differs" in capsys.readouterr().out
    assert path.read_bytes() == before
    assert main([str(path)]) == 0
    stored = nbformat.read(path, as_version=4)
    assert [cell.execution_count for cell in stored.cells] == [1, 2, 3, 4]
    assert stored.cells[1].outputs[0]["text"] == "CHN\nb\n"
    assert stored.metadata.language_info == {"name": "python"}
    assert main(["--check", str(path)]) == 0


def test_it_runs_in_the_notebooks_folder_without_settings_of_the_home(
    write_notebook, tmp_path, monkeypatch
):
    home = tmp_path / "home"
    startup = home / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("print('from the home folder'); leaked = 1")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("IPYTHONDIR", str(home / ".ipython"))
    path = tmp_path / "01_x.ipynb"
    write_notebook(path, "import os; print(os.path.exists('01_x.ipynb'), 'leaked' in globals())")
    before = dict(os.environ)
    assert main([str(path)]) == 0
    assert dict(os.environ) == before
    stored = nbformat.read(path, as_version=4)
    assert stored.cells[1].outputs[0]["text"] == "True False\n"


def test_a_failing_notebook_is_named_and_left_as_it_was(write_notebook, tmp_path, capsys):
    path = tmp_path / "01_x.ipynb"
    write_notebook(path, "1 / 0")
    before = path.read_bytes()
    assert main([str(path)]) == 1
    assert "01_x.ipynb: ZeroDivisionError: division by zero" in capsys.readouterr().err
    assert path.read_bytes() == before
