"""Run one notebook with its parameters and render its page; the work of one worker process.

Nothing heavy is imported with this module: a worker has papermill and the template engine to
load, and pandas is the kernel's business.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzcoop.report import kernels, notebooks

if TYPE_CHECKING:
    from kzcoop.report.page import Page

# No notebook of the report takes longer than a minute; one that hangs must end some time.
CELL_SECONDS = 900
START_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Job:
    """One notebook for one parameter set.

    ``parameters`` is what the kernel gets; ``hide`` maps folders of this machine to the names
    under which the page shows them.
    """

    notebook: Path
    parameters: Mapping[str, object]
    page: Page
    out: Path
    home: Path
    hide: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: the page's title and headline, and the error where it failed."""

    title: str
    headline: str | None
    error: str | None
    files: tuple[str, ...]
    evidence: frozenset[str]


def run_job(job: Job) -> Outcome:
    """Execute a job's notebook, write its page and the tables on it, and say how it went.

    A notebook that fails leaves a page with what it had shown until then, and the error.
    """
    from kzcoop.report.html import render_notebook

    notebook, error = execute(job)
    notebooks.normalise(notebook, job.hide)
    if error is not None:
        error = notebooks.without_folders(error, job.hide)
    return render_notebook(notebook, job.page, job.out, error)


def execute(job: Job) -> tuple[Any, str | None]:
    """Return the executed notebook, as far as it came, and the error in one line or None."""
    import nbformat
    import papermill
    from papermill.exceptions import PapermillExecutionError

    # The outcome says what failed, and once is enough.
    logging.getLogger("papermill").setLevel(logging.CRITICAL)
    output = job.home / f"{job.page.partner}-{job.page.notebook}.ipynb"
    error = None
    with warnings.catch_warnings():
        # What libraries of Jupyter say to their developers is nothing that a user can act on.
        warnings.simplefilter("ignore")
        try:
            papermill.execute_notebook(
                job.notebook,
                output,
                parameters=dict(job.parameters),
                kernel_name=notebooks.KERNELSPEC["name"],
                language="python",
                progress_bar=False,
                log_output=False,
                request_save_on_cell_execute=False,
                start_timeout=START_SECONDS,
                execution_timeout=CELL_SECONDS,
                cwd=job.notebook.parent,
                config=kernels.transport(job.home),
                kernel_manager_class=kernels.manager(output.with_suffix(".log")),
                extra_arguments=kernels.ARGUMENTS,
                record_timing=False,
            )
        except PapermillExecutionError as failure:
            error = _one_line(failure.ename, failure.evalue)
        except Exception as failure:  # whatever it is, the other notebooks go on
            error = _one_line(type(failure).__name__, str(failure))
        if not output.exists():
            return _unexecuted(job), error
        notebook = nbformat.read(output, as_version=4)
    # papermill's own cells about the error; the page has its own words for it.
    notebook.cells = [
        cell for cell in notebook.cells if "papermill-error-cell-tag" not in notebooks.tags(cell)
    ]
    return notebook, error


def abandon(job: Job, error: str) -> Outcome:
    """Write the page of a job that could not be run at all."""
    from kzcoop.report.html import render_notebook

    return render_notebook(_unexecuted(job), job.page, job.out, error)


def _unexecuted(job: Job) -> Any:
    """Return the job's notebook without the outputs of whatever parameters it was stored with."""
    import nbformat

    notebook = nbformat.read(job.notebook, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return notebooks.normalise(notebook)


def _one_line(name: str, message: str) -> str:
    lines = message.strip().splitlines()
    return f"{name}: {lines[0]}" if lines else name
