"""Kernels that see the project and nothing of the user's home folder, nor write to the terminal."""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kzcoop.report import shared

# ipykernel tells on stderr that it runs without encryption, and of interrupts at its end; several
# kernels that write one history file wait for each other.
ARGUMENTS = ["--IPKernelApp.log_level=50", "--HistoryManager.hist_file=:memory:"]
# The path of a Unix socket may have about 107 bytes, of which some 25 are added to the folder's.
_LONGEST_FOLDER = 75


@contextmanager
def workspace() -> Iterator[Path]:
    """Give a temporary folder whose path is short enough for sockets in it."""
    long = os.name == "posix" and len(tempfile.gettempdir()) > _LONGEST_FOLDER - 15
    with tempfile.TemporaryDirectory(
        prefix="kz-", dir="/tmp" if long else None, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def environment(home: Path) -> dict[str, str]:
    """Return the variables that a kernel needs so that its output depends on the project alone.

    Startup files of IPython, a matplotlibrc or kernels of the same name in the user's home would
    otherwise reach the pages, and so would the order of sets. The kernels of one home read a corpus
    once.

    Parameters
    ----------
    home : Path
        An empty folder for what Jupyter writes.
    """
    project = str(Path(__file__).resolve().parents[2])
    path = [project] if project not in _site_folders() else []
    return {
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "jupyter-config"),
        "JUPYTER_DATA_DIR": str(home / "jupyter-data"),
        "JUPYTER_RUNTIME_DIR": str(home / "jupyter-runtime"),
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_PATH": "",
        "MPLCONFIGDIR": str(_matplotlib_folder(home)),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": os.pathsep.join(path),
        "PYTHONSTARTUP": "",
        # So that stderr carries what a notebook warns of, and not what a debugger says.
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        shared.FOLDER: str(home),
        # Where Hypothesis is there, pandera loads it, and it loads all that has a plugin for it.
        "HYPOTHESIS_NO_PLUGINS": "1",
    }


def _site_folders() -> set[str]:
    return {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}


def _matplotlib_folder(home: Path) -> Path:
    """Return a folder for matplotlib's list of fonts, which takes seconds to make.

    A virtual environment keeps it; elsewhere each run makes its own.
    """
    kept = Path(sys.prefix) / "settings" / "matplotlib"
    if sys.prefix != sys.base_prefix:
        try:
            kept.mkdir(parents=True, exist_ok=True)
        except OSError:
            pass
        else:
            return kept
    return home / "matplotlib"


@contextmanager
def replaced_environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Set environment variables for the time of a block."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def transport(home: Path) -> Any:
    """Return the configuration of one kernel's connection, its socket files in ``home``.

    Several processes that start kernels over TCP now and then choose one port twice; a socket
    file with a path of its own cannot be taken twice. Windows has none, there TCP remains.

    Returns
    -------
    traitlets.config.Config
    """
    from traitlets.config import Config

    if os.name == "nt":
        return Config()
    folder = tempfile.mkdtemp(prefix="k", dir=home)
    return Config({"KernelManager": {"transport": "ipc", "ip": f"{folder}/k"}})


def manager(log: Path) -> Any:
    """Return the kind of kernel manager whose kernel writes to a file what it would to a terminal.

    A kernel's own words are not a notebook's: an event loop that is stopped while a message is
    under way prints a traceback, although every cell has run. What the cells print goes to the
    notebook all the same.

    Parameters
    ----------
    log : Path
        The file; it need not exist.

    Returns
    -------
    type
        A subclass of ``jupyter_client.AsyncKernelManager``.
    """
    from jupyter_client.manager import AsyncKernelManager

    class LoggedKernelManager(AsyncKernelManager):
        # The base class declares the function that waits, and gives the one to be awaited.
        async def start_kernel(self, **options: Any) -> None:  # type: ignore[override]
            with log.open("ab") as stream:
                await super().start_kernel(**{**options, "stdout": stream, "stderr": stream})

    return LoggedKernelManager
