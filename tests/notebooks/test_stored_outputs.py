"""What is stored in the committed notebooks.

nbval compares outputs cell by cell, but a notebook without outputs passes it, and pictures are
never compared. Here is what nbval does not see: that outputs are there at all, that they are tidy,
and that a second execution gives the same bytes, pictures included.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbformat
import pytest

from kzcoop.report import kernels
from kzcoop.report.notebooks import find_folder
from kzcoop.report.refresh import refreshed, text

PATHS = sorted(find_folder().glob("*.ipynb"))
pytestmark = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
CHARTED = ("01_", "02_", "03_")
_MACHINE = re.compile(
    r"(?:^|[\s\"'(=])(/(?:home|root|tmp|work|usr|var|opt|Users|private|mnt|srv)/|[A-Z]:\\\\)"
    r"|ipykernel_\d|0x[0-9a-f]{8,}|site-packages"
)

_STRING = re.compile(r"""f?"[^"\n]*"|f?'[^'\n]*'""")
_NAME = re.compile(r"[A-Za-z_]\w*")  # «y2025» as a name of code


@pytest.fixture
def notebook(path: Path):
    return nbformat.read(path, as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook):
    return [output for cell in code_cells(notebook) for output in cell.outputs]


def test_it_is_valid_and_stored_as_refresh_stores_it(path, notebook):
    nbformat.validate(notebook)
    assert path.read_bytes().decode("utf-8") == text(notebook)


def test_every_cell_ran_once_from_top_to_bottom(notebook):
    counts = [cell.execution_count for cell in code_cells(notebook)]
    assert counts == list(range(1, len(counts) + 1))


def test_there_are_outputs_and_none_is_an_error_or_a_warning(notebook):
    assert len([cell for cell in code_cells(notebook) if cell.outputs]) >= 2
    assert {output.output_type for output in outputs(notebook)} <= {
        "execute_result", "display_data", "stream",
    }  # fmt: skip
    assert not [output for output in outputs(notebook) if output.get("name") == "stderr"]


def test_nothing_of_the_machine_or_the_run_is_stored(notebook):
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert set(notebook.metadata.language_info) == {"name"}
    for cell in notebook.cells:
        assert set(cell.metadata) <= {"tags"}, cell.metadata
    for output in outputs(notebook):
        data = {
            mime: value
            for mime, value in output.get("data", {"": output.get("text", "")}).items()
            if not mime.startswith("image/")
        }
        found = _MACHINE.search(json.dumps(data, ensure_ascii=False))
        assert not found, found


def test_every_chart_says_its_numbers_in_text(path, notebook):
    charts = [o for o in outputs(notebook) if any("image/" in m for m in o.get("data", {}))]
    assert charts or not path.stem.startswith(CHARTED)
    for chart in charts:
        alternative, _, numbers = chart.data["text/plain"].partition("\n")
        assert not alternative.startswith("<") and len(alternative) > 20, alternative
        assert numbers.strip(), "nbval compares these, and never a picture"


def test_a_second_execution_gives_the_same_bytes(path):
    with kernels.workspace() as home:
        assert refreshed(path, home) == path.read_bytes().decode("utf-8")


def test_no_number_is_typed_into_the_prose(notebook):
    """Every figure of a page is computed: it stands in an output, never in a source."""
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", ()):
            continue
        prose = [cell.source] if cell.cell_type == "markdown" else _STRING.findall(cell.source)
        for piece in prose:
            assert not re.search(r"\d", _NAME.sub("", piece)), piece
