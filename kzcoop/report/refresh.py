"""Execute the committed notebooks with their default parameters and store their outputs.

``python -m kzcoop.report.refresh`` writes them; with ``--check`` nothing is written, and the exit
code is 1 where a notebook would change by a byte. Notebooks named on the command line are
refreshed alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kzcoop.errors import KzcoopError, NotebookError
from kzcoop.report import kernels, notebooks
from kzcoop.report.execute import CELL_SECONDS, START_SECONDS


def refreshed(path: Path, home: Path) -> str:
    """Return a notebook's text after an execution in its own folder, tidied.

    Parameters
    ----------
    path : Path
        The notebook; it is not written.
    home : Path
        A temporary folder for the kernel; see :func:`kzcoop.report.kernels.workspace`.

    Raises
    ------
    NotebookError
        A cell failed.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(path, as_version=4)
    with kernels.replaced_environment(kernels.environment(home)):
        client = NotebookClient(
            notebook,
            timeout=CELL_SECONDS,
            startup_timeout=START_SECONDS,
            kernel_name=notebooks.KERNELSPEC["name"],
            resources={"metadata": {"path": str(path.parent)}},
            record_timing=False,
            config=kernels.transport(home),
            kernel_manager_class=kernels.manager(home / f"{path.stem}.log"),
            extra_arguments=kernels.ARGUMENTS,
        )
        try:
            client.execute()
        except CellExecutionError as error:
            raise NotebookError({path.name: f"{error.ename}: {error.evalue}"}) from None
    return text(notebooks.normalise(notebook))


def text(notebook: Any) -> str:
    """Return a notebook as it is stored: keys sorted, one final line end."""
    import nbformat

    return str(nbformat.writes(notebook, version=4)).rstrip("\n") + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Refresh the notebooks, or check that a refresh would change nothing; return the exit code."""
    parser = argparse.ArgumentParser(prog="refresh", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, compare bytes")
    parser.add_argument("notebooks", nargs="*", type=Path, help="these alone")
    options = parser.parse_args(arguments)
    changed = []
    try:
        paths = options.notebooks or sorted(notebooks.find_folder().glob("*.ipynb"))
        for path in paths:
            with kernels.workspace() as home:
                after = refreshed(path.resolve(), home)
            if after == path.read_bytes().decode("utf-8"):
                continue
            changed.append(path.name)
            if not options.check:
                path.write_text(after, encoding="utf-8", newline="\n")
    except KzcoopError as error:
        print(error, file=sys.stderr)
        return 1
    for name in changed:
        print(f"{name}: {'differs from what is stored' if options.check else 'stored anew'}")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
