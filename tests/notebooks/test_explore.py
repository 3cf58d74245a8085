"""The notebook with selectors: other parameters, a changed choice, and no kernel at all."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path

import nbformat
import papermill
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell

from kzcoop.report import kernels
from kzcoop.report.notebooks import KERNELSPEC, find_folder, find_notebooks, normalise

PATH = find_folder() / "explore.ipynb"
CORPUS = Path("../data/corpus")


def run(path, out, **parameters):
    """Execute a notebook as a user of papermill does."""
    with kernels.workspace() as home, kernels.replaced_environment(kernels.environment(home)):
        papermill.execute_notebook(
            path, out, parameters=parameters, kernel_name=KERNELSPEC["name"], cwd=PATH.parent,
            progress_bar=False, config=kernels.transport(home),
            extra_arguments=kernels.ARGUMENTS,
        )  # fmt: skip
    return nbformat.read(out, as_version=4)


def output(notebook, source: str):
    (cell,) = [cell for cell in notebook.cells if cell.source.strip().endswith(source)]
    return cell.outputs[-1].data


def test_it_is_no_page_of_the_report():
    assert PATH not in [notebook.path for notebook in find_notebooks(PATH.parent)]


def test_other_parameters_and_a_changed_choice(tmp_path):
    """What was displayed above follows a choice that is made later."""
    notebook = nbformat.read(PATH, as_version=4)
    cell = new_code_cell('explorer.choose(indicator="export", status="actual")\nexplorer.said')
    notebook.cells.append(cell)
    path = tmp_path / "changed.ipynb"
    nbformat.write(notebook, path)
    parameters = {
        "partner": "UZB", "as_of": "2024-12-31", "corpus_dir": str(CORPUS), "language": "ru",
    }  # fmt: skip
    done = run(path, tmp_path / "out.ipynb", **parameters)
    assert "Узбекистан" in output(done, "explorer.said")["text/plain"]
    assert "Узбекистан, экспорт" in output(done, "explorer.chart")["text/plain"]
    assert "image/svg+xml" in output(done, "explorer.chart")
    table = output(done, "explorer.table")["text/plain"]
    assert "export" in table and "turnover" not in table
    assert "indicator     export" in output(done, "explorer.evidence")["text/plain"]
    stored = normalise(done)
    assert "application/vnd.jupyter.widget-view+json" not in output(stored, "explorer.selectors")


def words(html: str) -> str:
    found = BeautifulSoup(html, "html.parser")
    for style in found.find_all("style"):
        style.decompose()
    return " ".join(found.get_text(" ").split())


def test_without_a_kernel_the_stored_choice_is_all_there():
    notebook = nbformat.read(PATH, as_version=4)
    page = HTMLExporter().from_notebook_node(notebook)[0]
    shown = words(page)
    assert "China" in output(notebook, "explorer.selectors")["text/plain"]
    for source in ("explorer.table", "explorer.evidence", "explorer.selectors"):
        assert words(output(notebook, source)["text/html"]) in shown, source
    charts = [tag["src"] for tag in BeautifulSoup(page, "html.parser").find_all("img")]
    drawn = output(notebook, "explorer.chart")["image/svg+xml"]
    assert drawn in [b64decode(source.partition(",")[2]).decode() for source in charts]
