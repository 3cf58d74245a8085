"""Several notebooks at a time: the worker processes and the one progress bar over them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import chdir, contextmanager
from multiprocessing import get_context
from pathlib import Path

from kzcoop.report.execute import Job, Outcome, abandon, run_job


def execute_all(work: Sequence[Job], jobs: int | None = None) -> dict[str, Outcome]:
    """Run jobs several at a time and return their outcomes by page, in the jobs' order.

    Parameters
    ----------
    work : sequence of Job
        What to run; all notebooks of one folder.
    jobs : int, optional
        How many at a time; as many as there are processors where not given.
    """
    from tqdm import tqdm

    _list_fonts()
    outcomes: dict[str, Outcome] = {}
    at_once = max(1, min(jobs or _processors(), len(work)))
    # disable=None: no bar where stderr is a file.
    with tqdm(total=len(work), desc="notebooks", unit="page", disable=None) as bar:
        lost = []
        for job, outcome in _run(work, at_once):
            if outcome is None:
                lost.append(job)
            else:
                outcomes[job.page.path] = outcome
                bar.update()
        # A worker that the system ends takes the whole pool with it. What was lost gets a second
        # run, each by itself, so that only the notebook to blame fails.
        for job in lost:
            ((_, outcome),) = _run([job], 1)
            outcomes[job.page.path] = outcome or abandon(job, "the process that ran it was ended")
            bar.update()
    return {job.page.path: outcomes[job.page.path] for job in work}


def _run(work: Sequence[Job], at_once: int) -> Iterator[tuple[Job, Outcome | None]]:
    """Yield each job with its outcome as it ends, with None where its worker was ended."""
    with _pool(at_once, work[0].notebook.parent) as pool:
        futures = {pool.submit(run_job, job): job for job in work}
        for future in as_completed(futures):
            job = futures[future]
            try:
                yield job, future.result()
            except BrokenProcessPool:
                yield job, None
            except Exception as error:  # a page that cannot be made leaves the others be
                yield job, abandon(job, f"{type(error).__name__}: {error}")


@contextmanager
def _pool(jobs: int, folder: Path) -> Iterator[Executor]:
    """Give workers; processes where kernels can be reached by socket files, else threads.

    Without socket files, as on Windows, kernels use TCP, and only threads share the list of ports
    that are taken. They also share the current folder, which papermill changes around each run:
    it must be the notebooks' folder before, so that the changes change nothing.
    """
    if os.name == "nt":
        with chdir(folder), ThreadPoolExecutor(jobs) as threads:
            yield threads
        return
    # Spawned, not forked: a fork would inherit the locks of this process's threads.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _list_fonts() -> None:
    """Let matplotlib list the fonts once, where kernels side by side would each, and say so."""
    if not any(Path(os.environ["MPLCONFIGDIR"]).glob("fontlist*.json")):
        command = [sys.executable, "-c", "import matplotlib.font_manager"]
        subprocess.run(command, check=False, capture_output=True)
